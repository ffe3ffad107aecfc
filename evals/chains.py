"""Whom pronouns and roles without a name mean: 300 cases in PolNeAR train, labelled blind (evals/labels/chains.md).

A case is resolved where its chain has a name; rightly, where one of the labelled places of that
name is in the chain. What the text never names and is resolved to a name is wrong; unclear
cases are left out. A text is read as far as `BEYOND` characters after its last case.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals.parsed import parsed
from tidings.model import Reading, Span

__all__ = ["Case", "figures", "run", "worst"]

TEXTS = "quotes-polnear/train/text"
LABELS = Path(__file__).with_name("labels") / "chains.jsonl"
NAMING = frozenset({"name", "demonym"})
BEYOND = 1500


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled pronoun or role, and the name it is resolved to."""

    id: str
    half: str
    form: str
    named: bool
    resolved: bool
    right: bool
    shown: str


@cache
def cases(gold: Path) -> tuple[Case, ...]:
    """All clear cases, each text read once."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    folder = gold / TEXTS
    files = sorted({label["file"] for label in labels})
    last = {file: max(label["end"] for label in labels if label["file"] == file) for file in files}
    texts = [(file, cut((folder / file).read_bytes().decode("utf-8"), last[file] + BEYOND)) for file in files]
    found: dict[str, Case] = {}
    for reading in parsed(texts):
        for label in labels:
            if label["file"] == reading.document.id and label["status"] != "unclear":
                found[label["id"]] = judged(reading, label)
    return tuple(found[key] for key in sorted(found))


def cut(text: str, end: int) -> str:
    """A text up to the end of the line that holds an offset."""
    line = text.find("\n", end)
    return text if line < 0 else text[:line]


def judged(reading: Reading, label: dict[str, object]) -> Case:
    """What the chain of a labelled mention says, beside its label."""
    start, end, antecedents = label["start"], label["end"], label["antecedent"]
    assert isinstance(start, int) and isinstance(end, int) and isinstance(antecedents, list)
    at = Span(start, end)
    gold = [Span(*span) for span in antecedents]
    mention = mention_at(reading, at, str(label["form"]))
    chain = next((c for c in reading.chains if mention is not None and mention in c.mentions), None)
    names = [m.span for k in (chain.mentions if chain else ()) if (m := reading.mentions[k]).form in NAMING]
    right = any(a.start < b.end and b.start < a.end for a in gold for b in names)
    text = reading.document.text
    told = chain.name if chain is not None and chain.named else "open"
    wanted = text[gold[0].start : gold[0].end] if gold else "no name"
    around = " ".join(f"{text[max(0, start - 250) : start]}[{text[start:end]}]{text[end : end + 80]}".split())
    return Case(
        str(label["id"]),
        str(label["half"]),
        str(label["form"]),
        label["status"] == "named",
        right or (chain is not None and chain.named),
        right,
        f"{told}, not {wanted}: {around}" + ("" if mention is not None else " (no mention)"),
    )


def mention_at(reading: Reading, at: Span, form: str) -> int | None:
    """The mention of a form that ends where the label does, or holds its last word; the shortest such."""
    fits = [
        (m.span.end - m.span.start, i)
        for i, m in enumerate(reading.mentions)
        if m.form == form and m.span.start < at.end <= m.span.end
    ]
    return min(fits)[1] if fits else None


def figures(found: Sequence[Case]) -> dict[str, float]:
    """Precision of what is resolved, and the share of the named that is, in all and by form."""
    measures = {}
    for form, title in ((None, ""), ("pronoun", ", pronouns"), ("nominal", ", roles")):
        here = [case for case in found if form in (None, case.form)]
        named = [case for case in here if case.named]
        resolved = sum(case.resolved for case in here)
        measures[f"precision{title}"] = sum(case.right for case in here) / max(1, resolved)
        measures[f"resolved{title}"] = sum(case.resolved for case in named) / max(1, len(named))
    return measures


def run(gold: Path) -> dict[str, float]:
    """The measures over both halves and over the half that nobody looked at."""
    found = cases(gold)
    held = figures([case for case in found if case.half == "test"])
    return figures(found) | {f"{name}, test half": value for name, value in held.items()}


def worst(gold: Path) -> list[str]:
    """The cases of the dev half that are resolved wrongly, then those left open."""
    dev = [case for case in cases(gold) if case.half == "dev" and not case.right and (case.named or case.resolved)]
    return [f"{case.id} {case.shown}" for case in sorted(dev, key=lambda c: (not c.resolved, c.form, c.id))]
