"""Who did it where no telling names them: police or troops in a state's town, those who let go of whom they held, the two sides of talks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tidings.grammar.events.meant_bodies import body_acting, meant
from tidings.grammar.events.story import Member
from tidings.grammar.events.story_sides import StorySides
from tidings.model import Event, Span

__all__ = ["with_doers"]

# Who acts for the state in whose land they act, right before their verb: "foreign troops", "rebel soldiers", "ex-soldiers" and
# "troops of the junta" act for somebody else, and one officer may act for nobody.
OF_STATE = r"(?:riot|border|local|military|state|traffic|federal|national|government|city|provincial|regional|special|elite|armed|uniformed|plain-?clothes)"
FORCE = re.compile(
    r"(?<![\w’'-])(?P<who>(?P<article>(?:the|some) (?!of )|an? (?=(?:\w{1,20} ){0,2}(?:prosecutor|judge|magistrate|court)\b))?"
    rf"(?:{OF_STATE} ){{0,2}}"
    r"(?:police(?:men)?|officers|gendarmes|gendarmerie|army|military|troops|soldiers|navy|marines|coast ?guards?|security (?:forces|services?)|"
    r"prosecutors?|judges?|magistrates?|courts?|customs|authorities)(?: (?:officers|units?|patrols?|command|officials))?)"
    r"(?:,? (?:has|have|had|also|later|then|again|since|meanwhile|[a-z]{1,20}ly|on \w{3,6}day(?: \w{1,12})?),?){0,4}\s\Z",
    re.IGNORECASE,
)
# What stands before a subject: "U.S. troops" and "a bomb near the court" have none of it.
EDGE = re.compile(
    r"(?:\A|(?<!\b\w)[.]\s|[,;:!?–—]\s|\s-\s|[(“\"‘]|\b(?:that|when|after|before|while|where|because|since|until|as|but|then|later|said|says|\w{3,6}day)\s"
    r"|\b(?:[Ii]n|[Aa]t|[Nn]ear) (?:[A-Z][\w’'-]{1,30} ){1,3})\Z"
)
BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
# Troops that rise act against their state.
RISING = re.compile(
    r"\b(?:mutinied|mutinying|mutinous|rebelled|revolted|defected|deserted|overthrew|ousted|toppled|deposed"
    r"|(?:in|staged?|launched|mounted|led) an? (?:\w{1,20} )?(?:coup|putsch|mutiny)|(?:seiz|tak|took|grab)\w{0,4} power"
    r"|(?:arrest|detain|seiz|storm|captur)\w{0,4} (?:the )?(?:presidential palace|royal palace|president|parliament|state (?:television|radio)))\b",
    re.I,
)
# What only the law does to people, told without who did it.
BY_LAW = re.compile(
    r"(?:arrested|jailed|imprisoned|remanded|sentenced|charged|indicted|convicted|fined|prosecuted|deported)\Z", re.I
)
JAILED = re.compile(
    r"\b(?:prison(?:ers?)?|jails?|custody|bail|detainees|detention|arrested|pardoned|amnesty|charges?)\b", re.I
)
# Who holds people outside the law: their release is nobody's act of state.
OUTLAWS = re.compile(
    r"\b(?:rebels?|guerr?illas?|insurgents?|militants?|militias?|jihadis?ts?|kidnapp\w{1,5}|captors?|gunmen|pirates?|gangs?|cartels?|separatists?|by)\b",
    re.I,
)
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are|who|people|men|women|suspects)(?: [a-z]+ly| also| then| later)*\s\Z"
)
BY = re.compile(r"[^.,;:]{0,40}?\bby\s(?!\w+day|[Nn]oon|the end|then|now)")
SCENE = re.compile(r"\b(?:in|at|near|outside|around|across|throughout)\s(?:[a-z-]+\s){0,3}\Z", re.I)
LED = 30  # characters before a place in which that stands
TALKS = frozenset({"talks", "negotiations"})
HOLDING = frozenset({"arrest", "seize", "abduct"})
LET_GO = re.compile(
    r"\b(?:releas(?:ed?|es|ing)|fre(?:e|ed|es|eing)|let(?:s|ting)? (?:\w{1,20} ){0,4}go|(?:hand|turn)(?:ed|s|ing)? (?:\w{1,20} ){0,4}(?:over|back)|hand-?over|"
    r"pardon(?:ed|s|ing)?|acquit(?:s|ted|ting|tal)?|amnesty|sen[dt]s? (?:\w{1,20} ){0,4}(?:home|back)|(?:was|were|been|being) returned|exchang(?:ed?|es|ing)|swap(?:s|ped|ping)?)\b",
    re.I,
)
NOT_LET_GO = re.compile(
    r"\b(?:escap(?:ed?|es|ing)|fle[ed]\w{0,4}|broke out|break-?out|jail-?break|rescu(?:ed?|es|ing|ers?)|raid(?:ed|s)?|storm(?:ed|ing)?|commandos?|ransom|visit(?:ed|s|ing|ors?)?)\b",
    re.I,
)
# "the talks" alone, of which the reader is to know whose they are: not "talks", nor "wage talks", nor "the talks between bakers and mills"
BARE_TALKS = re.compile(
    r"\b[Tt]he (?:(?:new|latest|first|second|third|last|next|direct|resumed|two-day|three-day) )?\Z"
)
WHOSE_TALKS = re.compile(r"\s(?:between|with|of|among|for|over|on|about|by|at)\b")
BARE_DEAL = re.compile(
    r"\b[Tt]he (?:final |new )?(?:agreement|accord|deal|pact|treaty|truce|cease-?fire|protocol|memorandum)\b(?!\s(?:between|with|of|among|for|over|on|about|by))"
)
# Talks of a kind or of somebody, with whether they are none: "wage talks", "talks between bakers and mills", but "the talks".
TALKS_OF = re.compile(
    r"\b(?P<bare>[Tt]he )?(?:talks|negotiations)\b(?P<whose> (?:between|with|of|among|for|over|on|about)\b)?"
)
MEETING = frozenset({"CONSULT", "AGREE", "SUPPORT"})
WHY_FORCE = "who did it is not named: the state in which it was done"
WHY_BODY = "who did it is told by a bare noun: the one that the report has named"
WHY_HELD = "who let them go is not stated: who held them"
WHY_BOTH = "who takes part is not stated: both sides of the story"


def with_doers(
    sides: StorySides, members: Mapping[str, Sequence[Member]], two: tuple[str, str] | None
) -> tuple[Event, ...]:
    """The events of these sides, those that name nobody who acts with who must have, where that is clear."""
    first = tuple(e if e.actors else done_by_force(sides, e, members[e.id]) for e in sides.events)
    held = StorySides(sides.entities, first, sides.side)
    let = (e if e.actors else let_go(held, e, members[e.id]) for e in first)
    return tuple(e if e.actors else between(held, two, e, members[e.id]) for e in let)


def done_by_force(sides: StorySides, event: Event, members: Sequence[Member]) -> Event:
    """The event as the deed of the body or state that a bare noun means, or in whose land the law did it."""
    told = [m for m in members if m.mention.status != "denied"]
    forced = [m for m in told if is_by_state(m)]
    if not forced:
        body = body_acting(sides, [m for m in told if not is_victim(m)])
        strikers = event.type == "PROTEST" and body is not None and sides.is_land(sides.side[body])
        return event if body is None or strikers else by(event, body, WHY_BODY)  # police who strike are not the state
    lands = {land for m in forced if (land := land_of(sides, m)) is not None}
    return by(event, sides.head[next(iter(lands))].id, WHY_FORCE) if len(lands) == 1 else event


def by(event: Event, who: str, why: str) -> Event:
    """The event as one that somebody did."""
    others = tuple(r for r in event.recipients if r != who)
    return replace(event, actors=(who,), recipients=others, why=(*event.why, why))


def is_by_state(member: Member) -> bool:
    """Whether police, troops or a court do it, or the law does it to people."""
    text, told = member.reading.document.text, member.mention
    before = text[max(0, told.clause.start) : told.trigger.start]
    word = text[told.trigger.start : told.trigger.end]
    done = told.type in {"COERCE", "ACCUSE"} and BY_LAW.match(word) is not None
    clause = told.clause.start, told.clause.end
    if (done or told.mode == "release" or told.type in BY_FORCE) and is_by_force(member, before):
        return RISING.search(text, *clause) is None
    freed = (
        told.mode == "release" and JAILED.search(text, *clause) is not None and OUTLAWS.search(text, *clause) is None
    )
    return (done or freed) and PASSIVE.search(before) is not None and BY.match(text, told.trigger.end) is None


def is_by_force(member: Member, before: str) -> bool:
    """Whether the words before an act end with police, troops or a court as its subject."""
    found = FORCE.search(before)
    if found is None:
        return False
    told, at = member.mention, max(0, member.mention.clause.start)
    who = Span(at + found.start("who"), at + found.end("who"))
    if any(p.span.meets(who) for p in told.recipients):
        return False  # "the police officers captured near the lake"
    edge = EDGE.search(before, 0, found.start("who")) is not None
    if told.actors:
        return any(p.span.meets(who) for p in told.actors) and (edge or found.group("article") is not None)
    return edge


def is_victim(member: Member) -> bool:
    """Whether whom it is done to stands right before it: "the police captured near the lake"."""
    told = member.mention
    return any(0 <= told.trigger.start - p.span.end <= 1 for p in told.recipients)


def land_of(sides: StorySides, member: Member) -> str | None:
    """The state in which a telling's clause has it, else its sentence, else the one that its report is about."""
    told = member.mention
    sentence = next((s for s in member.reading.sentences if s.start <= told.trigger.start < s.end), told.clause)
    for span in (told.clause, sentence):
        lands = set(scenes(sides, member, span))
        if lands:
            return next(iter(lands)) if len(lands) == 1 else None
    who = meant(sides, member.document, "police", told.trigger.start)
    everywhere = set(scenes(sides, member, Span(0, len(member.reading.document.text))))
    return None if who is None or everywhere != {sides.side[who]} else sides.side[who]


def scenes(sides: StorySides, member: Member, span: Span) -> Iterator[str]:
    """The states in whose towns something takes place by the words of a stretch."""
    text = member.reading.document.text
    for e in sides.entities:
        side = sides.side[e.id]
        if e.kind not in {"place", "country"} or sides.head[side].kind != "country":
            continue
        for m in e.mentions:
            inside = m.document == member.document and span.start <= m.start and m.end <= span.end
            if inside and SCENE.search(text, max(0, m.start - LED), m.start):
                yield side


def let_go(sides: StorySides, event: Event, members: Sequence[Member]) -> Event:
    """The release as the deed of who held them, where the story tells of one side alone that took them."""
    if event.type != "RETREAT" or not any(m.mention.mode == "release" for m in members):
        return event
    told = [m.reading.document.text[m.mention.clause.start : m.mention.clause.end] for m in members]
    if not any(map(is_let_go, members)) or any(map(NOT_LET_GO.search, told)):
        return event  # who escaped, or was set free by a raid, was not let go
    takings = (e for e in sides.events if e.mode in HOLDING and e.status in {"held", "ongoing"} and not e.denied_by)
    same = [e for e in takings if set(e.recipients) & set(event.recipients) and is_before(e, event)]
    takers = {sides.side[a] for e in same for a in e.actors if a in sides.side}
    if len(takers) != 1:
        return event
    who = sides.head[next(iter(takers))].id
    return event if who in event.recipients else by(event, who, WHY_HELD)


def is_let_go(member: Member) -> bool:
    """Whether the word that tells it is one of letting go: not any word of its clause."""
    text, told = member.reading.document.text, member.mention
    found = LET_GO.finditer(text, told.clause.start, told.clause.end)
    return any(told.trigger.meets(Span(m.start(), m.end())) for m in found)


def is_before(one: Event, other: Event) -> bool:
    """Whether an event may have been before another, by their days."""
    return not one.date.from_ or not other.date.from_ or one.date.from_ <= other.date.from_


def between(sides: StorySides, two: tuple[str, str] | None, event: Event, members: Sequence[Member]) -> Event:
    """Bare "the talks", or "the pact was signed", as of the two states that the story is about, where it tells of both as meeting before."""
    if two is None or event.actors or event.recipients or not all(map(names_nobody, members)):
        return event
    both = {sides.side[who] for who in two}
    known = any(
        e.type in MEETING and both == {sides.side[who] for who in (*e.actors, *e.recipients) if who in sides.side}
        for e in sides.events
    )
    if any(follows_others(sides, both, m) for m in members):
        return event
    others = {m.document for m in members} & {
        a.document for e in sides.events if is_of_others(sides, e, both) for a in e.evidence
    }
    return replace(event, actors=two, why=(*event.why, WHY_BOTH)) if known and not others else event


def follows_others(sides: StorySides, both: set[str], member: Member) -> bool:
    """Whether a report names not both states before, or speaks last of talks of somebody else: "wage talks began … the talks"."""
    text, told = member.reading.document.text, member.mention
    before = {side for start, _, side in sides.places.get(member.document, ()) if start < told.trigger.start}
    if not both <= before:
        return True
    last = max(
        (m for m in TALKS_OF.finditer(text, 0, told.clause.start) if not m.group("bare") or m.group("whose")),
        key=lambda m: m.start(),
        default=None,
    )
    if last is None:
        return False
    around = next((s for s in member.reading.sentences if s.start <= last.start() < s.end), Span(*last.span()))
    near = {side for start, end, side in sides.places.get(member.document, ()) if around.meets(Span(start, end))}
    return not both <= near


def is_of_others(sides: StorySides, event: Event, both: set[str]) -> bool:
    """Whether an event is a meeting in which others than these two take part."""
    return event.type == "CONSULT" and bool(
        {sides.side[p] for p in (*event.actors, *event.recipients) if p in sides.side} - both
    )


def names_nobody(member: Member) -> bool:
    """Whether a telling says "the talks" or "the pact was signed" and nothing of whose."""
    text, told = member.reading.document.text, member.mention
    if told.actors or told.recipients:
        return False
    if told.type == "CONSULT":
        bare = BARE_TALKS.search(text, max(0, told.trigger.start - 20), told.trigger.start)
        word = text[told.trigger.start : told.trigger.end].lower()
        return word in TALKS and bare is not None and WHOSE_TALKS.match(text, told.trigger.end) is None
    return (
        told.type == "SUPPORT"
        and told.dealing == "agreement"
        and BARE_DEAL.search(text, told.clause.start, told.clause.end) is not None
    )
