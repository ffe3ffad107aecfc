"""link/dating: between which days an undated document was published, by what it tells and by its copies."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from tidings.grammar.dates.calendar import days_of
from tidings.grammar.dates.explicit import weekday_at
from tidings.grammar.dates.tense import looks
from tidings.grammar.dates.words import scan
from tidings.model import Bound, Document, GroupKind, Link, Linked, Reading, Time
from tidings.stage import Round

__all__ = ["Dating", "DatingCard", "Told"]

TOLD_IN = frozenset({"title", "lead", "paragraph", "question", "answer"})


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A dated fact of a text and which way it is told; `fresh` where it is the news itself."""

    first: str
    last: str
    look: str  # past future open
    fresh: bool
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, order=True)
class DatingCard:
    """What of a document shows when it was published."""

    document: str
    published: str | None
    copy: str | None
    opening: tuple[int, int]  # its first words, the evidence where the whole document is
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Dating(Round[DatingCard]):
    """Bound the publication day of documents that do not state it."""

    name: ClassVar[str] = "link/dating"
    kind: ClassVar[GroupKind] = "story"

    lead_sentences: int = 4  # where a report tells its news
    freshness: int = 2  # days within which a report says "on Friday" of its news

    def cards(self, reading: Reading, linked: Linked) -> Iterable[DatingCard]:
        """One card a document."""
        document = reading.document
        copy = linked.group_of("copy").get(document.id)
        told = () if document.published else tuple(self.told(reading))
        yield DatingCard(document.id, document.published, copy, opening(document), told)

    def member(self, card: DatingCard) -> str:
        """Its document."""
        return card.document

    def keys(self, card: DatingCard) -> Iterable[str]:
        """The document itself, for what it tells alone; its copies."""
        yield f"document {card.document}"
        if card.copy is not None:
            yield f"copy {card.copy}"

    def compare(self, group: Sequence[DatingCard]) -> Iterator[Link | Bound]:
        """Bounds of the undated documents of a group: by their own words, else by the copies that are dated."""
        for card in sorted(group):
            if card.published is not None:
                continue
            if len(group) == 1:
                yield from self.by_its_words(card)
            else:
                yield from self.by_copies(card, group)

    def by_its_words(self, card: DatingCard) -> Iterator[Bound]:
        """Not before what it tells as past, not after what it tells as coming; news told by its weekday is fresh."""
        past = [t for t in card.told if t.look == "past"]
        if past:
            latest = max(past)
            why = f"it tells {latest.words!r} ({latest.first}) as past"
            yield self.bound(card, "not_before", latest.first, why, latest)
            fresh = [t for t in past if t.fresh and t.first == t.last == latest.first]
            if fresh:
                limit = (date.fromisoformat(fresh[0].first) + timedelta(days=self.freshness)).isoformat()
                why = f"its lead tells {fresh[0].words!r} as fresh news, by the weekday; likely within {self.freshness} days"
                yield self.bound(card, "not_after", limit, why, fresh[0])
        coming = [t for t in card.told if t.look == "future" and (not past or t.last >= max(past).first)]
        if coming:
            soonest = min(coming, key=lambda t: t.last)
            why = f"it tells {soonest.words!r} ({soonest.last}) as coming"
            yield self.bound(card, "not_after", soonest.last, why, soonest)

    def bound(self, card: DatingCard, side: str, day: str, why: str, told: Told) -> Bound:
        """A bound with the words that give it."""
        evidence = ((card.document, told.start, told.end),)
        return Bound(
            card.document, "not_before" if side == "not_before" else "not_after", day, why, evidence, self.origin
        )

    def by_copies(self, card: DatingCard, group: Sequence[DatingCard]) -> Iterator[Bound]:
        """A copy appears from the day of the first of its fellows to some days after the last."""
        days = sorted((other.published[:10], other) for other in group if other.published)
        if not days:
            return
        (_, first), (last_day, last) = days[0], days[-1]
        limit = (date.fromisoformat(last_day) + timedelta(days=self.freshness)).isoformat()
        early = (date.fromisoformat(days[0][0]) - timedelta(days=self.freshness)).isoformat()
        why = f"a report of the same text is dated {days[0][0]}"
        yield Bound(card.document, "not_before", early, why, ((first.document, *first.opening),), self.origin)
        why = f"a report of the same text is dated {last_day}; reprints follow within {self.freshness} days as a rule"
        yield Bound(card.document, "not_after", limit, why, ((last.document, *last.opening),), self.origin)

    def told(self, reading: Reading) -> Iterator[Told]:
        """The dated facts of the running text; captions, related links and credit lines are no evidence."""
        document = reading.document
        lead_end = reading.sentences[: self.lead_sentences][-1].end if reading.sentences else 0
        for time in reading.times:
            days = days_of(time.value.partition("T")[0]) if time.value and time.type in ("DATE", "TIME") else None
            if days is None or not in_running_text(document, time):
                continue
            exact = document.text[time.span.start : time.span.end]
            look = looks(reading.analysis, time.span, weekday=names_weekday(exact))
            fresh = days.grain == "day" and time.span.start < lead_end and names_weekday(exact)
            yield Told(
                days.first.isoformat(),
                days.last.isoformat(),
                look or "open",
                fresh,
                time.span.start,
                time.span.end,
                exact,
            )


def names_weekday(words: str) -> bool:
    """Whether an expression names a weekday beside its date."""
    line = scan(words)
    return any(weekday_at(line, i) for i in range(len(line.words)))


def in_running_text(document: Document, time: Time) -> bool:
    """Whether a time stands in the report itself, not in a caption or heading."""
    if not document.blocks:
        return True
    return any(b.kind in TOLD_IN and b.start <= time.span.start < b.end for b in document.blocks)


def opening(document: Document) -> tuple[int, int]:
    """The span of the first block, or of the first words."""
    if document.blocks:
        return document.blocks[0].start, document.blocks[0].end
    return 0, max(1, min(len(document.text), 80))
