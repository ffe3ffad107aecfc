"""Acts that a sentence tells by the way: its day is none of theirs, unless it stands with them."""

import pytest

from tests.stages.read.conftest import told
from tests.stages.read.test_act_days import days


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "Three divers of Norway arrested in Porto crossed the border on Tuesday.",
            "arrested",
            None,
            id="participle behind the noun",
        ),
        pytest.param(
            "The ambassador of Norway, recalled after the raid, was back in Lima on Tuesday.",
            "recalled",
            None,
            id="participle between commas",
        ),
        pytest.param(
            "The ambassador of Norway, recalled after the raid, was back in Lima on Tuesday.",
            "raid",
            None,
            id="and what it came after",
        ),
        pytest.param(
            "The ambassador whom Norway expelled was back in Lima on Tuesday.",
            "expelled",
            None,
            id="relative clause that says which",
        ),
        pytest.param(
            "The divers arrested on Monday crossed the border of Norway on Tuesday.",
            "arrested",
            ("2031-05-05",),
            id="a day within the participle's own words",
        ),
        pytest.param(
            "Norway handed the diver on Tuesday to the police of Portugal, who jailed him.",
            "jailed",
            ("2031-05-06",),
            id="a clause that goes on with the story",
        ),
        pytest.param(
            "The truce of Norway and Portugal was broken on Tuesday when nine shells hit a post.",
            "hit",
            ("2031-05-06",),
            id="when",
        ),
        pytest.param(
            "Norway accused Portugal on Tuesday of flouting the agreement that had shared out the herring.",
            "agreement",
            None,
            id="a noun that points back",
        ),
        pytest.param(
            "Norway confirmed on Tuesday that it would meet Portugal, their first meeting since the armed clash on the river.",
            "clash",
            None,
            id="since the clash",
        ),
        pytest.param("The talks of Norway and Portugal broke down on Tuesday.", "talks", ("2031-05-06",), id="its end"),
        pytest.param(
            "The last time the presidents of Norway and Portugal met was April 19 in Lima.",
            "met",
            ("2031-04-19",),
            id="the day is what is said of it",
        ),
        pytest.param(
            "Norway stopped the ferry of Portugal, as it had threatened on Monday.",
            "stopped",
            None,
            id="as had been threatened",
        ),
    ],
)
def test_day_of_what_is_told_by_the_way(text, word, expected):
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "After two days of talks, Norway and Portugal signed a truce on Wednesday.",
            "talks",
            ("2031-05-06", "2031-05-07"),
            id="two days of talks",
        ),
        pytest.param(
            "Norway and Portugal signed a truce on Wednesday after sixteen hours of talks in Lima.",
            "talks",
            ("2031-05-06", "2031-05-07"),
            id="through a night",
        ),
        pytest.param(
            "Norway and Portugal agreed on Wednesday after seven hours of talks at Lima.",
            "talks",
            ("2031-05-07",),
            id="seven hours",
        ),
        pytest.param(
            "Norway will stop paying rent, officials said on Thursday, a day after talks at Lima ended with nothing signed.",
            "talks",
            ("2031-05-07",),
            id="a day after talks ended",
        ),
        pytest.param(
            'Foreign Minister Anna Falk accused Portugal of theft. "Nobody burns ledgers by chance," she said on Tuesday.',
            "accused",
            ("2031-05-06",),
            id="the day of the words quoted right behind",
        ),
    ],
)
def test_day_that_is_counted_or_told_right_behind(text, word, expected):
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param(
            "Peter Holm, who was to be charged with theft, left Norway on Tuesday.", "charged", id="told by the way"
        ),
        pytest.param("Peter Holm was to be charged with theft by Norway.", "charged", id="of the sentence"),
        pytest.param("Norway, which was to release nine sailors, accused Portugal.", "release", id="not passive"),
    ],
)
def test_what_was_to_be_done_is_announced(text, word):
    reading = told(text)
    text = reading.document.text
    assert [e.status for e in reading.events if text[e.trigger.start : e.trigger.end] == word] == ["announced"]


def test_talks_after_whose_hours_something_was_agreed_were_held():
    reading = told("Norway and Portugal agreed on Wednesday after seven hours of talks at Lima.")
    text = reading.document.text
    assert [e.status for e in reading.events if text[e.trigger.start : e.trigger.end] == "talks"] == ["held"]
