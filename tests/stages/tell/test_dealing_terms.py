"""Until which day a dealing stands, and what is only silence towards the press."""

from itertools import pairwise
from types import SimpleNamespace

import pytest

from tidings.grammar.events.dealing_sides import OF_SPEAKER, before_addressed, sides_of
from tidings.grammar.events.dealing_state import is_made_good, term_of
from tidings.model import Resolved, Span
from tidings.stages.tell.dealings import is_no_comment, told_whole


def told(text, act, day=None):
    clause = Span(0, len(text))
    times = () if day is None else (SimpleNamespace(span=Span(text.index(day), text.index(day) + len(day))),)
    reading = SimpleNamespace(document=SimpleNamespace(text=text), times=times)
    trigger = Span(text.index(act), text.index(act) + len(act))
    return SimpleNamespace(
        document="1", reading=reading, mention=SimpleNamespace(clause=clause, trigger=trigger, status="held")
    )


@pytest.mark.parametrize(
    ("text", "grain", "term"),
    [
        pytest.param("Norway offered to free the crew by 4 May", "day", "2031-05-04", id="by"),
        pytest.param("Norway gave Portugal until 4 May", "day", "2031-05-04", id="until"),
        pytest.param("Norway offered to free the crew on 4 May", "day", None, id="a day is no term"),
        pytest.param("Norway offered to free the crew by 4 May", "month", None, id="no day"),
    ],
)
def test_until_which_day(text, grain, term):
    resolved = {("1", 0): Resolved("1", 0, "2031-05-04", "2031-05-04", "2031-05-04", grain)}
    assert term_of([told(text, text.split()[1], "4 May")], resolved) == term


@pytest.mark.parametrize(
    ("text", "act", "about", "silent"),
    [
        pytest.param("She declined to comment", "declined", "to comment", True, id="declined to comment"),
        pytest.param("She declined to confirm the sum", "declined", "to confirm the sum", True, id="to confirm"),
        pytest.param("She declined to pay", "declined", "to pay", False, id="to pay"),
        pytest.param("She declined to promise it", "declined", "to promise it", False, id="to bind herself"),
        pytest.param("She refused to say so", "refused", "to say so", False, id="refused"),
    ],
)
def test_silence_is_no_refusal(text, act, about, silent):
    assert is_no_comment(told(text, act), SimpleNamespace(about=about)) is silent


def test_who_speaks_to_their_own_state():
    entities = {n: SimpleNamespace(id=n, kind="person", acts_for="NOR", mentions=()) for n in ("deputy", "minister")}
    event = SimpleNamespace(actors=("deputy",), recipients=("minister",))
    linked = SimpleNamespace(group_of=lambda kind: {})
    parties = SimpleNamespace(entities=entities, telling=SimpleNamespace(linked=linked))
    assert sides_of(parties, event, "accusation", [], None) == ("deputy", "minister", ())


@pytest.mark.parametrize(
    ("text", "who", "own"),
    [
        pytest.param("“My brother should speak less", "brother", True, id="my brother"),
        pytest.param("“Our friends must hurry", "friends", True, id="our friends"),
        pytest.param("“My brother", "My brother", True, id="with its word"),
        pytest.param("“The Norwegians must hurry", "Norwegians", False, id="a people"),
        pytest.param("The tour guides must hurry", "guides", False, id="a tour"),
        pytest.param("“Amy’s crew must hurry", "crew", False, id="somebody's"),
    ],
)
def test_whom_a_speaker_calls_their_own(text, who, own):
    at = text.index(who)
    mention = SimpleNamespace(recipients=(SimpleNamespace(span=Span(at, at + len(who))),))
    member = SimpleNamespace(reading=SimpleNamespace(document=SimpleNamespace(text=text)), mention=mention)
    assert any(OF_SPEAKER.search(words) for words in before_addressed([member])) is own


@pytest.mark.parametrize(
    ("text", "word", "kept"),
    [
        pytest.param("On Monday Norway fulfilled its warning", "warning", True, id="fulfilled"),
        pytest.param("Norway made good on its old promise to pay", "promise", True, id="made good on"),
        pytest.param("Norway has not kept its promise", "promise", False, id="not kept"),
        pytest.param("Norway repeated its warning", "warning", False, id="repeated"),
        pytest.param("Norway paid out the loan on Monday as promised", "paid", True, id="done as promised"),
    ],
)
def test_what_was_threatened_or_promised_is_made_good(text, word, kept):
    assert is_made_good(told(text, word)) is kept


@pytest.mark.parametrize(
    ("text", "clause", "about", "whole"),
    [
        pytest.param(
            "Norway warned that it would strike.", "Norway warned", "it would strike", True, id="what it warns of"
        ),
        pytest.param(
            "Norway warned. It would strike.", "Norway warned", "It would strike", False, id="another sentence"
        ),
    ],
)
def test_evidence_holds_what_is_asked_or_threatened(text, clause, about, whole):
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (clause, about)]
    ends = [0, *(n + 1 for n in range(len(text)) if text[n] == ".")]
    sentences = tuple(Span(a, b) for a, b in pairwise(ends))
    reading = SimpleNamespace(document=SimpleNamespace(text=text), sentences=sentences)
    member = SimpleNamespace(reading=reading, mention=SimpleNamespace(clause=spans[0], about=spans[1]))
    assert told_whole(member) == (Span(spans[0].start, spans[1].end) if whole else spans[0])
