"""Whole accounts of the seeds and of the examples, scored by the scorer that lies beside the gold sets."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tidings.codec import account_to_json
from tidings.engine import tell

__all__ = ["examples", "run", "scored", "scored_text", "worst", "worst_of_examples"]

EXAMPLES = Path(__file__).parent.parent / "examples"
ROW = re.compile(r"^(\S.{0,33}\S) +\d+/\d+ +([01]\.\d{3})(?:\s|$)")
SCORE = re.compile(r"^score: ([01]\.\d{3})$")


def run(gold: Path) -> dict[str, float]:
    """Every row of the scorer on the seeds."""
    return scored(gold, gold / "seeds")[0]


def worst(gold: Path) -> list[str]:
    """What the scorer shows as missed on the seeds."""
    return scored(gold, gold / "seeds")[1]


def examples(gold: Path) -> dict[str, float]:
    """The overall score of each example story."""
    return {story.name: scored(gold, story)[0]["score"] for story in stories()}


def worst_of_examples(gold: Path) -> list[str]:
    """What the scorer shows as missed on the examples."""
    return [f"{story.name}: {miss}" for story in stories() for miss in scored(gold, story)[1]]


def stories() -> list[Path]:
    return sorted(path.parent for path in EXAMPLES.glob("*/gold.json"))


def scored(gold: Path, story: Path) -> tuple[dict[str, float], list[str]]:
    """The rows of the scorer and its list of misses for one story's folder."""
    lines = scored_text(gold, story).splitlines()
    rows = {row[1].strip(): float(row[2]) for line in lines if (row := ROW.match(line))}
    score = SCORE.match(lines[-1])
    if score is None:
        raise ValueError(f"the scorer of {story.name} ended in {lines[-1]!r}, not in a score")
    return {**rows, "score": float(score[1])}, [line.strip() for line in lines if line.startswith("     -")]


def scored_text(gold: Path, story: Path) -> str:
    """What the scorer prints of one story's account, with its misses."""
    with tempfile.TemporaryDirectory() as folder:
        account = Path(folder, "account.json")
        account.write_text(account_to_json(tell([str(story / "docs")])), "utf-8")
        command = [
            sys.executable,
            str(gold / "tools/score_account.py"),
            str(story / "gold.json"),
            str(account),
            "--show",
        ]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
