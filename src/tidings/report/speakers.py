"""Who said what: by side, by speaker, renderings of one statement together."""

from collections import defaultdict
from dataclasses import dataclass

from tidings.model import Account, Entity, QuoteRecord, Statement
from tidings.report.naming import side_name

__all__ = ["Camp", "Speaker", "camps", "rendered"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's statements, first those told by most witnesses, then single quotes."""

    entity: Entity | None
    name: str
    statements: tuple[tuple[Statement, tuple[QuoteRecord, ...]], ...]
    quotes: tuple[QuoteRecord, ...]

    @property
    def said(self) -> int:
        """How many things."""
        return len(self.statements) + len(self.quotes)


@dataclass(frozen=True, slots=True)
class Camp:
    """The speakers of one side; `name` is empty for those of none."""

    name: str
    speakers: tuple[Speaker, ...]


def camps(account: Account, names: dict[str, str]) -> tuple[Camp, ...]:
    """Sides with most to say first; those of no side, then open speakers, last."""
    sides: dict[str, list[Speaker]] = defaultdict(list)
    for speaker in speakers(account, names):
        e = speaker.entity
        sides[side_name(e.acts_for) if e else ""].append(speaker)
    found = [
        Camp(name, tuple(sorted(people, key=lambda s: (s.entity is None, -s.said, s.name))))
        for name, people in sides.items()
    ]
    return tuple(sorted(found, key=lambda c: (not c.name, -sum(s.said for s in c.speakers), c.name)))


def speakers(account: Account, names: dict[str, str]) -> list[Speaker]:
    """Each speaker once; a quotation inside a reported clause is read there."""
    quotes = {q.id: q for q in account.quotes}
    entities = {e.id: e for e in account.entities}
    shared = [s for s in account.statements if len(s.quotes) > 1]
    grouped = {i for s in shared for i in s.quotes}
    told: dict[str | None, list[tuple[Statement, tuple[QuoteRecord, ...]]]] = defaultdict(list)
    for s in sorted(shared, key=lambda s: (-s.witnesses, s.id)):
        told[s.speaker].append((s, tuple(quotes[i] for i in s.quotes if i in quotes and outer(quotes[i], s.quotes))))
    single: dict[str | None, list[QuoteRecord]] = defaultdict(list)
    for q in account.quotes:
        if q.id not in grouped and (q.within is None or q.within not in quotes):
            single[q.speaker].append(q)
    return [
        Speaker(
            entities.get(key or ""), names.get(key or "", "Speaker not certain"), tuple(told[key]), tuple(single[key])
        )
        for key in sorted({*told, *single}, key=lambda k: k or "~")
    ]


def outer(quote: QuoteRecord, members: tuple[str, ...]) -> bool:
    """Whether a member is not part of another member."""
    return quote.within is None or quote.within not in members


def rendered(statement: Statement) -> tuple[str, ...]:
    """The quotes whose wordings can be held against each other: drift is judged on renderings alone."""
    return tuple(i for i in statement.quotes if statement.relation.get(i) == "rendering")
