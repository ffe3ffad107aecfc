"""Differences between real reports: what a reader marked in piles of three outlets on one matter (evals/labels/reports.md).

The figures are of the test part. A marked difference is shown where two sides of one of ours touch its two clauses by a
third of the shorter; a near miss that is touched so is one too many. What we tell beside that is only counted: a reader
marked three to ten a pile, not all. Precision comes from reading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals.differences import account_of
from evals.reports import readings, rows
from tidings.engine.plan import default_plan
from tidings.model import Account, Anchor, Difference, Span

__all__ = ["Marked", "Pile", "run", "shows", "worst"]

TOUCHES = 3  # one part in so many of the shorter words


@dataclass(frozen=True, slots=True)
class Marked:
    """A difference, or a pair that only tempts: its kind or reason, and a clause in each of two reports."""

    what: str
    real: bool
    clauses: tuple[tuple[str, Span], tuple[str, Span]]  # letters of documents


@dataclass(frozen=True, slots=True)
class Pile:
    """A pile by the letters of its articles, with what is marked in it."""

    name: str
    documents: dict[str, str]
    marked: tuple[Marked, ...]


def run(gold: Path) -> dict[str, float]:
    """Shares of the marked differences and of the near misses that are shown, and how many we tell a pile."""
    found = list(scored(gold, test=True))
    real = [hit for _, rows, _ in found for row, hit in rows if row.real]
    near = [hit for _, rows, _ in found for row, hit in rows if not row.real]
    return {
        "differences shown": sum(real) / max(1, len(real)),
        "near misses shown": sum(near) / max(1, len(near)),
        "told a pile": sum(told for _, _, told in found) / max(1, len(found)),
    }


def worst(gold: Path) -> list[str]:
    """Near misses that are shown, in the part that may be looked at."""
    return [
        f"{pile.name}: {row.what}" for pile, rows, _ in scored(gold, test=False) for row, hit in rows if hit > row.real
    ]


@cache
def scored(gold: Path, *, test: bool) -> tuple[tuple[Pile, tuple[tuple[Marked, bool], ...], int], ...]:
    """Each pile with what is marked in it, whether that is shown, and how many differences we tell."""
    plan, found = default_plan(), []
    for pile in piles(test=test):
        named = readings(gold, pile.name, pile.documents)
        account: Account = account_of(plan, list(named.values()))
        ids = {d: reading.document.id for d, reading in named.items()}
        shown = tuple((row, any(shows(d, row, ids) for d in account.differences)) for row in pile.marked)
        found.append((pile, shown, len(account.differences)))
    return tuple(found)


def piles(*, test: bool) -> Iterator[Pile]:
    """The piles in which differences are marked, of the test part or the rest."""
    for row in rows(test=test):
        marked = (*marks(row["differences"], real=True), *marks(row["near"], real=False))
        if marked:
            yield Pile(row["pile"], row["docs"], marked)


def marks(rows: Sequence[dict[str, object]], *, real: bool) -> Iterator[Marked]:
    """The rows of one sort; of more than two clauses the first two count."""
    for row in rows:
        sides = [(str(d), Span(a, b)) for d, a, b in row["sides"]]  # type: ignore[attr-defined]
        yield Marked(str(row["kind" if real else "why"]), real, (sides[0], sides[1]))


def shows(difference: Difference, row: Marked, ids: dict[str, str]) -> bool:
    """Whether the two clauses lie on two sides of a difference."""
    on = [
        {
            i
            for i, side in enumerate(difference.sides)
            if any(a.document == ids[letter] and touches(a, clause) for a in side.evidence)
        }
        for letter, clause in row.clauses
    ]
    return any(i != j for i in on[0] for j in on[1])


def touches(cited: Anchor, clause: Span) -> bool:
    """Whether cited words and a clause share a third of the shorter."""
    shared = min(cited.end, clause.end) - max(cited.start, clause.start)
    return shared > 0 and shared * TOUCHES >= min(cited.end - cited.start, clause.end - clause.start)
