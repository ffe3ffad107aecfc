"""Makes src/tidings/lexicon/role_evidence.tsv, by which the chains that "the senator" or "the city" may mean are weighed.

    python -m training.roles --gold ../shared [--write]

A softmax over the named chains and "nobody", fitted on `role_cases.jsonl`. It prints what of them
holds when a tenth of the texts is left out in turn. Needs scipy, which training alone uses.
"""

import argparse
from pathlib import Path

from training.labelled import ROLES, cases, held_out, learnt, signs_of, tell

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/role_evidence.tsv"
HEAD = """# What each sign adds for a chain as what a role without a name means, or for nobody; the chances are a softmax.
# Learnt by training/roles.py on {count} labelled roles of PolNeAR train, BASIL and Timeline17.
# Not one by one to be changed: they hold together.
# sign, weight
"""
SLIGHT = 0.005  # weights that are not kept
LEAST = 5  # labelled cases of a noun that gets a weight of its own


def main() -> None:
    """Fit, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds gold/")
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    found = [one for one in cases(options.gold / "gold") if one.form == "nominal"]
    names = signs_of(found, LEAST)
    judged = list(held_out(names, found))
    tell("all", judged, sum(one.named for one in found))
    for kind in sorted({one.kind for one in found}):
        here = [(one, chance, right) for one, chance, right in judged if one.kind == kind]
        tell(kind, here, sum(one.named for one in found if one.kind == kind))
    if options.write:
        weights = zip(names, learnt(names, found).tolist(), strict=True)
        lines = [f"{name}\t{weight:.2f}" for name, weight in weights if abs(weight) >= SLIGHT]
        count = len(ROLES.read_text("utf-8").splitlines())
        TABLE.write_text(HEAD.format(count=count) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
