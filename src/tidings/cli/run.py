"""`tidings run`: a pile of any size into tables."""

from pathlib import Path
from typing import Any

import click

from tidings import engine
from tidings.cli.options import PATHS, as_json, quiet, reading_options, to_options, to_plan
from tidings.cli.show import Bars, exit_code, set_aside
from tidings.codec import to_json, to_plain

__all__ = ["run"]

SHOWN = 20  # inputs set aside that are named on standard error; all stand in set_aside.jsonl


@click.command()
@PATHS
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder for the tables; begun anew or gone on with.",
)
@click.option(
    "--partitions",
    type=click.IntRange(1),
    help="Into how many parts the work is cut; never changes the tables. [default: by the inputs' size]",
)
@click.option(
    "--runner",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Worker processes of this machine, or a Ray cluster; never changes the tables.",
)
@click.option("--address", help="The Ray cluster's address; without it one is started on this machine.")
@click.option(
    "--largest",
    type=click.IntRange(2),
    default=600,
    show_default=True,
    help="Most documents of one story; a larger one is told in pieces.",
)
@reading_options
@as_json
@quiet
def run(paths: tuple[str, ...], out: Path, as_json: bool, **values: Any) -> int:
    """Read a pile of any size, part it into stories, and tell each, into Parquet tables by publication day.

    PATH is a file, a folder (read whole), a JSON lines file, or "-" for standard input. A run that
    was interrupted goes on where it was; over grown inputs only what is new is read.
    """
    if values["address"] and values["runner"] != "ray":
        raise click.UsageError("--address is of a Ray cluster: say --runner ray")
    if not paths:
        raise click.UsageError('name a file or folder to read, or "-" for standard input')
    with (
        Bars(hidden=values["quiet"]) as bars,
        engine.runner_of(values["runner"], values["workers"], values["address"]) as runner,
    ):
        pile = engine.Pile(runner, values["partitions"], values["largest"])
        ran = engine.run_pile(paths, out, pile, to_options(values, bars), to_plan(values))
    set_aside(ran.set_aside[:SHOWN])
    if len(ran.set_aside) > SHOWN:
        click.echo(f"and {len(ran.set_aside) - SHOWN} more, in {out / 'set_aside.jsonl'}", err=True)
    if as_json:
        click.echo(to_json(to_plain(ran)))
    elif not values["quiet"]:
        rows = ", ".join(f"{count} {table}" for table, count in ran.rows.items() if table != "stories")
        stories = "1 story" if ran.stories == 1 else f"{ran.stories} stories"
        click.echo(f"read {ran.documents} documents, {stories}, set aside {len(ran.set_aside)}")
        click.echo(f"tables in {out}: {rows}")
    lost = sum(1 for one in ran.set_aside if not one.path.startswith("story "))
    return exit_code(ran.documents, lost)
