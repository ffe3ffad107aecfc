"""Scores: spans one to one by overlap, status by distance, roots by class."""

from collections.abc import Iterable, Sequence

import numpy as np

from training.gold import ROOTS, Article, Part


def letters(text: str, part: Part) -> frozenset[int]:
    """The places of a part's characters that are no white space."""
    return frozenset(i for a, b in part.pieces for i in range(a, b) if not text[i].isspace())


def matched(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> int:
    """Pairs one to one with an overlap (IoU) of at least a half, best first."""
    owners: dict[int, list[int]] = {}
    for number, part in enumerate(gold):
        for place in part:
            owners.setdefault(place, []).append(number)
    pairs = []
    for number, part in enumerate(found):
        for other in {o for place in part for o in owners.get(place, ())}:
            overlap = len(part & gold[other]) / len(part | gold[other])
            if overlap >= 0.5:
                pairs.append((-overlap, other, number))
    taken_gold, taken_found = set[int](), set[int]()
    for _, other, number in sorted(pairs):
        if other not in taken_gold and number not in taken_found:
            taken_gold.add(other)
            taken_found.add(number)
    return len(taken_gold)


def f1(hits: float, gold: float, found: float) -> float:
    return 2 * hits / (gold + found) if gold + found else 0.0


def span_scores(pairs: Iterable[tuple[Article, Sequence[Part]]]) -> dict[str, float]:
    """F1 of each kind over all articles: spans, pieces of spans, characters."""
    counts = {(kind, unit): np.zeros(3) for kind in KINDS for unit in ("span", "piece", "chars")}
    for article, found in pairs:
        for kind in KINDS:
            both = [[p for p in parts if p.kind == kind] for parts in (article.parts, found)]
            gold, mine = ([letters(article.text, p) for p in parts] for parts in both)
            counts[kind, "span"] += matched(gold, mine), len(gold), len(mine)
            split = [[Part(kind, (s,)) for p in parts for s in p.pieces] for parts in both]
            gold, mine = ([letters(article.text, p) for p in parts] for parts in split)
            counts[kind, "piece"] += matched(gold, mine), len(gold), len(mine)
            all_gold = frozenset().union(*gold)
            all_mine = frozenset().union(*mine)
            counts[kind, "chars"] += len(all_gold & all_mine), len(all_gold), len(all_mine)
    return {f"{kind} {unit}": round(f1(*row), 4) for (kind, unit), row in counts.items()}


KINDS = ("content", "source", "cue")


def status_scores(gold: Sequence[float], found: Sequence[float]) -> dict[str, float]:
    """Mean absolute error and Pearson's r, predictions held within -3 and 3."""
    values = np.clip(np.asarray(found), -3, 3)
    error = float(np.abs(values - np.asarray(gold)).mean())
    return {"mae": round(error, 4), "r": round(float(np.corrcoef(gold, values)[0, 1]), 4)}


def root_scores(gold: Sequence[int], found: Sequence[int]) -> dict[str, float]:
    """Accuracy and the plain mean of the roots' F1."""
    truth, mine = np.asarray(gold), np.asarray(found)
    single = []
    for number in range(len(ROOTS)):
        hits = int(((truth == number) & (mine == number)).sum())
        single.append(f1(hits, int((truth == number).sum()), int((mine == number).sum())))
    accuracy = float((truth == mine).mean())
    return {"accuracy": round(accuracy, 4), "macro_f1": round(float(np.mean(single)), 4)}
