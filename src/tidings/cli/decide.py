"""`tidings decide`: what a person knows better; it outweighs all that the program found."""

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast, get_args

import click

from tidings import engine
from tidings.cli.options import as_json, case
from tidings.cli.show import out, table
from tidings.codec import to_json, to_plain
from tidings.model import Decision, Verdict

__all__ = ["decide"]

VERDICTS = tuple(verdict.replace("_", "-") for verdict in get_args(Verdict))


@click.command()
@click.argument("verdict", type=click.Choice(VERDICTS), required=False)
@click.argument("name", metavar="ID", required=False)
@click.argument("other", metavar="ID|VALUE", required=False)
@case()
@click.option("--because", "reason", default="", help="The reason, kept with the decision.")
@click.option("--who", default="", help="Who decides; the user's login where nobody is named.")
@click.option("--undo", metavar="DECISION", help="Take a decision back.")
@as_json
def decide(
    verdict: str | None,
    name: str | None,
    other: str | None,
    case_file: Path,
    reason: str,
    who: str,
    undo: str | None,
    as_json: bool,
) -> None:
    """Decide about one record or two: `decide same ID ID`, `decide status ID held`. Without a verdict, list what was decided.

    For people, bodies and places a spelling that one of them alone bears stands for the ID: `decide same "Ada Berg"
    "Aida Berk"` joins two, `decide not-same "Ada Berg" "Ida Berg"` takes one spelling out of an entity that holds both.
    """
    if verdict and not (name and other):
        raise click.UsageError(f"{verdict} needs two values: ID and ID, or ID and the new value")
    with engine.open_case(case_file, create=False) as opened:
        if undo:
            opened.undecide(undo)
        if verdict and name and other:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            kind = cast("Verdict", verdict.replace("-", "_"))
            opened.decide(engine.Ruling(kind, name, other, reason, who or login(), now))
        found = opened.decisions()
    if as_json:
        click.echo(to_json(to_plain(found)))
    else:
        _print(found)


def login() -> str:
    """Who is logged in; in a container there may be nobody by that name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unnamed"


def _print(found: tuple[Decision, ...]) -> None:
    rows = table("decision", "verdict", "of", "and", "reason", "who", "when")
    for one in found:
        second = one.b[2] if one.b else one.value or ""
        rows.add_row(one.id, one.verdict, one.a[2], second, one.reason, one.who, one.when[:10])
    out().print(rows if found else "nothing decided yet")
