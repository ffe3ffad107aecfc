"""The words for who is spoken to."""

from tidings.grammar.quotes.hearable import TIMES
from tidings.grammar.tree import noun_phrase, sentence_of, span_of, tokens_in
from tidings.model import Analysis, Span

__all__ = ["hearer"]

GATHERINGS = frozenset(
    ["conference", "briefing", "crowd", "rally", "meeting", "gathering", "session", "audience", "hearing", "summit"]
) | {
    *("forum", "congress", "congregation", "convention", "assembly", "vigil", "reception", "dinner", "lunch", "seminar")
}
WHERE = frozenset({"in", "at", "on", "outside", "near", "after", "before", "during", "inside", "of"})


def hearer(analysis: Analysis, head: int) -> Span:
    """The noun phrase of who is spoken to, up to a quote mark, with a name right behind it: "the channel Vesna"."""
    inside = tokens_in(analysis, noun_phrase(analysis, head))
    last = next((k - 1 for k in inside if k > head and analysis.tokens[k].tag in {"``", "''"}), inside[-1])
    last = min(last, gathered(analysis, head, last))
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


def gathered(analysis: Analysis, head: int, last: int) -> int:
    """The last token of who is gathered, without where, when and how many: "a crowd [of about 900 in the harbour]"."""
    if analysis.tokens[head].lemma.lower() not in GATHERINGS or analysis.tokens[head].pos != "NOUN":
        return last
    for k in range(head + 1, last + 1):
        word = analysis.tokens[k].text.lower()
        number = any(analysis.tokens[n].tag == "CD" for n in range(k + 1, min(k + 4, last + 1)))
        if word in WHERE and (word != "of" or number):
            return k - 1
    return last
