import pytest

from evals.report_differences import Marked, shows, touches
from tidings.model import Anchor, Difference, Side, Span


def cited(document: str, start: int, end: int) -> Anchor:
    return Anchor(document, start, end, "")


@pytest.mark.parametrize(
    ("ours", "clause", "met"),
    [
        pytest.param((0, 30), (10, 20), True, id="holds it"),
        pytest.param((12, 15), (10, 20), True, id="lies in it"),
        pytest.param((0, 14), (10, 22), True, id="a third"),
        pytest.param((0, 12), (10, 22), False, id="less than a third"),
        pytest.param((0, 10), (10, 20), False, id="beside it"),
    ],
)
def test_touches(ours, clause, met):
    assert touches(cited("d", *ours), Span(*clause)) is met


@pytest.mark.parametrize(
    ("sides", "met"),
    [
        pytest.param([("a", 0, 10), ("b", 0, 10)], True, id="one on each side"),
        pytest.param([("a", 0, 10), ("b", 50, 60)], False, id="only one of them"),
    ],
)
def test_shows(sides, met):
    told = tuple(Side("", 1, (cited(*side),)) for side in sides)
    difference = Difference("x", "wording", "", told, (), 0.7, "rules")
    row = Marked("wording", True, (("A", Span(2, 8)), ("B", Span(2, 8))))
    assert shows(difference, row, {"A": "a", "B": "b"}) is met
