"""The accounts of all stories as Parquet tables, a folder a publication day; a day is signed when its files are there."""

import shutil
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tidings.codec import account_from_json, pack, unpack
from tidings.exports import DAILY, Cell, PartWriter, Table, day_rows
from tidings.model import SetAside
from tidings.run.pile.files import (
    Frame,
    Spill,
    digest_of,
    frames,
    places,
    read_at,
    settle,
    sorted_frames,
    write_frames,
    write_whole,
)
from tidings.run.pile.layout import Layout, Receipt
from tidings.run.progress import Progress
from tidings.run.retried import TWICE, one_by_one, retried
from tidings.runners import Died, Runner
from tidings.text.ids import digest

__all__ = ["DayFiles", "DayRows", "Written", "write_tables"]

UNDATED = "__HIVE_DEFAULT_PARTITION__"  # what tools that read partitioned Parquet take for "no value"
GROUP_ROWS, GROUP_BYTES = 20_000, 32_000_000  # of a row group: what is held at once
PART_ROWS = 500_000  # of one file
TOGETHER = 16  # stories a worker turns to rows in one task
AWAY = 4_000_000  # bytes of a day's rows that a worker turns to files; a larger day is written here, group by group


Rows = tuple[tuple[str, str, bytes], ...]  # day, what it is sorted by, the packed row


@dataclass(frozen=True)
class DayRows:
    """The rows of some stories' accounts, packed, each with its day and what it is sorted by."""

    def __call__(self, task: tuple[tuple[str, bytes], ...]) -> tuple[Rows, tuple[SetAside, ...]]:
        rows: list[tuple[str, str, bytes]] = []
        lost: list[SetAside] = []
        for story, data in task:
            told = zlib.decompress(data).decode("utf-8")
            account = account_from_json(told)
            lost += (SetAside(f"story {story}", one.stage, one.reason) for one in account.set_aside)
            for number, row in enumerate(day_rows(account, told)):
                rows.append((row.day or UNDATED, f"{row.table}/{story}/{number:08}", pack(row.cells)))
        return tuple(rows), tuple(lost)


DayTask = tuple[str, tuple[tuple[str, tuple[bytes, ...]], ...]]  # day, and of each table the packed rows


@dataclass(frozen=True)
class DayFiles:
    """The files of one day, as bytes with their digest: of each table one."""

    def __call__(self, task: DayTask) -> tuple[tuple[str, bytes, str], ...]:
        tables = {table.name: table for table in DAILY}
        found = []
        for name, rows in task[1]:
            stream = BytesIO()
            _written(tables[name], rows, stream)
            data = stream.getvalue()
            found.append((name, data, digest(data)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Day:
    """One day's rows, sorted, and what is known of them."""

    name: str
    spilled: Path
    ordered: Path | bytes  # a large day's lie in a file
    tables: dict[str, list[Frame]]
    rows: str  # their digest

    def data(self, found: Sequence[Frame]) -> Iterator[bytes]:
        """The packed rows of these frames."""
        if isinstance(self.ordered, Path):
            return read_at(self.ordered, found)
        held = self.ordered
        return (held[frame.offset : frame.offset + frame.size] for frame in found)


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
    for task, result in retried(runner, DayRows(), _tasks(layout, partitions), one_by_one, ordered=False):
        progress.advance(len(task))
        if isinstance(result, Died):
            result = ((), tuple(SetAside(f"story {story}", "tables", TWICE) for story, _ in task))
        for name, key, data in result[0]:
            spill.put(name, key, data)
        lost += result[1]
    spill.flush()
    names = sorted(path.name for path in spill.folder.iterdir())
    progress.start("writing days", len(names))
    counts: dict[str, int] = {}
    digests: dict[str, str] = {}
    waiting: dict[str, _Day] = {}
    before = _files_before(layout)

    def sign(day: _Day, made: dict[str, str]) -> None:
        _sign(layout, day, made, before.get(day.name, set()))
        done(day)

    def done(day: _Day) -> None:
        for table, found in day.tables.items():
            counts[table] = counts.get(table, 0) + len(found)
        digests[day.name] = day.rows
        day.spilled.unlink()
        if isinstance(day.ordered, Path):
            day.ordered.unlink()
        progress.advance()

    def tasks() -> Iterator[DayTask]:
        for name in names:
            day = _sorted(name, spill.folder / name)
            if _is_whole(layout, day):
                done(day)
            elif isinstance(day.ordered, Path):
                sign(day, _written_here(layout, day))
            else:
                waiting[name] = day
                yield name, tuple((table, tuple(day.data(found))) for table, found in day.tables.items())

    for (name, _), files in retried(runner, DayFiles(), tasks(), lambda task: [task], ordered=False):
        day = waiting.pop(name)
        sign(day, _written_here(layout, day) if isinstance(files, Died) else dict(_kept(layout, day, files)))
    _forget(layout, set(names))
    settle()
    return Written(dict(sorted(counts.items())), dict(sorted(digests.items())), tuple(lost))


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


def _sorted(name: str, spilled: Path) -> _Day:
    """A day's rows in their order; where they are many, under work/."""
    ordered: Path | bytes
    found: Iterable[Frame]
    if spilled.stat().st_size > AWAY:
        ordered = spilled.with_name(f"{name}.sorted")
        write_frames(spilled, ordered, lasting=False)
        found, rows = places(ordered), digest_of(ordered) or ""
    else:
        ordered, found = sorted_frames(spilled)
        rows = digest(ordered)
    tables: dict[str, list[Frame]] = {}
    for frame in found:
        tables.setdefault(frame.key.partition("/")[0], []).append(frame)
    return _Day(name, spilled, ordered, tables, rows)


def _is_whole(layout: Layout, day: _Day) -> bool:
    """Whether the day's receipt names these very rows, and its files are as they were left."""
    receipt = layout.receipt("days", day.name) or {}
    files = receipt.get("files")
    if receipt.get("rows") != day.rows or not isinstance(files, dict):
        return False
    return all(digest_of(layout.root / name) == told for name, told in files.items())


def _sign(layout: Layout, day: _Day, made: dict[str, str], before: set[str]) -> None:
    """Take away files that the day had before, and write its receipt over those it has now.

    It is not waited for on the disk, nor are the files: a receipt that a cut of power left alone names digests that do not fit.
    """
    for stale in before - made.keys():
        (layout.root / stale).unlink()
    counts = {table: len(found) for table, found in day.tables.items()}
    receipt: Receipt = {"day": day.name, "rows": day.rows, "tables": counts, "files": dict(sorted(made.items()))}
    layout.write(layout.receipt_path("days", day.name), receipt, lasting=False)


def _kept(layout: Layout, day: _Day, files: Iterable[tuple[str, bytes, str]]) -> Iterator[tuple[str, str]]:
    """Files that a worker made, put in their place: where, and the digest of each."""
    for table, data, told in files:
        path = _part(layout, table, day.name, 0)
        with write_whole(path, lasting=False) as stream:
            stream.write(data)
        yield path.relative_to(layout.root).as_posix(), told


def _written_here(layout: Layout, day: _Day) -> dict[str, str]:
    """A day's files written group by group, so that no more than one group is held; the digest of each."""
    made: dict[str, str] = {}
    for table in DAILY:
        found = day.tables.get(table.name, [])
        for number, start in enumerate(range(0, len(found), PART_ROWS)):
            path = _part(layout, table.name, day.name, number)
            with write_whole(path, lasting=False) as stream:
                _written(table, day.data(found[start : start + PART_ROWS]), stream)
            made[path.relative_to(layout.root).as_posix()] = digest_of(path) or ""
    return made


def _part(layout: Layout, table: str, day: str, number: int) -> Path:
    return layout.root / table / f"day={day}" / f"part-{number:05}.parquet"


def _written(table: Table, rows: Iterable[bytes], stream: BinaryIO) -> None:
    """Packed rows as one Parquet file."""
    writer = PartWriter(table, stream)
    for group in _groups(rows):
        writer.write(group)
    writer.close()


def _groups(packed: Iterable[bytes]) -> Iterator[list[tuple[Cell, ...]]]:
    rows: list[tuple[Cell, ...]] = []
    size = 0
    for data in packed:
        rows.append(tuple(unpack(data, list)))
        size += len(data)
        if len(rows) >= GROUP_ROWS or size > GROUP_BYTES:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _files_before(layout: Layout) -> dict[str, set[str]]:
    """The files of each day that lie there now."""
    found: dict[str, set[str]] = {}
    for path in (path for table in DAILY for path in (layout.root / table.name).glob("day=*/part-*.parquet")):
        found.setdefault(path.parent.name.removeprefix("day="), set()).add(path.relative_to(layout.root).as_posix())
    return found


def _forget(layout: Layout, days: set[str]) -> None:
    """Take away the days that no story tells of any more, their receipt first."""
    for receipt in sorted((layout.root / "receipts" / "days").glob("*.json")):
        if receipt.stem not in days:
            receipt.unlink()
    for table in DAILY:
        for folder in sorted((layout.root / table.name).glob("day=*")):
            if folder.name.removeprefix("day=") not in days:
                shutil.rmtree(folder)
