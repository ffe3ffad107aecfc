"""link/dating: between which days an undated document was published, by what it tells, its copies, and the same news elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations
from typing import ClassVar, Literal

from tidings.grammar.dates.calendar import days_of
from tidings.grammar.dates.explicit import weekday_at
from tidings.grammar.dates.offsets import resolve
from tidings.grammar.dates.words import scan
from tidings.model import Bound, Document, EventMention, GroupKind, Link, Linked, Offset, Reading, Span, Time
from tidings.stage import Round

__all__ = ["Dating", "DatingCard", "News", "Told"]

TOLD_IN = frozenset({"title", "lead", "paragraph", "question", "answer"})
TO_COME = frozenset({"requested", "conditional", "announced"})
Side = Literal["not_before", "not_after"]


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A dated fact of a text, which way it is told, and whether it is the news itself, told by its weekday."""

    first: str
    last: str
    look: str  # past future open
    fresh: bool
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, order=True)
class News:
    """An event that a report opens with, by type and parties: held (on a day, where it says so) or still to come."""

    type: str
    parties: tuple[str, ...]
    held: bool
    day: str  # "" where the report does not tell it
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class DatingCard:
    """What of a document shows when it was published."""

    document: str
    published: str  # "" where it is not stated
    copies: tuple[str, ...]
    opening: tuple[int, int]  # its first words, the evidence where the whole document is
    told: tuple[Told, ...]
    yearless: tuple[tuple[Offset, int, int], ...]  # days without a year, told as past
    news: tuple[News, ...]


@dataclass(frozen=True)
class Dating(Round[DatingCard]):
    """Bound the publication day of documents that do not state it."""

    name: ClassVar[str] = "link/dating"
    kind: ClassVar[GroupKind] = "story"

    lead: int = 4  # sentences in which a report tells its news
    freshness: int = 2  # days within which a report tells its news, and reprints follow

    def cards(self, reading: Reading, linked: Linked) -> Iterable[DatingCard]:
        """One card a document."""
        document = reading.document
        copies = {
            other
            for link in linked.links
            if link.kind == "copy" and link.relation == "repeats" and document.id in (link.a, link.b)
            for other in (link.a, link.b)
            if other != document.id
        }
        published = (document.published or "")[:10]
        yield DatingCard(
            document.id,
            published,
            tuple(sorted(copies)),
            opening(document),
            () if published else tuple(sorted(self.told(reading))),
            () if published else tuple(yearless(reading)),
            tuple(sorted(self.news(reading, linked, published))),
        )

    def member(self, card: DatingCard) -> str:
        """Its document."""
        return card.document

    def keys(self, card: DatingCard) -> Iterable[str]:
        """The document itself, for what it tells alone; its copies; the parties of its news."""
        yield f"document {card.document}"
        for other in card.copies:
            yield "copies {} {}".format(*sorted((card.document, other)))
        for news in card.news:
            yield f"news {news.type} {' '.join(news.parties)}"

    def compare(self, group: Sequence[DatingCard]) -> Iterator[Link | Bound]:
        """Bounds of the undated documents of a group: by their own words, by copies, by reports of the same news."""
        for card in group:
            if len(group) == 1 and not card.published:
                yield from self.by_its_words(card)
        for card, other in permutations(sorted(group, key=lambda c: c.document), 2):
            if card.published:
                continue
            if other.published and other.document in card.copies:
                yield from self.by_copy(card, other)
            yield from self.by_news(card, other)

    def by_its_words(self, card: DatingCard) -> Iterator[Bound]:
        """Not before what it tells as past, not after what it tells as coming; news told by its weekday is fresh."""
        past = [t for t in card.told if t.look == "past"]
        if past:
            latest = max(past)
            yield self.bound(card, "not_before", latest.first, f"it tells {latest.words!r} as past", latest)
        for told in past:
            if told.fresh and told.first == max(past).first:
                why = f"its lead tells {told.words!r} by the weekday, as news of the last {self.freshness} days"
                yield self.bound(card, "not_after", later(told.first, self.freshness), why, told)
        coming = [t for t in card.told if t.look == "future" and (not past or t.last >= max(past).first)]
        if coming:
            soonest = min(coming, key=lambda t: (t.last, t))
            yield self.bound(card, "not_after", soonest.last, f"it tells {soonest.words!r} as coming", soonest)

    def bound(self, card: DatingCard, side: Side, day: str, why: str, told: Told) -> Bound:
        """A bound with the words that give it."""
        return Bound(card.document, side, day, why, ((card.document, told.start, told.end),), self.origin)

    def by_copy(self, card: DatingCard, other: DatingCard) -> Iterator[Bound]:
        """A report of the same text appears within days of the one that is dated."""
        why = f"a report of the same text is dated {other.published}; reprints appear within {self.freshness} days"
        evidence = ((other.document, *other.opening),)
        yield Bound(card.document, "not_before", later(other.published, -self.freshness), why, evidence, self.origin)
        yield Bound(card.document, "not_after", later(other.published, self.freshness), why, evidence, self.origin)

    def by_news(self, card: DatingCard, other: DatingCard) -> Iterator[Bound]:
        """A report that opens with an event another one dates appears from that day on; one that awaits it, before."""
        for dated in other.news:
            if not (dated.held and dated.day):
                continue
            own = [n for n in card.news if (n.type, n.parties) == (dated.type, dated.parties) and not n.day]
            held = [n for n in own if n.held]
            evidence = ((other.document, dated.start, dated.end),)
            if held:
                ours = ((card.document, held[0].start, held[0].end), *evidence)
                why = f"it opens with what another report dates {dated.day}"
                yield Bound(card.document, "not_before", dated.day, why, ours, self.origin)
                why = f"{why}, as news of the last {self.freshness} days"
                yield Bound(card.document, "not_after", later(dated.day, self.freshness), why, ours, self.origin)
            elif own:
                ours = ((card.document, own[0].start, own[0].end), *evidence)
                why = f"it tells as still to come what another report dates {dated.day}"
                yield Bound(card.document, "not_after", dated.day, why, ours, self.origin)
            if own:
                yield from self.by_yearless(card, dated.day)

    def by_yearless(self, card: DatingCard, near: str) -> Iterator[Bound]:
        """A day without a year that it tells as past, in the year that its news belongs to."""
        days = [(day, start, end) for offset, start, end in card.yearless if (day := resolve(offset, near))]
        if days:
            day, start, end = max(days)
            why = f"it tells a day as past that was {day}, going by its news"
            yield Bound(card.document, "not_before", day, why, ((card.document, start, end),), self.origin)

    def told(self, reading: Reading) -> Iterator[Told]:
        """The dated facts of the running text; captions, related links and credit lines are no evidence."""
        end = lead_end(reading, self.lead)
        for time in reading.times:
            days = days_of(time.value.partition("T")[0]) if time.value and time.type in ("DATE", "TIME") else None
            if days is None or not in_running_text(reading.document, time.span):
                continue
            words = reading.document.text[time.span.start : time.span.end]
            fresh = days.grain == "day" and time.span.start < end and names_weekday(words)
            first, last = days.first.isoformat(), days.last.isoformat()
            yield Told(first, last, time.look or "open", fresh, time.span.start, time.span.end, words)

    def news(self, reading: Reading, linked: Linked, published: str) -> Iterator[News]:
        """The events that a report opens with, if two parties at least are known."""
        end = lead_end(reading, self.lead)
        entity = linked.group_of("entity")
        for event in reading.events:
            if event.trigger.start >= end or event.status not in TO_COME | {"held"}:
                continue
            parties = party_ids(reading, event, entity)
            if len(parties) < 2 or not in_running_text(reading.document, event.trigger):
                continue
            day = news_day(reading, event, published, self.freshness)
            if day is not None:
                yield News(event.type, parties, event.status == "held", day, event.clause.start, event.clause.end)


def news_day(reading: Reading, event: EventMention, published: str, freshness: int) -> str | None:
    """The day of an event that is news: "" where it is not told; None where it is told and not fresh."""
    if event.time is None:
        return ""
    time = reading.times[event.time]
    days = days_of(time.value.partition("T")[0]) if time.value else None
    if days is None:
        return "" if time.offset is not None and names_weekday(words_of(reading, time)) else None
    if days.grain != "day":
        return None
    day = days.first.isoformat()
    fresh = day <= published <= later(day, freshness) if published else names_weekday(words_of(reading, time))
    return day if fresh or event.status != "held" else None


def party_ids(reading: Reading, event: EventMention, entity: dict[str, str]) -> tuple[str, ...]:
    """The entities that take part, by group id, sorted."""
    chains = [p.chain for p in (*event.actors, *event.recipients) if p.chain is not None]
    return tuple(sorted({entity.get(reading.chains[c].id, reading.chains[c].id) for c in chains}))


def yearless(reading: Reading) -> Iterator[tuple[Offset, int, int]]:
    """The days without a year that the running text tells as past."""
    for time in reading.times:
        offset = time.offset
        day = time.value is None and offset and offset.month and offset.day and offset.unit == "day"
        if day and offset and time.look == "past" and in_running_text(reading.document, time.span):
            yield offset, time.span.start, time.span.end


def lead_end(reading: Reading, sentences: int) -> int:
    """Where the sentences end in which a report tells its news."""
    body = [s for s in reading.sentences if in_running_text(reading.document, s)]
    return body[: sentences + 1][-1].end if body else 0


def words_of(reading: Reading, time: Time) -> str:
    """The words of a time."""
    return reading.document.text[time.span.start : time.span.end]


def names_weekday(words: str) -> bool:
    """Whether an expression names a weekday."""
    line = scan(words)
    return any(weekday_at(line, i) for i in range(len(line.words)))


def in_running_text(document: Document, span: Span) -> bool:
    """Whether a span stands in the report itself, not in a caption or heading."""
    if not document.blocks:
        return True
    return any(b.kind in TOLD_IN and b.start <= span.start < b.end for b in document.blocks)


def opening(document: Document) -> tuple[int, int]:
    """The span of the first block, or of the first words."""
    if document.blocks:
        return document.blocks[0].start, document.blocks[0].end
    return 0, max(1, min(len(document.text), 80))


def later(day: str, days: int) -> str:
    """An ISO day so many days on; the day itself where the calendar ends."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day
