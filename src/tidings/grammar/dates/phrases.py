"""All time expressions of a text: at each word the rule that reads furthest wins, modifiers taken along."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tidings.grammar.dates import anaphoric, durations, explicit, periods, relative, sets
from tidings.grammar.dates.clock import timed
from tidings.grammar.dates.composed import composed, composed_part
from tidings.grammar.dates.modifiers import modified
from tidings.grammar.dates.numeric import numeric
from tidings.grammar.dates.vague import vague
from tidings.grammar.dates.words import Found, Line, Rule, lookup
from tidings.grammar.dates.years import bare_year
from tidings.lexicon import words as entries

__all__ = ["DATES", "RULES", "phrases"]

DAYS: tuple[Rule, ...] = (
    explicit.with_weekday,
    explicit.day_and_month,
    numeric,
    explicit.weekday,
    relative.deictic_day,
    relative.deictic_unit,
    periods.holiday,
    anaphoric.the_day_before,
)
DATES: tuple[Rule, ...] = (
    *DAYS,
    explicit.day_of_month,
    explicit.first_day,
    explicit.second_day,
    composed_part,
    explicit.month,
    bare_year,
    periods.quarter,
    periods.season,
    periods.decade,
    periods.century,
    relative.ago,
    anaphoric.counted,
    anaphoric.same,
    anaphoric.the_eve,
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


FIGURES = frozenset({"date", "clock", "decade", "ordinal", "number", "fraction"})


@cache
def openers() -> frozenset[str]:
    """All words that an expression may begin with; the rules are tried at no other word."""
    tables = ("months.tsv", "weekdays.tsv", "number_words.tsv", "ordinal_words.tsv", "day_parts.tsv", "seasons.tsv")
    found = set(entries("date_openers.txt")) | set(sets.ADVERBS) | set(durations.letters()) | set(periods.DECADES)
    for name in tables:
        found |= set(lookup(name))
    found |= {f"{weekday}s" for weekday in lookup("weekdays.tsv")}
    for name in ("holidays.tsv", "vague_times.tsv", "date_modifiers.tsv"):
        found |= {entry.split()[0].partition("'")[0] for entry in lookup(name)}
    return frozenset(found)


def phrases(line: Line) -> Iterator[tuple[int, Found]]:
    """Each expression with its first word, in order, none overlapping another."""
    i = 0
    while i < len(line.words):
        word = line.words[i]
        begins = word.kind in FIGURES or word.text in openers()
        found = (modified(line, i, read) or read(line, i)) if begins else None
        if found is None:
            i += 1
            continue
        yield i, replace(found, end=min(found.end, len(line.words)))
        i = max(found.end, i + 1)
