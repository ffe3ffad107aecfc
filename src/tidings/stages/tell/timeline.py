"""The timeline: days, and one clause a day that tells best what happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from tidings.model import Event, Telling, TimelineEntry
from tidings.stage import Stage

__all__ = ["Timeline"]

TOLD = ("held", "ongoing", "announced", "cancelled", "rumoured", "denied")


@dataclass(frozen=True)
class Timeline(Stage[Telling, Telling]):
    """Lay the dated events along the days they fall on, those with most witnesses first within a day."""

    name: ClassVar[str] = "tell/timeline"
    needs: ClassVar[tuple[str, ...]] = ("events",)
    gives: ClassVar[tuple[str, ...]] = ("timeline",)

    a_day: int = 3  # lines a day at most: the editor reads days, the ledger holds the rest

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with its timeline."""
        for telling in batch:
            days: dict[tuple[str, str], list[Event]] = {}
            for event in telling.events:
                if event.date.from_ and event.status in TOLD:
                    days.setdefault((event.date.from_, event.date.grain), []).append(event)
            lines = [line(event) for day in sorted(days) for event in sorted(days[day], key=weight)[: self.a_day]]
            yield replace(telling, timeline=tuple(lines))


def weight(event: Event) -> tuple[int, int, float, str]:
    """Sorts the best told event first: witnesses, parties, confidence."""
    return (-event.witnesses, -len(event.actors) - len(event.recipients), -event.confidence, event.id)


def line(event: Event) -> TimelineEntry:
    """One line: the clause in the source's own words."""
    date = event.date.from_ or ""
    return TimelineEntry(
        date, event.date.grain, event.evidence[0].exact, event.id, event.witnesses, event.evidence, event.status
    )
