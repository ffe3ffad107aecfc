"""Paragraphs of a plain text: blank lines part them, lines that were broken at a margin are joined again."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tidings.text.mapped import Edit
from tidings.text.terms import news_share, stem

__all__ = ["paragraphs", "quote_marks", "seams"]

LINE = re.compile(r"[^\n]+")
TERMINAL = re.compile(r"[.!?:;…][\"'”’»)]{0,2}\s{0,3}\Z")
BYLINE = re.compile(r"by [A-Z]")
ITEM = re.compile(r"(?:[•*▪‣◦·►●–-]|\(?\d{1,2}[.)/]|\(?[a-z]\))\s{1,4}\S")
MARGIN = range(28, 121)  # where texts are broken
WIDE = 45  # from this margin on, lines that are all about as long are broken there
RUN = 200  # a group of more lines is judged by its first ones
FITTING = 0.8  # of the lines: the next word would not have fitted
GOING_ON = 0.3  # of the lines begin in small letters, as lists of headlines do not
QUOTED = re.compile(r"(?m)^[ \t]{0,3}>(?:[ \t]{0,2}>){0,9}[ \t]?")
BROKEN_WORD = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]{1,30})(?P<seam>-\n)(?P<tail>[a-zà-öø-ÿ]{1,30})")

Part = tuple[int, int]
"""Start and end of a line or a paragraph."""


def paragraphs(text: str) -> list[Part]:
    """Start and end of each paragraph, without white space at its ends."""
    groups = list(grouped(text))
    margin = page_margin(text, groups)
    return [part for group in groups for part in joined_up(text, group, margin)]


def grouped(text: str) -> Iterator[list[Part]]:
    """Runs of lines that no blank line and no sign of a list parts."""
    group: list[Part] = []
    for match in LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        apart = group and (text.count("\n", group[-1][1], start) > 1 or ITEM.match(text, start))
        if group and (apart or not line.strip()):
            yield group
            group = []
        if line.strip():
            group.append((start, start + len(line.strip())))
    if group:
        yield group


def page_margin(text: str, groups: Sequence[Sequence[Part]]) -> int:
    """How long the longest line is in the groups that were broken at a margin; 0 where none was."""
    return max((longest(group) for group in groups if is_wrapped(text, group[:RUN])), default=0)


def longest(group: Sequence[Part]) -> int:
    return max(end - start for start, end in group)


def joined_up(text: str, group: list[Part], margin: int) -> list[Part]:
    """The lines of a group as they stand, or joined where they were broken at a margin."""
    if len(group) < 2:
        return group
    wrapped = is_wrapped(text, group[:RUN]) or is_short_and_wrapped(text, group, margin)
    out = [group[0]]
    for start, end in group[1:]:
        last = text[out[-1][0] : out[-1][1]]
        goes_on = (
            text[start].islower()
            and not BYLINE.match(text, start)
            and len(last) >= (WIDE if end - start > 20 else MARGIN[0])
            and not TERMINAL.search(last[-8:])
            and (end - start > 20 or len(group) == 2)
        )
        if wrapped or goes_on:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def is_wrapped(text: str, group: Sequence[Part]) -> bool:
    """Whether lines were broken at a margin: mostly in mid sentence, and where the next word would not have fitted."""
    lengths = [end - start for start, end in group[:-1]]
    if len(group) < 3 or max(lengths) not in MARGIN or group[-1][1] - group[-1][0] > max(lengths) + 2:
        return False
    ended = sum(TERMINAL.search(text[max(start, end - 8) : end]) is not None for start, end in group[:-1])
    if ended >= len(lengths) / 2:
        return False
    if max(lengths) >= WIDE and min(lengths) >= 0.7 * max(lengths):
        return True
    small = sum(text[start].islower() for start, _ in group[1:])
    return small >= GOING_ON * len(lengths) and fitting(text, group, longest(group)) >= FITTING * len(lengths)


def is_short_and_wrapped(text: str, group: Sequence[Part], margin: int) -> bool:
    """Whether two lines are one that was broken at the page's margin."""
    return len(group) == 2 and MARGIN[0] <= longest(group[:1]) <= margin and fitting(text, group, margin) == 1


def fitting(text: str, group: Sequence[Part], margin: int) -> int:
    """After how many lines the first word of the next would have gone over the margin."""
    count = 0
    for (start, end), (after, stop) in pairwise(group):
        word = text[after:stop].split(None, 1)[0]
        count += end - start + 1 + len(word) > margin
    return count


def quote_marks(text: str) -> list[Edit]:
    """The signs before the lines of a quoted mail, to be taken away, where several lines carry them."""
    found = list(QUOTED.finditer(text))
    return [(m.start(), m.end(), "") for m in found] if len(found) > 2 else []


def seams(part: str) -> list[Edit]:
    """What joins the lines of a paragraph: a space, or nothing where a word was broken with a hyphen."""
    broken = {m.start("seam"): m for m in BROKEN_WORD.finditer(part)}
    edits: list[Edit] = []
    for n, c in enumerate(part):
        if c != "\n":
            continue
        word = broken.get(n - 1)
        if word is None:
            edits.append((n, n + 1, " "))
        else:
            edits.append((n - is_one_word(word["head"], word["tail"]), n + 1, ""))
    return edits


def is_one_word(head: str, tail: str) -> bool:
    """Whether a word was broken at a hyphen that is none of its own: "agree-" and "ment", not "cease-" and "fire"."""
    return is_known(head + tail) or not (is_known(head) and is_known(tail))


def is_known(word: str) -> bool:
    return word.lower() in news_share() or stem(word.lower()) in news_share()
