"""Who acts and whom it befalls where the words name neither: people of a state, bodies of two, envoys, aims, announced deeds."""

import pytest

from tests.stages.read.conftest import told
from tidings.grammar.events.open_parties import land_of
from tidings.model import Participant, Reading

ODDS = "Chile and Norway are at odds over fish. "


def sides(reading: Reading, parties: tuple[Participant, ...]) -> set[str]:
    """The name of each party, of who is not named the state; nothing of who is neither."""
    chains = [reading.chains[p.chain] for p in parties if p.chain is not None]
    return {c.name if c.named and c.kind != "country" else land_of(c) or "?" for c in chains}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        pytest.param(
            ODDS + "Norway released four Chilean cooks on Monday.",
            "RETREAT",
            {"NOR"},
            {"CHL"},
            id="people-of-a-state",
        ),
        pytest.param(
            ODDS + "Norway released six Chilean tram drivers on Monday.",
            "RETREAT",
            {"NOR"},
            {"CHL"},
            id="people-whose-trade-others-own",
        ),
        pytest.param(
            ODDS + "Norway arrested two Chilean dissidents on Monday.",
            "COERCE",
            {"NOR"},
            {"?"},
            id="who-stands-against-their-state",
        ),
        pytest.param(
            "Chile and Norway signed a pact in May. The two presidents spoke by telephone on Sunday.",
            "CONSULT",
            {"CHL", "NOR"},
            set(),
            id="two-presidents-without-names",
        ),
        pytest.param(
            "Chile and Norway share the lake. The joint commission met on Monday in Visund.",
            "CONSULT",
            {"CHL", "NOR"},
            set(),
            id="a-joint-commission",
        ),
        pytest.param(
            "Generals of the two armies of Norway and Chile are to meet at Visund in May.",
            "CONSULT",
            {"CHL", "NOR"},
            set(),
            id="two-armies",
        ),
        pytest.param(
            "The withdrawal from Visund began on Friday.", "RETREAT", set(), set(), id="what-is-left-does-not-act"
        ),
        pytest.param(
            ODDS + "The Chilean ambassador was summoned to the foreign ministry on Monday.",
            "ACCUSE",
            {"NOR"},
            {"CHL"},
            id="summoned-by-the-other-of-two",
        ),
        pytest.param(
            ODDS + "Norway's ambassador in Santiago was recalled on Monday.",
            "SANCTION",
            {"NOR"},
            {"Santiago"},
            id="recalled-by-their-own-state",
        ),
        pytest.param(
            "Norway dropped its plan to close the port to Chilean trawlers.",
            "COERCE",
            {"NOR"},
            {"CHL"},
            id="whose-plan-it-is",
        ),
        pytest.param(
            "Two engineers were kidnapped by fighters of the Red Falcon Brigades.",
            "ASSAULT",
            {"Falcon Brigades"},
            {"?"},
            id="fighters-of-a-group",
        ),
        pytest.param(
            "Chile expelled the five monitors of the Nordic Union.",
            "COERCE",
            {"CHL"},
            {"Nordic Union"},
            id="whose-monitors-they-are",
        ),
        pytest.param(
            "A lunch meeting between the choir's director, Kari Lie, and Prime Minister Juan Soto ended at three.",
            "CONSULT",
            {"Kari Lie", "Juan Soto"},
            set(),
            id="between-with-an-apposition",
        ),
        pytest.param(
            "Minister Kari Lie of Norway will go to Lisbon for talks with Chile's Juan Soto.",
            "CONSULT",
            {"Kari Lie"},
            {"Juan Soto"},
            id="where-they-meet-is-no-party",
        ),
        pytest.param(
            "Chilean minister Juan Soto announced that Norwegian trawlers would be barred from Chilean ports from Monday.",
            "COERCE",
            {"CHL"},
            {"NOR"},
            id="announced-in-the-passive",
        ),
        pytest.param(
            "Norway promised aid after an appeal signed by Bishop Juan Soto.",
            "REQUEST",
            {"Juan Soto"},
            set(),
            id="who-made-what-a-noun-tells",
        ),
    ],
)
def test_who_does_it_to_whom(text, type_, actors, recipients):
    reading = told(text)
    event = next(e for e in reading.events if e.type == type_)
    assert sides(reading, event.actors) == actors
    assert sides(reading, event.recipients) == recipients
