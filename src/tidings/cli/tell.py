"""`tidings tell`: the main job, from a folder of articles to an account."""

import os
from pathlib import Path
from typing import Any

import click

from tidings import engine
from tidings.cli.options import DAY, PATHS, case, quiet, reading_options, to_options, to_plan
from tidings.cli.show import Bars, exit_code, out, set_aside, write
from tidings.codec import account_to_json
from tidings.model import Account

__all__ = ["tell"]

NEW = ("documents", "quotes", "events", "dealings", "differences")


@click.command()
@PATHS
@click.option("--json", "account", metavar="FILE", help='Write the account as JSON; "-" for standard output.')
@click.option("--html", "report", metavar="FILE", help='Write the report as one HTML page; "-" for standard output.')
@click.option(
    "--md", "--markdown", "brief", metavar="FILE", help='Write a brief with footnotes; "-" for standard output.'
)
@click.option(
    "--no-text",
    "--excerpts",
    "excerpts",
    is_flag=True,
    help="Leave whole articles out of the page; keep the passages that it points at.",
)
@case(required=False)
@click.option("--story", metavar="ID", help="Tell one story of the case only.")
@click.option("--since", type=DAY, help="Mark what was reported from this day on as new.")
@click.option("--as-of", type=DAY, help="Leave out what was published after this day.")
@reading_options
@quiet
def tell(paths: tuple[str, ...], case_file: Path | None, excerpts: bool, **values: Any) -> int:
    """Read articles, link them, and tell what happened, with sources.

    PATH is a file, a folder (read whole), a JSON lines file, or "-" for standard input.
    With --case the documents are kept, and only new ones are read; with --case alone
    the account tells what the case holds.
    """
    files = {name: values[name] for name in ("report", "brief", "account")}
    if not paths and case_file is None:
        raise click.UsageError("name a file or folder to read, or a case with --case FILE")
    if values["story"] and case_file is None:
        raise click.UsageError("--story needs --case FILE: stories are told apart in a case")
    if list(files.values()).count("-") > 1:
        raise click.UsageError("only one of --json, --html and --md can go to standard output")
    written = [
        Path(file).absolute() for file in (*files.values(), case_file) if file and str(file) not in {"-", os.devnull}
    ]
    if len(set(written)) < len(written):
        raise click.UsageError("--json, --html, --md and --case name one file twice")
    with Bars(hidden=values["quiet"]) as bars:
        account, code = _account(paths, case_file, values, bars)
    set_aside(account.set_aside)
    if not account.documents:
        click.echo("nothing to tell: no document was read", err=True)
    if files["account"]:
        write(files["account"], account_to_json(account))
    if files["report"]:
        write(files["report"], engine.as_html(account, whole=not excerpts))
    if files["brief"]:
        write(files["brief"], engine.as_markdown(account))
    if account.documents and not values["quiet"] and "-" not in files.values():
        _summary(account, {**files, "case": case_file})
    return code


def _account(paths: tuple[str, ...], case_file: Path | None, values: dict[str, Any], bars: Bars) -> tuple[Account, int]:
    options, plan = to_options(values, bars), to_plan(values)
    with engine.open_case(case_file, create=bool(paths), plan=plan) if case_file else engine.passing_case(plan) as case:
        added = case.add(paths, options) if paths else None
        account = case.tell(
            as_of=values["as_of"],
            since=values["since"],
            story=values["story"],
            progress=bars,
            workers=options.workers,
        )
    code = exit_code(len(added.read) + added.known, len(added.set_aside)) if added else 0
    return account, code or int(any(one.stage.startswith("tell/") for one in account.set_aside))


def _summary(account: Account, files: dict[str, str | Path | None]) -> None:
    console = out()
    console.print(engine.as_text(account))
    console.print()
    if account.since:
        new = set(account.new)
        counts = ((len(new & {one.id for one in getattr(account, kind)}), kind) for kind in NEW)
        console.print(f"new since {account.since}: " + ", ".join(f"{count} {kind}" for count, kind in counts))
    for name, file in files.items():
        if file:
            console.print(f"{name + ':':<9}{file}", markup=False, highlight=False, soft_wrap=True)
