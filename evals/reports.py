"""Piles of real reports with their events labelled by blind readers (evals/labels/reports.md): texts, labels, readings."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evals import judged_events
from evals.judged_events import is_test
from evals.parsed import read
from evals.timeml import marked, sources
from tidings.model import Reading, Span

__all__ = ["Labelled", "Telling", "labelled", "readings", "rows", "texts"]

LABELS = Path(__file__).with_name("labels") / "reports.jsonl"
BROKEN = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an event, as a reader labelled it; parties are indexes into those of its pile."""

    document: str
    trigger: Span
    type: str
    status: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    date: tuple[str | None, str | None]
    event: str
    main: bool


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pile: its articles by letter, where its parties are named, and the tellings of its events."""

    name: str
    documents: dict[str, str]
    parties: tuple[tuple[tuple[str, Span], ...], ...]
    tellings: tuple[Telling, ...]


@cache
def all_rows() -> tuple[dict[str, Any], ...]:
    """The labels as they stand in their file, a row a pile."""
    return tuple(map(json.loads, LABELS.read_text("utf-8").splitlines()))


def rows(*, test: bool) -> Iterator[dict[str, Any]]:
    """The rows of the test part, or of the rest."""
    return (row for row in all_rows() if is_test(row["pile"]) == test)


def labelled(*, test: bool) -> Iterator[Labelled]:
    """The piles of the test part, or the rest."""
    for row in rows(test=test):
        named = tuple(tuple((d, Span(a, b)) for d, a, b in party["at"]) for party in row["parties"])
        yield Labelled(row["pile"], row["docs"], named, tuple(telling(event) for event in row["events"]))


def telling(event: dict[str, Any]) -> Telling:
    """One row of `events`."""
    document, start, end = event["at"]
    first, last = event["date"]
    sides = tuple(event["actors"]), tuple(event["recipients"])
    return Telling(
        document, Span(start, end), event["type"], event["status"], *sides, (first, last), event["event"], event["main"]
    )


@cache
def texts(gold: Path) -> dict[str, tuple[str, str]]:
    """Text and day of each labelled article, by its name."""
    wanted = frozenset(name for row in all_rows() for name in row["docs"].values())
    found = {name: (text, day[:10]) for name, text, day in judged_events.texts(gold, wanted)}
    for source in sources(gold):
        if (name := f"tempeval/{source.name}") in wanted:
            found[name] = BROKEN.sub(" ", marked(source, "TIMEX3")[0]), source.created[:10]
    return found


def readings(gold: Path, pile: str, documents: dict[str, str]) -> dict[str, Reading]:
    """The readings of a pile's articles, by letter."""
    return {letter: reading(gold, f"{pile}/{letter}", name) for letter, name in sorted(documents.items())}


@cache
def reading(gold: Path, path: str, name: str) -> Reading:
    """The reading of one article; several tasks ask for it."""
    return next(iter(read([(path, *texts(gold)[name])])))
