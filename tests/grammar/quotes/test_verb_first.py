"""The verb of saying before who says it, as translations from other languages keep it."""

import pytest

from tests.grammar.quotes.test_speakers_and_hearers import read, speaker


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        pytest.param(
            "As asserts the representative of the Ministry of Foreign Affairs Bui Van Hoa, the vessel stood at anchor.",
            "the vessel stood at anchor",
            "Bui Van Hoa",
            id="as-asserts",
        ),
        pytest.param(
            "As noted the minister of energetics Ada Berg, the parties will meet in spring.",
            "the parties will meet in spring",
            "Ada Berg",
            id="as-noted",
        ),
        pytest.param(
            "The road is closed, has declared the head of the police, Ada Berg.",
            "The road is closed",
            "Ada Berg",
            id="has-declared",
        ),
        pytest.param(
            "The ferry has sunk, it announced on Friday the harbour master Ada Berg.",
            "The ferry has sunk",
            "Ada Berg",
            id="it-announced",
        ),
        pytest.param(
            "The ferry will sail in May, according to it indicated the minister Ada Berg.",
            "The ferry will sail in May",
            "Ada Berg",
            id="according-to-it",
        ),
        pytest.param(
            "The pilot Karl Holm will stay in his cell, it informed the judge Ada Berg.",
            "The pilot Karl Holm will stay in his cell",
            "Ada Berg",
            id="it-informed",
        ),
    ],
)
def test_who_says_it_stands_behind(text: str, said: str, who: str) -> None:
    reading = read(("paragraph", text))
    (quote,) = reading.quotes
    assert [text[s.start : s.end] for s in quote.content] == [said]
    assert speaker(reading, quote) == who


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("As expected by many, the talks failed in spring.", id="no-verb-of-saying"),
        pytest.param("As reported Friday, the road is open.", id="day"),
        pytest.param("As noted critic of the play, she kept silent.", id="participle"),
        pytest.param("The plan, which has angered farmers, will go on.", id="relative-clause"),
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert not any(q.speaker is not None for q in read(("paragraph", text)).quotes)


def test_what_stands_before_a_relative_clause_is_not_said():
    text = "Norway, which buys most of its gas through Lund, has urged Sweden to open the valve."
    assert [
        (speaker(r, q), text[q.content[0].start : q.content[0].end])
        for r in [read(("paragraph", text))]
        for q in r.quotes
    ] == [("Norway", "to open the valve")]


def test_a_body_that_informs_another_speaks_itself():
    reading = read(("paragraph", "The harbour council has shut the quay, it informed the fishermen's board."))
    assert {speaker(reading, q) for q in reading.quotes} == {"harbour council"}


def test_a_that_of_the_occasion_is_not_what_is_said():
    text = "Norway and Portugal dropped the tax on Friday, the office of the envoy said after a lunch that took four hours."
    reading = read(("paragraph", text))
    assert {text[s.start : s.end] for q in reading.quotes for s in q.content} == {
        "Norway and Portugal dropped the tax on Friday"
    }
