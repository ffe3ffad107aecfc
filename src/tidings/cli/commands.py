"""thin"""

import sys
from pathlib import Path

import click


@click.group()
def main() -> None: ...


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--json", "json_file")
@click.option("--html")
@click.option("--case")
def tell(paths, json_file, html, case):
    from tidings.codec import account_to_json
    from tidings.engine import tell

    account = tell(paths)
    for s in account.set_aside:
        print(s, file=sys.stderr)
    if json_file:
        Path(json_file).write_text(account_to_json(account), "utf-8")
    print(
        {
            k: len(getattr(account, k))
            for k in ("documents", "entities", "quotes", "times", "events", "dealings", "differences", "timeline")
        }
    )
