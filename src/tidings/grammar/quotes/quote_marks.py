"""What stands in quote marks: marks of all kinds, nested, mixed, running over paragraphs, never closed.

A mark's role comes from its glyph and from what stands on its two sides, because
translated news mixes them: ”…“, “…", ``…'' and a lost closing mark all occur.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tidings.model import Span

__all__ = ["Quoted", "meeting", "quoted", "rejoined"]

OPENING = frozenset("“„‟«‘‚‹")
CLOSING = frozenset("”»’›")
SINGLE = frozenset("‘’‚‹›'")
MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚‹›']")
BEFORE_OPENING = frozenset("([{—–-/:;,")
AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…")
RUNS_OVER = 6  # lines without a mark of their own over which a quotation runs on
SENTENCE_END = re.compile(r"[.!?…][)\]]?(?=\s|$)")
# Words that begin with an apostrophe of their own.
ELISION = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words between two marks; `outer` takes in the marks."""

    span: Span
    outer: Span
    depth: int = 0  # 1 and more: inside another one
    closed: bool = True
    single: bool = False
    continues: bool = False  # goes on from the paragraph before, which did not close
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark in the text and the roles that its glyph and its sides allow."""

    start: int
    end: int
    glyph: str
    may_open: bool
    may_close: bool

    @property
    def single(self) -> bool:
        """Whether it is a single mark, which may be an apostrophe."""
        return self.glyph in SINGLE


def quoted(text: str, paragraphs: Iterable[Span]) -> tuple[Quoted, ...]:
    """All quoted stretches of the paragraphs, in text order, an outer one before what it holds."""
    found: list[Quoted] = []
    left_open = False
    for paragraph in rejoined(text, list(paragraphs)):  # again: others give blocks as they are
        marks = _marks(text, paragraph)
        runs_on = left_open and bool(marks) and marks[0].may_open and marks[0].start == _first(text, paragraph)
        pieces = _pair(text, paragraph, marks)
        if runs_on and pieces:
            pieces[0] = replace(pieces[0], continues=True)
        found += pieces
        left_open = any(not p.closed and p.depth == 0 and p.outer.end >= paragraph.end - 1 for p in pieces)
    return tuple(sorted(found, key=lambda piece: (piece.outer.start, -piece.outer.end)))


def rejoined(text: str, paragraphs: list[Span]) -> list[Span]:
    """The paragraphs, with those made one over which a quotation runs without a new mark: a page with a line a sentence.

    Such a line leaves its quotation open, and the next but few, which open none before, close it by a mark of their own.
    """
    whole: list[Span] = []
    n = 0
    while n < len(paragraphs):
        end = n
        if _opens_last(text, paragraphs[n]):
            for k in range(n + 1, min(len(paragraphs), n + 1 + RUNS_OVER)):
                marks = [m for m in _marks(text, paragraphs[k]) if not m.single]
                near = paragraphs[k].start - paragraphs[k - 1].end <= 2
                if not near or (marks and not (marks[0].glyph in CLOSING and marks[0].may_close)):
                    break
                if marks:
                    end = k
                    break
        whole.append(Span(paragraphs[n].start, paragraphs[end].end))
        n = end + 1
    return whole


def _opens_last(text: str, paragraph: Span) -> bool:
    """Whether the paragraph's last double mark is an opening one by its glyph, never closed there."""
    marks = [m for m in _marks(text, paragraph) if not m.single]
    return bool(marks) and marks[-1].glyph in OPENING and marks[-1].may_open


def meeting(tops: Sequence[Quoted], span: Span) -> list[Quoted]:
    """Of outermost stretches in text order, those that touch the span or its neighbouring mark."""
    low = bisect_left(tops, span.start - 1, key=lambda piece: piece.outer.end)
    high = bisect_right(tops, span.end + 1, key=lambda piece: piece.outer.start)
    return list(tops[low:high])


def _first(text: str, paragraph: Span) -> int:
    """Where the paragraph's first visible character stands."""
    at = paragraph.start
    while at < paragraph.end and text[at].isspace():
        at += 1
    return at


def _marks(text: str, paragraph: Span) -> list[Mark]:
    """The paragraph's marks; an apostrophe is none."""
    found = []
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        start, end, glyph = match.start(), match.end(), match.group()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if glyph in SINGLE and (before.isalnum() and after.isalnum()):
            continue
        if glyph in ("'", "’", "‘") and not before.isalnum() and ELISION.match(text, end):
            continue
        left = before.isspace() or before in BEFORE_OPENING or before in OPENING or before == '"'
        right = after.isspace() or after in AFTER_CLOSING or after in CLOSING or after == '"'
        opens = not after.isspace() and (left or glyph in OPENING)
        closes = not before.isspace() and (right or glyph in CLOSING)
        if glyph in CLOSING and glyph != "’":
            closes = True  # "the ferry, ”the office added": a space on the wrong side
        if glyph in OPENING and not after.isspace() and left:
            closes = False
        if glyph == "«" and after.isspace() and left:
            opens, closes = True, False  # « so »: the space is French
        if glyph == "``":
            opens, closes = True, False
        if glyph in SINGLE and glyph not in "‹›" and not (opens and left) and not (closes and right):
            continue
        found.append(Mark(start, end, glyph, opens, closes))
    return found


def _pair(text: str, paragraph: Span, marks: list[Mark]) -> list[Quoted]:
    """Pair a paragraph's marks with a stack; what is left open ends by `_lost`."""
    found: list[Quoted] = []
    stack: list[Mark] = []
    ahead = _closers_ahead(marks)
    stops = [m.end() for m in SENTENCE_END.finditer(text, paragraph.start, paragraph.end)]
    later = max((m.start for m in marks if m.may_close and not m.single), default=-1)
    for n, mark in enumerate(marks):
        if stack and mark.may_close and _fits(stack[-1], mark) and not _opens_anew(text, stack[-1], mark):
            if mark.glyph in "'’" and mark.single and _possessive(text, mark) and ahead[n]:
                continue
            opening = stack.pop()
            _add(found, text, opening, mark.start, mark.end)
            continue
        if len(stack) > 1 and mark.may_close and mark.glyph in CLOSING | {'"', "''"} and _fits(stack[-2], mark):
            lost = stack.pop()
            if not lost.single:
                _add(found, text, lost, mark.start, mark.start, closed=False)
            _add(found, text, stack.pop(), mark.start, mark.end)
            continue
        misused = mark.glyph in CLOSING and not mark.single and later <= mark.start
        if not mark.may_open or misused or (mark.single and not ahead[n] and mark.glyph != "‘"):
            continue
        if stack and not mark.single and not stack[-1].single and _sentence_between(stops, stack[-1], mark):
            opening = stack.pop()
            _lost(found, text, opening, mark.start, stops)
        if len(stack) < 3:
            stack.append(mark)
    while stack:
        opening = stack.pop()
        inner = [p for p in found if p.outer.start > opening.start]
        last = max(inner, key=lambda p: p.outer.end, default=None)
        if last and last.closed and text[last.span.end - 1] in ",.!?" and not opening.single:
            _add(found, text, opening, last.outer.end, last.outer.end, closed=True, confidence=0.8)
        else:
            _lost(found, text, opening, paragraph.end, stops)
    return _layered(found)


def _layered(found: list[Quoted]) -> list[Quoted]:
    """The pieces in order with their depth; one that crosses another's end is cut out."""
    kept: list[Quoted] = []
    around: list[Quoted] = []
    for piece in sorted(found, key=lambda p: (p.outer.start, -p.outer.end)):
        while around and around[-1].outer.end <= piece.outer.start:
            around.pop()
        if not around or around[-1].outer.end >= piece.outer.end:
            kept.append(replace(piece, depth=len(around)))
            around.append(piece)
    return kept


def _closers_ahead(marks: list[Mark]) -> list[bool]:
    """For each mark: whether a single closing mark follows before the next single opening one."""
    ahead, closer = [False] * len(marks), False
    for n in range(len(marks) - 1, -1, -1):
        ahead[n] = closer
        if marks[n].single:
            closer = marks[n].may_close
    return ahead


def _fits(opening: Mark, closing: Mark) -> bool:
    """Whether the two glyphs can be a pair: both single or both double, however mixed."""
    return opening.single == closing.single


def _opens_anew(text: str, opening: Mark, mark: Mark) -> bool:
    """A neutral or misused mark that stands before a word, after a space, while one is open: an opener."""
    if not mark.may_open or mark.glyph in CLOSING:
        return False
    return text[mark.start - 1].isspace() or (mark.glyph in OPENING and opening.glyph == mark.glyph)


def _possessive(text: str, mark: Mark) -> bool:
    """Whether the mark may be the apostrophe of a plural ("the ministers' talks")."""
    return text[mark.start - 1] in "sS" and text[mark.end : mark.end + 1].isspace()


def _sentence_between(stops: list[int], opening: Mark, mark: Mark) -> bool:
    """Whether a sentence ends between an open mark and a new opener: the first was never closed."""
    return _next_stop(stops, opening.end, mark.start) is not None


def _next_stop(stops: list[int], start: int, end: int) -> int | None:
    """The end of the first sentence that ends in this range."""
    n = bisect_right(stops, start)
    return stops[n] if n < len(stops) and stops[n] <= end else None


def _lost(found: list[Quoted], text: str, opening: Mark, limit: int, stops: list[int]) -> None:
    """Close a quotation whose mark is lost: at the limit where it began a sentence, else at its sentence's end."""
    if opening.single and opening.glyph != "‘":
        return
    before = text[max(0, opening.start - 2) : opening.start].strip()
    starts_speech = not before or before[-1] in ".!?:,—–"
    end = limit
    if not starts_speech or opening.single or text[limit : limit + 1] in OPENING | {'"'}:
        end = _next_stop(stops, opening.end, limit) or limit
    _add(found, text, opening, end, end, closed=False, confidence=0.6)


def _add(  # noqa: PLR0913  the loop's state, named
    found: list[Quoted],
    text: str,
    opening: Mark,
    end: int,
    outer_end: int,
    *,
    closed: bool = True,
    confidence: float = 1.0,
) -> None:
    """Keep what stands between the opening mark and `end`, without white space at its sides, if anything does."""
    start = opening.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and any(c.isalnum() for c in text[start:end]):
        outer = Span(opening.start, max(outer_end, end))
        found.append(Quoted(Span(start, end), outer, 0, closed, opening.single, confidence=confidence))
