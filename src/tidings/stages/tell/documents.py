"""tell/documents: each document as the account tells it, with its date and what that rests on."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.dates.bounds import window
from tidings.model import Bound, Document, DocumentRecord, Telling
from tidings.stage import Stage

__all__ = ["Documents"]


@dataclass(frozen=True)
class Documents(Stage[Telling, Telling]):
    """Tell the documents of a story, by id; a date is stated, inferred from bounds, or unknown."""

    name = "tell/documents"
    needs = ("readings", "linked")
    gives = ("documents",)

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Give each telling the records of its documents."""
        for telling in batch:
            bounds: dict[str, list[Bound]] = {}
            for bound in telling.linked.bounds:
                bounds.setdefault(bound.document, []).append(bound)
            earlier = revised(r.document for r in telling.readings)
            records = (
                record(r.document, bounds.get(r.document.id, ()), earlier.get(r.document.id)) for r in telling.readings
            )
            yield replace(telling, documents=tuple(sorted(records, key=lambda r: r.id)))


def record(document: Document, bounds: Sequence[Bound], revises: str | None = None) -> DocumentRecord:
    """The record of one document."""
    published, between, basis, why = dated(document, bounds)
    return DocumentRecord(
        id=document.id,
        path=document.path,
        url=document.url,
        title=document.title,
        text=document.text,
        published=published,
        published_between=between,
        published_basis=basis,
        outlet=document.outlet,
        author=document.author,
        credited_to=document.credited_to,
        language=document.language,
        digest=document.digest,
        encoding=document.encoding,
        kind=document.kind,
        line=document.line,
        published_why=why,
        revises=revises,
        cuts=tuple((cut.reason, cut.text) for cut in document.cuts),
        blocks=tuple((block.start, block.end, block.kind) for block in document.blocks),
    )


Dated = tuple[str | None, tuple[str | None, str | None] | None, str, tuple[str, ...]]


def dated(document: Document, bounds: Sequence[Bound]) -> Dated:
    """The day, the two ends it lies between, the basis, and why."""
    if document.published is not None:
        how = f"stated: {document.published_method}" if document.published_method else "stated"
        return document.published[:10], None, "stated", (how,)
    found = window(bounds)
    if found.day is not None:
        return found.day, None, "inferred", found.why
    if found.first is None and found.last is None:
        return None, None, "unknown", ("no date is stated, and nothing it tells or repeats bounds one", *found.why)
    return None, (found.first, found.last), "inferred", found.why


def revised(documents: Iterator[Document]) -> dict[str, str]:
    """Document id to the id of the one it revises: the same address with other text, published before it."""
    by_url: dict[str, list[Document]] = {}
    for document in documents:
        if document.url:
            by_url.setdefault(document.url, []).append(document)
    found = {}
    for versions in by_url.values():
        ordered = sorted(versions, key=lambda d: (d.modified or d.published or "", d.id))
        for older, newer in itertools.pairwise(ordered):
            if older.text != newer.text:
                found[newer.id] = older.id
    return found
