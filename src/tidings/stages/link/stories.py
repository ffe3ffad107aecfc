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
Days = NDArray[np.uint8]
Held = list[tuple[int, float]]  # the documents that hold a term, with its weight
GONE = -9.0  # below any worth
ONE = 127.0**2  # the square of a gist's length
GRAIN = 1 << 20
FEW = 24  # a term that so many documents hold is multiplied, a rarer one added pair by pair
COLUMNS = 256  # terms that are multiplied at once
ROWS = 256  # documents whose products with all others are made at once


@dataclass(frozen=True, slots=True)
class StoryCard:
    """The weighted terms of a document, the day it came out, and what its opening is about."""

    document: str
    terms: Mapping[str, float]
    day: int | None
    gist: tuple[int, ...] = ()


@dataclass(frozen=True)
class Stories(Round[StoryCard]):
    """Split a pile into stories: groups join while their middles are alike in rare terms and no long silence parts them.

    The middle of a group (the sum of its members' terms) grows clearer with its size, so that
    a matter of many months holds together at the likeness that parts two short ones. So do the
    middles of two long matters, which share what all news tells: the more reports the smaller
    group has, the more alike they must be. Only the days between the two nearest members of two
    groups count. Terms are weighed against a fixed table, so that a document's vector does not
    change with the pile it lies in. Constants are chosen on half of BASIL mixed with a third of
    three Timeline17 topics, and on samples of that pile.
    """

    name: ClassVar[str] = "link/stories"
    version: ClassVar[int] = 6
    kind: ClassVar[GroupKind] = "story"
    cap: ClassVar[int | None] = 4_000  # tables of 128 and 16 MB; with the terms 227 at the peak

    join: float = 0.36  # cosine of two middles, less the two costs
    day_cost: float = 0.01  # of each day between, up to most_days
    most_days: int = 30
    size_cost: float = 0.05  # times the logarithm of how many reports the smaller group has
    gist_share: float = 0.4  # of what the openings are about in the likeness, the rest is the terms
    opening: int = 600  # code points at the start that count thrice: they say what the story is

    def cards(self, reading: Reading, linked: Linked) -> Iterable[StoryCard]:
        """One card a document."""
        document = reading.document
        told = document.published[:10] if document.published else None
        terms = term_vector(document.text + f"\n{document.text[: self.opening]}" * 2)
        yield StoryCard(document.id, terms, date.fromisoformat(told).toordinal() if told else None, reading.gist)

    def member(self, card: StoryCard) -> str:
        """Its document."""
        return card.document

    def keys(self, card: StoryCard) -> Iterable[str]:
        """All documents meet: which group is nearest hangs on the whole pile."""
        yield "all"

    def compare(self, group: Sequence[StoryCard]) -> Iterator[Link | Bound]:
        """Links inside each story, from its smallest member to the others."""
        cards = sorted(group, key=lambda card: card.document)
        small = words("stop_words.txt")
        for members in self.joined(self.likeness(cards), days_between(cards, self.most_days)):
            first = cards[members[0]].terms
            for other in members[1:]:
                terms = cards[other].terms
                shared = sorted(first.keys() & terms.keys(), key=lambda t: (-first[t] * terms[t], t))
                told = [term for term in shared if term not in small]
                why = "shared terms: " + ", ".join(told[:6])
                weight = round(min(1.0, 0.5 + sum(first[t] * terms[t] for t in shared) / 2), 3)
                yield Link("story", cards[members[0]].document, cards[other].document, "same", weight, why, self.origin)

    def likeness(self, cards: Sequence[StoryCard]) -> Table:
        """How alike each pair is, in terms and gists; a document without gist is shorter, so that a middle counts it less."""
        near = terms_alike(cards)
        near *= 1.0 - self.gist_share
        gists = np.zeros((len(cards), max((len(card.gist) for card in cards), default=0)))
        for i, card in enumerate(cards):
            gists[i, : len(card.gist)] = card.gist  # whole numbers: exact in any order
        add_products(near, gists, self.gist_share / ONE)
        return near.round(6, out=near)

    def mixed(self, terms: float, gist: int) -> float:
        """What two products say together: that of terms, and that of gists."""
        return (1.0 - self.gist_share) * terms + self.gist_share * gist / ONE

    def worth(self, near: Table | float, days: Days | int, fewer: Table | int) -> Table:
        """What joining two groups is worth: how alike their middles are, less what silence and size cost."""
        costs = np.asarray(days, np.float64) * self.day_cost + np.log(np.asarray(fewer, np.float64)) * self.size_cost
        worth: Table = np.asarray(near - costs, np.float64).round(6)
        return worth

    def joined(self, sums: Table, days: Days) -> list[list[int]]:
        """Rows in groups, the two whose joining is worth most joined first while it is worth enough; ties go to the smallest rows.

        Both tables are used up: likeness becomes sums over members, days the fewest between two members.
        """
        count = len(sums)
        own, sizes, alive = sums.diagonal().copy(), np.ones(count), np.ones(count, dtype=np.bool_)
        members = {i: [i] for i in range(count)}

        def row_of(i: int) -> Table:
            near = sums[i] / np.sqrt(own[i] * own)
            return np.where(
                alive & (np.arange(count) != i), self.worth(near, days[i], np.minimum(sizes[i], sizes)), GONE
            )

        best, value = np.zeros(count, dtype=np.intp), np.full(count, GONE)

        def seek(i: int) -> Table:
            row = row_of(i)
            best[i] = row.argmax()
            value[i] = row[best[i]]
            return row

        for i in range(count):
            seek(i)
        while len(members) > 1 and value[a := int(value.argmax())] >= self.join:
            a, b = sorted((a, int(best[a])))
            own[a] += own[b] + 2 * sums[a, b]
            sizes[a] += sizes[b]
            sums[a] += sums[b]
            sums[:, a] = sums[a]
            days[a] = np.minimum(days[a], days[b])
            days[:, a] = days[a]
            members[a] = sorted(members[a] + members.pop(b))
            alive[b], value[b] = False, GONE
            row = seek(a)
            lost = alive & ((best == a) | (best == b))
            lost[a] = False
            for i in np.flatnonzero(lost).tolist():
                seek(i)
            nearer = alive & ~lost & ((row > value) | ((row == value) & (a < best)))
            nearer[a] = False
            best[nearer], value[nearer] = a, row[nearer]
        return [members[i] for i in sorted(members)]


def terms_alike(cards: Sequence[StoryCard]) -> Table:
    """Cosine of the terms for each pair. Of weights in whole parts of GRAIN every sum is exact, in any order."""
    holders: dict[str, Held] = {}
    for i, card in enumerate(cards):
        for term, weight in card.terms.items():
            holders.setdefault(term, []).append((i, round(weight * GRAIN) / GRAIN))
    near = np.zeros((len(cards), len(cards)))
    by_count: dict[int, list[Held]] = {}
    for held in holders.values():
        by_count.setdefault(min(len(held), FEW), []).append(held)
    for holding, terms in by_count.items():
        for first in range(0, len(terms) if holding > 1 else 0, COLUMNS):
            add = add_common if holding == FEW else add_rare
            add(near, terms[first : first + COLUMNS])
    np.fill_diagonal(near, 1.0)
    return near


def add_rare(near: Table, terms: Sequence[Held]) -> None:
    """Add what terms of one number of holders say, pair by pair."""
    held = np.array(terms)
    rows, weights = held[..., 0].astype(np.intp), held[..., 1]
    places = rows[:, :, None] * len(near) + rows[:, None]
    np.add.at(near.reshape(-1), places.reshape(-1), (weights[:, :, None] * weights[:, None]).reshape(-1))


def add_common(near: Table, terms: Sequence[Held]) -> None:
    """Add what terms of many holders say, as one product."""
    table = np.zeros((len(near), len(terms)))
    for column, held in enumerate(terms):
        rows, weights = zip(*held, strict=True)
        table[rows, column] = weights
    add_products(near, table)


def add_products(near: Table, table: Table, share: float = 1.0) -> None:
    """Add the product of each two rows, some rows at a time, so that no second table over all pairs is made."""
    for low in range(0, len(table), ROWS):
        high = low + ROWS
        products = table[low:high] @ table[low:].T
        products *= share
        near[low:high, low:] += products
        near[high:, low:high] += products[:, ROWS:].T


def days_between(cards: Sequence[StoryCard], most: int) -> Days:
    """Days between each pair, `most` at most; none where one of the two is undated."""
    dated = np.array([card.day is not None for card in cards])
    days = np.array([card.day or 0 for card in cards], dtype=np.int32)
    between = np.zeros((len(cards), len(cards)), dtype=np.uint8)
    for i in np.flatnonzero(dated).tolist():
        between[i] = np.where(dated, np.minimum(np.abs(days - days[i]), most), 0)
    return between
