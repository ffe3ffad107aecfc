"""Numbers of a text as quantities: value, range, and the word that is counted."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tidings.lexicon import rows
from tidings.lexicon.calendar import month_numbers
from tidings.model import Span

__all__ = ["Quantity", "compatible", "number_at", "quantities"]

SMALL = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    w: 10 * (i + 2)
    for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
}
SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "m": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
WORD_NUMBER = "|".join(sorted([*SMALL, *TENS], key=len, reverse=True))
FIRST = "".join(sorted({word[0] for word in WORD_NUMBER.split("|")} | {"h", "d"}))  # a quick look halves the search
TOKEN = re.compile(
    rf"(?=[\d{FIRST}])(?:(?P<digits>\d{{1,3}}(?:[,\u00a0]\d{{3}}){{1,5}}(?!\d)|\d{{1,15}},\d{{1,2}}(?![\d,])|\d{{1,15}}(?:\.\d{{1,6}})?)|(?P<word>\b(?:{WORD_NUMBER}|hundred|dozen)\b))",
    re.IGNORECASE,
)
DECIMAL = re.compile(r"(?<=\d),(?=\d{1,2}\Z)")  # "2,65 francs": as most of Europe writes it
SCALE = re.compile(
    r"(?:[\s-]{1,2}(hundred|thousand|million|billion|trillion|dozen|m|bn|tn)s?\b|(m|bn|tn)\b)", re.IGNORECASE
)
HALF = re.compile(r"\sand\s(?:a\s)?half(?=\s(?:hundred|thousand|million|billion|trillion|dozen)\b)", re.IGNORECASE)
HALVES = re.compile(r"\sand\sa\shalf(?=\s[a-z])", re.IGNORECASE)  # "four and a half years"
ONES = re.compile(rf"[\s-](?:and\s)?({WORD_NUMBER})\b", re.IGNORECASE)
UNIT = re.compile(
    r"(?P<percent>\s?%|\sper\s?cent\b)|\s?(?P<short>km|kg)\b|[\s-](?:of\s)?(?:the\s|its\s|their\s|his\s|her\s)?(?P<words>(?!and\b)[a-z]{3,20}(?:[\s-][a-z]{3,20}){0,2})"
)
MONEY = re.compile(r"(?P<sign>(?:US|A|C|HK|NZ)?[$€£¥])\s?\Z")
SIGNS = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
}
LOW = re.compile(
    r"\b(?:at least|more than|(?<!hand )(?<!hands )(?<!handed )(?<!handing )(?<!turn )(?<!turned )(?<!took )(?<!take )(?<!went )(?<!signed )(?<!pay )(?<!paid )over|no fewer than|no less than|not fewer than|not less than|a minimum of|upwards of|in excess of|above)\s(?:the\s|a\s)?\Z",
    re.IGNORECASE,
)
HIGH = re.compile(
    r"\b(?:at most|up to|as many as|as much as|a maximum of|not more than|fewer than|less than|under|no more than|below|nearly|almost)\s(?:the\s|a\s)?\Z",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"\b(?:several|a few|many)\s\Z", re.IGNORECASE)  # "several hundred"
ABOUT = re.compile(
    r"\b(?:about|around|roughly|some|approximately|an estimated|nearly|almost|close to)\s(?:the\s|a\s)?\Z",
    re.IGNORECASE,
)
MORE_BEHIND = re.compile(r"\A\s(?:or more|and more|at (?:the )?least|upwards)\b", re.IGNORECASE)  # "40 people or more"
LESS_BEHIND = re.compile(r"\A\s(?:or (?:less|fewer)|at (?:the )?most)\b", re.IGNORECASE)
BETWEEN = re.compile(
    r"\bbetween\s(?:US|A|C)?[$€£¥]?(?P<least>\d[\d,]{0,14}(?:\.\d{1,3})?)(?:\s(?:million|billion|thousand))?\sand\s\Z",
    re.IGNORECASE,
)
FROM = re.compile(
    rf"\b(?:between\s)?(?P<least>\d[\d,]{{0,14}}(?:\.\d{{1,3}})?|{WORD_NUMBER})(?:\s(?:million|billion|thousand))?\s?(?:to|or|-|–|(?<=\s)and)\s?\Z",
    re.IGNORECASE,
)
CALENDAR = re.compile(rf"\b(?:{'|'.join(month_numbers())})\.?\s\Z", re.IGNORECASE)
NOT_COUNTED = frozenset((*month_numbers(), "a.m", "p.m", "gmt", "year-old"))
DATED = re.compile(rf"\s(?:{'|'.join(month_numbers())}|[ap]\.m\b|gmt\b)", re.IGNORECASE)
JOINED = re.compile(r"[\w/:.,]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts; `low` and `high` bound what the words allow."""

    span: Span
    value: float
    low: float
    high: float
    unit: str  # "%" or "$" or the counted noun's words, small
    dimension: str = ""  # mass, length … or a currency's code; "" for what is merely counted
    factor: float = 1.0  # how many of the dimension's base unit one is

    @property
    def figure(self) -> str:
        """The value as text, to the last digit that a float holds for sure."""
        return f"{self.value:.15g}"


@lru_cache(maxsize=1 << 14)
def quantities(text: str, *, bare: bool = False) -> tuple[Quantity, ...]:
    """The counted numbers of a text in order; dates, clock times, scores and, unless asked for, bare numbers are left out."""
    found: list[Quantity] = []
    at = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start < at or (start and JOINED.match(text[start - 1])):
            continue
        value, end = whole(text, match)
        if (value <= 31 or 1900 <= value <= 2100) and CALENDAR.search(text, max(0, start - 14), start):
            continue  # "on April 12", but not "on 18 April 142 members"
        at = end
        unit, end = unit_of(text, start, end)
        if (unit or (bare and not DATED.match(text, end))) and not (
            value.is_integer()
            and 1900 <= value <= 2100
            and unit not in ("$", "%")
            and match["digits"]
            and len(match["digits"]) == 4
        ):
            found.append(bounded(text, Span(start, end), value, unit))
    return tuple(found)


@cache
def measures() -> dict[str, tuple[str, float]]:
    """Dimension and factor of each unit of measure."""
    return {word: (dimension, float(factor)) for word, dimension, factor in rows("measures.tsv")}


def measured(text: str, start: int, unit: str) -> tuple[str, float]:
    """What dimension a number's unit has, and its factor."""
    if unit == "%":
        return "%", 1.0
    if unit == "$":
        sign = MONEY.search(text, max(0, start - 4), start)
        return (SIGNS.get(sign["sign"], "money") if sign else "money"), 1.0
    words = unit.split()
    for size in (2, 1):
        if found := measures().get(" ".join(words[:size])):
            return found
    return "", 1.0


def number_at(text: str, at: int) -> Quantity | None:
    """The number that starts at a place, with its unit where it has one of measure."""
    match = TOKEN.match(text, at)
    if match is None:
        return None
    value, end = whole(text, match)
    unit, _ = unit_of(text, at, end)
    return bounded(text, Span(at, end), value, unit)


def whole(text: str, match: re.Match[str]) -> tuple[float, int]:
    """The number that starts at `match`, with its scale words, and where it ends."""
    end = match.end()
    if match["digits"]:
        value = float(DECIMAL.sub(".", match["digits"]).replace(",", "").replace("\u00a0", ""))
    else:
        word = match["word"].lower()
        value = float(SMALL.get(word, TENS.get(word, SCALES.get(word, 0))))
        if word in TENS and (ones := ONES.match(text, end)) and SMALL.get(ones[1].lower(), 99) < 10:
            value, end = value + SMALL[ones[1].lower()], ones.end()
    if half := HALF.match(text, end) or HALVES.match(text, end):
        value, end = value + 0.5, half.end()
    while scale := SCALE.match(text, end):
        value, end = value * SCALES[(scale[1] or scale[2]).lower()], scale.end()
    return value, end


def unit_of(text: str, start: int, end: int) -> tuple[str, int]:
    """What the number counts and where those words end; nothing for a bare number."""
    if MONEY.search(text, max(0, start - 4), start):
        return "$", end
    unit = UNIT.match(text, end)
    if unit is None:
        return "", end
    if unit["percent"]:
        return "%", unit.end()
    if unit["short"]:
        return unit["short"], unit.end()
    words = unit["words"].lower().replace("-", " ")
    return ("" if words.split()[0] in NOT_COUNTED else words), unit.end()


def bounded(text: str, span: Span, value: float, unit: str) -> Quantity:
    """The quantity with what "at least", "up to" or "about" before it allows; a round number allows its rounding."""
    before = text[max(0, span.start - 32) : span.start]
    if sign := MONEY.search(before):
        before = before[: sign.start()]  # "about $40": the hedge stands before the sign
    step = rounding(value)
    low, high = value - step / 2, value + step / 2
    if ABOUT.search(before):
        low, high = min(low, value * 0.9), max(high, value * 1.1)
    if SEVERAL.search(before):
        low, high = value * 1.5, value * 20
    if LOW.search(before):
        high = float("inf")
    if HIGH.search(before):
        low = 0.0
    behind = text[span.end : span.end + 24]
    if MORE_BEHIND.match(behind):
        high = float("inf")
    if LESS_BEHIND.match(behind):
        low = 0.0
    if lower := BETWEEN.search(before) or FROM.search(before):
        least = number_of(lower["least"])
        while 0 < least * 1000 <= value:
            least *= 1000  # "between 19 and 22 million"
        low = min(low, least)
    return Quantity(span, value, low, high, unit, *measured(text, span.start, unit))


def number_of(word: str) -> float:
    """The value of a plain number in digits or in one word."""
    small = word.lower()
    return (
        float(SMALL.get(small, TENS.get(small, 0)))
        if small[0].isalpha()
        else float(DECIMAL.sub(".", small).replace(",", ""))
    )


def rounding(value: float) -> float:
    """The step a number was plausibly rounded to: 5,000 to a thousand, 1,240 to ten, 17 to nothing."""
    if value < 100 or not value.is_integer():
        return 0.0
    step = 1.0
    while value % (step * 10) == 0:
        step *= 10
    return step if step > 1 else 0.0


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether one true number fits both; converted ones may be off by three in a hundred."""
    slack = 1.03 if a.factor != b.factor else 1.0
    return a.low * a.factor <= b.high * b.factor * slack and b.low * b.factor <= a.high * a.factor * slack
