"""The words for who is spoken to."""

from tidings.grammar.quotes.hearable import TIMES
from tidings.grammar.tree import noun_phrase, sentence_of, span_of, tokens_in
from tidings.model import Analysis, Span

__all__ = ["hearer"]


def hearer(analysis: Analysis, head: int) -> Span:
    """The noun phrase of who is spoken to, up to a quote mark, with a name right behind it: "the channel Vesna"."""
    inside = tokens_in(analysis, noun_phrase(analysis, head))
    last = next((k - 1 for k in inside if k > head and analysis.tokens[k].tag in {"``", "''"}), inside[-1])
    while last > head and analysis.tokens[last].pos in {"ADP", "DET", "PUNCT", "CCONJ", "AUX", "VERB"}:
        last -= 1
    end = sentence_of(analysis, head)[1]
    common = analysis.tokens[last].pos == "NOUN" and last == head
    while (
        common
        and last + 1 < end
        and analysis.tokens[last + 1].pos == "PROPN"
        and analysis.tokens[last + 1].ent not in TIMES
    ):
        last += 1
    return span_of(analysis, inside[0], last)
