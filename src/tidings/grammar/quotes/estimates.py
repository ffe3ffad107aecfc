"""A number that somebody gives: "the ministry put the dead at 12", "police counted 400", "the plant speaks of nine"."""

from collections.abc import Iterable, Sequence

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reporting import cue_span, party
from tidings.grammar.tree import child, children, edges, span_of, subtree
from tidings.grammar.verbs import is_negated, subjects
from tidings.model import Analysis, Span

__all__ = ["estimates"]

PUTS = frozenset({"put", "place", "estimate", "set"})
GIVES = PUTS | {"count", "speak"}
SELF = frozenset({"i", "we", "you"})
LOOSE = frozenset({"relcl", "acl", "advcl", "punct", "parataxis", "appos", "cc", "conj"})


def estimates(analysis: Analysis, tops: Sequence[Quoted]) -> Iterable[Attribution]:
    """Each number that a subject gives, with what is counted; none inside quote marks."""
    for token in analysis.tokens:
        if token.lemma.lower() not in GIVES or token.pos != "VERB" or token.tag == "VB":
            continue
        who = subjects(analysis, token.i)
        content = number_put(analysis, token.i) or number_given(analysis, token.i, who)
        if content is None or not who or analysis.tokens[who[0]].tag in {"WDT", "WP"} or is_negated(analysis, token.i):
            continue
        cue = cue_span(analysis, token.i)
        if any(piece.span.covers(cue) for piece in meeting(tops, cue)):
            continue
        yield Attribution((content,), cue, token.i, party(analysis, who[0]), who[0], confidence=0.9, how="estimate")


def number_put(analysis: Analysis, verb: int) -> Span | None:
    """What is put at a number, and the number."""
    what = child(analysis, verb, "dobj")
    if analysis.tokens[verb].lemma.lower() not in PUTS or what is None:
        return None
    at = number_at(analysis, verb, what)
    first = min(edges(analysis, what)[0], what)
    return None if at is None else span_of(analysis, first, subtree(analysis, at, LOOSE)[-1])


def number_given(analysis: Analysis, verb: int, who: Sequence[int]) -> Span | None:
    """The number that a subject counts or speaks of, with what it counts."""
    lemma = analysis.tokens[verb].lemma.lower()
    counted = child(analysis, verb, "dobj") if lemma == "count" else None
    if lemma == "speak":
        of = [p for p in children(analysis, verb, "prep") if analysis.tokens[p].text.lower() == "of"]
        counted = child(analysis, of[0], "pobj") if of else None
    if counted is None or counted < verb or (who and analysis.tokens[who[0]].text.lower() in SELF):
        return None
    numbered = analysis.tokens[counted].tag == "CD" or child(analysis, counted, "nummod") is not None
    inside = subtree(analysis, counted, LOOSE - {"cc", "conj"})
    return span_of(analysis, inside[0], inside[-1]) if numbered else None


def number_at(analysis: Analysis, verb: int, what: int) -> int | None:
    """The preposition "at" before a number, below the verb or what it counts."""
    for above in (verb, what):
        for prep in children(analysis, above, "prep"):
            noun = child(analysis, prep, "pobj")
            if analysis.tokens[prep].text.lower() != "at" or noun is None or noun < what:
                continue
            below = (noun, *analysis.children[noun])
            if any(analysis.tokens[k].tag == "CD" for k in below):
                return prep
    return None
