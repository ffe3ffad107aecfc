"""The one place that catches everything: what fails is set aside with stage, document and reason, the rest goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tidings.errors import ModelError, PlanError, TidingsError
from tidings.model import SetAside
from tidings.stage import Stage

__all__ = ["Outcome", "attempt", "reason_of", "run_stages"]

Out = TypeVar("Out")

LONGEST_REASON = 300  # code points
FATAL = (ModelError, PlanError)  # no document's fault: the run ends


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Out]):
    """What came of a batch: the finished records and what was set aside."""

    done: tuple[Out, ...]
    set_aside: tuple[SetAside, ...] = ()
    memo: tuple[tuple[str, bytes], ...] = ()  # for the driver to keep


def run_stages(stages: Sequence[Stage[Any, Any]], batch: Sequence[tuple[str, Any]]) -> Outcome[Any]:
    """Carry a batch of (path, record) through the stages; one that fails alone is set aside alone."""
    paths, records = [path for path, _ in batch], [record for _, record in batch]
    lost: list[SetAside] = []
    for stage in stages:
        try:
            records = _all(stage, records)
            continue
        except FATAL:
            raise
        except Exception:
            kept: list[tuple[str, Any]] = []
        for path, record in zip(paths, records, strict=True):
            try:
                kept.append((path, _all(stage, [record])[0]))
            except Exception as error:
                lost.append(SetAside(path, stage.name, reason_of(error).removeprefix(f"{' '.join(path.split())}: ")))
        paths, records = [path for path, _ in kept], [record for _, record in kept]
    return Outcome(tuple(records), tuple(lost))


def _all(stage: Stage[Any, Any], records: Sequence[Any]) -> list[Any]:
    out = list(stage.run(records))
    if len(out) != len(records):
        raise ValueError(f"{stage.name} gave {len(out)} records for {len(records)}; a stage yields one for each")
    return out


def attempt(work: Callable[[], Out]) -> tuple[Out | None, str | None]:
    """What the work gives; or why it failed."""
    try:
        return work(), None
    except FATAL:
        raise
    except Exception as error:
        return None, reason_of(error)


def reason_of(error: BaseException) -> str:
    """The error in one line: our own errors in their words, others with their type."""
    text = " ".join(str(error).split())
    if not isinstance(error, TidingsError):
        text = f"{type(error).__name__}: {text}" if text else type(error).__name__
    return text if len(text) <= LONGEST_REASON else text[: LONGEST_REASON - 1] + "…"
