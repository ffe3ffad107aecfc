"""The three acts wired: inputs to outcomes, readings to what links them, both to an account."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import BinaryIO

from tidings.engine.plan import Plan
from tidings.model import Raw, Reading, SetAside
from tidings.run.memo import CaseMemo
from tidings.run.progress import Progress, Silent
from tidings.run.quarantine import Outcome
from tidings.run.reading import ReadBatch, batches
from tidings.run.reading import read as carry_out
from tidings.runners import Local
from tidings.sources import Limits, read_inputs

__all__ = ["Options", "inputs", "read_articles"]

# Worker processes take 4 seconds to load the parser, in which one process reads about 300 kB of articles.
WORTH_WORKERS = 300_000


@dataclass(frozen=True)
class Options:
    """How inputs are read; nothing here changes what is found in an article, but `as_is` and `published`."""

    workers: int = 1  # processes that read; more than 1 only where the input is worth their start
    limits: Limits = field(default_factory=Limits)
    as_is: bool = False  # take each file's text unchanged
    published: str | None = None  # the date of documents that state none, YYYY-MM-DD
    progress: Progress = field(default_factory=Silent)
    stdin: BinaryIO | None = None


def inputs(paths: Sequence[str], options: Options) -> Iterator[Raw | SetAside]:
    """The articles that the paths hold, and what of them cannot be read."""
    for found in read_inputs(paths, options.limits, as_is=options.as_is, stdin=options.stdin):
        if isinstance(found, Raw) and options.published and not found.given.published:
            yield replace(found, given=replace(found.given, published=options.published))
        else:
            yield found


def read_articles(
    plan: Plan, raws: Iterable[Raw], options: Options, memo: CaseMemo | None = None
) -> Iterator[Outcome[Reading]]:
    """What READ makes of the articles, batch by batch, in the order that they are done."""
    opening: list[Raw] = []
    size = 0
    stream = iter(raws)
    for raw in stream:
        opening.append(raw)
        size += len(raw.text)
        if size > WORTH_WORKERS:
            break
    options.progress.start("reading", None if size > WORTH_WORKERS else len(opening))
    runner = Local(options.workers if size > WORTH_WORKERS else 1)
    function = ReadBatch(plan.remembering(memo), memo)
    yield from carry_out(function, batches(chain(opening, stream)), runner, options.progress)
