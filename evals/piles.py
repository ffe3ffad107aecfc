"""Stories of days and stories of months in one pile: BASIL, Timeline17's topics, single articles; BCubed F1.

Timeline17 names articles by the topic they were fetched for; half of one topic tells of something else, and some texts are
empty or in another language. `labels/story_piles.jsonl` says so for the articles used here, and which pages of
text-fundus-evaluation tell of one story (guideline: `labels/story_piles.md`).
"""

import gzip
import json
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

from evals.pairs import chosen
from evals.stories import LEAST, average_linkage, basil, bcubed, found, reading
from tidings.errors import InputError
from tidings.model import Raw, Reading
from tidings.stages.read.clean import Clean
from tidings.text.ids import digest

__all__ = ["peers", "run", "worst"]

BRACKETS = re.compile(r"-[LR]RB-|\\/")  # how Timeline17 writes brackets and strokes
LABELS = Path(__file__).parent / "labels" / "story_piles.jsonl"
PAGES = "text-fundus-evaluation/dataset/html"
PART = 3  # one article in three of a topic: a topic is some 300 articles, a story of BASIL three
LEARNT = ("H1N1_bbc", "SyrianCrisis_reuters", "haiti_bbc")  # topics on whose pile the constants were chosen

Pile = list[tuple[str, Reading]]  # each article with its story


def run(gold: Path) -> dict[str, float]:
    """The pile that the constants were chosen on, and the one that they were not."""
    return {f"stories mixed, {name}, BCubed F1": score(pile) for name, pile in piles(gold).items()}


def peers(gold: Path) -> dict[str, float]:
    """TF-IDF of the pile itself with average linkage, its threshold chosen on the same half as ours."""
    return {
        f"stories mixed, {name}, TF-IDF, average linkage": bcubed(
            [story for story, _ in pile], average_linkage([r for _, r in pile], LEAST)
        )
        for name, pile in piles(gold).items()
    }


def piles(gold: Path) -> dict[str, Pile]:
    """Each measured pile by its name."""
    return {"learnt half": half(gold, learnt=True), "other half": half(gold, learnt=False)}


def score(pile: Pile) -> float:
    return bcubed([story for story, _ in pile], found([r for _, r in pile]))


def worst(gold: Path) -> list[str]:
    """The groups of the learnt half that hold more than one story."""
    pile = half(gold, learnt=True)
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for (story, _), group in zip(pile, found([r for _, r in pile]), strict=True):
        groups[group][story] += 1
    mixed = [c for c in groups.values() if len(c) > 1]
    return [", ".join(f"{n} of {s}" for s, n in c.most_common(5)) for c in sorted(mixed, key=lambda c: -c.total())]


def half(gold: Path, *, learnt: bool) -> Pile:
    """Every other story of BASIL, with a third of some topics; the other half has the single pages too."""
    stories = [(story, told) for story, told in basil(gold) if bool(chosen(story, 2)) == learnt]
    topics: Pile = []
    for folder in sorted((gold / "timelines-timeline17").iterdir()):
        if (folder.name in LEARNT) == learnt:
            for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
                article = json.loads(line)
                name = f"{folder.name} {article['id']}"
                if chosen(name, PART) == 0:
                    topics += labelled(folder.name, reading(name, BRACKETS.sub(" ", article["text"]), article["time"]))
    return stories + topics + ([] if learnt else singles(gold))


def labelled(topic: str, told: Reading) -> Pile:
    """The article with its story: the label's, else its topic; none where it is left out."""
    name = told.document.id
    story = labels().get(name, topic)
    return [] if story is None else [(name if story == "single" else story, told)]


@cache
def labels() -> dict[str, str | None]:
    """Articles whose story is not their topic."""
    return {row["article"]: row["story"] for row in map(json.loads, LABELS.read_text("utf-8").splitlines())}


def singles(gold: Path) -> Pile:
    """Pages of one week of sixteen outlets, most of them alone on their matter."""
    pile: Pile = []
    for file in sorted((gold / PAGES).iterdir()):
        name = f"page {file.name.partition('.')[0]}"
        with gzip.open(file, "rt", encoding="utf-8", newline="") as page:
            markup = page.read()
        raw = Raw(name, "html", markup, digest(markup.encode("utf-8", "surrogatepass")), "utf-8")
        try:
            told = next(Clean().run([raw])).document
        except InputError:
            continue
        pile += labelled("single", reading(name, told.text, told.published))
    return pile
