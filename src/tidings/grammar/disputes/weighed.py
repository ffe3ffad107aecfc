"""Whether two slots of two reports are of one thing, by weights that were learnt from cases of four authors."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from tidings.grammar.disputes.briefs import Brief, days_of, wide
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.numbers import covers
from tidings.grammar.disputes.scene import Scene
from tidings.grammar.disputes.slot_days import day_slots, times
from tidings.grammar.disputes.slot_denials import denial_slots, denials_of
from tidings.grammar.disputes.slot_doers import doer_slots, doers
from tidings.grammar.disputes.slot_numbers import age_slots, ages, number_slots, numbers_of
from tidings.grammar.disputes.slot_places import place_slots, places
from tidings.grammar.disputes.slot_standings import called, standing_slots
from tidings.grammar.disputes.slot_wordings import stances, wording_slots
from tidings.grammar.disputes.slots import Candidate, Pair
from tidings.lexicon import weights

__all__ = ["Judged", "candidates", "judged", "sign_names", "unlikely", "weighed"]

# What a report tells of a sort, and how two reports' are laid beside each other.
SORTS: tuple[tuple[Any, Any], ...] = (
    (numbers_of, number_slots),
    (ages, age_slots),
    (times, day_slots),
    (places, place_slots),
    (called, standing_slots),
    (doers, doer_slots),
    (stances, wording_slots),
    (denials_of, denial_slots),
)
Judged = list[tuple[float, Candidate]]
SHOWN = 0.6  # chance from which a difference is told: two new authors came out less sure than those left out (docs/choices.md)
DOUBTED = 0.1  # chance below which what other finders tell of two short reports is not told; set on the cases that may be looked at
NEARLY = 0.6  # of a denial's chance, that another sentence of what it denies must come to
NAMES = 2  # in common
DAYS = 3  # between two reports
MANY, PAIRS = 200, 1_000  # short reports, and those that share most names, two by two


def judged(scene: Scene, short: Sequence[Brief]) -> list[Judged]:
    """For each two short reports of one matter what may differ between them, the likeliest first."""
    return [
        sorted(((chance(c), c) for c in found), key=lambda s: (-s[0], s[1].kind, s[1].sides))
        for found in candidates(scene, short)
    ]


def weighed(found: Sequence[Judged]) -> Iterator[Dispute]:
    """The differences of short independent reports of one occasion that are likely enough, the likeliest of each slot."""
    for pair in found:
        taken: set[tuple[str, object]] = set()
        for sure, c in pair:
            slots = {(c.kind, slot) for slot in c.slots}
            if sure < SHOWN:
                break
            if not slots & taken:
                taken |= slots
                first, second = ((says, (claim, *more(sure, c, n, pair))) for n, (says, claim) in enumerate(c.sides))
                yield Dispute(c.kind, c.about, (first, second), (c.why,), round(sure, 2))


def more(sure: float, told: Candidate, side: int, pair: Judged) -> list[Claim]:
    """What else of one report a denial may answer, nearly as likely: its account is told in more than one sentence."""
    if told.kind != "denial" or side > 0:
        return []
    return sorted(
        c.sides[0][1]
        for other, c in pair
        if c is not told and c.kind == "denial" and c.slots[1] == told.slots[1] and other >= NEARLY * sure
    )


def unlikely(dispute: Dispute, found: Sequence[Judged]) -> bool:
    """Whether two short reports give a dispute's two sides, and what is weighed speaks against that."""
    claims = [c for _, side in dispute.sides for c in side]
    sure = [
        chance
        for pair in found
        for chance, c in pair
        if c.kind == dispute.kind
        and all(any(covers(at, claim) or covers(claim, at) for _, at in c.sides) for claim in claims)
    ]
    return max(sure, default=1.0) < DOUBTED


def candidates(scene: Scene, short: Sequence[Brief]) -> Iterator[list[Candidate]]:
    """For each two short independent reports what may differ between them."""
    short = short[:MANY]
    told = {b.document: [gather(scene, b) for gather, _ in SORTS] for b in short}
    met = [
        (a, b)
        for a, b in combinations(short, 2)
        if scene.independent(a.document, b.document) and one_matter(scene, a, b)
    ]
    for a, b in sorted(met, key=lambda pair: -len(pair[0].names & pair[1].names))[:PAIRS]:
        yield list(of_pair(Pair(scene, a, b), told))


def one_matter(scene: Scene, a: Brief, b: Brief) -> bool:
    """Whether two reports came out within days and share names, those of states aside, or one and a day."""
    apart = scene.days_apart(a.document, b.document)
    if apart is not None and apart > DAYS:
        return False
    shared = len((a.names & b.names) - wide())
    return shared >= NAMES or (shared > 0 and bool(days_of(a) & days_of(b)))


def of_pair(pair: Pair, told: Mapping[str, Sequence[object]]) -> Iterator[Candidate]:
    """The candidates of two reports."""
    for (_, compare), ours, theirs in zip(SORTS, told[pair.a.document], told[pair.b.document], strict=True):
        yield from compare(pair, ours, theirs)


def sign_names(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """The signs of a candidate as the table has them: each for all kinds, and for its own."""
    yield candidate.kind, 1.0
    for sign, value in candidate.signs.items():
        yield sign, value
        yield f"{candidate.kind}: {sign}", value


def chance(candidate: Candidate) -> float:
    """How likely it is that the two slots are of one thing."""
    table = weights("difference_evidence.tsv")
    odds = sum(table.get(name, 0.0) * value for name, value in sign_names(candidate))
    return 1 / (1 + math.exp(-odds))
