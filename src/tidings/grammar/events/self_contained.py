"""The words that tell an event, made to stand by themselves: what opens them off, and in brackets whom they mean."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tidings.lexicon import words
from tidings.model import Anchor, Entity, Span, Telling
from tidings.text.quoted import with_partners

__all__ = ["Clauses", "Known", "clauses_of", "named_in", "self_contained"]

WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# What ties a clause to the one before it, only where a subject follows: "but for", "that evening", "where possible" tie nothing.
# "before", "after", "if", "until", "unless" and "whether" stay: what they open may lie elsewhere, or not have happened.
SUBJECT = r"(?=(?:an?|the|its?|his|her|their|our|my|this|these|those|both|all|some|s?he|they|we|I|you|\d[\d,.]*|[A-Z][\w’'-]*)\b)"
TIES = re.compile(
    r"(?i:even\s(?:as|though)|just\sas|while|whereas|although|though|because|where|and|but|that|(?:in|at|during|under|by)\swhich)"
    rf"\s{SUBJECT}|(?i:as)\s(?=(?:s?he|it|they|both|[A-Z][\w’'-]*)\b)"
)
# "when" only of what is past: "when he complains again" happens whenever it does
WHEN = re.compile(rf"(?:(?i:on\s)?{WEEKDAYS},?\s)?(?i:when)\s{SUBJECT}")
PAST = re.compile(
    r"\b(?:[^\W\d_]{2,20}ed|was|were|had|did|said|told|met|took|gave|came|went|held|shot|sent|left|began|broke|struck|fell|spoke|won|lost)\b"
)
MARKS = " \t\r\n,;:–—"
TAIL = re.compile(r"\s(?:and|but|or|while|which|who|that)\Z")
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


@dataclass(frozen=True, slots=True)
class Clauses:
    """The texts of a story and who is named where in them, for clauses that stand by themselves."""

    texts: Mapping[str, str]
    named: Named

    def told(self, document: str, clause: Span, actors: Sequence[str], recipients: Sequence[str]) -> str:
        """A clause of a document as it is shown for an event of these parties."""
        known = Known(self.named.get(document, ()), actors, (*actors, *recipients))
        return self_contained(self.texts[document], clause, known)


def clauses_of(telling: Telling) -> Clauses:
    """The clauses of a story whose entities are told."""
    return Clauses({r.document.id: r.document.text for r in telling.readings}, named_in(telling.entities))


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
    start, end = untied(text, clause.start, clause.end)
    first, last = (bisect_left(known.here, at, key=lambda each: each[0].start) for at in (start, end))
    inside = [(m, e) for m, e in known.here[first:last] if m.end <= end]
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
    before = text[max(0, start - 1) : start]  # what may be a quote mark that the clause lacks, and one behind it
    return " ".join(with_partners(before + told + text[end : end + 2], len(before), len(before) + len(told)).split())


def untied(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where a clause stands by itself."""
    if (when := WHEN.match(text, start, end)) and PAST.search(text, when.end(), end):
        start = when.end()
    while tie := TIES.match(text, start, end):
        start = tie.end()
    told = text[start:end].rstrip(MARKS)
    if tail := TAIL.search(told, max(0, len(told) - 8)):
        told = told[: tail.start()].rstrip(MARKS)
    return start, start + len(told)


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
