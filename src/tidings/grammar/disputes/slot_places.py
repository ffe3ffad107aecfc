"""Places that one of two reports names alone, and places that the other alone names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tidings.grammar.disputes.briefs import Brief, Clause, framed, wide
from tidings.grammar.disputes.scene import Scene
from tidings.grammar.disputes.slots import Candidate, Pair, common, flags, near
from tidings.lexicon import rows, words
from tidings.lexicon.calendar import calendar_words
from tidings.text.terms import stem

__all__ = ["place_slots", "places"]

RIVALS = 6
SITES = frozenset(["place", "country", "unknown"])  # kinds of names
PLACED = re.compile(
    r"(?:\A|[\s(])(?P<word>in|at|outside|off|near|to|towards|for|from|above|below|under|beneath|into|on|upon|inside|around|opposite)\s(?:the\s)?(?:[a-z-]+\s){0,4}(?:of\s)?(?:the\s)?\Z"
)
OF_TOWN = re.compile(
    r"\b(?P<word>village|town|city|port|hamlet|suburb|island|resort|harbour|settlement)\sof\s\Z"
)  # whatever stands before
# A name that a parser takes for a person's or a body's is a place behind these, if it moves there.
MOVED = re.compile(r"\b(?:brought|bring\w*|tak(?:e|es|en|ing)|took|tow\w*|pull\w*|fl(?:y|ies|ew|own|ying)|sail\w*|travel\w*|mov(?:e|es|ed|ing)|head\w*|led|driv\w*|drove|escort\w*|return\w*|transferr?\w*|carried|carry|ship\w*|sent|drag\w*|rush\w*|divert\w*|march\w*|walk\w*|came|come|visit\w*|trips?|journey|went|go(?:es|ing|ne)?|bound|left|leav\w*|sets? (?:off|out)|steam\w*|limp\w*|crawl\w*|evacuat\w*|relocat\w*|deport\w*)\b[^,;.]*\Z")  # fmt: skip
STANDS = frozenset(["in", "at", "outside", "off", "near", "inside", "upon", "village", "town", "city", "port", "hamlet", "suburb", "island", "resort", "harbour", "settlement"])  # fmt: skip
GOES = frozenset(["to", "into", "for", "from", "towards"])
REGION_OF = re.compile(
    r"\b(?:mountains|hills|forests?|province|region|district|valley|north|south|east|west|state|county|parts?|steppe|desert|coast|island|countryside|plains?)\sof\s(?:the\s)?\Z"
)
OBJECT = re.compile(
    r"\b(?P<word>reached|entered|visited|shelled|bombed|stormed|occupied|captured|raided|toured|flooded)\s(?:the\s)?\Z"
)
REGION = re.compile(r"\s(?:province|region|district|county|state|valley|governorate|department|oblast|prefecture|canton|islands?|peninsula|mountains|desert|coast|delta|basin|forest|plain|strip|territory)\b", re.IGNORECASE)  # fmt: skip
HELD_BY = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*\w,?|\b(?:towns|cities|villages|areas|parts|provinces|districts|regions))\s(?:in|of)\s\Z")  # fmt: skip
TOWN = re.compile(
    r"\b(?:in|at|near|outside|off|to)\s(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{3,})\b(?!\s[A-ZÀ-Þ])"
)  # where no parser sees a name
GROUND = re.compile(r"\s(?:capital|city|port|town|side|bank|coast|territory|soil|waters)\b")
BODY = re.compile(
    r"[A-Z]{3}|\d|\b(?:University|Hospital|Court|Ministry|Museum|Airport|Street|Square|House|Room|Congress|Senate|Kremlin|Pentagon|Capitol|Parliament|Hotel|Stadium|Olympics?|Cup|Games|Times|Post)\b"
)
OTHER = re.compile(r"\b(?:earlier|previous(?:ly)?|last|then|later|before|moved|another|also|born|too|for (?:weeks|months|years))\b", re.IGNORECASE)  # fmt: skip
CLOSE = frozenset(["near", "outside", "off", "around"])
ALIKE = (frozenset(["in", "at"]), frozenset(["to", "for", "towards", "into"]))
MOVING = frozenset(["to", "for", "from", "towards", "into"])


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a clause."""

    clause: Clause
    name: str
    word: str  # before it: "in", "to"
    kind: str
    framed: bool
    country: str | None  # where a table knows it
    region: bool  # a stretch of land in which a town of any name may lie

    @property
    def stems(self) -> frozenset[str]:
        """Its words."""
        return frozenset(stem(w.lower()) for w in re.findall(r"[^\W\d_]+", self.name))

    @property
    def wide(self) -> bool:
        """Whether it is a state, or told by one's people: "the Norwegian coast"."""
        return bool(self.stems & wide())


def place_slots(pair: Pair, ours: list[Where], theirs: list[Where]) -> Iterator[Candidate]:
    """Pairs of places of which neither report has the other's, and of which neither lies in the other."""
    left = [w for w in ours if not w.stems & pair.b.words]
    right = [w for w in theirs if not w.stems & pair.a.words]
    met = [(x, y) for x in left for y in right if apart(x, y)]
    for x, y in met:
        both = (x, y)
        others = [told(u, v) for u, v in met if u is not x or v is not y]
        signs = common(pair, x.clause, y.clause, x.stems | y.stems) | flags(
            no_rival=not others,
            best_of_rivals=bool(others) and all(told(x, y) > other for other in others),
            one_preposition=x.word == y.word or any({x.word, y.word} <= some for some in ALIKE),
            from_or_to=any(w.word in MOVING for w in both),
            region=any(w.wide or w.region for w in both),
            body=any(BODY.search(w.name) for w in both),
            two_countries=bool(x.country and y.country and x.country != y.country),
            one_placed_framed=x.framed != y.framed,
            both_placed_framed=x.framed and y.framed,
            other_time=any(OTHER.search(w.clause.text) for w in both),
            only_near=(x.word in CLOSE) != (y.word in CLOSE),
        )
        signs["rivals"] = min(RIVALS, len(others)) / RIVALS
        one, two = sorted(both, key=lambda w: w.clause.claim)
        sides = ((one.name, one.clause.claim), (two.name, two.clause.claim))
        yield Candidate("place", "where", sides, both, signs, "two reports of one occasion give two places")


def told(x: Where, y: Where) -> float:
    """How near the sentences of two places are in meaning."""
    return near(x.clause.passage.text, y.clause.passage.text)


def apart(x: Where, y: Where) -> bool:
    """Whether two names are of two places, and neither is the state that the other lies in or may lie in."""
    if (
        one_town(x.name, y.name)
        or x.region != y.region
        or (x.country is not None and x.country == y.country and (x.wide or y.wide))
    ):
        return False
    return x.wide == y.wide or (x.country is not None and y.country is not None)


def one_town(a: str, b: str) -> bool:
    """Whether two names may be of one town: shared words, a known pair, or spellings of one."""
    one, two = (frozenset(name.replace(" ", "_").split("_")) for name in (a, b))
    known = towns()
    return bool(one & two or known.get(a, frozenset()) & known.get(b, frozenset())) or a[:3] == b[:3]


@cache
def towns() -> dict[str, frozenset[int]]:
    """For each name of a town that has several the numbers of its lines."""
    found: dict[str, set[int]] = {}
    for n, line in enumerate(sorted(words("town_names.txt"))):
        for name in line.split():
            found.setdefault(name.replace("_", " "), set()).add(n)
    return {name: frozenset(lines) for name, lines in found.items()}


@cache
def countries() -> dict[str, str]:
    """The state of each city, region, capital, people and country that tables know, by its name in small letters."""
    found: dict[str, str] = {}
    for table in ("cities.tsv", "places.tsv"):
        for name, other, code, *_ in rows(table):
            for each in (name, *other.split(";")):
                found.setdefault(each.strip().lower(), code)
    for table in ("capitals.tsv", "countries.tsv", "demonyms.tsv"):
        for code, *cells in rows(table):
            for each in (e for cell in cells for e in cell.split(";")):
                found.setdefault(each.strip().lower(), code)
    return {name: code for name, code in found.items() if name and code != "-"}


def places(scene: Scene, report: Brief) -> list[Where]:
    """The names behind words of place, but for what only says what holds another place."""
    del scene
    text = report.reading.document.text
    found = {
        (m.span.start, m.span.end, m.kind, m.form == "demonym")
        for m in report.reading.mentions
        if m.form == "name" or (m.form == "demonym" and m.kind in ("place", "country", "unknown"))
    }
    inside = [m.span for m in report.reading.mentions]
    persons = {w for m in report.reading.mentions if m.kind == "person" for w in m.name.split() if " " in m.name}
    found |= {
        (*m.span("name"), "unknown", False)
        for m in TOWN.finditer(text)
        if m["name"].lower() not in calendar_words() and not any(s.start <= m.start("name") < s.end for s in inside)
    }
    names, told = sorted(found), list[Where]()
    for clause in report.clauses:
        for start, end, kind, people in names:
            if not clause.span.start <= start < clause.span.end or (people and not GROUND.match(text, end)):
                continue
            before, name = text[clause.span.start : start], text[start:end]
            placed = (
                OF_TOWN.search(before) or PLACED.search(before) or (kind in SITES and OBJECT.search(before)) or None
            )
            if (
                placed
                and not HELD_BY.search(before)
                and (kind in SITES or (name not in persons and mistaken(name, placed["word"], before)))
            ):
                plain = re.sub(r"[’']s?$|^[Tt]he ", "", name).lower()
                at = framed(report, clause, start)
                region = bool(name in words("regions.txt") or REGION.match(text, end) or REGION_OF.search(before))
                told.append(Where(clause, name, placed["word"], kind, at, countries().get(plain), region))
    return told


def mistaken(name: str, word: str, before: str) -> bool:
    """Whether a name of one word that is no place by the parser is one by the words before it."""
    if " " in name or name.isupper() or name.lower() in given_names():
        return False
    return word in STANDS or (word in GOES and MOVED.search(before) is not None)


@cache
def given_names() -> frozenset[str]:
    """Given names in small letters."""
    return frozenset(name.lower() for _, names in rows("given_names.tsv") for name in names.split())
