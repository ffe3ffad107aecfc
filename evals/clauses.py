"""Where an event stands by one clause: READ on each clause of `status_clauses.jsonl`, the status of the event at the trigger.

The clauses and their labels were written by the guideline beside them (`status_clauses.md`) alone, without sight of
the program. Their first half ("dev") may be looked at; of the second ("test") only the figures are shown.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals.parsed import read
from tidings.model import EventMention, Reading

__all__ = ["run", "worst"]

FILE = Path(__file__).with_name("status_clauses.jsonl")
DAY = "2026-05-06"  # of the report, for all
HEAD = "The day\n\n"  # a clause is read as a report's text, not as its headline
MISSED = "-"


@dataclass(frozen=True, slots=True)
class Clause:
    """A text with one event, the place of its trigger, and how it stands."""

    id: str
    half: str
    text: str
    start: int
    end: int
    status: str
    type: str


def clauses() -> Iterator[Clause]:
    """The rows of the gold file."""
    for line in FILE.read_text("utf-8").splitlines():
        row = json.loads(line)
        start = len(HEAD) + row["start"]
        text, end = HEAD + row["text"], start + len(row["trigger"])
        yield Clause(row["id"], row["half"], text, start, end, row["status"], row["type"])


def at_trigger(reading: Reading, clause: Clause) -> EventMention | None:
    """The event at the trigger: of several the one of the right type, then the surest."""
    near = [e for e in reading.events if e.trigger.start < clause.end and clause.start < e.trigger.end]
    return max(near, key=lambda e: (e.type == clause.type, e.confidence, e.id), default=None)


@cache
def told() -> tuple[tuple[Clause, str, str], ...]:
    """Each clause with the status and type that we give, "-" where no event is found at the trigger."""
    gold = tuple(clauses())
    texts = sorted({clause.text for clause in gold})
    readings = {r.document.text: r for r in read((str(n), text, DAY) for n, text in enumerate(texts))}
    found = [(clause, at_trigger(readings[clause.text], clause)) for clause in gold]
    return tuple((c, e.status if e else MISSED, e.type if e else MISSED) for c, e in found)


def run(gold: Path) -> dict[str, float]:
    """For each half: macro-F1 over the statuses, accuracy, the same over events that are found, and how many are."""
    figures: dict[str, float] = {}
    for half in ("dev", "test"):
        rows = [(c.status, ours) for c, ours, _ in told() if c.half == half]
        met = [(g, o) for g, o in rows if o != MISSED]
        figures |= {
            f"status macro-F1, {half}": macro(rows),
            f"status accuracy, {half}": sum(g == o for g, o in rows) / len(rows),
            f"status macro-F1 of the found, {half}": macro(met),
            f"status events found, {half}": len(met) / len(rows),
        }
    return figures


def macro(rows: list[tuple[str, str]]) -> float:
    """The mean F1 of the labels of (gold, ours) pairs."""
    right = Counter(g for g, o in rows if g == o)
    gold, ours = Counter(g for g, _ in rows), Counter(o for _, o in rows)
    return sum(2 * right[label] / (gold[label] + ours[label]) for label in sorted(gold)) / max(1, len(gold))


def worst(gold: Path) -> list[str]:
    """The clauses of the first half whose status we miss."""
    rows = [(c, status, type_) for c, status, type_ in told() if c.half == "dev" and status != c.status]
    return [
        f"{c.id} {c.type} {c.status} not {t} {s} [{c.text[c.start : c.end]}]: {c.text[len(HEAD) :]}" for c, s, t in rows
    ]
