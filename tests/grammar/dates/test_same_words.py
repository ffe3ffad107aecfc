"""How the days of two reports hang on the words that both quote."""

import pytest

from tidings.grammar.dates.likely_days import by_what_is_quoted, weighed_days
from tidings.grammar.dates.news import Told
from tidings.grammar.dates.pointers import Pointer
from tidings.grammar.dates.same_words import alike_in_words, odds_of_gap
from tidings.grammar.dates.told_plans import Tied
from tidings.model import Offset

LAMP = (("hull", 7.0), ("lantern", 8.0), ("rudder", 9.0))
ORGAN = (("choir", 8.0), ("hull", 7.0))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param([LAMP], [ORGAN, LAMP], 24.0, id="the same words"),
        pytest.param([LAMP], [ORGAN], 7.0, id="one word"),
        pytest.param([LAMP], [], 0.0, id="nothing quoted"),
    ],
)
def test_likeness_is_that_of_the_likest_two_quotations(one, other, alike):
    assert alike_in_words(one, other) == alike


@pytest.mark.parametrize(
    ("alike", "near", "far"),
    [pytest.param(24.0, 1, 5, id="the same words"), pytest.param(0.0, 10, 0, id="none")],
)
def test_same_words_speak_for_days_near_and_none_against(alike, near, far):
    assert odds_of_gap(alike, near) > odds_of_gap(alike, far)


OTHERS = [
    (day, (Tied(20, 26, day, False, None, 0, "past", LAMP, ()),)) for day in ("2031-05-01", "2031-05-08", "2031-05-15")
]
TUESDAY = Pointer(0, 6, Offset("day", 0, 2, tense="past"), "past", False, ORGAN)


def likeliest(alike, told=()):
    chances = by_what_is_quoted(weighed_days([TUESDAY], told, OTHERS), alike).chances
    return max(sorted(chances), key=chances.get)


def test_a_report_lies_near_the_one_whose_words_it_quotes():
    assert likeliest((24.0, 0.0, 0.0)) < "2031-05-03"
    assert likeliest((0.0, 0.0, 24.0)) > "2031-05-13"


def test_a_day_of_the_month_alone_lies_a_week_or_two_back():
    tenth = Told("", "", "past", False, False, 40, 48, "the 10th", Offset("day", 0, day=10, tense="past"))
    chances = weighed_days([TUESDAY], [tenth], OTHERS).chances
    plain = weighed_days([TUESDAY], [], OTHERS).chances
    assert chances["2031-05-10"] / plain["2031-05-10"] < chances["2031-05-17"] / plain["2031-05-17"]
