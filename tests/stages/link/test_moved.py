"""Meetings that are put off: from report to account, one event with the day it was moved to."""

import pytest

from tests.stages.test_two_of_a_kind import account

PLANNED = ("Norway and Chile will hold talks on salmon in Lima on 9 June.\n", "2031-06-02")
OFF = (
    "The talks on salmon between Norway and Chile, which were to be held on 9 June, were postponed. "
    "The talks of Norway and Chile will be held on 12 June.\n",
    "2031-06-07",
)
CALLED_OFF = (
    "The talks on salmon between Norway and Chile, which were to be held on 9 June, were cancelled.\n",
    "2031-06-07",
)
TO_A_DAY = ("The talks on salmon between Norway and Chile were put off to 12 June.\n", "2031-06-07")
OF_TIN = ("Norway and Chile held talks on tin in Lima on 12 June.\n", "2031-06-13")
OFF_BARE = ("The talks of Norway and Chile, which were to be held on 9 June, were postponed.\n", "2031-06-07")
OFF_FOR_NOW = (
    "The talks on salmon between Norway and Chile, which were to be held on 9 June, were postponed.\n",
    "2031-06-07",
)
HELD = ("Norway and Chile held talks on salmon in Lima on 12 June.\n", "2031-06-13")


def meetings(*articles):
    """Day and stages of each meeting of the account."""
    told = account(*articles)
    found = [(e.date.from_, [p.status for p in e.history]) for e in told.events if e.type == "CONSULT"]
    return sorted(found, key=lambda one: one[0] or "")


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        pytest.param(
            (PLANNED, OFF, HELD),
            [("2031-06-12", ["announced", "cancelled", "held"])],
            id="postponed, with a new day",
        ),
        pytest.param(
            (PLANNED, TO_A_DAY, HELD), [("2031-06-12", ["announced", "announced", "held"])], id="put off to a day"
        ),
        pytest.param(
            (PLANNED, HELD), [("2031-06-09", ["announced"]), ("2031-06-12", ["held"])], id="of two days, nothing said"
        ),
        pytest.param(
            (PLANNED, CALLED_OFF, HELD),
            [("2031-06-09", ["announced", "cancelled"]), ("2031-06-12", ["held"])],
            id="called off for good",
        ),
        pytest.param(
            (PLANNED, OFF_FOR_NOW, HELD),
            [("2031-06-12", ["announced", "cancelled", "held"])],
            id="the next on the same matter",
        ),
        pytest.param(
            (PLANNED, OFF_FOR_NOW, OF_TIN),
            [("2031-06-09", ["announced", "cancelled"]), ("2031-06-12", ["held"])],
            id="the next on another matter",
        ),
        pytest.param(
            (PLANNED, OFF_BARE, HELD),
            [("2031-06-12", ["announced", "cancelled", "held"])],
            id="on a matter that another report tells",
        ),
        pytest.param(
            (PLANNED, OFF_BARE, OF_TIN),
            [("2031-06-09", ["announced", "cancelled"]), ("2031-06-12", ["held"])],
            id="on another matter than another report tells",
        ),
    ],
)
def test_a_meeting_that_was_put_off_is_one(articles, expected):
    assert meetings(*articles) == expected
