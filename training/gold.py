"""Readers of the gold sets: files in, plain texts with character spans out."""

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.treebank import joined

Span = tuple[int, int]
"""Start and end in code points, end excluded."""

ROOTS = (
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
    "YIELD",
)


@dataclass(frozen=True, slots=True)
class Part:
    """One source, cue or content; its pieces belong together."""

    kind: str
    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A PolNeAR article as one annotator read it."""

    name: str
    annotator: str
    text: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with triggers and how far each happened, from -3 to 3."""

    name: str
    text: str
    triggers: tuple[tuple[Span, float], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with who acts, on whom, and the PLOVER root of the act."""

    name: str
    text: str
    source: Span
    target: Span
    root: str


def polnear(folder: Path) -> list[Article]:
    """All annotations of one compartment, by article and annotator."""
    found = []
    for path in sorted((folder / "attributions").glob("*.ann")):
        name, _, annotator = path.stem.rpartition("_")
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        lines = path.read_text(encoding="utf-8").split("\n")
        found.append(Article(name, annotator, text, tuple(_parts(lines))))
    return found


def first_annotators(articles: list[Article]) -> list[Article]:
    """One reading an article: that of the alphabetically first annotator."""
    first: dict[str, Article] = {}
    for article in sorted(articles, key=lambda a: (a.name, a.annotator)):
        first.setdefault(article.name, article)
    return list(first.values())


def held_out(name: str) -> bool:
    """Whether an article of the train part serves to choose, not to train."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % 10 == 0


def _parts(lines: list[str]) -> Iterator[Part]:
    entities: dict[str, Part] = {}
    relations: list[list[str]] = []
    for line in lines:
        fields = line.split("\t")
        if re.match(r"T\d", line) and len(fields) > 1:
            kind, _, where = fields[1].partition(" ")
            if kind in ("Source", "Cue", "Content"):
                ends = [piece.split() for piece in where.split(";")]
                pieces = tuple(sorted((int(a), int(b)) for a, b in ends))
                entities[fields[0]] = Part(kind.lower(), pieces)
        elif re.match(r"E\d", line) and len(fields) > 1:
            roles = (role.partition(":") for role in fields[1].split())
            relations.append([id_ for kind, _, id_ in roles if kind.startswith("Content")])
    for ids in relations:  # a second content of one attribution belongs to the first
        known = [id_ for id_ in ids if id_ in entities]
        if len(known) > 1:
            together = sorted(piece for id_ in known for piece in entities.pop(id_).pieces)
            entities[known[0]] = Part("content", tuple(together))
    yield from entities.values()


def factuality(path: Path) -> list[Sentence]:
    """UW or MEANTIME: tokens are put together as a text would have them."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text, spans = joined(record["text"].split())
        triggers = []
        for target in record["targets"]:
            first, last = target["span1"]
            span = (spans[first][0], spans[last - 1][1])
            triggers.append((span, float(target["label"])))
        name = f"{path.parent.name}/{path.stem}/{record['idx']}"
        found.append(Sentence(name, text, tuple(triggers)))
    return found


MARK = re.compile(r"<(/?)([st])>")


def plover(path: Path) -> list[Pair]:
    """Sentences with a marked source and target, and their root class.

    A party that is marked twice stands where it is named first; one that the sentence
    does not name ("a recipient") has an empty span.
    """
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
            marked, text, at = row["marked_sentence"], "", 0
            starts: dict[str, int] = {}
            spans = {"s": (0, 0), "t": (0, 0)}
            for mark in MARK.finditer(marked):
                text += marked[at : mark.start()]
                at = mark.end()
                closes, party = mark.groups()
                if not closes:
                    starts[party] = len(text)
                elif spans[party] == (0, 0):
                    spans[party] = (starts[party], len(text))
            text += marked[at:]
            name = f"{number}:{row['sentence_id']}"
            found.append(Pair(name, text, spans["s"], spans["t"], row["gold_root"]))
    return found
