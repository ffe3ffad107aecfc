"""A mixed pile falls apart into its stories, in any order."""

from itertools import permutations

import pytest

from tidings.model import Block, Document, Link, Linked, Reading
from tidings.stages.link.stories import Stories

PILE = {
    "a": (
        "2031-03-02",
        "The envoy Lirova met the Marrish delegation at Tessel to discuss the hostages held in the Ordo valley.",
    ),
    "b": (
        "2031-03-03",
        "Talks at Tessel over the hostages in the Ordo valley went on, and envoy Lirova spoke of progress.",
    ),
    "c": (
        "2031-03-02",
        "The central bank of Quell raised its rate to nine percent as inflation in Quell reached a record.",
    ),
    "d": (
        "2031-03-04",
        "Inflation in Quell slowed after the central bank raised its rate, the statistics office of Quell said.",
    ),
}


def groups(order: tuple[str, ...]) -> set[tuple[str, str]]:
    stories = Stories()
    cards = []
    for name in order:
        day, text = PILE[name]
        document = Document(name, name, name, text, (Block(0, len(text), "paragraph"),), published=day)
        cards += stories.cards(Reading(document), Linked())
    return {(k.a, k.b) for k in stories.compare(cards) if isinstance(k, Link)}


@pytest.mark.parametrize("order", list(permutations(PILE)), ids="".join)
def test_two_stories(order: tuple[str, ...]) -> None:
    assert groups(order) == {("a", "b"), ("c", "d")}


def test_a_join_names_no_small_words() -> None:
    stories = Stories()
    texts = {
        "a": "He flew to Tessel. He met Lirova, and he asked Lirova for the hostages.",
        "b": "He was in Tessel again. He told Lirova that he wanted the hostages.",
    }
    cards = []
    for name, text in texts.items():
        document = Document(name, name, name, text, (Block(0, len(text), "paragraph"),), published="2031-03-02")
        cards += stories.cards(Reading(document), Linked())
    [link] = [k for k in stories.compare(cards) if isinstance(k, Link)]
    assert "lirova" in link.why
    assert not {"he", "to", "was"} & set(link.why.partition(": ")[2].split(", "))
