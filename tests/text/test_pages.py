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
