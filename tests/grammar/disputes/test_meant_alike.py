"""Quotations that a sentence model has as one utterance, on an invented quarrel over a lighthouse."""

from dataclasses import replace

import pytest
from grammar.disputes.test_disputes import Report, telling

from tidings.grammar.disputes import scene_of
from tidings.grammar.disputes.meant_alike import meant_alike

WARDEN = ("Jorun Vik", "person")
QUOTED = "A lamp left untrimmed will sink more boats than any reef"
RETOLD = "an untrimmed lamp drowned more boats than every reef"


def report(words: str, speaker: str = "Jorun Vik", day: str = "2031-04-10") -> Report:
    return Report(f"{speaker} told the council: {words}.", day, who=((speaker, "person"),), said=((words, speaker),))


@pytest.mark.parametrize(
    ("other", "near", "told"),
    [
        pytest.param(report(RETOLD), 0.7, True, id="quoted in one report, retold in the other"),
        pytest.param(report(RETOLD), 0.5, False, id="not near enough"),
        pytest.param(report(RETOLD, "Petra Solum"), 0.7, False, id="two speakers need more"),
        pytest.param(report(RETOLD, "Petra Solum"), 0.85, True, id="two speakers, nearly the same words"),
        pytest.param(report(RETOLD, day="2031-04-20"), 0.7, True, id="on a later day with many words in common"),
        pytest.param(report("that lamp drowned boats every winter", day="2031-04-20"), 0.7, False, id="an image again"),
        pytest.param(report("the lamp would not drown fewer boats"), 0.7, False, id="one says no"),
        pytest.param(report("a lamp left untrimmed will sink more boats"), 0.7, False, id="a cut"),
    ],
)
def test_what_is_quoted_and_what_is_retold(other: Report, near: float, told: bool) -> None:
    plain = telling(report(QUOTED), other)
    first, second = plain.quotes
    scene = scene_of(replace(plain, quotes=(first, replace(second, kind="indirect"))))
    assert bool(list(meant_alike(scene, lambda a, b: near))) == told


def test_only_the_nearest_wording_of_a_report_is_the_same_utterance() -> None:
    far = "the reef and the boats were there before the lamp was lit"
    one = report(QUOTED)
    both = Report(
        f"Jorun Vik told the council: {far}. Jorun Vik told the board: {RETOLD}.",
        who=(WARDEN,),
        said=((far, "Jorun Vik"), (RETOLD, "Jorun Vik")),
    )
    scene = scene_of(telling(one, both))
    found = list(meant_alike(scene, lambda a, b: 0.9 if RETOLD in (a, b) else 0.7))
    assert [{a.text, b.text} for _, a, b in found] == [{QUOTED, RETOLD}]
