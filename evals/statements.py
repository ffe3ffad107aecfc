"""Statements: whether two marked stretches of two reports come out as one utterance; F1, relation, altered.

The pairs (`statement_pairs.jsonl`) are invented reports by an author who had only a guideline; every story lies wholly
in one half. Thresholds were set on the dev half and on the open pairs, which an author wrote later who knew the program
(so they say nothing of unseen text); the test half was scored when they stood.
"""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tidings.engine import read
from tidings.model import QuoteRecord, Reading, SetAside, Statement, Telling
from tidings.run.linking import link
from tidings.stages import LINK, TELL

__all__ = ["run", "worst"]

PAIRS = Path(__file__).with_name("statement_pairs.jsonl")
WORD = re.compile(r"\w+")
ALIKE = 0.6  # token F1 at which a quote found is the one marked


@dataclass(frozen=True, slots=True)
class Judged:
    """One marked pair with what was found for it."""

    name: str
    half: str
    gold: dict[str, Any]
    found: tuple[str, str]  # how often each stretch was found as a quote, for the list of misses
    statement: Statement | None
    relation: str | None


def run(_: Path, halves: tuple[str, ...] = ("dev", "test", "open")) -> dict[str, float]:
    """F1 of "one statement", how often its relation is right, and how many alterations are seen, by half."""
    measures: dict[str, float] = {}
    for half in halves:
        pairs = judged(half)
        same = [p for p in pairs if p.gold["same"]]
        hits = [p for p in same if p.statement is not None]
        given = sum(p.statement is not None for p in pairs)
        measures[f"statements {half}, F1"] = 2 * len(hits) / (len(same) + given)
        measures[f"statements {half}, precision"] = len(hits) / max(1, given)
        measures[f"statements {half}, relation of those found"] = sum(
            p.relation == p.gold["relation"] for p in hits
        ) / max(1, len(hits))
        changed = [p for p in same if p.gold["altered"]]
        seen = sum(bool(p.statement and p.statement.altered) for p in changed)
        measures[f"statements {half}, altered seen"] = seen / max(1, len(changed))
        calm = [p for p in hits if not p.gold["altered"]]
        measures[f"statements {half}, not altered, so told"] = sum(
            not (p.statement and p.statement.altered) for p in calm
        ) / max(1, len(calm))
    return measures


def worst(_: Path) -> list[str]:
    """The pairs of the dev half that came out otherwise than marked, by id."""
    return [
        f"{p.name}: {'one' if p.gold['same'] else 'two'} ({p.gold['why']}), {' and '.join(p.found)}"
        for p in judged("dev")
        if bool(p.statement) != p.gold["same"]
    ]


@cache
def judged(half: str) -> tuple[Judged, ...]:
    """The pairs of one half, each two reports linked and told by themselves."""
    rows = [row for line in PAIRS.read_text("utf-8").splitlines() if (row := json.loads(line))["half"] == half]
    readings = read_once(rows)
    told: dict[tuple[str, str], Telling] = {}
    found: list[Judged] = []
    for row in rows:
        ends = document_of(row["a"]), document_of(row["b"])
        if ends not in told:
            told[ends] = telling(tuple(readings[end] for end in ends))
        found.append(judge(row, told[ends], readings[ends[0]], readings[ends[1]]))
    return tuple(found)


def document_of(report: dict[str, str]) -> str:
    return json.dumps(report, sort_keys=True)


def read_once(rows: list[dict[str, Any]]) -> dict[str, Reading]:
    """Each distinct report read once."""
    reports = sorted({document_of(row[side]) for row in rows for side in "ab"})
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "reports.jsonl")
        file.write_text("".join(f"{report}\n" for report in reports), "utf-8")
        found = [item for item in read([str(file)]) if not isinstance(item, SetAside)]
    return {reports[(item.reading.document.line or 1) - 1]: item.reading for item in found}


def telling(readings: tuple[Reading, ...]) -> Telling:
    """Two readings linked and told as far as statements."""
    found = Telling(readings, link(LINK, readings))
    for stage in TELL:
        (found,) = stage.run((found,))
        if "statements" in stage.gives:
            break
    return found


def judge(row: dict[str, Any], told: Telling, a: Reading, b: Reading) -> Judged:
    """One pair against what was told."""
    ours = list(meant(told, a, row["quote_a"]))
    theirs = list(meant(told, b, row["quote_b"]))
    for statement in told.statements:
        left = next((q for q in ours if q.id in statement.quotes), None)
        right = next((q for q in theirs if q.id in statement.quotes), None)
        if left is not None and right is not None:
            relations = {statement.relation[left.id], statement.relation[right.id]}
            relation = next((r for r in ("paraphrase", "excerpt") if r in relations), "rendering")
            return Judged(row["id"], row["half"], row, ("", ""), statement, relation)
    found = tuple(f"{len(q)} quotes fit {side}" for q, side in ((ours, "a"), (theirs, "b")))
    return Judged(row["id"], row["half"], row, (found[0], found[1]), None, None)


def meant(told: Telling, reading: Reading, words: str) -> Iterator[QuoteRecord]:
    """The quotes of one report that are the marked words, the best first."""
    mine = [q for q in told.quotes if q.anchor.document == reading.document.id]
    scored = sorted(((alike(q.text, words), q.id, q) for q in mine), key=lambda s: (-s[0], s[1]))
    yield from (q for score, _, q in scored if score >= ALIKE)


def alike(a: str, b: str) -> float:
    """Token F1 of two strings."""
    one, two = Counter(WORD.findall(a.lower())), Counter(WORD.findall(b.lower()))
    return 2 * (one & two).total() / max(1, one.total() + two.total())
