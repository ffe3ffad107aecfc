"""What a later version changed, and which addresses lead to one page."""

import pytest

from tidings.text.addresses import page_key
from tidings.text.changes import changes

FIRST = "The dam held. Nine people died on Monday. The firm denied any fault. Rain is expected."


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (FIRST, []),
        ("The dam  held.\n\nNine people died on Monday. The firm denied any fault. Rain is expected.", []),
        ("Rain is expected. The dam held. Nine people died on Monday. The firm denied any fault.", []),
        (
            "The dam held. Twelve people died on Monday. Rain is expected.",
            [
                ("Nine people died on Monday.", "Twelve people died on Monday."),
                ("The firm denied any fault.", None),
            ],
        ),
        (
            "A curfew began. The dam held. Nine people died on Monday. The firm denied any fault. Rain is expected.",
            [(None, "A curfew began.")],
        ),
        (
            "Rain is expected. Rain is expected.",
            [
                ("The dam held.", None),
                ("Nine people died on Monday.", None),
                ("The firm denied any fault.", None),
                (None, "Rain is expected."),
            ],
        ),
    ],
    ids=["same", "white-space", "moved", "reworded-and-removed", "added", "said-twice"],
)
def test_what_a_new_version_changed(new, told):
    assert [(a and FIRST[a.start : a.end], b and new[b.start : b.end]) for a, b in changes(FIRST, new)] == told


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.paper.example/world/dam?utm_source=x#top", "paper.example/world/dam"),
        ("http://m.paper.example/world/dam/", "paper.example/world/dam"),
        ("https://paper.example/world/dam/amp", "paper.example/world/dam"),
        ("https://paper.example/story?id=7&fbclid=2", "paper.example/story?id=7"),
        ("https://paper.example/", None),
        ("dam.txt", None),
        (None, None),
    ],
    ids=["tracking", "mobile", "amp", "query", "front-page", "no-address", "none"],
)
def test_addresses_of_one_page_have_one_key(url, key):
    assert page_key(url) == key
