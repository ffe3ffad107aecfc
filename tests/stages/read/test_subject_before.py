"""Who acts by where the words stand, where the tree has somebody else or nobody."""

import pytest

from tests.stages.read.conftest import told
from tidings.model import Participant, Reading


def names(reading: Reading, parties: tuple[Participant, ...]) -> set[str]:
    return {reading.chains[p.chain].name for p in parties if p.chain is not None}


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        pytest.param(
            "Norway, said Ada Quint of the Honey Board, has agreed to open the hives.",
            "AGREE",
            {"Norway"},
            id="parted-by-who-says-it",
        ),
        pytest.param(
            "The treasurer of the Honey Board, Ada Quint, who keeps the keys, threatened to leave on Sunday.",
            "THREATEN",
            {"Ada Quint"},
            id="behind-a-role-and-a-clause",
        ),
        pytest.param(
            "The ferry, held by Norway, was offered a berth in Lima on Sunday.",
            "AGREE",
            set(),
            id="a-passive-stays-one",
        ),
    ],
)
def test_who_stands_before_the_verb(text, type_, actors):
    reading = told(text)
    found = [e for e in reading.events if e.type == type_]
    assert all(names(reading, e.actors) == actors for e in found)
    assert found or not actors
