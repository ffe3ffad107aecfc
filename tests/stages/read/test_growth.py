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
ROLE = "The harbour minister of Ruritania said on Monday that the grain deal would hold until May. "
TEXTS = {"varied": (ALIKE + QUOTED, 1), "one sentence": (ROLE, 4)}  # what is told, so many times a turn
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
def costs() -> dict[tuple[str, str], list[int]]:
    """The calls of each stage over each text in a line of so many turns."""
    found: dict[tuple[str, str], list[int]] = {}
    for name, (text, times) in TEXTS.items():
        for turns in TURNS:
            batch = list(READ[1].run([Reading(document("Ada Berg and Jan Holm met.\n" + text * times * turns))]))
            for stage in READ[2:]:
                made: list[Reading] = []
                cost = calls(lambda stage=stage, batch=batch, made=made: made.extend(stage.run(batch)))
                found.setdefault((name, stage.name), []).append(cost)
                batch = made
    return found


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("stage", [stage.name for stage in READ[2:]])
def test_twice_the_text_costs_about_twice_the_calls(costs, stage, text):
    _, short, long = costs[text, stage]
    assert long <= 2.3 * short, f"{stage}: {short} calls, then {long}"
