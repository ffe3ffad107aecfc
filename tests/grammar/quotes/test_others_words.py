"""What is not the speaker's: charges turned against, what a clause only dates or shows, hearers and days of other scenes."""

import pytest

from tests.grammar.quotes.test_hearers_and_denials import hearers, speakers
from tests.grammar.quotes.test_quotes_by_grammar import read, told, words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The ferry's captain, Islander Jon Ruhl, 48, hit back at claims that he had sold the fuel.",
            id="hit-back-at",
        ),
        pytest.param("Captain Jon Ruhl hit out at reports that he had sold the fuel.", id="hit-out-at"),
        pytest.param("Jon Ruhl has angrily responded to accusations that he sold the fuel.", id="responded-to"),
        pytest.param("Jon Ruhl laughed off claims that he had sold the fuel.", id="laughed-off"),
        pytest.param("Minister Ada Berg apologised after she was told of the deaths.", id="after-she-was-told"),
        pytest.param(
            "Minister Ada Berg apologised to the divers on Tuesday, hours before she handed in her resignation.",
            id="hours-before",
        ),
    ],
)
def test_nobody_says_what_is_turned_against_or_only_dates(text: str) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "He was branded a “shameless crook” last night as a note seen by the Post showed he took money.",
            ["he took money"],
            id="as-a-note-showed",
        ),
        pytest.param(
            "She dismissed a report in the Post that Ostby had made its fuel aid, worth some nine million, conditional on "
            "the harbour vote.",
            ["Ostby had made its fuel aid, worth some nine million, conditional on the harbour vote"],
            id="report-past-an-aside",
        ),
        pytest.param(
            "She said that the council had put the bridge, which cost nine million, up for sale.",
            ["the council had put the bridge, which cost nine million, up for sale"],
            id="clause-past-an-aside",
        ),
    ],
)
def test_words_given(text: str, want: list[str]) -> None:
    assert [content for _, _, content in told(read(text))] == want


def test_a_headline_goes_on_with_its_subject() -> None:
    reading = read("Ada Berg denies taking money, says vote moved to June", "title")
    assert told(reading) == [("indirect", "Ada Berg", "vote moved to June")]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "Arvid Ruhl asked the Board of Harbour Inquiries to establish who signed the note. Speaking at Lund Hall, he "
            "added: “Those who want my seat should wait.”\nThe vote was put off, he said.",
            ["Board of Harbour Inquiries", None, None],
            id="asked-to-do",
        ),
        pytest.param(
            "Karin Holm asked the council whether it would pay. “It is your bridge,” she said.",
            ["council", "council"],
            id="asked-whether",
        ),
    ],
)
def test_hearers_of_an_errand(text: str, want: list[str | None]) -> None:
    assert hearers(read(text)) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "On Friday, Ruritania recalled its envoy, but Ada Berg said he would return.", None, id="another-clause"
        ),
        pytest.param("On Friday, Ada Berg said he would return.", "Friday", id="its-own-clause"),
        pytest.param(
            "Concerning the sailors taken on Friday, Ada Berg said that she did not hold them.", None, id="of-its-topic"
        ),
    ],
)
def test_day_of_the_saying(text: str, want: str | None) -> None:
    reading = read(text)
    quote = next(q for q in reading.quotes if not q.thought)
    assert want == (None if quote.said_on is None else words(reading, reading.times[quote.said_on].span))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "Mr Holm, the foreman, declined to comment.\nAnna Lund said her brother Arvid had seen the crack. “He told me "
            "that the gate was humming,” she said.",
            ["Anna Lund", "Anna Lund", "Arvid"],
            id="of-whom-she-told",
        ),
        pytest.param(
            "Karl Holm met the miners.\nAnna Lund said the gate was old. “My boy asked, ‘Anna, is it safe?’” she said.",
            ["Anna Lund", "Anna Lund"],
            id="called-by-name-within",
        ),
    ],
)
def test_pronouns_of_words_within_words(text: str, want: list[str | None]) -> None:
    assert speakers(read(text)) == want


def test_an_outlet_that_saw_a_letter_does_not_say_what_is_in_it() -> None:
    assert speakers(
        read("He was branded a cheat as a letter seen by the Post showed he knew the pump had failed.")
    ) == [None]
