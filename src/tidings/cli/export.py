"""`tidings export`: what a case tells, in the formats of other tools."""

from pathlib import Path

import click

from tidings import engine
from tidings.cli.options import DAY, case, quiet
from tidings.cli.show import Bars, write

__all__ = ["export"]


@click.command()
@case()
@click.option("--as", "form", type=click.Choice(engine.FORMATS), required=True, help="The format.")
@click.option(
    "--out",
    "-o",
    metavar="PATH",
    default="-",
    help='The file to write, or for parquet and csv the folder; "-", as without it, for standard output.',
)
@click.option("--story", metavar="ID", help="Export one story of the case only.")
@click.option("--as-of", type=DAY, help="Leave out what was published after this day.")
@quiet
def export(case_file: Path, form: str, out: str, story: str | None, as_of: str | None, quiet: bool) -> None:
    """Export what a case tells: for event data, tables, annotation tools and investigators.

    plover-jsonl: PLOVER 2.0 events, one a line. parquet, csv: a file a table (docs/tables.md).
    web-annotation: W3C Web Annotations as JSON-LD. ftm: FollowTheMoney entities, one a line.
    """
    if out == "-" and form in engine.FOLDER_FORMATS:
        raise click.UsageError(f"{form} is a folder with a file a table; name it with --out FOLDER")
    with Bars(hidden=quiet) as bars, engine.open_case(case_file, create=False) as opened:
        account = opened.tell(story=story, as_of=as_of, progress=bars)
    if out == "-":
        write(out, engine.export_text(account, form))
        return
    files = engine.export(account, form, out)
    if not quiet:
        click.echo(
            f"{len(files)} {'file' if len(files) == 1 else 'files'} in {out}" if len(files) > 1 else out, err=True
        )
