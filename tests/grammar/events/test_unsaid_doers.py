"""Who did it where no telling names them."""

import re
from types import SimpleNamespace

import pytest

from tidings.grammar.events.story_sides import StorySides
from tidings.grammar.events.unsaid_doers import with_doers
from tidings.model import Anchor, Date, Entity, Event, Span

LANDS = {"Chile": ("country", "CHL"), "Peru": ("country", "PER"), "Arica": ("place", "CHL"), "Cusco": ("place", "PER")}


def entities(text):
    known = {**LANDS, "Ada Quint": ("person", None), "Tide Relief Fund": ("organization", None)}
    return tuple(
        Entity(name, name, kind, (name,), land, None, tuple(Anchor("1", n, n + len(name), name) for n in starts))
        for name, (kind, land) in known.items()
        if (starts := [n for n in range(len(text)) if text.startswith(name, n)]) or kind == "country"
    )


def event(id_, type_, mode=None, actors=(), recipients=(), day=None, denied_by=()):
    date = Date(day, day, "day") if day else Date()
    return Event(id_, type_, mode, type_, actors, recipients, date, "held", (), denied_by, "", 1, 0.9, (), ())


def parties(text, words):
    return tuple(SimpleNamespace(span=Span(at := text.index(w), at + len(w)), chain=None) for w in words)


def telling(text, word, type_, mode=None, dealing=None, *, actors=(), victims=()):
    at = text.rindex(word)
    starts = [0, *(m.end() for m in re.finditer(r"[a-z]\.\s", text))]
    start = max(n for n in starts if n <= at)
    end = text.find(".", at) + 1
    mention = SimpleNamespace(
        trigger=Span(at, at + len(word)),
        clause=Span(start, end),
        type=type_,
        mode=mode,
        dealing=dealing,
        status="held",
        actors=parties(text, actors),
        recipients=parties(text, victims),
    )
    document = SimpleNamespace(id="1", text=text)
    reading = SimpleNamespace(document=document, sentences=tuple(map(Span, starts, [*starts[1:], len(text)])))
    return SimpleNamespace(document="1", reading=reading, mention=mention)


def doers(
    text, word, type_, mode=None, *, others=(), two=None, recipients=(), day=None, dealing=None, parties_read=None
):
    sides = StorySides.of(entities(text), (event("it", type_, mode, (), recipients, day), *others))
    told = {"it": [telling(text, word, type_, mode, dealing, **parties_read or {})], **{e.id: [] for e in others}}
    return next(e for e in with_doers(sides, told, two) if e.id == "it").actors


@pytest.mark.parametrize(
    ("text", "word", "actors", "victims", "who"),
    [
        pytest.param("Police beat ten in Cusco.", "beat", (), (), ("Peru",), id="no party is read"),
        pytest.param("Police beat ten in Cusco.", "beat", ("Police",), (), ("Peru",), id="police as who does it"),
        pytest.param("In Cusco the army beat ten.", "beat", (), (), ("Peru",), id="behind the town"),
        pytest.param("A bomb near the court hurt two in Cusco.", "hurt", (), (), (), id="near a court"),
        pytest.param("An attack on the police hurt two in Cusco.", "hurt", (), (), (), id="on the police"),
        pytest.param("Clashes with some soldiers hurt two in Cusco.", "hurt", (), (), (), id="with soldiers"),
        pytest.param("U.S. troops hurt ten in Cusco.", "hurt", (), (), (), id="behind initials"),
        pytest.param("Ex-soldiers hurt ten in Cusco.", "hurt", (), (), (), id="were soldiers once"),
        pytest.param("Anti-government troops hurt ten in Cusco.", "hurt", (), (), (), id="against the state"),
        pytest.param("A police officer hurt his wife in Cusco.", "hurt", (), (), (), id="one officer"),
        pytest.param("Soldiers hurt in Cusco were flown home.", "hurt", (), ("Soldiers",), (), id="to whom it is done"),
        pytest.param("The police hurt in Cusco were flown home.", "hurt", (), ("The police",), (), id="police, hurt"),
        pytest.param(
            "A gunman who shot at the soldiers hurt a baker in Cusco.",
            "hurt",
            ("A gunman",),
            (),
            (),
            id="who shot at them",
        ),
        pytest.param("Soldiers seized power in Cusco.", "seized", ("Soldiers",), (), (), id="a coup"),
        pytest.param("Police detained ten bakers in Cusco.", "detained", (), (), ("Peru",), id="detained"),
    ],
)
def test_a_force_acts_only_as_the_subject(text, word, actors, victims, who):
    assert doers(text, word, "COERCE", parties_read={"actors": actors, "victims": victims}) == who


def test_police_who_strike_are_not_the_state():
    assert doers("Peru is calm. The police struck in Cusco.", "struck", "PROTEST") == ()


@pytest.mark.parametrize(
    ("text", "word", "type_", "who"),
    [
        pytest.param(
            "Police arrested nine people in Arica.", "arrested", "COERCE", ("Chile",), id="police of the town"
        ),
        pytest.param("In Cusco, soldiers used tear gas.", "used", "ASSAULT", ("Peru",), id="soldiers of the town"),
        pytest.param("Nine people were arrested in Cusco.", "arrested", "COERCE", ("Peru",), id="the law of the town"),
        pytest.param("Nine were arrested by the guild in Cusco.", "arrested", "COERCE", (), id="by somebody"),
        pytest.param("Foreign troops killed ten in Cusco.", "killed", "ASSAULT", (), id="troops of others"),
        pytest.param("The rebel soldiers arrested ten in Cusco.", "arrested", "COERCE", (), id="soldiers of rebels"),
        pytest.param("Private security forces arrested ten in Cusco.", "arrested", "COERCE", (), id="hired"),
        pytest.param(
            "On Friday riot police arrested ten in Cusco.", "arrested", "COERCE", ("Peru",), id="police on Friday"
        ),
        pytest.param("Gunmen seized a van in Cusco.", "seized", "COERCE", (), id="no force of the state"),
        pytest.param("Nine people were abducted in Cusco.", "abducted", "ASSAULT", (), id="nothing the law does"),
        pytest.param("Police closed roads in Arica and in Cusco.", "closed", "COERCE", (), id="in two states"),
        pytest.param("Police arrested nine people.", "arrested", "COERCE", (), id="nowhere"),
        pytest.param(
            "Chile waited. It rained in Arica. The army moved.", "moved", "MOBILIZE", ("Chile",), id="about one state"
        ),
        pytest.param(
            "Chile waited. It rained in Cusco. Chile, Chile and Chile. The army moved.",
            "moved",
            "MOBILIZE",
            (),
            id="about one state, in another",
        ),
        pytest.param(
            "The Tide Relief Fund met. The fund refused it.", "refused", "REJECT", ("Tide Relief Fund",), id="the fund"
        ),
    ],
)
def test_by_whose_law_or_force(text, word, type_, who):
    assert doers(text, word, type_) == who


TAKEN = event("taken", "COERCE", "arrest", ("Peru",), ("Ada Quint",), "2031-05-02")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Ada Quint was freed on bail.", ("Peru",), id="freed"),
        pytest.param("Ada Quint had escaped, and was free.", (), id="escaped"),
        pytest.param("Ada Quint was freed in a raid.", (), id="set free by force"),
        pytest.param("Ada Quint left prison after visiting him.", (), id="was there as a visitor"),
        pytest.param("Ada Quint left prison, a release note said.", (), id="let go is another word"),
    ],
)
def test_who_lets_go_by_the_words(text, who):
    assert (
        doers(
            text, "left" if "left" in text else "free", "RETREAT", "release", others=(TAKEN,), recipients=("Ada Quint",)
        )
        == who
    )


def test_who_was_held_by_rebels_is_not_let_go_by_the_state():
    assert doers("Ten prisoners held by rebels were freed in Cusco.", "freed", "RETREAT", "release") == ()


@pytest.mark.parametrize(
    ("others", "day", "who"),
    [
        pytest.param((TAKEN,), "2031-05-09", ("Peru",), id="who held her"),
        pytest.param((), "2031-05-09", (), id="nobody told to"),
        pytest.param((TAKEN,), "2031-05-01", (), id="who held her later"),
        pytest.param(
            (TAKEN, event("again", "COERCE", "arrest", ("Chile",), ("Ada Quint",))), None, (), id="two held her"
        ),
        pytest.param(
            (event("maybe", "COERCE", "arrest", ("Peru",), ("Ada Quint",), denied_by=("Peru",)),), None, (), id="denied"
        ),
    ],
)
def test_who_lets_go(others, day, who):
    text = "Ada Quint was let go."
    assert doers(text, "let go", "RETREAT", "release", others=others, recipients=("Ada Quint",), day=day) == who


MET = event("met", "CONSULT", None, ("Chile", "Peru"))
GUILD = Event(
    "guild",
    "CONSULT",
    None,
    "",
    ("Tide Relief Fund",),
    (),
    Date(),
    "held",
    (),
    (),
    "",
    1,
    0.9,
    (Anchor("1", 0, 3, "It "),),
    (),
)


@pytest.mark.parametrize(
    ("text", "word", "type_", "dealing", "others", "who"),
    [
        pytest.param(
            "Chile and Peru met. It ended after the talks.",
            "talks",
            "CONSULT",
            None,
            (MET,),
            ("Chile", "Peru"),
            id="the talks",
        ),
        pytest.param("It ended after talks.", "talks", "CONSULT", None, (MET,), (), id="talks of anybody"),
        pytest.param("The wage talks broke down.", "talks", "CONSULT", None, (MET,), (), id="wage talks"),
        pytest.param("The talks between bakers failed.", "talks", "CONSULT", None, (MET,), (), id="of others"),
        pytest.param(
            "Chile and Peru met. It ended after the talks.", "talks", "CONSULT", None, (), (), id="they never met"
        ),
        pytest.param(
            "Chile, Peru and the Tide Relief Fund met. It ended after the talks.",
            "talks",
            "CONSULT",
            None,
            (MET, GUILD),
            (),
            id="others meet there",
        ),
        pytest.param(
            "Chile and Peru met. Wage talks began. It ended after the talks.",
            "talks",
            "CONSULT",
            None,
            (MET,),
            (),
            id="the talks last told of",
        ),
        pytest.param("Peru is calm. It ended after the talks.", "talks", "CONSULT", None, (MET,), (), id="one state"),
        pytest.param("It ended after the visit.", "visit", "CONSULT", None, (MET,), (), id="a visit"),
        pytest.param(
            "Chile met Peru. The pact was signed.",
            "signed",
            "SUPPORT",
            "agreement",
            (MET,),
            ("Chile", "Peru"),
            id="signed",
        ),
        pytest.param("A pact was signed.", "signed", "SUPPORT", "agreement", (MET,), (), id="a pact of anybody"),
        pytest.param("The pact was praised.", "praised", "SUPPORT", None, (MET,), (), id="praised"),
    ],
)
def test_both_sides_of_a_story(text, word, type_, dealing, others, who):
    assert doers(text, word, type_, others=others, two=("Chile", "Peru"), dealing=dealing) == who
