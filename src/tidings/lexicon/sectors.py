"""PLOVER's sector of a body or role by its words."""

import re
from functools import cache

from tidings.lexicon import rows

__all__ = ["STATE", "sector"]

STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})  # the sectors that act for a state


def sector(text: str) -> str | None:
    """The PLOVER 2.0 code of the first row of sectors.tsv that a text meets, None where it meets none."""
    pattern, codes = _words()
    met = [codes[word] for word in pattern.findall(text.casefold()) if codes[word][1] != "-"]
    return min(met)[1] if met else None


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[int, str]]]:
    """The pattern of all words, long ones first, and for each its rank in the table and its code."""
    codes = {word: (rank, code) for rank, (word, code) in enumerate(rows("sectors.tsv"))}
    longest = sorted(codes, key=lambda word: (-len(word), word))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})\b"), codes
