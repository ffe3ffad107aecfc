"""Extracted words find their place in the page."""

import pytest

from tidings.text.align import Aligner
from tidings.text.markup import visible

PAGE = (
    "<html><head><title>River talks resume | Gazette</title></head><body><h1>River talks resume</h1>"
    "<p>The two  ministers\nmet on &ldquo;neutral&rdquo; ground.</p><p>They <a href='/x'>will meet</a> again&nbsp;soon.</p></body></html>"
)


def raw_of(mapped):
    return [PAGE[p.raw_start : p.raw_end] for p in mapped.pieces]


def test_words_through_tags_entities_and_white_space():
    aligner = Aligner(visible(PAGE))
    first = aligner.place("The two ministers met on “neutral” ground.")
    assert raw_of(first) == ["The two", "  ", "ministers\nmet on ", "&ldquo;", "neutral", "&rdquo;", " ground."]
    second = aligner.place("They will meet again soon.")
    assert raw_of(second)[0] == "They"
    assert sum(p.end - p.start for p in second.pieces) == len(second.text)


def test_the_headline_before_a_passage_is_the_one_on_the_page():
    aligner = Aligner(visible(PAGE))
    body = aligner.place("They will meet again soon.")
    title = aligner.place_before("River talks resume", body)
    assert title.pieces[0].raw_start == PAGE.index("<h1>") + 4


def test_words_that_are_not_there_have_no_place():
    assert Aligner(visible(PAGE)).place("Nothing of the kind was said anywhere at all in this text").pieces == ()


def test_a_passage_with_a_word_put_in_is_placed_in_part():
    page = "<p>" + "The envoy said that the bridge would open to lorries in the spring of next year. " * 2 + "</p>"
    aligner = Aligner(visible(page))
    placed = aligner.place(
        "[sic] The envoy said that the bridge would open to lorries in the spring of next year. The envoy said"
    )
    assert placed.pieces == () or all(
        placed.text[p.start : p.end].split() == page[p.raw_start : p.raw_end].split()
        for p in placed.pieces
        if p.end - p.start > 10
    )


@pytest.mark.usefixtures("watched")
def test_many_passages_that_are_nowhere_stay_cheap():
    page = visible("<p>" + "word " * 50_000)
    aligner = Aligner(page)
    for n in range(2_000):
        aligner.place(f"no such passage {n} stands here")
