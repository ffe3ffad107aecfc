"""Documents with their dates, and times worked out from them."""

import pytest

from tidings.model import Bound, Document, Group, Linked, Offset, Quote, Reading, Span, Telling, Time
from tidings.stages.tell.documents import Documents
from tidings.stages.tell.times import Times

TEXT = "They met yesterday. On 15 February they had argued. A day earlier she left."
YESTERDAY = Time(Span(9, 18), "DATE", None, offset=Offset("day", -1))
FEBRUARY = Time(Span(23, 34), "DATE", None, offset=Offset("day", 0, month=2, day=15, tense="past"))
EARLIER = Time(Span(52, 65), "DATE", None, offset=Offset("day", -1), anchored_on=1)


def bound(document: str, side: str, day: str) -> Bound:
    return Bound(document, side, day, "told", ((document, 0, 4),))


def tell(*readings: Reading, bounds: tuple[Bound, ...] = ()) -> Telling:
    telling = Telling(tuple(readings), Linked(bounds=bounds))
    return next(Times().run(list(Documents().run([telling]))))


def undated(*times: Time, quotes: tuple[Quote, ...] = ()) -> Reading:
    return Reading(Document("u", "u", "0", TEXT, ()), times=times, quotes=quotes)


def dated(day: str) -> Reading:
    return Reading(Document("d", "d", "1", "x", (), published=day, published_method="date line"))


@pytest.mark.parametrize(
    ("bounds", "published", "between", "basis"),
    [
        ((), None, None, "unknown"),
        ((bound("u", "not_before", "2019-03-01"),), None, ("2019-03-01", None), "inferred"),
        (
            (
                bound("u", "not_before", "2019-02-01"),
                bound("u", "not_before", "2019-03-01"),
                bound("u", "not_after", "2019-03-03"),
            ),
            None,
            ("2019-03-01", "2019-03-03"),
            "inferred",
        ),
        (
            (bound("u", "not_before", "2019-03-01"), bound("u", "not_after", "2019-03-01")),
            "2019-03-01",
            None,
            "inferred",
        ),
        (
            (bound("u", "not_before", "2019-03-05"), bound("u", "not_after", "2019-03-01")),
            None,
            ("2019-03-05", None),
            "inferred",
        ),
    ],
    ids=["nothing", "one-end", "narrowest", "one-day", "contradiction"],
)
def test_bounds_date_a_document(bounds, published, between, basis):
    (record,) = tell(undated(), bounds=bounds).documents
    assert (record.published, record.published_between, record.published_basis) == (published, between, basis)
    assert record.published_why


def test_stated_date_says_where_it_stands():
    (record,) = tell(dated("2019-03-01T18:00")).documents
    assert (record.published, record.published_basis) == ("2019-03-01", "stated")
    assert record.published_why == ("stated: date line",)


def test_both_ends_that_agree_give_a_value():
    told = tell(
        undated(FEBRUARY, EARLIER.__class__(EARLIER.span, "DATE", None, offset=EARLIER.offset, anchored_on=0)),
        bounds=(bound("u", "not_before", "2019-03-01"), bound("u", "not_after", "2019-03-03")),
    )
    assert [r.value for r in told.resolved] == ["2019-02-15", "2019-02-14"]
    assert [t.value for t in told.times] == ["2019-02-15", "2019-02-14"]


def test_both_ends_that_differ_give_an_interval():
    told = tell(
        undated(YESTERDAY), bounds=(bound("u", "not_before", "2019-03-01"), bound("u", "not_after", "2019-03-03"))
    )
    (one,) = told.resolved
    assert (one.from_, one.to, one.grain) == ("2019-02-28", "2019-03-02", "interval")
    assert told.times[0].value == "2019-XX-XX"


def test_year_of_a_day_by_the_storys_other_documents():
    told = tell(undated(YESTERDAY, FEBRUARY), dated("2019-07-28"))
    assert [r.value for r in told.resolved] == [None, "2019-02-15"]
    assert "other documents" in told.resolved[1].why[-1]
    assert told.times[0].value == "XXXX-XX-XX"


def test_story_that_runs_over_two_years_decides_no_year():
    told = tell(
        undated(FEBRUARY), dated("2019-01-28"), Reading(Document("e", "e", "2", "x", (), published="2020-03-01"))
    )
    assert told.resolved[0].value is None
    assert told.times[0].value == "XXXX-02-15"


def test_quoted_today_is_the_day_the_words_were_said():
    text = "On February 2, 2019 he said: “We met today.”"
    on = Time(Span(3, 19), "DATE", "2019-02-02")
    today = Time(Span(37, 42), "DATE", "2019-02-04", offset=Offset("day", 0))
    quote = Quote("d/q/30", "direct", (Span(30, 42),), (Span(30, 42),), said_on=0)
    reading = Reading(Document("d", "d", "1", text, (), published="2019-02-04"), times=(on, today), quotes=(quote,))
    assert [r.value for r in tell(reading).resolved] == ["2019-02-02", "2019-02-02"]


def test_impossible_day_is_told_without_a_value():
    told = tell(undated(Time(Span(0, 4), "DATE", None, reasons=("no calendar has it",))))
    (one,) = told.resolved
    assert (one.value, one.from_, one.grain) == (None, None, "unknown")
    assert told.times[0].why == ("no calendar has it",)


PAGE = "https://n.example/world/1"
ONE_COPY = Linked(groups=(Group("a", "copy", ("a", "b")),))
ONE = "The bridge was closed."
ADDED = f"{ONE} On Tuesday it opened."


@pytest.mark.parametrize(
    ("newer", "day"),
    [
        pytest.param({"modified": "2024-03-05"}, "2024-03-05", id="from the day of the change"),
        pytest.param({}, "2024-02-27", id="from the report's own day where no change is dated"),
    ],
)
def test_what_a_later_version_added_counts_from_its_day(newer, day):
    time = Time(
        Span(26, 33),
        "DATE",
        "2024-02-27",
        offset=Offset("day", 0, weekday=2, tense="past"),
        reasons=("past", "counted"),
    )
    old, new = (
        Reading(Document(name, name, name, text, (), url=PAGE, published="2024-03-04", **given), times=times)
        for name, text, given, times in (("a", ONE, {}, ()), ("b", ADDED, newer, (time,)))
    )
    told = next(Times().run(list(Documents().run([Telling((old, new), ONE_COPY)]))))
    assert [r.value for r in told.resolved] == [day]


@pytest.mark.parametrize(
    ("old", "new", "linked", "revises", "basis"),
    [
        ({"published": "2019-01-01"}, {"published": "2019-01-02"}, ONE_COPY, "b", "stated"),
        ({"published": "2019-01-01T08:00"}, {"modified": "2019-01-01T09:30"}, ONE_COPY, "b", "stated"),
        ({"path": "x", "line": 1}, {"path": "x", "line": 2}, ONE_COPY, "b", "order"),
        ({"path": "x"}, {"path": "y"}, ONE_COPY, "b", "unknown"),
        ({"published": "2019-01-01"}, {"published": "2019-01-01T09:30"}, ONE_COPY, "b", "unknown"),
        ({"published": "2019-01-01"}, {"published": "2019-01-02"}, Linked(), None, None),
        ({"published": "2019-01-01"}, {"published": "2019-01-02", "text": "Nine people died."}, ONE_COPY, None, None),
    ],
    ids=["day", "hour", "line", "no-date", "day-and-hour", "another-article", "same-text"],
)
def test_revision_names_the_one_before(old, new, linked, revises, basis):
    def reading(id_, given, text):
        fields = {"path": id_, "digest": id_, "text": text, "blocks": (), "url": PAGE, **given}
        return Reading(Document(id_, **fields))

    telling = Telling((reading("a", new, "Ten people died."), reading("b", old, "Nine people died.")), linked)
    records = {r.id: r for r in next(Documents().run([telling])).documents}
    assert (records["a"].revises, records["a"].revises_basis, records["b"].revises) == (revises, basis, None)
    if revises:
        (change,) = records["a"].changes
        assert (change.kind, change.before.exact, change.after.exact) == (
            "reworded",
            "Nine people died.",
            "Ten people died.",
        )


@pytest.mark.parametrize(
    ("others", "bounds", "value"),
    [
        pytest.param("2019-01-20", (), "2019-02-15", id="nearest to the other documents, though it is told as past"),
        pytest.param(
            "2018-03-01", (bound("u", "not_before", "2019-01-05"),), "2019-02-15", id="not before its own bound"
        ),
        pytest.param("2019-03-20", (), "2019-02-15", id="before the other documents"),
    ],
)
def test_a_day_without_a_year_in_an_undated_document(others, bounds, value):
    telling = tell(undated(FEBRUARY), dated(others), bounds=bounds)
    assert [time.value for time in telling.times] == [value]
