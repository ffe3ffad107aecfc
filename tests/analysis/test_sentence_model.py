"""How near wordings are to the sentence model."""

import numpy as np
import pytest

from tidings.analysis import cosine
from tidings.analysis.sentence_model import LONGEST, meaning_of, pieces_of, word_vectors


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "a locksmith does not ask whose door it is", "those who make keys don't ask who owns the door", id="image"
        ),
        pytest.param(
            "No one will cut this orchard down until the last gardener dies",
            "as long as a gardener is alive the orchard will not be felled",
            id="vow",
        ),
    ],
)
def test_a_translation_there_and_back_is_alike(one, other):
    assert cosine(one, other) >= 0.5
    assert cosine(one, other) == cosine(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "No one will cut this orchard down until the last gardener dies",
            "The harvest was poor this year",
            id="two matters",
        ),
        pytest.param("The bridge will open in spring", "Lorries alone will pay the toll", id="one topic"),
    ],
)
def test_two_things_said_are_not(one, other):
    assert cosine(one, other) < 0.4


def test_a_vector_has_length_one_and_stays_the_same_beside_any_other():
    first = meaning_of("The well is dry").copy()
    assert np.linalg.norm(first) == pytest.approx(1.0, abs=1e-3)
    meaning_of.cache_clear()
    meaning_of("Nobody was asked")
    assert (meaning_of("The well is dry") == first).all()


def test_of_a_long_wording_the_first_pieces_are_read():
    assert len(pieces_of("nothing at all would change " * 40)) == LONGEST + 2


def test_each_piece_has_the_encoders_vector():
    vectors = word_vectors(pieces_of("dry dry"))
    assert vectors.shape == (4, 384)
    assert (vectors[1] == vectors[2]).all()


@pytest.mark.parametrize("words", ["", "\ud800", "   "])
def test_nothing_and_broken_characters_are_read_too(words):
    assert -1.0 <= cosine(words, "The well is dry") <= 1.0
