"""Days, months, years and hours that one of two reports gives and the other does not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.grammar.disputes.briefs import Brief, Clause, framed
from tidings.grammar.disputes.dated_deeds import OF_REPORT
from tidings.grammar.disputes.scene import Scene
from tidings.grammar.disputes.slots import Candidate, Pair, another, clause_at, common, flags, near
from tidings.lexicon.calendar import month_numbers
from tidings.model import Span
from tidings.text.days import days_apart

__all__ = ["day_slots", "times"]

GRAINS = ("day", "month", "quarter", "year")
# How far apart two times of a grain can lie to be of one thing: what happened, what is to come.
MOST_APART = {"day": (7, 70), "month": (100, 200), "quarter": (200, 200), "year": (1_500, 1_500)}
TURN = 14  # a bare weekday may be the one before or after
IN = re.compile(r"\b(?:in|since|from|of|during|by|until|before|after)\s(?:early\s|late\s|mid-?)?\Z", re.IGNORECASE)
AFTER = re.compile(r"(?:the\s)?(?:next|following|same)\s(?!\w+day\b)", re.IGNORECASE)
RANGE = re.compile(r"\d\s?[-–]\s?\d")
BY_THE_WAY = 0.15  # nearness of the clauses of two years
HOURS = 1.5
RIVALS = 4
PUT_OFF = re.compile(
    r"\b(?:postponed?|moved|put off|delayed|brought forward|rescheduled|adjourned|shifted|pushed|set back|instead|new date|originally)\b",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:now|earlier|previous(?:ly)?|ago|every|later|anniversary|deadline)\b",
    re.IGNORECASE,
)
NOT_ON = re.compile(
    r"\b(?:since|until|till|by|before|around|about|than|earliest|latest|after|between|to|and|or)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
ROUGH = re.compile(r"\b(?:weeks?|months?|years?|fortnight|days)\b", re.IGNORECASE)
CLOCK = re.compile(r"T(\d\d):(\d\d)")
ZONE = re.compile(r"\b(?:GMT|UTC|[BCEMPW]E?[SD]?T|[Ll]ocal time|[A-Z]\w+ time)\b")
MIDNIGHT = re.compile(r"\b(?:night|overnight|midnight|small hours|early|dawn|late)\b", re.IGNORECASE)
NOBODY = re.compile(r"\b(?:no|not|never|nobody|none|nothing)\b|n[’']t\b", re.IGNORECASE)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile("|".join(WEEKDAYS))
ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
OF_MONTH = re.compile(
    rf"\b(?P<which>{'|'.join(ORDINALS)})\s(?P<day>{'|'.join(d.title() for d in WEEKDAYS)})\s(?:of|in)\s(?P<month>[A-Z][a-z]+)\b"
)
LATE = 3  # months back that a month without a year may lie
PARTS = {
    "morning": (5, 12), "dawn": (4, 8), "daybreak": (4, 8), "sunrise": (4, 8), "noon": (12, 12), "midday": (11.5, 12.5),
    "afternoon": (12, 18), "evening": (17, 23), "nightfall": (17, 22), "dusk": (17, 21), "sunset": (17, 21),
    "midnight": (23, 24),
}  # fmt: skip
PART = re.compile(rf"\b({'|'.join(PARTS)})\b")
BESIDE = 14  # code points around a time in which the part of the day may stand


@dataclass(frozen=True, slots=True)
class When:
    """A time in a clause."""

    clause: Clause
    span: Span
    first: str
    last: str
    grain: str
    words: str
    hour: float | None
    framed: bool  # where somebody speaks, not in what is said

    @property
    def before(self) -> str:
        """What stands before it in its clause."""
        return self.clause.text[: self.span.start - self.clause.span.start]

    @property
    def dated(self) -> bool:
        """Whether it is told by its date, not by a weekday alone."""
        return any(c.isdigit() for c in self.words) or OF_MONTH.search(self.words) is not None

    @property
    def between(self) -> tuple[float, float] | None:
        """The hours of the day that it names, if it does."""
        if self.hour is not None:
            return self.hour, self.hour
        at = self.span.start - self.clause.span.start
        part = PART.search(self.clause.text[max(0, at - BESIDE) : at + len(self.words) + BESIDE].lower())
        return PARTS[part[1]] if part else None


def day_slots(pair: Pair, ours: list[When], theirs: list[When]) -> Iterator[Candidate]:
    """Pairs of times of one grain that do not meet each other or any time of the other report."""
    left = [x for x in ours if not x.framed and all(gap(x, y) for y in theirs)]
    right = [y for y in theirs if not y.framed and all(gap(x, y) for x in ours)]
    met = [
        (x, y)
        for x in left
        for y in right
        if one_grain(x, y)
        and tells(x)
        and tells(y)
        and not of_two(pair.scene, x, y)
        and not another(x.clause, y.clause)
        and not any(PUT_OFF.search(t.clause.text) for t in (x, y))
    ]
    for x, y in met:
        yield candidate(pair, x, y, met)
    hours = [[t for t in told if t.between and not t.framed] for told in (ours, theirs)]
    if (
        len(hours[0]) == len(hours[1]) == 1
        and other_hour(hours[0][0], hours[1][0])
        and not another(hours[0][0].clause, hours[1][0].clause)
    ):
        yield candidate(pair, hours[0][0], hours[1][0], [(hours[0][0], hours[1][0])])


def of_two(scene: Scene, x: When, y: When) -> bool:
    """Whether two days are of a plan and of what came, may be one night, or are each the day of its own report."""
    if x.grain != "day":
        return False
    night = gap(x, y) == 1 and any(MIDNIGHT.search(t.clause.text) for t in (x, y))
    apart = scene.days_apart(x.clause.document, y.clause.document)
    own = apart is not None and apart == gap(x, y) and all(news_day(scene, t) for t in (x, y))
    return own or night or to_come(scene, x) != to_come(scene, y)


def tells(t: When) -> bool:
    """Whether a time says when something was, not which thing is meant: "in 2012", not "the 2012 attacks"; nor "the next morning"."""
    if AFTER.match(t.words) or OF_REPORT.search(t.before):
        return False
    return t.grain != "year" or not t.words.isdigit() or IN.search(t.before) is not None


def one_grain(x: When, y: When) -> bool:
    """Whether two times are of one grain, or a day beside a quarter of a year."""
    return x.grain == y.grain or {x.grain, y.grain} == {"day", "quarter"}


def times(scene: Scene, report: Brief) -> list[When]:
    """The times of a report that come down to days, months, quarters or years."""
    published = scene.published.get(report.document)
    named = [t for c in report.clauses for t in weekdays_of_months(c, published)] if published else []
    known = {r.index: r for r in scene.telling.resolved if r.document == report.document}
    text = report.reading.document.text
    for i, time in enumerate(report.reading.times):
        r, clause = known.get(i), clause_at(report, time.span.start)
        if RANGE.search(text, max(0, time.span.start - 3), time.span.end + 3):
            continue
        if r and r.from_ and r.to and clause and r.grain in GRAINS and not any(n.span.meets(time.span) for n in named):
            words = text[time.span.start : time.span.end]
            at = framed(report, clause, time.span.start)
            named.append(When(clause, time.span, r.from_, r.to, r.grain, words, hour(r.value), at))
    return named


def weekdays_of_months(clause: Clause, published: str) -> Iterator[When]:
    """Days told as "the second Sunday of May", which is the nearest such May."""
    for match in OF_MONTH.finditer(clause.text):
        month = month_numbers().get(match["month"].lower())
        if month:
            year = int(published[:4]) + (month < int(published[5:7]) - LATE)
            start = date(year, month, 1)
            days = [start + timedelta(n) for n in range(31)]
            fitting = [d for d in days if d.month == month and d.weekday() == WEEKDAYS.index(match["day"].lower())]
            day = fitting[ORDINALS[match["which"]]].isoformat()
            span = Span(clause.span.start + match.start(), clause.span.start + match.end())
            yield When(clause, span, day, day, "day", match[0], None, framed=False)


def gap(x: When, y: When) -> int:
    """The days between two times; none where a weekday's or a year's doubt brings them together."""
    if x.first <= y.last and y.first <= x.last:
        return 0
    found = min(days_apart(x.last, y.first), days_apart(y.last, x.first))
    if x.grain == y.grain == "day" and found % 7 == 0 and found <= TURN and not (x.dated and y.dated):
        return 0
    no_year = not re.search(r"\d{4}", x.words + y.words)
    if no_year and ("month" in (x.grain, y.grain) or (x.dated and y.dated)):
        found = min(found % 365, -found % 365)
        if x.grain == y.grain == "day" and x.first[5:] == y.first[5:]:
            return 0
    return found


def candidate(pair: Pair, x: When, y: When, met: Sequence[tuple[When, When]]) -> Candidate:
    """Two times with the signs that they are of one thing."""
    ahead = [to_come(pair.scene, t) for t in (x, y)]
    both, days = (x, y), x.grain == "day"
    news = [days and not t.dated and news_day(pair.scene, t) for t in both]
    one, two = (acts(r, t) for r, t in ((pair.a, x), (pair.b, y)))
    away = gap(x, y)
    rivals = sum((u is x) != (v is y) for u, v in met)
    signs = common(pair, x.clause, y.clause) | flags(
        both_to_come=all(ahead),
        hour=away == 0,
        year=x.grain == "year",
        year_by_the_way=x.grain == "year" and near(x.clause.text, y.clause.text) < BY_THE_WAY,
        far_apart=away > MOST_APART[x.grain][all(ahead)],
        dated=x.dated and y.dated,
        one_dated=x.dated != y.dated,
        news_day=any(news),
        both_news_days=all(news),
        moved=any(MOVED.search(t.clause.text) for t in both),
        not_on=any(NOT_ON.search(t.before) for t in both),
        week_off=days and away % 7 == 0 and not (x.dated and y.dated),
        rough=any(ROUGH.search(t.words) for t in both),
        one_act=bool(one & two),
        other_acts=bool(one and two and not one & two),
        negated=any(NOBODY.search(t.clause.text) for t in both),
    )
    signs["rivals"] = min(RIVALS, rivals) / RIVALS
    early, late = sorted(both, key=lambda t: (t.first, t.clause.claim))
    sides = ((early.words, early.clause.claim), (late.words, late.clause.claim))
    return Candidate("date", "when", sides, (x, y), signs, "two reports of one occasion give two times")


def other_hour(x: When, y: When) -> bool:
    """Whether two hours of one day are further apart than a rounding makes them."""
    one, two = x.between, y.between
    weekdays = [WEEKDAY.search(t.words.lower()) for t in (x, y)]
    exact = x.hour is not None or y.hour is not None
    if not one or not two or not exact or gap(x, y) or any(ZONE.search(t.clause.text) for t in (x, y)):
        return False
    if weekdays[0] and weekdays[1] and weekdays[0][0] != weekdays[1][0]:
        return False
    return max(one[0], two[0]) - min(one[1], two[1]) > HOURS


def news_day(scene: Scene, t: When) -> bool:
    """Whether a day is that of the report or the one before: what any report tells of."""
    published = scene.published.get(t.clause.document)
    return published is not None and 0 <= date_of(published).toordinal() - date_of(t.first).toordinal() <= 1


def date_of(day: str) -> date:
    """An ISO day as a date."""
    return date.fromisoformat(day[:10])


def to_come(scene: Scene, t: When) -> bool:
    """Whether a time lies after its report."""
    bare = t.grain == "month" and re.fullmatch(r"[A-Z][a-z]+", t.words) is not None
    return bare or t.first > scene.published.get(t.clause.document, "9999")


def acts(report: Brief, t: When) -> frozenset[str]:
    """The types of the acts that a time's clause tells."""
    return frozenset(e.type for e in report.reading.events if t.clause.span.covers(e.trigger))


def hour(value: str | None) -> float | None:
    """The hour of a day that a value names, if it names one."""
    found = CLOCK.search(value or "")
    return int(found[1]) + int(found[2]) / 60 if found else None
