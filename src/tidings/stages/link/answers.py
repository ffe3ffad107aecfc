"""link/answers: which refusal, acceptance or counter-offer answers which offer or demand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from tidings.grammar.events.match import likeness
from tidings.grammar.events.topic_words import WORD, topic_stems
from tidings.lexicon import rows
from tidings.model import EventMention, Link, Linked, Participant, Reading
from tidings.stage import Round

__all__ = ["AnswerCard", "Answers"]

ANSWERABLE = frozenset({"offer", "counter_offer", "demand", "condition", "agreement"})
OFFERED = frozenset(
    {"offer", "proposal", "bid", "idea", "plan", "deal", "invitation", "swap", "exchange", "suggestion"}
)
DEMANDED = frozenset({"demand", "request", "requirement", "call", "appeal", "ultimatum", "condition", "term"})
BARGAIN = re.compile(r"\bin (?:return|exchange|turn)\b|\bcounter-?(?:offer|proposal)|\bswap", re.I)
DEEDS = frozenset({"RETREAT", "CONCEDE", "AID", "CONSULT"})  # acts that may be what was asked for
FULFILLED = 0.34  # likeness of a deed to the demand that it fulfils; tuned on the three stories in examples/
DEALS = frozenset({"agreement", "deal", "accord", "treaty", "truce", "ceasefire", "pact", "promise", "word"})
FAR = 1500  # characters: the length of about ten sentences


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """A dealing or an answer to one: who, to whom, in which words, where in the text."""

    id: str
    document: str
    dealing: str | None
    outcome: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    states: frozenset[str]  # of the actors
    others: frozenset[str]  # states of the recipients
    words: frozenset[str]
    about: frozenset[str]
    at: int
    reported: str | None
    bargains: bool = False  # something for something
    deed: bool = False  # done, and no dealing itself


@dataclass(frozen=True)
class Answers(Round[AnswerCard]):
    """Tie an answer to what it answers, from the other side, in like words or just before in one text."""

    name = "link/answers"
    kind = "event"

    def cards(self, reading: Reading, linked: Linked) -> Iterable[AnswerCard]:
        """One card an event that is, or answers, a dealing."""
        entity = linked.group_of("entity")
        for event in reading.events:
            outcome = outcome_of(reading, event)
            if event.dealing is not None or outcome is not None or is_deed(event):
                yield card(reading, entity, event, outcome)

    def member(self, card: AnswerCard) -> str:
        """The mention's id."""
        return card.id

    def keys(self, card: AnswerCard) -> Iterable[str]:
        """Its document, each party and state of either side, and each word of what is asked or done."""
        yield f"answers in {card.document}"
        for side in sorted(card.actors | card.recipients | card.states | card.others):
            yield f"answers {side}"
        if card.deed or card.dealing == "demand":
            for word in sorted(card.words if card.deed else card.about):
                yield f"asks {word}"

    def compare(self, group: Sequence[AnswerCard]) -> Iterator[Link]:
        """The best thing that each answer in the group may answer."""
        ordered = sorted(group, key=lambda c: c.id)
        best: dict[str, tuple[float, AnswerCard, str]] = {}
        for deed, asked in permutations(ordered, 2):
            alike = fulfils(deed, asked)
            if alike >= FULFILLED:
                weight = round(min(0.95, 0.4 + alike / 2), 3)
                yield Link(
                    "event", deed.id, asked.id, "realises", weight, "done as was asked, in like words", self.origin
                )
        for answer, asked in permutations(ordered, 2):
            weight, why = fit(answer, asked)
            held = best.get(answer.id)
            if weight >= self.least and (held is None or (weight, asked.id) > (held[0], held[1].id)):
                best[answer.id] = (weight, asked, why)
        for id_ in sorted(best):
            weight, asked, why = best[id_]
            yield Link("event", id_, asked.id, "answers", round(weight, 3), why, self.origin)


def is_deed(event: EventMention) -> bool:
    """Whether it is something done that may have been asked for before."""
    return event.dealing is None and event.type in DEEDS and event.status in {"held", "ongoing"}


def fulfils(deed: AnswerCard, asked: AnswerCard) -> float:
    """How like a deed is to the demand it may fulfil: done by those it was asked of, told later."""
    if not deed.deed or asked.dealing != "demand" or deed.document == asked.document:
        return 0.0
    if deed.reported is None or asked.reported is None or deed.reported <= asked.reported:
        return 0.0
    theirs = bool(deed.actors & asked.recipients or deed.states & asked.others)
    unsaid = not asked.recipients and not deed.states & asked.states
    return likeness(asked.about, deed.words) if theirs or unsaid else 0.0


def fit(answer: AnswerCard, asked: AnswerCard) -> tuple[float, str]:
    """How well `answer` answers `asked`, and why; 0 where it cannot."""
    if asked.dealing not in ANSWERABLE or not may_answer(answer, asked):
        return 0.0, ""
    if (answer.actors & asked.actors and asked.dealing != "agreement") or (
        answer.states and answer.states & asked.states and asked.dealing != "agreement"
    ):
        return 0.0, ""
    if answer.recipients and asked.actors and not (answer.recipients & asked.actors or answer.others & asked.states):
        return 0.0, ""
    alike = max(likeness(answer.about, asked.words), likeness(answer.words, asked.words) * 0.8)
    bare = not answer.about and answer.dealing not in ANSWERABLE  # "and she accepted"
    names = (
        bare
        or (answer.about & OFFERED and asked.dealing in {"offer", "counter_offer"})
        or (answer.about & DEMANDED and asked.dealing in {"demand", "condition"})
    )
    weight, why = 0.3 + alike / 2, "like words"
    if answer.document == asked.document:
        gap = answer.at - asked.at
        if 0 < gap <= FAR:
            weight += 0.25 * (1 - gap / FAR) + (0.2 if names else 0.0)
            why = "told just before" if alike < 0.3 else "told just before, in like words"
    if answer.dealing == "counter_offer" and asked.dealing == "offer":
        weight += 0.2
    return min(0.95, weight), why


def may_answer(answer: AnswerCard, asked: AnswerCard) -> bool:
    """Whether an answer of this kind can meet what was asked."""
    if answer.dealing == "denial" or answer.deed:
        return False
    if answer.dealing == "offer":
        return answer.bargains and asked.dealing in {"offer", "condition"}
    if answer.dealing == "counter_offer":
        return asked.dealing == "offer"
    if answer.outcome in {"kept", "breached", "withdrawn", "lapsed"}:
        return asked.dealing == "agreement" or answer.outcome == "withdrawn"
    if answer.dealing == "refusal" or answer.outcome == "rejected":
        return asked.dealing != "agreement"
    return answer.outcome == "accepted" and answer.dealing not in ANSWERABLE and asked.dealing != "agreement"


def outcome_of(reading: Reading, event: EventMention) -> str | None:
    """What the event's trigger says became of something: accepted, rejected, breached …"""
    if event.status not in {"held", "ongoing", "announced"}:
        return None
    if event.type == "ACCUSE":
        return "breached" if tells_breach(reading, event) else None
    word = reading.document.text[event.trigger.start : event.trigger.end].lower()
    return next((outcome for root, outcome in rows("outcome_words.tsv") if word.startswith(root)), None)


def tells_breach(reading: Reading, event: EventMention) -> bool:
    """Whether an accusation is that an agreement was broken."""
    text = reading.document.text
    said = WORD.findall(text[event.clause.start : event.clause.end].lower())
    broken = {root for root, outcome in rows("outcome_words.tsv") if outcome == "breached"} - {"ignor"}
    return any(w in DEALS for w in said) and any(w.startswith(root) for w in said for root in broken)


def card(reading: Reading, entity: dict[str, str], event: EventMention, outcome: str | None) -> AnswerCard:
    """The card of one event."""
    text = reading.document.text
    about = "" if event.about is None else text[event.about.start : event.about.end]
    clause = text[event.clause.start : event.clause.end]
    return AnswerCard(
        id=event.id,
        document=reading.document.id,
        dealing=event.dealing,
        outcome=outcome,
        actors=named(reading, entity, event.actors),
        recipients=named(reading, entity, event.recipients),
        states=states(reading, event.actors),
        others=states(reading, event.recipients),
        words=topic_stems([about, clause]),
        about=topic_stems([about]),
        at=event.trigger.start,
        reported=(reading.document.published or "")[:10] or None,
        bargains=bool(BARGAIN.search(clause)),
        deed=outcome is None and is_deed(event),
    )


def named(reading: Reading, entity: dict[str, str], parties: Iterable[Participant]) -> frozenset[str]:
    """The entities of these parties."""
    ids = (reading.chains[p.chain].id for p in parties if p.chain is not None)
    return frozenset(entity.get(i, i) for i in ids)


def states(reading: Reading, parties: Iterable[Participant]) -> frozenset[str]:
    """The states that these parties are or act for."""
    found = (reading.chains[p.chain].country for p in parties if p.chain is not None)
    return frozenset(s for s in found if s is not None)
