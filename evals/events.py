"""PLOVER root of a marked pair, coded by lexicon and grammar alone (events-plover)."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tidings.analysis import analyse_units
from tidings.grammar.events.pairs import PairCode, code_pair
from tidings.model import Analysis, Span, Unit

__all__ = ["run", "worst"]

FILE = "events-plover/PLV_train.tsv"
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # the set knows one class for both
MARK = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with who acts, on whom, and the root that a coder gave."""

    text: str
    source: Span
    target: Span
    root: str


def pairs(path: Path) -> Iterator[Pair]:
    """The marked sentences; a party marked twice stands where it is marked first."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text, at, spans, opened = "", 0, dict[str, Span](), dict[str, int]()
            marked = row["marked_sentence"]
            for mark in MARK.finditer(marked):
                text += marked[at : mark.start()]
                at, party = mark.end(), mark.group()[-2]
                if mark.group()[1] != "/":
                    opened[party] = len(text)
                elif party in opened and len(text) > opened[party]:
                    spans.setdefault(party, Span(opened[party], len(text)))
            text += marked[at:]
            if {"s", "t"} <= set(spans):
                yield Pair(text, spans["s"], spans["t"], row["gold_root"])


def as_analysis(unit: Unit) -> Analysis:
    """A unit's record as that of a document of one unit."""
    below: list[list[int]] = [[] for _ in unit.tokens]
    for token in unit.tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return Analysis(unit.tokens, unit.sentences, tuple(map(tuple, below)))


@cache
def coded(path: Path) -> tuple[tuple[Pair, PairCode], ...]:
    """All pairs of the file with our code."""
    gold = tuple(pairs(path))
    units = analyse_units([pair.text for pair in gold])
    return tuple((p, code_pair(as_analysis(u), p.source, p.target)) for p, u in zip(gold, units, strict=True))


def root(code: str | None) -> str:
    """Our code in the set's classes; "-" for none."""
    return MERGED.get(code or "-", code or "-")


def macro_f1(answers: list[tuple[str, str]]) -> float:
    """Mean F1 over the gold's classes of (gold, ours) pairs."""
    both = Counter(g for g, o in answers if g == o)
    gold, ours = Counter(g for g, _ in answers), Counter(o for _, o in answers)
    return sum(2 * both[c] / (gold[c] + ours[c]) for c in gold) / max(1, len(gold))


def run(gold: Path) -> dict[str, float]:
    """Accuracy, macro-F1 on the projection and on the bare type, share coded, accuracy where coded."""
    rows = coded(gold / FILE)
    answers = [(p.root, root(c.plover)) for p, c in rows]
    typed = [(p.root, root(c.type)) for p, c in rows]
    given = [(g, o) for g, o in answers if o != "-"]
    right = sum(g == o for g, o in answers)
    return {
        "events accuracy": right / len(answers),
        "events macro-F1": macro_f1(answers),
        "events macro-F1, bare type": macro_f1(typed),
        "events coded": len(given) / len(answers),
        "events accuracy where coded": sum(g == o for g, o in given) / max(1, len(given)),
    }


def worst(gold: Path) -> list[str]:
    """Ten pairs that are coded wrong with the most confidence."""
    wrong = [(p, c) for p, c in coded(gold / FILE) if root(c.plover) != p.root]
    wrong.sort(key=lambda row: (-row[1].confidence, row[0].text))
    return [f"{p.root} not {c.plover} ({c.type} {c.status}): {p.text}" for p, c in wrong[:10]]
