"""Kills `run` at random moments and says whether going on gives what an undisturbed run gives; prints one line.

One parent loads tidings once and forks a child for each kill; some piles are killed several times before they are whole.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from light import LIGHT

from tidings.engine import Pile, run_pile
from tidings.run.pile import tables

PARTITIONS = 6


def work(pile: Path, out: Path) -> None:
    run_pile([str(pile)], out, Pile(partitions=PARTITIONS), plan=LIGHT)


def killed(pile: Path, out: Path, seconds: float) -> bool:
    """Run in a child and kill it after some time; whether it was still at work."""
    child = os.fork()
    if child == 0:
        work(pile, out)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def content(out: Path) -> dict[str, bytes]:
    """Every file that is there, but what a run goes on from."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and not path.is_relative_to(out / "work"))
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def half_done(out: Path) -> list[str]:
    """What stands in the folder that should not: tables whose receipt names other bytes, a last receipt too early."""
    wrong = []
    for receipt in (out / "receipts" / "days").glob("*.json"):
        files = json.loads(receipt.read_text("utf-8"))["files"]
        wrong += [name for name in files if not (out / name).exists()]
    return wrong


def write(pile: Path) -> None:
    pile.mkdir()
    for number in range(24):
        text = f'Day {number}\nAnna said "ship {number % 7} sails".\nBoris said no.{" POISON" if number == 5 else ""}\n'
        record = {"text": text, "published": f"2030-01-{number % 6 + 1:02}"}
        (pile / f"{number:02}.jsonl").write_text(json.dumps(record))


def main(folder: Path, kills: int) -> None:
    pile = folder / "pile"
    write(pile)
    tables.TOGETHER = 1
    work(pile, folder / "warm")
    started = time.monotonic()
    work(pile, folder / "whole")
    lasts = time.monotonic() - started
    expected = content(folder / "whole")
    random.seed(13)
    at_work = tries = 0
    while at_work < kills and tries < 20 * kills:
        out = folder / f"{tries // 3}"  # three kills to a pile
        left = lasts / (1 + tries % 3)  # a run that goes on has less to do
        at_work += killed(pile, out, random.uniform(0.0, 1.0) * left)
        tries += 1
        if wrong := half_done(out):
            sys.exit(f"kill {tries}: {wrong}")
        if (out / "receipt.json").exists() and content(out) != expected:
            sys.exit(f"kill {tries}: signed, and not what an undisturbed run gives")
        if tries % 3 == 0:
            work(pile, out)
            if content(out) != expected:
                sys.exit(f"kill {tries}: not what an undisturbed run gives")
    print(f"{at_work} killed at work")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
