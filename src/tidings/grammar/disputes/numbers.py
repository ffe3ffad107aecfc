"""Numbers that cannot both be right: of one act, of one thing's size, or by two sources for one count."""

import re
from collections.abc import Iterator
from itertools import chain, combinations, product

from tidings.grammar.disputes.acts import Told, one_occasion
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.counts import counted_alike
from tidings.grammar.disputes.rivals import rivals
from tidings.grammar.disputes.scene import Scene
from tidings.grammar.disputes.sized import sizes
from tidings.grammar.disputes.slips import slips
from tidings.grammar.disputes.slot_counts import alike, person, plural, whole_and_part
from tidings.grammar.disputes.tallies import tallies
from tidings.text.quantities import Quantity, compatible

__all__ = ["covers", "numbers"]

MANY = 400
FACTOR = 15  # between two tolls of one occasion; the dead of a day beside those of a war are no dispute
MOVED = re.compile(
    r"\b(?:now|raised|rose|risen|rises|increased|cut|lowered|reduced|revised|climbed|dropped|fell|remain|remaining|left|another|other|additional|further|first|second|new)\b",
    re.IGNORECASE,
)
SO_FAR = re.compile(r"\b(?:so far|as yet|until now|by (?:noon|midday|nightfall|midnight|now|then))\b", re.IGNORECASE)
WHOLE = re.compile(
    r"\b(?:half|third|quarter|most|some|part|many|few|all but \w+|\w+) of (?:the|its|their|those|these)\s\Z",
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
    for dispute in chain(sizes(scene), counted_alike(scene), tallies(scene), slips(scene)):
        found = [frozenset(pair) for pair in product(*(claims for _, claims in dispute.sides))]
        if not any(all(any(covers(s, c) for s in pair) for c in known) for pair in found for known in shown):
            shown.update(found)
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
            if of_whole(a) or of_whole(b):
                continue
            if act in TOLLS and (
                not of_one_order(a.figure, b.figure)
                or so_far(a)
                or so_far(b)
                or scene.other_hours(a.passage, b.passage)
            ):
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


def so_far(told: Told) -> bool:
    """Whether a number is only that of an hour."""
    return SO_FAR.search(told.passage.text) is not None


def of_whole(told: Told) -> bool:
    """Whether a number is of a whole of which a part is told: "half of the 80 houses"."""
    figure = told.figure
    return figure is not None and WHOLE.search(told.passage.text[: figure.span.start]) is not None


def clash(a: Quantity | None, b: Quantity | None) -> bool:
    """Whether two numbers measure one thing and cannot both be right."""
    return (
        a is not None
        and b is not None
        and a.dimension == b.dimension
        and not compatible(a, b)
        and not other_things(a.unit.split()[0] if a.unit else "", b.unit.split()[0] if b.unit else "")
    )


def other_things(a: str, b: str) -> bool:
    """Whether two nouns count two things: people and some of them, or kinds of things that no word brings together."""
    if whole_and_part(a, b):
        return True
    return plural(a) and plural(b) and not alike(a, b) and not (person(a) or person(b))


def of_one_order(a: Quantity | None, b: Quantity | None) -> bool:
    """Whether two numbers can be counts of one occasion by their size."""
    low, high = sorted((size(a), size(b)))
    return high <= FACTOR * low


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
