"""Kills `add` and `tell` at random moments and says what was lost or doubled; run as a program, prints one line.

One parent loads tidings once and forks a child for each kill, so that thirty take seconds.
"""

import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

from light import LIGHT

from tidings.codec import account_to_json
from tidings.engine import open_case
from tidings.run import reading

TABLES = ("documents", "readings", "sources", "links", "groups", "set_aside", "passages", "found")


def add(case_file: Path, pile: Path) -> None:
    with open_case(case_file, plan=LIGHT) as case:
        case.add([str(pile)])


def tell(case_file: Path, pile: Path) -> None:
    with open_case(case_file, plan=LIGHT) as case:
        case.tell()


def add_then_tell(case_file: Path, pile: Path) -> None:
    add(case_file, pile)
    tell(case_file, pile)


def killed(act, case_file: Path, pile: Path, seconds: float) -> bool:
    """Run the act in a child and kill it after some time; whether it was still at work."""
    child = os.fork()
    if child == 0:
        act(case_file, pile)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def content(case_file: Path) -> dict[str, list[tuple]]:
    """All rows but those that hold a time of day or the number of a passage."""
    with sqlite3.connect(case_file) as connection:
        rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    rows["documents"] = [row[:-1] for row in rows["documents"]]
    rows["passages"] = [row[1:] for row in rows["passages"]]
    return {table: sorted(found, key=repr) for table, found in rows.items()}


def account(case_file: Path) -> str:
    with open_case(case_file, plan=LIGHT) as case:
        return account_to_json(case.tell())


def half_done(case_file: Path, expected: dict[str, list[tuple]]) -> list[str]:
    """What a killed case holds that it should not: rows of no document, or documents without rows."""
    found = content(case_file)
    documents = {row[0] for row in found["documents"]}
    wrong = [t for t in ("documents", "readings", "sources") if not set(found[t]) <= set(expected[t])]
    wrong += ["readings of no document"] if {row[0] for row in found["readings"]} != documents else []
    passages = [row for row in expected["passages"] if row[0] in documents]
    wrong += ["passages lost or doubled"] if found["passages"] != passages else []
    wrong += ["words lost or doubled"] if len(found["found"]) != len(found["passages"]) else []
    return wrong


def main(folder: Path, kills: int) -> None:
    reading.BATCH_DOCUMENTS = 1  # thirty commits
    pile = folder / "pile"
    pile.mkdir()
    for number in range(30):
        (pile / f"{number}.txt").write_text(f'Day {number}\nAnna said "ship {number % 7} sails".\nBoris said no.\n')
    random.seed(11)
    add_then_tell(folder / "whole.case", pile)
    expected, told = content(folder / "whole.case"), account(folder / "whole.case")
    lasts = {add: timed(add, folder / "timed.case", pile), tell: timed(tell, folder / "timed.case", pile)}
    lasts[add_then_tell] = lasts[add] + lasts[tell]
    at_work = tries = 0
    while at_work < kills and tries < 4 * kills:
        case_file, act = folder / f"{tries}.case", (add, add_then_tell, tell)[tries % 3]
        tries += 1
        if act is tell:
            add(case_file, pile)
        at_work += killed(act, case_file, pile, random.uniform(0.0, 1.0) * lasts[act])
        if created(case_file) and (wrong := half_done(case_file, expected)):
            sys.exit(f"kill {tries}: {wrong}")
        add_then_tell(case_file, pile)
        if content(case_file) != expected or account(case_file) != told:
            sys.exit(f"kill {tries}: not what an undisturbed run gives")
        with open_case(case_file, plan=LIGHT) as case:
            if case.damage():
                sys.exit(f"kill {tries}: {case.damage()}")
    print(f"{at_work} killed at work")


def timed(act, case_file: Path, pile: Path) -> float:
    """How long an undisturbed run takes."""
    started = time.monotonic()
    act(case_file, pile)
    return time.monotonic() - started


def created(case_file: Path) -> bool:
    """Whether the tables were made before the kill."""
    if not case_file.exists():
        return False
    with sqlite3.connect(case_file) as connection:
        return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
