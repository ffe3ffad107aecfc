"""Time expressions: TempEval-3's measures on TBAQ, and phrases against a reference date.

Relaxed spans match where they overlap; value F1 counts those matches whose TIMEX3 value is
the gold's letter for letter (UzZaman et al. 2013).
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals.marked_times import Marked
from evals.peers import date_finders
from evals.timeml import Source, marked, sources
from tidings.analysis import analyse_units
from tidings.grammar.unit_spans import unit_spans
from tidings.model import Block, Document, Reading
from tidings.stages.read.analyse import laid_out
from tidings.stages.read.times import Times

__all__ = ["peers", "read_bare", "run", "worst"]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated expression."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A TimeML document: its name, creation time, text and expressions, and whether it only serves to measure."""

    name: str
    published: str
    text: str
    times: tuple[Gold, ...]
    held_out: bool


def read(source: Source) -> Annotated:
    """One document with its expressions."""
    text, expressions = marked(source, "TIMEX3")
    times = tuple(Gold(a, b, told.get("type", ""), told.get("value", "")) for a, b, told in expressions)
    return Annotated(source.name, source.created, text, times, source.held_out)


@cache
def documents(gold: Path) -> tuple[Annotated, ...]:
    """All TBAQ documents, by path."""
    return tuple(read(source) for source in sources(gold))


@cache
def found(gold: Path) -> dict[str, tuple[Marked, ...]]:
    """Our times for each document, by name."""
    ours = {}
    for each in documents(gold):
        ours[each.name] = read_times(each.text, each.published, each.name)
    return ours


@cache
def read_bare(text: str, published: str | None, name: str = "text") -> Reading:
    """A bare text read as far as its tree and its times, by the public stages' parts: units, parser, read/times."""
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text))
    document = Document(name, name, "0", text, blocks, published=published)
    spans = unit_spans(document, 160)
    units = analyse_units([text[s.start : s.end] for s in spans])
    reading = Reading(document, analysis=laid_out(spans, units))
    return next(Times().run([reading]))


def read_times(text: str, published: str | None, name: str = "text") -> tuple[Marked, ...]:
    """The times of a bare text."""
    times = read_bare(text, published, name).times
    return tuple(Marked(t.span.start, t.span.end, t.type, frozenset({t.value})) for t in times)


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    gold: int = 0
    ours: int = 0
    met: int = 0
    strict: int = 0
    valued: int = 0
    typed: int = 0

    def f1(self, hits: int) -> float:
        """F1 of `hits` among the gold's and ours."""
        return 2 * hits / max(1, self.gold + self.ours)


def matches(each: Annotated, ours: Sequence[Marked]) -> Iterator[tuple[Gold, Marked | None]]:
    """Each gold expression with the one of ours that overlaps it best; each of ours serves once."""
    used: set[int] = set()
    for gold in each.times:
        meeting = [
            (abs(t.start - gold.start) + abs(t.end - gold.end), i)
            for i, t in enumerate(ours)
            if i not in used and t.start < gold.end and gold.start < t.end
        ]
        if not meeting:
            yield gold, None
            continue
        _, i = min(meeting)
        used.add(i)
        yield gold, ours[i]


def count(tally: Tally, each: Annotated, ours: Sequence[Marked]) -> None:
    """Add one document to a tally."""
    tally.gold += len(each.times)
    tally.ours += len(ours)
    for gold, time in matches(each, ours):
        if time is not None:
            tally.met += 1
            tally.strict += (time.start, time.end) == (gold.start, gold.end)
            tally.valued += gold.value in time.values
            tally.typed += time.type == gold.type


def run(gold: Path) -> dict[str, float]:
    """Relaxed and strict span F1, value and type F1, on the held-out part and on all; accuracy on the phrase sets."""
    held, every = Tally(), Tally()
    for each in documents(gold):
        count(every, each, found(gold)[each.name])
        if each.held_out:
            count(held, each, found(gold)[each.name])
    scores = {
        "value F1, held out": held.f1(held.valued),
        "value F1, all": every.f1(every.valued),
        "relaxed span F1, held out": held.f1(held.met),
        "relaxed span F1, all": every.f1(every.met),
        "strict span F1, all": every.f1(every.strict),
        "type F1, all": every.f1(every.typed),
    }
    for name, cases in (("timenorm", timenorm(gold)), ("recognizers", recognizers(gold))):
        if cases:
            right = [phrase_value(phrase, reference) == value for phrase, reference, value in cases]
            scores[f"{name} accuracy"] = sum(right) / len(right)
    return scores


def peers(gold: Path) -> dict[str, float]:
    """Value F1 held out and on all, and relaxed span F1 on all, of other programs beside ours."""
    scores = {}
    for name, finder in {"ours": None, **date_finders()}.items():
        held, every = Tally(), Tally()
        for each in documents(gold):
            times = tuple(finder(each.text, each.published)) if finder else found(gold)[each.name]
            for tally in (held, every) if each.held_out else (every,):
                count(tally, each, times)
        scores[f"{name}, value F1, held out"] = held.f1(held.valued)
        scores[f"{name}, value F1, all"] = every.f1(every.valued)
        scores[f"{name}, relaxed span F1, all"] = every.f1(every.met)
    return scores


Case = tuple[str, str, str]


def timenorm(gold: Path) -> tuple[Case, ...]:
    """Phrases without their sentences, by blocks whose first row is the reference date; each block is a document."""
    cases: list[Case] = []
    reference = ""
    for name in ("train.tsv", "test.tsv"):
        path = gold / "times-timenorm" / name
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            phrase, _, rest = line.partition("\t")
            value = rest.partition("\t")[2]
            if not line:
                reference = ""
            elif not reference:
                reference = value
            else:
                cases.append((phrase, reference, value))
    return tuple(cases)


def recognizers(gold: Path) -> tuple[Case, ...]:
    """Recognizers' dates that have one reading: phrase in its sentence, reference date, day."""
    cases = []
    path = gold / "times-recognizers/DateParser.json"
    if path.exists():
        for case in json.loads(path.read_text(encoding="utf-8-sig")):
            reference = case.get("Context", {}).get("ReferenceDateTime", "")
            results = case.get("Results", [])
            if len(results) == 1 and "FutureResolution" in (results[0].get("Value") or {}):
                value = results[0]["Value"]
                days = {value["FutureResolution"].get("date"), value["PastResolution"].get("date")}
                if len(days) == 1 and None not in days:
                    cases.append((case["Input"], reference[:10], days.pop()))
    return tuple(cases)


def phrase_value(phrase: str, reference: str) -> str | None:
    """The value of the first expression of a phrase read on its own."""
    document = Document("phrase", "phrase", "0", phrase, (), published=reference or None)
    times = next(Times().run([Reading(document)])).times
    return times[0].value if times else None


def worst(gold: Path) -> list[str]:
    """Expressions missed, invented or misvalued, outside the held-out part."""
    lines = []
    for each in documents(gold):
        if each.held_out:
            continue
        ours, met = found(gold)[each.name], set()
        for expression, time in matches(each, ours):
            exact = " ".join(each.text[expression.start : expression.end].split())
            if time is None:
                lines.append(f"{each.name}: missed {exact!r} {expression.value}")
                continue
            met.add(time)
            if expression.value not in time.values:
                lines.append(f"{each.name}: {exact!r} {expression.value}, ours {set(time.values)}")
        lines.extend(f"{each.name}: invented {each.text[t.start : t.end]!r}" for t in ours if t not in met)
    return lines
