import os
import signal

import pytest

from tidings.errors import ModelError
from tidings.runners import Died, Local


def double(task):
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "no model":
        raise ModelError("no model here")
    return task * 2


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_every_task_once_and_in_order(workers):
    assert list(Local(workers).map(double, range(9))) == [(n, n * 2) for n in range(9)]


def test_a_dead_worker_names_its_task_and_the_rest_goes_on():
    found = dict(Local(2).map(double, ["a", "die", "b", "c"]))
    assert found.pop("die") == Died("die", "its worker process ended with signal 9")
    assert found == {"a": "aa", "b": "bb", "c": "cc"}


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_that_ends_the_run_is_raised(workers):
    with pytest.raises(ModelError, match="no model here"):
        list(Local(workers).map(double, ["a", "no model", "b"]))


def test_tasks_are_taken_as_they_are_needed():
    taken = []

    def tasks():
        for n in range(50):
            taken.append(n)
            yield n

    results = Local(2).map(double, tasks())
    next(results)
    assert len(taken) <= 8
    results.close()


def slow_first(task):
    done, n = task
    if n:
        (done / str(n)).touch()
    while n == 0 and len(list(done.iterdir())) < 20:
        pass
    return n


def test_without_order_a_long_task_holds_back_no_other(tmp_path):
    """The first task ends when all others have, far more than wait for one in order."""
    found = [n for _, n in Local(2).map(slow_first, [(tmp_path, n) for n in range(21)], ordered=False)]
    assert sorted(found) == list(range(21))
    assert 0 in found[-2:]  # the last of the others is done at the same moment
