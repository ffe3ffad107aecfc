"""Copies and common origins, on documents built by hand."""

import pytest

from tidings.model import Block, Cut, Document, Link, Linked, Reading, Span
from tidings.stages.link.copies import Copies
from tidings.text.sentences import sentences

WIRE = (
    "The harbour of Port Alder was closed for nine hours after a strike by dock workers. "
    "Union leaders and the port authority met late in the evening to discuss a new shift plan. "
    "Ferries to the outer islands were turned back and hundreds of travellers slept in the terminal hall. "
    "A second round of talks has been called for the start of the coming week at the city hall. "
)
OTHER = (
    "Prices of grain rose again on the northern exchange as dry weather set in over the plain. "
    "Farmers asked the government for an early payment of the support that was promised in spring. "
    "The ministry answered that money would come once parliament had passed the budget. "
)
ASK_FOR_MAIL = (
    "Enter your email address to follow this blog and receive news of new posts by mail. "
    "We may publish your comments with your name and the town on our website and in print. "
)
PEOPLE = [
    "Oda Lind",
    "Port Alder",
    "Marek Tull",
    "Brine Island",
    "Ada Brask",
    "Ilmar Soot",
    "Veer Harbour",
    "Tarn Ferry",
]
FIRST_RENDERING = " ".join(
    f"On day {n} the envoy {a} of {b} told {c} about {n * 7} boats."
    for n, (a, b, c) in enumerate(zip(PEOPLE, PEOPLE[3:] + PEOPLE[:3], PEOPLE[5:] + PEOPLE[:5], strict=True), 11)
)
SECOND_RENDERING = " ".join(
    f"After the {n} day, messenger {a.replace('a', 'e')} from {b} informed also {c}: ships, {n * 7} in all."
    for n, (a, b, c) in enumerate(zip(PEOPLE, PEOPLE[3:] + PEOPLE[:3], PEOPLE[5:] + PEOPLE[:5], strict=True), 11)
)


def reading(
    name: str,
    text: str,
    *cuts: Cut,
    credits: tuple[str, ...] = (),
    url: str | None = None,
    title: str | None = None,
    opening: str = "",
) -> Reading:
    blocks = (Block(len(opening), len(opening + text), "paragraph"),)
    if opening:
        blocks = (Block(0, len(opening) - 1, "dateline"), *blocks)
    document = Document(
        name,
        f"{name}.txt",
        name,
        opening + text,
        blocks,
        url=url,
        title=title,
        cuts=cuts,
        credited_to=credits,
    )
    return Reading(
        document, sentences=tuple(Span(len(opening) + s.start, len(opening) + s.end) for s in sentences(text))
    )


def links(*readings: Reading) -> list[Link]:
    copies = Copies()
    cards = [card for r in readings for card in copies.cards(r, Linked())]
    return [found for found in copies.compare(cards) if isinstance(found, Link)]


def cut(text: str, reason: str) -> Cut:
    return Cut(0, len(text), text, reason)


@pytest.mark.parametrize(
    ("a", "b", "relations"),
    [
        pytest.param(reading("a", WIRE), reading("b", WIRE), {"repeats", "same"}, id="reprint"),
        pytest.param(
            reading("a", WIRE),
            reading("b", "From our desk. " + WIRE[: WIRE.rindex("A second")]),
            {"repeats", "same"},
            id="cut at the end",
        ),
        pytest.param(
            reading("a", WIRE + OTHER * 3),
            reading("b", OTHER.replace("grain", "corn") + WIRE[: len(WIRE) // 2]),
            {"repeats", "same"},
            id="merged",
        ),
        pytest.param(reading("a", WIRE), reading("b", OTHER), set(), id="two matters"),
        pytest.param(
            reading("a", WIRE, url="https://www.a.example/live?utm_id=1", title="Live"),
            reading("b", OTHER, url="http://a.example/live", title="Live"),
            {"same"},
            id="a live page, written anew",
        ),
        pytest.param(
            reading("a", WIRE, url="https://a.example/news", title="Harbour closed"),
            reading("b", OTHER, url="https://a.example/news", title="Grain dearer"),
            set(),
            id="two articles under the address of their list",
        ),
        pytest.param(
            reading("a", WIRE, cut("(Alder Press)", "credit"), credits=("Alder Press",)),
            reading("b", OTHER, cut("Source: Alder Press", "credit"), credits=("Alder Press",)),
            {"same"},
            id="one credit",
        ),
        pytest.param(
            reading("a", WIRE, opening="ALDER (Alder Press) - ", credits=("Alder Press",)),
            reading("b", OTHER, cut("Compiled from Alder Press dispatches", "related")),
            {"same"},
            id="an agency's own, and a line that names it",
        ),
        pytest.param(
            reading("a", WIRE, opening="ALDER (Alder Press) - ", credits=("Alder Press",)),
            reading("b", OTHER + "Material from Alder Press was used in this report."),
            set(),
            id="named within a long paragraph",
        ),
        pytest.param(
            reading("a", WIRE, opening="ALDER (Alder Press) - ", credits=("Alder Press",)),
            reading("b", OTHER, cut("Alder Press wins a prize for its harbour", "related")),
            set(),
            id="named in another headline",
        ),
        pytest.param(
            reading("a", f"Port Alder, Alder Press: {WIRE}"),
            reading("b", OTHER, cut("Source: Alder Press", "credit"), credits=("Alder Press",)),
            {"same"},
            id="a dateline of another form",
        ),
        pytest.param(
            reading("a", WIRE, credits=("Alder Press",)),
            reading("b", OTHER, credits=("Alder Press",)),
            set(),
            id="cited, not credited",
        ),
        pytest.param(
            reading("a", FIRST_RENDERING), reading("b", SECOND_RENDERING), {"same"}, id="one text rendered twice"
        ),
        pytest.param(
            reading("a", WIRE + OTHER, opening="ALDER (Alder Press) - ", credits=("Alder Press",)),
            reading("b", FIRST_RENDERING, opening="BRINE (Alder Press) - ", credits=("Alder Press",)),
            {"same"},
            id="one agency in the datelines",
        ),
        pytest.param(
            reading("a", WIRE + ASK_FOR_MAIL), reading("b", OTHER + ASK_FOR_MAIL), set(), id="every site asks for mail"
        ),
        pytest.param(
            reading("a", WIRE, cut("Read on Brine Plus today", "related")),
            reading("b", OTHER, cut("Read on Brine Plus articles", "related")),
            {"same"},
            id="one site's furniture",
        ),
        pytest.param(
            reading("a", WIRE, cut("Leave a Reply Your email address", "comments")),
            reading("b", OTHER, cut("Leave a Reply Your email address", "comments")),
            set(),
            id="furniture of every site",
        ),
    ],
)
def test_pairs(a: Reading, b: Reading, relations: set[str]) -> None:
    assert {link.relation for link in links(a, b)} == relations


def test_order_does_not_matter() -> None:
    one, two, three = reading("a", WIRE), reading("b", WIRE[40:]), reading("c", OTHER)
    assert links(one, two, three) == links(three, one, two)


def test_copies_meet_by_key() -> None:
    copies = Copies()
    a, b = (next(iter(copies.cards(reading(n, t), Linked()))) for n, t in (("a", WIRE), ("b", "News. " + WIRE)))
    assert set(copies.keys(a)) & set(copies.keys(b))
