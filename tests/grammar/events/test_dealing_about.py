"""What a dealing is about is a phrase that can be read alone."""

import pytest

from tidings.grammar.events.dealing_about import EMPTY, is_name, tidy


@pytest.mark.parametrize(
    ("words", "tidied"),
    [
        pytest.param("to open the port “at once", "to open the port at once", id="a mark that is never closed"),
        pytest.param("the “new” port", "the “new” port", id="marks that pair"),
        pytest.param('the port" and the road', "the port and the road", id="a straight mark alone"),
        pytest.param("Otherwise, the ferry will stop", "the ferry will stop", id="a conjunction before it"),
        pytest.param("When they open the port", "they open the port", id="when"),
        pytest.param("the crew’s pay", "the crew’s pay", id="an apostrophe"),
        pytest.param("the two ships, and", "the two ships", id="a conjunction behind it"),
    ],
)
def test_tidy(words, tidied):
    assert tidy(words) == tidied


@pytest.mark.parametrize("words", ["it", "one thing", "both ministers", "their names", "the two sides"])
def test_what_says_nothing(words):
    assert EMPTY.fullmatch(words)


def test_one_capitalised_word_is_no_matter():
    assert is_name("Lagos")
    assert not is_name("water")
    assert not is_name("Lagos harbour")
