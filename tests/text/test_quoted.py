"""Known answers for words with the quote marks that belong to them."""

import pytest

from tidings.text.quoted import balanced, with_partners


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(
            'He sued over "a cheap trick".', 'sued over "a cheap trick', 'sued over "a cheap trick"', id="closed"
        ),
        pytest.param("“A trick,” he wrote.", "A trick,", "A trick,", id="no mark inside"),
        pytest.param("She called it “a trick.” Then", "called it “a trick", "called it “a trick.”", id="stop inside"),
        pytest.param(
            'They "will take the boat" sent by Oslo.',
            'the boat" sent by Oslo',
            "the boat sent by Oslo",
            id="opened far off",
        ),
        pytest.param("«Nous» said Ada", "Nous» said Ada", "«Nous» said Ada", id="opened just before"),
        pytest.param("It is Ada's boat", "Ada's boat", "Ada's boat", id="apostrophe"),
    ],
)
def test_words_take_in_the_partner_beside_them_and_lose_the_one_that_is_far_off(text, words, expected):
    start = text.index(words)
    assert with_partners(text, start, start + len(words)) == expected


def test_what_has_its_partners_stays_as_it_is():
    assert balanced('a "b" c') == 'a "b" c'
