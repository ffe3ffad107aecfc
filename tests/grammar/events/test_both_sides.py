"""Which offers, appeals and wishes from outside go to both sides of a story."""

from dataclasses import replace

import pytest

from tidings.grammar.events.both_sides import WHY, facing, to_both_sides
from tidings.grammar.events.story_sides import StorySides
from tidings.model import Anchor, Date, Entity, Event

LANDS = {"Chile": "CHL", "Ghana": "GHA", "Peru": "PER"}
ENTITIES = (
    *(Entity(name, name, "country", (name,), code, None, ()) for name, code in LANDS.items()),
    Entity("Rask", "Rask", "person", ("Rask",), "European Union", "spokesman", ()),
    Entity("Holm", "Holm", "person", ("Holm",), "Guild of Millers", "head", ()),
    Entity("Vega", "Vega", "person", ("Vega",), "CHL", "minister", ()),
)
BETWEEN = (("Chile", "Ghana"), ("Ghana", "Chile"), ("Chile", "Ghana"))


def event(type_, actors, recipients=(), words="said no"):
    where = Anchor("1", 0, len(words), words)
    return Event(words, type_, None, type_, actors, recipients, Date(), "held", (), (), words, 1, 0.9, (where,), ())


def story(*acts):
    return [event("REJECT", (a,), (b,)) for a, b in acts]


@pytest.mark.parametrize(
    ("type_", "actor", "words", "told"),
    [
        pytest.param("AGREE", "Peru", "Peru offered to mediate", True, id="mediation"),
        pytest.param("AGREE", "Peru", "Lima offered itself as a host", True, id="a host"),
        pytest.param("AGREE", "Peru", "Peru offered two tugs", False, id="another offer"),
        pytest.param("AGREE", "Peru", "Peru offered to host both delegations", True, id="a host of both"),
        pytest.param("AGREE", "Peru", "Peru offered to host the regatta", False, id="a host of a race"),
        pytest.param("AGREE", "Peru", "Peru proposed a venue for the regatta", False, id="a place for a race"),
        pytest.param("REQUEST", "Peru", "Peru called for restraint", True, id="restraint"),
        pytest.param("REQUEST", "Peru", "Peru urged calm at home", False, id="calm at home"),
        pytest.param("REQUEST", "Peru", "Peru appealed for calm after the landslide", False, id="calm in a disaster"),
        pytest.param(
            "REQUEST", "Peru", "Peru urged both to stay calm after the landslide", True, id="both, a disaster"
        ),
        pytest.param("REQUEST", "Rask", "Rask urged the parties to come back to the table", True, id="a body's voice"),
        pytest.param("REQUEST", "Peru", "Peru advised its sailors to stay away", False, id="its own people"),
        pytest.param("SUPPORT", "Rask", "Rask welcomed the truce", True, id="a welcome to what both reached"),
        pytest.param("SUPPORT", "Rask", "Rask welcomed the new judge", False, id="another welcome"),
        pytest.param("REQUEST", "Holm", "Holm called for calm", False, id="somebody within one of them"),
        pytest.param("REQUEST", "Vega", "Vega called for restraint", False, id="one of the two"),
        pytest.param("ACCUSE", "Peru", "Peru blamed both", False, id="a charge"),
    ],
)
def test_what_goes_to_both(type_, actor, words, told):
    *_, found = to_both_sides(ENTITIES, [*story(*BETWEEN), event(type_, (actor,), words=words)])
    assert found.recipients == (("Chile", "Ghana") if told else ())
    assert (WHY in found.why) is told


@pytest.mark.parametrize(
    ("acts", "two"),
    [
        pytest.param(BETWEEN, ("Chile", "Ghana"), id="two who act on each other"),
        pytest.param((("Chile", "Ghana"), ("Chile", "Ghana")), None, id="one that only suffers"),
        pytest.param((*BETWEEN, ("Peru", "Chile"), ("Chile", "Peru"), ("Peru", "Chile")), None, id="three"),
        pytest.param((("Chile", "Holm"), ("Holm", "Chile"), ("Holm", "Chile")), None, id="one is no state"),
        pytest.param((), None, id="nobody"),
    ],
)
def test_whom_a_story_is_about(acts, two):
    assert facing(StorySides.of(ENTITIES, story(*acts))) == two


def test_whom_an_act_names_stays():
    named = event("REQUEST", ("Peru",), ("Vega",), "Peru called for restraint")
    *_, found = to_both_sides(ENTITIES, [*story(*BETWEEN), named])
    assert found == replace(named)
