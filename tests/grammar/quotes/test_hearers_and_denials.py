"""Who speaks, who hears and who relays in the ways news tells it, on parsed sentences."""

import pytest
from grammar.quotes.test_quotes_by_grammar import read, told, words

from tidings.model import Reading


def speakers(reading: Reading) -> list[str | None]:
    """The chain that speaks in each quote that is an utterance."""
    return [None if q.speaker is None else reading.chains[q.speaker].name for q in reading.quotes if not q.thought]


def hearers(reading: Reading) -> list[str | None]:
    """Who hears each quote that is an utterance, by chain, else in words."""
    chains = [(q.addressee_chain, words(reading, q.addressee)) for q in reading.quotes if not q.thought]
    return [said if chain is None else reading.chains[chain].name for chain, said in chains]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "“The minister told us that the bridge was shut,” Karin Holm told reporters.",
            ["reporters", "Karin Holm"],
            id="us-inside-quoted-words",
        ),
        pytest.param(
            "In an interview with Radio Volta, Karin Holm said the bridge was shut. “It is old,” she said.\n"
            "Holm told the Nordwind Post on Monday that it would open. “In June,” she said.",
            ["Radio Volta", "Radio Volta", "Nordwind Post", "Nordwind Post"],
            id="two-outlets",
        ),
        pytest.param(
            "The mayor Karin Holm in an interview with a radio host told that the bridge shut at dawn.",
            ["radio host"],
            id="a-talk-before-the-verb",
        ),
        pytest.param(
            "The beekeepers' chairman, Karl Brandt, explained to the newspaper that no hive is for sale, stipulating that tenants pay first.",
            ["newspaper", "newspaper"],
            id="stipulating",
        ),
        pytest.param(
            "The ministry demanded from Madrid an answer and the return of two bells.",
            ["Madrid"],
            id="demanded-from-first",
        ),
        pytest.param(
            "The chairman of the shipowners, Tor Vik, called the government to answer in kind.",
            ["government"],
            id="called-somebody-to",
        ),
        pytest.param(
            "Karin Holm told the Nordwind Post on Sunday that the bridge was shut. “It is old,” she said.\n"
            "In an interview with Radio Volta, Holm said it would open.",
            ["Nordwind Post", "Nordwind Post", "Radio Volta"],
            id="two-outlets-reversed",
        ),
        pytest.param(
            "A spokesman for the council, Karl Berg, said Ostby had not been asked to pay.",
            [None],
            id="nobody-was-asked",
        ),
        pytest.param(
            "Speaking to farmers in Ostby, Karin Holm promised that the bridge would open.",
            ["farmers in Ostby"],
            id="speaking-to",
        ),
        pytest.param(
            "Addressing parliament on Friday, Karin Holm said the bridge was shut.", ["parliament"], id="addressing"
        ),
        pytest.param(
            "In a letter to the council, Karin Holm said the bridge was shut.", ["council"], id="letter-before-its-verb"
        ),
        pytest.param(
            "Karin Holm told the Nordwind Post that the bridge was shut.", ["Nordwind Post"], id="a-post-is-an-outlet"
        ),
        pytest.param(
            "Asked by reporters whether the bridge would open, Karin Holm said: “Yes, it will.”",
            ["reporters"],
            id="asked-by",
        ),
        pytest.param(
            "The council wrote Karin Holm last week that the bridge was shut.", ["Karin Holm"], id="wrote-whom"
        ),
        pytest.param(
            "Karin Holm sent a letter to the council asking it to shut the bridge.", ["council"], id="a-letter-asking"
        ),
        pytest.param(
            "Karin Holm sent a letter to the council on Monday. The letter says that the bridge is unsafe.",
            ["council"],
            id="the-letter-says",
        ),
        pytest.param(
            "In a letter to the council, Karin Holm said the bridge was shut. The engineer was ill. “It is old,” Holm wrote.",
            ["council", "council"],
            id="wrote-in-the-letter",
        ),
        pytest.param(
            "In a letter to the council, Karin Holm said the bridge was shut. Holm wrote on Twitter that it was old.",
            ["council", None],
            id="wrote-elsewhere",
        ),
        pytest.param("“It is old,” Karin Holm said on Radio Volta.", ["Radio Volta"], id="said-on-air"),
        pytest.param("“It is old,” Karin Holm said on Twitter.", [None], id="said-on-a-network"),
        pytest.param(
            "Karin Holm said in a statement sent to Radio Volta that the bridge was shut.",
            ["Radio Volta"],
            id="a-statement-sent",
        ),
        pytest.param(
            "Karin Holm spoke to reporters on Monday, saying that the bridge was shut.",
            ["reporters"],
            id="spoke-saying",
        ),
        pytest.param("To the dismay of drivers, Karin Holm said that the bridge was shut.", [None], id="to-the-dismay"),
        pytest.param("“It is old,” Karin Holm said, to wild applause.", [None], id="applause-hears-nothing"),
        pytest.param("Karin Holm denied the claim of Arvid Ruhl that the bridge was shut.", [None], id="a-denial"),
        pytest.param("Karin Holm denied Arvid Ruhl's claim that the bridge was shut.", [None], id="a-denial-of-whose"),
        pytest.param(
            "“Is the bridge open?” Arvid Ruhl asked Karin Holm. “No,” Holm said.",
            ["Karin Holm", "Arvid Ruhl"],
            id="asked-and-answers",
        ),
        pytest.param(
            "Karin Holm told Radio Volta that the bridge was shut. At a rally on Friday, Holm said it was old.",
            ["Radio Volta", None],
            id="another-occasion",
        ),
        pytest.param(
            "In an interview on Radio Volta, Karin Holm attacked the council, saying that it had slept.",
            ["Radio Volta"],
            id="interview-of-the-verb-above",
        ),
        pytest.param(
            "Karin Holm said before the Ostby Committee that the bridge was shut.",
            ["Ostby Committee"],
            id="said-before",
        ),
        pytest.param(
            "At a joint news conference with Arvid Ruhl, Karin Holm said that the bridge was shut.",
            [None],
            id="beside-and-not-before",
        ),
        pytest.param(
            "Karin Holm said the bridge was shut, in an interview with the Volta Post. “It is old,” Holm told the Post.\n"
            "Arvid Ruhl said he disagreed. Nobody came to the port. The ferry sailed. It was full. It rained.\n"
            "Holm said the road was next. Cars stood in line. The queue was long.\n"
            "“We have no money,” she told the paper.",
            ["Volta Post", "Volta Post", None, "Volta Post", "Volta Post"],
            id="from-telling-to-telling",
        ),
        pytest.param(
            "Ruritania called on Wednesday on its neighbour to free the crew.",
            ["its neighbour"],
            id="a-day-hears-nothing",
        ),
    ],
)
def test_hearers(text: str, want: list[str | None]) -> None:
    """Whom words are for."""
    assert hearers(read(text)) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "A spokesman for the Kremlin, Karl Berg, said Moscow had not been asked to pay.",
            ["Karl Berg"],
            id="spokesman-of-a-state-by-name",
        ),
        pytest.param(
            "Editor's note: An hour later, Karin Holm said in a video that the bridge was shut.",
            ["Karin Holm"],
            id="editors-note",
        ),
        pytest.param("An earlier version of this article said the bridge was shut.", [], id="own-voice"),
        pytest.param("Biologist Karin Holm said the bridge was shut.", ["Karin Holm"], id="noun-opens-the-source"),
        pytest.param(
            "“It is old,” says marine biologist Karin Holm of Ostby University, who has studied it.",
            ["Karin Holm"],
            id="name-and-what-hangs-on-it",
        ),
        pytest.param(
            "Anna Ruhl is the chairwoman. The council met.\n“Anna Ruhl has slept for a year,” she told Radio Volta.",
            [None],
            id="nobody-names-herself",
        ),
        pytest.param(
            "Karin Holm sent an e-mail to members of the council saying the bridge was shut.",
            ["Karin Holm"],
            id="who-sends-it-says-so",
        ),
        pytest.param("Karin Holm (Greens) asked when the bridge would open.", ["Karin Holm"], id="party-in-brackets"),
        pytest.param(
            "Karin Holm told reporters that the bridge was shut.\n“Who pays?” a reporter asked. “Ask me on Monday,” she "
            "replied.",
            ["Karin Holm", "reporter", "Karin Holm"],
            id="nobody-answers-himself",
        ),
        pytest.param(
            "“It is old,” Karin Holm, a top engineer, said Monday on “Volta Today.” “I mean, it is very old.”",
            ["Karin Holm", "Karin Holm"],
            id="goes-on-after-a-programme",
        ),
        pytest.param(
            "Karin Holm said she blamed the council. “They left it to rust.”",
            ["Karin Holm", "Karin Holm"],
            id="cue-ahead",
        ),
        pytest.param(
            "“The bill is theft,” Karin Holm told parliament. “Theft in broad daylight.”",
            ["Karin Holm", "Karin Holm"],
            id="sentence-without-a-verb",
        ),
        pytest.param(
            "Karin Holm said the firm had paid, a sum that the lawyer Arvid Ruhl called “a joke”.",
            ["Karin Holm", "Arvid Ruhl"],
            id="called-so-by-another",
        ),
        pytest.param(
            "Anna Ruhl left early. She was tired.\nKarin Holm, the envoy, said that the bridge was shut. She warned that "
            "the road would follow.",
            ["Karin Holm", "Karin Holm"],
            id="who-the-paragraph-names",
        ),
        pytest.param(
            "“It is old,” Karin Holm said. “We asked and they told us ‘not before June.’”",
            ["Karin Holm", "Karin Holm"],
            id="ends-in-a-quotation-of-its-own",
        ),
    ],
)
def test_speakers(text: str, want: list[str | None]) -> None:
    """Whose words they are."""
    assert speakers(read(text)) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Ruritania wants a delay – creditors say no", [], id="say-no"),
        pytest.param(
            "Karin Holm agreed to a talk for a series on “Women in Power,” answering questions.", [], id="title"
        ),
        pytest.param(
            "“Nobody asked us,” a diplomat said, according to the Nordwind Post.",
            [("direct", "a diplomat", "Nobody asked us,")],
            id="according-to-an-outlet",
        ),
    ],
)
def test_what_is_told(text: str, want: list[tuple[str, str, str]]) -> None:
    """What is an utterance, and whose."""
    assert told(read(text, "title")) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "“Nobody asked us,” a diplomat said, according to the Nordwind Post.", "the Nordwind Post", id="cited"
        ),
        pytest.param("“It is old,” Karin Holm wrote in the Volta Post.", "the Volta Post", id="wrote-in"),
        pytest.param("Karin Holm said through a spokesman that it was shut.", "a spokesman", id="through-a-spokesman"),
        pytest.param("Karin Holm said that it was shut.", None, id="nobody"),
    ],
)
def test_who_relays(text: str, want: str | None) -> None:
    """Through whom the words are known."""
    reading = read(text)
    assert [words(reading, q.relayed_by) for q in reading.quotes if not q.thought] == [want]


def test_quoted_in_an_outlet() -> None:
    """ "Was quoted in the Post as saying": the Post passes it on."""
    reading = read("Karin Holm was quoted in the Volta Post as saying that the bridge was shut.")
    assert "the Volta Post" in [words(reading, q.relayed_by) for q in reading.quotes]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param("Karin Holm denied a warning that the bridge would close by June.", True, id="denied-a-warning"),
        pytest.param("Karin Holm denied that the bridge was shut.", True, id="denied"),
        pytest.param("Karin Holm did not deny that the bridge was shut.", False, id="did-not-deny"),
        pytest.param("Karin Holm repeated a warning that the bridge would close by June.", False, id="own-warning"),
    ],
)
def test_what_is_denied_is_not_said(text: str, negated: bool) -> None:
    """A quote under a denial says that its words are denied."""
    assert {q.negated for q in read(text).quotes if not q.thought} <= {negated}
