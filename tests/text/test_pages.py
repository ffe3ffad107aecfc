"""The main text of a page; pages made to break readers give nothing, and soon."""

import pytest

from tidings.text.pages import passages

SENTENCE = "The envoy said on Monday that the bridge would open to lorries before the end of the spring. "
PAGE = f"<html><body><nav><a href=/>Home</a></nav><article><h1>Bridge to open</h1><p>{SENTENCE * 3}</p><h2>What next</h2><p>{SENTENCE * 2}</p><ul><li>{SENTENCE}</li></ul></article></body></html>"


def test_passages_of_an_article():
    found = passages(PAGE)
    assert [p.kind for p in found if p.text.startswith("The envoy")] == ["paragraph", "paragraph", "item"]
    assert any(p.kind == "heading" and p.text == "What next" for p in found)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * 200_000 + SENTENCE, id="nested tags"),
        pytest.param(
            '<!DOCTYPE x [<!ENTITY a "' + "a" * 99 + '"><!ENTITY b "&a;&a;&a;&a;">]><html>&b;', id="entities that grow"
        ),
        pytest.param("<" * 100_000, id="opening marks"),
        pytest.param("", id="nothing"),
        pytest.param("\x00" * 1000, id="NULs"),
    ],
)
def test_hostile_pages_give_no_article(markup):
    assert passages(markup) == []


def test_a_table_that_lays_out_the_page_keeps_its_cells_apart():
    page = (
        "<html><body><table><tr><td><a href=x>Home</a><br><a href=y>News</a></td><td><b>Talks fail</b>"
        f"<p>{SENTENCE * 3}<p>{SENTENCE * 2}</td><td>Cheap flights!</td></tr></table></body></html>"
    )
    found = [passage.text for passage in passages(page)]
    assert "Talks fail" in found
    assert not any("Home" in text and SENTENCE[:20] in text for text in found)


def test_words_inside_nested_tags_keep_their_order():
    inside = "The <b>ministry <i>that asked</i> for talks</b> on Monday has had no answer yet, it said."
    page = f"<html><body><article>{f'<p>{inside}</p>' * 4}</article></body></html>"
    assert passages(page)[0].text == "The ministry that asked for talks on Monday has had no answer yet, it said."
