"""Where accounts differ: what cannot both be right, and what is worded differently."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from tidings.analysis import cosine
from tidings.grammar.disputes import Claim, Dispute, disputes, scene_of
from tidings.model import Difference, Side, Telling
from tidings.stage import Stage
from tidings.text.anchors import anchor
from tidings.text.ids import content_id

__all__ = ["Differences"]


@dataclass(frozen=True)
class Differences(Stage[Telling, Telling]):
    """Tell disputes about one event, entity, statement or count: of independent witnesses, or of sources in one report.

    What a newer report overtakes is a change, what a later version of a report corrects is a
    revision, and rounding or grain is nothing; a party's denial is a difference wherever it stands, and
    so is what a rewriting or a translation makes of a number, a day or words in quote marks.
    """

    name: ClassVar[str] = "tell/differences"
    version: ClassVar[int] = 45
    needs: ClassVar[tuple[str, ...]] = (
        "readings",
        "linked",
        "documents",
        "witness_of",
        "entities",
        "resolved",
        "quotes",
        "statements",
        "events",
        "dealings",
    )
    gives: ClassVar[tuple[str, ...]] = ("differences",)
    most: int = 12  # reports, of no more of which a sentence model is asked

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with its differences, disputes of fact before wording."""
        for telling in batch:
            old = frozenset(d.revises for d in telling.documents if d.revises and d.revises_basis != "unknown")
            scene = scene_of(telling, cosine if len(telling.readings) <= self.most else None)
            merged = one_each([d for d in disputes(scene) if not corrected(d, old)])
            told = tuple(record(telling, dispute, self.origin) for dispute in merged)
            yield replace(telling, differences=told)


def record(telling: Telling, dispute: Dispute, origin: str) -> Difference:
    """A dispute with its anchors and the witnesses of each side."""
    readings = {r.document.id: r for r in telling.readings}
    witness = dict(telling.witness_of)

    def side(says: str, claims: Sequence[Claim]) -> Side:
        evidence = tuple(anchor(readings[c.document].document, c.span) for c in sorted(set(claims)))
        return Side(says, len({witness.get(c.document, c.document) for c in claims}), evidence)

    sides = tuple(side(says, claims) for says, claims in dispute.sides)
    key = content_id(
        dispute.kind, dispute.about, *(f"{a.document} {a.start} {a.end}" for s in sides for a in s.evidence)
    )
    return Difference(key, dispute.kind, dispute.about, sides, dispute.why, dispute.confidence, origin)


def corrected(dispute: Dispute, old: frozenset[str]) -> bool:
    """Whether one side stands only in versions of reports that have been revised since.

    A denial that a later version leaves out is not taken back by that.
    """
    return dispute.kind != "denial" and any(
        all(claim.document in old for claim in claims) for _, claims in dispute.sides
    )


def one_each(found: Sequence[Dispute]) -> list[Dispute]:
    """Each dispute once: what two finders or two copies show of one matter laid together, sides and claims."""
    kept: dict[tuple[str, str, tuple[str, ...]], Dispute] = {}
    shown: set[tuple[bool, frozenset[frozenset[Claim]]]] = set()
    for dispute in found:
        where = (dispute.kind == "wording", frozenset(frozenset(claims) for _, claims in dispute.sides))
        key = (dispute.kind, dispute.about, tuple(says for says, _ in dispute.sides))
        if key in kept:
            have = kept[key]
            sides = tuple(
                (says, tuple(sorted({*claims, *more})))
                for (says, claims), (_, more) in zip(have.sides, dispute.sides, strict=True)
            )
            kept[key] = replace(have, sides=sides)
        elif where not in shown:
            kept[key] = dispute
        shown.add(where)
    return list(kept.values())
