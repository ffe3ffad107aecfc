"""Crude text: what a careless stripper leaves of a page, all boilerplate in, to measure the segmenter on."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from tidings.grammar.layout.headlines import bare
from tidings.grammar.layout.structured import page_fields
from tidings.text.lines import paragraphs
from tidings.text.markup import visible

__all__ = ["alike", "crude", "headlines", "shared", "shingles"]

SHINGLE = 4
LIKE = 0.8  # how alike a line and a stated headline are that are one
H1 = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL | re.IGNORECASE)
TAGS = re.compile(r"<[^>]*>")


def crude(markup: str) -> str:
    """The page with its tags stripped: one line for each block element, everything seen left in."""
    text = visible(markup).text
    lines = (" ".join(text[start:end].split()) for start, end in paragraphs(text))
    return "\n".join(line for line in lines if line)


def shingles(lines: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """All runs of four words of some lines; a shorter line is one run."""
    return frozenset(run for line in lines for run in runs(line.casefold().split()))


def shared(text: str, known: frozenset[tuple[str, ...]]) -> float:
    """The share of a text's words that stand in one of the known runs."""
    words = text.casefold().split()
    hit = [False] * len(words)
    for n, run in enumerate(runs(words)):
        if run in known:
            hit[n : n + len(run)] = [True] * len(run)
    return sum(hit) / max(1, len(words))


def runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    size = min(SHINGLE, max(1, len(words)))
    return [tuple(words[n : n + size]) for n in range(len(words) - size + 1)]


def headlines(markup: str) -> list[str]:
    """The headlines that a page's markup states, bare: its fields, and a first heading of the same words."""
    titles = [bare(title) for title in page_fields(markup).titles]
    heads = [bare(TAGS.sub("", head)) for head in H1.findall(markup)]
    return titles + [head for head in heads if len(head) > 15 and any(alike(head, title, 0.4) for title in titles)]


def alike(line: str, title: str, least: float = LIKE) -> bool:
    """Whether two bare lines are one headline, a word or two apart."""
    if not line or not title or not 0.4 < len(line) / len(title) < 2.5:
        return False
    return SequenceMatcher(None, line, title, autojunk=False).ratio() >= least
