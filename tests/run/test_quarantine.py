from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

import pytest

from tidings.errors import InputError, ModelError
from tidings.model import SetAside
from tidings.run.quarantine import Outcome, reason_of, run_stages
from tidings.stage import Stage


@dataclass(frozen=True)
class Halve(Stage[int, int]):
    """Halves even numbers, fails on odd ones and stops on 1000."""

    name: ClassVar[str] = "read/halve"

    def run(self, batch: Sequence[int]) -> Iterator[int]:
        for number in batch:
            if number == 1000:
                raise ModelError("no model")
            if number % 2:
                raise InputError(f"{number} is odd")
            yield number // 2


@dataclass(frozen=True)
class Swallow(Stage[int, int]):
    """Loses every 7."""

    name: ClassVar[str] = "read/swallow"

    def run(self, batch: Sequence[int]) -> Iterator[int]:
        return (number for number in batch if number != 7)


def named(*numbers):
    return [(f"{n}.txt", n) for n in numbers]


def test_what_fails_is_set_aside_with_its_stage_and_the_rest_goes_on():
    assert run_stages((Halve(), Halve()), named(8, 3, 4, 6)) == Outcome(
        (2, 1), (SetAside("3.txt", "read/halve", "3 is odd"), SetAside("6.txt", "read/halve", "3 is odd"))
    )


def test_a_stage_that_loses_a_record_loses_only_that_one():
    outcome = run_stages((Swallow(),), named(6, 7, 8))
    assert outcome.done == (6, 8)
    assert outcome.set_aside == (
        SetAside("7.txt", "read/swallow", "ValueError: read/swallow gave 0 records for 1; a stage yields one for each"),
    )


def test_a_missing_model_is_no_documents_fault():
    with pytest.raises(ModelError):
        run_stages((Halve(),), named(8, 1000))


def test_an_empty_batch():
    assert run_stages((Halve(),), []) == Outcome(())


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        pytest.param(InputError("a.txt is\nempty"), "a.txt is empty", id="our-own-in-one-line"),
        pytest.param(KeyError("x"), "KeyError: 'x'", id="foreign-with-its-type"),
        pytest.param(RecursionError(), "RecursionError", id="no-words"),
        pytest.param(ValueError("y" * 999), "ValueError: " + "y" * 287 + "…", id="long"),
    ],
)
def test_reason(error, expected):
    assert reason_of(error) == expected
