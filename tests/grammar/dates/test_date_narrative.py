"""What a time hangs on, with a stub for the verb."""

import pytest

from tidings.grammar.dates.narrative import Expression, place
from tidings.grammar.dates.phrases import phrases
from tidings.grammar.dates.words import scan
from tidings.model import Span, Time


def placed(text: str, look: str | None, published: str | None) -> tuple[Time, ...]:
    line = scan(text)
    found = [Expression(Span(line.words[i].start, line.words[f.end - 1].end), f) for i, f in phrases(line)]
    return place(found, published, lambda span, *, weekday: look, "test@1")


def test_past_hangs_on_none_that_would_put_it_after_the_report():
    text = "Seized on 18 March. Talks were held on Wednesday. A group claimed it four days later."
    times = placed(text, "past", "2019-04-04")
    assert [time.value for time in times] == ["2019-03-18", "2019-04-03", "2019-03-22"]
    assert times[2].anchored_on == 0


@pytest.mark.parametrize(
    ("look", "value"), [("past", "2019-03-28"), ("future", "2019-04-04"), (None, "2019-03-28")], ids=str
)
def test_verb_decides_between_two_weekdays(look, value):
    (time,) = placed("on Thursday", look, "2019-04-03")
    assert (time.value, time.look, time.origin) == (value, look, "test@1")
    assert time.reasons


def test_clock_time_is_of_the_day_just_told():
    assert placed("On March 7, 2019 she left. At 10 p.m. he came.", None, "2019-04-03")[1].value == "2019-03-07T22:00"


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        pytest.param(1, "2019-03-06TEV", id="of the day just told"),
        pytest.param(3, "2019-04-02TEV", id="of the report, far from any"),
    ],
)
def test_the_evening_before_is_of_the_day_just_told_or_of_the_report(sentences, value):
    line = scan("On March 7, 2019 she left. He had called the evening before.")
    found = [
        Expression(Span(line.words[i].start, line.words[f.end - 1].end), f, n * sentences)
        for n, (i, f) in enumerate(phrases(line))
    ]
    assert place(found, "2019-04-03", lambda span, *, weekday: None, "test@1")[1].value == value


def test_quarter_of_the_text_is_not_the_one_compared_with():
    text = "It fell in the third quarter of 2019 from 3% a year earlier. In the quarter it lost ground."
    assert [time.value for time in placed(text, None, None)] == ["2019-Q3", "2018-Q3", "2019-Q3"]
