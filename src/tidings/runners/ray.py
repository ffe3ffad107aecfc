"""Tasks on a Ray cluster: the same contract as on this machine, spilling and retries by Ray. Needs the extra `ray`."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from types import TracebackType
from typing import Any, TypeVar

from tidings.errors import OutputError, TidingsError
from tidings.runners.local import AHEAD, Died

__all__ = ["OnRay"]

In = TypeVar("In")
Out = TypeVar("Out")


@dataclass(frozen=True)
class OnRay:
    """Carries tasks out on a Ray cluster; use it in a `with` statement.

    `address` names a running cluster ("auto", "ray://host:10001"); without one, `workers`
    processes are started here and end with the block.
    """

    address: str | None = None
    workers: int = 2
    retries: int = 1  # of a task whose worker or machine is lost; after that it is the caller's

    def __enter__(self) -> "OnRay":
        """Join the cluster; raises OutputError where Ray is not installed or no cluster answers."""
        if find_spec("ray") is None:
            raise OutputError("the ray runner needs Ray: pip install 'tidings[ray]'")
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        import ray

        size = {} if self.address else {"num_cpus": self.workers, "include_dashboard": False}
        try:
            ray.init(address=self.address or "local", log_to_driver=False, logging_level="ERROR", **size)
        except (ConnectionError, RuntimeError, ValueError) as error:
            words = " ".join(str(error).split())
            raise OutputError(f"no Ray cluster at {self.address or 'this machine'}: {words[:200]}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        import ray

        ray.shutdown()

    def map(
        self, function: Callable[[In], Out], tasks: Iterable[In], *, ordered: bool = True
    ) -> Iterator[tuple[In, Out | Died[In]]]:
        """Each task with what the function gave for it, or with Died; so many are given out as keep all processors busy."""
        import ray

        carry_out = ray.remote(max_retries=self.retries)(_call)
        shared = ray.put(function)
        ahead = AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
        waiting: dict[Any, In] = {}

        def taken() -> tuple[In, Any]:
            done = next(iter(waiting)) if ordered else ray.wait(list(waiting))[0][0]
            return _result(waiting.pop(done), done)

        for task in tasks:
            waiting[carry_out.remote(shared, task)] = task
            if len(waiting) >= ahead:
                yield taken()
        while waiting:
            yield taken()


def _call(function: Callable[[Any], Any], task: Any) -> Any:  # noqa: ANN401  a task of any kind
    return function(task)


def _result(task: In, reference: Any) -> tuple[In, Any]:  # noqa: ANN401  Ray's references have no type here
    import ray
    from ray.exceptions import RayError, RayTaskError

    try:
        return task, ray.get(reference)
    except RayTaskError as error:
        if isinstance(error.cause, TidingsError):
            raise error.cause from error
        raise
    except RayError as error:
        return task, Died(task, f"its worker process ended ({type(error).__name__})")
