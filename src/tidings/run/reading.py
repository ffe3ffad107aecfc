"""READ carried out: raw articles to readings, batch by batch, on any runner."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tidings.model import Raw, Reading, SetAside
from tidings.run.checks import problems
from tidings.run.memo import CaseMemo
from tidings.run.progress import Progress, Silent
from tidings.run.quarantine import Outcome, run_stages
from tidings.run.retried import one_by_one, retried
from tidings.run.uncollected import uncollected
from tidings.runners import Died, Runner
from tidings.stage import Stage
from tidings.text.ids import content_id

__all__ = ["Batch", "ReadBatch", "batches", "name_of", "read", "source_of"]

SILENT = Silent()
BATCH_DOCUMENTS = 4  # measured: 1, 4 and 16 take the same time; a small batch shows progress and is kept sooner
BATCH_CHARACTERS = 200_000  # of source text: what a worker holds at once

CURE = "write it as YYYY-MM-DD, or leave it out"

Batch = tuple[Raw, ...]


@dataclass(frozen=True)
class ReadBatch:
    """READ over one batch; drops the analysis, checks what is left, brings back what the memo should keep."""

    stages: tuple[Stage[Any, Any], ...]
    memo: CaseMemo | None = None

    def __call__(self, batch: Batch) -> Outcome[Reading]:
        with uncollected():  # a twentieth of READ
            outcome: Outcome[Reading] = run_stages(self.stages, [(name_of(raw), raw) for raw in batch])
        sound: list[Reading] = []
        unsound: list[SetAside] = []
        for reading in outcome.done:
            wrong = problems(reading)
            if wrong:
                unsound.append(SetAside(reading.document.path, "read/check", "; ".join(wrong[:3])))
            else:
                sound.append(replace(reading, analysis=None))
        fresh = self.memo.drain() if self.memo else ()
        return Outcome(tuple(sound), (*outcome.set_aside, *unsound), fresh)


def name_of(raw: Raw) -> str:
    """How a person knows this article: its path, and its line in a JSON lines file."""
    return raw.path if raw.line is None else f"{raw.path}:{raw.line}"


def source_of(raw: Raw) -> str:
    """One id for an article as it came in."""
    given = raw.given
    return content_id(raw.path, str(raw.line), raw.digest, str(raw.as_is), given.url or "", given.published or "")


def batches(raws: Iterable[Raw]) -> Iterator[Batch]:
    """The articles in order, in batches that are small enough to hold."""
    batch: list[Raw] = []
    size = 0
    for raw in raws:
        if batch and (len(batch) >= BATCH_DOCUMENTS or size + len(raw.text) > BATCH_CHARACTERS):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(raw)
        size += len(raw.text)
    if batch:
        yield tuple(batch)


def read(
    function: ReadBatch, tasks: Iterable[Batch], runner: Runner, progress: Progress = SILENT
) -> Iterator[Outcome[Reading]]:
    """What comes of each batch, as it is ready; a batch whose worker died is tried once more, article by article."""
    for batch, result in retried(runner, function, tasks, one_by_one):
        progress.advance(len(batch))
        if isinstance(result, Died):
            yield Outcome((), tuple(SetAside(name_of(raw), "read", f"{result.why}, twice") for raw in batch))
        else:
            for reading in result.done:
                if undated := (reading.document.published_method or "").partition("unreadable: ")[2]:
                    progress.warn(f"{called(reading)}: read without its date, since {undated} is none: {CURE}")
            yield result


def called(reading: Reading) -> str:
    """How a person knows the article of a reading."""
    document = reading.document
    return document.path if document.line is None else f"{document.path}:{document.line}"


def by_document(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings by document id, each document once."""
    return tuple(found for _, found in sorted({r.document.id: r for r in readings}.items()))
