"""Which events of a day are told, and in whose words."""

from dataclasses import replace

from tidings.model import Block, Date, Document, Event, Linked, Reading, Span, Telling
from tidings.stages.tell.timeline import Timeline
from tidings.text.anchors import anchor

TEXT = "The harbour strike in Tessel closed the docks. A clerk lost a hat. Dockers in Tessel ended the harbour strike."
DOCUMENT = Document("d", "d.txt", "d", TEXT, (Block(0, len(TEXT), "paragraph"),))


def event(name: str, words: tuple[str, ...], witnesses: int, day: str = "2031-04-04") -> Event:
    places = tuple(anchor(DOCUMENT, Span(TEXT.index(w), TEXT.index(w) + len(w))) for w in words)
    return Event(
        name, "PROTEST", None, None, (), (), Date(day, day, "day"), "held", (), (), words[0], witnesses, 0.9, places
    )


def lines(*events: Event, a_day: int = 3) -> list[tuple[str, str]]:
    telling = Telling((Reading(DOCUMENT),), Linked(), events=events)
    (told,) = Timeline(a_day=a_day).run((telling,))
    return [(entry.event, entry.text) for entry in told.timeline]


STRIKE = "The harbour strike in Tessel closed the docks"
HAT = "A clerk lost a hat"
END = "Dockers in Tessel ended the harbour strike"


def test_most_witnesses_first_then_the_middle_of_the_story() -> None:
    told = lines(event("a", (HAT,), 1), event("b", (STRIKE,), 1), event("c", (END,), 2))
    assert [name for name, _ in told] == ["c", "b", "a"]


def test_no_more_lines_a_day_than_set() -> None:
    assert len(lines(*(event(w, (w,), 1) for w in (STRIKE, HAT, END)), a_day=2)) == 2


def test_a_clause_within_another_is_no_line_of_its_own() -> None:
    assert lines(event("a", (END,), 2), event("b", ("ended the harbour strike",), 1)) == [("a", END)]


def test_a_clause_that_tells_two_acts_is_one_line() -> None:
    assert lines(event("a", (STRIKE,), 1), event("b", (STRIKE,), 1), event("c", (HAT,), 1)) == [
        ("a", STRIKE),
        ("c", HAT),
    ]


def test_a_line_has_the_words_of_the_summary() -> None:
    assert lines(event("a", (HAT, END), 2)) == [("a", HAT)]


def test_a_line_whose_summary_stands_in_another_place_has_the_words_nearest_the_middle() -> None:
    assert lines(replace(event("a", (HAT, END), 2), summary="They gave in")) == [("a", END)]


def test_a_line_has_both_ends_of_its_days() -> None:
    between = replace(event("a", (END,), 1), date=Date("2031-04-04", "2031-04-06", "interval"))
    (told,) = Timeline().run((Telling((Reading(DOCUMENT),), Linked(), events=(between, event("b", (HAT,), 1))),))
    assert [(t.event, t.date, t.to) for t in told.timeline] == [
        ("b", "2031-04-04", None),
        ("a", "2031-04-04", "2031-04-06"),
    ]


def test_days_in_order() -> None:
    told = lines(event("a", (STRIKE,), 1, "2031-04-06"), event("b", (END,), 1, "2031-04-05"))
    assert [name for name, _ in told] == ["b", "a"]
