"""Matters that short reports of one occasion tell, each by its own words: what one report says of it, with all that stands around."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.initiators import states
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.lexicon import rows
from tidings.model import Span
from tidings.text.terms import news_share, stem, word_list

__all__ = ["Matter", "Voiced", "clause_at", "close", "matters", "meetings", "rare_names", "ties_of"]

WINDOW = 2  # sentences before and after that belong to what a sentence tells
RARE = 0.02  # share of news articles: a name rarer than this ties two reports together
NEAR = 3  # days between two reports of one occasion
MANY = 60
TIES = 2  # rare names, countries and days that both contexts hold, one of them no day
CUT = re.compile(
    r"[,;:]\s|\s(?:but|while|whereas|and(?!\s(?:his|her|their|its|[A-Z]))|after(?!\s(?:\d|noon|midnight))|when|because|as)\s|[“”«»\"]|\s[–—-]\s"
)
CALENDAR = frozenset(w for t in ("weekdays.tsv", "months.tsv", "number_words.tsv") for r in rows(t) for w in r)
CAPITAL = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of the table: a matter, what its number is, and which of day and place it has but one of."""

    name: str
    counts: str
    has: str


@dataclass(frozen=True, slots=True)
class Voiced:
    """A clause that tells a matter, and what stands around it."""

    matter: Matter
    passage: Passage
    word: Span  # in the sentence
    clause: Span  # in the sentence
    ties: frozenset[str]  # rare names, countries and days of the sentences around

    @property
    def claim(self) -> Claim:
        base = self.passage.span.start
        return Claim(self.passage.document, Span(base + self.clause.start, base + self.clause.end))

    @property
    def text(self) -> str:
        return self.passage.text[self.clause.start : self.clause.end]


@cache
def table() -> tuple[re.Pattern[str], dict[str, tuple[Matter, ...]]]:
    """One pattern for all words, and the matters of each of its groups."""
    by_word: dict[str, list[Matter]] = {}
    for name, counts, has, listed in rows("matters.tsv"):
        for word in listed.split(";"):
            by_word.setdefault(word.strip(), []).append(Matter(name, counts, has))
    groups, matters_of = [], {}
    for n, word in enumerate(sorted(by_word, key=lambda w: (-len(w), w))):
        groups.append(rf"(?P<g{n}>{re.escape(word)})".replace(r"\*", r"\w{0,8}"))
        matters_of[f"g{n}"] = tuple(by_word[word])
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE), matters_of


def matters(scene: Scene) -> dict[str, list[Voiced]]:
    """All clauses that tell a matter, by matter, in the order of the scene."""
    found: dict[str, list[Voiced]] = {}
    by_document: dict[str, list[Passage]] = {}
    for passage in scene.passages:
        by_document.setdefault(passage.document, []).append(passage)
    for told in by_document.values():
        own = [ties_of(p) for p in told]
        for i, passage in enumerate(told):
            around = frozenset().union(*own[max(0, i - WINDOW) : i + WINDOW + 1])
            for voiced in voicings(passage, around):
                found.setdefault(voiced.matter.name, []).append(voiced)
    return found


def voicings(passage: Passage, around: frozenset[str]) -> Iterator[Voiced]:
    """The matters of a sentence, once each."""
    if len(passage.text) > 1_200:
        return
    pattern, matters_of = table()
    seen: set[str] = set()
    for match in pattern.finditer(passage.text):
        for matter in matters_of[match.lastgroup or ""]:
            if matter.name not in seen:
                seen.add(matter.name)
                yield Voiced(matter, passage, Span(*match.span()), clause_at(passage.text, *match.span()), around)


def clause_at(text: str, start: int, end: int) -> Span:
    """The part of a sentence between commas, quote marks and conjunctions that holds a range."""
    cuts = [0, *(at for m in CUT.finditer(text) for at in m.span()), len(text)]
    low = max(c for c in cuts if c <= start)
    high = min(c for c in cuts if c >= end)
    while low < start and not text[low].isalnum():
        low += 1
    while high > end and text[high - 1] in ' ,;:–—-“”«»"':
        high -= 1
    return Span(low, high)


def ties_of(passage: Passage) -> frozenset[str]:
    """What of a sentence ties it to other reports of its occasion."""
    days = frozenset(f"day {day}" for _, day in passage.days)
    return rare_names(passage.text) | days


def rare_names(text: str) -> frozenset[str]:
    """Stems of the words with a capital that few news articles hold."""
    share = news_share()
    return frozenset(
        states().get(m[0].removesuffix("’s").removesuffix("'s"), stem(w))
        for m in CAPITAL.finditer(text)
        if m[0][0].isupper()
        for w in word_list(m[0])
        if len(w) > 3 and w not in CALENDAR and share.get(w, 0.0) <= RARE
    )


def meetings(scene: Scene, told: list[Voiced]) -> Iterator[tuple[Voiced, Voiced]]:
    """Pairs of independent tellings of one matter that are of one occasion."""
    for a, b in combinations(told[:MANY], 2):
        if a.passage.document != b.passage.document and of_one_occasion(scene, a, b):
            yield a, b


def of_one_occasion(scene: Scene, a: Voiced, b: Voiced) -> bool:
    """Whether two clauses lie in reports of the same days that name the same rare names around them."""
    if not scene.independent(a.passage.document, b.passage.document) or not close(scene, a.passage, b.passage):
        return False
    shared = a.ties & b.ties
    return len(shared) >= TIES and any(not tie.startswith("day ") for tie in shared)


def close(scene: Scene, a: Passage, b: Passage) -> bool:
    """Whether two reports came out a few days apart at most."""
    days = [scene.published.get(p.document) for p in (a, b)]
    if days[0] is None or days[1] is None:
        return False
    return abs((date.fromisoformat(days[0][:10]) - date.fromisoformat(days[1][:10])).days) <= NEAR
