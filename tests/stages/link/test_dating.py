"""When an undated document was published, by its own words, its copies and the same news elsewhere."""

from dataclasses import replace
from itertools import permutations

import pytest

from tidings.model import (
    Block,
    Bound,
    Chain,
    Document,
    EventMention,
    Group,
    Link,
    Linked,
    Mention,
    Offset,
    Participant,
    Reading,
    Span,
    Time,
)
from tidings.run.linking import link
from tidings.stages.link.dating import Dating

TEXT = "Envoys met on Friday (1/3/2019). They will sign on April 5, 2019. More follows."


def reading(
    name: str,
    text: str,
    times: tuple[Time, ...] = (),
    published: str | None = None,
    events: tuple[EventMention, ...] = (),
) -> Reading:
    document = Document(name, name, name, text, (Block(0, len(text), "paragraph"),), published=published)
    mentions = tuple(Mention(Span(n, n + 1), "name", "country", f"party {n}") for n in range(2))
    chains = tuple(Chain(f"{name}/c/{n}", "country", f"party {n}", True, (n,)) for n in range(2))
    sentences = (Span(0, len(text)),)
    return Reading(document, None, sentences, mentions, chains, times=times, events=events)


def time(text: str, words: str, value: str | None, look: str | None, **fields) -> Time:
    at = text.index(words)
    return Time(Span(at, at + len(words)), "DATE", value, look=look, **fields)


def event(name: str, status: str, when: int | None = None) -> EventMention:
    parties = (Participant(Span(0, 3), 0), Participant(Span(4, 6), 1))
    return EventMention(f"{name}/e/0", "CONSULT", "meet", status, Span(0, 6), Span(0, 10), parties, time=when)


def bounds(*readings: Reading, linked: tuple[Link, ...] = ()) -> dict[tuple[str, str], str]:
    found = link([Dating()], readings, linked)
    return {(b.document, b.side): b.day for b in found.bounds}


def same_parties(*names: str) -> Linked:
    groups = [Group(f"{names[0]}/c/{n}", "entity", tuple(f"{name}/c/{n}" for name in names)) for n in range(2)]
    return Linked(groups=tuple(groups))


def test_own_words_bound_both_ends():
    times = (time(TEXT, "Friday (1/3/2019)", "2019-03-01", "past"), time(TEXT, "April 5, 2019", "2019-04-05", "future"))
    found = link([Dating()], [reading("u", TEXT, times)])
    assert {(b.side, b.day) for b in found.bounds} == {
        ("not_before", "2019-03-01"),
        ("not_after", "2019-03-03"),
        ("not_after", "2019-04-05"),
    }
    assert all(TEXT[start:end] for b in found.bounds for _, start, end in b.evidence)
    assert all(b.why for b in found.bounds)


def test_this_weekday_with_its_date_is_the_day_of_the_report():
    text = "Lima refused this Thursday (7/3/2019) the offer."
    found = bounds(reading("u", text, (time(text, "this Thursday (7/3/2019)", "2019-03-07", "past"),)))
    assert found == {("u", "not_before"): "2019-03-07", ("u", "not_after"): "2019-03-07"}


def test_first_weekday_of_the_lead_follows_the_latest_date_told_by_its_weekday():
    text = "Envoys signed on Monday what they began on Friday, 1 March 2019."
    bare = time(text, "Monday", None, "past", offset=Offset("day", 0, weekday=1, tense="past"))
    found = link([Dating()], [reading("u", text, (bare, time(text, "Friday, 1 March 2019", "2019-03-01", "past")))])
    assert {(b.side, b.day) for b in found.bounds} == {
        ("not_before", "2019-03-01"),
        ("not_before", "2019-03-04"),
        ("not_after", "2019-03-06"),
    }


def test_date_in_the_lead_on_the_weekday_of_the_lead_is_the_day_of_the_news():
    text = "Envoys agreed on Thursday. The terms were made public on June 12, 2031."
    bare = time(text, "Thursday", None, "past", offset=Offset("day", 0, weekday=4, tense="past"))
    found = bounds(reading("u", text, (bare, time(text, "June 12, 2031", "2031-06-12", "past"))))
    assert found == {("u", "not_before"): "2031-06-12", ("u", "not_after"): "2031-06-14"}


@pytest.mark.parametrize(
    ("coming", "expected"),
    [
        pytest.param(
            "2031-06-18", {("u", "not_before"): "2031-06-16", ("u", "not_after"): "2031-06-18"}, id="one Monday"
        ),
        pytest.param("2031-06-25", {("u", "not_before"): "2031-06-12", ("u", "not_after"): "2031-06-25"}, id="two"),
    ],
)
def test_weekday_of_the_lead_that_falls_once_between_what_was_and_what_comes(coming, expected):
    text = "Envoys left on Monday. They had come on June 12, 2031. They will be back on THAT DAY."
    bare = time(text, "Monday", None, "past", offset=Offset("day", 0, weekday=1, tense="past"))
    past = time(text, "June 12, 2031", "2031-06-12", "past")
    found = link([Dating()], [reading("u", text, (bare, past, time(text, "THAT DAY", coming, "future")))])
    early = max(b.day for b in found.bounds if b.side == "not_before")
    late = min(b.day for b in found.bounds if b.side == "not_after")
    assert {("u", "not_before"): early, ("u", "not_after"): late} == expected


@pytest.mark.parametrize(
    ("words", "day"),
    [("yesterday, Monday", "2031-06-17"), ("today, Monday", "2031-06-16")],
    ids=["the day after", "it"],
)
def test_weekday_beside_yesterday_or_today_gives_the_day_of_the_report(words, day):
    text = f"Envoys left {words}. They had come on June 12, 2031. They will be back on June 18, 2031."
    bare = time(text, words, None, "past", offset=Offset("day", 0, weekday=1, tense="past"))
    past, coming = (
        time(text, "June 12, 2031", "2031-06-12", "past"),
        time(text, "June 18, 2031", "2031-06-18", "future"),
    )
    found = link([Dating()], [reading("u", text, (bare, past, coming))]).bounds
    assert (
        max(b.day for b in found if b.side == "not_before") == min(b.day for b in found if b.side == "not_after") == day
    )


def test_a_day_right_behind_the_weekday_of_the_news_has_passed_too():
    text = "Envoys left on Monday. They had come on June 12, 2031. A ship came on Tuesday. All meet on June 18, 2031."
    weekdays = [
        time(text, word, None, "past", offset=Offset("day", 0, weekday=number, tense="past"))
        for word, number in (("Monday", 1), ("Tuesday", 2))
    ]
    dated = (
        time(text, "June 12, 2031", "2031-06-12", "past"),
        time(text, "June 18, 2031", "2031-06-18", "future"),
    )
    found = link([Dating()], [reading("u", text, (weekdays[0], dated[0], weekdays[1], dated[1]))]).bounds
    assert max(b.day for b in found if b.side == "not_before") == "2031-06-17"
    assert min(b.day for b in found if b.side == "not_after") == "2031-06-18"


def test_since_when_something_lasts_is_no_news():
    text = "The bridge has been shut since Thursday. The terms were made public on June 12, 2031."
    bare = time(text, "Thursday", None, "past", offset=Offset("day", 0, weekday=4, tense="past"))
    found = bounds(reading("u", text, (bare, time(text, "June 12, 2031", "2031-06-12", "past"))))
    assert found == {("u", "not_before"): "2031-06-12"}


YEARLESS = "Envoys met on Friday, 1 March."


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (("2019-03-10",), {("u", "not_before"): "2019-03-01", ("u", "not_after"): "2019-03-03"}),
        (("2019-02-10", "2019-04-10"), {("u", "not_before"): "2019-03-01", ("u", "not_after"): "2019-03-03"}),
        (("2013-03-10", "2019-03-10"), {}),
    ],
    ids=["one-report", "two-of-one-year", "two-that-disagree"],
)
def test_day_without_a_year_takes_that_of_reports_on_the_same_parties(published, expected):
    offset = Offset("day", 0, weekday=5, month=3, day=1, tense="past")
    undated = reading("u", YEARLESS, (time(YEARLESS, "Friday, 1 March", None, "past", offset=offset),))
    others = [reading(f"d{n}", TEXT, published=day) for n, day in enumerate(published)]
    linked = same_parties("u", *(r.document.id for r in others))
    cards = [card for r in (undated, *others) for card in Dating().cards(r, linked)]
    found = [b for b in Dating().compare(cards) if isinstance(b, Bound)]
    assert {(b.document, b.side): b.day for b in found} == expected


@pytest.mark.parametrize(
    ("day", "weekday", "published", "expected"),
    [
        pytest.param("03-02", 5, ("2019-03-04",), "2019-03-02", id="told the day after"),
        pytest.param("12-31", 1, ("2019-01-03",), "2018-12-31", id="across the turn of the year"),
        pytest.param("03-02", 2, ("2019-03-04",), None, id="another weekday"),
        pytest.param("08-02", 5, ("2019-03-04",), None, id="far from every report"),
        pytest.param("03-02", 5, ("2018-03-04", "2019-03-04"), None, id="reports of two years"),
        pytest.param("02-29", 5, ("2019-03-04",), None, id="no such day that year"),
        pytest.param("03-02", 5, (), None, id="no dated report"),
    ],
)
def test_dateline_without_its_year_takes_that_of_reports_on_the_same_parties(day, weekday, published, expected):
    text = "Envoys met on Friday. More follows."
    offset = Offset("day", 0, weekday=weekday, tense="past")
    undated = reading("u", text, (time(text, "Friday", None, "past", offset=offset),))
    undated = replace(undated, document=replace(undated.document, day_of_year=day))
    others = [reading(f"d{n}", TEXT, published=when) for n, when in enumerate(published)]
    linked = same_parties("u", *(r.document.id for r in others))
    cards = [card for r in (undated, *others) for card in Dating().cards(r, linked)]
    found = {(b.side, b.day) for b in Dating().compare(cards) if isinstance(b, Bound) and "dateline" in b.why}
    assert found == ({("not_before", expected), ("not_after", expected)} if expected else set())


def test_its_own_dateline_goes_before_what_its_words_let_guess():
    text = "Envoys met on Thursday. The vote was moved to Monday, March 4."
    moved = Offset("day", 0, weekday=1, month=3, day=4, tense="past")
    times = (
        time(text, "Thursday", None, "past", offset=Offset("day", 0, weekday=4, tense="past")),
        time(text, "Monday, March 4", None, "past", offset=moved),
    )
    undated = reading("u", text, times)
    undated = replace(undated, document=replace(undated.document, day_of_year="02-28"))
    other = reading("d0", TEXT, published="2019-02-27")
    cards = [card for r in (undated, other) for card in Dating().cards(r, same_parties("u", "d0"))]
    found = {(b.side, b.day) for b in Dating().compare(cards) if isinstance(b, Bound)}
    assert found == {("not_before", "2019-02-28"), ("not_after", "2019-02-28")}


def test_past_date_without_a_weekday_gives_no_upper_end():
    text = "Envoys met on March 1, 2019."
    assert bounds(reading("u", text, (time(text, "March 1, 2019", "2019-03-01", "past"),))) == {
        ("u", "not_before"): "2019-03-01"
    }


def test_dated_document_gets_no_bounds():
    assert bounds(reading("d", TEXT, (time(TEXT, "Friday (1/3/2019)", "2019-03-01", "past"),), "2019-03-02")) == {}


def test_caption_is_no_evidence():
    document = Document("u", "u", "u", TEXT, (Block(0, len(TEXT), "caption"),))
    found = Reading(
        document, sentences=(Span(0, len(TEXT)),), times=(time(TEXT, "Friday (1/3/2019)", "2019-03-01", "past"),)
    )
    assert link([Dating()], [found]).bounds == ()


def test_copy_of_a_dated_report_appears_within_days_of_it():
    copied = Link("copy", "d", "u", "repeats", 0.9, "same words")
    found = bounds(reading("d", TEXT, published="2019-03-02"), reading("u", TEXT), linked=(copied,))
    assert found == {("u", "not_before"): "2019-02-28", ("u", "not_after"): "2019-03-04"}


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("held", {("u", "not_before"): "2019-03-01", ("u", "not_after"): "2019-03-03"}),
        ("requested", {("u", "not_after"): "2019-03-01"}),
        ("denied", {}),
    ],
)
def test_same_news_elsewhere_bounds_a_report(status, expected):
    dated = reading(
        "d", TEXT, (time(TEXT, "Friday (1/3/2019)", "2019-03-01", "past"),), "2019-03-02", (event("d", "held", 0),)
    )
    open_ = reading("u", "Talks between the two took place.", events=(event("u", status),))
    cards = [card for r in (dated, open_) for card in Dating().cards(r, same_parties("d", "u"))]
    for order in permutations(cards):
        found = list(Dating().compare(order))
        assert {(b.document, b.side): b.day for b in found if isinstance(b, Bound)} == expected


@pytest.mark.parametrize(
    ("words", "weekday", "expected"),
    [
        pytest.param("Friday", 5, ["2019-03-01", "2019-03-03"], id="its weekday"),
        pytest.param("yesterday, Thursday", 4, ["2019-03-01", "2019-03-03"], id="the day before"),
        pytest.param("Tuesday", 2, [], id="another weekday"),
        pytest.param("yesterday, Tuesday", 2, [], id="told on a Wednesday"),
    ],
)
def test_the_weekday_of_the_lead_speaks_against_the_same_news(words, weekday, expected):
    dated = reading(
        "d", TEXT, (time(TEXT, "Friday (1/3/2019)", "2019-03-01", "past"),), "2019-03-02", (event("d", "held", 0),)
    )
    text = f"Talks between the two took place {words}."
    on = time(text, words, None, "past", offset=Offset("day", 0, weekday=weekday))
    open_ = reading("u", text, (on,), events=(event("u", "held"),))
    cards = [card for r in (dated, open_) for card in Dating().cards(r, same_parties("d", "u"))]
    assert sorted(b.day for b in Dating().compare(cards) if isinstance(b, Bound)) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param("2019-04-24", ("2019-04-29", "2019-05-01"), id="days before it"),
        pytest.param("2019-09-20", (None, None), id="months off"),
    ],
)
def test_a_weekday_with_its_number_is_a_day_near_reports_on_the_same_parties(published, expected):
    text = "Aa Bb: The bench threw out on Monday 29 the appeal."
    on = time(text, "Monday 29", None, "past", offset=Offset("day", 0, weekday=1, day=29, tense="past"))
    cards = [
        card
        for r in (reading("d", "Aa Bb met.", (), published), reading("u", text, (on,)))
        for card in Dating().cards(r, same_parties("d", "u"))
    ]
    found = {b.side: b.day for b in Dating().compare(cards) if isinstance(b, Bound)}
    assert (found.get("not_before"), found.get("not_after")) == expected


@pytest.mark.parametrize(
    ("words", "look", "expected"),
    [
        pytest.param("Monday 11 November", None, ("2019-11-11", "2019-11-13"), id="the next year in which it fits"),
        pytest.param("Wednesday 11 November", None, ("2020-11-11", "2020-11-13"), id="a later one"),
        pytest.param("Monday 11 November", "future", ("2019-03-20", "2019-11-11"), id="still to come"),
        pytest.param("11 November", None, ("2019-03-20", None), id="no weekday"),
    ],
)
def test_a_day_without_its_year_by_its_weekday(words, look, expected):
    text = f"The letter is dated {words}. The plan was approved on 20 March 2019."
    day = Offset("day", 0, month=11, day=11)
    told = (time(text, words, None, look, offset=day), time(text, "20 March 2019", "2019-03-20", "past"))
    found = bounds(reading("a", text, told))
    assert (found.get(("a", "not_before")), found.get(("a", "not_after"))) == expected
