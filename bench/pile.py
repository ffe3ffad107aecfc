"""What `tidings run` costs, stage by stage: core-seconds, wall, memory.

    python bench/pile.py read ARTICLES… [--workers 2] [--keep FILE]     all of it, over real articles
    python bench/pile.py made FILE N [N …] [--workers 2]                over N made readings of those kept in FILE:
                                                                        all of it but READ, for scaling

Prints one line of JSON a run, and for `made` the fitted exponent of cost between the first and the last N.
"""

import argparse
import json
import math
import os
import resource
import shutil
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from bench.worlds import FromKept, keep
from tidings.codec import unpack
from tidings.engine import Options, Pile, Plan, default_plan, run_pile
from tidings.model import Reading
from tidings.run.pile.files import frames
from tidings.runners import Died, Pool


@dataclass(frozen=True)
class Measured:
    """A function that also says what its process has used so far."""

    function: Callable[[Any], Any]

    def __call__(self, task: Any) -> tuple[Any, int, float, int]:
        result = self.function(task)
        used = resource.getrusage(resource.RUSAGE_SELF)
        return result, os.getpid(), used.ru_utime + used.ru_stime, used.ru_maxrss


@dataclass
class Metered:
    """Worker processes whose core-seconds and memory are added up, their start with its loading too."""

    pool: Pool
    seconds: dict[int, float] = field(default_factory=dict)
    largest: int = 0

    def map(
        self, function: Callable[[Any], Any], tasks: Iterable[Any], *, ordered: bool = True
    ) -> Iterator[tuple[Any, Any]]:
        """As the local runner does."""
        for task, found in self.pool.map(Measured(function), tasks, ordered=ordered):
            if isinstance(found, Died):
                yield task, found
                continue
            result, process, seconds, largest = found
            self.seconds[process] = seconds
            self.largest = max(self.largest, largest)
            yield task, result


@dataclass
class Stages:
    """A progress that notes when each stage began, and what all processes had used by then."""

    runner: Metered
    began: list[tuple[str, float, float]] = field(default_factory=list)

    def start(self, what: str, total: int | None) -> None:
        """A stage begins."""
        self.began.append((what, time.monotonic(), self.used()))

    def advance(self, steps: int = 1) -> None:
        """Nothing to note."""

    def warn(self, text: str) -> None:
        """Nothing to note."""

    def used(self) -> float:
        """Core-seconds of the driver and its workers."""
        own = resource.getrusage(resource.RUSAGE_SELF)
        return own.ru_utime + own.ru_stime + sum(self.runner.seconds.values())

    def costs(self) -> dict[str, dict[str, float]]:
        """Wall and core-seconds of each stage."""
        ends = [*self.began[1:], ("", time.monotonic(), self.used())]
        return {
            what: {"wall": round(later - at, 1), "cores": round(then - used, 1)}
            for (what, at, used), (_, later, then) in zip(self.began, ends, strict=True)
        }


def measured(paths: list[str], plan: Plan, workers: int, out: Path) -> dict[str, Any]:
    """One run, anew."""
    with Pool(workers) as pool:
        runner = Metered(pool)
        stages = Stages(runner)
        ran = run_pile(paths, out, Pile(runner), Options(progress=stages), plan)
    costs = stages.costs()
    cores = sum(cost["cores"] for cost in costs.values())
    return {
        "articles": ran.articles,
        "stories": ran.stories,
        "largest": sizes_of(out)[:5],
        "rows": sum(ran.rows.values()),
        "stages": costs,
        "cores": round(cores, 1),
        "cores_an_article": round(cores / max(1, ran.documents), 4),
        "worker_MB": runner.largest // 1024,
        "driver_MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def sizes_of(out: Path) -> list[int]:
    """How many documents each story has, the largest first."""
    files = (out / "stories").rglob("*.parquet")
    tables = (pq.read_table(path, columns=["documents"], partitioning=None) for path in files)
    return sorted((len(story) for table in tables for story in table["documents"]), reverse=True)


def readings_of(out: Path) -> list[Reading]:
    """All readings of a run, by document."""
    files = sorted((out / "work" / "readings").iterdir())
    found = [unpack(zlib.decompress(data), Reading) for path in files for _, data in frames(path)]
    return sorted(found, key=lambda reading: reading.document.id)


def made(file: str, count: int, workers: int, out: Path) -> dict[str, Any]:
    """A run over `count` made readings."""
    lines = out.with_suffix(".jsonl")
    lines.write_text("".join(json.dumps({"text": f"article number {n}"}) + "\n" for n in range(count)))
    plan = replace(default_plan(), read=(FromKept(path=str(Path(file).absolute())),))
    return measured([str(lines)], plan, workers, out)


def exponent(first: dict[str, Any], last: dict[str, Any]) -> float:
    """How cost grows: 1 is in proportion."""
    return math.log(last["cores"] / first["cores"]) / math.log(last["articles"] / first["articles"])


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["read", "made"])
    parser.add_argument("names", nargs="+")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        if options.what == "read":
            print(json.dumps(measured(options.names, default_plan(), options.workers, folder / "out")), flush=True)
            if options.keep:
                keep(readings_of(folder / "out"), options.keep)
            return
        file, *counts = options.names
        runs = []
        for count in map(int, counts):
            runs.append(made(file, count, options.workers, folder / f"out-{count}"))
            print(json.dumps(runs[-1]), flush=True)
            shutil.rmtree(folder / f"out-{count}")
        if len(runs) > 1:
            print(
                f"exponent of cost, {runs[0]['articles']} to {runs[-1]['articles']}: {exponent(runs[0], runs[-1]):.2f}"
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
