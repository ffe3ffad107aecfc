"""Which offers and demands later reports show to have been taken up."""

from types import SimpleNamespace

import pytest

from tidings.grammar.events.story_sides import StorySides
from tidings.grammar.events.taken_up import taken_up
from tidings.model import Anchor, Entity, Span

DAYS = {"1": ("2031-05-01", "2031-05-01"), "2": ("2031-05-09", "2031-05-09")}
LANDS = {"Chile": "CHL", "Ghana": "GHA", "Peru": "PER"}


def dealing(kind, giver, taker):
    return SimpleNamespace(id="d", event="e1", kind=kind, from_=giver, to=taker, state="open", date=None)


def member(text):
    mention = SimpleNamespace(about=Span(0, len(text)), clause=Span(0, len(text)))
    reading = SimpleNamespace(document=SimpleNamespace(text=text))
    return SimpleNamespace(document="1", reading=reading, mention=mention)


def talks(actors, document="2", status="held", mode=None, day=None):
    return SimpleNamespace(
        id="e2",
        type="CONSULT",
        mode=mode,
        status=status,
        actors=actors,
        recipients=(),
        date=SimpleNamespace(from_=day),
        evidence=(Anchor(document, 0, 30, ""),),
    )


BOTH = ("Chile", "Ghana")


@pytest.mark.parametrize(
    ("kind", "about", "to", "event", "up"),
    [
        pytest.param("offer", "to hold talks in Lima", "Ghana", talks(BOTH), True, id="talks that were held"),
        pytest.param("demand", "an urgent meeting", "Ghana", talks(BOTH), True, id="a meeting that was asked for"),
        pytest.param("demand", "the crew", "Ghana", talks(BOTH), False, id="something else"),
        pytest.param("demand", "an end to the talks", "Ghana", talks(BOTH), False, id="no talks"),
        pytest.param("offer", "to hold talks", "Peru", talks(BOTH), False, id="with others"),
        pytest.param("offer", "to hold talks", "Ghana", talks(BOTH, "1"), False, id="in the same report"),
        pytest.param("offer", "to hold talks", "Ghana", talks(BOTH, status="announced"), False, id="to come"),
        pytest.param("offer", "to hold talks", "Ghana", talks(BOTH, day="2031-04-02"), False, id="before"),
        pytest.param("offer", "to mediate", None, talks(("Chile",), mode="third-party"), True, id="mediated"),
        pytest.param("offer", "to mediate", None, talks(("Peru",), mode="third-party"), False, id="others mediated"),
    ],
)
def test_what_was_taken_up(kind, about, to, event, up):
    entities = [
        Entity(n, n, "country", (n,), land, None, (Anchor("1", 0, 1, n), Anchor("2", 40, 41, n)))
        for n, land in LANDS.items()
    ]
    sides = StorySides.of(entities, [])
    found = taken_up(sides, [(dealing(kind, "Chile", to), [member(about)])], [event], (), DAYS)
    assert ("d" in found) is up


@pytest.mark.parametrize(
    ("kind", "about", "to", "text", "up"),
    [
        pytest.param(
            "offer", "its good offices", None, "The Chilean mediator Ana Ruiz flew home.", True, id="a mediator"
        ),
        pytest.param("offer", "its good offices", None, "A truce brokered by Chile held.", True, id="brokered by"),
        pytest.param("offer", "its good offices", None, "A baker from Chile flew home.", False, id="another part"),
        pytest.param("offer", "a loan", None, "The Chilean mediator Ana Ruiz flew home.", False, id="another offer"),
        pytest.param("offer", "its good offices", None, "Ghana refused a Chilean mediator.", False, id="refused"),
        pytest.param("demand", "to mediate", "Ghana", "Ghana, the mediator, kept silent.", True, id="who was asked to"),
        pytest.param("demand", "to mediate", "Ghana", "The Chilean mediator flew home.", False, id="not who was asked"),
    ],
)
def test_who_went_between(kind, about, to, text, up):
    names = {"Chile": ("Chilean", "Chile"), "Ghana": ("Ghana",)}
    entities = []
    for name, forms in names.items():
        at = next(((text.index(form), form) for form in forms if form in text), None)
        anchors = (Anchor("2", at[0], at[0] + len(at[1]), at[1]),) if at else ()
        entities.append(Entity(name, name, "country", (name,), LANDS[name], None, (Anchor("1", 0, 1, name), *anchors)))
    later = SimpleNamespace(document=SimpleNamespace(id="2", text=text, pieces=()), sentences=(Span(0, len(text)),))
    told = [(dealing(kind, "Chile", to), [member(about)])]
    found = taken_up(StorySides.of(entities, []), told, [], (later,), DAYS)
    assert ("d" in found) is up
