"""When a report that states no date was published, as far as links need it."""

import pytest

from tidings.model import Bound, Document, Reading
from tidings.stages.link.events import reported


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
