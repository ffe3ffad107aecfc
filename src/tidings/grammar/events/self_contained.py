"""The words that tell an event, made to stand by themselves: what opens them off, and in brackets whom they mean."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tidings.lexicon import words
from tidings.model import Anchor, Entity, Span
from tidings.text.quoted import with_partners

__all__ = ["Known", "Named", "named_in", "self_contained"]

WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# What ties a clause to the one before it. "before", "if", "until", "unless" and "whether" say that it may not have happened, so they stay.
TIES = re.compile(
    rf"(?:(?i:on\s)?{WEEKDAYS},?\s(?=when\s))?"
    r"(?:(?:even\s|just\s)(?:as|though|while|after)|when|while|whereas|although|though|because|after|where|and|but|that"
    r"|(?:in|at|during|after|under|by)\swhich|as(?=\s(?:s?he|it|they|both|[A-Z])\b))\s(?=\S)"
)
TAIL = re.compile(r"[\s,;:–—]+(?:(?:and|but|or|while|which|who|that)[\s,]*)?\Z")
RELATIVE = re.compile(r"(?:who|which)(?=\s)")
SUFFERED = re.compile(r"\s(?:was|were|is|are|has been|have been|had been)\s")
# "it" and "they" are left: of pronouns they are bound wrongly most often. "her" may be an object or an owner.
PERSONAL = frozenset({"he", "she", "him"})
BESIDE = 2  # code points between whom a relative clause tells of and its "who"

Named = Mapping[str, Sequence[tuple[Anchor, Entity]]]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside a clause: the mentions of its text in order, and who of them acts or takes part."""

    here: Sequence[tuple[Anchor, Entity]]
    actors: Sequence[str]
    parties: Collection[str]


def named_in(entities: Sequence[Entity]) -> Named:
    """By document, in order, the mentions of those who are called by a name."""
    found: dict[str, list[tuple[Anchor, Entity]]] = {}
    for entity in entities:
        if entity.name[:1].isupper():
            for mention in entity.mentions:
                found.setdefault(mention.document, []).append((mention, entity))
    return {document: sorted(found[document], key=place) for document in sorted(found)}


def place(mention: tuple[Anchor, Entity]) -> tuple[int, int, str]:
    """Where a mention stands."""
    return mention[0].start, mention[0].end, mention[1].id


def self_contained(text: str, clause: Span, known: Known) -> str:
    """A clause in its source's own words, without what ties it to the sentence, with the name of a party in brackets.

    Only parties of the event are named, each where a pronoun, or the office of a person, is its first mention in the
    clause and the clause has no name of it.
    """
    start = clause.start
    while (tie := TIES.match(text, start, clause.end)) and text[tie.end() : clause.end].strip():
        start = tie.end()
    end = start + len(TAIL.sub("", text[start : clause.end]))
    first = bisect_left(known.here, start, key=lambda each: each[0].start)
    inside = [(m, e) for m, e in known.here[first:] if m.start < end and m.end <= end]
    called = {e.id for m, e in inside if says_name(m.exact, e)}
    edits: list[tuple[int, int, str]] = []
    if opener := RELATIVE.match(text, start, end):
        edits += relative(text, opener, known.here[:first], known, called)
    for mention, entity in inside:
        if entity.id not in known.parties or entity.id in called or within_quotes(text, start, mention.start):
            continue
        if edit := naming(mention, entity):
            edits.append(edit)
            called.add(entity.id)
    told, at = "", start
    for begin, stop, put in sorted(edits):
        told += text[at:begin] + put
        at = stop
    told += text[at:end]
    return " ".join(with_partners(text[:start] + told + text[end:], start, start + len(told)).split())


def relative(
    text: str, opener: re.Match[str], before: Sequence[tuple[Anchor, Entity]], known: Known, called: set[str]
) -> list[tuple[int, int, str]]:
    """The name of whom "who" or "which" means: a party right before it, or else the one actor."""
    near = [e for m, e in before[-4:] if e.id in known.parties and 0 <= opener.start() - m.end <= BESIDE]
    if not near and len(known.actors) == 1 and not SUFFERED.match(text, opener.end()):
        near = [e for _, e in before if e.id == known.actors[0]]
    if not near or near[-1].id in called:
        return []
    called.add(near[-1].id)
    return [(opener.start(), opener.end(), f"[{near[-1].name}]")]


def naming(mention: Anchor, entity: Entity) -> tuple[int, int, str] | None:
    """What stands for a mention that is no name: a pronoun gives way, an office keeps its words."""
    small = mention.exact.casefold()
    if entity.kind != "person":
        return None
    if small in PERSONAL:
        return mention.start, mention.end, f"[{entity.name}]"
    if small == "his":
        return mention.start, mention.end, f"[{entity.name}’{'' if entity.name.endswith('s') else 's'}]"
    if small.startswith("the ") and small.split(" of ")[0].split()[-1] in words("person_words.txt"):
        return mention.end, mention.end, f" [{entity.name}]"
    return None


def says_name(said: str, entity: Entity) -> bool:
    """Whether words hold a part of a name."""
    parts = {part for name in entity.aliases for part in name.casefold().split() if part[:1].isalnum()}
    return bool(parts.intersection(re.findall(r"[\w’'-]+", said.casefold()))) and said.casefold() not in PERSONAL


def within_quotes(text: str, start: int, at: int) -> bool:
    """Whether quote marks are open at a place of a clause: what stands there is somebody's own wording."""
    opened = sum(text.count(mark, start, at) for mark in "“«„")
    return opened > sum(text.count(mark, start, at) for mark in "”»") or text.count('"', start, at) % 2 == 1
