"""Whom "both sides", "the delegations" and "all parties" stand for."""

import pytest

from tests.stages.read.conftest import names, told

TWO = "Norway and Portugal signed a treaty on Monday. Norway has thanked Portugal. "


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        pytest.param("The UN urged both sides to talk.", "urged", {"Norway", "Portugal"}, id="most spoken of"),
        pytest.param(
            "The weavers' union blamed the mill board, and a court ordered both sides to talk.",
            "ordered",
            {"weavers' union", "mill board"},
            id="two just named",
        ),
        pytest.param(
            "The Weavers' Union criticised the Norrland Mill Board. The UN urged both sides to talk.",
            "urged",
            {"Weavers' Union", "Norrland Mill Board"},
            id="two named in the sentence before",
        ),
        pytest.param(
            "Chile received delegations of the Weavers' Union and of the Norrland Mill Board on Friday.",
            "received",
            {"Weavers' Union", "Norrland Mill Board"},
            id="delegations of whom it says",
        ),
        pytest.param(
            "The Weavers' Union criticised the Norrland Mill Board. The UN urged both governments to talk.",
            "urged",
            {"Norway", "Portugal"},
            id="governments are states",
        ),
        pytest.param("Chile said it had talked to all sides.", "talked", set(), id="all sides are not two"),
    ],
)
def test_whom_both_sides_are(text, trigger, parties):
    reading = told(TWO + text)
    found = [e for e in reading.events if reading.document.text[e.trigger.start : e.trigger.end].startswith(trigger)]
    (event,) = found
    assert set(names(reading, event.recipients)) == parties
