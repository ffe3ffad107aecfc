"""Which agency signs the opening of a report."""

import pytest

from tidings.grammar.layout.margins import signed_in


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("BROD, March 3 (Marmot) -", {"marmot"}),
        ("Brod (OPN)", {"opn"}),
        ("/OPN/ - ", {"opn"}),
        ("BROD/OPN - ", {"opn"}),
        ("BROD - Marmot News - ", {"marmot"}),
        ("Marmot News, BROD - ", {"marmot"}),
        ("BROD - ", set()),
        ("Brod: ", set()),
        ("LIMA (Peru) - ", set()),
    ],
)
def test_signed_in(opening, found):
    assert signed_in(opening) == found
