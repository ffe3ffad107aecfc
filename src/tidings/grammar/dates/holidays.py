"""The day of a holiday in a year: fixed, the n-th weekday of a month, or by Easter."""

from datetime import date, timedelta
from functools import cache

from tidings.lexicon import rows

__all__ = ["holiday_names", "holiday_on"]

WEEKDAY_RULES = {  # month, ISO weekday, which (-1 the last)
    "mlk": (1, 1, 3),
    "presidents": (2, 1, 3),
    "memorial": (5, 1, -1),
    "labor": (9, 1, 1),
    "columbus": (10, 1, 2),
    "thanksgiving": (11, 4, 4),
}
EASTER_RULES = {"good_friday": -2, "easter": 0, "easter_monday": 1, "ascension": 39, "pentecost": 49}


@cache
def holiday_names() -> dict[tuple[str, ...], str]:
    """The words of each holiday's name to its rule."""
    return {tuple(name.split()): rule for name, rule in rows("holidays.tsv")}


def holiday_on(rule: str, year: int) -> date:
    """The day that a rule ("12-25", "thanksgiving", "easter") gives in a year."""
    if rule in EASTER_RULES:
        return _easter(year) + timedelta(days=EASTER_RULES[rule])
    if rule in WEEKDAY_RULES:
        return _nth_weekday(year, *WEEKDAY_RULES[rule])
    month, _, number = rule.partition("-")
    return date(year, int(month), int(number))


def _nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return end - timedelta(days=(end.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> date:
    """Western Easter by the anonymous Gregorian computus."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * shift) // 451
    month, number = divmod(moon + shift - 7 * late + 114, 31)
    return date(year, month, number + 1)
