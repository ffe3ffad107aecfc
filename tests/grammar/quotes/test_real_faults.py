"""Faults found by reading real reports: who speaks, what is said, who hears; names and words are invented."""

import pytest

from tests.grammar.quotes.test_speakers_and_hearers import read, speaker
from tidings.grammar.quotes.quote_pieces import is_told
from tidings.model import Quote, Reading


def said(reading: Reading, words: str) -> Quote | None:
    """The told quote that begins with these words."""
    text = reading.document.text
    return next((q for q in reading.quotes if is_told(q) and text.startswith(words, q.content[0].start)), None)


@pytest.mark.parametrize(
    ("lines", "words", "who"),
    [
        pytest.param(
            ["Karen Holt accused Arvid Ruhl of hiding the debt, saying “nobody knows what he owes.”"],
            "nobody knows",
            "Karen Holt",
            id="who-accuses-speaks",
        ),
        pytest.param(
            ["The Nordwind Coast Guard estimated about 900 barrels were leaking, but conceded it was hard to be sure."],
            "it was hard",
            "Nordwind Coast Guard",
            id="but-conceded",
        ),
        pytest.param(
            [
                "The host Karen Holt asked Arvid Ruhl, “Did you look?” His response: “I have people who looked at it all.”"
            ],
            "I have people",
            "Arvid Ruhl",
            id="his-response",
        ),
        pytest.param(
            [
                "In a statement to the Post, her policy adviser, Arvid Ruhl, said: “We will not close the bridge this year.”"
            ],
            "We will not",
            "Arvid Ruhl",
            id="adviser-after-a-comma",
        ),
        pytest.param(
            ["Arvid Ruhl asked Olav Brenner to open the bridge. He refused, saying the ice was too thin."],
            "the ice",
            "Olav Brenner",
            id="who-is-asked-refuses",
        ),
        pytest.param(
            ["The minister, Karen Holt, said Oslo would respond “at a time of its choosing”."],
            "Oslo would",
            "Karen Holt",
            id="who-will-respond-has-not-said-it",
        ),
        pytest.param(
            ["Karen Holt said Oslo had responded “in the strongest terms”."],
            "Oslo had",
            "Karen Holt",
            id="how-it-responded-is-the-sayers",
        ),
        pytest.param(
            ["Karen Holt said Kenya had called the ruling “a mistake”."], "a mistake", "Kenya", id="called-so"
        ),
    ],
)
def test_the_speaker(lines, words, who):
    reading = read(*(("paragraph", line) for line in lines))
    quote = said(reading, words)
    assert quote is not None
    assert speaker(reading, quote) == who


def test_a_second_deed_is_part_of_what_is_said():
    reading = read(("paragraph", "Two sources said the rebels had killed or wounded at least 20 guards in Nordwind."))
    quote = said(reading, "the rebels")
    assert quote is not None
    assert reading.document.text[quote.content[0].start : quote.content[-1].end].endswith("in Nordwind")


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        pytest.param(["All told, the group raised 4 million crowns in May."], "the group raised", id="all-told"),
        pytest.param(["The fires suggest the truce will not hold."], "the truce", id="things-show"),
        pytest.param(
            ["The firm dropped a plan that was announced this week by Arvid Ruhl."],
            "The firm dropped",
            id="a-plan-that",
        ),
        pytest.param(["Ruhl agrees to talks, Brenner asked to join"], "Ruhl agrees", id="headline-of-two"),
        pytest.param(["Kenya holds fire as Berg, minister vows reply"], "Kenya holds", id="headline-vows-reply"),
        pytest.param(["Oslo strikes back, Holt promises more attacks"], "Oslo strikes", id="headline-promises"),
    ],
)
def test_what_nobody_says(lines, words):
    assert said(read(*(("paragraph", line) for line in lines)), words) is None


def test_words_in_marks_are_not_for_a_clause_further_on():
    reading = read(
        (
            "paragraph",
            "Groups called on her to “stand firm” on Sunday, when Arvid Ruhl suggested a deal had been reached.",
        )
    )
    assert all(speaker(reading, q) != "Arvid Ruhl" for q in reading.quotes if q.parts)


def test_a_quotation_runs_over_a_page_with_a_line_a_sentence():
    reading = read(
        ("paragraph", "“The shelling has to stop."), ("paragraph", "The roads must open,” Arvid Ruhl told reporters.")
    )
    (quote,) = [q for q in reading.quotes if is_told(q)]
    assert (speaker(reading, quote), quote.kind) == ("Arvid Ruhl", "direct")
    assert reading.document.text[quote.content[0].start : quote.content[-1].end].endswith("The roads must open,")


def test_the_next_paragraphs_own_quotation_is_not_joined():
    reading = read(("paragraph", "“The shelling has to stop, Ruhl said."), ("paragraph", "“No,” said Brenner."))
    assert "No," in {reading.document.text[p.start : p.end] for q in reading.quotes for p in q.parts}


def test_a_negation_inside_the_marks_is_no_denial():
    reading = read(("paragraph", "“The council would never agree. Nor would the mayor,” Arvid Ruhl wrote."))
    assert not any(q.negated for q in reading.quotes if q.parts)


def test_a_bill_hears_nothing():
    reading = read(("paragraph", "Arvid Ruhl insisted that any spending bill include money for the ferry."))
    assert all(q.addressee is None for q in reading.quotes)


def test_the_same_document_goes_on():
    reading = read(
        ("paragraph", "Arvid Ruhl said in a statement that the bridge was shut."),
        ("paragraph", "“We checked the ice and the piers for a week,” the statement said. “The rest has to wait.”"),
    )
    quote = said(reading, "The rest")
    assert quote is not None
    assert speaker(reading, quote) == "Arvid Ruhl"


def test_whoever_will_say_it_has_no_words_yet():
    reading = read(("paragraph", "Karen Holt said Kenya would call the ruling “a disgrace”. Holt left."))
    assert {speaker(reading, q) for q in reading.quotes if q.parts} == {"Karen Holt"}


def test_who_is_named_in_what_is_said_does_not_say_it():
    reading = read(
        ("paragraph", "Brandt Steel will cut 300 jobs. Brandt said demand had fallen."),
        ("paragraph", "The union said Brandt had known for months."),
    )
    quote = said(reading, "Brandt had known")
    assert quote is not None
    assert speaker(reading, quote) not in {"Brandt", "Brandt Steel"}


@pytest.mark.parametrize(
    ("more", "hears"),
    [
        pytest.param("", [True], id="one-letter"),
        pytest.param("On Friday he sent a letter to the bishop. It rained for days. Nobody came.", [], id="two"),
    ],
)
def test_what_a_writer_of_two_letters_wrote_is_for_neither(more, hears):
    reading = read(
        ("paragraph", f"Arvid Ruhl wrote a letter to the mayor in May. {more} The ice will hold, Ruhl wrote."),
    )
    quote = said(reading, "The ice")
    assert quote is not None
    assert [True for _ in [quote.addressee] if _ is not None] == hears
