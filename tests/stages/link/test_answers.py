"""Which deed fulfils which demand, and what a bare answer answers."""

from dataclasses import replace

import pytest

from tidings.grammar.events.answering import AnswerCard, fit, fulfils

ASKED = AnswerCard(
    id="1/e/1",
    document="1",
    dealing="demand",
    outcome=None,
    actors=frozenset({"anna"}),
    recipients=frozenset({"bert"}),
    states=frozenset({"AAA"}),
    others=frozenset({"BBB"}),
    words=frozenset({"free", "prisoner", "demand"}),
    about=frozenset({"free", "prisoner"}),
    at=100,
    reported="2031-05-04",
)
DEED = replace(
    ASKED,
    id="2/e/1",
    document="2",
    dealing=None,
    actors=frozenset({"state BBB"}),
    recipients=frozenset(),
    states=frozenset({"BBB"}),
    others=frozenset(),
    about=frozenset(),
    reported="2031-05-08",
    deed=True,
    type="RETREAT",
)
ANSWER = replace(
    DEED,
    id="1/e/9",
    document="1",
    outcome="accepted",
    words=frozenset({"accept"}),
    at=300,
    reported="2031-05-04",
    deed=False,
)


@pytest.mark.parametrize(
    ("deed", "done"),
    [
        pytest.param(DEED, True, id="done later by those it was asked of"),
        pytest.param(replace(DEED, reported="2031-05-02"), False, id="done before"),
        pytest.param(replace(DEED, states=frozenset({"CCC"})), False, id="done by others"),
        pytest.param(replace(DEED, words=frozenset({"visit", "talks"})), False, id="something else"),
        pytest.param(replace(DEED, deed=False), False, id="only said"),
    ],
)
def test_what_came_of_a_demand(deed, done):
    assert (fulfils(deed, ASKED) > 0) is done


def test_a_bare_answer_answers_what_was_asked_just_before():
    assert fit(ANSWER, ASKED)[0] > 0.5
    assert fit(replace(ANSWER, about=frozenset({"visit"})), ASKED)[0] < fit(ANSWER, ASKED)[0]
    assert fit(replace(ANSWER, states=frozenset({"AAA"})), ASKED)[0] == 0.0
