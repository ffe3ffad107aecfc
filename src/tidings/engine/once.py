"""The acts without a case file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tidings.codec import Found
from tidings.engine.acts import Options, inputs, read_articles
from tidings.engine.case import Case
from tidings.engine.plan import Plan, default_plan
from tidings.model import Account, Linked, Raw, Reading, SetAside, Telling
from tidings.store import CaseFile

__all__ = ["passing_case", "read", "tell"]

DEFAULTS = Options()
IN_MEMORY = Path(":memory:")


def read(paths: Sequence[str], options: Options = DEFAULTS, plan: Plan | None = None) -> Iterator[Found | SetAside]:
    """What READ finds in each article, in order, and then each input that was set aside."""
    plan = plan or default_plan()
    lost: list[SetAside] = []

    def articles() -> Iterator[Raw]:
        for found in inputs(paths, options):
            if isinstance(found, Raw):
                yield found
            else:
                lost.append(found)

    for outcome in read_articles(plan, articles(), options):
        yield from (_alone(reading) for reading in outcome.done)
        lost += outcome.set_aside
    yield from lost


def _alone(reading: Reading) -> Found:
    """The reading with what its own document settles: its record, the values of its times, PLOVER's codes."""
    from tidings.grammar.events.plover import project
    from tidings.stages.tell.documents import Documents
    from tidings.stages.tell.times import Times

    (told,) = Times().run(tuple(Documents().run((Telling((reading,), Linked()),))))
    codes = tuple(project(event.type, event.status) for event in reading.events)
    return Found(reading, told.documents[0], tuple(time.value for time in told.times), codes)


def passing_case(plan: Plan | None = None) -> Case:
    """A case in memory, gone when it is closed."""
    return Case(CaseFile(IN_MEMORY), plan)


def tell(
    paths: Sequence[str],
    options: Options = DEFAULTS,
    *,
    as_of: str | None = None,
    since: str | None = None,
    plan: Plan | None = None,
) -> Account:
    """Read, link and tell, in one go; nothing is kept."""
    with passing_case(plan) as case:
        case.add(paths, options)
        return case.tell(as_of=as_of, since=since, progress=options.progress, workers=options.workers)
