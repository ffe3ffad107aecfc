"""Where accounts differ: what cannot both be right, and what is worded differently."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from tidings.grammar.disputes import Claim, Dispute, denials, legal_states, loaded_words, numbers, places, renderings
from tidings.model import Difference, Side, Telling
from tidings.stage import Stage
from tidings.text.anchors import anchor
from tidings.text.ids import content_id

__all__ = ["Differences"]


@dataclass(frozen=True)
class Differences(Stage[Telling, Telling]):
    """Tell disputes only about one event, entity or statement, and only between independent witnesses.

    What a newer report overtakes is a change, and rounding or grain is nothing; a party's
    denial is a difference wherever it stands.
    """

    name: ClassVar[str] = "tell/differences"
    needs: ClassVar[tuple[str, ...]] = (
        "readings",
        "linked",
        "documents",
        "witness_of",
        "entities",
        "quotes",
        "statements",
        "events",
        "dealings",
    )
    gives: ClassVar[tuple[str, ...]] = ("differences",)

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with its differences, disputes of fact before wording."""
        for telling in batch:
            facts = [*denials(telling), *numbers(telling), *places(telling), *legal_states(telling)]
            wordings = [*renderings(telling), *loaded_words(telling)]
            told = [record(telling, dispute, self.origin) for dispute in [*facts, *wordings]]
            yield replace(telling, differences=tuple(one_each(told)))


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


def one_each(differences: Sequence[Difference]) -> list[Difference]:
    """Differences whose evidence no earlier one of their kind shows already."""
    kept: list[Difference] = []
    seen: set[tuple[str, frozenset[tuple[str, int]]]] = set()
    for difference in differences:
        key = (difference.kind, frozenset((a.document, a.start) for s in difference.sides for a in s.evidence))
        if key not in seen:
            seen.add(key)
            kept.append(difference)
    return kept
