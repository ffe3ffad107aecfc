"""Places that two short reports of one occasion give for one thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tidings.grammar.disputes.briefs import Brief, Clause, framed, of_one_day, wide
from tidings.grammar.disputes.claims import Dispute
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import words
from tidings.text.meaning import nearness
from tidings.text.terms import stem

__all__ = ["brief_places"]

# Nearness of the two sentences, and how much nearer they are than any others; set on the dev half of
# evals/difference_cases.jsonl and on the first sentences of real reports.
TOLD_ALIKE, ALONE_ALIKE, NEARER = 0.12, 0.06, 0.05
MANY = 3  # places that one report names alone, from which on none answers another
PLACED = re.compile(r"(?:\A|\s)(?:in|at|outside|off|near|(?:travel|go|fly|move|come|sail|drive)\w*\sto)\s(?:(?:the\s)?(?:port|city|town|village|harbour|northern|southern|eastern|western|central|nearby)\s(?:of\s)?)?\Z", re.IGNORECASE)  # fmt: skip
NEAR = re.compile(r"\bnear\s(?:the\s)?(?:\w+\s)?(?:of\s)?\Z", re.IGNORECASE)
HELD_BY = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*\w,?|\b(?:towns|cities|villages|areas|parts|provinces|districts|regions|(?:north|south|east|west)))\s(?:in|of)\s\Z")  # fmt: skip
REGION = re.compile(r"[’']?s?\s(?:region|province|state|district|county|governorate|oblast|prefecture|department|valley|delta|sea|island|islands|peninsula|area)\b", re.IGNORECASE)  # fmt: skip
BODY = re.compile(
    r"[A-Z]{3}|\d|\b(?:University|Hospital|Court|Ministry|Museum|Airport|Street|Square|House|Parliament|Hotel|Stadium|Olympics?|Cup|Games|Times|Post)\b"
)
TOWARDS = re.compile(
    r"(?:\A|\s)(?:from|to|for|towards|chose|picked|reached|left for)\s\Z",
    re.IGNORECASE,
)
OTHER = re.compile(r"\b(?:earlier|previous(?:ly)?|last|then|later|before|moved|another|also|born|too|for (?:weeks|months|years))\b", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a clause of a short report."""

    clause: Clause
    name: str
    near: bool  # only near it

    @property
    def stems(self) -> frozenset[str]:
        """Its words."""
        return frozenset(stem(w.lower()) for w in re.findall(r"[^\W\d_]+", self.name))


def brief_places(scene: Scene, pairs: Sequence[tuple[Brief, Brief]]) -> Iterator[Dispute]:
    """A place that one of two short reports alone names, and one that the other alone does."""
    for a, b in pairs:
        if not of_one_day(a, b):
            continue
        left, right = alone(a, b), alone(b, a)
        if not 0 < len(left) < MANY or not 0 < len(right) < MANY:
            continue
        near = sorted(((likeness(x, y), n, m) for n, x in enumerate(left) for m, y in enumerate(right)), reverse=True)
        if near[0][0] < (TOLD_ALIKE if len(near) > 1 else ALONE_ALIKE) or (
            len(near) > 1 and near[0][0] < near[1][0] + NEARER
        ):
            continue
        x, y = left[near[0][1]], right[near[0][2]]
        if x.near == y.near and not one_town(x.name, y.name) and not any(OTHER.search(w.clause.text) for w in (x, y)):
            sides = tuple((w.name, (w.clause.claim,)) for w in sorted((x, y), key=lambda w: w.clause.claim))
            yield Dispute("place", "where", sides, ("two short reports of one occasion give two places",), 0.6)


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


def likeness(x: Where, y: Where) -> float:
    """How near the sentences of two places are in meaning."""
    return nearness(x.clause.passage.text, y.clause.passage.text, kin=True)


def alone(brief: Brief, other: Brief) -> list[Where]:
    """The places of a short report that the other does not name."""
    return [w for w in places(brief) if not w.stems & other.words]


def places(brief: Brief) -> Iterator[Where]:
    """The names behind words of place, but for states, regions, what holds another place, and where somebody speaks."""
    text = brief.reading.document.text
    names = sorted({(m.span, m.kind) for m in brief.reading.mentions if m.form == "name" and m.kind != "country"})
    for clause in brief.clauses:
        for span, kind in names:
            before = text[clause.span.start : span.start]
            inside = clause.span.start <= span.start < clause.span.end
            placed = PLACED.search(before) or (kind == "place" and TOWARDS.search(before))
            if inside and not framed(brief, clause, span.start) and placed and not HELD_BY.search(before):
                where = Where(clause, text[span.start : span.end], NEAR.search(before) is not None)
                wider = where.stems & wide() or where.name in words("regions.txt") or REGION.match(text, span.end)
                if not wider and not BODY.search(where.name):
                    yield where
