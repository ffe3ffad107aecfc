"""What reports that quote the same words say of the days between them: words spoken once are news of a day or two."""

from collections.abc import Sequence

from tidings.grammar.dates.told_plans import Roots, rare_words
from tidings.model import Reading

__all__ = ["alike_in_words", "odds_of_gap", "words_said"]

MOST = 40  # quotations of a report that are compared
SAME = 20.0  # rarity that two quotations share: three rare words or so
NOTHING = 0.01
# Log odds by days apart, counted in the pairs of dated reports of the readable stories (273), and so, a little flatter, in the labelled
# piles (1,194): of those with a quotation in common half are a day apart at most, of all others one in ten.
GAPS = (1, 2, 4, 7, 14)
SAME_ODDS = (1.5, 0.0, -0.9, -0.6, -0.3, -0.7)
NONE_ODDS = (-1.2, -0.2, 0.1, 0.1, 0.05, 0.1)


def words_said(reading: Reading) -> tuple[Roots, ...]:
    """The rare words of each direct quotation."""
    spans = [q.parts or q.content for q in reading.quotes if q.kind != "indirect"]
    found = (rare_words(reading, tuple((s.start, s.end) for s in parts)) for parts in spans[:MOST])
    return tuple(sorted({roots for roots in found if len(roots) > 1}))


def alike_in_words(one: Sequence[Roots], other: Sequence[Roots]) -> float:
    """How rare the words are that the likest two quotations of two reports share."""
    there = [dict(roots) for roots in other]
    return max((round(sum(r for root, r in mine if root in its), 2) for mine in one for its in there), default=0.0)


def odds_of_gap(alike: float, days: int) -> float:
    """The log odds that two reports so alike in what they quote lie so many days apart."""
    at = next((n for n, most in enumerate(GAPS) if days <= most), len(GAPS))
    if alike >= SAME:
        return SAME_ODDS[at]
    return NONE_ODDS[at] if alike < NOTHING else 0.0
