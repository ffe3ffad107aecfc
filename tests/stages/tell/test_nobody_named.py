"""Which acts that name nobody the story knows are told."""

from types import SimpleNamespace

import pytest

from tidings.stages.tell.events import Events


def telling(status, trust, *, confidence=0.45, time=None):
    return SimpleNamespace(mention=SimpleNamespace(status=status, trust=trust, confidence=confidence, time=time))


@pytest.mark.parametrize(
    ("members", "told"),
    [
        pytest.param([telling("held", 0.9)], True, id="surely told"),
        pytest.param([telling("announced", 0.75)], True, id="surely told to come"),
        pytest.param([telling("held", 0.3)], False, id="doubtful"),
        pytest.param([telling("held", 0.3, confidence=0.6, time=0)], True, id="doubtful, on a day"),
        pytest.param([telling("announced", 0.3, confidence=0.6, time=0)], False, id="to come on a day, doubtful"),
        pytest.param([telling("conditional", 0.9)], False, id="only if"),
    ],
)
def test_who_names_nobody(members, told):
    assert Events().stands_alone(members) is told
