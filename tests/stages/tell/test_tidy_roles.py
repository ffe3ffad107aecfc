"""Roles as they are shown."""

import pytest

from tidings.stages.tell.entities import tidy


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        pytest.param("chairman of the Delta union,", "chairman of the Delta union", id="comma"),
        pytest.param("director of campaign of", "director of campaign", id="of"),
        pytest.param("head of the", "head", id="two"),
        pytest.param("prime minister Sheikh", "prime minister", id="title"),
        pytest.param("envoy for the Sahel", "envoy for the Sahel", id="whole"),
    ],
)
def test_a_role_ends_in_a_word(role, shown):
    assert tidy(role) == shown
