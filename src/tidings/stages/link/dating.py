"""link/dating: between which days an undated document was published, by what it tells, its copies, and the same news elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal

from tidings.grammar.dates.likely_days import likely_days
from tidings.grammar.dates.news import (
    News,
    Report,
    Told,
    dated_by_weekday,
    dated_near,
    days_since,
    first_weekday,
    fits_weekday,
    later,
    numbered_near,
    share_two,
    stated_near,
)
from tidings.grammar.dates.offsets import resolve
from tidings.grammar.dates.pointers import Pointer, pointers
from tidings.grammar.dates.told_plans import Tied, Within, appeared, lies, tied_times
from tidings.model import Bound, GroupKind, Link, Linked, Offset, Reading
from tidings.stage import Round
from tidings.text.days import days_apart

__all__ = ["Dating", "DatingCard"]

FORTNIGHT = 14  # days in which a weekday of the lead is looked for
Side = Literal["not_before", "not_after"]
BESIDE = frozenset({"file name", "address", "last change"})  # methods that give a day without a statement of it
Place = tuple[str, int, int]
"""Document, start and end."""
Near = tuple[str, Place]
"""The day of a report, and where it begins."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One end of a window, and why."""

    side: Side
    day: str
    why: str


@dataclass(frozen=True, slots=True, order=True)
class DatingCard:
    """What of a document shows when it was published."""

    document: str
    published: str  # "" where neither it nor its file's name states it
    stated: bool  # by the report itself: what is known beside it dates no other report
    day_of_year: str  # "08-15", stated without its year; "" where it is not
    copies: tuple[str, ...]
    opening: tuple[int, int]  # its first words, the evidence where the whole document is
    told: tuple[Told, ...]
    news: tuple[News, ...]
    parties: tuple[tuple[str, str], ...]  # who its news is about, two and two
    named: tuple[str, ...]  # and one by one
    tied: tuple[Tied, ...] = ()  # its times with the rare words beside them
    pointers: tuple[Pointer, ...] = ()  # of an undated one, what hangs on its day


@dataclass(frozen=True)
class Dating(Round[DatingCard]):
    """Bound the publication day of documents that do not state it."""

    name: ClassVar[str] = "link/dating"
    version: ClassVar[int] = 13
    kind: ClassVar[GroupKind] = "story"

    lead: int = 4  # sentences in which a report tells its news
    freshness: int = 2  # days within which a report tells its news, and reprints follow
    named: int = 6  # of those named in the lead, how many make pairs that other reports may share

    def cards(self, reading: Reading, linked: Linked) -> Iterable[DatingCard]:
        """One card a document."""
        report = Report.of(reading, self.lead)
        entity = linked.group_of("entity")
        pairs = sorted(set(report.pairs(entity, self.named)))
        document, published = reading.document.id, (reading.document.published or "")[:10]
        document_day = reading.document.day_of_year or ""
        yield DatingCard(
            document,
            published,
            bool(published) and reading.document.published_method not in BESIDE,
            document_day,
            tuple(sorted(linked.repeats(document))),
            report.opening(),
            () if published else tuple(report.told()),
            tuple(sorted(report.news(entity, self.freshness))),
            tuple(pairs),
            tuple(sorted({party for pair in pairs for party in pair})),
            tuple(tied_times(report)),
            () if published else tuple(pointers(report)),
        )

    def member(self, card: DatingCard) -> str:
        """Its document."""
        return card.document

    def keys(self, card: DatingCard) -> Iterable[str]:
        """The document itself, for what it tells alone; its copies; the parties of its news."""
        yield f"document {card.document}"
        for other in card.copies:
            yield "copies {} {}".format(*sorted((card.document, other)))
        for parties in card.parties:
            yield "parties {} {}".format(*parties)
        for party in card.named:
            yield f"party {party}"

    def compare(self, group: Sequence[DatingCard]) -> Iterator[Link | Bound]:
        """Bounds of the undated documents of a group: by their own words, by copies, by reports of the same news."""
        undated = sorted((card for card in group if not card.published), key=lambda c: c.document)
        for card in undated:
            near = about_the_same(card, group)
            within = ends(told_near(card, near))
            if len(group) == 1:
                told = dated_by_weekday(card.told)
                yield from self.by_its_words(replace(card, told=told), [t for t in told if t.first])
            for other in sorted(group, key=lambda c: c.document):
                if other is not card:
                    if other.stated and other.document in card.copies:
                        yield from self.by_copy(card, other)
                    if other.stated or not other.published:
                        yield from self.by_news(card, other, within)
            # What a report states of itself goes before what its words let guess.
            yield from tuple(self.by_dateline(card, near)) or self.by_parties(card, near)
            stated = sorted((other for other in group if other.stated), key=lambda c: c.document)
            yield from self.by_plans(card, stated, within)
            yield from self.by_all(card, stated, within)

    def by_parties(self, card: DatingCard, near: Sequence[Near]) -> Iterator[Bound]:
        """Its own words, where the first and the last report about the same parties give its days one year."""
        if near:
            yield from self.by_its_words(card, told_near(card, near), near[0][1])

    def by_all(self, card: DatingCard, others: Sequence[DatingCard], within: Within) -> Iterator[Bound]:
        """The days that go best with all its times, beside dated reports; only likely."""
        beside = [(other.published, other.tied) for other in others]
        found = likely_days(card.pointers, card.told, beside, within)
        if found is None:
            return
        evidence = ((card.document, *found.own), (others[found.other].document, *found.there))
        why = "the days that go best with its weekdays, its dates, and what other reports tell of the same days"
        yield from self.between(card, (found.first, found.last), why, evidence, likely=True)

    def by_plans(self, card: DatingCard, others: Sequence[DatingCard], within: Within) -> Iterator[Bound]:
        """Its weekdays, "today" and "tomorrow", by what dated reports had planned for a day, or told of what it plans."""
        found = appeared(card.tied, [other.tied for other in others], within) if len(others) > 1 else None
        if found is None:
            return
        evidence = ((card.document, *found.own), (others[found.other].document, *found.there))
        why = "it tells what another report plans for a day, or plans what that tells"
        yield from self.between(card, (found.first, found.last), why, evidence)

    def by_dateline(self, card: DatingCard, near: Sequence[Near]) -> Iterator[Bound]:
        """The stated day, in the year of the reports about the same parties, if its weekday does not speak against it."""
        day = stated_near(card.day_of_year, [day for day, _ in near]) if card.day_of_year else None
        if day is None or not fits_weekday(card.told, day, self.freshness):
            return
        _, opening = min((days_apart(other, day), place) for other, place in near)
        evidence = ((card.document, *card.opening), opening)
        why = f"its dateline gives the day {card.day_of_year}, in the year of another report on the same parties"
        yield from self.between(card, (day, day), why, evidence)

    def by_its_words(self, card: DatingCard, told: Sequence[Told], near: Place | None = None) -> Iterator[Bound]:
        """Not before what it tells as past, not after what it tells as coming; news told by its weekday is fresh.

        `near` is where a report about the same parties begins that gave dates without a year theirs.
        """
        past = sorted(t for t in told if t.look == "past")
        latest = past[-1] if past else None
        if latest is not None:
            yield self.bound(
                card, Limit("not_before", latest.first, f"it tells {latest.words!r} as past"), latest, near
            )
            yield from self.by_its_lead(card, latest, near)
        coming = [t for t in told if t.look == "future" and (latest is None or t.last >= latest.first)]
        if coming:
            soonest = min(coming, key=lambda t: (t.last, t.start))
            if latest is not None:
                yield from self.by_its_weekday(card, latest, soonest.last, near)
            limit = Limit("not_after", soonest.last, f"it tells {soonest.words!r} as coming")
            yield self.bound(card, limit, soonest, near)

    def by_its_lead(self, card: DatingCard, latest: Told, near: Place | None) -> Iterator[Bound]:
        """Fresh news: the first weekday of the lead, dated itself, or the first such day after the latest date told.

        A weekday named beside its date lies within days of the report too.
        """
        news = first_weekday(card.told)
        if news is None:
            return
        if latest.lead and not latest.weekday and latest.first == latest.last and is_on(news, latest.first):
            _, days = self.days_on(card, news)
            why = f"its lead tells {news.words!r}, which {latest.words!r} is, as news of the last {days} days"
            yield self.bound(card, Limit("not_after", later(latest.first, days), why), latest, near)
        if not latest.weekday:
            return
        if news.start == latest.start:
            days = 0 if latest.words.lower().startswith("this ") else self.freshness
            why = f"its lead tells {latest.words!r} by the weekday, as news of the last {days} days"
            yield self.bound(card, Limit("not_after", later(latest.first, days), why), latest, near)
        elif news.offset and news.offset.month is None:
            day = resolve(Offset("day", 0, weekday=news.offset.weekday, tense="future"), latest.first)
            if day:
                least, most = self.days_on(card, news)
                why = f"its lead tells {news.words!r}, the first after {latest.words!r}"
                yield self.bound(card, Limit("not_before", later(day, least), why), news, near)
                why = f"{why}, as news of the last {most} days"
                yield self.bound(card, Limit("not_after", later(day, most), why), news, near)

    def by_its_weekday(self, card: DatingCard, latest: Told, last: str, near: Place | None) -> Iterator[Bound]:
        """Fresh news: the first weekday of the lead, where one such day alone lies between the latest date told and the next to come."""
        news = first_weekday(card.told)
        if news is None or not latest.first or days_apart(latest.first, last) > FORTNIGHT:
            return
        days = (later(latest.first, n) for n in range(days_apart(latest.first, last) + 1))
        fitting = [day for day in days if is_on(news, day)]
        if len(fitting) != 1:
            return
        least, most = self.days_on(card, news)
        why = f"its lead tells {news.words!r}, one alone between {latest.words!r} and what it tells as coming"
        yield self.bound(card, Limit("not_before", later(fitting[0], least), why), news, near)
        why = f"{why}, as news of the last {most} days"
        yield self.bound(card, Limit("not_after", later(fitting[0], most), why), news, near)

    def days_on(self, card: DatingCard, news: Told) -> tuple[int, int]:
        """How many days after a weekday its report appears, at least and at most: "yesterday, Friday" is told on Saturday.

        What the lead tells of the days right after has happened too: "ran out on Friday. On Saturday they came".
        """
        step = days_since(news.words)
        if step is not None:
            return step, step
        after = max((days for t in card.told if (days := days_behind(news, t)) <= self.freshness), default=0)
        return after, self.freshness

    def bound(self, card: DatingCard, limit: Limit, told: Told, near: Place | None) -> Bound:
        """A bound with the words that give it, and the report that gave their year."""
        why = limit.why
        evidence: tuple[Place, ...] = ((card.document, told.start, told.end),)
        if near is None and told.offset is not None and told.weekday and told.first:
            why = f"{why}, in the year that its weekday fits"
        if near is not None and told.offset is not None:
            why = f"{why}, in the year of another report on the same parties"
            evidence = (*evidence, near)
        return Bound(card.document, limit.side, limit.day, why, evidence, self.origin)

    def between(
        self, card: DatingCard, days: Within, why: str, evidence: tuple[Place, ...], *, likely: bool = False
    ) -> Iterator[Bound]:
        """Both ends of a window that one thing gives."""
        yield Bound(card.document, "not_before", days[0], why, evidence, self.origin, likely)
        yield Bound(card.document, "not_after", days[1], why, evidence, self.origin, likely)

    def by_copy(self, card: DatingCard, other: DatingCard) -> Iterator[Bound]:
        """A report of the same text appears within days of the one that is dated."""
        why = f"a report of the same text is dated {other.published}; reprints appear within {self.freshness} days"
        evidence = ((other.document, *other.opening),)
        days = later(other.published, -self.freshness), later(other.published, self.freshness)
        yield from self.between(card, days, why, evidence)

    def by_news(self, card: DatingCard, other: DatingCard, within: Within) -> Iterator[Bound]:
        """A report that opens with an event another one dates appears from that day on; one that awaits it, before.

        Its own days and the weekday of its lead must not speak against that.
        """
        for dated in other.news:
            if not (dated.held and dated.day):
                continue
            fresh = [later(dated.day, n) for n in range(self.freshness + 1)]
            fitting = any(lies(day, within) and fits_weekday(card.told, day, self.freshness) for day in fresh)
            own = [n for n in card.news if n.type == dated.type and not n.day and share_two(n, dated)]
            held = [n for n in own if n.held]
            evidence = ((other.document, dated.start, dated.end),)
            if held and fitting:
                ours = ((card.document, held[0].start, held[0].end), *evidence)
                why = f"it opens with what another report dates {dated.day}"
                yield Bound(card.document, "not_before", dated.day, why, ours, self.origin)
                why = f"{why}, as news of the last {self.freshness} days"
                yield Bound(card.document, "not_after", later(dated.day, self.freshness), why, ours, self.origin)
            elif own and not held:
                ours = ((card.document, own[0].start, own[0].end), *evidence)
                why = f"it tells as still to come what another report dates {dated.day}"
                yield Bound(card.document, "not_after", dated.day, why, ours, self.origin)


def told_near(card: DatingCard, near: Sequence[Near]) -> list[Told]:
    """What a report tells with its day, where the first and the last report about the same parties give it one year."""
    if not near:
        return []
    late = dated_near(card.told, near[-1][0])
    found = [told for told in dated_near(card.told, near[0][0]) if told in late]
    return found + [told for told in numbered_near(card.told, [day for day, _ in near]) if told not in found]


def ends(told: Sequence[Told]) -> Within:
    """The last day that is told as past, and the first after it that is told as coming; "" where there is none."""
    first = max((t.first for t in told if t.look == "past"), default="")
    return first, min((t.last for t in told if t.look == "future" and t.last >= first), default="")


def days_behind(news: Told, told: Told) -> int:
    """How many days behind the weekday of the news another weekday lies that is told after it as past; 0 where it is none."""
    here, there = (t.offset.weekday if t.offset and not t.offset.day else None for t in (news, told))
    after = told.weekday and told.look == "past" and told.start > news.start and days_since(told.words) != -1
    return (there - here) % 7 if after and here and there else 0


def is_on(told: Told, day: str) -> bool:
    """Whether a bare weekday is that of an ISO day."""
    offset = told.offset
    if offset is None or offset.weekday is None or offset.month is not None or offset.day is not None:
        return False
    return date.fromisoformat(day).isoweekday() == offset.weekday


def about_the_same(card: DatingCard, group: Sequence[DatingCard]) -> list[Near]:
    """The days of the other reports about the same parties and where each begins, in order."""
    about = set(card.named)
    others = (other for other in group if other is not card and about & set(other.named))
    return sorted((day, (other.document, *other.opening)) for other in others if (day := news_of(other)))


def news_of(card: DatingCard) -> str:
    """The day a report appeared, or that of its news."""
    return card.published or max((n.day for n in card.news if n.held), default="")
