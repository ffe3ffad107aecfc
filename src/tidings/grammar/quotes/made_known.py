"""What somebody makes known: "let it be understood by its office that …", "made it known that …", "let the court know that …",
"lets understand that …", "…, she made known"."""

from collections.abc import Iterator, Sequence

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.clause_end import trimmed
from tidings.grammar.quotes.hearer_phrase import hearer
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.relays import is_go_between, read_out_by
from tidings.grammar.quotes.reporting import party
from tidings.grammar.tree import child, children, sentence_of, span_of
from tidings.grammar.verbs import is_negated, subjects
from tidings.model import Analysis

__all__ = ["made_known"]

KNOWS = frozenset({"known", "know", "understood", "understand"})
NEAR = 4  # tokens from "let" or "made" to "known"
FAR = 14  # tokens from "known" to "that"


def made_known(analysis: Analysis, pieces: Sequence[Quoted]) -> Iterator[Attribution]:
    """Each such attribution outside quote marks: the clause after "that" is what the subject of "let" says."""
    for token in analysis.tokens:
        if token.text.lower() not in KNOWS or token.i < 2:
            continue
        begin, end = sentence_of(analysis, token.i)
        verb = next((k for k in range(token.i - 1, max(begin, token.i - NEAR) - 1, -1) if makes(analysis, k)), None)
        that = next((k for k in range(token.i + 1, min(end, token.i + FAR)) if opens(analysis, k)), None)
        if verb is None and that is None and (behind := known_behind(analysis, token.i, pieces)) is not None:
            yield behind
        cue = None if verb is None else span_of(analysis, verb, token.i)
        if verb is None or that is None or cue is None or any(p.span.covers(cue) for p in meeting(pieces, cue)):
            continue
        before = (*subjects(analysis, verb), *subjects(analysis, token.i), *children(analysis, verb, "nsubj"))
        source = next(
            (k for k in before if k < verb), None
        )  # "the source, a clerk, lets understand": no verb to a parser
        content = trimmed(analysis, that + 1, end - 1, pieces)
        if source is None or not verb > source >= begin or not content or is_negated(analysis, verb):
            continue
        relay = read_out_by(analysis, token.i)
        relay = by_whom(analysis, token.i) if relay is None else relay
        heard = token.i - 1 if token.text.lower() == "know" and token.i > verb + 1 else None
        yield Attribution(
            content,
            cue,
            token.i,
            party(analysis, source),
            source,
            None if heard is None else hearer(analysis, heard),
            heard,
            relay=None if relay is None else party(analysis, relay),
            relay_head=relay,
            confidence=0.9,
        )


def by_whom(analysis: Analysis, i: int) -> int | None:
    """Who passes it on in "let know by her spokesman that …"."""
    below = (child(analysis, prep, "pobj") for prep in children(analysis, i, "prep", "agent"))
    return next((k for k in below if k is not None and k > i and is_go_between(analysis, k)), None)


def known_behind(analysis: Analysis, i: int, pieces: Sequence[Quoted]) -> Attribution | None:
    """What is made known where a translation puts that last: "The boats stay ashore, she made known."."""
    begin, end = sentence_of(analysis, i)
    tokens = analysis.tokens
    comma = next((k for k in range(i - 2, begin, -1) if tokens[k].text == ","), None)
    closed = all(tokens[k].pos == "PUNCT" for k in range(i + 1, end))
    if comma is None or not closed or tokens[i].text != "known" or tokens[i - 1].lemma.lower() != "make":
        return None
    source, cue = i - 2, span_of(analysis, i - 1, i)
    content = trimmed(analysis, begin, comma - 1, pieces)
    spoken = any(p.span.meets(cue) for p in meeting(pieces, cue))
    if source <= comma or tokens[source].pos not in {"PRON", "PROPN", "NOUN"} or spoken or not content:
        return None
    return Attribution(content, cue, i, span_of(analysis, comma + 1, source), source, confidence=0.9)


def makes(analysis: Analysis, i: int) -> bool:
    """Whether a token is the verb of "let it be known", with its "it" behind."""
    tokens = analysis.tokens
    if tokens[i].text.lower() in {"let", "lets", "letting"}:
        if tokens[i + 1].text.lower() in {"know", "understand"}:
            return True
        last = next((k for k in range(i + 1, min(i + NEAR + 1, len(tokens))) if tokens[k].text.lower() == "know"), None)
        if last is not None and last > i + 1:  # "let the court know"
            return all(tokens[k].pos in {"DET", "ADJ", "NOUN", "PROPN", "PRON"} for k in range(i + 1, last))
    return tokens[i].lemma.lower() in {"let", "make"} and tokens[i + 1].text.lower() == "it"


def opens(analysis: Analysis, i: int) -> bool:
    """Whether a token is the "that" of a clause."""
    return analysis.tokens[i].text.lower() == "that" and analysis.tokens[i].tag in {"IN", "WDT"}
