"""A story laid out for comparison: its sentences with who and which days stand in them, and who counts as whom."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from tidings.grammar.disputes.claims import Claim
from tidings.model import Reading, Span, Telling
from tidings.text.days import days_apart
from tidings.text.terms import news_share, stem, word_list

__all__ = ["LONGEST", "NAME", "Passage", "Scene", "rare_names", "scene_of", "specific"]

LONGEST = 1_200  # code points: what is longer is no sentence
RARE = 0.02  # a word in fewer news articles than this says what a sentence is about
NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]{2,}")  # a word with a capital
PRONOUN = re.compile(r"\s?(?:they|he|she|it|both|all|the (?:two|three|four|group|pair))\b", re.IGNORECASE)
Entry = TypeVar("Entry", bound=tuple[object, ...])
PART_OF_DAY = re.compile(r"\b(?:morning|noon|midday|afternoon|evening|night|nightfall|midnight|dawn|dusk)\b")
BEFORE = 160  # code points before a number in which the hour of what happened may stand
ABOUT = ("person", "vessel", "organization")  # kinds whose presence ties two tellings together


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document's body."""

    document: str
    span: Span
    text: str
    paragraph: int  # start of the block it stands in
    who: frozenset[str]  # persons, vessels, organisations named or meant in it, by group
    countries: frozenset[str]
    days: tuple[tuple[Span, str], ...]  # time expressions that come down to one day
    places: tuple[tuple[Span, str], ...]  # named towns, harbours, regions
    stems: frozenset[str]  # of its rare words
    around: frozenset[str]  # with those of the sentence before where it opens on a pronoun

    @property
    def claim(self) -> Claim:
        """All that it says."""
        return Claim(self.document, self.span)

    def told(self, part: Span) -> str:
        """The words of a part of it."""
        return self.text[part.start - self.span.start : part.end - self.span.start]


@dataclass(frozen=True)
class Scene:
    """What the dispute finders look at; made once a story."""

    telling: Telling
    readings: dict[str, Reading]
    passages: tuple[Passage, ...]  # by document id, then text order
    witness: dict[str, str]
    published: dict[str, str]  # the day a dated document came out
    groups: dict[str, str] = field(default_factory=dict)  # chain to entity
    cosine: Callable[[str, str], float] | None = None  # of two wordings, by a sentence model, in stories of few reports

    @cached_property
    def lands(self) -> dict[str, str | None]:
        """Entity to the state or body it acts for, or that it is."""
        return {e.id: e.acts_for or (e.name if e.kind == "country" else None) for e in self.telling.entities}

    def independent(self, a: str, b: str) -> bool:
        """Whether two documents count as two witnesses."""
        return self.witness.get(a, a) != self.witness.get(b, b)

    def in_body(self, document: str, at: int) -> bool:
        """Whether a place lies in no title and no caption."""
        return block_of(self.readings[document], at) is not None

    def other_hours(self, a: Passage, b: Passage) -> bool:
        """Whether two sentences, with what stands before them, tell of different parts of a day."""
        parts = []
        for told in (a, b):
            text = self.readings[told.document].document.text[max(0, told.span.start - BEFORE) : told.span.end]
            parts.append(set(PART_OF_DAY.findall(text.lower())))
        return bool(parts[0] and parts[1]) and not parts[0] & parts[1]

    def befell_others(self, a: Passage, b: Passage) -> bool:
        """Whether acts of each sentence befell named persons, and none of them is the other's."""
        one, other = self.befell(a), self.befell(b)
        return bool(one and other) and not one & other

    def befell(self, passage: Passage) -> frozenset[str]:
        """The named persons whom the acts of a sentence befell, by group."""
        reading, groups = self.readings[passage.document], self.groups
        chains = (
            reading.chains[p.chain]
            for event in reading.events
            if passage.span.covers(event.trigger)
            for p in event.recipients
            if p.chain is not None
        )
        return frozenset(groups.get(c.id, c.id) for c in chains if c.kind == "person" and c.named)

    def days_apart(self, one: str, two: str) -> int | None:
        """How many days lie between two documents, None where one is not dated."""
        first, second = self.published.get(one), self.published.get(two)
        return days_apart(first, second) if first and second else None

    def overtaken(self, older: set[str], newer: set[str]) -> bool:
        """Whether every report of one side came out on an earlier day than any of the other."""
        return all(d in self.published for d in older | newer) and max(self.published[d] for d in older) < min(
            self.published[d] for d in newer
        )


def rare_names(text: str) -> frozenset[str]:
    """Stems of the words with a capital that few news articles hold."""
    return specific(" ".join(NAME.findall(text)))


@lru_cache(maxsize=1 << 14)  # a story is laid out by two stages
def specific(text: str) -> frozenset[str]:
    """Stems of the words that few news articles hold."""
    share = news_share()
    return frozenset(stem(w) for w in word_list(text) if share.get(w, 0.0) <= RARE and len(w) > 2 and not w.isdigit())


def scene_of(telling: Telling, cosine: Callable[[str, str], float] | None = None) -> Scene:
    """The sentences of all readings, title and captions left out."""
    days = {
        (r.document, r.index): r.from_ for r in telling.resolved if r.grain == "day" and r.from_ and r.from_ == r.to
    }
    groups = telling.linked.group_of("entity")
    return Scene(
        telling,
        {r.document.id: r for r in telling.readings},
        tuple(p for reading in telling.readings for p in passages(reading, days, groups)),
        dict(telling.witness_of),
        {d.id: d.published for d in telling.documents if d.published},
        groups,
        cosine,
    )


def passages(reading: Reading, days: dict[tuple[str, int], str], groups: dict[str, str]) -> Iterator[Passage]:
    """The sentences of one reading."""
    document = reading.document
    named = sorted(
        (reading.mentions[m].span, groups.get(chain.id, chain.id), chain.kind, reading.mentions[m].form)
        for chain in reading.chains
        for m in chain.mentions
    )
    times = sorted((t.span, days[document.id, i]) for i, t in enumerate(reading.times) if (document.id, i) in days)
    starts, dated = ([entry[0].start for entry in entries] for entries in (named, times))
    before: frozenset[str] = frozenset()
    for sentence in reading.sentences:
        block = block_of(reading, sentence.start)
        if block is None:
            continue
        inside = within(named, starts, sentence)
        text = document.text[sentence.start : sentence.end]
        stems = specific(text)
        yield Passage(
            document.id,
            sentence,
            text,
            block,
            frozenset(g for _, g, kind, _ in inside if kind in ABOUT),
            frozenset(g for _, g, kind, _ in inside if kind == "country"),
            tuple(within(times, dated, sentence)),
            tuple((s, g) for s, g, kind, form in inside if kind == "place" and form == "name"),
            stems,
            stems | before if PRONOUN.match(text) else stems,
        )
        before = stems


def within(spans: list[Entry], starts: list[int], sentence: Span) -> list[Entry]:
    """The entries that start in a sentence."""
    return spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def block_of(reading: Reading, at: int) -> int | None:
    """Where the body block that holds a code point starts; None for title and captions."""
    block = reading.document.block_at(at)
    return None if block is None or block.kind in ("title", "caption") else block.start
