"""Reports that name one agency as their source and share its words come from one origin."""

import pytest

from tidings.model import Block, Document, Link, Linked, Reading
from tidings.stages.link.copies import Copies

SHARED = "On the night of the flood the harbour office shut the sluice at Larn and told nobody in the lower town"
ONE = f"The mayor spoke for an hour about pumps. {SHARED}. A new pump was promised. It would come by rail before autumn, he said, and nobody need pay for it but the province and its bank."
LATER = "Their wives had brought soup and blankets, while two priests walked up and down the pier and a band played old songs."
TWO = f"Fishermen blocked the quay at noon. {SHARED}, they said. The quay was cleared by five. {LATER}"
OTHER = (
    "Fishermen blocked the quay at noon, because the harbour office had shut the sluice. The quay was cleared by five."
)


def reading(name: str, text: str, *agencies: str) -> Reading:
    block = Block(0, len(text), "paragraph")
    return Reading(Document(name, f"{name}.txt", name, text, (block,), credited_to=agencies))


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
