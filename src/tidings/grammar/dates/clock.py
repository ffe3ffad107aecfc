"""Times of day, alone or on a date: "5 p.m. EST", "14:30", "noon Saturday", "Friday night", "yesterday morning"."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.dates.numbers import small
from tidings.grammar.dates.words import Found, Line, Rule, lookup
from tidings.lexicon import words as entries
from tidings.model import Offset

__all__ = ["clock_at", "part_at", "timed"]


def part_at(line: Line, i: int) -> tuple[str, int] | None:
    """A part of the day ("morning", "noon") as a TIMEX3 suffix, and one past it."""
    code = lookup("day_parts.tsv").get(line.text(i))
    return (code if code.startswith("T") else f"T{code}", i + 1) if code else None


def clock_at(line: Line, i: int) -> tuple[str, int] | None:
    """A clock time as a TIMEX3 suffix, with its time zone if one follows, and one past it."""
    found = _hour(line, i)
    if found is None:
        return None
    suffix, end = found
    if line.text(end) in entries("time_zones.txt") and line.words[end].capital:
        end += 1
    elif (line.text(end) == "local" and line.text(end + 1) == "time") or (
        line.text(end + 1) == "time" and line.kind(end) == "word" and line.words[end].capital
    ):
        end += 2
    return suffix, end


def _hour(line: Line, i: int) -> tuple[str, int] | None:
    if line.kind(i) == "clock":
        hour, minute = (int(n) for n in line.text(i).removeprefix("t").split(":")[:2])
        at = i + 1
    else:
        number = small(line, i)
        if number is None or (line.kind(i) == "number" and len(line.text(i)) > 2):
            return None
        (hour, at), minute = number, 0
        if line.text(at) == "." and line.joined(at) and line.kind(at + 1) == "number" and len(line.text(at + 1)) == 2:
            minute, at = int(line.text(at + 1)), at + 2
            if _half(line, at) is None:
                return None
    half = _half(line, at)
    if half is not None:
        late, at = half
        if not 1 <= hour <= 12 or minute > 59:
            return None
        return f"T{hour % 12 + 12 * late:02}:{minute:02}", at
    if line.text(at) == "o'clock" and 1 <= hour <= 12:
        return f"T{hour:02}:00", at + 1
    if line.kind(i) == "clock" and hour <= 24 and minute <= 59:
        return f"T{hour:02}:{minute:02}", at
    return None


def _half(line: Line, at: int) -> tuple[bool, int] | None:
    """Whether "p.m." stands here rather than "a.m.", or "in the morning", "at night"."""
    if line.kind(at) == "halfday" or line.text(at) in ("am", "pm"):
        return line.text(at)[0] == "p", at + 1
    if (
        line.text(at) == "in"
        and line.text(at + 1) == "the"
        and line.text(at + 2) in ("morning", "afternoon", "evening")
    ):
        return line.text(at + 2) != "morning", at + 3
    if line.text(at) == "at" and line.text(at + 1) == "night":
        return True, at + 2
    return None


def timed(dates: Sequence[Rule]) -> tuple[Rule, ...]:
    """Rules that put a time of day and a date together, either first, given the rules for dates."""

    def date_at(line: Line, i: int) -> Found | None:
        found = [f for rule in dates if (f := rule(line, i))]
        return max(found, key=lambda f: f.end, default=None)

    def clock_first(line: Line, i: int) -> Found | None:
        """ "5 p.m. EST, Nov. 6", "noon Saturday", "10 p.m. on Wednesday", "the night of June 9"."""
        at = line.skip(i, "the")
        time = clock_at(line, i) or part_at(line, at)
        if time is None:
            return None
        suffix, end = time
        after = _past_brackets(line, end) if clock_at(line, i) else end
        found = date_at(line, line.skip(line.skip(after, ","), "on", "of"))
        if found is None:
            offset = Offset("day", 0, part=suffix)
            return Found(end, "TIME", offset=offset, base="narrative") if clock_at(line, i) else _alone(line, i)
        return _on(found, suffix)

    def date_first(line: Line, i: int) -> Found | None:
        """ "Friday night", "Nov. 9 at 5 p.m.", "yesterday morning"."""
        found = date_at(line, i)
        if found is None:
            return None
        at = line.skip(found.end, ",")
        time = clock_at(line, line.skip(at, "at", "around", "about")) or part_at(line, at)
        if time is None or (at > found.end and clock_at(line, line.skip(at, "at")) is None):
            return None
        together = _on(found, time[0])
        return replace(together, end=time[1]) if together else None

    return clock_first, date_first


def _past_brackets(line: Line, at: int) -> int:
    """One past a short bracket with the same time elsewhere: "10:35 a.m. (0735 GMT) Friday"."""
    if line.text(at) == "(":
        for end in range(at + 1, at + 6):
            if line.text(end) == ")":
                return end + 1
    return at


def _alone(line: Line, i: int) -> Found | None:
    """ "midnight", "noon", "overnight" without a date."""
    if line.text(i) not in ("midnight", "noon", "midday", "overnight"):
        return None
    part = part_at(line, i)
    return Found(i + 1, "TIME", offset=Offset("day", 0, part=part[0])) if part else None


def _on(found: Found, suffix: str) -> Found | None:
    """The date with a time of day; None where it is no day."""
    if found.type != "DATE":
        return None
    if found.value is not None:
        return replace(found, type="TIME", value=found.value + suffix) if len(found.value) == 10 else None
    offset = found.offset
    if offset is None or offset.part or offset.unit not in ("day", "week", "month", "year"):
        return None
    if offset.unit != "day" and offset.weekday is None and offset.day is None:
        return None
    if offset.month is not None and offset.day is None:
        return None
    return replace(found, type="TIME", offset=replace(offset, part=suffix))
