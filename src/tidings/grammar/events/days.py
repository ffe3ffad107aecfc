"""On which day an act took place: all that speaks for each day weighed together, and how sure that makes it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from math import exp
from operator import itemgetter

from tidings.grammar.dates.calendar import is_day
from tidings.grammar.events.day_evidence import Candidate, candidates
from tidings.grammar.events.scene import Scene
from tidings.lexicon import weights
from tidings.model import Day, Placed

__all__ = ["number", "place", "weigh"]

Key = tuple[str, int]
"""What candidates of one day share: ("value", index of the first time with it), ("back", days) or ("none", 0)."""

TABLE = "event_days.tsv"
SURE = 0.6  # weight from which a day is given; set on TBAQ's open part, out of fold: right 4 times of 5
BESIDE = 0.4  # the same for a time of the act's own sentence
SURE_BETWEEN = 0.75  # the same for some days together
MOST = 7  # days together
SHOWN = 3  # signs that are given as the reason


def weigh(scene: Scene, at: int, known: Mapping[str, float]) -> list[tuple[Candidate, float]]:
    """Each candidate with its share; the shares of all days and of none sum to 1."""
    found = list(candidates(scene, at))
    scores = [sum(known.get(sign, 0.0) for sign in c.signs) for c in found]
    most = max(scores)
    parts = [exp(score - most) for score in scores]
    whole = sum(parts)
    return [(c, part / whole) for c, part in zip(found, parts, strict=True)]


def place(
    scene: Scene, at: int, known: Mapping[str, float] | None = None, *, fits: Callable[[Day], bool] | None = None
) -> Placed | None:
    """The day on which the act told at a token took place, or the few days together on one of which it surely did.

    Days that do not fit what else is known of the act share their weight among the others and no day.
    """
    shares: dict[Key, float] = defaultdict(float)
    best: dict[Key, tuple[float, Candidate]] = {}
    weighed = weigh(scene, at, weights(TABLE) if known is None else known)
    if fits is not None:
        weighed = [(c, w) for c, w in weighed if c.time is c.back is None or fits(Day(c.time, c.back))]
    whole = sum(share for _, share in weighed)
    for candidate, share in ((c, w / whole) for c, w in weighed):
        key = key_of(scene, candidate)
        shares[key] += share
        if key not in best or share > best[key][0]:
            best[key] = (share, candidate)
    named = [key for key in shares if key[0] != "none"]
    if not named:
        return None
    top = max(named, key=lambda k: (round(shares[k], 9), k))
    chosen = best[top][1]
    beside = chosen.time in scene.by_sentence.get(scene.analysis.tokens[at].sentence, ())
    if shares[top] >= (BESIDE if beside else SURE):
        day = Day(chosen.time, chosen.back)
        return Placed(day, day, round(shares[top], 3), reason(chosen))
    return between({key: (shares[key], Day(best[key][1].time, best[key][1].back)) for key in named}, scene)


def between(found: Mapping[Key, tuple[float, Day]], scene: Scene) -> Placed | None:
    """The fewest days in a row that together are sure."""
    days = sorted((n, share, day) for share, day in found.values() if (n := number(scene, day)) is not None)
    ends = [bisect_left(days, first + MOST, key=itemgetter(0)) for first, _, _ in days]
    runs = [days[i:j] for i, end in enumerate(ends) for j in range(i + 1, end + 1)]
    sure = [
        (run[-1][0] - run[0][0], -round(total, 9), n)
        for n, run in enumerate(runs)
        if (total := sum(share for _, share, _ in run)) >= SURE_BETWEEN
    ]
    if not sure:
        return None
    run = runs[min(sure)[2]]
    weight = sum(share for _, share, _ in run)
    return Placed(run[0][2], run[-1][2], round(weight, 3), "between the days that the text around it tells of")


def number(scene: Scene, day: Day) -> int | None:
    """A day by its number before or after the report; None where it is no single day or not known."""
    if day.back is not None:
        return -day.back
    value = None if day.time is None else scene.times[day.time].value
    if scene.published is None or value is None or not is_day(value.partition("T")[0]):
        return None
    return (date.fromisoformat(value[:10]) - date.fromisoformat(scene.published[:10])).days


def key_of(scene: Scene, candidate: Candidate) -> Key:
    """What this candidate shares with others of the same day."""
    if candidate.time is None:
        return ("none", 0) if candidate.back is None else ("back", candidate.back)
    if scene.side(candidate.time) == "same":
        return ("back", 0)
    time = scene.times[candidate.time]
    if time.value is None:
        return ("value", candidate.time)
    return ("value", scene.first_with[time.value.partition("T")[0]])


def reason(candidate: Candidate) -> str:
    """What speaks most for it, in words."""
    known = weights(TABLE)
    signs = sorted(candidate.signs, key=lambda s: (-known.get(s, 0.0), s))[:SHOWN]
    return "; ".join(s for s in signs if known.get(s, 0.0) > 0)
