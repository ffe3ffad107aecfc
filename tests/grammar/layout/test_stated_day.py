"""What settles a date that is not whole: the order of day and month, the year of a dateline."""

import pytest

from tidings.grammar.layout.segment import segment
from tidings.grammar.layout.stamps import OpenLine, date_line, open_line
from tidings.grammar.layout.stated_day import day_below, day_with_year, printed_day, settled_day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        pytest.param("They were freed on Sunday, 9 March.", "2031-03-11T09:17", id="the days it tells are in March"),
        pytest.param("They were freed on November 1.", "2031-11-03T09:17", id="the days it tells are in November"),
        pytest.param("Freed on 9 March, held again on 1 November.", None, id="in both"),
        pytest.param("They were freed on 28/02/2031.", "2031-03-11T09:17", id="its other figures put the day first"),
        pytest.param("They were freed on 02/28/2031.", "2031-11-03T09:17", id="its other figures put the month first"),
        pytest.param("They were freed.", None, id="it tells none"),
        pytest.param(
            "The committee of the upper house on Tuesday turned the tax on panels down, which it called a breach of trust.",
            "2031-03-11T09:17",
            id="the first weekday of the lead is that of one",
        ),
        pytest.param("It may 9 times out of ten.", None, id="a verb is no month"),
    ],
)
def test_day_and_month_are_told_apart_by_what_the_text_tells(told, day):
    assert settled_day(date_line("11-03-2031 09:17"), [told]) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("Tuesday 11/03/2031 - 09:17", "2031-03-11T09:17", id="the weekday of day first"),
        pytest.param("Mon, 11/03/2031", "2031-11-03", id="the weekday of month first"),
        pytest.param("Friday 11/03/2031", None, id="the weekday of neither"),
        pytest.param("Mon, Tue 11/03/2031", None, id="two weekdays"),
    ],
)
def test_day_and_month_are_told_apart_by_the_weekday_beside_them(line, day):
    assert settled_day(date_line(line), []) == day


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
    assert day_with_year(OpenLine(11, 12, None), lead, [page]) == day


def test_the_year_of_the_same_day_written_whole_goes_before_a_year_that_is_told():
    page = ["12.11.2031 - Ports", "The bell was cast in 1930."]
    assert day_with_year(OpenLine(11, 12, None), "They met on Tuesday.", page) == "2031-11-12"


def test_29_february_in_a_year_without_one():
    assert day_with_year(OpenLine(2, 29, None), "They met on Monday.", ["© 2031"]) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("Wednesday, November 12", OpenLine(11, 12, 3), id="weekday, month, day"),
        pytest.param("12 Nov 10:15 GMT", OpenLine(11, 12, None), id="day, month, clock"),
        pytest.param("Posted: Nov. 12", OpenLine(11, 12, None), id="labelled"),
        pytest.param("November 12, 2031", None, id="with its year"),
        pytest.param("12 November 2031", None, id="with its year behind"),
        pytest.param("November 12 was a Wednesday", None, id="a sentence"),
        pytest.param("The vote of November 12", None, id="a heading"),
        pytest.param("It may 12", None, id="a word too many"),
    ],
)
def test_a_day_without_its_year(line, day):
    assert open_line(line) == day


@pytest.mark.parametrize(
    ("weekday", "page", "day"),
    [
        pytest.param(3, "© 2031 The Valley Gazette", "2031-11-12", id="it fits"),
        pytest.param(2, "© 2031 The Valley Gazette", None, id="it fits in no year of the page"),
    ],
)
def test_the_weekday_of_a_line_goes_before_the_leads(weekday, page, day):
    assert day_with_year(OpenLine(11, 12, weekday), "They met on Friday.", [page]) == day


TOLD = "The envoy said that the bridge over the river would open to lorries before the end of the spring."


def test_only_a_day_beside_the_headline_is_the_articles():
    lines = ["Bridge over the river to open in spring", "Wednesday, November 12", TOLD, TOLD.replace("envoy", "mayor")]
    assert segment(lines).open_day == OpenLine(11, 12, 3)
    far = [
        *(TOLD.replace("envoy", name) for name in ("mayor", "judge", "king", "clerk", "abbot", "smith")),
        "Wednesday, November 12",
    ]
    assert segment([lines[0], *far]).open_day is None


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        pytest.param(["Published 3 March 2031 | Tessel Lantern", "Contact"], "2031-03-03", id="labelled"),
        pytest.param(["3 March 2031", "Read also", "9 March 2031"], None, id="days of other articles too"),
        pytest.param(["Updated 4 March 2031"], None, id="of a change"),
        pytest.param(["The piles will be in place by 3 March 2031."], None, id="a sentence"),
    ],
)
def test_day_under_a_text(rows, day):
    found = day_below(rows)
    assert (found and found.stamp.value) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("This article appeared in the print edition of 3 March 2031.", "2031-03-03", id="of a day"),
        pytest.param(
            "It first appeared in the Tessel print edition of Monday, March 3, 2031", "2031-03-03", id="of a weekday"
        ),
        pytest.param("He stopped reading the print edition in March.", None, id="none"),
    ],
)
def test_day_of_a_print_edition(text, day):
    assert printed_day([text]) == day
