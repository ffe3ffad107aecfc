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
            "He clarified, according to what the Volta Agency reported, that the ferry would sail.",
            "the ferry",
            "He",
            "the Volta Agency",
            id="according to what an agency reported",
        ),
        pytest.param(
            "The harbour master let his spokesman say he was too ill to sail.",
            "he was",
            "The harbour master",
            "his spokesman",
            id="let his spokesman say",
        ),
        pytest.param(
            'One will "not pay for soup with a bridge", so Minister Karin Holm on Tuesday in a speech from which the agency '
            "Volta quotes.",
            "One will",
            "Minister Karin Holm",
            "agency Volta",
            id="so the minister",
        ),
        pytest.param(
            "Karin Holm, the harbour master, wrote in a letter to the board that the pier was safe. The letter was read out to "
            "journalists by her deputy, Arvid Ruhl.",
            "the pier",
            "Karin Holm, the harbour master,",
            "her deputy, Arvid Ruhl",
            id="read out in the next sentence",
        ),
        pytest.param(
            "On Friday its minister, Karin Holm, let the court know in a letter that her country could not be late.",
            "her country",
            "its minister, Karin Holm",
            None,
            id="let the court know",
        ),
        pytest.param(
            "As for the harbour office, it spoke of sixty crates of soup.",
            "sixty crates",
            "it",
            None,
            id="as for whom it is",
        ),
        pytest.param(
            "The harbour master, Karin Holm, dismissed this as gossip.",
            "this as gossip",
            "The harbour master, Karin Holm,",
            None,
            id="dismissed as",
        ),
        pytest.param(
            "For the pilot Arvid Ruhl, according to Volta, Togo has promised that he will leave by ship.",
            "he will leave",
            "Togo",
            "Volta",
            id="a promise, according to an agency",
        ),
        pytest.param(
            'Karin Holm recounts that she had asked the waterworks for a plumber and that they advised her to "boil less soup".',
            'to "boil',
            "they",
            "Karin Holm",
            id="they advised her",
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
            "Four barns were flooded, according to the Growers' Union, whose treasurer Arvid Ruhl has demanded a share of "
            "the toll.",
            "a share",
            "whose treasurer Arvid Ruhl",
            None,
            id="whose treasurer",
        ),
        pytest.param(
            "“She wrote that the mule was stubborn and that nobody could find the bell,” Arvid Ruhl told the Gazette.",
            "the mule was",
            "She",
            "Arvid Ruhl",
            id="she wrote, in quoted words",
        ),
        pytest.param(
            "“She begged us to remind the baker that the oven is cold,” Karin Holm said.",
            "the oven",
            "She",
            "Karin Holm",
            id="begged to remind",
        ),
        pytest.param(
            "“My father told me that the water comes in buckets,” Karin Holm said.",
            "the water",
            "My father",
            "Karin Holm",
            id="my father",
        ),
        pytest.param(
            "In May, as a keeper of the museum told Lundnews on condition of anonymity, Kenya had offered to lend "
            "the statue.",
            "In May",
            "a keeper of the museum",
            None,
            id="as a keeper told, on condition",
        ),
        pytest.param(
            "The thaw, A. Ruhl clarified, deepened on 9 March under heavy snow.",
            "The thaw",
            "A. Ruhl",
            None,
            id="put in before a past that looks like a participle",
        ),
        pytest.param(
            "Arvid Ruhl, the treasurer, drew the parish council's attention to the fact that the roof leaks in winter.",
            "the roof",
            "Arvid Ruhl, the treasurer",
            None,
            id="the fact that",
        ),
        pytest.param(
            "The museum waved aside as gossip a report on local radio that a violin had been pawned.",
            "a violin",
            "local radio",
            None,
            id="a report on local radio",
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
            "Four barns were flooded, according to the Growers' Union, whose treasurer Arvid Ruhl has demanded a share.",
            "Four barns were flooded",
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
        pytest.param("“Soup comes first,” the cook said to the assembled.", "Soup", "the assembled", id="assembled"),
        pytest.param("“Salt comes last,” the baker explained to those present.", "Salt", "those present", id="present"),
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
            "The mayor requested the residents to boil the water.",
            "to boil",
            "the residents",
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
