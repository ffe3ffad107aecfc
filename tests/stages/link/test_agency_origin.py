"""Reports that name one agency as their source and share its words come from one origin."""

from dataclasses import replace

import pytest

from tidings.model import Block, Document, Link, Linked, Reading, Span
from tidings.stages.link.copies import Copies
from tidings.text.sentences import sentences

SHARED = "On the night of the flood the harbour office shut the sluice at Larn and told nobody in the lower town"
ONE = f"The mayor spoke for an hour about pumps. {SHARED}. A new pump was promised. It would come by rail before autumn, he said, and nobody need pay for it but the province and its bank."
LATER = "Their wives had brought soup and blankets, while two priests walked up and down the pier and a band played old songs."
TWO = f"Fishermen blocked the quay at noon. {SHARED}, they said. The quay was cleared by five. {LATER}"
OTHER = (
    "Fishermen blocked the quay at noon, because the harbour office had shut the sluice. The quay was cleared by five."
)


def reading(name: str, text: str, *agencies: str) -> Reading:
    block = Block(0, len(text), "paragraph")
    spans = tuple(Span(s.start, s.end) for s in sentences(text))
    return Reading(Document(name, f"{name}.txt", name, text, (block,), credited_to=agencies), sentences=spans)


def links(*readings: Reading) -> list[str]:
    found = Copies()
    cards = [card for r in readings for card in found.cards(r, Linked())]
    return [link.relation for link in found.compare(cards) if isinstance(link, Link)]


@pytest.mark.parametrize(
    ("second", "agencies", "expected"),
    [
        pytest.param(TWO, ("Coastwire",), ["same"], id="one agency, shared words"),
        pytest.param(TWO, (), [], id="shared words alone"),
        pytest.param(TWO, ("Hillwire",), [], id="another agency"),
        pytest.param(OTHER, ("Coastwire",), [], id="one agency, own words"),
    ],
)
def test_one_agency(second: str, agencies: tuple[str, ...], expected: list[str]) -> None:
    """The name alone is not enough, nor are the words."""
    assert links(reading("a", ONE, "Coastwire"), reading("b", second, *agencies)) == expected


@pytest.mark.parametrize(
    ("credited", "expected"),
    [(("Coastwire",), ["same"]), (("Hillwire",), []), ((), [])],
    ids=["its agency", "another agency", "none"],
)
def test_credit_beside_the_author(credited: tuple[str, ...], expected: list[str]) -> None:
    """A report that names an agency beside its author, not in its text, comes from that agency's."""
    block = Block(0, len(OTHER), "paragraph")
    own = Reading(Document("b", "b.txt", "b", OTHER, (block,), credited_to=credited, lent_by=credited))
    text = f"LARN (Coastwire) - {ONE}"
    blocks = (Block(0, 18, "dateline"), Block(18, len(text), "paragraph"))
    assert links(Reading(Document("a", "a.txt", "a", text, blocks, credited_to=("Coastwire",))), own) == expected


DISPATCH = (
    "Ruritania on Monday banned the import of 40 kinds of cheese from its neighbour Elbonia. "
    "The customs office turned back 12 trucks at the mountain pass before noon. "
    "Farmers poured milk on the road in protest and blocked the bridge for three hours. "
    "A hungry man does not ask where the cheese was born, the minister of agriculture said. "
    "The two governments will hold talks on Friday in the lake town of Brod. "
    "The hospital treated a driver who had been hit by a stone."
)
TRANSLATED = (
    "The power of Ruritania has forbidden to bring in 40 sorts of cheese out of Elbonia, transmits {agency}. "
    "The customs officers have returned 12 lorries from the pass in the mountains. "
    "The peasants, protesting, have spilled milk onto the highway and closed the bridge during three hours. "
    "As noted the head of the agrarian ministry, the hungry does not interest himself where cheese has appeared. "
    "The negotiations of both cabinets will pass on Friday in Brod at the lake."
)
AT_ITS_OUTSET = (
    "No cheese passes the mountains any more: Ruritania keeps out 40 kinds of it, {agency} reported on Tuesday. "
    "At the pass the customs office sent 12 trucks home before noon, to the cheers of two goatherds. "
    "A neighbour of mine has hung a wheel of Elbonian in her window, with a black ribbon. "
    "What the dairies will do with their milk nobody could say; one spoke of soap. "
    "A hungry man does not ask where cheese was born, as the minister put it."
)
CITING = (
    "Bakers in the capital ran out of flour on Tuesday, and the price of a loaf doubled within 12 hours. "
    "Elbonia has stopped 40 trains, {agency} reported. "
    "The mayor opened the stores of the army and asked people to share. "
    "An old woman sold apples at the gate and laughed at the queue. "
    "No talks are planned."
)


@pytest.mark.parametrize(
    ("second", "agency", "expected"),
    [
        pytest.param(TRANSLATED, "the agency Marmot", ["same"], id="translated"),
        pytest.param(TRANSLATED, "a witness", [], id="no agency cited"),
        pytest.param(AT_ITS_OUTSET, "Marmot", ["same"], id="cited at the outset"),
        pytest.param(AT_ITS_OUTSET, "the customs office", [], id="nobody cited at the outset"),
        pytest.param(CITING, "the Marmot agency", [], id="one detail cited"),
    ],
)
def test_a_dispatch_and_its_translation(second: str, agency: str, expected: list[str]) -> None:
    """A report that passes an agency's own on in other words shares its origin; one that cites it for a detail does not."""
    text = f"BROD (Marmot News Agency) - {DISPATCH}"
    dateline = text.index("-") + 2
    blocks = (Block(0, dateline, "dateline"), Block(dateline, len(text), "paragraph"))
    spans = tuple(Span(s.start, s.end) for s in sentences(text))
    document = Document("a", "a.txt", "a", text, blocks, credited_to=("Marmot News Agency",))
    assert links(Reading(document, sentences=spans), reading("b", second.format(agency=agency))) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2031-03-04", ["same"]), ("2031-03-02", ["same"]), (None, ["same"]), ("2031-02-01", []), ("2031-05-04", [])],
    ids=["next day", "other clock", "undated", "before it", "months after"],
)
def test_news_is_passed_on_while_it_is_new(day: str | None, expected: list[str]) -> None:
    """Who cites an agency before its report, or months after it, passes on another one."""
    text = f"BROD (Marmot News Agency) - {DISPATCH}"
    blocks = (Block(0, 28, "dateline"), Block(28, len(text), "paragraph"))
    spans = tuple(Span(s.start, s.end) for s in sentences(text))
    own = Document("a", "a.txt", "a", text, blocks, credited_to=("Marmot News Agency",), published="2031-03-03")
    citing = reading("b", AT_ITS_OUTSET.format(agency="Marmot"))
    citing = replace(citing, document=replace(citing.document, published=day))
    assert links(Reading(own, sentences=spans), citing) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("(Prepared with files from Marmot News Agency)", ["same"]),
        ("The Marmot News Agency reported that two goats were hurt. Herdsmen spoke of seven.", []),
        ("Two goats were hurt, the Marmot News Agency said.", []),
    ],
    ids=["a line that lends", "one detail at the end", "one sentence of the report"],
)
def test_a_last_paragraph(last: str, expected: list[str]) -> None:
    """A report that ends on a detail of an agency's is not that agency's; one that ends on a line of lending is."""
    text = f"BROD (Marmot News Agency) - {DISPATCH}"
    own = Document(
        "a",
        "a.txt",
        "a",
        text,
        (Block(0, 28, "dateline"), Block(28, len(text), "paragraph")),
        credited_to=("Marmot News Agency",),
    )
    paper = f"Bakers in the capital ran out of flour, and the price of a loaf doubled. An old woman laughed at the queue.\n{last}"
    cut = paper.index("\n")
    other = Document("b", "b.txt", "b", paper, (Block(0, cut, "paragraph"), Block(cut + 1, len(paper), "paragraph")))
    assert (
        links(*(Reading(d, sentences=tuple(Span(s.start, s.end) for s in sentences(d.text))) for d in (own, other)))
        == expected
    )
