"""`tidings sample` and `score-sample`: how often what a case tells is right, by hand-coding."""

from pathlib import Path

import click
from rich.text import Text

from tidings import engine
from tidings.cli.options import as_json, case, quiet
from tidings.cli.show import Bars, out, table, write
from tidings.codec import to_json, to_plain

__all__ = ["sample", "score_sample"]


@click.command()
@case()
@click.option("--kind", type=click.Choice(engine.KINDS), default="events", show_default=True, help="What to sample.")
@click.option("--n", "size", type=click.IntRange(1), default=100, show_default=True, help="How many lines.")
@click.option("--seed", default="1", show_default=True, help="Another word draws another sample.")
@click.option(
    "--out", "-o", "file", metavar="FILE", default="-", help='The CSV to write; "-", as without it: standard output.'
)
@quiet
def sample(case_file: Path, kind: str, size: int, seed: str, file: str, quiet: bool) -> None:
    """Draw lines of the account for hand-coding, each with its sentences, as CSV.

    Write y or n into the columns on the right, leave empty what does not apply, then run `tidings score-sample`.
    A larger sample of the same seed begins with the smaller one.
    """
    with Bars(hidden=quiet) as bars, engine.open_case(case_file, create=False) as opened:
        rows = engine.sample(opened.tell(progress=bars), kind, size, seed)
    if not rows:
        click.echo(f"the account has no {kind} to sample", err=True)
        return
    write(file, rows)


@click.command("score-sample")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@as_json
def score_sample(file: Path, as_json: bool) -> None:
    """Say how often a coded sample is right: precision with its 95% interval (Wilson), question by question."""
    found = engine.score_sample(file)
    if as_json:
        click.echo(to_json(to_plain(found)))
        return
    rows = table("question", "coded", "right", "precision", "95% interval")
    for one in found:
        interval = f"{one.low:.3f} to {one.high:.3f}"
        rows.add_row(Text(one.question), str(one.coded), str(one.right), f"{one.share:.3f}", interval)
    out().print(rows)
