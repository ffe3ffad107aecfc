"""Which sentence of another report tells an event again."""

import pytest

from tidings.grammar.events.told_again import Place, Telling, pieces, told_again
from tidings.grammar.events.topic_words import topic_stems
from tidings.model import Span

LEAST = 0.65
CLAUSE = "Norwegian coastguards seized the trawler Aurora on 3 May"


def telling(**more):
    plain = {
        "type": "COERCE",
        "act": "seized",
        "clause": CLAUSE,
        "stems": topic_stems([CLAUSE]),
        "parties": frozenset({"state NOR", "e/aurora"}),
        "states": frozenset({"NOR"}),
        "days": ("2031-05-03", "2031-05-03"),
        "reported": "2031-05-04",
        "leads": True,
        "alike": 1,
    }
    return Telling(**{**plain, **more})


def place(text, number=0, **more):
    plain = {
        "span": Span(0, len(text)),
        "text": text,
        "stems": topic_stems([text]),
        "entities": frozenset(),
        "states": frozenset(),
        "days": (),
        "told": frozenset(),
        "number": number,
        "reported": "2031-05-05",
    }
    return Place(**{**plain, **more})


AGAIN = place(
    "The trawler Aurora was seized by coastguards from Norway on Saturday.",
    entities=frozenset({"e/aurora"}),
    states=frozenset({"NOR"}),
    days=(("2031-05-03", "2031-05-03"),),
    told=frozenset({"COERCE"}),
)
OTHER = place("Fish has been dear in Bergen this year.", number=1)


def test_the_sentence_that_tells_it():
    found = told_again(telling(), [OTHER, AGAIN], LEAST)
    assert found is not None
    assert found.place == AGAIN


@pytest.mark.parametrize(
    "places",
    [
        pytest.param([], id="no sentence"),
        pytest.param([OTHER], id="of something else"),
        pytest.param(
            [place("The Aurora is eleven years old.", entities=frozenset({"e/aurora"}))], id="of who suffers it"
        ),
    ],
)
def test_nothing_tells_it(places):
    assert told_again(telling(), places, LEAST) is None


LONG = (
    "Fish has been dear in Bergen this year, the trawler Aurora was seized by the coastguard on Saturday, "
    "and nobody in the harbour could say when the next ship would sail"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("The Aurora was seized.", "The Aurora was seized.", id="short"),
        pytest.param(LONG, "the trawler Aurora was seized by the coastguard on Saturday", id="the nearest stretch"),
    ],
)
def test_what_is_shown(text, shown):
    start, end = pieces(text, telling(), 80)
    assert text[start:end] == shown
