"""Which sentence of another report tells an event again."""

from dataclasses import replace

import pytest

from tidings.grammar.events.event_card import EventCard
from tidings.grammar.events.told_again import (
    Act,
    Beside,
    Place,
    Telling,
    beside,
    by_acts,
    likeliest,
    pieces,
    stage_told,
)
from tidings.grammar.events.topic_words import topic_stems
from tidings.model import Span

LEAST = 0.6
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


def likely(places):
    """The sentences of one report that tell the seizure again."""
    every = [Beside("e/1", "d/2", place, odds) for place, odds in beside(telling(), places)]
    return [one.place for one, _ in likeliest(every, LEAST)]


def test_the_sentence_that_tells_it():
    assert likely([OTHER, AGAIN]) == [AGAIN]


@pytest.mark.parametrize(
    "places",
    [
        pytest.param([], id="no sentence"),
        pytest.param([OTHER], id="of something else"),
        pytest.param(
            [place("The Aurora is eleven years old.", entities=frozenset({"e/aurora"}))], id="of who suffers it"
        ),
        pytest.param(
            [replace(AGAIN, text=AGAIN.text.replace("was seized", "was not seized"))], id="that it was not so"
        ),
    ],
)
def test_nothing_tells_it(places):
    assert likely(places) == []


def rival(event, number, odds):
    return Beside(event, "d/2", place("…", number), odds)


@pytest.mark.parametrize(
    ("every", "told"),
    [
        pytest.param([rival("e/1", 0, 2.0)], [("e/1", 0)], id="alone"),
        pytest.param([rival("e/1", 0, -2.5)], [], id="not likely by itself"),
        pytest.param([rival("e/1", 0, 2.0), rival("e/1", 4, 1.9)], [], id="another sentence as likely"),
        pytest.param([rival("e/1", 0, 2.0), rival("e/1", 4, -2.5)], [("e/1", 0)], id="another sentence unlike"),
        pytest.param(
            [rival("e/1", 0, 0.5), rival("e/2", 0, 3.0)], [("e/2", 0)], id="a sentence that tells another event better"
        ),
    ],
)
def test_rivals(every, told):
    assert [(one.event, one.place.number) for one, _ in likeliest(every, LEAST)] == told


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


SEIZED = EventCard(
    id="1/e/10",
    document="1",
    type="COERCE",
    mode="seize",
    status="held",
    actors=frozenset({"state NOR"}),
    recipients=frozenset({"e/aurora"}),
    persons=frozenset(),
    states=frozenset({"NOR"}),
    first="2031-05-03",
    last="2031-05-03",
    reported="2031-05-04",
    words=topic_stems([CLAUSE]),
    refers=None,
    dealing=None,
    occasion=None,
    clause=CLAUSE,
)
STOPPED = replace(SEIZED, id="2/e/10", document="2", type="ASSAULT", clause="The coastguard stormed the trawler Aurora")
LATER = replace(SEIZED, id="2/e/20", document="2", first="2031-08-03", last="2031-08-03")


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        pytest.param([], {"no act"}, id="no act is read"),
        pytest.param([Act(STOPPED, wide=False)], set(), id="read as another type"),
        pytest.param([Act(STOPPED, wide=True)], {"likest act joined elsewhere"}, id="joined with another report's"),
        pytest.param(
            [Act(LATER, wide=False)], {"likest act of the type", "likest act ruled out"}, id="another seizure"
        ),
        pytest.param([Act(LATER, wide=True), Act(STOPPED, wide=False)], set(), id="what cannot be it falls behind"),
    ],
)
def test_what_the_likest_act_says(acts, found):
    signs = by_acts(SEIZED, acts)
    assert {name for name, value in signs.items() if value and name != "likest act"} == found


TALKS = replace(SEIZED, type="CONSULT", mode=None, clause="Anna Falk met the fishermen in Bodø")


PLANNED = replace(TALKS, status="announced")


def told_as(status, card=TALKS, id_="2/e/10", trust=0.3):
    return Act(replace(card, id=id_, document="2", status=status), wide=False, trust=trust)


@pytest.mark.parametrize(
    ("card", "acts", "stage"),
    [
        pytest.param(TALKS, [told_as("announced")], "announced", id="a plan"),
        pytest.param(TALKS, [told_as("requested")], "requested", id="a meeting that is sought"),
        pytest.param(SEIZED, [told_as("requested", SEIZED)], None, id="a deed that is asked for is another"),
        pytest.param(TALKS, [told_as("held")], None, id="done, but hardly surely read"),
        pytest.param(PLANNED, [told_as("held", trust=0.6)], "held", id="done"),
        pytest.param(PLANNED, [told_as("cancelled", trust=0.6)], "cancelled", id="called off"),
        pytest.param(TALKS, [told_as("announced", SEIZED)], None, id="of another type"),
        pytest.param(TALKS, [], None, id="no act"),
        pytest.param(
            TALKS,
            [
                told_as("announced"),
                told_as("conditional", replace(TALKS, clause="the ministers may talk of cod"), "2/e/20"),
            ],
            "announced",
            id="the likest of two",
        ),
    ],
)
def test_where_a_sentence_has_it_stand(card, acts, stage):
    assert stage_told(card, acts) == stage
