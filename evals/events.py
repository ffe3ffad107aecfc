"""PLOVER root of a marked pair, by lexicon and grammar joined with the encoder, and by each alone (events-plover).

The encoder's weights have seen the set, so its chances come from `plover_chances.tsv`, which holds them out of fold.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean

from tidings.analysis import analyse_units
from tidings.grammar.events.pairs import PairCode, code_pair, vote
from tidings.model import Analysis, Span, Unit
from tidings.stages.read.analyse import laid_out

__all__ = ["run", "worst"]

CHANCES = Path(__file__).with_name("plover_chances.tsv")
SEEDS = Path(__file__).parent.with_name("training")  # plover-oof-SEED.tsv: what readers said that had not seen a pair
FILE = "events-plover/PLV_train.tsv"
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # the set knows one class for both
MARK = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with who acts, on whom, and the root that a coder gave."""

    name: str
    text: str
    source: Span | None  # None where the sentence does not name the party
    target: Span | None
    root: str


def pairs(path: Path) -> Iterator[Pair]:
    """The marked sentences; a party marked twice stands where it is marked first."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
            text, at, spans, opened = "", 0, dict[str, Span](), dict[str, int]()
            marked = row["marked_sentence"]
            for mark in MARK.finditer(marked):
                text += marked[at : mark.start()]
                at, party = mark.end(), mark.group()[-2]
                if mark.group()[1] != "/":
                    opened[party] = len(text)
                elif party in opened and len(text) > opened[party]:
                    spans.setdefault(party, Span(opened[party], len(text)))
            text += marked[at:]
            name = f"{number}:{row['sentence_id']}"
            yield Pair(name, text, spans.get("s"), spans.get("t"), row["gold_root"])


def as_analysis(unit: Unit) -> Analysis:
    """A unit's record as that of a document of one unit."""
    return laid_out((Span(0, len(unit.text)),), (unit,))


@cache
def coded(path: Path) -> tuple[tuple[Pair, PairCode], ...]:
    """All pairs of the file with our code."""
    gold = tuple(pairs(path))
    units = analyse_units([pair.text for pair in gold])
    return tuple((p, code(p, as_analysis(u))) for p, u in zip(gold, units, strict=True))


def code(pair: Pair, analysis: Analysis) -> PairCode:
    """The lexicon's code; none for a party that the sentence does not name."""
    if pair.source is None or pair.target is None:
        return PairCode(None, None, "held", None, 0.0)
    return code_pair(analysis, pair.source, pair.target)


@cache
def chances() -> dict[str, dict[str, float]]:
    """The encoder's chances of the roots for each pair, out of fold."""
    lines = [line for line in CHANCES.read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    found = {}
    for line in lines:
        name, _, cells = line.split("\t")
        words = cells.split()
        found[name] = {word: float(chance) for word, chance in zip(words[::2], words[1::2], strict=True)}
    return found


def out_of_fold(file: Path) -> Iterator[tuple[str, str]]:
    """The (gold, found) roots that one seed's readers gave to the pairs they had not seen."""
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            yield row["gold"], row["found"]


def root(code: str | None) -> str:
    """Our code in the set's classes; "-" for none."""
    return MERGED.get(code or "-", code or "-")


def macro_f1(answers: list[tuple[str, str]]) -> float:
    """Mean F1 over the gold's classes of (gold, ours) pairs."""
    both = Counter(g for g, o in answers if g == o)
    gold, ours = Counter(g for g, _ in answers), Counter(o for _, o in answers)
    return sum(2 * both[c] / (gold[c] + ours[c]) for c in gold) / max(1, len(gold))


def run(gold: Path) -> dict[str, float]:
    """Accuracy and macro-F1 joined and of each alone, on the projection; how many the lexicon codes, and how well."""
    rows = coded(gold / FILE)
    alone = [(p.root, root(c.plover)) for p, c in rows]
    encoder = [(p.root, max(chances()[p.name].items(), key=lambda cell: (cell[1], cell[0]))[0]) for p, _ in rows]
    given = [(g, o) for g, o in alone if o != "-"]
    figures = {}
    joined = [(p.root, root(vote(c, chances()[p.name]).plover)) for p, c in rows]
    for name, answers in (("", joined), (", lexicon alone", alone), (", encoder alone", encoder)):
        figures[f"events accuracy{name}"] = share_right(answers)
        figures[f"events macro-F1{name}"] = macro_f1(answers)
    seeds = [list(out_of_fold(file)) for file in sorted(SEEDS.glob("plover-oof-*.tsv"))]
    figures["events accuracy, encoder alone, mean of seeds"] = mean(share_right(answers) for answers in seeds)
    figures["events macro-F1, encoder alone, mean of seeds"] = mean(macro_f1(answers) for answers in seeds)
    figures["events coded by the lexicon"] = len(given) / len(alone)
    figures["events accuracy where coded"] = share_right(given)
    return figures


def share_right(answers: list[tuple[str, str]]) -> float:
    """The share of (gold, ours) pairs that agree."""
    return sum(g == o for g, o in answers) / max(1, len(answers))


def worst(gold: Path) -> list[str]:
    """Ten pairs that are coded wrong with the most confidence."""
    rows = [(p, vote(c, chances()[p.name])) for p, c in coded(gold / FILE)]
    wrong = [(p, c) for p, c in rows if root(c.plover) != p.root]
    wrong.sort(key=lambda row: (-row[1].confidence, row[0].text))
    return [f"{p.root} not {c.plover} ({c.type} {c.status}): {p.text}" for p, c in wrong[:10]]
