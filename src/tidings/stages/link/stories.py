"""Which documents tell of one unfolding matter."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from tidings.model import Bound, GroupKind, Link, Linked, Reading
from tidings.stage import Round
from tidings.text.terms import term_vector

__all__ = ["Stories", "StoryCard"]


@dataclass(frozen=True, slots=True)
class StoryCard:
    """The weighted terms of a document and the day it came out."""

    document: str
    terms: dict[str, float]
    day: int | None


@dataclass(frozen=True)
class Stories(Round[StoryCard]):
    """Split a pile into stories by shared terms, weighed by rarity, and by days apart (average linkage).

    Constants are chosen on BASIL mixed with Timeline17 topics. Terms are weighed against a
    fixed table, so that a document's vector does not change with the pile it lies in.
    """

    name: ClassVar[str] = "link/stories"
    kind: ClassVar[GroupKind] = "story"

    join: float = 0.25
    day_cost: float = 0.01  # taken off the similarity for each day apart
    most_days: int = 14

    def cards(self, reading: Reading, linked: Linked) -> Iterable[StoryCard]:
        """One card a document."""
        document = reading.document
        told = document.published[:10] if document.published else None
        yield StoryCard(document.id, term_vector(document.text), date.fromisoformat(told).toordinal() if told else None)

    def member(self, card: StoryCard) -> str:
        """Its document."""
        return card.document

    def keys(self, card: StoryCard) -> Iterable[str]:
        """All documents meet: average linkage needs the whole pile."""
        yield "all"

    def compare(self, group: Sequence[StoryCard]) -> Iterator[Link | Bound]:
        """Links inside each story, from its smallest member to the others."""
        cards = sorted(group, key=lambda card: card.document)
        near = self.similarity(cards)
        for members in average_linkage(near, self.join):
            first = members[0]
            for other in members[1:]:
                shared = sorted(
                    cards[first].terms.keys() & cards[other].terms.keys(),
                    key=lambda t: (-cards[first].terms[t] * cards[other].terms[t], t),
                )
                why = "shared terms: " + ", ".join(shared[:6])
                weight = round(float(min(1.0, 0.5 + near[first, other] / 2)), 3)
                yield Link("story", cards[first].document, cards[other].document, "same", weight, why, self.origin)

    def similarity(self, cards: Sequence[StoryCard]) -> NDArray[np.float64]:
        """Cosine of the terms less the cost of the days between, for each pair."""
        columns = {term: i for i, term in enumerate(sorted({t for card in cards for t in card.terms}))}
        matrix = np.zeros((len(cards), len(columns)), dtype=np.float32)
        for i, card in enumerate(cards):
            matrix[i, [columns[t] for t in card.terms]] = list(card.terms.values())
        near: NDArray[np.float64] = np.asarray(matrix @ matrix.T, dtype=np.float64).round(6)
        for i, j in combinations(range(len(cards)), 2):
            a, b = cards[i].day, cards[j].day
            cost = self.day_cost * min(abs(a - b), self.most_days) if a is not None and b is not None else 0.0
            near[i, j] = near[j, i] = near[i, j] - cost
        return near


def average_linkage(near: NDArray[np.float64], least: float) -> list[list[int]]:
    """Agglomerate rows while the two nearest groups are on average at least `least` alike; ties go to the smallest rows."""
    count = len(near)
    members = {i: [i] for i in range(count)}
    table = near.copy()
    np.fill_diagonal(table, -np.inf)
    while len(members) > 1:
        a, b = divmod(int(np.argmax(table)), count)
        if table[a, b] < least:
            break
        a, b = min(a, b), max(a, b)
        wa, wb = len(members[a]), len(members[b])
        merged = (wa * table[a] + wb * table[b]) / (wa + wb)
        table[a], table[:, a] = merged, merged
        table[b], table[:, b] = -np.inf, -np.inf
        table[a, a] = -np.inf
        members[a] = sorted(members[a] + members.pop(b))
    return [members[i] for i in sorted(members)]
