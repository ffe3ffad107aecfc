"""What a web page states about its article beside the text: JSON-LD, meta tags, microdata."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from tidings.grammar.layout.bylines import plain_author
from tidings.grammar.layout.linked_data import TAGS, Json, articles, own_record, text_of, words_of
from tidings.grammar.layout.stamps import iso_stamp

__all__ = ["PageFields", "page_fields"]

META = re.compile(r"<meta\b([^<>]{0,5000})>", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"""(?<![\w-])([a-zA-Z:-]{1,30})\s{0,3}=\s{0,3}(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s"'>]{1,500}))"""
)
HEADING = re.compile(r"<h1\b[^<>]{0,500}>", re.IGNORECASE)
TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{1,1000})", re.IGNORECASE)
LANG = re.compile(r"<html\b[^<>]{0,500}?\blang\s?=\s?[\"']?([A-Za-z]{2,3})", re.IGNORECASE)
CANONICAL = re.compile(
    r"<link\b(?=[^<>]{0,500}\brel\s?=\s?[\"']?canonical)[^<>]{0,500}?\bhref\s?=\s?[\"']?([^\s\"'<>]{1,1000})",
    re.IGNORECASE,
)
CLOCK = re.compile(r"<time\b[^<>]{0,300}?\bdatetime\s?=\s?[\"']([^\"'<>]{4,60})[\"'][^<>]{0,300}>", re.IGNORECASE)
PRINTED = re.compile(
    r"\A(?:printable version|printer[ -]friendly(?: version)?|print(?: version)?)\s?[:|–—-]\s", re.IGNORECASE
)
IN_URL = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=/)|/((?:19|20)\d\d)-(\d\d)-(\d\d)(?=[/-])")
PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "date",
    "dc.date",
    "cxenseparse:recs:publishtime",
    "article_date_original",
)
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified")
HEADLINES = ("og:title", "twitter:title", "headline", "dc.title", "sailthru.title", "parsely-title")
OUTLETS = ("og:site_name", "publisher", "application-name", "cre", "dc.publisher")
AUTHORS = ("author", "parsely-author", "sailthru.author", "dc.creator", "article:author", "byl", "cse_author")
SECTIONS = ("article:section", "section", "parsely-section")


@dataclass(frozen=True, slots=True)
class PageFields:
    """What a page states; dates are ISO and come with the method that found them."""

    titles: tuple[str, ...] = ()  # best first
    authors: tuple[str, ...] = ()
    published: tuple[str, str] | None = None
    modified: tuple[str, str] | None = None
    outlet: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    body: str | None = None  # articleBody
    summary: str | None = None


def page_fields(markup: str) -> PageFields:
    """Read what the page states about its article; nothing is taken that two readings would give differently."""
    records = list(articles(markup))
    metas = meta_tags(markup)
    address = canonical(markup) or metas.get("og:url")
    record = own_record(records, address, shown_titles(markup, metas))
    url = text_of(record.get("url")) or address
    outlet = text_of(record.get("publisher")) or first(metas, OUTLETS)
    return PageFields(
        titles=tuple(titles(markup, record, metas, outlet)),
        authors=tuple(authors(record, metas, outlet)),
        published=dated(record, "datePublished", metas, PUBLISHED) or clock(markup) or in_url(url),
        modified=dated(record, "dateModified", metas, MODIFIED),
        outlet=outlet,
        section=text_of(record.get("articleSection")) or first(metas, SECTIONS),
        language=m[1].lower() if (m := LANG.search(markup[:20_000])) else None,
        url=url,
        body=text_of(record.get("articleBody")),
        summary=text_of(record.get("description")) or first(metas, ("og:description", "description")),
    )


def shown_titles(markup: str, metas: Mapping[str, str]) -> Iterator[str]:
    """What the page calls itself outside of its records."""
    heads = (heading_text(markup, m.end()) for m in islice(HEADING.finditer(markup), 3))
    yield from (title for title in (*heads, first(metas, HEADLINES)) if title)
    if page := TITLE.search(markup):
        yield html.unescape(page[1])


def meta_tags(markup: str) -> dict[str, str]:
    """The page's meta tags by name, property or itemprop; the first of each."""
    found: dict[str, str] = {}
    for meta in META.finditer(markup):
        fields = {m[1].casefold(): m[2] or m[3] or m[4] or "" for m in ATTRIBUTE.finditer(meta[1])}
        name = fields.get("property") or fields.get("name") or fields.get("itemprop") or ""
        content = " ".join(html.unescape(fields.get("content", "")).split())
        if name and content:
            found.setdefault(name.casefold(), content)
    return found


def first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    """The first of some meta tags that the page has."""
    return next((metas[name] for name in names if name in metas), None)


def canonical(markup: str) -> str | None:
    """The address by which the page itself goes."""
    found = CANONICAL.search(markup)
    return html.unescape(found[1]) if found else None


def dated(
    record: Mapping[str, Json], name: str, metas: Mapping[str, str], names: tuple[str, ...]
) -> tuple[str, str] | None:
    """A date with its method, from JSON-LD, else from meta tags."""
    stated = text_of(record.get(name))
    if stated and (value := iso_stamp(stated)):
        return value, "json-ld"
    for meta in names:
        if meta in metas and (value := iso_stamp(metas[meta])):
            return value, "meta"
    return None


def clock(markup: str) -> tuple[str, str] | None:
    """The first <time> after the first <h1> and not far from it."""
    heading = HEADING.search(markup)
    found = CLOCK.search(markup, heading.end() if heading else 0)
    if found and (value := iso_stamp(found[1])) and (heading is None or found.start() - heading.end() < 20_000):
        return value, "time element"
    return None


def in_url(url: str | None) -> tuple[str, str] | None:
    """The day that an address holds."""
    found = IN_URL.search(url) if url else None
    if not found:
        return None
    value = iso_stamp("-".join(part.zfill(2) for part in found.groups() if part))
    return (value, "url") if value else None


def titles(markup: str, record: Mapping[str, Json], metas: Mapping[str, str], outlet: str | None) -> Iterator[str]:
    """The candidates for the headline, best first, without the outlet's name at the end."""
    stated = [text_of(record.get("headline")), first(metas, HEADLINES)]
    shown = [heading_text(markup, m.end()) for m in list(HEADING.finditer(markup))[:5]]
    known = [set(words_of(t)) for t in stated if t]
    agreeing = [t for t in shown if t and any(len(set(words_of(t)) & k) >= 0.6 * len(k) for k in known)]
    page = TITLE.search(markup)
    rest = [*stated, *(shown if not known else []), html.unescape(page[1]) if page else None]
    for title in dict.fromkeys([*agreeing, *rest]):
        if title and (plain := without_outlet(PRINTED.sub("", " ".join(title.split())), outlet)):
            yield plain


def heading_text(markup: str, start: int) -> str:
    """The words of a first-level heading."""
    end = markup.find("</h1", start, start + 3000)
    return " ".join(html.unescape(TAGS.sub(" ", markup[start : end if end > 0 else start])).split())


def without_outlet(title: str, outlet: str | None) -> str:
    """A headline without " | Outlet" at its end."""
    head, bar, tail = title.rpartition(" | ")
    if bar and len(words_of(head)) >= 3:
        return without_outlet(head, outlet)
    for dash in (" - ", " – ", " — ", " :: ", " » "):
        head, bar, tail = title.rpartition(dash)
        if (
            bar
            and outlet
            and set(words_of(tail)) & set(words_of(outlet))
            and len(words_of(tail)) <= 6
            and len(words_of(head)) >= 3
        ):
            return head
    return title


def authors(record: Mapping[str, Json], metas: Mapping[str, str], outlet: str | None) -> Iterator[str]:
    """The persons that the page names as authors: fewer rather than wrong."""
    stated = record.get("author")
    listed = stated if isinstance(stated, list) else [stated]
    names = [text_of(item) for item in listed if not (isinstance(item, dict) and item.get("@type") == "Organization")]
    if not any(names):
        names = [first(metas, AUTHORS)]
    seen: set[str] = set()
    for name in names:
        plain = plain_author(re.sub(r"^by\s", "", name, flags=re.IGNORECASE)) if name and "/" not in name else None
        for one in (plain or "").split(", "):
            if one and one.casefold() != (outlet or "").casefold() and one.casefold() not in seen:
                seen.add(one.casefold())
                yield one
