"""What an extractor loses of a page's article: ends of lines, the items of a list that a sentence introduces, the headline."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from tidings.grammar.layout.captions import is_caption
from tidings.grammar.layout.features import WORD, Line, look
from tidings.grammar.layout.headlines import bare, likeliest, telling
from tidings.grammar.layout.judged import NOTHING, Layout
from tidings.grammar.layout.line_facts import take_fields
from tidings.lexicon import words
from tidings.text.align import Aligner
from tidings.text.mapped import Mapped
from tidings.text.markup import LINK, Visible

__all__ = ["apart", "as_shown", "deck", "headline_above", "is_of", "with_items"]

INTRODUCES = re.compile(r"[:?][\"'”’»)\]]{0,2}\Z")
BEHIND = re.compile(r"\s{0,2}[|»·•]|\s{1,2}(?:[-–—:]{1,2}\s)")
ITEM = re.compile(r"<li\b", re.IGNORECASE)
NEARBY = 3_000  # characters of source in which a list stands
MOST = 15  # items of one list
LINKED = 0.3  # of it in links makes it none of the article's
LONGEST = 400  # characters of an item
ABOVE = 3_000  # characters before the text in which a headline stands
NEAR = 20  # lines there
LEAST = 25  # letters of a title that may be the site's
NAME = 15  # letters of a headline that a site puts its name behind, at least
DECK, DECK_MOST = 6, 60  # words of a deck
DECK_STOPS = 0.15  # of them function words, at least
DECK_WITHIN = 20_000  # characters of source between headline and text
SHARED = 2  # telling words that a deck has of headline and text
SENTENCE = 7  # spaces in a line of running text, at least


def with_items(markup: str, page: Visible, aligner: Aligner, lines: Sequence[Mapped]) -> Iterator[Mapped]:
    """The passages in their order, and between two of them the items of a list that the page shows there."""
    for line, after in zip_longest(lines, lines[1:]):
        yield line
        if after is None or not (line.pieces and after.pieces):
            continue
        start, end = line.pieces[-1].raw_end, after.pieces[0].raw_start
        if INTRODUCES.search(line.text) or (0 < end - start <= NEARBY and ITEM.search(markup, start, end)):
            yield from between(page, aligner, start, end)


def apart(page: Visible, line: Mapped) -> list[Mapped]:
    """A passage cut where the page begins a new line and the passage runs on without a space."""
    cuts = [0]
    for one, other in pairwise(line.pieces):
        if one.end == other.start and one.raw_end < other.raw_start:
            first, last = bisect_left(page.starts, one.raw_end), bisect_left(page.starts, other.raw_start)
            if "\n" in page.text[first:last]:
                cuts.append(one.end)
    ends = [*cuts[1:], len(line.text)]
    return [line.part(start, end).stripped() for start, end in zip(cuts, ends, strict=True)] if ends[1:] else [line]


def deck(page: Visible, aligner: Aligner, title: Mapped, lines: Sequence[Mapped]) -> list[Mapped]:
    """The deck that stands between the headline and the first passage: a sentence on what the text tells."""
    head = title.pieces[-1].raw_end if title.pieces else 0
    start = min(
        (line.pieces[0].raw_start for line in lines if line.pieces and line.pieces[0].raw_start >= head), default=0
    )
    if not title.pieces or not 0 < start - head <= DECK_WITHIN:
        return []
    first, last = bisect_left(page.starts, head), bisect_left(page.starts, start)
    told_already = {bare(line.text) for line in lines}
    known = telling(title.text) | {word for line in lines for word in telling(line.text)}
    at = first
    rows = page.text[first:last].split("\n")[:NEAR]
    for n, row in enumerate(rows):
        line = look(" ".join(row.split()))
        told = DECK <= line.count <= DECK_MOST and line.stops >= DECK_STOPS and not line.separators
        below = next((look(" ".join(other.split())) for other in rows[n + 1 :] if other.strip()), None)
        pictured = is_caption(line) or (below is not None and (is_caption(below) or below.text.startswith("(")))
        told = told and not pictured and line.text[0] not in "-–—" and is_none_of_the_sites(line)
        if told and len(telling(line.text) & known) >= SHARED and bare(line.text) not in told_already:
            aligner.go_to(page.starts[at])
            found = aligner.seen(at, at + len(row))
            return [] if page.share(LINK, [(p.raw_start, p.raw_end) for p in found.pieces]) > LINKED else [found]
        at += len(row) + 1
    return []


def is_none_of_the_sites(line: Line) -> bool:
    """Whether a line is neither a field nor furniture."""
    return not take_fields([line], Layout([]), NOTHING) and bare(line.text) != ""


def between(page: Visible, aligner: Aligner, start: int, end: int) -> list[Mapped]:
    """The short lines that the page shows between two places of its source; none where they are links or too many."""
    first, last = bisect_left(page.starts, start), bisect_left(page.starts, end)
    found: list[Mapped] = []
    aligner.go_to(start)
    at = first
    for row in page.text[first:last].split("\n"):
        if row.strip():
            found.append(aligner.seen(at, at + len(row)))
        at += len(row) + 1
    short = 0 < len(found) <= MOST and all(len(item.text) <= LONGEST for item in found)
    return found if short and page.share(LINK, [(start, end)]) < LINKED else []


def is_of(title: str, page: Visible, lines: Sequence[Mapped]) -> bool:
    """Whether a title that a page states tells of its text, and not only of the site; or is long and a line of the page too."""
    own = telling(title)
    told = (line.text for line in lines if line.text.count(" ") >= SENTENCE)
    if own & {word for text in told for word in telling(text)}:
        return True
    plain = bare(title)
    return len(title) > LEAST and sum(bare(row) == plain for row in page.text.split("\n") if title[:1] in row) > 1


def as_shown(title: str, page: Visible) -> str:
    """A title without what the site puts behind it, where a line of the page shows it so."""
    rows = {" ".join(row.split()) for row in page.text.split("\n") if row.strip()[:1] == title[:1]}
    heads = (row for row in rows if len(row) > NAME and title.startswith(row) and names_site(title[len(row) :]))
    return max(heads, key=len, default=title)


def names_site(rest: str) -> bool:
    """Whether what stands behind a headline is a site's: names behind a bar or a dash, and no words of a sentence."""
    found = WORD.findall(rest) if BEHIND.match(rest) else []
    return bool(found) and all(not word[0].islower() or word in words("stop_words.txt") for word in found)


def headline_above(page: Visible, lines: Sequence[Mapped], named: frozenset[str] = frozenset()) -> str | None:
    """The line over a page's text that is its headline by what it says, if one is."""
    start = next((line.pieces[0].raw_start for line in lines if line.pieces), None)
    if start is None:
        return None
    at = bisect_left(page.starts, start)
    over = [" ".join(row.split()) for row in page.text[max(0, at - ABOVE) : at].split("\n")]
    over = [row for row in over if row][-NEAR:]
    texts = [*over, *(line.text for line in lines)]
    looked = [look(text) for text in texts]
    fixed = take_fields(looked, Layout([]), NOTHING)
    reasons = {n: verdict.reason for n, verdict in fixed.items()}
    found = likeliest(looked, reasons, len(over), len(texts) - 1, named=named)
    return texts[found] if found is not None and found < len(over) else None
