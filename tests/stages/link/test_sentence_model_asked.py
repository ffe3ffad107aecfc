"""Wordings of small piles that only a sentence model lays side by side."""

from dataclasses import replace

import pytest

from tidings.grammar.quotes.same_statement import Said, by_cosine, compare, is_left_open
from tidings.stages.link.statements import Statements

ONE = Said(
    id="d1/q/1",
    quote="d1/q/1",
    document="d1",
    text="A locksmith does not ask whose door it is",
    kind="direct",
    speaker="e1",
    speaker_kind="person",
    states=(),
    published="2031-04-02",
    of_few=True,
)
TWO = replace(ONE, id="d2/q/1", quote="d2/q/1", document="d2", text="those who make keys don't ask who owns the door")


def links(one, two):
    return [(link.relation, link.why) for link in Statements().beside(one, [two])]


def test_one_speakers_words_through_a_translation_are_one_statement():
    assert compare(ONE, TWO) is None
    assert is_left_open(ONE, TWO)
    assert links(ONE, TWO) == [("same", "alike to a sentence model")]


@pytest.mark.parametrize(
    "two",
    [
        pytest.param(replace(TWO, of_few=False), id="of many reports"),
        pytest.param(replace(TWO, speaker="e2"), id="said by another"),
        pytest.param(replace(TWO, published="2031-05-20"), id="weeks later"),
        pytest.param(replace(TWO, document="d1"), id="in one report"),
        pytest.param(replace(TWO, others=("A locksmith never asks whose door it is",)), id="another is nearer"),
        pytest.param(replace(TWO, text="The harvest was poor in every valley this year"), id="other words"),
    ],
)
def test_others_are_not(two):
    assert links(ONE, two) == []


@pytest.mark.parametrize(("cosine", "weight"), [(0.49, None), (0.5, 0.7), (1.0, 0.9)])
def test_the_more_alike_the_heavier_the_link(cosine, weight):
    found = by_cosine(cosine)
    assert (found and found.weight) == weight
