"""Numbers that cannot both be right: of one act, or in sentences that tell the same but for them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations, product

from tidings.grammar.disputes.acts import Told, one_occasion
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.counts import counted_alike
from tidings.grammar.disputes.rivals import rivals
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.text.quantities import Quantity, compatible, quantities
from tidings.text.terms import stem, term_vector

__all__ = ["numbers"]

ALIKE = 0.6  # cosine of two sentences' terms from which they tell the same; chosen on thirty stories of BASIL
MANY = 400
PASSING = frozenset(["day", "week", "month", "year", "ago", "decade", "time", "other", "more", "people's", "percent"])
MOVED = re.compile(
    r"\b(?:now|raised|rose|risen|rises|increased|cut|lowered|reduced|revised|climbed|dropped|fell|remain|remaining|left|another|other|additional|further|first|second|new)\b",
    re.IGNORECASE,
)
TOLLS = ("death", "wound", "missing", "flight")


def numbers(scene: Scene, acts: dict[str, list[Told]]) -> Iterator[Dispute]:
    """Counts of one thing from two witnesses that no rounding, range or measure brings together.

    Where all reports of one number are older than all of another the newer overtakes it: a change, no dispute.
    """
    told = list(of_one_act(scene, acts))
    yield from told
    shown = {frozenset(claims) for dispute in told for claims in product(*(claims for _, claims in dispute.sides))}
    for dispute in chain(of_like_sentences(scene), counted_alike(scene)):
        (_, (one,)), (_, (two,)) = dispute.sides
        if not any(all(any(covers(s, c) for s in (one, two)) for c in pair) for pair in shown):
            shown.add(frozenset((one, two)))
            yield dispute
    for dispute in rivals(scene):
        pairs = list(product(*(claims for _, claims in dispute.sides)))
        if not any(
            all(any(covers(s, c) or covers(c, s) for s in pair) for c in known) for pair in pairs for known in shown
        ):
            yield dispute


def covers(sentence: Claim, claim: Claim) -> bool:
    """Whether a claim lies in a sentence."""
    return sentence.document == claim.document and sentence.span.covers(claim.span)


def of_one_act(scene: Scene, acts: dict[str, list[Told]]) -> Iterator[Dispute]:
    """Numbers that two witnesses give for one act."""
    for act, found in sorted(acts.items()):
        told = [t for t in found if t.figure]
        sides: dict[tuple[str, float, float], tuple[list[Told], list[Told]]] = {}
        for a, b in combinations(told[:MANY], 2):
            if a.claim.document == b.claim.document or not clash(a.figure, b.figure):
                continue
            if one_occasion(a, b, but="number"):
                low, high = sorted((a, b), key=lambda t: (size(t.figure), t.claim))
                key = (low.figure.dimension if low.figure else "", size(low.figure), size(high.figure))
                lows, highs = sides.setdefault(key, ([], []))
                lows.append(low)
                highs.append(high)
        for _, (lows, highs) in sorted(sides.items()):
            if stands(scene, act, lows, highs):
                yield Dispute(
                    "number",
                    f"{act}: how many",
                    ((says(lows[0]), claims(lows)), (says(highs[0]), claims(highs))),
                    ("two reports of one act count differently",),
                )


def clash(a: Quantity | None, b: Quantity | None) -> bool:
    """Whether two numbers measure one thing and cannot both be right."""
    return a is not None and b is not None and a.dimension == b.dimension and not compatible(a, b)


def size(quantity: Quantity | None) -> float:
    """A quantity in base units, 0 for none."""
    return round(quantity.value * quantity.factor, 3) if quantity else 0.0


def stands(scene: Scene, act: str, lows: list[Told], highs: list[Told]) -> bool:
    """Whether a dispute is left once what newer reports overtake is taken away."""
    low, high = ({t.claim.document for t in side} for side in (lows, highs))
    if not any(scene.independent(a, b) for a in low for b in high):
        return False
    if act in TOLLS:
        return not scene.overtaken(low, high) and not scene.overtaken(high, low)
    newer = highs if scene.overtaken(low, high) else lows if scene.overtaken(high, low) else []
    return not any(MOVED.search(t.passage.text) for t in newer)


def says(told: Told) -> str:
    """The number in its words."""
    return told.passage.text[told.figure.span.start : told.figure.span.end] if told.figure else ""


def claims(told: list[Told]) -> tuple[Claim, ...]:
    """Where each is told, once."""
    return tuple(sorted({t.claim for t in told}))


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity in its sentence."""

    passage: Passage
    quantity: Quantity  # its span counts in the sentence
    stems: frozenset[str]
    terms: Mapping[str, float]

    @property
    def claim(self) -> Claim:
        """The sentence that tells it."""
        return Claim(self.passage.document, self.passage.span)


def of_like_sentences(scene: Scene) -> Iterator[Dispute]:
    """Numbers that part two sentences of one day's reports which are else alike."""
    by_stem: dict[str, list[Counted]] = {}
    for passage in scene.passages:
        for counted in counts(passage):
            for key in counted.stems:
                by_stem.setdefault(key, []).append(counted)
    seen: set[tuple[Claim, Claim]] = set()
    for key in sorted(by_stem):
        if len(by_stem[key]) > MANY:
            continue
        for a, b in combinations(by_stem[key], 2):
            pair = (a.claim, b.claim)
            if pair in seen or not comparable(scene, a, b):
                continue
            seen.add(pair)
            if sum(w * b.terms.get(t, 0.0) for t, w in a.terms.items()) >= ALIKE:
                words = [c.passage.text[c.quantity.span.start : c.quantity.span.end] for c in (a, b)]
                sides = ((words[0], (pair[0],)), (words[1], (pair[1],)))
                about = " ".join(sorted(a.stems & b.stems))
                yield Dispute("number", about, sides, ("two reports of one day count differently",))


def comparable(scene: Scene, a: Counted, b: Counted) -> bool:
    """Whether two counts come from two witnesses of one day and clash."""
    one, two = a.passage, b.passage
    if one.document == two.document:
        return False
    if not scene.independent(one.document, two.document) or not clash(a.quantity, b.quantity):
        return False
    if scene.published.get(one.document) != scene.published.get(two.document):
        return False
    first, second = ({day for _, day in p.days} for p in (one, two))
    return not first or not second or bool(first & second)


def counts(passage: Passage) -> Iterator[Counted]:
    """The counted nouns of a sentence, each but where it counts two things of one sort."""
    found = quantities(passage.text)
    sorts = [q.dimension or q.unit.split()[0] for q in found]
    terms: Mapping[str, float] | None = None
    for q, sort in zip(found, sorts, strict=True):
        if sorts.count(sort) > 1:
            continue
        stems = frozenset(
            s for w in q.unit.split() if (s := stem(w)) not in PASSING and (len(w) > 3 or not w.isalpha())
        )
        if stems:
            terms = term_vector(passage.text) if terms is None else terms
            yield Counted(passage, q, stems, terms)
