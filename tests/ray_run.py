"""`run` on a real local Ray cluster of two worker processes, one of them killed under an article; prints what differs.

A program of its own: Ray warns of much, and its processes end with it.
"""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from light import LIGHT, LightClean

from tidings.engine import Pile, run_pile
from tidings.model import Raw, Reading
from tidings.runners import Local, OnRay, Runner


@dataclass(frozen=True)
class KilledOnce(LightClean):
    """As LightClean, but the first worker that meets the word ONCE is killed under it."""

    marker: str = ""

    def run(self, batch: Sequence[Raw]) -> Iterator[Reading]:
        if any("ONCE" in raw.text for raw in batch) and not Path(self.marker).exists():
            Path(self.marker).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield from super().run(batch)


def content(out: Path) -> dict[str, bytes]:
    """Every file but what a run goes on from."""
    found = (p for p in sorted(out.rglob("*")) if p.is_file() and p.name != "run.json")
    kept = (p for p in found if p.relative_to(out).as_posix().split("/")[:2][-1] not in {"read", "tell"})
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in kept if not p.is_relative_to(out / "work")}


def check(name: str, found: dict[str, bytes], expected: dict[str, bytes]) -> None:
    if found != expected:
        sys.exit(f"{name}: {sorted(k for k in {*found, *expected} if found.get(k) != expected.get(k))}")


def main(folder: Path) -> None:
    pile, marker = folder / "pile", folder / "killed"
    pile.mkdir()
    for number in range(28):
        extra = {3: " POISON", 9: " ONCE"}.get(number, "")
        text = f'Day {number}\nAnna said "ship {number % 4} sails".\nBoris said "no {number % 3}".{extra}\n'
        (pile / f"{number:02}.txt").write_text(text)
    plan = replace(LIGHT, read=(KilledOnce(marker=str(marker)), *LIGHT.read[1:]))

    def run(name: str, runner: Runner, partitions: int) -> dict[str, bytes]:
        run_pile([str(pile)], folder / name, Pile(runner, partitions), plan=plan)
        return content(folder / name)

    marker.touch()
    local = Local(1, apart=True)
    expected = run("local", local, 3)
    with OnRay(workers=2, retries=0) as runner:
        for partitions in (1, 2):
            check(f"{partitions} partitions", run(f"ray-{partitions}", runner, partitions), expected)
        marker.unlink()
        check("7 partitions, one worker killed", run("ray-7", runner, 7), expected)
        if not marker.exists():
            sys.exit("no worker was killed")
        (pile / "deadly.txt").write_text("DEADLY")
        expected = run("local", local, 3)
        check("an article that kills every worker", run("ray-7", runner, 7), expected)
    lines = expected["set_aside.jsonl"].decode().count("\n")
    print(f"{lines} set aside, the same bytes on Ray for 1, 2 and 7 partitions, killed or not")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
