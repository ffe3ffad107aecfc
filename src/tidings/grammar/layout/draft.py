"""An article in the making: lines with their way back to the source become blocks, fields and cuts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tidings.grammar.layout.captions import taken_by
from tidings.grammar.layout.credits import credits_in
from tidings.grammar.layout.datelines import dateline
from tidings.grammar.layout.endings import drop_after_end, drop_teasers
from tidings.grammar.layout.features import Marked
from tidings.grammar.layout.judged import NOTHING, Layout, Stated
from tidings.grammar.layout.leftovers import entities, leftovers
from tidings.grammar.layout.segment import segment
from tidings.grammar.layout.stamps import DateLine, OpenLine, Stamp, closing_line
from tidings.grammar.layout.stated_day import day_with_year, settled_day
from tidings.model import Block, BlockKind, Cut
from tidings.text.mapped import Mapped, joined

__all__ = ["Draft", "cut", "draft", "take_open_day"]

LEAD = 400  # characters in which a report names the weekday of its news
# "16:30 Police confirm …": when an entry of a live page was put up, no word of its sentence.
ENTRY = re.compile(
    r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}T|UTC|local time))?\s?[|:–—-]?\s{1,3}(?=[^\W\d_a-z]|[“\"‘'«])"
)
ENTRIES = 2  # a page with fewer is none
LEAST = 3  # letters that are left for a line to stay one


@dataclass(slots=True)
class Draft:
    """The parts of a document, title first, before they are put together."""

    parts: list[tuple[BlockKind, Mapped]] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    layout: Layout = field(default_factory=lambda: Layout([]))
    place: str | None = None
    dateline_day: str | None = None
    open_day: tuple[int, int] | None = None  # month and day of a dateline, where nothing on the page gives the year
    credits: list[str] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        """Whether there is any running text."""
        return any(kind in ("paragraph", "lead", "question", "answer") for kind, _ in self.parts)

    def assembled(self) -> tuple[Mapped, tuple[Block, ...]]:
        """The clean text with its pieces, and the blocks in it; a dateline stands in one line with what it opens."""
        lines: list[list[Mapped]] = []
        blocks: list[Block] = []
        for kind, part in self.parts:
            opened = bool(blocks) and blocks[-1].kind == "dateline"
            at = blocks[-1].end + (1 if opened else 2) if blocks else 0
            blocks.append(Block(at, at + len(part.text), kind))
            if opened:
                lines[-1].append(part)
            else:
                lines.append([part])
        return joined([joined(line, " ") for line in lines], "\n\n"), tuple(blocks)


def draft(
    lines: Sequence[Mapped], title: Mapped | None = None, given: Stated = NOTHING, marks: Sequence[Marked] = ()
) -> Draft:
    """Make the blocks of an article from the lines of its page; `title` is the headline that the input states."""
    made = Draft()
    clean = [(swept, n) for n, line in enumerate(lines) if (swept := sweep(line, made.cuts)) is not None]
    told = replace(given, title=title.text if title else None)
    layout = made.layout = segment(
        [line.text for line, _ in clean], told, [marks[n] for _, n in clean] if marks else ()
    )
    drop_after_end([line.text for line in lines], [n for _, n in clean], layout)
    drop_teasers([line.text for line in lines], [n for _, n in clean], layout)
    if layout.title is not None:
        line = clean[layout.title][0]
        label = layout.labels.get(layout.title)
        made.parts.append(("title", unquoted(line.part(label.start, len(line.text)).stripped()) if label else line))
    elif title is not None:
        made.parts.append(("title", title))
    for (line, _), verdict in zip(clean, layout.verdicts, strict=True):
        if verdict.kind is None:
            cut(made.cuts, line, verdict.reason)
        elif verdict.kind == "caption" and (at := taken_by(line.text)) is not None:
            made.parts.append(("caption", line.part(0, at).stripped()))
            cut(made.cuts, line.part(at, len(line.text)).stripped(), "credit")
        elif verdict.kind != "title":
            made.parts.append((verdict.kind, line))
    take_dateline(made)
    if made.layout.published is None and made.dateline_day is None:
        last = next((part.text for kind, part in reversed(made.parts) if kind in ("lead", "paragraph")), "")
        made.layout.published = closing_line(last)
    take_open_day(made)
    part_entries(made)
    made.credits += layout.credits
    for kind, part in made.parts:
        if kind in ("lead", "paragraph"):
            made.credits += credits_in(part.text)
    return made


def unquoted(line: Mapped) -> Mapped:
    """A labelled headline without the quote marks that its form puts around it."""
    marked = len(line.text) > LEAST and line.text[0] == line.text[-1] == '"' and line.text.count('"') == 2
    return line.part(1, len(line.text) - 1) if marked else line


def sweep(line: Mapped, cuts: list[Cut]) -> Mapped | None:
    """The line without remains of markup; None where nothing is left."""
    if known := entities(line.text):
        line = line.edited(known)
    remains = leftovers(line.text)
    for start, end in remains:
        cut(cuts, line.part(start, end), "tag")
    line = line.edited([(start, end, "") for start, end in remains]).stripped()
    return line if sum(c.isalnum() for c in line.text) >= LEAST else None


def cut(cuts: list[Cut], part: Mapped, reason: str) -> None:
    """Keep what is left out of the article, with where it stood and why."""
    behind = part.raw(0, len(part.text))
    if behind is not None:
        cuts.append(Cut(*behind, part.text, reason))


def take_open_day(made: Draft) -> None:
    """The day of a line that leaves the year out, where nothing states one whole; a dateline's goes before it."""
    day = made.layout.open_day
    if day is None or made.layout.published is not None or made.dateline_day or made.open_day:
        return
    texts = [*(line.text for _, line in made.parts), *(cut.text for cut in made.cuts)]
    lead = next((part.text for kind, part in made.parts if kind in ("lead", "paragraph")), "")
    made.dateline_day = day_with_year(day, lead[:LEAD], texts)
    made.open_day = None if made.dateline_day else (day.month, day.day)


def take_dateline(made: Draft) -> None:
    """Part the dateline from the paragraph that it opens, and take its fields."""
    for n, (kind, part) in enumerate(made.parts[:5]):
        if kind in ("lead", "paragraph") and (found := dateline(part.text)) is not None:
            made.place, made.dateline_day = found.place, found.published
            texts = [*(line.text for _, line in made.parts), *(cut.text for cut in made.cuts)]
            if found.either:
                line = DateLine(Stamp(None, 0, 0, found.either), "", "")
                made.dateline_day = settled_day(line, [part.text[found.end :], *texts])
            if found.day:
                rest = part.text[found.end :]
                made.dateline_day = day_with_year(OpenLine(*found.day, None), rest[:LEAD], texts)
                made.open_day = None if made.dateline_day else found.day
            made.credits += [found.agency] if found.agency else []
            made.parts[n : n + 1] = [
                ("dateline", part.part(0, found.end).stripped()),
                (kind, part.part(found.end, len(part.text))),
            ]
            return


def part_entries(made: Draft) -> None:
    """Part the hour from each entry of a live page."""
    opened = [ENTRY.match(part.text) if kind in ("lead", "paragraph") else None for kind, part in made.parts]
    if sum(entry is not None for entry in opened) < ENTRIES:
        return
    parts: list[tuple[BlockKind, Mapped]] = []
    for (kind, part), entry in zip(made.parts, opened, strict=True):
        if entry is None:
            parts.append((kind, part))
        else:
            parts.append(("dateline", part.part(0, entry.end()).stripped()))
            parts.append((kind, part.part(entry.end(), len(part.text))))
    made.parts = parts
