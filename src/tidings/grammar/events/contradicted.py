"""What one speaker is told to have said and another calls untrue right after: "X said that they fired. This is not true, Y said"."""

from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.taken_back import is_untrue
from tidings.grammar.tree import child, children, is_clause
from tidings.grammar.verbs import is_negated, prepositional

__all__ = ["contradicted_by"]

SAYING = frozenset({"make", "say", "suggest", "use", "utter", "write"})
POINTING = frozenset({"it", "that", "this"})


def contradicted_by(cast: Cast, verb: int) -> int | None:
    """The quote of somebody else, in the sentence right behind, that calls untrue what is said here; else None."""
    here = cast.quote_at.get(verb)
    behind = cast.analysis.tokens[verb].sentence + 1
    if here is None or behind >= len(cast.analysis.sentences):
        return None
    quotes = cast.reading.quotes
    for i in range(*cast.analysis.sentences[behind]):
        by = cast.quote_at.get(i)
        if by is not None and is_unsaid(cast, i):
            # Who says so speaks of their own words, also where the text leaves open who "he" is.
            if quotes[here].speaker is not None and quotes[by].speaker in {None, quotes[here].speaker}:
                return here
            continue
        if not is_clause(cast.analysis, i) or not is_untrue(cast.analysis, i) or not points_back(cast, i):
            continue
        if by is not None and quotes[by].speaker is not None and quotes[by].speaker != quotes[here].speaker:
            return by
    return None


def is_unsaid(cast: Cast, verb: int) -> bool:
    """Whether a clause says that what was told before was never said: "had never said any such thing", "had said nothing of the kind"."""
    tokens = cast.analysis.tokens
    if tokens[verb].lemma.lower() not in SAYING:
        return False
    things = children(cast.analysis, verb, "dobj")
    such = {t.text.lower() for o in things for t in (tokens[c] for c in cast.analysis.children[o])}
    words = such | {tokens[o].text.lower() for o in things}
    kind = {tokens[n].lemma.lower() for o in things for n in prepositional(cast.analysis, o, "of")} & {"kind", "sort"}
    no = is_negated(cast.analysis, verb) or bool(words & {"no", "nothing"})
    return no and (bool(words & {"such", "that", "so", "it", "those"}) or bool(kind))


def points_back(cast: Cast, clause: int) -> bool:
    """Whether a clause is about what was said before it: "this", "the claim"."""
    subject = child(cast.analysis, clause, "nsubj", "nsubjpass")
    if subject is None:
        return False
    token = cast.analysis.tokens[subject]
    return token.text.lower() in POINTING or token.lemma.lower() in noun_class("claim")
