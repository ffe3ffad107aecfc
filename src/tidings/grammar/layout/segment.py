"""From the lines of a stripped page to an article: which lines are its title, lead, paragraphs, captions, which are cut."""

from collections.abc import Mapping, Sequence

from tidings.grammar.layout.bylines import author_alone
from tidings.grammar.layout.captions import is_caption
from tidings.grammar.layout.comments import comments_from
from tidings.grammar.layout.credits import is_medium
from tidings.grammar.layout.datelines import dateline
from tidings.grammar.layout.features import WORD, Line, Marked, is_item, look
from tidings.grammar.layout.furniture import about_outlet
from tidings.grammar.layout.headlines import bare, is_possible, likeliest
from tidings.grammar.layout.interviews import turns
from tidings.grammar.layout.judged import NOTHING, Layout, Stated, Verdict
from tidings.grammar.layout.line_facts import take_fields
from tidings.grammar.layout.running_text import body, is_bare_row, is_tidy, whole
from tidings.grammar.layout.stated_day import choose_day, nearest_open_day
from tidings.grammar.layout.trims import drop_company, drop_repeats, drop_tail
from tidings.lexicon import words

__all__ = ["segment"]

LEAST, FEW = 5, 60  # words of a line that tells something, and of a text that has no more to tell
SHORT = (2, 3)  # words of a headline that stands alone over a dateline
OVER = range(4, 25)  # words of a headline right over a dateline
NEAR = 3  # lines between headline or body and a lead that is no full sentence


def segment(texts: Sequence[str], given: Stated = NOTHING, marks: Sequence[Marked] = ()) -> Layout:
    """Judge the lines of one article by what they are made of, where they stand, and what is stated of them."""
    lines = [look(text, *marks[n : n + 1]) for n, text in enumerate(texts)]
    layout = Layout([Verdict(None, "menu")] * len(lines))
    fixed = take_fields(lines, layout, given)
    if not given.extracted:
        fixed = without_rows(lines, layout, fixed)
    first, last = whole(lines, fixed) if given.extracted else body(lines, fixed, tidy=layout.tidy)
    if first > last:
        return brief(lines, layout, fixed)
    layout.title = headline(lines, layout, fixed, (first, last), given)
    if layout.title is not None and layout.title > first:
        first = layout.title + 1
    layout.published = choose_day(layout.dates, layout.title, first, last) or layout.sent
    layout.open_day = nearest_open_day(layout.open_days, layout.title, first)
    if not layout.authors and layout.title is not None:
        take_author(lines, layout, fixed, layout.title, (first, last))
    above(lines, layout, fixed, first, stated=given.title is not None)
    for n in range(first, last + 1):
        layout.verdicts[n] = fixed.get(n) or inside(lines, n, first, last, kept=given.extracted or layout.tidy)
    for n in range(last + 1, len(lines)):
        layout.verdicts[n] = fixed.get(n) or below(lines[n], tidy=layout.tidy)
    if (comments := comments_from(lines, first, last)) is not None:
        layout.verdicts[comments:] = [Verdict(None, "comments")] * (len(lines) - comments)
    if layout.title is not None:
        layout.verdicts[layout.title] = Verdict("title")
    drop_repeats(lines, layout)
    drop_company(lines, layout)
    drop_tail(lines, layout, given)
    name_turns(lines, layout)
    return layout


def take_author(
    lines: Sequence[Line], layout: Layout, fixed: dict[int, Verdict], title: int, span: tuple[int, int]
) -> None:
    """The author whose name stands alone over the body."""
    days = [n for n, _ in (*layout.dates, *layout.open_days)]
    first, last = span
    told = {word for line in (lines[title], *lines[first : last + 1]) for word in WORD.findall(line.text)}
    if found := author_alone(lines, days, (title, first), told):
        n, name = found
        fixed[n] = Verdict(None, "byline")
        layout.authors = [name]


def brief(lines: Sequence[Line], layout: Layout, fixed: dict[int, Verdict]) -> Layout:
    """A text of a line or two without a whole sentence, as alerts and tickers send: what is no field is told."""
    told = [n for n, line in enumerate(lines) if n not in fixed and line.count >= LEAST and not line.pages]
    if layout.tidy and told and sum(line.count for line in lines) <= FEW:
        layout.published = choose_day(layout.dates, None, told[0], told[-1])
        for n in range(len(lines)):
            layout.verdicts[n] = Verdict("paragraph") if n in told else fixed.get(n, layout.verdicts[n])
    return layout


def without_rows(lines: Sequence[Line], layout: Layout, fixed: dict[int, Verdict]) -> dict[int, Verdict]:
    """Say whether a text is tidy; if so, rows of names in it are no furniture."""
    rows = {n for n, verdict in fixed.items() if verdict.reason == "menu" and is_bare_row(lines[n])}
    rest = {n: verdict for n, verdict in fixed.items() if n not in rows}
    layout.tidy = is_tidy([verdict.reason for verdict in rest.values()], len(lines))
    return rest if layout.tidy else fixed


def headline(
    lines: Sequence[Line], layout: Layout, fixed: dict[int, Verdict], span: tuple[int, int], given: Stated
) -> int | None:
    """The line that is the headline of the body in `span`: the one the input states or labels, else the likeliest.

    The subject of a mail is its headline where no line is likely.
    """
    first, last = span
    if given.title:
        plain = bare(given.title)
        return next((n for n in range(min(len(lines), first + 12)) if bare(lines[n].text) == plain), None)
    told = {n: label for n, label in layout.labels.items() if n < last and lines[n].text[label.start :].strip()}
    by_role = {label.role: n for n, label in sorted(told.items(), reverse=True)}
    if "title" in by_role:
        return by_role["title"]
    reasons = {n: verdict.reason for n, verdict in fixed.items()}
    found = likeliest(lines, reasons, first, last, tidy=layout.tidy, named=given.named)
    found = over_dateline(lines, reasons, first) if found is None else found
    found = short_title(lines, reasons, first) if found is None and layout.tidy else found
    return by_role.get("subject") if found is None else found


def over_dateline(lines: Sequence[Line], reasons: Mapping[int, str | None], first: int) -> int | None:
    """The line right over a text that opens with its dateline, where it has the length of a headline."""
    above = lines[first - 1] if first > 0 and first - 1 not in reasons else None
    if above is None or not is_possible(above) or above.count not in OVER or above.text.rstrip().endswith((".", ":")):
        return None
    return first - 1 if dateline(lines[first].text) is not None else None


def short_title(lines: Sequence[Line], reasons: Mapping[int, str | None], first: int) -> int | None:
    """The few words over a short text that opens with its dateline, where they are no name, outlet or section: "Bridge row"."""
    if first != 1 or reasons.get(0) not in {None, "menu"} or dateline(lines[1].text) is None or lines[0].terminal:
        return None
    line = lines[0]
    text = line.text.strip()
    small = {word.casefold() for word in WORD.findall(text)}
    known = set(words("section_names.txt")) | set(words("media_words.txt"))
    told = any(word.islower() and word not in words("name_particles.txt") for word in text.split())
    named = (
        is_medium(text) or text.endswith(":") or not small.isdisjoint(known) or small <= set(words("page_words.txt"))
    )
    return 0 if SHORT[0] <= line.count <= SHORT[1] and told and not named else None


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
        elif n > title and leads(lines, n, title, first):
            layout.verdicts[n] = Verdict("lead")
        else:
            layout.verdicts[n] = Verdict(None, "menu")


def leads(lines: Sequence[Line], n: int, title: int, first: int) -> bool:
    """Whether a line between headline and body belongs to the article: a sentence, a deck, an item of a list."""
    line = lines[n]
    if opens_article(line):
        return line.prose or n - title <= NEAR or first - n < NEAR
    return title >= 0 and is_item(line) and line.count >= 3


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
    if line.prose or line.terminal or line.count >= 25 or (is_item(line) and line.count >= 3):
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


def below(line: Line, *, tidy: bool) -> Verdict:
    """A line after the body; a full sentence is of a tidy text."""
    if is_caption(line):
        return Verdict("caption")
    if tidy and line.terminal and line.count >= LEAST and not (line.pages or line.separators or line.glue):
        return Verdict("paragraph")
    return Verdict(None, "related" if line.count > 3 else "menu")


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
