"""When an undated report appeared, by what others planned for a day."""

from dataclasses import replace

import pytest

from tidings.grammar.dates.told_plans import Tied, appeared

FAIR = tuple((root, 5.8) for root in ("fair", "lante", "orla", "quay"))
MILL = tuple((root, 5.8) for root in ("grain", "mill", "strik", "tarsk"))
OTHER = tuple((root, 5.8) for root in ("choir", "organ", "pew"))
# Each report tells other things too: words of every sentence tie nothing.
REST = tuple(Tied(n, n + 1, "2031-04-01", False, None, 0, "past", OTHER, ()) for n in range(100, 106))


def own(weekday: int | None, look: str, roots=FAIR, step: int = 0) -> Tied:
    return Tied(0, 6, "", False, weekday, step, look, roots, ())


def plan(day: str, roots=FAIR) -> Tied:
    return Tied(20, 26, day, True, None, 0, "future", roots, ())


@pytest.mark.parametrize(
    ("mine", "planned", "expected"),
    [
        pytest.param([own(None, "open")], [plan("2031-05-15")], ("2031-05-15", "2031-05-15"), id="today"),
        pytest.param([own(None, "past", step=-1)], [plan("2031-05-15")], ("2031-05-16", "2031-05-16"), id="yesterday"),
        pytest.param([own(4, "past")], [plan("2031-05-15")], ("2031-05-15", "2031-05-17"), id="on Thursday it was"),
        pytest.param([own(5, "past")], [plan("2031-05-15")], None, id="another weekday"),
        pytest.param([own(4, "past", MILL)], [plan("2031-05-15")], None, id="another matter"),
        pytest.param([own(4, "past", FAIR[:2])], [plan("2031-05-15")], None, id="too little in common"),
        pytest.param([own(None, "open")], [replace(plan("2031-05-15"), plan=False)], None, id="no plan"),
        pytest.param(
            [own(4, "future"), own(3, "past", OTHER), own(2, "past", OTHER)],
            [replace(plan("2031-05-15"), plan=False)],
            ("2031-05-14", "2031-05-15"),
            id="what it plans was done",
        ),
        pytest.param([own(4, "last")], [plan("2031-05-15")], ("2031-05-16", "2031-05-18"), id="last Thursday"),
        pytest.param(
            [own(4, "past"), own(1, "past", MILL)], [plan("2031-05-15"), plan("2031-06-02", MILL)], None, id="at odds"
        ),
    ],
)
def test_day_by_what_was_planned(mine, planned, expected):
    found = appeared(mine, [REST, tuple(planned)])
    assert (found and (found.first, found.last)) == expected
    assert found is None or (found.other, found.there) == (1, (20, 26))


def test_weekdays_told_as_past_narrow_it_down():
    mine = [own(1, "future"), own(4, "past", OTHER), own(3, "past", OTHER)]
    found = appeared(mine, [REST, (plan("2031-05-19"),)])
    assert found is not None
    assert (found.first, found.last) == ("2031-05-15", "2031-05-16")


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        pytest.param(("2031-05-16", ""), ("2031-05-16", "2031-05-18"), id="not before"),
        pytest.param(("", "2031-05-15"), ("2031-05-15", "2031-05-15"), id="not after"),
        pytest.param(("2031-06-01", ""), None, id="at odds with it"),
    ],
)
def test_only_days_on_which_it_can_have_appeared(within, expected):
    found = appeared([own(4, "past")], [REST, (plan("2031-05-15"),)], within)
    assert (found and (found.first, found.last)) == expected
