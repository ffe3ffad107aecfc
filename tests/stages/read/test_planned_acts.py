"""How what is planned stands: set for a day, given another, called off, come to pass."""

import pytest

from tests.stages.read.conftest import told
from tests.stages.read.test_act_days import days


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        pytest.param("The talks between Norway and Chile are due to open on Friday.", "talks", "announced", id="due"),
        pytest.param("The summit of Norway and Chile is set for June 4.", "summit", "announced", id="set for"),
        pytest.param("The signing of the treaty is appointed for June 4.", "signing", "announced", id="appointed for"),
        pytest.param("The Miners' Union confirmed its strike of 29 June.", "strike", "announced", id="of a later day"),
        pytest.param("Leaders arrived in Oslo for tomorrow's summit.", "summit", "announced", id="tomorrow's"),
        pytest.param("Yesterday's meeting between Norway and Chile was brief.", "meeting", "held", id="yesterday's"),
        pytest.param("The talks of Norway and Chile will be led by Ada Holt.", "talks", "announced", id="will be led"),
        pytest.param("Norway and Chile put off their talks.", "talks", "cancelled", id="put off"),
        pytest.param("Norway put back the visit of its king.", "visit", "cancelled", id="put back"),
        pytest.param(
            "The talks between Norway and Chile were put back to June 9.", "talks", "announced", id="to a day"
        ),
        pytest.param(
            "The talks between Norway and Chile were delayed by two days.", "talks", "announced", id="by days"
        ),
        pytest.param("The talks between Norway and Chile were delayed by rain.", "talks", "cancelled", id="by rain"),
        pytest.param(
            "Ada Holt spoke in Oslo at the end of a visit which had been postponed by six days.",
            "visit",
            "held",
            id="came to pass",
        ),
        pytest.param(
            "The minister spoke of patience, adding that Ada Holt would fly to Oslo on Friday.",
            "fly",
            "announced",
            id="adding that",
        ),
        pytest.param("According to Norway, Ada Holt would fly to Oslo.", "fly", "announced", id="according to"),
        pytest.param("President Ada Holt flies to Oslo on June 9.", "flies", "announced", id="flies on a later day"),
        pytest.param("Under the deal, Norway would pay Chile 5 million euros.", "pay", "announced", id="under a deal"),
        pytest.param("The exchange of prisoners will not take place.", "exchange", "cancelled", id="will not"),
        pytest.param(
            "The visit of President Ada Holt to Chile had been set for June 9 and was called off.",
            "visit",
            "cancelled",
            id="set and called off",
        ),
        pytest.param(
            "The march against Norway was banned by the governor and did not take place.",
            "march",
            "cancelled",
            id="banned",
        ),
        pytest.param(
            "The generals of Norway and Chile are still to meet in Oslo.", "meet", "announced", id="are still to"
        ),
        pytest.param(
            "Norway accepts the plan of Chile, but under conditions.",
            "accepts",
            "conditional",
            id="but under conditions",
        ),
        pytest.param(
            "Norway agreed to a truce with Chile, but only if Chile leaves the port.",
            "agreed",
            "conditional",
            id="but only if",
        ),
        pytest.param("President Ada Holt is expected in Oslo on Friday.", "expected", "announced", id="expected"),
        pytest.param("President Ada Holt is due in Oslo on Friday.", "due", "announced", id="due in"),
        pytest.param(
            "The visit to Oslo of the Chilean minister, planned for June, has been postponed.",
            "visit",
            "cancelled",
            id="of whom, behind the place",
        ),
        pytest.param("Norway said it was ready to send 60 monitors to Chile.", "send", "conditional", id="ready to"),
        pytest.param(
            "Ada Holt has accepted an invitation to visit Norway.", "visit", "announced", id="invitation accepted"
        ),
        pytest.param("Chile promised that the curfew would be lifted on Monday.", "lifted", "announced", id="lifted"),
        pytest.param("Chile undertook to withdraw its troops by June.", "withdraw", "announced", id="undertook"),
        pytest.param(
            "Norway dropped its threat to close the bridge to Chilean lorries.",
            "close",
            "cancelled",
            id="threat dropped",
        ),
        pytest.param("The union said it would call a strike on 9 June.", "strike", "announced", id="strike called"),
        pytest.param("The dockers will strike on Friday.", "strike", "announced", id="will strike"),
        pytest.param(
            "The captain would be released only once the sailors were free, Chile said.",
            "released",
            "conditional",
            id="only once",
        ),
        pytest.param(
            "Chile will stop buying gas from Norway unless the books are handed over.",
            "stop",
            "conditional",
            id="unless, hung on what is stopped",
        ),
        pytest.param(
            "Ada Holt warned that Norway would stop paying port dues on Friday if the strike went on.",
            "stop",
            "conditional",
            id="if, hung on what is stopped",
        ),
        pytest.param(
            "Ada Holt renewed her demand that Minister Bela Toth be dismissed.",
            "dismissed",
            "requested",
            id="demand that",
        ),
    ],
)
def test_how_it_stands(text, word, status):
    reading = told(text)
    assert {e.status for e in reading.events if word in text[e.trigger.start : e.trigger.end].split()} == {status}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rain is expected in Oslo on Friday.", id="rain"),
        pytest.param("President Ada Holt is not expected in Oslo.", id="not expected"),
        pytest.param("President Ada Holt is expected to win in Oslo.", id="expected to"),
    ],
)
def test_nobody_comes(text):
    assert not [e for e in told(text).events if e.mode == "visit"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("The summit of Norway and Chile is set for June 4.", "summit", ("2031-06-04",), id="set for"),
        pytest.param("The Miners' Union confirmed its strike of 29 June.", "strike", ("2031-06-29",), id="of a day"),
        pytest.param("Norway put back the talks with Chile to June 9.", "talks", ("2031-06-09",), id="put back to"),
    ],
)
def test_its_day(text, word, expected):
    assert days(text, word) == expected
