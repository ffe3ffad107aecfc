"""What an offset comes to, once the date that it is counted from is known.

With unit "day", a weekday, month, day of the month, season, quarter or holiday is the
nearest one: on or before the base in the past, on or after it in the future, strictly
so with amount -1 or 1 ("last Friday"). With any other unit it is picked inside the unit
so shifted ("Friday last week", "June last year"); a month and day with unit "week" is the
week of the nearest such day.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from tidings.grammar.dates.calendar import FIRST_YEAR, LAST_YEAR, Range, day, days_of, iso_week, month_value, step
from tidings.grammar.dates.holidays import holiday_on
from tidings.lexicon import rows
from tidings.model import Offset

__all__ = ["is_open", "is_pick", "resolve"]

CLOCK_UNITS = {"hour": 3600, "minute": 60, "second": 1}
QUARTERS = frozenset({"Q1", "Q2", "Q3", "Q4"})  # results of a quarter that is over are still to come
AHEAD, LONG_AGO = 60, 270  # days
MONTH = 31  # days within which a day lies that is told by its weekday and number alone, without its month
PERIODS = frozenset({"Q1", "Q2", "Q3", "Q4", "H1", "H2", "SP", "SU", "FA", "WI"})


@cache
def holiday_rules() -> frozenset[str]:
    """All rules that an offset's part may name."""
    return frozenset(rule for _, rule in rows("holidays.tsv"))


def is_pick(offset: Offset) -> bool:
    """Whether the offset picks a place (a weekday, month, season …) instead of only counting steps."""
    period = offset.part in PERIODS or offset.part in holiday_rules()
    return period or offset.weekday is not None or offset.month is not None or offset.day is not None


def is_open(offset: Offset) -> bool:
    """Whether only tense decides which of two neighbours is meant: "on Friday", "in June"."""
    return (
        offset.amount == 0
        and offset.tense is None
        and (offset.unit == "weekend" or nearest(offset) or is_week_of(offset))
    )


def is_week_of(offset: Offset) -> bool:
    """Whether it is the week of a day: "the week of March 6"."""
    return offset.unit == "week" and offset.month is not None


def nearest(offset: Offset) -> bool:
    """Whether the offset asks for the nearest such place, whatever unit that lies in."""
    return offset.unit == "day" and is_pick(offset)


def resolve(offset: Offset, base: str, *, keep: bool = False) -> str | None:
    """The TIMEX3 value of `offset` counted from the value `base`, or None where that does not say.

    With `keep` a step takes the grain of the base: a year before 1989-Q3 is 1988-Q3.
    """
    if offset.unit in CLOCK_UNITS:
        return _by_clock(offset, base)
    days = days_of(base)
    if days is None:
        return None
    if offset.unit == "weekend" and offset.amount == 0:
        value: str | None = _weekend(days.first, offset.tense)
    elif nearest(offset):
        value = _nearest(offset, days.last if offset.tense == "past" else days.first)
    elif is_pick(offset):
        value = _inside(offset, base)
    else:
        value = step(base.partition("T")[0], offset.unit, offset.amount, keep=keep)
    clock = offset.part if offset.part and offset.part not in PERIODS | holiday_rules() else ""
    if value is None or not clock:
        return value
    return f"{value}{clock if clock.startswith('T') else 'T' + clock}"


def _by_clock(offset: Offset, base: str) -> str | None:
    """Hours or minutes from a clock time; from a bare day only the day is known, and that not for long spans."""
    at, _, clock = base.partition("T")
    days = days_of(at)
    if days is None or days.grain != "day":
        return None
    shift = offset.amount * CLOCK_UNITS[offset.unit]
    numbers = clock.split(":")
    if len(numbers) < 2 or not all(n.isdigit() for n in numbers[:2]):
        return None if abs(shift) >= 12 * 3600 else at
    minutes = (int(numbers[0]) * 3600 + int(numbers[1]) * 60 + shift) // 60
    moved = days.first + timedelta(days=minutes // 1440)
    return f"{moved.isoformat()}T{minutes % 1440 // 60:02}:{minutes % 60:02}"


def _weekend(base: date, tense: str | None) -> str:
    if tense == "past" and base.isoweekday() < 6:
        base -= timedelta(weeks=1)
    return iso_week(base) + "-WE"


def _inside(offset: Offset, base: str) -> str | None:
    """The weekday of that week, the month of that year, the day of that month."""
    days = days_of(base.partition("T")[0])
    if offset.weekday is not None and offset.unit == "week" and days and days.grain == "day":
        monday = days.first - timedelta(days=days.first.isoweekday() - 1)
        return (monday + timedelta(weeks=offset.amount, days=offset.weekday - 1)).isoformat()
    if offset.unit == "week" and days:
        inner = _nearest(replace(offset, unit="day"), days.first)
        week = days_of(inner) if inner else None
        return iso_week(week.first) if week else None
    unit = step(base.partition("T")[0], offset.unit, offset.amount)
    if unit is None:
        return None
    if offset.unit == "month" and offset.day is not None:
        found = day(int(unit[:4]), int(unit[5:7]), offset.day)
        return found.isoformat() if found else None
    if offset.unit == "year":
        return _of_year(offset, int(unit))
    return None


def _of_year(offset: Offset, year: int) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if offset.part in PERIODS:
        return f"{year:04}-{offset.part}"
    if offset.part in holiday_rules():
        return holiday_on(offset.part or "", year).isoformat()
    if offset.month is None:
        return None
    if offset.day is None:
        return month_value(year, offset.month)
    found = day(year, offset.month, offset.day)
    return found.isoformat() if found else None


def _candidates(offset: Offset, base: date) -> Iterable[str | None]:
    if offset.weekday is not None and offset.month is None and offset.day is None:
        first = base + timedelta(days=(offset.weekday - base.isoweekday()) % 7 - 14)
        return [(first + timedelta(weeks=n)).isoformat() for n in range(5)]
    if offset.month is None and offset.day is not None:
        months = [month_value(base.year, base.month + n) for n in range(-14, 15)]
        found = [day(int(m[:4]), int(m[5:]), offset.day) for m in months]
        return [d.isoformat() for d in found if d]
    reach = 8 if (offset.month, offset.day) == (2, 29) else 1 if offset.weekday is not None else 2
    return [_of_year(offset, base.year + n) for n in range(-reach, reach + 1)]


def _nearest(offset: Offset, base: date) -> str | None:
    ranges = [(found, value) for value in _candidates(offset, base) if value and (found := days_of(value))]
    if offset.weekday is not None and offset.day is not None:
        fitting = [(found, value) for found, value in ranges if found.first.isoweekday() == offset.weekday]
        if _told_wrongly(ranges, fitting, base):
            return None
        if offset.month is None and offset.amount == 0:
            fitting = [(found, value) for found, value in fitting if abs((found.first - base).days) <= MONTH]
        ranges = fitting
    beside = timedelta(days=offset.weekday is not None)  # "last Friday" is never yesterday, "next Friday" not tomorrow
    begun = [(r, v) for r, v in ranges if (r.first <= base if offset.amount == 0 else r.last < base - beside)]
    coming = [(r, v) for r, v in ranges if (r.last >= base if offset.amount == 0 else r.first > base + beside)]
    checked = offset.weekday is not None and offset.day is not None
    if offset.day is not None and offset.amount == 0 and offset.tense == "past" and is_near(begun, coming, base):
        return coming[0][1]
    if offset.day is not None and offset.amount == 0 and offset.tense == "future" and is_just_over(begun, coming, base):
        return begun[-1][1]
    if offset.amount < 0 or (offset.amount == 0 and offset.tense == "past" and not checked):
        return begun[-1][1] if begun else None
    if offset.amount > 0 or (offset.tense == "future" and not checked and offset.part not in QUARTERS):
        return coming[0][1] if coming else None
    return min(ranges, key=lambda pair: _distance(pair[0].first, pair[0].last, base))[1] if ranges else None


def _told_wrongly(dated: list[tuple[Range, str]], fitting: list[tuple[Range, str]], base: date) -> bool:
    """Whether a weekday fits its date in another year alone, and in this one the date lies within weeks."""

    def apart(found: tuple[Range, str]) -> int:
        return abs((found[0].first - base).days)

    near = min(dated, key=apart, default=None)
    close = near is not None and apart(near) <= AHEAD and near not in fitting
    return close and all(apart(other) >= LONG_AGO for other in fitting)


def is_near(begun: list[tuple[Range, str]], coming: list[tuple[Range, str]], base: date) -> bool:
    """Whether a day lies just ahead, where the last such day is most of a year ago and would be told with its year.

    "She proposed 24 September", on the 21st, is no day of the year before.
    """
    if not begun or not coming:
        return False
    return (coming[0][0].first - base).days <= AHEAD and (base - begun[-1][0].last).days >= LONG_AGO


def is_just_over(begun: list[tuple[Range, str]], coming: list[tuple[Range, str]], base: date) -> bool:
    """Whether a day lies just behind, where the next such day is most of a year ahead and would be told with its year."""
    if not begun or not coming:
        return False
    return (base - begun[-1][0].last).days <= AHEAD and (coming[0][0].first - base).days >= LONG_AGO


def _distance(first: date, last: date, base: date) -> tuple[float, date]:
    """Days apart, those ahead weighed half as much again: more is told of the past (tuned on TBAQ's training part)."""
    return max((first - base).days * 1.5, (base - last).days, 0), first
