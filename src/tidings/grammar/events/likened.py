"""Names in compounds that tell of somebody else: "a Swiss-style vote", "pro-Swiss parties"."""

from tidings.model import Analysis

__all__ = ["is_of_a_kind", "is_only_likened"]

HYPHENS = frozenset({"-", "‐", "‑", "–"})
LIKENED = frozenset({"style", "like", "type", "inspired", "born", "made", "built", "speaking", "era", "backed"})
OF_A_KIND = frozenset({"style", "like", "type"})
TOWARDS = frozenset({"pro", "anti"})


def is_only_likened(analysis: Analysis, head: int) -> bool:
    """Whether a name stands only in a compound that tells of somebody else: "a Swiss-style vote", "pro-Swiss parties"."""
    near = analysis.tokens[max(0, head - 2) : head + 3]
    words = {t.i: t.text.lower() for t in near}
    joined = [i for i, word in words.items() if word in HYPHENS]
    after = words.get(head + 2) in LIKENED and head + 1 in joined
    return after or (words.get(head - 2) in TOWARDS and head - 1 in joined)


def is_of_a_kind(analysis: Analysis, noun: int) -> bool:
    """Whether a noun tells only what something is like: "spoke of a Swiss-style raid"."""
    before = [t.text.lower() for t in analysis.tokens[max(0, noun - 2) : noun]]
    return len(before) > 1 and before[-1] in OF_A_KIND and before[-2] in HYPHENS
