"""Learn `event_evidence.tsv`: what each piece of evidence says of two tellings being of one event.

    python -m training.event_evidence --gold ../shared/gold STORY… [--onto TABLE] [--write]

From the piles of real reports whose events readers labelled (evals/labels/reports.md, the open part), and from stories, each
a folder with docs/ and gold.json. In a pile, two tellings whose words are labelled as one event are one, two labelled as
two are not. In a story, two that touch the evidence of one gold event, and of no other, are one; two that can touch none in
common are not. One that is labelled beside one that is not counts in part. Logistic regression with a ridge over those
that `match` leaves open; what speaks for one event may not count against it, nor the other way round. The figures are of
stories, and of piles in ten parts, left out. `--onto` keeps to a table learnt before, `event_evidence_piles.tsv`, but
for what the stories change of it: so the shipped one was made; `--then` weighs pieces that came later, the others held.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.reports import Labelled, labelled, readings
from tidings.engine import open_case
from tidings.grammar.events.event_card import EventCard
from tidings.grammar.events.evidence import evidence, two_dealings
from tidings.grammar.events.match import ruled_out
from tidings.model import EventMention, Reading
from tidings.run.grouping import group
from tidings.run.linking import link
from tidings.stages import LINK
from tidings.stages.link.events import Events
from training.one_event import Grouped, scores

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/event_evidence.tsv"
HEAD = """# What each piece of evidence adds to the log odds that two tellings are of one event.
# Learnt by training/event_evidence.py on the pairs of tellings of {count}.
# Not one by one to be changed: they hold together.
# evidence, log odds
"""
RIDGE = 1.0
ONTO = (
    10.0  # the ridge of what stories may change of the table: set on twenty stories, left out one by one, and 70 piles
)
SLIGHT = 0.02  # log odds that are not kept
FREE = frozenset({"said", "met", "nobody named", "neither dated", "only one a dealing", "one document", "both quoted"})
AGAINST = frozenset(
    {
        "two modes", "only one done", "done to others",
        "other persons as doers", "other persons as sufferers", "other doers", "other sufferers", "no party in common",
        "days from the report", "days between reports",
        "likely other days",
        "unlike matter", "other place", "called off or held",
    }
)  # fmt: skip
HALF = (
    0.5  # weight of two tellings of one document of a story of which the gold has one: it is not all that a text tells
)
QUARTER = 0.25  # the same in a pile, in any two documents
PARTS = 10

Row = tuple[dict[str, float], bool, float]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Story:
    """The tellings of a story or a pile, with the event of those that tell one, and what is known of two of them."""

    name: str
    part: str  # what is left out together
    cards: dict[str, EventCard]
    event: dict[str, str]
    may: dict[str, frozenset[str]] | None = None  # the gold events that each may tell; none for piles, labelled in full
    near: dict[str, frozenset[str]] | None = None  # gold events whose evidence it touches

    def known(self, a: str, b: str) -> tuple[bool, float] | None:
        """Whether two tellings are of one event, and how much that counts; None where the gold says nothing."""
        same = a in self.event and self.event[a] == self.event.get(b)
        one_of_two = (a in self.event) != (b in self.event)
        if self.may is None or self.near is None:
            if same or (a in self.event and b in self.event):
                return same, 1.0
            return (False, QUARTER) if one_of_two else None
        if same or not self.may[a] & self.may[b]:
            return same, 1.0
        here = self.cards[a].document == self.cards[b].document
        return (False, HALF) if here and one_of_two and not self.near[a] & self.near[b] else None


def cards_of(found: Sequence[Reading]) -> Iterator[tuple[Reading, list[EventCard]]]:
    """Each reading with the cards of its tellings, linked up to events."""
    linked = link(LINK[: [step.name for step in LINK].index("link/events")], found)
    for reading in found:
        yield reading, list(Events().cards(reading, linked))


def story(path: Path) -> Story:
    """Read and link a story up to its events, and lay its gold beside."""
    with open_case(":memory:") as case:
        case.add([str(path / "docs")])
        found = case.readings()
    gold = json.loads((path / "gold.json").read_text("utf-8"))["events"]
    told = Story(path.name, path.name, {}, {}, {}, {})
    assert told.may is not None
    assert told.near is not None
    for reading, cards in cards_of(found):
        file = Path(reading.document.path).name
        here = {g["id"] for g in gold for e in g["evidence"] if e["file"] == file}
        for card in cards:
            told.cards[card.id] = card
            touched = [
                (1 + (card.type == g["type"]) if card.type in (g["type"], *(g.get("type_also") or [])) else 0, g["id"])
                for g in gold
                if any(e["file"] == file and touches(card.clause, e["text"]) for e in g["evidence"])
            ]
            best = {id_ for right, id_ in touched if right == max(touched)[0] and right}
            told.near[card.id] = frozenset(id_ for _, id_ in touched)
            told.may[card.id] = frozenset(best if len(best) == 1 else {id_ for _, id_ in touched} | here)
            if len(best) == 1:
                told.event[card.id] = min(best)
    return told


def tokens(text: str) -> Counter[str]:
    bare = unicodedata.normalize("NFKD", text).casefold()
    return Counter(re.findall(r"\w+", "".join(c for c in bare if not unicodedata.combining(c))))


def touches(a: str, b: str) -> bool:
    """Whether two passages are of the same words, as stories are scored."""
    one, other = tokens(a), tokens(b)
    common, sizes = (one & other).total(), (one.total(), other.total())
    return min(sizes) > 1 and common >= 0.7 * min(sizes) and 2 * common >= 0.3 * sum(sizes)


def pile(told: Labelled, found: dict[str, Reading]) -> Story:
    """A pile with the labelled events of its tellings."""
    part = f"part {blake2b(told.name.encode(), digest_size=2).digest()[1] % PARTS}"
    made = Story(told.name, part, {}, {})
    letter = {reading.document.id: d for d, reading in found.items()}
    for reading, cards in cards_of(list(found.values())):
        made.cards.update((card.id, card) for card in cards)
        made.event.update(labels_of(told, letter[reading.document.id], reading))
    return made


def labels_of(told: Labelled, document: str, reading: Reading) -> Iterator[tuple[str, str]]:
    """The labelled event of each telling of a report: that of its trigger, else the only one of its type in its sentence."""
    labels = [t for t in told.tellings if t.document == document]
    met: dict[str, int] = {}
    for event in reading.events:
        at = [n for n, label in enumerate(labels) if label.trigger.meets(event.trigger)]
        if at:
            met[event.id] = min(at, key=lambda n: labels[n].type != event.type)
    taken = set(met.values())
    for event in reading.events:
        if event.id in met:
            yield event.id, labels[met[event.id]].event
            continue
        rest = [label for n, label in enumerate(labels) if n not in taken and label.type == event.type]
        here = {label.event for label in rest if one_sentence(reading, event, label.trigger.start)}
        if len(here) == 1:
            yield event.id, min(here)


def one_sentence(reading: Reading, event: EventMention, at: int) -> bool:
    """Whether a place stands in a telling's sentence."""
    return any(s.start <= event.trigger.start < s.end and s.start <= at < s.end for s in reading.sentences)


def rows_of(told: Story) -> Iterator[Row]:
    """Each two tellings that the gold says something of, and that only evidence decides."""
    for a, b in combinations(sorted(told.cards), 2):
        one, other = told.cards[a], told.cards[b]
        known = told.known(a, b)
        if (
            known is None
            or one.type != other.type
            or two_dealings(one, other)
            or (not known[0] and ruled_out(one, other))
        ):
            continue
        yield evidence(one, other), *known


def fitted(rows: Sequence[Row], names: Sequence[str], table: Mapping[str, float] | None = None) -> dict[str, float]:
    """The log odds of each piece, by Newton's method within the signs that it may have; near a table's where one is given."""
    at = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for n, (found, _, _) in enumerate(rows):
        x[n, at["always"]] = 1.0
        for name, value in found.items():
            x[n, at[name]] = value
    y, weight = np.array([float(same) for _, same, _ in rows]), np.array([weight for *_, weight in rows])
    free = {*FREE, "always"}
    low = np.array([-np.inf if name in free or name in AGAINST else 0.0 for name in names])
    high = np.array([0.0 if name in AGAINST else np.inf for name in names])
    middle = np.array([0.0 if table is None else table.get(name, 0.0) for name in names])
    ridge = np.array([ONTO if table is not None else 0.01 if name == "always" else RIDGE for name in names])
    odds = np.array([-2.0 if name == "always" else 0.0 for name in names]) if table is None else middle.copy()

    def loss(at: Matrix) -> float:
        z = x @ at
        return float((weight * (np.logaddexp(0, z) - y * z)).sum() + (ridge * (at - middle) ** 2).sum() / 2)

    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ odds))
        slope = x.T @ (weight * (p - y)) + ridge * (odds - middle)
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


def weighed_then(rows: Sequence[Row], pieces: Sequence[str], table: Mapping[str, float]) -> dict[str, float]:
    """A table with these pieces weighed anew by pairs of two documents, each by itself, and all others held."""
    found = dict(table)
    across = [row for row in rows if "one document" not in row[0]]
    y, weight = np.array([float(same) for _, same, _ in across]), np.array([weight for *_, weight in across])
    for piece in pieces:
        rest = [sum(found.get(n, 0.0) * v for n, v in row.items() if n != piece) for row, *_ in across]
        z, x = np.array(rest) + found["always"], np.array([row.get(piece, 0.0) for row, *_ in across])
        odds = 0.0
        for _ in range(40):
            p = 1 / (1 + np.exp(-z - odds * x))
            odds -= float((x @ (weight * (p - y)) + RIDGE * odds) / (x * x @ (weight * p * (1 - p)) + RIDGE))
        found[piece] = odds
    return found


def write(weights: dict[str, float], count: str) -> None:
    """The table, heaviest first."""
    rest = sorted((n for n in weights if n != "always" and abs(weights[n]) >= SLIGHT), key=lambda n: (-weights[n], n))
    lines = [f"{name}\t{weights[name]:.2f}" for name in ("always", *rest)]
    TABLE.write_text(HEAD.format(count=count) + "\n".join(lines) + "\n", "utf-8")


def grouped(told: Story, weights: dict[str, float] | None) -> Grouped:
    """The groups that LINK makes of a story's tellings, with these weights or those of the table."""
    from tidings.grammar.events import evidence as module

    kept = module.weights
    if weights is not None:
        module.weights = lambda _: weights  # type: ignore[assignment]
    module.dearest.cache_clear()
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
    by = {member: g.id for g in found for member in g.members}
    documents = {id_: card.document for id_, card in told.cards.items()}
    known = {(a, b): says for a, b in combinations(sorted(told.cards), 2) if (says := told.known(a, b)) is not None}
    return Grouped(by, documents, told.event, {pair: same for pair, (same, weight) in known.items() if weight == 1.0})


def left_out(
    told: Sequence[Story], names: Sequence[str], table: Mapping[str, float] | None = None
) -> Iterator[Grouped]:
    """The groups of each story and pile by weights that have not seen it."""
    rows = {one.name: list(rows_of(one)) for one in told}
    parts = defaultdict(list)
    for one in told:
        parts[one.part].append(one)
    found: dict[str, Grouped] = {}
    for part in parts:
        weights = fitted([row for one in told if one.part != part for row in rows[one.name]], names, table)
        found.update((one.name, grouped(one, weights)) for one in parts[part])
    return (found[one.name] for one in told)


def report(title: str, told: Sequence[Story], found: Iterable[Grouped]) -> None:
    """Print what the groups are worth, of the stories and of the piles."""
    made = list(zip(told, found, strict=True))
    for sort in ("stories", "piles"):
        some = [by for one, by in made if (one.may is None) == (sort == "piles")]
        if some:
            print(f"{title}, {len(some)} {sort}: {scores(some)}")


def weights_in(table: Path) -> dict[str, float]:
    """The weights of a table of this kind."""
    lines = (line.split("\t") for line in table.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {name: float(weight) for name, weight in lines}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--test", action="store_true", help="only score the table on the test part of the piles")
    parser.add_argument("--onto", type=Path, help="learn from the stories what to change of this table")
    parser.add_argument("--then", nargs="+", help="print what these pieces weigh with all others as in the package")
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    piles = [pile(told, readings(options.gold, told.name, told.documents)) for told in labelled(test=options.test)]
    told = [*piles, *([] if options.test else (story(path) for path in options.stories))]
    report("the table", told, (grouped(one, None) for one in told))
    if options.test:
        return
    learnt = [one for one in told if one.may is not None] if options.onto else told
    start = weights_in(options.onto) if options.onto else None
    rows = [row for one in learnt for row in rows_of(one)]
    names = ["always", *sorted({name for found, _, _ in rows for name in found} | set(start or ()) - {"always"})]
    count = f"{len(piles)} piles of real reports and {len(told) - len(piles)} stories"
    if options.onto:
        count = f"{options.onto.name}, then of {len(learnt)} stories"
    print(f"{count}: {len(rows)} pairs, {sum(same for _, same, _ in rows)} of one event")
    if options.then:
        weights = weighed_then(rows, options.then, weights_in(TABLE))
        print(*(f"{name}: {weights[name]:.2f}" for name in options.then))
    else:
        report("left out", learnt, left_out(learnt, names, start))
        weights = fitted(rows, names, start)
    report("all", told, (grouped(one, weights) for one in told))
    if options.write and not options.then:
        write(weights, count)


if __name__ == "__main__":
    main()
