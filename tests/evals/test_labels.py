import pytest

from evals import chains, kinds
from tidings.model import Span

ADA, BERG, WON = Span(0, 3), Span(10, 14), Span(20, 23)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        pytest.param([(ADA, "person")], [(ADA, "person")], (1.0, 1.0, 0.0), id="right"),
        pytest.param([(ADA, "person")], [(ADA, "place")], (1.0, 0.0, 1.0), id="a-person-called-a-place"),
        pytest.param([(ADA, "person")], [(Span(1, 3), "place")], (0.0, 0.0, 1.0), id="a-place-within-a-person"),
        pytest.param(
            [(ADA, "person"), (BERG, "other")], [(ADA, "person")], (1.0, 1.0, 0.0), id="others-are-left-alone"
        ),
        pytest.param([(ADA, "person")], [(ADA, "person"), (WON, "place")], (2 / 3, 1.0, 0.0), id="one-made-up"),
    ],
)
def test_names_and_their_kinds(gold, found, expected):
    measures = kinds.figures([kinds.Sentence("n1", "dev", "", tuple(gold), tuple(found))])
    assert tuple(measures.values()) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("named", "resolved", "right", "expected"),
    [
        pytest.param(True, True, True, (1.0, 1.0), id="right"),
        pytest.param(True, True, False, (0.0, 1.0), id="another"),
        pytest.param(False, True, False, (0.0, 0.0), id="never-named"),
        pytest.param(True, False, False, (0.0, 0.0), id="open"),
    ],
)
def test_what_is_resolved(named, resolved, right, expected):
    measures = chains.figures([chains.Case("c1", "dev", "pronoun", named, resolved, right, "")])
    assert (measures["precision"], measures["resolved"]) == expected
