"""Two offices for one person, of which one holds but one at a time."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute, sentence_at
from tidings.grammar.disputes.persons import free_of_each_other
from tidings.grammar.disputes.scene import Scene
from tidings.model import Reading, Span

__all__ = ["offices"]

BRANCHES = {
    "foreign": "foreign affairs|external affairs|external relations",
    "defence": "defence|defense|national defence|national defense",
    "interior": "interior|internal affairs|home affairs",
    "justice": "justice",
    "finance": "finance|finances",
    "energy": "energy",
    "agriculture": "agriculture",
    "health": "health|public health",
    "transport": "transport|transportation|transports",
}
# Posts below the state's, and those of which one holds but one of a body or ship.
POSTS = {
    "ambassador": r"ambassador",
    "campaign manager": r"campaign (?:director|manager|chief|head)|director of (?:the |her |his )?campaign|head of (?:the |her |his )?campaign",
    "captain": r"captain|skipper",
    "chief engineer": r"chief engineer",
    "consul": r"consul(?:[ -]general)?",
    "director": r"(?:managing |general )?director|director[ -]general|chief executive",
    "first mate": r"first mate|first officer|chief mate",
    "treasurer": r"treasurer",
}
APART = ({"ambassador", "consul"}, {"campaign manager", "treasurer"}, {"captain", "first mate", "chief engineer"}, {"director", "chief engineer"}, {"director", "treasurer"})  # fmt: skip
OF_STATE = frozenset(["president", "premier"])
CHANGED = re.compile(
    r"\b(?:former|formerly|ex|then|late|acting|interim|outgoing|incoming|future|deputy|vice|first deputy|appointed|named|sworn|elected|resigned|succe\w{3,8}|replac\w{2,4}|became|designate|elect|candidate|previous|predecessor)\b",
    re.IGNORECASE,
)
BETWEEN = r"(?:\sof\s(?:the\s)?[A-Z][\w’'-]{1,24}(?:\s[A-Z][\w’'-]{1,24})?)?"
REACH = 70  # code points on either side of a name
BOARD = r"(?:cabinet(?: of ministers)?|government|council of ministers)"
HELD = re.compile(
    r"president|premier|minister|cabinet|government|council|ambassador|campaign|captain|skipper|engineer|consul|director|executive|first|mate|treasurer",
    re.IGNORECASE,
)  # one is in every office


def offices(scene: Scene) -> Iterator[Dispute]:
    """Persons whom independent reports call president and head of government, or ministers of two branches, or of two posts."""
    names = {e.id: e.name for e in scene.telling.entities if e.kind == "person"}
    groups = scene.telling.linked.group_of("entity")
    found: dict[str, dict[str, set[Claim]]] = {}
    for reading in scene.readings.values():
        for chain in reading.chains:
            group = groups.get(chain.id, chain.id)
            for m in chain.mentions if group in names else ():
                mention = reading.mentions[m]
                if mention.form == "name" and (told := office_beside(reading, mention.span)):
                    found.setdefault(group, {}).setdefault(told[0], set()).add(Claim(reading.document.id, told[1]))
    for group, told_of in sorted(found.items()):
        for a, b in combinations(sorted(told_of), 2):
            if not exclude(a, b) or not free_of_each_other(scene, told_of[a], told_of[b]):
                continue
            sides = ((a, tuple(sorted(told_of[a]))), (b, tuple(sorted(told_of[b]))))
            yield Dispute("role", f"the office of {names[group]}", sides, ("one person, two offices",), 0.6)


def exclude(a: str, b: str) -> bool:
    """Whether one person cannot hold both: the state's head and its government's, two branches' ministers, two posts of one body."""
    if {a, b} & POSTS.keys():
        return any({a, b} <= posts for posts in APART)
    return {a, b} == OF_STATE or not {a, b} & OF_STATE


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Each office with how it stands before a name and behind one."""
    worded = {
        "president": r"president",
        "premier": rf"prime minister|premier|(?:head|chairman|chairwoman|chair|chief) of (?:the |its )?(?:[A-Z]?[a-z]{{3,14}} )?{BOARD}|{BOARD} (?:head|chief|chairman)",
    }
    for name, branches in BRANCHES.items():
        short = rf"(?:{branches.split('|', maxsplit=1)[0]}|{branches})"
        worded[f"{name} minister"] = rf"{short} minister|minister (?:of|for) (?:the )?{short}"
    worded |= POSTS
    return tuple(
        (
            office,
            re.compile(rf"(?:\A|[\s“\"(])(?i:{words}){BETWEEN},?\s\Z"),
            re.compile(rf"\A(?:,|\s\(|\s[–—-])\s?(?:(?:the|its|their|[A-Z][a-z]{{2,14}}['’]s)\s)?(?:[A-Z][a-z]{{2,14}}\s)?(?i:{words})\b(?!\s(?:for|and|office))"),
        )
        for office, words in sorted(worded.items())
    )  # fmt: skip


def office_beside(reading: Reading, name: Span) -> tuple[str, Span] | None:
    """The office right before a name or in apposition behind it, in words that tell no change."""
    sentence = sentence_at(reading, name.start)
    if sentence is None:
        return None
    text = reading.document.text
    low, high = max(sentence.start, name.start - REACH), min(sentence.end, name.end + REACH)
    if not HELD.search(text, low, high):
        return None
    # A mention may hold the office: "President Oda Fenn".
    inside = re.match(r"(?:[A-Z][a-z]{2,14}\s){0,3}", text[name.start : name.end])
    for office, before, behind in patterns():
        held = before.search(text[low : name.start])
        within = before.search(text[low : name.start + inside.end()]) if inside and inside.end() else None
        after = behind.match(text[name.end : high])
        hit = held or within
        start = low + hit.start() if hit else low
        if hit and not CHANGED.search(text[max(sentence.start, start - 24) : name.start]):
            return office, Span(start + (not text[start].isalnum()), name.end)
        if after and not CHANGED.search(text[name.end : name.end + after.end() + 12]):
            return office, Span(name.start, name.end + after.end())
    return None
