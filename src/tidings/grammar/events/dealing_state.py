"""Where a dealing stands: by the latest answer to it, by what was done, by its own words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tidings.grammar.events.plover import HOSTILE
from tidings.grammar.events.story import Member
from tidings.model import Event, Link, Resolved

__all__ = ["ASKED", "Answer", "is_made_good", "state_of", "term_of"]

CLOSED = frozenset({"refusal", "accusation", "denial"})
ASKED = frozenset({"offer", "counter_offer", "demand", "condition"})
TERM = re.compile(r"\b(?:by|until|till|before|no later than|not later than)\s+(?:the\s+)?$", re.I)
# Weight from which an answer decides; of 86 answers on 23 stories and 89 piles .5 to .69 hold 7 of 21 times, from .7 42 of 65.
DECIDES = 0.67
# From another report, which tells it no earlier and in like words: on ten stories those below .67 held each time, in one text 1 of 6.
ELSEWHERE = 0.5
DONE = frozenset({"held", "ongoing"})
# "fulfilled its warning", "made good on his promise", up to the word for it
MADE_GOOD = re.compile(
    r"(?<!not )(?<!never )(?<!n't )(?<!n’t )(?<!had )\b(?:fulfil(?:l?s|led)|carr(?:ies|ied) out|(?:made|makes) good on|kept|honou?red|(?:delivered|followed through) on)\s(?:\w+\s){0,3}$",
    re.I,
)
AS_SAID = re.compile(r"\bas (?:promised|pledged|offered|threatened)\b")
TO_COME = re.compile(r"\b(?:will|would|shall|going to|(?:is|are|was|were) (?:due |expected )?to)\b|['’]ll\b")
DEEDS = HOSTILE | {"AID", "RETREAT", "CONCEDE"}
OUTCOME_OF_TYPE = {"REJECT": "rejected", "CONCEDE": "accepted", "AGREE": "accepted"}
FITS = {
    "accepted": ASKED,
    "rejected": ASKED,
    "withdrawn": ASKED | {"agreement", "warning"},
    "signed": frozenset({"agreement"}),
    "kept": frozenset({"agreement"}),
    "breached": frozenset({"agreement"}),
    "lapsed": frozenset({"agreement"}),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """An act that answers another: its event, what its words make of the other, when it was done or reported."""

    event: Event
    link: Link
    outcome: str | None
    day: str
    decided: bool = False
    counter: bool = False  # calls what it answers a counter-proposal
    fresh: bool = False  # an offer or demand in its turn, which decides nothing


def state_of(
    event: Event, kind: str, members: Sequence[Member], answers: Sequence[Answer]
) -> tuple[str, tuple[str, ...]]:
    """The state by the latest answer, else by the dealing's own words; open where nothing tells."""
    if kind in CLOSED:
        return "open", ()
    told = [(outcome, a) for a in answers if (outcome := made_of(a, kind)) is not None and is_sure(outcome, a)]
    if kind in {"warning", "offer"} and any(is_made_good(m) for m in members) and not any(a.decided for _, a in told):
        return "kept", ("told as made good",)
    spoken = [(outcome, a) for outcome, a in told if a.event.type in OUTCOME_OF_TYPE]
    if any(outcome == "rejected" for outcome, _ in spoken):
        told = [
            (outcome, a)
            for outcome, a in told
            if a.decided or a.outcome != "accepted" or a.event.type in OUTCOME_OF_TYPE
        ]
    if told:
        outcome, last = max(told, key=lambda t: (t[1].decided, t[1].day, t[1].link.weight, t[1].event.id))
        return outcome, (last.link.why,)
    if kind == "agreement":
        return agreement_state(event, members), ()
    if event.status == "cancelled":
        return "withdrawn", ()
    if (
        kind in {"warning", "offer", "condition"}
        and event.type in DEEDS
        and event.status in DONE
        and done_later(members)
    ):
        return "kept", ("later reports tell it as done",)
    return "open", ()


def is_sure(outcome: str, answer: Answer) -> bool:
    """Whether an answer is sure enough to decide."""
    one, other = (member.partition("/")[0] for member in (answer.link.a, answer.link.b))
    least = DECIDES if one == other else ELSEWHERE
    return answer.decided or outcome not in {"accepted", "rejected"} or answer.link.weight >= least


def term_of(members: Sequence[Member], resolved: Mapping[tuple[str, int], Resolved]) -> str | None:
    """The day until which it stands, by a "by", "until" or "before" in the clauses that tell it."""
    found: list[str] = []
    for m in members:
        text = m.reading.document.text
        for index, time in enumerate(m.reading.times):
            known = resolved.get((m.document, index))
            if known is None or known.to is None or known.grain != "day" or not m.mention.clause.meets(time.span):
                continue
            if TERM.search(text[m.mention.clause.start : time.span.start]):
                found.append(known.to)
    return max(found, default=None)


def done_later(members: Sequence[Member]) -> bool:
    """Whether a report tells it as done that came after one which told it as still to come."""
    coming = [m.reported or "" for m in members if m.mention.status in {"announced", "conditional"}]
    done = [m.reported or "" for m in members if m.mention.status in DONE and m.reported]
    return bool(coming and done) and max(done) > min(coming)


def is_made_good(member: Member) -> bool:
    """Whether a telling names a promise or a threat as one that was kept."""
    text, at = member.reading.document.text, member.mention.trigger.start
    clause = member.mention.clause
    said = text[clause.start : clause.end + 20]
    done = member.mention.status in DONE and AS_SAID.search(said) is not None and TO_COME.search(said) is None
    return done or MADE_GOOD.search(text[max(0, at - 60) : at]) is not None


def made_of(answer: Answer, kind: str) -> str | None:
    """What an answer makes of a dealing of a kind, by its words, else by its type."""
    if answer.fresh:
        return None
    if answer.outcome is not None:
        return answer.outcome if kind in FITS.get(answer.outcome, frozenset()) else None
    return OUTCOME_OF_TYPE.get(answer.event.type) if kind in ASKED else None


def agreement_state(event: Event, members: Sequence[Member]) -> str:
    """Signed where it was concluded, open while it is only announced, withdrawn when called off."""
    if event.status in DONE and event.type == "SUPPORT":
        return "signed"
    if event.status == "cancelled":
        return "withdrawn"
    return "accepted" if event.type == "AGREE" and event.status == "held" and members else "open"
