"""One act, two days; one act, two places."""

import re
from collections.abc import Iterator
from itertools import combinations

from tidings.grammar.disputes.acts import Told, one_occasion
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.matters import ANOTHER, connected, fullest, spread
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import rows
from tidings.text.days import days_apart

__all__ = ["days", "places"]

MOST_APART = 3  # days: farther apart, two tellings are of two occasions
MANY = 120  # tellings of one act that are laid beside each other
EDGE = re.compile(r"\b(?:night|overnight|midnight|evening|early|late|dawn|gmt|local time)\b", re.IGNORECASE)
STATED = re.compile(r"\d|\b(?:first|second|third)\b", re.IGNORECASE)
ONE_TIME = ("seizure", "holding", "signing", "sinking", "crash", "expulsion", "resignation", "freeing", "recall")
STAYING = ("holding", "seizure", "signing", "sinking", "crash", "meeting")


def days(scene: Scene, acts: dict[str, list[Told]]) -> Iterator[Dispute]:
    """Acts whose tellings by two witnesses name two days close together.

    A day more or less near midnight, or by a weekday counted from the report, is nothing.
    """
    for act, found in sorted(acts.items()):
        if act not in ONE_TIME:
            continue
        told = [t for t in found if t.day and t.day[1] <= scene.published.get(t.claim.document, "9999")]
        told = spread([t for t in told if not ANOTHER.search(t.passage.text)], day_of, MANY)
        pairs = (p for p in combinations(told, 2) if apart(scene, *p) and one_occasion(*p, but="day"))
        for tied in connected(pairs):
            by_day: dict[str, list[Told]] = {}
            for t in sorted(tied, key=lambda t: (day_of(t), t.claim)):
                by_day.setdefault(day_of(t), []).append(t)
            sides = tuple((day, claims(same)) for day, same in by_day.items())
            yield Dispute("date", f"the day of the {act}", fullest(sides), ("one act, two days",), 0.6)


def apart(scene: Scene, a: Told, b: Told) -> bool:
    """Whether two witnesses name two days that no way of counting brings together."""
    if not scene.independent(a.claim.document, b.claim.document) or scene.befell_others(a.passage, b.passage):
        return False
    gap = days_apart(day_of(a), day_of(b))
    if not 1 <= gap <= MOST_APART:
        return False
    return gap > 1 or all(STATED.search(words_of(t)) and not EDGE.search(t.passage.text) for t in (a, b))


def day_of(told: Told) -> str:
    """The day that is told, "" for none."""
    return told.day[1] if told.day else ""


def words_of(told: Told) -> str:
    """The words that name the day."""
    span, base = (told.day[0] if told.day else told.passage.span), told.passage.span.start
    return told.passage.text[span.start - base : span.end - base]


def places(scene: Scene, acts: dict[str, list[Told]]) -> Iterator[Dispute]:
    """Acts whose tellings by two witnesses name two towns, neither of them lying in the other."""
    wide = {cell.casefold() for row in rows("countries.tsv") for cell in row}
    for act, found in sorted(acts.items()):
        if act not in STAYING:
            continue
        told = [t for t in found if t.place and name_of(t).casefold() not in wide]
        told = spread([t for t in told if not ANOTHER.search(t.passage.text)], name_of, MANY)
        sides: dict[tuple[str, str], tuple[list[Told], list[Told]]] = {}
        for a, b in combinations(told, 2):
            if not scene.independent(a.claim.document, b.claim.document) or beside(a, b):
                continue
            if a.day and b.day and one_occasion(a, b, but="place"):
                low, high = sorted((a, b), key=lambda t: (name_of(t), t.claim))
                lows, highs = sides.setdefault((name_of(low), name_of(high)), ([], []))
                lows.append(low)
                highs.append(high)
        for (low_name, high_name), (lows, highs) in sorted(sides.items()):
            yield Dispute(
                "place",
                f"the place of the {act}",
                ((low_name, claims(lows)), (high_name, claims(highs))),
                ("one act, two places",),
                0.6,
            )


def beside(a: Told, b: Told) -> bool:
    """Whether two places are one, or one telling names the other's place too."""
    one, two = name_of(a).casefold(), name_of(b).casefold()
    groups = {p[1] for t in (a, b) for p in (t.place,) if p}
    return (
        len(groups) < 2
        or one in two
        or two in one
        or one in b.passage.text.casefold()
        or two in a.passage.text.casefold()
    )


def name_of(told: Told) -> str:
    """The place in the words of its telling."""
    span, base = (told.place[0] if told.place else told.passage.span), told.passage.span.start
    return told.passage.text[span.start - base : span.end - base]


def claims(told: list[Told]) -> tuple[Claim, ...]:
    """Where each is told, once."""
    return tuple(sorted({t.claim for t in told}))
