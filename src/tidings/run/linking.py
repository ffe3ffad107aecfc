"""LINK carried out: round after round, cards, keys, groups of cards, comparison, groups."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import Any

from tidings.model import Bound, Group, Link, Linked, Reading
from tidings.run.grouping import LINK_ORDER, group
from tidings.run.progress import Progress, Silent
from tidings.run.quarantine import attempt
from tidings.runners import Died, Local, Runner
from tidings.stage import Round

__all__ = ["How", "link"]

CAP = 400  # cards compared at once: 80,000 pairs, about a second
TOGETHER = 64  # groups of cards that a worker gets in one task

Compared = tuple[tuple[Link | Bound, ...], str | None]  # of one group: what was found, or why it failed


@dataclass(frozen=True)
class How:
    """How rounds are carried out; none of it changes what is found but `cap`, which says so."""

    runner: Runner = field(default_factory=Local)
    progress: Progress = field(default_factory=Silent)
    cap: int = CAP  # where a round names none of its own


PLAINLY = How()


@dataclass(frozen=True)
class Compare:
    """A round's comparison over some groups of cards, each by itself."""

    step: Round[Any]

    def __call__(self, groups: Sequence[Sequence[Any]]) -> tuple[Compared, ...]:
        return tuple(self.one(cards) for cards in groups)

    def one(self, cards: Sequence[Any]) -> Compared:
        """What is found between the cards of one group."""
        found, wrong = attempt(lambda: tuple(self.step.compare(cards)))
        return found or (), wrong


def link(
    rounds: Sequence[Round[Any]], readings: Iterable[Reading], decided: Sequence[Link] = (), how: How = PLAINLY
) -> Linked:
    """What holds between the readings; the same for any order of them, and any runner.

    `decided` are links that people made; they outweigh what the rounds find.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    linked = Linked(links=tuple(sorted(set(decided), key=LINK_ORDER)))
    how.progress.start("linking", len(rounds))
    for step in rounds:
        linked = _carry_out(step, ordered, linked, how)
        how.progress.advance()
    for words in linked.overflow:
        how.progress.warn(words)
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
    windows = _meetings(step.name, by_key, step.cap or how.cap, overflow)
    for found in _compared(step, windows, cards, how.runner, overflow):
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
    step: Round[Any], windows: Iterable[tuple[str, ...]], cards: dict[str, Any], runner: Runner, overflow: set[str]
) -> Iterator[Link | Bound]:
    """What the runner finds between the cards of each window; what fails goes to `overflow`, in words."""
    waiting: deque[tuple[tuple[str, ...], ...]] = deque()

    def tasks() -> Iterator[tuple[tuple[Any, ...], ...]]:
        rest = iter(windows)
        while batch := tuple(islice(rest, TOGETHER)):
            waiting.append(batch)
            yield tuple(tuple(cards[member] for member in window) for window in batch)

    for _, result in runner.map(Compare(step), tasks()):
        batch = waiting.popleft()
        if isinstance(result, Died):
            result = tuple(((), result.why) for _ in batch)
        for window, (found, wrong) in zip(batch, result, strict=True):
            yield from found
            if wrong:
                overflow.add(f"{step.name}: {len(window)} from {window[0]} on were not compared: {wrong}")


def _cards(step: Round[Any], reading: Reading, linked: Linked) -> list[tuple[str, Any, tuple[str, ...]]]:
    """A reading's cards with the members they stand for and the keys by which they meet."""
    cards = {step.member(card): card for card in step.cards(reading, linked)}
    return [(member, card, tuple(step.keys(card))) for member, card in cards.items()]


def _meetings(name: str, by_key: dict[str, list[str]], cap: int, overflow: set[str]) -> Iterator[tuple[str, ...]]:
    """The sets of members to compare, each once; a set over the cap is cut to windows that overlap by half.

    A card that meets no other is seen alone: a document's own words may bound its date.
    """
    seen: set[tuple[str, ...]] = set()
    for key in sorted(by_key):
        members = sorted(set(by_key[key]))
        if len(members) > cap:
            overflow.add(f"{name}: {len(members)} share {key!r}; compared {cap} at a time, not all with all")
        for at in range(0, max(1, len(members) - cap // 2), max(1, cap // 2)):
            window = tuple(members[at : at + cap])
            if window not in seen:
                seen.add(window)
                yield window


def _keep_heaviest(links: dict[tuple[str, ...], Link], found: Link) -> None:
    """Keep one link for what holds between two members: the heaviest, by its reason where they tie."""
    key = (found.kind, found.a, found.b, found.relation)
    have = links.get(key)
    if have is None or (found.weight, have.why) > (have.weight, found.why):
        links[key] = found
