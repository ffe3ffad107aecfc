"""Crude text: what a careless stripper leaves of a page, all boilerplate in, to measure the segmenter on."""

from collections.abc import Sequence

from tidings.text.lines import paragraphs
from tidings.text.markup import visible

__all__ = ["crude", "shared", "shingles"]

SHINGLE = 4


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
