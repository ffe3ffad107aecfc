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
        pytest.param(
            "“He wrote that the guards were polite and that they had kept his boots,” Karin Holm told the Post.",
            "the guards were",
            "He",
            "Karin Holm",
            id="he wrote, in quoted words",
        ),
        pytest.param(
            "“He asked me to tell his wife that he is not afraid,” Arvid Ruhl said.",
            "he is not",
            "He",
            "Arvid Ruhl",
            id="asked to tell",
        ),
        pytest.param(
            "“My father told me that the water comes in buckets,” Karin Holm said.",
            "the water",
            "My father",
            "Karin Holm",
            id="my father",
        ),
        pytest.param(
            "On Friday, as an aide of the council told Lundnews on condition that his name not be given, Togo had offered to "
            "let the port work until June.",
            "On Friday",
            "an aide of the council",
            None,
            id="as an aide told, on condition",
        ),
        pytest.param(
            "The filling, A. Ruhl recalled, commenced on 24 June in the presence of the governor.",
            "The filling",
            "A. Ruhl",
            None,
            id="put in before a past that looks like a participle",
        ),
        pytest.param(
            "Arvid Ruhl, the minister, drew the attention of the Danish side to the fact that the blame rests with others.",
            "the blame",
            "Arvid Ruhl, the minister",
            None,
            id="the fact that",
        ),
        pytest.param(
            "The ministry dismissed as a fairy tale a report on social networks that a sailor had been shot.",
            "a sailor",
            "social networks",
            None,
            id="a report on social networks",
        ),
        pytest.param(
            "“The minister said to us, ‘Go home and wait,’” Karin Holm told the Lund Post.",
            "Go home",
            "The minister",
            "Karin Holm",
            id="marks inside marks",
        ),
        pytest.param(
            "A message from the captive, Arvid Ruhl, read out by his sister, said that the food was good.",
            "the food",
            "A message from the captive, Arvid Ruhl,",
            "his sister",
            id="a message read out",
        ),
        pytest.param(
            "A statement by General Arvid Ruhl, read on state radio, said that the port would reopen.",
            "the port",
            "A statement by General Arvid Ruhl",
            "state radio",
            id="read on the radio",
        ),
        pytest.param(
            "In a video published by his brother, General Arvid Ruhl said that the port was his.",
            "the port",
            "General Arvid Ruhl",
            "his brother",
            id="a video published by",
        ),
        pytest.param(
            "The mediator Karin Holm conveyed the demand of Togo that the crew be freed.",
            "the crew",
            "Togo",
            "The mediator Karin Holm",
            id="conveyed a demand",
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
        pytest.param(
            "The minister requested the Danish side to abstain from any contact with the gang.",
            "to abstain",
            "the Danish side",
            id="requested",
        ),
        pytest.param(
            "Mayor Arvid Ruhl came late. “Arvid, you know that the bridge is shut,” Karin Holm said.",
            "Arvid, you",
            "Arvid",
            id="called by name",
        ),
        pytest.param(
            "Karin Holm appealed to the mayor in an open letter on Monday. “Bring the ferry back, sir,” she wrote.",
            "Bring the",
            "the mayor",
            id="whom the sentence before says she writes to",
        ),
    ],
)
def test_who_hears(text: str, opening: str, hearer: str) -> None:
    """Who is there, asks, or is called on hears it."""
    reading = read(("paragraph", text))
    assert words(reading, quote(reading, opening).addressee) == hearer


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        pytest.param("title", "Togo: a voice on tape contradicts the palace", id="a state before a colon"),
        pytest.param("title", "Kurier Live: Two towns make peace", id="what sort of page it is"),
        pytest.param("title", "Inquiry: two towns make peace over the mill", id="a common noun before a colon"),
        pytest.param("paragraph", "The inquiry that the bloc has called for is far off.", id="called for that"),
        pytest.param(
            "paragraph",
            "“He has no plan. He says whatever comes into his head,” Karin Holm said.",
            id="whatever he says",
        ),
    ],
)
def test_nothing_is_said(kind: str, text: str) -> None:
    """What stands before a headline's colon is its topic; a pronoun or "whatever" is no telling."""
    reading = read((kind, text), ("paragraph", "Nobody came."))
    assert [words(reading, q.content[0]) for q in reading.quotes if is_told(q) and q.kind == "indirect"] == []


def test_a_name_before_a_colon_speaks() -> None:
    """A name of the text that is a word too stays who says it."""
    reading = read(
        ("title", "Marsh: the bridge has no place in this town"), ("paragraph", "On Monday Mayor Marsh came home.")
    )
    assert [words(reading, q.source) for q in reading.quotes if is_told(q)] == ["Marsh"]
