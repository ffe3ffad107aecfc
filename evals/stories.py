"""Stories: BASIL's hundred, three outlets each, and mixed with stretches of Timeline17; BCubed F1."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.basil import articles
from tidings.grammar.unit_spans import unit_spans
from tidings.model import Block, Document, Link, Linked, Reading
from tidings.stages.link.stories import Stories
from tidings.stages.read.analyse import Analyse, direction, first_units

__all__ = ["LEAST", "average_linkage", "basil", "bcubed", "found", "peers", "reading", "run", "worst"]

TOKEN = re.compile(r"(?u)\b\w\w+\b")
LEAST = 0.2  # where the peer does best on what ours was chosen on: half of BASIL, alone and mixed


def run(gold: Path) -> dict[str, float]:
    """BCubed F1 of stories found in BASIL alone, no number or size of groups given."""
    told = basil(gold)
    return {"stories BASIL, BCubed F1": bcubed([story for story, _ in told], found([r for _, r in told]))}


def peers(gold: Path) -> dict[str, float]:
    """TF-IDF of the pile itself with average linkage, its threshold chosen where ours was."""
    told = basil(gold)
    groups = average_linkage([r for _, r in told], LEAST)
    return {"stories BASIL, TF-IDF, average linkage": bcubed([story for story, _ in told], groups)}


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
    """A report with what its opening is about."""
    told = Reading(Document(name, name, name, text, (Block(0, len(text), "paragraph"),), published=day))
    return replace(told, gist=gist(text))


@cache
def gist(text: str) -> tuple[int, ...]:
    """What READ says that a text is about."""
    blocks = tuple(Block(line.start(), line.end(), "paragraph") for line in re.finditer(r"[^\n]+", text))
    spans = unit_spans(Document("", "", "", text, blocks))
    step = Analyse()
    first = [text[span.start : span.end] for span in spans[: first_units(spans, step.opening)]]
    units = step.units(first)
    return direction([units[one].gist for one in first])


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


def average_linkage(readings: Sequence[Reading], least: float) -> list[str]:
    """The peer: TF-IDF of the pile itself, the two groups joined whose members are alike on average, down to a cosine."""
    near = cosines([r.document.text.lower() for r in readings])
    np.fill_diagonal(near, -1.0)
    sizes, members = np.ones(len(near)), {i: [i] for i in range(len(near))}
    while len(members) > 1:
        a, b = sorted(divmod(int(near.argmax()), len(near)))
        if near[a, b] < least:
            break
        row = (near[a] * sizes[a] + near[b] * sizes[b]) / (sizes[a] + sizes[b])
        row[[*sorted(set(range(len(near))) - members.keys()), a]] = -1.0
        near[a], near[:, a] = row, row
        near[b], near[:, b] = -1.0, -1.0
        sizes[a] += sizes[b]
        members[a] += members.pop(b)
    group = {i: str(a) for a, of in members.items() for i in of}
    return [group[i] for i in range(len(readings))]


def cosines(texts: Sequence[str]) -> NDArray[np.float64]:
    """Of TF-IDF vectors as they are usually made: words, the logarithm of counts, smoothed rarity in the pile."""
    counts = [Counter(TOKEN.findall(text)) for text in texts]
    held = Counter(word for count in counts for word in count)
    column = {word: i for i, word in enumerate(sorted(held))}
    table = np.zeros((len(texts), len(column)))
    for i, count in enumerate(counts):
        for word, times in count.items():
            table[i, column[word]] = (1 + math.log(times)) * (1 + math.log((1 + len(texts)) / (1 + held[word])))
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    return (table @ table.T).round(6)
