"""Links to groups: one pure function, the only place where anything is joined."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from heapq import heapify, heappop, heappush
from operator import attrgetter

from tidings.model import Formerly, Group, GroupKind, Link

__all__ = ["DECIDED", "LINK_ORDER", "former_ids", "group", "resolve"]

LINK_ORDER = attrgetter(*(field.name for field in fields(Link)))  # as links compare, and much faster
FINE = 1000  # weights are added as whole thousandths
DECIDED = "decision"  # the origin of links that people made: nothing outweighs them


def group(
    kind: GroupKind, members: Iterable[str], links: Iterable[Link], least: float = 0.5, *, average: bool = False
) -> tuple[Group, ...]:
    """The groups of `members`, singletons included, by id; an id is the group's smallest member.

    `same` links join from the heaviest down to `least`; with `average`, two groups join while the mean
    weight between their members, 0 where there is no link, is at least `least`, the nearest two first. No group ever
    holds two members that a `not_same` keeps apart. What people decided comes first, and overrides what the rounds
    say of the same two. The order of links and members means nothing.
    """
    forest = _Forest.of(members)
    near, apart = _settle(kind, links, forest.parent, 0.0 if average else least)
    for a, b in apart:
        forest.keep_apart(a, b)
    for link in near:
        if not average or link.origin.startswith(DECIDED):
            forest.join(link.a, link.b)
    if average:
        _join_on_average(forest, near, least)
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


def _join_on_average(forest: "_Forest", near: Sequence[Link], least: float) -> None:
    """Join the two trees with the highest mean weight between them, again and again, down to `least`."""
    between: dict[str, Counter[str]] = {root: Counter() for root in forest.trees}
    for link in near:
        a, b = forest.root(link.a), forest.root(link.b)
        if a != b:  # whole numbers, so that the order of adding means nothing
            between[a][b] += round(link.weight * FINE)
            between[b][a] += round(link.weight * FINE)
    size = {root: len(tree) for root, tree in forest.trees.items()}
    names = {root: min(tree) for root, tree in forest.trees.items()}

    def bond(a: str, b: str) -> tuple[int, str, str, str, str]:
        first, second = sorted((a, b), key=names.__getitem__)
        return -(FINE * between[a][b] // (size[a] * size[b])), names[first], names[second], first, second

    queue = [bond(a, b) for a in between for b in between[a] if names[a] < names[b]]
    heapify(queue)
    while queue:
        found = heappop(queue)
        mean, _, _, a, b = found
        if -mean < least * FINE * FINE:
            break
        if a not in size or b not in size or found != bond(a, b):
            continue  # one of them has grown since
        if not forest.join(a, b):
            continue
        kept, gone = (a, b) if forest.root(a) == a else (b, a)
        size[kept] += size.pop(gone)
        names[kept] = min(names[kept], names[gone])
        between[kept] += between.pop(gone)
        del between[kept][kept], between[kept][gone]
        for other in between[kept]:
            between[other].pop(gone, None)
            between[other][kept] = between[kept][other]
            heappush(queue, bond(kept, other))


@dataclass
class _Forest:
    """Union-find whose trees know which trees they may never join."""

    parent: dict[str, str]
    trees: dict[str, list[str]]
    foes: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, members: Iterable[str]) -> "_Forest":
        """Each member by itself."""
        names = sorted(set(members))
        return cls({name: name for name in names}, {name: [name] for name in names})

    def root(self, member: str) -> str:
        """The member that stands for a member's group."""
        while self.parent[member] != member:
            self.parent[member] = self.parent[self.parent[member]]
            member = self.parent[member]
        return member

    def keep_apart(self, a: str, b: str) -> None:
        """Never to be in one group."""
        self.foes.setdefault(a, set()).add(b)
        self.foes.setdefault(b, set()).add(a)

    def join(self, a: str, b: str) -> bool:
        """Join the trees of `a` and `b`, unless a pair across them is kept apart; whether they are one now."""
        big, small = self.root(a), self.root(b)
        if big == small or small in self.foes.get(big, ()):
            return big == small
        if len(self.trees[big]) < len(self.trees[small]):
            big, small = small, big
        self.parent[small] = big
        self.trees[big] += self.trees.pop(small)
        for foe in self.foes.pop(small, ()):
            self.foes[foe].discard(small)
            self.keep_apart(big, foe)
        return True


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
