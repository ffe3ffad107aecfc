"""The report: every line links to its words, and nothing from outside gets out of its place."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import HOSTILE, account, at, document, many
from rich.console import Console

from tidings.model import Account, Anchor, Change, Dealing, Difference, Side, Statement, StatusPoint, StoryRecord
from tidings.report import html, markdown, terminal
from tidings.report.marked import Passage, marked
from tidings.report.undecided import undecided
from tidings.report.view import view
from tidings.report.words import standing_evidence

BACK = re.compile(r'<a class="back".*?</a>')


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
    assert "What stays open" not in out.getvalue()


def test_the_timeline_says_on_whose_word_a_deed_rests_and_who_denies_it() -> None:
    a = account()
    who = a.entities[0]
    doubted = replace(a, events=tuple(replace(e, attributed_to=(who.id,), denied_by=(who.id,)) for e in a.events))
    out = StringIO()
    Console(file=out, width=400).print(terminal(doubted))
    words = f"by the word of {who.name}; denied by {who.name}"
    assert words in out.getvalue()
    assert words in html(doubted)


@pytest.mark.parametrize(
    ("first", "last", "grain", "inferred", "shown"),
    [
        pytest.param("2031-03-03", None, "day", False, "2031-03-03", id="day"),
        pytest.param("2031-03-03", None, "day", True, "2031-03-03?", id="no words state it"),
        pytest.param("2031-03-03", "2031-03-05", "interval", False, "2031-03-03 – 2031-03-05", id="interval"),
        pytest.param("2031-03-03", "2031-03-09", "week", False, "2031-03-03 – 2031-03-09", id="week"),
        pytest.param("2031-03-01", "2031-03-31", "month", False, "2031-03", id="month"),
    ],
)
def test_a_line_of_the_timeline_has_both_ends_of_its_days(first, last, grain, inferred, shown) -> None:
    a = account()
    lines = (replace(t, date=first, to=last, grain=grain, inferred=inferred) for t in a.timeline)
    a = replace(a, timeline=tuple(lines))
    out = StringIO()
    Console(file=out, width=400).print(terminal(a))
    assert re.search(rf"\n{re.escape(shown)}\s+Minister", out.getvalue())
    assert f"<time>{shown}</time>" in html(a)
    assert f"- {shown} · " in markdown(a)


def test_a_pile_of_several_matters_says_so() -> None:
    """The head of each form names the matters, the largest first; a pile of one matter has no such line."""
    a = account()
    first = a.documents[0]
    other = replace(first, id="zz", title="Ferry strike ends", path="z.txt")
    stories = (StoryRecord("s1", "a", ("zz",)), StoryRecord("s2", "b", (first.id, *(d.id for d in a.documents[1:]))))
    mixed = replace(a, documents=(*a.documents, other), stories=stories)
    out = StringIO()
    Console(file=out, width=400).print(terminal(mixed))
    for told in (out.getvalue(), html(mixed), markdown(mixed)):
        assert "2 separate matters" in told and "Ferry strike ends" in told
    assert "separate matters" not in markdown(a) + html(a)


def blank() -> Account:
    a = account()
    return replace(a, documents=(), entities=(), quotes=(), events=(), dealings=(), differences=(), timeline=())


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("made", [blank(), account(), many(account(), 60), replace(account(), differences=())])
def test_every_size_has_its_links(made: Account, whole: bool) -> None:
    found = page(html(made, whole=whole))
    assert {link[1:] for link in found.links} <= found.ids
    assert markdown(made)


def test_a_revision_shows_both_versions() -> None:
    old, new = (
        Anchor("d1", 17, 52, "Minister Lirova met Dano on Monday."),
        Anchor("d2", 0, 27, "Lirova met Dano on Tuesday."),
    )
    later = replace(
        document(new.exact, "Later"), id="d2", path="b.txt", blocks=((0, 27, "paragraph"),), revises="d1",
        revises_basis="stated", changes=(Change("reworded", old, new), Change("removed", at("“We agreed,” she said."), None)),
    )  # fmt: skip
    told = replace(account(), documents=(document(), later))
    shown = html(told)
    found = page(shown)
    assert {link[1:] for link in found.links} <= found.ids
    assert "<em>Monday</em>" in shown
    assert "not in this version" in shown
    brief = markdown(told)
    assert "- reworded: “Minister Lirova met Dano on Monday.”[^" in brief
    assert "- removed: ““We agreed,” she said.”[^" in brief


def test_news_since_a_day() -> None:
    made = replace(account(), since="2031-03-01", new=("d1", "v1", "f1"))
    text = html(made)
    assert "New since 2031-03-01" in text
    assert "1 report, 1 event, 1 difference" in text
    assert "## New since 2031-03-01" in markdown(made)
    assert "New since" not in html(account())


def test_answers_stand_below_what_they_answer() -> None:
    said = (at("We agreed,"),)
    offer = Dealing("g2", None, "offer", "e1", None, "bread", None, "rejected", None, said)
    refusal = Dealing("g0", None, "refusal", None, "e1", "bread", None, "open", "g2", said)
    again = Dealing("g3", None, "counter_offer", "e1", None, "salt", None, "open", "g0", said)
    chains = view(replace(account(), dealings=(again, refusal, offer))).chains
    assert [[(depth, line.id) for depth, line in chain] for chain in chains] == [[(0, "g2"), (1, "g0"), (2, "g3")]]


def test_dealings_that_answer_each_other_are_told_once() -> None:
    said = (at("We agreed,"),)
    one = Dealing("g1", None, "offer", "e1", None, "bread", None, "open", "g2", said)
    two = Dealing("g2", None, "offer", "e1", None, "salt", None, "open", "g1", said)
    assert [line.id for line in view(replace(account(), dealings=(one, two))).ledger] == ["g1", "g2"]


@pytest.mark.parametrize(
    ("said", "open_"),
    [
        pytest.param("a spokesman for the mine", 0, id="a-role"),
        pytest.param("The pilots' union", 0, id="a-body"),
        pytest.param("Apple growers", 0, id="people"),
        pytest.param("she", 1, id="a-pronoun"),
        pytest.param(None, 1, id="nobody"),
    ],
)
def test_who_speaks_without_a_name_is_no_open_question(said: str | None, open_: int) -> None:
    quote = replace(account().quotes[0], speaker=None, speaker_candidates=(), speaker_text=said, within=None)
    groups = undecided(replace(account(), quotes=(quote,)), {"d1": "a.txt"})
    assert sum(len(group.items) for group in groups if group.key == "speakers") == open_


def test_what_stays_open_is_counted() -> None:
    quote = replace(account().quotes[0], speaker=None, speaker_candidates=(("e1", 0.6),))
    made = replace(account(), quotes=(quote,), documents=(replace(document(), published=None),))
    groups = undecided(made, {"d1": "a.txt"})
    assert [(g.key, len(g.items)) for g in groups] == [("dated", 1), ("speakers", 1)]
    assert groups[1].items[0].note == "Lirova 60%"
    assert '<b class="num">1</b> quotation whose speaker is not certain' in html(made)


def test_drift_is_marked_on_renderings() -> None:
    first = account().quotes[0]
    second = replace(first, id="q2", text="We settled it,", anchor=at("met Dano on Monday"))
    made = replace(
        account(),
        quotes=(first, second),
        statements=(Statement("q1", "e1", ("q1", "q2"), {"q1": "rendering", "q2": "rendering"}, 2),),
    )
    assert "We <em>agreed</em>," in html(made)


def test_a_difference_marks_the_words_of_its_sides() -> None:
    met = at("Minister Lirova met Dano on Monday.")
    made = replace(
        account(),
        differences=(Difference("f1", "date", "the day", (Side("Monday", 1, (met,)), Side("Tuesday", 1, ()))),),
    )
    assert "met Dano on <em>Monday</em>." in html(made)


def test_the_first_screen_shows_one_dispute_of_each_kind() -> None:
    def differing(n: str, kind: str) -> Difference:
        return Difference(n, kind, "", (Side("a", 1, (at("Dano"),)), Side("b", 1, (at("Lirova"),))))

    kinds = (("f1", "denial"), ("f2", "wording"), ("f3", "denial"), ("f4", "number"))
    made = replace(account(), differences=tuple(differing(n, kind) for n, kind in kinds))
    assert [d.id for d in view(made).leading] == ["f1", "f4", "f3"]


def test_a_moved_event_is_told_by_the_report_that_says_so() -> None:
    event = account().events[0]
    told = (replace(at("Lirova met Dano"), document="d0"), at("Minister Lirova met Dano on Monday."))
    history = (StatusPoint("announced", None, "d0"), StatusPoint("held", None, "d1"))
    assert standing_evidence(replace(event, history=history, evidence=told)) == told[1:]
