"""Pairs of names and whether they are one (names-opensanctions): F1 at one threshold, chosen on half of the pairs."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from tidings.text.name_pairs import body_similarity, person_similarity

__all__ = ["run", "worst"]

FILE = "names-opensanctions/cases.csv"


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair with our score."""

    one: str
    two: str
    same: bool
    score: float
    chosen_on: bool  # in the half that the threshold is chosen on


def pairs(gold: Path) -> list[Pair]:
    """All pairs; which half one is in hangs on its words alone."""
    found: list[Pair] = []
    with (gold / FILE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            one, two = row["name1"], row["name2"]
            alike = person_similarity if row["schema"] == "Person" else body_similarity
            half = blake2b(f"{one}|{two}".encode(), digest_size=4).digest()[-1] % 2
            found.append(Pair(one, two, row["is_match"] == "true", alike(one, two), half == 0))
    return found


def f1(found: Sequence[Pair], threshold: float) -> float:
    """F1 of "same" at a threshold."""
    right = sum(p.same and p.score >= threshold for p in found)
    wrong = sum(p.same != (p.score >= threshold) for p in found)
    return 2 * right / max(1, 2 * right + wrong)


def best_threshold(found: Sequence[Pair]) -> float:
    """The threshold of the best F1 on the half it may be chosen on."""
    half = [p for p in found if p.chosen_on]
    return max((f1(half, t / 100), t / 100) for t in range(30, 100))[1]


def run(gold: Path) -> dict[str, float]:
    """F1 on the half that the threshold never saw, on the other, on all, and the threshold."""
    found = pairs(gold)
    threshold = best_threshold(found)
    return {
        "f1": f1([p for p in found if not p.chosen_on], threshold),
        "f1_chosen_on": f1([p for p in found if p.chosen_on], threshold),
        "f1_all": f1(found, threshold),
        "threshold": threshold,
    }


def worst(gold: Path) -> list[str]:
    """The ten pairs furthest on the wrong side of the threshold, of the half it was chosen on."""
    found = [p for p in pairs(gold) if p.chosen_on]
    threshold = best_threshold(found)
    wrong = sorted(
        (p for p in found if p.same != (p.score >= threshold)),
        key=lambda p: (-abs(p.score - threshold), p.one, p.two),
    )
    return [f"{'same' if p.same else 'not the same'}, scored {p.score:.2f}: {p.one} | {p.two}" for p in wrong[:10]]
