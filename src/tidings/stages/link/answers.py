"""link/answers: which refusal, acceptance, denial or deed answers which offer, demand, accusation or threat."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tidings.grammar.dates.calendar import days_of
from tidings.grammar.events.answering import (
    ASKING,
    BARGAIN,
    DEEDS,
    FAR,
    RESTRAINT,
    AnswerCard,
    fit,
    is_promise,
    is_view,
    outcome_of,
    realises,
)
from tidings.grammar.events.echoed import echoed
from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.opposite import is_another
from tidings.grammar.events.plover import HOSTILE
from tidings.grammar.events.topic_words import topic_stems
from tidings.model import EventMention, Link, Linked, Participant, Reading
from tidings.stage import Round
from tidings.text.quantities import quantities
from tidings.text.terms import news_share

__all__ = ["Answers"]

NO_COMMENT = re.compile(
    r"(?:to )?(?:comment|elaborate|give (?:further )?details|be (?:named|identified|drawn|quoted))\b"
)
MEETS = re.compile(
    r"(?:meet|met|satisf|heed|yield|bow|compl[iy]|grant|fulfil|honou?r|gave in|give in|given in|giving in|accept|pa(?:id|ys?)\b)",
    re.I,
)
TO_CALL = re.compile(
    r"(?:to )?(?:call|request|demand|appeal)(?: (?:on|for))?\b", re.I
)  # a verb, and no word for what was asked
MOUTHPIECE = r"(?:lawyer|attorney|counsel|solicitor|barrister|spokes(?:man|woman|person)|adviser|aide)s?"
OF_MOUTHPIECE = re.compile(rf"['’]s? (?:[a-z]+ )?{MOUTHPIECE}\b", re.I)
MOUTHPIECE_OF = re.compile(rf"\b{MOUTHPIECE} (?:for|of) (?:the )?$", re.I)
NAMED = frozenset({"offer", "counter_offer", "demand"})
BEFORE = 30  # characters: "spokeswoman for the "


@dataclass(frozen=True)
class Answers(Round[AnswerCard]):
    """Tie an answer to what it answers, from the other side, in like words or just before in one text."""

    name = "link/answers"
    version = 17
    kind = "event"
    rarest: int = 6  # words by which a question and its answer in two reports may meet

    def cards(self, reading: Reading, linked: Linked) -> Iterable[AnswerCard]:
        """One card an event that is, or answers, a dealing."""
        entity = linked.group_of("entity")
        for event in reading.events:
            if is_no_comment(reading, event):
                continue
            outcome = outcome_of(reading, event)
            if event.dealing is not None or outcome is not None or is_deed(event):
                yield card(reading, entity, event, outcome)

    def member(self, card: AnswerCard) -> str:
        """The mention's id."""
        return card.id

    def keys(self, card: AnswerCard) -> Iterable[str]:
        """Its document, each party and state of either side, and the rarest words of what is asked or done."""
        yield f"answers in {card.document}"
        for side in sorted(card.actors | card.recipients | card.states | card.others):
            yield f"answers {side}"
        share = news_share()
        for word in sorted(card.key_words, key=lambda w: (share.get(w, 0.0), w))[: self.rarest]:
            yield f"asks {word}"

    def compare(self, group: Sequence[AnswerCard]) -> Iterator[Link]:
        """The best thing that each answer in the group may answer."""
        ordered = sorted(group, key=lambda c: c.id)
        best: dict[str, tuple[float, AnswerCard, str]] = {}
        asking = [card for card in ordered if card.dealing in ASKING]
        for one, asked in product(ordered, asking):
            if one is asked:
                continue
            weight, why = realises(one, asked)
            if weight:
                yield Link("event", one.id, asked.id, "realises", weight, why, self.origin)
            weight, why = fit(one, asked)
            held = best.get(one.id)
            if weight >= self.least and (held is None or (weight, asked.id) > (held[0], held[1].id)):
                best[one.id] = (weight, asked, why)
        for id_ in sorted(best):
            weight, asked, why = best[id_]
            yield Link("event", id_, asked.id, "answers", round(weight, 3), why, self.origin)


def is_no_comment(reading: Reading, event: EventMention) -> bool:
    """Whether somebody only declines to speak: no answer to anything."""
    about = event.about
    text = reading.document.text
    return event.dealing == "refusal" and about is not None and NO_COMMENT.match(text, about.start) is not None


def is_deed(event: EventMention) -> bool:
    """Whether it is something done that may have been asked for, offered or threatened before."""
    return event.dealing is None and event.type in DEEDS | HOSTILE and event.status in {"held", "ongoing"}


def card(reading: Reading, entity: dict[str, str], event: EventMention, outcome: str | None) -> AnswerCard:
    """The card of one event."""
    text = reading.document.text
    about = "" if event.about is None else text[event.about.start : event.about.end]
    clause = text[event.clause.start : event.clause.end]
    source = echoed(reading, event)
    if source is not None and source.about is not None:
        about = text[source.about.start : source.about.end]
    matter = TO_CALL.sub("", about, count=1) if about.startswith("to ") and TO_CALL.match(about) else about
    first, last = days(reading, event)
    return AnswerCard(
        id=event.id,
        document=reading.document.id,
        dealing=event.dealing,
        outcome=outcome,
        actors=named(reading, entity, (*event.actors, *denier(reading, event))),
        recipients=named(reading, entity, event.recipients),
        states=states(reading, (*event.actors, *denier(reading, event))),
        others=states(reading, event.recipients),
        words=topic_stems([about, clause]) | figures([about, clause]),
        about=topic_stems([matter]) | figures([matter]),
        at=event.trigger.start,
        reported=(reading.document.published or "")[:10] or None,
        bargains=bool(BARGAIN.search(clause)) or (event.dealing == "offer" and after_refusal(reading, event)),
        deed=outcome is None and is_deed(event),
        type=event.type,
        promised=is_promise(reading, event),
        restraint=bool(RESTRAINT.match(about)),
        first=first,
        last=last,
        mode=event.mode,
        speaks_for=named(reading, entity, principals(reading, event)),
        addressed=bool(event.recipients),
        meets=MEETS.match(text, event.trigger.start) is not None,
        view=is_view(reading, event),
        after=frozenset() if about else topic_stems([text[event.trigger.end : event.clause.end]]),
        named=tuple(matters_named(reading, event)),
        nameless=bool(event.recipients)
        and all(p.chain is None or not reading.chains[p.chain].named for p in event.recipients),
        invites=text[event.trigger.start : event.trigger.end].lower().startswith("invit"),
        echoes=None if source is None else source.id,
    )


def matters_named(reading: Reading, event: EventMention) -> Iterator[frozenset[str]]:
    """What the offers and demands are about that an answer's own words name behind it."""
    text, kinds = reading.document.text, noun_class("offered") | noun_class("demanded")
    own = (event.clause, *(() if event.about is None else (event.about,)))
    for other in reading.events if event.dealing == "refusal" else ():
        inside = event.trigger.end <= other.trigger.start and any(span.covers(other.trigger) for span in own)
        if not inside or other.dealing not in NAMED:
            continue
        clause = text[other.clause.start : other.clause.end]
        more = is_another(clause, text[other.trigger.start : other.trigger.end])
        if other.about is not None or more:  # "a second offer", whatever it is of
            words = clause if other.about is None else text[other.about.start : other.about.end]
            yield topic_stems([" ".join(w for w in words.split() if w.lower().strip(",") not in kinds)])


def denier(reading: Reading, event: EventMention) -> tuple[Participant, ...]:
    """Who speaks, where it is the speaker who denies, whoever acts in what is denied."""
    said = None if event.quote is None else reading.quotes[event.quote]
    if event.dealing != "denial" or said is None or said.speaker is None:
        return ()
    return (Participant(said.source or said.content[0], said.speaker),)


def principals(reading: Reading, event: EventMention) -> Iterator[Participant]:
    """Those whose lawyer or spokesman denies it: "Rask's lawyer rejected the charges"."""
    text, clause = reading.document.text, event.clause
    for n, chain in enumerate(reading.chains) if event.dealing == "denial" else ():
        for span in (reading.mentions[m].span for m in chain.mentions):
            inside = clause.start <= span.start and span.end <= event.trigger.start
            after = OF_MOUTHPIECE.match(text, span.end) or OF_MOUTHPIECE.match(text, span.end - 2)
            before = MOUTHPIECE_OF.search(text[max(0, span.start - BEFORE) : span.start])
            if inside and (after or before):
                yield Participant(span, n)


def days(reading: Reading, event: EventMention) -> tuple[str | None, str | None]:
    """The days of an act by its own words."""
    value = None if event.time is None else reading.times[event.time].value
    found = None if value is None else days_of(value.partition("T")[0])
    return (None, None) if found is None else (found.first.isoformat(), found.last.isoformat())


def figures(texts: Sequence[str]) -> frozenset[str]:
    """What is counted in them: who refuses "10%" answers who offers "10%"."""
    return frozenset(f"{q.figure} {q.unit.lower()}" for text in texts for q in quantities(text) if q.unit)


def after_refusal(reading: Reading, event: EventMention) -> bool:
    """Whether who proposes it has just been told to refuse something: a proposal in its place."""
    own = {p.chain for p in event.actors if p.chain is not None}
    return any(
        e.dealing == "refusal"
        and 0 < event.trigger.start - e.trigger.start <= FAR
        and own & {p.chain for p in e.actors if p.chain is not None}
        for e in reading.events
    )


def named(reading: Reading, entity: dict[str, str], parties: Iterable[Participant]) -> frozenset[str]:
    """The entities of these parties."""
    ids = (reading.chains[p.chain].id for p in parties if p.chain is not None)
    return frozenset(entity.get(i, i) for i in ids)


def states(reading: Reading, parties: Iterable[Participant]) -> frozenset[str]:
    """The states that these parties are or act for."""
    found = (reading.chains[p.chain].country for p in parties if p.chain is not None)
    return frozenset(s for s in found if s is not None)
