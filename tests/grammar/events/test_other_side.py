"""To whom a dealing goes where nothing states it."""

from types import SimpleNamespace

import pytest

from tidings.grammar.events.other_side import addressed, beside, likeliest
from tidings.grammar.events.story_sides import StorySides
from tidings.model import Anchor, Entity, Span


def entity(id_, name, kind, acts_for, text):
    at = [n for n in range(len(text)) if text.startswith(name, n)]
    mentions = tuple(Anchor("1", n, n + len(name), name) for n in at)
    return Entity(id_, name, kind, (name,), acts_for, None, mentions)


def event(type_, by, on):
    return SimpleNamespace(type=type_, actors=by, recipients=on)


def told(text, act, dealing="demand", about=None):
    ends = [n + 1 for n in range(len(text)) if text[n] == "."]
    sentences = tuple(Span(a, b) for a, b in zip([0, *ends], ends, strict=False))
    at = text.index(act)
    clause = next(s for s in sentences if s.start <= at < s.end)
    topic = None if about is None else Span(text.index(about), text.index(about) + len(about))
    mention = SimpleNamespace(
        trigger=Span(at, at + len(act)), clause=clause, about=topic, recipients=(), dealing=dealing, confidence=1.0
    )
    reading = SimpleNamespace(document=SimpleNamespace(text=text), sentences=sentences)
    return SimpleNamespace(document="1", reading=reading, mention=mention)


TALE = "Chile and Ghana quarrel over a trawler. Ghana holds it. Chile ruled out any payment."
LENDER = "Chile has borrowed from the Coastal Recovery Fund. The fund waits. Peru urged the fund to be patient."
CREW = "Chile holds the crew. Ghana waits. Ghana urged the drivers to go home."
SIDES = {
    "CHL": ("c", "Chile", "country"),
    "GHA": ("g", "Ghana", "country"),
    "PER": ("p", "Peru", "country"),
    None: ("f", "Coastal Recovery Fund", "organization"),
}


def sides_in(text, events=()):
    held = [entity(id_, name, kind, land, text) for land, (id_, name, kind) in SIDES.items() if name in text]
    return StorySides.of(held, events)


LENT = [event("AID", ("f",), ("c",))]
BOTH = [event("REQUEST", ("g",), ("c",)), event("REJECT", ("c",), ("g",))]


@pytest.mark.parametrize(
    ("text", "act", "giver", "kind", "events", "side"),
    [
        pytest.param(TALE, "ruled", "c", "refusal", BOTH, "GHA", id="the other of two who deal"),
        pytest.param(LENDER, "urged", "p", "demand", LENT, "f", id="the body that a noun of its name points to"),
        pytest.param(CREW, "urged", "g", "demand", BOTH, None, id="others whom the text names"),
    ],
)
def test_to_whom_it_likeliest_goes(text, act, giver, kind, events, side):
    assert likeliest(sides_in(text, events), kind, giver, [told(text, act, kind)]) == side


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        pytest.param("Chile urged the drivers to go home.", "urged", "the drivers", id="urged the drivers"),
        pytest.param("Chile called on workers to strike.", "called", "workers", id="called on workers"),
        pytest.param("Chile asked to see the men.", "asked", "", id="nobody"),
        pytest.param("Chile demanded the return of the ship to Arica.", "demanded", "", id="not said to anybody"),
    ],
)
def test_who_is_addressed(text, act, words):
    assert addressed(told(text, act)).strip() == words


def test_who_of_a_side_is_named_beside_it():
    text = "Chile met Ghana. Ama Boateng had asked for the ship. Chile called Ama Boateng a clown."
    envoy, land = entity("a", "Ama Boateng", "person", "GHA", text), entity("g", "Ghana", "country", "GHA", text)
    sides = StorySides.of([envoy, land, entity("c", "Chile", "country", "CHL", text)], [])
    assert beside(sides, "GHA", "c", [told(text, "called", "accusation")]) == envoy


def test_a_mission_stands_with_its_body():
    text = "The mission of the Coastal Recovery Fund left. The Coastal Recovery Fund waits, Coastal Recovery Fund staff say."
    body = entity("f", "Coastal Recovery Fund", "organization", None, text)
    mission = entity("m", "mission of the Coastal Recovery Fund", "organization", None, text)
    sides = StorySides.of([body, mission], [])
    assert sides.side == {"f": "f", "m": "f"}
    assert sides.head["f"] == body
