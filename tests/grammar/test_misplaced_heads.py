"""Words that a parse hung where the grammar lets them not stand."""

import pytest

from tidings.grammar.misplaced_heads import with_heads_in_place
from tidings.model import Token, Unit

LEMMAS = {"asked": "ask", "promised": "promise", "sent": "send", "denied": "deny", "refused": "refuse", "freed": "free"}


def unit(written):
    """A unit of tokens "word/TAG/dep/head"."""
    tokens, at = [], 0
    for i, piece in enumerate(written.split()):
        word, tag, dep, head = piece.split("/")
        lemma = LEMMAS.get(word, word.lower())
        tokens.append(Token(i, at, at + len(word), word, lemma, tag, "X", dep, int(head), "", False, 0))
        at += len(word) + 1
    return Unit("", tuple(tokens), ((0, len(tokens)),))


SENT = "Berg/NNP/nsubj/1 promised/VBD/ROOT/1 they/PRP/nsubjpass/5 would/MD/aux/5 be/VB/auxpass/5 sent/VBN/ccomp/1 and/CC/cc/5 "


@pytest.mark.parametrize(
    ("written", "i", "dep", "head"),
    [
        pytest.param(
            "Oslo/NNP/nsubj/1 had/VBD/aux/3 twice/RB/advmod/3 asked/VBD/ROOT/3",
            0,
            "nsubj",
            3,
            id="subject on auxiliary",
        ),
        pytest.param(
            "Oslo/NNP/nsubj/1 was/VBD/auxpass/3 twice/RB/advmod/3 asked/VBN/ROOT/3", 0, "nsubjpass", 3, id="passive"
        ),
        pytest.param(
            "Oslo/NNP/nsubj/3 was/VBD/auxpass/3 it/PRP/nsubj/1 asked/VBD/ROOT/3", 2, "nsubj", 1, id="has a subject"
        ),
        pytest.param(SENT + "denied/VBD/conj/5 delays/NNS/dobj/7", 7, "conj", 1, id="nobody would denied"),
        pytest.param(SENT + "freed/VBD/conj/5 soon/RB/advmod/7", 7, "conj", 5, id="sent and freed"),
        pytest.param(
            "samples/NNS/ROOT/0 which/WDT/nsubj/3 Berg/NNP/nsubj/3 refused/VBD/relcl/0",
            1,
            "dobj",
            3,
            id="which X refused",
        ),
        pytest.param(
            "states/NNS/ROOT/0 which/WDT/nsubj/3 both/DT/nsubj/3 refused/VBD/relcl/0", 1, "nsubj", 3, id="which both"
        ),
    ],
)
def test_where_a_word_hangs(written, i, dep, head):
    token = with_heads_in_place(unit(written)).tokens[i]
    assert (token.dep, token.head) == (dep, head)


def test_what_is_in_place_stays_the_same():
    given = unit("Oslo/NNP/nsubj/1 refused/VBD/ROOT/1")
    assert with_heads_in_place(given) is given
