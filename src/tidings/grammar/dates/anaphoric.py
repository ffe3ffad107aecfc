"""Dates told from another date of the narrative: "a day earlier", "the day before", "that evening", "three days later"."""

from dataclasses import replace

from tidings.grammar.dates.clock import part_at
from tidings.grammar.dates.explicit import weekday_at
from tidings.grammar.dates.numbers import count
from tidings.grammar.dates.periods import quarter
from tidings.grammar.dates.relative import step_offset, unit_at
from tidings.grammar.dates.words import Found, Line
from tidings.model import Offset

__all__ = ["counted", "same", "the_day_before", "the_eve", "the_quarter", "year_ago"]

LATER = {"earlier": -1, "before": -1, "previously": -1, "later": 1, "after": 1, "afterward": 1, "afterwards": 1}
OPENS = frozenset({"", ".", "!", "?", ";", "”", '"', "»", "¶"})
ENDS_HERE = frozenset(
    {"", ",", ".", ";", ":", "(", ")", "?", "!", '"', "”", "¶", "–", "-", "and", "but", "that", "when"}
)


def counted(line: Line, i: int) -> Found | None:
    """ "three days later", "a year earlier", "a week before", "some two months after"; what follows must not be its base."""
    number = count(line, i)
    found = unit_at(line, number.end) if number else None
    if number is None or found is None:
        return None
    unit, factor, end = found
    sign = LATER.get(line.text(end))
    if sign is None:
        return None
    if line.text(end) in ("before", "after") and not _nothing_follows(line, end + 1):
        return None
    if line.text(end + 1) == "than" or number.amount is None or number.amount != int(number.amount):
        return None
    offset = step_offset(unit, sign * int(number.amount) * factor)
    return Found(end + 1, "DATE", offset=offset, mod=number.mod, base="narrative", same_grain=True)


def _nothing_follows(line: Line, at: int) -> bool:
    """Whether "before" and "after" stand as adverbs: no noun or clause follows that they would govern."""
    return line.text(at) in ENDS_HERE


def the_day_before(line: Line, i: int) -> Found | None:
    """ "the day before", "the next day", "the week after", "the next morning", "the evening before"."""
    if line.text(i) != "the":
        return None
    if line.text(i + 1) in ("next", "following", "previous"):
        sign = -1 if line.text(i + 1) == "previous" else 1
        part = part_at(line, i + 2)
        if part:
            return Found(part[1], "TIME", offset=Offset("day", sign, part=part[0]), base="narrative")
        weekday = weekday_at(line, i + 2)
        if weekday:
            return Found(weekday[1], "DATE", offset=Offset("day", sign, weekday=weekday[0]), base="narrative")
        return None
    part = part_at(line, i + 1)
    if part and line.text(part[1]) in ("before", "after") and _nothing_follows(line, part[1] + 1):
        step = -1 if line.text(part[1]) == "before" else 1
        return Found(part[1] + 1, "TIME", offset=Offset("day", step, part=part[0]), base="narrative")
    found = unit_at(line, i + 1)
    sign = {"before": -1, "after": 1, "earlier": -1}.get(line.text(i + 2), 0)
    if found is None or not sign or line.text(i + 1).endswith("s") or found[0] in ("hour", "minute", "second"):
        return None
    if line.text(i + 2) != "earlier" and not _nothing_follows(line, i + 3):
        return None
    return Found(i + 3, "DATE", offset=step_offset(found[0], sign * found[1]), base="narrative")


def the_eve(line: Line, i: int) -> Found | None:
    """ "on the eve" without saying of what, "The eve, …" in translations: the day before the one just told."""
    if line.text(i) != "the" or line.text(i + 1) != "eve" or line.text(i + 2) == "of":
        return None
    if line.text(i - 1) != "on" and not (line.text(i - 1) in OPENS and line.text(i + 2) == ","):
        return None
    return Found(i + 2, "DATE", offset=Offset("day", -1), base="narrative")


def same(line: Line, i: int) -> Found | None:
    """ "that day", "the same day", "that evening", "later that year", "that weekend"."""
    at = line.skip(i, "later", "earlier")
    if line.text(at) == "that":
        at = line.skip(at + 1, "same", "very")
    elif line.text(at) == "the" and line.text(at + 1) == "same":
        at += 2
    else:
        return None
    part = part_at(line, at)
    if part and line.text(at) != "overnight":
        return Found(part[1], "TIME", offset=Offset("day", 0, part=part[0]), base="narrative")
    found = unit_at(line, at)
    if found is None or found[0] in ("hour", "minute", "second", "century") or line.text(at).endswith("s"):
        return None
    if line.text(at + 1) in ("-",):
        return None
    return Found(at + 1, "DATE", offset=step_offset(found[0], 0), base="narrative")


def year_ago(line: Line, i: int) -> Found | None:
    """ "the year-ago quarter", "year-earlier", "the year-earlier third quarter": the same period a year back."""
    at = line.skip(i, "the", "a")
    at = line.skip(at, "comparable")
    if line.text(at) != "year" or line.text(at + 1) != "-" or line.text(at + 2) not in ("ago", "earlier"):
        return None
    at += 3
    named = quarter(line, at)
    if named and named.offset is not None:
        return Found(named.end, "DATE", offset=replace(named.offset, amount=-1, unit="year"), same_grain=True)
    end = line.skip(at, "period", "quarter")
    wants = "quarter" if end > at else ""
    return Found(end, "DATE", offset=Offset("year", -1), base="narrative", same_grain=True, wants=wants)


def the_quarter(line: Line, i: int) -> Found | None:
    """ "the quarter", "the latest quarter", "the period": the one that the text speaks of."""
    if line.text(i) != "the":
        return None
    at = line.skip(i + 1, "latest", "recent", "reported")
    if line.text(at) not in ("quarter", "period") or (line.text(at) == "period" and at == i + 1):
        return None
    if line.text(at + 1) in ("of", "-", "for", "when", "in", "between", "from") and line.text(at + 1) != "in":
        return None
    if line.text(at + 1) == "a" and line.text(at + 2) == "year" and line.text(at + 3) in ("ago", "earlier"):
        return Found(at + 4, "DATE", offset=Offset("year", -1), base="narrative", same_grain=True, wants="quarter")
    return Found(at + 1, "DATE", offset=Offset("quarter", 0), base="narrative", wants="quarter")
