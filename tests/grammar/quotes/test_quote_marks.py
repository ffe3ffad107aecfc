"""Quote marks of all kinds, told apart from apostrophes, nested, mixed, unclosed, over paragraphs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.grammar.quotes.quote_marks import quoted
from tidings.model import Span


def found(text: str, depth: int = 0) -> list[str]:
    return [text[q.span.start : q.span.end] for q in quoted(text, paragraphs(text)) if q.depth == depth]


def paragraphs(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("She said “no.”", ["no."], id="curly"),
        pytest.param('She said "no."', ["no."], id="straight"),
        pytest.param("She said «no» twice", ["no"], id="guillemets"),
        pytest.param("Er sagte „nein“ laut", ["nein"], id="low-high"),
        pytest.param("``Yes,'' he said", ["Yes,"], id="two-characters"),
        pytest.param("A ”yes“ it was", ["yes"], id="marks-turned-round"),
        pytest.param("He said ”yes” twice", ["yes"], id="closers-both-sides"),
        pytest.param('He said “yes" and left', ["yes"], id="curly-then-straight"),
        pytest.param("'We won't go,' he said", ["We won't go,"], id="single-with-apostrophe"),
        pytest.param("‘We won’t go,’ he said", ["We won’t go,"], id="curly-single-with-apostrophe"),
        pytest.param("the ministers' talks and the boys' home", [], id="possessives"),
        pytest.param("rock 'n' roll of the '90s", [], id="elisions"),
        pytest.param("a 6'2\" man and a 5' wall", [], id="feet-and-inches"),
        pytest.param("the end of it, ”the office added", [], id="closer-alone"),
        pytest.param("“It ends here, ”the office added", ["It ends here,"], id="space-on-the-wrong-side"),
        pytest.param(
            "He left “before the storm came. Then it rained.", ["before the storm came."], id="lost-in-clause"
        ),
        pytest.param("“One. Two.\nThree.", ["One. Two."], id="lost-at-paragraph-end"),
        pytest.param("He was “a,” “b” and “c”.", ["a,", "b", "c"], id="three-in-a-row"),
        pytest.param('‘’ “” ""', [], id="empty"),
    ],
)
def test_outermost(text: str, want: list[str]) -> None:
    """Each kind of mark gives the words between its marks."""
    assert found(text) == want


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        pytest.param("“He said ‘go’ to us”", ["He said ‘go’ to us"], ["go"], id="single-in-double"),
        pytest.param("“the “so-called” plan” fell", ["the “so-called” plan"], ["so-called"], id="same-kind"),
        pytest.param(
            "“back to the “old way,” they say.", ["back to the “old way,”"], ["old way,"], id="one-closer-for-two"
        ),
    ],
)
def test_nested(text: str, outer: list[str], inner: list[str]) -> None:
    """A quotation inside another is found with its depth."""
    assert (found(text), found(text, 1)) == (outer, inner)


def test_runs_over_paragraphs() -> None:
    """An open quotation goes on in the next paragraph where that opens with a mark."""
    text = "“One goes on.\n“Two ends it.”"
    pieces = quoted(text, paragraphs(text))
    assert [(text[p.span.start : p.span.end], p.continues, p.closed) for p in pieces] == [
        ("One goes on.", False, False),
        ("Two ends it.", True, True),
    ]


def test_lost_mark_lowers_confidence() -> None:
    """What is not closed is less sure."""
    assert quoted("He left “in a hurry.", [Span(0, 20)])[0].confidence < 1


@given(st.text(alphabet="ab .,!\"'“”‘’«»„\n", max_size=60))
def test_spans_hold(text: str) -> None:
    """Spans lie in the text, inner within outer marks, and outermost ones do not overlap."""
    pieces = quoted(text, paragraphs(text))
    for piece in pieces:
        assert piece.outer.covers(piece.span)
        assert piece.outer.end <= len(text)
        assert text[piece.span.start : piece.span.end].strip() == text[piece.span.start : piece.span.end]
    tops = [p for p in pieces if p.depth == 0]
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(tops))


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("unit", ["“", "“a", "\" '", "‘a "], ids=range(4))
def test_linear_time(unit: str) -> None:
    """A hundred thousand marks and more take a second, not hours."""
    text = unit * (200_000 // len(unit))
    quoted(text, [Span(0, len(text))])
