"""Who says what where syntax hides it: semicolons, parsers' slips, agencies that cite, accounts of others, translations."""

import pytest

from tests.grammar.quotes.test_speakers_and_hearers import read, speaker
from tidings.model import Quote, Reading, Span


def words(reading: Reading, span: Span | None) -> str | None:
    """The words of a span."""
    return None if span is None else reading.document.text[span.start : span.end]


def told(reading: Reading) -> list[Quote]:
    """The quotes that are no thoughts."""
    return [q for q in reading.quotes if not q.thought]


@pytest.mark.parametrize(
    ("text", "said", "who", "relay"),
    [
        pytest.param(
            "The pier was mined, according to the Interfor agency, citing the governor, Ada Berg.",
            "The pier was mined",
            "Ada Berg",
            "the Interfor agency",
            id="according-citing",
        ),
        pytest.param(
            "The news agency SANU reported, citing the mayor, Arvid Ruhl, that nine people had been held.",
            "nine people had been held",
            "Arvid Ruhl",
            "The news agency SANU",
            id="reported-citing-that",
        ),
        pytest.param(
            "The barge is gone, transmits the agency Euxal with reference to the minister of transport Ada Berg.",
            "The barge is gone",
            "Ada Berg",
            "the agency Euxal",
            id="verb-first-with-reference-to",
        ),
        pytest.param(
            "The Volta Post said the strike had failed, citing two diplomats.",
            "the strike had failed",
            "Volta Post",
            None,
            id="nobody-in-particular-is-cited",
        ),
        pytest.param(
            "“Turn back or we shoot,” one of the guards shouted over the fence, according to Captain Arvid Ruhl.",
            "Turn back or we shoot,",
            None,
            "Captain Arvid Ruhl",
            id="guard-according-to-captain",
        ),
        pytest.param(
            "The lorries were held by guards who, according to a driver, cited “a lost seal and bad weather”.",
            "a lost seal and bad weather",
            None,
            "a driver",
            id="relative-clause-of-an-account",
        ),
        pytest.param(
            "“A quarrel in the kitchen” was how Minister Ada Berg had described the riot, the Volta Post reported.",
            "A quarrel in the kitchen",
            "Ada Berg",
            "the Volta Post",
            id="was-how",
        ),
        pytest.param(
            "Kenya let it be known through its news agency that it was watching the border.",
            "it was watching the border",
            "Kenya",
            "its news agency",
            id="let-it-be-known",
        ),
        pytest.param(
            "Oslo refused through its spokeswoman, Ada Berg: “We sell fish and no flags.”",
            "We sell fish and no flags.",
            "Ada Berg",
            None,
            id="body-through-somebody-named",
        ),
        pytest.param(
            "“Nobody leaves this ship”, quotes his words the agency “Interfor”.",
            "Nobody leaves this ship",
            None,
            "the agency",
            id="quotes-his-words",
        ),
        pytest.param(
            "Kenya's envoy read out a message from Arvid Ruhl in which the minister said that “the port will be quiet”.",
            "the port will be quiet",
            "Arvid Ruhl",
            "Kenya's envoy",
            id="message-read-out",
        ),
    ],
)
def test_who_relays(text: str, said: str, who: str | None, relay: str | None) -> None:
    reading = read(("paragraph", text))
    (quote,) = told(reading)
    assert [words(reading, span) for span in quote.content] == [said]
    assert who is None or speaker(reading, quote) == who
    assert words(reading, quote.relayed_by) == relay


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        pytest.param(
            "The fleet has left Oslo; Kenya answered with a parade of its own.", [], [], id="semicolon-answer"
        ),
        pytest.param(
            "The army said it had shot down two drones; Kenya has not replied.",
            ["it had shot down two drones"],
            ["army"],
            id="semicolon-silence",
        ),
        pytest.param(
            "The dam was Oslo's idea, she claimed; “Not a word of it,” retorted the spokesman Arvid Ruhl.",
            ["The dam was Oslo's idea", "Not a word of it,"],
            [None, "Arvid Ruhl"],
            id="two-speakers",
        ),
        pytest.param(
            "Minister Ada Berg rang both sides on Monday and Kenya's deputy minister, Arvid Ruhl, said he was ready.",
            ["he was ready"],
            ["Arvid Ruhl"],
            id="joined-to-the-noun-before",
        ),
        pytest.param(
            "Kenya, which abstained, offered rice and said that a convoy was ready to go.",
            ["a convoy was ready to go"],
            ["Kenya"],
            id="verbs-on-a-root-noun",
        ),
        pytest.param(
            "The turbines in the south, the minister added, had been stopped by rust.",
            ["The turbines in the south", "had been stopped by rust"],
            ["minister"],
            id="parted-by-the-cue",
        ),
        pytest.param(
            "The fault is at the lock and not, as first stated, at the weir, Arvid Ruhl conceded.",
            ["The fault is at the lock and not, as first stated, at the weir"],
            ["Arvid Ruhl"],
            id="as-first-stated",
        ),
        pytest.param("Oslo did not pay, nor did it reply, as Kenya had demanded.", [], [], id="as-demanded"),
        pytest.param(
            "The harvest is lost, the deputy believes.", ["The harvest is lost"], ["deputy"], id="belief-behind"
        ),
        pytest.param(
            "Oslo accused Kenya of having broken the truce.", ["having broken the truce"], ["Oslo"], id="of-having"
        ),
        pytest.param(
            "Ada Berg claims to have seen the map.", ["to have seen the map"], ["Ada Berg"], id="to-have-seen"
        ),
        pytest.param(
            "“Grain is not dust”, thundered the minister of farms, Ada Berg, at the gate.",
            ["Grain is not dust"],
            ["Ada Berg"],
            id="any-verb-first",
        ),
        pytest.param(
            "“No letter came”, replied on Thursday the head of the board, Ada Berg, on the waves of Radio Volta.",
            ["No letter came"],
            ["Ada Berg"],
            id="day-is-no-speaker",
        ),
        pytest.param(
            "A porter for the second guest, editor Ada Berg, said that the door was shut.",
            ["the door was shut"],
            ["nobody"],
            id="for-another",
        ),
        pytest.param(
            "The prosecutor's office spoke on Monday. “The case is shut”, – it is said in the message.",
            ["The case is shut"],
            [None],
            id="said-in-the-message",
        ),
        pytest.param("We will remind, the barge “Holy Anna” sank in May.", [], [], id="the-outlets-own-we"),
        pytest.param(
            "The toll is disputed: 52 dead according to Ada Berg, 29 at most according to Arvid Ruhl.",
            ["52 dead", "29 at most"],
            ["Ada Berg", "Arvid Ruhl"],
            id="counts",
        ),
        pytest.param(
            "Spokesman Arvid Ruhl was calm. But he denied a report that oil had been found: “There is a rumour.”",
            ["oil had been found", "There is a rumour."],
            ["Arvid Ruhl", "Arvid Ruhl"],
            id="main-verb-before-the-colon",
        ),
        pytest.param(
            "Ivo Sand told parliament that he would wait.\nPresident Arvid Ruhl spoke on air. “We sell no ships,” he said.",
            ["he would wait", "We sell no ships,"],
            ["Ivo Sand", "Arvid Ruhl"],
            id="paragraph-tells-of-another",
        ),
        pytest.param(
            "The pipe had “weak seams” for which, by the words of the spokeswoman Ada Berg, Oslo has no blame.",
            ["Oslo has no blame"],
            ["Ada Berg"],
            id="by-the-words-of",
        ),
        pytest.param(
            "Arvid Ruhl, the deputy who came with the guards on their march, called the day “a door in a long wall”.",
            ["the day “a door in a long wall”"],
            ["Arvid Ruhl"],
            id="verb-on-a-root-name",
        ),
        pytest.param(
            "The guards left. « It is a copy, and a poor one », swept aside the Minister of Roads, Ada Berg.",
            ["It is a copy, and a poor one"],
            ["Ada Berg"],
            id="any-verb-with-a-particle",
        ),
        pytest.param(
            "« I am at home and in good health », declares Ada Berg. Asked for a picture, she smiled.",
            ["I am at home and in good health"],
            ["Ada Berg"],
            id="guillemets-with-spaces",
        ),
    ],
)
def test_who_says_what(text: str, said: list[str], who: list[str | None]) -> None:
    reading = read(("paragraph", text))
    found = told(reading)
    assert [words(reading, span) for quote in found for span in quote.content] == said
    for quote, name in zip(found, who, strict=False):
        assert name is None or (speaker(reading, quote) or "nobody") == name


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        pytest.param(
            "“It is late. Go home,” Ada Berg told reporters. The road would stay shut, she said.",
            "reporters",
            id="sentences-on",
        ),
        pytest.param(
            "“We are no court,” Ada Berg told reporters on Monday, adding that the team was small.",
            "reporters",
            id="adding",
        ),
        pytest.param(
            "Minister Ada Berg declared in parliament that the pipes were sound.", "parliament", id="parliament"
        ),
        pytest.param(
            "In a phone call with the portal, Ada Berg confirmed that she had resigned.", "the portal", id="phone-call"
        ),
        pytest.param(
            "Ada Berg, heard by a committee on Monday, testified that the vote was free.", "a committee", id="heard-by"
        ),
        pytest.param(
            "Ada Berg recalled in a written reply to Radio Volta that she had promised to go.",
            "Radio Volta",
            id="reply-to",
        ),
        pytest.param(
            "“Nobody saw the ship come in,” Minister Ada Berg told a hastily called news conference.",
            "a hastily called news conference",
            id="words-before-the-hearer",
        ),
        pytest.param(
            "In a letter to the two mayors, read out on air, Ada Berg writes that she has no police.",
            "the two mayors",
            id="letter-first",
        ),
    ],
)
def test_who_hears(text: str, hearer: str) -> None:
    reading = read(("paragraph", text))
    assert words(reading, told(reading)[-1].addressee) == hearer


def test_he_behind_words_that_name_another_is_not_the_other() -> None:
    """Who says "Holm will be back" is not Holm."""
    reading = read(
        ("paragraph", "Arvid Ruhl spoke on Monday. He said the gate was shut. Ivo Sand will come, he added.")
    )
    assert speaker(reading, told(reading)[-1]) != "Ivo Sand"


def test_a_clause_whose_words_all_stand_in_marks_is_a_clause() -> None:
    """After "that" quoted words are a reported clause with a quoted part."""
    (quote,) = told(read(("paragraph", "Ada Berg said that “nobody has won this war”.")))
    assert (quote.kind, len(quote.parts)) == ("mixed", 1)


def test_the_statement_that_quotes_him_is_of_who_made_it() -> None:
    """ "The statement quoted him" is who has just said something in it, not whom it tells of."""
    text = "In a statement carried by the agency Tasnar, Minister Arvid Ruhl accused Oslo of having freed Ivo Sand, a guard."
    reading = read(("paragraph", f"{text} “Nobody may swap the guests,” the statement quoted him as saying."))
    (last,) = [q for q in reading.quotes if q.kind == "direct"]
    assert speaker(reading, last) == "Arvid Ruhl"


def test_what_he_had_told_her_she_tells() -> None:
    """A telling of the speaker before, by somebody else to her, is told by her."""
    reading = read(
        ("paragraph", "Ada Berg told the Post that Arvid Ruhl had rung. He had told her to buy “two pounds of salt”.")
    )
    assert words(reading, told(reading)[-1].relayed_by) == "Ada Berg"
