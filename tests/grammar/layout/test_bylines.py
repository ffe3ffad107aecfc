"""Bylines name authors; other lines that open with "By" do not."""

import pytest

from tidings.grammar.layout.bylines import byline, plain_author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Orla", "Ann Orla"),
        ("BY ANN ORLA", "ANN ORLA"),
        ("By Ann Orla and Jan van Tamm", "Ann Orla, Jan van Tamm"),
        ("By Ann Orla, Jan Tamm and Eve Lind", "Ann Orla, Jan Tamm, Eve Lind"),
        ("By Ann Orla, Diplomatic Correspondent", "Ann Orla"),
        ("By Ann Orla | 3 May 2021", "Ann Orla"),
        ("Written by: Ann Orla", "Ann Orla"),
        ("Author: Ann Orla", "Ann Orla"),
        ("By Turan Online", "Turan Online"),
        ("By Ann Orla in Lund, The Lund Post", "Ann Orla"),
        ("By Ann Orla and Jan Tamm in Lund", "Ann Orla, Jan Tamm"),
        ("By Ann Orla, with Marmot", "Ann Orla"),
        ("By Ann Orla in Lund, with agencies", "Ann Orla"),
        ("By living with grief", None),
        ("By Ann in the end", None),
        ("By Tuesday the talks had failed", None),
        ("By the river", None),
        ("By signing up you accept our terms", None),
        ("Bystanders fled", None),
        ("Ann Orla", None),
        ("By", None),
    ],
)
def test_byline(line, author):
    assert byline(line) == author


@pytest.mark.parametrize(
    ("words", "author"),
    [("Staff", None), ("our correspondent", None), ("Ann Orla, staff writer", "Ann Orla"), ("", None)],
)
def test_plain_author(words, author):
    assert plain_author(words) == author
