"""One saying, two speakers."""

import re
from collections.abc import Iterator
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute, sentence_at
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import words
from tidings.model import Entity, QuoteRecord, Span
from tidings.text.terms import stem, word_list

__all__ = ["attributions"]

LEAST = 3  # telling words that both quotes hold
ALIKE = 0.75  # of the telling words of the shorter
MANY = 200
INNER = re.compile('[“”«»"]')


def attributions(scene: Scene) -> Iterator[Dispute]:
    """Sayings of the same telling words that two witnesses put in the mouths of two persons.

    A spokesman for his minister is nothing: both speak for one body.
    """
    entities = {e.id: e for e in scene.telling.entities}
    persons = frozenset(e.id for e in entities.values() if e.kind == "person")
    alone = {(p.document, p.span): p.who & persons for p in scene.passages}
    told = [
        (q, telling_words(q.text))
        for q in scene.telling.quotes
        if by_name(scene, q, entities) and only_one(scene, q, alone)
    ]
    by_word: dict[str, list[int]] = {}
    for i, (_, keys) in enumerate(told):
        for key in keys if len(keys) >= LEAST else ():
            by_word.setdefault(key, []).append(i)
    seen: set[tuple[int, int]] = set()
    for key in sorted(by_word):
        for i, j in combinations(by_word[key], 2) if len(by_word[key]) <= MANY else ():
            if (i, j) in seen:
                continue
            seen.add((i, j))
            (a, one), (b, two) = told[i], told[j]
            if one_saying(one, two) and scene.independent(a.anchor.document, b.anchor.document):
                first, second = entities[a.speaker or ""], entities[b.speaker or ""]
                if apart(first, second):
                    yield dispute(a, b, first, second)


def by_name(scene: Scene, quote: QuoteRecord, entities: dict[str, Entity]) -> bool:
    """Whether a quote in the body has its speaker by name right beside it: pronouns and roles may be read wrongly."""
    who = entities.get(quote.speaker or "")
    if (
        who is None
        or quote.negated
        or INNER.search(quote.text)
        or not scene.in_body(quote.anchor.document, quote.anchor.start)
    ):
        return False
    named = {w for name in (who.name, *who.aliases) for w in word_list(name) if name[:1].isupper()}
    return bool(named & set(word_list(quote.speaker_text or "")))


def only_one(scene: Scene, quote: QuoteRecord, persons: dict[tuple[str, Span], frozenset[str]]) -> bool:
    """Whether the sentence of a quote names its speaker and no other person."""
    sentence = sentence_at(scene.readings[quote.anchor.document], quote.anchor.end - 1)
    return sentence is not None and persons.get((quote.anchor.document, sentence)) == frozenset((quote.speaker,))


def telling_words(text: str) -> frozenset[str]:
    """Stems of the words that say something."""
    return frozenset(stem(w) for w in word_list(text) if w not in words("stop_words.txt") and len(w) > 1)


def one_saying(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two quotations share so many words that they are one saying."""
    shared = len(one & two)
    return shared >= LEAST and shared >= ALIKE * min(len(one), len(two)) and shared >= 0.5 * max(len(one), len(two))


def apart(a: Entity, b: Entity) -> bool:
    """Whether two speakers are two named persons."""
    one, two = ({w for name in (e.name, *e.aliases) for w in word_list(name)} for e in (a, b))
    named = a.kind == b.kind == "person" and all(w[:1].isupper() for e in (a, b) for w in e.name.split() if len(w) > 3)
    return a.id != b.id and named and not one & two


def dispute(a: QuoteRecord, b: QuoteRecord, first: Entity, second: Entity) -> Dispute:
    """The difference that two speakers for one saying make."""
    sides = tuple(
        (who.name, (Claim(q.anchor.document, Span(q.anchor.start, q.anchor.end)),))
        for q, who in ((a, first), (b, second))
    )
    return Dispute("attribution", f"who said “{a.text[:80]}”", sides, ("one saying, two speakers",), 0.6)
