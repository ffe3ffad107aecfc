"""The lines of stripped pages: what is the article, what is the site's."""

import pytest

from tidings.grammar.layout.features import Marked, look
from tidings.grammar.layout.headlines import chances, named_terms
from tidings.grammar.layout.judged import Stated
from tidings.grammar.layout.segment import segment

ONE = "The envoy said on Monday that the bridge over the river would open to lorries before the end of the spring."
TWO = "Two of the ministers who had met in the capital told reporters that they would come back to it in a week."
TITLE = "Bridge over the river to open in spring"
MENU = ["Home", "World", "Business", "Sign in"]
ICONS = "icon bookicon closeicon downicon editicon fbicon mailicon menuicon moveicon searchicon shareicon"
LINKS = "Read on Gazette Plus Plus How the price of salt will change Articles Plus What to plant in May Research Plus Why the mill was sold Articles"


def kinds(lines, given=None, marks=()):
    layout = segment(lines, given or Stated(), marks)
    return [verdict.kind or verdict.reason for verdict in layout.verdicts], layout


def test_a_plain_article():
    found, layout = kinds([TITLE, ONE, TWO])
    assert found == ["title", "paragraph", "paragraph"]
    assert layout.title == 0


def test_head_and_foot_of_a_stripped_page():
    lines = [
        ICONS,
        *MENU,
        "28 Jul, 2021 22:23",
        TITLE,
        "By Ann Orla",
        "A lorry on the bridge (file photo)",
        ONE,
        TWO,
        "Source: orla.example",
        "Leave a Reply",
        "Your email address will not be published.",
        "Next Post Previous Post",
    ]
    found, layout = kinds(lines)
    assert [n for n, kind in enumerate(found) if kind in ("title", "paragraph", "caption")] == [6, 8, 9, 10]
    assert (layout.published.stamp.value, layout.authors, layout.credits) == (
        "2021-07-28T22:23",
        ["Ann Orla"],
        ["orla.example"],
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param(LINKS, "related", id="headlines run together"),
        pytest.param("Related: Salt is dear | What to plant | The mill is sold", "related", id="links in a row"),
        pytest.param("ADVERTISEMENT - CONTINUE READING BELOW", "advertisement", id="advertisement"),
        pytest.param("Share Tweet Print Email", "share", id="share buttons"),
        pytest.param("Subscribe to our newsletter and get the news in your inbox", "subscribe", id="newsletter"),
        pytest.param("window.x=window.x||[];x.push(function(){y();});", "menu", id="a program"),
        pytest.param("Duty editor: Ann Orla, +372 555 0190", "contact", id="a telephone"),
        pytest.param("Send your pictures of the bridge to pictures@orla.example.", "contact", id="a mailbox"),
        pytest.param(
            "“Write to me at ann@orla.example,” the mayor said on Monday.", "paragraph", id="a mailbox in quoted words"
        ),
        pytest.param(
            "Whoever saw the lorry can call the police of the town on +372 555 0190, she wrote.",
            "paragraph",
            id="a telephone in a sentence",
        ),
        pytest.param("What comes next", "heading", id="heading"),
        pytest.param(ONE, "paragraph", id="paragraph"),
        pytest.param("“We go home.”", "paragraph", id="a short sentence"),
    ],
)
def test_a_line_among_paragraphs(line, kind):
    assert kinds([TITLE, TWO, line, TWO.replace("Two", "Three")])[0][2] == kind


def test_a_headline_said_twice_is_cut_once():
    found, _ = kinds([TITLE, "Forty lorries a day are to cross it from the first of May on", TITLE, ONE, TWO])
    assert found == ["title", "lead", "duplicate", "paragraph", "paragraph"]


@pytest.mark.parametrize("path", ["x/2031-11-12-notes-on-the-valley.txt", "Notes_on_the_valley (3).html"])
def test_a_files_name_speaks_for_its_headline(path):
    lines = [look(line) for line in ("Notes on the valley", "Bridge over the river to open", ONE, TWO)]
    with_name, without = (chances(lines, {}, 2, 3, named)[0] for named in (named_terms(path), frozenset()))
    assert with_name > 1.5 * without


def test_the_stated_headline_is_found_in_its_line():
    found, layout = kinds(["Gazette of the valley towns", TITLE, ONE, TWO], Stated(title=TITLE.upper()))
    assert (layout.title, found[0]) == (1, "menu")


def test_a_last_sentence_that_opens_like_a_button_stays():
    assert (
        kinds([TITLE, ONE, TWO, "Share prices of the two companies fell by a third on Tuesday."])[0][-1] == "paragraph"
    )


def test_a_headline_may_end_on_a_stop_where_it_opens_the_text():
    assert kinds(["Minister seeks new river inquiry.", ONE, TWO])[0][0] == "title"
    assert kinds(["He was late.", ONE, TWO])[1].title is None


def test_a_lead_stays_where_the_headline_is_stated_beside_the_text():
    found, _ = kinds(["Forty lorries a day are to cross it from May on", ONE, TWO], Stated(title="A bridge opens"))
    assert found == ["lead", "paragraph", "paragraph"]


def test_a_name_under_the_lead_is_a_caption():
    assert kinds([TITLE, ONE, "Ann Orla", f"{TWO} Orla agreed."])[0][2] == "caption"


def test_a_line_that_is_one_link_is_related_matter():
    found, _ = kinds(
        [TITLE, ONE, "Salt is dear again in all the towns.", TWO],
        Stated(extracted=True),
        [Marked(), Marked(), Marked(linked=1.0), Marked()],
    )
    assert found[2] == "related"


def test_cards_of_other_articles_after_the_end():
    cards = [
        "Salt is dear again",
        "Nobody in the valley knows why it costs so much.",
        "The mill is sold",
        "It will be a hotel with a view of the river.",
        "Rain",
        "There was more of it in May than ever before.",
    ]
    found, _ = kinds([TITLE, ONE, TWO, ONE + " It was late.", "More from the valley", *cards])
    assert found[:4] == ["title", "paragraph", "paragraph", "paragraph"]
    assert not {"paragraph", "lead"} & set(found[5:])


def test_who_the_author_is_stands_at_the_end():
    found, _ = kinds([TITLE, "By Ann Orla", ONE, TWO, "Ann Orla is a reporter for the Gazette and covers the river."])
    assert found[-1] == "author"


@pytest.mark.parametrize("lines", [[], [""], MENU, ["One"], [LINKS]])
def test_no_article(lines):
    assert not {"paragraph", "lead"} & set(kinds(lines)[0])


COMMENT = "They should have built it ten years ago and everybody in this town has always known that it was needed."


@pytest.mark.parametrize(
    ("marker", "kind"),
    [
        pytest.param("Views expressed in the comments are those of our readers alone.", "comments", id="whose views"),
        pytest.param("This discussion is now closed.", "comments", id="closed"),
        pytest.param("Orla_T · 1d", "comments", id="a reader and how long ago"),
        pytest.param("We welcome comments on our articles for two weeks.", "comments", id="welcome"),
        pytest.param("Comments are moderated before they are published.", "comments", id="moderated"),
        pytest.param("May 22, 2031 at 9:18 am | Reply", "comments", id="a reader's stamp"),
        pytest.param(
            "“Comments are closed,” the clerk said to those who came late.", "paragraph", id="somebody says so"
        ),
        pytest.param("The council had invited comments until the end of the month.", "paragraph", id="no site speaks"),
    ],
)
def test_comments_under_an_article_are_cut(marker, kind):
    found, _ = kinds([TITLE, ONE, TWO, marker, COMMENT])
    assert found[:3] == ["title", "paragraph", "paragraph"]
    assert found[4] == kind


def test_a_call_to_comment_high_up_cuts_nothing():
    found, _ = kinds([TITLE, "Comments are closed.", ONE, TWO, ONE.replace("envoy", "clerk")])
    assert found[2:] == ["paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(["The Valley Gazette", "News of the towns on the river", "", TITLE], TITLE, id="masthead, slogan"),
        pytest.param(["THE VALLEY GAZETTE", "Monday, March 3, 2031", "Share: FB X", TITLE], TITLE, id="day, buttons"),
        pytest.param([TITLE, "Published every other Friday by Ann Orla"], TITLE, id="how often it appears"),
        pytest.param([f"{TITLE} | The Valley Gazette", "News", "Home", TITLE], TITLE, id="the page's title above"),
        pytest.param(["RIVERTON | Mon Mar 3, 2031 5:51 pm EST"], None, id="no headline"),
    ],
)
def test_the_headline_is_told_from_what_stands_around_it(lines, title):
    _, layout = kinds([*(line for line in lines if line), ONE, TWO])
    chosen = None if layout.title is None else [line for line in lines if line][layout.title]
    assert chosen == title


def test_a_headline_beside_its_picture_is_cut_the_second_time():
    found, _ = kinds([TITLE, "March 3, 2031", f"{TITLE} | photo from open sources", ONE, TWO])
    assert found == ["title", "date", "duplicate", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param(
            ["March 9, 2031", "Home", "News", "About", TITLE, "By Ann Orla", "March 3, 2031", ONE, TWO],
            "2031-03-03",
            id="a clock far above",
        ),
        pytest.param(
            [
                TITLE,
                ONE,
                TWO,
                "More",
                "March 1, 2031",
                "Salt is dear",
                "March 2, 2031",
                "The mill is sold",
                "March 1, 2031",
            ],
            "2031-03-01",
            id="below the text",
        ),
        pytest.param(["March 3, 2031", TITLE, ONE, TWO], "2031-03-03", id="above the headline"),
        pytest.param(
            [TITLE, "Updated: March 4, 2031", "Published: March 3, 2031", ONE, TWO], "2031-03-03", id="labels"
        ),
        pytest.param([TITLE, "© March 3, 2031 The Valley Gazette", ONE, TWO], None, id="copyright"),
    ],
)
def test_the_day_is_the_date_line_by_the_headline(lines, day):
    _, layout = kinds(lines)
    assert (layout.published.stamp.value if layout.published else None) == day


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("piece", ["a", "a.", "1", "+1", "tel "])
def test_a_megabyte_in_one_line_takes_linear_time(piece):
    kinds([TITLE, ONE, piece * (1_000_000 // len(piece)), TWO])


HEAD = ["Home", TITLE, "Ann Orla", "3 March 2031", ONE, TWO]


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        pytest.param(HEAD, ["Ann Orla"], id="over the day"),
        pytest.param(["Home", TITLE, "3 March 2031", "Quill Tamm", "Share", ONE, TWO], ["Quill Tamm"], id="under it"),
        pytest.param(["Home", TITLE, "Anna Tamm", "Share", ONE, TWO], ["Anna Tamm"], id="no day, a given name"),
        pytest.param(["Home", TITLE, "Quill Tamm", "Share", ONE, TWO], [], id="no day, no given name"),
        pytest.param(["Home", TITLE, "Ann Orla", "3 March 2031", ONE, f"{TWO} Orla agreed."], [], id="told of"),
        pytest.param(["Home", TITLE, "World News", "3 March 2031", ONE, TWO], [], id="a section"),
        pytest.param(["Home", TITLE, "By", "Ann Orla", "3 March 2031", ONE, TWO], ["Ann Orla"], id="By over it"),
    ],
)
def test_a_name_between_headline_and_text(lines, authors):
    assert segment(lines).authors == authors


@pytest.mark.parametrize("label", ["Updated", "Last modified on", "UPDATED:"])
def test_a_label_over_its_day(label):
    layout = segment(["Home", TITLE, "Published", "3 March 2031 4:58pm |", label, "5 March 2031 8:35am", ONE, TWO])
    assert (layout.published.stamp.value, layout.modified.stamp.value) == ("2031-03-03T16:58", "2031-03-05T08:35")


@pytest.mark.parametrize(
    "above",
    [
        pytest.param("UK UK politics Education Media Society Law", id="the parts of a site"),
        pytest.param("TOGETHER WITH: Orla Freight, moving boxes over the bridge since 2009", id="a sponsor"),
        pytest.param("EXTERNAL SENDER: do not click on links unless you know the source", id="a mail's gate"),
    ],
)
def test_no_headline(above):
    assert kinds([above, TITLE, ONE, TWO])[0][1] == "title"


def test_a_bar_of_the_sites_parts_is_no_headline():
    bar = "Gazette Home | The Town and the River | Economy | The Word of the Mayor | Archive"
    assert kinds([bar, TITLE, ONE, TWO])[0][:2] == ["navigation", "title"]


def test_a_line_right_over_a_dateline_is_the_headline():
    above = ["The Valley Courier - news from both banks", "Weather 34C | Ferries | Deaths | Give"]
    text = f"ORLA - {ONE}"
    assert kinds([*above, "Fifty-two hours, and Tarn-Orla sees its ferries", text, TWO])[0][2] == "title"


@pytest.mark.parametrize("line", [">> READ ALSO: The price of salt in May", ">>> Related: Salt / Tractors"])
def test_links_to_other_articles_behind_arrows(line):
    assert kinds([TITLE, ONE, line, TWO])[0][2] == "related"


def test_links_under_their_heading_at_the_end():
    lines = [TITLE, ONE, TWO, "More on this story", "Explainer: who owns a bridge that moves?", "Reuse this content"]
    assert kinds(lines)[0][3:5] == ["related", "related"]


def test_a_headline_in_capitals_stands_over_its_deck():
    lines = ["CROWDS HAIL END OF TOLL ON THE BRIDGE", "Lorries to pass in spring; two ministers sign", ONE, TWO]
    assert kinds(lines)[0] == ["title", "lead", "paragraph", "paragraph"]


def test_a_papers_name_in_capitals_is_no_headline():
    assert kinds(["THE VALLEY GAZETTE AND COURIER", TITLE, ONE, TWO])[0][1] == "title"


def test_heads_of_a_mail_in_another_language():
    head = ["From: Ann", "Sent: Monday", "Subject: WG: bridge", "Have a look.", "Von: Press", "Gesendet: Montag"]
    lines = [*head, "An: Ann", "Betreff: bridge", TITLE, ONE, TWO]
    assert kinds(lines)[0] == ["head"] * 8 + ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param("Bridge row", 0, id="two words"),
        pytest.param("Hospital visit", 0, id="words of a site too"),
        pytest.param("Ann Orla", None, id="a name"),
        pytest.param("World news", None, id="a section"),
    ],
)
def test_a_few_words_alone_over_a_dateline(line, title):
    assert kinds([line, f"LUND, May 6, 2031 (DPN) - {ONE}"])[1].title == title


def test_a_headline_that_is_a_quotation_over_a_byline_with_a_place():
    lines = ["'We knew the bridge was sinking' - driver", "By Ann Orla in Lund, The Lund Post", ONE, TWO]
    found, layout = kinds(lines)
    assert found == ["title", "byline", "paragraph", "paragraph"]
    assert layout.authors == ["Ann Orla"]


def test_a_short_sentence_at_the_end_of_a_tidy_text_is_its_own():
    assert kinds([TITLE, ONE, TWO, "Ruritania rejected it, Premier Holm said."])[0][-1] == "paragraph"
