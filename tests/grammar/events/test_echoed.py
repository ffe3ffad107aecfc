"""Words that only point at another verb."""

import pytest

from tidings.grammar.events.dealing_about import is_thin
from tidings.grammar.events.echoed import is_echo


@pytest.mark.parametrize(
    ("about", "clause", "echo"),
    [
        pytest.param("to do so", "Ghana refused to do so", True, id="do so"),
        pytest.param("to do so on Friday", "Ghana agreed to do so on Friday", True, id="with a day"),
        pytest.param("to", "as Peru had begged her to", True, id="a bare to"),
        pytest.param("", "as Peru had begged her to", True, id="a bare to that nothing reads"),
        pytest.param("to do that", "Ghana refused to do that", True, id="do that"),
        pytest.param("to do so much harm", "Ghana refused to do so much harm", False, id="so much"),
        pytest.param("to dredge the bay", "Ghana refused to dredge the bay", False, id="a matter of its own"),
        pytest.param("", "Ghana refused", False, id="nothing at all"),
    ],
)
def test_is_echo(about, clause, echo):
    assert is_echo(about, clause) is echo


@pytest.mark.parametrize(
    ("words", "thin"),
    [
        pytest.param("to", True, id="to"),
        pytest.param("condition", True, id="a kind of dealing"),
        pytest.param("its plan", True, id="somebody's plan"),
        pytest.param("’s fee: ten boats a year", True, id="the tail of a name"),
        pytest.param("to dredge the bay", False, id="a deed"),
        pytest.param("seven boats", False, id="how many"),
    ],
)
def test_is_thin(words, thin):
    assert is_thin(words) is thin
