"""Who deals, where the words for it are no known party but name one: "Moreno's office", "the head of the Water Council", "the ministers of A and B"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from tidings.grammar.events.story import Member
from tidings.grammar.events.story_sides import StorySides

__all__ = ["government_asked", "named_before", "named_within", "whose_words"]

# Heads of phrases that speak for whom they name; who stands beside them only ("the opponents of X", "the family of X") does not.
SPEAKS_FOR = re.compile(
    r"\b(?:office|cabinet|governments?|ministry|ministries|ministers?|president|presidents|presidency|leaders|heads? of state|"
    r"spokes(?:man|woman|person|people)|embassy|ambassadors?|consulate|consul|mission|delegations?|envoys?|negotiators|team|board|council|committee|"
    r"leadership|head|chief|chair(?:man|woman|person)?|director|secretary(?:[- ]general)?|authorities|army|police|command|court|"
    r"parliaments?|sides?|officials?|representatives?|management|headquarters)\b",
    re.I,
)
OTHERS = re.compile(
    r"\b(?:former|ex|opponents?|critics?|rivals?|famil(?:y|ies)|relatives|victims|lawyers?|wife|widow|husband|sons?|daughters?|"
    r"supporters|followers|partners|friends|members|opposition|company|report|newspapers?|media|press)\b",
    re.I,
)
GOVERNMENT = re.compile(
    r"\b(?:the|its|their|his|her|our) (?:\w+ )?(?:government|authorities|cabinet|parliament)$", re.I
)
# What is refused or denied, with whose it is beside it: "Chile's proposal", "an ultimatum of the league", "an offer by Peru".
WORDS = re.compile(
    r"\b(?:offers?|proposals?|propositions?|invitations?|suggestions?|overtures?|initiatives?|demands?|requests?|calls?|appeals?|"
    r"ultimatums?|pleas?|conditions?|claims?|charges?|accusations?|allegations?|accounts?|versions?|threats?|terms)\b",
    re.I,
)
BEHIND = re.compile(r"\s(?:made |issued |put forward )?(?:of|by|from)\s", re.I)
STOP = re.compile(r"[,;:.]|\b(?:that|which|to|for|about|over|because|after)\b")
# What may stand between who acts and the verb, and what may not stand before who acts.
TO_VERB = re.compile(
    r",?(?:\s(?:on|in|at|late|early|since)(?: (?:the|same|last|this|[A-Z]\w+|\w+day|morning|evening|afternoon|night|time|day|week)){1,3},?)?"
    r"(?:\s(?:has|had|have|also|then|later|again|meanwhile|in turn|nonetheless|[a-z]+ly))*\s"
)
AFTER_PREPOSITION = re.compile(
    r"\b(?:of|in|from|near|across|outside|inside|with|against|to|by|on|at|for|like|behind|about|over|through|and|or|than|as)\s(?:the\s)?$",
    re.I,
)
TWO = 2
NEAR = 45  # characters behind "of" or "by" in which it is told whose words they are


def named_within(sides: StorySides, kind: str, members: Sequence[Member]) -> tuple[str | None, str | None]:
    """Who deals and, where two sides agree, with whom, by the names inside the words for those who act."""
    for m in members:
        text = m.reading.document.text
        for span in (p.span for p in m.mention.actors):
            words = text[span.start : span.end]
            if SPEAKS_FOR.search(words) is None or OTHERS.search(words) is not None:
                continue
            inside = names_in(sides, m.document, span.start, span.end, whole=False)
            if len({sides.side[who] for who in inside}) == 1:
                return inside[-1], None
            lands = [who for who in inside if sides.head[sides.side[who]].kind == "country"]
            if kind == "agreement" and len(inside) == len(lands) == TWO:
                return inside[0], inside[1]
    return None, None


def named_before(sides: StorySides, members: Sequence[Member]) -> str | None:
    """Who is named right before the verb, where no subject is read: "the envoy in Lima, Ana Ruiz, offered", "the minister of Chile Juan Paz on the same day offered"."""
    for m in members:
        if m.mention.actors:
            continue
        text, at = m.reading.document.text, m.mention.trigger.start
        sentence = next((s for s in m.reading.sentences if s.start <= at < s.end), m.mention.clause)
        last = max(
            ((b, a, who) for a, b, who in sides.dealers.get(m.document, ()) if sentence.start <= a and b <= at),
            default=None,
        )
        if (
            last is not None
            and TO_VERB.fullmatch(text, last[0], at)
            and not AFTER_PREPOSITION.search(text[: last[1]][-NEAR:])
        ):
            return last[2]
    return None


def names_in(sides: StorySides, document: str, start: int, end: int, *, whole: bool = True) -> list[str]:
    """The entities named inside a stretch of a report in the order of the text."""
    named = sides.dealers.get(document, ())
    first, behind = (bisect_left(named, (at,)) for at in (start, end))
    found = [
        (low, who) for low, high, who in named[first:behind] if high <= end and (whole or (low, high) != (start, end))
    ]
    return list(dict.fromkeys(who for _, who in sorted(found)))


def government_asked(sides: StorySides, giver: str, members: Sequence[Member]) -> str | None:
    """The state that a private party of it speaks to as "the government"."""
    entity = sides.head[sides.side[giver]]
    own = next(e for e in sides.held[sides.side[giver]] if e.id == giver)
    if entity.kind != "country" or own.kind not in {"organization", "person"}:
        return None
    said = (m.reading.document.text[p.span.start : p.span.end] for m in members for p in m.mention.recipients)
    return entity.id if any(GOVERNMENT.search(words) for words in said) else None


def whose_words(sides: StorySides, giver: str, members: Sequence[Member]) -> str | None:
    """Whose offer, demand or charge is refused or denied, where the words for it name one other side: "turned down Peru's proposal"."""
    for m in members:
        about = m.mention.about
        if about is None:
            continue
        said = m.reading.document.text[about.start : about.end]
        noun = WORDS.search(said)
        if noun is None or STOP.search(said[: noun.start()]):
            continue
        before = others_in(sides, giver, m, (about.start, about.start + noun.start()))
        if len(before) == 1:
            return before[0]
        if not before and (behind := BEHIND.match(said, noun.end())) is not None:
            stop = STOP.search(said, behind.end())
            end = min(len(said), behind.end() + NEAR, len(said) if stop is None else stop.start())
            after = others_in(sides, giver, m, (about.start + behind.end(), about.start + end))
            return after[0] if after else None
    return None


def others_in(sides: StorySides, giver: str, member: Member, place: tuple[int, int]) -> list[str]:
    """The entities named in a place that are not of the giver's side, one a side."""
    found: dict[str, str] = {}
    for who in names_in(sides, member.document, *place):
        found.setdefault(sides.side[who], who)
    return [who for side, who in found.items() if side != sides.side[giver]]
