"""Texts kept as Markdown: the marks taken away, and what they say of a line."""

import re

from tidings.grammar.layout.features import Marked
from tidings.text.mapped import Edit, Mapped

__all__ = ["is_markdown", "top_heading", "unmarked"]

HEADING = re.compile(r"(?m)^ {0,3}(#{1,6})\s{1,3}(?=\S)")
LINK = re.compile(r"\[(?P<words>[^\[\]\n]{0,300})\](?P<to>\((?:[^()\s]|\([^()\s]{0,100}\)){0,500}\))")
IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,500}\)")
STRONG = re.compile(r"\*\*|__")
LIGHT = re.compile(r"(?<![\w*])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\w*])")
LEAST = 3  # marks that make a text Markdown


def is_markdown(text: str) -> bool:
    """Whether a text is Markdown, by its headings, links and bold words."""
    headings, links = len(HEADING.findall(text)), len(LINK.findall(text))
    return headings + links > 0 and headings + links + len(STRONG.findall(text)) // 2 >= LEAST


def top_heading(part: str) -> bool:
    """Whether a paragraph is a heading of the first rank."""
    found = HEADING.match(part)
    return found is not None and found[1] == "#"


def unmarked(part: Mapped) -> tuple[Mapped, Marked]:
    """A paragraph without its marks, and what share of it was linked or bold."""
    part = part.edited([(m.start(), m.end(), "") for m in IMAGE.finditer(part.text)])
    edits: list[Edit] = [(m.start(), m.end(), "") for m in HEADING.finditer(part.text)]
    linked = 0
    for link in LINK.finditer(part.text):
        edits += [(link.start(), link.start() + 1, ""), (link.end("words"), link.end(), "")]
        linked += len(link["words"])
    taken = [(start, end) for start, end, _ in edits]
    bold = part.text.startswith(("**", "__")) and part.text.rstrip().endswith(("**", "__"))
    for form in (STRONG, LIGHT):
        for mark in form.finditer(part.text):
            if not any(start < mark.end() and mark.start() < end for start, end in taken):
                edits.append((mark.start(), mark.end(), ""))
                taken.append(mark.span())
    plain = part.edited(sorted(edits)).stripped()
    return plain, Marked(linked / max(1, len(plain.text)), float(bold))
