"""Batches of work on this machine: in this process, or in worker processes that may die without taking the run along."""

import gc
import itertools
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Generic, Protocol, TypeVar

from tidings.errors import TidingsError

__all__ = ["Died", "Local", "Pool", "Runner"]

In = TypeVar("In")
Out = TypeVar("Out")

THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "TOKENIZERS_PARALLELISM",
)
AHEAD = 4  # tasks a worker
COLLECT_EVERY = 16  # tasks; without, a worker that read 310 articles and told a story of 576 took 1,565 MB for 1,330
DONE = object()


@dataclass(frozen=True, slots=True)
class Died(Generic[In]):
    """A task whose worker process ended under it, as when memory runs out."""

    task: In
    why: str


class Runner(Protocol):
    """How tasks are carried out: READ maps its batches, LINK its groups of cards, a run its stories."""

    def map(
        self, function: Callable[[In], Out], tasks: Iterable[In], *, ordered: bool = True
    ) -> Iterator[tuple[In, Out | Died[In]]]:
        """Each task, in order or as they are done, with what the function gave for it, or with Died; `function` must pickle."""


@dataclass(frozen=True)
class Local:
    """Carries tasks out in `workers` processes, one task a worker at a time; 1 is this process itself.

    Results come in the order of the tasks unless that is not asked for; at most `AHEAD` tasks a worker are in memory, done or not.
    """

    workers: int = 1
    apart: bool = False  # one worker too is a process of its own, so that a task that kills it ends no run

    def map(
        self, function: Callable[[In], Out], tasks: Iterable[In], *, ordered: bool = True
    ) -> Iterator[tuple[In, Out | Died[In]]]:
        """Each task with what the function gave for it, or with Died; `function` must pickle."""
        if self.workers <= 1 and not self.apart:
            for task in tasks:
                yield task, function(task)
            return
        with Pool(max(1, self.workers)) as pool:
            yield from pool.map(function, tasks, ordered=ordered)


@dataclass
class _Worker:
    process: BaseProcess
    pipe: "Connection[Any, Any]"
    turn: int = 0
    task: Any = None
    function: Any = None  # the one it was sent last


@dataclass(frozen=True, slots=True)
class _Now:
    """Tells a worker what to do with the tasks that follow."""

    function: Callable[[Any], Any]


class Pool:
    """A runner whose worker processes stay between maps, with what they have loaded; use it in a `with` statement.

    There is a pipe to each, so that it is known which task a dead one had.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._context = _context()
        self._busy: dict[Any, _Worker] = {}
        self._idle: list[_Worker] = []

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def map(
        self, function: Callable[[In], Out], tasks: Iterable[In], *, ordered: bool = True
    ) -> Iterator[tuple[In, Out | Died[In]]]:
        """Each task with what the function gave for it, or with Died; `function` must pickle.

        In order a long task holds back all that others have done since, and soon the workers too.
        """
        tasks = iter(tasks)
        finished: dict[int, tuple[Any, Any]] = {}
        given = told = 0
        more = True
        try:
            while more or self._busy or finished:
                while more and len(self._busy) < self._workers and given - told < self._workers * AHEAD:
                    task: Any = next(tasks, DONE)
                    more = task is not DONE
                    if more:
                        self._give(given, task, function)
                        given += 1
                for pipe in wait(list(self._busy)) if self._busy else ():
                    worker = self._busy.pop(pipe)
                    finished[worker.turn] = self._take(worker)
                while told in finished or (finished and not ordered):
                    yield finished.pop(told if ordered else next(iter(finished)))
                    told += 1
        finally:
            if self._busy:  # given up in the middle: nobody waits for what is still worked on
                self.close()

    def _give(self, turn: int, task: Any, function: Callable[[Any], Any]) -> None:  # noqa: ANN401  a task of any kind
        worker = self._idle.pop() if self._idle else self._start()
        worker.turn, worker.task = turn, task
        self._busy[worker.pipe] = worker
        try:
            if worker.function is not function:
                worker.pipe.send(_Now(function))
                worker.function = function
            worker.pipe.send(task)
        except (BrokenPipeError, ConnectionResetError):
            return  # its death is met when its result is waited for

    def _take(self, worker: _Worker) -> tuple[Any, Any]:
        try:
            result = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            worker.pipe.close()
            worker.process.join()
            return worker.task, Died(worker.task, f"its worker process ended with {_ending(worker.process.exitcode)}")
        task, worker.task = worker.task, None
        self._idle.append(worker)
        if isinstance(result, TidingsError):
            raise result
        return task, result

    def _start(self) -> _Worker:
        for name in THREADS:
            os.environ.setdefault(name, "false" if name == "TOKENIZERS_PARALLELISM" else "1")
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def close(self) -> None:
        """End all workers, also those with a task."""
        for worker in [*self._idle, *self._busy.values()]:
            worker.pipe.close()
            worker.process.terminate()
            worker.process.join()
        self._idle, self._busy = [], {}


def _context() -> ForkServerContext | SpawnContext:
    if "forkserver" in multiprocessing.get_all_start_methods():
        server = multiprocessing.get_context("forkserver")
        server.set_forkserver_preload([__name__])  # tidings and all below it is imported once, not by each worker
        return server
    return multiprocessing.get_context("spawn")


def _serve(pipe: "Connection[Any, Any]") -> None:
    """A worker's life: a task, its result, until the pipe closes; an error is sent to be raised by the caller.

    Cyclic garbage is looked for between tasks, when what they made is gone: within one it is gone through for nothing.
    """
    function: Callable[[Any], Any] = _Now
    gc.disable()
    try:
        for done in itertools.count():
            if done % COLLECT_EVERY == 0:
                gc.collect()
                gc.freeze()  # models and tables stay for good: going through them each time took a worker a tenth of a run
            task = pipe.recv()
            if isinstance(task, _Now):
                function = task.function
                continue
            try:
                pipe.send(function(task))
            except TidingsError as error:
                pipe.send(error)
            del task
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return


def _ending(code: int | None) -> str:
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
