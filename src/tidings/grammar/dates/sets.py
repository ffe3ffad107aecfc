"""What recurs: "every day", "each July", "daily", "every Tuesday", "twice a week"."""

from tidings.grammar.dates.clock import part_at
from tidings.grammar.dates.durations import length, letters
from tidings.grammar.dates.explicit import month_at, weekday_at
from tidings.grammar.dates.numbers import count, ordinal
from tidings.grammar.dates.periods import season_at
from tidings.grammar.dates.words import Found, Line
from tidings.lexicon.calendar import weekday_numbers

__all__ = ["adverb", "every", "per", "weekdays"]

ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annually": "P1Y",
    "yearly": "P1Y",
}
RATES = frozenset({"once", "twice", "thrice", "times", "time"})


def adverb(line: Line, i: int) -> Found | None:
    """ "daily", "weekly", "annually"."""
    value = ADVERBS.get(line.text(i))
    if line.text(i) == "quarterly" and line.kind(i + 1) == "word":
        return None  # the kind of a dividend
    if value is None or (line.words[i].capital and line.kind(i + 1) == "word" and line.words[i + 1].capital):
        return None
    if line.words[i].capital and line.kind(i - 1) == "word" and line.words[i - 1].capital:
        return None
    return Found(i + 1, "SET", value=value)


def every(line: Line, i: int) -> Found | None:
    """ "every day", "every other week", "every two weeks", "each July", "every Tuesday night", "every third year"."""
    if line.text(i) not in ("every", "each"):
        return None
    at = line.skip(i + 1, "single")
    factor = 1
    if line.text(at) == "other":
        at, factor = at + 1, 2
    elif (nth := ordinal(line, at)) and nth[0] > 1:
        factor, at = nth[0], nth[1]
    elif (
        (number := count(line, at))
        and number.amount
        and number.amount == int(number.amount)
        and line.text(at) not in ("a", "an")
    ):
        factor, at = int(number.amount), number.end
    named = _named(line, at)
    if named:
        return named
    part = part_at(line, at)
    if part:
        return Found(part[1], "SET", value="XXXX-XX-XX" + part[0])
    unit = letters().get(line.text(at))
    if unit is None or unit[0] == "WE":
        return Found(at + 1, "SET", value="XXXX-WXX-WE") if unit else None
    return Found(at + 1, "SET", value=length(factor, *unit))


def _named(line: Line, at: int) -> Found | None:
    weekday = weekday_at(line, at)
    if weekday:
        part = part_at(line, weekday[1])
        value = f"XXXX-WXX-{weekday[0]}"
        return Found(part[1], "SET", value=value + part[0]) if part else Found(weekday[1], "SET", value=value)
    month = month_at(line, at)
    if month:
        return Found(month[1], "SET", value=f"XXXX-{month[0]:02}")
    season = season_at(line, at)
    return Found(season[1], "SET", value=f"XXXX-{season[0]}") if season else None


def weekdays(line: Line, i: int) -> Found | None:
    """ "Tuesdays", "Tuesday nights", "on Mondays and Fridays" (one at a time)."""
    plural = weekday_numbers().get(line.text(i).removesuffix("s"))
    if plural is not None and line.text(i).endswith("days"):
        return Found(i + 1, "SET", value=f"XXXX-WXX-{plural}")
    found = weekday_at(line, i)
    if found and line.text(found[1]) in ("mornings", "afternoons", "evenings", "nights"):
        part = part_at(line, found[1])
        return Found(part[1], "SET", value=f"XXXX-WXX-{found[0]}{part[0]}") if part else None
    return None


def per(line: Line, i: int) -> Found | None:
    """ "a year" behind how often: "twice a week"; behind an amount it is a rate, no time."""
    if line.text(i) not in ("a", "an", "per"):
        return None
    unit = letters().get(line.text(i + 1))
    if (
        unit is None
        or line.text(i + 1).endswith("s")
        or line.text(i + 2) in ("ago", "earlier", "later", "before", "after", "or", "-", "and", "from")
    ):
        return None
    if line.text(i - 1) not in RATES:
        return None
    return Found(i + 2, "SET", value=length(1, *unit))
