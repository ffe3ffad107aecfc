"""LINK and TELL, story by story: each story's account, kept partition by partition."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tidings.codec import account_to_json
from tidings.model import Account, Generator, SetAside, Telling
from tidings.run import linking, telling
from tidings.run.pile.files import Frame, appended, places, read_at, write_frames
from tidings.run.pile.gathering import partition_of
from tidings.run.pile.layout import Layout
from tidings.run.pile.parting import part
from tidings.run.pile.reading import Entry, entries_of, packed_readings
from tidings.run.progress import Progress
from tidings.run.quarantine import attempt
from tidings.run.retried import TWICE, retried
from tidings.runners import Died, Runner
from tidings.stage import Round, Stage
from tidings.stages.link.stories import Stories, StoryCard
from tidings.text.ids import content_id

__all__ = ["Parted", "TellStory", "part_pile", "tell_partitions", "untold"]

FILES = ("told",)
LARGE = 50  # documents from which a story takes a worker some seconds


@dataclass(frozen=True, slots=True)
class Parted:
    """The stories of a pile, each the ids of its documents, and what is known of these."""

    stories: tuple[tuple[str, ...], ...]
    readings: dict[str, tuple[int, str, str]]  # document: partition and key of its reading, the reading's digest
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True)
class TellStory:
    """LINK and TELL over one story's packed readings: its account as compressed JSON."""

    link: tuple[Round[Any], ...]
    tell: tuple[Stage[Any, Any], ...]
    generator: Generator

    def __call__(self, task: tuple[int, str, tuple[bytes, ...]]) -> tuple[bytes, str | None]:
        """The account, and why there is none where it failed."""
        made, wrong = attempt(lambda: packed(self.account(task[2])))
        return made or b"", wrong

    def account(self, data: Sequence[bytes]) -> Account:
        """The account of these readings, the same as `tidings tell` gives of their documents; they are let go here."""
        readings = tuple(map(packed_readings, data))
        linked = linking.link(self.link, readings)
        return telling.tell(self.tell, Telling(readings, linked), self.generator)


def packed(account: Account) -> bytes:
    """An account as it is kept: JSON, compressed."""
    return zlib.compress(account_to_json(account).encode("utf-8"), 6)


def part_pile(step: Stories | None, layout: Layout, partitions: int, sizes: tuple[int, int]) -> Parted:
    """The stories of all that was read; of two articles with one id the first path by name stays.

    `sizes` is how many documents are compared at once, and how many a story may have: one that
    grows beyond is told in pieces, one after the other.
    """
    at_once, largest = sizes
    known: dict[str, tuple[int, str, Entry]] = {}
    lost: list[SetAside] = []
    for number, source, entry in entries_of(layout, partitions):
        lost += entry.set_aside
        have = known.get(entry.document)
        if entry.document and (have is None or _place(entry) < _place(have[2])):
            known[entry.document] = (number, source, entry)
    cards = {name: entry.card or StoryCard(name, {}, None) for name, (_, _, entry) in known.items()}
    stories: list[tuple[str, ...]] = []
    for members in part(step, list(cards.values()), at_once):
        pieces = list(_pieces([cards[name] for name in members], largest))
        if len(pieces) > 1:
            lost.append(
                SetAside(
                    f"story {members[0]}",
                    "link/stories",
                    f"a story of {len(members)} documents, told in {len(pieces)} pieces of {largest} at most",
                )
            )
        stories += pieces
    readings = {name: (number, source, entry.digest) for name, (number, source, entry) in known.items()}
    return Parted(tuple(sorted(stories)), readings, tuple(lost))


def _place(entry: Entry) -> tuple[str, int]:
    return entry.path, entry.line or 0


def _pieces(cards: Sequence[StoryCard], largest: int) -> Iterator[tuple[str, ...]]:
    """The documents of a story in pieces along the calendar."""
    rest = iter(sorted(cards, key=lambda card: (card.day is None, card.day or 0, card.document)))
    while piece := tuple(sorted(card.document for card in islice(rest, largest))):
        yield piece


def tell_partitions(
    function: TellStory, parted: Parted, layout: Layout, partitions: int, how: tuple[Runner, Progress, str]
) -> None:
    """Tell what no receipt says is told; each partition is signed when its last story is there."""
    runner, progress, version = how
    shares: dict[int, list[tuple[str, ...]]] = {number: [] for number in range(partitions)}
    for story in parted.stories:
        shares[partition_of(story[0], partitions)].append(story)
    keys = {number: _key(version, share, parted) for number, share in shares.items()}
    missing = [number for number in shares if not layout.done("tell", number, keys[number], FILES)]
    layout.empty("telling")
    progress.start("telling stories", len(parted.stories))
    progress.advance(sum(len(shares[number]) for number in shares if number not in set(missing)))
    where = _where(layout, parted, partitions)
    left = {number: len(shares[number]) for number in missing}
    lost: dict[int, list[SetAside]] = {number: [] for number in missing}

    def finish(number: int) -> None:
        part_file = layout.work / "telling" / str(number)
        stories = write_frames(part_file, layout.file("told", number))
        part_file.unlink(missing_ok=True)
        untold = {one.path: one.reason for one in lost[number]}
        layout.sign("tell", number, {"key": keys[number], "stories": len(stories), "untold": untold}, FILES)

    def tasks() -> Iterator[tuple[int, str, tuple[bytes, ...]]]:
        for number in missing:
            if not shares[number]:
                finish(number)
        for number, story in _large_first({number: shares[number] for number in missing}):
            yield number, story[0], tuple(_fetch(layout, where, story))

    def kept(task: tuple[int, str, tuple[bytes, ...]], data: bytes, wrong: str | None) -> None:
        number, story, _ = task
        if wrong:
            lost[number].append(SetAside(story, "tell", wrong))
        else:
            appended(layout.work / "telling" / str(number), [(story, data)])
        left[number] -= 1
        progress.advance()
        if not left[number]:
            finish(number)

    for task, result in retried(runner, function, tasks(), lambda task: [task], ordered=False):
        kept(task, *((b"", TWICE) if isinstance(result, Died) else result))


def _large_first(shares: Mapping[int, Sequence[tuple[str, ...]]]) -> list[tuple[int, tuple[str, ...]]]:
    """All stories with their partitions: the large by size, so that none is told alone at the end; the others by partition."""
    every = [(number, story) for number, share in shares.items() for story in share]
    return sorted(every, key=lambda one: -len(one[1]) if len(one[1]) >= LARGE else 0)


def untold(layout: Layout, partitions: int) -> tuple[SetAside, ...]:
    """The stories that could not be told, and why."""
    found: list[SetAside] = []
    for number in range(partitions):
        words = (layout.receipt("tell", f"{number:05}") or {}).get("untold")
        if isinstance(words, dict):
            found += (SetAside(f"story {story}", "tell", str(reason)) for story, reason in words.items())
    return tuple(found)


def _key(version: str, share: Sequence[tuple[str, ...]], parted: Parted) -> str:
    parts = (content_id(*story, *(parted.readings[name][2] for name in story)) for story in share)
    return content_id(version, *sorted(parts))


def _where(layout: Layout, parted: Parted, partitions: int) -> dict[str, tuple[int, Frame]]:
    """Where the reading of each document lies."""
    documents = {(number, source): name for name, (number, source, _) in parted.readings.items()}
    found: dict[str, tuple[int, Frame]] = {}
    for number in range(partitions):
        for frame in places(layout.file("readings", number)):
            if name := documents.get((number, frame.key)):
                found[name] = (number, frame)
    return found


def _fetch(layout: Layout, where: dict[str, tuple[int, Frame]], story: Sequence[str]) -> Iterator[bytes]:
    """The packed readings of a story's documents, in their order; each file is opened once."""
    by_partition: dict[int, list[str]] = {}
    for name in story:
        by_partition.setdefault(where[name][0], []).append(name)
    found: dict[str, bytes] = {}
    for number, names in sorted(by_partition.items()):
        data = read_at(layout.file("readings", number), (where[name][1] for name in names))
        found.update(zip(names, data, strict=True))
    yield from (found[name] for name in story)
