"""Which tellings of acts are what somebody denies elsewhere: "X said Y had paid", and then "Y rejected the claim"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.denials import denials
from tidings.grammar.disputes.scene import Scene
from tidings.model import EventMention, Reading, Span
from tidings.text.meaning import covered

__all__ = ["DeniedTelling", "denied_tellings"]

# Share of what is denied that the act's clause must come to; as for accusations in `denials`, read on the stories of examples/.
MET = 0.25
PARTIES = frozenset({"country", "organization"})
OPENING = 30  # characters by which the words denied are known to be the whole assertion
CHARGED = 0.5  # the same where the sentence tells an accusation, which is what a denial answers first


@dataclass(frozen=True, slots=True)
class DeniedTelling:
    """A telling, the report that says it is not so, and the chain there of who denies it."""

    mention: str
    document: str
    by: str | None


def denied_tellings(scene: Scene) -> Iterator[DeniedTelling]:
    """The tellings that rest on somebody's word or rumour and that a party denies, each with the denial."""
    for dispute in denials(scene):
        sides = dict(dispute.sides)
        against = sides["denied"][0]
        by = denier(scene.readings[against.document], sides["denied"])
        for claim in sides["asserted"]:
            told = meant(scene.readings[claim.document], claim, dispute.about)
            if told is not None:
                yield DeniedTelling(told.id, against.document, by)


def meant(reading: Reading, claim: Claim, about: str) -> EventMention | None:
    """The act of an assertion that is denied: the only one, or the one whose clause comes nearest to the words denied."""
    here = [e for e in reading.events if claim.span.start <= e.trigger.start < claim.span.end]
    open_ = [e for e in here if e.type not in {"ACCUSE", "REJECT"} and e.status != "denied" and is_word_of_others(e)]
    text = reading.document.text
    if text.startswith(about[:OPENING], claim.span.start):
        return open_[0] if len(open_) == 1 == len(here) else None  # "denied it": nothing tells one act from another
    least = CHARGED if any(e.type == "ACCUSE" for e in here) else MET
    near = {e.id: round(covered(about, text[e.clause.start : e.clause.end]), 1) for e in open_}
    open_ = [e for e in open_ if near[e.id] >= least]
    return min(open_, key=lambda e: (-near[e.id], -e.trust, e.id), default=None)


def is_word_of_others(event: EventMention) -> bool:
    """Whether the outlet does not tell it in its own voice."""
    return event.quote is not None or event.status == "rumoured"


def denier(reading: Reading, against: Sequence[Claim]) -> str | None:
    """The chain of who denies, if a party: by the acts told in the words of the denial, else who is quoted there."""
    spans = [c.span for c in against if c.document == reading.document.id]
    acts = (e for e in reading.events if e.dealing in {"denial", "refusal"} and lies_in(spans, e.trigger.start))
    acting = (p.chain for e in acts for p in e.actors)
    speaking = (q.speaker for q in reading.quotes if any(lies_in(spans, c.start) for c in q.content))
    chains = (reading.chains[c] for c in (*acting, *speaking) if c is not None)
    return next((c.id for c in chains if c.kind in PARTIES or c.country is not None or c.roles), None)


def lies_in(spans: Sequence[Span], at: int) -> bool:
    """Whether a place lies in one of the spans."""
    return any(s.start <= at < s.end for s in spans)
