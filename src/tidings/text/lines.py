"""Paragraphs of a plain text: blank lines part them, lines that were broken at a margin are joined again."""

import re

__all__ = ["paragraphs"]

LINE = re.compile(r"[^\n]+")
TERMINAL = re.compile(r"[.!?:…][\"'”’»)]{0,2}\s{0,3}\Z")
BYLINE = re.compile(r"by [A-Z]")
MARGIN = range(45, 101)  # where texts are broken
RUN = 200  # a group of more lines is judged by its first ones


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph, without white space at its ends."""
    found: list[tuple[int, int]] = []
    group: list[tuple[int, int]] = []
    for match in LINE.finditer(text):
        line = match.group()
        if not line.strip():
            found += joined_up(text, group)
            group = []
            continue
        start = match.start() + len(line) - len(line.lstrip())
        if group and text.count("\n", group[-1][1], start) > 1:
            found += joined_up(text, group)
            group = []
        group.append((start, start + len(line.strip())))
    return found + joined_up(text, group)


def joined_up(text: str, group: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of a group as they stand, or joined where they were broken at a margin."""
    if len(group) < 2:
        return group
    wrapped = is_wrapped(text, group[:RUN])
    out = [group[0]]
    for start, end in group[1:]:
        last = text[out[-1][0] : out[-1][1]]
        goes_on = (
            text[start].islower()
            and not BYLINE.match(text, start)
            and end - start > 20
            and len(last) >= MARGIN[0]
            and not TERMINAL.search(last[-8:])
        )
        if wrapped or goes_on:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def is_wrapped(text: str, group: list[tuple[int, int]]) -> bool:
    """Whether lines are about equally long, of a margin's length, and mostly end in mid sentence."""
    lengths = [end - start for start, end in group[:-1]]
    if len(group) < 3 or max(lengths) not in MARGIN or min(lengths) < 0.7 * max(lengths):
        return False
    ended = sum(TERMINAL.search(text[max(start, end - 8) : end]) is not None for start, end in group[:-1])
    return ended < len(lengths) / 2 and group[-1][1] - group[-1][0] <= max(lengths)
