"""`tidings doctor`: whether everything that tidings stands on is there and sound."""

from pathlib import Path

import click
from rich.text import Text

from tidings import engine
from tidings.cli.options import as_json, case
from tidings.cli.show import out, table
from tidings.codec import to_json, to_plain

__all__ = ["doctor"]


@click.command()
@case(required=False)
@as_json
def doctor(case_file: Path | None, as_json: bool) -> int:
    """Check Python, SQLite, packages, the models' digests, and a case; read one document to see that all works together."""
    found = engine.doctor(case_file)
    if as_json:
        click.echo(to_json(to_plain(found)))
    else:
        rows = table()
        for check in found:
            rows.add_row(
                Text("ok" if check.sound else "BAD", style="green" if check.sound else "red"),
                check.name,
                Text(check.says),
            )
        out().print(rows)
    return 0 if all(check.sound for check in found) else 1
