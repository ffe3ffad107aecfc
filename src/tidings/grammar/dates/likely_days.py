"""On which days a report without a date most likely appeared: each day weighed by all its times, beside the dated reports.

Four things speak: how near other reports lie; that days are named by weekday within the week and by date beyond it; how far
back and ahead weekdays lie; and which of its times fall on days of which others tell in like words.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tidings.grammar.dates.calendar import days_of
from tidings.grammar.dates.news import Told, dated_near, numbered_near
from tidings.grammar.dates.numbered_files import Place
from tidings.grammar.dates.offsets import resolve
from tidings.grammar.dates.pointers import Pointer
from tidings.grammar.dates.same_words import SAME, odds_of_gap
from tidings.grammar.dates.told_plans import (
    Found,
    Tied,
    Within,
    lies,
    scarcity,
)
from tidings.text.days import days_apart

__all__ = ["Weighed", "by_what_is_quoted", "likely_days", "weighed_days"]

# Counted in the readable stories' dated reports; what is fitted besides, on them with their day hidden and on half of 180
# of Timeline17's labelled piles: weights of .3 to 1.3 for each term, see docs/choices.md.
LEAD_BACK = (0.37, 0.41, 0.12, 0.05, 0.03, 0.01, 0.01)  # days back at which the first weekday of a lead lies
BACK = (0.153, 0.324, 0.23, 0.144, 0.108, 0.032, 0.009)  # and any other told as past
LAST_BACK = (0.02, 0.04, 0.08, 0.12, 0.17, 0.25, 0.32)  # "last Thursday"
AHEAD = (0.034, 0.202, 0.225, 0.303, 0.135, 0.067, 0.034)  # days ahead of one that is to come
NEXT_MORNING = 0.25  # of that chance: an evening is told on the day itself
BESIDE_STEP = 0.01  # that a weekday beside "yesterday" is another one
FURTHER = 0.01  # that one with its number lies weeks off
OPEN = 0.7  # chance that a weekday of which no verb says so is past
NEAREST = (4.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.5, 4.0, 4.0, 3.5, 3.5, 3.3, 3.0, 2.5, 2.2, 2.0, 1.6, 1.5, 1.4, 1.3, 1.2, 1.0)
PAST_DAY = (
    1.0,
    1.5,
    2.0,
    2.5,
    4.0,
    5.0,
    7.0,
    9.0,
    7.0,
    5.0,
    4.5,
    4.0,
    3.5,
    3.0,
    2.5,
    2.0,
    1.8,
    1.6,
    1.4,
    1.2,
    1.0,
    1.0,
)
NEXT_DAY = (
    1.0,
    2.0,
    2.0,
    2.5,
    3.0,
    4.0,
    7.0,
    6.0,
    5.0,
    4.0,
    3.0,
    3.0,
    3.0,
    2.5,
    2.0,
    2.0,
    1.5,
    1.5,
    1.0,
    1.0,
    1.0,
    0.8,
)
PAST_WEIGHT, NEXT_WEIGHT = 0.6, 0.7  # of the nearest day that is named by its date
LEAD_WEIGHT, WEEKDAY_WEIGHT = 1.15, 0.7
TIE_WEIGHT = 0.8
SAID_WEIGHT = 0.8
SLOPE, LEVEL, MOST_ALIKE = 0.33, -1.2, 3.2  # log odds that two times in like words are of one day, by likeness
LOOSE = -1.6  # the same for "yesterday", "last week"
NONE_TOLD, NOT_TOLD = 0.3, 1.5  # odds that a day is told nowhere else: on the day itself, and on all
NONE_TOLD_LOOSE, NOT_TOLD_LOOSE = 0.3, 2.0
AGAINST = {"past": 5.0, "future": 3.0, "open": 0.7}  # a day called past that lies ahead, and so on
OWN_MONTH = 1.2  # a month that is named is seldom the report's own
BEFORE, AFTER = 30, 40  # days before the first and after the last dated report at which one may lie
# Of the chance on the days given. Set on 108 stories' reports by the chances alone: 27 right and 1 wrong, of 32 others 6 and 0;
# docs/choices.md counts 107 and 33 of them with the windows that words give too.
ENOUGH = 0.8
MOST = (
    5  # days that are given together: of 8 windows of four or five days on reports with their day hidden none was wrong
)
REPORTS = range(2, 61)  # dated reports beside it: one alone says little of others' days, more cost too much
DATED_NEAR = 200  # days within which a day that is named says anything
WEEK, MONTH = 7, 31


@dataclass(frozen=True, slots=True)
class Tie:
    """A time of the report with the days of which others tell in like words: how alike, and where the likest stands."""

    pointer: Pointer
    days: Mapping[str, tuple[float, int, Tied]]
    odds: Mapping[str, float]  # that each is of one day with it


@dataclass(frozen=True, slots=True)
class Weighed:
    """How likely each day is, and the ties that speak for days."""

    chances: Mapping[str, float]
    ties: Sequence[Tie]
    published: Sequence[str]  # the days of the reports beside it, as they were given

    def share(self, first: str, last: str) -> float:
        """How likely the days between two are together."""
        return sum(chance for day, chance in self.chances.items() if first <= day <= last)


def weighed_days(
    own: Sequence[Pointer],
    told: Sequence[Told],
    others: Sequence[tuple[str, Sequence[Tied]]],
    within: Within = ("", ""),
    place: Place | None = None,
) -> Weighed | None:
    """How likely each day is, beside dated reports; None where these or its own times are too few.

    `others` are dated reports, each with its day and its times; `within` between which days it surely appeared,
    `place` where the number of its file puts it.
    """
    published = sorted(day for day, _ in others)
    if len(published) not in REPORTS or len(set(published)) < 2 or not own:
        return None
    ties = tied(own, others)
    days = [t for t in dated_near(told, published[len(published) // 2]) if t.first == t.last]
    days += [t for t in numbered_near(told, published) if t not in days]
    dated = [t for t in days if days_apart(published[0], t.first) < DATED_NEAR]
    months = {t.offset.month for t in told if t.offset and not t.first and t.offset.month and not t.offset.day}
    dated += [t for t in told if is_bare_number(t)]
    weights = {day: weight(day, ties, dated, months, published) for day in window(published, within)}
    if place is not None:
        weights = {day: one - (0.0 if place.holds(day) else place.weight) for day, one in weights.items()}
    return Weighed(shares(weights), ties, [day for day, _ in others])


def by_what_is_quoted(weighed: Weighed, alike: Sequence[float]) -> Weighed:
    """The same days, weighed too by how like what it quotes is to what each of the reports beside it quotes."""
    beside = sorted(zip(alike, weighed.published, strict=True), reverse=True)
    likest = [(one, day) for one, day in beside if one >= SAME]
    met = likest or beside
    odds = {day: sum(odds_of_gap(one, days_apart(other, day)) for one, other in met) for day in weighed.chances}
    over = SAID_WEIGHT / max(1, len(likest))  # several reports that quote the same words say so once
    weights = {day: math.log(chance) + over * odds[day] for day, chance in weighed.chances.items() if chance}
    return replace(weighed, chances=shares(weights))


def likely_days(weighed: Weighed) -> Found | None:
    """The few days on which it most likely appeared, with the best tie to another report; None where that stays open."""
    run = narrowest(weighed.chances)
    if run is None:
        return None
    best = max(
        (found for tie in weighed.ties for day in run if (found := meeting(tie, day)) is not None),
        key=lambda f: (f[0], -f[1].start),
        default=None,
    )
    if best is None:  # no other report tells of its days: the nearest one stands for how near they lie
        mine = min((tie.pointer for tie in weighed.ties), key=lambda p: (not p.lead, p.start))
        return Found(run[0], run[-1], (mine.start, mine.end), nearest_to(run[0], weighed.published), None)
    _, mine, other, there = best
    return Found(run[0], run[-1], (mine.start, mine.end), other, (there.start, there.end))


def nearest_to(day: str, published: Sequence[str]) -> int:
    """Which report lies nearest a day."""
    return min(range(len(published)), key=lambda n: (days_apart(published[n], day), n))


def tied(own: Sequence[Pointer], others: Sequence[tuple[str, Sequence[Tied]]]) -> list[Tie]:
    """Each time of a report, the first weekday of the lead marked, with the days that others tell in like words."""
    there = [
        (n, one, dict(one.roots), date.fromisoformat(one.day).isoweekday())
        for n, (_, tied) in enumerate(others)
        for one in tied
    ]
    scale = scarcity([*(mine.roots for mine in own), *(one.roots for _, one, *_ in there)])
    found: list[Tie] = []
    for mine in own:
        days: dict[str, tuple[float, int, Tied]] = {}
        roots = [root for root, _ in mine.roots]
        for n, one, theirs, weekday in there:
            if mine.weekday and weekday != mine.weekday:
                continue
            shared = [theirs[root] * scale[root] for root in roots if root in theirs]
            score = round(sum(shared), 2)
            if shared and (one.day not in days or score > days[one.day][0]):
                days[one.day] = (score, n, one)
        found.append(Tie(mine, days, {one: alike(score, bare=mine.is_bare) for one, (score, *_) in days.items()}))
    return found


def window(published: Sequence[str], within: Within) -> Iterator[str]:
    """The days that come into question."""
    first, last = date.fromisoformat(published[0]), date.fromisoformat(published[-1])
    if (last - first).days > 2 * DATED_NEAR:
        return
    for n in range(-BEFORE, (last - first).days + AFTER + 1):
        day = (first + timedelta(n)).isoformat()
        if lies(day, within):
            yield day


def weight(
    day: str,
    ties: Sequence[Tie],
    dated: Sequence[Told],
    months: Iterable[int | None],
    published: Sequence[str],
) -> float:
    """The logarithm of how well a day goes with all that the report tells."""
    here = date.fromisoformat(day)
    total = math.log(of(NEAREST, min(days_apart(day, other) for other in published)))
    plain = [t for t in dated if t.first and not is_numbered(t)]
    past = min((days_apart(t.first, day) for t in plain if t.first <= day and t.look != "future"), default=None)
    coming = min((days_apart(day, t.first) for t in plain if t.first > day), default=None)
    behind = [
        days_since_number(here, t.offset.day or 0) for t in dated if t.offset and not t.first and t.look != "future"
    ]
    past = min([*behind, *([] if past is None else [past])], default=None)
    total += PAST_WEIGHT * math.log(of(PAST_DAY, past)) if past is not None else 0.0
    total += NEXT_WEIGHT * math.log(of(NEXT_DAY, coming)) if coming is not None else 0.0
    for told in (t for t in dated if t.first):
        wrong = told.first < day if told.look == "future" else told.first > day
        total -= AGAINST.get(told.look, 0.0) if wrong else 0.0
        if is_numbered(told) and not wrong:
            total += WEEKDAY_WEIGHT * math.log(within_week(told, day))
    total -= OWN_MONTH * sum(month == here.month for month in months)
    seen: set[tuple[int, str]] = set()
    first = True
    for tie in ties:
        mine = tie.pointer
        if mine.is_bare:
            leads = first and mine.lead
            first = first and not leads
            if (mine.weekday, mine.look) not in seen:
                seen.add((mine.weekday, mine.look))
                total += (LEAD_WEIGHT if leads else WEEKDAY_WEIGHT) * math.log(placed(here, mine, leads=leads))
        if tie.days:
            total += TIE_WEIGHT * math.log(told_there(tie, here))
    return total


def is_bare_number(told: Told) -> bool:
    """Whether a day is named by its number alone: "on the 10th"."""
    offset = told.offset
    return offset is not None and not told.first and offset.day is not None and not offset.month and not offset.weekday


def days_since_number(day: date, number: int) -> int:
    """How many days before a day the last one of that number lies."""
    return next((n for n in range(MONTH) if (day - timedelta(n)).day == number), MONTH)


def of(table: Sequence[float], days: int) -> float:
    """The entry of a table by days, its tail falling on."""
    return table[days] if days < len(table) else table[-1] * len(table) / (days + 1)


def placed(day: date, mine: Pointer, *, leads: bool) -> float:
    """How often a weekday lies as it does in a report of that day."""
    back = (day.isoweekday() - mine.weekday) % WEEK
    ahead = (WEEK - back) % WEEK
    if mine.step is not None:
        return 1.0 if (back - mine.step) % WEEK == 0 else BESIDE_STEP
    if mine.look == "future":
        return AHEAD[ahead]
    if mine.look == "open":
        return OPEN * BACK[back] + (1 - OPEN) * AHEAD[ahead]
    chance = (LAST_BACK if mine.look == "last" else LEAD_BACK if leads else BACK)[back]
    return chance * (NEXT_MORNING if mine.late and not back else 1.0)


def is_numbered(told: Told) -> bool:
    """Whether a day is named by its weekday and number alone: "Monday 13", as one within days of the report."""
    return told.offset is not None and told.offset.weekday is not None and told.offset.month is None


def within_week(told: Told, day: str) -> float:
    """How often a weekday with its number lies so many days from its report."""
    apart = days_apart(told.first, day)
    table = AHEAD if told.first > day else BACK
    return table[apart] if apart < WEEK else FURTHER


def told_there(tie: Tie, day: date) -> float:
    """How likely it is that what a time tells is told of the same day elsewhere, or nowhere."""
    bare = tie.pointer.is_bare
    none, nowhere = (NONE_TOLD, NOT_TOLD) if bare else (NONE_TOLD_LOOSE, NOT_TOLD_LOOSE)
    whole = sum(tie.odds.values()) if bare else max(tie.odds.values())
    spans = meant(tie.pointer, day)
    here = [(share, odds) for share, first, last in spans for one, odds in tie.odds.items() if first <= one <= last]
    met = sum(share * one for share, one in here) if bare else max((one for _, one in here), default=0.0)
    return (met + none) / (whole + nowhere)


def alike(score: float, *, bare: bool) -> float:
    """The odds that two times in so like words are of one day."""
    return math.exp(min(MOST_ALIKE, SLOPE * score + LEVEL) + (0.0 if bare else LOOSE))


def meant(mine: Pointer, day: date) -> Iterator[tuple[float, str, str]]:
    """The days that a time means in a report of that day, each with its share and as first and last day."""
    if not mine.is_bare:
        value = resolve(mine.offset, day.isoformat())
        days = days_of(value.partition("T")[0]) if value else None
        if days is not None:
            yield 1.0, days.first.isoformat(), days.last.isoformat()
        return
    back = (day.isoweekday() - mine.weekday) % WEEK
    back = WEEK if mine.look == "last" and not back else back
    ahead = (WEEK - back) % WEEK
    shares = {"future": (0.0, 1.0), "open": (OPEN, 1 - OPEN)}.get(mine.look, (1.0, 0.0))
    for share, step in zip(shares, (-back, ahead), strict=True):
        if share:
            one = (day + timedelta(step)).isoformat()
            yield share, one, one


def shares(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights as chances that sum to one."""
    most = max(weights.values(), default=0.0)
    odds = {day: math.exp(weight - most) for day, weight in weights.items()}
    whole = sum(odds.values())
    return {day: one / whole for day, one in odds.items()}


def narrowest(chances: Mapping[str, float]) -> list[str] | None:
    """The fewest days in a row that are likely enough together, None where that takes too many."""
    days = sorted(chances)
    for width in range(1, MOST + 1):
        runs = [days[n : n + width] for n in range(len(days) - width + 1)]
        best = max(runs, key=lambda run: (round(sum(chances[day] for day in run), 9), run), default=None)
        if best and sum(chances[day] for day in best) >= ENOUGH:
            return best
    return None


def meeting(tie: Tie, day: str) -> tuple[float, Pointer, int, Tied] | None:
    """The likest passage elsewhere of a day that a time means in a report of that day."""
    spans = list(meant(tie.pointer, date.fromisoformat(day)))
    found = [tie.days[one] for one in sorted(tie.days) if any(first <= one <= last for _, first, last in spans)]
    if not found:
        return None
    score, other, there = max(found, key=lambda f: (f[0], -f[1]))
    return score, tie.pointer, other, there
