"""Cues that a page has run together with their "that" ("announcedthat"), which no parser understands."""

from collections.abc import Iterator, Sequence
from functools import cache

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.clause_end import trimmed
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting import party
from tidings.grammar.tree import sentence_of
from tidings.lexicon import rows
from tidings.model import Analysis, Span

__all__ = ["glued_that"]

IRREGULAR = {"said": "say", "told": "tell", "wrote": "write", "found": "find", "thought": "think", "swore": "swear"}


@cache
def forms() -> dict[str, float]:
    """Forms of reporting verbs that take a clause, with their strength."""
    found: dict[str, float] = {}
    strengths = {row[0]: float(row[2]) for row in rows("reporting_verbs.tsv") if row[1] == "say" and "that" in row[3]}
    for lemma, strength in strengths.items():
        stem = lemma.removesuffix("e")
        doubled = lemma + lemma[-1]
        for form in (lemma, lemma + "s", stem + "es", stem + "ed", stem + "ing", doubled + "ed", doubled + "ing"):
            found[form] = strength
        if lemma.endswith("y"):
            found |= {lemma[:-1] + "ied": strength, lemma[:-1] + "ies": strength}
    for form, lemma in IRREGULAR.items():
        if lemma in strengths:
            found[form] = strengths[lemma]
    return found


def glued_that(analysis: Analysis, pieces: Sequence[Quoted]) -> Iterator[Attribution]:
    """Each such cue with its sentence's subject before it and the rest of the sentence as content."""
    for token in analysis.tokens:
        word = token.text.lower()
        if not word.endswith("that") or len(word) < 7 or word[:-4] not in forms():
            continue
        begin, end = sentence_of(analysis, token.i)
        source = subject_before(analysis, begin, token.i)
        content = trimmed(analysis, token.i + 1, end - 1, pieces) if token.i + 1 < end else ()
        if source is None or not content:
            continue
        yield Attribution(
            content,
            Span(token.start, token.end - 4),
            token.i,
            Span(analysis.tokens[source].start, analysis.tokens[source].end)
            if far(analysis, source, token.i)
            else party(analysis, source),
            source,
            confidence=round(0.8 * forms()[word[:-4]], 3),
        )


def subject_before(analysis: Analysis, begin: int, end: int) -> int | None:
    """The first subject before the cue, else the first name."""
    before = [analysis.tokens[k] for k in range(begin, end)]
    subjects = [t.i for t in before if t.dep in {"nsubj", "nsubjpass"} and t.pos in {"PROPN", "NOUN", "PRON"}]
    names = [t.i for t in before if t.pos == "PROPN"]
    return next(iter(subjects or names), None)


def far(analysis: Analysis, source: int, cue: int) -> bool:
    """Whether a broken parse makes the source's phrase run past the cue."""
    return party(analysis, source).end > analysis.tokens[cue].start
