"""From raw articles to documents: clean text, fields, cuts, and every word's way back to the source."""

import html
import pickle
from contextlib import suppress
from itertools import pairwise

import ftfy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.errors import InputError
from tidings.model import Given, Raw, Span
from tidings.stages.read.clean import Clean
from tidings.text.anchors import raw_ranges
from tidings.text.ids import digest

ONE = "The envoy said on Monday that the bridge over the river would open to lorries before the end of the spring."
TWO = "Two of the ministers who had met in the capital announcedthat they would come back to it in a week."
STRIPPED = (
    "icon bookicon closeicon downicon editicon mailicon menuicon searchicon\r\n"
    "28 Jul, 2021 22:23\r\n\r\n"
    "Bridge over the river to open in spring\r\n\r\n"
    "By Ann Orla\r\n\r\n"
    'Forty lorries a day are to cross it from May on jpg" alt="Bridge over the river to open in spring" />\r\n\r\n'
    f"PORTO (Nordwire) - {ONE} It is Orlaâ€™s  plan.\r\n\r\n"
    f"{TWO}\r\n\r\n"
    "Leave a Reply\r\n\r\nYour email address will not be published.\r\n\r\nSource: orla.example\r\n"
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge to open in spring | Orla Gazette</title>
<meta property="og:site_name" content="Orla Gazette"></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Bridge to open in spring</h1><div>By Ann Orla <time>9 September 2022, 4:12 PM</time></div>
<p>{ONE} &ldquo;It&rsquo;s&nbsp;time,&rdquo; she  said.</p><p>{TWO}</p>
<p><a href="/salt">Salt is dear again in all the towns of the valley</a></p><p>{ONE.replace("Monday", "Friday")}</p></article>
<footer>&copy; 2022 Orla Gazette</footer></body></html>"""


def raw(text, kind="text", **fields):
    return Raw("a.txt", kind, text, digest(text.encode("utf-8", "surrogatepass")), "utf-8", **fields)


def read(*args, **fields):
    (reading,) = Clean().run([raw(*args, **fields)])
    return reading.document


def kinds(document):
    return [block.kind for block in document.blocks]


def same(clean, source):
    """Whether raw words are the clean ones, entities, mojibake and white space apart."""
    return "".join(clean.split()) == "".join(ftfy.fix_encoding(html.unescape(source)).split())


def holds(document, text):
    """Every block's words, or all but those put in, lead back to the same words in the source."""
    for block in document.blocks:
        ranges = raw_ranges(document.pieces, Span(block.start, block.end))
        assert ranges is not None
        assert same(document.text[block.start : block.end], "".join(text[start:end] for start, end in ranges))


def test_a_stripped_page():
    document = read(STRIPPED)
    assert kinds(document) == ["title", "lead", "dateline", "paragraph", "paragraph"]
    assert document.text == (
        "Bridge over the river to open in spring\n\nForty lorries a day are to cross it from May on\n\n"
        f"PORTO (Nordwire) - {ONE} It is Orla’s plan.\n\n{TWO}"
    )
    assert (document.title, document.published, document.published_method) == (
        "Bridge over the river to open in spring",
        "2021-07-28T22:23",
        "date line",
    )
    assert (document.author, document.dateline, document.credited_to) == (
        "Ann Orla",
        "Porto",
        ("Nordwire", "orla.example"),
    )
    holds(document, STRIPPED)


def test_a_first_sentence_of_names_and_offices_is_kept():
    opening = "Trade Minister Ama Owusu of Ghana met Togo's trade minister, Kossi Adjavon, on Monday."
    text = f"A crossing reopens\n\nLOME, March 3, 2031 - {opening}\n\nThey said that lorries would pass again in April, and that a protocol on customs would be signed.\n"
    assert opening in read(text).text


def test_what_is_cut_stays_with_its_reason_and_place():
    document = read(STRIPPED)
    reasons = {cut.reason for cut in document.cuts}
    assert {"icons", "date", "byline", "tag", "comments", "credit"} <= reasons
    for cut in document.cuts:
        assert same(cut.text, STRIPPED[cut.raw_start : cut.raw_end])


def test_a_page():
    document = read(PAGE, "html")
    assert kinds(document) == ["title", "paragraph", "paragraph", "paragraph"]
    assert "“It’s time,” she said." in document.text
    assert "Salt is dear" not in document.text
    assert (document.title, document.published, document.author, document.outlet) == (
        "Bridge to open in spring",
        "2022-09-09T16:12",
        "Ann Orla",
        "Orla Gazette",
    )
    assert raw_ranges(document.pieces, Span(0, 6)) == ((PAGE.index("<h1>") + 4, PAGE.index("<h1>") + 10),)
    holds(document, PAGE)


def test_a_page_with_broken_words_in_it():
    page = PAGE.replace("the river", "the \u202eri\x00ver").replace("May on", "May on").replace("&rsquo;", "â€™")
    document = read(page, "html")
    assert "bridge over the river would open" in document.text
    assert "“It’s time,”" in document.text


def test_what_the_input_states_goes_first():
    given_ = Given(
        url="https://orla.example/1", title="A bridge opens", published="2023-05-02", outlet="Orla", author="Jan Tamm"
    )
    document = read(f"{ONE}\n{TWO}", "record", given=given_, line=3)
    assert document.text.startswith("A bridge opens\n\n")
    assert raw_ranges(document.pieces, Span(0, 8)) is None
    assert (document.published, document.published_method, document.outlet, document.author) == (
        "2023-05-02",
        "given",
        "Orla",
        "Jan Tamm",
    )


def test_a_stated_day_that_is_none_is_said_and_not_taken():
    document = read(f"{ONE}\n{TWO}", "record", given=Given(title="A bridge opens", published="0000-01-01"))
    assert document.published is None
    assert "0000-01-01" in document.published_method


def test_as_is_keeps_the_text_and_its_offsets():
    text = f"Bridge to open\r\n\r\n{ONE}\n\x00 {TWO}  "
    document = read(text, as_is=True)
    assert document.text == text
    assert document.title == "Bridge to open"
    assert [(p.start, p.end, p.raw_start, p.raw_end) for p in document.pieces] == [(0, len(text), 0, len(text))]
    assert read(f"{ONE}\n{TWO}", as_is=True).title is None


def test_an_interview_keeps_who_asks():
    turns = "\n".join(
        f"Q: {q}\nA: {q[:-1]} is what they all ask, and it will be known to everyone in the valley."
        for q in ("Is it open?", "Who may cross it?", "What does it cost?")
    )
    assert kinds(read(f"Ann Orla on the bridge\n{ONE}\n{turns}")) == ["title", "paragraph", *["question", "answer"] * 3]


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        pytest.param("Home\nWorld\nSign in\nSubscribe", "text", "no article", id="only a menu"),
        pytest.param(
            "<html><body><nav>Home</nav><form><input></form></body></html>",
            "html",
            "no article",
            id="a page without one",
        ),
        pytest.param(
            "Der Minister sagte, dass die Brücke im Frühjahr für den Verkehr geöffnet wird und dass es keinen Grund gibt zu warten.",
            "text",
            "German",
            id="another language",
        ),
        pytest.param("Министр сказал, что мост откроется весной.", "text", "Cyrillic", id="another script"),
        pytest.param("half \ud83d of it", "text", "lone surrogate", id="lone surrogate"),
        pytest.param("", "text", "no article", id="nothing"),
        pytest.param("<b>" * 100_000, "html", "no article", id="tags alone"),
    ],
)
def test_no_article_says_why(text, kind, reason):
    with pytest.raises(InputError, match=reason):
        read(text, kind)


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<ul><li>", "<table><tr><td>"])
def test_tags_nested_beyond_measure_are_read_without_a_tree(tag):
    assert ONE in read(tag * 20_000 + f"<p>{ONE}</p><p>{TWO}</p>", "html").text


def test_a_page_run_together_into_one_line_is_read_by_sentences():
    words = " ".join(f"{ONE.replace('Monday', day)} {TWO}" for day in ("Monday", "Tuesday", "Friday", "Sunday") * 2)
    document = read(
        f"Home World Business Sign in Read on How salt is made Articles What to plant Research Why it rains Articles {words}"
    )
    assert sum(TWO in document.text[b.start : b.end] for b in document.blocks) >= 1


def test_two_reprints_stay_two_and_the_same_is_the_same():
    one, again = read(STRIPPED), read(STRIPPED)
    other = next(Clean().run([Raw("b.txt", "text", STRIPPED, one.digest, "utf-8")])).document
    assert one == again
    assert one.id != other.id


def test_it_pickles_and_takes_an_empty_batch():
    assert list(pickle.loads(pickle.dumps(Clean())).run([])) == []


LINES = st.sampled_from(
    [
        ONE,
        TWO,
        "",
        "Home",
        "By Ann Orla",
        "3 May 2021",
        "“It’s time,” she said.",
        "a  b\xa0c",
        "Cafâ€™e",
        'x="y" />',
        "&amp; more of it, he said.",
        "\x00\u202e",
        "Read more",
        "PORTO — It rained.",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n", "<p>"]))
def test_whatever_comes_in_spans_and_pieces_hold(lines, end):
    text = end.join(lines)
    try:
        document = read(text, "html" if end == "<p>" else "text")
    except InputError:
        return
    assert all(0 <= b.start < b.end <= len(document.text) for b in document.blocks)
    assert all(a.end <= b.start for a, b in pairwise(document.blocks))
    assert all(a.end <= b.start for a, b in pairwise(document.pieces))
    assert all(0 <= p.raw_start < p.raw_end <= len(text) for p in document.pieces)
    for piece in document.pieces:
        if piece.end - piece.start == piece.raw_end - piece.raw_start > 1:
            assert document.text[piece.start : piece.end].split() == text[piece.raw_start : piece.raw_end].split()


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "\x00",
        "\u202e",
        "[",
        "(",
        "1/1/2020 ",
        "May ",
        "By ",
        "A",
        "| ",
        "alt=”",
        "&amp;",
        "so <b>it</b> was ",
    ],
)
def test_a_long_run_of_one_thing_takes_linear_time(piece):
    with suppress(InputError):
        read(f"{ONE}\n{TWO}\n" + piece * (300_000 // len(piece)))


@pytest.mark.parametrize(
    ("text", "kind", "fields"),
    [
        pytest.param(f"<p>{ONE}</p><title>\x00", "html", {}, id="a page's title of a control character"),
        pytest.param(f"{ONE}\n\n{TWO}", "text", {"given": Given(title=" \t")}, id="a given title of spaces"),
    ],
)
def test_a_title_without_words_is_none(text, kind, fields):
    (reading,) = Clean().run([raw(text, kind, **fields)])
    assert all(block.start < block.end for block in reading.document.blocks)
    assert reading.document.title is None or reading.document.title.strip()


def test_who_took_a_picture_is_cut_from_its_caption():
    document = read(
        f"Bridge to open in spring\n\n{ONE}\n\nLorries at the bridge. Photograph: Ann Orla/Gazette\n\n{TWO}\n"
    )
    assert "Lorries at the bridge.\n\n" in document.text
    assert ("credit", "Photograph: Ann Orla/Gazette") in {(cut.reason, cut.text) for cut in document.cuts}


HEADED = f"""<html><head><title>Bridge to open in spring - Print - Orla Gazette</title></head><body>
<nav><div>Old news of the town</div><div>May 2, 2031</div></nav><div class="h"><h2>Bridge to open in spring</h2>
<p class="deck">Forty lorries a day are to cross it, the ministers say.</p><div>Ann Orla</div><div>June 3, 2031</div></div>
<div class="b"><p>{ONE}</p><p>{TWO}</p><p>{ONE.replace("Monday", "Friday")}</p></div></body></html>"""


def test_the_heading_of_a_page_without_fields():
    document = read(HEADED, "html")
    assert (document.title, document.author, document.published) == (
        "Bridge to open in spring",
        "Ann Orla",
        "2031-06-03",
    )
    assert "Forty lorries a day are to cross it, the ministers say." in document.text


def test_first_lines_that_are_set_in_part_paragraphs():
    parts = [
        f"{ONE[:60]}\n{ONE[60:]}",
        "“You could not avoid\nhearing them,” he told\nreporters.",
        "Police used gas in the east of the city. Of the\nhurt none\nspoke.",
        "It was the second such levy that took effect in\nMay of a year.",
    ]
    document = read("Bridge to open in spring\n\n" + "\n".join(f"    {part}" for part in parts))
    told = [document.text[block.start : block.end] for block in document.blocks]
    assert told[1:] == [part.replace("\n", " ") for part in parts]


def test_hours_part_from_the_entries_of_a_live_page():
    document = read(
        "Bridge live: crowds come\n\nWednesday, 7 May 2031\n\n18:55 The mayor has left the bridge for the day.\n\n"
        "5.05 pm: Police confirm that two boats were held at the port.\n\n16:30 – “It is a day of joy,” the priest said."
    )
    told = [(block.kind, document.text[block.start : block.end]) for block in document.blocks[-6:]]
    assert told == [
        ("dateline", "18:55"),
        ("paragraph", "The mayor has left the bridge for the day."),
        ("dateline", "5.05 pm:"),
        ("paragraph", "Police confirm that two boats were held at the port."),
        ("dateline", "16:30 –"),
        ("paragraph", "“It is a day of joy,” the priest said."),
    ]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('---\ntitle: "Bridge to open in spring"\ndate: 2031-05-07\n---\n', id="front matter"),
        pytest.param("#+TITLE: Bridge to open in spring\n#+DATE: <2031-05-07 Wed>\n", id="an outline"),
    ],
)
def test_heads_of_kept_notes(head):
    document = read(f"{head}\n{ONE}\n\n{TWO}\n")
    assert (document.title, document.published) == ("Bridge to open in spring", "2031-05-07")


def test_subtitles_run_on():
    words = [ONE[:50], ONE[50:], TWO[:40], TWO[40:]]
    cues = "".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{part.strip()}\n\n" for n, part in enumerate(words, 1))
    text = " ".join(read(cues).text.split())
    assert "-->" not in text
    assert " ".join(ONE.split()) in text


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        pytest.param(" | World | Orla Gazette", "Bridge to open in spring", id="a section and a site"),
        pytest.param(" – all that the envoy said", "Bridge to open in spring – all that the envoy said", id="words"),
    ],
)
def test_what_stands_behind_a_headline(behind, title):
    page = HEADED.replace(" - Print - Orla Gazette</title>", f"{behind}</title>")
    assert read(page, "html").title == title


def test_a_mark_alone_under_a_headline_is_no_author():
    assert read(HEADED.replace("<div>Ann Orla</div>", "<div>|</div><div>, ,</div>"), "html").author is None
