"""tell/statements: each utterance that more than one quotation renders, how each renders it, and what changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import ClassVar

from tidings.grammar.quotes.rendering import altered, counted_otherwise, relation_of
from tidings.model import QuoteRecord, Statement, Telling
from tidings.stage import Stage
from tidings.text.likeness import terms_of

__all__ = ["Statements"]

MOST_COMPARED = 12  # renderings of one statement that are compared with each other


@dataclass(frozen=True)
class Statements(Stage[Telling, Telling]):
    """Tell the groups of quotations that are one statement."""

    name: ClassVar[str] = "tell/statements"
    version: ClassVar[int] = 3
    needs: ClassVar[tuple[str, ...]] = ("quotes", "linked", "witness_of")
    gives: ClassVar[tuple[str, ...]] = ("statements",)

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with its statements, by id."""
        for telling in batch:
            records = {record.id: record for record in telling.quotes}
            witness = dict(telling.witness_of)
            reasons: dict[str, set[str]] = {}
            for link in telling.linked.links:
                if link.kind == "statement" and link.relation == "same":
                    reasons.setdefault(link.a, set()).add(link.why)
                    reasons.setdefault(link.b, set()).add(link.why)
            found: list[Statement] = []
            for group in telling.linked.of("statement"):
                members = [records[m] for m in group.members if m in records]
                if len(members) > 1:
                    why = sorted(set().union(*(reasons.get(m.id, set()) for m in members)))
                    found.append(statement(group.id, members, witness, tuple(why)))
            yield replace(telling, statements=tuple(found))


def statement(name: str, members: list[QuoteRecord], witness: dict[str, str], why: tuple[str, ...]) -> Statement:
    """One statement with the relation of each member to the fullest rendering."""
    fullest = max(members, key=lambda m: (m.kind == "direct", len(terms_of(m.text)), m.id))
    relation = {m.id: relation_of(m.kind, m.text, fullest.text) for m in members}
    speakers = sorted(m.speaker for m in members if m.speaker is not None)
    speaker = max(speakers, key=lambda s: (speakers.count(s), s), default=None)
    renderings = [m for m in members if relation[m.id] == "rendering"][:MOST_COMPARED]
    changes = [change for a, b in combinations(renderings, 2) for change in altered(a.text, b.text)]
    others = [m for m in members if relation[m.id] != "rendering"][:MOST_COMPARED]
    changes += [change for a in others for b in renderings for change in counted_otherwise(b.text, a.text)]
    return Statement(
        id=name,
        speaker=fullest.speaker or speaker,
        quotes=tuple(m.id for m in members),
        relation=relation,
        witnesses=len({witness.get(m.anchor.document, m.anchor.document) for m in members}),
        why=why,
        altered=tuple(dict.fromkeys(changes)),
    )
