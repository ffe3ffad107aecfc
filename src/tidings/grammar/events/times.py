"""When and where an act takes place, by the words of its own clause."""

from tidings.grammar.events.parties import Cast
from tidings.grammar.tree import children, noun_phrase
from tidings.model import Analysis, Span

__all__ = ["own_time", "place_of"]

CLOSE = 8  # tokens


def own_time(cast: Cast, noun: int) -> int | None:
    """Index of the time that hangs on the noun itself: "the talks on Monday"."""
    scene = cast.scene
    for t in scene.by_sentence.get(cast.analysis.tokens[noun].sentence, ()):
        at = scene.heads[t]
        if scene.governor(t) == noun or unparted(cast.analysis, noun, at):
            return t
    return None


def unparted(analysis: Analysis, noun: int, later: int) -> bool:
    """Whether a word follows a noun closely with no verb, comma or quote mark between: parsers go wrong, places less so."""
    between = analysis.tokens[noun + 1 : later]
    parts = any(t.pos in {"VERB", "SCONJ"} or t.text in {",", ";", "“", "”", '"', "—"} for t in between)
    return 0 < later - noun <= CLOSE and not parts


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
