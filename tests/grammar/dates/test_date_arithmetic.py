"""Calendar values, steps and offsets."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.grammar.dates.calendar import days_of, step
from tidings.grammar.dates.holidays import holiday_on
from tidings.grammar.dates.offsets import resolve
from tidings.grammar.dates.open_values import common_value, open_value
from tidings.model import Offset


@pytest.mark.parametrize(
    ("value", "first", "last", "grain"),
    [
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("2019-02", "2019-02-01", "2019-02-28", "month"),
        ("2019-W01", "2018-12-31", "2019-01-06", "week"),
        ("2019-W01-WE", "2019-01-05", "2019-01-06", "interval"),
        ("2019-02-28", "2019-02-28", "2019-02-28", "day"),
        ("2019-Q4", "2019-10-01", "2019-12-31", "quarter"),
        ("2019-WI", "2019-12-01", "2020-02-29", "interval"),
        ("198", "1980-01-01", "1989-12-31", "decade"),
        ("2019-07-XX", "2019-07-01", "2019-07-31", "month"),
        ("2019-02-28T14:30", "2019-02-28", "2019-02-28", "day"),
    ],
)
def test_value_covers_its_days(value, first, last, grain):
    days = days_of(value)
    assert days is not None
    assert (days.first.isoformat(), days.last.isoformat(), days.grain) == (first, last, grain)


@pytest.mark.parametrize(
    "value", ["2019-02-30", "0000-01-01", "2019-13", "2019-W54", "9999", "PAST_REF", "P2D", "", "XXXX-07"]
)
def test_value_without_days(value):
    assert days_of(value) is None


@pytest.mark.parametrize(
    ("value", "unit", "amount", "keep", "stepped"),
    [
        ("2019-03-01", "day", -1, False, "2019-02-28"),
        ("2019-01-03", "week", -1, False, "2018-W52"),
        ("2019-01-31", "month", 1, False, "2019-02"),
        ("2019-Q3", "year", -1, True, "2018-Q3"),
        ("2020-02-29", "year", -1, True, "2019-02-28"),
        ("2019-02", "day", -1, False, None),
        ("2199", "year", 5, False, None),
        ("2019", "year", -999_999_999, False, None),
        ("2019-01-01", "day", 999_999_999, False, None),
    ],
)
def test_step_from_a_value(value, unit, amount, keep, stepped):
    assert step(value, unit, amount, keep=keep) == stepped


FRIDAY = "2019-03-01"


@pytest.mark.parametrize(
    ("offset", "value"),
    [
        (Offset("day", 0, weekday=5, tense="past"), "2019-03-01"),
        (Offset("day", 0, weekday=5, tense="future"), "2019-03-01"),
        (Offset("day", -1, weekday=5), "2019-02-22"),
        (Offset("day", 1, weekday=5), "2019-03-08"),
        (Offset("day", 1, weekday=6), "2019-03-09"),
        (Offset("day", 0, weekday=4, month=3, day=8, tense="past"), None),
        (Offset("day", 0, weekday=3, tense="past"), "2019-02-27"),
        (Offset("day", 0, weekday=3, tense="future"), "2019-03-06"),
        (Offset("week", -1, weekday=3), "2019-02-20"),
        (Offset("day", 0, month=3, tense="past"), "2019-03"),
        (Offset("day", 0, month=7, tense="past"), "2018-07"),
        (Offset("day", 0, month=3, day=4, tense="past"), "2019-03-04"),
        (Offset("day", 0, month=7, day=4, tense="past"), "2018-07-04"),
        (Offset("day", 0, month=7, tense="future"), "2019-07"),
        (Offset("day", 0, month=2, day=26, tense="future"), "2019-02-26"),
        (Offset("day", 0, month=11, day=26, tense="future"), "2019-11-26"),
        (Offset("year", -1, month=7), "2018-07"),
        (Offset("day", 0, month=2, day=29, tense="past"), "2016-02-29"),
        (Offset("month", 1, day=31), None),
        (Offset("day", 0, weekday=5, day=15), "2019-02-15"),
        (Offset("day", 0, weekday=5, day=10), None),
        (Offset("day", 0, weekday=6, month=3, day=2), "2019-03-02"),
        (Offset("day", 0, weekday=4, month=3, day=2), None),
        (Offset("day", 0, part="Q4", tense="past"), "2018-Q4"),
        (Offset("weekend", 0, tense="past"), "2019-W08-WE"),
        (Offset("day", 0, part="thanksgiving", tense="past"), "2018-11-22"),
        (Offset("week", 0, month=3, day=6), "2019-W10"),
        (Offset("day", -1, part="TNI"), "2019-02-28TNI"),
        (Offset("hour", -2), "2019-03-01"),
        (Offset("hour", -30), None),
    ],
    ids=str,
)
def test_offset_from_a_friday(offset, value):
    assert resolve(offset, FRIDAY) == value


def test_hours_are_counted_from_a_clock_time():
    assert resolve(Offset("hour", -3), "2019-03-01T01:30") == "2019-02-28T22:30"


@pytest.mark.parametrize(
    ("rule", "day"),
    [("easter", "2019-04-21"), ("good_friday", "2022-04-15"), ("memorial", "2021-05-31"), ("labor", "2021-09-06")],
)
def test_movable_holiday(rule, day):
    assert holiday_on(rule, int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    ("offset", "value"),
    [
        (Offset("day", 0, month=2, day=15), "XXXX-02-15"),
        (Offset("day", 0, weekday=5, part="TNI"), "XXXX-WXX-5TNI"),
        (Offset("week", -1), "XXXX-WXX"),
        (Offset("day", -1), "XXXX-XX-XX"),
        (Offset("year", -1), "XXXX"),
    ],
    ids=str,
)
def test_offset_without_a_base_leaves_places_open(offset, value):
    assert open_value(offset) == value


def test_two_days_agree_on_their_month():
    assert common_value("2019-03-01", "2019-03-04") == "2019-03-XX"
    assert common_value("2018-12-31", "2019-01-01") == "XXXX-XX-XX"


DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2100, 1, 1))
OFFSETS = st.builds(
    Offset,
    st.sampled_from(["day", "week", "month", "year", "weekend"]),
    st.integers(-3, 3),
    weekday=st.none() | st.integers(1, 7),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    tense=st.sampled_from([None, "past", "future"]),
)


@given(OFFSETS, DAYS)
def test_any_offset_gives_a_value_with_days_or_none(offset, base):
    value = resolve(offset, base.isoformat())
    assert value is None or days_of(value) is not None


@given(st.integers(1, 7), DAYS)
def test_past_weekday_is_within_the_week_before(weekday, base):
    days = days_of(resolve(Offset("day", 0, weekday=weekday, tense="past"), base.isoformat()) or "")
    assert days is not None
    assert 0 <= (base - days.first).days <= 6
    assert days.first.isoweekday() == weekday
