"""Names in compounds that tell of somebody or something else: "a Swiss-style vote", "pro-Swiss parties", "the Basel-Milan line"."""

from tidings.model import Analysis

__all__ = ["is_of_a_kind", "is_only_likened"]

HYPHENS = frozenset({"-", "‐", "‑", "–"})
LIKENED = frozenset({"style", "like", "type", "inspired", "born", "made", "built", "speaking", "era", "backed"})
OF_A_KIND = frozenset({"style", "like", "type"})
# What leads from one place to another: neither of them takes part in what is told of it.
ROUTES = frozenset(
    {
        "border",
        "bus",
        "cable",
        "canal",
        "corridor",
        "ferry",
        "flight",
        "highway",
        "line",
        "link",
        "motorway",
        "pipeline",
        "rail",
        "railroad",
        "railway",
        "road",
        "route",
        "service",
        "train",
    }
)
TOWARDS = frozenset({"pro", "anti"})


def is_only_likened(analysis: Analysis, head: int) -> bool:
    """Whether a name stands only in a compound that tells of somebody else: "a Swiss-style vote", "pro-Swiss parties"."""
    near = analysis.tokens[max(0, head - 2) : head + 3]
    words = {t.i: t.text.lower() for t in near}
    joined = [i for i, word in words.items() if word in HYPHENS]
    after = words.get(head + 2) in LIKENED and head + 1 in joined
    return after or (words.get(head - 2) in TOWARDS and head - 1 in joined) or is_end(analysis, head)


def is_end(analysis: Analysis, head: int) -> bool:
    """Whether a name is one end of a way between two: "the Basel-Milan line", "the Basel–Milan railway strike"."""
    tokens = analysis.tokens
    for first in (head, head - 2):
        if first < 0 or first + 3 >= len(tokens) or tokens[first + 1].text not in HYPHENS:
            continue
        ends = tokens[first].pos == tokens[first + 2].pos == "PROPN"
        if ends and tokens[first + 3].lemma.lower() in ROUTES:
            return True
    return False


def is_of_a_kind(analysis: Analysis, noun: int) -> bool:
    """Whether a noun tells only what something is like: "spoke of a Swiss-style raid"."""
    before = [t.text.lower() for t in analysis.tokens[max(0, noun - 2) : noun]]
    return len(before) > 1 and before[-1] in OF_A_KIND and before[-2] in HYPHENS
