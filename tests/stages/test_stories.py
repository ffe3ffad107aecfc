"""A mixed pile falls apart into its stories, in any order."""

from itertools import permutations

import numpy as np
import pytest

from tidings.model import Block, Document, Link, Linked, Reading
from tidings.stages.link.stories import FEW, ROWS, Stories, StoryCard, add_products, days_between

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


@pytest.mark.parametrize("count", [3, 2 * FEW], ids=["a rare term", "a common term"])
def test_likeness_is_the_cosine_of_the_terms(count: int) -> None:
    cards = [StoryCard(f"d{n:02}", {"lock": 0.6, f"barge{n}": 0.8}, None) for n in range(count)]
    near = Stories(gist_share=0.0).likeness(cards)
    assert near.shape == (count, count)
    assert np.allclose(near, np.where(np.eye(count), 1.0, 0.36), atol=1e-5)


@pytest.mark.parametrize("count", [0, 1, ROWS - 1, ROWS, 2 * ROWS + 3])
def test_products_made_some_rows_at_a_time_are_the_same(count: int) -> None:
    table = np.random.default_rng(3).integers(-127, 128, (count, 4)).astype(np.float64)
    near = np.full((count, count), 0.25)
    add_products(near, table, 0.3)
    assert np.array_equal(near, 0.25 + table @ table.T * 0.3)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [(3, 5, 2), (3, 90, 30), (3, None, 0), (None, None, 0)],
    ids=["two days", "as many as count", "an undated one", "both undated"],
)
def test_days_between_two_reports(one: int | None, other: int | None, days: int) -> None:
    table = days_between([StoryCard("a", {}, one), StoryCard("b", {}, other)], 30)
    assert table.tolist() == [[0, days], [days, 0]]


@pytest.mark.parametrize(
    ("reports", "stories"), [(1, 1), (8, 2)], ids=["two reports join", "two long matters as alike do not"]
)
def test_the_more_reports_the_more_alike(reports: int, stories: int) -> None:
    own = {"lock": {"barge": 0.8}, "vote": {"ballot": 0.8}}
    cards = [
        StoryCard(f"{matter}{n}", {"minister": 0.6, **terms}, 5)
        for matter, terms in own.items()
        for n in range(reports)
    ]
    links = [k for k in Stories().compare(cards) if isinstance(k, Link)]
    assert len(cards) - len(links) == stories


def gist(*first: int) -> tuple[int, ...]:
    return (*first, *(0 for _ in range(4 - len(first))))


@pytest.mark.parametrize(
    ("one", "other", "stories"),
    [
        (gist(127), gist(127), 1),
        (gist(127), gist(0, 127), 2),
        (gist(127), gist(-127), 2),
        ((), (), 2),
        (gist(127), (), 2),
    ],
    ids=["of one matter", "of two", "of opposite ones", "none told", "one told"],
)
def test_what_the_openings_are_about_joins(one: tuple[int, ...], other: tuple[int, ...], stories: int) -> None:
    cards = [
        StoryCard("a", {"sluice": 0.5, "barge": 0.866}, 5, one),
        StoryCard("b", {"sluice": 0.5, "canal": 0.866}, 5, other),
    ]
    links = [k for k in Stories().compare(cards) if isinstance(k, Link)]
    assert len(cards) - len(links) == stories
