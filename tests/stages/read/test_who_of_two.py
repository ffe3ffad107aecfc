"""Who is meant where another is named nearby: by READ, on sentences of this project."""

import pytest

from tests.stages.read.conftest import names, told


def chain_at(reading, words, nth=0):
    """The name of the chain whose nth mention reads so; None where it is in none."""
    text = reading.document.text
    at = [i for i, m in enumerate(reading.mentions) if text[m.span.start : m.span.end] == words][nth]
    return next((chain.name for chain in reading.chains if at in chain.mentions), None)


@pytest.mark.parametrize(
    ("text", "words", "nth", "name"),
    [
        pytest.param(
            "The dam will be built, Water Minister Tova Perth said. Perth told the Volta Post that it was safe. "
            "Later Karl Perth laughed.",
            "Perth",
            0,
            "Tova Perth",
            id="a surname that is a town",
        ),
        pytest.param(
            "The Supreme Court on Monday refused it. Arvid Ruhl said that the party would march on Friday.",
            "the party",
            0,
            "party",
            id="a party is no court",
        ),
        pytest.param(
            "Kenya on Monday opened the pass, and its neighbour Togo said it would send its envoy back.",
            "it",
            0,
            "Togo",
            id="its neighbour says it",
        ),
        pytest.param(
            "Mayor Ada Holt left. Senator Berit Ruhl had called for her resignation.",
            "her",
            0,
            "Ada Holt",
            id="nobody calls for her own resignation",
        ),
        pytest.param("Norway, beside Portugal, withdrew its request.", "its", 0, "Norway", id="but takes it back"),
        pytest.param(
            "Were they late when the minister rang? He said “come at once”. Norway's trade minister says the pass is open.",
            "Norway's trade minister",
            0,
            "Norway's trade minister",
            id="a minister with a state and a field is brought in",
        ),
        pytest.param(
            "Mayor Karl Holt said the pass was open. Judge Holt, who is the mayor's cousin, did not come.",
            "Holt",
            0,
            "Holt",
            id="a cousin of the mayor",
        ),
        pytest.param(
            "Mayor Karl Holt said the pass was open. Holt, the mayor, did not come.",
            "Holt",
            0,
            "Karl Holt",
            id="the mayor himself",
        ),
    ],
)
def test_of_two_the_right_one(text, words, nth, name):
    assert chain_at(told(text), words, nth) == name


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        pytest.param("Chief Cabinet Secretary Kenta Mori spoke in Oslo.", "Kenta Mori", "JPN", id="another cabinet's"),
        pytest.param("Cabinet Secretary Peter Onyango spoke in Oslo.", "Peter Onyango", "KEN", id="cabinet secretary"),
        pytest.param(
            "Norway's government asked Togo to keep the treaty. Foreign Minister Ada Holt rang her colleague in Lome on "
            "Monday. Togo was silent.",
            "Ada Holt",
            None,
            id="not her colleague's",
        ),
    ],
)
def test_for_which_state(text, name, country):
    (chain,) = (c for c in told(text).chains if c.name == name)
    assert chain.country == country or (country is None and chain.country != "TGO")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "11:20 - Nobody was hurt, says harbour chair Berit Ruhl. She says no box was lost.\n\n"
            "10:10 - Ada Holt: “Boxes don't sink by themselves.” She is demanding that the army guard the quays.",
            [("REQUEST", "held", ["Ada Holt"])],
            id="she is who the quote says",
        ),
        pytest.param(
            "The deputy mayor, Arvid Ruhl, said 30 guards had been questioned and none arrested.",
            [],
            id="none of them denies no arrest",
        ),
        pytest.param(
            "Dockers stayed away from work on Monday at the call of the Harbour Union.",
            [("PROTEST", "held", []), ("REQUEST", "held", ["Harbour Union"])],
            id="at the call of who asks",
        ),
        pytest.param("Minister Arvid Ruhl moved the feast. He blamed roadworks.", [], id="blames no one"),
        pytest.param(
            "Minister Arvid Ruhl blamed Norway for the delay.",
            [("ACCUSE", "held", ["Arvid Ruhl"])],
            id="blames a state",
        ),
    ],
)
def test_who_does_it(text, want):
    reading = told(text)
    found = [(e.type, "held" if e.status == "ongoing" else e.status, names(reading, e.actors)) for e in reading.events]
    assert [one for one in found if one[0] != "ACCUSE" or one[2]] == want


def test_tear_gas_is_no_heavy_weapon():
    (event,) = told("Police in Norway fired tear gas at the dockers.").events
    assert (event.type, event.mode) == ("ASSAULT", "crowd-control")


@pytest.mark.parametrize(
    ("text", "speaker", "relayed", "words"),
    [
        pytest.param(
            "Guide Ada Holt told the Volta Post that she wrote to the board on Monday and received an answer from the board "
            "on Tuesday: “The hut stays shut.”",
            "board",
            "Ada Holt",
            "The hut stays shut.",
            id="an answer read out",
        ),
        pytest.param(
            "The mine paid all wages, Minister Arvid Ruhl said, a claim that union chief Ada Holt called “half a joke”: she "
            "said 40 drivers had got nothing.",
            "Arvid Ruhl",
            None,
            "The mine paid all wages",
            id="a claim that another calls so",
        ),
    ],
)
def test_whose_words(text, speaker, relayed, words):
    reading = told(text)
    said = reading.document.text
    (quote,) = (q for q in reading.quotes if " … ".join(said[s.start : s.end] for s in q.content).strip("“”") == words)
    chain = None if quote.speaker is None else reading.chains[quote.speaker].name
    relay = None if quote.relayed_by_chain is None else reading.chains[quote.relayed_by_chain].name
    assert (chain, relay) == (speaker, relayed)
