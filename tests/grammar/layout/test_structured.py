"""What a page states beside its text."""

import pytest

from tidings.grammar.layout.structured import page_fields

LD = '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#o","name":"Orla Gazette"},{"@type":["NewsArticle"],"headline":"Bridge &amp; river","datePublished":"2024-03-09T06:15:00+01:00","dateModified":"2024-03-11","author":[{"@type":"Person","name":"Ann Orla"},{"@type":"Organization","name":"Staff"}],"publisher":{"@id":"#o"},"articleSection":["World"]}]}</script>'


def test_json_ld():
    found = page_fields(f'<html lang="en-GB"><head>{LD}</head><h1>Bridge &amp; river</h1>')
    assert found.titles[0] == "Bridge & river"
    assert found.published == ("2024-03-09T06:15+01:00", "json-ld")
    assert found.modified == ("2024-03-11", "json-ld")
    assert (found.authors, found.outlet, found.section, found.language) == (
        ("Ann Orla",),
        "Orla Gazette",
        "World",
        "en",
    )


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('<link rel="canonical" href="https://orla.example/b">', id="by its address"),
        pytest.param("<h1>Editor freed in Orla</h1>", id="by its headline"),
    ],
)
def test_the_pages_own_record_among_those_of_others(head):
    other = '{"@type":"NewsArticle","headline":"Fuel queues return","url":"https://orla.example/a","datePublished":"2021-02-01"}'
    own = '{"@type":"NewsArticle","headline":"Editor freed in Orla","url":"https://orla.example/b","datePublished":"2021-03-17"}'
    found = page_fields(f'<script type="application/ld+json">{{"@graph":[{other},{own}]}}</script>{head}')
    assert (found.titles[0], found.published) == ("Editor freed in Orla", ("2021-03-17", "json-ld"))


def test_meta_tags():
    page = (
        '<meta property="og:title" content="Bridge to open - Orla Gazette"><meta property="og:site_name" content="Orla Gazette">'
        "<meta content='2024-03-09' name='pubdate'><meta name=author content='By Ann Orla'><link rel=canonical href=https://orla.example/a>"
    )
    found = page_fields(page)
    assert (found.titles, found.published, found.authors) == (
        ("Bridge to open",),
        ("2024-03-09", "meta"),
        ("Ann Orla",),
    )
    assert (found.outlet, found.url) == ("Orla Gazette", "https://orla.example/a")


@pytest.mark.parametrize(
    ("page", "published"),
    [
        pytest.param(
            '<h1>A</h1><time datetime="2024-03-09T10:00">today</time>', ("2024-03-09T10:00", "time element"), id="time"
        ),
        pytest.param(
            '<link rel="canonical" href="https://x.example/2024/03/09/bridge">', ("2024-03-09", "url"), id="url"
        ),
        pytest.param('<meta name="date" content="0000-00-00">', None, id="no date"),
        pytest.param("<p>2024-03-09</p>", None, id="a date in the text"),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', None, id="broken JSON-LD"
        ),
    ],
)
def test_published(page, published):
    assert page_fields(page).published == published


@pytest.mark.parametrize(
    ("author", "found"),
    [
        ("https://orla.example/ann", ()),
        ("admin", ()),
        ("Orla Gazette", ()),
        ("Ann Orla and Jan Tamm", ("Ann Orla", "Jan Tamm")),
        ("Ann Orla, Jan Tamm", ("Ann Orla",)),
    ],
)
def test_authors_fewer_rather_than_wrong(author, found):
    page = f'<meta property="og:site_name" content="Orla Gazette"><meta name="author" content="{author}">'
    assert page_fields(page).authors == found


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize(
    "piece",
    [
        "<meta ",
        "<meta a=b ",
        '<script type="application/ld+json">',
        "<h1>",
        "<title>",
        "<link ",
        "<time datetime='",
        "<html ",
    ],
)
def test_a_megabyte_of_heads_takes_linear_time(piece):
    page_fields(piece * (1_000_000 // len(piece)))
