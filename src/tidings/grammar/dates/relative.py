"""Dates told from another: "yesterday", "last week", "three days ago", "Friday last week", "this month"."""

from dataclasses import replace
from functools import cache
from typing import Literal, get_args

from tidings.grammar.dates.clock import part_at
from tidings.grammar.dates.explicit import month_at, numbered, weekday_at
from tidings.grammar.dates.numbers import count
from tidings.grammar.dates.periods import season_at
from tidings.grammar.dates.words import Found, Line, lookup
from tidings.model import Offset, TimeUnit

__all__ = ["ago", "deictic_day", "deictic_unit", "step_offset", "tonight", "unit_at"]

DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
SHIFTS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "latest": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "preceding": -1,
}
FORTNIGHT = 2  # weeks
AT_WEEKDAY = frozenset({"on", "by", "for", "from", "until", "till", "before", "after", "is"})
NARRATIVE = frozenset({"previous", "following", "preceding"})


def unit_at(line: Line, i: int) -> tuple[TimeUnit, int, int] | None:
    """A unit of time ("weeks"), how many of it one is (a fortnight is 2), and one past it."""
    text = line.text(i)
    for row in (text, text.removesuffix("s")):
        if row in units():
            unit, factor = units()[row]
            return unit, factor, i + 1
    return None


@cache
def units() -> dict[str, tuple[TimeUnit, int]]:
    """Unit words to the unit of an offset and a factor."""
    found: dict[str, tuple[TimeUnit, int]] = {}
    for name, unit in lookup("time_units.tsv").items():
        known = next((u for u in get_args(TimeUnit) if u == unit), None)
        found[name] = (known or "year", FORTNIGHT if name == "fortnight" else 1 if known else 1000)
    return found


def step_offset(unit: TimeUnit, amount: int) -> Offset:
    """An offset of so many units; so many decades or centuries from now lie in a year, not in a decade."""
    years = {"decade": 10, "century": 100}.get(unit)
    return Offset("year", amount * years) if years and amount else Offset(unit, amount)


def deictic_day(line: Line, i: int) -> Found | None:
    """ "yesterday", "today", "tomorrow", "the day before yesterday", "the day after tomorrow"."""
    amount = DAYS.get(line.text(i))
    if amount is not None and line.text(i - 1) != "usa":  # a paper's name
        named = weekday_at(line, line.skip(i + 1, ","))
        if named is not None:  # "yesterday, Friday": the weekday is right where the report was reprinted a day later
            tense: Literal["past", "future"] = "future" if amount > 0 else "past"
            number = numbered(line, named[1], sure=True)
            end = named[1] + (number is not None)
            return Found(end, "DATE", offset=Offset("day", 0, weekday=named[0], day=number, tense=tense))
        return Found(i + 1, "DATE", offset=Offset("day", amount))
    at = line.skip(i, "the")
    if line.text(at) == "day" and line.text(at + 1) in ("before", "after") and line.text(at + 2) in DAYS:
        amount = DAYS[line.text(at + 2)] + (1 if line.text(at + 1) == "after" else -1)
        return Found(at + 3, "DATE", offset=Offset("day", amount))
    return None


def tonight(line: Line, i: int) -> Found | None:
    """ "tonight", "last night", "this morning", "yesterday evening" is a date with a part."""
    if line.text(i) == "tonight":
        return Found(i + 1, "TIME", offset=Offset("day", 0, part="TNI"))
    part = part_at(line, line.skip(i + 1, "very", "same") if line.text(i) == "this" else i + 1)
    if part is None or line.text(i) not in ("this", "last"):
        return None
    amount = -1 if line.text(i) == "last" else 0
    return Found(part[1], "TIME", offset=Offset("day", amount, part=part[0]))


def deictic_unit(line: Line, i: int) -> Found | None:
    """ "last week", "this month", "next year", "last Friday", "next June", "this summer", "the previous day"."""
    at = line.skip(i, "the")
    word = line.text(at)
    bare = word in ("past", "latest", "coming") and at == i and line.text(i - 1) != "this"
    if word not in SHIFTS or (bare and not _is_coming_weekday(line, i)):
        return None
    if word == "this" and line.text(at + 1) in ("coming", "past", "current"):
        at, word = at + 1, line.text(at + 1)
    elif word == "this" and line.text(at + 1) in ("same", "very"):
        at += 1
    amount = SHIFTS[word]
    base: Literal["document", "narrative"] = "narrative" if word in NARRATIVE else "document"
    found = _named(line, at + 1, word, amount) or _unit(line, at + 1, word, amount)
    return replace(found, base=base) if found and base == "narrative" else found


def _is_coming_weekday(line: Line, i: int) -> bool:
    """Whether it is "on coming Friday", which leaves the article out."""
    return line.text(i) == "coming" and line.text(i - 1) in AT_WEEKDAY and weekday_at(line, i + 1) is not None


def _named(line: Line, i: int, word: str, amount: int) -> Found | None:
    """A weekday, month or season after "last", "this", "next"."""
    unit: TimeUnit = "day" if amount else "year"
    weekday = weekday_at(line, i)
    if weekday:
        number = numbered(line, weekday[1])
        if number is not None:  # "this Monday 13"
            return Found(weekday[1] + 1, "DATE", offset=Offset("day", 0, weekday=weekday[0], day=number))
        offset = Offset("day", amount, weekday=weekday[0])
        return Found(weekday[1], "DATE", offset=offset, ahead=word == "this")
    month = month_at(line, i)
    if month:
        if line.kind(month[1]) == "number" and line.text(month[1]) not in ("and", "to"):
            return None
        return Found(month[1], "DATE", offset=Offset(unit, amount, month=month[0]))
    season = season_at(line, i)
    if season:
        return Found(season[1], "DATE", offset=Offset(unit, amount, part=season[0]))
    return None


def _unit(line: Line, i: int, word: str, amount: int) -> Found | None:
    at = line.skip(i, "fiscal", "calendar")
    found = unit_at(line, at)
    if found is None or found[0] in ("hour", "minute", "second") or line.text(at).endswith("s"):
        return None
    unit, factor, end = found
    if unit == "day" and (word not in NARRATIVE | {"next"} or line.text(at) != "day"):
        return None
    if unit == "day" and word == "next":
        return Found(end, "DATE", offset=Offset("day", 1), base="narrative")
    if unit == "decade" and word in ("last", "past"):
        return Found(end, "DATE", offset=Offset("decade", amount + 1 if word == "past" else amount))
    return Found(end, "DATE", offset=step_offset(unit, amount * factor))


def ago(line: Line, i: int) -> Found | None:
    """ "three days ago", "about two years ago", "a week from now", "years ago"."""
    number = count(line, i)
    found = unit_at(line, line.skip(number.end, "-")) if number else None
    if number is None or found is None:
        return None
    unit, factor, end = found
    mod = number.mod
    if line.text(end) == "or" and line.text(end + 1) == "so":
        end, mod = end + 2, "APPROX"
    if line.text(end) == "ago":
        sign, end = -1, end + 1
    elif line.text(end) == "from" and line.text(end + 1) in ("now", "today"):
        sign, end = 1, end + 2
    elif line.text(end) == "hence":
        sign, end = 1, end + 1
    else:
        return None
    if number.amount is None:
        return Found(end, "DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF")
    offset = _counted(unit, sign * number.amount * factor)
    named = weekday_at(line, line.skip(end, "on")) if offset.unit == "week" else None
    if named is not None:  # "a fortnight ago on Friday"
        return Found(named[1], "DATE", offset=replace(offset, weekday=named[0]))
    return Found(end, "DATE", offset=offset, mod=mod, same_grain=offset.unit == "year")


def _counted(unit: TimeUnit, amount: float) -> Offset:
    """So many units; a half is told in the next smaller one."""
    if amount == int(amount):
        return step_offset(unit, int(amount))
    smaller: dict[TimeUnit, tuple[TimeUnit, int]] = {
        "year": ("month", 12),
        "month": ("week", 4),
        "day": ("hour", 24),
        "hour": ("minute", 60),
        "decade": ("year", 10),
        "century": ("year", 100),
    }
    if unit not in smaller:
        return step_offset(unit, round(amount))
    finer, many = smaller[unit]
    return step_offset(finer, round(amount * many))
