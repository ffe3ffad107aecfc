"""Names that the tables know, found in a text: countries, demonyms, capitals, seats of government, bodies, places."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tidings.lexicon import rows
from tidings.model import Analysis

__all__ = ["Entry", "Hit", "country_name", "entry", "hits"]

Sort = Literal["country", "demonym", "people", "capital", "seat", "body", "state_body", "place"]
STATES = frozenset({"country", "demonym", "people", "capital"})
LONGEST = 9  # tokens of the longest entry worth looking for


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name in the tables is: its sort, its usual form, the state (alpha-3) or the body it belongs to."""

    sort: Sort
    name: str
    country: str | None
    body: str | None = None
    kind: str = ""  # of a body: international, media, armed group …; "shared" where several states have one


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found over tokens `first` up to but not including `end`."""

    first: int
    end: int
    entry: Entry


def listed(cell: str) -> list[str]:
    """The parts of a cell."""
    return [part.strip() for part in cell.split(";") if part.strip()]


@cache
def table() -> dict[str, Entry]:
    """Every spelling in the tables; where two tables have one spelling, the earlier below wins."""
    found: dict[str, Entry] = {}

    def add(spelling: str, entry: Entry) -> None:
        found.setdefault(spelling, entry)
        if len(spelling) > 4:
            found.setdefault(spelling.upper(), entry)

    for code, names in rows("countries.tsv"):
        for name in listed(names):
            add(name, Entry("country", listed(names)[0], code))
    for code, adjectives, people in rows("demonyms.tsv"):
        for word in listed(adjectives):
            add(word, Entry("demonym", word, code))
        for word in listed(people):
            add(word, Entry("people", word, code))
    for code, names in rows("capitals.tsv"):
        for name in listed(names):
            add(name, Entry("capital", listed(names)[0], code))
    for holder, names in rows("seats_of_government.tsv"):
        state = len(holder) == 3
        for name in listed(names):
            add(name, Entry("seat", name, holder if state else None, None if state else holder))
    for row in rows("bodies.tsv"):
        name, others, kind = row[0], row[1], row[-1]
        for spelling in [name, *listed(others)]:
            add(spelling, Entry("body", name, None, name, kind))
    for row in rows("state_bodies.tsv"):
        others = row[2] if len(row) > 2 else ""
        for spelling in [row[1], *listed(others)]:
            shared = "shared" if len(row) > 3 and spelling == row[1] else ""
            add(spelling, Entry("state_body", row[1], row[0], row[1], shared))
    for row in (*rows("places.tsv"), *rows("cities.tsv")):
        for spelling in [row[0], *listed(row[1])]:
            add(spelling, Entry("place", row[0], row[2] if row[2] != "-" else None))
    return found


@cache
def bare_table() -> dict[str, Entry]:
    """The tables by their spellings without accents: for words that carry accents, and perhaps others than the table's."""
    found: dict[str, Entry] = {}
    for spelling, entry in table().items():
        found.setdefault(bare(spelling), entry)
    return found


def bare(name: str) -> str:
    """A name without its accents, the dotless i with its dot: "Constanța" and "Constanţa" are one."""
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(c for c in letters if not unicodedata.combining(c))


@cache
def openings() -> frozenset[str]:
    """The first four code points of every entry, with accents and without: what none begins with need not be looked up."""
    return frozenset(spelling[:4] for spelling in (*table(), *bare_table()))


def entry(name: str) -> Entry | None:
    """What the tables know a name as, by its exact spelling (a curly apostrophe counts as a straight one).

    A name that carries accents may carry others than the table's, or the table none.
    """
    plain = " ".join(name.replace("’", "'").split())
    return table().get(plain) or (None if plain.isascii() else bare_table().get(bare(plain)))


@cache
def country_name(code: str) -> str:
    """The usual English name of a state by its alpha-3 code; the code itself where it is unknown."""
    return next((listed(names)[0] for c, names in rows("countries.tsv") if c == code), code)


def hits(analysis: Analysis, text: str) -> tuple[Hit, ...]:
    """The longest entries of the tables in a text, left to right; they never overlap nor cross a sentence end."""
    found: list[Hit] = []
    tokens = analysis.tokens
    for first, end in analysis.sentences:
        i = first
        while i < end:
            hit = longest(analysis, text, i, end) if opens(tokens[i].text) else None
            if hit is None:
                i += 1
            else:
                found.append(hit)
                i = hit.end
    return tuple(sorted([*found, *by_bynames(analysis, found)], key=lambda hit: hit.first))


@cache
def bynames() -> dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    """What texts call states that they name too, word by word, with the states that may be meant; by the first word."""
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for name, codes in rows("state_bynames.tsv"):
        words = tuple(name.replace("'s", " 's").split())
        found.setdefault(words[0], []).append((words, frozenset(codes.split())))
    return {first: tuple(sorted(held, key=lambda one: -len(one[0]))) for first, held in found.items()}


def by_bynames(analysis: Analysis, found: Sequence[Hit]) -> Iterator[Hit]:
    """The bynames of states in a text that names the state: "the sultanate" where Oman alone of the two is told of."""
    tokens, taken = analysis.tokens, {i for hit in found for i in range(hit.first, hit.end)}
    named: frozenset[str] | None = None
    for token in tokens:
        for words, codes in bynames().get(token.text, ()):
            i, end = token.i, token.i + len(words)
            told = tuple(t.text.replace("’", "'") for t in tokens[i:end]) == words and taken.isdisjoint(range(i, end))
            behind_the = i > 0 and tokens[i - 1].text.lower() == "the"
            of = end < len(tokens) and tokens[end].text == "of"  # "the Kingdom of …" is its full name, or another's
            if not told or of or not behind_the or goes_on(analysis, i, end):
                continue
            if named is None:
                named = frozenset(h.entry.country for h in found if h.entry.country and h.entry.sort in STATES)
            if len(codes & named) == 1:
                yield Hit(i, end, Entry("country", country_name(min(codes & named)), min(codes & named)))
            break


def goes_on(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a byname is only the beginning of a longer name: "the Kingdom Holding"."""
    tokens = analysis.tokens
    longer = end < len(tokens) and tokens[end].pos == "PROPN" and tokens[end].text[:1].isupper()
    return longer and tokens[first].text[:1].isupper()


@lru_cache(maxsize=1 << 15)
def opens(word: str) -> bool:
    """Whether an entry may begin with this token."""
    head = word.replace("’", "'")[:4]
    head = head if head.isascii() or head in openings() else bare(head)
    return head in openings() or head in short_openings()


@cache
def short_openings() -> frozenset[str]:
    """What a first word of up to three code points may be the beginning of."""
    return frozenset(opening[:count] for opening in openings() for count in range(4))


def is_of_states(analysis: Analysis, i: int) -> bool:
    """Whether "the States" at a token are those that a body is of: "the Union of the States of the Coast"."""
    tokens = analysis.tokens
    of = i > 0 and tokens[i - 1].text == "of" and tokens[i - 1].sentence == tokens[i].sentence
    return of and tokens[i].text == "the" and tokens[i + 1].text == "States"


def longest(analysis: Analysis, text: str, i: int, end: int) -> Hit | None:
    """The longest entry that begins at token `i`."""
    start = analysis.tokens[i].start
    for last in range(min(end, i + LONGEST) - 1, i - 1, -1):
        found = entry(text[start : analysis.tokens[last].end])
        if found is not None and not (last > i and is_of_states(analysis, i)):
            return Hit(i, last + 1, found)
    return None
