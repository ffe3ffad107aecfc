"""Stories by people who never saw the program, scored row by row: `python -m evals.unseen --gold ../shared open`."""

import argparse
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from evals.accounts import scored_text

__all__ = ["main"]

STORIES = Path(__file__).parent / "unseen_stories"
ROW = re.compile(r"^(\S.{0,33}\S) +(\d+)/(\d+) +[01]\.\d{3}(?:\s|$)")


def main() -> None:
    """Score the stories of a part: each as a whole, and the rows of all added up."""
    parser = argparse.ArgumentParser(prog="python -m evals.unseen", description=__doc__.partition(":")[0])
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds tools/score_account.py")
    parser.add_argument("--jobs", type=int, default=1, help="stories told at once")
    parser.add_argument("part", choices=["open", "aside"], help="the stories to work on, or those kept aside")
    options = parser.parse_args()
    folders = sorted(path.parent for path in (STORIES / options.part).glob("*/gold.json"))
    with ProcessPoolExecutor(options.jobs) as pool:
        texts = list(pool.map(partial(scored_text, options.gold), folders))
    hits: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for match in (m for text in texts for line in text.splitlines() if (m := ROW.match(line))):
        hits[match[1]] += int(match[2])
        wanted[match[1]] += int(match[3])
    for name in wanted:
        print(f"{name:<36}{hits[name]:>6}/{wanted[name]:<6}{hits[name] / max(1, wanted[name]):.3f}")
    scores = [float(text.split()[-1]) for text in texts]
    for folder, score in zip(folders, scores, strict=True):
        print(f"{folder.name:<36}{score:.3f}")
    print(f"{'mean':<36}{sum(scores) / len(scores):.4f}")


if __name__ == "__main__":
    main()
