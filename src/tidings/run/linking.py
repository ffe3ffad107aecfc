"""LINK carried out: round after round, cards, keys, groups of cards, comparison, groups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from tidings.model import Bound, Group, Link, Linked, Reading
from tidings.run.grouping import group
from tidings.run.progress import Progress, Silent
from tidings.run.quarantine import attempt
from tidings.stage import Round

__all__ = ["link"]

CAP = 400  # cards compared at once: 80,000 pairs, about a second
SILENT = Silent()


def link(
    rounds: Sequence[Round[Any]],
    readings: Iterable[Reading],
    decided: Sequence[Link] = (),
    progress: Progress = SILENT,
    cap: int = CAP,
) -> Linked:
    """What holds between the readings; the same for any order of them.

    `decided` are links that people made; they outweigh what the rounds find.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    linked = Linked(links=tuple(sorted(set(decided))))
    progress.start("linking", len(rounds))
    for step in rounds:
        linked = _carry_out(step, ordered, linked, cap)
        progress.advance()
    for words in linked.overflow:
        progress.warn(words)
    return linked


def _carry_out(step: Round[Any], readings: Sequence[Reading], linked: Linked, cap: int) -> Linked:
    """One round: `linked` with its links, bounds and groups added."""
    cards: dict[str, Any] = {}
    links: dict[tuple[str, ...], Link] = {}
    bounds: set[Bound] = set()
    overflow: set[str] = set()
    for reading in readings:  # one that fails is left out of this round, in words
        made, wrong = attempt(partial(_cards, step, reading, linked))
        cards.update(made or {})
        if wrong:
            overflow.add(f"{step.name}: {reading.document.path} left out: {wrong}")
    for members in _meetings(step, cards, step.cap or cap, overflow):
        compared, wrong = attempt(partial(_compared, step, [cards[member] for member in members]))
        if wrong:
            overflow.add(f"{step.name}: {len(members)} from {members[0]} on were not compared: {wrong}")
        for found in compared or ():
            if isinstance(found, Bound):
                bounds.add(replace(found, origin=step.origin))
            else:
                _keep_heaviest(links, replace(found, origin=step.origin))
    every = tuple(sorted({*linked.links, *links.values()}))
    groups: tuple[Group, ...] = tuple(g for g in linked.groups if g.kind != step.kind)
    if cards:
        joined = {member for g in linked.of(step.kind) for member in g.members} | set(cards)
        groups += group(step.kind, joined, every, step.least)
    return Linked(
        links=every,
        bounds=tuple(sorted({*linked.bounds, *bounds})),
        groups=tuple(sorted(groups, key=lambda g: (g.kind, g.id))),
        overflow=tuple(sorted({*linked.overflow, *overflow})),
    )


def _cards(step: Round[Any], reading: Reading, linked: Linked) -> dict[str, Any]:
    """A reading's cards by the member they stand for, with keys that can be asked for."""
    cards = {step.member(card): card for card in step.cards(reading, linked)}
    for card in cards.values():
        tuple(step.keys(card))
    return cards


def _compared(step: Round[Any], cards: Sequence[Any]) -> tuple[Link | Bound, ...]:
    return tuple(step.compare(cards))


def _meetings(step: Round[Any], cards: dict[str, Any], cap: int, overflow: set[str]) -> Iterator[tuple[str, ...]]:
    """The sets of members to compare, each once; a set over the cap is cut to windows that overlap by half.

    A card that meets no other is seen alone: a document's own words may bound its date.
    """
    by_key: dict[str, set[str]] = {}
    for member, card in cards.items():
        for key in step.keys(card):
            by_key.setdefault(key, set()).add(member)
    seen: set[tuple[str, ...]] = set()
    for key in sorted(by_key):
        members = sorted(by_key[key])
        if len(members) > cap:
            overflow.add(f"{step.name}: {len(members)} share {key!r}; compared {cap} at a time, not all with all")
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
