"""A pile parted into stories: at once and day by day, whatever the order."""

import random

import pytest

from tidings.run.pile.parting import part
from tidings.stages.link.stories import Stories, StoryCard

MATTERS = ("harbour ferry strike", "reactor valve inspector", "ballot recount tribunal")


def card(number, day, matter):
    terms = dict.fromkeys(MATTERS[matter].split(), 0.5) | {f"word{number}": 0.5}
    return StoryCard(f"d{number:02}", terms, day)


CARDS = [card(n, n // 3 * 2, n % 3) for n in range(30)]
EXPECTED = [tuple(f"d{n:02}" for n in range(m, 30, 3)) for m in range(3)]


@pytest.mark.parametrize("at_once", [100, 2], ids=["at once", "day by day"])
def test_each_matter_is_a_story_in_any_order(at_once):
    for seed in range(5):
        cards = random.Random(seed).sample(CARDS, len(CARDS))
        assert part(Stories(), cards, at_once) == EXPECTED


@pytest.mark.parametrize("at_once", [100, 2], ids=["at once", "day by day"])
def test_a_story_goes_on_by_what_reports_are_about(at_once):
    about = [(127, 0), (0, 127)]
    terms = {"ferry": 0.5, "pier": 0.5}
    cards = [StoryCard(f"d{n}", {**terms, f"word{n}": 0.7}, n, about[n % 2]) for n in range(6)]
    assert part(Stories(join=0.5), cards, at_once) == [("d0", "d2", "d4"), ("d1", "d3", "d5")]


def test_a_story_long_silent_is_over():
    cards = [card(0, 0, 0), card(1, 2, 0), card(2, 60, 0), card(3, 61, 0)]
    assert part(Stories(), cards, 2) == [("d00", "d01"), ("d02", "d03")]


def test_what_is_undated_comes_last_and_goes_on_with_what_it_is_like():
    cards = [card(0, 0, 0), card(1, 1, 1), card(2, None, 0), card(3, None, 2)]
    assert part(Stories(), cards, 2) == [("d00", "d02"), ("d01",), ("d03",)]


@pytest.mark.parametrize("step", [Stories(), None], ids=["a round", "none"])
def test_where_nothing_could_be_read_there_is_no_story(step):
    assert part(step, [], 2) == []


def test_without_a_round_for_stories_all_is_one():
    assert part(None, CARDS[:3], 2) == [("d00", "d01", "d02")]
    assert part(None, [], 2) == []
