from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.model import Block, Chain, Document, EventMention, Mention, Participant, Quote, Reading, Span, Time
from tidings.run.checks import problems

TEXT = "Anna said so on Monday."
SOUND = Reading(
    Document("d", "a.txt", "0", TEXT, (Block(0, 23, "paragraph"),)),
    sentences=(Span(0, 23),),
    mentions=(Mention(Span(0, 4), "name", "person", "Anna"),),
    chains=(Chain("d/c/0", "person", "Anna", True, (0,)),),
    times=(Time(Span(16, 22), "DATE", "2030-01-07"),),
    quotes=(Quote("d/q/10", "indirect", (Span(10, 12),), cue=Span(5, 9), source=Span(0, 4), speaker=0, said_on=0),),
    events=(
        EventMention("d/e/5", "CONSULT", None, "held", Span(5, 9), Span(0, 22), (Participant(Span(0, 4), 0),), time=0),
    ),
)


def test_a_sound_reading():
    assert problems(SOUND) == ()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        pytest.param("sentences", (Span(0, 24),), "sentence 0..24 ends after the text (23)", id="span"),
        pytest.param("chains", (replace(SOUND.chains[0], mentions=(1,)),), "mention 1 is not one of 1", id="mention"),
        pytest.param("quotes", (replace(SOUND.quotes[0], speaker=1),), "chain 1 is not one of 1", id="speaker"),
        pytest.param("quotes", (replace(SOUND.quotes[0], said_on=3),), "time 3 is not one of 1", id="said-on"),
        pytest.param("quotes", (*SOUND.quotes, *SOUND.quotes), "the id 'd/q/10' is given twice", id="twice"),
        pytest.param("times", (replace(SOUND.times[0], anchored_on=-1),), "time -1 is not one of 1", id="anchored-on"),
    ],
)
def test_what_does_not_hold(field, value, words):
    assert problems(replace(SOUND, **{field: value})) == (words,)


@given(st.integers(0, 40), st.integers(1, 40))
def test_a_span_holds_as_long_as_it_lies_in_the_text(start, length):
    found = problems(replace(SOUND, sentences=(Span(start, start + length),)))
    assert (not found) == (start + length <= len(TEXT))
