"""`tidings read`: act 1 alone."""

from typing import Any

import click

from tidings import engine
from tidings.cli.options import PATHS, quiet, reading_options, to_options, to_plan
from tidings.cli.show import Bars, exit_code, out, set_aside, table
from tidings.codec import reading_to_json
from tidings.model import SetAside

__all__ = ["read"]


@click.command()
@PATHS
@click.option("--jsonl", is_flag=True, help="Print one reading a line, as JSON; else a table of what was found.")
@click.option("--as-is", is_flag=True, help="Take each text unchanged, so that offsets are the file's own.")
@reading_options
@quiet
def read(paths: tuple[str, ...], jsonl: bool, **values: Any) -> int:
    """Find dates, names, quotes and events in each article by itself.

    PATH is a file, a folder (read whole), a JSON lines file, or "-" for standard input.
    """
    if not paths:
        raise click.UsageError('name a file or folder to read, or "-" for standard input')
    lost: list[SetAside] = []
    count = 0
    rows = table("document", "published", "mentions", "times", "quotes", "events", "title")
    with Bars(hidden=values["quiet"] or jsonl) as bars:
        for found in engine.read(paths, to_options(values, bars), to_plan(values)):
            if isinstance(found, SetAside):
                lost.append(found)
                continue
            count += 1
            if jsonl:
                click.echo(reading_to_json(found))
            else:
                reading = found.reading
                sizes = (reading.mentions, reading.times, reading.quotes, reading.events)
                day = found.document.published or "-"
                rows.add_row(found.document.id, day, *(str(len(size)) for size in sizes), found.document.title or "-")
    set_aside(lost)
    if not jsonl and count and not values["quiet"]:
        out().print(rows)
    return exit_code(count, len(lost))
