"""Offices by other words."""

import pytest

from tidings.grammar.chains.office_keys import agree, office_key


@pytest.mark.parametrize(
    ("role", "base", "field"),
    [
        pytest.param("French Foreign Minister", "minister", "foreign", id="minister"),
        pytest.param("minister of foreign affairs", "minister", "foreign", id="field-after"),
        pytest.param("head of the Kenyan foreign ministry", "minister", "foreign", id="head-of-ministry"),
        pytest.param("defense secretary", "minister", "defence", id="secretary"),
        pytest.param("foreign ministry’s spokeswoman", "spokesman", "foreign", id="spokeswoman"),
        pytest.param("press secretary of the Chilean president", "spokesman", None, id="press-secretary"),
        pytest.param("deputy prime minister", "deputy prime minister", None, id="deputy"),
        pytest.param("deputy trade minister", "deputy minister", "trade", id="deputy-of-a-field"),
        pytest.param("Chadian deputy minister of trade", "deputy minister", "trade", id="deputy-with-of"),
        pytest.param("vice-minister", "deputy minister", None, id="vice"),
        pytest.param("head of the Kenyan diplomacy", "minister", "foreign", id="head-of-diplomacy"),
        pytest.param("minister of fishing", "minister", "fisheries", id="translated-field"),
        pytest.param("head of the central bank", "chief", None, id="head-of-another-body"),
        pytest.param("ambassador to Chad", "ambassador", None, id="ambassador"),
        pytest.param("Qatari prime minister sheikh", "prime minister", None, id="title-behind"),
        pytest.param("army spokesman colonel", "spokesman", None, id="rank-behind"),
        pytest.param("lieutenant colonel", "colonel", None, id="rank-of-two-words"),
        pytest.param("chess player", "player", None, id="player"),
    ],
)
def test_office_key(role, base, field):
    key = office_key(role)
    assert key is not None
    assert (key.base, key.field) == (base, field)


def test_a_former_office_says_so():
    assert office_key("former finance minister").former
    assert not office_key("finance minister").former


def test_a_minister_is_no_secretary_and_fields_must_not_differ():
    assert not agree(office_key("the minister"), office_key("secretary of state"))
    assert agree(office_key("the minister"), office_key("trade minister"))
    assert not agree(office_key("health minister"), office_key("trade minister"))


def test_words_without_an_office_have_no_key():
    assert office_key("a long road") is None
