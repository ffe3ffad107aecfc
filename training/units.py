"""From a text to what the encoder sees: paragraphs cut into word pieces.

The library must make units in the same way; `shapes` is part of that contract.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tokenizers import Tokenizer

from training.gold import Article, Span

LIMIT = 160
"""Word pieces a unit has at most, [CLS] and [SEP] not counted."""

LABELS = (
    "O",
    "B-source",
    "I-source",
    "B-cue",
    "I-cue",
    "B-content",
    "I-content",
    "R-content",
)
"""R resumes the latest content after a gap: a cue, or the end of a unit."""

STARTS = re.compile(r"(?<=[.!?…][\"'”’)\]])\s+|(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text and its word pieces; offsets count from the text's start."""

    start: int
    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    offsets: tuple[Span, ...]


def units(text: str, tokenizer: Tokenizer) -> Iterator[Unit]:
    """Each line of a text, long ones cut at ends of sentences."""
    for line in re.finditer(r"[^\n]+", text):
        for start, end in _cut(line.group(), tokenizer):
            yield unit(text[line.start() + start : line.start() + end], tokenizer, line.start() + start)


def unit(text: str, tokenizer: Tokenizer, start: int = 0) -> Unit:
    """One unit, its word pieces between [CLS] and [SEP]."""
    encoding = tokenizer.encode(text)
    ids, offsets = encoding.ids[: LIMIT + 1], encoding.offsets[: LIMIT + 1]
    if len(ids) < len(encoding.ids):
        ids, offsets = [*ids, encoding.ids[-1]], [*offsets, (0, 0)]
    moved = tuple((a + start, b + start) for a, b in offsets)
    return Unit(start, tuple(ids), tuple(shapes(text, offsets)), moved)


def _cut(line: str, tokenizer: Tokenizer) -> list[Span]:
    offsets = tokenizer.encode(line, add_special_tokens=False).offsets
    if not offsets:
        return []
    if len(offsets) <= LIMIT:
        return [(0, len(line))]
    breaks = [match.end() for match in STARTS.finditer(line)]
    cuts, first = [0], 0
    while len(offsets) - first > LIMIT:
        reach = offsets[first + LIMIT][0]
        fitting = [b for b in breaks if cuts[-1] < b <= reach]
        cuts.append(fitting[-1] if fitting else reach)
        first = next(i for i, (_, end) in enumerate(offsets) if end > cuts[-1])
    return list(zip(cuts, [*cuts[1:], len(line)], strict=True))


def shapes(text: str, offsets: list[Span]) -> Iterator[int]:
    """What an uncased word piece loses: its case (0-3) and quotation marks around it.

    Plus 4 inside quotation marks, 8 for an opening and 12 for a closing mark.
    """
    inside, at = False, 0
    for start, end in offsets:
        if start == end:
            yield 0
            continue
        while at < start:  # a mark the tokenizer dropped still counts
            inside = _quoted(text[at], inside)
            at += 1
        piece, before = text[start:end], inside
        while at < end:
            inside = _quoted(text[at], inside)
            at += 1
        if piece in QUOTES:
            yield 8 if inside else 12
        else:
            yield _case(piece) + (4 if before else 0)


QUOTES = ('"', "“", "”")


def _quoted(char: str, inside: bool) -> bool:
    if char == '"':
        return not inside
    return char == "“" or (inside and char != "”")


def _case(piece: str) -> int:
    if piece == piece.lower():
        return 0
    if len(piece) > 1 and piece == piece.upper():
        return 2
    return 1 if piece[0] != piece[0].lower() else 3


def labels(article: Article, found: list[Unit]) -> list[tuple[int, ...]]:
    """The gold label of each word piece of each unit of an article."""
    owner = [-1] * (len(article.text) + 1)
    for number, part in enumerate(article.parts):
        for start, end in part.pieces:
            owner[start:end] = [number] * (end - start)
    rows, content = [], -1
    for one in found:
        row, before = [], -1
        for start, end in one.offsets:
            holder = owner[start] if start < end else -1
            if holder < 0:
                row.append(0)
            else:
                kind = article.parts[holder].kind
                begins = holder != before
                resumes = begins and kind == "content" and holder == content
                prefix = "R" if resumes else "B" if begins else "I"
                row.append(LABELS.index(f"{prefix}-{kind}"))
                content = holder if kind == "content" else content
            before = holder if start < end else before
        rows.append(tuple(row))
    return rows
