"""What an answer or letter that somebody received says, read out behind a colon: "she got an answer from the board: “…”"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.clause_end import trimmed
from tidings.grammar.quotes.occasion_hearers import MAIL
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.tree import child, children, noun_phrase, span_of, tokens_in
from tidings.model import Analysis

__all__ = ["answers_read"]

ANSWERS = MAIL | frozenset({"answer", "reply", "response", "note", "message"})
RECEIVES = frozenset({"receive", "get", "have", "obtain"})
FAR = 16  # tokens from the noun to the colon
SURE = 0.9


def answers_read(analysis: Analysis, found: Sequence[Attribution], tops: Sequence[Quoted]) -> Iterator[Attribution]:
    """The attributions, words behind such a colon as those of who answers, whom the one who received them relays."""
    for one in found:
        piece = next((p for p in tops if p.span in one.parts and one.content[-1].covers(p.span)), None)
        first = tokens_in(analysis, piece.outer)[0] if piece is not None and one.source is not None else 0
        noun = answer_before(analysis, first)
        giver = None if noun is None else from_whom(analysis, noun)
        if piece is None or noun is None or giver is None:
            yield one
            continue
        last = one.content[-1]
        begin = next(iter(tokens_in(analysis, last)), first)
        kept = (*one.content[:-1], *trimmed(analysis, begin, first - 2, ())) if last.start < piece.outer.start else ()
        if kept:
            yield replace(one, content=kept, parts=tuple(p for p in one.parts if p != piece.span))
        yield Attribution(
            (piece.span,),
            span_of(analysis, noun, noun),
            None,
            noun_phrase(analysis, giver),
            giver,
            relay=one.source,
            relay_head=one.source_head,
            parts=(piece.span,),
            confidence=SURE,
            how="letter",
        )


def answer_before(analysis: Analysis, first: int) -> int | None:
    """The answer that somebody is told to receive, before the colon that stands right before a token."""
    tokens = analysis.tokens
    if first < 2 or tokens[first - 1].text != ":":
        return None
    for k in range(first - 2, max(0, first - FAR), -1):
        token = tokens[k]
        if token.sentence != tokens[first - 1].sentence or token.text in {";", ":"}:
            return None
        if token.pos == "NOUN" and token.lemma.lower() in ANSWERS:
            return k if token.dep == "dobj" and tokens[token.head].lemma.lower() in RECEIVES else None
    return None


def from_whom(analysis: Analysis, noun: int) -> int | None:
    """Who an answer is from."""
    for prep in children(analysis, noun, "prep"):
        if analysis.tokens[prep].text.lower() == "from":
            return child(analysis, prep, "pobj")
    return None
