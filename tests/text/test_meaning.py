"""How near two wordings are in meaning."""

import pytest

from tidings.text.meaning import kindred, nearness, ties, worded


@pytest.mark.parametrize("between", [ties, kindred])
def test_one_word_over_and_over_costs_in_proportion(between):
    def cost(times: int) -> int:
        wording = worded("raid " * times)
        return sum(len(ours) + len(theirs) for ours, theirs, _ in between(wording, wording))

    assert cost(60) <= 3 * cost(20)


def test_one_word_over_and_over_is_near_itself():
    assert nearness("raid " * 50, "raid", kin=True) == nearness("raid", "raid", kin=True) == 1
