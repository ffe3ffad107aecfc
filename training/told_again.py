"""Learn `told_again.tsv`: by which signs a sentence tells an event of which no act is read in its report.

    python -m training.told_again --gold ../shared/gold STORY… [--write]

An event as one report tells it, whose words touch the evidence of one gold event (a story is a folder with docs/ and
gold.json), is laid beside every sentence of each other report in which it is not joined to anything. A sentence is right
where it holds the evidence of that event. First each sentence is weighed by itself; then by how far it is ahead of the event's
other sentences in that report, and the event of others in that sentence, all of them by weights that have not seen
the story. The figures are of the likeliest sentence of each event and report, stories left out in seven parts; and, by the
weights of all, of piles of real reports (evals/labels/reports.md, the open part), which nothing is learnt from.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.reports import Labelled, labelled, readings
from tidings.engine import open_case
from tidings.grammar.events.evidence import likely
from tidings.grammar.events.told_again import ALWAYS, Beside, Place, is_near, rivalry, signs
from tidings.model import EventMention, Reading, Telling
from tidings.run.linking import link
from tidings.stages import LINK, TELL
from tidings.stages.tell.retold import Heard, Retold
from training.event_evidence import labels_of, tokens, touches

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/told_again.tsv"
HEAD = """# What each sign adds to the log odds that a sentence tells an event of which no act is read in its report.
# Learnt by training/told_again.py on {count}. From "in all" on: the second weighing, beside its rivals.
# Not one by one to be changed: they hold together.
# sign, log odds
"""
RIDGE = 1.0
PARTS = 7
FREE = frozenset({"said", "met", "nobody named", "no act", "likest act", "likest act of the type"})
AGAINST = frozenset(
    {"likest act ruled out", "likest act joined elsewhere", "other figures", "other days", "days between reports"}
)
BARS = (0.8, 0.75, 0.7, 0.65, 0.6, 0.5)

Right = Callable[[EventMention, Reading, Place], bool | None]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """A sentence beside an event, with its signs, and whether it is right, where the gold says so."""

    story: str
    event: str
    document: str
    place: Place
    signs: dict[str, float]
    right: bool | None


def rows_of(name: str, found: Sequence[Reading], right: Right) -> Iterator[Row]:
    """Each event of a pile or story beside each sentence that may tell it again."""
    telling = Telling(tuple(found), link(LINK, found))
    for stage in TELL:
        if stage.name == "tell/retold":
            break
        (telling,) = stage.run([telling])
    heard, (sure, told_in) = Heard.of(telling), Retold().surest(telling)
    places = {reading.document.id: heard.places(reading) for reading in found}
    for group, (reading, event) in sorted(sure.items()):
        known = heard.telling(reading, event)
        for other in found:
            if other.document.id not in told_in[group]:
                for place in places[other.document.id]:
                    if is_near(known, place):
                        yield Row(
                            name, group, other.document.id, place, signs(known, place), right(event, other, place)
                        )


def story(path: Path) -> list[Row]:
    """The rows of a story."""
    with open_case(":memory:") as case:
        case.add([str(path / "docs")])
        found = case.readings()
    gold = json.loads((path / "gold.json").read_text("utf-8"))["events"]

    def gold_of(event: EventMention, reading: Reading) -> str | None:
        clause = reading.document.text[event.clause.start : event.clause.end]
        file = Path(reading.document.path).name
        mine = [g for g in gold if any(e["file"] == file and touches(clause, e["text"]) for e in g["evidence"])]
        mine = [g for g in mine if event.type in (g["type"], *(g.get("type_also") or []))]
        return str(mine[0]["id"]) if len(mine) == 1 else None

    event_of = {e.id: gold_of(e, reading) for reading in found for e in reading.events}
    texts = {g["id"]: g["evidence"] for g in gold}

    def right(event: EventMention, reading: Reading, place: Place) -> bool | None:
        id_, file = event_of[event.id], Path(reading.document.path).name
        return None if id_ is None else any(e["file"] == file and holds(place.text, e["text"]) for e in texts[id_])

    return list(rows_of(path.name, found, right))


def holds(sentence: str, evidence: str) -> bool:
    """Whether a sentence holds the words of a piece of evidence, or lies in it."""
    one, other = tokens(sentence), tokens(evidence)
    least = min(one.total(), other.total())
    return least > 1 and (one & other).total() >= 0.7 * least


def pile(told: Labelled, found: dict[str, Reading]) -> list[Row]:
    """The rows of a pile of labelled reports."""
    letter = {reading.document.id: d for d, reading in found.items()}
    event_of = {id_: event for d, reading in found.items() for id_, event in labels_of(told, d, reading)}

    def right(event: EventMention, reading: Reading, place: Place) -> bool | None:
        if event.id not in event_of:
            return None
        mine = (t for t in told.tellings if t.event == event_of[event.id] and t.document == letter[reading.document.id])
        return any(place.span.start <= t.trigger.start < place.span.end for t in mine)

    return list(rows_of(told.name, list(found.values()), right))


@dataclass(frozen=True)
class Weights:
    """What the two weighings add up: a weight for each sign, the last for "always" and "in all"."""

    first: Floats
    second: Floats


class Rows:
    """Rows as numbers."""

    def __init__(self, rows: Sequence[Row], names: Sequence[str]) -> None:
        at = {name: n for n, name in enumerate(names)}
        self.rows, self.names = rows, names
        self.x = np.zeros((len(rows), len(names) + 1))
        self.x[:, -1] = 1.0
        for n, row in enumerate(rows):
            for name, value in row.signs.items():
                self.x[n, at[name]] = value
        self.known = np.array([row.right is not None for row in rows])
        self.right = np.array([bool(row.right) for row in rows], float)
        stories = sorted({row.story for row in rows}, key=lambda name: blake2b(name.encode()).digest())
        part = {name: n % PARTS for n, name in enumerate(stories)}
        self.part = np.array([part[row.story] for row in rows])

    def first(self, some: NDArray[np.bool_]) -> Floats:
        """The weights of the first weighing."""
        some = some & self.known
        low = [-np.inf if name in FREE | AGAINST else 0.0 for name in self.names]
        high = [0.0 if name in AGAINST else np.inf for name in self.names]
        return fitted(self.x[some], self.right[some], np.array([*low, -np.inf]), np.array([*high, np.inf]))

    def second(self, odds: Floats, some: NDArray[np.bool_]) -> Floats:
        """The weights of the second weighing, for rows whose odds were weighed without their story."""
        some = some & self.known
        seen, ends = self.beside(odds)[some], np.full(len(SECOND) + 1, np.inf)
        return fitted(seen, self.right[some], -ends, ends)

    def beside(self, odds: Floats) -> Floats:
        """What the second weighing asks of each row."""
        every = [Beside(r.story + r.event, r.document, r.place, float(z)) for r, z in zip(self.rows, odds, strict=True)]
        return np.array([[*(seen[name] for name in SECOND), 1.0] for seen in rivalry(every)])

    def unseen(self, some: NDArray[np.bool_]) -> Floats:
        """The odds of some rows, each by a first weighing that has not seen its story's part."""
        odds = np.full(len(self.rows), -9.0)
        for part in sorted(set(self.part[some].tolist())):
            here = some & (self.part == part)
            odds[here] = self.x[here] @ self.first(some & (self.part != part))
        return odds

    def learnt(self, some: NDArray[np.bool_]) -> Weights:
        """The weights of both weighings."""
        return Weights(self.first(some), self.second(self.unseen(some), some))

    def weighed(self, weights: Weights) -> Floats:
        """What both weighings say of each row."""
        found: Floats = self.beside(self.x @ weights.first) @ weights.second
        return found


SECOND = ("odds", "ahead in its report", "ahead of other events")


def fitted(x: Floats, y: Floats, low: Floats, high: Floats) -> Floats:
    """Log odds, by Newton's method within the signs that each may have; the last is of what always holds."""
    odds = np.zeros(x.shape[1])
    odds[-1] = -4.0
    ridge = np.array([RIDGE] * (x.shape[1] - 1) + [0.01])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ odds))
        slope = x.T @ (p - y) + ridge * odds
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        moving = ~(((odds <= low) & (slope > 0)) | ((odds >= high) & (slope < 0)))
        step = np.zeros(len(odds))
        step[moving] = -np.linalg.solve(curve[np.ix_(moving, moving)], slope[moving])
        odds = np.clip(odds + step * min(1.0, 2.0 / max(1e-9, float(np.abs(step).max()))), low, high)
    return odds


def report(title: str, rows: Sequence[Row], odds: Sequence[float]) -> None:
    """How many of the likeliest sentences are right, from each chance on."""
    best: dict[tuple[str, str, str], tuple[float, bool]] = {}
    for row, z in zip(rows, odds, strict=True):
        key = (row.story, row.event, row.document)
        if row.right is not None:
            best[key] = max(best.get(key, (-99.0, False)), (z, row.right))
    told = [(likely(z), right) for z, right in best.values()]
    print(title, *(f"{bar}: {sum(r for c, r in told if c >= bar)}/{sum(c >= bar for c, _ in told)}" for bar in BARS))


def main() -> None:
    """Learn from stories."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--piles", type=int, default=40, help="how many of the open piles are told with the weights")
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    told = [row for path in options.stories for row in story(path)]
    piles = sorted(labelled(test=False), key=lambda one: blake2b(one.name.encode()).digest())[: options.piles]
    real = [row for one in piles for row in pile(one, readings(options.gold, one.name, one.documents))]
    learn(told, real, f"{len(options.stories)} stories", write=options.write)


def learn(told: Sequence[Row], real: Sequence[Row], count: str, *, write: bool) -> None:
    """Say how well the signs do on stories left out and on piles, and write the table of all."""
    rows = Rows(told, sorted({name for row in (*told, *real) for name in row.signs}))
    alone, beside = np.zeros(len(told)), np.zeros(len(told))
    for part in range(PARTS):
        out = rows.part == part
        weights = rows.learnt(~out)
        alone[out], beside[out] = (rows.x @ weights.first)[out], rows.weighed(weights)[out]
    report("stories left out, each sentence by itself:", told, alone.tolist())
    report("stories left out, beside its rivals:", told, beside.tolist())
    weights = rows.learnt(np.ones(len(told), bool))
    if real:
        report("piles:", real, Rows(real, rows.names).weighed(weights).tolist())
    if write:
        lines = [
            f"{name}\t{odds:.2f}" for name, odds in (*table(rows.names, weights.first, ALWAYS[0]), *second(weights))
        ]
        TABLE.write_text(HEAD.format(count=count) + "\n".join(lines) + "\n", "utf-8")


def table(names: Sequence[str], odds: Floats, always: str) -> list[tuple[str, float]]:
    """The weights by name, heaviest first, what is nothing left out."""
    rest = [(name, float(z)) for name, z in zip(names, odds, strict=False) if abs(z) >= 0.02]
    return [(always, float(odds[-1])), *sorted(rest, key=lambda one: (-one[1], one[0]))]


def second(weights: Weights) -> list[tuple[str, float]]:
    """The weights of the second weighing by name."""
    return table(SECOND, weights.second, ALWAYS[1])


if __name__ == "__main__":
    main()
