"""`python -m bench.fuzz TARGET [--seconds N]`: what any parser makes of what nobody would write.

Needs atheris (`pip install atheris`), which is no part of the developer's setup. A crash, a broken
promise or a text that takes longer than SLOW seconds stops the run; the input is kept in --findings.
"""

import argparse
import sys
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


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description="Fuzz one of the parsers.")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--findings", type=Path, default=Path("out/fuzz"))
    asked = parser.parse_args()
    corpus = asked.findings / asked.target
    corpus.mkdir(parents=True, exist_ok=True)
    limits = [
        f"-max_total_time={asked.seconds}",
        f"-timeout={SLOW}",
        f"-max_len={LONGEST}",
        "-rss_limit_mb=4096",
        "-len_control=0",
    ]
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-artifact_prefix={asked.findings}/{asked.target}-", *limits], target(asked.target)
    )
    atheris.Fuzz()


def target(name: str):
    check = TARGETS[name]
    return lambda data: check(bytes(data))


if __name__ == "__main__":
    main()
