"""Which of the dates on a page is the day it appeared, by where each stands; and what settles one that is not whole."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from tidings.grammar.layout.stamps import DateLine, OpenLine, date_line, find_stamp
from tidings.lexicon.calendar import month_numbers, weekday_numbers

__all__ = [
    "choose_day",
    "day_below",
    "day_with_year",
    "months_and_days",
    "nearest_open_day",
    "printed_day",
    "settled_day",
]

ABOVE = 12  # lines above the headline in which a masthead states the day
BELOW = 12  # lines between headline and text
AFTER = 6  # lines below the text
BESIDE = 4  # lines between a headline and a day without its year
NEAR = 45  # days between a report and the dates that it tells
CLEARLY = 4  # times further off is the other reading
MONTHS = 12
OPENING = 300  # characters in which a report names the weekday of its news
LONGEST = 200  # characters of a line in which a page states its day, or a paragraph first names one
PARAGRAPH = 100  # characters of a line that is no headline
WEEKDAY_LONG = 12  # characters of a weekday and a comma before a date
PRINTED = re.compile(
    r"\b(?:appeared|published|printed|ran|first appeared) in (?:the|its|our|today’s) (?:[A-Z][\w’' ]{1,30} )?print edition (?:of|on|for|dated) (?:the )?"
)
FIGURES = re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
YEAR = re.compile(r"(?:(?<=\d\d\.\d\d\.)|(?<![\d,.]))(?:19|20)\d\d(?![\d,])")


def choose_day(stamps: Sequence[tuple[int, DateLine]], title: int | None, first: int, last: int) -> DateLine | None:
    """The date line that is likeliest the article's: under the headline, above it, under the text.

    Dates that stand elsewhere, in lists of other articles or beside a site's clock, count only where all are one day.
    """
    seen = [(cost(n, stamp, title, first, last), n, stamp) for n, stamp in stamps if stamp.label != "updated"]
    near = [one for one in seen if one[0] is not None]
    if near:
        return min(near, key=lambda one: (one[0], one[1]))[2]
    days = {stamp.stamp.value[:10] for _, _, stamp in seen if stamp.stamp.value}
    return seen[0][2] if len(days) == 1 else None


def day_below(rows: Sequence[str]) -> DateLine | None:
    """The date line under a page's text, where no other row there states another day; one that is labelled goes first."""
    read = [stamp for row in rows if (stamp := date_line(row)) is not None and stamp.label != "updated"]
    found = [stamp for stamp in read if stamp.label] or read
    days = {stamp.stamp.value[:10] if stamp.stamp.value else None for stamp in found}
    return found[0] if len(days) == 1 and None not in days else None


def printed_day(texts: Iterable[str]) -> str | None:
    """The day of the print edition that a note says an article appeared in, as papers have it under their texts."""
    for text in texts:
        note = PRINTED.search(text)
        stamp = find_stamp(text[note.end() :][:PARAGRAPH]) if note else None
        if stamp is not None and stamp.value and stamp.start <= WEEKDAY_LONG:
            return stamp.value[:10]
    return None


def nearest_open_day(days: Sequence[tuple[int, OpenLine]], title: int | None, first: int) -> OpenLine | None:
    """The day without its year that stands where an article states its day: beside its headline."""
    head = title if title is not None else first
    near = [(abs(n - head), n, day) for n, day in days if head - BESIDE <= n <= max(first, head) + BESIDE]
    return min(near, key=lambda one: one[:2])[2] if near else None


def cost(n: int, stamp: DateLine, title: int | None, first: int, last: int) -> float | None:
    """How far from where an article states its day a date stands; None where too far."""
    head = title if title is not None else first
    labelled = -4.0 * bool(stamp.label)
    if head < n <= max(first + 2, head + 2) and n - head <= BELOW:
        return n - head + labelled
    if head - ABOVE <= n <= head:
        return 1.5 * (head - n) + 2 + labelled
    if last < n <= last + AFTER:
        return 20 + n - last + labelled
    return 40 + abs(n - head) / 1000 if stamp.label else None


def settled_day(stamp: DateLine, texts: Iterable[str]) -> str | None:
    """The day of a date line; one that could be month or day first is read as the dates that the text tells have it."""
    if stamp.stamp.value or not stamp.stamp.either:
        return stamp.stamp.value
    lines = tuple(texts)
    if first := figures_first(lines):
        return stamp.stamp.either[first == "month"]
    by_lead = [each for each in stamp.stamp.either if tells_news_of(each, lines)]
    if len(by_lead) == 1:
        return by_lead[0]
    told = sorted({day for text in lines for day in months_and_days(text)})
    near = sorted((min((apart(each, day) for day in told), default=NEAR + 1), each) for each in stamp.stamp.either)
    sure = near and near[0][0] <= NEAR and all(far > NEAR or far >= CLEARLY * (near[0][0] + 1) for far, _ in near[1:])
    return near[0][1] if sure else None


def tells_news_of(day: str, lines: Sequence[str]) -> bool:
    """Whether the first weekday that the text opens with is the weekday of a date, or of the day before it."""
    opening = " ".join(line for line in lines if len(line) > PARAGRAPH)[:OPENING]
    named = next(
        (n for word in re.findall(r"[A-Z][a-z]+", opening) if (n := weekday_numbers().get(word.lower()))), None
    )
    there = date.fromisoformat(day[:10])
    return named in {(there - timedelta(back)).isoweekday() for back in (0, 1)}


def figures_first(texts: Iterable[str]) -> str | None:
    """Which of "day" and "month" the dates in figures of a text put first, where those that show it agree."""
    seen = {
        "day" if int(m["a"]) > MONTHS else "month"
        for text in texts
        for m in FIGURES.finditer(text)
        if (int(m["a"]) > MONTHS) != (int(m["b"]) > MONTHS)
    }
    return seen.pop() if len(seen) == 1 else None


def months_and_days(text: str) -> Iterable[tuple[int, int]]:
    """The days of the year that a text names: "9 March", "March 9"."""
    for match in named_day().finditer(text):
        month = match["m1"] or match["m2"]
        yield month_numbers()[month.casefold()], int(match["d1"] or match["d2"])


def apart(day: str, told: tuple[int, int]) -> int:
    """The days between a date and the nearest day of such a month and number."""
    here = date.fromisoformat(day[:10])
    found = [abs((here - other).days) for year in (-1, 0, 1) if (other := real(here.year + year, *told))]
    return min(found, default=1000)


def day_with_year(day: OpenLine, lead: str, texts: Sequence[str]) -> str | None:
    """A day that leaves the year out: that of a whole date of the page on the same day, else the one year named in which its weekday, or the lead's, fits."""
    whole = {stamp.value[:10] for text in texts if (stamp := find_stamp(text[:LONGEST])) is not None and stamp.value}
    same = sorted(found for found in whole if found[5:] == f"{day.month:02}-{day.day:02}")
    if len(same) == 1:
        return same[0]
    told = next((n for word in re.findall(r"[A-Z][a-z]+", lead) if (n := weekday_numbers().get(word.lower()))), None)
    named, back = (day.weekday, (0,)) if day.weekday else (told, (0, 1))
    years = {int(year) for text in texts for year in YEAR.findall(text)}
    if named is None or not years:
        return None
    fitting = [
        here
        for year in sorted(years | {max(years) + 1})
        if (here := real(year, day.month, day.day)) and named in {(here - timedelta(n)).isoweekday() for n in back}
    ]
    return fitting[0].isoformat() if len(fitting) == 1 else None


def real(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def named_day() -> re.Pattern[str]:
    """A day of the year as running text names it."""
    month = "|".join(sorted((m.capitalize() for m in month_numbers()), key=lambda m: (-len(m), m)))
    return re.compile(
        rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{month})\b|\b(?P<m2>{month})\.? (?P<d2>\d{{1,2}})\b(?![:.]\d)"
    )
