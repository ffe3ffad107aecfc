"""The report: every line links to its words, and nothing from outside gets out of its place."""

import re
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tidings.model import (
    Account,
    Anchor,
    Date,
    Dealing,
    Difference,
    DocumentRecord,
    Entity,
    Event,
    Generator,
    QuoteRecord,
    Side,
    StatusPoint,
    TimelineEntry,
)
from tidings.report import html, markdown, terminal
from tidings.report.marked import Passage, marked

TEXT = "Lirova met Dano\n\nMinister Lirova met Dano on Monday. “We agreed,” she said."
BACK = re.compile(r'<a class="back".*?</a>')
HOSTILE = "<script>alert(1)</script>\"'&</style><img src=x onerror=alert(1)>"


def at(words: str) -> Anchor:
    start = TEXT.index(words)
    return Anchor("d1", start, start + len(words), words)


def document(text: str = TEXT, title: str = "Lirova met Dano") -> DocumentRecord:
    return DocumentRecord(
        "d1",
        "a.txt",
        None,
        title,
        text,
        "2031-03-03",
        None,
        "stated",
        None,
        None,
        (),
        "en",
        "00",
        blocks=((0, 15, "title"), (17, len(text), "paragraph")),
    )


def account(title: str = "Lirova met Dano", name: str = "Lirova") -> Account:
    met, said = at("Minister Lirova met Dano on Monday."), at("We agreed,")
    return Account(
        schema="tidings.account/1",
        generator=Generator("tidings", "0", "m", "c"),
        documents=(document(title=title),),
        copies=(),
        entities=(Entity("e1", name, "person", (name,), None, "minister", (at("Lirova"),)),),
        quotes=(QuoteRecord("q1", "direct", None, said.exact, "e1", "she", (), "said", None, None, None, 0.9, said),),
        statements=(),
        times=(),
        events=(
            Event(
                "v1",
                "CONSULT",
                None,
                "CONSULT",
                ("e1",),
                (),
                Date("2031-03-03", "2031-03-03", "day"),
                "held",
                (StatusPoint("held", None, "d1"),),
                (),
                met.exact,
                1,
                0.9,
                (met,),
            ),
        ),
        dealings=(Dealing("g1", "v1", "agreement", "e1", None, title, None, "open", None, (met, said)),),
        differences=(Difference("f1", "number", title, (Side(title, 1, (met,)), Side("b", 1, (said,)))),),
        timeline=(TimelineEntry("2031-03-03", "day", met.exact, "v1", 1, (met,)),),
    )


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for key, value in attrs:
            if key == "id":
                assert value not in self.ids
                self.ids.add(value or "")
            if key == "href" and value:
                self.links.add(value)


def page(text: str) -> Page:
    found = Page()
    found.feed(text)
    return found


def test_every_link_has_its_place() -> None:
    found = page(html(account()))
    assert found.links
    assert {link[1:] for link in found.links} <= found.ids


@pytest.mark.parametrize("where", ["title", "name"])
def test_hostile_words_stay_words(where: str) -> None:
    found = page(html(account(**{where: HOSTILE})))
    assert not {"script", "img"} & found.tags


def test_without_articles_the_words_stay() -> None:
    text = html(account(), whole=False)
    found = page(text)
    assert {link[1:] for link in found.links} <= found.ids
    assert "Lirova met Dano\n\n" not in text
    assert "Minister Lirova met Dano on Monday." in re.sub(r"</?(?:mark|span)[^>]*>", "", BACK.sub("", text))


def test_markdown_cites_and_escapes() -> None:
    text = markdown(account(name="*Lirova* <b>"))
    marks = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert marks
    assert marks == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert "<b>" not in text.replace("\\<b\\>", "")


def test_self_contained() -> None:
    text = html(account())
    assert "default-src 'none'" in text
    assert not re.search(r"(?:src|href)=\"(?!#)", text)


def test_same_account_same_bytes() -> None:
    assert html(account()) == html(account())


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=8))
def test_marks_nest_and_keep_the_text(pairs: list[tuple[int, int]]) -> None:
    text = "abcdefghij <&> klmnopqrstuvwxyz 0123456789"
    ranges = sorted({(a, min(len(text), a + n)) for a, n in pairs}, key=lambda r: (r[0], -r[1]))
    passages = [Passage(a, b, ("event",), f"w-{a}-{b}", (("l-1", "agreement"),)) for a, b in ranges]
    got = BACK.sub("", str(marked(text, (0, len(text)), passages, set())))
    assert got.count("<mark") == got.count("</mark>")
    plain = re.sub(r"</?mark[^>]*>", "", got).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert plain == text
    assert len(re.findall(r'id="([^"]+)"', got)) == len(ranges)


def test_terminal_says_what_matters() -> None:
    out = StringIO()
    Console(file=out, width=100).print(terminal(account()))
    for words in (
        "Where each dealing stands",
        "What is disputed",
        "Timeline",
        "1 document · 1 person · 1 quote · 1 event",
    ):
        assert words in out.getvalue()
