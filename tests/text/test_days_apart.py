"""Days as numbers, and how far two lie apart."""

import pytest

from tidings.text.days import day_number, days_apart


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        pytest.param("2031-03-01", "2031-03-01", 0, id="one day"),
        pytest.param("2031-12-31", "2032-01-02", 2, id="across the year"),
        pytest.param("2032-03-01", "2032-02-28", 2, id="a leap year, later one first"),
        pytest.param("2031-03-01T23:00", "2031-03-02T01:00", 1, id="by days, not hours"),
    ],
)
def test_days_apart(a, b, apart):
    assert days_apart(a, b) == apart


def test_what_no_calendar_has_is_no_day():
    with pytest.raises(ValueError, match="day"):
        day_number("2031-02-29")
