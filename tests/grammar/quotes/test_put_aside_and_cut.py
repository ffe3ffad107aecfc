"""Relatives that are no source, gestures before words, subjects cut off, hearers in the words; names are invented."""

import pytest

from tests.grammar.quotes.test_speakers_and_hearers import read
from tests.grammar.quotes.test_whose_words import row


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "The ministry rejected the report according to which Arvid Ruhl had fled.", [], id="according-to-which"
        ),
        pytest.param(
            "The list, according to which Arvid Ruhl owes a boat, is gone.", [], id="comma-according-to-which"
        ),
        pytest.param(
            "Karen Holt, according to whom the dam is safe, said she would resign.",
            ["Karen Holt: she would resign"],
            id="according-to-whom",
        ),
        pytest.param(
            "Major Arvid Ruhl said two divers had been found. One of them, Omar Tessok, laughed. “We swam,” he said.",
            ["Arvid Ruhl: two divers had been", "Omar Tessok: We swam,"],
            id="one-of-them-laughed",
        ),
        pytest.param(
            "Arvid Ruhl said two divers had been found. One of the two, Omar Tessok, shook his head. “We swam,” he said.",
            ["Arvid Ruhl: two divers had been", "Omar Tessok: We swam,"],
            id="who-shook-his-head",
        ),
        pytest.param(
            "The mayor said the ferry was late. Ada Berg, a nurse, shrugged. “It is only rain,” she said.",
            ["mayor: the ferry was late", "Ada Berg: It is only rain,"],
            id="who-shrugged",
        ),
        pytest.param(
            "Her deputy, Omar Tessok, disagreed: the lodges in Lund, he told Northern Radio, might close anyway.",
            ["Omar Tessok > Northern Radio: the lodges in Lund,"],
            id="a-subject-before-who-says-it",
        ),
        pytest.param(
            "The deputy Arvid Ruhl asked Minister Holt why the envoy was not told. The Minister answered him that the envoy "
            "was told on Sunday, before midnight.",
            ["Arvid Ruhl > Holt: why the envoy was", "Holt > Arvid Ruhl: the envoy was told"],
            id="answered-him-that",
        ),
        pytest.param(
            "Norwegian Prime Minister Karen Holt telephoned her Swedish counterpart, Arvid Ruhl, on Tuesday and asked him "
            "to lift the ban.",
            ["Karen Holt > Arvid Ruhl: to lift the ban"],
            id="asked-him-to",
        ),
        pytest.param("WE SAY: the dam must go.", [], id="the-paper-says"),
        pytest.param("“We say: no,” Arvid Ruhl said.", ["Arvid Ruhl: We say: no,"], id="what-somebody-says-we-say"),
        pytest.param(
            "Arvid Ruhl sailed in May. His sister says he told her on the pier: “Do not feed the bees.”",
            ["sister: he told her on", "Arvid Ruhl > sister: Do not feed the"],
            id="told-her-on-the-pier",
        ),
    ],
)
def test_who_says_what_to_whom(text, want):
    reading = read(("paragraph", text))
    assert [row(reading, quote) for quote in reading.quotes if not quote.thought] == want


def test_a_subject_is_told_with_its_verb():
    text = "Her deputy, Omar Tessok, disagreed: the lodges in Lund, he told Northern Radio, might close anyway."
    (quote,) = read(("paragraph", text)).quotes
    assert [text[c.start : c.end] for c in quote.content] == ["the lodges in Lund", "might close anyway"]
