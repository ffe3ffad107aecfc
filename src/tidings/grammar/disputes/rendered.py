"""Whether two reports' words in quote marks render one utterance, by weights that were learnt from stories and real reports."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import combinations

from tidings.grammar.disputes.requoted import IN_ORDER, changed, in_common, one_run, within
from tidings.grammar.disputes.scene import Scene
from tidings.grammar.disputes.spoken import Word, plain_words
from tidings.grammar.disputes.verbatim import NO, SELF
from tidings.lexicon import weights
from tidings.model import QuoteRecord
from tidings.text.meaning import lay_beside, nearness, worded

__all__ = ["Rendered", "candidates", "chance", "other_words", "rendered_otherwise", "signs"]

TABLE = "rendering_evidence.tsv"
LEAST = 3  # words
NEAR = 0.3  # nearness in meaning below which two quotations are not laid beside each other
MANY = 60  # quotations with a word, from which it tells nothing of which are one
MOST = 20_000  # pairs laid beside each other: 17 reports have up to 5,000, 300 some 230,000, which took 7 of their 27 seconds
SHOWN = 0.4  # chance from which they are told: of 23 stories left out one by one 75 of 88 told were one utterance, at .5 65 of 74
SURE = 0.5  # the same for reports that have no common origin: there a speaker comes back to an image on another day
APART = 1  # days between two reports of one utterance
SURE_PAIR = 0.5  # nearness of other quotations of the two reports that are each other's nearest
FEW, LONG = 4, 3.0
HELD, LONGER = 0.8, math.log(1.5)  # of the shorter's words in order, and how much longer the other is: a cut
RUN = 7  # words in one run, from which a text and its translation render nothing otherwise


@dataclass(frozen=True, slots=True)
class Rendered:
    """Two quotations, and the signs that they are one utterance."""

    a: QuoteRecord
    b: QuoteRecord
    signs: dict[str, float]


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation, its words, and who says it where that is known."""

    quote: QuoteRecord
    words: tuple[Word, ...]
    speaker: str | None

    @property
    def document(self) -> str:
        return self.quote.anchor.document


def rendered_otherwise(scene: Scene) -> Iterator[tuple[float, QuoteRecord, QuoteRecord]]:
    """Pairs of quotations that are likely one utterance and in other words, the likeliest first, each quotation once a report."""
    found = sorted(
        ((round(chance(c.signs), 3), c) for c in candidates(scene)),
        key=lambda s: (-s[0], s[1].a.anchor.document, s[1].a.anchor.start, s[1].b.anchor.document, s[1].b.anchor.start),
    )
    taken: set[tuple[str, str]] = set()
    for sure, pair in found:
        keys = {(pair.a.id, pair.b.anchor.document), (pair.b.id, pair.a.anchor.document)}
        if sure >= SHOWN and not keys & taken:
            taken |= keys
            if other_words(pair) and (
                pair.signs.get("one origin") or (sure >= SURE and not pair.signs.get("days apart"))
            ):
                yield sure, pair.a, pair.b


def other_words(pair: Rendered) -> bool:
    """Whether two quotations are no cut of each other: a long run in common is, but in a text and its translation."""
    one, two = plain_words(pair.a.text), plain_words(pair.b.text)
    left, right = [w.key for w in one], [w.key for w in two]
    cut = pair.signs.get("in order", 0.0) >= HELD and pair.signs.get("longer", 0.0) >= LONGER
    if cut or within(left, right) or within(right, left):
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


def candidates(scene: Scene) -> Iterator[Rendered]:
    """Quotations of two reports that are near in meaning and of one speaker, as far as the speakers are known."""
    said = [
        Said(q, words, None if SELF.fullmatch(q.speaker_text or "") else q.speaker)
        for q in scene.telling.quotes
        if q.kind == "direct"
        and scene.in_body(q.anchor.document, q.anchor.start)
        and len(words := plain_words(q.text)) >= LEAST
    ]
    may_be: dict[int, list[int]] = {}
    for i, j in met(scene, said):
        may_be.setdefault(i, []).append(j)
    near: dict[tuple[int, int], float] = {}
    for i, others in may_be.items():
        lay_beside(said[i].quote.text, [said[j].quote.text for j in others], kin=True)
        near |= {(i, j): n for j in others if (n := near_words(said[i], said[j])) >= NEAR}
    by_documents: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for i, j in near:
        by_documents.setdefault((said[i].document, said[j].document), []).append((i, j))
    for (one, two), pairs in sorted(by_documents.items()):
        origin = not scene.independent(one, two)
        rivals = {p: rival(p, pairs, near, said) for p in pairs}
        sure = [p for p in pairs if near[p] >= SURE_PAIR and near[p] > max(rivals[p])]
        apart = scene.days_apart(one, two)
        for p in sorted(pairs):
            a, b = said[p[0]], said[p[1]]
            apart_from = [o for o in sure if o[0] != p[0] and o[1] != p[1]]
            seen = signs(a, b, near[p], rivals[p])
            seen |= {"one origin": float(origin), "days apart": float(apart is not None and apart > APART)}
            seen |= {"other pairs": min(len(apart_from), FEW) / FEW, "crossed": crossed(p, apart_from, said)}
            yield Rendered(a.quote, b.quote, {k: v for k, v in seen.items() if v})


def one_side(scene: Scene, a: Said, b: Said) -> bool:
    """Whether two quotations may be of one speaker; reports of one origin may have it wrongly."""
    known = a.speaker and b.speaker and a.speaker != b.speaker
    return not known or not scene.independent(a.document, b.document)


def near_words(a: Said, b: Said) -> float:
    return nearness(a.quote.text, b.quote.text, kin=True)


def met(scene: Scene, said: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Quotations of two reports, of one speaker where both are known, that share a root or a synonym class.

    They share two where nothing else speaks for them. Of many, those that share most of the shorter's.
    """
    by_sign: dict[str | int, list[int]] = {}
    for i, one in enumerate(said):
        for sign in worded(one.quote.text).signs:
            by_sign.setdefault(sign, []).append(i)
    found: Counter[tuple[int, int]] = Counter()
    for places in by_sign.values():
        for i, j in combinations(places, 2) if len(places) <= MANY else ():
            here, there = said[i].document, said[j].document
            if here != there:
                found[(i, j) if here < there else (j, i)] += 1
    likely: list[tuple[float, int, int]] = []
    for (i, j), shared in sorted(found.items()):
        a, b = said[i], said[j]
        one_speaker = a.speaker is not None and a.speaker == b.speaker
        if one_side(scene, a, b) and (shared > 1 or one_speaker or not scene.independent(a.document, b.document)):
            fewest = min(len(worded(one.quote.text).signs) for one in (a, b))
            likely.append((-shared / fewest, i, j))
    yield from sorted((i, j) for _, i, j in nsmallest(MOST, likely))


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
    """What the words of two quotations say of their being one."""
    count, in_order, telling = in_common(a.words, b.words)
    short, long_ = sorted((len(a.words), len(b.words)))
    negated = [any(w.key in NO for w in t.words) for t in (a, b)]
    return {
        "near": near,
        "before the next": near - max(rivals),
        "nearest": float(sum(near > r for r in rivals)),
        "in order": in_order,
        "telling in order": telling,
        "longer": math.log(long_ / short),
        "length": min(math.log(1 + short), LONG),
        "one speaker": float(a.speaker is not None and a.speaker == b.speaker),
        "speaker unknown": float(a.speaker is None or b.speaker is None),
        "one is negated": float(negated[0] != negated[1]),
        "few in common": float(count < 2),
    }
