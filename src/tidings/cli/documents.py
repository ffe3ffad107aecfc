"""`tidings add` and `tidings remove`: documents into a case and out of it."""

from pathlib import Path
from typing import Any

import click

from tidings import engine
from tidings.cli.options import PATHS, as_json, case, quiet, reading_options, to_options, to_plan
from tidings.cli.show import Bars, exit_code, set_aside
from tidings.codec import to_json, to_plain

__all__ = ["add", "remove"]


@click.command()
@PATHS
@case()
@reading_options
@as_json
@quiet
def add(paths: tuple[str, ...], case_file: Path, as_json: bool, **values: Any) -> int:
    """Read what is new into a case; what it holds already is passed over.

    PATH is a file, a folder (read whole), a JSON lines file, or "-" for standard input.
    """
    if not paths:
        raise click.UsageError('name a file or folder to read, or "-" for standard input')
    with Bars(hidden=values["quiet"]) as bars, engine.open_case(case_file, plan=to_plan(values)) as opened:
        added = opened.add(paths, to_options(values, bars))
    set_aside(added.set_aside)
    if as_json:
        click.echo(to_json(to_plain(added)))
    elif not values["quiet"]:
        click.echo(f"read {len(added.read)}, known {added.known}, set aside {len(added.set_aside)}")
    return exit_code(len(added.read) + added.known, len(added.set_aside))


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@case()
@as_json
@quiet
def remove(ids: tuple[str, ...], case_file: Path, as_json: bool, quiet: bool) -> None:
    """Take documents out of a case with all that came from them.

    ID is a document's id, or the path that it was read from; with the path goes what was
    set aside of it.
    """
    with engine.open_case(case_file, create=False) as opened:
        gone = opened.remove(ids)
    if as_json:
        click.echo(to_json({"removed": list(gone)}))
    elif not quiet:
        click.echo(f"removed {len(gone)}")
