"""Whose a role is: "his lawyer" is no other man's lawyer."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tidings.grammar.chains.clusters import Clusters, Gathered
from tidings.grammar.chains.office_keys import OfficeKey, office_key
from tidings.grammar.tree import child, children
from tidings.model import Analysis, Mention

__all__ = ["UNKNOWN", "Owners"]

UNKNOWN = -1  # "his", before it is known who he is
OF = frozenset({"of", "for", "to"})


@dataclass
class Roles:
    """The offices and states that the mentions of a chain give it."""

    offices: set[OfficeKey] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)  # mentions that say whose they are


class Owners:
    """The chains that possessives and "of" or "for" say roles are of, as far as the chains go by now."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters) -> None:
        self.analysis = analysis
        self.mentions = mentions
        self.clusters = clusters
        self.at_head = {m.head: i for i, m in enumerate(mentions)}
        self.owners: dict[int, int | None] = {}  # of each role asked for, the mention that says whose it is
        self.roles = Gathered[Roles](clusters, Roles, self.take)

    def of(self, i: int) -> int | None:
        """The chain that a role is of, `UNKNOWN` for an unsettled "his" or "her"; None where it is nobody's."""
        if self.mentions[i].form == "pronoun":
            return None
        at = self.owner_at(i)
        return None if at is None else self.owner_by(at)

    def owner_by(self, at: int) -> int | None:
        """The chain of a mention that says whose a role is, as `of` gives it."""
        owner = self.mentions[at]
        if owner.kind == "country" or (owner.form == "pronoun" and owner.gender is None):
            return None
        unsettled = owner.form == "pronoun" and self.clusters.size(at) == 1
        return UNKNOWN if unsettled else self.clusters.find(at)

    def owner_at(self, i: int) -> int | None:
        """The mention that says whose a role is."""
        if i not in self.owners:
            token = self.whose(self.mentions[i].head)
            self.owners[i] = None if token is None else self.at_head.get(token)
        return self.owners[i]

    def take(self, roles: "Roles", k: int) -> None:
        """Add what one mention is called to what its chain is."""
        mention = self.mentions[k]
        key = office_key(mention.role) if mention.role else None
        if key is not None:
            roles.offices.add(key)
        if mention.country:
            roles.states.add(mention.country)
        if mention.form != "pronoun" and (at := self.owner_at(k)) is not None:
            roles.owners.add(at)

    def whose(self, head: int) -> int | None:
        """The token before or behind a role that says whose it is."""
        found = child(self.analysis, head, "poss")
        for prep in children(self.analysis, head, "prep") if found is None else ():
            if self.analysis.tokens[prep].text.lower() in OF:
                found = found if found is not None else child(self.analysis, prep, "pobj")
        return found

    def personal(self, owner: int | None) -> bool:
        """Whether an owner is somebody."""
        return owner is not None and (owner == UNKNOWN or self.mentions[owner].kind == "person")

    def clash(self, i: int, chain: int) -> bool:
        """Whether a role is of somebody, and the chain is not known to be theirs, or is of somebody else."""
        mine = self.of(i)
        if mine is None:
            return False
        if mine == UNKNOWN or mine == self.clusters.find(chain):
            return True
        theirs = self.known_of(chain)
        return mine not in theirs if theirs or self.personal(mine) else False

    def known_of(self, chain: int) -> frozenset[int]:
        """Whose a chain is known to be by its roles; of mentions that are one owner by now, one is kept."""
        roles = self.roles.of(chain)
        settled: dict[int, int] = {}
        unsettled: set[int] = set()
        for at in roles.owners:
            owner = self.owner_by(at)
            if owner == UNKNOWN:
                unsettled.add(at)
            elif owner is not None:  # who is nobody's owner never becomes one
                settled[owner] = at
        roles.owners = unsettled | set(settled.values())
        return frozenset(settled) | ({UNKNOWN} if unsettled else frozenset())

    def several(self, chains: Sequence[int]) -> bool:
        """Whether roles of one name are of different people: then "the lawyer" may be either's."""
        owners = [self.of(k) for k in chains]
        own = {owner for owner in owners if self.personal(owner)}
        return len(own) > 1 or (UNKNOWN in own and owners.count(UNKNOWN) > 1)
