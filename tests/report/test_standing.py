"""What the first screen tells of where things stand, and in which order."""

from dataclasses import replace

import pytest
from reports import account

from tidings.model import Anchor, Date
from tidings.report.standing import newness
from tidings.report.view import view

BASE = account()
(EVENT,), (DEALING,) = BASE.events, BASE.dealings


def place(start):
    return (Anchor("d1", start, start + 3, BASE.events[0].evidence[0].exact[:3]),)


def deal(id_, start, **given):
    return replace(DEALING, **{"id": id_, "evidence": place(start), "confidence": 0.9, "witnesses": 1, **given})


def act(id_, start, **given):
    return replace(EVENT, **{"id": id_, "evidence": place(start), **given})


@pytest.mark.parametrize(
    ("events", "dealings", "order"),
    [
        pytest.param(
            (), (deal("a", 0, kind="agreement"), deal("b", 5, kind="refusal", witnesses=2)), ["b", "a"], id="witnesses"
        ),
        pytest.param((), (deal("a", 0, kind="refusal"), deal("b", 5, kind="warning")), ["b", "a"], id="a threat"),
        pytest.param((act("x", 5, type="RETREAT"),), (deal("a", 0, kind="refusal"),), ["x", "a"], id="a release"),
        pytest.param(
            (act("x", 5, type="SANCTION", status="rumoured"),), (deal("a", 0),), ["a"], id="what is only rumoured"
        ),
        pytest.param((act("x", 5, type="PROTEST"),), (deal("a", 0),), ["a"], id="what changes nothing"),
        pytest.param(
            (act("x", 0, type="SANCTION", date=Date()), act("y", 5, type="SANCTION")), (), ["y", "x"], id="a day told"
        ),
        pytest.param(
            (),
            (deal("a", 0, kind="demand", state="open"), deal("b", 5, kind="demand", state="rejected")),
            ["b", "a"],
            id="settled",
        ),
        pytest.param(
            (),
            (deal("a", 0, kind="demand", about="crew …"), deal("b", 5, kind="demand", about="crew")),
            ["b", "a"],
            id="a short matter",
        ),
    ],
)
def test_what_stands_first(events, dealings, order):
    told = replace(BASE, events=events, dealings=dealings, timeline=())
    assert [line.id for line in view(told).stands] == order


@pytest.mark.parametrize(
    ("day", "new"),
    [
        pytest.param("2031-05-01", 0.0, id="the first report's"),
        pytest.param("2031-05-11", 1.0, id="the last report's"),
        pytest.param("2031-05-06", 0.5, id="between them"),
        pytest.param("2031-06-30", 1.0, id="to come"),
        pytest.param("2031-04-20", 0.0, id="shortly before"),
        pytest.param("2030-05-01", -1.0, id="background"),
        pytest.param(None, 0.5, id="not told"),
    ],
)
def test_how_new_a_day_is(day, new):
    assert newness(day, ("2031-05-01", "2031-05-11")) == new
