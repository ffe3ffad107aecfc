"""The acts without a case file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tidings.engine.acts import Options, inputs, read_articles
from tidings.engine.case import Case
from tidings.engine.plan import Plan, default_plan
from tidings.model import Account, Raw, Reading, SetAside
from tidings.store import CaseFile

__all__ = ["read", "tell"]

DEFAULTS = Options()
IN_MEMORY = Path(":memory:")


def read(paths: Sequence[str], options: Options = DEFAULTS, plan: Plan | None = None) -> Iterator[Reading | SetAside]:
    """What READ finds in each article, and each input that was set aside; as they are done."""
    plan = plan or default_plan()
    lost: list[SetAside] = []

    def articles() -> Iterator[Raw]:
        for found in inputs(paths, options):
            if isinstance(found, Raw):
                yield found
            else:
                lost.append(found)

    for outcome in read_articles(plan, articles(), options):
        yield from outcome.done
        yield from outcome.set_aside
    yield from lost


def tell(
    paths: Sequence[str],
    options: Options = DEFAULTS,
    *,
    as_of: str | None = None,
    since: str | None = None,
    plan: Plan | None = None,
) -> Account:
    """Read, link and tell, in one go; nothing is kept."""
    with Case(CaseFile(IN_MEMORY), plan) as case:
        case.add(paths, options)
        return case.tell(as_of=as_of, since=since, progress=options.progress)
