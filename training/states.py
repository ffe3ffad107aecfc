"""Makes src/tidings/lexicon/state_evidence.tsv, by which the state is weighed that an official acts for.

    python -m training.states --gold ../shared [--write]

A softmax over the states that a text names and "none of them", fitted on the people and bodies of
evals/labels/reports.jsonl (its test part left out) whose own words tell no state. It prints what of them
holds when a tenth of the piles is left out in turn. Needs scipy, which training alone uses.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from evals.parsed import parsed
from evals.reports import rows, texts
from tidings.grammar.chains.home_state import is_weighable, named_office
from tidings.grammar.chains.landscape import landscape
from tidings.grammar.chains.state_evidence import TABLE, for_none, for_states
from tidings.model import Chain, Reading
from training.labelled import Case, held_out, learnt, signs_of, tell

HEAD = """# What each sign adds for a state as the one that an official or body acts for, or for none; the chances are a softmax.
# Learnt by training/states.py on {count} people and bodies of real reports (evals/labels/reports.jsonl without its test
# part), but "written", which no labelled report has: set by hand. Not one by one to be changed: they hold together.
# sign, weight
"""
BY_HAND = {"written": 1.5}
SLIGHT = 0.005  # weights that are not kept


def cases(gold: Path) -> Iterator[Case]:
    """Each labelled person or body whose own words tell no state, with the evidence for every state of its text."""
    told = texts(gold)
    for row in rows(test=False):
        for letter, name in sorted(row["docs"].items()):
            (reading,) = parsed([(name, told[name][0])])
            yield from cases_of(reading, row, letter)


def cases_of(reading: Reading, row: dict[str, Any], letter: str) -> Iterator[Case]:
    """The cases of one report of a pile."""
    if reading.analysis is None:
        return
    land = landscape(reading.analysis, reading.mentions, None)
    for chain in reading.chains:
        if chain.kind not in {"person", "organization"} or (chain.country is not None and not chain.weighed):
            continue
        asked = replace(chain, country=None, weighed=False)
        weighable = named_office(asked, land) is None and is_weighable(reading.analysis, reading.mentions, asked, land)
        party = party_of(reading, chain, row, letter) if weighable else None
        if party is None:
            continue
        found = for_states(reading.analysis, reading.mentions, asked, land)
        right = [state == party["acts_for"] for state in found]
        evidence = (*found.values(), for_none(asked, land))
        yield Case(row["pile"], chain.kind, chain.kind, any(right), evidence, (*right, not any(right)))


def party_of(reading: Reading, chain: Chain, row: dict[str, Any], letter: str) -> dict[str, Any] | None:
    """The labelled party that most mentions of a chain are wordings of."""
    assert reading.analysis is not None
    tokens, found = reading.analysis.tokens, Counter[int]()
    for m in chain.mentions:
        head = tokens[reading.mentions[m].head]
        for n, party in enumerate(row["parties"]):
            found[n] += any(
                d == letter and a <= head.start < b and not a <= tokens[head.head].start < b for d, a, b in party["at"]
            )
    best, often = found.most_common(1)[0] if found else (0, 0)
    return row["parties"][best] if often else None


def main() -> None:
    """Fit, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds gold/")
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    found = list(cases(options.gold / "gold"))
    names = signs_of(found, 0)
    judged = list(held_out(names, found))
    for form in ("person", "organization"):
        here = [one for one in judged if one[0].form == form]
        tell(form, here, sum(one.named for one, *_ in here))
    if options.write:
        weights = {**dict(zip(names, learnt(names, found).tolist(), strict=True)), **BY_HAND}
        lines = [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= SLIGHT]
        path = Path(__file__).parents[1] / "src/tidings/lexicon" / TABLE
        path.write_text(HEAD.format(count=len(found)) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
