"""A quotation whose closing mark is lost runs into its own cue: "“Nobody was hurt, the mayor said." ends at the comma."""

from collections.abc import Iterable
from dataclasses import replace

from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting_verbs import reporter_at
from tidings.grammar.tree import tokens_in
from tidings.grammar.verbs import TENSED
from tidings.model import Analysis, Span

__all__ = ["before_own_cue"]

LONGEST_CUE = 14  # tokens from the comma to the sentence's end


def before_own_cue(analysis: Analysis, pieces: Iterable[Quoted]) -> list[Quoted]:
    """The pieces, unclosed ones cut off before a cue that ends one of their sentences."""
    return [piece if piece.closed or piece.single else cut_off(analysis, piece) for piece in pieces]


def cut_off(analysis: Analysis, piece: Quoted) -> Quoted:
    """The piece up to the comma behind which only "X said" stands to the sentence's end."""
    tokens = analysis.tokens
    inside = tokens_in(analysis, piece.span)
    for k in inside:
        if tokens[k].text != ",":
            continue
        end = analysis.sentences[tokens[k].sentence][1]
        rest = range(k + 1, min(end, k + 1 + LONGEST_CUE))
        verbs = [n for n in rest if tokens[n].pos in {"VERB", "AUX"} and tokens[n].dep not in {"relcl", "acl", "aux"}]
        if end - k > LONGEST_CUE or len(verbs) != 1 or tokens[verbs[0]].tag not in TENSED:
            continue
        reporter = reporter_at(analysis, verbs[0])
        if reporter is not None and reporter.kind == "say" and reporter.strength >= 0.9:
            span = Span(piece.span.start, tokens[k].end)
            return replace(piece, span=span, outer=Span(piece.outer.start, tokens[k].end))
    return piece
