"""Days that are counted from another act's: "quit on Monday, three days after he was seized", "signed after two days of talks"."""

import re
from collections.abc import Iterator

from tidings.grammar.events.clause_days import beside
from tidings.grammar.events.day_words import is_day_gone_by
from tidings.grammar.events.days import number
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.scene import VERBS
from tidings.grammar.tree import ancestors, child, tokens_in
from tidings.model import Day, Placed

__all__ = ["COUNTED", "counted_back", "went_on_for"]

COUNTED = "counted back from what came after it"
SOME_DAYS = re.compile(r"P(?P<count>\d{1,2})(?P<unit>[DW])")
SOME_HOURS = re.compile(r"PT(?P<count>\d{1,2})H")
MOST_BACK = 60  # days
A_DAYS_HOURS = 12  # that talks last on one day
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def counted_back(cast: Cast, act: int) -> int | None:
    """Days before the report on which lies what another act is counted from: "quit on Monday, three days after he was seized".

    None where the other act has no day of its own in the sentence. `act` is a verb or a noun, and may be the second of two joined.
    """
    tokens = cast.analysis.tokens
    verb = first_of_joined(cast, act)
    if tokens[verb].dep in SUBJECTS and tokens[verb].pos not in VERBS:
        verb = tokens[verb].head  # "a day after the talks broke down"
    under = tokens[verb].dep in {"pcomp", "pobj"}
    opens = tokens[verb].head if under else child(cast.analysis, verb, "mark")
    if opens is None or tokens[opens].text.lower() != "after":
        return None
    length = next(
        (days for t, days in lengths(cast) if tokens_in(cast.analysis, cast.reading.times[t].span)[-1] == opens - 1),
        None,
    )
    above = next((a for a in ancestors(cast.analysis, opens) if tokens[a].pos in VERBS and a != verb), None)
    if length is None or above is None:
        return None
    day = day_of(cast, above)
    return None if day is None or length - day > MOST_BACK else length - day


def day_of(cast: Cast, verb: int) -> int | None:
    """The only day gone by that hangs on a verb, by its number before the report."""
    own = [t for t in beside(cast, verb) if cast.scene.governor(t) == verb and is_day_gone_by(cast, t)]
    return number(cast.scene, Day(own[0])) if len(own) == 1 else None


def went_on_for(cast: Cast, noun: int) -> Placed | None:
    """The days on which something went on that ended on the day of what came of it: "signed on Friday after two days of talks"."""
    tokens = cast.analysis.tokens
    of = tokens[noun].head
    length = tokens[of].head
    after = tokens[length].head
    if (tokens[of].text.lower(), tokens[after].text.lower()) != ("of", "after"):
        return None
    days = next((n for t, n in spans(cast) if length in tokens_in(cast.analysis, cast.reading.times[t].span)), None)
    above = next((a for a in ancestors(cast.analysis, after) if tokens[a].pos in VERBS), None)
    last = None if above is None or days is None else day_of(cast, above)
    if days is None or last is None or days - last > MOST_BACK:
        return None
    return Placed(Day(None, days - 1 - last), Day(None, -last), 1.0, COUNTED)


def spans(cast: Cast) -> Iterator[tuple[int, int]]:
    """Times that say how long something went on, with on how many days it did."""
    for t, time in enumerate(cast.reading.times):
        hours = SOME_HOURS.fullmatch(time.value or "") if time.type == "DURATION" else None
        if hours is not None:
            yield t, 1 + int(hours["count"]) // (A_DAYS_HOURS + 1)
    # "after two weeks of talks" counts no days: they may have met on three of them.
    yield from ((t, days) for t, days in lengths(cast) if "W" not in (cast.reading.times[t].value or ""))


def first_of_joined(cast: Cast, act: int) -> int:
    """The first of the verbs or nouns that are joined with one: "after sailors stopped and searched a ferry"."""
    tokens = cast.analysis.tokens
    while tokens[act].dep == "conj" and child(cast.analysis, act, "mark", "nsubj") is None:
        act = tokens[act].head
    return act


def lengths(cast: Cast) -> Iterator[tuple[int, int]]:
    """Times that say how many days or weeks, with the days."""
    for t, time in enumerate(cast.reading.times):
        found = SOME_DAYS.fullmatch(time.value or "") if time.type == "DURATION" else None
        if found is not None and tokens_in(cast.analysis, time.span):
            yield t, int(found["count"]) * (7 if found["unit"] == "W" else 1)
