"""The main text of a web page, passage by passage, by trafilatura."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import trafilatura
from lxml import etree

from tidings.text.markup import deepest

__all__ = ["Passage", "passages"]

DEEPEST = 250  # libxml2 itself stops at 256; deeper pages are read without a tree

Kind = Literal["paragraph", "heading", "item", "quote", "row"]
KINDS: dict[str, Kind] = {
    "p": "paragraph",
    "head": "heading",
    "item": "item",
    "quote": "quote",
    "row": "row",
    "code": "quote",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item, block quotation or table row of the page's main text."""

    kind: Kind
    text: str


def passages(markup: str) -> list[Passage]:
    """The main text's passages in order; none where trafilatura finds no article or the tags are nested too deep."""
    if "\x00" in markup:
        markup = markup.replace("\x00", "")
    if deepest(markup) > DEEPEST:
        return []
    found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True, with_metadata=False)
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    return [passage for element in found.body for passage in under(element)]


def under(element: "etree._Element") -> list[Passage]:
    """An element of trafilatura's tree as passages; lists and tables give one for each item or row."""
    parts = [part for part in element if part.tag in KINDS] if element.tag in ("list", "table", "quote") else []
    if parts:
        return [passage for part in parts for passage in under(part)]
    text = "\n".join(
        " ".join(line.split()) for line in "".join(with_breaks(element, laid_out=laid_out(element))).split("\n")
    ).strip()
    kind = KINDS.get(str(element.tag), "paragraph")
    return [Passage(kind, line) for line in text.split("\n") if line.strip()]


def laid_out(element: "etree._Element") -> bool:
    """Whether a table's row lays out the page: paragraphs stand in its cells."""
    return element.tag == "row" and element.find(".//p") is not None


def with_breaks(element: "etree._Element", *, laid_out: bool) -> Iterator[str]:
    """The element's words, with its line breaks as line ends; where a row lays out the page, its cells and paragraphs too."""
    yield element.text or ""
    for node in element:
        ends = "\n" if node.tag == "lb" or (laid_out and node.tag in ("p", "cell")) else " " * (node.tag == "cell")
        yield ends
        yield from with_breaks(node, laid_out=laid_out)
        yield ends if node.tag != "lb" else ""
        yield node.tail or ""
