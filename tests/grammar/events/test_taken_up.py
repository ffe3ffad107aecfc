"""Which offers and demands later reports show to have been taken up."""

from types import SimpleNamespace

import pytest

from tidings.grammar.events.story_sides import StorySides
from tidings.grammar.events.taken_up import taken_up
from tidings.model import Anchor, Entity, Span

DAYS = {"1": "2031-05-01", "2": "2031-05-09"}
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
    found = taken_up(sides, [(dealing(kind, "Chile", to), [member(about)])], [event], DAYS)
    assert ("d" in found) is up
