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


ODDS = "Chile and Norway are at odds over fish. "


@pytest.mark.parametrize(
    ("text", "type_", "status", "actors", "recipients"),
    [
        pytest.param(
            "Foreign Minister Kari Lie of Norway summoned Juan Soto, the Chilean ambassador, on Friday.",
            "ACCUSE",
            "held",
            ["Kari Lie"],
            ["Juan Soto"],
            id="a-minister-summons-somebody-named",
        ),
        pytest.param(
            "Norway summoned home its consul to Chile.", "SANCTION", "held", ["Norway"], [], id="summoned-home"
        ),
        pytest.param(
            "Norway withdrew from a ski exercise with Chile.", "REJECT", "held", ["Norway"], [], id="from-an-exercise"
        ),
        pytest.param(
            "Kari Lie of Norway saw in the toll a violation by Chile.",
            "ACCUSE",
            "held",
            ["Kari Lie"],
            ["Chile"],
            id="saw-a-wrong-in-it",
        ),
        pytest.param(
            "Norway hinted that it might withdraw from the talks.", "THREATEN", "held", ["Norway"], [], id="hinted"
        ),
        pytest.param("Norway's government unblocked $6 million of aid.", "AID", "held", ["Norway"], [], id="unblocked"),
        pytest.param(
            "The Nordic Union extended its deadline for Chile to May 31.",
            "CONCEDE",
            "held",
            ["Nordic Union"],
            ["Chile"],
            id="a-deadline-extended",
        ),
        pytest.param(ODDS + "Norway said no to Chile.", "REJECT", "held", ["Norway"], ["Chile"], id="said-no"),
        pytest.param("Norway said yes to the offer of Chile.", "AGREE", "held", ["Norway"], ["Chile"], id="said-yes"),
        pytest.param(
            "Chile countered with $6 million. Norway had asked for nine.",
            "AGREE",
            "held",
            ["Chile"],
            [],
            id="countered-with-a-sum",
        ),
        pytest.param("Norway handed over radar data to Chile.", "COOPERATE", "held", ["Norway"], ["Chile"], id="data"),
        pytest.param(
            "Norway vowed to take harsh countermeasures against Chile in May.",
            "THREATEN",
            "held",
            ["Norway"],
            ["Chile"],
            id="countermeasures",
        ),
        pytest.param(
            "Ambassador Juan Soto will resume his duties in Oslo on Friday.",
            "RETREAT",
            "announced",
            ["Juan Soto"],
            ["Oslo"],
            id="duties-resumed",
        ),
        pytest.param(
            "The envoy Ann Berg shuttled for nine weeks between Norway and Chile.",
            "CONSULT",
            "held",
            ["Ann Berg"],
            ["Norway", "Chile"],
            id="behind-a-span-of-time",
        ),
    ],
)
def test_turns_of_diplomacy(text, type_, status, actors, recipients):
    reading = told(text)
    event = next(e for e in reading.events if e.type == type_)
    assert event.status == status
    assert names(reading, event.actors) == actors
    assert names(reading, event.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param("A tender was awarded to the Norwegian firm Visund Marine.", set(), id="a-tender"),
        pytest.param("Minister Kari Lie of Norway defended its handling of the flood.", set(), id="ones-own-handling"),
        pytest.param("Kari Lie handed over the report to President Juan Soto.", set(), id="a-report"),
        pytest.param(
            "Senator Kari Lie pushed back on claims that she had lied.", {"REJECT"}, id="pushed-back-on-claims"
        ),
        pytest.param(
            "Norway's ambassador to Chile was recalled for consultations.", {"SANCTION"}, id="what-one-is-recalled-for"
        ),
    ],
)
def test_what_such_a_turn_tells(text, types):
    assert {e.type for e in told(text).events} == types


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        pytest.param(
            "The Nordic Union convened its herring board for Sunday at Bergen.",
            "CONSULT",
            "announced",
            id="for-a-day",
        ),
        pytest.param(
            "Minister Kari Lie summoned the Chilean ambassador for Monday morning.",
            "ACCUSE",
            "announced",
            id="sent-for",
        ),
        pytest.param("Norway and Chile met for two hours on Monday.", "CONSULT", "held", id="for-some-time"),
        pytest.param(
            "Kari Lie invited the Chilean minister Juan Soto to talks on eels at Bergen on May 7.",
            "CONSULT",
            "requested",
            id="invited-to-a-meeting",
        ),
        pytest.param(
            "Talks of the Nordic Union on eels will open at Bergen on Friday, the fishing ministry of Norway said, while a"
            " clerk who would not give her name called them a picnic.",
            "CONSULT",
            "announced",
            id="who-is-not-named-is-somebody-else",
        ),
        pytest.param(
            "President Kari Lie offered to let the trams of Chile pass, provided that they rang no bells at night.",
            "AGREE",
            "conditional",
            id="offered-provided-that",
        ),
        pytest.param(
            "Norwegian bandmaster Ole Lie denied a rumour in the sauna that the ski patrol had begun to withdraw from Chile.",
            "RETREAT",
            "denied",
            id="begun-as-a-denied-report-has-it",
        ),
        pytest.param(
            "Norway made the sale of its organ dependent on a new roof in Chile.",
            "AGREE",
            "conditional",
            id="made-dependent-on",
        ),
    ],
)
def test_how_such_a_turn_stands(text, type_, status):
    assert next(e for e in told(text).events if e.type == type_).status == status
