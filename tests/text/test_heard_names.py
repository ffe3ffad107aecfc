"""Whether two full names may be one, by their sounds alone."""

import pytest

from tidings.text.heard_names import echo, nearly_heard
from tidings.text.names import name_words


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Hedi Ramdhane", "Hadi Ramadan", id="arabic-by-way-of-french"),
        pytest.param("Nawel Chebil", "Nawal Shabeel", id="short-words"),
        pytest.param("Umberto Quintana", "Humberto Kintana", id="silent-h"),
        pytest.param("Siarhei Harbuk", "Sergey Garbuk", id="belarusian"),
        pytest.param("Thong Xaysavong", "Saysavong Thong", id="surname-first"),
        pytest.param("Kham Phanh Vorasane", "Khamphan Vorassan", id="two-words-as-one"),
        pytest.param("Karim Lamine Touri", "Kareem Amin Toury", id="a-slip-in-one-of-three"),
    ],
)
def test_one_name(one, two):
    assert nearly_heard(name_words(one), name_words(two))
    assert nearly_heard(name_words(two), name_words(one))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Ada Harker", "Ida Horner", id="consonants"),
        pytest.param("Li Wei", "Lu Wei", id="too-short"),
        pytest.param("B. Harker", "Bo Harker", id="initial"),
        pytest.param("Karl Berg Lund", "Karl Berg", id="a-word-more"),
        pytest.param("Olga Meron", "Igor Marini", id="vowels-far-apart"),
    ],
)
def test_two_names(one, two):
    assert not nearly_heard(name_words(one), name_words(two))


def test_an_echo_is_no_shorter_than_what_tells():
    assert echo("kastelnau") == echo("castelno")
    assert echo("ali") == "ali"
