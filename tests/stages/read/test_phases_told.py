"""In which phase an act is told, by the turns of news English: set, meant, whispered, threatened unless, come to nothing."""

import pytest

from tests.stages.read.conftest import told

ODDS = "Chile and Norway are at odds over fish. "


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        pytest.param("The talks of Chile and Norway were marked for May 3.", "CONSULT", "announced", id="marked for"),
        pytest.param(
            "The meeting of Chile and Norway is down for Tuesday.", "CONSULT", "announced", id="is-down-for-a-day"
        ),
        pytest.param(
            "Talks between Chile and Norway are on the calendar for Monday.", "CONSULT", "announced", id="calendar"
        ),
        pytest.param("Minister Juan Soto means to fly to Oslo.", "CONSULT", "announced", id="means-to"),
        pytest.param("Minister Juan Soto is determined to travel to Oslo.", "CONSULT", "announced", id="determined"),
        pytest.param("Minister Juan Soto is booked to fly to Oslo on Friday.", "CONSULT", "announced", id="booked-to"),
        pytest.param(
            "The swap of prisoners by Chile and Norway, appointed for today, will not take place.",
            "RETREAT",
            "cancelled",
            id="appointed-and-off",
        ),
        pytest.param(
            "The meeting of Chile and Norway had been to take place on Friday.",
            "CONSULT",
            "cancelled",
            id="had-been-to",
        ),
        pytest.param(
            "Minister Juan Soto should have flown to Oslo on Friday.", "CONSULT", "cancelled", id="should-have-flown"
        ),
        pytest.param(
            "Nothing came of a meeting between Soto of Chile and Lie of Norway.",
            "CONSULT",
            "cancelled",
            id="nothing-came",
        ),
        pytest.param(
            "Word is that Juan Soto of Chile met Kari Lie of Norway.", "CONSULT", "rumoured", id="word-is-that"
        ),
        pytest.param(
            "It is being said in Oslo that Norway has freed four Chilean cooks.", "RETREAT", "rumoured", id="being-said"
        ),
        pytest.param(
            "Norway threatened to expel the ambassador unless the cooks are freed.",
            "THREATEN",
            "held",
            id="threat-unless",
        ),
        pytest.param("Norway refused to free the cooks unless Chile pays.", "REJECT", "held", id="refused-unless"),
        pytest.param(
            "Chile withdrew its demand for an apology, provided that Norway pays by May.",
            "CONCEDE",
            "conditional",
            id="provided-that",
        ),
    ],
)
def test_in_which_phase(text, type_, status):
    assert status in {e.status for e in told(ODDS + text).events if e.type == type_}


def test_an_emphatic_did_is_no_wish():
    events = told(ODDS + "Minister Kari Lie did meet Juan Soto of Chile, her office insisted.").events
    assert {e.status for e in events if e.type == "CONSULT"} == {"held"}
