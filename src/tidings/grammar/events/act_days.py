"""Which day of the text is the day of an act that stands so: its own, that of the speech, the likeliest of those around."""

from dataclasses import replace

from tidings.grammar.dates.narrative import time_grain
from tidings.grammar.events.by_the_way import is_told_by_the_way, points_back
from tidings.grammar.events.clause_days import (
    beside,
    is_gone_by,
    is_of_clause_above,
    is_of_other_clause,
    word_before,
)
from tidings.grammar.events.counted_days import COUNTED, counted_back, went_on_for
from tidings.grammar.events.day_words import called_for, lasting_since, right_after, said_behind
from tidings.grammar.events.days import number, place
from tidings.grammar.events.frame import Frame
from tidings.grammar.events.lexicon import Sense
from tidings.grammar.events.light_verbs import new_day
from tidings.grammar.events.noun_senses import noun_sense
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.plover import HOSTILE, SPOKEN, VERBAL
from tidings.grammar.events.scene import CLOSE, VERBS, Scene, path
from tidings.grammar.events.times import own_time, planned_time
from tidings.grammar.events.told_acts import Told
from tidings.grammar.tree import ancestors, child, children, token_at, tokens_in
from tidings.grammar.verbs import PAST, tense
from tidings.model import Day, EventMention, Placed, Status

__all__ = ["day_of_act", "is_near_or_sure", "with_its_day"]

DONE = frozenset({"held", "ongoing"})
DEADLINE = "deadline"
TERM = frozenset({"by", "until", "till", "before"})
NOT_ITS_DAY = TERM | {"since", "from"}
HABITS = frozenset(
    {"long", "often", "repeatedly", "always", "consistently", "frequently", "routinely", "previously", "regularly"}
)
# What was done before what the text tells of: "had at first turned it down".
AT_FIRST = frozenset({"initially", "originally", "formerly"})
STANDING = frozenset({"recognise", "recognize", "oppose", "regard", "consider"})
UNITS = frozenset({"day", "week", "month", "year"})
SOUGHT = frozenset({"requested", "conditional", "rumoured"})  # announced may be for a past day: "was to be held"
DAY_BEFORE = "the day of the report or the day before"
OF_THE_MINUTE = "the day of a report that tells what happens minute by minute"
OF_THE_NEWS = "the day of the news that the report opens with"
NEWS = 0.8  # how often that held on labelled piles
MAIN = frozenset({"ROOT", "conj"})
DEALT = frozenset({"offer", "counter_offer", "condition"})  # what is said to be offered is offered by saying it


def day_of_act(cast: Cast, told: Told, status: Status, quote: int | None, dealing: str | None) -> Placed | None:
    """When it took place, or is to, with both ends of a range; what a speaker does by speaking, on the day of the speech."""
    status = "held" if status in SOUGHT and is_done_by_words(cast, told.frame) else status
    found = after_another(cast, told, status, one_day(cast, told, status, quote, dealing))
    found = with_its_doubt(cast, told, status, found)
    found = of_the_news(cast, told, status, found)
    if found is None or found.first != found.last or found.first.time is None:
        return found
    ends = cast.scene.ends(found.first.time)
    return found if ends is None else replace(found, first=Day(ends[0]), last=Day(ends[1]))


def with_its_day(cast: Cast, event: EventMention) -> EventMention:
    """A dealing in a turn of phrase with its day: that of its verb's clause, or of the speech that sets a condition."""
    verb = token_at(cast.analysis, event.trigger.start)
    if verb is None or (event.status == "conditional" and event.quote is None):
        return event
    frame = Frame(Sense(event.type, event.mode, dealing=event.dealing), (verb,), verb, "held", (), ())
    found = day_of_act(cast, Told(frame, event.quote), "held", event.quote, event.dealing)
    at = found.first.time if found is not None and is_near_or_sure(cast, found, frame) else None
    return replace(event, time=at, placed=found if at is None else None)


def after_another(cast: Cast, told: Told, status: Status, found: Placed | None) -> Placed | None:
    """The day of what was told before, where an act was done right after it and no words of its own give another."""
    verb = told.frame.verb
    if status not in DONE or (found is not None and (found.weight == 1.0 or found.first.time in beside(cast, verb))):
        return found
    at = right_after(cast, verb)
    if at is not None:
        return Placed(Day(at), Day(at), NEWS, "done right after what was told before")
    spoken = told.frame.sense.type in VERBAL and told.frame.noun != verb
    said = said_behind(cast, told.frame) if spoken and not is_habit(cast, verb) else None
    return found if said is None else Placed(Day(said), Day(said), NEWS, "the day of the words quoted right behind it")


def with_its_doubt(cast: Cast, told: Told, status: Status, found: Placed | None) -> Placed | None:
    """The day of the report is that or the day before, where the verb is in the perfect or the report tells the news of the day before."""
    if (
        found is None
        or found.first != found.last
        or found.first.back != 0
        or found.why == COUNTED
        or status not in DONE
        or cast.scene.is_live
    ):
        return found
    if tense(cast.analysis, told.frame.verb) == "perfect" or cast.scene.tells_of_the_day_before:
        return replace(found, first=Day(None, 1), why=DAY_BEFORE)
    return found


def of_the_news(cast: Cast, told: Told, status: Status, found: Placed | None) -> Placed | None:
    """The day of the report's news, where an act lies on one of some days with it, or is said in its own right with no day told before."""
    at, verb = cast.scene.news_time, told.frame.verb
    if status not in DONE or cast.analysis.tokens[verb].dep == "relcl":
        return found  # "the inquiry that it has called for" is told by the way
    if found is None and cast.scene.is_live and is_said_as_news(cast, told):
        return Placed(Day(None, 0), Day(None, 0), NEWS, OF_THE_MINUTE)
    if at is None or (verb in cast.scene.in_marks and is_told_of_before(cast, verb)):
        return found
    on = Placed(Day(at), Day(at), NEWS, OF_THE_NEWS)
    if found is not None:
        return (
            on if found.why != COUNTED and found.first != found.last and is_the_days(cast, told, at, found) else found
        )
    return on if is_said_as_news(cast, told) else None


def is_the_days(cast: Cast, told: Told, at: int, found: Placed) -> bool:
    """Whether an act that surely lies on one of some days is of the day of the news.

    What is only said lies before a report that opens with its own day as often as on it.
    """
    if found.why != DAY_BEFORE and cast.scene.side(at) == "same" and told.frame.sense.type in VERBAL:
        return False
    return is_among(cast.scene, at, found)


def is_among(scene: Scene, at: int, found: Placed) -> bool:
    """Whether the day of a time lies between the days on which an act surely took place."""
    day, first, last = (number(scene, each) for each in (Day(at), found.first, found.last))
    return day is not None and first is not None and last is not None and first <= day <= last


def is_said_as_news(cast: Cast, told: Told) -> bool:
    """Whether an act done by words is the main clause of its sentence, told as just done, with no other day in it or its paragraph before."""
    scene, frame = cast.scene, told.frame
    token = cast.analysis.tokens[frame.verb]
    if (
        frame.sense.type not in VERBAL
        or frame.noun == frame.verb
        or token.dep not in MAIN
        or is_habit(cast, frame.verb)
    ):
        return False
    if tense(cast.analysis, frame.verb) not in {"past", "perfect", "present"} or is_standing(cast, frame.verb):
        return False
    paragraph = scene.paragraphs[token.sentence]
    here = (s for s in range(token.sentence, -1, -1) if scene.paragraphs[s] == paragraph)
    return not any(scene.by_sentence.get(s) for s in here)


def one_day(cast: Cast, told: Told, status: Status, quote: int | None, dealing: str | None) -> Placed | None:
    """The day, or a day of a range, that is the act's."""
    frame = told.frame
    if cast.analysis.tokens[frame.verb].lemma.lower() == DEADLINE:
        return None  # the day on which a demand runs out is not that of the demand
    if status in DONE and (since := lasting_since(cast, frame)) is not None:
        return named(since, "since which it lasts")
    if status in DONE and (back := counted_back(cast, frame.verb if frame.noun is None else frame.noun)) is not None:
        return Placed(Day(None, back), Day(None, back), 1.0, COUNTED)
    if status in DONE and frame.noun is not None and (days := went_on_for(cast, frame.noun)) is not None:
        return days
    if (at := called_for(cast, frame)) is not None:
        return named(at, "the day it is called for")
    said = quote if told.speaker is None else told.speaker
    spoken = said is not None and spoken_by(cast, told, said)
    if said is not None and (spoken or (dealing == "warning" and status == "held" and frame.sense.type in HOSTILE)):
        return said_when(cast, said, frame.verb)
    if frame.base in {"cancelled", "announced", "requested"} and frame.verb != frame.head:
        # "on Sunday postponed a visit": Sunday is not the day of the visit
        at = None if frame.noun is None else moved_to(cast, frame.verb)
        at = own_time(cast, frame.noun) if at is None and frame.noun is not None else at
        return None if at is None else named(at, "its own time")
    at = None if frame.noun in {None, frame.verb} else own_time(cast, frame.noun or 0)
    if at is not None:
        return named(at, "its own time") if suits(cast, Day(at), status, told) else None
    if status in DONE and is_of_no_day(cast, frame.verb, status):
        at = own_time(cast, frame.verb)
        return None if at is None or not suits(cast, Day(at), status, told) else named(at, "its own time")
    if frame.noun == frame.verb and (at := planned_time(cast, frame.verb)) is not None:
        return named(at, "the day it is set for") if suits(cast, Day(at), status, told) else None
    found = place(cast.scene, frame.verb, fits=lambda day: suits(cast, day, status, told))
    if found is None or found.first.time is None or is_of_other_verb(cast, frame.verb, found.first.time):
        own = the_only_own(cast, told, status)
        found = found if own is None else named(own, "its own time")
    if found is not None and frame.noun == frame.verb and found.first.time not in beside(cast, frame.verb):
        return None  # "defended the criticism": of a noun alone the text around it tells no day
    if DEALT & {frame.sense.dealing, dealing} and said is not None and (found is None or found.first.time is None):
        return said_when(cast, said, frame.verb)
    return found


def is_done_by_words(cast: Cast, frame: Frame) -> bool:
    """Whether an act was done by saying so, however what was said stands: "offered on Friday to free them if …"."""
    if frame.sense.type not in SPOKEN or frame.noun is not None or frame.verb not in frame.trigger:
        return False
    return tense(cast.analysis, frame.verb) in PAST


def moved_to(cast: Cast, verb: int) -> int | None:
    """The time to which something was moved: "was postponed from Monday to Wednesday"."""
    day = new_day(cast.analysis, verb)
    times = cast.scene.by_sentence.get(cast.analysis.tokens[verb].sentence, ())
    return None if day is None else next((t for t in times if cast.scene.heads[t] == day), None)


def the_only_own(cast: Cast, told: Told, status: Status) -> int | None:
    """The one day that hangs on the act's verb itself."""
    verb, times = told.frame.verb, cast.reading.times
    own = [t for t in beside(cast, verb) if cast.scene.governor(t) == verb and time_grain(times[t]) in UNITS]
    own = [t for t in own if word_before(cast, t) not in NOT_ITS_DAY and suits(cast, Day(t), status, told)]
    return own[0] if len(own) == 1 else None


def is_of_other_verb(cast: Cast, verb: int, at: int) -> bool:
    """Whether a time of the act's own sentence hangs on another verb: "was handed over on Monday by an envoy who was asked in May"."""
    over = cast.scene.governor(at)
    return at in beside(cast, verb) and over != verb and cast.analysis.tokens[over].pos in VERBS


def said_when(cast: Cast, quote: int, verb: int) -> Placed | None:
    """The day on which something was said: its own, else that of the word that reports it."""
    said = cast.reading.quotes[quote]
    if said.said_on is not None:
        return named(said.said_on, "the day on which it was said")
    cue = next(iter(tokens_in(cast.analysis, said.cue)), None) if said.cue is not None else None
    at = verb if cue is None else cue
    return place(cast.scene, at, fits=lambda day: is_fine_or_own(cast, at, day) and not is_to_come(cast, day))


def is_to_come(cast: Cast, day: Day) -> bool:
    """Whether a day lies after the report, so that nothing was said on it: "has offered to mend it on Sunday"."""
    return day.time is not None and cast.scene.side(day.time) == "later"


def is_fine_or_own(cast: Cast, at: int, day: Day) -> bool:
    """Whether words may have been spoken on a day: a week or year that another clause tells is that of what they are about."""
    if day.time is None or time_grain(cast.reading.times[day.time]) == "day":
        return True
    return day.time in beside(cast, at) and path(cast.scene, at, day.time) in CLOSE


def named(time: int, why: str) -> Placed:
    """A day that is told as the act's own."""
    return Placed(Day(time), Day(time), 1.0, why)


def is_near_or_sure(cast: Cast, when: Placed, frame: Frame) -> bool:
    """Whether a time stands in the act's own sentence, or is sure by itself."""
    time = when.first.time
    if time is None or when.first != when.last:
        return False
    first = next(iter(tokens_in(cast.analysis, cast.reading.times[time].span)), frame.verb)
    return when.weight == 1.0 or cast.analysis.tokens[first].sentence == cast.analysis.tokens[frame.verb].sentence


def suits(cast: Cast, day: Day, status: Status, told: Told) -> bool:
    """Whether a day agrees with how an act stands: none after the report for what is done, none before it for what is only sought."""
    if day.time is not None and is_of_other_clause(cast, told.frame, day.time):
        return False
    if status in DONE:
        if day.time is None:
            return True
        if is_of_what_went_before(cast, told.frame, day.time):
            return False
        if is_told_by_the_way(cast, told.frame, day.time) or points_back(cast, told.frame, day.time):
            return False
        if told.frame.sense.type in SPOKEN and not is_fine_or_own(cast, told.frame.verb, day):
            return False
        gone_by = status == "held" and (is_start(cast, day.time) or is_of_clause_above(cast, told.frame.verb, day.time))
        return not gone_by and not is_ahead(cast, day.time, spoken=told.frame.sense.type in VERBAL)
    if day.time is None:
        return False
    if is_gone_by(cast, told.frame, day.time):
        return False
    early = cast.scene.side(day.time) == "earlier"
    return not early or (status not in SOUGHT and word_before(cast, day.time) not in TERM)


def is_of_what_went_before(cast: Cast, frame: Frame, at: int) -> bool:
    """Whether a time is that of an act after which this one came: "gathered after the shooting on March 10"."""
    noun = cast.scene.governor(at)
    token = cast.analysis.tokens[noun]
    if noun in {frame.head, frame.noun, frame.verb} or token.dep != "pobj" or noun_sense(cast.analysis, noun) is None:
        return False
    after = cast.analysis.tokens[token.head]
    return after.text.lower() in {"after", "following"} and frame.verb in ancestors(cast.analysis, after.i)


def is_of_no_day(cast: Cast, verb: int, status: Status) -> bool:
    """Whether the text gives no one day to what was done: a habit, what one counts from, what went on since a day."""
    since = (t for t in beside(cast, verb) if is_start(cast, t) and cast.scene.governor(t) == verb)
    if is_habit(cast, verb) or is_days_from(cast, verb) or is_standing(cast, verb):
        return True
    return status == "held" and any(True for _ in since)


def is_standing(cast: Cast, verb: int) -> bool:
    """Whether it is told as what holds at any time: "does not recognise", "opposes"."""
    lasting = cast.analysis.tokens[verb].lemma.lower() in STANDING and tense(cast.analysis, verb) == "present"
    return lasting and cast.analysis.tokens[verb].tag != "VBG"


def is_habit(cast: Cast, verb: int) -> bool:
    """Whether it is told as done at no one time: "has long opposed", "repeatedly accused"."""
    words = (cast.analysis.tokens[c].text.lower() for c in children(cast.analysis, verb, "advmod"))
    return not (HABITS | AT_FIRST).isdisjoint(words) or is_at_first(cast, verb) or is_since_then(cast, verb)


def is_at_first(cast: Cast, verb: int) -> bool:
    """Whether "at first" stands with a verb."""
    preps = (p for p in children(cast.analysis, verb, "prep", "advmod") if cast.analysis.tokens[p].text.lower() == "at")
    return any(cast.analysis.tokens[i].text.lower() == "first" for p in preps for i in children(cast.analysis, p))


def is_since_then(cast: Cast, verb: int) -> bool:
    """Whether something has been done on some day since what was told before: "six have since been freed"."""
    if tense(cast.analysis, verb) not in {"perfect", "pluperfect"}:
        return False
    alone = (
        c for c in children(cast.analysis, verb, "advmod", "prep") if cast.analysis.tokens[c].text.lower() == "since"
    )
    return any(not children(cast.analysis, c, "pobj", "pcomp") and c < verb for c in alone)


def is_days_from(cast: Cast, verb: int) -> bool:
    """Whether the clause only serves to count from: "a day after she resigned", "two weeks before signing"."""
    tokens = cast.analysis.tokens
    opens = tokens[verb].head if tokens[verb].dep == "pcomp" else child(cast.analysis, verb, "mark")
    if opens is None or tokens[opens].text.lower() not in {"after", "before"}:
        return False
    return opens > 0 and tokens[opens - 1].lemma.lower() in UNITS


def is_start(cast: Cast, at: int) -> bool:
    """Whether a time only says since when, or what years are counted from: "since May", "ten years ago on Monday"."""
    first = next(iter(tokens_in(cast.analysis, cast.reading.times[at].span)), 0)
    ago = any(t.text.lower() == "ago" for t in cast.analysis.tokens[max(0, first - 2) : first])
    return ago or word_before(cast, at) == "since"


def is_ahead(cast: Cast, at: int, *, spoken: bool) -> bool:
    """Whether a time lies after the report, or is the term of what was said: no day of what is done."""
    if spoken and word_before(cast, at) in TERM:
        return True
    return cast.scene.side(at) == "later"


def spoken_by(cast: Cast, told: Told, quote: int) -> bool:
    """Whether the act is one that the quote's speaker does by saying it."""
    if told.frame.sense.type not in SPOKEN:
        return False
    if told.speaker is not None:
        return True
    by_him = any(cast.speaker_at.get(head) == quote for head in told.frame.actors)
    return by_him and not is_told_of_before(cast, told.frame.verb)


def is_told_of_before(cast: Cast, verb: int) -> bool:
    """Whether a speaker tells of what was done before he speaks: "We asked three times," he said; he said that he had asked."""
    before = PAST if verb in cast.scene.in_marks else {"pluperfect"}
    return tense(cast.analysis, verb) in before
