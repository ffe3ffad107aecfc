"""Which tellings are of a meeting that was put off: those of its first day, and those of the day it was moved to."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from tidings.grammar.events.event_card import EventCard
from tidings.grammar.events.evidence import WEEKS_ON, days_between, windows_meet
from tidings.grammar.events.planned import COMES_OFF
from tidings.grammar.events.topic_words import stems_in
from tidings.text.put_off import PUT_OFF

__all__ = ["may_move", "moved"]

SET = frozenset({"announced", "cancelled"})
NEW = frozenset({"announced", "held", "ongoing"})
TWO = 2  # parties in common, from which what is set for a later day may be what was put off
MOST = 40  # tellings of a day that are laid beside those of the other: all of some hundreds would be tens of thousands of pairs
TO_A_DAY = re.compile(r"\b(?:un)?til|\bto\b|\bfor\b", re.IGNORECASE)


def may_move(card: EventCard) -> bool:
    """Whether a telling is of what is set for a day or took place on one, and can be put off."""
    return card.dated and card.type in COMES_OFF and card.status in SET | NEW


def moved(cards: Sequence[EventCard]) -> Iterator[tuple[EventCard, EventCard]]:
    """Each telling of the first day beside each of the day that the same was moved to, where a report says that it was put off."""
    seen: set[tuple[str, str]] = set()
    done: set[tuple[frozenset[str], frozenset[str]]] = set()  # many reports of one delay name the same tellings
    for told in cards:
        words = PUT_OFF.search(told.clause)
        if words is None or told.status not in SET:
            continue
        to_a_day = TO_A_DAY.search(told.clause, words.end()) is not None
        early, late = (
            ends(told, cards) if told.status == "cancelled" else (before(told, cards) if to_a_day else ([], []))
        )
        early, late = likest(told, early), likest(told, late)
        days = frozenset(c.id for c in early), frozenset(c.id for c in late)
        if days in done:
            continue
        done.add(days)
        for one, other in product(early, late):
            if (one.id, other.id) not in seen and not of_two_matters(one, other):
                seen.add((one.id, other.id))
                yield one, other


def likest(told: EventCard, cards: Sequence[EventCard]) -> list[EventCard]:
    """The tellings of a day that are worded most like what is put off."""
    return sorted(cards, key=lambda c: (-len(c.words & told.words), c.id))[:MOST]


def ends(off: EventCard, cards: Sequence[EventCard]) -> tuple[list[EventCard], list[EventCard]]:
    """What was set for the day that is called off, and what is told of the next day for the same.

    The day of what is called off may be that on which it was: "put off its congress on Friday", which was set for the week after.
    """
    ours = [c for c in cards if is_of_them(off, c)]
    old = [c for c in ours if c.status in SET and windows_meet(off, c)]
    said_then = off.reported is not None and (off.first or "") <= off.reported
    if said_then and not any(c.status == "announced" for c in old):
        coming = [c for c in ours if c.status == "announced" and is_later(off, c) and not is_told_before(off, c)]
        first = min((c.first or "" for c in coming), default="")
        old += [c for c in coming if c.first == first]
    last = max((c.last or "" for c in old), default="")
    later = [c for c in ours if c.status in NEW and is_after(last, c) and not is_told_before(c, off)]
    next_ = min((c.first or "" for c in later), default="")
    return old, [c for c in later if c.first == next_]


def before(new: EventCard, cards: Sequence[EventCard]) -> tuple[list[EventCard], list[EventCard]]:
    """What was set for the last day before that to which it is put off, and what is told of the new day."""
    earlier = [
        c for c in cards if c.status in SET and is_later(c, new) and is_of_them(new, c) and not is_told_before(new, c)
    ]
    last = max((c.last or "" for c in earlier), default="")
    late = [c for c in cards if c.status in NEW and windows_meet(new, c) and is_of_them(new, c)]
    return [c for c in earlier if c.last == last], late


def is_later(one: EventCard, other: EventCard) -> bool:
    """Whether the other is some days or weeks after the one."""
    return is_after(one.last or "", other)


def is_after(day: str, card: EventCard) -> bool:
    """Whether a telling is of some days or weeks after a day."""
    return 0 < days_between(card.first or "", day) <= WEEKS_ON if day else False


def is_told_before(one: EventCard, other: EventCard) -> bool:
    """Whether the report of the one is older than that of the other."""
    return one.reported is not None and other.reported is not None and one.reported < other.reported


def is_of_them(a: EventCard, b: EventCard) -> bool:
    """Whether two tellings of one sort have two parties or states in common, and what they are about."""
    ours = a.type == b.type and (len(a.parties & b.parties) >= TWO or len(a.states & b.states) >= TWO)
    return ours and of_one_matter(a, b)


def of_one_matter(a: EventCard, b: EventCard) -> bool:
    """Whether two tellings are about one thing; where one does not say what, whether both call the act by one word: "the talks"."""
    ours, theirs = topics(a), topics(b)
    return bool(ours & theirs) if ours and theirs else bool(stems_in(a.act) & stems_in(b.act))


def of_two_matters(a: EventCard, b: EventCard) -> bool:
    """Whether each of two tellings says what it is about, and that is not one thing."""
    ours, theirs = topics(a), topics(b)
    return bool(ours) and bool(theirs) and not ours & theirs


def topics(card: EventCard) -> frozenset[str]:
    """Stems of what a telling is about, without its parties and the word for the act itself."""
    return (stems_in(card.about) & card.words) - stems_in(card.act)
