"""Dates in figures: "2022-07-29", "29/7/2022"; day and month in the order that the document shows."""

import re
from dataclasses import replace
from functools import cache

from tidings.grammar.dates.calendar import day
from tidings.grammar.dates.words import Found, Line
from tidings.lexicon import rows
from tidings.model import Offset

__all__ = ["dated", "day_order", "home_order", "numeric"]

SITE = re.compile(r"(?:https?:)?//[^/?#\s]*\.(?P<home>[a-z]{2,3})(?::\d+)?(?:[/?#]|$)")


def dated(end: int, number: int, the_day: int, the_year: int | None) -> Found | None:
    """A day of a month, of a year or of any; with the reason instead where no calendar has it."""
    if the_year is None:
        if day(2000, number, the_day) is None:
            return Found(end, "DATE", reasons=(f"no calendar has the day {number:02}-{the_day:02}",))
        return Found(end, "DATE", offset=Offset("day", 0, month=number, day=the_day))
    found = day(the_year, number, the_day)
    if found is None:
        said = f"{the_year:04}-{number:02}-{the_day:02}"
        return Found(end, "DATE", reasons=(f"no calendar has the day {said}",))
    return Found(end, "DATE", value=found.isoformat())


def numeric(line: Line, i: int) -> Found | None:
    """ "2022-07-29", "29/7/2022", "29.07.2022": day and month in the document's order; open where nothing shows it."""
    if line.kind(i) != "date":
        return None
    text = line.text(i)
    mark = next(c for c in text if c in "/.-")
    a, b, c = text.split(mark)
    if len(a) == 4:
        return dated(i + 1, int(b), int(c), int(a)) if 1 <= int(b) <= 12 else _impossible(text, i)
    if len(c) not in (2, 4) or len(a) > 2:
        return None
    if len(c) == 2 and mark != "/":
        return None
    the_year = int(c) if len(c) == 4 else (2000 if int(c) < 50 else 1900) + int(c)
    if mark == "." and int(a) <= 12 and 1 <= int(b) <= 12:
        return dated(i + 1, int(b), int(a), the_year)  # nobody writes the month first with full stops
    return _by_order(line, i, int(a), int(b), the_year)


def _by_order(line: Line, i: int, a: int, b: int, the_year: int) -> Found | None:
    if a > 12 or b > 12:
        number, the_day = (b, a) if a > 12 else (a, b)
        return dated(i + 1, number, the_day, the_year) if 1 <= number <= 12 else _impossible(line.text(i), i)
    if a == b or line.day_first is not None:
        number, the_day = (b, a) if line.day_first else (a, b)
        found = dated(i + 1, number, the_day, the_year) if number >= 1 else None
        if found is None or a == b:
            return found
        order = "day first" if line.day_first else "month first"
        return replace(found, reasons=(*found.reasons, f"{order}, as other dates here show"))
    day_first, month_first = day(the_year, b, a), day(the_year, a, b)
    if day_first is None or month_first is None:
        return _impossible(line.text(i), i)
    either = (day_first.isoformat(), month_first.isoformat())
    why = f"day and month can be read either way: {' or '.join(either)}"
    return Found(i + 1, "DATE", value=f"{the_year:04}-XX-XX", reasons=(why,), either=either)


def _impossible(text: str, i: int) -> Found:
    return Found(i + 1, "DATE", reasons=(f"no calendar has the day {text}",))


def day_order(line: Line) -> bool | None:
    """Whether the numeric dates of a text put the day first; None where none of them shows it, or they disagree."""
    seen = set()
    for word in line.words:
        if word.kind == "date" and "/" in word.text:
            a, b, c = (int(n) for n in word.text.split("/"))
            if len(word.text.split("/")[0]) <= 2 and c and (a > 12) != (b > 12):
                seen.add(a > 12)
    return seen.pop() if len(seen) == 1 else None


def home_order(url: str | None) -> str | None:
    """ "day" or "month": which comes first where the site of an address is at home; None where its address does not say."""
    found = SITE.match(url.strip().casefold()) if url else None
    return orders().get(found["home"]) if found else None


@cache
def orders() -> dict[str, str]:
    """Last part of an address to which of day and month its sites write first."""
    return {home: first for first, homes in rows("date_orders.tsv") for home in homes.split()}
