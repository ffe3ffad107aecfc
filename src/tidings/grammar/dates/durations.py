"""How long: "25-minute", "two years", "the past 18 months", "several days", "years"."""

from functools import cache

from tidings.grammar.dates.numbers import count, year
from tidings.grammar.dates.words import Found, Line
from tidings.lexicon import rows

__all__ = ["bare_units", "duration", "span_of_units"]

SPANNING = frozenset(
    {"past", "last", "next", "coming", "first", "final", "previous", "following", "latest", "preceding"}
)
ADJECTIVES = frozenset(
    {
        "straight",
        "consecutive",
        "full",
        "long",
        "more",
        "additional",
        "extra",
        "business",
        "working",
        "trading",
        "short",
        "whole",
        "solid",
        "calendar",
    }
)


@cache
def letters() -> dict[str, tuple[str, int]]:
    """Unit words, also in the plural, to their TIMEX3 letter and factor."""
    found = {}
    for name, _, letter, factor in rows("time_units.tsv"):
        found[name] = (letter, int(factor))
        found[name + "s"] = (letter, int(factor))
    return found | {"centuries": ("Y", 100), "millennia": ("Y", 1000)}


def length(amount: float | None, letter: str, factor: int) -> str:
    """The TIMEX3 value: P2Y, PT25M, PXD; halves in the next smaller unit."""
    time, letter = ("T", letter[1]) if letter.startswith("T") else ("", letter)
    if amount is None:
        return f"P{time}X{'E' if factor == 10 else 'C' if factor == 100 else letter}"
    whole = amount * factor
    if whole == int(whole):
        return f"P{time}{int(whole)}{letter}"
    smaller = (
        {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60)}
        if time or letter == "Y"
        else {"M": ("W", 4), "W": ("D", 7), "D": ("TH", 24)}
    )
    finer = smaller.get(letter)
    if finer is None:
        return f"P{time}{round(whole)}{letter}"
    rest = f"{'T' if finer[0] == 'TH' else ''}{round((whole - int(whole)) * finer[1])}{finer[0][-1]}"
    return f"P{time}{f'{int(whole)}{letter}' if int(whole) else ''}{rest}"


def duration(line: Line, i: int) -> Found | None:
    """ "two years", "a three-year period", "25-minute", "two to three weeks", "a minute and a half"."""
    article = line.text(i) in ("a", "an") and count(line, i + 1) is not None and line.text(i + 1) not in ("a", "an")
    number = count(line, i + article)
    if number is None or (line.text(i) in ("a", "an") and _is_rate(line, i)):
        return None
    if line.text(i - 1) == "in" and year(line, i) is not None and line.text(number.end) == "to":
        return None  # "was sentenced in 2017 to two years"
    at, amount, mod = number.end, number.amount, number.mod
    if (
        line.text(at) in ("to", "or", "-", "–")
        and (upper := count(line, at + 1))
        and line.text(at + 1) not in ("a", "an")
    ) and (line.text(at) != "-" or line.kind(at + 1) == "number"):
        at, mod = upper.end, "APPROX"
    hyphen = line.text(at) == "-"
    at += hyphen
    while line.text(at) in ADJECTIVES:
        at += 1
    unit = letters().get(line.text(at))
    if _is_age(line, at + 1):
        return None
    if hyphen and line.text(at) == "quarters":
        return None  # three-quarters of them
    if unit is not None and line.kind(i) == "number" and line.words[min(at, len(line.words) - 1)].capital:
        return None  # a title: 60 Minutes
    if unit is None or (
        line.text(at) in ("second", "quarter", "quarters", "min", "weekend") and (amount == 1 and not hyphen)
    ):
        return None
    letter, factor = unit
    if letter == "WE":
        return None
    end = at + 1
    if line.text(end) == "-" and line.text(end + 1) == "long":
        end += 2
    if [line.text(end + n) for n in range(3)] == ["and", "a", "half"] and amount == 1:
        amount, end = 1.5, end + 3
    if line.text(end) == "or" and line.text(end + 1) in ("so", "more"):
        mod = "APPROX" if line.text(end + 1) == "so" else "EQUAL_OR_MORE"
        end += 2
    return Found(end, "DURATION", value=length(amount, letter, factor), mod=mod)


def _is_rate(line: Line, i: int) -> bool:
    """Whether an amount stands before: "$25,000 a year", "20% a month"."""
    amount = ("%", "percent", "thousand", "million", "billion", "trillion", "dollars", "euros", "cents")
    return line.kind(i - 1) == "number" or line.text(i - 1) in amount or (line.text(i - 1) == "-" and line.joined(i))


def _is_age(line: Line, at: int) -> bool:
    """Whether "old" follows: an age, which the news gold (TBAQ) leaves out as no time of the story, 33 of 34 times."""
    return line.text(line.skip(at, "-")) in ("old", "olds")


def span_of_units(line: Line, i: int) -> Found | None:
    """ "the past three years", "the next few days", "the first nine months", "the last few weeks"."""
    at = line.skip(i, "the", "these", "those")
    if line.text(at) not in SPANNING:
        return None
    number = count(line, at + 1)
    if number is None or line.text(at + 1) in ("a", "an"):
        return None
    found = duration(line, at + 1)
    return Found(found.end, "DURATION", value=found.value, mod=found.mod) if found else None


def bare_units(line: Line, i: int) -> Found | None:
    """ "years", "decades", "hours" without a number, where a preposition makes them a time that passes."""
    text = line.text(i)
    unit = letters().get(text)
    if unit is None or not text.endswith("s") or unit[0] == "WE" or text in ("quarters", "seconds", "mins"):
        return None
    before = line.text(i - 1)
    if before not in ("for", "in", "within", "over", "after", "took", "take", "lasted", "last", "of", "through"):
        return None
    if before in ("of", "last") and line.text(i - 2) not in ("lot", "couple", "matter", "number", "after"):
        return None
    if line.text(i + 1) in ("of", "-"):
        return None
    return Found(i + 1, "DURATION", value=length(None, *unit))
