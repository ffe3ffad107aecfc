"""Acts that the encoder sees where the grammar leaves them open."""

from dataclasses import replace

import pytest

from tidings.grammar.events.plover import TYPES
from tidings.grammar.events.seen_acts import seen_acts, seen_chance, stands
from tidings.model import EventMention, Span, TokenScore

RAID = "The/DT/det/1 raid/NN/nsubj/2 failed/VBD=fail/ROOT/2"
SCRUM = "The/DT/det/1 scrum/NN/nsubj/2 failed/VBD=fail/ROOT/2"
AFTER = "After/IN/prep/3 talks/NNS=talk/pobj/0 he/PRP/nsubj/3 left/VBD=leave/ROOT/3"
BEFORE = "Before/IN/prep/3 talks/NNS=talk/pobj/0 he/PRP/nsubj/3 left/VBD=leave/ROOT/3"


def seeing(analysis, at, role="O", **odds):
    """The analysis with log odds of some acts at one token."""
    scores = [TokenScore("O", 1.0, 3.0) for _ in analysis.tokens]
    scores[at] = replace(scores[at], role=role, acts=tuple(odds.get(type_, -6.0) for type_ in TYPES))
    return replace(analysis, scores=tuple(scores))


@pytest.mark.parametrize(
    ("text", "odds", "type_"),
    [
        pytest.param(RAID, {"ASSAULT": 0.0}, "ASSAULT", id="lexicon-and-encoder-agree"),
        pytest.param(RAID, {"ASSAULT": -1.5}, None, id="agree-at-too-small-a-chance"),
        pytest.param(RAID, {"ACCUSE": 3.0}, "ACCUSE", id="lexicon-says-another"),
        pytest.param(RAID, {"ACCUSE": -0.9}, None, id="lexicon-says-another, perhaps"),
        pytest.param(SCRUM, {"ASSAULT": 1.5}, "ASSAULT", id="unknown-noun-surely"),
        pytest.param(SCRUM, {"ASSAULT": -0.9}, None, id="unknown-noun-perhaps"),
    ],
)
def test_nouns(grow, text, odds, type_):
    found = list(seen_acts(seeing(grow(text), 1, **odds), {}, ()))
    assert [frame.sense.type for frame in found] == ([] if type_ is None else [type_])


@pytest.mark.parametrize(
    ("text", "role", "odds", "count"),
    [
        pytest.param("Ost/NNP/nsubj/1 quipped/VBD=quip/ROOT/1", "B-cue", {"ACCUSE": 1.5}, 1, id="cue"),
        pytest.param("Ost/NNP/nsubj/1 quipped/VBD=quip/ROOT/1", "O", {"ACCUSE": 0.7}, 0, id="other verb, likely"),
        pytest.param("Ost/NNP/nsubj/1 quipped/VBD=quip/ROOT/1", "O", {"ACCUSE": 2.5}, 1, id="other verb, surely"),
        pytest.param("Ost/NNP/nsubj/1 raided/VBD=raid/ROOT/1", "O", {"AID": 2.5}, 0, id="row of another type"),
        pytest.param(
            "Ost/NNP/nsubj/1 declined/VBD=decline/ROOT/1 to/TO/aux/3 comment/VB/xcomp/1",
            "B-cue",
            {"REJECT": 4.0},
            0,
            id="says nothing",
        ),
    ],
)
def test_verbs(grow, text, role, odds, count):
    analysis = seeing(grow(text), 1, role, **odds)
    assert len(list(seen_acts(analysis, {0: "country"}, ()))) == count


def test_what_is_told_already_is_left(grow):
    analysis = seeing(grow(RAID), 1, ASSAULT=2.0)
    known = list(seen_acts(analysis, {}, ()))
    assert list(seen_acts(analysis, {}, known)) == []


def test_chance(grow):
    analysis = seeing(grow(RAID), 1, ASSAULT=0.0, AGREE=-1.0)
    assert seen_chance(analysis, 1, "ASSAULT") == pytest.approx(0.578, abs=0.02)
    assert seen_chance(analysis, 1, "AGREE") == 0.0
    assert seen_chance(analysis, 0, "ASSAULT") == 0.0


def talks(status, at=0):
    """A telling of a meeting that so stands."""
    return EventMention("d/e", "CONSULT", None, status, Span(at, at + 5), Span(at, at + 5))


@pytest.mark.parametrize(
    ("text", "earlier", "status"),
    [
        pytest.param(BEFORE, (), "announced", id="before-talks"),
        pytest.param(AFTER, (), "held", id="after-talks"),
        pytest.param(AFTER, (talks("announced"),), "held", id="after-what-was-planned"),
        pytest.param(BEFORE, (talks("cancelled"),), "cancelled", id="as-told-before"),
    ],
)
def test_how_what_a_noun_points_at_stands(grow, text, earlier, status):
    assert stands(grow(text), 1, talks("held", 6), earlier) == status


OST_S_EXIT = "Ost/NNP/poss/2 's/POS/case/0 exit/NN/nsubj/3 failed/VBD=fail/ROOT/3"
OST_S_SCRUM = "Ost/NNP/poss/2 's/POS/case/0 scrum/NN/nsubj/3 failed/VBD=fail/ROOT/3"
QUIPPED = "Ost/NNP/nsubj/1 quipped/VBD=quip/ROOT/1 that/IN/mark/4 Vik/NNP/nsubj/4 fell/VBD=fall/ccomp/1"


@pytest.mark.parametrize(
    ("text", "at", "role", "type_", "actors", "recipients"),
    [
        pytest.param(OST_S_EXIT, 2, "O", "RETREAT", (0,), (), id="who-leaves-acts"),
        pytest.param(OST_S_SCRUM, 2, "O", "ASSAULT", (), (0,), id="whose-it-is-suffers-it"),
        pytest.param(OST_S_SCRUM, 2, "O", "CONSULT", (0,), (), id="whose-meeting-it-is-meets"),
        pytest.param(QUIPPED, 1, "B-cue", "ACCUSE", (0,), (3,), id="of-whom-it-is-said-is-accused"),
        pytest.param(QUIPPED, 1, "B-cue", "REJECT", (0,), (), id="who-says-no-says-it-of-themselves"),
        pytest.param(QUIPPED, 1, "B-cue", "THREATEN", (0,), (), id="nor-is-who-is-told-of-threatened"),
    ],
)
def test_who_takes_part(grow, text, at, role, type_, actors, recipients):
    kinds = {0: "country", 3: "country"}
    (found,) = seen_acts(seeing(grow(text), at, role, **{type_: 3.0}), kinds, ())
    assert (found.actors, found.recipients) == (actors, recipients)
