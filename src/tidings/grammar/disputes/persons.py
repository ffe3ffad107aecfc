"""What reports call a person: ranks and ages that cannot both be right."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute, sentence_at
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import words
from tidings.model import Reading, Span

__all__ = ["ages", "ranks"]

Look = Callable[[Reading, Span, frozenset[str]], tuple[str, Span] | None]  # a word beside a name, and what to show
AGE = re.compile(r"\A,\s(?:aged\s)?(?P<age>\d{1,2})(?:,|\s(?:years old)?)|\A\s\((?P<bare>\d{1,2})\)")


def ranks(scene: Scene) -> Iterator[Dispute]:
    """Persons to whom two witnesses give two ranks."""
    known = words("military_ranks.txt")
    for name, told in persons(scene, rank_before, known):
        for a, b in combinations(sorted(told), 2):
            if free_of_each_other(scene, told[a], told[b]):
                sides = ((a, tuple(sorted(told[a]))), (b, tuple(sorted(told[b]))))
                yield Dispute("role", f"the rank of {name}", sides, ("one person, two ranks",), 0.6)


def ages(scene: Scene) -> Iterator[Dispute]:
    """Persons whom two witnesses give ages that no birthday brings together."""
    for name, told in persons(scene, age_behind, frozenset()):
        for a, b in combinations(sorted(told), 2):
            if abs(int(a) - int(b)) > 1 and free_of_each_other(scene, told[a], told[b]):
                sides = ((a, tuple(sorted(told[a]))), (b, tuple(sorted(told[b]))))
                yield Dispute("number", f"the age of {name}", sides, ("one person, two ages",), 0.6)


def persons(scene: Scene, look: Look, known: frozenset[str]) -> Iterator[tuple[str, dict[str, set[Claim]]]]:
    """Each person with what stands beside the name, and where."""
    groups = scene.telling.linked.group_of("entity")
    names = {e.id: e.name for e in scene.telling.entities if e.kind == "person"}
    found: dict[str, dict[str, set[Claim]]] = {}
    for reading in scene.readings.values():
        for chain in reading.chains:
            group = groups.get(chain.id, chain.id)
            for m in chain.mentions if group in names else ():
                if reading.mentions[m].form == "name" and (told := look(reading, reading.mentions[m].span, known)):
                    found.setdefault(group, {}).setdefault(told[0], set()).add(Claim(reading.document.id, told[1]))
    for group in sorted(found):
        yield names[group], found[group]


def rank_before(reading: Reading, name: Span, known: frozenset[str]) -> tuple[str, Span] | None:
    """The rank that a name carries, inside its mention or right before it."""
    text = reading.document.text
    inside = text[name.start : name.end].split()
    head = text[max(0, name.start - 24) : name.start].split()
    word = inside[0] if inside and inside[0].casefold() in known else head[-1] if head else ""
    if word.casefold() not in known:
        return None
    sentence = sentence_at(reading, name.start)
    return word.casefold(), sentence or name


def age_behind(reading: Reading, name: Span, known: frozenset[str]) -> tuple[str, Span] | None:
    """The age that stands in commas or brackets behind a name."""
    match = AGE.match(reading.document.text[name.end : name.end + 24])
    if match is None:
        return None
    return match["age"] or match["bare"], Span(name.start, name.end + match.end())


def free_of_each_other(scene: Scene, a: set[Claim], b: set[Claim]) -> bool:
    """Whether every claim of one side is independent of every one of the other."""
    return all(scene.independent(x.document, y.document) for x in a for y in b)
