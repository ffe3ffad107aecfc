"""When a report without a date appeared, by what dated reports had planned: "Thursday's talks" of one that are "on April 12" in another."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.grammar.dates.calendar import is_day
from tidings.grammar.dates.news import Report
from tidings.lexicon import words
from tidings.lexicon.calendar import calendar_words
from tidings.model import Reading, Span, Time
from tidings.text.terms import news_share

__all__ = [
    "Found",
    "Roots",
    "Tied",
    "Within",
    "appeared",
    "is_last",
    "is_possessive",
    "lies",
    "rare_words",
    "scarcity",
    "sentence_of",
    "tied_times",
]

WORD = re.compile(r"[^\W\d_]+")
ROOT = 5  # letters
RARE = 0.003  # the share of news articles taken for a word that the table does not hold
COMMON = 0.2  # words in more articles tie nothing
SHARED = 3  # rare words that two sentences must have in common
LEAST = 12.0  # how rare they must be together; set on hidden dates of the stories and of Timeline17's labelled piles
STRONG = 10.0  # and those of one pair
WEAK = 6.0  # below which a pair is nothing
CLEARLY = 1.3  # times the weight of what speaks for other days
OPENING = 160  # characters that say what a report is about, beside its title
WEEK = 7
MOST = 3  # days that are given together
FRESH = 3  # days back at which the first weekday of a lead still lies
LIKELY = 8.0  # times less likely than the likeliest that a day may be
# How many days before its report a weekday told as past lies: counted in the labelled piles' reports.
BACK = (0.39, 0.35, 0.11, 0.075, 0.033, 0.025, 0.02)
Within = tuple[str, str]
"""The first and the last day on which a report can have appeared, "" where that is open."""
Roots = tuple[tuple[str, float], ...]
"""The beginnings of a sentence's rare words, each with how rare it is."""
SELDOM = 0.01
GONE = frozenset({"past", "last"})
DEICTIC = re.compile(r"\b(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|last night)\b", re.I)


@dataclass(frozen=True, slots=True, order=True)
class Tied:
    """A time with the rare words of its sentence. `day` is "" where it hangs on the report's own; `plan` one still to come."""

    start: int
    end: int
    day: str
    plan: bool
    weekday: int | None
    step: int  # days from the report's day, where it names no weekday
    look: str  # past last future open; last is said of no day of this report's own weekday
    roots: Roots
    about: Roots  # rare words of the title and the opening, for what the lead tells


@dataclass(frozen=True, slots=True)
class Found:
    """The days between which the report appeared, and the two passages that tie it best: its own, and that of which report."""

    first: str
    last: str
    own: tuple[int, int]
    other: int
    there: tuple[int, int] | None  # None where it is only the nearest report


def tied_times(report: Report) -> Iterator[Tied]:
    """The times of a report that may tie it to another's: of a dated one its days, of an undated one what hangs on its day."""
    reading = report.reading
    published = (reading.document.published or "")[:10]
    text = reading.document.text
    about = rare_words(reading, ((0, OPENING),), reading.document.title or "") if not published else ()
    for time in reading.times:
        if time.type not in ("DATE", "TIME") or not report.holds(time.span):
            continue
        day = (time.value or "").partition("T")[0] if published else ""
        if (published and not is_day(day)) or (not published and not hangs_on_the_report(time, text)):
            continue
        offset = time.offset
        own = time.look if not is_possessive(text, time.span) else None
        yield Tied(
            time.span.start,
            time.span.end,
            day,
            day > published or (time.look == "future" and day == published) if published else False,
            None if offset is None else offset.weekday,
            0 if offset is None or offset.weekday else offset.amount,
            "last" if own == "past" and is_last(text, time.span) else own or "open",
            rare_words(reading, (sentence_of(reading, time.span),)),
            about if time.span.start < report.lead_end else (),
        )


def hangs_on_the_report(time: Time, text: str) -> bool:
    """Whether a time is a bare weekday, or "today", "yesterday", "tomorrow"."""
    offset = time.offset
    if time.value is not None or offset is None or time.anchored_on is not None or offset.unit != "day":
        return False
    if offset.month is not None or offset.day is not None:
        return False
    return offset.weekday is not None or bool(DEICTIC.search(text, time.span.start, time.span.end))


def is_possessive(text: str, span: Span) -> bool:
    """Whether it is "Thursday's", which says nothing of past or future."""
    return text[max(span.start, span.end - 2) : span.end + 2].replace("’", "'").find("'s") >= 0


def is_last(text: str, span: Span) -> bool:
    """Whether it is "last Thursday", which is said of days further back than a bare one; "last night" is not."""
    words = text[span.start : span.end].lower()
    return words.startswith("last ") and not DEICTIC.search(words)


def sentence_of(reading: Reading, span: Span) -> tuple[int, int]:
    """The sentence that a time stands in."""
    found = next((s for s in reading.sentences if s.start <= span.start < s.end), span)
    return found.start, found.end


def rare_words(reading: Reading, places: Sequence[tuple[int, int]], title: str = "") -> Roots:
    """The beginnings of rare words with how rare they are; people's names and titles say who, not what."""
    named = [m.span for m in reading.mentions if m.kind == "person"]
    found: dict[str, float] = {}
    for start, end in places:
        people = [p for p in named if p.start < end and start < p.end]
        for match in WORD.finditer(reading.document.text, start, end):
            if not any(p.start <= match.start() < p.end for p in people):
                add(found, match.group())
    for match in WORD.finditer(title):
        add(found, match.group())
    return tuple(sorted(found.items()))


def add(found: dict[str, float], word: str) -> None:
    """Add a word by its root where it is rare enough."""
    low = word.lower()
    share = news_share().get(low, RARE)
    if len(low) > 2 and share < COMMON and low not in words("stop_words.txt") and low not in calendar_words():
        found[low[:ROOT]] = -math.log(max(share, RARE))


def appeared(own: Sequence[Tied], others: Sequence[Sequence[Tied]], within: Within = ("", "")) -> Found | None:
    """The days on which an undated report most likely appeared; None where unclear.

    Others tell with their day what it has or had before it as a plan, or tell as done what it plans for a weekday.
    `within` is between which days it surely appeared.
    """
    plans = [(n, plan) for n, tied in enumerate(others) for plan in tied if plan.plan]
    done = [(n, tied) for n, other in enumerate(others) for tied in other if not tied.plan]
    scale = scarcity([tied.roots for tied in (*own, *(tied for other in others for tied in other))])
    pairs = [pair for mine in own for pair in best_pairs(mine, plans, scale)]
    pairs += [pair for mine in own if is_planned(mine) for pair in best_pairs(mine, done, scale)]
    pairs = [(pair[0], left, *pair[2:]) for pair in pairs if (left := tuple(d for d in pair[1] if lies(d, within)))]
    votes: Counter[str] = Counter()
    for score, days, *_ in pairs:
        votes.update(dict.fromkeys(days, round(100 * score)))
    most = max(votes.values(), default=0)
    if most < 100 * LEAST or not pairs or max(pair[0] for pair in pairs) < STRONG:
        return None
    top = sorted(day for day in votes if votes[day] == most)
    against = sum(round(100 * score) for score, days, *_ in pairs if not set(days) & set(top))
    run = likeliest(top, own)
    if against * CLEARLY > most or run is None:
        return None
    _, _, mine, n, plan = max((p for p in pairs if run[0] in p[1]), key=lambda p: (p[0], -p[2].start))
    return Found(run[0], run[-1], (mine.start, mine.end), n, (plan.start, plan.end))


def is_planned(mine: Tied) -> bool:
    """Whether a report plans something for a weekday."""
    return mine.look == "future" and mine.weekday is not None


def lies(day: str, within: Within) -> bool:
    """Whether a day lies between two, each "" where it is open."""
    first, last = within
    return first <= day and (not last or day <= last)


Pair = tuple[float, tuple[str, ...], Tied, int, Tied]
"""How alike, the days on which the report may then have appeared, its own time, which other report, and the plan there."""


def best_pairs(mine: Tied, plans: Sequence[tuple[int, Tied]], scale: Mapping[str, float]) -> Iterator[Pair]:
    """For each day planned, the plan that is likest what a time's sentence tells."""
    best: dict[str, Pair] = {}
    for n, plan in plans:
        if mine.weekday is not None and date.fromisoformat(plan.day).isoweekday() != mine.weekday:
            continue
        score = likeness(mine, plan, scale)
        if score >= WEAK and (plan.day not in best or score > best[plan.day][0]):
            best[plan.day] = (score, days_by(mine, plan), mine, n, plan)
    yield from (best[day] for day in sorted(best))


def likeness(mine: Tied, plan: Tied, scale: Mapping[str, float]) -> float:
    """How rare the words are that both sentences have; those of the report's opening count half."""
    here, there, about = dict(mine.roots), dict(plan.roots), dict(mine.about)
    shared = here.keys() & there.keys()
    if len(shared) < SHARED:
        return 0.0
    beside = (there.keys() & about.keys()) - shared
    whole = sum(there[r] * scale[r] for r in sorted(shared)) + sum(there[r] * scale[r] for r in sorted(beside)) / 2
    return round(whole, 2)


def scarcity(sentences: Sequence[Roots]) -> dict[str, float]:
    """Each word to how few of the sentences have it, 0 to 1."""
    count = Counter(root for roots in sentences for root, _ in roots)
    most = math.log(max(2, len(sentences)))
    return {root: math.log(max(1.0, len(sentences) / times)) / most for root, times in count.items()}


def days_by(mine: Tied, plan: Tied) -> tuple[str, ...]:
    """The days on which a report may have appeared that speaks so of a planned day."""
    day = date.fromisoformat(plan.day)
    if mine.weekday is None:
        return ((day - timedelta(mine.step)).isoformat(),)
    steps = range(1 - WEEK, WEEK)
    steps = range(1 - WEEK, 1) if mine.look == "future" else range(WEEK) if mine.look in GONE else steps
    return tuple((day + timedelta(n)).isoformat() for n in steps)


def likeliest(top: Sequence[str], own: Sequence[Tied]) -> list[str] | None:
    """The few days in a row on which the weekdays that the report tells as past lie nearest; None where two runs tie.

    The first one of the lead is that of the news.
    """
    news = next((t for t in own if t.weekday and t.look == "past" and t.about), None)
    top = [day for day in top if news is None or back(day, news) <= FRESH]
    if not top:
        return None
    odds = {day: sum(math.log(chance(back(day, t), t)) for t in own if t.weekday and t.look in GONE) for day in top}
    best = max(top, key=lambda day: (round(odds[day], 6), day))
    near = [day for day in top if odds[day] >= odds[best] - math.log(LIKELY)]
    run = [day for day in near if 0 <= ahead(best, day) < MOST]
    while run and len(run) < MOST and (before := next((d for d in near if ahead(d, run[0]) == 1), None)):
        run.insert(0, before)
    return run if all(day in run or abs(ahead(best, day)) <= MOST for day in near) else None


def chance(days: int, tied: Tied) -> float:
    """How often a weekday told as past lies so many days before its report; "last Thursday" is none of today."""
    return SELDOM if tied.look == "last" and not days else BACK[days]


def back(day: str, tied: Tied) -> int:
    """How many days before a day a weekday lies."""
    return (date.fromisoformat(day).isoweekday() - (tied.weekday or 0)) % WEEK


def ahead(day: str, other: str) -> int:
    """Days from one to another."""
    return (date.fromisoformat(other) - date.fromisoformat(day)).days
