"""Which run of a page's lines is the text of the article."""

from collections.abc import Container, Sequence

from tidings.grammar.layout.features import Line

__all__ = ["CARD", "body", "whole"]

# CARD and FURNISHED were chosen on the crude text of text-fundus-evaluation, leaving one outlet out at a time.
CARD = 45  # words under the headline of another article, at most
FURNISHED = -6.0  # what a line of the site's takes from running text around it, counted in words


def body(lines: Sequence[Line], fixed: Container[int]) -> tuple[int, int]:
    """The run of lines that holds most running text and least else."""
    cards = {n for n in range(len(lines)) if is_card(lines, n, fixed)}
    first, last = richest([worth(line, furnished=n in fixed, card=n in cards) for n, line in enumerate(lines)])
    if first > last:
        return richest([worth(line, furnished=n in fixed, card=False) for n, line in enumerate(lines)])
    if last + 2 in cards and last + 4 not in cards:
        last += 2
    return first, last


def richest(worths: Sequence[float]) -> tuple[int, int]:
    """The first and last place of the run with the greatest sum."""
    best, total, start, found = 0.0, 0.0, 0, (0, -1)
    for n, value in enumerate(worths):
        total += value
        if total <= 0:
            total, start = 0.0, n + 1
        elif total > best:
            best, found = total, (start, n)
    return found


def worth(line: Line, *, furnished: bool, card: bool) -> float:
    """How much a line speaks for running text around it."""
    if furnished:
        return FURNISHED
    if card:
        return -1.0
    if line.prose:
        return float(min(line.count, 400))
    return -1.0 if line.terminal else -3.0


def is_card(lines: Sequence[Line], n: int, fixed: Container[int]) -> bool:
    """Whether a line is the short text under a headline in a list of other articles: alone between two such lines."""
    if not 0 < n < len(lines) or n in fixed or not lines[n].prose or lines[n].count > CARD:
        return False
    before, after = lines[n - 1], lines[n + 1] if n + 1 < len(lines) else None
    headed = not before.prose and not before.terminal and before.count >= 3 and n - 1 not in fixed
    return headed and (after is None or not (after.prose or after.terminal))


def whole(lines: Sequence[Line], fixed: Container[int]) -> tuple[int, int]:
    """From the first to the last line that is no furniture, the headline's place left out."""
    mine = [n for n in range(len(lines)) if n not in fixed]
    if not mine:
        return 0, -1
    return mine[1] if len(mine) > 1 and not lines[mine[0]].terminal else mine[0], mine[-1]
