"""Whether what is told as an event is one: tellings in real reports, judged one by one (evals/labels/judged_events.md).

The judgements are of what one build gave; of later builds those tellings count that still stand at the judged trigger
with the judged type. So the figures say how well `trust` parts right from wrong, not how many events are missed.
The figures are of the piles of the test part, of which neither rules nor weights know anything; those of piles left out
in turn come from `training/event_trust.py`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from evals.basil import articles
from evals.parsed import read
from evals.treebank import untokenised
from tidings.model import EventMention, Reading
from tidings.stages.tell.timeline import Timeline

__all__ = ["Judged", "is_test", "judged", "run", "test_documents", "texts", "worst"]

LABELS = Path(__file__).with_name("labels") / "judged_events.jsonl"
TOLD = Timeline.sure  # trust from which one report's word stands on the timeline
DAY = "2012-06-15"  # a report's day where the set gives none


@dataclass(frozen=True, slots=True)
class Judged:
    """A telling, the reading it stands in, and whether a reader found it right."""

    group: str  # the story, topic or pile: what is left out together
    reading: Reading
    event: EventMention
    right: bool
    name: str = ""  # of the article


def texts(gold: Path, names: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """(name, text, day) of the named articles; Timeline17's spaces around marks are taken out."""
    for basil in articles(gold):
        if f"basil/{basil.name}" in names:
            yield f"basil/{basil.name}", basil.text, basil.day or ""
    for path in sorted((gold / "timelines-timeline17").glob("*/articles.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            article = json.loads(line)
            if (name := f"{path.parent.name}/{article['id']}") in names:
                yield name, untokenised(article["text"]), article["time"]
    for path in sorted((gold / "quotes-polnear/train/text").glob("*.txt")):
        if (name := f"polnear/{path.stem}") in names:
            yield name, path.read_text("utf-8"), path.stem.split("_")[1]


def is_test(pile: str) -> bool:
    """Whether a pile belongs to the test part."""
    return blake2b(pile.encode(), digest_size=4).digest()[0] % 3 == 0


def test_documents() -> frozenset[str]:
    """The names of the articles in the test part."""
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    return frozenset(row["doc"] for row in rows if "pile" in row and is_test(row["pile"]))


@cache
def judged(gold: Path, *, test: bool = False) -> tuple[Judged, ...]:
    """The judged tellings, of the test part or of the rest, that are still found."""
    labels: dict[str, dict[tuple[int, str], bool]] = {}
    piles: dict[str, str] = {}
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        pile = row.get("pile")
        if test == (pile is not None and is_test(pile)):
            labels.setdefault(row["doc"], {})[row["start"], row["type"]] = row["right"]
            piles[row["doc"]] = pile or row["doc"].partition("_" if row["doc"].startswith("basil/") else "/")[0]
    found = []
    known = tuple(texts(gold, frozenset(labels)))
    readings = read((name, text, day or DAY) for name, text, day in known)
    for (name, _, _), reading in zip(known, readings, strict=True):
        for event in reading.events:
            right = labels[name].get((event.trigger.start, event.type))
            if right is not None:
                found.append(Judged(piles[name], reading, event, right, name))
    return tuple(found)


def run(gold: Path) -> dict[str, float]:
    """Share of right tellings among those trusted, and the share of the right ones that are, in the test part."""
    rows = judged(gold, test=True)
    told = [row for row in rows if row.event.trust >= TOLD]
    right = sum(row.right for row in rows)
    return {
        "judged tellings found": float(len(rows)),
        "right of all": right / max(1, len(rows)),
        "right of trusted": sum(row.right for row in told) / max(1, len(told)),
        "trusted of right": sum(row.right for row in told) / max(1, right),
    }


def worst(gold: Path) -> list[str]:
    """Ten wrong tellings that are trusted most."""
    rows = sorted((r for r in judged(gold, test=True) if not r.right), key=lambda r: (-r.event.trust, r.event.id))
    return [f"{r.event.trust} {r.event.type}: {clause(r)}" for r in rows[:10]]


def clause(row: Judged) -> str:
    """The words that tell it."""
    return row.reading.document.text[row.event.clause.start : row.event.clause.end]
