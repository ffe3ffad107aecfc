"""The field names of news tools, all in one table."""

import pytest

from tidings.sources.fields import given_in, text_in

OURS = {
    "id": "7",
    "url": "https://gazette.example/7",
    "title": "Bridge to open",
    "text": "Words.",
    "published": "2023-05-02",
}
NEWS_PLEASE = {
    "maintext": "Words.",
    "title": "Bridge to open",
    "date_publish": "2023-05-02 10:00:00",
    "source_domain": "gazette.example",
    "authors": ["Ann Orla", "Jan Tamm"],
    "url": "u",
    "language": "en",
    "date_modify": None,
}
TRAFILATURA = {
    "raw_text": "Words.",
    "title": "Bridge to open",
    "date": "2023-05-02",
    "sitename": "Gazette",
    "hostname": "gazette.example",
    "author": "Ann Orla",
}
SCHEMA_ORG = {
    "@type": "NewsArticle",
    "articleBody": "Words.",
    "headline": "Bridge to open",
    "datePublished": "2023-05-02T10:00Z",
    "publisher": {"name": "Gazette"},
    "author": [{"name": "Ann Orla"}, {"name": "Jan Tamm"}],
    "inLanguage": "en",
}


@pytest.mark.parametrize(
    ("record", "published", "outlet", "author"),
    [
        pytest.param(OURS, "2023-05-02", None, None, id="ours"),
        pytest.param(NEWS_PLEASE, "2023-05-02 10:00:00", "gazette.example", "Ann Orla, Jan Tamm", id="news-please"),
        pytest.param(TRAFILATURA, "2023-05-02", "Gazette", "Ann Orla", id="trafilatura"),
        pytest.param(SCHEMA_ORG, "2023-05-02T10:00Z", "Gazette", "Ann Orla, Jan Tamm", id="schema.org"),
    ],
)
def test_fields_of_each_tool(record, published, outlet, author):
    given = given_in(record)
    assert text_in(record) == "Words."
    assert (given.title, given.published, given.outlet, given.author) == ("Bridge to open", published, outlet, author)


def test_a_list_of_paragraphs_is_a_text():
    assert text_in({"body": ["One.", "Two."]}) == "One.\n\nTwo."


@pytest.mark.parametrize("record", [{}, {"text": ""}, {"text": None}, {"text": 7}, {"text": {"a": "b"}}, {"body": [1]}])
def test_no_text(record):
    assert text_in(record) is None


def test_odd_values_are_not_taken():
    given = given_in({"title": ["", None, {"x": 1}], "author": True, "published": 20230502, "url": {"@id": "x"}})
    assert (given.title, given.author, given.published, given.url) == (None, None, "20230502", None)


@pytest.mark.parametrize(
    ("value", "published"),
    [
        pytest.param(1682985600, "2023-05-02T00:00:00+00:00", id="seconds"),
        pytest.param(1682985600.75, "2023-05-02T00:00:00+00:00", id="parts of seconds"),
        pytest.param(1682985600123, "2023-05-02T00:00:00+00:00", id="thousandths"),
        pytest.param("1682985600", "2023-05-02T00:00:00+00:00", id="seconds in quote marks"),
        pytest.param(" 1682985600123 ", "2023-05-02T00:00:00+00:00", id="thousandths in quote marks"),
        pytest.param("1682985600.75", "2023-05-02T00:00:00+00:00", id="parts of seconds in quote marks"),
        pytest.param(1682985600123456, "2023-05-02T00:00:00+00:00", id="millionths"),
        pytest.param("20230502101500", "20230502101500", id="a day and its time in figures"),
        pytest.param(202305021015, "202305021015", id="the same as a number"),
        pytest.param("20230502", "20230502", id="a day in figures"),
        pytest.param("1" * 30, "1" * 30, id="too many figures"),
        pytest.param(10**400, "1" + "0" * 400, id="a number beyond all"),
        pytest.param(20230502.0, "20230502", id="a table's float"),
        pytest.param(2023, "2023", id="a year"),
        pytest.param(True, "true", id="true stays, to be told"),
        pytest.param([2023, 5, 2], "[2023, 5, 2]", id="a list stays, to be told"),
        pytest.param(False, None, id="false states none"),
        pytest.param(None, None, id="null states none"),
        pytest.param(float("inf"), "inf", id="no number of days"),
    ],
)
def test_a_date_that_is_no_string(value, published):
    assert given_in({"published": value}).published == published


@pytest.mark.parametrize(
    ("title", "words"),
    [
        pytest.param([1], None, id="a list of numbers is no title"),
        pytest.param(["Bridge", 2], "Bridge", id="nor a number in a list"),
        pytest.param(1984, "1984", id="a number may be one"),
    ],
)
def test_numbers_as_titles(title, words):
    assert given_in({"title": title}).title == words
