"""Stories of days and stories of months in one pile: BASIL mixed with Timeline17's topics; BCubed F1."""

import json
from collections import Counter, defaultdict
from pathlib import Path

from evals.pairs import chosen
from evals.stories import basil, bcubed, found, reading
from tidings.model import Reading

__all__ = ["run", "worst"]

PART = 3  # one article in three of a topic: a topic is some 300 articles, a story of BASIL three
LEARNT = ("H1N1_bbc", "SyrianCrisis_reuters", "haiti_bbc")  # topics on whose pile the constants were chosen

Pile = list[tuple[str, Reading]]  # each article with its story


def run(gold: Path) -> dict[str, float]:
    """The pile that the constants were chosen on, and the one that they were not."""
    return {
        f"stories mixed, {name}, BCubed F1": bcubed([story for story, _ in pile], found([r for _, r in pile]))
        for name, pile in (("learnt half", half(gold, learnt=True)), ("other half", half(gold, learnt=False)))
    }


def worst(gold: Path) -> list[str]:
    """The groups of the other half that hold more than one story."""
    pile = half(gold, learnt=False)
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for (story, _), group in zip(pile, found([r for _, r in pile]), strict=True):
        groups[group][story] += 1
    mixed = [c for c in groups.values() if len(c) > 1]
    return [", ".join(f"{n} of {s}" for s, n in c.most_common(5)) for c in sorted(mixed, key=lambda c: -c.total())]


def half(gold: Path, *, learnt: bool) -> Pile:
    """Every other story of BASIL, with a third of some topics."""
    stories = [(story, told) for story, told in basil(gold) if bool(chosen(story, 2)) == learnt]
    topics: Pile = []
    for folder in sorted((gold / "timelines-timeline17").iterdir()):
        if (folder.name in LEARNT) == learnt:
            for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
                article = json.loads(line)
                name = f"{folder.name} {article['id']}"
                if chosen(name, PART) == 0:
                    topics.append((folder.name, reading(name, article["text"], article["time"])))
    return stories + topics
