"""When and where an act takes place, by the words of its own clause."""

from tidings.grammar.events.parties import Cast
from tidings.grammar.tree import ancestors, children, clause_head, noun_phrase, tokens_in
from tidings.model import Analysis, Span, Time

__all__ = ["own_time", "place_of", "time_of"]

# Clauses through which a time of the clause above reaches the act; a reported clause keeps its own time.
OPEN = frozenset(
    {"xcomp", "advcl", "conj", "pcomp", "prep", "pobj", "dobj", "nsubj", "nsubjpass", "attr", "agent", "npadvmod"}
)
OCCASIONS = frozenset({"time", "day", "date", "occasion", "moment", "week", "month"})
TYPES = frozenset({"DATE", "TIME"})
HIGHEST = 6
CLOSE = 8  # tokens


def time_of(cast: Cast, verb: int, noun: int | None, parties: tuple[int, ...]) -> int | None:
    """Index of the time that hangs on the act's noun, verb or parties, else on the clause that it completes, else stands near."""
    analysis, times = cast.analysis, cast.reading.times
    heads = {}
    for t in cast.times_in.get(analysis.tokens[verb].sentence, ()):
        at = head_of(analysis, times[t].span) if times[t].type in TYPES else None
        if at is not None:
            heads[t] = at
    if not heads:
        return None
    stops = [noun, verb] if noun is not None else [verb]
    beside = [n for prep in children(analysis, verb, "prep") for n in children(analysis, prep, "pobj")]
    beside += [c for n in beside for c in children(analysis, n, "acl")]  # "in a letter published on Monday"
    for stop in (*stops, *parties, *beside, *climb(analysis, verb)):
        near = [t for t, at in heads.items() if governor(analysis, at) == stop]
        if near:
            return min(near, key=lambda t: (vague(times[t]), t))
    clause = clause_head(analysis, stops[0])
    near = [t for t, at in heads.items() if clause_head(analysis, at) == clause]
    if near:
        return min(near, key=lambda t: (vague(times[t]), abs(heads[t] - stops[0]), t))
    near = [t for t, at in heads.items() if unparted(analysis, at, stops[0])]
    return min(near, key=lambda t: (abs(heads[t] - stops[0]), t)) if near else None


def own_time(cast: Cast, noun: int) -> int | None:
    """Index of the time that hangs on the noun itself: "the talks on Monday"."""
    analysis, times = cast.analysis, cast.reading.times
    for t in cast.times_in.get(analysis.tokens[noun].sentence, ()):
        at = head_of(analysis, times[t].span) if times[t].type in TYPES else None
        if at is not None and (governor(analysis, at) == noun or (at > noun and unparted(analysis, at, noun))):
            return t
    return None


def unparted(analysis: Analysis, a: int, b: int) -> bool:
    """Whether no verb, comma or quote mark parts two words that stand close together: parsers go wrong, places less so."""
    low, high = min(a, b), max(a, b)
    if high - low > CLOSE:
        return False
    between = analysis.tokens[low + 1 : high]
    return not any(t.pos in {"VERB", "SCONJ"} or t.text in {",", ";", "“", "”", '"', "—"} for t in between)


def head_of(analysis: Analysis, span: Span) -> int | None:
    """The token of a time whose head lies outside it."""
    inside = tokens_in(analysis, span)
    return next((i for i in inside if analysis.tokens[i].head not in inside or analysis.tokens[i].head == i), None)


def governor(analysis: Analysis, at: int) -> int:
    """The verb or noun that a time hangs on, past its preposition and the times beside it."""
    if analysis.tokens[at].dep == "attr":
        return analysis.tokens[at].head
    for above in ancestors(analysis, at):
        token = analysis.tokens[above]
        if token.pos in {"VERB", "AUX"} or (token.pos in {"NOUN", "PROPN"} and token.ent not in {"DATE", "TIME"}):
            return above
    return at


def climb(analysis: Analysis, verb: int) -> list[int]:
    """The heads above an act whose times are the act's too."""
    found: list[int] = []
    at = verb
    for _ in range(HIGHEST):
        token = analysis.tokens[at]
        above = token.head
        if above == at:
            break
        if token.dep == "relcl" and analysis.tokens[above].lemma in OCCASIONS:
            found.append(above)
        elif token.dep not in OPEN:
            break
        found.append(above)
        at = above
    return found


def vague(time: Time) -> int:
    """How far a time is from naming a day."""
    if time.value is not None and len(time.value) >= 10:
        return 0
    if time.offset is not None and (time.offset.unit == "day" or time.offset.weekday is not None):
        return 1
    return 2 if time.value is not None and time.value[:4].isdigit() else 3


def place_of(analysis: Analysis, kinds: dict[int, str], verb: int, noun: int | None) -> Span | None:
    """The place after "in" or "at" on the act's verb or noun."""
    for head in (noun, verb):
        if head is None:
            continue
        for prep in children(analysis, head, "prep"):
            if analysis.tokens[prep].text.lower() not in {"in", "at"}:
                continue
            for place in children(analysis, prep, "pobj"):
                if kinds.get(place) in {"country", "place"} or analysis.tokens[place].ent in {"GPE", "LOC", "FAC"}:
                    return noun_phrase(analysis, place)
    return None
