"""Stories: BASIL's hundred, three outlets each, and mixed with stretches of Timeline17; BCubed F1."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.basil import articles
from tidings.model import Block, Document, Link, Linked, Reading
from tidings.stages.link.stories import Stories

__all__ = ["run", "worst"]


def run(gold: Path) -> dict[str, float]:
    """BCubed F1 of stories found in BASIL alone, no number or size of groups given."""
    told = basil(gold)
    return {"stories BASIL, BCubed F1": bcubed([story for story, _ in told], found([r for _, r in told]))}


def worst(gold: Path) -> list[str]:
    """Stories whose documents fall apart or lie with others, by id."""
    told = basil(gold)
    groups = found([r for _, r in told])
    apart = defaultdict(set)
    for (story, _), group in zip(told, groups, strict=True):
        apart[story].add(group)
    return [
        f"{story}: in {len(g)} groups"
        for story, g in sorted(apart.items(), key=lambda kv: (-len(kv[1]), kv[0]))
        if len(g) > 1
    ][:10]


def basil(gold: Path) -> list[tuple[str, Reading]]:
    """Each article with its story."""
    return [(article.story, reading(article.name, article.text, article.day)) for article in articles(gold)]


def reading(name: str, text: str, day: str | None) -> Reading:
    return Reading(Document(name, name, name, text, (Block(0, len(text), "paragraph"),), published=day))


def found(readings: Sequence[Reading]) -> list[str]:
    """The group of each reading, as the round links them."""
    stories = Stories()
    links: Iterable[Link] = (
        k for k in stories.compare([c for r in readings for c in stories.cards(r, Linked())]) if isinstance(k, Link)
    )
    group = {link.b: link.a for link in links}
    return [group.get(r.document.id, r.document.id) for r in readings]


def bcubed(gold: Sequence[str], given: Sequence[str]) -> float:
    """BCubed F1 of two partitions of the same items (Bagga and Baldwin 1998)."""
    of, by = defaultdict(set), defaultdict(set)
    for i, (a, b) in enumerate(zip(gold, given, strict=True)):
        of[a].add(i)
        by[b].add(i)
    precision = sum(len(of[a] & by[b]) / len(by[b]) for a, b in zip(gold, given, strict=True)) / len(gold)
    recall = sum(len(of[a] & by[b]) / len(of[a]) for a, b in zip(gold, given, strict=True)) / len(gold)
    return 2 * precision * recall / (precision + recall)
