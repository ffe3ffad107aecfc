"""`tidings run`: a pile of any size into Parquet tables by day, resumed where it was left."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tidings.codec import to_json, to_plain
from tidings.engine.acts import Options, inputs
from tidings.engine.plan import VERSION, Plan, default_plan
from tidings.exports import check_arrow
from tidings.model import SetAside
from tidings.run.pile.files import write_whole
from tidings.run.pile.gathering import gather
from tidings.run.pile.layout import Layout
from tidings.run.pile.reading import ReadPartition, read_partitions
from tidings.run.pile.tables import write_tables
from tidings.run.pile.telling import TellStory, part_pile, tell_partitions, untold
from tidings.run.reading import ReadBatch
from tidings.runners import Local, OnRay, Pool, Runner
from tidings.stages.link.stories import Stories
from tidings.text.ids import content_id

__all__ = ["Pile", "Ran", "run_pile", "runner_of"]

AT_ONCE = 2_000  # documents compared all with all when a pile is parted into stories: 89 MB
PARTITION_BYTES = 2_000_000  # of input for each partition where none is asked for: some 500 articles
MOST_PARTITIONS = 4_096  # files that one folder holds well


@dataclass(frozen=True)
class Pile:
    """How a pile is worked through; of these `largest` alone changes what is told."""

    runner: Runner = field(default_factory=Local)
    partitions: int | None = None  # as a run was begun; else by the size of the inputs
    largest: int = 600  # documents of one story: what a worker holds at once


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run did: how much came in, rows by table, and what was set aside."""

    articles: int
    documents: int
    stories: int
    rows: dict[str, int]
    set_aside: tuple[SetAside, ...]


DEFAULTS = Options()


def run_pile(paths: Sequence[str], out: Path, pile: Pile, options: Options = DEFAULTS, plan: Plan | None = None) -> Ran:
    """Read all articles, part them into stories, link and tell each, and write the tables.

    What an earlier run did in the same folder is taken as it is, wherever its receipt fits.
    Raises OutputError where the folder cannot be used.
    """
    check_arrow()
    plan, layout = plan or default_plan(), Layout(out)
    with layout.held():
        partitions = layout.partitions(pile.partitions, _guess(paths))
        layout.tidy()
        options.progress.start("gathering", None)
        gathered = gather(inputs(paths, options), layout, partitions)
        step = next((step for step in plan.link if isinstance(step, Stories)), None)
        read = ReadPartition(ReadBatch(plan.remembering(None)), step)
        read_partitions(read, gathered, layout, (pile.runner, options.progress, plan.read_version))
        parted = part_pile(step, layout, partitions, (AT_ONCE, pile.largest))
        version = content_id(plan.link_version, plan.tell_version, to_json(to_plain(plan.generator())))
        teller = TellStory(plan.link, plan.tell, plan.generator())
        tell_partitions(teller, parted, layout, partitions, (pile.runner, options.progress, version))
        written = write_tables(layout, partitions, pile.runner, options.progress)
        lost = _sorted((*gathered.set_aside, *parted.set_aside, *untold(layout, partitions), *written.set_aside))
        with write_whole(layout.set_aside) as stream:
            stream.writelines((to_json(to_plain(one)) + "\n").encode("utf-8") for one in lost)
        counts = {"articles": gathered.articles, "documents": len(parted.readings), "stories": len(parted.stories)}
        layout.write(
            layout.root / "receipt.json",
            {
                "schema": "tidings.run/1",
                "version": VERSION,
                "plan": content_id(plan.read_version, version),
                "counts": {**counts, **written.rows, "set_aside": len(lost)},
                "days": written.days,
            },
        )
    return Ran(gathered.articles, len(parted.readings), len(parted.stories), written.rows, lost)


@contextmanager
def runner_of(kind: str, workers: int, address: str | None = None) -> Iterator[Runner]:
    """Worker processes on this machine ("local"), each apart so that no article can end the run, or a Ray cluster ("ray")."""
    if kind == "ray":
        with OnRay(address, workers) as runner:
            yield runner
    else:
        with Pool(workers) as pool:
            yield pool


def _sorted(lost: Iterable[SetAside]) -> tuple[SetAside, ...]:
    return tuple(sorted(set(lost), key=lambda one: (one.path, one.stage, one.reason)))


def _guess(paths: Sequence[str]) -> int:
    """How many partitions inputs of this size are worth."""
    size = sum(_sizes(paths))
    return max(1, min(MOST_PARTITIONS, size // PARTITION_BYTES))


def _sizes(paths: Sequence[str]) -> Iterator[int]:
    for path in paths:
        for folder, _, files in os.walk(path):
            yield from (_size(os.path.join(folder, name)) for name in files)
        yield _size(path)


def _size(path: str) -> int:
    """Bytes of a file, four times as many of a packed one; of standard input nothing is known."""
    try:
        packed = path.endswith((".gz", ".zst", ".lz4"))
        return os.stat(path).st_size * (4 if packed else 1)
    except (OSError, ValueError):
        return 0
