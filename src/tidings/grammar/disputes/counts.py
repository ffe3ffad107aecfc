"""Counts of one thing on one day, the thing and its doing told in the same words or in synonyms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.lexicon.calendar import calendar_words
from tidings.text.likeness import Term, match, root, terms_of
from tidings.text.quantities import Quantity, compatible, quantities

__all__ = ["counted_alike"]

REACH = 80  # code points on either side of a number
MANY = 200
NEAR = 3  # days between two reports for which "Wednesday" is one day
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
LEAST = 2  # words beside the counted noun, names aside, that both tell
DAY_PART = re.compile(r"\b(?:morning|noon|midday|afternoon|evening|night|midnight|dawn|dusk)\b", re.IGNORECASE)
TIME = frozenset(map(root, calendar_words())) | frozenset(
    map(root, ["morning", "noon", "midday", "afternoon", "evening", "night", "midnight", "dawn", "dusk", "day"])
)
GROWING = re.compile(
    r"\b(?:kill|dead|die|death|wound|injur|missing|fled|flee|displac|infect|another|other|more|further|remaining)",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\b(?:(?:half|third|quarter|most|some|part|many|few) of (?:the|its|their|those|these)|past|last|latest|first|next)\s\Z",
    re.IGNORECASE,
)
NO_THING = frozenset(["days", "weeks", "months", "years", "hours", "minutes", "times", "people's"])


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with its noun, the other words around it and the part of the day."""

    passage: Passage
    quantity: Quantity
    noun: Term
    around: tuple[Term, ...]
    part: frozenset[str]

    @property
    def claim(self) -> Claim:
        """The sentence that tells it."""
        return Claim(self.passage.document, self.passage.span)

    @property
    def words(self) -> str:
        """The number as it is written."""
        return self.passage.text[self.quantity.span.start : self.quantity.span.end]


def counted_alike(scene: Scene) -> Iterator[Dispute]:
    """Counts by two witnesses of one day's things, at least two further words alike, that cannot both be right."""
    by_day: dict[str, list[Counted]] = {}
    for passage in scene.passages:
        if len({day for _, day in passage.days}) == 1:
            by_day.setdefault(weekday(passage), []).extend(counts(passage))
    for day in sorted(by_day):
        for a, b in combinations(by_day[day][:MANY], 2):
            if scene.independent(a.passage.document, b.passage.document) and one_day(scene, a, b) and one_thing(a, b):
                low, high = sorted((a, b), key=lambda c: (c.quantity.value, c.claim))
                sides = ((low.words, (low.claim,)), (high.words, (high.claim,)))
                about = f"{low.quantity.unit.split()[0]} on a {day}"
                yield Dispute("number", about, sides, ("two reports of one day count differently",), 0.6)


def weekday(passage: Passage) -> str:
    """The weekday that a sentence names, or its date falls on."""
    named = WEEKDAY.search(day_words(passage))
    return named[0].lower() if named else f"{date.fromisoformat(passage.days[0][1]):%A}".lower()


def day_words(passage: Passage) -> str:
    """The words of a sentence's day."""
    span, base = passage.days[0][0], passage.span.start
    return passage.text[span.start - base : span.end - base]


def one_day(scene: Scene, a: Counted, b: Counted) -> bool:
    """Whether two counts are of one day: one date, or one weekday, in words without a date, of reports a few days apart."""
    if a.passage.days[0][1] == b.passage.days[0][1]:
        return True
    bare = any(not re.search(r"\d|\b(?:last|next)\b", day_words(c.passage)) for c in (a, b))
    apart = scene.days_apart(a.passage.document, b.passage.document)
    return bare and apart is not None and apart <= NEAR


def counts(passage: Passage) -> Iterator[Counted]:
    """The counts of a sentence, those of persons whose number grows with the news left out."""
    text = passage.text
    found = [q for q in quantities(text[:1_200]) if not q.dimension]
    for quantity in found:
        low, high = max(0, quantity.span.start - REACH), quantity.span.end + REACH
        nouns = terms_of(quantity.unit.split()[0])
        near = text[low : quantity.span.start] + " " + text[quantity.span.end - len(quantity.unit) : high]
        if (
            not nouns
            or quantity.unit.split()[0] in NO_THING
            or GROWING.search(near)
            or WHOLE.search(text[: quantity.span.start])
        ):
            continue
        around = tuple(
            t
            for t in terms_of(near)
            if not t.name and t.root not in TIME and t.root.isalpha() and not match(t, nouns[0])
        )
        yield Counted(passage, quantity, nouns[0], around, frozenset(m[0].lower() for m in DAY_PART.finditer(near)))


def one_thing(a: Counted, b: Counted) -> bool:
    """Whether two counts are of one thing in one doing, and clash."""
    if not match(a.noun, b.noun) or compatible(a.quantity, b.quantity) or (a.part and b.part and a.part != b.part):
        return False
    if not (a.passage.who & b.passage.who or a.passage.countries & b.passage.countries or names(a) & names(b)):
        return False
    return sum(any(match(s, t) for t in b.around) for s in a.around) >= LEAST


def names(counted: Counted) -> frozenset[str]:
    """The names in a sentence by their roots, days and months aside."""
    return frozenset(t.root for t in terms_of(counted.passage.text) if t.name) - TIME
