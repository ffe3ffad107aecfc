"""Conditions that are set in a clause of their own, and who sets them."""

import pytest

from tests.stages.read.conftest import told

SET = [
    (
        "Norway dropped its claim on the lake, provided that Portugal publishes the soundings.",
        "Norway",
        "provided-that",
    ),
    ("Norway's envoy Ada Holt said that she would listen if the offer came on paper.", "Ada Holt", "would-listen-if"),
    (
        "Norway will return to the panel once the Portuguese auditors have left the harbour.",
        "Norway",
        "will-return-once",
    ),
    ('Norway will support the levy "on condition that the Portuguese fleet stays in port".', "Norway", "on-condition"),
]
NOT_SET = [
    ("Norway provided the crew with blankets that Portugal had sent.", "gave"),
    ("Norway sent tents to Portugal, provided that week by a scout troop.", "provided-that-week"),
    ("Norway would have come if Portugal had asked.", "would-have"),
    ("Norway will recognise the licence even if Portugal does not.", "even-if"),
    ("Norway could be fined if its trawlers break the rules.", "could-be"),
    ("Norway will support the levy, a shepherd told us on condition of anonymity.", "nameless"),
    ("The lake froze as long as the wind blew from Norway.", "nature"),
]


@pytest.mark.parametrize(("text", "giver"), [pytest.param(t, g, id=i) for t, g, i in SET])
def test_a_clause_of_its_own_sets_a_condition(text, giver):
    reading = told(text)
    (event,) = [e for e in reading.events if e.dealing == "condition"]
    names = [reading.chains[p.chain].name for p in event.actors if p.chain is not None]
    assert names == [giver] and event.status == "conditional"


@pytest.mark.parametrize("text", [pytest.param(t, id=i) for t, i in NOT_SET])
def test_what_sets_no_condition(text):
    assert not [e for e in told(text).events if e.dealing == "condition"]
