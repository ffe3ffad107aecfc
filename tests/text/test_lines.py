"""Paragraphs of plain text, with lines broken at a margin joined."""

import pytest

from tidings.text.lines import paragraphs

WRAPPED = (
    "The two ministers met on the bridge for the first time since the\n"
    "spring and agreed on a list of forty names, which will be read out\n"
    "in both parliaments on Tuesday."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("One.\nTwo.", ["One.", "Two."], id="a line each"),
        pytest.param("One.\n\n  Two. \n", ["One.", "Two."], id="blank lines"),
        pytest.param(WRAPPED, [WRAPPED], id="broken at a margin"),
        pytest.param(f"Headline\n\n{WRAPPED}\n\nEnd.", ["Headline", WRAPPED, "End."], id="a margin among others"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n \n", [], id="blank"),
    ],
)
def test_lines_are_joined_to_paragraphs(text, found):
    assert [text[start:end] for start, end in paragraphs(text)] == found
