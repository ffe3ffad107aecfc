"""Two reports laid side by side: a slot of one beside a slot of the other, with the signs that both are told of one thing.

A slot is a number, a day, a place, a standing, a doer or a loaded word, in its clause. The signs are general:
how near the words around are in meaning, whom and which days they name, what stands in their way.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from tidings.grammar.disputes.briefs import Brief, Clause, days_of, foreign, wide
from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.lexicon import rows
from tidings.text.meaning import nearness

__all__ = [
    "Candidate",
    "Pair",
    "another",
    "clause_at",
    "common",
    "flags",
    "named_in",
    "near",
    "sentences",
    "tokens",
    "word_patterns",
]

WORD = re.compile(r"[^\W\d_]+")
NAMES = 5  # shared names from which more tell nothing
ANOTHER = re.compile(r"\b(?:a|the|its|his|her|their)\s(?:second|third|fourth|fifth)\s(?!of\b|day\b|time\b|year\b|week\b|month\b|round\b|half\b|quarter\b|floor\b|largest\b|\w+day\b)|\banother\b|,\stoo,|\balso,", re.IGNORECASE)  # fmt: skip
DAYS = 3  # the same of days between two reports
FAR_DOWN = 6  # sentences nearer than the two, on both sides, from which they are simply far


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two slots that cannot both be right, or take two sides, if they are of one thing; and the signs for that."""

    kind: str
    about: str
    sides: tuple[tuple[str, Claim], tuple[str, Claim]]
    slots: tuple[object, object]  # each is told once of a pair of reports
    signs: dict[str, float]
    why: str


@dataclass(frozen=True)
class Pair:
    """Two reports of one occasion."""

    scene: Scene
    a: Brief
    b: Brief
    known: dict[tuple[int, int, frozenset[str]], dict[str, float]] = field(default_factory=dict)


def sentences(report: Brief) -> tuple[Passage, ...]:
    """The sentences of a report."""
    return tuple(dict.fromkeys(c.passage for c in report.clauses))


def clause_at(report: Brief, at: int) -> Clause | None:
    """The clause that holds a code point."""
    return next((c for c in report.clauses if c.span.start <= at < c.span.end), None)


def named_in(passage: Passage, report: Brief) -> frozenset[str]:
    """The words of names in a sentence, by stems."""
    return frozenset(n for at, n in report.named if passage.span.start <= at < passage.span.end)


@lru_cache(maxsize=1 << 14)
def near(a: str, b: str) -> float:
    """How near two wordings are in meaning, with WordNet's kin."""
    return nearness(a, b, kin=True)


def tokens(text: str) -> frozenset[str]:
    """The words of a text in small letters, with what they are without an ending: a quick look before patterns are tried."""
    found = set(WORD.findall(text.lower()))
    return frozenset(found | {w[:-1] for w in found} | {w[:-2] for w in found})


def flags(**signs: bool) -> dict[str, float]:
    """Signs that are there or not; an underscore stands for a space."""
    return {name.replace("_", " "): float(there) for name, there in signs.items()}


def common(pair: Pair, x: Clause, y: Clause, own: frozenset[str] = frozenset()) -> dict[str, float]:
    """The signs that hold for slots of any kind, for a clause of each report; `own` names are the slots' and strange to nobody."""
    key = (x.span.start, y.span.start, own)
    if key not in pair.known:
        pair.known[key] = dict(compared(pair, x, y, own)) | dict(of_reports(pair))
    return dict(pair.known[key])


def compared(pair: Pair, x: Clause, y: Clause, own: frozenset[str]) -> Iterator[tuple[str, float]]:
    """Signs of two clauses and of their sentences."""
    a, b = pair.a, pair.b
    both = ((x, a, b), (y, b, a))
    cosine = pair.scene.cosine
    if cosine:
        yield "sentences alike", max(0.0, cosine(x.passage.text, y.passage.text))
        yield "clauses alike", max(0.0, cosine(x.text, y.text))
    mine, yours = sentences(a), sentences(b)
    told = near(x.passage.text, y.passage.text)
    yield "sentences near", min(1.0, told * 2)
    yield "clauses near", min(1.0, near(x.text, y.text) * 2)
    nearer = sum(near(x.passage.text, s.text) > told for s in yours)
    nearer_too = sum(near(s.text, y.passage.text) > told for s in mine)
    yield "nearest one way", float((nearer == 0) != (nearer_too == 0))
    yield "nearest both ways", float(nearer == nearer_too == 0)
    yield "far down", min(1.0, (nearer + nearer_too) / FAR_DOWN)
    names = [named_in(c.passage, report) for c, report, _ in both]
    yield "names in both", min(3, len((names[0] & names[1]) - wide())) / 3
    yield "names of both", float(bool(names[0] & b.names) and bool(names[1] & a.names))
    strange = [bool(foreign(c, report, other) - own) for c, report, other in both]
    around = any(n - other.words - own for n, (_, _, other) in zip(names, both, strict=True))
    yield from flags(stranger=any(strange), strangers=all(strange), stranger_around=around and not any(strange)).items()
    yield from at_times(x, y).items()
    lead = [c.passage == told[0] for c, told in ((x, mine), (y, yours))]
    yield from flags(both_lead=all(lead), one_leads=lead[0] != lead[1]).items()
    yield from flags(one_framed=x.framed != y.framed, both_framed=x.framed and y.framed).items()


def another(x: Clause, y: Clause) -> bool:
    """Whether one of two sentences tells of a second one of its kind."""
    return (ANOTHER.search(x.passage.text) is None) != (ANOTHER.search(y.passage.text) is None)


def at_times(x: Clause, y: Clause) -> dict[str, float]:
    """Whether the sentences of two clauses name a day in common, or other days."""
    one, two = ({day for _, day in c.passage.days} for c in (x, y))
    return flags(one_day=bool(one & two), two_days=bool(one and two and not one & two))


def of_reports(pair: Pair) -> Iterator[tuple[str, float]]:
    """Signs of the two reports as a whole."""
    a, b = pair.a, pair.b
    ours, theirs = a.names - wide(), b.names - wide()
    shared = len(ours & theirs)
    yield "names shared", min(NAMES, shared) / NAMES
    yield "share of names", shared / max(1, min(len(ours), len(theirs)))
    one, two = days_of(a), days_of(b)
    yield from flags(
        reports_of_one_day=bool(one & two), reports_of_two_days=bool(one and two and not one & two)
    ).items()
    titles: Sequence[str] = [r.reading.document.title or "" for r in (a, b)]
    yield "titles near", min(1.0, near(*titles) * 2)
    yield "days between", min(DAYS, pair.scene.days_apart(a.document, b.document) or 0) / DAYS


@cache
def word_patterns(table: str, endings: str = "") -> tuple[tuple[re.Pattern[str], str, str, frozenset[str]], ...]:
    """Of each row of a table (matter, side, its words …) one pattern for the words with such endings, matter and side, and the words that these open with."""
    return tuple(
        (
            re.compile(
                rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))}){endings}(?![\w-])",
                re.IGNORECASE,
            ),
            matter,
            side,
            frozenset(WORD.findall(w.lower())[0] for w in words),
        )
        for matter, side, *words in rows(table)
    )
