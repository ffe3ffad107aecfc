"""Words cut out of a text, with quote marks that have their partners."""

import re

__all__ = ["balanced", "with_partners"]

QUOTES = {"“": "”", "«": "»", "„": "“", "‘": "’", "‹": "›"}
STRAIGHT = '"'
MARK = re.compile(f"[{STRAIGHT}{''.join(QUOTES)}”»›]")
SIDES = ".,;:!?"  # what may stand between words and the mark that closes them


def with_partners(text: str, start: int, end: int) -> str:
    """The words from `start` to `end` with the quote mark just before or after them that they lack, and none without a partner."""
    words = text[start:end]
    if balanced(words) == words.strip():
        return words.strip()
    after = end + 1 if text[end : end + 1] in SIDES and text[end : end + 1] else end
    wider = ((start, after + 1), (start - 1, end), (start - 1, after + 1))
    for first, last in wider:
        taken = text[max(0, first) : last].strip()
        if (
            first >= 0
            and last <= len(text)
            and MARK.search(text[first:start] + text[end:last])
            and balanced(taken) == taken
        ):
            return taken
    return balanced(words)


def balanced(words: str) -> str:
    """The words without quote marks that are opened and not closed, or closed and not opened."""
    if not MARK.search(words):
        return words.strip()
    drop: set[int] = set()
    opened: list[tuple[int, str]] = []
    for n, char in enumerate(words):
        inside = 0 < n < len(words) - 1 and words[n - 1].isalnum() and words[n + 1].isalnum()
        if char in "’'" and inside:
            continue
        if opened and char == opened[-1][1]:
            opened.pop()
        elif char in QUOTES:
            opened.append((n, QUOTES[char]))
        elif char == STRAIGHT:
            opened.append((n, STRAIGHT))
        elif char in "”»›":
            drop.add(n)
    drop |= {n for n, _ in opened}
    return "".join(char for n, char in enumerate(words) if n not in drop).strip()
