"""Piles of real reports with their events labelled by blind readers (evals/labels/reports.md): texts, labels, readings."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from evals.basil import articles
from evals.parsed import read
from evals.timeml import marked, sources
from evals.treebank import untokenised
from tidings.model import Reading, Span

__all__ = ["LABELS", "Labelled", "Telling", "is_test", "labelled", "readings", "texts"]

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


def is_test(pile: str) -> bool:
    """Whether a pile belongs to the test part."""
    return blake2b(pile.encode(), digest_size=4).digest()[0] % 3 == 0


def labelled(*, test: bool) -> Iterator[Labelled]:
    """The piles of the test part, or the rest."""
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        if is_test(row["pile"]) == test:
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
    wanted = {name for line in LABELS.read_text("utf-8").splitlines() for name in json.loads(line)["docs"].values()}
    found = {name: (a.text, a.day or "") for a in articles(gold) if (name := f"basil/{a.name}") in wanted}
    for path in sorted((gold / "timelines-timeline17").glob("*/articles.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            told = json.loads(line)
            if (name := f"{path.parent.name}/{told['id']}") in wanted:
                found[name] = untokenised(told["text"]), told["time"][:10]
    for source in sources(gold):
        if (name := f"tempeval/{source.name}") in wanted:
            found[name] = BROKEN.sub(" ", marked(source, "TIMEX3")[0]), source.created[:10]
    return found


def readings(gold: Path, pile: Labelled) -> dict[str, Reading]:
    """The readings of a pile, by letter."""
    return {d: reading(gold, f"{pile.name}/{d}", name) for d, name in sorted(pile.documents.items())}


@cache
def reading(gold: Path, path: str, name: str) -> Reading:
    """The reading of one article; several tasks ask for it."""
    return next(iter(read([(path, *texts(gold)[name])])))
