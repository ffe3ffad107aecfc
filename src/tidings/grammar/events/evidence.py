"""What speaks for and against two tellings being of one event, each piece weighed by a table that was learnt."""

import math
from dataclasses import dataclass
from functools import cache, lru_cache

from tidings.grammar.events.event_card import TO_COME, EventCard
from tidings.grammar.events.plover import VERBAL
from tidings.lexicon import weights
from tidings.text.days import day_number
from tidings.text.meaning import likeness as word_likeness
from tidings.text.meaning import nearness
from tidings.text.terms import news_share, stem

__all__ = [
    "DONE",
    "AtSight",
    "at_most",
    "at_sight",
    "came_on_another_day",
    "chance",
    "days_between",
    "due_days",
    "evidence",
    "is_set",
    "likely",
    "likeness",
    "log_odds",
    "next_day",
    "postponed",
    "put_back",
    "reason",
    "two_dealings",
    "windows_meet",
]

TABLE = "event_evidence.tsv"
DONE = frozenset({"held", "ongoing"})
UNLIKE = 0.1  # nearness of two matters below which they are two
SHOWN = 3  # pieces of evidence that are named as the reason
SLIGHT_GAIN = 0.3  # log odds below which a piece is no reason
ROOT = 7  # letters
RARE = 0.003  # the share of news articles taken for a word that the table does not hold
RARITY = 12.0  # -log share of words in common from which more say no more
SOON = 2  # days within which reports tell what was done
WEEK = 10  # days that "next week" and its like cover at most, a day or two left open at its ends; set by hand
SURE = 0.6  # how likely the days of a deed must be to be laid beside a plan's
WEEKS_ON = 60  # days after which a new date is of something else
FAR = 60.0  # days from which more say no more
# What one report calls the one, another may call the other.
NEAR_DEALINGS = frozenset(
    {frozenset({"offer", "counter_offer"}), frozenset({"demand", "condition"}), frozenset({"refusal", "denial"})}
)
FEW = "few of their kind"  # of the two reports, so that it is no reason to give
MANY = 100.0  # pairs of tellings of one type in two documents, from which more say no more


@dataclass(frozen=True, slots=True)
class AtSight:
    """All pieces but those of meaning, which take long to find, and the log odds that they give."""

    pieces: dict[str, float]
    odds: float


def at_sight(a: EventCard, b: EventCard) -> AtSight:
    """What is found without asking for meaning."""
    table = weights(TABLE)
    found = {name: value for name, value in cheap(a, b).items() if value}
    return AtSight(found, table["always"] + sum([table.get(name, 0.0) * value for name, value in found.items()]))


def at_most(found: AtSight, a: EventCard, b: EventCard) -> float:
    """The chance beyond which meaning cannot raise what was found at sight."""
    return likely(found.odds + dearest(sort_of(a, b), bool(a.about and b.about)))


def chance(a: EventCard, b: EventCard, found: AtSight) -> tuple[float, dict[str, float]]:
    """How likely it is that both tell one event, 0 to 1, and the pieces of meaning."""
    table = weights(TABLE)
    dear = {name: value for name, value in of_meaning(a, b).items() if value}
    return likely(found.odds + sum([table.get(name, 0.0) * value for name, value in dear.items()])), dear


def log_odds(a: EventCard, b: EventCard) -> float:
    """The log odds that all pieces give, whatever rules the two out."""
    table = weights(TABLE)
    found = evidence(a, b)
    return table["always"] + sum([table.get(name, 0.0) * found[name] for name in sorted(found)])


def reason(found: AtSight, dear: dict[str, float]) -> str:
    """What speaks most for one event."""
    table = weights(TABLE)
    pieces = {name: value for name, value in {**found.pieces, **dear}.items() if name != FEW}
    shown = sorted((-table.get(name, 0.0) * value, name) for name, value in pieces.items())
    return ", ".join(name for gain, name in shown[:SHOWN] if gain < -SLIGHT_GAIN)


def likely(odds: float) -> float:
    """Log odds as a chance."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def dearest(sort: str, matter: bool) -> float:  # noqa: FBT001
    """The most that meaning can add, where both say what it is about or not."""
    names = (f"like meaning, {sort}", *(("like matter",) if matter else ()))
    return sum(max(0.0, weights(TABLE).get(name, 0.0)) for name in names)


def evidence(a: EventCard, b: EventCard) -> dict[str, float]:
    """The pieces that hold of two tellings, with how far they do."""
    found = {**cheap(a, b), **of_meaning(a, b)}
    return {name: float(value) for name, value in found.items() if value}


def cheap(a: EventCard, b: EventCard) -> dict[str, float]:
    """All pieces but those of meaning; some that do not hold may be among them."""
    return {
        **of_kind(a, b),
        **of_sides(a, b),
        **of_days(a, b),
        **of_likely_days(a, b),
        "a plan come due": came_due(a, b) or came_due(b, a),
        **of_words(a, b),
        **of_standing(a, b),
    }


def sort_of(a: EventCard, b: EventCard) -> str:
    """Whether they are said, meetings, or done."""
    if a.type in VERBAL or b.type in VERBAL:
        return "said"
    return "met" if "CONSULT" in (a.type, b.type) else "done"


def two_dealings(a: EventCard, b: EventCard) -> bool:
    """Whether one is of this kind of dealing, the other of that, and no report would call the one the other."""
    told = frozenset((a.dealing, b.dealing))
    return len(told) > 1 and None not in told and told not in NEAR_DEALINGS


def of_kind(a: EventCard, b: EventCard) -> dict[str, float]:
    """Of what sort they are, modes and dealings."""
    found: dict[str, float] = {}
    if sort_of(a, b) == "said":
        found["said"] = 1.0
    if a.type == b.type == "CONSULT":
        found["met"] = 1.0
    if a.mode is not None and b.mode is not None:
        found["one mode" if a.mode == b.mode else "two modes"] = 1.0
    if (a.dealing is None) != (b.dealing is None):
        found["only one a dealing"] = 1.0
    return found


def of_sides(a: EventCard, b: EventCard) -> dict[str, float]:
    """Who does it, and to whom; a state stands for who acts for it."""
    found: dict[str, float] = {}
    both = a.persons | b.persons
    for side, one, other, states in (
        ("doer", a.actors, b.actors, bool(a.doing & b.doing)),
        ("sufferer", a.recipients, b.recipients, bool(a.suffering & b.suffering)),
    ):
        if not one or not other:
            continue
        if one & other:
            found[f"one {side}"] = 1.0
            found[f"all {side}s"] = float(one == other)
        elif states:
            found[f"one state of {side}s"] = 1.0
            found[f"other persons as {side}s"] = float(bool(one & both and other & both))
        else:
            found[f"other {side}s"] = 1.0
    ours, theirs = a.parties, b.parties
    common = len(ours & theirs)
    if common > 1:
        found["two parties in common"] = 1.0
    if a.dealing == b.dealing == "agreement" and len(a.states & b.states) > 1:
        found["an agreement of the same two"] = 1.0
    if ours and theirs and not common and a.states.isdisjoint(b.states):
        found["no party in common"] = 1.0
    if "other sufferers" in found and sort_of(a, b) != "said":
        found["done to others"] = 1.0
    if not ours or not theirs:
        found["nobody named"] = 1.0
    found["like unnamed parties"] = overlap(a.unnamed, b.unnamed)
    return found


def of_days(a: EventCard, b: EventCard) -> dict[str, float]:
    """When it was, by its own words, else by the day of the report."""
    if put_back(a, b):
        return {"put back to another day": 1.0}
    if a.dated and b.dated:
        return {"one day": (a.first, a.last) == (b.first, b.last) and a.first == a.last}
    if a.month_day and b.month_day:
        return {"one day": a.month_day == b.month_day}
    if a.dated or b.dated:
        dated, undated = (a, b) if a.dated else (b, a)
        if undated.reported is None:
            return {}
        gap = days_between(dated.first or "", undated.reported)
        coming = undated.status in TO_COME | {"cancelled"}
        late = max(0.0, gap) if coming else max(0.0, -gap)
        within = (
            not coming
            and (dated.first or "") <= undated.reported
            and days_between(dated.last or "", undated.reported) >= -SOON
        )
        return {
            "reported on its days": within,
            "days from the report": 0.0 if within else scaled(late),
        }
    if a.reported is None or b.reported is None:
        return {}
    return {"neither dated": 1.0, "days between reports": scaled(abs(days_between(a.reported, b.reported)))}


def of_likely_days(a: EventCard, b: EventCard) -> dict[str, float]:
    """How sure it is that they lie on other days, where one has no day but that which the text around makes likely."""
    if a.likely is None or b.likely is None or (a.dated and b.dated):
        return {}
    (first, last, sure), (early, late, as_sure) = a.likely, b.likely
    apart = max(days_between(first, late), days_between(early, last)) > 1
    return {"likely other days": sure * as_sure * apart}


def came_due(plan: EventCard, deed: EventCard) -> bool:
    """Whether one tells what is set for a day or a week, the other of a later report what became of the like then."""
    return (
        is_set(plan)
        and deed.status in DONE | {"cancelled"}
        and plan.document != deed.document
        and (plan.reported is None or deed.reported is None or plan.reported <= deed.reported)
        and not (plan.mode and deed.mode and plan.mode != deed.mode)
        and (came_on_another_day(plan, deed) or not set(due_days(plan)).isdisjoint(due_days(deed)))
    )


def came_on_another_day(plan: EventCard, deed: EventCard) -> bool:
    """Whether one is set for a day, and the other was done some days from it and says that this was not its day."""
    if not is_set(plan) or not deed.off_its_day or deed.status not in DONE or plan.document == deed.document:
        return False
    return deed.first is not None and 0 < abs(days_between(deed.first, plan.first or "")) <= WEEKS_ON


def is_set(card: EventCard) -> bool:
    """Whether a day is set for it; a meeting that is asked for by then will be on it, if at all."""
    return card.dated and (card.status == "announced" or (card.status == "requested" and card.type == "CONSULT"))


def due_days(card: EventCard) -> range:
    """The days on which it may fall, as numbers; none where they are more than a week, or too unsure."""
    days = card.likely
    if days is None or days[2] < SURE:
        return range(0)
    found = range(day_number(days[0]), day_number(days[1]) + 1)
    return found if len(found) <= WEEK else range(0)


def put_back(a: EventCard, b: EventCard) -> bool:
    """Whether one tells a planned visit, the other a later one of the same people that may have come in its place."""
    early, late = (a, b) if (a.first or "") <= (b.first or "") else (b, a)
    return (
        a.mode == b.mode == "visit"
        and early.status in {"announced", "cancelled"}
        and late.status in {"announced", "held"}
        and bool(a.actors & b.actors & a.persons)
        and early.last is not None
        and late.first is not None
        and early.last < late.first
    )


def next_day(a: EventCard, b: EventCard) -> bool:
    """Whether two reports give a deed two days that follow each other, as reports of one night do."""
    if a.type in VERBAL | {"CONSULT"} or a.document == b.document or not (a.dated and b.dated):
        return False
    if a.first != a.last or b.first != b.last:
        return False
    return abs(days_between(a.first or "", b.first or "")) == 1


def scaled(days: float) -> float:
    """Days so that the first weigh most, 0 to 1."""
    return min(1.0, math.log1p(days) / math.log1p(FAR))


def of_words(a: EventCard, b: EventCard) -> dict[str, float]:
    """How like the words are: all of them, the one that tells it, what it is about; the rare ones, names and numbers."""
    sort = sort_of(a, b)
    return {
        f"like words, {sort}": likeness(a.words, b.words),
        f"like act, {sort}": like_act(a.act, b.act),
        "rare words": min(1.0, rarity(a.words, b.words) / RARITY),
        "other place": a.place is not None and b.place is not None and a.place != b.place,
    }


def of_meaning(a: EventCard, b: EventCard) -> dict[str, float]:
    """How near the wordings are in meaning: of the clauses, of what tells the act, of what it is about."""
    about = nearness(a.about, b.about) if a.about and b.about else 0.0
    return {
        f"like meaning, {sort_of(a, b)}": nearness(a.clause, b.clause),
        "like matter": about,
        "unlike matter": bool(a.about and b.about) and about < UNLIKE,
    }


def of_standing(a: EventCard, b: EventCard) -> dict[str, float]:
    """Where it stands, and where in the texts it is told."""
    found: dict[str, float] = {}
    if a.status != b.status and {a.status, b.status} == {"cancelled", "held"}:
        found["called off or held"] = 1.0
    if a.document == b.document:
        found["one document"] = 1.0
        if b.id == a.refers or a.id == b.refers:
            found["points back"] = 1.0
    if (a.put_off and postponed(a, b)) or (b.put_off and postponed(b, a)):
        found["put off, then held"] = 1.0
    if a.leads and b.leads and a.document != b.document:
        found["both lead"] = 1.0
    if not a.said.isdisjoint(b.said):
        found["one statement"] = 1.0
    found[FEW] = fewness(a.of_type * b.of_type)
    if a.quoted and b.quoted:
        found["both quoted"] = 1.0
    if (a.status in DONE) != (b.status in DONE):
        found["only one done"] = 1.0
    return found


@lru_cache(maxsize=1 << 12)
def fewness(pairs: int) -> float:
    """How few pairs of tellings of one type two documents have, 0 to 1."""
    return 1.0 - min(1.0, math.log(pairs) / math.log(MANY))


@lru_cache(maxsize=1 << 14)
def like_act(a: str, b: str) -> float:
    """How near two words that tell an act are, 0 to 1."""
    one, other = a.lower(), b.lower()
    return 1.0 if one and stem(one)[:ROOT] == stem(other)[:ROOT] else word_likeness(one, other)


def postponed(off: EventCard, held: EventCard) -> bool:
    """Whether one tells that it was put off, the other of a later day of it, some weeks on."""
    if not off.put_off or off.dated or held.first is None or off.reported is None or held.status == "cancelled":
        return False
    return 0 < days_between(held.first, off.reported) <= WEEKS_ON


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that the other holds."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def rarity(a: frozenset[str], b: frozenset[str]) -> float:
    """How rare the words are that both have: the sum of -log share of news articles, beyond common ones."""
    return sum([rareness(word) for word in sorted(a & b)])


@lru_cache(maxsize=1 << 16)
def rareness(word: str) -> float:
    """How rare one word is."""
    return max(0.0, -math.log(max(news_share().get(word, RARE), RARE)) - 2.0)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the shorter telling's words that the other has; few words say little."""
    least = min(len(a), len(b))
    return len(rooted(a) & rooted(b)) / max(3, least) if least else 0.0


@lru_cache(maxsize=1 << 14)
def rooted(words: frozenset[str]) -> frozenset[str]:
    """The stems by their first letters, so that inspectors come for an inspection."""
    return frozenset(word[:ROOT] for word in words)


def windows_meet(a: EventCard, b: EventCard) -> bool:
    """Whether the days of two tellings can be one; open ends meet anything."""
    return not (
        (a.last is not None and b.first is not None and a.last < b.first)
        or (b.last is not None and a.first is not None and b.last < a.first)
    )


def days_between(day: str, report: str) -> int:
    """Days from the report to the day of the event."""
    return day_number(day) - day_number(report)
