"""Who says it behind "so", as German does without a verb: "The bridge stays shut, so Minister Berg on Monday in Lund"."""

from collections.abc import Iterator, Sequence

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.clause_end import trimmed
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reporting import party
from tidings.grammar.tree import child, sentence_span, span_of
from tidings.grammar.verbs import FINITE
from tidings.model import Analysis

__all__ = ["so_said"]

LEAST = 3  # tokens of what is said
MARKS = frozenset({",", '"', "”", "»", "''"})
QUOTES = frozenset({"quote", "cite", "report"})


def so_said(analysis: Analysis, pieces: Sequence[Quoted]) -> Iterator[Attribution]:
    """Each such attribution: what stands before ", so", a name behind it, and no verb but "from which X quotes"."""
    tokens = analysis.tokens
    for n, (first, end) in enumerate(analysis.sentences):
        for so in range(first + LEAST, end - 1):
            if tokens[so].text != "so" or tokens[so - 1].text not in MARKS or tokens[so + 1].text.lower() == "that":
                continue
            which = next((k for k in range(so + 1, end) if tokens[k].text.lower() == "which"), end)
            named = next((k for k in range(so + 1, which) if ends_name(analysis, k, which)), None)
            verbless = not any(tokens[k].tag in FINITE | {"VB"} for k in range(so + 1, which))
            around = meeting(pieces, sentence_span(analysis, n))
            inside = any(p.span.start <= tokens[so].start < p.span.end for p in around)
            if named is None or named > so + 5 or not verbless or inside:
                continue
            content = trimmed(analysis, first, so - 1 - (tokens[so - 1].text == ","), around)
            relay = None if which == end else quoting(analysis, which, end)
            if content and (which == end or relay is not None):
                yield Attribution(
                    content=content,
                    cue=span_of(analysis, so, so),
                    verb=so,
                    source=span_of(analysis, so + 1, named),
                    source_head=named,
                    relay=None if relay is None else party(analysis, relay),
                    relay_head=relay,
                    confidence=0.9,
                    how="put in",
                )
            break


def ends_name(analysis: Analysis, k: int, stop: int) -> bool:
    """Whether a token is the last of a name's words."""
    name = analysis.tokens[k].pos == "PROPN"
    return name and (k + 1 >= stop or analysis.tokens[k + 1].pos != "PROPN")


def quoting(analysis: Analysis, which: int, end: int) -> int | None:
    """Who quotes in "from which the agency quotes"."""
    verb = next((k for k in range(which + 1, end) if analysis.tokens[k].lemma.lower() in QUOTES), None)
    if verb is None or verb == which + 1:
        return None
    who = child(analysis, verb, "nsubj")  # a parse may take "quotes" for a noun
    return who if who is not None else verb - 1 if analysis.tokens[verb - 1].pos in {"NOUN", "PROPN"} else None
