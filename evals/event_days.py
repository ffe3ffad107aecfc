"""On which day events took place: the temporal links of TempEval-3's TBAQ against what the text's signs say.

Counted at the gold's own event words, so that finding events is no part of it. Of the events that the links put on one
day: how many we put there (recall). Of the single days we give that the links decide: how many hold (precision).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

from evals.event_windows import Happening, Report, Window, reports
from evals.times import read_bare
from tidings.grammar.dates.calendar import days_of
from tidings.grammar.events.day_evidence import Candidate, candidates
from tidings.grammar.events.days import place
from tidings.grammar.events.scene import Scene
from tidings.grammar.tree import token_at
from tidings.model import Day

__all__ = ["Case", "cases", "fits", "measured", "run", "tally", "worst"]


@dataclass(frozen=True, slots=True)
class Case:
    """One event of the gold with the days it may have by the text's signs."""

    report: Report
    happening: Happening
    scene: Scene
    at: int
    candidates: tuple[Candidate, ...]


@cache
def cases(gold: Path) -> tuple[Case, ...]:
    """All events of all documents."""
    return tuple(case for report in reports(gold) for case in of_report(report))


def of_report(report: Report) -> Iterator[Case]:
    """The events of one document, read as far as parser and times."""
    reading = read_bare(report.text, report.published, report.name)
    if reading.analysis is None:
        return
    scene = Scene(reading.analysis, reading.times, report.published)
    for happening in report.happenings:
        at = token_at(reading.analysis, happening.start)
        if at is not None:
            yield Case(report, happening, scene, at, tuple(candidates(scene, at)))


def window(case: Case, first: Day, last: Day) -> Window | None:
    """From the first of one day to the last of the other."""
    ends = [days for day in (first, last) if (days := covered(case, day)) is not None]
    return (ends[0][0], ends[1][1]) if len(ends) == 2 else None


def covered(case: Case, day: Day) -> Window | None:
    """The days that a time covers, or the one that lies so far before the report."""
    if day.time is not None:
        value = case.scene.times[day.time].value
        days = days_of(value.partition("T")[0]) if value else None
        return None if days is None else (days.first.isoformat(), days.last.isoformat())
    if day.back is None:
        return None
    at = (date.fromisoformat(case.report.published) - timedelta(days=day.back)).isoformat()
    return at, at


def fits(case: Case, candidate: Candidate) -> Literal["fits", "out", "open"]:
    """Whether a candidate lies within the event's window, outside it, or neither."""
    return judged(case.happening, covered(case, Day(candidate.time, candidate.back)))


def judged(happening: Happening, given: Window | None) -> Literal["fits", "out", "open"]:
    """The same of a window."""
    first, last = happening.window
    if given is None:
        return "open"
    if first <= given[0] and given[1] <= last:
        return "fits"
    return "out" if given[1] < first or given[0] > last else "open"


def tally(counts: Counter[str], some: Iterable[Case], known: Mapping[str, float] | None = None) -> None:
    """Add events to the counts, by the shipped weights or others."""
    for case in some:
        placed = place(case.scene, case.at, known)
        given = None if placed is None else window(case, placed.first, placed.last)
        on_one = case.happening.window[0] == case.happening.window[1]
        counts["one day"] += on_one
        if given is None:
            continue
        verdict = judged(case.happening, given)
        if given[0] != given[1]:
            counts["some days"] += 1
            counts["some days, wrong"] += verdict == "out"
            continue
        counts["right"] += on_one and verdict == "fits"
        counts["wrong"] += verdict == "out"


def measured(counts: Mapping[str, int]) -> dict[str, float]:
    """Precision, recall and F1 of days."""
    right = counts["right"]
    precision, recall = right / max(1, right + counts["wrong"]), right / max(1, counts["one day"])
    some = counts["some days, wrong"] / max(1, counts["some days"])
    return {
        "some days, wrong": some,
        "precision": precision,
        "recall": recall,
        "F1": 2 * precision * recall / max(1e-9, precision + recall),
    }


def run(gold: Path) -> dict[str, float]:
    """Precision, recall and F1 on the part held out and on the part that the weights were learnt on."""
    figures: dict[str, float] = {}
    for part, held in (("held out", True), ("open", False)):
        counts: Counter[str] = Counter()
        tally(counts, (case for case in cases(gold) if case.report.held_out is held))
        figures |= {f"event days {name}, {part}": figure for name, figure in measured(counts).items()}
    return figures


def worst(gold: Path) -> list[str]:
    """Events of the open part put on a wrong day."""
    lines = []
    for case in cases(gold):
        placed = None if case.report.held_out else place(case.scene, case.at)
        given = None if placed is None else window(case, placed.first, placed.last)
        if placed is not None and given is not None and judged(case.happening, given) == "out":
            start, end = case.happening.start, case.happening.end
            words = " ".join(case.report.text[max(0, start - 60) : end + 40].split())
            lines.append(f"{case.report.name}: {given} not {case.happening.window} ({placed.why}): {words}")
    return lines
