"""Words that tell an act's day without naming it: since when its outcome lasts, for when one is called, "at once" after another."""

import re
from collections.abc import Iterator

from tidings.grammar.dates.narrative import time_grain
from tidings.grammar.events.clause_days import beside, word_before
from tidings.grammar.events.days import number
from tidings.grammar.events.frame import Frame
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.scene import VERBS
from tidings.grammar.tree import ancestors, child, children, clause_head, conjuncts, tokens_in
from tidings.grammar.verbs import PAST, tense
from tidings.model import Day

__all__ = ["called_for", "counted_back", "lasting_since", "right_after"]

# Acts whose outcome lasts: held, closed or banned since a day, it was done on that day.
LASTING = frozenset(
    {
        "ban",
        "bar",
        "besiege",
        "block",
        "blockade",
        "close",
        "confine",
        "cut",
        "detain",
        "encircle",
        "freeze",
        "halt",
        "hold",
        "impound",
        "imprison",
        "jail",
        "keep",
        "lock",
        "occupy",
        "retain",
        "seal",
        "shut",
        "suspend",
        "withhold",
    }
)
CALLING = frozenset({"summon", "convene", "convoke", "call", "invite"})
# What is done so is done on the day of what was told before.
AT_ONCE = frozenset(
    {"immediately", "thereupon", "promptly", "instantly", "forthwith", "simultaneously", "straightaway"}
)
RIGHT_AFTER = (
    ("at", "once"),
    ("at", "the", "same", "time"),
    ("in", "the", "same", "breath"),
    ("on", "the", "spot"),
    ("minutes", "later"),
    ("hours", "later"),
    ("moments", "later"),
    ("minutes", "after"),
    ("within", "minutes"),
    ("within", "hours"),
    ("shortly", "afterwards"),
    ("shortly", "after"),
    ("straight", "away"),
    ("right", "away"),
)
LIMITS = frozenset({"since", "until", "till", "by", "before", "for", "from"})
SOME_DAYS = re.compile(r"P(?P<count>\d{1,2})(?P<unit>[DW])")
MOST_BACK = 60  # days
BACK = 2  # sentences, in which the day of what was told before stands


def lasting_since(cast: Cast, frame: Frame) -> int | None:
    """The time since which the outcome of an act lasts: "have been held since Tuesday"."""
    token = cast.analysis.tokens[frame.verb]
    if token.lemma.lower() not in LASTING or frame.noun is not None:
        return None
    found = [t for t in beside(cast, frame.verb) if word_before(cast, t) == "since" and hangs_on(cast, t, frame.verb)]
    return found[0] if len(found) == 1 else None


def called_for(cast: Cast, frame: Frame) -> int | None:
    """The day for which somebody is called or a sitting convened: "summoned the envoy for Friday"."""
    off = (cast.analysis.tokens[c].text.lower() == "off" for c in children(cast.analysis, frame.verb, "prt"))
    if cast.analysis.tokens[frame.verb].lemma.lower() not in CALLING or any(off):
        return None
    found = [t for t in beside(cast, frame.verb) if word_before(cast, t) == "for" and is_day_time(cast, t)]
    ahead = [t for t in found if cast.reading.times[t].look == "future" or cast.scene.side(t) == "later"]
    return ahead[0] if len(ahead) == 1 else None


def right_after(cast: Cast, verb: int) -> int | None:
    """The day of what was told before, where an act is told as done at once after it: "Lima at once recalled its envoy"."""
    token = cast.analysis.tokens[verb]
    told = tense(cast.analysis, verb) in PAST or (token.tag == "VBN" and token.dep == "ROOT")
    if not told or not has_at_once(cast, verb):
        return None
    before = [
        (cast.scene.heads[t], t)
        for s in range(max(0, token.sentence - BACK), token.sentence + 1)
        for t in cast.scene.by_sentence.get(s, ())
        if cast.scene.heads[t] < verb and is_day_gone_by(cast, t)
    ]
    return max(before)[1] if before else None


def is_day_gone_by(cast: Cast, at: int) -> bool:
    """Whether a time is a day on which something was done, no limit, no end of a range and none to come."""
    ahead = cast.reading.times[at].look == "future" or cast.scene.side(at) == "later"
    return is_day_time(cast, at) and not ahead and not cast.scene.ends(at) and word_before(cast, at) not in LIMITS


def counted_back(cast: Cast, act: int) -> int | None:
    """Days before the report on which lies what another act is counted from: "quit on Monday, three days after he was seized".

    None where the other act has no day of its own in the sentence. `act` is a verb or a noun, and may be the second of two joined.
    """
    tokens = cast.analysis.tokens
    verb = first_of_joined(cast, act)
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
    own = [t for t in beside(cast, above) if cast.scene.governor(t) == above and is_day_gone_by(cast, t)]
    day = number(cast.scene, Day(own[0])) if len(own) == 1 else None
    return None if day is None or length - day > MOST_BACK else length - day


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


def has_at_once(cast: Cast, verb: int) -> bool:
    """Whether the clause of a verb says that it was done right after what was told before."""
    here = [cast.analysis.tokens[i] for i in clause_words(cast, verb)]
    words = [token.text.lower() for token in here]
    return not AT_ONCE.isdisjoint(words) or any(
        tuple(words[n : n + len(form)]) == form for form in RIGHT_AFTER for n in range(len(words))
    )


def clause_words(cast: Cast, verb: int) -> Iterator[int]:
    """The tokens of a verb's own clause, without those of clauses joined to it or below it."""
    analysis = cast.analysis
    joined = set(conjuncts(analysis, verb)) - {verb}
    first, last = analysis.sentences[analysis.tokens[verb].sentence]
    for i in range(first, last):
        if clause_head(analysis, i) == clause_head(analysis, verb) and i not in joined:
            yield i


def hangs_on(cast: Cast, at: int, verb: int) -> bool:
    """Whether a time hangs on a verb, or on a noun below it with no other verb between."""
    over = cast.scene.governor(at)
    up = (over, *ancestors(cast.analysis, over))
    return next((i for i in up if cast.analysis.tokens[i].pos in VERBS), None) == verb


def is_day_time(cast: Cast, at: int) -> bool:
    """Whether a time is of a day, or an hour of one."""
    return time_grain(cast.reading.times[at]) == "day"
