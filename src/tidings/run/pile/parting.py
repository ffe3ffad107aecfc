"""A pile parted into stories: at once where it is small, else day by day along the calendar."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from tidings.model import Link
from tidings.run.grouping import group
from tidings.stages.link.stories import Stories, StoryCard

__all__ = ["part"]

KEEN = 40  # heaviest terms by which a day's groups look for the stories they go on with
UNDATED = 10**9  # a day after all days


def part(step: Stories | None, cards: Sequence[StoryCard], at_once: int) -> list[tuple[str, ...]]:
    """The stories among these documents, each with its members by id; the same for any order of the cards.

    Up to `at_once` cards are compared with each other, as in a case. Of more, each day's documents are
    grouped among themselves, and the groups go on with the stories of the days before whose middle they
    are most like; what is undated comes last.
    """
    ordered = sorted(cards, key=lambda card: card.document)
    if not ordered:
        return []
    if step is None:
        return [tuple(card.document for card in ordered)]
    if len(ordered) <= at_once:
        return _together(step, ordered)
    days: dict[int, list[StoryCard]] = {}
    for card in ordered:
        days.setdefault(UNDATED if card.day is None else card.day, []).append(card)
    running = _Running(step)
    for day in sorted(days):
        running.go_on(day, list(_groups_of(step, days[day], at_once)))
    return sorted(tuple(sorted(story.members)) for story in running.told())


def _together(step: Stories, cards: Sequence[StoryCard]) -> list[tuple[str, ...]]:
    links = [link for link in step.compare(cards) if isinstance(link, Link)]
    return [found.members for found in group(step.kind, (card.document for card in cards), links, step.least)]


def _groups_of(step: Stories, cards: Sequence[StoryCard], at_once: int) -> Iterator["_Story"]:
    """The groups of one day. A day of more documents than are compared at once is cut by their heaviest terms."""
    by_document = {card.document: card for card in cards}
    if len(cards) > at_once:
        cards = sorted(cards, key=lambda c: (min(c.terms, key=lambda t: (-c.terms[t], t), default=""), c.document))
    rest = iter(cards)
    while window := list(islice(rest, at_once)):
        for members in _together(step, window):
            yield _Story.of([by_document[name] for name in members])


@dataclass
class _Story:
    """Documents with the sums of their terms and gists."""

    members: list[str]
    terms: dict[str, float]
    last: int
    square: float = 0.0  # of the length of the terms
    gist: tuple[int, ...] = ()
    sought_by: set[str] = field(default_factory=set)  # the terms it is looked up by

    @classmethod
    def of(cls, cards: Sequence[StoryCard]) -> "_Story":
        """A story of some reports."""
        story = cls([], {}, 0)
        for card in cards:
            story.take([card.document], card.terms, card.gist)
        return story

    def take(self, members: Iterable[str], terms: Mapping[str, float], gist: Sequence[int]) -> None:
        """Add members with the sums of their terms and gists."""
        self.members += members
        self.gist = tuple(a + b for a, b in zip_longest(self.gist, gist, fillvalue=0))
        for term, weight in sorted(terms.items()):
            before = self.terms.get(term, 0.0)
            self.terms[term] = before + weight
            self.square += weight * (2 * before + weight)

    def near(self, other: "_Story", step: Stories) -> float:
        """How alike the middles of two are."""
        terms = sum(weight * other.terms.get(term, 0.0) for term, weight in self.terms.items())
        return step.mixed(terms, _product(self, other)) / (self.length(step) * other.length(step))

    def length(self, step: Stories) -> float:
        """Of terms and gist together."""
        return math.sqrt(step.mixed(self.square, _product(self, self)))

    def keen(self) -> list[str]:
        """Its heaviest terms."""
        return sorted(self.terms, key=lambda t: (-self.terms[t], t))[:KEEN]


def _product(one: _Story, other: _Story) -> int:
    return sum(a * b for a, b in zip(one.gist, other.gist, strict=False))


@dataclass
class _Running:
    """The stories of the days so far, those that may still go on looked up by their terms."""

    step: Stories
    alive: dict[str, _Story] = field(default_factory=dict)
    ended: list[_Story] = field(default_factory=list)
    by_term: dict[str, set[str]] = field(default_factory=dict)

    def go_on(self, day: int, groups: Sequence[_Story]) -> None:
        """Each group goes to the story it is most like, if to any; groups that go to one story join through it."""
        self.end_before(day)
        for found in sorted(groups, key=lambda g: g.members[0]):
            found.last = day
            best = max(self.near(found, day), key=lambda pair: (pair[0], pair[1]), default=None)
            if best is not None and best[0] >= self.step.join:
                self.join(best[1], found)
            else:
                self.open(found)

    def near(self, found: _Story, day: int) -> Iterator[tuple[float, str]]:
        """The stories that share a heavy term, with what going on with each is worth."""
        names = set().union(*(self.by_term.get(term, ()) for term in found.keen()))
        for name in sorted(names):
            story = self.alive[name]
            gap = 0 if day == UNDATED else min(day - story.last, self.step.most_days)
            fewer = min(len(found.members), len(story.members))
            yield float(self.step.worth(found.near(story, self.step), gap, fewer)), name

    def join(self, name: str, found: _Story) -> None:
        """The group goes on with that story."""
        story = self.alive[name]
        story.take(found.members, found.terms, found.gist)
        story.last = found.last
        self.index(name, story, found)

    def open(self, found: _Story) -> None:
        """The group opens a story of its own."""
        self.alive[found.members[0]] = found
        self.index(found.members[0], found, found)

    def index(self, name: str, story: _Story, part: _Story) -> None:
        """Let the story be found by the heaviest terms of what came to it."""
        for term in part.keen():
            self.by_term.setdefault(term, set()).add(name)
            story.sought_by.add(term)

    def end_before(self, day: int) -> None:
        """Stories longer silent than silence still costs go on no more."""
        silent = [n for n, story in self.alive.items() if day != UNDATED and day - story.last > self.step.most_days]
        for name in silent:
            story = self.alive.pop(name)
            self.ended.append(story)
            for term in story.sought_by:
                self.by_term[term].discard(name)

    def told(self) -> list[_Story]:
        """All stories, ended or not."""
        return [*self.ended, *self.alive.values()]
