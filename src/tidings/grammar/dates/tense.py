"""Which way a bare "on Friday" or "in June" looks: by the verb it hangs on."""

from functools import cache
from itertools import chain, islice
from typing import Literal

from tidings.grammar.tree import ancestors, child, token_at, tokens_in
from tidings.grammar.verbs import is_passive, tense
from tidings.lexicon import rows
from tidings.model import Analysis, Span

__all__ = ["Look", "looks"]

Look = Literal["past", "future"]
FINITE_PAST = frozenset({"past", "perfect", "pluperfect"})
VERBAL = frozenset({"VERB", "AUX"})
CLIMB = 12  # words up the tree
NOMINAL = frozenset({"NOUN", "PROPN"})


def looks(analysis: Analysis | None, span: Span, *, weekday: bool = True) -> Look | None:
    """Past or future by the verb over the expression; None where that does not say.

    A weekday lies within days of the report, so whatever verb stands over it tells. Of
    another date a verb says nothing through a noun ("signed the March accord"), nor does a
    plan ("had been set to expire Nov. 6").
    """
    if analysis is None or token_at(analysis, span.start) is None:
        return None
    own = tokens_in(analysis, span)
    if not own:
        return None
    before = [t.text.lower() for t in analysis.tokens[max(0, own[0] - 3) : own[0]]]
    by_words = _by_words(before, weekday=weekday)
    if by_words != "verb":
        return by_words
    top = next((i for i in own if analysis.tokens[i].head not in own or analysis.tokens[i].head == i), own[0])
    above = islice(ancestors(analysis, top), CLIMB) if analysis.tokens[top].pos not in VERBAL else (top,)
    for i in above:
        token = analysis.tokens[i]
        if token.pos in VERBAL:
            return _by_verb(analysis, i, weekday=weekday)
        if planning(token.lemma) == "strong":
            return _planned(long_past=_long_past(analysis, i), weekday=weekday)
        if token.pos in NOMINAL and not weekday:
            return None
    return None


@cache
def _planning() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("planning_words.tsv")}


def planning(lemma: str) -> str | None:
    """How surely a word looks ahead: strong, later, soft, or not at all."""
    return _planning().get(lemma.lower())


def _by_words(before: list[str], *, weekday: bool) -> Look | Literal["verb"] | None:
    """The way that the words right before tell: "since", "until", "as soon as"; else the verb must."""
    last = before[-1] if before else ""
    if last == "since":
        return "past"
    if before in (["as", "soon", "as"], ["as", "early", "as"]):
        return "future"
    if last in ("by", "until", "till"):
        return "future" if weekday and len(before) == 3 else None
    return "verb"


def _planned(*, long_past: bool, weekday: bool) -> Look | None:
    if long_past:
        return "past" if weekday else None
    return "future"


def _long_past(analysis: Analysis, i: int) -> bool:
    """Whether what was planned lies behind: "had been due on Friday"."""
    above = next(
        (a for a in chain((i,), islice(ancestors(analysis, i), CLIMB)) if analysis.tokens[a].pos in VERBAL), None
    )
    return above is not None and tense(analysis, above) == "pluperfect"


def _by_verb(analysis: Analysis, verb: int, *, weekday: bool) -> Look | None:
    token = analysis.tokens[verb]
    kind = tense(analysis, verb)
    strength = None if child(analysis, verb, "oprd", "acomp") is not None else planning(token.lemma)  # "was set free"
    bare = is_passive(analysis, verb) or kind in ("participle", "present", "perfect")
    if strength == "strong" or (strength and bare) or (strength == "later" and not weekday):
        return _planned(long_past=kind == "pluperfect", weekday=weekday)
    if kind in FINITE_PAST:
        return "past"
    if kind == "future":
        return "future"
    above = analysis.tokens[token.head]
    if kind == "present" and token.dep == "advcl" and tense(analysis, above.i) in {"future", "conditional"}:
        return "future"  # "will decide when they meet on Friday"
    if kind == "present":
        return "future" if token.tag == "VBG" else None  # "is meeting on Friday"
    return _by_what_is_above(analysis, verb, kind, weekday=weekday)


def _by_what_is_above(analysis: Analysis, verb: int, kind: str, *, weekday: bool) -> Look | None:
    """A verb without a time of its own: what is planned, asked or agreed comes after; else as the verb above tells."""
    over = islice(ancestors(analysis, verb), CLIMB)
    above = next((a for a in over if analysis.tokens[a].pos in VERBAL | {"ADJ", "NOUN"}), None)
    if above is None:
        return None
    token = analysis.tokens[above]
    if planning(token.lemma) and kind == "infinitive":
        return _planned(long_past=_long_past(analysis, above), weekday=weekday)
    if token.lemma.lower() == "be" and token.tag == "VBD":
        return None  # "was to meet": it may have come to nothing
    if token.pos in VERBAL and kind in ("participle", "infinitive"):
        found = tense(analysis, above)
        return "past" if found in FINITE_PAST else "future" if found == "future" else None
    return None
