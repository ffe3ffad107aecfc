"""How far an event happened: by grammar at its trigger, by the encoder, and joined (status-factuality, UW)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import sqrt
from pathlib import Path

from evals.events import as_analysis
from evals.treebank import joined
from tidings.analysis import analyse_units, encode_units
from tidings.grammar.events.noun_status import Standing
from tidings.grammar.events.status import standing
from tidings.grammar.events.told_status import DOUBTED
from tidings.model import Analysis

__all__ = ["run", "worst"]

FILE = "status-factuality/UW/dev.jsonl"
# What people judge a status on 350 sentences of UW train, between mean and median: -3 did not happen, 3 did.
DEGREES = {
    "held": 2.8,
    "ongoing": 2.7,
    "announced": 2.1,
    "conditional": 1.4,
    "requested": 1.2,
    "rumoured": 1.4,
    "cancelled": -2.0,
    "denied": -2.0,
}
NEGATED = {"held": -1.5, "ongoing": -2.1, "announced": -2.1, "conditional": -2.0, "requested": -0.7, "rumoured": -1.0}
UNREAL = 0.9


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word in a sentence and how far people judged that it happened."""

    text: str
    start: int
    end: int
    degree: float


def triggers(path: Path) -> Iterator[Trigger]:
    """The judged words, in a text put together from the set's tokens."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text, spans = joined(record["text"].split())
        for target in record["targets"]:
            first, last = target["span1"]
            yield Trigger(text, spans[first][0], spans[last - 1][1], float(target["label"]))


def degrees(analysis: Analysis, trigger: Trigger) -> tuple[float, float]:
    """Our degrees for a trigger: by the rules and by the encoder."""
    at = next((t.i for t in analysis.tokens if t.start < trigger.end and trigger.start < t.end), None)
    if at is None:
        return DEGREES["held"], 0.0
    return degree_of(standing(analysis, at)), analysis.scores[at].happened


def degree_of(now: Standing) -> float:
    """Status, negation and "if" as one number."""
    if not now.real:
        return UNREAL
    if now.hedged:
        return DEGREES["rumoured"]
    return NEGATED.get(now.status, 0.0) if now.negated else DEGREES[now.status]


@cache
def judged(path: Path) -> tuple[tuple[Trigger, float, float], ...]:
    """Each trigger with the degree of the rules and that of the encoder."""
    gold = tuple(triggers(path))
    texts = sorted({t.text for t in gold})
    units = analyse_units(texts)
    read = {
        text: replace(as_analysis(unit), scores=scores)
        for text, unit, scores in zip(texts, units, encode_units(units), strict=True)
    }
    return tuple((t, *degrees(read[t.text], t)) for t in gold)


def run(gold: Path) -> dict[str, float]:
    """Mean absolute error, Pearson's r and the share on the right side of nought, for rules, both and encoder."""
    rows = judged(gold / FILE)
    rules = figures([(t.degree, ours) for t, ours, _ in rows])
    both = figures([(t.degree, doubted(ours, happened)) for t, ours, happened in rows])
    encoder = figures([(t.degree, happened) for t, _, happened in rows])
    named = {f"{name}, joined": value for name, value in both.items()}
    return rules | named | {f"{name}, encoder": value for name, value in encoder.items()}


def doubted(ours: float, happened: float) -> float:
    """The rules' degree where events doubt what grammar takes for held."""
    if ours != DEGREES["held"] or happened >= DOUBTED:
        return ours
    return DEGREES["conditional"] if happened >= 0 else NEGATED["held"]


def figures(rows: list[tuple[float, float]]) -> dict[str, float]:
    """The measures of (gold, ours) pairs."""
    signed = [(g, o) for g, o in rows if abs(g) >= 0.5]
    return {
        "status MAE": sum(abs(g - o) for g, o in rows) / len(rows),
        "status Pearson's r": pearson(rows),
        "status sign": sum((g > 0) == (o > 0) for g, o in signed) / len(signed),
    }


def pearson(rows: list[tuple[float, float]]) -> float:
    """The correlation of pairs."""
    n = len(rows)
    a, b = sum(g for g, _ in rows) / n, sum(o for _, o in rows) / n
    top = sum((g - a) * (o - b) for g, o in rows)
    low = sqrt(sum((g - a) ** 2 for g, _ in rows) * sum((o - b) ** 2 for _, o in rows))
    return top / low if low else 0.0


def worst(gold: Path) -> list[str]:
    """Ten triggers that we judge most wrongly."""
    rows = sorted(judged(gold / FILE), key=lambda row: (-abs(row[0].degree - row[1]), row[0].text, row[0].start))
    return [f"{t.degree:+.1f} not {o:+.1f} [{t.text[t.start : t.end]}]: {t.text}" for t, o, _ in rows[:10]]
