"""A researcher's first question: how often is it right? A sample to code by hand, and what its coding says."""

import csv
import io
from pathlib import Path

from tidings.errors import InputError
from tidings.exports.coding_sample import KINDS, QUESTIONS, coding_sample
from tidings.exports.csv_files import safe
from tidings.exports.precision import Precision, precisions
from tidings.model import Account

__all__ = ["KINDS", "Precision", "sample", "score_sample"]


def sample(account: Account, kind: str, size: int, seed: str = "1") -> str:
    """A CSV of `size` lines of the account to code by hand: one of `KINDS`, the same for the same seed.

    Raises InputError for another kind.
    """
    if kind not in KINDS:
        raise InputError(f"no kind {kind!r} to sample; there are {', '.join(KINDS)}")
    rows = coding_sample(account, kind, size, seed)
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: safe(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def score_sample(path: str | Path) -> tuple[Precision, ...]:
    """What a coded sample says: the precision of each question that was answered, with its 95% interval.

    Raises InputError where the file is no sample, a cell is neither y, n nor empty, or nothing was coded.
    """
    path = Path(path)
    try:
        text = path.read_text("utf-8-sig")
        first = text.partition("\n")[0]  # spreadsheets of some countries save with semicolons
        delimiter = max(",;\t", key=first.count)
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"cannot read {str(path)!r}: {why}; save the sample as CSV in UTF-8") from error
    kind = rows[0].get("kind", "") if rows else ""
    if kind not in QUESTIONS:
        raise InputError(f"{str(path)!r} is no sample: its first row names no kind; make one with `tidings sample`")
    try:
        found = precisions(rows, QUESTIONS[kind])
    except ValueError as error:
        raise InputError(f"{str(path)!r}: {error}") from error
    if not found:
        asked = ", ".join(QUESTIONS[kind])
        raise InputError(f"{str(path)!r}: nothing is coded yet; write y or n into {asked}")
    return found
