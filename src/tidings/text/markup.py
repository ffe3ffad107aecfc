"""The visible characters of an HTML page with their raw ranges, in one linear pass without a tree."""

import html
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["BOLD", "LINK", "Visible", "deepest", "visible"]

# A tag ends at the first ">" outside quoted values; a quote that never closes does not swallow the page.
TAG = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})(?:[^<>"']|"[^"<]{0,5000}"|'[^'<]{0,5000}'|["'])*+>?""")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
HIDDEN = ("script", "style", "template", "svg", "math", "iframe", "object", "textarea")
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
LINK, BOLD = 1, 2
MARKS = {"a": LINK, "b": BOLD, "strong": BOLD}


@dataclass(frozen=True, slots=True)
class Visible:
    """What a reader of the page sees, tags gone and entities decoded.

    `starts[i]..ends[i]` is where character i stands; `marks[i]` says whether it is in a link or in bold.
    """

    text: str
    starts: "array[int]"
    ends: "array[int]"
    marks: bytearray

    def around(self, head: int, end: int, length: int) -> tuple[list[str], int]:
        """The lines from `length` before a place of the raw page to another, at most twice that behind it; and which ends there."""
        at, last = bisect_left(self.starts, head), bisect_left(self.starts, end)
        over, under = self.text[max(0, at - length) : at], self.text[at : max(at, min(last, at + 2 * length))]
        rows = [line for row in over.split("\n") if (line := " ".join(row.split()))]
        rest = [line for row in under.split("\n") if (line := " ".join(row.split()))]
        return [*rows, *rest], len(rows) - 1

    def below(self, end: int, length: int) -> list[str]:
        """The lines that stand behind a place of the raw page, within so many characters."""
        at = bisect_left(self.starts, end)
        return [line for row in self.text[at : at + length].split("\n") if (line := " ".join(row.split()))]

    def share(self, mark: int, at: Sequence[tuple[int, int]]) -> float:
        """The share of the characters of some raw ranges that bear a mark."""
        total = marked = 0
        for start, end in at:
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
            total += last - first
            marked += sum(1 for bits in self.marks[first:last] if bits & mark)
        return marked / total if total else 0.0


def visible(markup: str) -> Visible:
    """The page's characters outside tags, comments, scripts and styles; block tags become line ends."""
    texts: list[str] = []
    starts: array[int] = array("q")
    ends: array[int] = array("q")
    marks = bytearray()
    for start, end, new, mark in runs(markup):
        if new is None:
            texts.append(markup[start:end])
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            texts.append(new)
            starts.extend([start] * len(new))
            ends.extend([end] * len(new))
        marks.extend(bytes([mark]) * (len(starts) - len(marks)))
    return Visible("".join(texts), starts, ends, marks)


def runs(markup: str) -> Iterator[tuple[int, int, str | None, int]]:
    """Stretches of the markup that are seen: as they stand (None) or as an entity or line end that they give."""
    at, mark, low = 0, 0, markup.lower()
    closers: dict[str, int] = {}
    while at < len(markup):
        less = markup.find("<", at)
        less = len(markup) if less < 0 else less
        for start, end, new in text_run(markup, at, less):
            yield start, end, new, mark
        if less == len(markup):
            return
        if (after := unseen(markup, less)) is not None:
            at = after
            continue
        tag = TAG.match(markup, less)
        if tag is None:
            yield less, less + 1, None, mark
            at = less + 1
            continue
        name, at = tag.group(2).lower(), tag.end()
        if name in HIDDEN and not tag.group(1):
            if closers.get(name, -1) < at:
                found = low.find(f"</{name}", at)
                closers[name] = found if found >= 0 else len(markup)
            at = closers[name] if closers[name] < len(markup) else at
        elif name in HIDDEN:
            continue
        elif name in MARKS:
            mark = mark & ~MARKS[name] if tag.group(1) else mark | MARKS[name]
        elif name not in INLINE:
            yield less, tag.end(), "\n", 0


def unseen(markup: str, less: int) -> int | None:
    """Where a comment or declaration ends; None where there is none."""
    if markup.startswith("<!--", less):
        end = markup.find("-->", less + 4)
        return len(markup) if end < 0 else end + 3
    if markup.startswith(("<!", "<?"), less):
        end = markup.find(">", less)
        return len(markup) if end < 0 else end + 1
    return None


def text_run(markup: str, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    """A stretch without tags, cut where an entity stands for another character."""
    at = start
    for entity in ENTITY.finditer(markup, start, end):
        new = html.unescape(entity.group())
        if new == entity.group():
            continue
        if entity.start() > at:
            yield at, entity.start(), None
        yield entity.start(), entity.end(), new
        at = entity.end()
    if end > at:
        yield at, end, None


def deepest(markup: str) -> int:
    """How deep the page's tags are nested, by counting what opens and closes."""
    depth = most = 0
    for tag in TAG.finditer(markup):
        if tag.group(2).lower() in VOID:
            continue
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        most = max(most, depth)
    return most
