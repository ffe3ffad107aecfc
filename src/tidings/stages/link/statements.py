"""link/statements: which quotations of many reports render one utterance."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations, islice, product
from typing import ClassVar

from tidings.analysis import cosine
from tidings.grammar.dates.calendar import Range, days_of
from tidings.grammar.dates.offsets import resolve
from tidings.grammar.names.roles import singular
from tidings.grammar.quotes.quote_pieces import is_told, pieces_of, words_of
from tidings.grammar.quotes.same_statement import (
    OPEN_WORDS,
    Said,
    Sameness,
    by_cosine,
    compare_each,
    is_left_open,
    unframed,
)
from tidings.model import Bound, GroupKind, Link, Linked, Quote, Reading
from tidings.stage import Pairs
from tidings.text.ids import content_id
from tidings.text.likeness import bare, terms_of

__all__ = ["Statements"]

TOGETHER = 3  # of them, by two of which quoted words without a known speaker are
RIVALS = 12  # other quotes of a speaker in a report that a wording may answer to better
RENDERED = 4  # reports of one origin, all of whose quotations are laid beside one another
RAREST = 8  # content words by which a piece is looked up
MOST = 12  # reports, of no more of which a sentence model is asked: a wording takes it five thousandths of a second


PARTS = frozenset(
    {"of", "in", "at", "from", "with", "for", "to", "on", "by", "who", "that", "which", "close", "familiar", "near"}
)
ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their"})
NO_NOUNS = frozenset(
    {"he", "she", "it", "they", "i", "we", "you", "who", "one", "two", "three", "some", "many", "others"}
)


@dataclass(frozen=True)
class Statements(Pairs[Said]):
    """Compare pieces of one speaker, or of a state's or body's speakers, that share a telling word."""

    name: ClassVar[str] = "link/statements"
    version: ClassVar[int] = 11
    kind: ClassVar[GroupKind] = "statement"
    rarest: int = field(default=RAREST)
    most: int = field(default=MOST)

    def cards(self, reading: Reading, linked: Linked) -> Iterable[Said]:
        """One card a piece of each quote that is told."""
        entity = linked.group_of("entity")
        text_of = origin_of(reading.document.id, linked)
        told = [quote for quote in reading.quotes if is_told(quote)]
        days = days_said(reading, told)
        cards = [card for quote, day in zip(told, days, strict=True) for card in cards_of(reading, entity, quote, day)]
        by_voice = heard(cards)
        of_few = len(linked.group_of("copy")) <= self.most
        for card in cards:
            yield replace(card, others=others_of(card, by_voice), text_of=text_of, of_few=of_few)

    def member(self, card: Said) -> str:
        """The piece's id."""
        return card.id

    def keys(self, card: Said) -> Iterable[str]:
        """Each possible speaker with each of the rarest words, and with the wording as a whole."""
        voices = sorted({*(v for v in (card.speaker,) if v), *card.candidates, *(f"state {s}" for s in card.states)})
        terms = sorted(terms_of(card.text), key=lambda t: (-t.weight, t.root))[: self.rarest]
        words = {t.root for t in terms} | {f"class {n}" for t in terms for n in t.classes}
        for voice in voices:
            yield from (f"{voice} on {day}" for day in near_days(card))
        called = sorted(
            {f"source {c[0]}" for c in (card.described, *card.offices, description(card.speaker_name)) if c}
        )
        for voice in (*voices, *called):
            yield from (f"{voice} {word}" for word in sorted(words))
        yield f"= {content_id(bare(card.text))}"
        if card.text_of is not None:
            yield f"text {card.text_of}"
        if card.kind == "direct" and len(terms) >= OPEN_WORDS:
            sorts = [sorted({t.root, *(f"class {n}" for n in t.classes)}) for t in terms[:TOGETHER]]
            for one, two in combinations(sorts, 2):
                yield from sorted({f"? {' '.join(sorted(pair))}" for pair in product(one, two)})

    def beside(self, card: Said, others: Sequence[Said]) -> Iterator[Link | Bound]:
        """What holds between a piece and each of others."""
        for other, found in zip(others, compare_each(card, others), strict=True):
            found = found or by_model(card, other)
            if found is not None:
                yield Link("statement", card.id, other.id, found.relation, found.weight, found.why, self.origin)


def by_model(a: Said, b: Said) -> Sameness | None:
    """The verdict of a sentence model on two wordings that nothing else decides."""
    return by_cosine(cosine(unframed(a.text), unframed(b.text))) if is_left_open(a, b) else None


def origin_of(document: str, linked: Linked) -> str | None:
    """The reports of one origin that a document is of, where they are few; of many every quotation has its like word for word."""
    group = linked.group_of("copy").get(document)
    if group is None or group not in linked.shared("copy"):
        return None
    groups = linked.of("copy")
    at = bisect_left(groups, group, key=lambda g: g.id)
    return group if len(groups[at].members) <= RENDERED else None


def near_days(card: Said) -> tuple[str, ...]:
    """The day of saying, else those that the report may tell of: its own and the one before."""
    if card.day is not None:
        return (card.day,)
    if card.published is None:
        return ("some day",)
    day = date.fromisoformat(card.published[:10])
    return (day.isoformat(), (day - timedelta(1)).isoformat())


def others_of(card: Said, by_voice: Mapping[str, Sequence[Said]]) -> tuple[str, ...]:
    """What else the speaker says in the report, nearest first: another quote may be the counterpart of a wording."""
    near = {other.id: other for voice in voices_of(card) for other in nearest(card, by_voice[voice])}
    rivals = sorted(near.values(), key=lambda other: (abs(other.start - card.start), other.id))
    return tuple(dict.fromkeys(other.text for other in rivals[:RIVALS] if other.text != card.text))


def voices_of(card: Said) -> set[str]:
    """All who may say it."""
    return {voice for voice in (card.speaker, *card.candidates) if voice is not None}


def heard(cards: Iterable[Said]) -> dict[str, list[Said]]:
    """Each voice's cards in the order of the text."""
    found: dict[str, list[Said]] = {}
    for card in sorted(cards, key=lambda card: (card.start, card.id)):
        for voice in voices_of(card):
            found.setdefault(voice, []).append(card)
    return found


def nearest(card: Said, cards: Sequence[Said]) -> Iterator[Said]:
    """Those of a voice's other quotes that may be among the nearest: as many as are asked for, on either side."""
    at = bisect_left(cards, card.start, key=lambda other: other.start)
    for side in (islice(cards, at, None), (cards[i] for i in range(at - 1, -1, -1))):
        count, last = 0, -1
        for other in side:
            if count >= RIVALS and other.start != last:
                break
            if other.quote != card.quote and not (other.start < card.end and card.start < other.end):
                count, last = count + 1, other.start
                yield other


def days_said(reading: Reading, quotes: Sequence[Quote]) -> list[str | None]:
    """The day on which each quote was said; what a speaker says on in one report is said on the day before it."""
    found: list[str | None] = []
    last: dict[int, str] = {}
    for quote in quotes:
        day = day_of(reading, quote)
        if quote.speaker is not None:
            day = day or last.get(quote.speaker)
            if day is not None:
                last[quote.speaker] = day
        found.append(day)
    return found


def cards_of(reading: Reading, entity: dict[str, str], quote: Quote, day: str | None) -> Iterator[Said]:
    """The cards of one quote's pieces."""
    chain = None if quote.speaker is None else reading.chains[quote.speaker]
    states = () if chain is None or chain.country is None else (chain.country,)
    text, named = reading.document.text, chain is not None and chain.named
    for piece in pieces_of(quote):
        yield Said(
            id=piece.id,
            quote=quote.id,
            document=reading.document.id,
            text=words_of(reading.document.text, piece.spans),
            kind=piece.kind,
            speaker=None if chain is None else entity.get(chain.id, chain.id),
            speaker_kind="unknown" if chain is None else chain.kind,
            states=states,
            candidates=tuple(
                entity.get(reading.chains[c.chain].id, reading.chains[c.chain].id)
                for c in quote.candidates
                if c.weight >= 0.3
            ),
            day=day,
            between=between(reading, quote),
            negated=quote.negated,
            start=piece.span.start,
            end=piece.span.end,
            speaker_name="" if chain is None or not chain.named else chain.name,
            published=reading.document.published,
            described=description("" if quote.source is None or named else words_of(text, (quote.source,))),
            offices=() if chain is None or not named else tuple(filter(None, map(description, chain.roles))),
        )


def description(source: str) -> tuple[str, ...]:
    """The noun of a source without a name and the words before it, in lower case: "two opposition sources in X"."""
    words: list[str] = []
    for word in source.split():
        if words and word.lower() in PARTS:
            break
        if word.lower() not in ARTICLES:
            words.append(word.strip("\"“”'’,.:;()"))
        if word.endswith((",", ":", ";")):
            break
    if not words or not words[-1].isalpha() or words[-1].lower() in NO_NOUNS:
        return ()
    return (singular(words[-1]), *sorted({word.lower() for word in words[:-1]}))


def day_of(reading: Reading, quote: Quote) -> str | None:
    """The day of saying, as far as the document's own date gives it."""
    found = days_of_saying(reading, quote)
    return found.first.isoformat() if found is not None and found.first == found.last else None


def between(reading: Reading, quote: Quote) -> tuple[str, str] | None:
    """The first and last day of a month, a year or an interval in which a quote is said to be said."""
    found = days_of_saying(reading, quote)
    if found is None or found.first == found.last:
        return None
    return found.first.isoformat(), found.last.isoformat()


def days_of_saying(reading: Reading, quote: Quote) -> Range | None:
    """The days that the time of saying may mean."""
    if quote.said_on is None:
        return None
    time = reading.times[quote.said_on]
    value = time.value
    if value is None and time.offset is not None:
        base = (reading.document.published or "")[:10] or None
        if time.anchored_on is not None:
            base = reading.times[time.anchored_on].value
        value = None if base is None else resolve(time.offset, base)
    return None if value is None else days_of(value.partition("T")[0])
