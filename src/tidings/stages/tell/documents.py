"""tell/documents: each document as the account tells it, with its date and what that rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tidings.grammar.dates.bounds import window
from tidings.model import Bound, Change, Document, DocumentRecord, Telling
from tidings.stage import Stage
from tidings.text.addresses import page_key
from tidings.text.anchors import anchor
from tidings.text.changes import changes

__all__ = ["Documents"]


@dataclass(frozen=True)
class Documents(Stage[Telling, Telling]):
    """Tell the documents of a story, by id; a date is stated, inferred from bounds, or unknown."""

    name = "tell/documents"
    version = 6
    needs = ("readings", "linked")
    gives = ("documents",)

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Give each telling the records of its documents."""
        for telling in batch:
            bounds: dict[str, list[Bound]] = {}
            for bound in telling.linked.bounds:
                bounds.setdefault(bound.document, []).append(bound)
            documents = [r.document for r in telling.readings]
            revisions = {r.newer.id: r for r in revised(documents, telling.linked.group_of("copy"))}
            records = (record(d, bounds.get(d.id, ()), revisions.get(d.id)) for d in documents)
            yield replace(telling, documents=tuple(sorted(records, key=lambda r: r.id)))


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of one report, and how it is known which came first."""

    older: Document
    newer: Document
    basis: str  # stated order unknown


def record(document: Document, bounds: Sequence[Bound], revision: Revision | None = None) -> DocumentRecord:
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
        modified=document.modified[:10] if document.modified else None,
        revises=revision.older.id if revision else None,
        revises_basis=revision.basis if revision else None,
        changes=changed(revision) if revision else (),
        cuts=tuple((cut.reason, cut.text) for cut in document.cuts),
        blocks=tuple((block.start, block.end, block.kind) for block in document.blocks),
    )


BESIDE = {
    "file name": "no date is stated; the name of its file or folder gives it",
    "address": "no date is stated; the address of its page gives it",
    "last change": "no date is stated but that of its last change",
}
Dated = tuple[str | None, tuple[str | None, str | None] | None, str, tuple[str, ...]]


def dated(document: Document, bounds: Sequence[Bound]) -> Dated:
    """The day, the two ends it lies between, the basis, and why."""
    if document.published is not None and (why := BESIDE.get(document.published_method or "")):
        return document.published[:10], None, "inferred", (why,)
    if document.published is not None:
        how = f"stated: {document.published_method}" if document.published_method else "stated"
        return document.published[:10], None, "stated", (how,)
    found = window(bounds)
    if found.day is not None:
        return found.day, None, "inferred", found.why
    if found.first is None and found.last is None:
        wrong = document.published_method  # "unreadable: 'soon'"
        stated = f"the date that it states is {wrong}" if wrong else "no date is stated"
        return None, None, "unknown", (f"{stated}, and nothing it tells or repeats bounds one", *found.why)
    return None, (found.first, found.last), "inferred", found.why


def revised(documents: Iterable[Document], witness: dict[str, str]) -> Iterator[Revision]:
    """Each version of a report with the one before it: one address, one origin, another text."""
    versions: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        if page := page_key(document.url):
            versions.setdefault((page, witness.get(document.id, document.id)), []).append(document)
    for ordered in (sorted(found, key=in_time) for found in versions.values()):
        for older, newer in pairwise(ordered):
            if older.text != newer.text:
                yield Revision(older, newer, basis(older, newer))


def in_time(document: Document) -> tuple[str, str, int, str]:
    """By what it states of its time, then as it lies in its file."""
    return (document.modified or document.published or "", document.path, document.line or 0, document.id)


def basis(older: Document, newer: Document) -> str:
    """How it is known which came first: a day without its hour does not tell it from an hour of that day."""
    first, second = (d.modified or d.published or "" for d in (older, newer))
    if first and second and not second.startswith(first):
        return "stated"
    return "order" if older.path == newer.path and (older.line or 0) < (newer.line or 0) else "unknown"


def changed(revision: Revision) -> tuple[Change, ...]:
    """What the newer version reworded, removed and added, each with the words of both."""
    older, newer = revision.older, revision.newer
    return tuple(
        Change(
            "reworded" if before and after else "added" if after else "removed",
            anchor(older, before) if before else None,
            anchor(newer, after) if after else None,
        )
        for before, after in changes(older.text, newer.text)
    )
