"""Learn `event_evidence.tsv`: what each piece of evidence says of two tellings being of one event.

    python -m training.event_evidence STORY… [--write]

A story is a folder with docs/ and gold.json. Two tellings that touch the evidence of one gold event, and of no other, are
one event; two that can touch none in common are not; the rest says nothing. Logistic regression with a small ridge; what
speaks for one event may not count against it, nor the other way round. The figures are of stories left out one by one.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tidings.engine import open_case
from tidings.grammar.events.event_card import EventCard
from tidings.grammar.events.evidence import evidence
from tidings.run.grouping import group
from tidings.run.linking import link
from tidings.stages import LINK
from tidings.stages.link.events import Events

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/event_evidence.tsv"
HEAD = """# What each piece of evidence adds to the log odds that two tellings are of one event.
# Learnt by training/event_evidence.py on the pairs of tellings of the seed story, the five stories in examples/ and three
# more development stories. Not one by one to be changed: they hold together.
# evidence, log odds
"""
RIDGE = 0.3
SLIGHT = 0.02  # log odds that are not kept
FREE = frozenset({"said", "met", "nobody named", "neither dated", "only one a dealing", "one document"})
AGAINST = frozenset(
    {
        "other type", "two modes", "two dealings", "only one under a condition", "done to others",
        "other persons as doers", "other persons as sufferers", "other doers", "other sufferers", "no party in common",
        "days that do not meet", "a day that does not fit", "days from the report", "days between reports",
        "unlike matter", "other place", "called off or held",
    }
)  # fmt: skip
HALF = (
    0.5  # weight of two tellings of one document of which the gold has one: its evidence is not all that a text tells
)

Row = tuple[str, dict[str, float], bool, float]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Story:
    """The tellings of a story, with the gold event of those that tell one, and all that each may tell."""

    name: str
    cards: dict[str, EventCard]
    event: dict[str, str]
    may: dict[str, frozenset[str]]
    near: dict[str, frozenset[str]]  # gold events whose evidence it touches


def story(path: Path) -> Story:
    """Read and link a story up to its events, and lay its gold beside."""
    with open_case(":memory:") as case:
        case.add([str(path / "docs")])
        readings = case.readings()
    linked = link(LINK[: [step.name for step in LINK].index("link/events")], readings)
    gold = json.loads((path / "gold.json").read_text("utf-8"))["events"]
    cards, event, may, near = {}, {}, {}, {}
    for reading in readings:
        file = Path(reading.document.path).name
        here = {g["id"] for g in gold for e in g["evidence"] if e["file"] == file}
        for card in Events().cards(reading, linked):
            cards[card.id] = card
            touched = [
                (1 + (card.type == g["type"]) if card.type in (g["type"], *(g.get("type_also") or [])) else 0, g["id"])
                for g in gold
                if any(e["file"] == file and touches(card.clause, e["text"]) for e in g["evidence"])
            ]
            best = {id_ for right, id_ in touched if right == max(touched)[0] and right}
            near[card.id] = frozenset(id_ for _, id_ in touched)
            may[card.id] = frozenset(best if len(best) == 1 else {id_ for _, id_ in touched} | here)
            if len(best) == 1:
                event[card.id] = min(best)
    return Story(path.name, cards, event, may, near)


def tokens(text: str) -> Counter[str]:
    bare = unicodedata.normalize("NFKD", text).casefold()
    return Counter(re.findall(r"\w+", "".join(c for c in bare if not unicodedata.combining(c))))


def touches(a: str, b: str) -> bool:
    """Whether two passages are of the same words, as stories are scored."""
    one, other = tokens(a), tokens(b)
    common, sizes = (one & other).total(), (one.total(), other.total())
    return min(sizes) > 1 and common >= 0.7 * min(sizes) and 2 * common >= 0.3 * sum(sizes)


def pairs(told: Story) -> Iterator[Row]:
    """Each two tellings that the gold says something of."""
    for a, b in combinations(sorted(told.cards), 2):
        same = a in told.event and told.event[a] == told.event.get(b)
        if same or not told.may[a] & told.may[b]:
            yield told.name, evidence(told.cards[a], told.cards[b]), same, 1.0
        elif one_document(told, a, b) and not told.near[a] & told.near[b]:
            yield told.name, evidence(told.cards[a], told.cards[b]), False, HALF


def one_document(told: Story, a: str, b: str) -> bool:
    """Whether they stand in one document, and the gold has one of them alone."""
    return told.cards[a].document == told.cards[b].document and (a in told.event) != (b in told.event)


def laid_out(rows: Sequence[Row], names: Sequence[str]) -> tuple[Matrix, Matrix, Matrix]:
    at = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for n, (_, found, _, _) in enumerate(rows):
        x[n, at["always"]] = 1.0
        for name, value in found.items():
            x[n, at[name]] = value
    return x, np.array([float(same) for _, _, same, _ in rows]), np.array([weight for *_, weight in rows])


def fitted(rows: Sequence[Row], names: Sequence[str]) -> dict[str, float]:
    """The log odds of each piece, by Newton's method within the signs that it may have."""
    x, y, weight = laid_out(rows, names)
    free = {*FREE, "always"}
    low = np.array([-np.inf if name in free or name in AGAINST else 0.0 for name in names])
    high = np.array([0.0 if name in AGAINST else np.inf for name in names])
    ridge = np.array([0.01 if name == "always" else RIDGE for name in names])
    odds = np.array([-2.0 if name == "always" else 0.0 for name in names])

    def loss(at: Matrix) -> float:
        z = x @ at
        return float((weight * (np.logaddexp(0, z) - y * z)).sum() + (ridge * at * at).sum() / 2)

    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ odds))
        slope = x.T @ (weight * (p - y)) + ridge * odds
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        moving = ~(((odds <= low) & (slope > 0)) | ((odds >= high) & (slope < 0)))
        step = np.zeros(len(names))
        step[moving] = -np.linalg.solve(curve[np.ix_(moving, moving)], slope[moving])
        tried = [np.clip(odds + step / 2**n, low, high) for n in range(12)]
        better = next((t for t in tried if loss(t) < loss(odds) - 1e-5), None)
        if better is None:
            break
        odds = better
    return dict(zip(names, odds.tolist(), strict=True))


def write(weights: dict[str, float]) -> None:
    """The table, heaviest first."""
    rest = sorted((n for n in weights if n != "always" and abs(weights[n]) >= SLIGHT), key=lambda n: (-weights[n], n))
    lines = [f"{name}\t{weights[name]:.2f}" for name in ("always", *rest)]
    TABLE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


def grouped(told: Story, weights: dict[str, float]) -> dict[str, str]:
    """The groups that LINK makes of a story's tellings with these weights."""
    from tidings.grammar.events import evidence as module

    module.weights.cache_clear()
    module.dearest.cache_clear()
    kept, module.weights = module.weights, lambda: weights  # type: ignore[assignment]
    try:
        step = Events()
        by_key: dict[str, list[EventCard]] = {}
        for card in told.cards.values():
            for key in step.keys(card):
                by_key.setdefault(key, []).append(card)
        links = {n for cards in by_key.values() for n in step.compare(cards)}
    finally:
        module.weights = kept
        module.dearest.cache_clear()
    found = group("event", told.cards, links, step.least, average=step.average)
    return {member: g.id for g in found for member in g.members}


def scores(stories: Sequence[Story], groups: Sequence[dict[str, str]]) -> str:
    """Pairs right of those the gold says something of, and B-cubed over the tellings of gold events."""
    right = given = wanted = 0
    cubed = []
    for told, by in zip(stories, groups, strict=True):
        for a, b in combinations(sorted(told.cards), 2):
            same = a in told.event and told.event[a] == told.event.get(b)
            if same or not told.may[a] & told.may[b]:
                right, given, wanted = right + (same and by[a] == by[b]), given + (by[a] == by[b]), wanted + same
        sets = [
            ({b for b in told.event if by[b] == by[a]}, {b for b in told.event if told.event[b] == told.event[a]})
            for a in told.event
        ]
        cubed.append((np.mean([len(o & g) / len(o) for o, g in sets]), np.mean([len(o & g) / len(g) for o, g in sets])))
    p, r = right / max(1, given), right / max(1, wanted)
    bp, br = np.mean(cubed, 0)
    return f"pairs P {p:.3f} R {r:.3f} F {2 * p * r / (p + r):.3f}, B-cubed P {bp:.3f} R {br:.3f} F {2 * bp * br / (bp + br):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    stories = [story(path) for path in options.stories]
    rows = [row for told in stories for row in pairs(told)]
    names = ["always", *sorted({name for _, found, _, _ in rows for name in found})]
    print(f"{len(stories)} stories, {len(rows)} pairs, {sum(same for _, _, same, _ in rows)} of one event")
    left_out = [grouped(t, fitted([r for r in rows if r[0] != t.name], names)) for t in stories]
    print("each story left out:", scores(stories, left_out))
    weights = fitted(rows, names)
    print("all:", scores(stories, [grouped(t, weights) for t in stories]))
    if options.write:
        write(weights)


if __name__ == "__main__":
    main()
