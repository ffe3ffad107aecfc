"""From a raw article to a document: main text, title, dates and fields, with what was cut and the way back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

from tidings.errors import InputError
from tidings.grammar.layout.chat import passed_on
from tidings.grammar.layout.draft import Draft, cut, draft, take_open_day
from tidings.grammar.layout.features import WORD, Marked
from tidings.grammar.layout.headlines import bare as same_letters
from tidings.grammar.layout.headlines import named_terms, opening_title
from tidings.grammar.layout.judged import Stated
from tidings.grammar.layout.left_out import apart, as_shown, deck, headline_above, is_of, with_items
from tidings.grammar.layout.line_facts import facts
from tidings.grammar.layout.markdown import is_markdown, top_heading, unmarked
from tidings.grammar.layout.masthead import masthead
from tidings.grammar.layout.named_day import named_day
from tidings.grammar.layout.running_heads import running_heads, without_heads
from tidings.grammar.layout.stamps import iso_stamp
from tidings.grammar.layout.stated_day import day_below, nearest_open_day, printed_day, settled_day
from tidings.grammar.layout.structured import PageFields, page_fields
from tidings.model import Block, Document, Raw, Reading
from tidings.stage import Stage
from tidings.text.align import Aligner
from tidings.text.glue import glued
from tidings.text.ids import content_id
from tidings.text.language import foreign
from tidings.text.lines import cue_lines, paragraphs, quote_marks, seams
from tidings.text.mapped import Mapped, identity
from tidings.text.markup import BOLD, LINK, Visible, visible
from tidings.text.pages import passages
from tidings.text.repair import lone_surrogate, tidied
from tidings.text.sentences import sentences
from tidings.text.treebank import untokenised

__all__ = ["Clean"]

LEAST = 3  # characters of a line that is looked at
SENTENCE = 7  # spaces in a line of running text, at least
RUN_ON = 1_500  # characters of a line that may be a whole page
HEADING = 1_500  # characters before the headline, and 3,000 after it, where a page states its date and author
FOOT = 600  # characters under a text in which a page states its day
DECKS = 1  # paragraphs over which the heading may reach: a deck stands above day and author


@dataclass(frozen=True)
class Clean(Stage[Raw, Reading]):
    """Find the article in what came in: cut the junk, take the fields, keep the map to the source."""

    name: ClassVar[str] = "read/clean"
    version: ClassVar[int] = 33
    gives: ClassVar[tuple[str, ...]] = ("document",)

    def run(self, batch: Sequence[Raw]) -> Iterator[Reading]:
        """Yield a reading with its document for each raw article; raise InputError on one that is none."""
        for raw in batch:
            yield Reading(document(raw))


def document(raw: Raw) -> Document:
    """The document of one raw article; InputError where there is no article in English."""
    if (at := lone_surrogate(raw.text)) is not None:
        raise InputError(f"{where(raw)}: half of a character (a lone surrogate) at {at}: save it anew as UTF-8")
    if raw.as_is:
        return as_it_stands(raw)
    if raw.kind == "html":
        made, fields = from_page(raw)
    else:
        in_english(raw, raw.text)
        made, fields = from_text(raw), PageFields()
    if not made.has_text:
        raise InputError(
            f"{where(raw)}: no article in it: no running text was found; --as-is takes the text as it stands"
        )
    return finished(raw, made, fields)


def where(raw: Raw) -> str:
    """What an input goes by in messages: its path, with the line."""
    return f"{raw.path}:{raw.line}" if raw.line is not None else raw.path


def from_text(raw: Raw) -> Draft:
    """Segment a stripped page or a plain text, or the one message of a chat that passes an article on."""
    text = untokenised(tidied(identity(raw.text)))
    text = text.edited(quote_marks(text.text))
    text = text.edited(cue_lines(text.text))
    title = Mapped(" ".join(raw.given.title.split())) if raw.given.title and raw.given.title.strip() else None
    stated = Stated(named=named_terms(raw.path))
    message = passed_on(text.text)
    if message is None:
        return from_plain(text, title, stated)
    made = from_plain(text.part(message.start, message.end), title, stated)
    cut(made.cuts, text.part(0, message.start), "head")
    cut(made.cuts, text.part(message.end, len(text.text)), "comments")
    made.layout.published = made.layout.published or message.sent
    return made


def from_plain(text: Mapped, title: Mapped | None, stated: Stated) -> Draft:
    """Segment the lines of a text; what stands again on each of its pages is no part of it."""
    heads = running_heads(text.text)
    whole = text.edited(without_heads(text.text, heads)) if heads else text
    made = from_lines(whole, title, stated)
    for head in heads:
        cut(made.cuts, text.part(head.start, head.end), "head")
    return made


def from_lines(text: Mapped, title: Mapped | None, stated: Stated) -> Draft:
    """Segment the lines of a text."""
    spans = [(start, end) for start, end in whole_lines(text.text) if end - start >= LEAST]
    if is_markdown(text.text):
        return from_markdown([text.part(start, end) for start, end in spans], title, stated)
    made = draft([flat(text.part(start, end)) for start, end in spans], title, stated)
    if made.has_text or all(end - start < RUN_ON for start, end in spans):
        return made
    parts = [sentence for start, end in spans for sentence in sentences_in(text.text, start, end)]
    return draft([flat(text.part(start, end)) for start, end in parts], title, stated)


def whole_lines(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs, cut where a page that was copied lost its ends of lines."""
    cuts = glued(text)
    for start, end in paragraphs(text):
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        yield from pairwise([start, *inner, end])


def from_markdown(parts: Sequence[Mapped], title: Mapped | None, stated: Stated) -> Draft:
    """Segment a text with marks of Markdown: its one heading of the first rank is its headline."""
    bare = [unmarked(part) for part in parts]
    tops = [line for part, (line, _) in zip(parts, bare, strict=True) if top_heading(part.text)]
    title = title or (flat(tops[0]) if len(tops) == 1 and tops[0].text else None)
    return draft([flat(line) for line, _ in bare], title, stated, marks=[marked for _, marked in bare])


def sentences_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a page that a stripper ran together into one line."""
    if end - start < RUN_ON:
        return [(start, end)]
    return [(start + span.start, start + span.end) for span in sentences(text[start:end])]


def flat(part: Mapped) -> Mapped:
    """A paragraph without the line ends inside it."""
    ends = seams(part.text)
    return part.edited(ends) if ends else part


def from_page(raw: Raw) -> tuple[Draft, PageFields]:
    """The main text of a page by trafilatura and our segmenter; without trafilatura's, of all that is seen."""
    fields = page_fields(raw.text)
    page = visible(raw.text)
    aligner = Aligner(page)
    aligner.go_to(max(0, raw.text.find("</title")))
    found = passages(raw.text)
    passed = [(each.kind, part) for each in found for part in apart(page, tidied(aligner.place(each.text)))]
    placed = [part for _, part in passed]
    in_english(raw, "\n".join(passage.text for passage in found) or page.text)
    named = named_terms(raw.path)
    stated, unsure = next(iter(fields.titles), None), None
    stated = raw.given.title or (as_shown(stated, page) if stated else None)
    if stated is None or not (raw.given.title or is_of(stated, page, placed)):
        stated, unsure = headline_above(page, placed, named), stated
    running = [part for kind, part in passed if kind == "paragraph"]
    first = next((part for part in running if part.text.count(" ") >= SENTENCE), next(iter(running), Mapped("")))
    title = tidied(aligner.place_before(stated, first)) if stated else None
    title = title if title is not None and title.text.strip() else None  # of control characters alone
    lead = deck(page, aligner, title, placed) if title else []
    lines = list(with_items(raw.text, page, aligner, placed))
    if lead:
        after = lead[0].pieces[0].raw_start if lead[0].pieces else 0
        at = next((n for n, line in enumerate(lines) if line.pieces and line.pieces[0].raw_start > after), 0)
        lines[at:at] = lead
    made = draft(
        lines,
        title,
        Stated(authors=fields.authors, named=named, extracted=True),
        [marked(page, line, main=True) for line in lines],
    )
    if not made.has_text:
        lines = [tidied(aligner.seen(start, end)) for start, end in paragraphs(page.text)]
        made = draft(lines, title, Stated(authors=fields.authors, named=named), [marked(page, line) for line in lines])
    if unsure and title is None and made.layout.title is None:
        placed_title = tidied(aligner.place_before(unsure, first))
        made.parts[:0] = [("title", placed_title)] if placed_title.text.strip() else []
    take_heading(made, page)
    return made, fields


def take_heading(made: Draft, page: Visible) -> None:
    """Date and author as they stand on the page between headline and text, else where nothing else gave them."""
    starts = {kind: part.pieces for kind, part in reversed(made.parts) if part.pieces}
    head = starts["title"][-1].raw_end if "title" in starts else 0
    follow = sorted(p.pieces[0].raw_start for kind, p in made.parts if kind == "paragraph" and p.pieces)
    below = [start for start in follow if start > head][: 1 + DECKS] or [0]
    rows, title = page.around(head, below[-1], HEADING)
    plain = next((same_letters(part.text) for kind, part in made.parts if kind == "title"), "")
    title = next((n for n in reversed(range(max(0, title), len(rows))) if same_letters(rows[n]) == plain), title)
    told = {word for kind, part in made.parts if kind != "caption" for word in WORD.findall(part.text)}
    shown = facts(rows, title if "title" in starts else None, told)
    over = shown.published if "title" in starts else None
    made.layout.published = over or made.layout.published or shown.published
    if made.layout.published is None and made.dateline_day is None and follow:
        made.layout.published = day_below(
            page.below(max(p.pieces[-1].raw_end for _, p in made.parts if p.pieces), FOOT)
        )
    if made.layout.open_day is None and "title" in starts:
        made.layout.open_day = nearest_open_day(shown.open_days, title, title + 1)
        take_open_day(made)
    made.layout.modified = made.layout.modified or shown.modified
    made.layout.authors = made.layout.authors or shown.authors
    made.layout.lent = [*made.layout.lent, *shown.lent]


def marked(page: Visible, line: Mapped, *, main: bool = False) -> Marked:
    """What the markup says of a line."""
    behind = [(piece.raw_start, piece.raw_end) for piece in line.pieces]
    return Marked(page.share(LINK, behind), page.share(BOLD, behind), main)


def finished(raw: Raw, made: Draft, fields: PageFields) -> Document:
    """Put the document together; what the input states itself goes before what the page or the text states."""
    text, blocks = made.assembled()
    given, layout = raw.given, made.layout
    modified, _ = first_date(
        (given.modified, "given"),
        fields.modified or (None, ""),
        (layout.modified.stamp.value if layout.modified else None, "date line"),
    )
    published, method = first_date(
        (given.published, "given"),
        fields.published or (None, ""),
        (stated_day(made), "date line"),
        (made.dateline_day, "dateline"),
        (printed_day([*(part.text for _, part in made.parts), *(cut.text for cut in made.cuts)]), "print edition"),
        (named_day(raw.path), "file name"),
        (named_day(given.url or fields.url or ""), "address"),
        (modified, "last change"),
    )
    return Document(
        id=identifier(raw, fields.url),
        path=raw.path,
        digest=raw.digest,
        text=text.text,
        blocks=blocks,
        kind=raw.kind,
        encoding=raw.encoding,
        line=raw.line,
        url=given.url or fields.url,
        title=text.text[blocks[0].start : blocks[0].end] if blocks and blocks[0].kind == "title" else None,
        published=published,
        published_method=method,
        day_of_year="{:02}-{:02}".format(*made.open_day) if made.open_day and published is None else None,
        modified=modified,
        outlet=given.outlet or fields.outlet or layout.outlet or masthead(above_title(made), text.text),
        author=given.author or ", ".join(fields.authors) or ", ".join(layout.authors) or None,
        credited_to=tuple(dict.fromkeys([*layout.lent, *made.credits])),
        lent_by=tuple(dict.fromkeys(layout.lent)),
        dateline=made.place,
        language="en",
        pieces=text.pieces,
        cuts=tuple(sorted(made.cuts, key=lambda cut: (cut.raw_start, cut.raw_end))),
    )


def above_title(made: Draft) -> list[str]:
    """What was cut above the first part that is kept."""
    starts = [part.pieces[0].raw_start for _, part in made.parts if part.pieces]
    heads = sorted(made.cuts, key=lambda cut: cut.raw_start)
    return [cut.text for cut in heads if starts and cut.raw_end <= min(starts)]


def stated_day(made: Draft) -> str | None:
    """The day of the date line, day and month told apart by what the text tells."""
    published = made.layout.published
    return settled_day(published, (part.text for _, part in made.parts)) if published else None


def first_date(*stated: tuple[str | None, str]) -> tuple[str | None, str | None]:
    """The first date that is one, with its method; a stated one that is none leaves its words as the method."""
    wrong = None
    for value, method in stated:
        if value and (day := iso_stamp(value)):
            return day, method
        if value:
            wrong = wrong or f"unreadable: {value[:60]!r}"
    return None, wrong


def identifier(raw: Raw, url: str | None) -> str:
    """The document's id: by its address where it has one, else by where it was read."""
    known = raw.given.url or url
    return content_id(known, raw.digest) if known else content_id(where(raw), raw.digest)


def in_english(raw: Raw, text: str) -> None:
    """Raise InputError where the text is in another language."""
    if other := foreign(text):
        raise InputError(f"{where(raw)}: not in English but in {other}: only English is read, give a translation")


def as_it_stands(raw: Raw) -> Document:
    """The text unchanged: one identity piece, paragraphs as blocks, the first line a title if it looks like one."""
    whole = identity(raw.text)
    blocks = [Block(start, end, "paragraph") for start, end in paragraphs(raw.text)]
    if not blocks:
        raise InputError(f"{where(raw)}: no words in it")
    title = raw.text[blocks[0].start : blocks[0].end]
    titled = opening_title(title, len(blocks))
    if titled:
        blocks[0] = replace(blocks[0], kind="title")
    published, method = first_date((raw.given.published, "given"))
    return Document(
        id=identifier(raw, None),
        path=raw.path,
        digest=raw.digest,
        text=raw.text,
        blocks=tuple(blocks),
        kind=raw.kind,
        encoding=raw.encoding,
        line=raw.line,
        url=raw.given.url,
        title=title if titled else raw.given.title,
        published=published,
        published_method=method,
        modified=first_date((raw.given.modified, "given"))[0],
        outlet=raw.given.outlet,
        author=raw.given.author,
        language=raw.given.language,
        pieces=whole.pieces,
    )
