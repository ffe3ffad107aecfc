"""Periods that have a name or a number: quarters, halves, seasons, holidays, decades, centuries."""

from functools import cache

from tidings.grammar.dates.holidays import holiday_names, holiday_on
from tidings.grammar.dates.numbers import ordinal, year
from tidings.grammar.dates.words import Found, Line, lookup
from tidings.model import Offset

__all__ = ["century", "decade", "holiday", "quarter", "season", "season_at", "the_year", "weekend", "year_end"]

DECADES = {
    name: n
    for n, name in enumerate(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), 2
    )
}


@cache
def seasons() -> dict[str, str]:
    """Season words to their TIMEX3 code."""
    return lookup("seasons.tsv")


def _period_year(line: Line, i: int) -> tuple[int, int] | None:
    """ "1990", "of 1990", "of fiscal 1990" behind a quarter or season."""
    at = line.skip(i, ",")
    at = line.skip(at, "of", "in")
    at = line.skip(at, "fiscal")
    at = line.skip(at, "year")
    found = year(line, at)
    return found if found and 1400 <= found[0] <= 2200 else None


def quarter(line: Line, i: int) -> Found | None:
    """ "the third quarter", "third-quarter", "Q3 2022", "fiscal first quarter of 1990", "the second half"."""
    at = line.skip(i, "the", "its", "their", "a")
    before = _leading_year(line, at)
    if before:
        at = before[1]
    at = line.skip(at, "flat", "full")
    if line.text(at) == "fiscal":
        at = line.skip(at + 1, "-")
    part = _quarter_code(line, at)
    if part is None:
        return None
    code, end = part
    then = before or _period_year(line, end)
    if then is None:
        return Found(end, "DATE", offset=Offset("day", 0, part=code))
    return Found(max(end, then[1]), "DATE", value=f"{then[0]:04}-{code}")


def _leading_year(line: Line, i: int) -> tuple[int, int] | None:
    found = year(line, line.skip(i, "fiscal"))
    return found if found and line.kind(i) != "word" and 1400 <= found[0] <= 2200 else None


def _quarter_code(line: Line, i: int) -> tuple[str, int] | None:
    text = line.text(i)
    if text == "q" and line.kind(i + 1) == "number" and line.joined(i + 1) and line.text(i + 1) in "1234":
        return f"Q{line.text(i + 1)}", i + 2
    last = (4, i + 1) if text in ("last", "final") else None
    found = last or ordinal(line, i)
    if found is None:
        return None
    number, at = found
    at = line.skip(at, "-", "fiscal")
    if line.text(at) == "quarter" and number <= 4:
        if line.text(at + 1) == "of" and line.text(at + 2) in ("a", "the") and line.text(at + 3) in ("game", "century"):
            return None
        return (f"Q{number}", at + 1) if last is None else None
    if line.text(at) == "half" and (number <= 2 or last) and line.text(at + 1) != "-":
        return f"H{min(number, 2)}", at + 1
    return None


def season_at(line: Line, i: int) -> tuple[str, int] | None:
    """A season's code, and one past its name."""
    code = seasons().get(line.text(i))
    return (code, i + 1) if code else None


def season(line: Line, i: int) -> Found | None:
    """ "summer 1999", "the winter of 1994", "the summer"; "fall" and "spring" alone are other words too often."""
    at = line.skip(i, "the")
    found = season_at(line, at)
    if found is None:
        return None
    code, end = found
    then = _period_year(line, end)
    if then:
        return Found(then[1], "DATE", value=f"{then[0]:04}-{code}")
    placed = line.text(i - 1) in (
        "in",
        "by",
        "during",
        "since",
        "until",
        "early",
        "late",
        "over",
        "before",
        "after",
        "for",
    )
    alone = code in ("SU", "WI") and at > i
    if not (placed or alone) or (
        code in ("FA", "SP") and at == i and line.text(i - 1) not in ("in", "by", "early", "late")
    ):
        return None
    after = line.text(end)
    if after in ("of", "olympics", "games", "camp", "-") or (
        line.words[at].capital and at > 0 and line.kind(end) == "word" and line.words[end].capital
    ):
        return None
    return Found(end, "DATE", offset=Offset("day", 0, part=code))


def holiday(line: Line, i: int) -> Found | None:
    """ "Christmas Eve", "Thanksgiving Day", "Easter 1999"."""
    if line.kind(i) != "word" or not line.words[i].capital:
        return None
    texts, ends = _with_possessives(line, i)
    for count in range(len(texts), 0, -1):
        rule = holiday_names().get(tuple(texts[:count]))
        if rule is not None:
            return _of_holiday(line, rule, ends[count - 1])
    return None


def _of_holiday(line: Line, rule: str, end: int) -> Found:
    then = year(line, line.skip(end, ",", "of"))
    if then and 1900 <= then[0] <= 2100:
        return Found(then[1], "DATE", value=holiday_on(rule, then[0]).isoformat())
    if rule[0].isdigit():
        return Found(end, "DATE", offset=Offset("day", 0, month=int(rule[:2]), day=int(rule[3:])))
    return Found(end, "DATE", offset=Offset("day", 0, part=rule))


def _with_possessives(line: Line, i: int) -> tuple[list[str], list[int]]:
    """The next four words with possessives joined on, as the lexicon writes them, and where each ends."""
    texts: list[str] = []
    ends: list[int] = []
    for n in range(i, i + 6):
        if line.kind(n) == "suffix" and texts:
            texts[-1] += line.text(n)
            ends[-1] = n + 1
        elif line.text(n) == "." and texts and texts[-1] == "st":
            texts[-1] += "."
            ends[-1] = n + 1
        else:
            texts.append(line.text(n))
            ends.append(n + 1)
    return texts[:4], ends[:4]


def decade(line: Line, i: int) -> Found | None:
    """ "the 1980s", "the '80s", "the eighties", "the nineteen-eighties"."""
    at = line.skip(i, "the")
    if line.kind(at) == "decade":
        figures = "".join(c for c in line.text(at) if c.isdigit())
        if len(figures) == 2 and at == i and "'" not in line.text(at):
            return None  # someone in his 30s
        if len(figures) == 2:
            figures = f"19{figures}" if figures >= "20" else f"20{figures}"
        return Found(at + 1, "DATE", value=figures[:3]) if 1400 <= int(figures) <= 2190 else None
    at = line.skip(at, "nineteen")
    at = line.skip(at, "-")
    number = DECADES.get(line.text(at))
    if number is None or (at == line.skip(i, "the") and line.text(at - 1) != "the"):
        return None
    return Found(at + 1, "DATE", value=f"19{number}")


def century(line: Line, i: int) -> Found | None:
    """ "the 20th century", "the eleventh century"."""
    found = ordinal(line, line.skip(i, "the"))
    if found is None:
        return None
    number, at = found
    at = line.skip(at, "-")
    if line.text(at) != "century" or not 10 <= number <= 22:
        return None
    return Found(at + 1, "DATE", value=f"{number - 1:02}")


def weekend(line: Line, i: int) -> Found | None:
    """The weekend, past or coming as the verb tells: "over the weekend"."""
    if line.text(i) != "the" or line.text(i + 1) != "weekend":
        return None
    return Found(i + 2, "DATE", offset=Offset("weekend", 0))


def year_end(line: Line, i: int) -> Found | None:
    """The last days of the year: "year-end", "year's end", "the end of the year", "the end of the month"."""
    words = [line.text(n) for n in range(i, i + 5)]
    if words[0] == "year" and words[1] in ("-", "'s") and words[2] == "end":
        return Found(i + 3, "DATE", offset=Offset("year", 0), mod="END")
    if words[0] == "year" and words[1] == "end":
        return Found(i + 2, "DATE", offset=Offset("year", 0), mod="END")
    ends = {"end": "END", "beginning": "START", "start": "START", "middle": "MID"}
    units: dict[str, Offset] = {"year": Offset("year", 0), "month": Offset("month", 0), "week": Offset("week", 0)}
    if words[0] == "the" and words[1] in ends and words[2:4] == ["of", "the"] and words[4] in units:
        return Found(i + 5, "DATE", offset=units[words[4]], mod=ends[words[1]])
    return None


def the_year(line: Line, i: int) -> Found | None:
    """A business year: "for the year", "the full year", "the fiscal year"; one that is "ended March 31" is a length."""
    at = line.skip(line.skip(i + 1, "full", "whole"), "fiscal")
    if line.text(i) != "the" or line.text(at) != "year":
        return None
    if line.text(at + 1) in ("ended", "ending"):
        return Found(at + 1, "DURATION", value="P1Y")
    if at == i + 1 and (
        line.text(i - 1) not in ("for", "of") or line.text(at + 1) not in (",", ".", ";", "", "and", "to")
    ):
        return None
    return Found(at + 1, "DATE", offset=Offset("year", 0))
