"""When an undated report appeared, by all its times weighed together."""

from dataclasses import replace

import pytest

from tidings.grammar.dates.bounds import window
from tidings.grammar.dates.likely_days import likely_days, weighed_days
from tidings.grammar.dates.news import Told
from tidings.grammar.dates.numbered_files import Place
from tidings.grammar.dates.pointers import Pointer
from tidings.grammar.dates.told_plans import Tied
from tidings.model import Bound, Offset

FERRY = tuple((root, 5.8) for root in ("ferry", "hull", "tessel", "quay"))
CHOIR = tuple((root, 5.8) for root in ("choir", "organ", "pew"))
MILL = tuple((root, 5.8) for root in ("grain", "mill", "strik", "tarsk"))
REST = tuple((root, 5.8) for root in ("beet", "fog", "lamp"))


def weekday(number: int, look: str = "past", roots=REST, *, lead: bool = False, start: int = 0) -> Pointer:
    return Pointer(
        start, start + 6, Offset("day", 0, number, tense=look if look != "open" else None), look, lead, roots
    )


def told(day: str, look: str = "past", start: int = 40) -> Told:
    return Told(day, day, look, False, False, start, start + 6, day)


def numbered(day: str, number: int) -> Told:
    offset = Offset("day", 0, number, day=int(day[8:]), tense="past")
    return Told("", "", "past", True, True, 40, 50, day, offset)


def there(day: str, roots=FERRY, start: int = 20) -> Tied:
    return Tied(start, start + 6, day, False, None, 0, "past", roots, ())


# Two reports, of Thursday 1 May and Monday 12 May 2031, that tell of other things too.
OTHERS = [
    ("2031-05-01", (there("2031-04-30", CHOIR), *(there("2031-04-29", MILL, n) for n in range(60, 66)))),
    ("2031-05-12", (there("2031-05-06"), *(there("2031-05-11", MILL, n) for n in range(60, 66)))),
]
# It tells on Tuesday's ferry, of Wednesday and of a Friday to come.
OWN = [weekday(2, roots=FERRY, lead=True), weekday(3, start=10), weekday(5, "future", start=20)]


def days(own, dated=(), others=OTHERS, within=("", "")):
    weighed = weighed_days(own, dated, others, within)
    found = weighed and likely_days(weighed)
    return found and (found.first, found.last)


@pytest.mark.parametrize(
    ("own", "dated", "expected"),
    [
        pytest.param(OWN, [told("2031-04-28")], ("2031-05-07", "2031-05-08"), id="weekdays, a tie and a date"),
        pytest.param([replace(p, roots=REST) for p in OWN], [], None, id="nothing ties it"),
        pytest.param(OWN, [told("2031-05-20")], None, id="its dates speak against the tie"),
        pytest.param([], [told("2031-04-28")], None, id="no time hangs on its day"),
        pytest.param(
            [replace(OWN[0], step=1), *OWN[1:]],
            [told("2031-04-28")],
            ("2031-05-07", "2031-05-07"),
            id="the day before by its words",
        ),
        pytest.param(
            [weekday(2, roots=FERRY), weekday(7, start=10)],
            [numbered("2031-05-06", 2)],
            ("2031-05-06", "2031-05-08"),
            id="a weekday with its number",
        ),
    ],
)
def test_days_that_go_best_with_all_times(own, dated, expected):
    assert days(own, dated) == expected


def test_it_says_which_passages_tie_it():
    weighed = weighed_days(OWN, [told("2031-04-28")], OTHERS)
    found = weighed and likely_days(weighed)
    assert found is not None
    assert (found.own, found.other, found.there) == ((0, 6), 1, (20, 26))


def test_a_number_outweighs_what_is_near():
    weighed = weighed_days(OWN, [told("2031-04-28")], OTHERS, place=Place("2031-05-12", "", 4.8))
    assert weighed is not None
    assert weighed.share("2031-05-12", "") == 0.0
    assert weighed.share("2031-05-12", "9999") > 0.5


def test_it_keeps_within_what_is_sure():
    assert days(OWN, [told("2031-04-28")], within=("2031-05-08", "")) == ("2031-05-08", "2031-05-09")


def test_one_dated_report_is_not_enough():
    assert days(OWN, [told("2031-04-28")], OTHERS[1:]) is None


def bound(side: str, day: str, *, likely: bool = False) -> Bound:
    return Bound("d", side, day, "why", (("d", 0, 1),), likely=likely)


LIKELY = [bound("not_before", "2031-05-07", likely=True), bound("not_after", "2031-05-08", likely=True)]


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        pytest.param([], ("2031-05-07", "2031-05-08"), id="nothing else"),
        pytest.param([bound("not_before", "2031-05-02")], ("2031-05-07", "2031-05-08"), id="within what is sure"),
        pytest.param([bound("not_before", "2031-05-08")], ("2031-05-08", None), id="against what is sure"),
        pytest.param(
            [bound("not_before", "2031-05-08"), bound("not_after", "2031-05-09")],
            ("2031-05-08", "2031-05-09"),
            id="against few sure days",
        ),
        pytest.param(
            [bound("not_before", "2031-05-06"), bound("not_after", "2031-05-09")],
            ("2031-05-07", "2031-05-08"),
            id="within few sure days",
        ),
    ],
)
def test_likely_days_stand_behind_sure_ones(sure, expected):
    found = window([*LIKELY, *sure])
    assert (found.first, found.last) == expected
