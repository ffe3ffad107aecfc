"""The public `code_pair`: one pair or lists, and what it refuses."""

import pytest

import tidings

MEET = "Ruritania will meet Syldavia in May."
EXPEL = "Ruritania expelled two envoys of Syldavia."


def test_one_pair():
    found = tidings.code_pair(MEET, (0, 9), (20, 28))
    assert (found.type, found.status, found.plover) == ("CONSULT", "announced", "AGREE")
    assert 0 < found.confidence <= 1


def test_a_list_gives_what_its_pairs_give_alone():
    pairs = [(MEET, (0, 9), (20, 28)), (EXPEL, (0, 9), (33, 41)), (MEET, (20, 28), (0, 9)), (MEET, (0, 9), (20, 28))]
    alone = [tidings.code_pair(*pair) for pair in pairs]
    sentences, sources, targets = zip(*pairs, strict=True)
    assert tidings.code_pair(sentences, sources, targets) == alone
    assert tidings.code_pair([], [], []) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param((0, 99), (20, 28), id="past-the-end"),
        pytest.param((5, 5), (20, 28), id="empty"),
        pytest.param((0, 9), (-3, 4), id="negative"),
        pytest.param((0, 9), "Syldavia", id="no-span"),
    ],
)
def test_a_span_that_does_not_hold_is_refused(source, target):
    with pytest.raises(tidings.InputError, match=r"pair 0: .* is no"):
        tidings.code_pair(MEET, source, target)


def test_lists_of_different_lengths_are_refused():
    with pytest.raises(tidings.InputError, match="2 sentences, 1 sources"):
        tidings.code_pair([MEET, MEET], [(0, 9)], [(20, 28)])
