"""What a printed or scanned text says again on each of its pages: lines above and below them, told by the page's number."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tidings.model import Span
from tidings.text.mapped import Edit

__all__ = ["running_heads", "without_heads"]

LINE = re.compile(r"[^\n]+")
NUMBER = re.compile(r"\d+")
PAGE = 8  # lines from one page's head to the next one's, at least
LONGEST = 120  # characters of a head
LETTERS = 6  # of it, at least


def running_heads(text: str) -> tuple[Span, ...]:
    """The lines that come back page by page: one number in them goes up by one each time, or they stand beside such lines."""
    found = [match.span() for match in LINE.finditer(text) if match.group().strip()]
    alike: dict[str, list[int]] = defaultdict(list)
    for n, (start, end) in enumerate(found):
        if end - start <= LONGEST:
            alike[form(text[start:end])].append(n)
    apart = [(shape, places) for shape, places in alike.items() if len(places) > 1 and far(places)]
    numbered = {
        n
        for shape, places in apart
        if sum(c.isalpha() for c in shape) >= LETTERS and counts_up([text[slice(*found[n])] for n in places])
        for n in places
    }
    beside = {n for _, places in apart if all({n - 1, n + 1} & numbered for n in places) for n in places}
    return tuple(Span(*found[n]) for n in sorted(numbered | beside))


def far(places: Sequence[int]) -> bool:
    """Whether a page lies between any two of the lines."""
    return all(other - one >= PAGE for one, other in pairwise(places))


def counts_up(lines: Sequence[str]) -> bool:
    """Whether exactly one number differs from line to line, and goes up by one."""
    return all(sorted(steps(one, other))[-1:] == [1] and sum(steps(one, other)) == 1 for one, other in pairwise(lines))


def steps(one: str, other: str) -> list[int]:
    """How far the numbers of a line are from those in their places in another; a step down counts as far."""
    pairs = zip(numbers(one), numbers(other), strict=True)
    return [b - a if b >= a else PAGE for a, b in pairs]


def numbers(line: str) -> Iterator[int]:
    return (int(found[:18]) for found in NUMBER.findall(line))


def without_heads(text: str, heads: Sequence[Span]) -> list[Edit]:
    """Heads taken out and the text joined over the break; the first of each form stays, in a line of its own, where no sentence goes on."""
    edits: list[Edit] = []
    seen: set[str] = set()
    for group in together(text, heads):
        before, after = group[0].start, group[-1].end
        while before > 0 and text[before - 1].isspace():
            before -= 1
        while after < len(text) and text[after].isspace():
            after += 1
        first = [head for head in group if form(text[head.start : head.end]) not in seen]
        seen |= {form(text[head.start : head.end]) for head in group}
        if goes_on(text, before, after):
            edits.append((before, after, "\n"))
        elif first:
            cuts = zip([before, *(head.end for head in first)], [*(head.start for head in first), after], strict=True)
            edits += [(start, end, "\n\n") for start, end in cuts if start < end]
        elif before < after:
            edits.append((before, after, "\n\n"))
    return edits


def together(text: str, heads: Sequence[Span]) -> Iterator[list[Span]]:
    """Heads between which nothing stands: the foot of one page and the head of the next."""
    group: list[Span] = []
    for head in heads:
        if group and text[group[-1].end : head.start].strip():
            yield group
            group = []
        group.append(head)
    if group:
        yield group


def goes_on(text: str, before: int, after: int) -> bool:
    """Whether a sentence runs over the break between two places."""
    return text[after : after + 1].islower() and text[before - 1 : before] not in (".", "!", "?", "")


def form(line: str) -> str:
    """A line with its numbers left open."""
    return " ".join(NUMBER.sub("#", line).split())
