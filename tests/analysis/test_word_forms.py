"""Part of speech and lemma kept by word are those that spaCy itself gives, but for the "e" that it loses."""

import pytest

from tidings.analysis import PINNED
from tidings.analysis.parser import pipeline_of, prepared
from tidings.analysis.word_forms import form, forms, whole, with_e

SENTENCES = (
    pytest.param("She said it was done and had been done.", id="auxiliaries"),
    pytest.param("There's a man who isn't here; there were more.", id="expletive"),
    pytest.param("They're gonna sign. Let's go, y'all, c'mon.", id="two-words"),
    pytest.param("The envoys' cars left faster than mine did.", id="possessive-and-comparative"),
    pytest.param("He ain't coming, can't stay and won't say.", id="contracted"),
    pytest.param("Three of its 12 members met that week.", id="determiners"),
    pytest.param("A  b \n c", id="spaces"),
)


@pytest.mark.parametrize("text", SENTENCES)
def test_they_are_spacys_own(text):
    nlp = pipeline_of(PINNED)
    doc = next(iter(nlp.pipe(prepared(nlp, [text]))))
    mine = forms(nlp, PINNED, doc)
    assert mine == whole(nlp, doc)


def test_a_word_is_asked_for_once():
    nlp = pipeline_of(PINNED)
    form(nlp, "signed", "VBD", "ROOT")
    before = form.cache_info().hits
    assert form(nlp, "signed", "VBD", "ROOT") == ("VERB", "sign")
    assert form.cache_info().hits == before + 1


@pytest.mark.parametrize(
    ("word", "lemma", "right"),
    [
        ("fined", "fin", "fine"),
        ("hoping", "hop", "hope"),
        ("using", "us", "use"),
        ("hopped", "hop", "hop"),
        ("played", "play", "play"),
        ("helped", "help", "help"),
        ("rained", "rain", "rain"),
        ("visited", "visit", "visit"),
        ("fins", "fin", "fin"),
    ],
)
def test_the_e_that_is_lost_before_an_ending_comes_back(word, lemma, right):
    assert with_e(word, lemma) == right
