"""What a report tells of its own date: the dates in its running text, the events it opens with, who it is about."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from tidings.grammar.dates.calendar import days_of
from tidings.grammar.dates.explicit import weekday_at
from tidings.grammar.dates.offsets import is_pick, resolve
from tidings.grammar.dates.words import scan
from tidings.model import Block, EventMention, Offset, Reading, Span, Time
from tidings.text.days import day_number, days_apart

__all__ = [
    "News",
    "Report",
    "Told",
    "dated_by_weekday",
    "dated_near",
    "days_since",
    "first_weekday",
    "fits_weekday",
    "later",
    "numbered_near",
    "share_two",
    "stated_near",
]

TOLD_IN = frozenset({"title", "lead", "paragraph", "question", "answer"})
NEAR = 45  # days between the reports of a story: further off, a day without its year stays open
YEARS = 5  # in which a day of the year falls on a weekday once
BESIDE_WEEKDAY = {"yesterday": 1, "today": 0, "tomorrow": -1}
TO_COME = frozenset({"requested", "conditional", "announced"})


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A date that a text tells, and which way. `first` is "" where the year, or all but the weekday, is open."""

    first: str
    last: str
    look: str  # past future open
    lead: bool  # told among the news
    weekday: bool  # by its weekday, so within days of the report
    start: int
    end: int
    words: str
    offset: Offset | None = None

    @property
    def is_news(self) -> bool:
        """Whether the lead tells it as past, by its weekday."""
        return self.lead and self.weekday and self.look == "past"


@dataclass(frozen=True, slots=True, order=True)
class News:
    """An event that a report opens with, by type and parties: held (on a day, where it says so) or still to come."""

    type: str
    parties: tuple[str, ...]
    held: bool
    day: str  # "" where the report does not tell it
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """A reading as dating sees it: its running text without captions and headings, and where its lead ends."""

    reading: Reading
    running: tuple[Block, ...]
    lead_end: int

    @classmethod
    def of(cls, reading: Reading, sentences: int) -> "Report":
        """A reading whose lead is its title and so many sentences."""
        document = reading.document
        whole = (Block(0, max(1, len(document.text)), "paragraph"),)
        running = tuple(b for b in document.blocks if b.kind in TOLD_IN) if document.blocks else whole
        report = cls(reading, running, 0)
        body = [s for s in reading.sentences if report.holds(s)][: sentences + 1]
        return cls(reading, running, body[-1].end if body else 0)

    def holds(self, span: Span) -> bool:
        """Whether a span begins in the running text."""
        at = bisect_right(self.running, span.start, key=lambda block: block.start) - 1
        return at >= 0 and span.start < self.running[at].end

    def opening(self) -> tuple[int, int]:
        """The span of the first block."""
        return self.running[0].start, self.running[0].end

    def words(self, time: Time) -> str:
        """The words of a time."""
        return self.reading.document.text[time.span.start : time.span.end]

    def is_start(self, time: Time) -> bool:
        """Whether a time only says since when: no day of the report's news."""
        return self.reading.document.text[: time.span.start].rstrip().lower().endswith((" since", " from"))

    def is_limit(self, time: Time) -> bool:
        """Whether a time only says by when: "ruled out a rise before the end of 2031" tells nothing of its past."""
        return self.reading.document.text[: time.span.start].rstrip().lower().endswith((" before", " until", " till"))

    def told(self) -> Iterator[Told]:
        """The dates of the running text; captions, related links and credit lines are no evidence."""
        for time in self.reading.times:
            days = days_of(time.value.partition("T")[0]) if time.value and time.type in ("DATE", "TIME") else None
            offset = time.offset if time.value is None and time.anchored_on is None and time.offset else None
            if not (days or (offset and offset.unit == "day" and is_pick(offset))) or not self.holds(time.span):
                continue
            words, look = self.words(time), time.look or "open"
            look = "open" if look == "past" and self.is_limit(time) else look
            first, last = (days.first.isoformat(), days.last.isoformat()) if days else ("", "")
            lead = time.span.start < self.lead_end and not self.is_start(time)
            yield Told(first, last, look, lead, names_weekday(words), time.span.start, time.span.end, words, offset)

    def news(self, entity: Mapping[str, str], freshness: int) -> Iterator[News]:
        """The events that it opens with, if two parties at least are known. `entity` groups chains."""
        for event in self.reading.events:
            early = event.trigger.start < self.lead_end and self.holds(event.trigger)
            parties = self.parties_of(event, entity)
            if not early or event.status not in TO_COME | {"held"} or len(parties) < 2:
                continue
            day = self.day_of(event, freshness)
            if day is not None:
                yield News(event.type, parties, event.status == "held", day, event.clause.start, event.clause.end)

    def day_of(self, event: EventMention, freshness: int) -> str | None:
        """The day of an event that is news: "" where it is not told; None where it is told and not fresh."""
        if event.time is None:
            return ""
        time = self.reading.times[event.time]
        by_weekday = names_weekday(self.words(time))
        days = days_of(time.value.partition("T")[0]) if time.value else None
        if days is None:
            return "" if time.offset is not None and by_weekday else None
        if days.grain != "day":
            return None
        day = days.first.isoformat()
        published = (self.reading.document.published or "")[:10]
        fresh = day <= published <= later(day, freshness) if published else by_weekday
        return day if fresh or event.status != "held" else None

    def parties_of(self, event: EventMention, entity: Mapping[str, str]) -> tuple[str, ...]:
        """The entities that take part, by group id, sorted."""
        chains = [p.chain for p in (*event.actors, *event.recipients) if p.chain is not None]
        ids = (self.reading.chains[c].id for c in chains)
        return tuple(sorted({entity.get(chain, chain) for chain in ids}))

    def pairs(self, entity: Mapping[str, str], most: int) -> Iterator[tuple[str, str]]:
        """Two and two, those that the lead names first."""
        mentions = self.reading.mentions
        named = [(mentions[c.mentions[0]].span.start, c.id) for c in self.reading.chains if c.named and c.mentions]
        early = [entity.get(chain, chain) for start, chain in sorted(named) if start < self.lead_end]
        for a, b in combinations(list(dict.fromkeys(early))[:most], 2):
            yield min(a, b), max(a, b)


def share_two(a: News, b: News) -> bool:
    """Whether two parties at least take part in both."""
    return len(set(a.parties) & set(b.parties)) > 1


def dated_near(told: Sequence[Told], published: str) -> tuple[Told, ...]:
    """What a text tells, with days without a year, or without a month but with a weekday, put nearest another report's day."""
    found = [t for t in told if t.first]
    for one in told:
        if one.first or one.offset is None or not is_day_of_year(one.offset):
            continue
        day = resolve(replace(one.offset, tense=None), published)
        if day:
            found.append(replace(one, first=day[:10], last=day[:10]))
    return tuple(found)


def numbered_near(told: Sequence[Told], days: Iterable[str]) -> Iterator[Told]:
    """What a text tells by weekday and number alone ("Monday 29"), where but one such day lies within a month of any of the reports."""
    near = sorted(set(days))
    for one in told:
        if one.first or one.offset is None or one.offset.month is not None or not is_day_of_year(one.offset):
            continue
        found = {day[:10] for other in near if (day := resolve(replace(one.offset, tense=None), other))}
        if len(found) == 1:
            day = min(found)
            yield replace(one, first=day, last=day)


def is_day_of_year(offset: Offset) -> bool:
    """Whether it names a day and its month, or its number and weekday: "Monday 29" is one day in months."""
    return offset.day is not None and (offset.month is not None or offset.weekday is not None)


def dated_by_weekday(told: Sequence[Told]) -> tuple[Told, ...]:
    """What a text tells, with days without a year put in the first year from its latest date on in which their weekday fits.

    Such a day is past where no verb says which: reports tell of the days before.
    """
    latest = max((t.first for t in told if t.first and t.look == "past"), default="")
    return tuple(with_year(one, latest) if latest and not one.first else one for one in told)


def with_year(told: Told, latest: str) -> Told:
    """A day with its weekday and without its year, in the one year of the next few that fits; else as it is."""
    weekday, offset = weekday_in(told.words), told.offset
    if offset is None or not (weekday and offset.month and offset.day):
        return told
    years = range(int(latest[:4]), int(latest[:4]) + YEARS)
    days = (f"{year:04}-{offset.month:02}-{offset.day:02}" for year in years)
    fitting = (d for d in days if d >= latest and days_of(d) and date.fromisoformat(d).isoweekday() == weekday)
    day = next(fitting, "")
    look = "past" if told.look == "open" else told.look
    return replace(told, first=day, last=day, look=look) if day else told


def stated_near(day_of_year: str, days: Sequence[str]) -> str | None:
    """A day without its year, in the year that puts it within NEAR days of a report and is the same for all of them."""
    years = {int(day[:4]) + step for day in days for step in (-1, 0, 1)}
    found = [f"{year:04}-{day_of_year}" for year in sorted(years)]
    near = [day for day in found if days_of(day) and any(days_apart(day, other) <= NEAR for other in days)]
    return near[0] if len(near) == 1 else None


def first_weekday(told: Sequence[Told]) -> Told | None:
    """The first weekday of the lead that is told as past: the day of the news."""
    return next((t for t in told if t.is_news), None)


def fits_weekday(told: Sequence[Told], day: str, freshness: int) -> bool:
    """Whether the first weekday of the lead that looks back falls on that day or within so many days before it."""
    named = first_weekday(told)
    if named is None:
        return True
    if named.first:
        return 0 <= day_number(day) - day_number(named.first) <= freshness
    if named.offset is None or named.offset.weekday is None:
        return True
    step = days_since(named.words)  # "yesterday, Friday" is told on Saturday alone
    if step is not None:
        return (date.fromisoformat(day).isoweekday() - named.offset.weekday) % 7 == step
    return (date.fromisoformat(day).isoweekday() - named.offset.weekday) % 7 <= freshness


def names_weekday(words: str) -> bool:
    """Whether an expression names a weekday."""
    return weekday_in(words) is not None


def days_since(words: str) -> int | None:
    """How many days before the report a weekday lies that stands beside "yesterday" or "today"; None where neither does."""
    opening = words.split()[:1]
    return BESIDE_WEEKDAY.get(opening[0].strip(",").lower()) if opening and names_weekday(words) else None


def weekday_in(words: str) -> int | None:
    """The weekday that an expression names first."""
    line = scan(words)
    return next((found[0] for i in range(len(line.words)) if (found := weekday_at(line, i))), None)


def later(day: str, days: int) -> str:
    """An ISO day so many days on; the day itself where the calendar ends."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day
