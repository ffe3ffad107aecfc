"""A year on its own: "in 2012", "1998", "fiscal 1989", "the year two thousand"."""

from functools import cache

from tidings.grammar.dates.calendar import FIRST_YEAR, LAST_YEAR
from tidings.grammar.dates.numbers import year
from tidings.grammar.dates.words import Found, Line
from tidings.lexicon import rows

__all__ = ["bare_year"]


@cache
def year_neighbours(side: str) -> frozenset[str]:
    """The words beside four figures that tell whether these are a year."""
    return frozenset(word for word, kind in rows("year_neighbours.tsv") if kind == side)


def bare_year(line: Line, i: int) -> Found | None:
    """ "1998", "in 2012", "the year two thousand": four figures that nothing shows to be a count."""
    at = i
    if line.text(i) == "the" and line.text(i + 1) == "year":
        at = i + 2
    elif line.text(i) == "fiscal":
        at = line.skip(i + 1, "year")
    found = year(line, at)
    if found is None:
        return None
    number, end = found
    words = line.kind(at) == "word"
    if at == i and not words and not _stands_as_year(line, i, number):
        return None
    if not FIRST_YEAR <= number <= LAST_YEAR or (words and at == i and not 1900 <= number <= 2099):
        return None
    end = line.skip(end, "period") if line.text(at - 1) == "the" else end
    return Found(end, "DATE", value=f"{number:04}")


def _stands_as_year(line: Line, i: int, number: int) -> bool:
    before, after = line.text(i - 1), line.text(i + 1)
    if before in year_neighbours("before") | {"#"} or after in year_neighbours("after") or not 1000 <= number <= 2200:
        return False
    if line.joined(i) and before not in ("(", "-", "–", "'", '"', "“", ","):
        return False
    if line.joined(i + 1) and after in (".", ",") and line.joined(i + 2) and line.kind(i + 2) == "number":
        return False
    if after == "-" and line.joined(i + 1) and line.kind(i + 2) == "word":
        return False
    return 1800 <= number <= 2060 or (
        before in year_neighbours("opens") - {"for", "to", "or", "and", "about", "around"} and number > 1400
    )
