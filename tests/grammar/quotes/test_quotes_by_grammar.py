"""Who says what, on parsed sentences: sources, contents, parts, addressees, relays."""

from functools import cache
from typing import Literal

import pytest

from tidings.model import Block, Document, Quote, Reading, Span
from tidings.stages.read.analyse import Analyse
from tidings.stages.read.chains import Chains
from tidings.stages.read.mentions import Mentions
from tidings.stages.read.quotes import Quotes
from tidings.stages.read.times import Times

Kind = Literal["title", "paragraph", "question", "answer"]
STAGES = (Analyse(), Mentions(), Chains(), Times(), Quotes())


@cache
def read(text: str, *kinds: Kind) -> Reading:
    """The text as a document, a block a line, read by all stages up to the quotes."""
    blocks, at = [], 0
    for n, line in enumerate(text.split("\n")):
        blocks.append(Block(at, at + len(line), kinds[n] if n < len(kinds) else "paragraph"))
        at += len(line) + 1
    reading = Reading(Document("d", "d", "d", text, tuple(blocks), published="2031-05-14"))
    for stage in STAGES:
        (reading,) = stage.run([reading])
    return reading


def words(reading: Reading, *spans: Span | None) -> str | None:
    """The words of the spans, None where there are none."""
    text = reading.document.text
    return " … ".join(text[s.start : s.end] for s in spans if s is not None) or None


def told(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    """Kind, source and content of each quote that is an utterance."""
    return [(q.kind, words(reading, q.source), words(reading, *q.content)) for q in reading.quotes if not q.thought]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "The minister said that the bridge would open in June.",
            [("indirect", "The minister", "the bridge would open in June")],
            id="that",
        ),
        pytest.param(
            "The minister said the bridge would open in June.",
            [("indirect", "The minister", "the bridge would open in June")],
            id="no-that",
        ),
        pytest.param(
            "The bridge will open in June, the ministry said on Monday.",
            [("indirect", "the ministry", "The bridge will open in June")],
            id="afterwards",
        ),
        pytest.param(
            "According to the ministry, the bridge will open in June.",
            [("indirect", "the ministry", "the bridge will open in June")],
            id="according-to-first",
        ),
        pytest.param(
            "The bridge will open in June, according to the ministry.",
            [("indirect", "the ministry", "The bridge will open in June")],
            id="according-to-last",
        ),
        pytest.param(
            "“The bridge is ready,” Karin Holm said.",
            [("direct", "Karin Holm", "The bridge is ready,")],
            id="direct",
        ),
        pytest.param(
            "“The bridge,” Karin Holm said, “is ready.”",
            [("direct", "Karin Holm", "The bridge, … is ready.")],
            id="split-by-its-cue",
        ),
        pytest.param(
            "“The bridge is ready,” Karin Holm said. “We are proud of it.”",
            [("direct", "Karin Holm", "The bridge is ready,"), ("direct", "Karin Holm", "We are proud of it.")],
            id="carried-on",
        ),
        pytest.param(
            "Karin Holm said the bridge was “as good as ready” by now.",
            [("mixed", "Karin Holm", "the bridge was “as good as ready” by now")],
            id="mixed",
        ),
        pytest.param(
            "Karin Holm noted “the patience of the people on both banks” of the river.",
            [("mixed", "Karin Holm", "the patience of the people on both banks” of the river")],
            id="object",
        ),
        pytest.param(
            "Karin Holm urged the council to pay for the bridge.",
            [("indirect", "Karin Holm", "to pay for the bridge")],
            id="urged-to",
        ),
        pytest.param(
            "The government promised to pay for the bridge.",
            [("indirect", "The government", "to pay for the bridge")],
            id="promised-to",
        ),
        pytest.param(
            "Karin Holm called for an early end of the works.",
            [("indirect", "Karin Holm", "an early end of the works")],
            id="called-for",
        ),
        pytest.param(
            "The minister announcedthat the bridge was ready.",
            [("indirect", "The minister", "the bridge was ready")],
            id="glued-that",
        ),
        pytest.param(
            "The press release of the ministry says that the bridge is ready.",
            [("indirect", "The press release of the ministry", "the bridge is ready")],
            id="document-speaks",
        ),
        pytest.param("The so-called “bridge of sighs” was closed on Monday.", [], id="term"),
        pytest.param("He was known as “the Badger” in his village.", [], id="nickname"),
        pytest.param("The council declined to say when the bridge would open.", [], id="unsaid"),
        pytest.param("The council built a bridge and opened it in June.", [], id="no-attribution"),
    ],
)
def test_who_says_what(text: str, want: list[tuple[str, str, str]]) -> None:
    """Each form of attribution gives its source and content; what nobody says gives none."""
    assert told(read(text)) == want


def only(text: str, *kinds: Kind) -> tuple[Reading, Quote]:
    """The one quote of a text."""
    reading = read(text, *kinds)
    assert len(reading.quotes) == 1, told(reading)
    return reading, reading.quotes[0]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        pytest.param("Karin Holm told reporters that the bridge was ready.", "reporters", id="told"),
        pytest.param("Karin Holm said to the mayor that the bridge was ready.", "the mayor", id="said-to"),
        pytest.param("Karin Holm urged the council to pay.", "the council", id="urged"),
        pytest.param("“It is ready,” Karin Holm said in a message to the mayor.", "the mayor", id="message-to"),
        pytest.param("“It is ready,” Karin Holm told the mayor.", "the mayor", id="direct"),
        pytest.param("Karin Holm said that the bridge was ready.", None, id="nobody"),
    ],
)
def test_addressee(text: str, addressee: str | None) -> None:
    """Who is spoken to is found beside the cue."""
    reading, quote = only(text)
    assert words(reading, quote.addressee) == addressee


@pytest.mark.parametrize(
    ("text", "source", "relay"),
    [
        pytest.param(
            "The agency quoted the minister as saying that the bridge was ready.", "the minister", "The agency", id="as"
        ),
        pytest.param("“The bridge is ready,” she quoted the minister.", "the minister", "she", id="quoted"),
        pytest.param(
            "Karin Holm said the bridge was ready. This was announced by a correspondent, Ulf Berg.",
            "Karin Holm",
            "a correspondent, Ulf Berg",
            id="this-was-announced",
        ),
    ],
)
def test_relay(text: str, source: str, relay: str) -> None:
    """Who passes words on does not speak them."""
    reading, quote = only(text)
    assert (words(reading, quote.source), words(reading, quote.relayed_by)) == (source, relay)


def test_this_was_stated() -> None:
    """A sentence that points back gives the one before it its speaker."""
    reading = read("The bridge will open in June. Karin Holm announced this at a press conference.")
    assert told(reading) == [("indirect", "Karin Holm", "The bridge will open in June")]


def test_headline() -> None:
    """A headline attributes by a colon; one without a name attributes nothing."""
    assert told(read("Holm: the bridge will open in June\nThe works are done.", "title"))[0][2] == (
        "the bridge will open in June"
    )
    assert told(read("Bridge opens in June\nThe works are done.", "title")) == []


def test_signed() -> None:
    """A name behind a dash signs the words before it."""
    assert told(read("“The river is ours and we will keep it clean.” – Karin Holm, Lund")) == [
        ("direct", "Karin Holm", "The river is ours and we will keep it clean.")
    ]


def test_colon_a_paragraph_before() -> None:
    """A cue that ends a paragraph with a colon speaks the quotation that opens the next."""
    reading = read("Karin Holm wrote to the council:\n“The river is ours and we will keep it clean.”")
    assert told(reading) == [("direct", "Karin Holm", "The river is ours and we will keep it clean.")]


def test_lost_closing_mark() -> None:
    """A quotation never closed ends before its own cue."""
    assert told(read("“The river is ours, Karin Holm said.")) == [("direct", "Karin Holm", "The river is ours,")]


def test_interview() -> None:
    """Each answer is what the person asked says; the questions are nobody's."""
    text = "River News spoke with the engineer, Karin Holm.\nIs it ready?\nIt is ready and we are glad of it."
    reading = read(text, "paragraph", "question", "answer")
    assert [words(reading, *q.content) for q in reading.quotes] == ["It is ready and we are glad of it."]
    assert words(reading, reading.quotes[0].source) == "Karin Holm"


def test_the_label_of_an_answer_is_no_part_of_it() -> None:
    """What stands before an answer is a label; a first question that stands where the headline should names nobody who answers."""
    asked = "Q: Does Holm want you to go?", "A: No, I shall stay.", "Q: Are you glad?", "A: I am."
    kinds = "question", "answer", "question", "answer"
    reading = read("\n".join(("An interview with Karin Holm", *asked)), "title", *kinds)
    assert [words(reading, *q.content) for q in reading.quotes] == ["No, I shall stay.", "I am."]
    assert {words(reading, q.source) for q in reading.quotes} == {"Karin Holm"}
    cut = read("\n".join(asked), "title", *kinds[1:])
    assert [q for q in cut.quotes if q.speaker is not None and q.content[0].start > len(asked[0])] == []


def test_occasion() -> None:
    """The cue's clause gives the day and the channel."""
    reading, quote = only("Karin Holm said at a press conference on Monday that the bridge was ready.")
    assert quote.channel == "press conference"
    assert quote.said_on is not None
    assert words(reading, reading.times[quote.said_on].span) in {"Monday", "on Monday"}


def test_pronoun_after_the_one_just_told_of() -> None:
    """ "He said" is the man whom the sentence before is about."""
    reading = read("Ulf Berg opened the bridge on Monday. “It was high time,” he said.")
    quote = reading.quotes[-1]
    assert quote.speaker is not None
    assert reading.chains[quote.speaker].name == "Ulf Berg"


def test_denial_is_negated() -> None:
    """What somebody did not say is kept as such."""
    _, quote = only("Karin Holm did not say that the bridge was ready.")
    assert quote.negated


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "The council put the number of dead at 12.",
            [("indirect", "The council", "the number of dead at 12")],
            id="number",
        ),
        pytest.param("The company put the ship at anchor.", [], id="no-number"),
        pytest.param(
            "“The river is still low,” Karin Holm mused.",
            [("direct", "Karin Holm", "The river is still low,")],
            id="any-verb",
        ),
        pytest.param(
            "Karin Holm issued a statement saying the bridge was shut.",
            [("indirect", "a statement", "the bridge was shut")],
            id="statement",
        ),
        pytest.param("Karin “Kari” Holm said the bridge was shut.", ["indirect"], id="nickname-is-no-part"),
        pytest.param("Karin Holm would close the “loophole” soon.", [], id="term-under-no-speech"),
        pytest.param(
            "Nordwind demanded that the council shut the bridge.",
            [("indirect", "Nordwind", "the council shut the bridge")],
            id="demand",
        ),
    ],
)
def test_more_forms(text: str, want: list[object]) -> None:
    """Numbers, verbs of no table, documents, terms and nicknames."""
    found = told(read(text))
    assert (found if not want or isinstance(want[0], tuple) else [kind for kind, _, _ in found]) == want


@pytest.mark.parametrize(
    ("text", "nth", "addressee"),
    [
        pytest.param("Karin Holm accused the council of keeping silent.", 0, "the council", id="accused"),
        pytest.param("Karin Holm told a local paper last month it would be shut.", 0, "a local paper", id="paper"),
        pytest.param(
            "Karin Holm told reporters that the bridge was shut. “We saw it,” she said.", 1, "reporters", id="goes-on"
        ),
        pytest.param(
            "Arvid Ruhl said the bridge was shut. Karin Holm replied that it was open.", 1, "Arvid Ruhl", id="replied"
        ),
    ],
)
def test_who_hears(text: str, nth: int, addressee: str) -> None:
    """Whom words are for, by the verb or by the words just before."""
    reading = read(text)
    assert words(reading, reading.quotes[nth].addressee) == addressee


def test_transcript_of_several_voices() -> None:
    """Each label's words are its own, in a transcript in which several people answer."""
    lines = [
        "The commission sent Karin Holm and Arvid Ruhl.",
        "QUESTION: Is the bridge shut?",
        "MS. HOLM: We shut it on Monday.",
        "QUESTION: Who pays?",
        "MR. RUHL: The council pays for all of it.",
    ]
    reading = read("\n".join(lines), "paragraph", "question", "answer", "question", "answer")
    found = [
        (reading.chains[q.speaker].name, words(reading, *q.content)) for q in reading.quotes if q.speaker is not None
    ]
    assert found == [("Karin Holm", "We shut it on Monday."), ("Arvid Ruhl", "The council pays for all of it.")]


def test_it_said_is_the_body_before() -> None:
    """ "It" before a verb of saying is the one body that was the subject just before."""
    reading = read("The bridge is shut, according to the Nordwind Border Commission. It said nobody was hurt.")
    speakers = [reading.chains[q.speaker].name for q in reading.quotes if q.speaker is not None]
    assert speakers == ["Nordwind Border Commission"] * 2


def test_an_interview_has_one_hearer() -> None:
    """What the giver of an interview says, to nobody else or to "the paper", is said to the outlet."""
    reading = read(
        "Arvid Ruhl gave an interview. “It goes on,” Ruhl told the Nordwind Post newspaper. “No,” he told the paper. "
        "Ruhl said he would stay."
    )
    assert {words(reading, q.addressee) for q in reading.quotes if not q.thought} == {"the Nordwind Post newspaper"}
