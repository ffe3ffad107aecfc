"""The timeline: days, and one clause a day that tells best what happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from tidings.grammar.events.self_contained import Clauses, clauses_of
from tidings.model import Anchor, Event, Span, Telling, TimelineEntry
from tidings.stage import Stage
from tidings.text.bracketed import is_told_by
from tidings.text.terms import term_vector

__all__ = ["Timeline"]

TOLD = ("held", "ongoing", "announced", "cancelled", "rumoured", "denied")


@dataclass(frozen=True)
class Timeline(Stage[Telling, Telling]):
    """Lay the dated events along the days they fall on: first what most witnesses tell, then what is nearest the story's middle."""

    name: ClassVar[str] = "tell/timeline"
    version: ClassVar[int] = 11
    needs: ClassVar[tuple[str, ...]] = ("readings", "entities", "events")
    gives: ClassVar[tuple[str, ...]] = ("timeline",)

    sure: float = 0.55  # chance of being right that a line needs: of labelled tellings .76 are right from here, of judged ones four in five
    a_day: int = 3  # lines a day at most: the editor reads days, the ledger holds the rest

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with its timeline."""
        for telling in batch:
            middle = story_terms(telling)
            clauses = clauses_of(telling)
            days: dict[tuple[str, str], list[Event]] = {}
            for event in telling.events:
                if event.date.from_ and event.status in TOLD and event.confidence >= self.sure:
                    days.setdefault((event.date.from_, event.date.grain), []).append(event)
            lines = [entry for day in sorted(days) for entry in self.best_of(days[day], middle, clauses)]
            yield replace(telling, timeline=tuple(lines))

    def best_of(self, events: Sequence[Event], middle: dict[str, float], clauses: Clauses) -> list[TimelineEntry]:
        """The lines of one day, each of other words: a clause that tells two acts is shown once."""
        found: list[TimelineEntry] = []
        words: list[Anchor] = []
        for event in sorted(events, key=lambda e: weight(e, middle)):
            best = best_words(event, middle)
            if len(found) < self.a_day and not any(is_within(best, told) or is_within(told, best) for told in words):
                words.append(best)
                told = clauses.told(best.document, Span(best.start, best.end), event.actors, event.recipients)
                found.append(line(event, told))
        return found


def story_terms(telling: Telling) -> dict[str, float]:
    """What the story's documents are about, each with one voice."""
    middle: dict[str, float] = {}
    for reading in telling.readings:
        for term, share in term_vector(reading.document.text).items():
            middle[term] = middle.get(term, 0.0) + share / len(telling.readings)
    return middle


def centrality(words: str, middle: dict[str, float]) -> float:
    """How near a clause is to the middle of the story."""
    return round(sum(share * middle.get(term, 0.0) for term, share in term_vector(words).items()), 6)


def weight(event: Event, middle: dict[str, float]) -> tuple[int, int, float, float, str]:
    """Sorts the best told event first: witnesses, parties, centrality, confidence."""
    told = max(centrality(a.exact, middle) for a in event.evidence)
    return (-event.witnesses, -min(2, len(event.actors) + len(event.recipients)), -told, -event.confidence, event.id)


def best_words(event: Event, middle: dict[str, float]) -> Anchor:
    """The clause that an event is told by, else the one nearest the story's middle."""
    telling = {p.document for p in event.history if p.status == event.status}
    standing = [a for a in event.evidence if a.document in telling] or event.evidence
    return max(
        standing, key=lambda a: (is_told_by(event.summary, a.exact), centrality(a.exact, middle), a.document, -a.start)
    )


def is_within(words: Anchor, others: Anchor) -> bool:
    """Whether most of a clause stands in another one."""
    shared = min(words.end, others.end) - max(words.start, others.start)
    return words.document == others.document and 2 * shared > words.end - words.start


def line(event: Event, words: str) -> TimelineEntry:
    """One line, in the words given."""
    date, told = event.date, (words, event.id, event.witnesses, event.evidence, event.status)
    return TimelineEntry(
        date.from_ or "", date.grain, *told, to=date.to if date.to != date.from_ else None, inferred=date.inferred
    )
