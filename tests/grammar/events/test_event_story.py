"""Where an event stands by its history."""

from dataclasses import replace

import pytest

from tidings.grammar.events.story import (
    Member,
    come_of_it,
    date_of,
    gone_before,
    history_of,
    in_order,
    not_after,
    status_of,
)
from tidings.model import (
    Date,
    Day,
    Document,
    DocumentRecord,
    EventMention,
    Placed,
    Reading,
    Resolved,
    Span,
    StatusPoint,
)

WITNESS = {"a": "a", "b": "b", "c": "b"}


@pytest.mark.parametrize(
    ("points", "status"),
    [
        pytest.param([("announced", "2031-05-01", "a"), ("held", "2031-05-03", "b")], "held", id="announced, held"),
        pytest.param([("requested", "2031-05-01", "a"), ("announced", "2031-05-02", "b")], "announced", id="progress"),
        pytest.param([("announced", "2031-05-01", "a"), ("cancelled", "2031-05-02", "b")], "cancelled", id="off"),
        pytest.param([("held", None, "a"), ("announced", "2031-05-02", "b")], "held", id="what was held stays held"),
        pytest.param(
            [("held", "2031-05-02", "a"), ("denied", "2031-05-03", "b")], "held", id="a denial erases nothing"
        ),
        pytest.param([("denied", "2031-05-03", "b")], "denied", id="nobody asserts it"),
        pytest.param([("rumoured", "2031-05-03", "a"), ("rumoured", None, "b")], "rumoured", id="only rumours"),
    ],
)
def test_status_of(points, status):
    assert status_of([StatusPoint(s, day, document) for s, day, document in points], WITNESS) == status


@pytest.mark.parametrize(
    ("given", "day"),
    [
        pytest.param({}, "2031-05-01", id="a first version is of its day, changed or not"),
        pytest.param({"revises": "a", "revises_basis": "stated"}, "2031-05-04", id="a later one of its change"),
        pytest.param({"revises": "a", "revises_basis": "unknown"}, "2031-05-01", id="which is later is not known"),
    ],
)
def test_day_of_the_report(given, day):
    stated = ("d", "d", None, None, "", "2031-05-01", None, "stated", None, None, (), None, "0")
    record = DocumentRecord(*stated, modified="2031-05-04", **given)
    assert Member(Reading(Document("d", "d", "0", "", ())), 0, record, "d").reported == day


@pytest.mark.parametrize(
    ("between", "day"),
    [
        pytest.param(("2031-05-01", "2031-05-04"), "2031-05-04", id="the last that it can be"),
        pytest.param((None, "2031-07-01"), None, id="before what it tells as still to come is no day"),
        pytest.param(("2031-05-01", None), None, id="nor is any day after"),
    ],
)
def test_day_of_an_undated_report(between, day):
    record = DocumentRecord("d", "d", None, None, "", None, between, "inferred", None, None, (), None, "0")
    assert Member(Reading(Document("d", "d", "0", "", ())), 0, record, "d").reported == day


@pytest.mark.parametrize(
    ("day", "first", "expected"),
    [
        pytest.param(("2031-05-01", "2031-05-04"), "2031-05-02", ("2031-05-01", "2031-05-02"), id="cut short"),
        pytest.param(("2031-05-02", "2031-05-04"), "2031-05-02", ("2031-05-02", "2031-05-02"), id="one day left"),
        pytest.param(("2031-05-03", "2031-05-03"), "2031-05-02", None, id="told before it was done"),
        pytest.param(("2031-05-01", "2031-05-01"), "2031-05-02", ("2031-05-01", "2031-05-01"), id="before it was told"),
        pytest.param(("2031-05-03", "2031-05-03"), None, ("2031-05-03", "2031-05-03"), id="no report of it is dated"),
    ],
)
def test_likely_day_lies_not_after_the_first_report_of_it(day, first, expected):
    found = not_after(Date(*day, "interval"), first)
    assert (found and (found.from_, found.to)) == expected


def test_a_report_that_tells_the_asking_and_the_plan_tells_the_plan():
    reading = Reading(
        Document("a", "a", "a", "a", ()),
        events=tuple(
            EventMention(f"a/e/{n}", "CONSULT", None, status, Span(n, n + 1), Span(n, n + 1), confidence=0.5)
            for n, status in enumerate(("requested", "announced"))
        ),
    )
    points = history_of([Member(reading, n, None, "a") for n in range(2)])
    assert [point.status for point in points] == ["announced"]


@pytest.mark.parametrize(
    ("when", "inferred"),
    [
        pytest.param({"time": 0}, False, id="a time of its own"),
        pytest.param({"placed": Placed(Day(0), Day(0), 0.8, "why")}, True, id="a time that stands around it"),
        pytest.param({"placed": Placed(Day(0), Day(0), 1.0, "why")}, False, id="a range of its own"),
    ],
)
def test_a_day_that_no_words_state_says_so(when, inferred):
    telling = EventMention("a/e/0", "CONSULT", None, "held", Span(0, 1), Span(0, 1), **when)
    reading = Reading(Document("a", "a", "a", "a", ()), events=(telling,))
    day = Resolved("a", 0, "2031-05-01", "2031-05-01", "2031-05-01", "day")
    found, _ = date_of([Member(reading, 0, None, "a")], {("a", 0): day})
    assert found == Date("2031-05-01", "2031-05-01", "day", inferred)


def test_a_week_that_was_planned_gives_way_to_the_day_within_it_on_which_it_likely_took_place():
    plan = EventMention("a/e/0", "CONSULT", None, "announced", Span(0, 1), Span(0, 1), time=0)
    deed = replace(plan, id="a/e/1", status="held", time=None, placed=Placed(Day(1), Day(1), 0.8, "the news"))
    reading = Reading(Document("a", "a", "a", "a", ()), events=(plan, deed))
    week = Resolved("a", 0, "2031-W18", "2031-04-28", "2031-05-04", "week")
    day = Resolved("a", 1, "2031-05-02", "2031-05-02", "2031-05-02", "day")
    found, _ = date_of([Member(reading, n, None, "a") for n in range(2)], {("a", 0): week, ("a", 1): day})
    assert found == Date("2031-05-02", "2031-05-02", "day", inferred=True)


def test_a_week_that_is_called_off_gives_way_to_the_day_within_it_that_was_set():
    plan = EventMention("a/e/0", "CONSULT", None, "announced", Span(0, 1), Span(0, 1), time=0)
    off = replace(plan, id="a/e/1", status="cancelled", time=1)
    reading = Reading(Document("a", "a", "a", "a", ()), events=(plan, off))
    day = Resolved("a", 0, "2031-05-02", "2031-05-02", "2031-05-02", "day")
    week = Resolved("a", 1, "2031-W18", "2031-04-28", "2031-05-04", "week")
    found, _ = date_of([Member(reading, n, None, "a") for n in range(2)], {("a", 0): day, ("a", 1): week})
    assert found == Date("2031-05-02", "2031-05-02", "day")


@pytest.mark.parametrize(
    ("came", "plan", "told"),
    [
        pytest.param(("held", "2031-05-09"), "2031-05-02", True, id="planned before"),
        pytest.param(("cancelled", "2031-05-09"), "2031-05-02", True, id="planned, then called off"),
        pytest.param(("held", "2031-05-09"), None, True, id="in a report of no date"),
        pytest.param(("held", None), "2031-05-02", True, id="done by a report of no date"),
        pytest.param(("held", "2031-05-09"), "2031-05-20", False, id="planned after it was done: another"),
        pytest.param(("announced", "2031-05-09"), "2031-05-02", False, id="nothing came of it yet"),
    ],
)
def test_plans_that_went_before(came, plan, told):
    status, day = came
    points = [StatusPoint("announced", plan, "b")]
    assert gone_before([StatusPoint(status, day, "a")], points) == (tuple(points) if told else ())


@pytest.mark.parametrize(
    ("stood", "came", "told"),
    [
        pytest.param(("announced", "2031-05-02"), ("held", "2031-05-09"), True, id="set, and held"),
        pytest.param(("announced", "2031-05-02"), ("cancelled", "2031-05-09"), True, id="set, and called off"),
        pytest.param(("announced", "2031-05-02"), ("held", None), True, id="held by a report of no date"),
        pytest.param(("announced", "2031-05-09"), ("held", "2031-05-02"), False, id="held before it was set: another"),
        pytest.param(("conditional", "2031-05-02"), ("held", "2031-05-09"), False, id="only possible: may be another"),
        pytest.param(("held", "2031-05-02"), ("cancelled", "2031-05-09"), False, id="what was held stays held"),
    ],
)
def test_what_came_of_a_plan(stood, came, told):
    points = [StatusPoint(*came, "b")]
    assert come_of_it([StatusPoint(*stood, "a")], points) == (tuple(points) if told else ())


def test_stages_of_one_rank_in_one_report_have_one_order():
    """What a set gives in any order is told in one: an offer on terms that the same report says is denied."""
    denied, offered = StatusPoint("denied", None, "a"), StatusPoint("conditional", None, "a")
    assert sorted([denied, offered], key=in_order) == sorted([offered, denied], key=in_order)
