"""What is cut again from the lines that were kept: repeats, headlines of other articles, the tail of a page."""

import re
from collections.abc import Sequence

from tidings.grammar.layout.captions import is_name
from tidings.grammar.layout.features import Line
from tidings.grammar.layout.furniture import (
    about_author,
    about_outlet,
    about_translation,
    is_contact,
    opens_as_furniture,
)
from tidings.grammar.layout.headlines import bare
from tidings.grammar.layout.judged import Layout, Stated, Verdict
from tidings.grammar.layout.running_text import CARD

__all__ = ["drop_company", "drop_repeats", "drop_tail"]

LINKED, HEADED = 14, 5  # words of a link to another article, and of what such links stand under
NOTE = 45  # words that say at the end who wrote the text
PRESENTED = re.compile(
    r" (?:is|was|has been|teaches|writes|covers|reports|runs|heads|leads|works|lives|edits|directs)\b"
)
QUOTING = re.compile(r"[“”\"]|\b(?:said|told|says)\b")
BESIDE = 60  # letters that stand behind a headline in the text of its picture


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
    drop_listed(lines, layout)


def drop_listed(lines: Sequence[Line], layout: Layout) -> None:
    """Cut the few short lines that close a text under the heading of a list of other articles: "More on this story"."""
    kept = [n for n, verdict in enumerate(layout.verdicts) if verdict.kind is not None]
    last = len(kept)
    while last > 1 and lines[kept[last - 1]].count <= LINKED and layout.verdicts[kept[last - 1]].kind == "paragraph":
        last -= 1
    for n in range(kept[last - 1] + 1 if kept else 0, len(lines)):
        if layout.verdicts[n].reason == "related" and lines[n].count <= HEADED and opens_as_furniture(lines[n]):
            for m in (m for m in kept[last:] if m > n):
                layout.verdicts[m] = Verdict(None, "related")
            return


def drop_note_on_author(lines: Sequence[Line], layout: Layout, authors: Sequence[str]) -> None:
    """Cut the last paragraph where it says in a sentence or two who wrote the text."""
    kept = [n for n, verdict in enumerate(layout.verdicts) if verdict.kind is not None]
    if not kept or layout.verdicts[kept[-1]].kind != "paragraph" or lines[kept[-1]].count > NOTE:
        return
    text = lines[kept[-1]].text
    names = {part for name in authors for part in (name, name.split()[-1]) if len(part) > 2}
    if any(PRESENTED.match(text, len(name)) for name in names if text.startswith(name)) and not QUOTING.search(text):
        layout.verdicts[kept[-1]] = Verdict(None, "author")


def drop_tail(lines: Sequence[Line], layout: Layout, given: Stated) -> None:
    """Cut what closes a page after its last paragraph: who the author is, calls to go on reading."""
    authors = [*given.authors, *(name for names in layout.authors for name in names.split(", "))]
    authors += [line.text.strip() for line in lines if is_name(line.text)]
    for n, line in enumerate(lines):
        if layout.verdicts[n].kind in ("paragraph", "lead") and about_author(line, authors):
            layout.verdicts[n] = Verdict(None, "author")
        elif layout.verdicts[n].kind in ("paragraph", "lead", "heading") and is_contact(line):
            layout.verdicts[n] = Verdict(None, "contact")
    drop_note_on_author(lines, layout, authors)
    kept = [n for n, verdict in enumerate(layout.verdicts) if verdict.kind is not None]
    last = True
    for n in reversed(kept[-4:]):
        line, kind = lines[n], layout.verdicts[n].kind
        if kind == "title" or (line.prose and line.count > 25 and not about_outlet(line)):
            break
        if (opens_as_furniture(line) and line.count <= 25) or about_outlet(line) or about_translation(line):
            layout.verdicts[n] = Verdict(None, "related")
        elif last and kind == "heading" and (line.pages or not given.extracted):
            layout.verdicts[n] = Verdict(None, "fragment")
        else:
            last = False
