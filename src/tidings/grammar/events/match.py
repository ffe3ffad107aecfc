"""Whether two tellings are of one event: type, mode, parties, days, status and words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = ["BEFORE", "EventCard", "Match", "likeness", "match", "only_one", "windows_meet"]

SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
BEFORE = frozenset({"requested", "announced", "conditional", "rumoured"})
# Tuned on the three stories in examples/.
ALIKE = 0.33
LEAST_ALIKE = 0.15
ROOT = 7  # letters
RECENT = 8  # days after which a report seldom tells of a speech without its day
WEEKS_ON = 60  # days after which a new date is of something else
CORE = frozenset(
    {"offer", "demand", "deal", "ceasefire", "condition", "complaint"}
)  # what dealings are about, by like_words
ONCE = frozenset(
    {"expel", "withdraw", "resign", "convict", "abduct", "deport", "release", "access"}
)  # seldom done twice to one
LATER = 60  # days after which a report seldom tells of a call or visit without its day
NEAR = 4  # days within which an undated telling is of the dated event that its document reports


@dataclass(frozen=True, slots=True)
class EventCard:
    """What of one telling decides which event it tells."""

    id: str
    document: str
    type: str
    mode: str | None
    status: str
    actors: frozenset[str]  # entities, or chains where none is known
    recipients: frozenset[str]
    persons: frozenset[str]  # those of them that are persons
    states: frozenset[str]  # that they act for
    first: str | None  # days between which it lies by its own words
    last: str | None
    reported: str | None  # day of the document
    words: frozenset[str]  # stems of trigger, topic and clause, without the parties' names
    refers: str | None  # the earlier telling it points back to
    dealing: str | None
    occasion: str | None
    month_day: str | None = None  # "02-15", where the year may be open
    put_off: bool = False  # called off for another day
    leads: bool = False  # stands at the head of its document
    doing: frozenset[str] = frozenset()  # states that the actors are or act for
    suffering: frozenset[str] = frozenset()  # states that the recipients are or act for

    @property
    def parties(self) -> frozenset[str]:
        return self.actors | self.recipients

    @property
    def dated(self) -> bool:
        return self.first is not None and self.last is not None


@dataclass(frozen=True, slots=True)
class Match:
    """What holds between two tellings, with weight and reason."""

    relation: Literal["same", "not_same"]
    weight: float
    why: str


def match(a: EventCard, b: EventCard) -> Match | None:
    """Same, not the same, or None where nothing can be said."""
    if a.type != b.type:
        return None
    if a.document == b.document and (a.refers == b.id or b.refers == a.id):
        return Match("same", 0.95, "one points back to the other")
    if put_back(a, b):
        return None
    next_day = neighbours(a, b)
    if a.dated and b.dated and not windows_meet(a, b) and not next_day:
        return Match("not_same", 1.0, f"on {a.first} and on {b.first}")
    if not next_day and a.month_day and b.month_day and a.month_day != b.month_day and not (a.occasion or b.occasion):
        return Match("not_same", 0.9, f"on {a.month_day} and on {b.month_day}")
    if not (a.parties and b.parties):
        return unnamed(a, b)
    if a.type == "CONSULT":
        return meetings(a, b)
    return spoken(a, b) if a.type in SPOKEN else deeds(a, b)


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


def neighbours(a: EventCard, b: EventCard) -> bool:
    """Whether two reports give a deed two days that follow each other, as reports of one night do."""
    if a.type in SPOKEN | {"CONSULT"} or a.document == b.document or not (a.dated and b.dated):
        return False
    if a.first != a.last or b.first != b.last:
        return False
    return abs(days_between(a.first or "", b.first or "")) == 1


def unnamed(a: EventCard, b: EventCard) -> Match | None:
    """A telling that names nobody is of the one event of its type on that very day."""
    if a.month_day is None or a.month_day != b.month_day:
        return None
    return Match("same", 0.55, f"the same kind of act on {a.month_day}")


def windows_meet(a: EventCard, b: EventCard) -> bool:
    """Whether the days of two tellings can be one; open ends meet anything."""
    return not (
        (a.last is not None and b.first is not None and a.last < b.first)
        or (b.last is not None and a.first is not None and b.last < a.first)
    )


def meetings(a: EventCard, b: EventCard) -> Match | None:
    """Two meetings or calls: by who met, how and when; one that only might be is no planned one."""
    if {a.mode, b.mode} >= {"phone", "visit"}:
        return Match("not_same", 0.9, "one by telephone, one a visit")
    if a.mode == b.mode == "visit" and visitors_differ(a, b):
        return Match("not_same", 0.9, "others came")
    if {a.mode, b.mode} == {"visit", None} and not a.persons & b.persons:
        return None
    if len(a.persons) > 1 and len(b.persons) > 1 and len(a.persons & b.persons) < 2:
        perhaps = (
            a.persons & b.persons and len(a.states & b.states) > 1 and (a.status in BEFORE) != (b.status in BEFORE)
        )
        if not perhaps:  # "the ministers will meet" may mean others than those who then met
            return Match("not_same", 0.9, "other people met")
    common = a.parties & b.parties
    if a.mode == b.mode == "visit" and a.actors & b.actors and not (a.recipients and b.recipients):
        common |= a.recipients | b.recipients | {"the host"}
    if one_day(a, b) and a.parties & b.parties and (a.parties <= b.parties or b.parties <= a.parties):
        return Match("same", 0.7, f"one of the parties, {a.first}")
    for_states = len(a.states & b.states) > 1 and not (a.persons and b.persons)
    if len(common) < 2 and not (common and len(a.states & b.states) > 1):
        same_day = a.month_day is not None and a.month_day == b.month_day
        return Match("same", 0.65, f"the same states, {a.month_day}") if for_states and same_day else None
    if is_condition(a) != is_condition(b):
        return Match("not_same", 0.7, "one only under a condition") if not (a.dated and b.dated) else None
    if a.month_day and a.month_day == b.month_day:
        return Match("same", 0.9, f"same parties, {a.month_day}")
    if postponed(a, b) or postponed(b, a):
        return Match("same", 0.6, "put off, then held")
    if {a.status, b.status} == {"cancelled", "held"}:
        return Match("not_same", 0.7, "one was called off") if a.dated or b.dated else None
    if a.dated and b.dated:
        alike = likeness(a.words, b.words)
        return Match("same", 0.7, f"same parties, {a.first}") if alike >= ALIKE else None
    if a.dated or b.dated:
        return dated_and_not(a, b)
    if past_and_coming(a, b) or not (a.document == b.document or (a.leads and b.leads) or near(a, b)):
        return None
    return Match("same", 0.7 if len(common) > 1 else 0.6, "same parties, no dates that part them")


def one_day(a: EventCard, b: EventCard) -> bool:
    """Whether both are of one and the same day."""
    return a.dated and a.first == a.last == b.first == b.last


def only_one(cards: Sequence[EventCard]) -> Iterator[tuple[EventCard, EventCard]]:
    """Each call or visit told without its day, with the one that it can be: the only dated one of the same people and kind."""
    for card in sorted(cards, key=lambda c: c.id):
        if card.dated or card.status != "held" or card.mode not in {"phone", "visit"} or card.reported is None:
            continue
        fit = [c for c in cards if is_that(c, card)]
        if fit and len({(c.first, c.last) for c in fit}) == 1:
            yield card, min(fit, key=lambda c: c.id)


def is_that(dated: EventCard, card: EventCard) -> bool:
    """Whether a dated meeting may be the one that another report tells without its day."""
    if not dated.dated or dated.document == card.document or dated.mode != card.mode or dated.status != "held":
        return False
    if len(dated.parties & card.parties) < 2 or card.parties - dated.parties:
        return False
    return -LATER <= days_between(dated.first or "", card.reported or "") <= 1


def visitors_differ(a: EventCard, b: EventCard) -> bool:
    """Whether one visit was by people of this state, the other by those of that."""
    one, other = a.actors & a.persons, b.actors & b.persons
    return bool(one and other and a.doing and b.doing) and not one & other and not a.doing & b.doing


def postponed(off: EventCard, held: EventCard) -> bool:
    """Whether one tells that it was put off, the other of a later day of it, some weeks on."""
    if not off.put_off or off.dated or held.first is None or off.reported is None or held.status == "cancelled":
        return False
    return 0 < days_between(held.first, off.reported) <= WEEKS_ON


def is_condition(card: EventCard) -> bool:
    """Whether it tells of a contact that nobody has fixed, only said what it depends on."""
    return card.dealing == "condition" or (card.status == "conditional" and not card.dated)


def dated_and_not(a: EventCard, b: EventCard) -> Match | None:
    """One telling gives the day, the other does not: one event if the undated one was reported near that day."""
    dated, undated = (a, b) if a.dated else (b, a)
    if dated.first is None or undated.reported is None:
        return Match("same", 0.65, "same parties, what both reports open with") if a.leads and b.leads else None
    gap = days_between(dated.first, undated.reported)
    coming = undated.status in BEFORE | {"cancelled"}
    lives = dated.status in BEFORE and undated.status in {"held", "ongoing"}  # planned for a day, told as done after it
    if (coming and -1 <= gap <= 45) or (not coming and -(NEAR + 3 * lives) <= gap <= 1):
        return Match("same", 0.75, f"same parties, reported {undated.reported}, told of {dated.first}")
    return None


def near(a: EventCard, b: EventCard) -> bool:
    """Whether both were reported within a few days."""
    return a.reported is not None and b.reported is not None and abs(days_between(a.reported, b.reported)) <= NEAR


def past_and_coming(a: EventCard, b: EventCard) -> bool:
    """Whether one was over before the other was asked for or announced."""
    for one, other in ((a, b), (b, a)):
        if one.status == "held" and other.status in BEFORE and one.reported and other.reported:
            return one.reported < other.reported
    return False


def spoken(a: EventCard, b: EventCard) -> Match | None:
    """Two speech acts: same speaker's side, nobody else addressed, in like words, on one day or close together."""
    if not sides_agree(a, b):
        return None
    alike = likeness(a.words, b.words)
    if far_apart(a, b) and alike < 2 * ALIKE:
        return None
    if alike < LEAST_ALIKE:
        return None
    weight = 0.25 + 0.6 * alike
    weight += 0.12 if a.recipients & b.recipients else 0.0
    weight += 0.08 if a.actors & b.actors else 0.0
    weight += 0.2 if a.month_day is not None and a.month_day == b.month_day else 0.0
    weight += 0.12 if a.dealing == b.dealing and a.words & b.words & CORE else 0.0
    weight += 0.04 if a.dealing == b.dealing else -0.1
    weight -= 0.15 if (a.status == "rumoured") != (b.status == "rumoured") else 0.0
    weight -= 0.25 if (a.dealing == "condition") != (b.dealing == "condition") else 0.0
    return Match("same", round(min(0.95, weight), 3), "same speaker, like words")


def far_apart(a: EventCard, b: EventCard) -> bool:
    """Whether one was done on a day long before the other, which names no day, was reported."""
    for dated, undated in ((a, b), (b, a)):
        if dated.first is not None and not undated.dated and undated.reported is not None:
            return not -RECENT <= days_between(dated.first, undated.reported) <= NEAR
    return False


def deeds(a: EventCard, b: EventCard) -> Match | None:
    """Two deeds: same doers and sufferers, and a common day or like words."""
    if not sides_agree(a, b):
        return None
    if a.mode and b.mode and a.mode != b.mode:
        return None
    alike = likeness(a.words, b.words)
    full = bool(a.actors & b.actors and a.recipients & b.recipients)
    if full and a.mode == b.mode and a.mode in ONCE and (a.dated == b.dated or near(a, b)):
        return Match("same", 0.75, f"the same did it to the same, {a.first or b.first}")
    both = a.dealing == b.dealing == "agreement" and len(a.states & b.states) > 1
    if both and (a.document == b.document or near(a, b)):
        return Match("same", 0.6, "an agreement of the same two, reported in the same days")
    if a.dated and b.dated and alike >= ALIKE / 2:
        return Match("same", 0.8, f"same parties, {a.first}")
    whole = bool(a.parties & b.parties & (a.persons | b.persons)) and a.type in {"COERCE", "SANCTION"}
    if alike >= ALIKE or (whole and alike >= ALIKE / 2):
        return Match("same", round(min(0.9, 0.5 + alike / 2), 3), "same parties, like words")
    return None


def sides_agree(a: EventCard, b: EventCard) -> bool:
    """Whether the doers may be the same, and those it is done to."""
    return (
        side_agrees(a.actors, b.actors, a.persons, b.persons, a.doing & b.doing)
        and side_agrees(a.recipients, b.recipients, a.persons, b.persons, a.suffering & b.suffering)
        and bool((a.parties & b.parties) or (a.states & b.states))
        and not turned(a, b)
    )


def turned(a: EventCard, b: EventCard) -> bool:
    """Whether one tells what this state did to that, the other what that did to this."""
    return (
        not a.doing & b.doing
        and not a.suffering & b.suffering
        and bool(a.doing & b.suffering and a.suffering & b.doing)
    )


def side_agrees(
    one: frozenset[str], other: frozenset[str], men: frozenset[str], others: frozenset[str], states: frozenset[str]
) -> bool:
    """Whether two lists of parties may be the same people: they share one, one is empty, or states stand for persons."""
    if not one or not other or one & other:
        return True
    return not (one & men and other & others) and bool(states)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the shorter telling's words that the other has; few words say little."""
    least = min(len(a), len(b))
    return len(rooted(a) & rooted(b)) / max(3, least) if least else 0.0


def rooted(words: frozenset[str]) -> frozenset[str]:
    """The stems by their first letters, so that inspectors come for an inspection."""
    return frozenset(word[:ROOT] for word in words)


def days_between(day: str, report: str) -> int:
    """Days from the report to the day of the event."""
    return (date.fromisoformat(day[:10]) - date.fromisoformat(report[:10])).days
