"""Reports that were revised: which version follows which, and how that is known."""

from dataclasses import dataclass
from itertools import takewhile

from tidings.model import Account, DocumentRecord

__all__ = ["Revision", "changed_words", "revisions"]

BESIDE = 3  # words kept on either side of what changed

BASIS = {
    "stated": "by the dates they state",
    "order": "by their order in one file",
    "unknown": "which came first is not stated",
}


@dataclass(frozen=True, slots=True)
class Revision:
    """A version of a report with the one before it."""

    before: str  # document id
    after: DocumentRecord  # with the changes
    known: str  # how it is known which came first, in words


def revisions(account: Account) -> tuple[Revision, ...]:
    """Every revision of a report, in the order of the documents."""
    return tuple(
        Revision(d.revises, d, BASIS.get(d.revises_basis or "unknown", "")) for d in account.documents if d.revises
    )


def changed_words(before: str, after: str) -> tuple[str, str]:
    """Two wordings of a sentence, each cut to the words that differ and a few beside them."""
    old, new = before.split(), after.split()
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    rest = zip(reversed(old[same:]), reversed(new[same:]), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))
    return around(old, same, len(old) - tail), around(new, same, len(new) - tail)


def around(words: list[str], start: int, end: int) -> str:
    """The words of a range with some on either side, dots where more are left out."""
    first, last = max(0, start - BESIDE), min(len(words), end + BESIDE)
    return "… " * (first > 0) + " ".join(words[first:last]) + " …" * (last < len(words))
