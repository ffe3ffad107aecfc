"""The forms in which people keep an article: each made of a real page, so that title, day and text are known.

No text stands here but what a form itself prints; the article and its site's lines come from the page.
"""

import re
import textwrap
from calendar import day_name, month_name
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from typing import TypeVar

from evals.crude import alike, crude, headlines, shared, shingles
from tidings.grammar.layout.headlines import bare
from tidings.grammar.layout.structured import page_fields

__all__ = ["FORMS", "Formed", "Parts", "formed", "parts"]

CAPTION = re.compile(r"<figcaption\b[^>]*>(.*?)</figcaption>", re.DOTALL | re.IGNORECASE)
UNSEEN = re.compile(
    r"<(script|style|noscript|svg)\b.*?</\1\s*>|<!--.*?-->|<head\b.*?</head\s*>", re.DOTALL | re.IGNORECASE
)
TAGS = re.compile(r"<[^>]*>")
T = TypeVar("T")
WHERE = ("above", "below", "name", "brackets")
MENU = ("Home", "World", "Politics", "Business", "Culture", "Sport", "Opinion", "Video", "Podcasts", "Archive")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a page is made of: its article, and the lines of its site around it."""

    name: str
    title: str
    day: date
    author: str
    outlet: str
    body: tuple[str, ...]
    captions: tuple[str, ...]
    above: tuple[str, ...]  # the site's lines before the text
    below: tuple[str, ...]  # and after it
    markup: str


@dataclass(frozen=True, slots=True)
class Formed:
    """An article in one form, with what is right of it; `day` is None where the form states none."""

    form: str
    path: str
    text: str
    title: str | None
    day: date | None
    body: tuple[str, ...]
    junk: tuple[str, ...]


def pick(key: str, among: Sequence[T]) -> T:
    """One of some things, always the same for a key."""
    return among[int(blake2b(key.encode(), digest_size=6).hexdigest(), 16) % len(among)]


def parts(name: str, markup: str, wanted: Sequence[str]) -> Parts | None:
    """The parts of a page whose paragraphs are known; None where it does not state its headline and day."""
    fields = page_fields(markup)
    stated = (fields.published or ("", ""))[0][:10]
    titles = headlines(markup)
    body = tuple(line.strip("[]") for line in wanted if line.strip("[] "))
    lines, known = crude(markup).split("\n"), shingles(body)
    told = [n for n, line in enumerate(lines) if shared(line, known) >= 0.5 and line.count(" ") > 4]
    title = headline(lines, list(fields.titles), titles)
    if not (stated and told and title):
        return None
    captions = tuple(" ".join(TAGS.sub(" ", found).split()) for found in CAPTION.findall(markup))
    aside = {title, *captions}
    site = [
        (n, line)
        for n, line in enumerate(lines)
        if shared(line, known) < 0.5 and line not in aside and not alike(bare(line), bare(title))
    ]
    return Parts(
        name,
        title,
        date.fromisoformat(stated),
        ", ".join(fields.authors) or "Ann Orla",
        fields.outlet or name.split("_")[0],
        body,
        tuple(one for one in captions if one),
        tuple(line for n, line in site if n < told[0]),
        tuple(line for n, line in site if n > told[0]),
        markup,
    )


def headline(lines: Sequence[str], fields: Sequence[str], known: Sequence[str]) -> str:
    """The headline as a page prints it: the one its fields state, without the site's name behind it where a line has none."""
    shown = [line for line in lines if any(alike(bare(line), one) for one in known)]
    exact = [line for line in shown if bare(line) in {bare(one) for one in fields}]
    return min([*shown, *exact, *(" ".join(one.split()) for one in fields[:1])], key=len, default="")


def day_forms(day: date, clock: str = "10:15") -> tuple[str, ...]:
    """A day as sites print it."""
    month, weekday = month_name[day.month], day_name[day.weekday()]
    return (
        f"{weekday}, {month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", f"{month[:3]} {day.day}, {day.year} {clock} AM ET",
        f"{weekday} {day.day} {month} {day.year} {clock} GMT", day.isoformat(), f"{day.isoformat()} {clock}", f"{day:%d.%m.%Y}", f"{day:%d.%m.%Y} {clock}",
        f"Published: {day.day} {month} {day.year}", f"Published on {month} {day.day}, {day.year}", f"Posted {weekday[:3]} {day.day} {month[:3]} {day.year} at {clock}",
        f"{weekday[:3]}, {day:%d} {month[:3]} {day.year} {clock}:00 +0000", f"{day.day}{'th' if 3 < day.day < 21 else ''} {month}, {day.year}", f"{month.upper()} {day.day}, {day.year}",
    )  # fmt: skip


def day_of(p: Parts, key: str) -> str:
    return pick(f"{p.name} {key} day", day_forms(p.day))


def later(p: Parts, key: str) -> date:
    """A day on which somebody kept the article."""
    return p.day + timedelta(pick(f"{p.name} {key} later", (0, 1, 2, 9, 40, 400)))


def byline(p: Parts, key: str) -> str:
    return pick(
        f"{p.name} {key} by",
        (
            f"By {p.author}",
            f"by {p.author}",
            p.author,
            f"{p.author}, {p.outlet}",
            f"Text: {p.author}",
            f"By {p.author}, Staff Writer",
        ),
    )


def with_company(p: Parts, key: str) -> list[str]:
    """The paragraphs with a caption and a line or two of the site among them."""
    lines = list(p.body)
    extra = [*p.captions[:1], *[line for line in p.below if line.count(" ") in range(2, 12)][:2]]
    for k, line in enumerate(extra):
        lines.insert(pick(f"{p.name} {key} at {k}", range(1, max(2, len(lines)))), line)
    return lines


def short(lines: Sequence[str], most: int) -> list[str]:
    return [line for line in lines if len(line) < 200][:most]


def whole(p: Parts) -> Iterator[str]:
    """The page with its tags stripped, one line a block."""
    yield crude(p.markup)


def nodes(p: Parts) -> Iterator[str]:
    """Each piece of text between two tags on a line of its own: links break their sentences."""
    yield "\n".join(row for part in TAGS.split(UNSEEN.sub("\n", p.markup)) if (row := " ".join(part.split())))


def rows(p: Parts) -> Iterator[str]:
    """The tags taken away where they stand, the lines as the source has them."""
    yield "\n".join(
        row for line in TAGS.sub(" ", UNSEEN.sub("\n", p.markup)).split("\n") if (row := " ".join(line.split()))
    )


def reader(p: Parts) -> Iterator[str]:
    """What a browser's reading view gives."""
    yield from (
        p.outlet.lower().replace(" ", "") + ".example",
        p.title,
        byline(p, "r"),
        f"{day_of(p, 'r')} · {3 + len(p.body) % 9} min read",
        "",
    )
    yield from with_company(p, "r")


def forwarded(p: Parts) -> Iterator[str]:
    """A mail that passes the article on, its lines marked and broken."""
    sent = later(p, "m")
    yield from (
        "From: Ann Orla <a.orla@desk.example>",
        f"Date: {day_forms(sent)[11]}",
        "To: desk@desk.example",
        f"Subject: {pick(p.name, ('FW: ', 'Fwd: ', 'Re: ', ''))}{pick(p.name + 's', (p.title, 'for tomorrow', 'did you see this?'))}",
        "",
    )
    yield from ("This may be of use for the meeting. See below.", "", "-----Original Message-----")
    article = [p.outlet, day_of(p, "m"), "", p.title, "", byline(p, "m"), ""]
    for line in article:
        yield f"> {line}".rstrip()
    for line in p.body:
        yield from (f"> {row}" for row in textwrap.wrap(line, 68))
        yield ">"
    yield from (
        "",
        "--",
        "Ann Orla",
        "Desk officer, tel. +44 20 5550 1234",
        "This message may hold confidential information. If you are not its addressee, delete it.",
    )


def printed(p: Parts) -> Iterator[str]:
    """A site's page for the printer."""
    slug = "-".join(re.findall(r"[a-z]+", p.title.lower())[:6])
    yield from (
        f"{day_forms(later(p, 'p'))[6]}, 14:02        {p.title} | {p.outlet}",
        p.outlet.upper(),
        "Back to the article",
        "",
        p.title,
        *short(p.captions, 1),
        byline(p, "p"),
        day_of(p, "p"),
        "",
    )
    yield from with_company(p, "p")
    yield from (
        f"Find this article at: https://www.{p.outlet.lower().replace(' ', '')}.example/{slug}",
        f"© {p.day.year} {p.outlet}. All rights reserved.",
        "Page 1 of 1",
    )


def feed(p: Parts) -> Iterator[str]:
    """An item of a feed."""
    yield from (
        p.title,
        f"https://{p.outlet.lower().replace(' ', '')}.example/?p={len(p.title)}41",
        day_forms(p.day)[11],
        f"{p.author}",
        pick(p.name, ("World, Politics", "Filed under: News", "Categories: region, economy")),
        "",
    )
    yield from p.body
    yield f"The post {p.title} appeared first on {p.outlet}."


def paged(p: Parts) -> Iterator[str]:
    """Pages of a PDF: narrow lines, words broken, a line above and below each page."""
    width = pick(p.name, (44, 52, 60, 76))
    head, foot = f"{p.outlet.upper()}   {day_of(p, 'g')}", f"www.{p.outlet.lower().replace(' ', '')}.example"
    text = [*textwrap.wrap(p.title, width), "", byline(p, "g"), ""]
    for line in p.body:
        text += [*textwrap.wrap(line, width), ""]
    for page, start in enumerate(range(0, len(text), 46), 1):
        yield from (f"{head}{'':>20}{page}", *text[start : start + 46], f"{foot}    Page {page}", "")


def archived(p: Parts) -> Iterator[str]:
    """A page as an archive kept it."""
    kept = later(p, "a")
    yield from (
        f"The Web Library has this page as of {kept.day} {month_name[kept.month]} {kept.year}",
        f"{3 + len(p.title)} captures",
        f"{p.day.year - 1} - {kept.year + 2}",
        "About this capture",
        "Collection: News sites",
        f"TIMESTAMPS {kept:%Y%m%d}101500",
        "Skip to main content",
    )
    yield from (
        *short(p.above, 12),
        p.title,
        byline(p, "a"),
        day_of(p, "a"),
        *with_company(p, "a"),
        *short(p.below, 15),
    )


def exported(p: Parts) -> Iterator[str]:
    """A record of a database of newspapers."""
    yield from (
        "Document 3 of 12",
        "",
        p.title,
        "",
        f"{p.author}",
        f"{sum(line.count(' ') for line in p.body)} words",
        day_of(p, "x"),
        p.outlet,
        "English",
        f"Copyright {p.day.year}. {p.outlet}. All rights reserved.",
        "",
    )
    yield from p.body
    yield from (
        "",
        f"{p.outlet} Ltd",
        f"Document NWLIB00{p.day:%Y%m%d}ek3500012",
        "Load-Date: " + day_forms(later(p, "x"))[0],
    )


def labelled(p: Parts) -> Iterator[str]:
    """A record with its fields named."""
    yield from (
        f"Title: {p.title}",
        f"Source: {p.outlet}",
        f"Author(s): {p.author}",
        f"{pick(p.name, ('Publication date', 'Date', 'Pub. date'))}: {day_of(p, 'l')}",
        f"Retrieved: {day_forms(later(p, 'l'))[1]}",
        f"URL: https://{p.outlet.lower().replace(' ', '')}.example/a/{len(p.title)}",
        "Full text:",
        "",
    )
    yield from p.body


def letter(p: Parts) -> Iterator[str]:
    """A newsletter that prints the article."""
    yield from (
        "View in browser",
        p.outlet,
        f"{pick(p.name, ('The week in brief', 'Morning edition', 'News from the region'))} | {day_of(p, 'n')}",
        "",
        p.title,
        "",
        byline(p, "n"),
        "",
    )
    yield from with_company(p, "n")
    yield from (
        "",
        *short(p.below, 4),
        "You receive this letter because you signed up for it.",
        "Unsubscribe | Change your settings | Read online",
        f"{p.outlet}, 14 Quay Street",
    )


def noted(p: Parts) -> Iterator[str]:
    """What somebody pasted into a file: title and text, the day above, below, in brackets or only in the file's name."""
    where = pick(p.name + "where", WHERE)
    yield from ([day_of(p, "t"), ""] if where == "above" else [])
    yield from (
        p.title,
        *([f"({p.outlet}, {day_forms(p.day)[1]})"] if where == "brackets" else [f"{p.outlet} / {p.author}"]),
        "",
    )
    for line in p.body:
        yield from (line, "")
    yield from ([f"{p.outlet}, {day_forms(p.day)[1]}"] if where == "below" else ["source: copied from the site"])


def copied(p: Parts) -> Iterator[str]:
    """A page marked and copied, from a little above its headline to somewhere below its text."""
    yield from (
        " ".join(MENU[: pick(p.name, range(3, 10))]),
        *short(p.above, 60)[-pick(p.name + "n", range(1, 12)) :],
        p.title,
    )
    yield from (
        *short(p.captions, 1),
        byline(p, "c"),
        day_of(p, "c"),
        pick(p.name, ("Share", "Comments 14", "Listen to this article", "Save for later")),
    )
    yield from (*with_company(p, "c"), *short(p.below, pick(p.name + "m", range(2, 25))))


FORMS: dict[str, Callable[[Parts], Iterator[str]]] = {
    one.__name__: one
    for one in (
        whole,
        nodes,
        rows,
        reader,
        forwarded,
        printed,
        feed,
        paged,
        archived,
        exported,
        labelled,
        letter,
        noted,
        copied,
    )
}


def file_name(p: Parts, form: str) -> str:
    """What somebody called the file."""
    words = re.findall(r"[A-Za-z]+", p.title)
    slug = "-".join(word.lower() for word in words if len(word) > 3)[:40].strip("-")
    dated = form == "noted" and pick(p.name + "where", WHERE) == "name"
    named = f"{p.day.isoformat()}-{slug}.txt" if dated else ""
    return named or pick(
        f"{p.name} {form} file",
        (
            f"{slug}.txt",
            f"{p.title[:60].replace('/', ' ')}.txt",
            f"document_{len(slug)}.txt",
            "paste.txt",
            f"{p.outlet}-{len(slug)}41.txt",
        ),
    )


def formed(p: Parts) -> Iterator[Formed]:
    """A page's article in every form."""
    known, text_of = shingles(p.body), bare(" ".join(p.body))
    for name, form in FORMS.items():
        text = "\n".join(form(p))
        aside = {bare(p.title), *map(bare, p.captions)}
        lines = [line.lstrip("> ") for line in text.split("\n")]
        junk = tuple(
            line
            for line in lines
            if shared(line, known) < 0.3
            and bare(line) not in text_of
            and len(bare(line)) > 2
            and bare(line) not in aside
            and not alike(bare(line), bare(p.title))
        )
        yield Formed(name, file_name(p, name), text, p.title, p.day, p.body, () if name in ("paged", "rows") else junk)
