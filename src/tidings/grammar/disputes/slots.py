"""One matter in two reports of one occasion: two numbers, two days or two places for it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.matters import Matter, Voiced, clause_at, matters, meetings
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import rows
from tidings.model import Span
from tidings.text.quantities import Quantity, compatible, number_at, quantities

__all__ = ["slots"]

HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0, "fortnight": 336.0, "month": 730.0, "year": 8_766.0, "minute": 1 / 60}
PART = re.compile(
    r"\b(?:another|other|others|more|further|additional|first (?:two|three|four|five|\d+|of)|second|new|among (?:them|whom)|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) of|of (?:them|whom|these|those)|including|each|per|every|remaining|(?<!to )last (?:two|three|four|five|\d+|of)|left|rose|risen|fell|up from|quarter|half|a third|so far|already|by (?:noon|midday|nightfall|evening|morning|dawn|midnight)|nightfall|known to)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:last (?:year|month|week|time|summer|spring|autumn|winter)|previous|earlier|ago|before|since|annually|a year|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:postpone\w*|moved|move to|delay\w*|brought forward|reschedul\w*|put off|planned|was due|had been due|raised|now)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|if|unless|whether|could|might|may|would|second|another)\b",
    re.IGNORECASE,
)
IN = re.compile(
    r"\b(?:in|at|near|outside|off|to|from)\s(?:the\s)?(?:[a-z]{2,12}\s(?:of|in|near)\s(?:the\s)?|(?:town|city|port|village)\s)?(?P<place>[A-Z][\w’'-]+(?:[\s-](?:al-|el-|de\s|la\s)?[A-Z][\w’'-]+){0,2})"
)
PEOPLE = re.compile(r"\b(?:people|persons|lives|victims)\b", re.IGNORECASE)
SOME = re.compile(
    r"\b(?:officers|police|policemen|children|women|girls|boys|foreigners|civilians|medics|journalists)\b",
    re.IGNORECASE,
)
PARTS = re.compile(
    r"\b(?:the|its|one|a)\s(?:plant|site|branch|works|province|district|region|county|town|village|unit|division|ward|clinic|local)\b",
    re.IGNORECASE,
)
CALENDAR = frozenset(w.casefold() for t in ("weekdays.tsv", "months.tsv", "seasons.tsv") for r in rows(t) for w in r)
NIGHT = re.compile(r"\b(?:night|overnight|midnight|early|late|dawn|gmt|local time)\b", re.IGNORECASE)
PLAN = re.compile(r"\b(?:will|shall|would|is to|are to|to be|due|expected|plans?|planned|scheduled)\b", re.IGNORECASE)
COMES_TO = re.compile(
    r"\b(?:puts?|put|number|total|toll|figure|stands?|stood|came|comes|rose|reached|totall?ed|count)\b[^,;.]{0,40}?\b(?:at|to|is|was)\s(?=\d)",
    re.IGNORECASE,
)
ALONE = ("money", "time", "years", "things")
CLOCK = re.compile(
    r"\b(?P<hour>1[0-2]|[1-9])(?:[.:][0-5]\d)?\s(?:(?P<half>[ap]\.?m)\b|(?:o[’']clock\s)?in the (?P<part>morning|afternoon|evening))",
    re.IGNORECASE,
)
GROW = ("death", "wound", "infection", "arrest")


@dataclass(frozen=True, slots=True)
class Slot:
    """What a clause says of its matter: in words, as a claim, and as something to compare."""

    says: str
    voiced: Voiced
    claim: Claim
    value: Quantity | tuple[str, str] | str


Fill = Callable[[Scene, Voiced], Slot | None]


def slots(scene: Scene) -> Iterator[Dispute]:
    """Numbers, days and places of one matter that cannot both be right, where each report has but one."""
    found = matters(scene)
    for name, told in sorted(found.items()):
        matter = told[0].matter
        if matter.counts != "none":
            yield from clashes(scene, told, "number", f"{name}: how many", number_of)
        if "d" in matter.has:
            yield from clashes(scene, told, "date", f"{name}: when", day_of)
        if "c" in matter.has:
            yield from clashes(scene, told, "date", f"{name}: at what hour", hour_of)
        if "p" in matter.has:
            yield from clashes(scene, told, "place", f"{name}: where", place_of)


def clashes(scene: Scene, told: list[Voiced], kind: str, about: str, fill: Fill) -> Iterator[Dispute]:
    """Two reports' only fillings of one slot, where they clash."""
    filled = {v.claim: slot for v in told if (slot := fill(scene, v))}
    by_document: dict[str, list[Slot]] = {}
    for slot in filled.values():
        by_document.setdefault(slot.voiced.passage.document, []).append(slot)
    alone = {d: each[0] for d, each in by_document.items() if not any(clash(scene, each[0], s) for s in each[1:])}
    for a, b in meetings(scene, [s.voiced for s in alone.values()]):
        one, two = sorted((alone[a.passage.document], alone[b.passage.document]), key=lambda s: (s.says, s.claim))
        if clash(scene, one, two) and stands(scene, kind, one, two):
            sides = ((one.says, (one.claim,)), (two.says, (two.claim,)))
            yield Dispute(kind, about, sides, ("two reports of one occasion, each with one telling of it",), 0.6)


def clash(scene: Scene, a: Slot, b: Slot) -> bool:
    one, two = a.value, b.value
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        return one.dimension == two.dimension and not compatible(one, two)
    if isinstance(one, tuple) and isinstance(two, tuple):
        night = any(NIGHT.search(s.voiced.text) for s in (a, b))
        return (one[1] < two[0] or two[1] < one[0]) and not (night and next_day(one, two))
    if isinstance(one, str) and isinstance(two, str):
        return not named(scene, one, b) and not named(scene, two, a)
    return False


def next_day(one: tuple[str, str], two: tuple[str, str]) -> bool:
    """Whether two days follow on each other."""
    days = [end for end in (*one, *two) if len(end) == len("2031-04-05")]
    return (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days == 1 if days else False


def named(scene: Scene, place: str, other: Slot) -> bool:
    """Whether the other report names a place too."""
    return place.casefold() in scene.readings[other.voiced.passage.document].document.text.casefold()


def stands(scene: Scene, kind: str, a: Slot, b: Slot) -> bool:
    """Whether a clash is neither growth nor a plan that moved, and of one day."""
    texts = [s.voiced.text if kind == "place" else s.voiced.passage.text for s in (a, b)]
    published = [scene.published.get(s.voiced.passage.document, "")[:10] for s in (a, b)]
    if kind == "number":
        if bool(PAST.search(a.voiced.text)) != bool(PAST.search(b.voiced.text)) or day_apart(a, b) or part_of(a, b):
            return False
        if a.voiced.matter.name in GROW and published[0] != published[1]:
            newer, older = (a, b) if published[0] > published[1] else (b, a)
            return size(newer) < size(older)
    elif counted_apart(a, b) or (published[0] != published[1] and any(PLAN.search(s.voiced.text) for s in (a, b))):
        return False
    return not any(MOVED.search(t) for t in texts)


def counted_apart(a: Slot, b: Slot) -> bool:
    """Whether the two clauses count their things differently: three engineers, eleven guards are two matters."""
    one, two = ([q for q in quantities(s.voiced.text) if not q.dimension] for s in (a, b))
    return bool(one and two and not any(compatible(x, y) for x in one for y in two))


def day_apart(a: Slot, b: Slot) -> bool:
    """Whether the two claims name days and none in common."""
    one, two = ({day for span, day in s.voiced.passage.days if s.claim.span.covers(span)} for s in (a, b))
    return bool(one and two and not one & two)


def part_of(a: Slot, b: Slot) -> bool:
    """Whether the smaller number is of some and the larger of all: officers beside people, one plant beside the whole."""
    low, high = sorted((a, b), key=size)
    some = SOME.search(low.says) and PEOPLE.search(high.says)
    return bool(some or PARTS.search(low.voiced.text))


def size(slot: Slot) -> float:
    return slot.value.value * slot.value.factor if isinstance(slot.value, Quantity) else 0.0


def number_of(scene: Scene, voiced: Voiced) -> Slot | None:
    """The number nearest to the matter's word in its clause, where it is of what the matter counts and of the whole.

    A sum, a duration or a measure may stand elsewhere in the sentence, where it is the only one.
    """
    text, clause = voiced.passage.text, voiced.clause
    every = [fit for q in numbers_in(text) if (fit := fitted(q, voiced.matter))]
    fitting = [q for q in every if clause.start <= q.span.start < clause.end]
    if not fitting and len(every) == 1 and voiced.matter.counts in ALONE:
        fitting, clause = every, clause_at(text, every[0].span.start, every[0].span.end)
    if not fitting or PART.search(text, clause.start, clause.end) or OPEN.search(text, clause.start, voiced.word.start):
        return None
    nearest = min(fitting, key=lambda q: (distance(q.span, voiced.word), q.span.start))
    base = voiced.passage.span.start
    claim = Claim(voiced.passage.document, Span(base + clause.start, base + max(clause.end, nearest.span.end)))
    return Slot(text[nearest.span.start : nearest.span.end], voiced, claim, nearest)


def numbers_in(text: str) -> list[Quantity]:
    """The quantities of a sentence, and the bare numbers that something comes to."""
    found = quantities(text)
    bare = (number_at(text, m.end()) for m in COMES_TO.finditer(text))
    return found + [b for b in bare if b and not any(abs(b.span.start - q.span.start) < 2 for q in found)]


def distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def fitted(quantity: Quantity, matter: Matter) -> Quantity | None:
    """The number as the matter counts it, or None where it is of something else."""
    noun = quantity.unit.split()[0] if quantity.unit else ""
    hours = HOURS.get(noun.removesuffix("s"))
    if matter.counts in ("time", "years"):
        return replace(quantity, dimension="time", factor=hours) if hours else None
    if hours or noun in ("times", "others"):
        return None
    if matter.counts == "money":
        return quantity if len(quantity.dimension) == 3 and quantity.dimension.isupper() else None
    if matter.counts == "things":
        return quantity if quantity.dimension in ("mass", "volume", "barrels", "area") else None
    return None if quantity.dimension else quantity


def day_of(scene: Scene, voiced: Voiced) -> Slot | None:
    """The day, month or year nearest to the matter's word in its clause."""
    base = voiced.passage.span.start
    if OPEN.search(voiced.passage.text, voiced.clause.start, voiced.word.start):
        return None
    near = sorted(
        (distance(Span(s.start - base, s.end - base), voiced.word), s.start, s.end, r)
        for s, r in resolved(scene, voiced.passage.document)
        if voiced.claim.span.start <= s.start < voiced.claim.span.end
    )
    if not near or near[0][0] > 60:
        return None
    _, start, end, times = near[0]
    words = voiced.passage.text[start - base : end - base]
    if not stated(words):
        return None
    claim = Claim(voiced.passage.document, Span(voiced.claim.span.start, max(end, voiced.claim.span.end)))
    return Slot(words, voiced, claim, times)


def stated(words: str) -> bool:
    """Whether a time names its weekday, month or year."""
    return any(c.isdigit() for c in words) or any(w.casefold() in CALENDAR for w in re.findall(r"\w+", words))


def resolved(scene: Scene, document: str) -> list[tuple[Span, tuple[str, str]]]:
    """The times of a document that come down to days, with both ends."""
    times = scene.readings[document].times
    return [
        (times[r.index].span, (r.from_, r.to))
        for r in scene.telling.resolved
        if r.document == document and r.from_ and r.to and r.grain in ("day", "month", "year")
    ]


def hour_of(scene: Scene, voiced: Voiced) -> Slot | None:
    """The one hour of the clock that the matter's clause names, as two hours around it."""
    found = list(CLOCK.finditer(voiced.passage.text, voiced.clause.start, voiced.clause.end))
    if len(found) != 1:
        return None
    part = (found[0]["part"] or found[0]["half"] or "").replace(".", "").casefold()
    hour = int(found[0]["hour"]) % 12 + (12 if part in ("pm", "afternoon", "evening") else 0)
    return Slot(found[0][0], voiced, voiced.claim, (f"{hour:02}", f"{min(hour + 1, 24):02}"))


def place_of(scene: Scene, voiced: Voiced) -> Slot | None:
    """The one place, no country, that the matter's clause names after in, at, near …"""
    wide = {cell.casefold() for row in rows("countries.tsv") for cell in row}
    low, high = voiced.clause.start, voiced.clause.end
    text = voiced.passage.text
    if OPEN.search(text, low, voiced.word.start):
        return None
    found = [
        m["place"]
        for m in IN.finditer(text, low, high)
        if m["place"].casefold() not in wide and m["place"].split()[0].casefold() not in CALENDAR
    ]
    return Slot(found[0], voiced, voiced.claim, found[0]) if len(found) == 1 else None
