"""Links to groups: one pure function, the only place where anything is joined."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter

from tidings.model import Formerly, Group, GroupKind, Link

__all__ = ["DECIDED", "LINK_ORDER", "former_ids", "group", "resolve"]

LINK_ORDER = attrgetter(*(field.name for field in fields(Link)))  # as links compare, and much faster
DECIDED = "decision"  # the origin of links that people made: nothing outweighs them


def group(kind: GroupKind, members: Iterable[str], links: Iterable[Link], least: float = 0.5) -> tuple[Group, ...]:
    """The groups of `members`, singletons included, by id; an id is the group's smallest member.

    `same` links join from the heaviest down to `least`; no group ever holds two members
    that a `not_same` keeps apart. What people decided comes first, and overrides what
    the rounds say of the same two. The order of links and members means nothing.
    """
    forest = _Forest.of(members)
    near, apart = _settle(kind, links, forest.parent, least)
    for a, b in apart:
        forest.keep_apart(a, b)
    for link in near:
        forest.join(link.a, link.b)
    return tuple(sorted(Group(min(found), kind, tuple(sorted(found))) for found in forest.trees.values()))


def _settle(
    kind: GroupKind, links: Iterable[Link], members: Mapping[str, str], least: float
) -> tuple[list[Link], list[tuple[str, str]]]:
    """The `same` links in the order they join, and the pairs that stay apart."""
    decided: dict[tuple[str, str], str] = {}
    said: list[tuple[tuple[str, str], Link]] = []
    own = dict.fromkeys(
        link
        for link in links
        if link.kind == kind and link.relation in ("same", "not_same") and link.a != link.b
        if link.a in members and link.b in members
    )
    for link in sorted(own, key=LINK_ORDER):
        pair = (min(link.a, link.b), max(link.a, link.b))
        if link.origin.startswith(DECIDED) and decided.get(pair) != "not_same":
            decided[pair] = link.relation
        said.append((pair, link))
    near: list[tuple[bool, float, tuple[str, str], Link]] = []
    apart = {pair for pair, relation in decided.items() if relation == "not_same"}
    for pair, link in said:
        by_hand = link.origin.startswith(DECIDED)
        if pair in decided and (not by_hand or decided[pair] != link.relation):
            continue
        if link.relation == "not_same":
            apart.add(pair)
        elif by_hand or link.weight >= least:
            near.append((not by_hand, -link.weight, pair, link))
    near.sort(key=lambda entry: entry[:3])
    return [entry[3] for entry in near], sorted(apart)


@dataclass
class _Forest:
    """Union-find whose trees know which trees they may never join."""

    parent: dict[str, str]
    trees: dict[str, list[str]]
    foes: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, members: Iterable[str]) -> "_Forest":
        names = sorted(set(members))
        return cls({name: name for name in names}, {name: [name] for name in names})

    def root(self, member: str) -> str:
        while self.parent[member] != member:
            self.parent[member] = self.parent[self.parent[member]]
            member = self.parent[member]
        return member

    def keep_apart(self, a: str, b: str) -> None:
        self.foes.setdefault(a, set()).add(b)
        self.foes.setdefault(b, set()).add(a)

    def join(self, a: str, b: str) -> None:
        """Join the trees of `a` and `b`, unless a pair across them is kept apart."""
        big, small = self.root(a), self.root(b)
        if big == small or small in self.foes.get(big, ()):
            return
        if len(self.trees[big]) < len(self.trees[small]):
            big, small = small, big
        self.parent[small] = big
        self.trees[big] += self.trees.pop(small)
        for foe in self.foes.pop(small, ()):
            self.foes[foe].discard(small)
            self.keep_apart(big, foe)


def former_ids(old: Iterable[Group], new: Iterable[Group]) -> tuple[Formerly, ...]:
    """Which old group ids go by another id now (by none: ""), and which groups split, with the reason of each."""
    now = {(g.kind, member): g.id for g in new for member in g.members}
    found: set[Formerly] = set()
    for was in old:
        heirs = Counter(now[was.kind, member] for member in was.members if (was.kind, member) in now)
        if not heirs:
            found.add(Formerly(was.id, "", f"{was.kind}: what it stood on was taken out"))
            continue
        first = now.get((was.kind, was.id))
        main = first or min(heirs, key=lambda heir: (-heirs[heir], heir))
        if main != was.id:
            why = "joined with another" if first else "its first member was taken out"
            found.add(Formerly(was.id, main, f"{was.kind}: {why}"))
        found.update(Formerly(was.id, heir, f"{was.kind}: split off") for heir in heirs if heir not in (main, was.id))
    return tuple(sorted(found))


def resolve(old: str, formerly: Iterable[Formerly], current: Container[str]) -> str | None:
    """The id that `old` goes by now; None where nothing is left of it or it never was."""
    nexts: dict[str, str] = {}
    for step in formerly:
        if not step.why.endswith("split off"):
            nexts[step.old] = step.new
    seen: set[str] = set()
    while old not in current:
        if old in seen or old not in nexts:
            return None
        seen.add(old)
        old = nexts[old]
    return old
