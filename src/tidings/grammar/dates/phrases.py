"""All time expressions of a text: at each word the rule that reads furthest wins, modifiers taken along."""

from collections.abc import Iterator
from dataclasses import replace

from tidings.grammar.dates import anaphoric, durations, explicit, periods, relative, sets
from tidings.grammar.dates.clock import timed
from tidings.grammar.dates.composed import composed
from tidings.grammar.dates.modifiers import modified
from tidings.grammar.dates.vague import vague
from tidings.grammar.dates.words import Found, Line, Rule

__all__ = ["DATES", "RULES", "phrases"]

DAYS: tuple[Rule, ...] = (
    explicit.with_weekday,
    explicit.day_and_month,
    explicit.numeric,
    explicit.weekday,
    relative.deictic_day,
    relative.deictic_unit,
    periods.holiday,
    anaphoric.the_day_before,
)
DATES: tuple[Rule, ...] = (
    *DAYS,
    explicit.day_of_month,
    explicit.second_day,
    explicit.month,
    explicit.bare_year,
    periods.quarter,
    periods.season,
    periods.decade,
    periods.century,
    relative.ago,
    anaphoric.counted,
    anaphoric.same,
    anaphoric.year_ago,
    anaphoric.the_quarter,
    periods.weekend,
    periods.year_end,
    periods.the_year,
)
RULES: tuple[Rule, ...] = (
    sets.every,
    sets.adverb,
    sets.weekdays,
    sets.per,
    *timed(DAYS),
    relative.tonight,
    composed,
    *DATES,
    durations.span_of_units,
    durations.duration,
    durations.bare_units,
    vague,
)


def read(line: Line, i: int) -> Found | None:
    """What the rule that reads furthest from word `i` finds; among equals the first in RULES."""
    best: Found | None = None
    for rule in RULES:
        found = rule(line, i)
        if found and (best is None or found.end > best.end):
            best = found
    return best


def phrases(line: Line) -> Iterator[tuple[int, Found]]:
    """Each expression with its first word, in order, none overlapping another."""
    i = 0
    while i < len(line.words):
        found = modified(line, i, read) or read(line, i)
        if found is None:
            i += 1
            continue
        if line.words[i].kind != "break":
            yield i, replace(found, end=min(found.end, len(line.words)))
        i = max(found.end, i + 1)
