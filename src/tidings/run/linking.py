"""LINK carried out: round after round, cards, keys, groups of cards, comparison, groups."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import Any

from tidings.model import Bound, Group, GroupKind, Link, Linked, Reading
from tidings.run.grouping import LINK_ORDER, group
from tidings.run.progress import Progress, Silent
from tidings.run.quarantine import attempt
from tidings.run.uncollected import uncollected
from tidings.runners import Died, Local, Runner
from tidings.stage import Pairs, Round

__all__ = ["How", "link"]

CAP = 400  # cards compared at once: 80,000 pairs, about a second
TOGETHER = 64  # meetings that a worker gets in one task

Meeting = tuple[str, ...]  # members that are compared: all with all, in a round of pairs the first with the others
Compared = tuple[tuple[Link | Bound, ...], str | None]  # of one meeting: what was found, or why it failed
THINGS: dict[GroupKind, str] = {
    "entity": "names and roles",
    "copy": "documents",
    "event": "tellings of events",
    "statement": "quotations",
    "story": "documents",
}


@dataclass(frozen=True)
class How:
    """How rounds are carried out; none of it changes what is found but `cap`, which says so."""

    runner: Runner = field(default_factory=Local)
    progress: Progress = field(default_factory=Silent)
    cap: int = CAP  # where a round names none of its own


PLAINLY = How()


@dataclass(frozen=True)
class Compare:
    """A round's comparison over the cards of some meetings, each by itself."""

    step: Round[Any]

    def __call__(self, meetings: Sequence[Sequence[Any]]) -> tuple[Compared, ...]:
        return tuple(self.one(cards) for cards in meetings)

    def one(self, cards: Sequence[Any]) -> Compared:
        """What is found between the cards of one meeting."""
        found, wrong = attempt(partial(self.found, cards))
        return found or (), wrong

    def found(self, cards: Sequence[Any]) -> tuple[Link | Bound, ...]:
        """What the round finds."""
        if isinstance(self.step, Pairs):
            return tuple(self.step.beside(cards[0], cards[1:]))
        return tuple(self.step.compare(cards))


def link(
    rounds: Sequence[Round[Any]], readings: Iterable[Reading], decided: Sequence[Link] = (), how: How = PLAINLY
) -> Linked:
    """What holds between the readings; the same for any order of them, and any runner.

    `decided` are links that people made; they outweigh what the rounds find.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    linked = Linked(links=tuple(sorted(set(decided), key=LINK_ORDER)))
    how.progress.start("linking", len(rounds))
    with uncollected():
        for step in rounds:
            linked = _carry_out(step, ordered, linked, how)
            how.progress.advance()
    return linked


def _carry_out(step: Round[Any], readings: Sequence[Reading], linked: Linked, how: How) -> Linked:
    """One round: `linked` with its links, bounds and groups added."""
    cards: dict[str, Any] = {}
    by_key: dict[str, list[str]] = {}
    links: dict[tuple[str, ...], Link] = {}
    bounds: set[Bound] = set()
    overflow: set[str] = set()
    for reading in readings:  # one that fails is left out of this round, in words
        made, wrong = attempt(partial(_cards, step, reading, linked))
        for member, card, keys in made or ():
            cards[member] = card
            for key in keys:
                by_key.setdefault(key, []).append(member)
        if wrong:
            overflow.add(f"{step.name}: {reading.document.path} left out: {wrong}")
    origin = step.origin
    meetings = _windows(step, by_key, how.cap, overflow)
    if isinstance(step, Pairs):
        meetings = _each_pair_once(meetings)
    for found in _compared(step, meetings, cards, how.runner, overflow):
        if isinstance(found, Bound):
            bounds.add(replace(found, origin=origin))
        else:
            _keep_heaviest(links, found if found.origin == origin else replace(found, origin=origin))
    # Both halves are in order, so that sorting them is merging them.
    before = {link for link in linked.links if link.origin == origin}
    fresh = sorted((link for link in links.values() if link not in before), key=LINK_ORDER)
    every = tuple(sorted((*linked.links, *fresh), key=LINK_ORDER))
    groups: tuple[Group, ...] = linked.groups
    known = {member for g in linked.of(step.kind) for member in g.members}
    if cards.keys() - known or any(link.relation in ("same", "not_same") for link in fresh):
        joined = known | cards.keys()
        groups = tuple(g for g in linked.groups if g.kind != step.kind)
        groups += group(step.kind, joined, every, step.least, average=step.average)
    return Linked(
        links=every,
        bounds=tuple(sorted({*linked.bounds, *bounds})),
        groups=tuple(sorted(groups, key=lambda g: (g.kind, g.id))),
        overflow=tuple(sorted({*linked.overflow, *overflow})),
    )


def _compared(
    step: Round[Any], meetings: Iterable[Meeting], cards: dict[str, Any], runner: Runner, overflow: set[str]
) -> Iterator[Link | Bound]:
    """What the runner finds between the cards of each meeting; what fails goes to `overflow`, in words."""
    waiting: deque[tuple[Meeting, ...]] = deque()
    failed: dict[str, list[Meeting]] = {}

    def tasks() -> Iterator[tuple[tuple[Any, ...], ...]]:
        rest = iter(meetings)
        while batch := tuple(islice(rest, TOGETHER)):
            waiting.append(batch)
            yield tuple(tuple(cards[member] for member in meeting) for meeting in batch)

    for _, result in runner.map(Compare(step), tasks()):
        batch = waiting.popleft()
        if isinstance(result, Died):
            result = tuple(((), result.why) for _ in batch)
        for meeting, (found, wrong) in zip(batch, result, strict=True):
            yield from found
            if wrong:
                failed.setdefault(wrong, []).append(meeting)
    for wrong, lost in failed.items():
        overflow.add(f"{step.name}: comparisons left out: {len(lost)}, the first at {lost[0][0]}: {wrong}")


def _cards(step: Round[Any], reading: Reading, linked: Linked) -> list[tuple[str, Any, tuple[str, ...]]]:
    """A reading's cards with the members they stand for and the keys by which they meet."""
    cards = {step.member(card): card for card in step.cards(reading, linked)}
    return [(member, card, tuple(step.keys(card))) for member, card in cards.items()]


def _windows(step: Round[Any], by_key: dict[str, list[str]], cap: int, overflow: set[str]) -> Iterator[Meeting]:
    """The sets of members to compare, each once; a set over the cap is cut to windows that overlap by half.

    A card that meets no other is seen alone: a document's own words may bound its date.
    """
    cap = step.cap or cap
    seen: set[Meeting] = set()
    over: list[int] = []
    for key in sorted(by_key):
        members = sorted(set(by_key[key]))
        if len(members) > cap:
            over.append(len(members))
        for at in range(0, max(1, len(members) - cap // 2), max(1, cap // 2)):
            window = tuple(members[at : at + cap])
            if window not in seen:
                seen.add(window)
                yield window
    if over:
        overflow.add(
            f"{step.name}: up to {max(over)} {THINGS[step.kind]} share one of {len(over)} keys; each was compared with the "
            f"{cap // 2} to {cap} next to it, not with all, so that one thing may stand as several; "
            "tell fewer documents together to compare them all"
        )


def _each_pair_once(windows: Iterable[Meeting]) -> Iterator[Meeting]:
    """Each member with those of greater id that it shares any window with."""
    at: dict[str, list[Meeting]] = {}
    for window in windows:
        for member in window[:-1]:
            at.setdefault(member, []).append(window)
    for member in sorted(at):
        yield member, *sorted(set().union(*(w[bisect_right(w, member) :] for w in at.pop(member))))


def _keep_heaviest(links: dict[tuple[str, ...], Link], found: Link) -> None:
    """Keep one link for what holds between two members: the heaviest, by its reason where they tie."""
    key = (found.kind, found.a, found.b, found.relation)
    have = links.get(key)
    if have is None or (found.weight, have.why) > (have.weight, found.why):
        links[key] = found
