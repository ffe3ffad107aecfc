"""Trees of signs: their log odds add up, and a table is read as it is written."""

import pytest

import tidings.lexicon
from tidings.lexicon import trees as room

TWO = (
    ("tree", "rain", "0.5", "2"),
    ("-", "=", "-1.0", "0"),
    ("-", "wind", "3", "2"),
    ("-", "=", "0.25", "0"),
    ("-", "=", "2.0", "0"),
    ("tree", "=", "0.5", "0"),
)


@pytest.fixture
def two(monkeypatch):
    monkeypatch.setattr(room, "rows", lambda name: TWO)
    room.trees.cache_clear()
    yield room.trees("two.tsv")
    room.trees.cache_clear()


@pytest.mark.parametrize(
    ("signs", "odds"),
    [
        pytest.param({}, -0.5, id="nothing-told"),
        pytest.param({"rain": 1.0}, 0.75, id="the-else-of-a-node"),
        pytest.param({"rain": 1.0, "wind": 3.0}, 0.75, id="up-to-the-value-is-below"),
        pytest.param({"rain": 1.0, "wind": 3.5, "snow": 9.0}, 2.5, id="both-and-a-sign-that-no-node-asks-for"),
    ],
)
def test_what_signs_add(two, signs, odds):
    assert two.odds([{}, signs]) == [-0.5, odds]


def test_nothing_for_nothing(two):
    assert two.odds([]) == []


def test_the_shipped_table_is_whole():
    table = room.trees("event_trust.tsv")
    leaves = table.sign < 0
    inner = ~leaves
    assert table.sign[-1] < 0
    assert inner.sum() + len(table.roots) == leaves.sum()
    assert (table.down[inner] > 1).all()
    assert len(tidings.lexicon.rows("event_trust.tsv")) == len(table.sign)
