"""Pronouns and roles that one reader labelled from the text alone, each with the evidence for every chain it may mean.

`pronoun_cases.jsonl` (700 in BASIL, PolNeAR train and Timeline17) and `role_cases.jsonl` (946) hold
offsets and no text: where the name stands that is meant, nothing where the text names nobody.
Pronouns are also learnt from the dev half of `evals/labels/chains.jsonl`.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.basil import articles
from evals.chains import BEYOND, LABELS, TEXTS, cut, mention_at
from evals.parsed import parsed
from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.described import settle, unnamed
from tidings.grammar.chains.evidence import NOBODY, Evidence, candidates, nobody
from tidings.grammar.chains.name_chains import chain_names
from tidings.grammar.chains.pronouns import fitting_mentions
from tidings.grammar.chains.role_evidence import nobody_named, role_candidates
from tidings.grammar.chains.role_scene import RoleScene
from tidings.model import Reading, Span
from training.choice import Vector, chances, fit, table

__all__ = ["PRONOUNS", "ROLES", "Case", "cases", "held_out", "learnt", "signs_of", "tell"]

PRONOUNS = Path(__file__).with_name("pronoun_cases.jsonl")
ROLES = Path(__file__).with_name("role_cases.jsonl")
FOLDS = 10
NAMING = frozenset({"name", "demonym"})


@dataclass(frozen=True, slots=True)
class Label:
    """Where a pronoun or role ends, and the places of the name it means."""

    end: int
    form: str
    antecedent: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A pronoun or role with the evidence for each chain and for nobody, and the chains that are right."""

    text: str
    form: str
    kind: str
    named: bool
    evidence: tuple[Evidence, ...]  # the last one for nobody
    right: tuple[bool, ...]


def labels(gold: Path) -> dict[str, tuple[str, list[Label]]]:
    """Each text that has labels, by name, with them."""
    rows: dict[str, list[Label]] = defaultdict(list)
    for path, form in ((PRONOUNS, "pronoun"), (ROLES, "nominal")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            spans = tuple(Span(*span) for span in row["antecedent"])
            rows[row["file"]].append(Label(row.get("end", row["start"] + 1), form, spans))
    found = {}
    for name, here in rows.items():
        found[name] = (cut(text_of(gold, name), max(label.end for label in here) + BEYOND), here)
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == "dev" and row["form"] == "pronoun" and row["status"] != "unclear":
            text = cut((gold / TEXTS / row["file"]).read_bytes().decode("utf-8"), row["end"] + BEYOND)
            spans = tuple(Span(*span) for span in row["antecedent"])
            found[row["id"]] = (text, [Label(row["end"], "pronoun", spans)])
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
    """All cases that are mentions, each text read once and its pronouns and roles settled in turn, as a run settles them.

    "It" and "they" are settled by rules besides, and are none of them.
    """
    labelled = labels(gold)
    for reading in parsed((name, text) for name, (text, _) in sorted(labelled.items())):
        wanted = {}
        for label in labelled[reading.document.id][1]:
            at = mention_at(reading, Span(label.end - 1, label.end), label.form)
            if at is not None:
                wanted[at] = label
        for held, i in in_turn(reading):
            label_here = wanted.get(i)
            if label_here is not None and (label_here.form == "nominal" or reading.mentions[i].gender is not None):
                yield case(held, i, reading.document.id, label_here)
            settle(held, i)


def in_turn(reading: Reading) -> Iterator[tuple[RoleScene, int]]:
    """Each pronoun and role of a reading before it is settled."""
    clusters = Clusters(len(reading.mentions))
    title = next((block.end for block in reading.document.blocks[:1] if block.kind == "title"), 0)
    chain_names(reading.mentions, clusters, title)
    return unnamed(reading.analysis, reading.mentions, clusters) if reading.analysis is not None else iter(())


def case(held: RoleScene, i: int, text: str, label: Label) -> Case:
    """The evidence of one pronoun or role beside its label."""
    scene = held.scene
    if label.form == "nominal":
        found, none = role_candidates(held, i), nobody_named(held, i)
    else:
        found, none = candidates(scene, i, fitting_mentions(scene, i)), nobody(scene, i)

    def is_right(root: int) -> bool:
        """Whether a chain has a name (of a pronoun: or a description) at a labelled place."""
        shown = [scene.mentions[k] for k in scene.clusters.members(root)]
        spans = [m.span for m in shown if m.form in NAMING or (label.form == "pronoun" and m.form == "nominal")]
        return any(a.start < s.end and s.start < a.end for a in label.antecedent for s in spans)

    right = [is_right(root) for root in found]
    evidence, kind = (*found.values(), none), scene.mentions[i].kind
    return Case(text, label.form, kind, bool(label.antecedent), evidence, (*right, not any(right)))


def signs_of(chosen: Sequence[Case], least: int) -> list[str]:
    """The signs of all cases; those of one noun alone where it is labelled `least` times."""
    counted: dict[str, int] = defaultdict(int)
    for one in chosen:
        for name in {name for held in one.evidence for name in held}:
            counted[name] += 1
    return sorted(name for name, count in counted.items() if ": " not in name or count >= least)


def learnt(names: Sequence[str], chosen: Sequence[Case]) -> Vector:
    """The weights under which what is right is likeliest."""
    return fit([(table(names, one.evidence), np.array(one.right, dtype=float), 1.0) for one in chosen], len(names))


def held_out(names: Sequence[str], chosen: Sequence[Case]) -> Iterator[tuple[Case, float, bool]]:
    """The chance and the truth of each case's best chain, by weights that have not seen its text."""
    texts = sorted({one.text for one in chosen})
    for fold in range(FOLDS):
        away = set(texts[fold::FOLDS])
        weights = learnt(names, [one for one in chosen if one.text not in away])
        for one in chosen:
            if one.text in away and len(one.evidence) > 1:
                chance = chances(table(names, one.evidence) @ weights)[:NOBODY]
                best = int(np.argmax(chance))
                yield one, float(chance[best]), one.right[best]


def tell(title: str, judged: Sequence[tuple[Case, float, bool]], named: int) -> None:
    """Print how much is settled from some chances on, and how much of it rightly."""
    for bound in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9):
        settled = [right for _, chance, right in judged if chance >= bound]
        share = sum(settled) / max(1, len(settled))
        print(f"{title} from {bound}: {sum(settled)} of {len(settled)} right ({share:.3f}), {named} named")
