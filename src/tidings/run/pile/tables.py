"""The accounts of all stories as Parquet tables, a folder a publication day; a day is signed when its files are there."""

import shutil
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tidings.codec import account_from_json, pack, unpack
from tidings.exports import DAILY, Cell, PartWriter, Table, day_rows
from tidings.model import SetAside
from tidings.run.pile.files import Frame, Spill, digest_of, frames, places, read_at, write_frames, write_whole
from tidings.run.pile.layout import Layout
from tidings.run.progress import Progress
from tidings.run.retried import TWICE, one_by_one, retried
from tidings.runners import Died, Runner

__all__ = ["DayRows", "Written", "write_tables"]

UNDATED = "__HIVE_DEFAULT_PARTITION__"  # what tools that read partitioned Parquet take for "no value"
GROUP_ROWS, GROUP_BYTES = 20_000, 32_000_000  # of a row group: what is held at once
PART_ROWS = 500_000  # of one file
TOGETHER = 16  # stories a worker turns to rows in one task


Rows = tuple[tuple[str, str, bytes], ...]  # day, what it is sorted by, the packed row


@dataclass(frozen=True)
class DayRows:
    """The rows of some stories' accounts, packed, each with its day and what it is sorted by."""

    def __call__(self, task: tuple[tuple[str, bytes], ...]) -> tuple[Rows, tuple[SetAside, ...]]:
        rows: list[tuple[str, str, bytes]] = []
        lost: list[SetAside] = []
        for story, data in task:
            account = account_from_json(zlib.decompress(data).decode("utf-8"))
            lost += (SetAside(f"story {story}", one.stage, one.reason) for one in account.set_aside)
            for number, row in enumerate(day_rows(account)):
                rows.append((row.day or UNDATED, f"{row.table}/{story}/{number:08}", pack(row.cells)))
        return tuple(rows), tuple(lost)


@dataclass(frozen=True, slots=True)
class Written:
    """What the tables hold: rows by table, days, stories that could not be turned to rows."""

    rows: dict[str, int]
    days: dict[str, str]  # day: digest of its rows
    set_aside: tuple[SetAside, ...]


def write_tables(layout: Layout, partitions: int, runner: Runner, progress: Progress) -> Written:
    """Write every day that no receipt says is written; days that hold nothing any more go."""
    spill = Spill(layout.empty("rows"))
    lost: list[SetAside] = []
    stories = sum(1 for number in range(partitions) for _ in places(layout.file("told", number)))
    progress.start("laying out rows", stories)
    for task, result in retried(runner, DayRows(), _tasks(layout, partitions), one_by_one):
        progress.advance(len(task))
        if isinstance(result, Died):
            result = ((), tuple(SetAside(f"story {story}", "tables", TWICE) for story, _ in task))
        for day, key, data in result[0]:
            spill.put(day, key, data)
        lost += result[1]
    spill.flush()
    days = sorted(path.name for path in spill.folder.iterdir())
    progress.start("writing days", len(days))
    counts: dict[str, int] = {}
    digests: dict[str, str] = {}
    for day in days:
        digests[day], rows = _write_day(layout, day, spill.folder / day)
        for table, number in rows.items():
            counts[table] = counts.get(table, 0) + number
        progress.advance()
    _forget(layout, set(days))
    return Written(dict(sorted(counts.items())), digests, tuple(lost))


def _tasks(layout: Layout, partitions: int) -> Iterator[tuple[tuple[str, bytes], ...]]:
    batch: list[tuple[str, bytes]] = []
    for number in range(partitions):
        for story in frames(layout.file("told", number)):
            batch.append(story)
            if len(batch) >= TOGETHER:
                yield tuple(batch)
                batch = []
    if batch:
        yield tuple(batch)


def _write_day(layout: Layout, day: str, spilled: Path) -> tuple[str, dict[str, int]]:
    """One day's files, unless its receipt names these very rows; their digest and how many a table has."""
    ordered = spilled.with_name(f"{day}.sorted")
    keys = write_frames(spilled, ordered)
    rows = digest_of(ordered) or ""
    counts: dict[str, int] = {}
    for key in keys:
        name = key.partition("/")[0]
        counts[name] = counts.get(name, 0) + 1
    receipt = layout.receipt("days", day) or {}
    files = receipt.get("files")
    if receipt.get("rows") != rows or not isinstance(files, dict):
        whole = False
    else:
        whole = all(digest_of(layout.root / name) == told for name, told in files.items())
    if not whole:
        made: dict[str, str] = {}
        found: dict[str, list[Frame]] = {}
        for frame in places(ordered):
            found.setdefault(frame.key.partition("/")[0], []).append(frame)
        for table in DAILY:
            made |= _write_parts(layout, table, day, (ordered, found.get(table.name, [])))
        for stale in _files_of(layout, day) - made.keys():
            (layout.root / stale).unlink()
        layout.write(layout.receipt_path("days", day), {"day": day, "rows": rows, "tables": counts, "files": made})
    spilled.unlink()
    ordered.unlink()
    return rows, counts


def _write_parts(layout: Layout, table: Table, day: str, source: tuple[Path, list[Frame]]) -> dict[str, str]:
    """The files of one table and day with their digests; none where there are no rows."""
    ordered, found = source
    made: dict[str, str] = {}
    for number, start in enumerate(range(0, len(found), PART_ROWS)):
        path = layout.root / table.name / f"day={day}" / f"part-{number:05}.parquet"
        with write_whole(path) as stream:
            writer = PartWriter(table, stream)
            for group in _groups(ordered, found[start : start + PART_ROWS]):
                writer.write(group)
            writer.close()
        made[path.relative_to(layout.root).as_posix()] = digest_of(path) or ""
    return made


def _groups(ordered: Path, found: list[Frame]) -> Iterator[list[tuple[Cell, ...]]]:
    rows: list[tuple[Cell, ...]] = []
    size = 0
    for data in read_at(ordered, found):
        rows.append(tuple(unpack(data, list)))
        size += len(data)
        if len(rows) >= GROUP_ROWS or size > GROUP_BYTES:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _files_of(layout: Layout, day: str) -> set[str]:
    folders = (layout.root / table.name / f"day={day}" for table in DAILY)
    return {path.relative_to(layout.root).as_posix() for folder in folders for path in folder.glob("part-*.parquet")}


def _forget(layout: Layout, days: set[str]) -> None:
    """Take away the days that no story tells of any more, their receipt first."""
    for receipt in sorted((layout.root / "receipts" / "days").glob("*.json")):
        if receipt.stem not in days:
            receipt.unlink()
    for table in DAILY:
        for folder in sorted((layout.root / table.name).glob("day=*")):
            if folder.name.removeprefix("day=") not in days:
                shutil.rmtree(folder)
