"""Part of speech and lemma kept by word are those that spaCy itself gives, but for the "e" that it loses."""

import re

import pytest

from tidings.analysis import PINNED
from tidings.analysis.columns import columns
from tidings.analysis.parser import pipeline_of, prepared
from tidings.analysis.word_forms import EXPLETIVE, FIRST_OF_PAIR, asked_by, forms, kept, learnt, whole, with_e

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
    mine = forms(nlp, PINNED, [doc], columns(nlp, [doc]))[0]
    assert mine == whole(nlp, doc)


def test_a_rule_over_two_words_begins_with_one_that_is_looked_for():
    rules = pipeline_of(PINNED).get_pipe("attribute_ruler").patterns
    first = [words[0] for rule in rules for words in rule["patterns"] if len(words) > 1]
    assert first
    for one in first:
        said = one.get("LOWER", "")
        pattern = said["REGEX"] if isinstance(said, dict) else rf"^{re.escape(said)}$"
        assert one.get("DEP") == EXPLETIVE or any(re.search(pattern, word) for word in FIRST_OF_PAIR)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        pytest.param(("signed", "VBD", "ROOT"), ("VERB", "sign"), id="verb"),
        pytest.param(("signed", "VBD", "aux"), ("AUX", "signed"), id="helping-verb"),
        pytest.param(("that", "IN", "mark"), ("SCONJ", "that"), id="subordinate"),
        pytest.param(("that", "DT", "nsubj"), ("PRON", "that"), id="stands-alone"),
        pytest.param(("that", "DT", "det"), ("DET", "that"), id="determiner"),
        pytest.param(("na", "TO", "aux"), ("PART", "na"), id="half-of-a-pair"),
    ],
)
def test_a_word_alone_is_learnt_beside_others(word, form):
    nlp = pipeline_of(PINNED)
    kept(nlp).clear()
    beside = {("gon", "VBG", "ROOT"), ("let", "VB", "ROOT"), ("'s", "PRP", "nsubj")}
    key = asked_by(*word)
    assert learnt(nlp, {key, *beside})[key] == learnt(nlp, {key})[key] == form


@pytest.mark.parametrize("dep", ["nsubj", "dobj", "amod", "ROOT"])
def test_a_relation_no_rule_looks_at_asks_for_nothing_new(dep):
    assert asked_by("envoys", "NNS", dep) == asked_by("envoys", "NNS", "pobj")


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
