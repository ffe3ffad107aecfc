"""Who hears what the encoder alone shows, and of whom something is asked where a translation puts that first."""

from dataclasses import replace

from tidings.grammar.quotes.addressees import addressee_of
from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.hearer_phrase import hearer
from tidings.grammar.tree import span_of, tokens_in
from tidings.model import Analysis, Span

__all__ = ["asked_of", "heard"]

ASKS = frozenset({"demand", "require", "request", "ask"})


def asked_of(analysis: Analysis, found: Attribution) -> Attribution:
    """What is asked without of whom, where a translation puts that first: "demanded from Madrid an answer"."""
    if found.verb is None or analysis.tokens[found.verb].lemma.lower() not in ASKS:
        return found
    inside = tokens_in(analysis, found.content[0])
    if len(inside) < 3 or analysis.tokens[inside[0]].text.lower() not in {"from", "of"}:
        return found
    last = inside[1]
    while last + 1 <= inside[-1] and analysis.tokens[last + 1].ent and not analysis.tokens[last + 1].ent_begins:
        last += 1
    span = span_of(analysis, inside[1], last)
    if analysis.tokens[inside[1]].pos != "PROPN" or last + 1 >= inside[-1]:
        return found
    rest = Span(analysis.tokens[last + 1].start, found.content[0].end)
    return replace(found, content=(rest, *found.content[1:]), addressee=span, addressee_head=last)


def heard(analysis: Analysis, shown: Attribution) -> Attribution:
    """What the encoder alone shows, with who hears it by what hangs on its verb: "proposed a truce in a letter to Y"."""
    if shown.verb is None or shown.addressee is not None or analysis.tokens[shown.verb].pos != "VERB":
        return shown
    head = addressee_of(analysis, shown.verb, frozenset())
    if head is None or head == shown.source_head:
        return shown
    span = hearer(analysis, head)
    if any(span.meets(said) for said in (*shown.content, *([shown.source] if shown.source is not None else []))):
        return shown
    return replace(shown, addressee=span, addressee_head=head)
