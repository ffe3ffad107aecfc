"""A text as its roles see it: whose roles are, what is told of each chain, who was last called so."""

from bisect import bisect_left
from collections.abc import Mapping

from tidings.grammar.chains.binding import says_outside
from tidings.grammar.chains.clusters import Gathered
from tidings.grammar.chains.known import Told
from tidings.grammar.chains.pronoun_scene import Scene
from tidings.grammar.chains.role_owners import Owners
from tidings.grammar.chains.set_apart import FIRST, set_apart
from tidings.grammar.names.roles import office_at
from tidings.grammar.tree import tokens_in
from tidings.model import EntityKind
from tidings.text.names import name_words, skeleton

__all__ = ["KINDS", "RoleScene"]

KINDS: Mapping[EntityKind, frozenset[str]] = {  # of a role, to those of the names that it may mean
    "person": frozenset({"person"}),
    "organization": frozenset({"organization"}),
    "vessel": frozenset({"vessel"}),
    "country": frozenset({"country", "place"}),
    "place": frozenset({"place"}),
}
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
STATE_OWNED = "state"  # "the state agency" has no word in common with a State Department


class RoleScene:
    """The scene of a text's pronouns with what its roles ask for besides."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.owners = Owners(scene.analysis, scene.mentions, scene.clusters)
        self.told = Told(scene.analysis, scene.mentions, scene.clusters)
        self.chains = [
            k
            for k, m in enumerate(scene.mentions)
            if m.form == "name" or (m.form == "demonym" and m.kind == "organization")
        ]
        self.called: dict[tuple[str, str], list[int]] = {}  # of each kind and noun, the roles without a name
        self.first_of: dict[str, int] = {}  # of each state, the first mention that has it
        for k, mention in enumerate(scene.mentions):
            if mention.form == "nominal":
                self.called.setdefault((mention.kind, self.noun(k)), []).append(k)
            if mention.country is not None:
                self.first_of.setdefault(mention.country, k)

        self.said_by = Gathered[list[int]](scene.clusters, lambda: [-1], self.take)  # of each chain, last where it says

    def take(self, last: list[int], k: int) -> None:
        """Note where a chain is the subject of a verb of saying, outside quotations."""
        if says_outside(self.scene.analysis, self.scene.mentions[k], self.scene.quoted):
            last[-1] = max(last[-1], k)

    def named(self) -> list[int]:
        """The roots of the named chains as they are by now, by their first names."""
        self.chains = list(dict.fromkeys(map(self.scene.clusters.find, self.chains)))
        return self.chains

    def noun(self, i: int) -> str:
        """The head noun of a mention."""
        return self.told.noun(self.scene.mentions[i])

    def modifiers(self, i: int) -> tuple[str, ...]:
        """The words between article and head noun."""
        analysis, mention = self.scene.analysis, self.scene.mentions[i]
        office = office_at(analysis, mention.head)
        first = mention.head if office is None else office.first
        before = [analysis.tokens[k] for k in tokens_in(analysis, mention.span) if k < first]
        return tuple(t.text.lower() for t in before if t.pos in MODIFIERS and t.dep != "poss" and t.text != STATE_OWNED)

    def whose(self, i: int) -> tuple[str, ...]:
        """The names' words behind a role's head, but of states: "the president of the Norden Council"."""
        analysis, mention = self.scene.analysis, self.scene.mentions[i]
        if mention.country is not None:
            return ()
        behind = [analysis.tokens[k] for k in tokens_in(analysis, mention.span) if k > mention.head]
        return tuple(t.text.lower() for t in behind if t.pos == "PROPN")

    def share_of_other_kinds(self, root: int, kind: EntityKind) -> float:
        """How many of a chain's names are of a kind that a role of this kind cannot mean."""
        names = [
            self.scene.mentions[k].kind
            for k in self.scene.clusters.members(root)
            if self.scene.mentions[k].form == "name"
        ]
        return sum(other not in KINDS[kind] for other in names) / max(1, len(names))

    def last_so_called(self, i: int) -> int | None:
        """The chain of the last mention before `i` that has its noun, named or not; None where there is none."""
        such = self.called.get((self.scene.mentions[i].kind, self.noun(i)), [])
        at = bisect_left(such, i)
        return self.scene.clusters.find(such[at - 1]) if at else None

    def is_counted(self, i: int) -> bool:
        """Whether a role is one of several so called whom the text does not name: "the second official"."""
        mention = self.scene.mentions[i]
        word = set_apart(self.scene.analysis, mention)
        if word is None or word not in FIRST:
            return word is not None
        such = (self.scene.mentions[k] for k in self.called.get((mention.kind, self.noun(i)), ()))
        return any(other.plural or set_apart(self.scene.analysis, other) not in {None, *FIRST} for other in such)

    def is_family(self, root: int, owner: int | None) -> bool:
        """Whether somebody has the surname of a role's owner."""
        if owner is None or owner < 0:
            return False
        return bool(self.surnames(root) & self.surnames(owner))

    def surnames(self, root: int) -> frozenset[str]:
        """The last words of a chain's names as transliterations share them."""
        names = (name_words(name) for name in self.told.of(root).names)
        return frozenset(skeleton(found[-1]) for found in names if found)

    def is_home(self, root: int, owner: int | None) -> bool:
        """Whether a chain is the state whose offices a role's owner holds."""
        if owner is None or owner < 0:
            return False
        return self.scene.mentions[root].kind == "country" and bool(
            self.told.of(root).states & self.told.of(owner).states
        )
