"""Words that say that something took place on another day than it was set for."""

import pytest

from tidings.text.put_off import OFF_ITS_DAY


@pytest.mark.parametrize(
    ("words", "off"),
    [
        pytest.param("The queen came to Oslo on Friday, a week later than planned", True, id="later than planned"),
        pytest.param("the ferry left two days earlier than had been announced", True, id="earlier than announced"),
        pytest.param("the bridge opened a day ahead of schedule", True, id="ahead of schedule"),
        pytest.param("the fair began on Monday after a delay", True, id="after a delay"),
        pytest.param("the queen came to Oslo later than her son", False, id="later than somebody"),
        pytest.param("the queen came to Oslo on Friday as planned", False, id="as planned"),
        pytest.param("the court ruled ahead of the vote", False, id="ahead of something else"),
    ],
)
def test_off_its_day(words, off):
    assert bool(OFF_ITS_DAY.search(words)) is off
