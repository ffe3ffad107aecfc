"""What names name, read whole: short forms of roles, bodies, places and sums that look like people or bodies."""

import pytest

from tests.grammar.quotes.test_quotes_by_grammar import read


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "Sports Cabinet Secretary Peter Onyango denied it. The CS said he would not step aside.",
            "Peter Onyango",
            id="initials-of-the-role-before",
        ),
        pytest.param(
            "Peter Onyango, Cabinet Secretary (CS) for Roads, met the governor. The CS said the road was safe.",
            "Peter Onyango",
            id="in-brackets-behind-the-role",
        ),
        pytest.param("Prime Minister Ada Berg left. The PM said she was tired.", "Ada Berg", id="pm"),
        pytest.param("Prime Minister Ada Berg left. The CS said the road was safe.", "CS", id="of-no-role-told-of"),
    ],
)
def test_initials_of_a_role(text: str, want: str) -> None:
    reading = read(text)
    (quote,) = (q for q in reading.quotes if not q.thought)
    assert quote.speaker is not None
    assert reading.chains[quote.speaker].name == want


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("She said the owner, Lund Metals, had failed.", "Lund Metals", "organization", id="owner-a-firm"),
        pytest.param("Police Norrland confirmed that a man was held.", "Police Norrland", "organization", id="police"),
        pytest.param("Lund Resources said the mine was open.", "Lund Resources", "organization", id="resources"),
        pytest.param(
            "She told a crowd in Mohamed Ali Square that it would come.", "Mohamed Ali Square", "place", id="sq"
        ),
        pytest.param(
            "He was coach of Alan Bird. She met him at his home in Bridge of Allan.",
            "Bridge of Allan",
            "place",
            id="bridge-of",
        ),
        pytest.param(
            "He was coach of Alan Bird. She met him at his home in Bridge of Allan.",
            "Alan Bird",
            "person",
            id="no-alias-from-a-place",
        ),
        pytest.param("The coach, Scotsman Alan Bird, 61, left.", "Alan Bird", "person", id="scotsman"),
        pytest.param("Aden consented to open the road.", "Aden", "country", id="an-acting-capital"),
        pytest.param("Ships waited in Aden for a week.", "Aden", "place", id="the-port-itself"),
        pytest.param("Troops left Hill 417 on Monday.", "Hill 417", "place", id="told-apart-by-a-number"),
        pytest.param("The soldiers evacuated the height 417.", "height 417", "place", id="height"),
        pytest.param("The bulk carrier Ada Star waited off Odrin.", "Ada Star", "vessel", id="ship-with-a-given-name"),
        pytest.param("The Marisol Express, a ferry built in 1988, sank.", "Marisol Express", "vessel", id="a-ferry"),
        pytest.param("One of them, the QT 3307, sank at once.", "QT 3307", "vessel", id="letters-and-a-number-alone"),
        pytest.param("The UN 2031 report said so.", "UN", "organization", id="no-mark-but-a-body"),
        pytest.param("The tug Korsar 3 towed the wreck.", "Korsar 3", "vessel", id="ship-and-number"),
        pytest.param("The patrol boat P-417 fired a shot.", "P-417", "vessel", id="number-on-the-hull"),
        pytest.param(
            "She said the owner, Blue Strait Lines, had failed.",
            "Blue Strait Lines",
            "organization",
            id="shipping-line",
        ),
        pytest.param("Flight TX 418 landed in Tarn.", "Flight TX 418", "vessel", id="flight"),
        pytest.param("They had crossed the Korun valley.", "Korun", "place", id="a-valley's"),
        pytest.param("It closed the pass of Selva for a week.", "Selva", "place", id="a-pass's"),
        pytest.param("The party Bloco do Povo denounced it.", "Bloco do Povo", "organization", id="portuguese-do"),
        pytest.param("The survey ship Garça do Sal left.", "Garça do Sal", "vessel", id="portuguese-ship"),
        pytest.param("The Liga das Padeiras went on strike.", "Liga das Padeiras", "organization", id="portuguese-das"),
        pytest.param(
            "The movement Frente por la Tierra said no.", "Frente por la Tierra", "organization", id="spanish-por"
        ),
        pytest.param("Nowhere in Chile do Peruvians wait so long.", "Chile", "country", id="the-english-do"),
        pytest.param(
            "The opposition National Pact said it would vote no.", "National Pact", "organization", id="no-national"
        ),
        pytest.param(
            "“One waits,” said the colonel Kham My Latsavi.", "Kham My Latsavi", "person", id="a-syllable-like-a-word"
        ),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    reading = read(text)
    assert [c.kind for c in reading.chains if c.name == name] == [kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "They held the trawler QT 3307. The QT 3307 had ten men on board.", {"QT 3307"}, id="letters-and-number"
        ),
        pytest.param("The frigate HMS Reed Heron left. The Reed Heron came back.", {"HMS Reed Heron"}, id="no-letters"),
        pytest.param("The firm Van Aal Marine BV denied it.", {"Van Aal Marine BV"}, id="office-before-a-legal-form"),
        pytest.param("The band, the Sons of the Strait, left.", {"Sons of the Strait"}, id="a-society"),
        pytest.param("Pesca Laguna SA denied it. Pesca Laguna owns it.", {"Pesca Laguna SA"}, id="legal-form"),
        pytest.param(
            "Ms Ada Berg met Sheikh Omar al-Tamim of the Gulf Seed Fund.",
            {"Ada Berg", "Omar al-Tamim", "Gulf Seed Fund"},
            id="a-sentence-full-of-names",
        ),
        pytest.param(
            "Freighter row grows\nIt let the freighter of Ada Berg go.", {"Ada Berg"}, id="a-noun-in-a-headline"
        ),
    ],
)
def test_names_of_a_text(text: str, names: set[str]) -> None:
    assert {c.name for c in read(text).chains if c.named} == names


def test_a_sum_of_money_is_no_name() -> None:
    assert not [c for c in read("Each family would get K250,000 from the mine.").chains if "250" in c.name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "“We cut wires,” its leader, Dato Kvirtsani, said in a tape.", "Dato Kvirtsani", id="dato-as-a-name"
        ),
        pytest.param("“We came,” Dato Aminah Yusof told reporters.", "Aminah Yusof", id="dato-as-a-title"),
        pytest.param("“We came,” Datuk Seri Aminah Yusof told reporters.", "Aminah Yusof", id="second-title"),
        pytest.param("“He was struck,” his lawyer, Me Paul Arvet, said.", "Paul Arvet", id="advocate"),
    ],
)
def test_titles_that_are_names_and_names_that_are_titles(text: str, name: str) -> None:
    (quote,) = read(text).quotes
    assert quote.speaker is not None
    assert read(text).chains[quote.speaker].name == name


def test_a_body_is_called_by_the_end_of_its_name() -> None:
    reading = read("Talks with the Northern Pine Front began in Lund.\nOn Monday the Front said it would wait.")
    (quote,) = (q for q in reading.quotes if not q.thought)
    assert quote.speaker is not None
    assert reading.chains[quote.speaker].name == "Northern Pine Front"


def test_a_front_of_soldiers_is_no_body() -> None:
    assert [c.name for c in read("Soldiers left the western front. The front moved back.").chains] == ["Soldiers"]
