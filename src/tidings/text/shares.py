"""Shares that are told in words: "a third of", "two out of five", "just under half", as percentages."""

import re
from collections.abc import Iterator

from tidings.model import Span
from tidings.text.quantities import SMALL, Quantity

__all__ = ["shares"]

PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
COUNT = "|".join(w for w, n in SMALL.items() if 0 < n < 20)
NAMES = "|".join(PARTS)
SHARE = re.compile(
    rf"\b(?:(?P<many>{COUNT})(?:[\s-](?P<noun>[a-z]+))?\s(?:in|out of)\s(?:every\s)?(?P<of>{COUNT}|\d{{1,3}})\b"
    rf"|(?:(?P<top>an?|{COUNT})[\s-])?(?P<part>{NAMES})s?\b(?=\s(?:of|the|its|their|his|her|as|more|less|a)\b|[,.;]|\s[a-z]))",
    re.IGNORECASE,
)
NO_SHARE = re.compile(r"\b(?:the|her|his|its|their|second|this|that|last|next|first)\s\Z|\bhalf\spast|\b(?:and a)\s\Z", re.IGNORECASE)  # fmt: skip
CLOCK = re.compile(r"\s(?:past|to|an?\shour|hour|century|quarter|year|time|place|day|week|round|night|brother|sister|party|floor|session|term)s?\b", re.IGNORECASE)  # fmt: skip
BELOW = re.compile(r"\b(?:just under|less than|under|below|nearly|almost|not quite|up to|at most|barely|hardly|close to)\s(?:an?\s)?\Z", re.IGNORECASE)  # fmt: skip
ABOVE = re.compile(r"\b(?:just over|more than|over|above|at least|well over)\s(?:an?\s)?\Z", re.IGNORECASE)
ABOUT = re.compile(r"\b(?:about|around|roughly|some|approximately)\s(?:an?\s)?\Z", re.IGNORECASE)
LOOSE = 2.0  # in a hundred: "two thirds" is 66.3 or 68
FAR = 8.0  # "nearly half" is from 42


def shares(text: str) -> Iterator[Quantity]:
    """The shares of a text in order."""
    for match in SHARE.finditer(text):
        if CLOCK.match(text, match.end()) or NO_SHARE.search(text[: match.start()]):
            continue
        if match["many"]:
            low, high = value_of(match["many"]), value_of(match["of"])
            if not 0 < low < high:
                continue
            value = 100 * low / high
        elif match["top"] is None and not match["part"].lower().startswith("half"):
            continue
        else:
            top = match["top"]
            value = (
                100 * (value_of(top) if top and top.lower() not in ("a", "an") else 1) / PARTS[match["part"].lower()]
            )
        if value >= 100:
            continue
        yield around(text, match, value)


def around(text: str, match: re.Match[str], value: float) -> Quantity:
    """The share with what the words before it allow."""
    before = text[: match.start()]
    low, high = value - LOOSE, value + LOOSE
    if BELOW.search(before):
        low = value - FAR
    if ABOVE.search(before):
        high = value + FAR
    if ABOUT.search(before):
        low, high = value - FAR / 2, value + FAR / 2
    return Quantity(Span(match.start(), match.end()), round(value, 3), low, high, "%", "%", 1.0)


def value_of(word: str) -> int:
    """A number in a word or digits."""
    return SMALL[word.lower()] if word.lower() in SMALL else int(word)
