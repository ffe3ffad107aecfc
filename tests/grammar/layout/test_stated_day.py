"""What settles a date that is not whole: the order of day and month, the year of a dateline."""

import pytest

from tidings.grammar.layout.stamps import date_line
from tidings.grammar.layout.stated_day import day_with_year, settled_day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        pytest.param("They were freed on Sunday, 9 March.", "2031-03-11T09:17", id="the days it tells are in March"),
        pytest.param("They were freed on November 1.", "2031-11-03T09:17", id="the days it tells are in November"),
        pytest.param("Freed on 9 March, held again on 1 November.", None, id="in both"),
        pytest.param("They were freed on 28/02/2031.", "2031-03-11T09:17", id="its other figures put the day first"),
        pytest.param("They were freed on 02/28/2031.", "2031-11-03T09:17", id="its other figures put the month first"),
        pytest.param("They were freed.", None, id="it tells none"),
        pytest.param("It may 9 times out of ten.", None, id="a verb is no month"),
    ],
)
def test_day_and_month_are_told_apart_by_what_the_text_tells(told, day):
    assert settled_day(date_line("11-03-2031 09:17"), [told]) == day


@pytest.mark.parametrize(
    ("lead", "page", "day"),
    [
        pytest.param("They met on Wednesday.", "© 2031 The Valley Gazette", "2031-11-12", id="that day, a Wednesday"),
        pytest.param("They met on Tuesday.", "© 2031 The Valley Gazette", "2031-11-12", id="the day before"),
        pytest.param("They met on Wednesday.", "© 2032 The Valley Gazette", None, id="no Wednesday in that year"),
        pytest.param("They met.", "© 2031 The Valley Gazette", None, id="no weekday"),
        pytest.param("They met on Wednesday.", "The Valley Gazette", None, id="no year"),
    ],
)
def test_the_year_of_a_dateline(lead, page, day):
    assert day_with_year(11, 12, lead, [page]) == day


def test_29_february_in_a_year_without_one():
    assert day_with_year(2, 29, "They met on Monday.", ["© 2031"]) is None
