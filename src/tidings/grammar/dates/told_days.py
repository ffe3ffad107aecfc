"""What the days that a report tells say together: which are near other reports, between which it appeared, which follow its news."""

from collections.abc import Mapping, Sequence
from datetime import date

from tidings.grammar.dates.news import Told, dated_near, days_since, numbered_near
from tidings.grammar.dates.told_plans import Within
from tidings.model import Reading

__all__ = ["days_behind", "ends", "is_on", "told_near", "widest"]

TOGETHER = 60  # reports that are weighed together


def told_near(told: Sequence[Told], near: Sequence[str]) -> list[Told]:
    """What a report tells with its day, where the first and the last day of reports about the same parties give it one year."""
    if not near:
        return []
    late = dated_near(told, near[-1])
    found = [one for one in dated_near(told, near[0]) if one in late]
    return found + [one for one in numbered_near(told, near) if one not in found]


def ends(told: Sequence[Told]) -> Within:
    """The last day that is told as past, and the first after it that is told as coming; "" where there is none."""
    first = max((t.first for t in told if t.look == "past"), default="")
    return first, min((t.last for t in told if t.look == "future" and t.last >= first), default="")


def days_behind(news: Told, told: Told) -> int:
    """How many days behind the weekday of the news another weekday lies that is told after it as past; 0 where it is none."""
    here, there = (t.offset.weekday if t.offset and not t.offset.day else None for t in (news, told))
    after = told.weekday and told.look == "past" and told.start > news.start and days_since(told.words) != -1
    return (there - here) % 7 if after and here and there else 0


def is_on(told: Told, day: str) -> bool:
    """Whether a bare weekday is that of an ISO day."""
    offset = told.offset
    if offset is None or offset.weekday is None or offset.month is not None or offset.day is not None:
        return False
    return date.fromisoformat(day).isoweekday() == offset.weekday


def widest(reading: Reading, entity: Mapping[str, str], size: Mapping[str, int]) -> tuple[tuple[int, str], ...]:
    """Of all whom a report names, the two whom most reports name, up to so many as are weighed together."""
    named = {entity.get(chain.id, chain.id) for chain in reading.chains if chain.named}
    found = sorted((size.get(party, 1), party) for party in named if 1 < size.get(party, 1) <= TOGETHER)
    return tuple(found[-2:])
