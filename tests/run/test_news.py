from dataclasses import replace

import pytest

from tidings.model import (
    Anchor,
    Date,
    Difference,
    DocumentRecord,
    Event,
    Linked,
    Side,
    StatusPoint,
    Telling,
)
from tidings.run.news import new_since


def document(name, day, between=None):
    return DocumentRecord(name, name, None, None, "", day, between, "stated", None, None, (), None, "0")


def spot(name):
    return Anchor(name, 0, 1, "x")


def event(name, documents, *history):
    points = tuple(StatusPoint(status, day, "d") for status, day in history)
    evidence = tuple(map(spot, documents))
    return Event(name, "CONSULT", None, None, (), (), Date(), history[-1][0], points, (), "", 1, 1.0, evidence)


TOLD = Telling(
    (),
    Linked(),
    documents=(
        document("old", "2030-01-01"),
        document("new", "2030-01-05"),
        document("open", None),
        document("bounded", None, ("2030-01-05", "2030-01-09")),
    ),
    events=(
        event("e-both", ["old", "new"], ("announced", "2030-01-01"), ("announced", "2030-01-05")),
        event("e-moved", ["old", "new"], ("announced", "2030-01-01"), ("held", "2030-01-05")),
        event("e-new", ["new"], ("held", "2030-01-05")),
    ),
    differences=(
        Difference("x-new-side", "number", "", (Side("1", 1, (spot("old"),)), Side("2", 1, (spot("new"),)))),
        Difference("x-old", "number", "", (Side("1", 1, (spot("old"),)), Side("2", 1, (spot("old"), spot("new"))))),
    ),
)


def test_what_rests_on_new_reports_or_stands_elsewhere():
    assert new_since(TOLD, "2030-01-03") == ("bounded", "e-moved", "e-new", "new", "x-new-side")


@pytest.mark.parametrize(("since", "expected"), [(None, ()), ("2031-01-01", ())])
def test_nothing_new(since, expected):
    assert new_since(TOLD, since) == expected
    assert new_since(replace(TOLD, documents=()), "2030-01-03") == ("e-moved",)


def test_a_later_version_is_new_from_its_change_on():
    first = document("v1", "2030-01-01")
    second = replace(document("v2", "2030-01-01"), modified="2030-01-06", revises="v1", revises_basis="stated")
    telling = Telling((), Linked(), documents=(first, second))
    assert new_since(telling, "2030-01-04") == ("v2",)
