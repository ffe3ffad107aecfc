"""ROUGE-LSum as the fundus evaluation counts it: union of longest common subsequences, line by line."""

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

__all__ = ["rouge_lsum"]

TOKEN = re.compile(r"[a-z0-9]+")
Score = tuple[float, float, float]  # precision, recall, F1


def rouge_lsum(gold: Sequence[str], found: Sequence[str]) -> Score:
    """Precision, recall and F1 of found paragraphs against the gold ones.

    A gold paragraph in square brackets is optional: it is asked for where that is to the better.
    """
    given = [tokens for line in found if (tokens := TOKEN.findall(line.lower()))]
    lines = [(TOKEN.findall(line.lower()), line.startswith("[") and line.endswith("]")) for line in gold]
    met = [common(line, given) for line, _ in lines]
    asked = {n for n, (line, optional) in enumerate(lines) if line and not optional}
    best = score(lines, met, asked, given)
    for n, (_, optional) in enumerate(lines):
        if optional and (with_it := score(lines, met, asked | {n}, given))[2] > best[2]:
            asked.add(n)
            best = with_it
    return best


def score(
    lines: Sequence[tuple[list[str], bool]], met: Sequence[set[int]], asked: set[int], given: Sequence[list[str]]
) -> Score:
    """The figures where the gold is the lines that are asked for."""
    left_wanted = Counter(token for n in asked for token in lines[n][0])
    left_given = Counter(token for line in given for token in line)
    size_wanted, size_given = left_wanted.total(), left_given.total()
    hits = 0
    for n in sorted(asked):
        for at in sorted(met[n]):
            token = lines[n][0][at]
            if left_wanted[token] > 0 and left_given[token] > 0:
                hits += 1
                left_wanted[token] -= 1
                left_given[token] -= 1
    if not hits:
        return 0.0, 0.0, 0.0
    precision, recall = hits / size_given, hits / size_wanted
    return precision, recall, 2 * precision * recall / (precision + recall)


def common(line: Sequence[str], given: Sequence[Sequence[str]]) -> set[int]:
    """The places in a gold line that are in its longest common subsequence with any of the given lines."""
    found: set[int] = set()
    for other in given:
        for step in LCSseq.opcodes(line, other):
            if step.tag == "equal":
                found.update(range(step.src_start, step.src_end))
    return found
