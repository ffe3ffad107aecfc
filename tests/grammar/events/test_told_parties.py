"""Whom a story means by words that name no party."""

from types import SimpleNamespace

import pytest

from tidings.grammar.events.story_sides import StorySides
from tidings.grammar.events.told_parties import Meant
from tidings.model import Anchor, Entity, Participant, Span

ROLES = {
    "Berg": ("NOR", "foreign minister"),
    "Lund": ("NOR", "minister of fisheries"),
    "Soto": ("CHL", "foreign minister"),
    "Paz": ("CHL", "former foreign minister"),
    "Ruiz": ("CHL", "president"),
}


def story(text):
    def at(name):
        return tuple(Anchor("1", n, n + len(name), name) for n in range(len(text)) if text.startswith(name, n))

    people = [Entity(n, n, "person", (n,), land, role, at(n), (role,)) for n, (land, role) in ROLES.items()]
    lands = [Entity(n, n, "country", (n,), code, None, at(n)) for n, code in (("Norway", "NOR"), ("Chile", "CHL"))]
    office = Entity("Office", "Office", "organization", ("Office",), None, None, at("Office"))
    return StorySides.of((*people, *lands, office), ())


def reading(text):
    chains = [SimpleNamespace(id="new", named=False), SimpleNamespace(id="norway", named=True)]
    return SimpleNamespace(document=SimpleNamespace(id="1", text=text), chains=chains)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        pytest.param("both countries", ("Norway", "Chile"), id="both countries"),
        pytest.param("the two governments", ("Norway", "Chile"), id="two governments"),
        pytest.param("the governments of both countries", ("Norway", "Chile"), id="of both"),
        pytest.param("the two foreign ministers", ("Berg", "Soto"), id="who hold an office"),
        pytest.param("the two ministers", ("Norway", "Soto"), id="an office that two hold"),
        pytest.param("the presidents", ("Norway", "Ruiz"), id="an office nobody is named for"),
        pytest.param("the foreign ministers of Chile and Norway", ("Soto", "Berg"), id="of whom it says so"),
        pytest.param("the governments of Chile and Norway", ("Chile", "Norway"), id="states of whom it says so"),
        pytest.param("Lund's office", ("Lund",), id="an office's voice"),
        pytest.param("Lund's government", ("Norway",), id="a person's government"),
        pytest.param("Lund's minister", (), id="a person's minister"),
        pytest.param("a Norway official", (), id="an official without a name"),
        pytest.param("supporters of the government of Norway", (), id="those beside it"),
        pytest.param("the president's Office", (), id="another of one word"),
        pytest.param("the states", (), id="states in general"),
        pytest.param("several ministers", (), id="some"),
        pytest.param("the ministers of five states", (), id="of five"),
    ],
)
def test_whom_words_mean(words, who):
    text = f"On Monday {words} said so."
    party = Participant(Span(text.index(words), text.index(words) + len(words)), 0)
    assert Meant({}, story(text), ("Norway", "Chile")).by(reading(text), party) == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        pytest.param("The two foreign ministers met.", "ministers", "Berg", id="who holds the office told"),
        pytest.param("The foreign ministers of Norway met.", "Norway", "Norway", id="the state itself"),
        pytest.param("The premiers met.", "premiers", "Norway", id="an office nobody is named for"),
    ],
)
def test_whom_a_state_is_by_its_office(text, words, who):
    party = Participant(Span(text.index(words), text.index(words) + len(words)), 1)
    assert Meant({"norway": "Norway"}, story(text)).by(reading(text), party) == (who,)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        pytest.param(
            "The Cork Makers' Union met. Norway urged the union.", "the union", ("Cork Makers' Union",), id="one"
        ),
        pytest.param("Norway urged the union.", "the union", (), id="none named"),
        pytest.param(
            "The Cork Makers' Union met the Tile Union. Norway urged the union.", "the union", (), id="which of two"
        ),
        pytest.param("The Cork Makers' Union met. Norway urged a union.", "a union", (), id="some union"),
    ],
)
def test_the_body_that_a_bare_noun_means(text, words, who):
    bodies = tuple(
        Entity(n, n, "organization", (n,), None, None, (Anchor("1", at, at + len(n), n),))
        for n in ("Cork Makers' Union", "Tile Union")
        if (at := text.find(n)) >= 0
    )
    party = Participant(Span(text.rindex(words), text.rindex(words) + len(words)), 0)
    assert Meant({}, StorySides.of(bodies, ())).by(reading(text), party) == who
