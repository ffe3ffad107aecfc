"""Loaded words: what independent reports call one use of force, one government, one group, each in its own voice."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute, sentence_at
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import rows
from tidings.model import Reading, Span

__all__ = ["loaded_words"]

LEAD = re.compile(r"(?:[^\W_][\w’'-]{0,30}\s){0,4}\Z")
FOLLOWED = re.compile(r"\s(?:in|on|against|of|into)\s(?:the\s)?")
NAMED_BEFORE = re.compile(r"(?:[’']s?)?(?:\s[a-z]{3,14})?\s|-")  # "Lind's brutal regime", "Orsa-"
NAMED_BEHIND = re.compile(
    r"\s(?:of\s(?:the\s|President\s|King\s|Prince\s)?|(?:group|movement|organi[sz]ation|party)\s)?"
)
NEAR = 30  # code points between a word and the name that it is said of
ITSELF = "itself"
Named = tuple[str, str, str, Span]  # the matter, the stance, of whom, where
Name = tuple[Span, str, str, str]  # where, the kind of entity, its group, the party it stands for


@cache
def patterns() -> tuple[tuple[str, str, str, str, re.Pattern[str]], ...]:
    """What is named, the stance, what ties it, the word in small letters, and how to find it; longer wordings first, so that they hide the shorter."""
    table = sorted(rows("loaded_words.tsv"), key=lambda r: (-len(r[2]), r))
    return tuple(
        (what, stance, tie, word.casefold(), re.compile(rf"\b{re.escape(word)}s?\b", re.IGNORECASE))
        for what, stance, word, tie in table
    )


def loaded_words(scene: Scene) -> Iterator[Dispute]:
    """Matters that two witnesses name by words of different sides, neither of them by the other's too."""
    groups = scene.telling.linked.group_of("entity")
    found: dict[tuple[str, str], dict[str, dict[str, list[Claim]]]] = {}
    for reading in scene.telling.readings:
        for what, stance, whose, span in named_matters(scene, reading, groups):
            mine = found.setdefault((what, whose), {}).setdefault(reading.document.id, {})
            mine.setdefault(stance, []).append(Claim(reading.document.id, span))
    names = {e.id: e.name for e in scene.telling.entities}
    for (what, whose), told in sorted(found.items()):
        pairs = (p for p in combinations(sorted(told), 2) if scene.independent(*p))
        if pair := next((p for p in pairs if not told[p[0]].keys() & told[p[1]].keys()), None):
            claims = [tuple(c for stance in sorted(told[d]) for c in told[d][stance]) for d in pair]
            says = [" / ".join(words_of(scene, told[d])) for d in pair]
            sides = tuple(zip(says, claims, strict=True))
            about = f"{what}: {names.get(whose, whose)}" if whose else what
            yield Dispute("wording", about, sides, ("one matter, two words",), 0.5)


def words_of(scene: Scene, told: dict[str, list[Claim]]) -> list[str]:
    """The words of each stance as the report writes them first."""
    first = [claims[0] for _, claims in sorted(told.items())]
    texts = [scene.readings[c.document].document.text[c.span.start : c.span.end] for c in first]
    return [" ".join(t.split()) for t in texts]


def named_matters(scene: Scene, reading: Reading, groups: dict[str, str]) -> Iterator[Named]:
    """Loaded words in the report's own voice, each with whom it is said of."""
    text = reading.document.text
    quoted = [s for q in reading.quotes for s in q.parts]
    spoken = [s for q in reading.quotes for s in (*q.content, *q.parts)]
    named = sorted(names_in(reading, groups))
    taken: list[Span] = []
    small = text.casefold()
    for what, stance, tie, word, pattern in patterns():
        for match in pattern.finditer(text) if word in small else ():
            here = Span(match.start(), match.end())
            sentence = sentence_at(reading, here.start)
            if sentence is None or not scene.in_body(reading.document.id, here.start):
                continue
            # A style guide holds for a paraphrase too; whom a party calls terrorists, it does itself.
            if any(s.meets(here) for s in (*taken, *(quoted if tie == ITSELF else spoken))) or text[
                here.start - 1 : here.start
            ] in ("“", '"', "‘"):
                continue
            taken.append(here)
            if said := said_of(text, here, tie, sentence, named):
                yield what, stance, *said


def names_in(reading: Reading, groups: dict[str, str]) -> Iterator[Name]:
    """The names and demonyms of a report, each with its entity and the party it stands for: a person's is the state."""
    for chain in reading.chains:
        own = groups.get(chain.id, chain.id)
        state = chain.country if chain.kind in ("person", "country") else None
        for mention in (reading.mentions[m] for m in chain.mentions):
            if mention.form in ("name", "demonym"):
                yield mention.span, chain.kind, own, state or own


def said_of(text: str, word: Span, tie: str, sentence: Span, named: Sequence[Name]) -> tuple[str, Span] | None:
    """Of whom a word is said, and the words that say it."""
    if tie == ITSELF:
        return "", word
    for span, kind, own, party in named:
        behind = sentence.covers(span) and word.end <= span.start <= word.end + NEAR
        before = sentence.covers(span) and span.end <= word.start <= span.end + NEAR
        if tie == "country":
            if behind and kind == "country" and FOLLOWED.fullmatch(text[word.end : span.start]):
                lead = LEAD.search(text, sentence.start, word.start)
                return own, Span(lead.start() if lead else word.start, span.end)
        elif behind and NAMED_BEHIND.fullmatch(text[word.end : span.start]):
            return party, Span(word.start, span.end)
        elif before and NAMED_BEFORE.fullmatch(text[span.end : word.start]):
            return party, Span(span.start, word.end)
    return None
