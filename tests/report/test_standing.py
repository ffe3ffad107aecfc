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


@pytest.mark.parametrize(
    ("doubtful", "further"),
    [
        pytest.param(
            {"status": "announced", "confidence": 0.56, "date": Date()}, ["x"], id="hardly right beside another"
        ),
        pytest.param({"confidence": 0.95}, [], id="two likely ones"),
    ],
)
def test_what_is_hardly_right_stands_behind_the_other_lines_of_its_day(doubtful, further):
    (line,) = BASE.timeline[:1]
    events = (act("x", 0, type="SUPPORT", **doubtful), act("y", 5, type="SANCTION", witnesses=2))
    lines = tuple(replace(line, event=e.id, date="2031-05-01") for e in events)
    told = view(replace(BASE, events=events, dealings=(), timeline=lines))
    assert [t.event for t, _, _ in told.timeline_further] == further
    assert {t.event for t, _, _ in told.timeline} == {"x", "y"} - set(further)


def test_a_line_that_its_day_has_alone_is_never_put_behind():
    (line,) = BASE.timeline[:1]
    event = act("x", 0, type="SUPPORT", status="announced", confidence=0.56, date=Date())
    told = view(replace(BASE, events=(event,), dealings=(), timeline=(replace(line, event="x"),)))
    assert [t.event for t, _, _ in told.timeline] == ["x"]
    assert told.timeline_further == ()
