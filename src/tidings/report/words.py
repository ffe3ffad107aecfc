"""The sentence around the words that a line stands on, so that a clause is read in its place."""

from bisect import bisect_right
from dataclasses import dataclass

from tidings.model import Anchor, DocumentRecord, Event, Span, TimelineEntry
from tidings.text.put_off import PUT_OFF
from tidings.text.sentences import sentences

__all__ = ["Texts", "Words", "best", "standing_evidence", "standing_word", "timeline_word"]

AROUND = 140  # characters of the sentence kept on each side


@dataclass(frozen=True, slots=True)
class Words:
    """An anchor with the rest of its sentence."""

    anchor: Anchor
    before: str
    after: str


class Texts:
    """The documents' sentences, each found once."""

    def __init__(self, documents: tuple[DocumentRecord, ...]) -> None:
        self.texts = {d.id: d.text for d in documents}
        self.found: dict[str, list[Span]] = {}

    def bounds(self, document: str, start: int, end: int) -> tuple[int, int]:
        """From the start of the first sentence that the range touches to the end of its last."""
        if document not in self.found:
            self.found[document] = sentences(self.texts.get(document, ""))
        spans = self.found[document]
        first = bisect_right(spans, start, key=lambda s: s.start) - 1
        last = bisect_right(spans, end - 1, key=lambda s: s.start) - 1
        return (
            min(start, spans[first].start) if first >= 0 and start < spans[first].end else start,
            max(end, spans[last].end) if last >= 0 and end <= spans[last].end else end,
        )

    def around(self, anchor: Anchor) -> Words:
        """The words in their sentence; a long rest is shortened."""
        text = self.texts.get(anchor.document, "")
        start, end = self.bounds(anchor.document, anchor.start, anchor.end)
        before, after = text[start : anchor.start], text[anchor.end : end]
        if len(before) > AROUND:
            before = "… " + before[-AROUND:].partition(" ")[2]
        if len(after) > AROUND:
            after = after[:AROUND].rpartition(" ")[0] + " …"
        return Words(anchor, before, after)


def best(evidence: tuple[Anchor, ...]) -> Anchor:
    """The evidence that reads best alone: opening like a sentence, neither a scrap nor a paragraph; else the first."""
    return max(evidence, key=lambda a: a.exact[:1].isupper() + (40 <= len(a.exact) <= 260))


def standing_evidence(event: Event) -> tuple[Anchor, ...]:
    """The evidence from the reports that tell where it stands now; all of it where none does."""
    telling = {p.document for p in event.history if p.status == event.status}
    return tuple(a for a in event.evidence if a.document in telling) or event.evidence


def timeline_word(entry: TimelineEntry) -> str:
    """Where a line of the timeline stands; nothing where it simply took place, as most do."""
    return "" if entry.status == "held" else standing_word(entry.status, entry.evidence)


def standing_word(status: str, evidence: tuple[Anchor, ...]) -> str:
    """Where something stands, as a reader is told: what is only put off is not called cancelled."""
    put_off = status == "cancelled" and any(PUT_OFF.search(a.exact) for a in evidence)
    return "put off" if put_off else status
