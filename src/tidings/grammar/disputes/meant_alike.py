"""Quotations that a sentence model has as one utterance, in other words: also what one report quotes and another only retells."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from tidings.grammar.disputes.requoted import CUT, in_common, spelled_alike
from tidings.grammar.disputes.scene import Scene
from tidings.grammar.disputes.spoken import plain_words
from tidings.grammar.quotes.same_statement import NEGATION, unframed
from tidings.model import QuoteRecord

__all__ = ["Cosine", "meant_alike"]

Cosine = Callable[[str, str], float]

LEAST = 4  # words
SHARED = 2  # words that tell something and that both wordings have
MANY = 40  # quotations with a word, from which it tells nothing of which are one
APART = 1  # days between two reports of one utterance
HELD = 0.75  # of the words of the shorter in order, from which one is cut from the other
LONGER = 2.5  # times as many words in one, from which the other is a part of it
IN_SHORTER, IN_LONGER = 0.4, 0.3  # share of the telling words that both have
MANY_SHARED = 3  # the same on other days, where a speaker comes back to an image
# Cosines from which two wordings that are each other's nearest are told, read on 45 stories (docs/choices.md): for one speaker,
# for speakers of whom one is not known, for two, and for one speaker on other days; what LINK has as one statement needs none.
OF_ONE, OF_UNKNOWN, OF_TWO, LATER = 0.6, 0.75, 0.8, 0.65


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation and its words that tell something."""

    quote: QuoteRecord
    keys: frozenset[str]
    negated: bool

    @property
    def document(self) -> str:
        return self.quote.anchor.document

    @property
    def text(self) -> str:
        return unframed(self.quote.text)

    def meets(self, other: "Said") -> bool:
        """Whether the two lie over each other: a clause, and the words in quote marks within it."""
        mine, theirs = self.quote.anchor, other.quote.anchor
        return mine.document == theirs.document and mine.start < theirs.end and theirs.start < mine.end


def meant_alike(scene: Scene, cosine: Cosine) -> Iterator[tuple[float, QuoteRecord, QuoteRecord]]:
    """Pairs that are each other's nearest, one of them at least in quote marks, the likeliest first."""
    said = list(spoken(scene))
    pairs = met(said)
    may_be = {(i, j) for i, j in pairs if in_other_words(said[i], said[j])}
    asked = {key for i, j in may_be for key in ((i, said[j].document), (j, said[i].document))}
    near = {
        (i, j): cosine(said[i].text, said[j].text)
        for i, j in pairs
        if (i, said[j].document) in asked or (j, said[i].document) in asked
    }
    best: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (i, j), value in near.items():
        best[i, said[j].document].append((value, j))
        best[j, said[i].document].append((value, i))
    statement = {q: s.id for s in scene.telling.statements for q in s.quotes}
    told: list[tuple[Said, Said]] = []
    for (i, j), value in sorted(near.items(), key=lambda n: (-n[1], n[0])):
        a, b = said[i], said[j]
        rivals = [(v, said[k], b) for v, k in best[i, b.document]] + [(v, said[k], a) for v, k in best[j, a.document]]
        alone = all(v < value or other.meets(own) for v, other, own in rivals)
        one = a.quote.id in statement and statement[a.quote.id] == statement.get(b.quote.id)
        if (i, j) not in may_be or any(a.meets(x) and b.meets(y) for x, y in told):
            continue
        if one or (alone and value >= bar(scene, a, b)):
            told.append((a, b))
            yield value, a.quote, b.quote


def spoken(scene: Scene) -> Iterator[Said]:
    """The quotations in the body, and what is only retold."""
    for quote in scene.telling.quotes:
        words = plain_words(quote.text)
        if len(words) >= LEAST and scene.in_body(quote.anchor.document, quote.anchor.start):
            keys = frozenset(w.key for w in words if w.tells)
            yield Said(quote, keys, NEGATION.search(quote.text) is not None)


def met(said: list[Said]) -> list[tuple[int, int]]:
    """Quotations of two reports that share words which tell something."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(said):
        for key in one.keys:
            by_key[key].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for places in by_key.values():
        for pair in combinations(places, 2) if len(places) <= MANY else ():
            shared[pair] += 1
    return sorted(
        (i, j)
        for (i, j), count in shared.items()
        if count >= SHARED
        and said[i].document != said[j].document
        and "direct" in (said[i].quote.kind, said[j].quote.kind)
    )


def bar(scene: Scene, a: Said, b: Said) -> float:
    """The cosine from which two wordings are told as one utterance."""
    speakers = {a.quote.speaker, b.quote.speaker}
    apart = scene.days_apart(a.document, b.document)
    if apart is not None and apart > APART:
        return LATER if len(speakers) == 1 and len(a.keys & b.keys) >= MANY_SHARED else OF_TWO
    return OF_UNKNOWN if None in speakers else OF_ONE if len(speakers) == 1 else OF_TWO


def in_other_words(a: Said, b: Said) -> bool:
    """Whether each has words that the other lacks, spellings aside, and most in common; both say yes or both no; a cut is nothing."""
    one, two = plain_words(a.quote.text), plain_words(b.quote.text)
    if CUT.search(a.quote.text + b.quote.text) or a.negated != b.negated or in_common(one, two)[1] >= HELD:
        return False
    short, long_ = sorted((len(one), len(two)))
    fewer, more = sorted((len(a.keys), len(b.keys)))
    shared = len(a.keys & b.keys)
    if long_ > LONGER * short or shared < IN_SHORTER * fewer or shared < IN_LONGER * more:
        return False
    ours, theirs = (
        [w for w in sorted(own - others) if not any(spelled_alike([w], [o]) for o in sorted(others - own))]
        for own, others in ((a.keys, b.keys), (b.keys, a.keys))
    )
    return bool(ours and theirs)
