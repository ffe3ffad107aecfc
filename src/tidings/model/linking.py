"""What act 2 finds between documents, and what people decide about it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

__all__ = ["Bound", "Decision", "Formerly", "Group", "GroupKind", "Link", "Linked", "Relation", "Verdict"]

GroupKind = Literal["entity", "copy", "event", "statement", "story"]
Relation = Literal["same", "not_same", "repeats", "answers", "not_answers", "realises"]
Verdict = Literal["same", "not_same", "answers", "not_answers", "status", "kind", "name"]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two members and what holds between them. `weight` 0..1; links are never edited, only made anew."""

    kind: GroupKind
    a: str  # member ids: of chains, documents, events, quotes
    b: str
    relation: Relation
    weight: float
    why: str  # for a person: "same name, same office"
    origin: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Bound:
    """A limit on the day an undated document was published, with the words it stands on.

    `document` was published not before / not after `day` (ISO); evidence may lie in
    another document (a copy, a citation, a linked event).
    """

    document: str
    side: Literal["not_before", "not_after"]
    day: str
    why: str
    evidence: tuple[tuple[str, int, int], ...]  # document, start, end
    origin: str = ""
    likely: bool = False  # by weighing all that the document tells, where what it tells alone leaves more days


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Members that are one thing; its id is its smallest member's."""

    id: str
    kind: GroupKind
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Formerly:
    """A group id that was, the one it goes by now, and why."""

    old: str
    new: str
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided. It points at anchors, so it outlives a re-read; grouping takes it as infinite weight.

    `a` (and `b` for same, not_same, answers, not_answers) name words: (document digest, start, exact).
    `value` is the new status, kind or name for the other verdicts.
    """

    id: str
    verdict: Verdict
    a: tuple[str, int, str]
    b: tuple[str, int, str] | None
    value: str | None
    reason: str
    when: str  # ISO, given by the caller
    who: str


@dataclass(frozen=True)
class Linked:
    """What act 2 knows so far; a round sees it with the groups of the rounds before.

    Not slotted: what its methods look up is laid out once, for a pile asks for it once a document.
    """

    links: tuple[Link, ...] = ()
    bounds: tuple[Bound, ...] = ()
    groups: tuple[Group, ...] = ()
    overflow: tuple[str, ...] = ()  # keys whose cards were too many to compare, in words

    def of(self, kind: GroupKind) -> tuple[Group, ...]:
        """The groups of one kind, by id."""
        return self._by_kind.get(kind, ())

    def group_of(self, kind: GroupKind) -> dict[str, str]:
        """Member id to group id, for one kind."""
        if kind not in self._group_of:
            self._group_of[kind] = {m: g.id for g in self.of(kind) for m in g.members}
        return self._group_of[kind]

    def size_of(self, kind: GroupKind) -> dict[str, int]:
        """Group id to the number of its members, for one kind."""
        if kind not in self._size_of:
            self._size_of[kind] = {g.id: len(g.members) for g in self.of(kind)}
        return self._size_of[kind]

    def shared(self, kind: GroupKind) -> frozenset[str]:
        """The ids of the groups of one kind that have more than one member."""
        if kind not in self._shared:
            self._shared[kind] = frozenset(g.id for g in self.of(kind) if len(g.members) > 1)
        return self._shared[kind]

    def bounds_of(self, document: str) -> tuple[Bound, ...]:
        """The bounds of one document, in order."""
        return self._bounds_of.get(document, ())

    def repeats(self, document: str) -> frozenset[str]:
        """The documents that it is a copy of, or that are copies of it."""
        return self._repeats.get(document, frozenset())

    def joined_by(self, name: str) -> dict[str, frozenset[str]]:
        """Member id to those that a round, by its name, says are the same."""
        if name not in self._joined_by:
            found: dict[str, set[str]] = {}
            for link in self.links:
                if link.relation == "same" and link.origin.partition("@")[0] == name:
                    found.setdefault(link.a, set()).add(link.b)
                    found.setdefault(link.b, set()).add(link.a)
            self._joined_by[name] = {member: frozenset(others) for member, others in found.items()}
        return self._joined_by[name]

    @cached_property
    def _by_kind(self) -> dict[GroupKind, tuple[Group, ...]]:
        found: dict[GroupKind, list[Group]] = {}
        for group in self.groups:
            found.setdefault(group.kind, []).append(group)
        return {kind: tuple(groups) for kind, groups in found.items()}

    @cached_property
    def _group_of(self) -> dict[GroupKind, dict[str, str]]:
        return {}

    @cached_property
    def _size_of(self) -> dict[GroupKind, dict[str, int]]:
        return {}

    @cached_property
    def _joined_by(self) -> dict[str, dict[str, frozenset[str]]]:
        return {}

    @cached_property
    def _shared(self) -> dict[GroupKind, frozenset[str]]:
        return {}

    @cached_property
    def _bounds_of(self) -> dict[str, tuple[Bound, ...]]:
        found: dict[str, list[Bound]] = {}
        for bound in self.bounds:
            found.setdefault(bound.document, []).append(bound)
        return {document: tuple(bounds) for document, bounds in found.items()}

    @cached_property
    def _repeats(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for link in self.links:
            if link.kind == "copy" and link.relation == "repeats":
                found.setdefault(link.a, set()).add(link.b)
                found.setdefault(link.b, set()).add(link.a)
        return {document: frozenset(others - {document}) for document, others in found.items()}
