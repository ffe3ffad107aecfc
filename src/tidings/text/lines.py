"""Paragraphs of a plain text: blank lines part them, lines that were broken at a margin are joined again."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tidings.text.mapped import Edit
from tidings.text.terms import news_share, stem

__all__ = ["cue_lines", "paragraphs", "quote_marks", "seams"]

LINE = re.compile(r"[^\n]+")
TERMINAL = re.compile(r"[.!?:;…][\"'”’»)]{0,2}\s{0,3}\Z")
BYLINE = re.compile(r"(?:(?:from|in|via|for) [A-Z][\w’' ]{1,40} )?by [A-Z]")
HEAD = 4  # lines at most of a headline with who wrote it and when
DAY = (
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?[^\W\d_]{3,9}\.?,? (?:de )?\d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b"
)
# "Thursday, 05/03/2031 16:02", "3 May 2031 | 4 min": a line that opens with a whole date
LABEL = r"(?:(?:First |Last )?(?:Published|Posted|Updated|Modified|Issued|Filed|Date|Last update)(?: on| at)?:? )?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
OPEN_DAY = rf"{WEEKDAY},? (?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}})\s{{0,3}}\Z"
DATED = re.compile(rf"{LABEL}(?:(?:[A-Z][a-z]{{2,8}}\.?,? )?{DAY}|{OPEN_DAY})")
# Behind that date a sentence goes on; a line of its own says at most when the page was changed.
GOES_ON = re.compile(r"\b(?!(?:at|on|am|pm|hrs|updated|edited|modified|last)\b)[a-z]{2,}")
# "Ada Holt | 3 March 2031 | Lund": one of a row of short facts
ROW_DATED = re.compile(rf"\s[|•·]\s(?:[^|•·\n]{{0,20}}\s)?{DAY}|{DAY}[^|•·\n]{{0,12}}\s[|•·]\s")
# "Ada Holt, Lund, Monday, 3rd March, 2031": one that ends on it, as the last line of a sentence does not without a full stop
ENDS_DATED = re.compile(rf"{DAY}(?:[,|· ]{{1,3}}\d{{1,2}}[:.]\d\d)?\s{{0,3}}\Z")
ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*\Z")
# A line does not end on these: it goes on in the next.
UNENDED = re.compile(r"(?i:\b(?:an?|the|of|to|for|from|with|and|or|as|at|its|their|than|into|between|against|amid))\Z")
ITEM = re.compile(r"(?:[•*▪‣◦·►●–-]|\(?\d{1,2}[.)/]|\(?[a-z]\))\s{1,4}\S")
MARGIN = range(28, 121)  # where texts are broken
WIDE = 45  # from this margin on, lines that are all about as long are broken there
RUN = 200  # a group of more lines is judged by its first ones
FITTING = 0.8  # of the lines: the next word would not have fitted
SLACK = 0.1  # of the margin: letters are not all as wide
FEW = 3  # lines that go on in the next, of a group that is judged by the margin of the others
PAIRS = 3  # lines that go on in the next, over a whole text, that show its margin
SET_IN = 3  # paragraphs whose first lines are set in, of a text that parts them so
INDENT = 2  # spaces before a first line
GOING_ON = 0.3  # of the lines begin in small letters, as lists of headlines do not
QUOTED = re.compile(r"(?m)^[ \t]{0,3}>(?:[ \t]{0,2}>){0,9}[ \t]?")
# "12", "00:01:04,000 --> 00:01:07,500": what stands over each line of subtitles
CUE = re.compile(
    r"(?m)(?:^|\n{1,3})(?:[ \t]{0,3}\d{1,5}[ \t]{0,3}\n)?[ \t]{0,3}(?:\d{1,2}:)?\d\d:\d\d[,.]\d{3} --> (?:\d{1,2}:)?\d\d:\d\d[,.]\d{3}[^\n]{0,80}\n"
)
BROKEN_WORD = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]{1,30})(?P<seam>-\n)(?P<tail>[a-zà-öø-ÿ]{1,30})")

Part = tuple[int, int]
"""Start and end of a line or a paragraph."""


def paragraphs(text: str) -> list[Part]:
    """Start and end of each paragraph, without white space at its ends."""
    found = [part for group in grouped(text) for part in indented(text, group)]
    margin = page_margin(text, [group for group, _ in found])
    return [
        part
        for group, whole in found
        for part in ([(group[0][0], group[-1][1])] if whole else joined_up(text, group, margin))
    ]


def grouped(text: str) -> Iterator[list[Part]]:
    """Runs of lines that no blank line, no sign of a list and no address in a line of its own parts."""
    group: list[Part] = []
    address = False
    for match in LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        address, before = ADDRESS.match(line) is not None, address
        apart = group and (address or before or text.count("\n", group[-1][1], start) > 1 or ITEM.match(text, start))
        if group and (apart or not line.strip()):
            yield group
            group = []
        if line.strip():
            group.append((start, start + len(line.strip())))
    if group:
        yield group


def indented(text: str, group: list[Part]) -> list[tuple[list[Part], bool]]:
    """A run of lines, cut before each that is set in and follows a full stop, where most lines are not set in.

    Where several paragraphs open so, each is whole from one to the next, however its lines were broken.
    """
    depths = [start - text.rfind("\n", 0, start) - 1 for start, _ in group]
    base = min(depths)
    deep = [depth >= base + INDENT for depth in depths]
    if not 0 < sum(deep) <= len(group) / 2 or ITEM.match(text, group[0][0]):
        return [(group, False)]
    cuts = [n for n in range(1, len(group)) if deep[n] and ends(text, group[n - 1]) and not text[group[n][0]].islower()]
    many = len(cuts) >= SET_IN
    bounds = pairwise([0, *cuts, len(group)])
    return [(group[at:to], many and deep[at] and not any(deep[at + 1 : to])) for at, to in bounds]


def ends(text: str, part: Part) -> bool:
    """Whether a line ends as a sentence does."""
    return TERMINAL.search(text[max(part[0], part[1] - 8) : part[1]]) is not None


def page_margin(text: str, groups: Sequence[Sequence[Part]]) -> int:
    """How long the longest line is in the groups that were broken at a margin; 0 where none was.

    Short texts show it only over all their groups.
    """
    surely = max((longest(group) for group in groups if is_wrapped(text, group[:RUN])), default=0)
    if surely:
        return surely
    short = [group for group in groups if 1 < len(group) <= RUN and longest(group) in MARGIN]
    margin = max(map(longest, short), default=0)
    pairs = [pair for group in short for pair in pairwise(group)]
    small = sum(text[start].islower() for _, (start, _) in pairs)
    ended = sum(ends(text, one) for one, _ in pairs)
    over = sum(fitting(text, group, margin) for group in short)
    shown = len(pairs) >= PAIRS and small >= len(pairs) / 2 and over >= FITTING * len(pairs) and not ended
    return margin if shown else 0


def longest(group: Sequence[Part]) -> int:
    return max(end - start for start, end in group)


def joined_up(text: str, group: list[Part], margin: int) -> list[Part]:
    """The lines of a group as they stand, or joined where they were broken at a margin."""
    if len(group) < 2:
        return group
    wrapped = is_wrapped(text, group[:RUN]) or is_short_and_wrapped(text, group, margin)
    out = [group[0]]
    for start, end in group[1:]:
        if wrapped or goes_on(text, out[-1], (start, end), pair=len(group) == 2):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def goes_on(text: str, one: Part, other: Part, *, pair: bool) -> bool:
    """Whether a sentence or a headline goes on from a line to the next one."""
    last, start, length = text[one[0] : one[1]], other[0], other[1] - other[0]
    if last[-1] in ";,–—" and last.isupper() and text[start : other[1]].isupper():
        return True
    if TERMINAL.search(last[-8:]) or BYLINE.match(text, start):
        return False
    if text[start].islower() and last[-1] == "-" and last[-2:-1].isalpha():
        return True
    words = min(last.count(" "), text.count(" ", *other)) + 1
    if UNENDED.search(last) and words >= 2 and not text[start].isdigit():
        return True
    if not text[start].islower():
        return False
    if len(last) >= (WIDE if length > 20 else MARGIN[0]) and (length > 20 or pair):
        return True
    return words >= 3 and last[0].isupper()


def is_wrapped(text: str, group: Sequence[Part]) -> bool:
    """Whether lines were broken at a margin: mostly in mid sentence, and where the next word would not have fitted."""
    lengths = [end - start for start, end in group[:-1]]
    if len(group) < 3 or max(lengths) not in MARGIN or group[-1][1] - group[-1][0] > max(lengths) + 2:
        return False
    if len(group) <= HEAD and is_head(text, group):
        return False
    ended = sum(ends(text, part) for part in group[:-1])
    if ended >= len(lengths) / 2:
        return False
    if max(lengths) >= WIDE and min(lengths) >= 0.7 * max(lengths):
        return True
    small = sum(text[start].islower() for start, _ in group[1:])
    return small >= GOING_ON * len(lengths) and fitting(text, group, longest(group)) >= FITTING * len(lengths)


def is_head(text: str, group: Sequence[Part]) -> bool:
    """Whether lines are a headline, its author, the place and the day."""
    if any(text.startswith(("By ", "BY "), start) or DATED.match(text[start:end]) for start, end in group[1:]):
        return True
    opening = text[slice(*group[0])]
    if (day := DATED.match(opening)) and not GOES_ON.search(opening, day.end()):
        return True
    return ENDS_DATED.search(text[slice(*group[-1])]) is not None or any(
        ROW_DATED.search(text, *part) is not None for part in group
    )


def is_short_and_wrapped(text: str, group: Sequence[Part], margin: int) -> bool:
    """Whether few lines are one that was broken at the page's margin."""
    pairs = len(group) - 1
    if pairs > FEW or not MARGIN[0] <= longest(group[:-1]) <= margin or longest(group) > margin:
        return False
    small = sum(text[start].islower() for start, _ in group[1:])
    return fitting(text, group, margin) == pairs and (pairs == 1 or small > 0)


def fitting(text: str, group: Sequence[Part], margin: int) -> int:
    """After how many lines the first word of the next would have gone over the margin."""
    count, narrow = 0, margin - round(SLACK * margin)
    for (start, end), (after, stop) in pairwise(group):
        word = text[after:stop].split(None, 1)[0]
        count += text[end - 1] == "-" or end - start + 1 + len(word) > narrow
    return count


def quote_marks(text: str) -> list[Edit]:
    """The signs before the lines of a quoted mail, to be taken away, where several lines carry them."""
    found = list(QUOTED.finditer(text))
    return [(m.start(), m.end(), "") for m in found] if len(found) > 2 else []


def cue_lines(text: str) -> list[Edit]:
    """The numbers and times of subtitles, to be taken away with the blank lines about them; what is said runs on."""
    found = list(CUE.finditer(text))
    return [(m.start(), m.end(), "\n") for m in found] if len(found) > 2 else []


def seams(part: str) -> list[Edit]:
    """What joins the lines of a paragraph: a space, or nothing where a word was broken with a hyphen."""
    broken = {m.start("seam"): m for m in BROKEN_WORD.finditer(part)}
    edits: list[Edit] = []
    for n, c in enumerate(part):
        if c != "\n":
            continue
        word, end = broken.get(n - 1), n + 1
        while part[end : end + 1] == " ":
            end += 1
        if word is None:
            edits.append((n, end, " "))
        else:
            edits.append((n - is_one_word(word["head"], word["tail"]), end, ""))
    return edits


def is_one_word(head: str, tail: str) -> bool:
    """Whether a word was broken at a hyphen that is none of its own: "agree-" and "ment", not "cease-" and "fire"."""
    return is_known(head + tail) or not (is_known(head) and is_known(tail))


def is_known(word: str) -> bool:
    return word.lower() in news_share() or stem(word.lower()) in news_share()
