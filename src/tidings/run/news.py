"""What is new since a day: the records that rest on reports from then on alone, and events that stand elsewhere now."""

from collections.abc import Iterable, Iterator

from tidings.model import Anchor, DocumentRecord, Event, Telling

__all__ = ["new_since"]


def new_since(telling: Telling, since: str | None) -> tuple[str, ...]:
    """Ids of documents, entities, quotes, events, dealings and differences that are new; nothing without a day."""
    if since is None:
        return ()
    fresh = {document.id for document in telling.documents if _from(document) >= since}
    return tuple(sorted({*fresh, *_records(telling, fresh, since)}))


def _records(telling: Telling, fresh: set[str], since: str) -> Iterator[str]:
    yield from (entity.id for entity in telling.entities if _all_in(entity.mentions, fresh))
    yield from (quote.id for quote in telling.quotes if quote.anchor.document in fresh)
    yield from (dealing.id for dealing in telling.dealings if _all_in(dealing.evidence, fresh))
    yield from (event.id for event in telling.events if _all_in(event.evidence, fresh) or _moved(event, since))
    for difference in telling.differences:
        if any(_all_in(side.evidence, fresh) for side in difference.sides):
            yield difference.id


def _from(document: DocumentRecord) -> str:
    """The first day on which a document may have been published, a later version changed; "" where nothing is known."""
    return document.reported or (document.published_between or ("",))[0] or ""


def _all_in(anchors: Iterable[Anchor], fresh: set[str]) -> bool:
    found = {anchor.document for anchor in anchors}
    return bool(found) and found <= fresh


def _moved(event: Event, since: str) -> bool:
    """Whether an event had another status before."""
    before = [point.status for point in event.history if (point.as_of or "") < since]
    return bool(before) and event.status not in before
