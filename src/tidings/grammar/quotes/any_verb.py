"""A verb that no table of reporting verbs has, right behind quoted words that end in a comma: “…,” he mused."""

from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting import Cue, Reporter, cue_span, party
from tidings.grammar.tree import child, tokens_in
from tidings.model import Analysis

__all__ = ["any_verb"]

NEAR = 7  # tokens from the closing mark to the verb
LEAST = 3  # words that are quoted
NO_SPEECH = frozenset({"be", "have", "do", "go", "come", "get", "become", "know", "mean"})


def any_verb(analysis: Analysis, text: str, piece: Quoted, limit: int) -> Cue | None:
    """The cue that a past verb with its subject makes between the closing mark and the next stop."""
    tokens = analysis.tokens
    inside = tokens_in(analysis, piece.outer)
    behind = text[piece.span.end - 1 : piece.outer.end + 1]
    short = sum(tokens[k].pos != "PUNCT" for k in inside) < LEAST
    if short or ("," not in behind and not any(mark in behind for mark in "?!")):
        return None
    for k in range(inside[-1] + 1, min(len(tokens), inside[-1] + 1 + NEAR)):
        token = tokens[k]
        if token.start >= limit or token.text in {".", ";", ":", "“", '"', "``"}:
            return None
        if token.tag not in {"VBD", "VBZ"}:
            continue
        who = child(analysis, k, "nsubj")
        personal = who is not None and inside[-1] < who <= k + 4 and tokens[who].pos in {"PRON", "PROPN", "NOUN"}
        if who is None or not personal or token.lemma in NO_SPEECH or child(analysis, k, "dobj") is not None:
            return None
        reporter = Reporter(token.lemma, "say", 0.8, frozenset({"quoted"}))
        return Cue(k, cue_span(analysis, k), reporter, party(analysis, who), who)
    return None
