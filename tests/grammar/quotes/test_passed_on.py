"""Who passes words on, who hears them, and where somebody's words end because another speaks: invented sentences."""

import pytest

from tests.grammar.quotes.test_speakers_and_hearers import read
from tidings.grammar.quotes.quote_pieces import is_told
from tidings.model import Quote, Reading, Span


def words(reading: Reading, span: Span | None) -> str | None:
    """The words of a span."""
    return None if span is None else reading.document.text[span.start : span.end]


def quote(reading: Reading, opening: str) -> Quote:
    """The told quote that opens so."""
    text = reading.document.text
    return next(q for q in reading.quotes if is_told(q) and text.startswith(opening, q.content[0].start))


@pytest.mark.parametrize(
    ("text", "opening", "source", "relay"),
    [
        pytest.param(
            '"Nobody asked us, and nobody will," fumed Energy Minister Karin Holm yesterday, according to the Volta agency.',
            "Nobody asked",
            "Energy Minister Karin Holm",
            "the Volta agency",
            id="any verb, according to an agency",
        ),
        pytest.param(
            "For the pilot Arvid Ruhl, according to Volta, Togo has promised that he will leave by ship.",
            "he will leave",
            "Togo",
            "Volta",
            id="a promise, according to an agency",
        ),
        pytest.param(
            'Arvid Ruhl claims that he had begged the police for help and that they told him to "buy a bigger dog".',
            'to "buy',
            "they",
            "Arvid Ruhl",
            id="they told him",
        ),
        pytest.param(
            "The board concluded that the engine had been filled with an oil that the makers said could only have come from "
            "a kitchen.",
            "could only",
            "the makers",
            None,
            id="a relative clause is the report's",
        ),
        pytest.param(
            "The ferry turned over within a minute, witnesses said, while the harbour office insisted that it had been sound.",
            "it had been",
            "the harbour office",
            None,
            id="another's view behind while",
        ),
        pytest.param(
            "Nine lorries were burned, according to the Hauliers' Guild, whose chairman Arvid Ruhl has demanded a seat at "
            "the table.",
            "a seat",
            "whose chairman Arvid Ruhl",
            None,
            id="whose chairman",
        ),
    ],
)
def test_who_speaks_and_who_passes_it_on(text: str, opening: str, source: str, relay: str | None) -> None:
    """Each has a speaker of its own; nobody relays what the report itself puts beside it."""
    reading = read(("paragraph", text))
    found = quote(reading, opening)
    assert (words(reading, found.source), words(reading, found.relayed_by)) == (source, relay)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(
            "The ferry turned over within a minute, witnesses said, while the harbour office insisted that it had been sound.",
            "The ferry turned over within a minute",
            id="while",
        ),
        pytest.param(
            "Nine lorries were burned, according to the Hauliers' Guild, whose chairman Arvid Ruhl has demanded a seat.",
            "Nine lorries were burned",
            id="whose",
        ),
        pytest.param(
            "There were six of them, according to the harbour police, although the embassy insists that five had gone.",
            "There were six of them",
            id="although",
        ),
    ],
)
def test_words_end_where_another_speaks(text: str, content: str) -> None:
    """What somebody else says against it is no part of what is said."""
    reading = read(("paragraph", text))
    assert [words(reading, span) for span in reading.quotes[0].content] == [content]


@pytest.mark.parametrize(
    ("text", "opening", "hearer"),
    [
        pytest.param("“Ten days is long,” Karin Holm said to the press.", "Ten days", "the press", id="the press"),
        pytest.param("“I will be back,” the consul said to those present.", "I will", "those present", id="present"),
        pytest.param(
            "Answering reporters' questions in Lund, Karin Holm affirmed that the bridge was sound.",
            "the bridge",
            "reporters'",
            id="answering",
        ),
        pytest.param(
            "Responding to a question from deputies, Karin Holm said that the bridge was sound.",
            "the bridge",
            "deputies",
            id="a question from",
        ),
        pytest.param(
            "Karin Holm declared in front of the parliament that the bridge was sound.",
            "the bridge",
            "the parliament",
            id="in front of",
        ),
        pytest.param(
            "Karin Holm thanked Togo for “a clear word in a dark hour”.", "Togo for", "Togo", id="who is thanked"
        ),
        pytest.param(
            "Togo has advised foreign shipowners to keep away from the strait.",
            "to keep",
            "foreign shipowners",
            id="a noun for doers that no table has",
        ),
        pytest.param(
            "Karin Holm, who leads the Guild of Lund, called on the government to shut down the plant.",
            "to shut",
            "the government",
            id="a finite verb taken for a participle",
        ),
    ],
)
def test_who_hears(text: str, opening: str, hearer: str) -> None:
    """Who is there, asks, or is called on hears it."""
    reading = read(("paragraph", text))
    assert words(reading, quote(reading, opening).addressee) == hearer
