"""How far from a place a ship, a craft or a convoy was: "some 20 miles off the cape", "four miles outside Danish waters"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.dated_deeds import sorts_told
from tidings.grammar.disputes.figures import part
from tidings.grammar.disputes.matters import ANOTHER, connected, fullest, spread
from tidings.grammar.disputes.scene import LONGEST, NAME, Passage, Scene
from tidings.model import Span
from tidings.text.quantities import Quantity, compatible, quantities

__all__ = ["CRAFT", "distances", "one_craft"]

APART = 1.25  # times that one distance must be another's, for "miles" at sea are of either kind and points are rounded
MANY = 60  # distances that are laid beside each other
REACH = 320  # code points before a distance in which what lay there is named
SORTS = {
    "at sea": r"ships?|vessels?|boats?|tankers?|trawlers?|ferr(?:y|ies)|freighters?|cutters?|dredgers?|barges?|yachts?|dingh(?:y|ies)|rafts?|frigates?|destroyers?|corvettes?|submarines?|launch(?:es)?|rigs?|coastguards?|skippers?|fisher(?:men|man)|nets",
    "in the air": r"aircraft|air(?:plane|liner)s?|planes?|jets?|liners?|helicopters?|drones?|balloons?|fighters?|bombers?|gliders?|flights?|pilots?",
    "on land": r"convoys?|patrols?|trains?|lorr(?:y|ies)|trucks?|columns?|tanks?",
}
CRAFT = re.compile(
    r"\b(?:" + "|".join(f"(?P<s{n}>{words})" for n, words in enumerate(SORTS.values())) + r")\b", re.IGNORECASE
)
# Words that may stand for a craft told of by a nearer word
WIDE = frozenset(
    ["ship", "vessel", "aircraft", "plane", "skipper", "fishermen", "fisherman", "pilot", "flight", "boat"]
)
NO_BOATS = frozenset(["frigate", "destroyer", "corvette", "submarine", "tanker", "freighter"])
STOPPED = re.compile(
    r"\b(?:stopped|halted|hailed|brought to|caught|board(?:ed|ing))\b", re.IGNORECASE
)  # as the seized are
HEADING = r"(?:(?:due\s)?(?:north|south|east|west)(?:[\s-]?(?:east|west))?\s)"
BEHIND = re.compile(
    rf"\s{{1,2}}(?:away\s)?{HEADING}?(?P<side>off|from|of|outside|inside|out of|beyond|short of|within|into|deep in|away from)\s(?P<of>(?:the\s|its\s|their\s|his\s)?[^\W\d_][^.;:,“”\"()]{{2,60}})",
    re.IGNORECASE,
)
WITHIN = re.compile(
    r"\b(?:in|inside|within)\s(?:the\s|its\s|their\s)?(?:[\w-]{3,14}\s){0,2}(?P<bound>airspace|waters|zone|territory)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
BOUND = re.compile(
    r"\b(?:zones?|waters|airspace|borders?|frontiers?|boundar(?:y|ies)|limits?|lines?|coasts?|shores?|sea|territory|soil)\b"
)
IN = frozenset(["inside", "within", "into", "deep in"])
OUT = frozenset(["outside", "out of", "beyond", "short of"])
MOVED = re.compile(
    r"\b(?:drifted|towed|moved|now|later|retreat\w*|withdr\w+|pull\w*|wide|long|deep|stretch\w*|every|each|a day|an hour|travel\w*|fle[dw]|sail(?:s|ed)? (?:for )?|range|could|would|will|must|may|may not|no closer|keep|stay|remain)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance from a place, told of a craft."""

    passage: Passage
    quantity: Quantity
    side: str  # "in", "out" or ""
    names: frozenset[str]  # of the place it is counted from
    bound: str  # "zone", "airspace": what it is counted from where that has no name of its own
    crafts: frozenset[tuple[str, str]]  # sorts and nouns of the craft told of in the words before
    claim: Claim
    place: str
    words: str


def distances(scene: Scene) -> Iterator[Dispute]:
    """Distances of one craft from one place that cannot both be right, by two reports or by two accounts in one."""
    told = spread([d for passage in scene.passages for d in distances_in(scene, passage)], key, MANY)
    pairs = [
        (a, b)
        for a, b in combinations(told, 2)
        if of_one_place(scene, a, b) and apart(a, b) and not any(known(d, e, told) for d, e in ((a, b), (b, a)))
    ]
    for matter in connected(pairs):
        sides: dict[str, list[Distance]] = {}
        for d in sorted(matter, key=lambda d: (size(d), d.side, d.claim)):
            sides.setdefault(key(d), []).append(d)
        told_of = tuple((side[0].words, tuple(sorted({d.claim for d in side}))) for side in sides.values())
        yield Dispute(
            "place", f"how far from {matter[0].place}", fullest(told_of), ("one place, two distances from it",), 0.6
        )


def distances_in(scene: Scene, passage: Passage) -> Iterator[Distance]:
    """The distances of a sentence that are told of a craft in it, or right before it."""
    if len(passage.text) > LONGEST:
        return
    for quantity in quantities(passage.text):
        if quantity.dimension != "length":
            continue
        text, start = passage.text, quantity.span.start
        end = start + len(number_and_unit(text[start : quantity.span.end], quantity))
        behind = BEHIND.match(text, end)
        if behind is None or MOVED.search(text, max(0, start - 40), start):
            continue
        of = behind["of"]
        bound = BOUND.search(of)
        names = frozenset(w.casefold() for w in NAME.findall(of))
        before = scene.readings[passage.document].document.text[
            max(0, passage.span.start + start - REACH) : passage.span.start + start
        ]
        crafts = crafts_in(text[:start]) or crafts_in(before)
        if not (names or bound) or not crafts or ANOTHER.search(text, 0, start):
            continue
        lies = WITHIN.search(text, max(0, start - 90), start)
        side = (
            "in" if behind["side"].lower() in IN else "out" if behind["side"].lower() in OUT else "in" if lies else ""
        )
        words = " ".join(text[start : behind.end("side")].split())
        told = part(passage, -1, start, end)
        claim = Claim(passage.document, Span(passage.span.start + lies.start(), told.end) if lies else told)
        of_what = lies["bound"].lower() if lies else bound[0] if bound else ""
        place = " ".join([*NAME.findall(of), *([of_what] if of_what else ())]) if names else f"the {of_what}"
        yield Distance(passage, quantity, side, names, of_what, crafts, claim, place, words)


def number_and_unit(words: str, quantity: Quantity) -> str:
    """A length without the words behind its unit."""
    unit = re.match(
        r".*?\b(?:miles?|kilomet(?:re|er)s?|km|met(?:re|er)s?|yards|feet)\b", words, re.IGNORECASE | re.DOTALL
    )
    return unit[0] if unit else words


def of_one_place(scene: Scene, a: Distance, b: Distance) -> bool:
    """Whether two distances are of one craft from one place."""
    one, two = a.passage, b.passage
    if one.document == two.document and one.span == two.span:
        return False
    days = [{day for _, day in p.days} for p in (one, two)]
    if all(days) and not days[0] & days[1]:
        return False
    own = one.document == two.document and {a.side, b.side} == {"in", "out"}  # two accounts in one report
    if not own and not scene.independent(one.document, two.document):
        return False
    if bool(a.bound) != bool(b.bound) or a.bound != b.bound or not one_craft(scene, a, b):
        return False
    deeds = [sorts_told(p.text) | {"taken" for _ in STOPPED.finditer(p.text)} for p in (one, two)]
    if not deeds[0] & deeds[1] and (any(deeds) if a.side == b.side else all(deeds)):
        return False  # one sank, the other only lay there
    named = a.names & b.names or (a.bound and (not a.names or not b.names or one.countries & two.countries))
    return bool(named)


def crafts_in(text: str) -> frozenset[tuple[str, str]]:
    """The craft told of, each by its sort and its noun in the singular."""
    found = ((m.lastgroup or "", m[0].lower()) for m in CRAFT.finditer(text))
    return frozenset((sort, re.sub(r"ies\Z", "y", noun).removesuffix("s")) for sort, noun in found)


def one_craft(scene: Scene, a: Distance, b: Distance) -> bool:
    """Whether two distances may be of one craft: of one name, or of one noun; a trawler is no frigate, but both are ships."""
    kinds = {e.id: e.kind for e in scene.telling.entities}
    named = [{w for w in d.passage.who if kinds.get(w) == "vessel"} for d in (a, b)]
    if all(named):
        return bool(named[0] & named[1])
    return any(sort == other and one_noun(x, y) for sort, x in a.crafts for other, y in b.crafts)


def one_noun(a: str, b: str) -> bool:
    """Whether two nouns may be for one craft."""
    if a == b:
        return True
    return bool({a, b} & WIDE) and not ("boat" in (a, b) and {a, b} & NO_BOATS)


def apart(a: Distance, b: Distance) -> bool:
    """Whether two distances cannot be of one point: so far apart, or one inside and one outside."""
    if {a.side, b.side} == {"in", "out"}:
        return True
    low, high = sorted((size(a), size(b)))
    return a.side == b.side and high > APART * low and not compatible(a.quantity, b.quantity)


def known(own: Distance, other: Distance, told: list[Distance]) -> bool:
    """Whether the report of one distance has the other's, or yet another, from that place as well."""
    of_it = [d for d in told if d.passage.document == own.passage.document and d is not own and d.bound == own.bound]
    return any((d.names & own.names or d.bound) and not apart(d, other) for d in of_it if d is not other)


def size(distance: Distance) -> float:
    """A distance in metres."""
    return distance.quantity.value * distance.quantity.factor


def key(distance: Distance) -> str:
    """A distance to the kilometre, with its side."""
    return f"{round(size(distance) / 1_000)} {distance.side}"
