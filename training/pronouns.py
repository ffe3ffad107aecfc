"""Makes src/tidings/lexicon/pronoun_evidence.tsv, by which a pronoun's chains are weighed.

    python -m training.pronouns --gold ../shared [--write]

A softmax over the chains that agree and "nobody", fitted on the he and she of
`pronoun_cases.jsonl` and of the dev half of `evals/labels/chains.jsonl`. It prints what of them
holds when a tenth of the texts is left out in turn.
Needs scipy, which training alone uses.
"""

import argparse
from pathlib import Path

from training.labelled import cases, held_out, learnt, signs_of, tell

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/pronoun_evidence.tsv"
HEAD = """# What each sign adds for a chain as what "he" or "she" means, or for nobody; the chances are a softmax.
# Learnt by training/pronouns.py on {count} labelled pronouns of BASIL, PolNeAR train and Timeline17, among them those of
# the dev half of evals/labels/chains.jsonl. Not one by one to be changed: they hold together.
# sign, weight
"""
SLIGHT = 0.005  # weights that are not kept


def main() -> None:
    """Fit, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds gold/")
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    found = [one for one in cases(options.gold / "gold") if one.form == "pronoun"]
    names = signs_of(found, 0)
    tell("he, she", list(held_out(names, found)), sum(one.named for one in found))
    if options.write:
        weights = zip(names, learnt(names, found).tolist(), strict=True)
        lines = [f"{name}\t{weight:.2f}" for name, weight in weights if abs(weight) >= SLIGHT]
        TABLE.write_text(HEAD.format(count=len(found)) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
