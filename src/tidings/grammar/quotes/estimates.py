"""A number that somebody gives: "the ministry put the dead at 12", "organisers estimated the crowd at 9,000"."""

from collections.abc import Iterable, Sequence

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reporting import cue_span, party
from tidings.grammar.tree import child, children, edges, span_of, subtree
from tidings.grammar.verbs import subjects
from tidings.model import Analysis

__all__ = ["estimates"]

PUTS = frozenset({"put", "place", "estimate", "set"})
LOOSE = frozenset({"relcl", "acl", "advcl", "punct", "parataxis", "appos", "cc", "conj"})


def estimates(analysis: Analysis, tops: Sequence[Quoted]) -> Iterable[Attribution]:
    """Each number that a subject puts something at, with what is counted; none inside quote marks."""
    for token in analysis.tokens:
        if token.lemma.lower() not in PUTS or token.pos != "VERB" or token.tag == "VB":
            continue
        what, who = child(analysis, token.i, "dobj"), subjects(analysis, token.i)
        at = number_at(analysis, token.i, what) if what is not None else None
        cue = cue_span(analysis, token.i)
        if what is None or at is None or not who or analysis.tokens[who[0]].tag in {"WDT", "WP"}:
            continue
        if any(piece.span.covers(cue) for piece in meeting(tops, cue)):
            continue
        content = span_of(analysis, min(edges(analysis, what)[0], what), subtree(analysis, at, LOOSE)[-1])
        yield Attribution((content,), cue, token.i, party(analysis, who[0]), who[0], confidence=0.8, how="estimate")


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
