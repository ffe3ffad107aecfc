"""Which days of a story matter: five topics of Timeline17, Date-F1 at the gold's length, each topic held out in turn.

Beside ours stands Datewise (Ghalandari and Ifrim 2020) as its authors describe it: a linear regression over counts of
sentences and articles that name a day, before it, on it and after it, and of articles published on it, scaled within a topic.
"""

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from tidings.model import Block, Document, Reading
from tidings.stages.read.times import Times

__all__ = ["run", "worst"]

GOLD = "timelines-timeline17"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NAMES_A_DAY = re.compile(
    r"\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w{0,6}\.? \d{1,2}\b|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
    r"|Sep|Oct|Nov|Dec)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:yester|to)day|tomorrow|\d{4}-\d\d)",
    re.I,
)
COUNTS = (
    "sentences",
    "sentences before",
    "sentences same day",
    "sentences after",
    "articles",
    "articles before",
    "articles same day",
    "articles after",
    "published",
)
RIDGE = 1.0
AROUND = 16  # characters beside a day's name: an "early", a year


@dataclass(frozen=True, slots=True)
class Topic:
    """The days that its articles name or appear on, what is counted of each, and the gold timelines' days."""

    name: str
    days: tuple[str, ...]
    counts: tuple[tuple[float, ...], ...]
    gold: tuple[frozenset[str], ...]


@cache
def topics(gold: Path) -> tuple[Topic, ...]:
    """The five topics, by name."""
    return tuple(topic(folder) for folder in sorted((gold / GOLD).iterdir()) if folder.is_dir())


def topic(folder: Path) -> Topic:
    """One topic, its days named by `read/times` without a parse, each line of an article a sentence."""
    timelines = [days_of(file) for file in sorted((folder / "timelines").glob("*.txt"))]
    first, last = min(min(t) for t in timelines), max(max(t) for t in timelines)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in map(json.loads, (folder / "articles.jsonl").read_text("utf-8").splitlines()):
        published = row["time"][:10]
        counts[published]["published"] += 1
        named = Counter(day for line in row["text"].splitlines() for day in named_in(line, published))
        for day, times in named.items():
            when = "same day" if day == published else "before" if published < day else "after"
            counts[day].update({"sentences": times, f"sentences {when}": times, "articles": 1, f"articles {when}": 1})
    days = tuple(sorted(day for day in counts if first <= day <= last))
    table = tuple(tuple(float(counts[day][name]) for name in COUNTS) for day in days)
    return Topic(folder.name, days, table, tuple(timelines))


def days_of(file: Path) -> frozenset[str]:
    """The days of a gold timeline: the lines that are a date alone."""
    return frozenset(line.strip() for line in file.read_text("utf-8").splitlines() if DAY.fullmatch(line.strip()))


def named_in(line: str, published: str) -> set[str]:
    """The days that a sentence names."""
    near = [line[max(0, m.start() - AROUND) : m.end() + AROUND] for m in NAMES_A_DAY.finditer(line)]
    if not near:
        return set()
    plain = "; ".join(near).replace(" ,", ",")
    document = Document("d", "d", "d", plain, (Block(0, len(plain), "paragraph"),), published=published)
    values = (time.value for time in Times().of(Reading(document)) if time.value is not None)
    return {value[:10] for value in values if DAY.match(value)}


def datewise(one: Topic) -> np.ndarray:
    """The published method's features: the counts, each scaled to 0 to 1 within the topic."""
    table = np.array(one.counts)
    low, high = table.min(axis=0), table.max(axis=0)
    scaled: np.ndarray = (table - low) / np.where(high > low, high - low, 1.0)
    return scaled


def ours(one: Topic) -> np.ndarray:
    """Counts as logarithms, scaled within the topic, so that a loud week does not drown the quiet days."""
    table = np.log1p(np.array(one.counts))
    scaled: np.ndarray = table / np.maximum(table.max(axis=0), 1e-9)
    return scaled


def held_out(all_: tuple[Topic, ...], features: "dict[str, np.ndarray]", ridge: float) -> dict[str, float]:
    """Date-F1 of each topic, its days ranked by a regression on the others."""
    found: dict[str, float] = {}
    for one in all_:
        rest = [t for t in all_ if t.name != one.name]
        known = np.vstack([features[t.name] for t in rest])
        wanted = np.concatenate([[float(any(d in g for g in t.gold)) for d in t.days] for t in rest])
        x = np.hstack([known, np.ones((len(known), 1))])
        weights = np.linalg.solve(x.T @ x + ridge * np.eye(x.shape[1]), x.T @ wanted)
        scores = np.hstack([features[one.name], np.ones((len(one.days), 1))]) @ weights
        order = sorted(range(len(one.days)), key=lambda i: (-round(float(scores[i]), 9), one.days[i]))
        found[one.name] = float(np.mean([f1({one.days[i] for i in order[: len(g)]}, g) for g in one.gold]))
    return found


def f1(given: set[str], wanted: frozenset[str]) -> float:
    """F1 of two sets of days."""
    return 2 * len(given & wanted) / (len(given) + len(wanted)) if given or wanted else 1.0


def by_topic(gold: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Date-F1 of each topic: ours and Datewise."""
    all_ = topics(gold)
    return (
        held_out(all_, {t.name: ours(t) for t in all_}, RIDGE),
        held_out(all_, {t.name: datewise(t) for t in all_}, 1e-6),
    )


def run(gold: Path) -> dict[str, float]:
    """The mean over topics."""
    mine, theirs = by_topic(gold)
    return {
        "timeline Date-F1": sum(mine.values()) / len(mine),
        "timeline Date-F1, Datewise": sum(theirs.values()) / len(theirs),
    }


def worst(gold: Path) -> list[str]:
    """Each topic, ours beside Datewise."""
    mine, theirs = by_topic(gold)
    return [f"{name}: {mine[name]:.3f}, Datewise {theirs[name]:.3f}" for name in sorted(mine, key=lambda n: mine[n])]
