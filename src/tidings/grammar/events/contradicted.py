"""What one speaker is told to have said and another calls untrue right after: "X said that they fired. This is not true, Y said"."""

from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.taken_back import is_untrue
from tidings.grammar.tree import child, is_clause

__all__ = ["contradicted_by"]

POINTING = frozenset({"it", "that", "this"})


def contradicted_by(cast: Cast, verb: int) -> int | None:
    """The quote of somebody else, in the sentence right behind, that calls untrue what is said here; else None."""
    here = cast.quote_at.get(verb)
    behind = cast.analysis.tokens[verb].sentence + 1
    if here is None or behind >= len(cast.analysis.sentences):
        return None
    quotes = cast.reading.quotes
    for i in range(*cast.analysis.sentences[behind]):
        if not is_clause(cast.analysis, i) or not is_untrue(cast.analysis, i) or not points_back(cast, i):
            continue
        by = cast.quote_at.get(i)
        if by is not None and quotes[by].speaker is not None and quotes[by].speaker != quotes[here].speaker:
            return by
    return None


def points_back(cast: Cast, clause: int) -> bool:
    """Whether a clause is about what was said before it: "this", "the claim"."""
    subject = child(cast.analysis, clause, "nsubj", "nsubjpass")
    if subject is None:
        return False
    token = cast.analysis.tokens[subject]
    return token.text.lower() in POINTING or token.lemma.lower() in noun_class("claim")
