"""What reading a text costs grows with its length, also where all of it is alike; counted in calls, not in time."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from tests.stages.read.conftest import document
from tidings.model import Reading
from tidings.stages import READ

ALIKE = "The minister said his lawyer had met the general. Ada Berg told us that the agency’s spokesman left. "
QUOTED = "“The general told us that the ship had left,” Berg said. He denied it, and the source warned her lawyer. "
TURNS = (4, 30, 60)  # times that each is told, the first only to fill what is kept


def calls(work: Callable[[], object]) -> int:
    """How many functions are entered, generators and comprehensions with them."""
    count = 0

    def seen(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module")
def costs() -> dict[str, list[int]]:
    """The calls of each stage over a line of so many turns."""
    found: dict[str, list[int]] = {}
    for turns in TURNS:
        batch = list(READ[1].run([Reading(document("Ada Berg and Jan Holm met.\n" + (ALIKE + QUOTED) * turns))]))
        for stage in READ[2:]:
            made: list[Reading] = []
            cost = calls(lambda stage=stage, batch=batch, made=made: made.extend(stage.run(batch)))
            found.setdefault(stage.name, []).append(cost)
            batch = made
    return found


@pytest.mark.parametrize("stage", [stage.name for stage in READ[2:]])
def test_twice_the_text_costs_about_twice_the_calls(costs, stage):
    _, short, long = costs[stage]
    assert long <= 2.3 * short, f"{stage}: {short} calls, then {long}"
