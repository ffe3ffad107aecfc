"""Which known party a text means by a bare noun for a body: "the fund denied it", "urged the union", "accused the government"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from tidings.grammar.events.story import Member
from tidings.grammar.events.story_sides import StorySides

__all__ = ["BODIES", "body_acting", "body_addressed", "meant"]

OF_STATE = frozenset(
    {
        "government",
        "authorities",
        "cabinet",
        "ministry",
        "presidency",
        "police",
        "army",
        "military",
        "parliament",
        "state",
    }
)
BODIES = frozenset(
    {
        "agency", "alliance", "association", "bank", "bloc", "board", "brigade", "commission", "committee", "community", "company",
        "council", "court", "federation", "front", "fund", "group", "guild", "league", "mission", "movement", "network", "organisation",
        "organization", "party", "tribunal", "union",
    }
)  # fmt: skip
OF_STATES = (
    "bloc",
    "community",
    "union",
    "league",
    "association",
    "commonwealth",
    "council",
    "alliance",
    "organisation",
    "organization",
)
NOUN = "|".join(sorted(OF_STATE | BODIES, key=lambda w: (-len(w), w)))
# The subject right before its verb, and whoever is spoken to right behind it.
ACTING = re.compile(
    rf"(?:^|[,;:“\"«]\s|\b(?:and|but|that|while|as)\s)[Tt]he (?P<noun>{NOUN})(?: (?:command|leadership|headquarters|high command|press (?:office|service)))?"
    r"(?: (?:has|have|had|also|later|then|again|since|[a-z]+ly|itself|on \w+day|on [A-Z][a-z]+\.? \d\d?|on \d\d? [A-Z][a-z]+))*\s$"
)
# "Her organisation offered": of whoever was named last and stands for a body.
OF_LAST = re.compile(
    r"(?:^|[,;:“\"«]\s|\b(?:and|but|that|while|as)\s)(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) "
    r"(?:organi[sz]ation|group|movement|party|union|charity|agency|association|league|alliance|federation|fund|network|company|firm|bloc)"
    r"(?: (?:has|have|had|also|later|then|again|since|nonetheless|nevertheless|meanwhile|[a-z]+ly|on \w+day))*\s$"
)
BY = re.compile(rf"(?:\s\w+)?\sby the (?P<noun>{NOUN})\b(?! (?:of|in|for)\b)")
ADDRESSED = re.compile(
    rf"\s(?:(?:on|upon|to|at|against)\s)?the (?P<noun>{NOUN})\b(?! (?:of (?!\w+ing\b)|in|for|that)\b)"
)
AROUND = 600  # characters before it in which one state must be named most, where the report names two as often
MOSTLY = 2.5  # times as often as the next that a report speaks of the state whose "government" is meant


def body_acting(sides: StorySides, members: Sequence[Member]) -> str | None:
    """Who acts, where the subject is a bare noun for a body."""
    for m in members:
        text, told = m.reading.document.text, m.mention
        found = ACTING.search(text[told.clause.start : told.trigger.start])
        found = found or BY.match(text, told.trigger.end)
        if found is not None and (who := meant(sides, m.document, found.group("noun"), told.clause.start)) is not None:
            return who
        if OF_LAST.search(text[told.clause.start : told.trigger.start]):
            before = [who for start, _, who in sides.dealers.get(m.document, ()) if start < told.clause.start]
            head = sides.head[sides.side[before[-1]]] if before else None
            if head is not None and head.kind == "organization":
                return head.id
    return None


def body_addressed(sides: StorySides, giver: str, members: Sequence[Member]) -> str | None:
    """To whom it is said, where that is a bare noun for a body other than who says it."""
    for m in members:
        text, told = m.reading.document.text, m.mention
        found = ADDRESSED.match(text, told.trigger.end)
        who = None if found is None else meant(sides, m.document, found.group("noun"), told.trigger.start)
        if who is not None and who != giver:
            return who
    return None


def meant(sides: StorySides, document: str, noun: str, at: int) -> str | None:
    """The state that a report is about for "the government", else the one body named before whose name has the noun."""
    if noun in OF_STATE:
        clear = most_named(sides.named.get(document, {}), sides)
        near = Counter(side for start, _, side in sides.places.get(document, ()) if at - AROUND <= start < at)
        side = clear or most_named(near, sides)
        return None if side is None else sides.head[side].id
    words = OF_STATES if noun in {"bloc", "community"} else (noun,)
    kinds = {
        e.id: e for e in sides.entities if e.kind == "organization" and any(has_word(e.aliases, word) for word in words)
    }
    before = [who for start, _, who in sides.dealers.get(document, ()) if start < at and who in kinds]
    return before[-1] if len(set(before)) == 1 or len({sides.side[who] for who in before}) == 1 else None


def most_named(named: Mapping[str, int], sides: StorySides) -> str | None:
    """The state that is named by far most often, if one is."""
    counts = sorted(((n, side) for side, n in named.items() if sides.is_land(side)), reverse=True)
    clear = counts and (len(counts) == 1 or counts[0][0] >= MOSTLY * counts[1][0])
    return counts[0][1] if clear else None


def has_word(names: Sequence[str], noun: str) -> bool:
    """Whether a name of more than this word has it: "Coastal Recovery Fund"."""
    return any(noun in (words := name.lower().split()) and len(words) > 1 and name[:1].isupper() for name in names)
