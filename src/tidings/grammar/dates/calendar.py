"""Calendar arithmetic on TIMEX3 values: what days a value covers, and a value some steps from another.

A value is `1998`, `1998-07`, `1998-W30`, `1998-W30-WE`, `1998-07-29`, `1998-Q3`, `1998-H1`,
`1998-SU`, `198` (a decade) or `19` (a century); a time of day follows it: `T14:30`, `TEV`.
Where a place is open it is `XX`: `1998-07-XX`.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "Range",
    "day",
    "days_of",
    "grain_of",
    "is_day",
    "iso_week",
    "month_value",
    "step",
]

FIRST_YEAR = 1000
LAST_YEAR = 2200

VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?P<clock>T[\w:]{1,12})?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological, northern hemisphere


@dataclass(frozen=True, slots=True)
class Range:
    """The days that a value covers, both ends included, and its grain."""

    first: date
    last: date
    grain: str  # day week month quarter year decade interval


def day(year: int, month: int, number: int) -> date | None:
    """That day, or None where there is none or the year is beyond what news tells of."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def is_day(value: str | None) -> bool:
    """Whether a value names one day (with or without a time)."""
    return value is not None and grain_of(value) == "day"


def grain_of(value: str) -> str:
    """The grain of a value; "unknown" for one that names no days."""
    found = days_of(value)
    return found.grain if found else "unknown"


def days_of(value: str) -> Range | None:
    """The days a value covers; None for a duration, a set, PAST_REF, or what no calendar has."""
    m = VALUE.fullmatch(value.removesuffix("-XX").removesuffix("-XX"))
    if m is None:
        return None
    if m["decade"]:
        return _years(int(m["decade"]) * 10, 10, "decade")
    if m["century"]:
        return _years(int(m["century"]) * 100, 100, "interval")
    year = int(m["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if m["day"]:
        found = day(year, int(m["month"]), int(m["day"]))
        return Range(found, found, "day") if found else None
    if m["week"]:
        return _week(year, int(m["week"]), weekend=bool(m["weekend"]))
    if m["month"]:
        return _months(year, int(m["month"]), 1, "month") if 1 <= int(m["month"]) <= 12 else None
    if m["quarter"]:
        return _months(year, int(m["quarter"]) * 3 - 2, 3, "quarter")
    if m["half"]:
        return _months(year, int(m["half"]) * 6 - 5, 6, "interval")
    if m["season"]:
        return _months(year, SEASON_STARTS[m["season"]], 3, "interval")
    return _years(year, 1, "year")


def iso_week(when: date) -> str:
    """The ISO week that a day lies in: `1998-W30`."""
    year, week, _ = when.isocalendar()
    return f"{year:04}-W{week:02}"


def month_value(year: int, month: int) -> str:
    """`1998-07`, months counted on past December or before January."""
    years, index = divmod(month - 1, 12)
    return f"{year + years:04}-{index + 1:02}"


def step(value: str, unit: str, amount: int, *, keep: bool = False) -> str | None:
    """The value `amount` units from `value`, at the unit's grain, or at the value's own with `keep`.

    None where the value is coarser than the unit ("a day before" some month), or the
    calendar ends.
    """
    days = days_of(value)
    if days is None:
        return None
    try:
        found = _kept(value, days, unit, amount) if keep else None
        found = found or _stepped(days, unit, amount)
    except (ValueError, OverflowError):
        return None
    return found if found and days_of(found) else None


WIDTH = {"day": 1, "weekend": 2, "week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 36525}


def _stepped(days: Range, unit: str, amount: int) -> str | None:
    if (days.last - days.first).days + 1 > WIDTH[unit]:
        return None
    at = days.first
    match unit:
        case "day":
            return (at + timedelta(days=amount)).isoformat()
        case "week":
            return iso_week(at + timedelta(weeks=amount))
        case "weekend":
            return iso_week(at + timedelta(weeks=amount)) + "-WE"
        case "month":
            return month_value(at.year, at.month + amount)
        case "quarter":
            years, index = divmod((at.month - 1) // 3 + amount, 4)
            return f"{at.year + years:04}-Q{index + 1}"
        case "year":
            return f"{at.year + amount:04}"
        case "decade":
            return f"{at.year // 10 + amount:03}"
        case _:
            return f"{at.year // 100 + amount:02}"


def _kept(value: str, days: Range, unit: str, amount: int) -> str | None:
    """The same place in the year, month or week that is `amount` units away: 1989-Q3 a year earlier is 1988-Q3."""
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years and re.match(r"\d{4}", value) and "W" not in value:
        moved = f"{int(value[:4]) + years * amount:04}{value[4:]}"
        return moved.removesuffix("-02-29") + "-02-28" if moved.endswith("-02-29") and not days_of(moved) else moved
    if days.grain == "day":
        at = days.first
        if unit == "week":
            return (at + timedelta(weeks=amount)).isoformat()
        if unit == "month":
            target = month_value(at.year, at.month + amount)
            return f"{target}-{at.day:02}"
    return None


def _week(year: int, week: int, *, weekend: bool) -> Range | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    first = monday + timedelta(days=5 if weekend else 0)
    return Range(first, monday + timedelta(days=6), "interval" if weekend else "week")


def _months(year: int, month: int, count: int, grain: str) -> Range:
    after = month + count
    end = date(year + (after - 1) // 12, (after - 1) % 12 + 1, 1) - timedelta(days=1)
    return Range(date(year, month, 1), end, grain)


def _years(year: int, count: int, grain: str) -> Range | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Range(date(year, 1, 1), date(year + count - 1, 12, 31), grain)
