"""Days, months and hours that two short reports of one occasion give for one thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidings.grammar.disputes.briefs import Brief, Clause, foreign, framed, of_one_day
from tidings.grammar.disputes.claims import Dispute
from tidings.grammar.disputes.scene import Scene
from tidings.model import Resolved, Span
from tidings.text.days import days_apart
from tidings.text.meaning import nearness

__all__ = ["When", "brief_days", "meet", "times_of"]

# How far apart two times of a grain can lie to be of one thing: what happened, what is to come.
MOST_APART = {"day": (6, 70), "month": (100, 200), "year": (1_500, 1_500)}
TOLD_ALIKE = (
    0.15  # nearness of the two sentences; set on the dev half of evals/difference_cases.jsonl and on leads of BASIL
)
TO_COME_ALIKE, YEAR_ALIKE = 0.2, 0.1  # the same of what is to come; of the clauses of two years
MOVED = re.compile(
    r"\b(?:postponed|moved|put off|delayed|brought forward|rescheduled|adjourned|shifted|pushed|set back|instead|new date|originally|now|earlier|previous(?:ly)?|ago|every|later|anniversary|deadline)\b",
    re.IGNORECASE,
)
HOURS = 1.5
HOUR_ALIKE = 0.05
ROUGH = re.compile(r"\b(?:weeks?|months?|years?|fortnight|days)\b", re.IGNORECASE)
HERE = re.compile(r"\s(?:in|,)\s[A-Z]")  # "3 p.m. in Larn": perhaps a zone of its own
CLOCK = re.compile(r"T(\d\d):(\d\d)")
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
NOBODY = re.compile(r"\b(?:no|not|never|nobody|none|nothing)\b|n[’']t\b", re.IGNORECASE)
BARE = re.compile(r"[A-Z][a-z]+")  # a month alone: next June or last is told by the tense, which may deceive
DATED_APART = 31  # two days told by their dates
ZONE = re.compile(r"\b(?:GMT|UTC|[BCEMPW]E?[SD]?T|[Ll]ocal time|[A-Z]\w+ time)\b")
MIDNIGHT = re.compile(r"\b(?:night|overnight|midnight|small hours|early|dawn|late)\b", re.IGNORECASE)
END = re.compile(r"\b(?:until|till|between|to|and)\s\Z", re.IGNORECASE)
NOT_ON = re.compile(
    r"\b(?:since|until|till|by|before|around|about|than|earliest|latest|after|between|to|and|or)\s(?:the\s)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A time in a clause of a short report."""

    clause: Clause
    span: Span
    first: str
    last: str
    grain: str
    words: str
    hour: float | None
    framed: bool  # where somebody speaks, not in what is said

    @property
    def before(self) -> str:
        """What stands before it in its clause."""
        return self.clause.text[: self.span.start - self.clause.span.start]


def brief_days(scene: Scene, pairs: Sequence[tuple[Brief, Brief]]) -> Iterator[Dispute]:
    """A time that one of two short reports gives and one that the other gives, where neither has the other's."""
    told = times_of(scene, pairs)
    for a, b in pairs:
        ours, theirs = told[a.document], told[b.document]
        left = [x for x in ours if not x.framed and not any(meet(x, y) for y in theirs)]
        right = [y for y in theirs if not y.framed and not any(meet(x, y) for x in ours)]
        hours = [[t for t in side if t.hour is not None and not t.framed] for side in (ours, theirs)]
        if [len(side) for side in hours] == [1, 1] and other_hour(hours[0][0], hours[1][0]):
            yield dispute(hours[0][0], hours[1][0])
        for grain in MOST_APART:
            for ahead in (False, True):
                one, two = (
                    [t for t in side if t.grain == grain and to_come(scene, t) == ahead] for side in (left, right)
                )
                if (
                    len(one) == len(two) == 1
                    and of_one_thing(one[0], two[0], ahead=ahead)
                    and (ahead or grain != "day" or may_be_one_act(a, one[0], b, two[0]))
                    and not (foreign(one[0].clause, a, b) or foreign(two[0].clause, b, a))
                ):
                    yield dispute(one[0], two[0])


def of_one_thing(x: When, y: When, *, ahead: bool) -> bool:
    """Whether two times that are left over are near enough, and neither is told of another occasion or of an end."""
    if x.words.lower() == y.words.lower():
        return False
    gap = abs(days_apart(x.first, y.first))
    if x.grain == "month" and BARE.fullmatch(x.words) and BARE.fullmatch(y.words):
        gap = min(gap % 365, -gap % 365)
    if x.grain == "day" and (
        (gap % 7 == 0 and not (dated(x) and dated(y))) or ROUGH.search(x.words) or ROUGH.search(y.words)
    ):
        return False  # "next Tuesday" is one of two; "in three weeks" a day or two
    if x.grain == "day" and gap == 1 and any(MIDNIGHT.search(t.clause.text) for t in (x, y)):
        return False
    if gap > MOST_APART[x.grain][ahead] and not (x.grain == "day" and dated(x) and dated(y) and gap <= DATED_APART):
        return False
    if nearness(x.clause.passage.text, y.clause.passage.text, kin=True) < (TO_COME_ALIKE if ahead else TOLD_ALIKE):
        return False
    if x.grain == "year" and nearness(x.clause.text, y.clause.text, kin=True) < YEAR_ALIKE:
        return False
    return not any(MOVED.search(t.clause.text) or NOT_ON.search(t.before) for t in (x, y))


def other_hour(x: When, y: When) -> bool:
    """Whether two clock times of one day are further apart than a rounding or a zone nearby makes them."""
    if nearness(x.clause.passage.text, y.clause.passage.text, kin=True) < HOUR_ALIKE or other_weekday(x, y):
        return False
    return (
        (meet(x, y) or one_weekday(x, y))
        and abs((x.hour or 0) - (y.hour or 0)) > HOURS
        and not any(HERE.match(t.clause.text[len(t.before) + len(t.words) :]) for t in (x, y))
        and not any(END.search(t.before) or ZONE.search(t.clause.text) for t in (x, y))
    )


def dated(t: When) -> bool:
    """Whether a time is told by its date, not by a weekday alone."""
    return any(c.isdigit() for c in t.words)


def one_weekday(x: When, y: When) -> bool:
    """Whether two clock times name one weekday."""
    one, two = (WEEKDAY.search(t.words.lower()) for t in (x, y))
    return bool(one and two and one[0] == two[0])


def other_weekday(x: When, y: When) -> bool:
    """Whether two clock times name two weekdays."""
    one, two = (WEEKDAY.search(t.words.lower()) for t in (x, y))
    return bool(one and two and one[0] != two[0])


def may_be_one_act(a: Brief, x: When, b: Brief, y: When) -> bool:
    """Whether what is told of two past days may be one act: acts of one type, or two that no table knows."""
    one, two = acts(a, x), acts(b, y)
    if NOBODY.search(x.clause.text) or NOBODY.search(y.clause.text):
        return False
    return bool(one & two) or not (one or two) or (not (one and two) and of_one_day(a, b))


def acts(brief: Brief, t: When) -> frozenset[str]:
    """The types of the acts that a time's clause tells."""
    return frozenset(e.type for e in brief.reading.events if t.clause.span.start <= e.trigger.start < t.clause.span.end)


def dispute(x: When, y: When) -> Dispute:
    """Two times side by side, the earlier first."""
    sides = tuple((t.words, (t.clause.claim,)) for t in sorted((x, y), key=lambda t: (t.first, t.clause.claim)))
    return Dispute("date", "when", sides, ("two short reports of one occasion give two times",), 0.6)


def times_of(scene: Scene, pairs: Sequence[tuple[Brief, Brief]]) -> dict[str, list[When]]:
    """The times of each short report."""
    known: dict[str, dict[int, Resolved]] = {}
    for r in scene.telling.resolved:
        known.setdefault(r.document, {})[r.index] = r
    briefs = {b.document: b for pair in pairs for b in pair}
    return {document: list(times(b, known.get(document, {}))) for document, b in briefs.items()}


def times(brief: Brief, known: dict[int, Resolved]) -> Iterator[When]:
    """The times of a short report that come down to days, months or years."""
    text = brief.reading.document.text
    for i, time in enumerate(brief.reading.times):
        r = known.get(i)
        clause = next((c for c in brief.clauses if c.span.start <= time.span.start < c.span.end), None)
        if r and r.from_ and r.to and clause:
            yield When(
                clause,
                time.span,
                r.from_,
                r.to,
                r.grain,
                text[time.span.start : time.span.end],
                hour(r.value),
                framed(brief, clause, time.span.start),
            )


def hour(value: str | None) -> float | None:
    """The hour of a day that a value names, if it names one."""
    found = CLOCK.search(value or "")
    return int(found[1]) + int(found[2]) / 60 if found else None


def meet(x: When, y: When) -> bool:
    """Whether two times have a day in common."""
    return x.first <= y.last and y.first <= x.last


def to_come(scene: Scene, t: When) -> bool:
    """Whether a time lies after its report."""
    return (t.grain == "month" and BARE.fullmatch(t.words) is not None) or t.first > scene.published.get(
        t.clause.document, "9999"
    )
