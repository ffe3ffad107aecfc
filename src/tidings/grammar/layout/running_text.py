"""Which run of a page's lines is the text of the article."""

from collections.abc import Collection, Container, Sequence

from tidings.grammar.layout.features import Line, is_item, item_number

__all__ = ["CARD", "body", "is_bare_row", "is_tidy", "whole"]

# CARD and FURNISHED were chosen on the crude text of text-fundus-evaluation, leaving one outlet out at a time.
CARD = 45  # words under the headline of another article, at most
APART = 6  # lines from one number of a series to the next
BRIEF = 200  # words of a text that has no sentence to lose; longer ones end in more that is no article
NAMES = 12  # words of a closing sentence of names, at least
BARE = 6  # words of a sentence without function words, at least
BARE_STOPS = 0.06  # of function words makes a line a row
CODE = 0.06  # of its characters, at most
CLUTTER = 0.1  # of a text's lines that may be a site's, where its odd lines are its own
SITE = frozenset(
    ("menu", "navigation", "related", "comments", "subscribe", "cookie", "share", "advertisement", "icons")
)
FURNISHED = -6.0  # what a line of the site's takes from running text around it, counted in words


def is_tidy(reasons: Collection[str], lines: int) -> bool:
    """Whether hardly anything of a site stands in a text, by why lines of it were cut: its odd lines are its own then."""
    return sum(reason in SITE for reason in reasons) <= max(1.0, CLUTTER * lines)


def body(lines: Sequence[Line], fixed: Container[int], *, tidy: bool = False) -> tuple[int, int]:
    """The run of lines that holds most running text and least else; `tidy` where no site's lines stand in between."""
    cards = {n for n in range(len(lines)) if is_card(lines, n, fixed)}
    told = {n for n, line in enumerate(lines) if tidy and is_bare_sentence(line)}
    first, last = richest(
        [worth(line, furnished=n in fixed, card=n in cards, told=n in told) for n, line in enumerate(lines)]
    )
    if first > last:
        return richest([worth(line, furnished=n in fixed, card=False) for n, line in enumerate(lines)])
    if last + 2 in cards and last + 4 not in cards:
        last += 2
    first, last = with_series(lines, first, last, fixed)
    short = sum(line.count for line in lines[first : last + 1]) < BRIEF
    while short and last + 1 < len(lines) and last + 1 not in fixed and is_of_names(lines[last + 1]):
        last += 1
    return first, last


def is_bare_row(line: Line) -> bool:
    """Whether a line that reads like a site's row is one only by its lack of function words: it may list names."""
    plain = not (line.pages or line.glue or line.separators or line.terminal) and line.code <= CODE
    return plain and line.count >= BARE and line.stops < BARE_STOPS


def is_bare_sentence(line: Line) -> bool:
    """Whether a line without function words is a sentence all the same, as of names or of a translation without articles."""
    return line.terminal and line.count >= BARE and not (line.pages or line.glue or line.separators)


def is_of_names(line: Line) -> bool:
    """Whether a sentence has few function words only because it is mostly names and offices."""
    return line.terminal and line.count >= NAMES and line.stops >= 0.08 and line.pages == 0


def with_series(lines: Sequence[Line], first: int, last: int, fixed: Container[int]) -> tuple[int, int]:
    """The body with the rest of the lists that it cuts through: numbers that go on, items that touch its end."""
    numbers = {n: found for n, line in enumerate(lines) if (found := item_number(line)) and n not in fixed}
    inner = [n for n in numbers if first <= n <= last]
    if inner:
        at, number = inner[0], numbers[inner[0]]
        for n in sorted((n for n in numbers if n < at), reverse=True):
            if numbers[n] == number - 1 and at - n <= APART:
                at, number, first = n, number - 1, n
        at, number = inner[-1], numbers[inner[-1]]
        for n in sorted(n for n in numbers if n > at):
            if numbers[n] == number + 1 and n - at <= APART:
                at, number, last = n, number + 1, n
    while last + 1 < len(lines) and last + 1 not in fixed and is_item(lines[last + 1]) and lines[last + 1].count >= 3:
        last += 1
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


def worth(line: Line, *, furnished: bool, card: bool, told: bool = False) -> float:
    """How much a line speaks for running text around it."""
    if furnished:
        return FURNISHED
    if card:
        return -1.0
    if line.prose or told:
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
