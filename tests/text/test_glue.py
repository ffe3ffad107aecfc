"""Places where a copied page lost its ends of lines."""

from itertools import pairwise

import pytest

from tidings.text.glue import glued

PASTE = "Bridge opensBy Ann OrlaFriday May 23 2025The envoy came.The mayor left.“It rained,” she said.Nobody stayed."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            PASTE,
            [
                "Bridge opens",
                "By Ann Orla",
                "Friday May 23 2025The envoy came.",
                "The mayor left.",
                "“It rained,” she said.",
                "Nobody stayed.",
            ],
        ),
        (
            "HomeNewsRegionPier opens\nBy Bo Ruud17 April 2024 10:22 amThe envoy came.He left in May 2013.It rained.Read more: Cold recordsThe mayor left.",
            [
                "HomeNewsRegion",
                "Pier opens\nBy Bo Ruud",
                "17 April 2024 10:22 am",
                "The envoy came.",
                "He left in May 2013.",
                "It rained.",
                "Read more: Cold records",
                "The mayor left.",
            ],
        ),
        ("The envoy came. The mayor left.", ["The envoy came. The mayor left."]),
        ("Read it at orla.example.Then go.", ["Read it at orla.example.Then go."]),
    ],
    ids=["a paste", "rows and years", "spaces", "one slip"],
)
def test_glued(text, parts):
    cuts = [0, *glued(text), len(text)]
    assert [text[a:b] for a, b in pairwise(cuts)] == parts
