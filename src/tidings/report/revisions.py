"""Reports that were revised: which version follows which, and how that is known."""

from dataclasses import dataclass

from tidings.model import Account, DocumentRecord

__all__ = ["Revision", "revisions"]

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
