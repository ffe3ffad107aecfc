"""Acts told by turns of phrase, by words that count, and by clauses that leave a word out."""

import pytest

from tests.stages.read.conftest import names, told


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        pytest.param(
            "Norway on Friday sent home a total of nine Portuguese diplomats.",
            "SANCTION",
            ["Norway"],
            ["nine Portuguese diplomats"],
            id="a-total-of",
        ),
        pytest.param(
            "President Ada Holt spoke of the loan that Norway needs and the aid Portugal froze in May.",
            "SANCTION",
            ["Portugal"],
            [],
            id="no-relative-pronoun",
        ),
        pytest.param(
            "Cid Rask was granted asylum in Norway.", "AID", ["Norway"], ["Cid Rask"], id="given-in-the-passive"
        ),
        pytest.param(
            "Ambassador Cid Rask was summoned to the ministry in Norway.",
            "ACCUSE",
            [],
            ["Cid Rask"],
            id="an-office-before-the-name",
        ),
        pytest.param(
            "President Ada Holt of Norway and President Cid Rask of Chile talked for an hour on Sunday.",
            "CONSULT",
            ["Ada Holt", "Cid Rask"],
            [],
            id="several-talk",
        ),
        pytest.param("Norway is prepared to open talks.", "AGREE", ["Norway"], [], id="is-prepared-to"),
        pytest.param("Minister Ada Holt slammed the door on Chile.", "REJECT", ["Ada Holt"], ["Chile"], id="a-door"),
        pytest.param("Minister Ada Holt threw in the towel on Friday.", "RETREAT", ["Ada Holt"], [], id="a-towel"),
        pytest.param(
            "Norwegian police used tear gas against students.", "ASSAULT", ["Norwegian police"], [], id="tear-gas"
        ),
        pytest.param(
            "Villagers blocked the bridge to Norway on Friday.", "PROTEST", [], [], id="a-bridge-blocked-by-people"
        ),
        pytest.param(
            "Norwegian troops combed the border with Chile.", "MOBILIZE", ["Norwegian troops"], None, id="combed"
        ),
    ],
)
def test_who_does_what_to_whom(text, type_, actors, recipients):
    reading = told(text)
    event = next(e for e in reading.events if e.type == type_)
    assert set(actors) <= {*names(reading, event.actors)}
    assert recipients is None or set(recipients) <= {*names(reading, event.recipients)}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param(
            "President Ada Holt recalled the day she met Senator Cid Rask.", {"CONSULT"}, id="a-day-is-no-object"
        ),
        pytest.param("Three youths were taken into custody.", {"COERCE"}, id="people-whom-nobody-names"),
        pytest.param(
            "Senator Ada Holt worked with Norway on the plan.", set(), id="a-row-with-a-particle-says-nothing"
        ),
        pytest.param("Senator Ada Holt worked out a deal with Norway.", {"SUPPORT"}, id="with-its-particle"),
    ],
)
def test_what_is_an_act(text, types):
    assert {e.type for e in told(text).events} == types
