"""Options that several commands share, and the types of their values."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from tidings.cli.show import Bars
from tidings.engine import Limits, Options, Plan, default_plan

__all__ = ["DAY", "PATHS", "as_json", "case", "quiet", "reading_options", "to_options", "to_plan"]

Command = TypeVar("Command", bound=Callable[..., Any])

LIMITS = Limits()


class Day(click.ParamType[str]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day, or wrong usage."""
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as YYYY-MM-DD, from 0001-01-01", param, ctx)


DAY = Day()
PATHS = click.argument("paths", nargs=-1, metavar="PATH…")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


quiet = click.option("--quiet", "-q", is_flag=True, help="No progress, no summary; only what went wrong.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of words.")


def case(*, required: bool = True) -> Callable[[Command], Command]:
    """The option that names the case file."""
    return click.option(
        "--case", "case_file", type=click.Path(path_type=Path), required=required, help="The case file to work on."
    )


def reading_options(command: Command) -> Command:
    """How inputs are read: shared by tell, read and add."""
    workers = "Processes that read; never changes the output."
    positive = click.IntRange(1)
    for option in (
        click.option("--published", type=DAY, help="The date of documents that state none, YYYY-MM-DD."),
        limit("--max-files", LIMITS.max_files, "Most files of a folder."),
        limit("--max-line-bytes", LIMITS.max_line_bytes, "Longest line of a JSON lines file."),
        limit("--max-bytes", LIMITS.max_bytes, "Largest file that is one article."),
        click.option(
            "--exact", is_flag=True, help="Run the encoder in full precision, where its weights are installed."
        ),
        click.option("--pipeline", metavar="NAME", default="", help="Another installed spaCy pipeline for the parser."),
        click.option("--workers", type=positive, default=processors, show_default="all processors", help=workers),
    ):
        command = option(command)
    return command


def to_plan(values: dict[str, Any]) -> Plan | None:
    """The plan that the shared options ask for; None for the plan as it stands, which is then loaded when needed."""
    if not values["exact"] and not values["pipeline"]:
        return None
    return default_plan(pipeline=values["pipeline"], exact=values["exact"])


def limit(name: str, default: int, words: str) -> Callable[[Command], Command]:
    """An option for how much is read at most."""
    return click.option(name, type=click.IntRange(1), default=default, show_default=True, help=words)


def to_options(values: dict[str, Any], bars: Bars) -> Options:
    """The engine's options of the shared command line options."""
    return Options(
        workers=values["workers"],
        limits=Limits(values["max_bytes"], values["max_line_bytes"], values["max_files"]),
        as_is=values.get("as_is", False),
        published=values["published"],
        progress=bars,
    )
