"""What bends a date or a length: "early", "the end of", "about", "more than", "at least"."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from tidings.grammar.dates.words import Found, Line, Rule, longest
from tidings.lexicon import rows

__all__ = ["modified"]


@cache
def date_modifiers() -> Mapping[tuple[str, ...], str]:
    """Word sequences before a date to its mod."""
    return {tuple(words.split()): mod for words, mod, kind in rows("date_modifiers.tsv") if kind in ("date", "both")}


@cache
def length_modifiers() -> Mapping[tuple[str, ...], str]:
    """Word sequences before a length to its mod."""
    return {tuple(words.split()): mod for words, mod, kind in rows("date_modifiers.tsv") if kind in ("length", "both")}


def modified(line: Line, i: int, read: Rule) -> Found | None:
    """The expression behind a modifier, with its mod; None where no modifier or nothing stands there."""
    for table, kinds in ((date_modifiers(), ("DATE", "TIME")), (length_modifiers(), ("DURATION", "DATE"))):
        first = longest(line, i, table)
        if first is None:
            continue
        mod, at = first
        if line.text(i) in ("over", "under") and (line.text(at) == "the" or line.text(at + 2) == "-"):
            continue  # "over the next days", "over a 25-minute call": in the course of
        at = line.skip(at, "-")
        found = read(line, at)
        if found is None or found.type not in kinds or found.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
            continue
        if (
            kinds[0] == "DURATION"
            and found.type == "DATE"
            and line.text(found.end - 1) not in ("ago", "earlier", "later", "now")
        ) and (mod != "APPROX" or found.offset is None):
            continue
        return replace(found, mod=mod)
    return None
