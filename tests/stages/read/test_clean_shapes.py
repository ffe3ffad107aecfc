"""Texts in the shapes that people bring: mails, exports, transcripts, releases, threads, Markdown, pages without marks."""

import pytest

from tidings.model import Raw
from tidings.stages.read.clean import Clean
from tidings.text.ids import digest

ONE = "The envoy said on Monday that the bridge over the river would open to lorries before the end of the spring."
TWO = "Two of the ministers who had met in the capital announced that they would come back to it in a week."
THREE = "Nobody on the far bank had been asked about it, the mayor of the town told the council on Tuesday."
BODY = f"{ONE}\n\n{TWO}\n\n{THREE}"

MAIL = (
    "From: Ann Orla <ann@orla.example>\nTo: desk@orla.example\nDate: Fri, 8 Mar 2024 09:14:22 +0200\nSubject: FW: for you\n\n"
    "Hello all, see below, this is for the file please.\n\n-----Original Message-----\n"
    "> From: Bo Ruud\n> Sent: Friday, March 8, 2024 7:02 AM\n> Subject: for you\n>\n> Orla Gazette\n> Thursday 7 March 2024\n>\n"
    f"> Bridge over the river opens to lorries in spring\n>\n> {ONE}\n>\n> {TWO}\n>\n> {THREE}\n"
)
EXPORT = (
    "HD    Bridge to open in spring\nBY    Ann Orla\nWC    288 words\nPD    7 March 2024\nSN    Orla Gazette\nLA    English\n\nLP\n"
    f"{ONE}\n\nTD\n{TWO}\n\n{THREE}\n\nAN    Document ORLA00020240307\n"
)
SPOKEN = (
    "ORLA RADIO - RUSH TRANSCRIPT\nProgramme: The Ferry Hour\nSegment: Bridge to open in spring\nAir date: Thursday, March 7, 2024\n\n"
    f"{BODY}\n\n(END OF SEGMENT)\n\nWhat was said may differ from what was heard on the day.\n"
)
RELEASE = (
    "FOR IMMEDIATE RELEASE\n\nOrla Bridges Signs Agreement to Build the Longest Span of the River\n\n• Span to open in 2031\n\n"
    f"OSLO, Norway – March 7, 2024 – {ONE}\n\n{TWO}\n\n{THREE}\n\n###\n\nAbout Orla Bridges\nOrla Bridges builds bridges in nine countries.\n"
)
THREAD = (
    "Thread by @orla\n\nMar 7, 2024\n\n1/ I looked after bridges for nine years, and then I stopped\n\n"
    f"2/ {ONE}\n\n3/ {TWO}\n\n4/ {THREE}\n\n5/ What you can do:\n- write to the board, not to me\n\n6/ I rest until Monday\n\nReplies\n@bo: so sorry\n"
)
MARKED = (
    "[About](/about) · [Archive](/archive)\n\n# The bridge, one year on\n\n*Posted by Ann O. on March 7, 2024 in* [Rivers](/r)\n\n"
    f"{ONE} It was *not* [the first](/first).\n\n{TWO}\n\n{THREE}\n"
)
BARE_PAGE = (
    "<html><head><title>OG - News</title></head><body><div>Menu</div><div>Bridge over the river to open to lorries in spring</div>"
    f"<div>Published 07.03.2024</div><div><p>{ONE}</p><p>{TWO} They want:</p><ul><li>a pier;</li><li>a second lane.</li></ul><p>{THREE}</p></div></body></html>"
)


DECK = (
    "“They closed our road, we close theirs”\n\nThe outgoing ombudsman of the river on the bridge, lorries and why she leaves\n\n"
    f"Ann Orla\n\n7 March 2024\n\n{BODY}\n\nAnn Orla teaches economics in Porto.\n"
)
LIVE = f"LIVE: Bridge over the river opens to lorries\n\nLast updated: 7 March 2024, 21:30\n\n{BODY}\n"
ALERT = "BRIEF: Envoys to meet in Porto on Thursday - official\n"
CHAT = (
    "[14/02/2024, 09:14:22] Desk: Messages are end-to-end encrypted.\n[14/02/2024, 09:15:02] Desk: morning, can sb check??\n"
    f"[14/02/2024, 09:15:40] Desk: *Bridge over the river opens to lorries*\n\n{BODY}\n[14/02/2024, 09:21:10] Ann: on it\n"
)
COPY = (
    "ZCZC NTW0417\nr i BC-ORLA-BRIDGE 2ndLd-Writethru 06-11 0233\n^Bridge over the river opens to lorries\n^Eds: UPDATES with mayor\n"
    f"^By ANN ORLA\n    PORTO (NW) _ {ONE}\n    {TWO}\n    {THREE}\nNW-WS-06-11-13 0652GMT\nNNNN\n"
)
NAMED = (
    f"Envoy of the river bridge named\n\nPorto, 14 June 2018\n\n{ONE}\n\nForeign affairs: Ann Orla\n\n"
    f"Public works, Bo Ruud; Health, Cy Dahl; Natural resources, Di Eng, Ed Fosse\n\n{TWO}\n\n{THREE}\n"
)
BARE = (
    "Governor promise water pipe for hill towns\n\n05.08.2020 14:06\n\nGovernor on Tuesday promise to residents of the hill towns a new water pipe.\n\n"
    "Head of administration Aydar Orlov, deputies Serik Ruud, Nurlan Dahl, doctor Raisa Eng attend meeting.\n\n"
    f"Cost of project 212 million, contractor Orla company, term 14 months.\n\n{THREE}\n\nDeputy Ruud ask governor also repair road, governor agree.\n"
)
TWICE = (
    "Search\nTeachers in Orla go back to work\n2 March 2021\nTeachers at the gate of a school in Orla. Photo/Ann Orla\n"
    f"Teachers at the gate of a school in Orla. Photo/Ann Orla\n{ONE}\n{TWO}\n{THREE}\n"
)


def read(text, kind="text", path="a.txt"):
    raw = Raw(path, kind, text, digest(text.encode()), "utf-8")
    (reading,) = Clean().run([raw])
    return reading.document


@pytest.mark.parametrize(
    ("text", "title", "day", "kept", "gone"),
    [
        pytest.param(
            MAIL, "Bridge over the river opens to lorries in spring", "2024-03-07", THREE, "Hello all", id="mail"
        ),
        pytest.param(EXPORT, "Bridge to open in spring", "2024-03-07", THREE, "ORLA000", id="export"),
        pytest.param(SPOKEN, "Bridge to open in spring", "2024-03-07", THREE, "may differ", id="transcript"),
        pytest.param(
            RELEASE,
            "Orla Bridges Signs Agreement to Build the Longest Span of the River",
            "2024-03-07",
            "Span to open",
            "About Orla",
            id="release",
        ),
        pytest.param(THREAD, None, "2024-03-07", "write to the board", "so sorry", id="thread"),
        pytest.param(CHAT, "Bridge over the river opens to lorries", "2024-02-14", THREE, "encrypted", id="chat"),
        pytest.param(DECK, "“They closed our road, we close theirs”", "2024-03-07", "outgoing", "teaches", id="deck"),
        pytest.param(
            LIVE, "LIVE: Bridge over the river opens to lorries", "2024-03-07", THREE, "Last", id="last change"
        ),
        pytest.param(ALERT, None, "", "Envoys to meet in Porto", "menu", id="alert"),
        pytest.param(COPY, "Bridge over the river opens to lorries", "2013-06-11", THREE, "UPDATES", id="wire copy"),
        pytest.param(
            NAMED, "Envoy of the river bridge named", "2018-06-14", "Foreign affairs: Ann", "Porto", id="names"
        ),
        pytest.param(
            BARE,
            "Governor promise water pipe for hill towns",
            "2020-08-05",
            "deputies Serik",
            "14:06",
            id="no articles",
        ),
        pytest.param(
            BARE, "Governor promise water pipe for hill towns", "2020-08-05", "also repair", "14:06", id="no end"
        ),
        pytest.param(TWICE, "Teachers in Orla go back to work", "2021-03-02", THREE, "Search", id="a caption twice"),
        pytest.param(MARKED, "The bridge, one year on", "2024-03-07", "It was not the first.", "About", id="markdown"),
    ],
)
def test_shape(text, title, day, kept, gone):
    document = read(text)
    assert (document.title, (document.published or "")[:10]) == (title, day)
    assert kept in document.text
    assert gone not in document.text


def test_page_of_tables_that_names_only_itself():
    page = (
        "<html><head><title>THE ORLA STAR ONLINE</title></head><body><table><tr><td>Monday, 22nd May, 2000</td></tr><tr><td><a href=n>News</a><br>"
        f"<a href=s>Sport</a></td><td><b>Shops shut as the bridge over the river is closed</b><p>{ONE}<p>{TWO}<p>{THREE}<hr>Copyright The Orla Star</td></tr></table></body></html>"
    )
    assert read(page, "html", "a.html").title == "Shops shut as the bridge over the river is closed"


def test_a_subject_without_words_is_no_title():
    document = read(f"Subject: \n{ONE}")
    assert (document.title, document.text) == (None, ONE)


def test_page_that_marks_neither_headline_nor_list():
    document = read(BARE_PAGE, "html", "a.html")
    assert document.title == "Bridge over the river to open to lorries in spring"
    assert "They want:\n\na pier;\n\na second lane.\n\nNobody" in document.text


@pytest.mark.parametrize(
    ("path", "day", "method"),
    [("2024-03-15-bridge.txt", "2024-03-15", "file name"), ("bridge.txt", None, None)],
)
def test_day_of_a_file_that_states_none(path, day, method):
    document = read(f"Bridge to open to lorries in spring\n\n{BODY}", path=path)
    assert (document.published, document.published_method) == (day, method)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        pytest.param(
            "Headline: Weir opened\nSource: Orla Wire\nDate: 2031-05-04", "Orla Wire", id="in a labelled head"
        ),
        pytest.param("Weir opened\n\nSource: Orla Wire", None, id="a credit by itself"),
    ],
)
def test_the_source_in_a_labelled_head_is_the_outlet(head, outlet):
    body = "\n\nThe weir near Tessel was opened on Sunday, the ministry said, after two years of work on its gates.\n"
    made = read(head + body)
    assert made.outlet == outlet
    assert made.title == "Weir opened"
    assert made.credited_to == ("Orla Wire",)
