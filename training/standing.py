"""Learn `standing_evidence.tsv`: by which signs a line of the first screen is all right.

    python -m training.standing STORY… [--write]

A line is right where its words touch the evidence of one gold event or dealing (a story is a folder with docs/ and gold.json)
of its kind that stands as it says, between no other parties, and on no other day. The figures are of the first five lines of
each story, as they are ranked, by weights that have not seen the story.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidings.engine import tell
from tidings.model import Account, Anchor, Dealing, Event
from tidings.report.standing import FIRST, SURELY, weighed
from tidings.report.standing_signs import ALWAYS, signs
from training.event_evidence import tokens, touches
from training.rendered import fitted

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/standing_evidence.tsv"
HEAD = """# What each sign adds to the log odds that a line of the first screen is all right: kind, standing, parties and day.
# Learnt by training/standing.py on {count} stories.
# Not one by one to be changed: they hold together.
# sign, log odds
"""
RIDGE = 2.0
PARTS = 7
FATED = frozenset({"offer", "counter_offer", "demand", "condition", "agreement"})  # kinds whose state the gold tells

Gold = dict[str, Any]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """What the first screen may show: its signs, its weight, whether it is of any gold record, and whether all of it is right."""

    story: str
    id: str
    signs: dict[str, float]
    weight: float
    places: frozenset[tuple[str, int]]
    found: bool
    right: bool


@dataclass(frozen=True)
class Judge:
    """A story's gold beside its account."""

    gold: Gold
    file: dict[str, str]
    names: dict[str, frozenset[str]]  # of the account's entities
    lands: dict[str, str]

    def met(self, kind: str, evidence: Sequence[Anchor]) -> Iterator[Gold]:
        """The gold's records of a kind whose evidence these words touch."""
        for one in self.gold[kind]:
            if any(
                self.file[a.document] == e["file"] and touches(a.exact, e["text"])
                for a in evidence
                for e in one["evidence"]
            ):
                yield one

    def is_one(self, name: str, id_: str) -> bool:
        """Whether an entity of the account is the gold's of that name, or acts for it or for the same state."""
        own = next((e for e in self.gold["entities"] if e["name"] == name), {"aliases": [], "acts_for": None})
        called = {plain(n) for n in (name, *own["aliases"])}
        land = self.lands.get(id_)
        return bool(called & self.names.get(id_, frozenset())) or bool(
            land and (land == own["acts_for"] or plain(land) in called)
        )

    def event(self, event: Event) -> tuple[bool, bool]:
        """Whether any gold event is met, and whether one is told rightly."""
        met = list(self.met("events", event.evidence))
        return bool(met), any(self.is_right_event(event, one) for one in met)

    def is_right_event(self, event: Event, one: Gold) -> bool:
        """Whether type and status are the gold's, and no party and no day another."""
        wanted = (*one["actors"], *one["recipients"])
        parties = all(any(self.is_one(name, id_) for name in wanted) for id_ in (*event.actors, *event.recipients))
        types = (one["type"], *(one.get("type_also") or ()))
        return event.type in types and event.status == one["status"] and parties and agrees(event, one["date"])

    def dealing(self, dealing: Dealing) -> tuple[bool, bool]:
        """Whether any gold dealing is met, and whether one is told rightly."""
        met = list(self.met("dealings", dealing.evidence))
        return bool(met), any(self.is_right_dealing(dealing, one) for one in met)

    def is_right_dealing(self, dealing: Dealing, one: Gold) -> bool:
        """Whether kind and state are the gold's, and neither side another."""
        giver = dealing.from_ is None or self.is_one(one["from"], dealing.from_)
        taker = dealing.to is None or not one["to"] or self.is_one(one["to"], dealing.to)
        stands = dealing.state == one["state"] or one["kind"] not in FATED
        return dealing.kind == one["kind"] and stands and giver and taker


def plain(name: str) -> str:
    """A name in its words alone."""
    return " ".join(tokens(name))


def agrees(event: Event, gold: Gold) -> bool:
    """Whether one of two days lies within the other; yes where one is not told."""
    first, last = event.date.from_, event.date.to
    start, end = gold["from"], gold["to"]
    if not first or not start:
        return True
    within = start <= first and (not end or (last or first) <= end)
    return within or (first <= start and (not end or end <= (last or first)))


def story(path: Path) -> Iterator[Row]:
    """The rows of a story."""
    account, name = tell([str(path / "docs")]), f"{path.parent.name}/{path.name}"
    judge = judge_of(account, json.loads((path / "gold.json").read_text("utf-8")))
    for record, weight in weighed(account):
        verdict = judge.event(record) if isinstance(record, Event) else judge.dealing(record)
        places = frozenset((a.document, a.start) for a in record.evidence)
        yield Row(name, record.id, dict(signs(record)), weight, places, *verdict)


def judge_of(account: Account, gold: Gold) -> Judge:
    """A gold beside an account."""
    called = {e.id: frozenset(plain(m.exact) for m in e.mentions) | {plain(e.name)} for e in account.entities}
    lands = {e.id: e.acts_for for e in account.entities if e.acts_for}
    return Judge(gold, {d.id: Path(d.path).name for d in account.documents}, called, lands)


def firsts(rows: Sequence[Row], worth: Floats) -> Iterator[Row]:
    """The first lines of each story by what they are worth; no words twice."""
    told: dict[str, set[tuple[str, int]]] = {}
    count: dict[str, int] = {}
    for k in sorted(range(len(rows)), key=lambda k: (-worth[k], rows[k].id)):
        one = rows[k]
        if not one.places & told.setdefault(one.story, set()) and count.get(one.story, 0) < FIRST:
            told[one.story] |= one.places
            count[one.story] = count.get(one.story, 0) + 1
            yield one


def learn(rows: Sequence[Row], *, write: bool) -> None:
    """Say how well the lines are chosen for stories left out, and write the table of all."""
    names = sorted({name for one in rows for name in one.signs})
    x = np.array([[1.0, *(one.signs.get(name, 0.0) for name in names)] for one in rows])
    y = np.array([float(one.right) for one in rows])
    weight = np.array([one.weight for one in rows])
    every = sorted({one.story for one in rows})
    part = np.array([every.index(one.story) % PARTS for one in rows])
    sure, even = np.zeros(len(rows)), np.ones(len(rows))
    for out in range(PARTS):
        sure[part == out] = 1 / (
            1 + np.exp(-x[part == out] @ fitted(x[part != out], y[part != out], even[part != out], RIDGE))
        )
    for told, worth in (("by weight alone", weight), ("by chance and weight", sure**SURELY * weight)):
        first = list(firsts(rows, worth))
        print(
            f"{told}: of {len(first)} lines {sum(r.found for r in first)} are of the gold, {sum(r.right for r in first)} all right"
        )
    if write:
        odds = zip((ALWAYS, *names), fitted(x, y, even, RIDGE), strict=True)
        lines = [f"{name}\t{value:.2f}" for name, value in odds if abs(value) >= 0.02]
        TABLE.write_text(HEAD.format(count=len(every)) + "\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Learn from stories."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    learn([one for path in options.stories for one in story(path)], write=options.write)


if __name__ == "__main__":
    main()
