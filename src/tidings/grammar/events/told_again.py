"""Whether a sentence of another report tells an event of which no act is read there, by signs weighed with a table that was learnt.

Twice: each sentence beside each event by itself, then how far it is ahead of the event's other sentences in that report,
and the event of others in that sentence.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tidings.grammar.events.event_card import EventCard
from tidings.grammar.events.evidence import RARITY, like_act, likely, log_odds, rarity, two_dealings
from tidings.grammar.events.match import days_apart, other_people, ruled_out, set_apart
from tidings.grammar.events.opposite import is_another, is_opposite
from tidings.grammar.events.plover import VERBAL
from tidings.grammar.events.shown_words import commas, trimmed
from tidings.lexicon import weights, words
from tidings.model import Span, Status
from tidings.text.days import day_number
from tidings.text.likeness import WORD
from tidings.text.meaning import covered, lay_beside, nearness
from tidings.text.quantities import quantities

__all__ = [
    "ALWAYS",
    "Act",
    "Beside",
    "Place",
    "Telling",
    "beside",
    "likeliest",
    "pieces",
    "rivalry",
    "signs",
    "stage_told",
]

TABLE = "told_again.tsv"
OPENING = 4  # sentences that may give the news
FARTHEST = 5.0  # log days between two reports, from which more say no more
SOON = 3  # days taken for reports without a date
ALWAYS = ("always", "in all")  # of the first weighing and of the second
RULED_OUT = 3.0  # log odds that an act that cannot be the same falls behind others by; set by hand, on no gold set
FLOOR = -3.0  # log odds below which a sentence is no rival
MOST = 4.0  # log odds ahead from which more say no more
CAME = frozenset({"held", "cancelled"})
SURE = 0.5  # trust in an act from which it tells that an event came to pass
LOWEST = -4.1  # log odds without meaning, below which it is not asked for: it hardly ever makes up for them


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one report tells it."""

    type: str
    act: str  # the word that tells it
    clause: str
    stems: frozenset[str]
    parties: frozenset[str]
    states: frozenset[str]
    days: tuple[str, str] | None
    reported: str | None
    leads: bool
    alike: int  # tellings of its type in its report
    card: EventCard | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """An act that is read in a sentence."""

    card: EventCard
    wide: bool  # whether it is joined with one of another report
    trust: float = 0.0  # chance that it is read rightly


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of another report."""

    span: Span
    text: str
    stems: frozenset[str]
    entities: frozenset[str]
    states: frozenset[str]
    days: tuple[tuple[str, str], ...]
    told: frozenset[str]  # types of the acts that are read there
    number: int
    reported: str | None
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """A sentence of a report beside an event, with the log odds that it tells it, by itself."""

    event: str
    document: str
    place: Place
    odds: float


def beside(telling: Telling, places: Sequence[Place]) -> Iterator[tuple[Place, float]]:
    """The sentences of a report that may tell an event again, each with its log odds."""
    near = [place for place in places if is_near(telling, place) and not is_other(telling, place)]
    far = [(place, dict(at_sight(telling, place))) for place in near]
    hang = [(place, found) for place, found in far if weighed(found) >= LOWEST]
    lay_beside(telling.clause, (place.text for place, _ in hang))
    for place, found in hang:
        odds = weighed({**found, **dear(telling, place)})
        if odds > FLOOR:
            yield place, odds


def rivalry(found: Sequence[Beside]) -> Iterator[dict[str, float]]:
    """What the second weighing asks of each: its odds, and how far they are above those of its rivals."""
    in_report = [(one.event, one.document) for one in found]
    in_sentence = [(one.document, str(one.place.number)) for one in found]
    of_event, of_place = (two_best(found, keys) for keys in (in_report, in_sentence))
    for one, report, sentence in zip(found, in_report, in_sentence, strict=True):
        yield {
            "odds": one.odds,
            "ahead in its report": ahead(one.odds, of_event[report]),
            "ahead of other events": ahead(one.odds, of_place[sentence]),
        }


def two_best(found: Sequence[Beside], keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], tuple[float, float]]:
    """The two highest odds of each key."""
    best: dict[tuple[str, str], tuple[float, float]] = {}
    for one, key in zip(found, keys, strict=True):
        first, second = best.get(key, (FLOOR, FLOOR))
        best[key] = (one.odds, first) if one.odds > first else (first, max(second, one.odds))
    return best


def ahead(odds: float, best: tuple[float, float]) -> float:
    """How far odds are above the highest of the others; below it, less than nothing."""
    return max(-MOST, min(MOST, odds - (best[1] if odds >= best[0] else best[0])))


def likeliest(found: Sequence[Beside], least: float) -> list[tuple[Beside, float]]:
    """Of each event and report the sentence that likeliest tells it, with the chance of that, where that is enough."""
    best: dict[tuple[str, str], tuple[float, int, Beside]] = {}
    for one, seen in zip(found, rivalry(found), strict=True):
        odds = weighed(seen, "in all")
        key, ranked = (one.event, one.document), (odds, -one.place.number, one)
        if likely(odds) >= least and (key not in best or ranked[:2] > best[key][:2]):
            best[key] = ranked
    return [(best[key][2], likely(best[key][0])) for key in sorted(best)]


def is_near(telling: Telling, place: Place) -> bool:
    """Whether a sentence has a word, or both a party and an act of the type, in common with a telling."""
    here = telling.type in place.told and not telling.parties.isdisjoint(place.entities)
    return here or not telling.stems.isdisjoint(place.stems)


def is_other(telling: Telling, place: Place) -> bool:
    """Whether a sentence says no where a telling says yes, or all its acts of that type are set apart by their wording or people."""
    if is_opposite(telling.clause, telling.act, place.text):
        return True
    card, acts = telling.card, [act.card for act in place.acts if act.card.type == telling.type]
    if card is None or not acts:
        return False
    more = telling.days is not None and any(is_another(a.clause, a.act) for a in acts)
    if more and not is_another(telling.clause, telling.act):
        return True
    return all(set_apart(card, act) is not None or other_people(card, act) for act in acts)


def weighed(found: dict[str, float], always: str = "always") -> float:
    """The log odds that signs come to, in the first weighing or with "in all" in the second."""
    table = weights(TABLE)
    return table[always] + sum([table.get(name, 0.0) * value for name, value in sorted(found.items())])


def signs(telling: Telling, place: Place) -> dict[str, float]:
    """All signs of a sentence beside a telling."""
    found = {**dict(at_sight(telling, place)), **dear(telling, place)}
    return {name: value for name, value in found.items() if value}


def dear(telling: Telling, place: Place) -> dict[str, float]:
    """What takes long to find: nearness in meaning, and how like the acts of a sentence are."""
    return {**dict(by_meaning(telling, place)), **by_acts(telling.card, place.acts)}


def by_acts(card: EventCard | None, acts: Sequence[Act]) -> dict[str, float]:
    """What the act of a sentence that is likest to a telling says of it: it may be the same, read as another."""
    if card is None or not acts:
        return {"no act": 1.0}
    apart = [bool(two_dealings(card, act.card) or ruled_out(card, act.card)) for act in acts]
    odds = [log_odds(card, act.card) - RULED_OUT * ruled for act, ruled in zip(acts, apart, strict=True)]
    best = max(range(len(acts)), key=lambda n: (odds[n], apart[n], acts[n].card.type == card.type, acts[n].wide))
    return {
        "likest act": max(-MOST, min(MOST, odds[best])) / MOST,
        "likest act of the type": float(acts[best].card.type == card.type),
        "likest act ruled out": float(apart[best]),
        "likest act joined elsewhere": float(acts[best].wide),
    }


def stage_told(card: EventCard | None, acts: Sequence[Act]) -> Status | None:
    """Where an event stands by the act of its type that is likest to it in a sentence: planned, a meeting sought, or come to pass if that is surely read."""
    if card is None or card.type in VERBAL:
        return None
    alike = [act for act in acts if act.card.type == card.type]
    if not alike:
        return None
    act = max(alike, key=lambda one: (log_odds(card, one.card), one.card.id))
    best = act.card
    sought = best.status == "requested" and best.type == "CONSULT"
    if days_apart(card, best):
        return None  # what is set for another day is another
    came = best.status in CAME and act.trust >= SURE and not ruled_out(card, best)
    return best.status if sought or came or best.status in {"announced", "conditional"} else None


def by_meaning(telling: Telling, place: Place) -> Iterator[tuple[str, float]]:
    """How near in meaning they are, and how much of each the other covers."""
    yield "near", nearness(telling.clause, place.text)
    yield "covers it", covered(telling.clause, place.text)
    yield "is covered", covered(place.text, telling.clause)


def at_sight(telling: Telling, place: Place) -> Iterator[tuple[str, float]]:
    """The signs that need no meaning of the whole."""
    people = {party for party in telling.parties if not party.startswith("state ")}
    met = people & place.entities
    yield "a party", min(2.0, len(met)) / 2
    yield "all parties", float(bool(people) and met == people)
    yield "nobody named", float(not telling.parties)
    yield "a state", float(bool(telling.states & place.states))
    yield "like act", max((like_act(telling.act, word) for word in told_words(place.text)), default=0.0)
    yield "rare words", min(1.0, rarity(telling.stems, place.stems) / RARITY)
    ours, theirs = figures(telling.clause), figures(place.text)
    yield "one figure", float(bool(ours & theirs))
    yield "other figures", float(bool(ours and theirs and not ours & theirs))
    if telling.days is not None and place.days:
        first, last = telling.days
        one = any(early <= last and first <= late for early, late in place.days)
        yield "one day", float(one)
        yield "other days", float(not one)
    yield "an act of the type", float(telling.type in place.told)
    yield "both lead", float(telling.leads and place.number < OPENING)
    yield "days between reports", apart(telling.reported, place.reported)
    yield "said", float(telling.type in VERBAL)
    yield "met", float(telling.type == "CONSULT")
    yield "few of its kind", 1.0 / telling.alike


def apart(one: str | None, other: str | None) -> float:
    """Days between two reports so that the first weigh most, 0 to 1."""
    days = SOON if one is None or other is None else abs(day_number(one) - day_number(other))
    return min(1.0, math.log1p(days) / FARTHEST)


@lru_cache(maxsize=1 << 14)
def told_words(text: str) -> frozenset[str]:
    """The content words of a sentence, small."""
    stop = words("stop_words.txt")
    return frozenset(small for match in WORD.finditer(text) if (small := match.group().lower()) not in stop)


@lru_cache(maxsize=1 << 14)
def figures(text: str) -> frozenset[str]:
    """The figures of a wording."""
    return frozenset(q.figure for q in quantities(text))


def pieces(text: str, telling: Telling, longest: int) -> tuple[int, int]:
    """Where the words of a sentence stand that are nearest to a telling: all of them, of a long one a stretch between commas."""
    if len(text) <= longest:
        return 0, len(text)
    cuts = commas(text)
    runs = [(a, b) for i, a in enumerate(cuts) for b in cuts[i + 1 :] if longest / 4 <= b - a <= longest]
    if not runs:
        return 0, len(text)
    start, end = max(runs, key=lambda run: (nearest(telling, text[run[0] : run[1]].strip(" ,;:")), run[0] - run[1]))
    return trimmed(text, start, end)


def nearest(telling: Telling, words: str) -> float:
    """How near a stretch of a sentence is to a telling: in all, and with the word that tells it."""
    act = max((like_act(telling.act, word) for word in told_words(words)), default=0.0)
    return nearness(telling.clause, words) + act / 2
