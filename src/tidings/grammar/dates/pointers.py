"""The times of an undated report that hang on its own day, as far as they may date it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tidings.grammar.dates.news import Report, days_since
from tidings.grammar.dates.told_plans import Roots, is_last, is_possessive, rare_words, sentence_of
from tidings.model import Offset

__all__ = ["Pointer", "pointers"]

LATE = frozenset({"EV", "NI"})


@dataclass(frozen=True, slots=True, order=True)
class Pointer:
    """A time that hangs on the day of its report, with the rare words of its sentence."""

    start: int
    end: int
    offset: Offset
    look: str  # past future open last
    lead: bool
    roots: Roots
    step: int | None = None  # days since, where the words say so beside its weekday: "yesterday, Friday"
    late: bool = False  # in the evening or at night

    @property
    def weekday(self) -> int:
        """Its weekday, 0 where it names none."""
        return self.offset.weekday or 0

    @property
    def is_bare(self) -> bool:
        """Whether it is a weekday and nothing else."""
        return bool(self.weekday) and self.offset.unit == "day" and not self.offset.amount


def pointers(report: Report) -> Iterator[Pointer]:
    """The times of an undated report that hang on its day: weekdays, "yesterday", "last week"."""
    reading = report.reading
    text = reading.document.text
    for time in reading.times:
        offset = time.offset
        if time.value is not None or offset is None or time.anchored_on is not None or not report.holds(time.span):
            continue
        if offset.unit not in {"day", "week", "month"} or offset.month or offset.day or is_season(offset):
            continue
        look: str = time.look or "open"
        if look == "past" and is_last(text, time.span):
            look = "last"
        if is_possessive(text, time.span):
            look = "open"
        roots = rare_words(reading, (sentence_of(reading, time.span),))
        lead = time.span.start < report.lead_end and look == "past"
        step = days_since(report.words(time))
        late = (offset.part or "")[-2:] in LATE
        yield Pointer(time.span.start, time.span.end, offset, look, lead, roots, step, late)


def is_season(offset: Offset) -> bool:
    """Whether an offset's part is a season or quarter, not a time of day."""
    return offset.part is not None and not offset.part.startswith(("MO", "AF", "EV", "NI", "T"))
