"""Words that tell an act's day without naming it: since when its outcome lasts, for when one is called, "at once" after another."""

from collections.abc import Iterator

from tidings.grammar.dates.narrative import time_grain
from tidings.grammar.events.clause_days import beside, word_before
from tidings.grammar.events.frame import Frame
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.scene import VERBS
from tidings.grammar.tree import ancestors, children, clause_head, conjuncts, tokens_in
from tidings.grammar.verbs import PAST, tense

__all__ = ["called_for", "is_day_gone_by", "lasting_since", "right_after", "said_behind"]

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


def said_behind(cast: Cast, frame: Frame) -> int | None:
    """The day on which who did an act by words is quoted right behind it: "Falk accused the mill. “It stinks,” she said on Monday."."""
    chains = {cast.chain_of.get(cast.mention_at.get(head, -1)) for head in frame.actors} - {None}
    tokens = cast.analysis.tokens
    sentence = tokens[frame.verb].sentence
    behind = cast.analysis.sentences[sentence][1]
    if behind >= len(tokens) or tokens[behind].start - tokens[behind - 1].end > 1:
        return None  # the paragraph ends here
    near = range(*cast.analysis.sentences[sentence + 1])  # only what is quoted there: of all quotes it would be square
    for at in sorted({cast.quote_at[i] for i in near if i in cast.quote_at}):
        quote = cast.reading.quotes[at]
        cue = next(iter(tokens_in(cast.analysis, quote.cue)), None) if quote.cue is not None else None
        if cue is None or quote.said_on is None or quote.speaker not in chains or quote.kind != "direct":
            continue
        here = tokens[cue].sentence == sentence + 1 == tokens[cast.scene.heads.get(quote.said_on, 0)].sentence
        if here and tense(cast.analysis, cue) != "pluperfect" and is_day_gone_by(cast, quote.said_on):
            return quote.said_on
    return None


def is_day_gone_by(cast: Cast, at: int) -> bool:
    """Whether a time is a day on which something was done, no limit, no end of a range and none to come."""
    ahead = cast.reading.times[at].look == "future" or cast.scene.side(at) == "later"
    return is_day_time(cast, at) and not ahead and not cast.scene.ends(at) and word_before(cast, at) not in LIMITS


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
