"""Whether two tellings are of one event: what rules it out, else how likely the evidence makes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tidings.grammar.events.event_card import TO_COME, EventCard
from tidings.grammar.events.evidence import (
    DONE,
    AtSight,
    at_most,
    at_sight,
    came_on_another_day,
    chance,
    days_between,
    next_day,
    postponed,
    put_back,
    reason,
    two_dealings,
    windows_meet,
)
from tidings.grammar.events.opposite import is_another, is_same_word, other_rescuers
from tidings.grammar.events.plover import HOSTILE, SPOKEN, VERBAL
from tidings.grammar.events.topic_words import stems_in, topic_stems
from tidings.lexicon import words
from tidings.text.meaning import lay_beside

__all__ = ["Match", "days_apart", "match", "match_each", "other_people", "ruled_out", "set_apart"]

SLIGHT = 0.08  # chance below which nothing is said of two tellings
TAKEN_BACK = 0.85  # how likely what is said not to be so is what was told before in the same word
SAID = frozenset({"said", "says", "say", "told", "tells", "added", "adds", "stated", "wrote", "writes"})
COMING = frozenset({"requested", "announced"})
LONG_AGO = 90  # days after a deed, from which what leads a report is another
LARGE = 1e6  # figures from here are sums, whatever follows them: "15 billion yuan"
APPOSED = re.compile(r",\s(?:the|an?|its|their|his|her|whose|who)\s[^,]{2,60},")  # "Lund, the mill's owner, refused"
WEEKS = 21  # days from which what was refused or offered in other words is another matter
FARTHEST = 3.0  # times that two reports' counts of one deed may differ
ROUNDED = 0.1  # share by which one report's two figures for one sum may differ
SOON = 1  # days by which report and event may be at odds: clocks and datelines differ


@dataclass(frozen=True, slots=True)
class Match:
    """What holds between two tellings, with weight and reason."""

    relation: Literal["same", "not_same"]
    weight: float
    why: str


def match(a: EventCard, b: EventCard) -> Match | None:
    """Same with the chance of it, not the same, or None where nothing can be said: other acts, or nothing in common."""
    return next(match_each(a, (b,)))


def match_each(a: EventCard, others: Sequence[EventCard]) -> Iterator[Match | None]:
    """A telling beside each of others; how near in meaning they are is worked out at once where it decides."""
    verdicts = [at_first(a, b) for b in others]
    hang = [b for b, verdict in zip(others, verdicts, strict=True) if isinstance(verdict, AtSight)]
    lay_beside(a.clause, (b.clause for b in hang))
    if a.about:
        lay_beside(a.about, (b.about for b in hang if b.about))
    for b, verdict in zip(others, verdicts, strict=True):
        if not isinstance(verdict, AtSight):
            yield verdict
            continue
        odds, dear = chance(a, b, verdict)
        if takes_back(a, b) or takes_back(b, a):
            odds = max(odds, TAKEN_BACK)
        yield Match("same", round(odds, 3), reason(verdict, dear)) if odds >= SLIGHT else None


def at_first(a: EventCard, b: EventCard) -> Match | AtSight | None:
    """The verdict as far as meaning is not asked, else what was found so far."""
    if a.type != b.type or two_dealings(a, b) or b.id in a.moved:
        return None  # of the last is said already that they are one
    against = ruled_out(a, b)
    if against is not None:
        return Match("not_same", 1.0, against)
    found = at_sight(a, b)
    return found if at_most(found, a, b) >= SLIGHT else None


def ruled_out(a: EventCard, b: EventCard) -> str | None:
    """What makes it impossible that both tell one event."""
    if elsewhere(a, b):
        return "at places that the other report does not name"
    if other_payment(a, b):
        return "one done, one of another sum"
    if a.type != "CONSULT" and turned(a, b):
        return "done by one side to the other, and by the other to the one"
    other_doers = strangers(a.actors, b.actors, a.doing & b.doing)
    if other_doers and (a.status == "denied") != (b.status == "denied"):
        return "denied of one, told of another"
    if a.type in HOSTILE and not (a.parties & b.parties or a.dated or b.dated) and other_counts(a, b):
        return "of other numbers, with no party or day in common"
    if other_doers and a.type != "CONSULT" and strangers(a.recipients, b.recipients, a.suffering & b.suffering):
        return "others did it to others"
    if other_people(a, b):
        return "other people by name"
    if of_no_office(a, b) or of_no_office(b, a):
        return "one by name, one of no office"
    if is_charge_and_word(a, b) or is_charge_and_word(b, a):
        return "one a charge or an inquiry, one only said"
    apart = days_apart(a, b) or told_at_odds(a, b) or told_at_odds(b, a)
    if apart is not None:
        return apart
    if (told_apart := set_apart(a, b)) is not None:
        return told_apart
    if a.type in SPOKEN and a.document == b.document and other_sums(a, b):
        return "of other sums in one report"
    if a.type in VERBAL and ((other_doers and a.document == b.document) or others_spoke(a, b)):
        return "said by others"
    return others_met(a, b) if a.type == "CONSULT" else None


def set_apart(a: EventCard, b: EventCard) -> str | None:
    """What in the wording of two acts sets them apart."""
    if one_more(a, b) or one_more(b, a):
        return "one more of its kind, on another day or none"
    if other_rescuers(a.clause, a.act, b.clause, b.act):
        return "done by others, done by themselves"
    if other_noes(a, b):
        return "denials of other things"
    return "of other matters, weeks apart" if of_other_weeks(a, b) else None


def takes_back(no: EventCard, yes: EventCard) -> bool:
    """Whether somebody quoted in a report says that there was nothing of what somebody quoted there tells, in the same word."""
    if no.document != yes.document or not (no.quoted and yes.quoted) or no.parties - yes.parties:
        return False
    return no.status == "denied" != yes.status and no.mode == yes.mode and is_same_word(no.act, yes.act)


def one_more(a: EventCard, b: EventCard) -> bool:
    """Whether one is told as "a second call", with no day of its own, and the other has a day and is not told so."""
    if a.dated or not b.dated or a.refers == b.id:
        return False
    return is_another(a.clause, a.act) and not is_another(b.clause, b.act)


def other_noes(a: EventCard, b: EventCard) -> bool:
    """Whether two say no to other things: one a denial, by what each is about, or by all its words where nobody says both."""
    noes = {a.dealing, b.dealing}
    if "denial" not in noes or not noes <= {"denial", "refusal"}:
        return False
    if (a.document == b.document or "refusal" in noes) and other_matters(a, b):
        return True
    same_doers = a.actors & b.actors or a.doing & b.doing
    verbs = stems_in(a.act) | stems_in(b.act)
    return not same_doers and bool(a.actors | b.actors) and not (a.words & b.words) - verbs


def other_matters(a: EventCard, b: EventCard) -> bool:
    """Whether both say what they are about, in words of which none is the other's."""
    ours, theirs = stems_in(a.about), stems_in(b.about)
    return bool(ours and theirs) and not ours & theirs


def of_other_weeks(a: EventCard, b: EventCard) -> bool:
    """Whether two refusals, two offers and the like lie weeks apart and have no word in common but the one that tells the act."""
    days = [card.last or card.reported for card in (a, b)]
    if a.dealing != b.dealing or a.dealing is None or a.type not in VERBAL or days[0] is None or days[1] is None:
        return False
    if abs(days_between(days[0], days[1])) <= WEEKS:
        return False
    told = [(stems_in(without_apposed(card.clause)) | stems_in(card.about)) & card.words for card in (a, b)]
    return not told[0] & told[1] - (stems_in(a.act) | stems_in(b.act))


@lru_cache(maxsize=1 << 13)
def without_apposed(clause: str) -> str:
    """A clause without what it says of somebody in passing."""
    return APPOSED.sub(" ", clause)


def other_sums(a: EventCard, b: EventCard) -> bool:
    """Whether both name sums or shares, and none that is the other's or rounds to it."""
    ours, theirs = sums(a), sums(b)
    return bool(ours and theirs) and all(abs(x - y) > ROUNDED * max(x, y) for x in ours for y in theirs)


def other_payment(a: EventCard, b: EventCard) -> bool:
    """Whether one was done and one only offered, asked or promised, and their sums of money differ."""
    return (a.status in DONE) != (b.status in DONE) and other_sums(a, b)


def elsewhere(a: EventCard, b: EventCard) -> bool:
    """Whether two reports tell deeds of force at names of which neither report has the other's."""
    if a.document == b.document or not a.scenes or not b.scenes:
        return False
    return not a.scenes & b.told_of and not b.scenes & a.told_of


def other_counts(a: EventCard, b: EventCard) -> bool:
    """Whether both count, and no count of one is near one of the other, as tolls of one day are."""
    ours, theirs = counts(a), counts(b)
    return bool(ours and theirs) and all(max(x, y) > FARTHEST * min(x, y) for x in ours for y in theirs)


def counts(card: EventCard) -> list[float]:
    """The numbers that a telling gives."""
    return [figure for figure, _ in figures(card.numbers)]


def sums(card: EventCard) -> list[float]:
    """The sums of money, shares and other large figures of a telling."""
    return [figure for figure, unit in figures(card.numbers) if unit in {"$", "%"} or figure >= LARGE]


@lru_cache(maxsize=1 << 13)
def figures(numbers: frozenset[str]) -> tuple[tuple[float, str], ...]:
    """The numbers of a telling with their units, as `link/events` writes them: "3 guard"."""
    counted = (number.partition(" ") for number in sorted(numbers))
    return tuple((float(figure), unit) for figure, _, unit in counted)


def strangers(one: frozenset[str], other: frozenset[str], states: frozenset[str]) -> bool:
    """Whether both name somebody, and nobody and no state the same."""
    return bool(one and other) and not one & other and not states


def other_people(a: EventCard, b: EventCard) -> bool:
    """Whether each names persons who do it or suffer it, all of them others than the other's, and nobody is in both."""
    if a.parties & b.parties:
        return False
    done_by = (a.actors & a.persons, b.actors & b.persons)
    done_to = (a.recipients & a.persons, b.recipients & b.persons)
    return (all(done_by) and not a.doing & b.doing) or all(done_to) or bool(all(done_by) and a.mode == "resign")


def of_no_office(a: EventCard, b: EventCard) -> bool:
    """Whether one resigned by name, and the other tells it of somebody's kin or of a private trade."""
    named = a.mode == b.mode == "resign" and bool(a.actors & a.persons) and not b.actors
    return named and bool(b.unnamed & topic_stems(words("private_roles.txt")))


def is_charge_and_word(a: EventCard, b: EventCard) -> bool:
    """Whether one is a charge or an inquiry, and the other nothing but what somebody "said"."""
    return a.type == "ACCUSE" and a.mode == "investigate" and b.act.lower() in SAID


def turned(a: EventCard, b: EventCard) -> bool:
    """Whether one tells what this side did to that, the other what that did to this."""
    if a.actors & b.actors or a.recipients & b.recipients:
        return False
    whole = a.actors & b.recipients and a.recipients & b.actors
    states = a.doing & b.suffering and a.suffering & b.doing and not a.doing & b.doing
    return bool(whole or states)


def days_apart(a: EventCard, b: EventCard) -> str | None:
    """The two days on which they took place; reports of one night, and of what was put off, may give two."""
    if next_day(a, b) or put_back(a, b) or came_on_another_day(a, b) or came_on_another_day(b, a):
        return None
    if a.dated and b.dated:
        return None if windows_meet(a, b) else f"on {a.first} and on {b.first}"
    if a.month_day and b.month_day and a.month_day != b.month_day and not (a.occasion or b.occasion):
        return f"on {a.month_day} and on {b.month_day}"
    return None


def told_at_odds(undated: EventCard, dated: EventCard) -> str | None:
    """That one was told as done before the day of the other, or as still to come after it."""
    if undated.dated or undated.reported is None or dated.first is None or dated.last is None:
        return None
    if undated.status in DONE and days_between(dated.first, undated.reported) > SOON:
        return f"told as done on {undated.reported}, before {dated.first}"
    if undated.leads and undated.status in DONE and days_between(dated.last, undated.reported) < -LONG_AGO:
        return f"told as the news of {undated.reported}, long after {dated.last}"
    late = days_between(dated.last, undated.reported) < -SOON
    if undated.status in COMING and late and dated.status != "requested":  # which has the day of the asking
        return f"told as to come on {undated.reported}, after {dated.last}"
    return None


def others_spoke(a: EventCard, b: EventCard) -> bool:
    """Whether the speakers are named people of no common state, or states, and none is the same."""
    if a.actors & b.actors or a.doing & b.doing:
        return False
    return bool(a.actors & a.persons and b.actors & b.persons) or bool(a.doing and b.doing)


def others_met(a: EventCard, b: EventCard) -> str | None:
    """What shows that two meetings or calls are two: how they met, on what terms, who came, who met."""
    if {a.mode, b.mode} >= {"phone", "visit"}:
        return "one by telephone, one a visit"
    if a.mode == b.mode == "visit" and visitors_differ(a, b):
        return "others came"
    dated = (a.dated, b.dated)
    if is_condition(a) != is_condition(b) and not all(dated):
        return "one only under a condition"
    if {a.status, b.status} == {"cancelled", "held"} and any(dated) and not (postponed(a, b) or postponed(b, a)):
        return "one was called off"
    if len(a.persons) < 2 or len(b.persons) < 2 or len(a.persons & b.persons) > 1:
        return None
    perhaps = a.persons & b.persons and len(a.states & b.states) > 1 and (a.status in TO_COME) != (b.status in TO_COME)
    return None if perhaps else "other people met"  # "the ministers will meet" may mean others than those who then met


def is_condition(card: EventCard) -> bool:
    """Whether it tells of a contact that nobody has fixed, only said what it depends on."""
    return card.dealing == "condition" or (card.status == "conditional" and not card.dated)


def visitors_differ(a: EventCard, b: EventCard) -> bool:
    """Whether one visit was by people of this state, the other by those of that."""
    one, other = a.actors & a.persons, b.actors & b.persons
    return bool(one and other and a.doing and b.doing) and not one & other and not a.doing & b.doing
