"""When a report that states no date was published, and on which days an act likely was, as far as links need it."""

import pytest

from tidings.grammar.events.telling_cards import placed_days, reported
from tidings.model import Bound, Day, Document, Placed, Reading, Span, Time


def bound(side, day):
    return Bound("d", side, day, "a day it tells", (("d", 0, 1),))


@pytest.mark.parametrize(
    ("published", "bounds", "days"),
    [
        pytest.param("2031-05-04T10:00:00Z", [], ("2031-05-04", "2031-05-04"), id="stated"),
        pytest.param(
            None,
            [bound("not_before", "2031-05-02"), bound("not_after", "2031-05-04")],
            ("2031-05-02", "2031-05-04"),
            id="bounded closely",
        ),
        pytest.param(
            None, [bound("not_before", "2031-05-02"), bound("not_after", "2031-07-04")], (None, None), id="too loosely"
        ),
        pytest.param(None, [bound("not_before", "2031-05-02")], (None, None), id="on one side"),
        pytest.param(None, [], (None, None), id="not at all"),
    ],
)
def test_the_day_of_a_report(published, bounds, days):
    assert reported(Reading(Document("d", "d.txt", "0", "text", (), published=published)), bounds) == days


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        pytest.param(Day(None, 1), Day(None, 0), ("2031-05-03", "2031-05-04"), id="the report's day or the day before"),
        pytest.param(Day(0), Day(None, 1), ("2031-05-01", "2031-05-03"), id="from a time of the text on"),
        pytest.param(Day(None, 0), Day(0), None, id="ends before it begins"),
    ],
)
def test_the_days_that_a_text_makes_likely(first, last, days):
    time = Time(Span(0, 4), "DATE", "2031-05-01")
    reading = Reading(Document("d", "d.txt", "0", "text", ()), times=(time,))
    assert placed_days(reading, Placed(first, last, 0.9, "near it"), ("2031-05-04", "2031-05-04")) == days
