"""To whom and through whom: what labelled piles of real reports say of hearers and relays, beside what is read there."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.reports import readings, rows
from tidings.grammar.quotes.hearers import sentence_at
from tidings.grammar.quotes.quote_pieces import is_told
from tidings.model import Quote, Reading, Span

__all__ = ["run", "worst"]

FIELDS = ("addressee", "relayed_by")
Places = list[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled cue in its reading, with the told quotes that are of it: by the cue itself, else by sentence and speaker."""

    where: str
    row: dict[str, Any]
    meets: tuple[Quote, ...]
    found: tuple[Quote, ...]


def named(readings_: dict[str, Reading], places: Places) -> set[str]:
    """The words of a party's wordings in its pile, small; of each wording the last word before "of" and the like."""
    found: set[str] = set()
    for document, start, end in places:
        words = readings_[document].document.text[start:end].lower().replace("’s", "").split()
        cut = next(
            (n for n, word in enumerate(words) if n and word in {"of", "in", "for", "at", "from", "who"}), len(words)
        )
        found |= {words[cut - 1].strip('.,”"')} if words else set()
    return found


def given(reading: Reading, span: Span | None, chain: int | None) -> set[str]:
    """The words of whom a quote gives: as they stand, and all names of the chain."""
    said = [] if span is None else [reading.document.text[span.start : span.end]]
    if chain is not None:
        said += [reading.chains[chain].name, *(reading.mentions[m].name for m in reading.chains[chain].mentions)]
    return {word.strip('.,”"') for words in said for word in words.lower().replace("’s", "").split()}


def right(readings_: dict[str, Reading], case: Case, field: str, document: str) -> bool:
    """Whether one of the case's quotes gives a party as it was labelled."""
    reading, wanted = readings_[document], named(readings_, case.row[field] or [])
    sides = [(getattr(q, field), getattr(q, f"{field}_chain")) for q in case.found]
    return any(wanted & given(reading, span, chain) for span, chain in sides)


def cases(pile: str, read: dict[str, Reading], cues: list[dict[str, Any]]) -> list[Case]:
    """The labelled cues of a pile."""
    made = []
    for row in cues:
        document, start, end = row["at"]
        reading, cue = read[document], Span(start, end)
        here = sentence_at(reading, cue)
        told = [quote for quote in reading.quotes if is_told(quote)]
        meets = [q for q in told if q.cue is not None and q.cue.meets(cue)]
        speaker = named(read, row["speaker"])
        beside = [
            q
            for q in told
            if here in {sentence_at(reading, span) for span in (*q.content, *((q.cue,) if q.cue else ()))}
            and speaker & given(reading, q.source, q.speaker)
        ]
        where = f"{pile} {document} {start}"
        made.append(Case(where, row, tuple(meets), (*meets, *(q for q in beside if q not in meets))))
    return made


def judged(gold: Path, *, test: bool) -> tuple[Counter[str], list[str]]:
    """What is counted of a part, and its misses in words."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for pile in rows(test=test):
        read = readings(gold, pile["pile"], pile["docs"])
        for case in cases(pile["pile"], read, pile["told"]):
            document = case.row["at"][0]
            if case.meets and case.row["speaker"]:
                counts["met"] += 1
                known = named(read, case.row["speaker"])
                told = [q for q in case.meets if known & given(read[document], q.source, q.speaker)]
                counts["speaker"] += bool(told)
            for field in FIELDS:
                if case.row[field]:
                    hit = right(read, case, field, document)
                    counts[field] += hit
                    counts[f"all {field}"] += 1
                    misses += [] if hit else [f"{case.where}: {field}"]
    return counts, misses


def run(gold: Path) -> dict[str, float]:
    """Of the test part: hearers and relays that are given as labelled, and the right speakers of cues that are a quote's."""
    counts = judged(gold, test=True)[0]
    measures = {f"test: {field} right": counts[field] / max(1, counts[f"all {field}"]) for field in FIELDS}
    measures["test: speaker of a met cue right"] = counts["speaker"] / max(1, counts["met"])
    return {name: round(value, 4) for name, value in measures.items()}


def worst(gold: Path) -> list[str]:
    """Hearers and relays of the dev part that are not given, by place."""
    return judged(gold, test=False)[1]
