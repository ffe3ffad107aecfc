"""Names and their kinds in 300 sentences of BASIL, labelled blind to any program (evals/labels/kinds.md).

The whole article is read. A name counts as found where its span is the labelled one. Names that
are of no kind we tell (laws, storms, works) are to be left alone.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals.parsed import name_span, parsed
from tidings.model import Reading, Span

__all__ = ["Sentence", "figures", "run", "worst"]

ARTICLES = "stories-basil"
LABELS = Path(__file__).with_name("labels") / "kinds.jsonl"
PLACES = frozenset({"place", "country"})
Names = tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A labelled sentence, and what is found in it."""

    id: str
    half: str
    text: str
    gold: Names
    found: Names


def laid_out(article: Path) -> tuple[str, list[Span | None]]:
    """An article's title and paragraphs as one text, and where each sentence of its body stands in it."""
    record = json.loads(article.read_text("utf-8"))
    text, spans = record["title"], list[Span | None]()
    for paragraph in record["body-paragraphs"]:
        joint = "\n\n"
        for sentence in paragraph:
            text += joint
            spans.append(Span(len(text), len(text) + len(sentence)) if sentence else None)
            text, joint = text + sentence, " "
    return text, spans


@cache
def sentences(gold: Path) -> tuple[Sentence, ...]:
    """All labelled sentences, each article read once."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    files = sorted({label["file"] for label in labels})
    laid = {file: laid_out(gold / ARTICLES / file) for file in files}
    read = {r.document.id: r for r in parsed((file, laid[file][0]) for file in files)}
    found = []
    for label in labels:
        text, spans = laid[label["file"]]
        at = spans[label["sentence"]]
        if at is not None:
            names = tuple((Span(m["start"], m["end"]), m["kind"]) for m in label["mentions"])
            inside = found_in(read[label["file"]], at)
            found.append(Sentence(label["id"], label["half"], text[at.start : at.end], names, inside))
    return tuple(found)


def found_in(reading: Reading, sentence: Span) -> Names:
    """The names found in a sentence, their spans counted from its start."""
    spans = [(name_span(reading.document.text, m), m.kind) for m in reading.mentions if m.form == "name"]
    inside = [(s, kind) for s, kind in spans if sentence.start <= s.start and s.end <= sentence.end]
    return tuple((Span(s.start - sentence.start, s.end - sentence.start), kind) for s, kind in inside)


def figures(cases: Sequence[Sentence]) -> dict[str, float]:
    """F1 of name spans, kinds right among the spans found, persons found as places or states, and all persons."""
    gold = found = same = right = persons = misplaced = 0
    for case in cases:
        kinds = {span: kind for span, kind in case.gold if kind != "other"}
        gold, found = gold + len(kinds), found + len(case.found)
        same += sum(span in kinds for span, _ in case.found)
        right += sum(kinds.get(span) == kind for span, kind in case.found)
        people = [span for span, kind in kinds.items() if kind == "person"]
        persons += len(people)
        misplaced += sum(
            any(s.start < span.end and span.start < s.end and kind in PLACES for s, kind in case.found)
            for span in people
        )
    return {
        "mention F1": 2 * same / max(1, gold + found),
        "kind accuracy": right / max(1, same),
        "person as place": misplaced / max(1, persons),
    }


def run(gold: Path) -> dict[str, float]:
    """The measures over both halves and over the half that nobody looked at."""
    cases = sentences(gold)
    held = figures([case for case in cases if case.half == "test"])
    return figures(cases) | {f"{name}, test half": value for name, value in held.items()}


def worst(gold: Path) -> list[str]:
    """Labelled sentences of the dev half with names missed, made up or of another kind."""
    lines = []
    for case in sentences(gold):
        wrong = set(case.gold) ^ set(case.found)
        if case.half == "dev" and wrong:
            sides = [("+" if n in case.gold else "-", *n) for n in sorted(wrong)]
            shown = "; ".join(f"{sign}{case.text[s.start : s.end]} ({kind})" for sign, s, kind in sides)
            lines.append((-len(wrong), f"{case.id} {shown}: {case.text}"))
    return [line for _, line in sorted(lines)]
