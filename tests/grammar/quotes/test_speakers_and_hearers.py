"""Who speaks and who hears, on parsed sentences: names behind offices, words for the last speaker, interviews."""

import pytest

from tidings.model import Block, Document, Quote, Reading
from tidings.stages.read.analyse import Analyse
from tidings.stages.read.chains import Chains
from tidings.stages.read.mentions import Mentions
from tidings.stages.read.quotes import Quotes
from tidings.stages.read.times import Times


def read(*lines: tuple[str]) -> Reading:
    """The lines as a document's blocks, read by all stages up to the quotes."""
    blocks, at = [], 0
    for kind, line in lines:
        blocks.append(Block(at, at + len(line), kind))
        at += len(line) + 1
    reading = Reading(Document("d", "d", "d", "\n".join(line for _, line in lines), tuple(blocks)))
    for stage in (Analyse(), Mentions(), Chains(), Times(), Quotes()):
        (reading,) = stage.run([reading])
    return reading


def speaker(reading: Reading, quote: Quote) -> str | None:
    """The name of the chain that speaks."""
    return None if quote.speaker is None else reading.chains[quote.speaker].name


@pytest.mark.parametrize(
    ("text", "nth", "want"),
    [
        pytest.param(
            "The head of the company Arvid Ruhl told reporters that the bridge is shut.", 0, "Arvid Ruhl", id="behind"
        ),
        pytest.param(
            "The board offered to let Malian experts in first, which Minister Oumar Diarra turned down as “a ticket paid "
            "for with bread”.",
            -1,
            "Oumar Diarra",
            id="turned-down-as",
        ),
        pytest.param(
            "The foreign minister, Ada Berg, spurned the deal. According to her expression, it would be «a card for bread».",
            0,
            "Ada Berg",
            id="according-to-her-expression",
        ),
        pytest.param(
            "He is Arvid Ruhl. Ruhl urged both to wait for spring: “Their sons will be home in time.” Colonel Ivo Sand "
            "called the offer “a trick to win time”.",
            0,
            "Arvid Ruhl",
            id="another calls something so in the next sentence",
        ),
        pytest.param("Minister of Mines Ruhl told reporters that the pit is shut.", 0, "Ruhl", id="field"),
        pytest.param(
            "The operator, Nordwind Gas Transit, confirmed that the money had come.",
            0,
            "Nordwind Gas Transit",
            id="body",
        ),
        pytest.param(
            "The Nordwind Border Commission said in a statement that the bridge was shut. Nobody was hurt, the statement added.",
            1,
            "Nordwind Border Commission",
            id="document",
        ),
        pytest.param(
            "The Nordwind Gas Group said the flow fell by half. The company puts the debt at 38 million.",
            1,
            "Nordwind Gas Group",
            id="company",
        ),
        pytest.param(
            "The infrastructure minister, Karen Ruhl, said the firm owed nothing that was in dispute and demanded that "
            "the flow be restored by Friday.",
            1,
            "Karen Ruhl",
            id="hung-too-low",
        ),
        pytest.param(
            "The minister, Karen Ruhlian, said that the flow would be restored. “Nobody shuts a bridge in June,” he said.",
            1,
            "Karen Ruhlian",
            id="given-name-of-another-country",
        ),
        pytest.param(
            '"The price is known," a masked man identified as the group\'s spokesman, Arvid Ruhl, says afterwards.',
            0,
            "Arvid Ruhl",
            id="told who he is",
        ),
        pytest.param(
            "Brigadier Arvid Ruhl told reporters that the market had been struck. Two guns were there, the brigadier reported.",
            1,
            "Arvid Ruhl",
            id="rank",
        ),
        pytest.param(
            "The council met the Nordic Savings Fund. The fund has denied that bread was on the table.",
            0,
            "Nordic Savings Fund",
            id="the only fund",
        ),
        pytest.param("The carrier Nordic Air said it would fly round the area.", 0, "Nordic Air", id="what it is"),
        pytest.param(
            "“They told us to go,” recounted Mr. Ruhl. According to him, Ivo Sand has a fever. “He asked me to wait,” he said.",
            -1,
            "Ruhl",
            id="whose sentence tells of another",
        ),
        pytest.param(
            "The government called in the envoy to protest at what Minister Ada Berg described as “the strangling of a "
            "neighbour”, and asked the council to help.",
            0,
            "Ada Berg",
            id="described as",
        ),
    ],
)
def test_who_speaks(text: str, nth: int, want: str) -> None:
    """The chain that speaks in the nth quote."""
    reading = read(("paragraph", text))
    assert speaker(reading, reading.quotes[nth]) == want


@pytest.mark.parametrize(
    ("text", "nth", "want"),
    [
        pytest.param(
            "Officials told the journalists they expected the bridge to open.", 0, "the journalists", id="no-that"
        ),
        pytest.param(
            "The director told the TV channel Vesna Nord that the bridge is shut.",
            0,
            "the TV channel Vesna Nord",
            id="name",
        ),
        pytest.param(
            "Ruritania summoned the envoy, Arvid Ruhl, and said that the step broke the treaty.",
            0,
            "the envoy",
            id="before",
        ),
        pytest.param(
            "“It is shut,” Arvid Ruhl told reporters. He said it would open in June.", 1, "reporters", id="goes-on"
        ),
        pytest.param(
            "Arvid Ruhl, contacted by Radio Lune, said the bridge was shut.", 0, "Radio Lune", id="contacted by"
        ),
        pytest.param(
            "The ministry summoned the ambassador and told him that the bridge was shut.",
            0,
            "the ambassador",
            id="him who was summoned",
        ),
        pytest.param("“Stop the filling!” the crowd shouted at the minister.", 0, "the minister", id="shouted at"),
    ],
)
def test_who_hears(text: str, nth: int, want: str) -> None:
    """The addressee of the nth quote."""
    reading = read(("paragraph", text))
    hears = reading.quotes[nth].addressee
    assert hears is not None and reading.document.text[hears.start : hears.end] == want


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        pytest.param(
            "“We wait”: five questions to Arvid Ruhl", "The minister went to Oslo. We called him there.", id="title"
        ),
        pytest.param("“We wait”", "Dr Arvid Ruhl runs the clinic. He took our call. By Karin Holm", id="lead"),
    ],
)
def test_interviewee(title: str, lead: str) -> None:
    """An interview is with the one whom its title or its first lines present; the outlet's last words are not his."""
    reading = read(
        ("title", title),
        ("paragraph", lead),
        ("question", "Is the bridge shut?"),
        ("answer", "I shut it on Monday."),
        ("question", "Who pays in Oslo?"),
        ("answer", "I pay for it, and Oslo waits."),
        ("question", "And then?"),
        ("answer", "I will open it again in June."),
        ("answer", "The office of the minister later put the cost at 38 million crowns."),
    )
    answers = [speaker(reading, q) for q in reading.quotes if q.kind == "direct"]
    assert answers == ["Arvid Ruhl"] * 3


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "“It is shut,” Arvid Ruhl was quoted as saying by the Nordwind news service.",
            ("Arvid Ruhl", "the Nordwind news service"),
            id="as-saying-by",
        ),
        pytest.param(
            "The columnist Karin Holm quoted one of the officials saying: “We believe that the danger grows.”",
            ("one of the officials", "The columnist Karin Holm"),
            id="saying",
        ),
        pytest.param(
            "“We will win,” Arvid Ruhl said in remarks carried by Tasnar.",
            ("Arvid Ruhl", "Tasnar"),
            id="remarks-carried-by",
        ),
        pytest.param(
            "“We will win,” Arvid Ruhl said, as quoted by Tasnar.", ("Arvid Ruhl", "Tasnar"), id="as-quoted-by"
        ),
        pytest.param(
            "The minister, Arvid Ruhl, quoted by the Norden News Agency, spoke of “a wall of paper”.",
            ("The minister, Arvid Ruhl, quoted by the Norden News Agency", "the Norden News Agency"),
            id="quoted by, between commas",
        ),
        pytest.param(
            "The port would reopen on Monday, the agency said, citing a port official.",
            ("a port official", "the agency"),
            id="citing an official",
        ),
    ],
)
def test_who_relays(text: str, want: tuple[str, str]) -> None:
    """Source and relay of the only quote."""
    reading = read(("paragraph", text))
    (quote,) = (q for q in reading.quotes if not q.thought)
    spans = (quote.source, quote.relayed_by)
    assert tuple(reading.document.text[s.start : s.end] for s in spans if s is not None) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Police, who had licensed 5,000, counted 7,500.", "7,500", id="counted"),
        pytest.param("The union says 41,000 have joined; the ministry speaks of 26,000.", "26,000", id="speaks-of"),
        pytest.param("The minister denied any plan to close the bridge.", "any plan to close the bridge", id="denied"),
        pytest.param("Clara Voss expressed fear that the bridge could fall.", "the bridge could fall", id="voiced"),
    ],
)
def test_told_without_a_clause(text: str, want: str) -> None:
    """What the last quote tells, which is no clause under a verb of saying."""
    reading = read(("paragraph", text))
    told = [q for q in reading.quotes if not q.thought]
    assert reading.document.text[told[-1].content[0].start : told[-1].content[-1].end] == want


def test_he_is_not_the_woman_who_relays_him() -> None:
    """Who tells what "he" told her passes it on; "he" stays open."""
    reading = read(
        ("paragraph", "The envoy waited. His wife, Karin Holm, said he had told her that the road was shut.")
    )
    (quote,) = (q for q in reading.quotes if q.relayed_by is not None)
    assert speaker(reading, quote) != "Karin Holm"


def test_what_an_outlet_explains_is_nobodys_answer() -> None:
    """Questions and answers without "you" and "I" are the outlet's own."""
    turns = [("question", "What is a dam?"), ("answer", "A wall in a river."), ("question", "Who pays?")]
    reading = read(
        ("title", "Dams"), ("paragraph", "Arvid Ruhl opened a dam."), *turns, ("answer", "The state, mostly.")
    )
    assert not [q for q in reading.quotes if q.kind == "direct"]


@pytest.mark.parametrize("label", ["RUHL", "AR", "Ruhl"])
def test_a_transcripts_label_is_the_one_person_named_so(label: str) -> None:
    """A surname in capitals or initials before a colon stand for who is named in full."""
    asked = ["Is the bridge shut?", "Who pays in Oslo?", "And then?"]
    said = ["I shut it on Monday.", "I pay for it.", "I will open it."]
    turns = [
        line
        for ask, say in zip(asked, said, strict=True)
        for line in (("question", ask), ("answer", f"{label}: {say}"))
    ]
    reading = read(("title", "The bridge"), ("paragraph", "Arvid Ruhl runs the bridge in Oslo."), *turns)
    assert {speaker(reading, q) for q in reading.quotes if q.kind == "direct"} == {"Arvid Ruhl"}


def test_words_after_a_sentence_that_names_the_speaker() -> None:
    """A quoted sentence right behind "…, X says." is X's, also where the sentence before is about something else."""
    reading = read(
        ("paragraph", "The promise of eight hours is not kept, the chairman Arvid Ruhl says. “It is twenty hours.”")
    )
    assert [speaker(reading, q) for q in reading.quotes if q.kind == "direct"] == ["Arvid Ruhl"]


def test_said_within_quoted_words() -> None:
    """Who quotes what a known source says passes it on; what would be said if, or by nobody known, is left out."""
    reading = read(
        (
            "paragraph",
            "“Ministry officials say that the bridge will fall. People claim that it stands,” Karin Holm wrote.",
        )
    )
    text = reading.document.text
    inner = [q for q in reading.quotes if q.kind == "indirect" and not q.thought]
    assert [
        (text[q.content[0].start : q.content[-1].end], text[q.relayed_by.start : q.relayed_by.end])
        for q in inner
        if q.relayed_by
    ] == [("the bridge will fall", "Karin Holm")]
