"""To whom a dealing goes where nothing states it: each side weighed by where it stands and what it does, with a table that was learnt."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from tidings.grammar.events.story import Member
from tidings.grammar.events.story_sides import ACTING, StorySides
from tidings.lexicon import weights, words
from tidings.model import Entity, Reading, Span

__all__ = ["NOBODY", "beside", "is_whose", "likeliest", "signs"]

TABLE = "other_side.tsv"
NOBODY = ""
LEAST_OF_STATES = (
    0.4  # chance from which another state is told; on stories left out in turn 101 right, 13 wrong, 19 to nobody
)
LEAST = 0.7  # chance from which anybody else is told; on piles of real reports left out in turn 72 right, 15 wrong, 11 to nobody
BEHIND = 5  # characters: "gave the "
SAID_TO = re.compile(
    r"\s(?:(?:up)?on\s|in [a-z ]{1,30} to\s|to\s(?=the|her|his|its|their|all|both))?((?!to\b|not\b|for\b|that\b|in\b)(?:[a-z-]+\s){1,4}?)(?=to\b|not to\b|that\b)"
)  # "urged the drivers to", "appealed once more to the drivers to"
TO_SOMEBODY = re.compile(
    r"(?:urg|ask|call|appeal|t[eo]l[dl]|warn|beg|exhort|advis|implor|press|invit|order|remind|plead)", re.I
)
OF_STATES = re.compile(
    r"\b(?:both|all|each|two|three|sides?|part(?:y|ies)|neighbou?rs?|governments?|(?:prime )?ministers?|presidents?|authorities|cabinet|parliament|countr(?:y|ies))\b"
)
LET_GO = re.compile(
    r"\b(?:release|freedom|liberation|pardon|return|hand(?:ing|ed)?[- ]?over|extradition|repatriation|be (?:set )?(?:freed?|released))\b",
    re.I,
)
WORD = re.compile(r"[a-z]{4,}")
GOVERNMENT = frozenset({"government", "minister", "president", "authoritie", "cabinet", "parliament"})
MAIN = 2  # states that a quarrel is mostly between

Signs = dict[str, float]


def likeliest(sides: StorySides, kind: str, giver: str, members: Sequence[Member]) -> str | None:
    """The side that a dealing of `giver` goes to, None where none is likely enough, or where the text names others by a noun."""
    table = weights(TABLE)
    others = [said for m in members if (said := addressed(m)) and not OF_STATES.search(said)]
    odds = {
        side: sum(table.get(name, 0.0) * value for name, value in sorted(found.items()))
        for side, found in signs(sides, kind, giver, members).items()
    }
    most = max(odds.values())
    share = {side: math.exp(value - most) for side, value in odds.items()}
    open_ = [s for s in sorted(share) if s != NOBODY and (not others or heads(" ".join(others)) & body_words(sides, s))]
    best = max(open_, key=lambda side: share[side], default=None)
    if best is None:
        return None
    own = sides.side[giver]
    states = sides.is_land(own) and sides.is_land(best) and own != best
    least = LEAST_OF_STATES if states else LEAST
    return best if others or share[best] >= least * sum(share.values()) else None


def signs(sides: StorySides, kind: str, giver: str, members: Sequence[Member]) -> Mapping[str, Signs]:
    """What speaks for each side, and for nobody."""
    own, entity = sides.side[giver], sides.head[sides.side[giver]]
    alone = entity.kind == "country" and entity.id != giver  # who acts for a state may speak to it
    others = frozenset().union(*(sides.acting(m.document) for m in members))
    found: dict[str, Signs] = {
        side: {} for side in sorted(others) if (side != own or alone) and not is_outlet(sides.head[side])
    }
    for m in members:
        for side, signed in found.items():
            for name, value in in_text(sides, side, m, found):
                signed[name] = max(signed.get(name, 0.0), value)
    dealt = {side: sides.acts[own, side] + sides.acts[side, own] for side in found}
    named = sum(sides.all_named[side] for side in found)
    for side, signed in found.items():
        signed.update(in_story(sides, own, side))
        signed["acts share"] = dealt[side] / max(1, sum(dealt.values()))
        signed["story share"] = sides.all_named[side] / max(1, named)
    return {**found, NOBODY: nobody(sides, kind, giver, members)}


def held_away(members: Sequence[Member]) -> str:
    """What stands in a demand that somebody be let go or handed over: "his release", "the return of the crew"; "" of others."""
    told = ((m.reading.document.text, m.mention.about) for m in members if m.mention.about is not None)
    return " ".join(
        text[about.start : about.end] for text, about in told if LET_GO.search(text[about.start : about.end])
    )


def is_whose(entity: Entity, members: Sequence[Member]) -> bool:
    """Whether a person is who is to be let go or handed over, of whom it is not asked."""
    if entity.kind != "person" or not held_away(members):
        return False
    spans = [(m.document, m.mention.about) for m in members if m.mention.about is not None]
    return any(
        a.document == doc and about.start <= a.start < about.end for a in entity.mentions for doc, about in spans
    )


def is_outlet(entity: Entity) -> bool:
    """Whether an entity is a paper or a channel by its name, to which nobody puts a demand that does not say so."""
    return (
        entity.kind == "organization"
        and " " in entity.name
        and entity.name.lower().split()[-1] in words("media_words.txt")
    )


def beside(sides: StorySides, side: str, giver: str, members: Sequence[Member]) -> Entity | None:
    """Who of a side is named in what a dealing is about, else in its clause, of another side also in the sentence before; the nearest to its verb."""
    found: list[tuple[int, int, str, Entity]] = []
    for m in members:
        told = m.mention
        before = None if side == sides.side[giver] else sentence(m.reading, told.trigger.start, 1)
        for e in (
            e
            for e in sides.held[side]
            if e.id != giver and e.kind in ACTING and not (is_whose(e, members) or is_outlet(e))
        ):
            for at in (a.start for a in e.mentions if a.document == m.document):
                spans = (told.about, told.clause, before)
                rank = next((n for n, s in enumerate(spans) if s is not None and s.start <= at < s.end), None)
                if rank is not None:
                    found.append((rank, abs(at - told.trigger.start), e.id, e))
    return min(found, key=lambda f: f[:3])[-1] if found else None


def nobody(sides: StorySides, kind: str, giver: str, members: Sequence[Member]) -> Signs:
    """What speaks for a dealing that goes to nobody in particular."""
    private = next(e for e in sides.held[sides.side[giver]] if e.id == giver)
    return {
        "nobody": 1.0,
        f"nobody, {kind}": 1.0,
        "nobody, addressed": float(any(addressed(m) for m in members)),
        "nobody, a person": float(private.kind == "person" and private.acts_for is None),
    }


def in_text(sides: StorySides, side: str, member: Member, others: Mapping[str, Signs]) -> Iterator[tuple[str, float]]:
    """Where a side stands around the words that tell a dealing."""
    mention, reading = member.mention, member.reading
    mine = sides.own_places.get((member.document, side), ())
    about = mention.about is not None and named_in(mine, mention.about)
    yield "in about", float(about)
    yield "in clause", float(not about and named_in(mine, mention.clause))
    for name, back in (("sentence before", 1), ("two before", 2)):
        before = sentence(reading, mention.trigger.start, back)
        yield name, float(before is not None and named_in(mine, before))
    order = last_two(sides, member, others)
    yield "last named", float(order[:1] == [side])
    yield "second last", float(order[1:2] == [side])
    counted = sum(count for whose, count in sides.named[member.document].items() if whose in others)
    yield "share", len(mine) / max(1, counted)
    yield "right behind", float(named_in(mine, Span(mention.trigger.end, mention.trigger.end + BEHIND + 1)))
    asked = heads(addressed(member))
    yield "government asked", float(bool(asked & GOVERNMENT) and sides.is_land(side))


def last_two(sides: StorySides, member: Member, others: Mapping[str, Signs]) -> list[str]:
    """The two of these sides that are named last before a dealing's clause, the nearer first."""
    places, found = sides.places.get(member.document, ()), list[str]()
    for at in range(bisect_left(places, (member.mention.clause.start,)) - 1, -1, -1):
        whose = places[at][2]
        if whose in others and whose not in found:
            found.append(whose)
            if len(found) == 2:
                break
    return found


def in_story(sides: StorySides, own: str, side: str) -> Iterator[tuple[str, float]]:
    """How a side has to do with who deals, in the rest of the story."""
    there, back = sides.acts[own, side], sides.acts[side, own]
    yield "both ways", float(there > 0 and back > 0)
    yield "acted on", float(there > 0)
    yield "asked before", float(sides.said[own, side] > 0)
    yield "asks it", float(sides.said[side, own] > 0)
    main = sides.lands[:MAIN]
    yield "country", float(sides.is_land(side))
    yield "main two", float(side in main and own in main)
    yield "leading", float(main[:1] == (side,) and own not in main)
    yield "own state", float(side == own)


def addressed(member: Member) -> str:
    """The words for those it is said to, also where they are no known party: "urged the drivers to", "called on workers to"."""
    text, mention = member.reading.document.text, member.mention
    if mention.recipients:
        return " ".join(text[p.span.start : p.span.end] for p in mention.recipients)
    told = TO_SOMEBODY.match(text, mention.trigger.start)
    found = None if told is None else SAID_TO.match(text, mention.trigger.end)
    return "" if found is None else found.group(1)


def heads(words: str) -> frozenset[str]:
    """The longer words, small, without the mark of the plural."""
    return frozenset(word.rstrip("s") for word in WORD.findall(words.lower()))


def body_words(sides: StorySides, side: str) -> frozenset[str]:
    """The words in the names of the bodies of a side: "the fund" is the Coastal Recovery Fund."""
    bodies = () if sides.is_land(side) else sides.held[side]  # "banks" are no state's bank
    names = (name for e in bodies if e.kind == "organization" for name in e.aliases)
    return frozenset().union(*map(heads, names))


def named_in(places: Sequence[tuple[int, int]], span: Span) -> bool:
    """Whether one of these places, which are in the order of the text, begins in a span."""
    at = bisect_left(places, (span.start,))
    return at < len(places) and places[at][0] < span.end


def sentence(reading: Reading, at: int, back: int) -> Span | None:
    """The sentence so many before the one at a place."""
    number = bisect_right(reading.sentences, at, key=lambda s: s.start) - 1 - back
    return reading.sentences[number] if number >= 0 else None
