"""When and where an act takes place, by the words of its own clause."""

from tidings.grammar.events.parties import Cast
from tidings.grammar.tree import ancestors, children, noun_phrase, tokens_in
from tidings.model import Analysis, Span

__all__ = ["own_time", "place_of"]

TYPES = frozenset({"DATE", "TIME"})
CLOSE = 8  # tokens


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
