"""A party denies what others assert."""

from collections.abc import Iterator

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.model import Anchor, Dealing, Span, Telling

__all__ = ["denials"]

NEAR = 500  # code points before a denial in which "this" finds what it denies: a paragraph
DENIABLE = ("offer", "counter_offer", "demand", "agreement", "accusation", "condition")


def denials(telling: Telling) -> Iterator[Dispute]:
    """Each denial against the event it names, else against the nearest dealing told just before it."""
    events = {e.id: e for e in telling.events}
    for denial in telling.dealings:
        if denial.kind != "denial":
            continue
        event = events.get(denial.event or "")
        asserted = tuple(a for a in event.evidence if not overlaps(a, denial.evidence)) if event else ()
        about = event.summary if event and asserted else denial.about
        if not asserted and (told := denied_dealing(telling, denial)):
            asserted, about = told.evidence, told.about
        if asserted:
            sides = (("asserted", claims(asserted)), ("denied", claims(denial.evidence)))
            yield Dispute("denial", about, sides, ("a party denies what is reported",))


def denied_dealing(telling: Telling, denial: Dealing) -> Dealing | None:
    """The dealing told last before the denial in the same passage."""
    best: tuple[int, str] | None = None
    found = None
    for dealing in telling.dealings:
        if dealing.kind not in DENIABLE:
            continue
        for told in dealing.evidence:
            for said in denial.evidence:
                gap = said.start - told.end
                if told.document == said.document and 0 <= gap <= NEAR and (best is None or (gap, dealing.id) < best):
                    best, found = (gap, dealing.id), dealing
    return found


def overlaps(a: Anchor, others: tuple[Anchor, ...]) -> bool:
    return any(a.document == o.document and a.start < o.end and o.start < a.end for o in others)


def claims(anchors: tuple[Anchor, ...]) -> tuple[Claim, ...]:
    return tuple(Claim(a.document, Span(a.start, a.end)) for a in anchors)
