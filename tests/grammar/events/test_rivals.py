"""Words for the other of two."""

import pytest

from tidings.grammar.events.rivals import is_other, other_than

ACCUSED = "Oman/NNP/nsubj/1 accused/VBD=accuse/ROOT/1 "


@pytest.mark.parametrize(
    ("phrase", "head", "other"),
    [
        pytest.param("its/PRP$/poss/3 neighbour/NN/dobj/1", 3, True, id="its neighbour"),
        pytest.param("a/DT/det/3 neighbour/NN/dobj/1", 3, False, id="any neighbour"),
        pytest.param("the/DT/det/4 other/JJ/amod/4 side/NN/dobj/1", 4, True, id="the other side"),
        pytest.param("that/DT/det/3 side/NN/dobj/1", 3, False, id="that side"),
        pytest.param("his/PRP$/poss/3 counterpart/NN/dobj/1", 3, True, id="his counterpart"),
    ],
)
def test_is_other(grow, phrase, head, other):
    analysis = grow(ACCUSED + phrase)
    assert is_other(analysis, head) is other
    assert 0 in other_than(analysis, head)
