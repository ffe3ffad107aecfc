"""How a line's standing is worded."""

import pytest

from tidings.model import Anchor
from tidings.report.words import standing_word


@pytest.mark.parametrize(
    ("status", "said", "word"),
    [
        pytest.param("cancelled", "The visit is postponed, not cancelled", "put off", id="postponed"),
        pytest.param("cancelled", "They put their talks off", "put off", id="put-off"),
        pytest.param("cancelled", "The visit was called off", "cancelled", id="called-off"),
        pytest.param("held", "The visit that had been postponed took place", "held", id="held-after-all"),
    ],
)
def test_standing_word(status, said, word):
    assert standing_word(status, (Anchor("d", 0, len(said), said),)) == word
