"""Who said it in real reports: quotes of sixty articles, judged one by one (evals/labels/said.md), by part.

The judgements are of what one build gave; of later builds those quotes count that still stand at the judged place.
"""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evals.judged_events import texts
from evals.quotes import as_is, iou, read
from tidings.grammar.quotes.quote_pieces import is_told
from tidings.model import Quote, Reading, Span

__all__ = ["run", "worst"]

LABELS = Path(__file__).with_name("labels") / "said.jsonl"
THERE = 0.5  # of the letters of both, from which a quote is the judged one
FULL = 0.8


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged quote with what is told at its place now."""

    row: dict[str, Any]
    reading: Reading
    quote: Quote | None
    likeness: float


@cache
def judged(gold: Path) -> tuple[Judged, ...]:
    """All judged quotes; each article is read once."""
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    names = frozenset(row["doc"] for row in rows)
    known = {name: text for name, text, _ in texts(gold, names)}
    readings = {name: read(as_is(name, text)) for name, text in sorted(known.items())}
    return tuple(met(row, readings[row["doc"]]) for row in rows)


def met(row: dict[str, Any], reading: Reading) -> Judged:
    """The told quote that has most of a judged one."""
    span, text = Span(row["start"], row["end"]), reading.document.text
    near = [
        q for q in reading.quotes if is_told(q) and q.content[0].start < span.end and span.start < q.content[-1].end
    ]
    whole = [(iou(text, (span,), (Span(q.content[0].start, q.content[-1].end),)), q) for q in near]
    best = max(whole, key=lambda pair: pair[0], default=(0.0, None))
    return Judged(row, reading, best[1] if best[0] >= THERE else None, best[0])


def speaks(one: Judged) -> str:
    """Whether the speaker is right, wrong or open; nobody where none is named and none is given."""
    if one.quote is None or one.quote.speaker is None:
        return "open" if one.row["speaker"] else "nobody"
    if one.row["speaker"] is None:
        return "wrong" if one.row["verdict"] == "wrong" else "unjudged"
    chain, right = one.reading.chains[one.quote.speaker], Span(*one.row["speaker"])
    return "right" if any(one.reading.mentions[m].span.meets(right) for m in chain.mentions) else "wrong"


def run(gold: Path) -> dict[str, float]:
    """By part: what of that told was said, its speakers, how much is told in full, and hearers."""
    measures: dict[str, float] = {}
    for part in ("dev", "test"):
        ones = [one for one in judged(gold) if one.row["part"] == part]
        told = [one for one in ones if one.quote is not None]
        said = [one for one in told if one.row["said"]]
        kinds = Counter(speaks(one) for one in said)
        full = [one for one in said if one.row["told"] == "full"]
        hearers = [one for one in said if one.row["hearer"] and heard(one)]
        measures |= {
            f"{part}: judged quotes still told": len(said) / sum(one.row["said"] for one in ones),
            f"{part}: of those told, said": len(said) / max(1, len(told)),
            f"{part}: speakers given, right": kinds["right"] / max(1, kinds["right"] + kinds["wrong"]),
            f"{part}: named speakers left open": kinds["open"]
            / max(1, sum(kinds[k] for k in ("right", "wrong", "open"))),
            f"{part}: told in full": sum(one.likeness >= FULL for one in full) / max(1, len(said)),
            f"{part}: hearers given, right": sum(one.row["hearer_right"] for one in hearers) / max(1, len(hearers)),
        }
    return {name: round(value, 4) for name, value in measures.items()}


def heard(one: Judged) -> bool:
    """Whether the hearer that was judged is still given."""
    given = one.quote.addressee if one.quote is not None else None
    return given is not None and given.meets(Span(*one.row["hearer"]))


def worst(gold: Path) -> list[str]:
    """What of the dev part is told and was not said, and wrong or open speakers, by id."""
    ones = [one for one in judged(gold) if one.row["part"] == "dev" and one.quote is not None]
    unsaid = [f"{one.row['id']} {one.row['doc']}: not said" for one in ones if not one.row["said"]]
    return unsaid + [
        f"{one.row['id']} {one.row['doc']}: {kind}" for one in ones if (kind := speaks(one)) in {"wrong", "open"}
    ]
