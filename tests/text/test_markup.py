"""What is seen of a page, and where each character stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.text.markup import LINK, deepest, visible

PARTS = [
    "<p>",
    "</p>",
    "word ",
    "&amp;",
    "&nbsp;",
    "<a href='x>y'>",
    "</a>",
    "<!-- c -->",
    "<script>a<b</script>",
    "<",
    ">",
    '"',
    "é",
    "<br/>",
]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<p>One</p><p>two</p>", "\nOne\n\ntwo\n", id="blocks part lines"),
        pytest.param("a<b>b</b>c <em>d</em>", "abc d", id="inline tags do not"),
        pytest.param("Tom &amp; Co&#8217;s &bogus; x", "Tom & Co’s &bogus; x", id="entities"),
        pytest.param("a<!-- no -->b<script>x<p>y</script>c<style>z</style>", "abc", id="not seen"),
        pytest.param('<a title="a > b">link</a>', "link", id="greater-than in a value"),
        pytest.param("1 < 2 and 3 > 2", "1 < 2 and 3 > 2", id="no tags"),
        pytest.param('<p class="open>text', "\ntext", id="a value that never ends"),
        pytest.param("<script>never closed", "never closed", id="a script that never ends"),
    ],
)
def test_what_a_reader_of_the_page_sees(markup, text):
    assert visible(markup).text == text


@given(st.lists(st.sampled_from(PARTS)))
def test_every_character_stands_where_it_says(parts):
    markup = "".join(parts)
    page = visible(markup)
    assert len(page.text) == len(page.starts) == len(page.ends) == len(page.marks)
    assert list(page.starts) == sorted(page.starts)
    for c, start, end in zip(page.text, page.starts, page.ends, strict=True):
        assert markup[start:end] == c or c == "\n" or markup[start] == "&"


def test_links_are_marked():
    markup = "<p>go <a href=x>there</a></p>"
    page = visible(markup)
    at = markup.index("there")
    assert page.share(LINK, [(at, at + 5)]) == 1.0
    assert page.share(LINK, [(at - 14, at + 5)]) < 1.0


@pytest.mark.parametrize(
    ("markup", "depth"), [("", 0), ("<p><b>x</b></p><p>", 2), ("<br><br><br>", 0), ("<div>" * 500, 500)]
)
def test_depth_of_nesting(markup, depth):
    assert deepest(markup) == depth
