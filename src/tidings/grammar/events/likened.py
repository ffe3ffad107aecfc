"""Names in compounds that tell of somebody else: "a Swiss-style vote", "pro-Swiss parties"."""

from tidings.model import Analysis

__all__ = ["is_only_likened"]

HYPHENS = frozenset({"-", "‐", "‑", "–"})
LIKENED = frozenset({"style", "like", "type", "inspired", "born", "made", "built", "speaking", "era", "backed"})
TOWARDS = frozenset({"pro", "anti"})


def is_only_likened(analysis: Analysis, head: int) -> bool:
    """Whether a name stands only in a compound that tells of somebody else: "a Swiss-style vote", "pro-Swiss parties"."""
    near = analysis.tokens[max(0, head - 2) : head + 3]
    words = {t.i: t.text.lower() for t in near}
    joined = [i for i, word in words.items() if word in HYPHENS]
    after = words.get(head + 2) in LIKENED and head + 1 in joined
    return after or (words.get(head - 2) in TOWARDS and head - 1 in joined)
