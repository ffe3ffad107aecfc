"""Who deals, where the words for it are no known party but name one: "Moreno's office", "the head of the Water Council", "the ministers of A and B"."""

import re
from collections.abc import Sequence

from tidings.grammar.events.story import Member
from tidings.grammar.events.story_sides import ACTING, StorySides
from tidings.model import Span

__all__ = ["government_asked", "named_within"]

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
    r"supporters|followers|partners|friends|members|opposition|company|report|newspaper)\b",
    re.I,
)
GOVERNMENT = re.compile(
    r"\b(?:the|its|their|his|her|our) (?:\w+ )?(?:government|authorities|cabinet|parliament)$", re.I
)
TWO = 2


def named_within(sides: StorySides, kind: str, members: Sequence[Member]) -> tuple[str | None, str | None]:
    """Who deals and, where two sides agree, with whom, by the names inside the words for those who act."""
    for m in members:
        text = m.reading.document.text
        for span in (p.span for p in m.mention.actors):
            words = text[span.start : span.end]
            if SPEAKS_FOR.search(words) is None or OTHERS.search(words) is not None:
                continue
            inside = names_in(sides, m.document, span)
            if len({sides.side[who] for who in inside}) == 1:
                return inside[-1], None
            lands = [who for who in inside if sides.head[sides.side[who]].kind == "country"]
            if kind == "agreement" and len(inside) == len(lands) == TWO:
                return inside[0], inside[1]
    return None, None


def names_in(sides: StorySides, document: str, span: Span) -> list[str]:
    """The entities named inside a span, in the order of the text."""
    found = [
        (a.start, e.id)
        for e in sides.entities
        if e.kind in ACTING
        for a in e.mentions
        if a.document == document
        and span.start <= a.start
        and a.end <= span.end
        and (a.start, a.end) != (span.start, span.end)
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
