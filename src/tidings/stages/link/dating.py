"""link/dating: between which days an undated document was published, by what it tells, its copies, and the same news elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from tidings.grammar.dates.likely_days import Weighed, by_what_is_quoted, likely_days, weighed_days
from tidings.grammar.dates.news import (
    News,
    Report,
    Told,
    dated_by_weekday,
    days_since,
    first_weekday,
    fits_weekday,
    later,
    share_two,
    stated_near,
)
from tidings.grammar.dates.numbered_files import number_of, place_of
from tidings.grammar.dates.offsets import resolve
from tidings.grammar.dates.pointers import Pointer, pointers
from tidings.grammar.dates.same_words import alike_in_words, words_said
from tidings.grammar.dates.told_days import days_behind, ends, is_on, told_near, widest
from tidings.grammar.dates.told_plans import Found, Roots, Tied, Within, appeared, lies, tied_times
from tidings.model import Bound, GroupKind, Link, Linked, Offset, Reading
from tidings.stage import Round
from tidings.text.days import days_apart

__all__ = ["Dating", "DatingCard"]

WHOLE = 0.8
PLAUSIBLE = 0.15  # chance of days that a plan gives
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
    number: int | None = None  # that its file's name opens with
    said: tuple[Roots, ...] = ()  # the rare words of what it quotes
    widest: tuple[tuple[int, str], ...] = ()  # of all whom it names, who most reports name, with how many


@dataclass(frozen=True)
class Dating(Round[DatingCard]):
    """Bound the publication day of documents that do not state it."""

    name: ClassVar[str] = "link/dating"
    version: ClassVar[int] = 16
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
            number_of(reading.document.path),
            words_said(reading),
            widest(reading, entity, linked.size_of("entity")),
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
        for party in sorted({*card.named, *(party for _, party in card.widest)}):
            yield f"party {party}"

    def compare(self, group: Sequence[DatingCard]) -> Iterator[Link | Bound]:
        """Bounds of the undated documents of a group: by their own words, by copies, by reports of the same news."""
        undated = sorted((card for card in group if not card.published), key=lambda c: c.document)
        for card in undated:
            near = about_the_same(card, group)
            within = ends(told_near(card.told, [day for day, _ in near]))
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
            yield from self.by_others(card, stated, within, whole=len(group) >= WHOLE * reach(card))

    def by_parties(self, card: DatingCard, near: Sequence[Near]) -> Iterator[Bound]:
        """Its own words, where the first and the last report about the same parties give its days one year."""
        if near:
            yield from self.by_its_words(card, told_near(card.told, [day for day, _ in near]), near[0][1])

    def by_others(
        self, card: DatingCard, others: Sequence[DatingCard], within: Within, *, whole: bool
    ) -> Iterator[Bound]:
        """What dated reports tell of the same days; `whole` where they are most of a story."""
        beside = [(other.published, other.tied) for other in others]
        place = place_of(card.number, [(other.number, other.published) for other in others])
        weighed = weighed_days(card.pointers, card.told, beside, within, place)
        if weighed is not None:
            weighed = by_what_is_quoted(weighed, [alike_in_words(card.said, other.said) for other in others])
        yield from self.by_plans(card, others, within, weighed)
        if whole and weighed is not None:
            yield from self.by_all(card, others, weighed, numbered=place is not None)

    def by_all(
        self, card: DatingCard, others: Sequence[DatingCard], weighed: Weighed, *, numbered: bool
    ) -> Iterator[Bound]:
        """The days that go best with all its times, beside dated reports; only likely."""
        found = likely_days(weighed)
        if found is None:
            return
        evidence = beside_own(card, found, others)
        why = "the days that go best with its weekdays, its dates, and what other reports tell of the same days"
        why = f"{why}, and its number among files that are numbered in the order of their days" if numbered else why
        yield from self.between(card, (found.first, found.last), why, evidence, likely=True)

    def by_plans(
        self, card: DatingCard, others: Sequence[DatingCard], within: Within, weighed: Weighed | None
    ) -> Iterator[Bound]:
        """Its weekdays, "today" and "tomorrow", by what dated reports had planned for a day, or told of what it plans.

        All that it tells besides must leave those days a chance.
        """
        found = appeared(card.tied, [other.tied for other in others], within) if len(others) > 1 else None
        if found is None or (weighed is not None and weighed.share(found.first, found.last) < PLAUSIBLE):
            return
        evidence = beside_own(card, found, others)
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


def beside_own(card: DatingCard, found: Found, others: Sequence[DatingCard]) -> tuple[Place, ...]:
    """The words of a report and those of another that give its days."""
    other = others[found.other]
    return (card.document, *found.own), (other.document, *(found.there or other.opening))


def reach(card: DatingCard) -> int:
    """How many reports name whom most of those named in a report."""
    return max((reports for reports, _ in card.widest), default=0)


def about_the_same(card: DatingCard, group: Sequence[DatingCard]) -> list[Near]:
    """The days of the other reports about the same parties and where each begins, in order."""
    about = set(card.named)
    others = (other for other in group if other is not card and about & set(other.named))
    return sorted((day, (other.document, *other.opening)) for other in others if (day := news_of(other)))


def news_of(card: DatingCard) -> str:
    """The day a report appeared, or that of its news."""
    return card.published or max((n.day for n in card.news if n.held), default="")
