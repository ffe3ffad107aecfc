"""One count, reckoned otherwise by another source: the ministry's three and the hospital's seven, in one report or in two."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.lexicon import rows, words
from tidings.text.quantities import Quantity, compatible, number_at, quantities
from tidings.text.terms import stem

__all__ = ["matter_of", "reckonings"]

NEAR = 4  # sentences of one report between which a count is still the same one
REACH = 60  # code points between a number and the word that says what it counts
MANY = 300
SOURCE = r"(?P<who>(?:the|its|a|an|[A-Z][\w’'-]{1,24})(?:\s[\w’'-]{1,24}){0,5}?)"
RECKONED = re.compile(
    rf"(?:\A|[.;,]\s|\band\s|\bbut\s|\bwhile\s){SOURCE}\s(?:has\s|have\s|had\s|still\s|itself\s|only\s|now\s)?"
    r"(?:(?:speak|spoke|spoken|speaks|talk|talked|talks)\sof|(?:puts?|putting|reckons?|estimates?|estimated|counts?|counted|gives?|gave|recorded|registered|lists?|listed|reported|insist(?:s|ed)\s(?:on|it\s(?:was|had\sbeen)))"
    r"(?:\s(?:it|them|the\s(?:[\w’'-]{1,16}\s){0,2}?(?:number|toll|figure|total|count|spill|leak|loss|damage|cost)(?:\sof\s[\w’'-]{1,16}){0,2}))?(?:\s(?:at|to\sbe))?)\s",
    re.IGNORECASE,
)
ACCORDING = re.compile(r"\baccording to\s(?P<who>(?:the\s)?[\w’'-]{1,24}(?:\s[\w’'-]{1,24}){0,3})", re.IGNORECASE)
PARTIAL = re.compile(
    r"\b(?:another|other|others|more|further|additional|first|second|new|among (?:them|whom)|of (?:them|whom)|including|each|per|every|remaining|last|left|raised|rose|risen|fell|from)\b",
    re.IGNORECASE,
)
MEASURED = frozenset({"volume", "mass", "area", "barrels"})
CALLED = {"death": "the dead", "wound": "the wounded", "held": "people held", "flight": "people who fled"}
PEOPLE = frozenset(
    [
        "people",
        "persons",
        "men",
        "women",
        "children",
        "civilians",
        "soldiers",
        "workers",
        "guards",
        "officers",
        "police",
        "policemen",
        "fighters",
        "protesters",
        "demonstrators",
        "prisoners",
        "detainees",
        "residents",
        "villagers",
        "passengers",
        "migrants",
        "militants",
        "engineers",
        "sailors",
        "crew",
        "students",
        "supporters",
        "activists",
    ]
)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A number, what it counts, and whose number it is ("" for the outlet's own)."""

    place: int  # of its sentence in the scene
    passage: Passage
    quantity: Quantity
    matter: str
    voice: str

    @property
    def claim(self) -> Claim:
        return Claim(self.passage.document, self.passage.span)

    @property
    def words(self) -> str:
        return self.passage.text[self.quantity.span.start : self.quantity.span.end]


def reckonings(scene: Scene) -> Iterator[Dispute]:
    """Numbers for one matter by two sources, which cannot both be right.

    Within a report the sources must differ; between reports also the reports must be independent, and a count
    that only grew since the older report is a change.
    """
    found: dict[str, list[Reckoned]] = {}
    for reckoned in all_reckoned(scene):
        found.setdefault(reckoned.matter, []).append(reckoned)
    for matter, told in sorted(found.items()):
        sides: dict[tuple[float, float], tuple[list[Reckoned], list[Reckoned]]] = {}
        for a, b in combinations(told[:MANY], 2):
            if clash(scene, a, b):
                low, high = sorted((a, b), key=lambda r: (size(r), r.claim))
                lows, highs = sides.setdefault((size(low), size(high)), ([], []))
                lows.append(low)
                highs.append(high)
        for _, (lows, highs) in sorted(sides.items()):
            if stands(scene, lows, highs):
                why = ("two sources reckon differently",)
                both = ((lows[0].words, claims(lows)), (highs[0].words, claims(highs)))
                yield Dispute("number", CALLED.get(matter, matter) + ": how many", both, why, 0.6)


def all_reckoned(scene: Scene) -> Iterator[Reckoned]:
    """The numbers of all sentences that say what they count and are no part of a larger count."""
    voices: dict[str, list[tuple[int, int, str]]] = {}
    for quote in scene.telling.quotes:
        whose = quote.speaker or (quote.speaker_text or "?").casefold()
        voices.setdefault(quote.anchor.document, []).append((quote.anchor.start, quote.anchor.end, whose))
    matters: dict[str, tuple[int, str]] = {}
    for place, passage in enumerate(scene.passages):
        if len(passage.text) > 1_200:
            continue
        spoken = voices.get(passage.document, [])
        for quantity, whose in counted(passage):
            at = passage.span.start + quantity.span.start
            within = [voice for start, end, voice in spoken if start <= at < end]
            matter = matter_of(passage.text, quantity)
            before = matters.get(passage.document)
            bare = not quantity.unit and not quantity.dimension
            if bare and whose and before and place - before[0] <= 2:
                matter = before[1]  # "The plant speaks of three": of what the sentence before counted
            if matter:
                matters[passage.document] = (place, matter)
                yield Reckoned(place, passage, quantity, matter, whose or (within[-1] if within else ""))


def counted(passage: Passage) -> Iterator[tuple[Quantity, str]]:
    """The numbers of a sentence, each with the source that a verb of reckoning or "according to" gives it."""
    text = passage.text
    cue = RECKONED.search(text)
    said = ACCORDING.search(text)
    source = said["who"].casefold().removeprefix("the ") if said else ""
    found = quantities(text)
    if cue and not any(abs(q.span.start - cue.end()) < 2 for q in found):
        bare = number_at(text, cue.end())
        found = [*found, bare] if bare else found
    for quantity in found:
        if PARTIAL.search(text, max(0, quantity.span.start - 24), min(len(text), quantity.span.end + 16)):
            continue
        reckons = cue is not None and cue.end() <= quantity.span.start <= cue.end() + 12
        yield quantity, cue["who"].casefold().removeprefix("the ") if cue and reckons else source


def matter_of(text: str, quantity: Quantity) -> str:
    """What a number is of: a measure's dimension, the class of a toll, or the thing counted; "" where nothing says."""
    if quantity.dimension in MEASURED:
        return quantity.dimension
    noun = quantity.unit.split()[0] if quantity.unit else ""
    if quantity.dimension or noun in {"days", "hours", "years", "weeks", "months", "minutes", "times"}:
        return ""
    pattern, classes = tolls()
    low, high = max(0, quantity.span.start - REACH), min(len(text), quantity.span.end + REACH)
    near = [
        (max(m.start() - quantity.span.end, quantity.span.start - m.end(), 0), classes[m.lastindex or 0])
        for m in pattern.finditer(text, low, high)
    ]
    if near and (not noun or is_persons(quantity.unit.split())):
        return min(near)[1]
    return stem(noun) if len(noun) > 4 and noun not in PEOPLE else ""


def is_persons(unit: list[str]) -> bool:
    """Whether counted words are persons: "people have died", "wounded"; not "burned boxes"."""
    alone = len(unit) < 2 or unit[1] in words("stop_words.txt")
    return not PEOPLE.isdisjoint(unit) or (alone and tolls()[0].fullmatch(unit[0]) is not None)


@cache
def tolls() -> tuple[re.Pattern[str], dict[int, str]]:
    """One pattern with a group a class, and the class of each group."""
    groups, classes = [], {}
    for number, (name, listed) in enumerate(rows("tolls.tsv"), 1):
        listed_words = (re.escape(w.strip()).replace(r"\*", r"\w{0,6}") for w in listed.split(";"))
        groups.append(rf"(\b(?:{'|'.join(listed_words)})\b)")
        classes[number] = name
    return re.compile("|".join(groups), re.IGNORECASE), classes


def clash(scene: Scene, a: Reckoned, b: Reckoned) -> bool:
    """Whether two numbers are of one matter, by two sources, and cannot both be right."""
    if compatible(a.quantity, b.quantity) or a.voice == b.voice or a.claim == b.claim:
        return False
    one, two = a.passage, b.passage
    days = [{day for _, day in p.days} for p in (one, two)]
    places = [{name for _, name in p.places} for p in (one, two)]
    apart = any(x and y and not x & y for x, y in (days, places))
    if one.document == two.document:
        return abs(a.place - b.place) <= NEAR and not apart
    if not scene.independent(one.document, two.document) or apart:
        return False
    shared = len(one.stems & two.stems) + len(one.who & two.who) + len(one.countries & two.countries)
    # things counted are told apart within one report only: "four of the twelve departments" clashes with nothing
    known = a.matter in TOLL_CLASSES or a.matter in MEASURED
    return known and bool(a.voice and b.voice) and shared >= (1 if a.matter in TOLL_CLASSES else 2)


TOLL_CLASSES = frozenset(row[0] for row in rows("tolls.tsv"))


def stands(scene: Scene, lows: list[Reckoned], highs: list[Reckoned]) -> bool:
    """Whether it is no mere growth: one report has both, or not every high count is newer than every low one."""
    low, high = ({r.passage.document for r in side} for side in (lows, highs))
    return bool(low & high) or not scene.overtaken(low, high)


def size(reckoned: Reckoned) -> float:
    return round(reckoned.quantity.value * reckoned.quantity.factor, 3)


def claims(told: list[Reckoned]) -> tuple[Claim, ...]:
    return tuple(sorted({r.claim for r in told}))
