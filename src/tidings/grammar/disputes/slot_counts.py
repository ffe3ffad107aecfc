"""The numbers of a short report: what each counts or measures, and what its words allow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tidings.grammar.disputes.briefs import Brief, Clause, likened
from tidings.lexicon import words
from tidings.lexicon.calendar import calendar_words
from tidings.text.quantities import SMALL, TENS, Quantity, quantities

__all__ = [
    "PEOPLE",
    "Count",
    "agree",
    "alike",
    "counts",
    "fit",
    "one_noun",
    "person",
    "persons",
    "plural",
    "whole_and_part",
]

NUMBER = rf"(?:\d[\d,.]*|{'|'.join(sorted([*SMALL, *TENS], key=len, reverse=True))})"
LEAST = re.compile(
    r"(?:a minimum of|at the least|well over|just over|upwards of|in excess of|no less than|not (?:less|fewer) than|exceeding|from)\s\Z",
    re.IGNORECASE,
)
MOST = re.compile(r"(?:a maximum of|at the most|capped at|a ceiling of|as (?:many|much|few) as|just under|not quite|barely|hardly|not more than|no greater than|short of|shy of|well under|well below)\s\Z", re.IGNORECASE)  # fmt: skip
BEHIND_MORE = re.compile(
    r"\A(?:\s\w+)?\s(?:or more|and more|at least|at the least|plus|upwards|minimum)\b|\A-plus\b", re.IGNORECASE
)
BEHIND_LESS = re.compile(r"\A(?:\s\w+)?\s(?:or (?:less|fewer)|at (?:the )?most|maximum|tops)\b", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)
GOOD = re.compile(r"\b(?:a good|a little (?:over|under|more than|less than)|slightly (?:over|under|more than|less than)|in the (?:region|order) of|more or less|close on|towards)\s\Z", re.IGNORECASE)  # fmt: skip
OR_SO = re.compile(r"\A(?:\s\w+)?\s(?:or so|or thereabouts)\b", re.IGNORECASE)
AND = re.compile(r"\s(?:years?|months?|weeks?|days?|hours?)\sand\s\Z", re.IGNORECASE)
TO = re.compile(rf"\A\s(?:to|or)\s{NUMBER}\b", re.IGNORECASE)
AGE = re.compile(r"[-\s]years?[-\s]old|[-\s]year[-\s]olds", re.IGNORECASE)
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b")
AGED = re.compile(r"\b(?:aged?(?: of)?|turned|turns)\s\Z", re.IGNORECASE)
NAMED = re.compile(r"(?<=\S\s)[A-ZÀ-Þ][\w’'-]*\s\Z|\b(?i:no|number|article|flight|room|gate|channel|platform|section|paragraph|day|week|page)\.?\s\Z")  # fmt: skip
FRACTION = re.compile(r"(?:halves|thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths|hundredths|out|in)\b")
ENDS = frozenset(
    ["maker", "orker", "eeker", "older", "eeper", "ident", "eader", "river", "yers"]
)  # of compounds for people
NOT_SHORT = 1_000  # numbers below it may belong to a name: "Reactor 6"
ALIKE = 0.4  # likeness of two nouns for one thing
KINDRED = 0.3  # the same, WordNet's kin counted
PEOPLE = re.compile(r"people|persons|dead|lives|deaths|victims|casualties|fatalities|passengers|others|injured|wounded|arrests|detainees|residents|inhabitants")  # fmt: skip
PART = re.compile(r"child(?:ren)?|women|woman|girls?|boys?|minors?|teenagers?|infants?|babies|officers?|police|policemen|soldiers?|troops|civilians?|foreigners?|students?|pupils?|pensioners?|journalists?|tourists?|nationals?|citizens?|survivors?|men|adults?|workers?|employees?|miners?|firefighters?|nurses?|doctors?|teachers?|sailors?|prisoners?|inmates?|migrants?|refugees?|patients?")  # fmt: skip
TALLY = re.compile(
    r"\b(?:number|total|toll|count|tally|sum|figure) of (?:the )?(?P<noun>(?:[a-z]+\s){0,3})", re.IGNORECASE
)
TOLL = re.compile(r"\b(?:death toll|toll|(?:the )?dead)\s(?:[a-z]+\s){1,3}\Z", re.IGNORECASE)
MEASURED = re.compile(
    r"\b(?P<noun>magnitude|majority|margin|speed|depth|height|turnout|score|grade)\s(?:of\s)?\Z", re.IGNORECASE
)
SPEED = re.compile(r"\A\s?(?:an\s|per\s|/\s?)?h(?:ours?|r)?\b", re.IGNORECASE)
VOTE = re.compile(r"\s(?:(?:in|votes?\sin|voted\sin)\sfavou?r|(?:votes?\s|voted\s|ayes\b)|(?:for|against)\b(?!\s(?:\w+\s)?(?:days?|weeks?|months?|years?)\b))", re.IGNORECASE)  # fmt: skip
VOTING = re.compile(
    r"\b(?:vot(?:e|es|ed|ing|ers?)|ballots?|abstain\w{0,3}|abstentions?|ayes|lawmakers|deputies|senators|resolution|motion|referendum|assembly|parliament|council|senate)\b",
    re.IGNORECASE,
)
PERSONS = frozenset(["people", "votes", "persons", "dead", "lives", "troops", "bodies", "men", "women", "children", "injured", "wounded", "police", "forces", "staff", "casualties", "fatalities"])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a clause of a short report."""

    clause: Clause
    quantity: Quantity
    nouns: tuple[str, ...]  # what it may count

    @property
    def sort(self) -> str:
        """What it measures: a dimension or a currency, or nothing where it counts."""
        found = self.quantity.dimension
        if found == "length" and SPEED.match(self.clause.text, self.quantity.span.end):
            return "speed"
        return "length of time" if found in ("time", "months") else found

    @property
    def size(self) -> float:
        """In base units."""
        return round(self.quantity.value * self.scale, 3)

    @property
    def scale(self) -> float:
        """How many base units one is; months are laid beside hours."""
        return self.quantity.factor * (730.0 if self.quantity.dimension == "months" else 1.0)

    @property
    def words(self) -> str:
        """The number as it is written, with what it counts."""
        q, last = self.quantity, self.nouns[0] if self.nouns else ""
        told = self.clause.text[q.span.start : q.span.end]
        return " ".join((told[: told.rfind(last) + len(last)] if last and last in told else told).split())


def counts(brief: Brief) -> Iterator[Count]:
    """The numbers of a short report from two on, those of parts, of other times and of who speaks left out."""
    yield from merged(list(each(brief)))


def each(brief: Brief) -> Iterator[Count]:
    """The numbers one by one."""
    for clause in brief.clauses:
        for q in quantities(clause.text, bare=True):
            if (
                (q.value >= 2 or (len(q.dimension) == 3 and not q.value.is_integer()))
                and not dated(brief, clause.span.start + q.span.start)
                and not of_age_or_name(clause.text, q)
            ):
                yield Count(clause, q, nouns(clause.text, q))


def merged(found: list[Count]) -> Iterator[Count]:
    """Numbers with "five years and ten months" as one."""
    taken = -1
    for i, x in enumerate(found):
        y = found[i + 1] if i + 1 < len(found) else None
        if i == taken:
            continue
        if y and x.clause == y.clause and x.sort == y.sort == "length of time" and y.scale < x.scale:
            between = x.clause.text[x.quantity.span.start : y.quantity.span.start]
            if AND.search(between):
                taken = i + 1
                value = x.quantity.value + y.size / x.scale
                yield replace(x, quantity=replace(x.quantity, value=value, low=value, high=value))
                continue
        yield x


def of_age_or_name(text: str, q: Quantity) -> bool:
    """Whether a number is an age, a fraction, or part of a name."""
    start, end = q.span.start, q.span.end - len(q.unit)
    before, bare = text[:start], text.strip(" ,)(") == text[start : q.span.end] and not q.unit
    if ORDINAL.match(text, start):
        return True
    if AGED.search(before) or AGE.match(text, end - 1) or (bare and q.value <= 110) or FRACTION.match(q.unit):
        return True
    named = NAMED.search(before) if q.value < NOT_SHORT and not q.dimension else None
    return named is not None and named[0].strip().lower() not in calendar_words()


def dated(brief: Brief, at: int) -> bool:
    """Whether a place lies in the words of a date or a time of day."""
    return any(t.type in ("DATE", "TIME") and t.span.start <= at < t.span.end for t in brief.reading.times)


def nouns(text: str, q: Quantity) -> tuple[str, ...]:
    """What a number counts: the first plural behind it with what describes that, or the words of a tally before it."""
    number = text[q.span.start : q.span.end].removesuffix(q.unit).rstrip()
    if VOTE.match(text, q.span.start + len(number)) and VOTING.search(text):  # not "paid 40 for the boat"
        return ("votes",)
    if q.unit and not MEASURED.search(text[: q.span.start]):
        behind = q.unit.split()
        last = next((i for i, w in enumerate(behind) if plural(w)), 0)
        return tuple(behind[last::-1])
    tally = TALLY.search(text[: q.span.start])
    if tally:
        return tuple(w for w in tally["noun"].split() if plural(w))[:1]
    if TOLL.search(text[: q.span.start]):
        return ("dead",)
    measured = MEASURED.search(text[: q.span.start])
    return (measured["noun"].lower(),) if measured else ()


def plural(word: str) -> bool:
    """Whether a word looks like a plural, or names people as one."""
    return word in PERSONS or (
        word.endswith("s") and not word.endswith(("ss", "us", "is")) and word != "was" and word != "has"
    )


def bounds(x: Count) -> tuple[float, float]:
    """The least and the most that the words allow."""
    q, text = x.quantity, x.clause.text
    low, high = q.low, q.high
    before = text[: q.span.start]
    if LEAST.search(before):
        high = float("inf")
    if MOST.search(before):
        low = 0.0
    number = text[q.span.start : q.span.end].removesuffix(q.unit)
    if TO.match(text[q.span.start + len(number.rstrip(" -")) :]):
        high = max(high, q.value * 2.5)
    behind = text[q.span.start + len(number.rstrip(" -")) :]
    if BEHIND_MORE.match(behind):
        high = float("inf")
    if BEHIND_LESS.match(behind):
        low = 0.0
    if BETWEEN.search(before):
        high = max(high, q.value * 2.5)
    if OR_SO.match(behind) or GOOD.search(before):
        low, high = min(low, q.value * 0.9), max(high, q.value * 1.1)
    step = rounded(number)
    return min(low, q.value - step) * x.scale, max(high, q.value + step) * x.scale


def rounded(number: str) -> float:
    """How far off a number may be by the way it is written: "2.5" by half a tenth, "60" by three."""
    digits = re.match(r"\d[\d,]*?(?:\.(?P<tenths>\d+)|,(?P<comma>\d{1,2}))?(?![\d,])(?P<more>\s\w+)?", number.strip())
    if digits is None or digits["more"]:
        return 0.0
    if tenths := digits["tenths"] or digits["comma"]:
        return 0.5 / float(10 ** len(tenths))
    value = float(digits[0].replace(",", ""))
    return value * 0.05 if value >= 20 and value % 10 == 0 else 0.0


def agree(x: Count, y: Count) -> bool:
    """Whether two numbers are told of one thing and may be one."""
    if x.size == y.size and x.sort == y.sort:
        return True
    if x.sort != y.sort or (not x.sort and not one_noun(x, y)):
        return False
    return fit(x, y)


def fit(x: Count, y: Count) -> bool:
    """Whether one true number fits the words of both."""
    (a, b), (c, d) = bounds(x), bounds(y)
    slack = 1.0
    if x.scale != y.scale:  # "three miles", "five kilometres": either may be rounded to a whole one
        slack = max(1.03, *(1 + 0.25 / q.value for q in (x.quantity, y.quantity) if q.value >= 1))
    return a <= d * slack and c <= b * slack


def one_noun(x: Count, y: Count) -> bool:
    """Whether two numbers count things of one name."""
    return any(alike(a, b) for a in x.nouns[:1] for b in y.nouns[:1])


@cache
def alike(a: str, b: str) -> bool:
    """Whether two nouns may name one thing."""
    light = words("stop_words.txt")
    if a in light or b in light:
        return False
    return likened(a, b, ALIKE, KINDRED)


def persons(x: Count) -> bool:
    """Whether a number counts people."""
    return any(person(n) for n in x.nouns[:1])


@cache
def person(noun: str) -> bool:
    """Whether a noun names people."""
    known, one = words("person_words.txt"), noun.removesuffix("s")
    return (
        noun in PERSONS or noun in known or one in known or one[-5:] in ENDS or noun.removesuffix("ies") + "y" in known
    )


def whole_and_part(one: str, two: str) -> bool:
    """Whether one noun is for people and the other for some of them: "12 people", "three officers"."""
    parts, wholes = ([p.fullmatch(n) is not None for n in (one, two)] for p in (PART, PEOPLE))
    return (parts[0] and wholes[1]) or (parts[1] and wholes[0])
