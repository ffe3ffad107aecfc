"""Who in a document holds which office, and whom an office without a name may mean."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.office_keys import OfficeKey, agree, office_key
from tidings.model import Mention

__all__ = ["Holder", "Holding", "Offices"]

MOST_HOLDERS = 30  # of one office in one text, the last of them; more is a list, not a story
LEADERS = ("president", "prime minister", "king", "emir", "sultan", "chancellor", "supreme leader", "leader")


@dataclass(frozen=True, slots=True)
class Holding:
    """An office that a chain holds by some mention's words."""

    key: OfficeKey
    country: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class Holder:
    """A named person with the offices, states and genders that the text gives."""

    root: int
    members: tuple[int, ...]
    offices: tuple[Holding, ...]
    states: frozenset[str]
    genders: frozenset[str]


class Offices:
    """The named people of a document by the base of each office they hold, and by each state under "for"."""

    def __init__(self, mentions: Sequence[Mention], clusters: Clusters) -> None:
        self.mentions = mentions
        self.clusters = clusters
        self.of_root: dict[int, Holder] = {}
        self.held_by: dict[str, list[Holder]] = {}
        for i, mention in enumerate(mentions):
            if mention.kind == "person" and mention.form == "name" and clusters.find(i) == i:
                holder = holder_of(mentions, i, clusters.members(i))
                self.of_root[i] = holder
                keys = {h.key.base for h in holder.offices} | {f"for {h.country}" for h in holder.offices}
                for key in sorted(keys):
                    self.held_by.setdefault(key, []).append(holder)

    def holders(self, i: int, key: OfficeKey) -> list[int]:
        """The chains named before `i` that hold the office it names, for the same state and body."""
        mention = self.mentions[i]
        if key.base == "counterpart":
            bases: tuple[str, ...] = (f"for {mention.country}",)
        else:
            bases = LEADERS if key.base == "leader" else (key.base, "counterpart")
        near = sorted(
            (h for base in bases for h in self.held_by.get(base, ())[-MOST_HOLDERS:] if h.root < i),
            key=lambda h: h.root,
        )
        found: set[int] = set()
        strict: set[int] = set()
        for holder in near[-MOST_HOLDERS:]:
            if mention.country is not None and holder.states and mention.country not in holder.states:
                continue
            if mention.gender is not None and holder.genders - {mention.gender}:
                continue
            held = [h for h in holder.offices if fits_office(h, key, mention)]
            theirs = mention.country is not None and key.sort == "chief" and all(h.country is None for h in held)
            if theirs and not self.told_of(mention.country, holder.root):
                continue  # "Prime Minister Sato … China's premier": another's
            if held:
                found.add(self.clusters.find(holder.root))
            if any(h.country == mention.country and h.key.field == key.field for h in held):
                strict.add(self.clusters.find(holder.root))
        return sorted(strict if len(strict) == 1 and len(found) > 1 else found)

    def later(self, i: int, key: OfficeKey) -> list[int]:
        """The one person named only later who holds just this office: a headline may say the office before the name."""
        mention = self.mentions[i]
        if mention.country is None or key.sort == "nature":
            return []
        found = {
            self.clusters.find(holder.root)
            for holder in self.held_by.get(key.base, ())[:MOST_HOLDERS]
            for h in holder.offices
            if fits_office(h, key, mention) and h.country == mention.country and h.key.field == key.field
        }
        return sorted(found) if len(found) == 1 else []

    def told_of(self, state: str | None, root: int) -> bool:
        """Whether a state is named before a person is."""
        return any(m.country == state for m in self.mentions[:root])

    def last_before(self, root: int, i: int) -> int:
        """The last name of a chain before `i`."""
        members = self.of_root[root].members if root in self.of_root else (root,)
        at = bisect_left(members, i)
        return members[at - 1] if at else -1


def holder_of(mentions: Sequence[Mention], root: int, members: Sequence[int]) -> Holder:
    """What the mentions of one chain say of its offices."""
    offices: dict[Holding, None] = {}
    for i in members:
        mention = mentions[i]
        key = office_key(mention.role) if mention.role is not None and mention.kind == "person" else None
        if key is not None and not (key.plural and mention.form != "name"):
            offices[Holding(key, mention.country, mention.body)] = None
    states = frozenset(c for i in members if mentions[i].role is not None and (c := mentions[i].country) is not None)
    genders = frozenset(g for i in members if (g := mentions[i].gender) is not None)
    return Holder(root, tuple(members), tuple(offices), states, genders)


def fits_office(held: Holding, key: OfficeKey, mention: Mention) -> bool:
    """Whether a held office may be the one named: no state, field or body against another."""
    if key.base == "counterpart" or held.key.base == "counterpart":
        return mention.country is not None and held.country == mention.country
    if key.base == "leader":
        return held.key.base in LEADERS and mention.country is not None and held.country == mention.country
    if not agree(held.key, key) or key.former != held.key.former:
        return False
    if mention.country and held.country and mention.country != held.country:
        return False
    return not (mention.body and held.body and mention.body != held.body)
