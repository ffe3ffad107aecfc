"""What is seen of a telling in its sentence and text, from which its trust is reckoned."""

from dataclasses import replace

import pytest

from tidings.grammar.events.plover import TYPES
from tidings.grammar.events.trust import around, beside, of_standing
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
