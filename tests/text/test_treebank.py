"""Texts cut into tokens are put together again, each character with its way back; others stay as they are."""

import pytest

from tidings.text.mapped import identity
from tidings.text.treebank import untokenised

CUT = "OSLO -LRB- Delta -RRB- - Norway 's minister did n't say `` yes '' , and the ships ' crews , some $ 3 million later , wait ."


def test_marks_stand_at_their_words_and_every_word_at_its_place():
    whole = untokenised(identity(CUT))
    assert whole.text == (
        "OSLO (Delta) - Norway's minister didn't say “yes”, and the ships' crews, some $3 million later, wait."
    )
    at = whole.text.index("million")
    raw = whole.raw(at, at + len("million"))
    assert raw is not None
    assert CUT[raw[0] : raw[1]] == "million"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norway's minister, Anna Falk, said “yes”, and left.", id="plain"),
        pytest.param('She said : "Yes ." And then , at last , she left .', id="a careless typist"),
        pytest.param(
            "The tag -LRB- is a token, as -RRB- is, and -LSB- too, of a treebank, she wrote.", id="told of tokens"
        ),
    ],
)
def test_other_texts_stay(text):
    assert untokenised(identity(text)).text == text
