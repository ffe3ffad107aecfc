"""From the lines of a stripped page to an article: which lines are its title, lead, paragraphs, captions, which are cut."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tidings.grammar.layout.bylines import byline
from tidings.grammar.layout.captions import is_caption, is_name
from tidings.grammar.layout.comments import comments_from
from tidings.grammar.layout.credits import credit_line, is_medium
from tidings.grammar.layout.features import Line, Marked, look
from tidings.grammar.layout.furniture import (
    about_author,
    about_outlet,
    about_translation,
    furniture,
    opens_as_furniture,
    staff_line,
)
from tidings.grammar.layout.headlines import bare, likeliest
from tidings.grammar.layout.interviews import turns
from tidings.grammar.layout.running_text import CARD, body, whole
from tidings.grammar.layout.stamps import DateLine, date_line
from tidings.grammar.layout.stated_day import choose_day
from tidings.model import BlockKind

__all__ = ["Layout", "Stated", "Verdict", "facts", "segment"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one line is: a block of the article, or cut for a reason."""

    kind: BlockKind | None
    reason: str = ""


@dataclass(slots=True)
class Layout:
    """The verdicts on all lines, and the fields that some of them state."""

    verdicts: list[Verdict]
    title: int | None = None  # the line it stands in
    dates: list[tuple[int, DateLine]] = field(default_factory=list)  # all date lines, with their places
    published: DateLine | None = None
    modified: DateLine | None = None
    authors: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known of an article before its lines are looked at."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    extracted: bool = False  # the lines are a page's main text already, found by its markup


NOTHING = Stated()
BESIDE = 60  # letters that stand behind a headline in the text of its picture
NEAR = 3  # lines between headline or body and a lead that is no full sentence


def segment(texts: Sequence[str], given: Stated = NOTHING, marks: Sequence[Marked] = ()) -> Layout:
    """Judge the lines of one article by what they are made of, where they stand, and what is stated of them."""
    lines = [look(text, *marks[n : n + 1]) for n, text in enumerate(texts)]
    layout = Layout([Verdict(None, "menu")] * len(lines))
    fixed = take_fields(lines, layout, given)
    first, last = whole(lines, fixed) if given.extracted else body(lines, fixed)
    if first > last:
        return layout
    layout.title = headline(lines, fixed, (first, last), given.title)
    if layout.title is not None and layout.title > first:
        first = layout.title + 1
    layout.published = choose_day(layout.dates, layout.title, first, last)
    above(lines, layout, fixed, first, stated=given.title is not None)
    for n in range(first, last + 1):
        layout.verdicts[n] = fixed.get(n) or inside(lines, n, first, last, kept=given.extracted)
    for n in range(last + 1, len(lines)):
        layout.verdicts[n] = fixed.get(n) or below(lines[n])
    if (comments := comments_from(lines, first, last)) is not None:
        layout.verdicts[comments:] = [Verdict(None, "comments")] * (len(lines) - comments)
    if layout.title is not None:
        layout.verdicts[layout.title] = Verdict("title")
    drop_repeats(lines, layout)
    drop_company(lines, layout)
    drop_tail(lines, layout, given)
    name_turns(lines, layout)
    return layout


def facts(texts: Sequence[str]) -> Layout:
    """Only the fields that lines state, for the lines of a page that stand around its headline."""
    layout = Layout([])
    take_fields([look(text) for text in texts], layout, NOTHING)
    stated = [stamp for _, stamp in layout.dates if stamp.label != "updated"]
    layout.published = next((stamp for stamp in stated if stamp.label), next(iter(stated), None))
    return layout


def take_fields(lines: Sequence[Line], layout: Layout, given: Stated) -> dict[int, Verdict]:
    """The lines that are fields or furniture by themselves, wherever they stand."""
    fixed: dict[int, Verdict] = {}
    for n, line in enumerate(lines):
        author, stamp = byline(line.text), date_line(line.text)
        if author:
            fixed[n] = Verdict(None, "byline")
            layout.authors = layout.authors or [author]
            layout.credits += [author] if is_medium(author) else []
        if stamp is not None:
            fixed[n] = Verdict(None, "byline" if author else "date")
            keep_date(layout, n, stamp)
        elif author:
            continue
        elif credit := credit_line(line.text):
            fixed[n] = Verdict(None, "credit")
            layout.credits.append(credit)
        elif staff_line(line):
            fixed[n] = Verdict(None, "byline")
        elif (why := furniture(line)) and not (given.title and bare(line.text) == bare(given.title)):
            fixed[n] = Verdict(None, why)
    return fixed


def keep_date(layout: Layout, n: int, stamp: DateLine) -> None:
    """Keep a date with its place; a day of change by itself."""
    if stamp.label == "updated":
        layout.modified = layout.modified or stamp
    layout.dates.append((n, stamp))


def headline(lines: Sequence[Line], fixed: dict[int, Verdict], span: tuple[int, int], title: str | None) -> int | None:
    """The line that is the headline of the body in `span`: the one the input states, else the likeliest, if any is."""
    first, last = span
    if title:
        plain = bare(title)
        return next((n for n in range(min(len(lines), first + 12)) if bare(lines[n].text) == plain), None)
    return likeliest(lines, {n: verdict.reason for n, verdict in fixed.items()}, first, last)


def above(lines: Sequence[Line], layout: Layout, fixed: dict[int, Verdict], first: int, *, stated: bool) -> None:
    """The lines before the body: title, lead, captions; the rest is the site's.

    Nothing above the headline is the article's, unless the headline is `stated` beside the text;
    without a headline only the lines that touch the body are.
    """
    title = layout.title if layout.title is not None else -1 if stated else first - 1
    while layout.title is None and not stated and title >= 0 and opens_article(lines[title]) and title not in fixed:
        title -= 1
    for n in range(first):
        line = lines[n]
        if n in fixed:
            layout.verdicts[n] = fixed[n]
        elif n > title and is_caption(line, near_top=n + 1 == first or n == title + 1):
            layout.verdicts[n] = Verdict("caption")
        elif n > title and opens_article(line) and (line.prose or n - title <= NEAR or first - n < NEAR):
            layout.verdicts[n] = Verdict("lead")
        else:
            layout.verdicts[n] = Verdict(None, "menu")


def opens_article(line: Line) -> bool:
    """Whether a line between headline and body is of the article.

    A first sentence that is mostly names, offices and a dateline has few function words: its full stop
    and the lack of any word of site furniture speak for it.
    """
    told = line.stops >= 0.15 or (line.terminal and line.stops >= 0.08 and line.pages == 0)
    return line.count >= 8 and told and not about_outlet(line)


def inside(lines: list[Line], n: int, top: int, last: int, *, kept: bool = False) -> Verdict:
    """A line between the first and the last of the body."""
    line = lines[n]
    if is_caption(line, near_top=n <= top + 2):
        return Verdict("caption")
    if line.prose or line.terminal or line.count >= 25:
        return Verdict("paragraph")
    if (
        2 <= line.count <= 14
        and n < last
        and (lines[n + 1].prose or (n + 2 <= last and lines[n + 2].prose and line.count <= 8))
    ):
        return Verdict("heading")
    if kept:
        return Verdict("heading" if line.count <= 14 else "paragraph")
    neighbours = lines[n - 1 : n] + lines[n + 1 : n + 2]
    if line.count >= 15 and line.stops >= 0.2 and all(other.prose for other in neighbours):
        return Verdict("paragraph")
    return Verdict(None, "fragment")


def below(line: Line) -> Verdict:
    """A line after the body."""
    if is_caption(line):
        return Verdict("caption")
    return Verdict(None, "related" if line.count > 3 else "menu")


def drop_repeats(lines: Sequence[Line], layout: Layout) -> None:
    """Cut a line that says again what another one said: the headline (beside a picture with its credit), a caption."""
    title = bare(lines[layout.title].text) if layout.title is not None else ""
    seen = {title} if title else set()
    for n, verdict in enumerate(layout.verdicts):
        if verdict.kind is None or n == layout.title:
            continue
        line, plain = lines[n], bare(lines[n].text)
        again = plain in seen and (line.count >= 5 or verdict.kind == "caption")
        if again or (
            len(title) > 15 and plain.startswith(title) and len(plain) < len(title) + BESIDE and not line.prose
        ):
            layout.verdicts[n] = Verdict(None, "duplicate")
        seen.add(plain)


def drop_company(lines: Sequence[Line], layout: Layout) -> None:
    """Cut the headlines that follow a related link, and on a page the teasers between two of them."""
    verdicts = layout.verdicts
    for n in range(1, len(lines)):
        verdict, line = verdicts[n], lines[n]
        if verdicts[n - 1].reason != "related" or verdict.kind not in ("heading", "paragraph", "lead"):
            continue
        after = (
            verdicts[n + 1].reason == "related" if n + 1 < len(lines) else n > 1 and verdicts[n - 2].reason == "related"
        )
        if (verdict.kind == "heading" and not line.terminal) or (line.marked.main and after and line.count <= CARD):
            verdicts[n] = Verdict(None, "related")


def drop_tail(lines: Sequence[Line], layout: Layout, given: Stated) -> None:
    """Cut what closes a page after its last paragraph: who the author is, calls to go on reading."""
    authors = [*given.authors, *(name for names in layout.authors for name in names.split(", "))]
    authors += [line.text.strip() for line in lines if is_name(line.text)]
    for n, line in enumerate(lines):
        if layout.verdicts[n].kind in ("paragraph", "lead") and about_author(line, authors):
            layout.verdicts[n] = Verdict(None, "author")
    kept = [n for n, verdict in enumerate(layout.verdicts) if verdict.kind is not None]
    last = True
    for n in reversed(kept[-4:]):
        line, kind = lines[n], layout.verdicts[n].kind
        if kind == "title" or (line.prose and line.count > 25 and not about_outlet(line)):
            break
        if (opens_as_furniture(line) and line.count <= 25) or about_outlet(line) or about_translation(line):
            layout.verdicts[n] = Verdict(None, "related")
        elif last and kind == "heading" and not given.extracted:
            layout.verdicts[n] = Verdict(None, "fragment")
        else:
            last = False


def name_turns(lines: Sequence[Line], layout: Layout) -> None:
    """Say of an interview's paragraphs which ask and which answer."""
    kept = [n for n, verdict in enumerate(layout.verdicts) if verdict.kind in ("paragraph", "heading")]
    for n, turn in zip(
        kept, turns([lines[n].text for n in kept], [lines[n].marked.bold > 0.9 for n in kept]), strict=True
    ):
        if turn == "question":
            layout.verdicts[n] = Verdict("question")
        elif turn == "answer":
            layout.verdicts[n] = Verdict("answer")
