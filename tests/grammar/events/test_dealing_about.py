"""What a dealing is about is a phrase that can be read alone."""

from types import SimpleNamespace

import pytest

from tidings.grammar.events.dealing_about import EMPTY, is_name, says_behind, tidy
from tidings.model import Span


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


@pytest.mark.parametrize(
    ("text", "act", "told"),
    [
        pytest.param("Chile offered Lima as a venue, an offer nobody took.", "offered", True, id="what it is to be"),
        pytest.param("Ruiz asked the resignation of Moreno.", "asked", True, id="of whom"),
        pytest.param("Chile gave assurances that the money would be paid.", "assurances", True, id="a clause"),
        pytest.param("He answered the request of the Chilean side.", "request", False, id="only whose"),
        pytest.param("He left at her request.", "request", False, id="nothing"),
        pytest.param("He begged its director, Moreno.", "begged", False, id="only whom"),
    ],
)
def test_what_stands_behind_the_act(text, act, told):
    at = text.index(act)
    mention = SimpleNamespace(trigger=Span(at, at + len(act)), clause=Span(0, len(text)))
    member = SimpleNamespace(reading=SimpleNamespace(document=SimpleNamespace(text=text)), mention=mention)
    assert says_behind([member]) is told
