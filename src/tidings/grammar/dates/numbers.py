"""Counts, ordinals and years in figures and in words."""

from dataclasses import dataclass

from tidings.grammar.dates.words import Line, lookup

__all__ = ["Count", "count", "ordinal", "small", "year"]

VAGUE = frozenset({"several", "few", "many", "some", "numerous", "countless"})
HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things; `amount` is None for an open one ("several")."""

    amount: float | None
    end: int
    mod: str | None = None


def small(line: Line, i: int) -> tuple[int, int] | None:
    """A whole number in figures or in words, and one past it."""
    if line.kind(i) == "number":
        text = line.text(i).replace(",", "")
        return (int(text), i + 1) if len(text) <= 9 else None
    values = lookup("number_words.tsv")
    total, group, at, last = 0, 0, i, 0
    while line.text(at) in values and at - i < 12:
        value = int(values[line.text(at)])
        if value >= 100:
            group = max(group, 1) * value
            if value == 1000:
                total, group = total + group, 0
        elif (last >= 20 and value < 10 and last < 100) or last >= 100 or at == i:
            group += value
        else:
            break
        last, at = value, at + 1
        if line.text(at) == "-" and line.text(at + 1) in values and line.joined(at) and last >= 20:
            at += 1
    return (total + group, at) if at > i else None


def count(line: Line, i: int) -> Count | None:
    """A count before a unit: "3", "2 1/2", "two and a half", "a", "a couple of", "a few", "several dozen"."""
    word = line.text(i)
    if word in HALVES:
        return Count(HALVES[word], i + 1)
    if word == "half" and line.text(i + 1) in ("a", "an"):
        return Count(0.5, i + 2)
    if word in ("a", "an"):
        return _after_article(line, i)
    if word == "couple" and line.text(i + 1) == "of":
        return Count(2, i + 2, "APPROX")
    if word in VAGUE:
        return Count(None, line.skip(i + 1, "more"))
    found = small(line, i)
    if found is None:
        return None
    amount, at = found
    return _fraction(line, amount, at)


def _after_article(line: Line, i: int) -> Count:
    word = line.text(i + 1)
    if word in ("couple", "few"):
        after = line.skip(i + 2, "of")
        return Count(2, after, "APPROX") if word == "couple" else Count(None, line.skip(after, "more"))
    if word == "half":
        return Count(0.5, i + 2)
    if word in ("hundred", "thousand", "dozen"):
        found = small(line, i + 1)
        if found:
            return Count(found[0], found[1])
    return Count(1, i + 1)


def _fraction(line: Line, amount: int, at: int) -> Count:
    if line.text(at) in HALVES:
        return Count(amount + HALVES[line.text(at)], at + 1)
    if [line.text(at + n) for n in range(3)] == ["1", "/", "2"]:
        return Count(amount + 0.5, at + 3)
    if [line.text(at + n) for n in range(3)] == ["and", "a", "half"]:
        return Count(amount + 0.5, at + 3)
    if line.text(at) == "." and line.joined(at) and line.joined(at + 1) and line.kind(at + 1) == "number":
        tenths = line.text(at + 1)[:3].replace(",", "")
        return Count(amount + int(tenths) / 10 ** len(tenths), at + 2)
    return Count(amount, line.skip(at, "more") if line.text(at + 1) != "than" else at)


def ordinal(line: Line, i: int) -> tuple[int, int] | None:
    """ "3rd", "third", "twenty-fourth", and one past it."""
    if line.kind(i) == "ordinal":
        return int(line.text(i)[:-2]), i + 1
    table = lookup("ordinal_words.tsv")
    word = line.text(i)
    if word in table:
        return int(table[word]), i + 1
    if word in ("twenty", "thirty"):
        at = line.skip(i + 1, "-")
        unit = int(table.get(line.text(at), 99))
        if unit < 10:
            return int(lookup("number_words.tsv")[word]) + unit, at + 1
    return None


def year(line: Line, i: int) -> tuple[int, int] | None:
    """A year in four figures, or in words ("nineteen ninety-six", "two thousand"), and one past it."""
    text = line.text(i)
    if line.kind(i) == "number":
        return (int(text), i + 1) if len(text) == 4 else None
    if text in ("eighteen", "nineteen", "twenty"):
        rest = small(line, line.skip(i + 1, "-"))
        if rest and 10 <= rest[0] <= 99 and line.kind(i + 1) != "number":
            return int(lookup("number_words.tsv")[text]) * 100 + rest[0], rest[1]
    if text == "two" and line.text(i + 1) == "thousand":
        found = small(line, i)
        if found and 2000 <= found[0] <= 2099:
            return found
    return None
