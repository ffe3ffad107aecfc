"""Offers and demands that were taken up by what came after: the talks that were asked for or hosted, the mediation that took place."""

import re
from collections.abc import Mapping, Sequence

from tidings.grammar.events.dealing_state import ASKED
from tidings.grammar.events.story import Member
from tidings.grammar.events.story_sides import StorySides
from tidings.model import Anchor, Dealing, Event, Reading
from tidings.text.anchors import anchor

__all__ = ["taken_up"]

BETWEEN = re.compile(
    r"\b(?:mediat\w+|good offices|intermediar\w+|go-between|broker\w*|facilitat\w+|arbitrat\w+|(?:its|his|her|their) services|"
    r"emissar(?:y|ies)|step(?:ping)? in|interced\w+|host(?:s|ed|ing)?|platform|venue)\b",
    re.I,
)
TALKS = re.compile(
    r"\b(?:talks?|negotiations?|negotiate|meet|meeting|summit|dialogue|sit down|host(?:s|ed|ing)?|receive (?:the|both|delegations|them))\b",
    re.I,
)
OTHER = re.compile(
    r"\b(?:not|never|without|no|stop|end|halt|suspend|refrain|seat|agenda|before|after|during|"
    r"mov(?:e|ing)|shift(?:ing)?|relocat(?:e|ing)|transfer(?:ring)?|postpon(?:e|ing)|delay(?:ing)?|adjourn(?:ing)?|cancel(?:l?ing)?|"
    r"boycott(?:ing)?|(?:put|putting|call|calling) off|(?:bring|bringing|put|putting) (?:forward|back))\b",
    re.I,
)
COMING = re.compile(r"\b(?:offer|propos|reject|refus|suggest|declin|would|could|without|no|not)\w*\b", re.I)
AWAY = re.compile(
    r"\b(?:turned (?:away|back|down)|refused|rejected|rebuffed|barred|expelled|no talks|not (?:yet )?begun)\b", re.I
)
NEAR = 70  # characters before a name in which its part is told
SEPARATE = frozenset({"phone", "visit", "third-party"})  # no talks of two sides
Bounds = tuple[str, str]  # the first and last day on which a report may have come out, "" where none is known
HELD = frozenset({"held", "ongoing"})


# "the Chilean mediator", "Chile's special envoy and mediator"; "brokered by Chile", "under the auspices of Chile"
ROLE = re.compile(
    r"(?:['’]s)?(?:\s(?:chief|special|lead|foreign|official|government|envoy|and))*\s(?:mediators?|intermediar(?:y|ies)|go-betweens?|facilitators?)\b"
    r"|,\s(?:the|an?)\s(?:[\w-]{1,20}\s)?(?:mediator|intermediary|go-between|facilitator|broker)\b"
    r"|\s(?:has|have|had)?\s?(?:also\s)?(?:stepped in|mediated|brokered|interceded|acted as (?:a |the )?(?:mediator|intermediary|go-between)|which (?:mediated|brokered))\b"
    r"|,\swhich\s(?:has|had)?\s?(?:mediated|brokered|been mediating)\b"
)
THROUGH = re.compile(
    r"\b(?:(?:mediated|brokered|facilitated|arbitrated|chaired|hosted|convened) (?:jointly )?by|(?:auspices|aegis|mediation|good offices|chairmanship) of|through the mediation of)"
    r" (?:the )?(?:[\w’'-]{1,20} ){0,3}$"
)


def taken_up(
    sides: StorySides,
    told: Sequence[tuple[Dealing, Sequence[Member]]],
    events: Sequence[Event],
    readings: Sequence[Reading],
    days: Mapping[str, Bounds],
) -> dict[str, Anchor]:
    """What later reports tell as done of the offers and demands of talks, of a place for them or of a go-between, open or refused before."""
    found: dict[str, Anchor] = {}
    refused = {d.answers: max(days[a.document][1] for a in d.evidence) for d, _ in told if d.kind == "refusal"}
    meetings = [e for e in events if e.type == "CONSULT" and e.status in HELD]
    for dealing, own in told:
        first = min((day for m in own if (day := days[m.document][1])), default=None)
        since = refused.get(dealing.id, "") if dealing.state == "rejected" else ""
        if (
            (dealing.state != "open" and not since)
            or dealing.kind not in ASKED - {"condition"}
            or dealing.from_ is None
            or first is None
        ):
            continue
        words = topic(own)
        between = BETWEEN.search(words) is not None
        goes_between = dealing.kind == "offer" and between
        talks = TALKS.search(words) is not None and OTHER.search(words) is None
        who = dealing.from_ if goes_between else dealing.to if dealing.kind == "demand" and between else None
        later = [(day, r) for r in readings if (day := days[r.document.id][0]) > min(first, dealing.date or first)]
        role = None if who is None else acts_between(sides, who, own, later)
        if role is not None:
            found[dealing.id] = role
            continue
        if not (goes_between or talks):
            continue
        shown = [
            at
            for event in meetings
            if event.id != dealing.event
            for at in event.evidence
            if days[at.document][0] > max(first, since)
            and (
                (goes_between and has_gone_between(sides, dealing, event))
                or (talks and not had_begun(dealing, event, first, days) and were_held(sides, dealing, event, at))
            )
        ]
        if shown:
            found[dealing.id] = min(shown, key=lambda a: (days[a.document][0], a.document, a.start))
    return found


def acts_between(
    sides: StorySides, who: str, members: Sequence[Member], later: Sequence[tuple[str, Reading]]
) -> Anchor | None:
    """Where a report after an offer or a request names a side as the go-between: "the Chilean mediator", "brokered by Chile"."""
    side = sides.side.get(who)
    shown: list[tuple[str, str, int, Anchor]] = []
    for told, reading in later:
        for start, end, named in sides.places.get(reading.document.id, ()):
            text = reading.document.text
            near = text[max(0, start - NEAR) : start]
            if named != side or not (ROLE.match(text, end) or THROUGH.search(near)) or COMING.search(near):
                continue
            sentence = next((s for s in reading.sentences if s.start <= start < s.end), None)
            if sentence is not None and AWAY.search(text, start, sentence.end):
                continue
            if sentence is not None and not any(
                sentence.covers(m.mention.trigger) for m in members if m.document == reading.document.id
            ):
                shown.append((told, reading.document.id, start, anchor(reading.document, sentence)))
    return min(shown, key=lambda s: s[:3])[-1] if shown else None


def topic(members: Sequence[Member]) -> str:
    """What a dealing is about, in the words of its tellings."""
    spans = ((m.reading.document.text, m.mention.about or m.mention.clause) for m in members)
    return " / ".join(text[span.start : span.end] for text, span in spans)


def has_gone_between(sides: StorySides, dealing: Dealing, event: Event) -> bool:
    """Whether an event is the mediation of the side that offered it."""
    giver = sides.side.get(dealing.from_ or "")
    return event.mode == "third-party" and giver in {sides.side.get(who) for who in event.actors}


def had_begun(dealing: Dealing, event: Event, first: str, days: Mapping[str, Bounds]) -> bool:
    """Whether an event began before what was asked for or offered, by its own day or else by the reports of the two."""
    if event.date.from_ is not None:
        return event.date.from_ < (dealing.date or first)
    return any((days[a.document][1] or first) < first for a in event.evidence)


def were_held(sides: StorySides, dealing: Dealing, event: Event, at: Anchor) -> bool:
    """Whether an event is talks that fit what was asked or offered, by with whom it was to be."""
    if event.mode in SEPARATE:
        return False
    giver, taker = sides.side.get(dealing.from_ or ""), sides.side.get(dealing.to or "")
    met = {sides.side[who] for who in (*event.actors, *event.recipients) if who in sides.side}
    named = met | {side for start, _, side in sides.places.get(at.document, ()) if at.start <= start < at.end}
    others = {side for side in met if side != giver and sides.is_land(side)}
    return giver in named and (taker in met if taker is not None and taker != giver else bool(others))
