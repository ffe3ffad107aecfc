"""Which source tells what: claims by witnesses, copies folded into one column."""

from collections import Counter
from dataclasses import dataclass

from tidings.model import Account, Anchor

__all__ = ["Cell", "Matrix", "matrix"]

ROWS, COLUMNS = 24, 12


@dataclass(frozen=True, slots=True)
class Cell:
    """What one witness says of one event."""

    status: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns are witnesses (their documents), rows events told by more than one document."""

    columns: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, str, tuple[Cell | None, ...]], ...]  # event id, its words, cells
    left: str = ""  # what did not fit, in words


def matrix(account: Account) -> Matrix | None:
    """The matrix, None where no event is told twice."""
    witness = {d: c.documents[0] for c in account.copies for d in c.documents}
    columns: dict[str, list[str]] = {}
    for d in account.documents:
        columns.setdefault(witness.get(d.id, d.id), []).append(d.id)
    told = Counter(w for e in account.events for w in {witness.get(a.document, a.document) for a in e.evidence})
    most = set(sorted(columns, key=lambda k: (-told[k], k))[:COLUMNS])
    keys = [k for k in columns if k in most]
    rows = []
    for event in sorted(account.events, key=lambda e: (-e.witnesses, -len(e.evidence), e.id)):
        if len({a.document for a in event.evidence}) < 2:
            continue
        status = {p.document: p.status for p in event.history}
        cells: dict[str, Cell] = {}
        for a in event.evidence:
            cells.setdefault(witness.get(a.document, a.document), Cell(status.get(a.document, event.status), a))
        rows.append((event.id, event.summary, tuple(cells.get(k) for k in keys)))
    if not rows:
        return None
    left = f"{min(ROWS, len(rows))} of {len(rows)} events, {len(keys)} of {len(columns)} witnesses are shown."
    whole = len(rows) <= ROWS and len(keys) == len(columns)
    return Matrix(tuple(tuple(columns[k]) for k in keys), tuple(rows[:ROWS]), "" if whole else left)
