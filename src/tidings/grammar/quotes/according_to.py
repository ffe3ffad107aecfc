"""Attribution without a verb: "according to X", "in X's words", "in the opinion of X", "for X"."""

from collections.abc import Iterator, Sequence

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reported_clause import trimmed
from tidings.grammar.quotes.reporting import party
from tidings.grammar.tree import child, children, edges, noun_phrase, sentence_of, sentence_span, span_of
from tidings.lexicon import words
from tidings.model import Analysis

__all__ = ["according_to"]

OPINIONS = frozenset({"word", "words", "opinion", "view", "telling", "account", "estimation", "assessment", "version"})
SPEECH = OPINIONS | {
    "expression",
    "admission",
    "conviction",
    "explanation",
    "remark",
    "thought",
    "affirmation",
    "assertion",
}


def according_to(analysis: Analysis, pieces: Sequence[Quoted]) -> Iterator[Attribution]:
    """All such attributions, in text order."""
    for i, token in enumerate(analysis.tokens):
        word = token.text.lower()
        found = None
        if word == "according":
            found = after_according(analysis, i)
        elif word == "in" and token.pos == "ADP":
            found = in_words_of(analysis, i)
        if found is None:
            continue
        around_it = meeting(pieces, sentence_span(analysis, token.sentence))
        if not any(p.span.start <= token.start < p.span.end for p in around_it):
            yield from around(analysis, found, around_it)


def after_according(analysis: Analysis, i: int) -> tuple[int, int, int, int] | None:
    """First and last token of the phrase, the source's head, and the cue's last token, of "according to X"."""
    tokens = analysis.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].text.lower() != "to":
        return None
    source = child(analysis, i + 1, "pobj")
    if source is None or source <= i + 1:
        source = next(
            (k for k in range(i + 2, min(i + 8, len(tokens))) if tokens[k].pos in {"NOUN", "PROPN", "PRON"}), None
        )
        if source is None:
            return None
    phrase = party(analysis, source)
    if analysis.tokens[source].text.lower() in SPEECH and (owner := owner_of(analysis, source)) is not None:
        return i, edges(analysis, source)[1], owner, i + 1  # "according to his expression"
    last = max(k for k in range(i + 1, min(len(tokens), i + 80)) if tokens[k].end <= phrase.end)
    return i, max(last, source), source, i + 1


def in_words_of(analysis: Analysis, i: int) -> tuple[int, int, int, int] | None:
    """The same of "in X's words" and "in the opinion of X"."""
    noun = child(analysis, i, "pobj")
    if noun is None or analysis.tokens[noun].text.lower() not in OPINIONS:
        return None
    owner = owner_of(analysis, noun)
    return None if owner is None else (i, edges(analysis, noun)[1], owner, noun)


def owner_of(analysis: Analysis, noun: int) -> int | None:
    """Whose words or opinion a noun is told to be: "X's words", "the opinion of X"."""
    owner = child(analysis, noun, "poss")
    if owner is None:
        of = next((p for p in children(analysis, noun, "prep") if analysis.tokens[p].text.lower() == "of"), None)
        owner = None if of is None else child(analysis, of, "pobj")
    return owner


def around(analysis: Analysis, phrase: tuple[int, int, int, int], pieces: Sequence[Quoted]) -> Iterator[Attribution]:
    """The attribution of the rest of the clause to the source: what follows a leading phrase, or what it closes."""
    first, last, source, cue_end = phrase
    begin, end = sentence_of(analysis, first)
    before = trimmed(analysis, begin, first - 1, pieces) if first > begin else ()
    after = trimmed(analysis, last + 1, end - 1, pieces) if last + 1 < end else ()
    leading = first - begin <= 2 or not before
    comma = first > begin and analysis.tokens[first - 1].text == ","
    if leading:
        content = after
    elif comma and last + 1 < end and analysis.tokens[last + 1].text == "," and after_clause(analysis, last + 1, end):
        content = before + after
    else:
        content = before
    if not content:
        return
    cue = span_of(analysis, first, cue_end)
    owner = analysis.tokens[source]
    if owner.start < cue.end <= analysis.tokens[last].end and owner.i < cue_end:
        cue = span_of(analysis, cue_end, cue_end)  # "in his words": the noun alone, the owner is the source
    yield Attribution(
        content=content,
        cue=cue,
        verb=first,
        source=noun_phrase(analysis, source) if source < cue_end else party(analysis, source),
        source_head=source,
        confidence=0.9 if owner.lemma.lower() not in words("document_nouns.txt") else 0.8,
        how="according",
    )


def after_clause(analysis: Analysis, first: int, end: int) -> bool:
    """Whether the sentence goes on after an inserted phrase: a finite verb follows."""
    return any(analysis.tokens[k].tag in {"VBD", "VBZ", "VBP", "MD"} for k in range(first, end))
