"""Now, recently, soon: expressions that point without a date."""

from functools import cache

from tidings.grammar.dates.words import Found, Line, longest
from tidings.lexicon import rows

__all__ = ["vague"]


@cache
def table() -> dict[tuple[str, ...], str]:
    """The words of each such expression to its value."""
    return {tuple(name.split()): value for name, value in rows("vague_times.tsv")}


def vague(line: Line, i: int) -> Found | None:
    """ "now", "recently", "in the future"; "now" before "that" is a conjunction."""
    found = longest(line, i, table())
    if found is None:
        return None
    value, end = found
    if line.text(i) == "now" and line.text(i + 1) in ("that", "-"):
        return None
    if line.text(i) in ("soon",) and (line.text(i - 1) == "as" or line.text(i + 1) == "as"):
        return None
    if line.text(i) == "in" and line.kind(end) == "number":
        return None
    if line.text(i) == "current" and line.text(i - 1) == "-":
        return None
    if (
        value == "PAST_REF"
        and line.text(i) == "the"
        and line.text(end) not in ("", ",", ".", ";", "and", "but", "¶", "he", "she", "they", '"', "”")
    ):
        return None
    return Found(end, "DATE", value=value)
