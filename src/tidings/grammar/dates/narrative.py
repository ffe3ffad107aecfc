"""From the expressions of a document to its times: what each hangs on, which way it looks, and its value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from tidings.grammar.dates.calendar import days_of, grain_of, is_day
from tidings.grammar.dates.explicit import RANGES
from tidings.grammar.dates.offsets import is_open, resolve
from tidings.grammar.dates.words import Found
from tidings.model import Offset, Span, Time

__all__ = ["Expression", "keeps_grain", "offset_grain", "place", "time_grain"]


class Look(Protocol):
    """Says which way a date looks by the verb over it."""

    def __call__(self, span: Span, *, weekday: bool) -> Literal["past", "future"] | None: ...


ORDER = ("day", "week", "month", "quarter", "year", "decade")
NEAR = 31  # days
LONGEST = 60  # days between the ends of a range told without years
EVE_REACH = 2  # sentences back to the day that "the evening before" is told from
REACH = 12  # expressions back that "a day earlier" may hang on


@dataclass(frozen=True, slots=True)
class Expression:
    """A phrase that a rule read, where it stands, the sentence it stands in, and the word that alone parts it from the one before."""

    span: Span
    found: Found
    sentence: int = 0
    joined: str = ""


def place(
    expressions: Sequence[Expression], published: str | None, look: Look, origin: str = "", home: str | None = None
) -> tuple[Time, ...]:
    """The times of a document, in order; values where they are known, offsets where they hang on an unknown date.

    `home` says what comes first in figures where the document's site is at home: "day" or "month".
    """
    times: list[Time] = []
    for n, expression in enumerate(expressions):
        found = expression.found
        if found.base == "narrative" or _compares(expressions, n):
            told_past = look(expression.span, weekday=True) == "past"
            time = _anchored(expressions, times, n, published, told_past=told_past)
        else:
            time = _dated(found, published, look, expression.span)
            if found.either is not None and time.value == found.value:
                time = _at_home(time, found.either, home)
            if expression.joined and times:
                time = _after(time, times[-1], found, weekday=expression.joined in RANGES)
        names = names_weekday(found)
        times.append(replace(time, origin=origin, look=look(expression.span, weekday=names)))
    return tuple(times)


def _after(time: Time, first: Time, found: Found, *, weekday: bool) -> Time:
    """The second day of "March 3 to March 5", "from Friday to Monday": the first such day behind the one before it."""
    offset = found.offset
    if offset is None or first.value is None or not is_day(first.value) or not is_open(offset):
        return time
    of_month = offset.month is not None and offset.day is not None
    if not of_month and not (weekday and offset.weekday is not None):
        return time
    value = resolve(replace(offset, tense="future"), first.value)
    start, end = days_of(first.value), days_of(value) if value else None
    if (
        value is None
        or value == time.value
        or not start
        or not end
        or not 0 < (end.first - start.first).days <= LONGEST
    ):
        return time
    return replace(time, value=value, reasons=(*found.reasons, f"behind the day it is joined to, {first.value}"))


def names_weekday(found: Found) -> bool:
    """Whether an expression names a weekday, which lies within days of the report."""
    return found.weekday or (found.offset is not None and found.offset.weekday is not None)


def _plain(found: Found, span: Span) -> Time:
    return Time(span, found.type, found.value, found.mod, found.offset, None, found.reasons)


def _dated(found: Found, published: str | None, look: Look, span: Span) -> Time:
    """A time that says its own date, or is counted from the document's."""
    time = _plain(found, span)
    if found.either is not None and published:
        return _nearer(time, found.either, published)
    if found.offset is None:
        return time
    offset, reasons = found.offset, found.reasons
    if is_open(offset):
        way = look(span, weekday=names_weekday(found))
        if way is None and (offset.weekday is not None or offset.unit == "weekend") and offset.month is None:
            way = "future" if found.ahead else "past"
            tells = "it is called this one" if found.ahead else "reports tell of the days before"
            reasons = (*reasons, f"no verb says which; {tells}")
        elif way is not None:
            reasons = (*reasons, f"the verb looks to the {way}")
        offset = replace(offset, tense=way)
    value = resolve(offset, published) if published else None
    if published and value is None:
        reasons = (*reasons, f"nothing in the calendar fits, counted from {published[:10]}")
    elif value is not None:
        reasons = (*reasons, f"counted from the document's date {published}")
    return replace(time, offset=offset, value=value, reasons=reasons)


def _nearer(time: Time, either: tuple[str, str], published: str) -> Time:
    """The reading of a date in figures that lies within a month of the document, where the other does not."""
    at = days_of(published[:10])
    near = [e for e in either if e == published[:10]]
    near = near or [e for e in either if at and (days := days_of(e)) and abs((days.first - at.first).days) <= NEAR]
    if len(near) != 1:
        return time
    return replace(time, value=near[0], reasons=(*time.reasons, f"only {near[0]} is near the document's date"))


def _at_home(time: Time, either: tuple[str, str], home: str | None) -> Time:
    """The reading of a date in figures that is usual where the document's site is at home."""
    if home is None:
        return time
    value = either[0] if home == "day" else either[1]
    return replace(time, value=value, reasons=(*time.reasons, f"{home} first, as sites of its country write"))


def _compares(expressions: Sequence[Expression], n: int) -> bool:
    """Whether "a year ago" stands beside a quarter: "fell in the third quarter from 3% a year ago" compares quarters."""
    offset = expressions[n].found.offset
    if offset != Offset("year", -1) or n == 0 or not expressions[n].found.same_grain:
        return False
    before = expressions[n - 1]
    return before.sentence >= expressions[n].sentence - 1 and _grain(before.found) == "quarter"


def _anchored(
    expressions: Sequence[Expression], times: Sequence[Time], n: int, published: str | None, *, told_past: bool
) -> Time:
    """A time told from one before it in the narrative, else from the document's date."""
    found, span = expressions[n].found, expressions[n].span
    time = _plain(found, span)
    offset = found.offset
    if offset is None:
        return time
    for base in _bases(expressions, times, n, offset):
        anchor = times[base]
        keep = keeps_grain(time, anchor)
        value = resolve(offset, anchor.value.partition("T")[0], keep=keep) if anchor.value else None
        if told_past and anchor.look == "future":
            continue
        if told_past and published and value and value > published and is_day(value.partition("T")[0]):
            continue  # nothing told as past lies after the report: it hangs on a time further back
        why = f"told from the time before it, {anchor.value or 'not yet known'}"
        return replace(time, value=value, anchored_on=base, reasons=(*found.reasons, why))
    if found.wants == "quarter":
        offset = Offset("quarter", -1 if offset.unit == "quarter" else -5)
    value = resolve(offset, published) if published else None
    why = "no date stands before it; counted from the document's date"
    return replace(time, offset=offset, value=value, reasons=(*found.reasons, why))


def keeps_grain(time: Time, anchor: Time) -> bool:
    """Whether a step back keeps the grain of its base: quarters are compared with the same quarter of another year."""
    back = time.offset is not None and time.offset.amount < 0
    return back and time.type == "DATE" and time_grain(anchor) == "quarter"


def _bases(expressions: Sequence[Expression], times: Sequence[Time], n: int, offset: Offset) -> Iterator[int]:
    """The times before the n-th that are fine enough to count `offset` from, nearest first."""
    want = offset.unit if offset.unit in ORDER else "day"
    wanted = expressions[n].found.wants
    of_a_year = offset.unit == "year" and offset.month is not None  # "May 3 that year"
    clock = offset == Offset("day", 0, part=offset.part) and offset.part is not None and offset.part[1].isdigit()
    eve = offset.unit == "day" and offset.amount == -1 and offset.part is not None and not offset.part[1].isdigit()
    for j in range(n - 1, max(-1, n - 1 - REACH), -1):
        grain = time_grain(times[j])
        if times[j].type not in ("DATE", "TIME") or grain not in ORDER:
            continue
        if want in ("quarter", "year") and expressions[j].found.same_grain:
            continue  # itself one side of a comparison
        if of_a_year and not _tells_its_year(expressions[j].found):
            continue
        if clock and expressions[j].sentence < expressions[n].sentence - 1:
            return  # "at 10 p.m." is of the day just told, else of the report
        if eve and expressions[j].sentence < expressions[n].sentence - EVE_REACH:
            return  # so is "the evening before"
        if grain == wanted if wanted else ORDER.index(grain) <= ORDER.index(want):
            yield j


def _tells_its_year(found: Found) -> bool:
    """Whether "that year" may be the year of an expression: a date with its year, "last year", no "on Monday"."""
    return found.value is not None or (found.offset is not None and found.offset.unit == "year")


def time_grain(time: Time) -> str:
    """The grain of a time by its value, else by what its offset would give."""
    if time.value is not None:
        return grain_of(time.value.partition("T")[0])
    return offset_grain(time.offset) if time.offset else "unknown"


def _grain(found: Found) -> str:
    return grain_of(found.value) if found.value else offset_grain(found.offset) if found.offset else "unknown"


def offset_grain(offset: Offset) -> str:
    """The grain of what an offset comes to."""
    if offset.unit == "week" and offset.month is not None:
        return "week"
    if offset.day is not None or offset.weekday is not None:
        return "day"
    if offset.month is not None:
        return "month"
    if offset.part and offset.part[0] in "QHSFW" and len(offset.part) == 2:
        return "quarter" if offset.part[0] == "Q" else "interval"
    return offset.unit if offset.unit in ORDER else "day"
