"""What is seen of a telling in its sentence and text, from which its trust is reckoned."""

from dataclasses import replace
from math import log

import pytest

from tidings.grammar.events.plover import STANDINGS, TYPES
from tidings.grammar.events.trust import around, beside, of_standing, seen_to_stand
from tidings.model import EventMention, Span, TokenScore

TWO = (
    "Ost/NNP/nsubj/1 left/VBD=leave/ROOT/1 after/IN/prep/1 talks/NNS=talk/pobj/2",
    "Talks/NNS=talk/nsubj/1 end/VBP/ROOT/1",
)


def seeing(analysis, **seen):
    """The analysis with log odds of one type at some tokens, by their words."""
    odds = {word: tuple(3.0 if name == type_ else -6.0 for name in TYPES) for word, type_ in seen.items()}
    scores = [TokenScore("O", 1.0, 2.0, acts=odds.get(token.text, ())) for token in analysis.tokens]
    return replace(analysis, scores=tuple(scores))


def event(id_, type_, status, at):
    """A telling at a word."""
    return EventMention(id_, type_, None, status, Span(at, at + 5), Span(at, at + 5))


def test_a_text_is_counted_by_type(grow):
    text = around(seeing(grow(*TWO), left="RETREAT", talks="CONSULT", Talks="CONSULT"), ())
    assert text.acts == pytest.approx(3 * 0.95, abs=0.1)
    assert text.of_type["CONSULT"] == pytest.approx(2 * 0.95, abs=0.1)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param((), (0.0, 0.0), id="alone"),
        pytest.param((event("b", "CONSULT", "ongoing", 15),), (1.0, 1.0), id="its-like"),
        pytest.param((event("b", "CONSULT", "cancelled", 15),), (1.0, 0.0), id="its-like-that-stands-otherwise"),
        pytest.param((event("b", "RETREAT", "held", 4),), (0.0, 0.0), id="another-type"),
        pytest.param((event("b", "CONSULT", "held", 21),), (0.0, 0.0), id="in-another-sentence"),
    ],
)
def test_what_is_told_beside(grow, others, expected):
    analysis = seeing(grow(*TWO), left="CONSULT")
    own = event("a", "CONSULT", "held", 15)
    found = beside(analysis, 3, own, around(analysis, (own, *others)))
    assert (found["told beside"], found["told beside and stands alike"]) == expected
    assert found["seen beside"] == 3.0


def test_how_it_stands(grow):
    found = of_standing(seeing(grow(*TWO)), 1, event("a/possible", "RETREAT", "requested", 4))
    assert found == {"stands may be": 1.0, "stands may be, happened": 2.0, "status requested": 1.0, "possible": 1.0}


@pytest.mark.parametrize(
    ("status", "so", "alike", "otherwise"),
    [
        pytest.param("held", 0.5, 0.7, 0.1, id="likeliest"),
        pytest.param("announced", 0.1, 0.1, 0.7, id="unlikely"),
        pytest.param("denied", 0.0, 0.0, 0.7, id="all-but-ruled-out"),
    ],
)
def test_how_the_encoder_sees_it_stand(grow, status, so, alike, otherwise):
    chances = {"held": 0.5, "ongoing": 0.2, "announced": 0.1}
    seen = tuple(log(chances.get(one, 1e-6)) for one in STANDINGS)
    analysis = grow(*TWO)
    analysis = replace(analysis, scores=tuple(TokenScore("O", 1.0, 2.0, standing=seen) for _ in analysis.tokens))
    found = seen_to_stand(analysis, 1, status)
    assert found["seen to stand so"] == pytest.approx(log(max(so, 1e-6)))
    assert found["seen to stand alike"] == pytest.approx(log(alike + 0.001), abs=0.01)
    assert found["seen to stand otherwise"] == pytest.approx(log(otherwise + 0.001), abs=0.01)


def test_nothing_of_how_it_stands_where_the_encoder_sees_no_act(grow):
    assert seen_to_stand(seeing(grow(*TWO)), 1, "held") == {}
