"""`python -m bench.fuzz TARGET [--seconds N]`: what any parser makes of what nobody would write.

Needs atheris (`pip install atheris`), which is no part of the developer's setup. A crash, a broken
promise or a text that takes longer than SLOW seconds stops the run; the input is kept in --findings.
The seconds are the processor's, so that a busy machine does not shorten a run.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import atheris

PARSERS = [
    "tidings.text",
    "tidings.grammar.layout",
    "tidings.grammar.dates",
    "tidings.grammar.quotes.quote_marks",
    "tidings.sources",
]

with atheris.instrument_imports(include=PARSERS):
    from bench.fuzz.targets import TARGETS

SLOW = 25  # seconds for one input of at most LONGEST bytes
LONGEST = 4096
BUSY = 12  # how many times as long as its own time a run may take on a busy machine


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description="Fuzz one of the parsers.")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--findings", type=Path, default=Path("out/fuzz"))
    asked = parser.parse_args()
    corpus = asked.findings / asked.target
    corpus.mkdir(parents=True, exist_ok=True)
    limits = [
        f"-max_total_time={asked.seconds * BUSY}",
        f"-timeout={SLOW}",
        f"-max_len={LONGEST}",
        "-rss_limit_mb=4096",
    ]
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-artifact_prefix={asked.findings}/{asked.target}-", *limits],
        target(asked.target, asked.seconds),
    )
    atheris.Fuzz()


def target(name: str, seconds: int) -> Callable[[bytes], None]:
    """The target's check, which ends the process, all well, when its seconds are spent."""
    check, done, began = TARGETS[name], 0, time.process_time()

    def checked(data: bytes) -> None:
        nonlocal done
        check(bytes(data))
        done += 1
        if time.process_time() - began > seconds:
            sys.stderr.write(f"{name}: {done} inputs in {seconds} seconds of processor time, nothing found\n")
            sys.stderr.flush()
            os._exit(0)

    return checked


if __name__ == "__main__":
    main()
