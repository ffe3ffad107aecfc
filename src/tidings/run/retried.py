"""Work that is given out again, piece by piece, when the process that did it has died."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tidings.runners import Died, Runner

__all__ = ["TWICE", "one_by_one", "retried"]

TWICE = "its worker process ended under it, twice"  # the same words on every runner
Task = TypeVar("Task")
Out = TypeVar("Out")
One = TypeVar("One")


def retried(
    runner: Runner,
    function: Callable[[Task], Out],
    tasks: Iterable[Task],
    pieces: Callable[[Task], Iterable[Task]],
    *,
    ordered: bool = True,
) -> Iterator[tuple[Task, Out | Died[Task]]]:
    """Each task with what came of it; one whose worker died is tried once more in its pieces, after all others."""
    again: list[Task] = []
    for task, result in runner.map(function, tasks, ordered=ordered):
        if isinstance(result, Died):
            again += pieces(task)
        else:
            yield task, result
    yield from runner.map(function, again, ordered=ordered)


def one_by_one(batch: Iterable[One]) -> Iterator[tuple[One]]:
    """A batch as batches of one."""
    return ((one,) for one in batch)
