"""Events of real reports: what blind readers labelled (evals/labels/reports.md), beside what is read there.

The figures are of the test part. A telling of ours is right where a reader labelled one of its type at its word or in
its sentence that stands alike; readers were seldom complete, so the share of right ones is a lower bound.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from evals.reports import Labelled, Telling, labelled, readings
from tidings.grammar.events.trust import STANDS
from tidings.grammar.tree import tokens_in
from tidings.model import EventMention, Reading
from tidings.stages.tell.timeline import Timeline

__all__ = ["given", "run", "worst"]

TOLD = Timeline.sure  # trust from which one report's word stands on the timeline


def is_told(reading: Reading, event: EventMention, label: Telling) -> bool:
    """Whether a labelled telling is this one: of its type, at its word or in its sentence, and standing alike."""
    if label.type != event.type or STANDS[label.status] != STANDS[event.status]:
        return False
    if event.trigger.meets(label.trigger):
        return True
    assert reading.analysis is not None
    tokens = reading.analysis.tokens
    first, last = reading.analysis.sentences[tokens[tokens_in(reading.analysis, event.trigger)[0]].sentence]
    return tokens[first].start <= label.trigger.start < tokens[last - 1].end


@cache
def met(gold: Path) -> tuple[tuple[Labelled, dict[str, Reading]], ...]:
    """The piles of the test part with their readings."""
    return tuple((pile, readings(gold, pile.name, pile.documents)) for pile in labelled(test=True))


def given(pile: Labelled, known: dict[str, Reading]) -> Iterator[tuple[Reading, EventMention, bool]]:
    """The tellings given in a pile's readings, and whether each is right: labelled there, of that type and so standing."""
    for letter, reading in sorted(known.items()):
        labels = [one for one in pile.tellings if one.document == letter]
        for event in reading.events:
            yield reading, event, any(is_told(reading, event, one) for one in labels)


def read_of(gold: Path) -> Iterator[tuple[Telling, str, bool]]:
    """The labelled tellings, the pile of each, and whether we tell it."""
    for pile, known in met(gold):
        for one in pile.tellings:
            reading = known[one.document]
            yield one, pile.name, any(is_told(reading, event, one) for event in reading.events)


def run(gold: Path) -> dict[str, float]:
    """How many of what we tell are right, how many of the right ones stand on the first screen, how much is read."""
    told = [one for pile, known in met(gold) for one in given(pile, known)]
    trusted = [right for _, event, right in told if event.trust >= TOLD]
    right = sum(r for *_, r in told)
    labels = list(read_of(gold))
    main = {(pile, one.event) for one, pile, _ in labels if one.main}
    return {
        "tellings right, all": right / max(1, len(told)),
        "tellings right, trusted": sum(trusted) / max(1, len(trusted)),
        "trusted of right": sum(trusted) / max(1, right),
        "labelled tellings trusted": sum(trusted) / max(1, len(labels)),
        "labelled tellings read": sum(r for *_, r in labels) / max(1, len(labels)),
        "main events read": len({(p, one.event) for one, p, r in labels if r} & main) / max(1, len(main)),
    }


def worst(gold: Path) -> list[str]:
    """Nothing: the test part is not looked at."""
    del gold
    return []
