"""Who says so, where a parse takes them for somebody in what is said."""

from dataclasses import replace

import pytest

from tidings.grammar.late_subject import with_late_subjects
from tidings.model import Token, Unit

KILLED = "The/DET/det/1 attack/NOUN/nsubj/2 killed/VERB/ccomp/11 two/NUM/nummod/4 soldiers/NOUN/dobj/2 ,/PUNCT/punct/4 "


def unit(written):
    """A unit of tokens "word/POS/dep/head"; words with a capital inside the sentence are a person's."""
    tokens, at = [], 0
    for i, piece in enumerate(written.split()):
        word, pos, dep, head = piece.rsplit("/", 3)
        ent = "PERSON" if pos == "PROPN" else ""
        lemma = {"said": "say", "killed": "kill"}.get(word, word)
        tokens.append(Token(i, at, at + len(word), word, lemma, pos, pos, dep, int(head), ent, False, 0))
        at += len(word) + 1
    return Unit("", tuple(tokens), ((0, len(tokens)),))


@pytest.mark.parametrize(
    ("written", "subject"),
    [
        pytest.param(
            KILLED
            + "a/DET/det/7 general/NOUN/appos/4 ,/PUNCT/punct/7 Berg/PROPN/appos/7 ,/PUNCT/punct/4 said/VERB/ROOT/11",
            7,
            id="apposition",
        ),
        pytest.param(
            KILLED
            + "a/DET/det/7 general/NOUN/npadvmod/2 ,/PUNCT/punct/7 Berg/PROPN/appos/7 ,/PUNCT/punct/4 said/VERB/ROOT/11",
            7,
            id="adverb",
        ),
        pytest.param(
            KILLED
            + "a/DET/det/7 general/NOUN/appos/4 and/CCONJ/cc/7 cooks/NOUN/conj/7 ,/PUNCT/punct/4 said/VERB/ROOT/11",
            None,
            id="no name",
        ),
        pytest.param(
            KILLED
            + "a/DET/det/7 general/NOUN/nsubj/11 ,/PUNCT/punct/7 Berg/PROPN/appos/7 ,/PUNCT/punct/4 said/VERB/ROOT/11",
            7,
            id="as parsed",
        ),
        pytest.param(
            "Berg/PROPN/npadvmod/2 has/AUX/aux/2 left/VERB/ccomp/6 the/DET/det/4 port/NOUN/dobj/0 ,/PUNCT/punct/6 "
            "said/VERB/ROOT/6 ,/PUNCT/punct/6",
            None,
            id="the first word of all",
        ),
    ],
)
def test_the_one_who_says_so_is_nobody_in_what_is_said(written, subject):
    tokens = with_late_subjects(unit(written)).tokens
    assert [t.i for t in tokens if t.dep == "nsubj" and tokens[t.head].text == "said"] == (
        [] if subject is None else [subject]
    )


def test_a_noun_with_nothing_beside_it_takes_no_subject():
    held = unit(
        "In/ADP/prep/6 ,/PUNCT/punct/6 Berg/PROPN/appos/4 ,/PUNCT/punct/4 letters/NOUN/pobj/0 cooks/NOUN/conj/2 said/VERB/ROOT/6"
    )
    tokens = (*held.tokens[:6], replace(held.tokens[6], tag="VBD"))
    assert with_late_subjects(replace(held, tokens=tokens)).tokens == tokens


def test_two_people_with_no_comma_before_the_verb_are_two():
    held = unit(
        "They/PRON/nsubj/2 will/AUX/aux/2 free/VERB/ccomp/6 Ada/PROPN/nsubj/6 ,/PUNCT/punct/3 Berg/PROPN/appos/3 "
        "said/VERB/ROOT/6"
    )
    tokens = with_late_subjects(held).tokens
    assert [(t.dep, t.head) for t in (tokens[3], tokens[5])] == [("dobj", 2), ("nsubj", 6)]
