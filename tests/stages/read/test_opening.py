"""What the opening of a report is about: as many units as it takes, their sum as a direction."""

import pytest

from tidings.model import Span
from tidings.stages.read.analyse import direction, first_units


@pytest.mark.parametrize(
    ("lengths", "count"),
    [((), 0), ((40,), 1), ((60, 50, 30), 2), ((100, 30), 1), ((300, 30), 1), ((10, 20, 30), 3)],
    ids=["none", "one short", "two are enough", "just enough", "one long", "all of a short text"],
)
def test_units_of_the_opening(lengths: tuple[int, ...], count: int) -> None:
    ends = [sum(lengths[: n + 1]) for n in range(len(lengths))]
    spans = [Span(end - length, end) for end, length in zip(ends, lengths, strict=True)]
    assert first_units(spans, 100) == count


@pytest.mark.parametrize(
    ("gists", "found"),
    [([], ()), ([()], ()), ([(300, 400)], (76, 102)), ([(300, 0), (), (0, 400)], (76, 102)), ([(5, 0), (-5, 0)], ())],
    ids=["no unit", "a silent one", "made of one length", "a silent one between", "nothing left"],
)
def test_the_direction_of_a_sum(gists: list[tuple[int, ...]], found: tuple[int, ...]) -> None:
    assert direction(gists) == found
