"""A type and a status give the code that PLOVER knows."""

import pytest

from tidings.grammar.events.plover import TYPES, project

STATUSES = ("requested", "conditional", "announced", "held", "ongoing", "cancelled", "denied", "rumoured")


@pytest.mark.parametrize(
    ("type_", "status", "code"),
    [
        pytest.param("CONSULT", "held", "CONSULT", id="a meeting held"),
        pytest.param("CONSULT", "announced", "AGREE", id="a meeting to come"),
        pytest.param("CONSULT", "requested", "REQUEST", id="a meeting asked for"),
        pytest.param("CONSULT", "cancelled", "REJECT", id="a meeting called off"),
        pytest.param("SUPPORT", "announced", "AGREE", id="a treaty to be signed"),
        pytest.param("AID", "announced", "AGREE", id="aid promised"),
        pytest.param("RETREAT", "announced", "CONCEDE", id="a release announced"),
        pytest.param("SANCTION", "conditional", "THREATEN", id="sanctions if"),
        pytest.param("ASSAULT", "announced", "THREATEN", id="a strike to come"),
        pytest.param("ASSAULT", "denied", None, id="an attack that was not"),
        pytest.param("REQUEST", "held", "REQUEST", id="a demand"),
        pytest.param("THREATEN", "conditional", "THREATEN", id="a threat stays one"),
    ],
)
def test_projection(type_, status, code):
    assert project(type_, status) == code


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("status", STATUSES)
def test_a_projection_is_a_type_or_none(type_, status):
    assert project(type_, status) in (*TYPES, None)
