"""Whether two reports' words in quote marks render one utterance, by weights that were learnt from stories and real reports."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from tidings.grammar.disputes.requoted import CUT, IN_ORDER, changed, in_common, one_run, within
from tidings.grammar.disputes.scene import Scene
from tidings.grammar.disputes.spoken import Word, plain_words
from tidings.grammar.disputes.verbatim import NO, SELF
from tidings.lexicon import weights
from tidings.model import QuoteRecord
from tidings.text.meaning import counterparts, lay_beside, nearness, worded
from tidings.text.name_pairs import person_similarity

__all__ = ["Rendered", "candidates", "other_words", "rendered_otherwise"]

TABLE = "rendering_evidence.tsv"
LEAST = 3  # words
NEAR = 0.3  # nearness in meaning below which two quotations are not laid beside each other
NEAR_OF_ONE = 0.1  # the same for one speaker's, and for reports of one origin
MANY = 60  # quotations with a word, from which it tells nothing of which are one
MOST = 20_000  # pairs laid beside each other: 17 reports have up to 5,000, 300 some 230,000, which took 7 of their 27 seconds
# Chances from which they are told. Of 32 stories left out one by one, one utterance by their gold, which does not name all:
SHOWN = 0.4  # of reports of one origin: 62 of 63 of the same days, 15 of 24 of others
SURE = 0.5  # of reports that have none: 16 of 18
SURE_APART = 0.6  # of these on other days and of one speaker, who comes back to an image: 15 of 24
APART = 1  # days between two reports of one utterance
SURE_PAIR = 0.5  # nearness of other quotations of the two reports that are each other's nearest
FEW, LONG = 4, 3.0
HELD, LONGER = 0.8, math.log(1.5)  # of the shorter's words in order, and how much longer the other is: a cut
NAMED_ALIKE = 0.8  # likeness of two names that two reports spell each its own way
ROUNDING = 1e-9  # by which sums of the same numbers in another order may differ
RUN = 7  # words in one run, from which a text and its translation render nothing otherwise


@dataclass(frozen=True, slots=True)
class Rendered:
    """Two quotations, and the signs that they are one utterance."""

    a: QuoteRecord
    b: QuoteRecord
    signs: dict[str, float]
    marked: str = ""  # of a clause that is told with words in quote marks: those words
    marked_too: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation, its words, and who says it where that is known."""

    quote: QuoteRecord
    words: tuple[Word, ...]
    speaker: str | None
    # By a person's name, not "he" or "the minister", who may be another, nor a body, which its people speak for.
    by_name: bool
    names: tuple[str, ...]  # of a speaker who is a person
    inner: str  # of a clause that is told with words in quote marks: those words
    keys: tuple[str, ...]  # of its words
    known: frozenset[str]  # the keys in any order

    @property
    def document(self) -> str:
        return self.quote.anchor.document


def rendered_otherwise(scene: Scene) -> Iterator[tuple[float, QuoteRecord, QuoteRecord]]:
    """Pairs of quotations that are likely one utterance and in other words, the likeliest first, each quotation once a report."""
    found = sorted(
        ((round(chance(c.signs), 3), c) for c in candidates(scene, SHOWN)),
        key=lambda s: (-s[0], s[1].a.anchor.document, s[1].a.anchor.start, s[1].b.anchor.document, s[1].b.anchor.start),
    )
    taken: dict[tuple[str, str], frozenset[str]] = {}
    told: set[frozenset[str]] = set()
    for sure, pair in found:
        one, two = (q.within or q.id for q in (pair.a, pair.b))
        both = frozenset({one, two})
        keys = ((one, pair.b.anchor.document), (two, pair.a.anchor.document))
        # A clause and the words in quote marks within it make one pair with a quotation: either may be in other words.
        if sure >= SHOWN and both not in told and all(taken.get(key, both) == both for key in keys):
            taken |= dict.fromkeys(keys, both)
            if other_words(pair) and sure >= bar(pair):
                told.add(both)
                yield sure, pair.a, pair.b


def bar(pair: Rendered) -> float:
    """The chance from which a pair is told: on another day only what is known to be one speaker's."""
    if pair.signs.get("one origin"):
        return SHOWN
    if not pair.signs.get("days apart"):
        return SURE
    return SURE_APART if pair.signs.get("one speaker") or pair.signs.get("one speaker by pronoun") else 1.0


def other_words(pair: Rendered) -> bool:
    """Whether two quotations are no cut of each other: a long run in common is, but in a text and its translation.

    Of a clause that is told with words in quote marks only these have to be other words; the rest is the reporter's.
    """
    if pair.marked or pair.marked_too:
        part, whole = (pair.marked, pair.b.text) if pair.marked else (pair.marked_too, pair.a.text)
        if nearness(part, whole, kin=True) < NEAR:
            return False
        told, there = plain_words(part), plain_words(whole)
        known = {w.key for w in there}
        return any(w.tells and w.key not in known for w in told) and not one_run(told, there)
    one, two = plain_words(pair.a.text), plain_words(pair.b.text)
    left, right = [w.key for w in one], [w.key for w in two]
    cut = pair.signs.get("in order", 0.0) >= HELD and pair.signs.get("longer", 0.0) >= LONGER
    if cut or within(left, right) or within(right, left) or CUT.search(pair.a.text + pair.b.text):
        return False
    if pair.signs.get("in order", 0.0) >= IN_ORDER and not changed(one, two):
        return False
    if pair.signs.get("one origin"):
        return longest_run(left, right) < RUN
    return not one_run(one, two)


def longest_run(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words stand in one run in both."""
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.find_longest_match(0, len(left), 0, len(right)).size


def chance(found: dict[str, float]) -> float:
    """How likely signs make it that two quotations are one utterance."""
    table = weights(TABLE)
    return 1 / (1 + math.exp(-table["always"] - sum([table.get(k, 0.0) * v for k, v in sorted(found.items())])))


def candidates(scene: Scene, sure: float = 0.0) -> Iterator[Rendered]:
    """Quotations of two reports that are near in meaning and of one speaker, as far as the speakers are known.

    Words are laid beside each other in their order only where the chance may still come to `sure`.
    """
    said = list(spoken(scene))
    may_be: dict[int, list[int]] = {}
    for i, j in met(scene, said):
        may_be.setdefault(i, []).append(j)
    near: dict[tuple[int, int], float] = {}
    for i, others in may_be.items():
        lay_beside(said[i].quote.text, [said[j].quote.text for j in others], kin=True)
        near |= {(i, j): n for j in others if (n := near_words(said[i], said[j])) >= least(scene, said[i], said[j])}
    by_documents: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for i, j in near:
        by_documents.setdefault((said[i].document, said[j].document), []).append((i, j))
    for (one, two), pairs in sorted(by_documents.items()):
        origin = not scene.independent(one, two)
        rivals = {p: rival(p, pairs, near, said) for p in pairs}
        surely = [p for p in pairs if near[p] >= SURE_PAIR and near[p] > max(rivals[p])]
        apart = scene.days_apart(one, two)
        for p in sorted(pairs):
            a, b = said[p[0]], said[p[1]]
            apart_from = [o for o in surely if o[0] != p[0] and o[1] != p[1]]
            seen = signs(a, b, near[p], rivals[p])
            seen |= {"one origin": float(origin), "days apart": float(apart is not None and apart > APART)}
            seen |= {"other pairs": min(len(apart_from), FEW) / FEW, "crossed": crossed(p, apart_from, said)}
            if round(at_most(seen, a, b), 3) >= sure:
                seen |= signs_in_order(a, b)
                yield Rendered(a.quote, b.quote, {k: v for k, v in seen.items() if v}, a.inner, b.inner)


def spoken(scene: Scene) -> Iterator[Said]:
    """What stands in quote marks, and the clauses that are told with words in them."""
    inner: dict[str, list[str]] = {}
    for quote in scene.telling.quotes:
        if quote.within:
            inner.setdefault(quote.within, []).append(quote.text)
    known = {e.id: e for e in scene.telling.entities}
    named = {e.id for e in known.values() if e.kind == "person" and e.name[:1].isupper()}
    for q in scene.telling.quotes:
        if (q.kind == "direct" or len(inner.get(q.id, ())) == 1) and scene.in_body(q.anchor.document, q.anchor.start):
            words = plain_words(q.text)
            if len(words) >= LEAST:
                by_name = q.speaker in named and not SELF.fullmatch(q.speaker_text or "")
                who = known.get(q.speaker or "")
                names = (who.name, *who.aliases) if who and by_name else ()
                keys = tuple(w.key for w in words)
                yield Said(q, words, q.speaker, by_name, names, " ".join(inner.get(q.id, ())), keys, frozenset(keys))


def least(scene: Scene, a: Said, b: Said) -> float:
    """How near in meaning two quotations must be: less where one says both, or where the reports have one origin."""
    return NEAR_OF_ONE if one_speaker(a, b) or not scene.independent(a.document, b.document) else NEAR


def one_side(scene: Scene, a: Said, b: Said) -> bool:
    """Whether two quotations may be of one speaker; reports of one origin may have it wrongly."""
    known = a.by_name and b.by_name and not one_speaker(a, b)
    return not known or not scene.independent(a.document, b.document)


def one_speaker(a: Said, b: Said) -> bool:
    if a.speaker is None or b.speaker is None:
        return False
    return a.speaker == b.speaker or (a.by_name and b.by_name and one_person(a.names, b.names))


@lru_cache(maxsize=1 << 14)
def one_person(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two persons that were not joined have names spelt alike, or one has the other's name with an office before it."""
    pairs = [(a, b) for a, b in product(ours, theirs) if len(a.split()) > 1 and len(b.split()) > 1]
    return any(
        person_similarity(a, b) >= NAMED_ALIKE or set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split())
        for a, b in pairs
    )


def near_words(a: Said, b: Said) -> float:
    return nearness(a.quote.text, b.quote.text, kin=True)


def met(scene: Scene, said: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Quotations of two reports, of one speaker where both are known, that share a root or a synonym class.

    They share two where nothing else speaks for them. Of many, those that share most of the shorter's.
    """
    by_sign: dict[str | int, list[int]] = {}
    by_speaker: dict[str, list[int]] = {}
    for i, one in enumerate(said):
        for sign in worded(one.quote.text).signs:
            by_sign.setdefault(sign, []).append(i)
        if one.speaker is not None:
            by_speaker.setdefault(one.speaker, []).append(i)
    documents = sorted({one.document for one in said})
    rank = dict(zip(documents, range(len(documents)), strict=True))
    report = np.array([rank[one.document] for one in said], np.int64)
    # Tens of thousands of pairs at least in a large story: counted, sifted and ordered in arrays.
    coded, shared = np.unique(pairs_in(by_sign.values(), report), return_counts=True)
    spoken_by_one = np.setdiff1d(pairs_in(by_speaker.values(), report), coded)
    first, second = np.divmod(np.concatenate([coded, spoken_by_one]), max(1, len(said)))
    shared = np.concatenate([shared, np.zeros(len(spoken_by_one), np.int64)])
    told = np.array([len(worded(one.quote.text).signs) for one in said], np.int64)
    likely = -shared / np.maximum(1, np.minimum(told[first], told[second]))
    found: list[tuple[int, int]] = []
    for n in np.lexsort((second, first, likely)).tolist() if said else ():
        i, j = int(first[n]), int(second[n])
        if may_be_one(scene, said[i], said[j], int(shared[n])):
            found.append((i, j))
            if len(found) == MOST:
                break
    yield from sorted(found)


def pairs_in(groups: Iterable[Sequence[int]], report: NDArray[np.int64]) -> NDArray[np.int64]:
    """The pairs of two reports within each group that is not too large, the smaller report's first, as one number each."""
    by_size: dict[int, list[Sequence[int]]] = {}
    for places in groups:
        if 1 < len(places) <= MANY:
            by_size.setdefault(len(places), []).append(places)
    found = [np.zeros(0, np.int64)]
    for size, alike in sorted(by_size.items()):
        rows = np.array(alike, np.int64)
        ones, others = np.triu_indices(size, 1)
        a, b = rows[:, ones].ravel(), rows[:, others].ravel()
        a, b = a[apart := report[a] != report[b]], b[apart]
        turned = report[a] > report[b]
        found.append(np.where(turned, b, a) * len(report) + np.where(turned, a, b))
    return np.concatenate(found)


def may_be_one(scene: Scene, a: Said, b: Said, shared: int) -> bool:
    """Whether two quotations that share so many signs are laid beside each other."""
    if a.inner and b.inner:
        return False  # their words in quote marks are a pair of their own
    enough = shared > 1 or not scene.independent(a.document, b.document)
    return (enough or one_speaker(a, b)) and one_side(scene, a, b)


def rival(
    p: tuple[int, int], pairs: Sequence[tuple[int, int]], near: dict[tuple[int, int], float], said: Sequence[Said]
) -> tuple[float, float]:
    """How near the next best quotation of the other report comes to either."""
    ours = (near[q] for q in pairs if q[0] == p[0] and not meets(said[q[1]].quote, said[p[1]].quote))
    theirs = (near[q] for q in pairs if q[1] == p[1] and not meets(said[q[0]].quote, said[p[0]].quote))
    return max(ours, default=0.0), max(theirs, default=0.0)


def meets(a: QuoteRecord, b: QuoteRecord) -> bool:
    return a.anchor.start < b.anchor.end and b.anchor.start < a.anchor.end


def crossed(p: tuple[int, int], others: Sequence[tuple[int, int]], said: Sequence[Said]) -> float:
    """Share of the other sure pairs that stand before it in one report and behind it in the other."""

    def before(i: int, j: int) -> bool:
        return said[i].quote.anchor.start < said[j].quote.anchor.start

    return sum(before(o[0], p[0]) != before(o[1], p[1]) for o in others) / max(1, len(others))


def signs(a: Said, b: Said, near: float, rivals: tuple[float, float]) -> dict[str, float]:
    """What two quotations say of their being one before their words are laid beside each other in order."""
    short, long_ = sorted((len(a.words), len(b.words)))
    negated = [any(w.key in NO for w in t.words) for t in (a, b)]
    one = one_speaker(a, b)
    named = a.by_name and b.by_name
    return {
        "near": near,
        "before the next": near - max(rivals),
        "nearest": float(sum(near > r for r in rivals)),
        "longer": math.log(long_ / short),
        "length": min(math.log(1 + short), LONG),
        "one speaker": float(one and named),
        "one speaker by pronoun": float(one and not named),
        "speaker unknown": float(a.speaker is None or b.speaker is None),
        "one is negated": float(negated[0] != negated[1]),
    }


def signs_in_order(a: Said, b: Said) -> dict[str, float]:
    """What the order of two quotations' words says of their being one."""
    count, in_order, telling = in_common(a.words, b.words)
    return {
        "in order": in_order,
        "telling in order": telling,
        "paced": paced(a.quote.text, b.quote.text),
        "few in common": float(count < 2),
    }


def at_most(seen: dict[str, float], a: Said, b: Said) -> float:
    """The chance that signs come to at most, whatever the order of the words says."""
    table, count = weights(TABLE), sum(map(b.known.__contains__, a.keys))  # in any order: no fewer than in one
    few = float(count < 2)
    spans = {
        "in order": (0.0, count / min(len(a.keys), len(b.keys))),
        "telling in order": (0.0, 1.0),
        "paced": (0.0, 1.0 + ROUNDING),
        "few in common": (few, 1.0),
    }
    odds = table["always"] + sum(table.get(k, 0.0) * v for k, v in seen.items())
    odds += sum(max(table.get(k, 0.0) * low, table.get(k, 0.0) * high) for k, (low, high) in spans.items())
    return 1 / (1 + math.exp(-odds - ROUNDING))


def paced(a: str, b: str) -> float:
    """How near two wordings are with their content words in one order: the best path, by what the shorter's words weigh."""
    left, right = worded(a), worded(b)
    near = counterparts(a, b)
    if not near.size:
        return 0.0
    weigh = np.minimum(left.weights[:, None], right.weights[None, :]) * near
    best = np.zeros(near.shape[1] + 1)  # to each word of the other, with the words of the first so far
    for row in weigh:
        best[1:] = np.maximum.accumulate(np.maximum(best[1:], best[:-1] + row))
    return float(best[-1]) / max(1e-9, min(left.total, right.total))
