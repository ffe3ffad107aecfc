"""Makes src/tidings/lexicon/pronoun_evidence.tsv, by which a pronoun's chains are weighed.

    python -m training.pronouns --gold ../shared [--write]

A softmax over the chains that agree and "nobody", fitted on the he and she of
`pronoun_cases.jsonl` (129 in BASIL and PolNeAR train, labelled by one reader from the text alone:
offsets, no text) and of the dev half of `evals/labels/chains.jsonl`. It prints what of them
holds when a tenth of the texts is left out in turn.
Needs scipy, which training alone uses.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.basil import articles
from evals.chains import BEYOND, LABELS, TEXTS, cut
from evals.parsed import parsed
from tidings.grammar.chains.binding import is_empty
from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.evidence import NOBODY, Evidence, candidates, nobody
from tidings.grammar.chains.name_chains import chain_names
from tidings.grammar.chains.pronoun_scene import Scene, scene_of
from tidings.grammar.chains.pronouns import fitting_mentions, itself, weigh
from tidings.grammar.chains.role_chains import chain_bodies, chain_roles
from tidings.grammar.names.mention_records import FIRST_PERSON
from tidings.model import Reading
from training.choice import Vector, chances, fit, table

CASES = Path(__file__).with_name("pronoun_cases.jsonl")
TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/pronoun_evidence.tsv"
HEAD = """# What each sign adds for a chain as what "he" or "she" means, or for nobody; the chances are a softmax.
# Learnt by training/pronouns.py on {count} labelled pronouns of BASIL and PolNeAR train and the dev half of
# evals/labels/chains.jsonl. Not one by one to be changed: they hold together.
# sign, weight
"""
FOLDS = 10
SLIGHT = 0.005  # weights that are not kept


@dataclass(frozen=True, slots=True)
class Case:
    """A pronoun with the evidence for each chain and for nobody, and the chains that are right."""

    text: str
    named: bool
    evidence: tuple[Evidence, ...]  # the last one for nobody
    right: tuple[bool, ...]


def labels(gold: Path) -> dict[str, tuple[str, list[dict[str, object]]]]:
    """Each text that has labels, by name, with them."""
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    for line in CASES.read_text("utf-8").splitlines():
        row = json.loads(line)
        rows[row["file"]].append(row)
    found = {name: (text_of(gold, name), here) for name, here in rows.items()}
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == "dev" and row["form"] == "pronoun" and row["status"] != "unclear":
            path = gold / TEXTS / row["file"]
            text = cut(path.read_bytes().decode("utf-8"), row["end"] + BEYOND)
            found[row["id"]] = (text, [row])
    return found


def text_of(gold: Path, name: str) -> str:
    """A labelled text: a PolNeAR text as it is, a BASIL article as title and paragraphs, a line of a Timeline17 topic."""
    folder, _, stem = name.partition("/")
    if folder == "polnear":
        return (gold / TEXTS / stem).read_bytes().decode("utf-8")
    if folder == "timeline17":
        topic, _, number = stem.partition("/")
        lines = (gold / "timelines-timeline17" / topic / "articles.jsonl").read_text("utf-8").splitlines()
        return str(json.loads(lines[int(number)])["text"])
    return next(article.text for article in articles(gold) if article.name == stem)


def cases(gold: Path) -> Iterator[Case]:
    """All cases, each text read once and its pronouns settled in turn, as a run settles them."""
    labelled = labels(gold)
    for reading in parsed((name, text) for name, (text, _) in sorted(labelled.items())):
        rows = {row["start"]: row for row in labelled[reading.document.id][1]}
        for scene, i in pronouns(reading):
            row = rows.get(reading.mentions[i].span.start)
            if row is not None and reading.mentions[i].gender is not None:
                yield case(scene, i, reading.document.id, row["antecedent"])


def pronouns(reading: Reading) -> Iterator[tuple[Scene, int]]:
    """Each pronoun with the scene before it is settled."""
    analysis, mentions = reading.analysis, reading.mentions
    if analysis is None:
        return
    clusters = Clusters(len(mentions))
    title = next((block.end for block in reading.document.blocks[:1] if block.kind == "title"), 0)
    chain_names(mentions, clusters, title)
    chain_bodies(analysis, mentions, clusters)
    chain_roles(analysis, mentions, clusters)
    scene = scene_of(analysis, mentions, clusters)
    for i, mention in enumerate(mentions):
        if mention.form != "pronoun" or mention.name.lower() in FIRST_PERSON or is_empty(analysis, mention):
            continue
        yield scene, i
        found = itself(scene, i) or weigh(scene, i)
        if found.settled is not None:
            scene.settle(i, found.settled)


def case(scene: Scene, i: int, text: str, antecedent: object) -> Case:
    """The evidence of one pronoun beside its label."""
    spans = [tuple(span) for span in antecedent] if isinstance(antecedent, list) else []
    found = candidates(scene, i, fitting_mentions(scene, i))

    def is_right(root: int) -> bool:
        """Whether a chain has a name or a description at a labelled place."""
        places = [scene.mentions[k] for k in scene.clusters.members(root)]
        shown = [m.span for m in places if m.form != "pronoun"]
        return any(a < s.end and s.start < b for a, b in spans for s in shown)

    right = [is_right(root) for root in found]
    return Case(text, bool(spans), (*found.values(), nobody(scene, i)), (*right, not any(right)))


def learnt(names: Sequence[str], chosen: Sequence[Case]) -> Vector:
    """The weights under which what is right is likeliest."""
    return fit([(table(names, one.evidence), np.array(one.right, dtype=float), 1.0) for one in chosen], len(names))


def held_out(names: Sequence[str], all_cases: Sequence[Case]) -> Iterator[tuple[float, bool]]:
    """The chance and the truth of each case's best chain, by weights that have not seen its text."""
    texts = sorted({one.text for one in all_cases})
    for fold in range(FOLDS):
        away = set(texts[fold::FOLDS])
        weights = learnt(names, [one for one in all_cases if one.text not in away])
        for one in all_cases:
            if one.text in away and len(one.evidence) > 1:
                chance = chances(table(names, one.evidence) @ weights)[:NOBODY]
                best = int(np.argmax(chance))
                yield float(chance[best]), one.right[best]


def main() -> None:
    """Fit, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds gold/")
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    found = list(cases(options.gold / "gold"))
    names = sorted({name for one in found for held in one.evidence for name in held})
    judged = list(held_out(names, found))
    named = sum(one.named for one in found)
    for bound in (0.5, 0.6, 0.7, 0.8, 0.9):
        settled = [right for chance, right in judged if chance >= bound]
        print(f"from {bound}: {sum(settled) / max(1, len(settled)):.3f} right, {len(settled)} of {named} named")
    if options.write:
        weights = zip(names, learnt(names, found).tolist(), strict=True)
        lines = [f"{name}\t{weight:.2f}" for name, weight in weights if abs(weight) >= SLIGHT]
        count = len(CASES.read_text("utf-8").splitlines())
        TABLE.write_text(HEAD.format(count=count) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
