"""Copies and common origins: made from BASIL and Timeline17 by recipe, found again in the pile; pair F1."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.copy_peers import copy_finders
from evals.pairs import COPIES, ORIGINS, Recipe, chosen
from tidings.model import Block, Document, Linked, Reading, Span
from tidings.run.linking import link
from tidings.stages.link.copies import Copies
from tidings.text.sentences import sentences

__all__ = ["peers", "run", "worst"]

MADE = 400  # pairs of each sort of measure: copies, and common origins
THRESHOLDS = tuple(n / 20 for n in range(1, 20))
LONG = 1_500  # code points of the shortest article that is worked with

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pile:
    """Articles, made and as they came, and which pairs of them are what by their making."""

    readings: tuple[Reading, ...]
    made: dict[Pair, str]  # pair to its recipe


def run(gold: Path) -> dict[str, float]:
    """F1 of copies among made copies and untouched articles, and of common origins."""
    measures = {}
    for name, recipes in (("copies", COPIES), ("common origin", ORIGINS)):
        pile = make(articles(gold), recipes)
        measures[f"{name}, pair F1"] = f1(set(pile.made), found(pile, name))
    return measures


def worst(gold: Path) -> list[str]:
    """How many pairs of each recipe were not found; pairs found that were not made."""
    told = []
    for name, recipes in (("copies", COPIES), ("common origin", ORIGINS)):
        pile = make(articles(gold), recipes)
        got = found(pile, name)
        missed = Counter(recipe for pair, recipe in pile.made.items() if pair not in got)
        told += [f"{name}: {count} of {recipe} not found" for recipe, count in sorted(missed.items())]
        told += [f"{name}: {a} and {b} were not made" for a, b in sorted(got - set(pile.made))[:10]]
    return told


def peers(gold: Path) -> dict[str, float]:
    """What others make of the same piles, each at the threshold that is best for it there."""
    measures = {}
    finders = copy_finders()
    for name, recipes in (("copies", COPIES), ("common origin", ORIGINS)):
        pile = make(articles(gold), recipes)
        texts = [(r.document.id, r.document.text) for r in pile.readings]
        for peer, finder in finders.items():
            scored = finder(texts)
            best = max(
                (f1(set(pile.made), labelled(pile, {p for p, s in scored.items() if s >= least})), -least)
                for least in THRESHOLDS
            )
            measures[f"{name}, {peer} from {-best[1]:.2f}, pair F1"] = best[0]
    return measures


def articles(gold: Path) -> list[tuple[str, str]]:
    """Name and text of the articles, one in two of Timeline17's, in an order that says nothing."""
    found: list[tuple[str, str]] = []
    for file in sorted((gold / "stories-basil" / "articles").glob("*/*.json")):
        paragraphs = json.loads(file.read_text("utf-8"))["body-paragraphs"]
        found.append((f"basil {file.stem}", "\n\n".join(" ".join(p) for p in paragraphs)))
    for topic in sorted((gold / "timelines-timeline17").iterdir()):
        with (topic / "articles.jsonl").open("r", encoding="utf-8") as lines:
            told = [json.loads(line) for line in lines]
        found += [(f"{topic.name} {a['id']}", a["text"]) for a in told if chosen(topic.name + a["id"], 2)]
    long = [(name, text) for name, text in found if len(text) >= LONG]
    return sorted(long, key=lambda entry: chosen(entry[0], 1 << 62))


def make(pile: Sequence[tuple[str, str]], recipes: Sequence[Recipe]) -> Pile:
    """Each recipe in turn on the first articles; the other one it needs is taken from the end of the pile."""
    made: dict[Pair, str] = {}
    texts = dict(pile)
    for i, (name, text) in enumerate(pile[: min(MADE, len(pile) // 2)]):
        recipe = recipes[i % len(recipes)]
        other, other_text = pile[-1 - i]
        new = f"made {i} {name}"
        texts[new] = recipe(text, other_text, name)
        made[pair_of(name, new)] = recipe.__name__
        if recipe.__name__ in ("merged", "reused"):
            made[pair_of(other, new)] = recipe.__name__
    return Pile(tuple(reading(name, text) for name, text in sorted(texts.items())), made)


def pair_of(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def reading(name: str, text: str) -> Reading:
    spans = tuple(Span(s.start, s.end) for s in sentences(text))
    return Reading(Document(name, name, name, text, (Block(0, len(text), "paragraph"),)), sentences=spans)


def found(pile: Pile, name: str) -> set[Pair]:
    """The pairs that the round links."""
    return labelled(pile, set(pairs(link([Copies()], pile.readings), "repeats" if name == "copies" else "same")))


def labelled(pile: Pile, given: set[Pair]) -> set[Pair]:
    """Pairs without those whose articles were near-copies as they came: nobody labelled them."""
    sources: dict[str, set[str]] = {r.document.id: {r.document.id} for r in pile.readings}
    for a, b in pile.made:
        new, old = (a, b) if a.startswith("made") else (b, a)
        sources[new] = (sources[new] - {new}) | {old}
    kin = {pair for pair in given if all(not n.startswith("made") for n in pair) and outlet(pair[0]) == outlet(pair[1])}

    def unlabelled(a: str, b: str) -> bool:
        return any(pair_of(x, y) in kin for x in sources[a] for y in sources[b])

    return {(a, b) for a, b in given if (a, b) in pile.made or not unlabelled(a, b)}


def outlet(name: str) -> str:
    """The outlet of an article by the name of its folder, BASIL's each its own."""
    return name.split()[0].rpartition("_")[2] if "_" in name.split()[0] else name


def pairs(linked: Linked, relation: str) -> Iterator[Pair]:
    for found in linked.links:
        if found.relation == relation:
            yield pair_of(found.a, found.b)


def f1(gold: set[Pair], given: set[Pair]) -> float:
    """F1 of pairs."""
    return 2 * len(gold & given) / max(1, len(gold) + len(given))
