"""A date inside a period told from another: "Friday last week", "June last year", "the week of March 6"."""

from dataclasses import replace
from datetime import date

from tidings.grammar.dates.anaphoric import same
from tidings.grammar.dates.calendar import iso_week
from tidings.grammar.dates.explicit import day_and_month, month, month_at, weekday_at, with_weekday
from tidings.grammar.dates.numbers import ordinal
from tidings.grammar.dates.periods import quarter, season_at
from tidings.grammar.dates.relative import deictic_unit
from tidings.grammar.dates.words import Found, Line
from tidings.model import Offset

__all__ = ["composed", "composed_part"]


def composed(line: Line, i: int) -> Found | None:
    """Whichever of the ways below reads the words."""
    return (
        _this_dated_weekday(line, i)
        or _weekday_of_week(line, i)
        or _week_weekday(line, i)
        or _day_of_month(line, i)
        or _month_of_year(line, i)
        or _quarter_of_year(line, i)
        or _years_quarter(line, i)
        or _week_of(line, i)
        or _week_from(line, i)
    )


PARTS = frozenset({"half", "days", "week", "weeks", "part", "months"})


def composed_part(line: Line, i: int) -> Found | None:
    """ "the second half of July", "the last days of 2021": the month or year, at its start or end."""
    at = line.skip(i, "the")
    ends = {"first": "START", "opening": "START", "second": "END", "last": "END", "final": "END", "closing": "END"}
    mod = ends.get(line.text(at))
    if mod is None or line.text(at + 1) not in PARTS or line.text(at + 2) != "of":
        return None
    if mod == "END" and line.text(at) == "second" and line.text(at + 1) != "half":
        return None
    found = month(line, at + 3)
    return replace(found, mod=mod) if found else None


def _this_dated_weekday(line: Line, i: int) -> Found | None:
    """ "this Thursday (15/9/2022)", "last Friday, October 4"."""
    return with_weekday(line, i + 1) if line.text(i) in ("this", "last", "next") else None


def _period(line: Line, i: int, unit: str) -> Found | None:
    """ "last year", "of this year", "next week" right here, if it is of that unit."""
    found = deictic_unit(line, line.skip(line.skip(i, ","), "of", "in"))
    if found is None or found.offset is None or found.offset.unit != unit:
        return None
    return found if found.offset == Offset(found.offset.unit, found.offset.amount) else None


def _weekday_of_week(line: Line, i: int) -> Found | None:
    weekday = weekday_at(line, i)
    week = _period(line, weekday[1], "week") if weekday else None
    if weekday is None or week is None or week.offset is None:
        return None
    return replace(week, offset=replace(week.offset, weekday=weekday[0]))


def _week_weekday(line: Line, i: int) -> Found | None:
    """ "next week on Friday", "this week Friday"."""
    week = _period(line, i, "week") if line.text(i) not in (",", "of", "in") else None
    weekday = weekday_at(line, line.skip(week.end, "on")) if week else None
    if weekday is None or week is None or week.offset is None:
        return None
    return replace(week, end=weekday[1], offset=replace(week.offset, weekday=weekday[0]))


def _day_of_month(line: Line, i: int) -> Found | None:
    """ "the 20th of next month", "the twenty-first of last month"."""
    told = ordinal(line, line.skip(i, "the"))
    if told is None or line.text(told[1]) != "of":
        return None
    number, at = told
    then = _period(line, at + 1, "month")
    if then is None or then.offset is None or not 1 <= number <= 31:
        return None
    return replace(then, offset=replace(then.offset, day=number))


def _month_of_year(line: Line, i: int) -> Found | None:
    """ "June last year", "15 June this year", "June 15 that year", "the summer of last year"."""
    dated = day_and_month(line, i)
    if dated and dated.offset is not None:
        told = same(line, line.skip(line.skip(dated.end, ","), "of", "in"))
        if told is not None and told.offset == Offset("year", 0):
            return replace(told, offset=replace(told.offset, month=dated.offset.month, day=dated.offset.day))
        then = _period(line, dated.end, "year")
        if then and then.offset is not None:
            return replace(then, offset=replace(then.offset, month=dated.offset.month, day=dated.offset.day))
    month = month_at(line, i)
    then = _period(line, month[1], "year") if month else None
    if month and then and then.offset is not None:
        return replace(then, offset=replace(then.offset, month=month[0]))
    season = season_at(line, line.skip(i, "the"))
    then = _period(line, season[1], "year") if season else None
    if season and then and then.offset is not None:
        return replace(then, offset=replace(then.offset, part=season[0]))
    return None


def _quarter_of_year(line: Line, i: int) -> Found | None:
    """ "the third quarter of last year"."""
    named = quarter(line, i)
    if named is None or named.offset is None:
        return None
    then = _period(line, named.end, "year")
    if then is None or then.offset is None:
        return None
    return replace(then, offset=replace(then.offset, part=named.offset.part))


def _years_quarter(line: Line, i: int) -> Found | None:
    """ "last year's third quarter", "next year's first half"."""
    year = _period(line, i, "year") if line.text(i) not in (",", "of", "in") else None
    if year is None or year.offset is None or line.text(year.end) != "'s":
        return None
    named = quarter(line, year.end + 1)
    if named is None or named.offset is None:
        return None
    return replace(year, end=named.end, offset=replace(year.offset, part=named.offset.part))


def _week_of(line: Line, i: int) -> Found | None:
    """ "the week of March 6": told by its day, so its value stays that day's week."""
    at = line.skip(i, "the")
    if line.text(at) != "week" or line.text(at + 1) not in ("of", "beginning", "ending", "starting"):
        return None
    dated = day_and_month(line, at + 2)
    if dated is None:
        return None
    if dated.value is not None:
        return replace(dated, value=iso_week(date.fromisoformat(dated.value)))
    return replace(dated, offset=replace(dated.offset, unit="week")) if dated.offset else None


def _week_from(line: Line, i: int) -> Found | None:
    """ "a week from Tuesday", "a week ago Friday", "Tuesday week"."""
    if line.text(i) not in ("a", "one") or line.text(i + 1) != "week":
        return None
    weekday = weekday_at(line, i + 3)
    if weekday is None or line.text(i + 2) not in ("ago", "from"):
        return None
    amount = -1 if line.text(i + 2) == "ago" else 1
    return Found(weekday[1], "DATE", offset=Offset("week", amount, weekday=weekday[0]))
