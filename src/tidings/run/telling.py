"""TELL carried out: a story's readings and links to its account."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from tidings.codec import ACCOUNT_SCHEMA
from tidings.model import WHOLE_STORY, Account, Bound, Generator, Reading, SetAside, StoryRecord, Telling
from tidings.run.news import new_since
from tidings.run.progress import Progress, Silent
from tidings.run.quarantine import attempt
from tidings.run.uncollected import uncollected
from tidings.stage import Stage

__all__ = ["published_by", "stories", "tell"]

SILENT = Silent()


def published_by(readings: Sequence[Reading], bounds: Sequence[Bound], day: str | None) -> tuple[Reading, ...]:
    """The readings without those whose document came out after `day`, by what it states or by what bounds it."""
    if day is None:
        return tuple(readings)
    later = {b.document for b in bounds if b.side == "not_before" and b.day > day and not b.likely}
    stated = {r.document.id: r.document.published[:10] for r in readings if r.document.published}
    return tuple(
        r
        for r in readings
        if (stated.get(r.document.id, "") <= day and (r.document.id in stated or r.document.id not in later))
    )


def tell(
    stages: Sequence[Stage[Any, Any]],
    telling: Telling,
    generator: Generator,
    set_aside: Sequence[SetAside] = (),
    progress: Progress = SILENT,
) -> Account:
    """The account of a story."""
    progress.start("telling", len(stages))
    lost = list(set_aside)
    lost += (SetAside(WHOLE_STORY, *words.split(": ", 1)) for words in telling.linked.overflow)
    with uncollected():
        for stage in stages:
            told, wrong = attempt(partial(_told, stage, telling))
            telling = told or telling
            if wrong:
                lost.append(SetAside(WHOLE_STORY, stage.name, f"left untold: {wrong}"))
            progress.advance()
    return Account(
        schema=ACCOUNT_SCHEMA,
        generator=generator,
        documents=telling.documents,
        copies=telling.copies,
        entities=telling.entities,
        quotes=telling.quotes,
        statements=telling.statements,
        times=telling.times,
        events=telling.events,
        dealings=telling.dealings,
        differences=telling.differences,
        timeline=telling.timeline,
        stories=stories(telling),
        set_aside=tuple(sorted(lost, key=lambda s: (s.path, s.stage, s.reason))),
        stale_decisions=telling.stale_decisions,
        as_of=telling.as_of,
        since=telling.since,
        new=new_since(telling, telling.since),
    )


def _told(stage: Stage[Any, Any], telling: Telling) -> Telling:
    told: Telling = next(iter(stage.run((telling,))))
    return told


def stories(telling: Telling) -> tuple[StoryRecord, ...]:
    """The stories among the documents, each by the title of its earliest report."""
    documents = {reading.document.id: reading.document for reading in telling.readings}
    why: dict[str, set[str]] = {}
    group_of = telling.linked.group_of("story")
    for link in telling.linked.links:
        if link.kind == "story" and link.relation == "same" and link.a in group_of:
            why.setdefault(group_of[link.a], set()).add(link.why)
    told_of = []
    for found in telling.linked.of("story"):
        told = [documents[member] for member in found.members if member in documents]
        if told:
            first = min(told, key=lambda d: (d.published or "9999", d.id))
            reasons = tuple(sorted(why.get(found.id, ())))
            told_of.append(StoryRecord(found.id, first.title or first.path, tuple(d.id for d in told), reasons))
    return tuple(told_of)
