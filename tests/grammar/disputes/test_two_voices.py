"""Two accounts beside each other in one report, on an invented quarrel over a ferry and a mill."""

import pytest
from grammar.disputes.test_disputes import Report, telling

from tidings.grammar.disputes import scene_of
from tidings.grammar.disputes.causes import causes
from tidings.grammar.disputes.two_voices import two_voices

WHO = (("the miller", "person"), ("the ferry guild", "organization"))


def report(text: str, *said: tuple[str, str]) -> Report:
    who = tuple((words, kind) for words, kind in WHO if words in text)
    return Report(text, who=who, said=said)


@pytest.mark.parametrize(
    ("text", "near", "told"),
    [
        pytest.param(
            "A villager said that the ferry guild had cut the ropes of the barge. The miller insisted that nobody had touched a single rope.",
            0.4,
            True,
            id="insisted flatly",
        ),
        pytest.param(
            "A villager said that the ferry guild had cut the ropes of the barge. The miller said that the ropes had never been touched.",
            0.5,
            True,
            id="said, and near in meaning",
        ),
        pytest.param(
            "A villager said that the ferry guild had cut the ropes of the barge. The miller said that the ropes had never been touched.",
            0.3,
            False,
            id="said, and far in meaning",
        ),
        pytest.param(
            "Widow Orre blamed the ferry guild for the flood; the miller denied that anyone had opened the gates of the weir.",
            0.4,
            True,
            id="denied in the other half of the sentence",
        ),
        pytest.param(
            "A villager asked for the ropes of the barge to be mended. The miller insisted that nobody had touched a single rope.",
            0.5,
            False,
            id="a wish is no account",
        ),
        pytest.param(
            "A villager said that the ropes of the barge had been cut. The miller had not replied to any question of hers.",
            0.5,
            False,
            id="silence",
        ),
        pytest.param(
            "A villager said that the ropes of the barge had been cut. The miller said that nobody would be charged.",
            0.5,
            False,
            id="what is to come",
        ),
        pytest.param(
            "A villager said that the widows at last had the rations previously denied to them. The miller said that the rations denied to them had not been eaten.",
            0.3,
            False,
            id="denied as refused",
        ),
    ],
)
def test_an_account_and_who_says_it_was_not_so(text: str, near: float, told: bool) -> None:
    scene = scene_of(telling(report(text)), lambda a, b: near)
    assert bool(list(two_voices(scene))) == told


def test_without_a_sentence_model_nothing_is_told() -> None:
    text = "A villager said that the ropes had been cut on Sunday. The miller insisted that nobody had touched a single rope."
    assert not list(two_voices(scene_of(telling(report(text)))))


OTHER = "A rower said that the delay was caused by thieves"


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        pytest.param(f"The ferry guild blamed the delay on low water. {OTHER}.", OTHER, True, id="another cause"),
        pytest.param(
            f"The ferry guild attributed the delay to low water; {OTHER.lower()}.",
            OTHER.lower(),
            True,
            id="in one sentence",
        ),
        pytest.param(
            f"The ferry guild blamed the delay on low water. “No ferry swims on stones,” its clerk said. {OTHER}.",
            OTHER,
            True,
            id="own words between",
        ),
        pytest.param(
            "The ferry guild was late because of low water. A rower said that it would sail on Monday.",
            "A rower said that it would sail on Monday",
            False,
            id="what is to come",
        ),
        pytest.param(f"The ferry guild blamed the miller. {OTHER}.", OTHER, False, id="a party is blamed"),
    ],
)
def test_two_causes_beside_each_other(text: str, said: str, told: bool) -> None:
    who = (("ferry guild", "organization"),)
    scene = scene_of(telling(Report(text, who=who, said=((said, "a rower"),))), lambda a, b: 0.5)
    assert bool(list(causes(scene))) == told
