"""The times of a document: values by its date, anchors by its narrative."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.model import Block, Document, Reading, Time
from tidings.stages.read.analyse import Analyse
from tidings.stages.read.times import Times


def read(text: str, published: str | None = None) -> tuple[Time, ...]:
    blocks = (Block(0, len(text), "paragraph"),) if text else ()
    document = Document("d", "d.txt", "0", text, blocks, published=published)
    return next(Times().run([Reading(document)])).times


def values(text: str, published: str | None = None) -> list[str | None]:
    return [time.value for time in read(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Thursday.", "2019-02-28"),
        ("They met on Friday.", "2019-03-01"),
        ("They met yesterday.", "2019-02-28"),
        ("They met last week.", "2019-W08"),
        ("They met in July.", "2019-07"),
        ("They met in September.", "2018-09"),
        ("They met on 15 February.", "2019-02-15"),
        ("They met two months ago.", "2019-01"),
        ("They met this morning.", "2019-03-01TMO"),
    ],
    ids=lambda value: value,
)
def test_relative_date_is_counted_from_the_documents(text, value):
    assert values(text, "2019-03-01T18:00") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sunday evening the envoy landed and went straight to the palace.", "2024-05-12TEV"),
        ("The port authority said on Sunday it will send divers.", "2024-05-12"),
        ("The port authority said it will send divers on Sunday.", "2024-05-19"),
        ("The mayor said she would answer on Sunday.", "2024-05-19"),
        ("Crews were told by text message late on Sunday.", "2024-05-12"),
        ("The hearing was set for Sunday.", "2024-05-19"),
        ("The ferries resume on Sunday.", "2024-05-19"),
        ("On Sunday the port is to release the crew.", "2024-05-19"),
        ("The mayor claims on Sunday the bridge shook.", "2024-05-12"),
        ("The truce, which ends on Sunday, has held so far.", "2024-05-19"),
        ("The water had reached the bridge by Sunday.", "2024-05-12"),
        ("Parties traded insults ahead of Sunday's vote.", "2024-05-19"),
        ("The planned Sunday march has been banned.", "2024-05-19"),
        ("The lists, to be published on Sunday, are long.", "2024-05-19"),
        ("Falk said that he had agreed to meet her on Saturday.", "2024-05-18"),
        ("Falk said that the talks had been due to open on Saturday.", "2024-05-11"),
        ("She has summoned both mayors to Orla for 24 May.", "2024-05-24"),
        ("A visit by the mayor, agreed to and set for June 4, was still planned.", "2024-06-04"),
        ("The miller was declared wanted on May 2.", "2024-05-02"),
        ("She had the mayor called in on Sunday.", "2024-05-12"),
        ("A convoy that was to have left on Friday has been postponed.", "2024-05-17"),
        ("The flight was to have taken place on Saturday but was put off.", "2024-05-18"),
        ("The ferry was due on Monday but did not arrive.", "2024-05-13"),
        ("She was due to meet the mayor on Monday but missed her train.", "2024-05-13"),
        ("The session scheduled for Monday was never held.", "2024-05-13"),
        ("The mayor had been expected in Orla on Saturday. His office said he would not travel.", "2024-05-18"),
        ("Her tour had been due to begin on Saturday but was put back.", "2024-05-11"),
        ("The union called off Saturday's march.", "2024-05-18"),
        ("The fair was moved to Friday because of fog.", "2024-05-17"),
        ("The vote was postponed on Monday.", "2024-05-13"),
        ("A session of the council set for Friday was postponed.", "2024-05-17"),
        ("The mayor had planned to visit the dam on Friday but called off the trip because of floods.", "2024-05-17"),
        ("Guests were arriving for Saturday's fair.", "2024-05-18"),
        ("The bridge was shut this Sunday.", "2024-05-12"),
        ("He had complained as early as Monday.", "2024-05-13"),
        ("He said that the mill had failed and would be shut on Friday.", "2024-05-17"),
        ("Falk warned that the mill would stop paying rent on Friday.", "2024-05-17"),
        ("Falk offered to host the fair if it could not be held in Orla on Monday.", "2024-05-20"),
        ("He said that he would sell the ferry if the rent had not come by Monday.", "2024-05-20"),
        ("Falk has said that the fair had been put off until Sunday.", "2024-05-19"),
        ("Falk told the mayor that the fair had been moved to Sunday.", "2024-05-19"),
        ("The fair had been put off until Sunday.", "2024-05-12"),
        ("The miller expects grinding to resume on Friday.", "2024-05-17"),
        ("The two choirs, she said, would sing the psalm in Orla on Friday.", "2024-05-17"),
        ("The council cancelled the debate on the dam that had been planned for Friday.", "2024-05-17"),
        (
            "Both mayors had been invited to the isle of Orla on Saturday, when the fairs of the league are over.",
            "2024-05-18",
        ),
        ("The fair on Friday has been moved to Orla.", "2024-05-17"),
        ("The round of talks on Friday has been moved to Orla.", "2024-05-17"),
        ("Survivors of the fire on Friday have been moved to Orla.", "2024-05-10"),
    ],
    ids=lambda value: value,
)
def test_weekday_looks_as_the_sentence_does(text, value):
    document = Document("d", "d.txt", "0", text, (Block(0, len(text), "paragraph"),), published="2024-05-15")
    (analysed,) = Analyse().run([Reading(document)])
    (reading,) = Times().run([analysed])
    assert [time.value for time in reading.times] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2012 they met; the war ended on May 3 that year.", ["2012", "2012-05-03"]),
        ("They met on 4 June 2011. It was signed on 2 July of the same year.", ["2011-06-04", "2011-07-02"]),
        (
            "They left in 2010. They met on Thursday. They signed on June 2 that year.",
            ["2010", "2019-02-28", "2010-06-02"],
        ),
        ("He was jailed in 2017 to two years.", ["2017", "P2Y"]),
    ],
    ids=["that-year", "of-the-same-year", "no-year-of-a-weekday", "no-length-of-2017-years"],
)
def test_that_year_is_the_one_named_before(text, expected):
    assert values(text, "2019-03-01") == expected


@pytest.mark.parametrize(
    ("published", "value"),
    [
        (None, "2019-XX-XX"),
        ("2019-03-01", "2019-03-04"),
        ("2019-04-03", "2019-04-03"),
        ("2019-04-04", "2019-XX-XX"),
        ("2019-04-10", "2019-04-03"),
    ],
)
def test_figures_read_either_way_by_the_documents_date(published, value):
    assert values("They met on 3/4/2019.", published) == [value]


@pytest.mark.parametrize(
    ("text", "url", "published", "value"),
    [
        ("They met on 3/4/2019.", "https://www.paper.co.uk/world/1", None, "2019-04-03"),
        ("They met on 3/4/2019.", "https://city.example.us/1", None, "2019-03-04"),
        ("They met on 3/4/2019.", "https://paper.example.com/uk/1", None, "2019-XX-XX"),
        ("They met on 3/4/2019.", "https://paper.ca", None, "2019-XX-XX"),
        ("They met on 3/4/2019.", "uk", None, "2019-XX-XX"),
        ("They met on 3/4/2019.", "https://paper.co.uk/1", "2019-03-01", "2019-03-04"),
        ("They met on 3/4/2019, not 3/14/2019.", "https://paper.co.uk/1", None, "2019-03-04"),
    ],
    ids=["day-first", "month-first", "says-nothing", "both-ways", "no-address", "documents-date", "other-dates"],
)
def test_figures_read_either_way_where_the_site_is_at_home(text, url, published, value):
    document = Document("d", "d.txt", "0", text, (Block(0, len(text), "paragraph"),), url=url, published=published)
    assert next(Times().run([Reading(document)])).times[0].value == value


@pytest.mark.parametrize("stated", ["2019-03-01", "2019-03-01T09:30", "2019-03-01T09:30:15+02:00", "2019-03-01T09:30Z"])
def test_a_stated_time_of_day_or_zone_changes_no_day(stated):
    assert values("They met on Thursday.", stated) == ["2019-02-28"]


def test_undated_document_keeps_the_offset():
    (time,) = read("They met on Thursday.")
    assert time.value is None
    assert time.offset is not None
    assert (time.offset.weekday, time.offset.tense) == (4, "past")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On March 7, 2019 he left; a day earlier she had come.", ["2019-03-07", "2019-03-06"]),
        ("They split in March 2019. The following year they met again.", ["2019-03", "2020"]),
        ("On March 7, 2019 he spoke. That evening she replied.", ["2019-03-07", "2019-03-07TEV"]),
        (
            "It came on March 7, 2019. Three days later it went. The next day it was back.",
            ["2019-03-07", "2019-03-10", "2019-03-11"],
        ),
        ("It fell in the third quarter of 2019 from 3% a year earlier.", ["2019-Q3", "2018-Q3"]),
    ],
    ids=["day-earlier", "following-year", "that-evening", "chain", "quarters"],
)
def test_narrative_date_hangs_on_the_one_before(text, expected):
    times = read(text)
    assert [time.value for time in times] == expected
    assert [time.anchored_on for time in times] == [None, *range(len(times) - 1)]
    assert all(time.reasons for time in times[1:])


def test_narrative_date_after_an_unknown_one_stays_open():
    first, second = read("On Thursday he left; a day earlier she had come.")
    assert (first.value, second.value, second.anchored_on) == (None, None, 0)


def test_narrative_date_without_one_before_is_counted_from_the_document():
    (time,) = read("The day before, he had left.", "2019-03-01")
    assert time.value == "2019-02-28"
    assert time.anchored_on is None


def test_weekday_against_the_calendar_gives_no_day():
    (time,) = read("They met on Monday, March 7.", "2019-03-08")
    assert time.value is None
    assert "nothing in the calendar fits" in time.reasons[-1]


def test_day_before_a_month_is_not_guessed():
    times = read("They split in March 2019. The day before, he had smiled.")
    assert times[1].anchored_on is None


def test_empty_text_and_empty_batch():
    assert read("") == ()
    assert list(Times().run([])) == []


PARTS = [
    "on",
    "Friday",
    "(",
    "3/4/2019",
    ")",
    "a",
    "day",
    "earlier",
    "in",
    "2019",
    "March",
    "7",
    "that",
    "week",
    "two",
    "decades",
    "ago",
    "31",
    "February",
    "12:61",
    "p.m.",
    "½",
    "\n\n",
]
STATED = st.sampled_from([None, "2019-03-01", "2019-03-01T22:15:00Z", "0001-01-01", "9999-12-31", "2019", "no date"])


@given(st.lists(st.sampled_from(PARTS), max_size=14), STATED)
def test_spans_hold_and_anchors_point_back(parts, published):
    text = " ".join(parts)
    times = read(text, published)
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
    for i, time in enumerate(times):
        assert text[time.span.start : time.span.end].strip()
        assert time.anchored_on is None or time.anchored_on < i


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("between August 3 and 5", ["2022-08-03", "2022-08-05"]),
        ("from August 3 to August 5", ["2022-08-03", "2022-08-05"]),
        ("on August 3-5", ["2022-08-03", "2022-08-05"]),
        ("from August 30 to September 2", ["2022-08-30", "2022-09-02"]),
        ("from Friday to Monday", ["2022-10-14", "2022-10-17"]),
        ("on August 3 and on September 5", ["2022-08-03", "2022-09-05"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_end_of_a_range_lies_behind_its_start(phrase, days):
    assert values(f"Rebels shelled the town {phrase}.", "2022-10-19") == days
