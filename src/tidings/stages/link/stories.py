"""Which documents tell of one unfolding matter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from tidings.lexicon import words
from tidings.model import Bound, GroupKind, Link, Linked, Reading
from tidings.stage import Round
from tidings.text.terms import term_vector

__all__ = ["Stories", "StoryCard"]

Table = NDArray[np.float64]
GONE = -9.0  # below any likeness


@dataclass(frozen=True, slots=True)
class StoryCard:
    """The weighted terms of a document and the day it came out."""

    document: str
    terms: Mapping[str, float]
    day: int | None


@dataclass(frozen=True)
class Stories(Round[StoryCard]):
    """Split a pile into stories: groups join while their middles are alike in rare terms and no long silence parts them.

    The middle of a group (the sum of its members' terms) grows clearer with its size, so that
    a matter of many months holds together at the likeness that parts two short ones. Only the
    days between the two nearest members of two groups count. Terms are weighed against a fixed
    table, so that a document's vector does not change with the pile it lies in. Constants are
    chosen on BASIL alone and on half of it mixed with a third of three Timeline17 topics.
    """

    name: ClassVar[str] = "link/stories"
    version: ClassVar[int] = 4
    kind: ClassVar[GroupKind] = "story"
    cap: ClassVar[int | None] = 4_000  # two tables of 128 MB, some seconds

    join: float = 0.28  # cosine of two middles, less the cost of the days between
    day_cost: float = 0.02
    most_days: int = 30
    opening: int = 600  # code points at the start that count thrice: they say what the story is

    def cards(self, reading: Reading, linked: Linked) -> Iterable[StoryCard]:
        """One card a document."""
        document = reading.document
        told = document.published[:10] if document.published else None
        terms = term_vector(document.text + f"\n{document.text[: self.opening]}" * 2)
        yield StoryCard(document.id, terms, date.fromisoformat(told).toordinal() if told else None)

    def member(self, card: StoryCard) -> str:
        """Its document."""
        return card.document

    def keys(self, card: StoryCard) -> Iterable[str]:
        """All documents meet: which group is nearest hangs on the whole pile."""
        yield "all"

    def compare(self, group: Sequence[StoryCard]) -> Iterator[Link | Bound]:
        """Links inside each story, from its smallest member to the others."""
        cards = sorted(group, key=lambda card: card.document)
        near = likeness(cards)
        apart = self.day_cost * np.minimum(days_between(cards), self.most_days)
        for members in joined(near, apart, self.join):
            first = members[0]
            for other in members[1:]:
                shared = sorted(
                    (cards[first].terms.keys() & cards[other].terms.keys()) - words("stop_words.txt"),
                    key=lambda t: (-cards[first].terms[t] * cards[other].terms[t], t),
                )
                why = "shared terms: " + ", ".join(shared[:6])
                weight = round(float(min(1.0, 0.5 + near[first, other] / 2)), 3)
                yield Link("story", cards[first].document, cards[other].document, "same", weight, why, self.origin)


def likeness(cards: Sequence[StoryCard]) -> Table:
    """Cosine of the terms for each pair; term by term, so that no arithmetic library decides the last digit."""
    holders: dict[str, list[tuple[int, float]]] = {}
    for i, card in enumerate(cards):
        for term, weight in card.terms.items():
            holders.setdefault(term, []).append((i, weight))
    near = np.zeros((len(cards), len(cards)))
    for term in sorted(holders):
        if len(holders[term]) > 1:
            rows = np.array([i for i, _ in holders[term]])
            weights = np.array([w for _, w in holders[term]])
            near[rows[:, None], rows] += weights[:, None] * weights
    np.fill_diagonal(near, 1.0)
    return near.round(6)


def days_between(cards: Sequence[StoryCard]) -> Table:
    """Days between each pair; none where one of the two is undated."""
    days = np.array([np.nan if card.day is None else card.day for card in cards], dtype=np.float64)
    return np.nan_to_num(np.abs(days[:, None] - days), nan=0.0)


def joined(near: Table, apart: Table, least: float) -> list[list[int]]:
    """Rows in groups, the two likest groups joined first while they are at least so alike; ties go to the smallest rows.

    `near` is turned into sums over members, `apart` into the least cost between them.
    """
    count = len(near)
    sums, cost, own = near.copy(), apart.copy(), np.ones(count)
    members = {i: [i] for i in range(count)}
    table = sums - cost
    np.fill_diagonal(table, GONE)
    best = table.argmax(axis=1)
    value = table[np.arange(count), best]
    while len(members) > 1 and value[a := int(value.argmax())] >= least:
        a, b = sorted((a, int(best[a])))
        own[a] += own[b] + 2 * sums[a, b]
        sums[a] += sums[b]
        sums[:, a] = sums[a]
        cost[a] = np.minimum(cost[a], cost[b])
        cost[:, a] = cost[a]
        members[a] = sorted(members[a] + members.pop(b))
        alive = np.fromiter(sorted(members), dtype=np.intp)
        row = np.full(count, GONE)
        row[alive] = (sums[a, alive] / np.sqrt(own[a] * own[alive]) - cost[a, alive]).round(6)
        row[a] = GONE
        table[a], table[:, a] = row, row
        table[b], table[:, b], value[b] = GONE, GONE, GONE
        for i in alive:
            if best[i] in (a, b) or i == a:
                best[i] = int(table[i].argmax())
                value[i] = table[i, best[i]]
            elif row[i] > value[i] or (row[i] == value[i] and a < best[i]):
                best[i], value[i] = a, row[i]
    return [members[i] for i in sorted(members)]
