"""Paragraphs of plain text, with lines broken at a margin joined."""

import pytest

from tidings.text.lines import paragraphs, quote_marks, seams
from tidings.text.mapped import identity

WRAPPED = (
    "The two ministers met on the bridge for the first time since the\n"
    "spring and agreed on a list of forty names, which will be read out\n"
    "in both parliaments on Tuesday."
)

NARROW = (
    "The harbour board met on Monday and agree-\n"
    "ments of three kinds were laid before it,\n"
    "of which none was signed, as the chair had\n"
    "lost the only pen."
)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("an agree-\nment", "an agreement"),
        ("the far-\nright", "the far-right"),
        ("two\nlines", "two lines"),
        ("one - \ntwo", "one -  two"),
    ],
)
def test_seams(part, whole):
    assert identity(part).edited(seams(part)).text == whole


def test_marks_of_a_quoted_mail():
    text = "> One\n>> two\n>\nthree"
    assert identity(text).edited(quote_marks(text)).text == "One\ntwo\n\nthree"
    assert quote_marks("> One\ntwo") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("One.\nTwo.", ["One.", "Two."], id="a line each"),
        pytest.param("One.\n\n  Two. \n", ["One.", "Two."], id="blank lines"),
        pytest.param(WRAPPED, [WRAPPED], id="broken at a margin"),
        pytest.param(f"Headline\n\n{WRAPPED}\n\nEnd.", ["Headline", WRAPPED, "End."], id="a margin among others"),
        pytest.param(NARROW, [NARROW], id="a narrow column, with a broken word"),
        pytest.param("They ask:\n- a pier;\n- a road.", ["They ask:", "- a pier;", "- a road."], id="a list"),
        pytest.param(
            "Ferry fares rise again\nPort tax is put off\nPilots go on strike",
            ["Ferry fares rise again", "Port tax is put off", "Pilots go on strike"],
            id="headlines",
        ),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n \n", [], id="blank"),
    ],
)
def test_lines_are_joined_to_paragraphs(text, found):
    assert [text[start:end] for start, end in paragraphs(text)] == found
