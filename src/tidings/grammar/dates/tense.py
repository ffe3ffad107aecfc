"""Which way a bare "on Friday" or "in June" looks: by the verb it hangs on."""

from typing import Literal

from tidings.grammar.tree import ancestors, token_at, tokens_in
from tidings.grammar.verbs import tense
from tidings.lexicon import words
from tidings.model import Analysis, Span

__all__ = ["looks"]

Look = Literal["past", "future"]
CLEAR: dict[str, Look] = {"past": "past", "perfect": "past", "pluperfect": "past", "future": "future"}


def looks(analysis: Analysis | None, span: Span) -> Look | None:
    """Past or future by the verb over the expression; None where that does not say.

    A planning word between them ("is due on", "scheduled for", "plans to … on") looks ahead.
    """
    if analysis is None or token_at(analysis, span.start) is None:
        return None
    own = tokens_in(analysis, span)
    if not own:
        return None
    top = next((i for i in own if analysis.tokens[i].head not in own or analysis.tokens[i].head == i), own[0])
    for i in (top, *ancestors(analysis, top)):
        token = analysis.tokens[i]
        if i not in own and token.lemma.lower() in words("planning_words.txt"):
            return "future"
        if token.pos not in ("VERB", "AUX") or i in own:
            continue
        look = _by_verb(analysis, i)
        if look is not None or token.dep in ("ROOT", "ccomp", "relcl", "parataxis"):
            return look
    return None


def _by_verb(analysis: Analysis, verb: int) -> Look | None:
    kind = tense(analysis, verb)
    if kind in CLEAR:
        return CLEAR[kind]
    token = analysis.tokens[verb]
    if kind == "present" and token.tag == "VBG":
        return "future"  # "is meeting on Friday"
    if kind == "infinitive" and token.dep in ("xcomp", "relcl", "acl", "advcl", "ccomp"):
        above = analysis.tokens[token.head]
        if above.lemma.lower() in words("planning_words.txt"):
            return "future"
    return None
