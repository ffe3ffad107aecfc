"""Who deals, where the words for it only name a party inside them."""

from types import SimpleNamespace

import pytest

from tidings.grammar.events.named_within import government_asked, named_before, named_within, whose_words
from tidings.grammar.events.story_sides import StorySides
from tidings.model import Anchor, Entity, Span


def entity(name, kind, acts_for, text):
    at = [n for n in range(len(text)) if text.startswith(name, n)]
    return Entity(name, name, kind, (name,), acts_for, None, tuple(Anchor("1", n, n + len(name), name) for n in at))


def told(text, who, to=""):
    def parties(words):
        return (SimpleNamespace(span=Span(text.index(words), text.index(words) + len(words))),) if words else ()

    mention = SimpleNamespace(actors=parties(who), recipients=parties(to))
    return SimpleNamespace(document="1", reading=SimpleNamespace(document=SimpleNamespace(text=text)), mention=mention)


@pytest.mark.parametrize(
    ("text", "who", "kind", "sides"),
    [
        pytest.param("Moreno's office denied it.", "Moreno's office", "denial", ("Moreno", None), id="an office"),
        pytest.param(
            "The head of the Tide Board agreed.",
            "The head of the Tide Board",
            "agreement",
            ("Tide Board", None),
            id="a head",
        ),
        pytest.param(
            "The ministers of Chile and Peru signed it.",
            "The ministers of Chile and Peru",
            "agreement",
            ("Chile", "Peru"),
            id="two ministers agree",
        ),
        pytest.param(
            "The ministers of Chile and Peru denied it.",
            "The ministers of Chile and Peru",
            "denial",
            (None, None),
            id="two ministers deny",
        ),
        pytest.param("Moreno's rivals denied it.", "Moreno's rivals", "denial", (None, None), id="rivals"),
        pytest.param(
            "The family of Moreno's aide left.", "The family of Moreno's aide", "refusal", (None, None), id="kin"
        ),
        pytest.param("The office denied it.", "The office", "denial", (None, None), id="nobody named"),
    ],
)
def test_who_is_named_within(text, who, kind, sides):
    known = [
        entity("Moreno", "person", "CHL", text),
        entity("Tide Board", "organization", None, text),
        entity("Chile", "country", "CHL", text),
        entity("Peru", "country", "PER", text),
    ]
    known = [e for e in known if e.mentions]
    assert named_within(StorySides.of(known, []), kind, [told(text, who)]) == sides


@pytest.mark.parametrize(
    ("kind", "to", "land"),
    [
        pytest.param("organization", "the government", "Chile", id="a union asks the government"),
        pytest.param("organization", "the drivers", None, id="others"),
        pytest.param("country", "the government", None, id="a state"),
    ],
)
def test_which_government_is_asked(kind, to, land):
    text = "In Chile the Tide Union asked the government and the drivers to wait."
    known = [entity("Tide Union", kind, "CHL", text), entity("Chile", "country", "CHL", text)]
    sides = StorySides.of(known, [])
    assert government_asked(sides, "Tide Union", [told(text, "Tide Union", to)]) == land


@pytest.mark.parametrize(
    ("about", "whose"),
    [
        pytest.param("Peru's proposal of a joint patrol", "Peru", id="possessive"),
        pytest.param("an offer by Peru to send boats", "Peru", id="by"),
        pytest.param("an ultimatum of the Tide Board", "Tide Board", id="of"),
        pytest.param("a proposal to pay Peru", None, id="only its content"),
        pytest.param("the claim that Peru paid", None, id="in the clause of it"),
        pytest.param("the fish of Peru", None, id="no words"),
        pytest.param("a demand of Chile", None, id="its own"),
    ],
)
def test_whose_words_are_refused(about, whose):
    text = f"Chile turned down {about}."
    known = [
        entity("Tide Board", "organization", None, text),
        entity("Chile", "country", "CHL", text),
        entity("Peru", "country", "PER", text),
    ]
    sides = StorySides.of([e for e in known if e.mentions], [])
    at = text.index(about)
    mention = SimpleNamespace(about=Span(at, at + len(about)))
    member = SimpleNamespace(
        document="1", reading=SimpleNamespace(document=SimpleNamespace(text=text)), mention=mention
    )
    assert whose_words(sides, "Chile", [member]) == whose


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("The bishop of Lima, Moreno, offered on Sunday his house.", "Moreno", id="behind a title"),
        pytest.param("The minister of Chile Moreno on the same day offered a table.", "Moreno", id="a day between"),
        pytest.param("The brother of Moreno offered a table.", None, id="of somebody"),
        pytest.param("Moreno waited while the cook offered a table.", None, id="another clause"),
    ],
)
def test_who_is_named_right_before_the_verb(text, who):
    known = [entity("Moreno", "person", "CHL", text), entity("Chile", "country", "CHL", text)]
    at = text.index("offered")
    mention = SimpleNamespace(actors=(), trigger=Span(at, at + 7), clause=Span(0, len(text)))
    reading = SimpleNamespace(document=SimpleNamespace(text=text), sentences=(Span(0, len(text)),))
    member = SimpleNamespace(document="1", reading=reading, mention=mention)
    assert named_before(StorySides.of([e for e in known if e.mentions], []), [member]) == who
