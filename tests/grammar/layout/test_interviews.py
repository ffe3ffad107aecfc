"""Who asks and who answers in an interview."""

import pytest

from tidings.grammar.layout.interviews import turns

ASKED = ["Is the visit off?", "Will you pay?", "What do you say to the families?"]
SAID = ["No, it is late and not lost.", "We have paid nothing so far.", "I told them what I know."]


def woven(ask, say):
    return [line for pair in zip([ask(a) for a in ASKED], [say(s) for s in SAID], strict=True) for line in pair]


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(woven(lambda a: f"Q: {a}", lambda s: f"A: {s}"), id="Q and A"),
        pytest.param(woven(lambda a: f"Gazette: {a}", lambda s: f"Ann Orla: {s}"), id="names"),
        pytest.param(woven(lambda a: a, lambda s: s), id="by form"),
    ],
)
def test_turns(paragraphs):
    assert turns(["They met in spring.", *paragraphs]) == ["", *["question", "answer"] * 3]


def test_who_asks_is_set_in_bold():
    paragraphs = woven(lambda a: a, lambda s: s)
    paragraphs[2:2] = ["Critics call it a ransom."]
    assert turns(paragraphs, [True, False, True, True, False, True, False]) == [
        "question",
        "answer",
        "question",
        "question",
        "answer",
        "question",
        "answer",
    ]


def test_an_answer_goes_on_over_paragraphs():
    paragraphs = woven(lambda a: f"Q: {a}", lambda s: f"A: {s}")
    assert turns([*paragraphs, "And that is all."])[-1] == "answer"


def test_a_report_with_questions_is_no_interview():
    assert set(turns(["They met.", "Why now?", "Nobody knows.", "“Will it open?” she asked.", "It will."])) == {""}


def test_a_column_that_asks_itself_is_no_interview():
    asked = [line for question in ASKED for line in (question.replace("you", "they"), "Nobody in Tarn knows.")]
    assert set(turns(["The dam is late.", *asked, "It may never be built."])) == {""}


def test_nothing():
    assert turns([]) == []
