"""Quotations set off as blocks: signed behind a dash ("“…” – Ann Ivers"), or led up to by a colon a paragraph before."""

import re
from collections.abc import Mapping, Sequence

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting import Cue
from tidings.grammar.tree import child, noun_phrase, span_of, tokens_in
from tidings.model import Analysis, Span

__all__ = ["answer_of_colon", "cue_of_colon", "signature"]

DASH = re.compile(r"\s{0,4}(?:--|[―—–-])\s{0,2}(?=[A-Z])")
ANSWERS = frozenset(
    {"response", "reply", "answer", "retort", "comeback", "rejoinder", "conclusion", "message", "verdict"}
)
LONGEST_NAME = 12  # tokens
BACK = 12  # tokens before the colon in which the cue stands


def signature(analysis: Analysis, text: str, piece: Quoted, end: int) -> Attribution | None:
    """The name behind a dash after the closing mark, to the end of the line `end` or the next comma."""
    dash = DASH.match(text, piece.outer.end, min(len(text), end + 4))
    if dash is None:
        return None
    stop = text.find("\n", dash.end(), dash.end() + 160)
    rest = tokens_in(
        analysis, Span(dash.end(), max(dash.end() + 1, stop if stop > 0 else min(len(text), dash.end() + 120)))
    )
    name: list[int] = []
    for k in rest[:LONGEST_NAME]:
        if analysis.tokens[k].pos != "PROPN":
            break
        name.append(k)
    if not name or any(analysis.tokens[k].pos in {"VERB", "AUX"} for k in rest[:LONGEST_NAME]):
        return None
    mark = text[dash.start() : dash.end()]
    at = dash.start() + len(mark) - len(mark.lstrip())
    return Attribution(
        (piece.span,),
        Span(at, at + 1),
        None,
        span_of(analysis, name[0], name[-1]),
        name[-1],
        confidence=0.8,
        how="signed",
    )


def answer_of_colon(analysis: Analysis, piece: Quoted) -> Attribution | None:
    """Whose answer the words are that a colon leads to: "His response: “…”", "X's reply was: “…”"."""
    first = tokens_in(analysis, piece.outer)[0]
    k = first - 2
    if first < 3 or analysis.tokens[first - 1].text != ":":
        return None
    k -= analysis.tokens[k].lemma == "be"
    if k < 1 or analysis.tokens[k].lemma.lower() not in ANSWERS:
        return None
    owner = child(analysis, k, "poss")
    if owner is None:
        return None
    source = noun_phrase(analysis, owner)
    return Attribution((piece.span,), span_of(analysis, k, k), k, source, owner, confidence=0.8, how="noun")


def cue_of_colon(
    analysis: Analysis, text: str, piece: Quoted, cues: Mapping[int, Cue], paragraphs: Sequence[Span]
) -> Cue | None:
    """The cue that ends the paragraph before with a colon, where the quoted words open theirs."""
    for n in range(len(paragraphs) - 1, 0, -1):
        home, before = paragraphs[n], paragraphs[n - 1]
        if home.start > piece.outer.start:
            continue
        if text[home.start : piece.outer.start].strip() or not text[before.start : before.end].rstrip().endswith(":"):
            return None
        inside = tokens_in(analysis, before)
        return next((cues[k] for k in reversed(inside[-BACK:]) if k in cues and cues[k].reporter.kind == "say"), None)
    return None
