"""A person who stands differently before the law in two reports."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Set
from functools import cache
from itertools import islice

from tidings.grammar.disputes.claims import Claim, Dispute, sentence_at
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import rows
from tidings.model import Reading, Span, Telling

__all__ = ["legal_states"]

REACH = 110  # code points after a name in which a relative clause or apposition still speaks of it


def legal_states(scene: Scene) -> Iterator[Dispute]:
    """Persons told as convicted by one witness and as suspected or charged by another, neither overtaken by time."""
    telling = scene.telling
    persons = {entity.id for entity in telling.entities if entity.kind == "person"}
    told = states_of(telling, persons)
    for entity in telling.entities:
        if entity.id not in told or entity.kind != "person":
            continue
        claims: dict[str, list[tuple[int, Claim]]] = {}
        for document, state, order, span in told[entity.id]:
            claims.setdefault(state, []).append((order, Claim(document, span)))
        sides = {s: tuple(sorted({c for _, c in found})) for s, found in claims.items()}
        ranked = sorted(claims, key=lambda s: (claims[s][0][0], s))
        for low in ranked:
            for high in ranked:
                if claims[low][0][0] < claims[high][0][0] and conflict(scene, sides[low], sides[high]):
                    yield Dispute(
                        "role",
                        f"how {entity.name} stands before the law",
                        ((high, sides[high]), (low, sides[low])),
                        ("two reports name different states",),
                        0.6,
                    )


def conflict(scene: Scene, low: tuple[Claim, ...], high: tuple[Claim, ...]) -> bool:
    """Whether an independent report still tells the lower state, not being the older one."""
    days = scene.published
    return all(scene.independent(a.document, b.document) for a in low for b in high) and any(
        days.get(a.document, "9999") >= min(days.get(b.document, "0000") for b in high) for a in low
    )


State = tuple[str, str, int, Span]  # document, state, its order, the words from the name on


def states_of(telling: Telling, persons: Set[str]) -> dict[str, list[State]]:
    """Where reports tell how each of these persons stands."""
    groups = telling.linked.group_of("entity")
    found: dict[str, list[State]] = {}
    for reading in telling.readings:
        spots = sorted(
            (reading.mentions[m].span.start, groups.get(c.id, ""))
            for c in reading.chains
            if c.kind == "person"
            for m in c.mentions
        )
        for chain in reading.chains:
            person = groups.get(chain.id, "")
            for m in chain.mentions if person in persons else ():
                if reading.mentions[m].form == "name":
                    name = reading.mentions[m].span
                    after = islice(spots, bisect_left(spots, (name.end, "")), None)
                    stop = next((start for start, other in after if other != person), name.end + REACH)
                    found.setdefault(person, []).extend(after_name(reading, name, stop))
    return found


@cache
def legal_words() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str, int], ...]]:
    """One pattern for all words, and one for each with its state and order."""
    table = [(re.escape(words), state, int(order)) for words, state, order in rows("legal_states.tsv")]
    every = re.compile(rf"\b(?:{'|'.join(words for words, _, _ in table)})\b")
    return every, tuple((re.compile(rf"\b{words}\b"), state, order) for words, state, order in table)


def after_name(reading: Reading, name: Span, others: int) -> Iterator[State]:
    """The first state told behind a name, before the next person or the sentence's end."""
    sentence = sentence_at(reading, name.start)
    if sentence is None:
        return
    stop = min(sentence.end, name.end + REACH, others)
    text = reading.document.text
    after = text[name.end : stop]
    pattern, states = legal_words()
    first: tuple[int, int, str, int] | None = None
    for words, state, order in states if pattern.search(after) else ():
        if (at := words.search(after)) and (first is None or at.start() < first[0]):
            first = (at.start(), at.end(), state, order)
    if first:
        end = name.end + first[1]
        object_ = re.match(r"(?:\s[\w-]{1,30}){1,3}", text[end : sentence.end])
        yield reading.document.id, first[2], first[3], Span(name.start, end + (object_.end() if object_ else 0))
