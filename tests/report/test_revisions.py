"""What one version of a report changed, cut to the words that differ."""

import pytest

from tidings.report.revisions import changed_words

LONG = "The envoy said on Monday that the bridge over the river would open before the end of the {}, as planned."


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(
            LONG.format("spring"),
            LONG.format("summer"),
            ("… end of the spring, as planned.", "… end of the summer, as planned."),
            id="one word late in the sentence",
        ),
        pytest.param(
            "Nobody was hurt.", "Three people were hurt.", ("Nobody was hurt.", "Three people were hurt."), id="short"
        ),
        pytest.param("It was so.", "It was so so.", ("It was so.", "It was so so."), id="a word more"),
        pytest.param("", "It was so.", ("", "It was so."), id="nothing before"),
    ],
)
def test_changed_words(before, after, told):
    assert changed_words(before, after) == told
