"""What a rewriting or a translation makes of a number: two reports of one origin, one sentence, two numbers."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.figures import PART_AFTER, PARTIAL, numeral_end, part
from tidings.grammar.disputes.rivals import one_noun
from tidings.grammar.disputes.scene import LONGEST, Passage, Scene
from tidings.text.likeness import root
from tidings.text.meaning import lay_beside, nearness
from tidings.text.quantities import Quantity, compatible, quantities

__all__ = ["slips"]

NEAR = 0.35  # nearness in meaning of two sentences that are each other's nearest
MOST = 3.0  # times that one number may be another's
AGO = re.compile(r"\s?\w+\s(?:ago|earlier|later|before|after)\b")
MANY = 500  # pairs of reports of one origin that are laid beside each other


def slips(scene: Scene) -> Iterator[Dispute]:
    """Numbers that two reports of one origin give otherwise in what is one sentence."""
    told: dict[str, list[Passage]] = {}
    for passage in scene.passages:
        if len(passage.text) <= LONGEST:
            told.setdefault(passage.document, []).append(passage)
    values = {d: {key(q) for p in found for q in quantities(p.text)} for d, found in told.items()}
    pairs = [(a, b) for a, b in combinations(sorted(told), 2) if not scene.independent(a, b)]
    for one, two in pairs[:MANY]:
        # In copies hardly a sentence is left: what has a number that stands nowhere in the other report.
        ours, theirs = ([p for p in told[a] if other_number(p, values[b])] for a, b in ((one, two), (two, one)))
        for p in ours if theirs else ():
            q = nearest(p, theirs)
            # What is not near enough is laid beside nothing else of the other report.
            if nearness(p.text, q.text, kin=True) < NEAR or nearest(p, told[two]) is not q:
                continue
            if nearest(q, told[one]) is p:
                yield from of_numbers(p, q)


def other_number(passage: Passage, known: set[tuple[float, str]]) -> bool:
    """Whether a sentence counts or measures by a number that is not known."""
    return any(key(q) not in known for q in quantities(passage.text))


def key(number: Quantity) -> tuple[float, str]:
    """A number with its measure, or with what it counts."""
    return number.value, number.dimension or root(number.unit.split()[0])


def nearest(passage: Passage, others: Sequence[Passage]) -> Passage:
    """The sentence of another report that is nearest in meaning, the first of these."""
    lay_beside(passage.text, [o.text for o in others], kin=True)
    return max(others, key=lambda o: nearness(passage.text, o.text, kin=True))


def of_numbers(p: Passage, q: Passage) -> Iterator[Dispute]:
    """The one number of a sort that is left over in each of two sentences once those that agree are taken away."""
    mine, yours = left_over(p, q), left_over(q, p)
    for a in mine:
        rivals = [b for b in yours if one_sort(a, b)]
        if len(rivals) != 1 or sum(one_sort(c, rivals[0]) for c in mine) != 1:
            continue
        low, high = sorted((a.value * a.factor, rivals[0].value * rivals[0].factor))
        if 0 < high <= MOST * low and not compatible(a, rivals[0]):
            sides = tuple((said(s, x), (claim(s, x),)) for s, x in ((p, a), (q, rivals[0])))
            yield Dispute("number", "one sentence, two numbers", sides, ("one origin, two numbers",), 0.6)


def left_over(own: Passage, other: Passage) -> list[Quantity]:
    """The numbers of a sentence that the other does not have."""
    there = quantities(other.text, bare=True)
    return [
        q
        for q in quantities(own.text)
        if not any(q.value == o.value or (compatible(q, o) and one_sort(q, o)) for o in there)
        and not of_another(own.text, q)
    ]


def of_another(text: str, number: Quantity) -> bool:
    """Whether a number is how long ago something was, one of a part, or one each time: "another six", "six a day"."""
    start, end = number.span.start, numeral_end(text, number)
    behind = text[number.span.end :] if number.dimension else text[end:]
    return bool(
        AGO.match(text, end)
        or PARTIAL.search(text, max(0, start - 28), start)
        or PART_AFTER.match(text[end:])
        or PART_AFTER.match(behind)
    )


def one_sort(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are of one measure, or count things of one name."""
    if a.dimension or b.dimension:
        return a.dimension == b.dimension
    return bool(a.unit and b.unit) and one_noun(a.unit.split()[0], b.unit.split()[0])


def said(own: Passage, number: Quantity) -> str:
    """A number in its words."""
    return " ".join(own.text[number.span.start : number.span.end].split())


def claim(own: Passage, number: Quantity) -> Claim:
    """The part of its sentence that tells a number."""
    return Claim(own.document, part(own, -1, number.span.start, numeral_end(own.text, number)))
