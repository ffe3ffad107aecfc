"""How large, long or strong a thing is, said before its name: "the 48-page report", "a six-hour meeting"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.text.likeness import root
from tidings.text.quantities import number_at

__all__ = ["sizes"]

SIZED = re.compile(
    r"(?<![\w-])(?P<number>\d{1,3}(?:,\d{3}){0,3}(?:\.\d{1,2})?|[a-z]{3,9}(?:-[a-z]{3,5})?)-(?P<unit>[a-z]{3,10})(?:-(?:long|strong))?\s(?P<thing>[a-z]{3,20}(?:\s[a-z]{3,20})?)",
    re.IGNORECASE,
)
MANY = 200  # sizes of one unit that are laid beside each other
FACTOR = 3  # between two sizes of one thing; read on BASIL and Timeline17


@dataclass(frozen=True, slots=True)
class Sized:
    """A thing with its size, in its sentence."""

    passage: Passage
    value: float
    unit: str
    thing: frozenset[str]  # roots of the words behind
    words: str

    @property
    def claim(self) -> Claim:
        return Claim(self.passage.document, self.passage.span)


def sizes(scene: Scene) -> Iterator[Dispute]:
    """Things of one party to which two witnesses give two sizes, each of them only one."""
    by_unit: dict[str, list[Sized]] = {}
    for passage in scene.passages:
        for sized in sizes_in(passage):
            by_unit.setdefault(sized.unit, []).append(sized)
    for unit in sorted(by_unit):
        sides: dict[tuple[float, float], tuple[list[Sized], list[Sized]]] = {}
        for a, b in combinations(by_unit[unit][:MANY], 2):
            if of_one_thing(scene, a, b, by_unit[unit]):
                low, high = sorted((a, b), key=lambda s: (s.value, s.claim))
                lows, highs = sides.setdefault((low.value, high.value), ([], []))
                lows.append(low)
                highs.append(high)
        for _, told in sorted(sides.items()):
            about = f"{told[0][0].words.split()[-1]}: how many {unit}s"
            claims = tuple((side[0].words, tuple(sorted({s.claim for s in side}))) for side in told)
            yield Dispute("number", about, claims, ("one thing, two sizes",), 0.7)


def sizes_in(passage: Passage) -> Iterator[Sized]:
    """The sizes that a sentence gives, ages left out."""
    for match in SIZED.finditer(passage.text[:1_200]):
        number = number_at(passage.text, match.start())
        thing = frozenset(root(w) for w in match["thing"].split())
        if number is not None and match["thing"].split()[0].lower() != "old":
            yield Sized(passage, number.value, root(match["unit"]), thing, match[0].removesuffix(" " + tail(match)))


def tail(match: re.Match[str]) -> str:
    """The second word behind a size, which may be no more than the verb."""
    return match["thing"].partition(" ")[2] or "\n"


def of_one_thing(scene: Scene, a: Sized, b: Sized, told: list[Sized]) -> bool:
    """Whether two sizes are of one thing of one party, told by two witnesses that each give it one."""
    if a.value == b.value or max(a.value, b.value) > FACTOR * min(a.value, b.value) or not a.thing & b.thing:
        return False
    if not scene.independent(a.claim.document, b.claim.document) or not a.passage.who & b.passage.who:
        return False
    return all(
        t.value == s.value
        for s in (a, b)
        for t in told
        if t.claim.document == s.claim.document and t.thing & a.thing & b.thing
    )
