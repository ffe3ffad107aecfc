"""A quoted sentence without a cue of its own: the speaker goes on, or the sentence before names them."""

from dataclasses import replace

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting import party
from tidings.grammar.tree import child, sentence_of, sentence_root, token_at, tokens_in
from tidings.model import Analysis, Span

__all__ = ["carry_on", "goes_on"]


def carry_on(analysis: Analysis, text: str, home: Span, piece: Quoted, last: Attribution | None) -> Attribution:
    """Whose words a quoted sentence is where nothing says so: the last speaker's, or the one's just told of."""
    told = subject_before(analysis, home, piece)
    ends = max((*(s.end for s in last.content), last.cue.end if last.cue else 0)) if last else -1
    same_paragraph = last is not None and ends >= home.start
    next_paragraph = last is not None and text.count("\n", ends, piece.outer.start) <= 3 and opens(text, home, piece)
    if (
        last is not None
        and (same_paragraph or next_paragraph)
        and last.how != "title"
        and (told is None or not same_paragraph or speaks_of(last, told, analysis))
    ):
        return goes_on(last, piece, 0.8 if same_paragraph else 0.6)
    if told is not None:
        return Attribution((piece.span,), source=party(analysis, told), source_head=told, confidence=0.5, how="carried")
    return Attribution((piece.span,), confidence=0.4, how="open")


def goes_on(last: Attribution, piece: Quoted, sure: float = 0.8) -> Attribution:
    """The quoted words as what the last speaker says next."""
    return replace(
        last,
        content=(piece.span,),
        parts=(piece.span,),
        confidence=round(min(last.confidence, sure) * piece.confidence, 3),
        how="carried",
        continues=True,
        negated=False,
    )


def opens(text: str, home: Span, piece: Quoted) -> bool:
    """Whether the quoted words open their paragraph."""
    return not text[home.start : piece.outer.start].strip()


def subject_before(analysis: Analysis, home: Span, piece: Quoted) -> int | None:
    """The subject of the sentence before the quoted words, in the same paragraph, where it can speak."""
    here = tokens_in(analysis, piece.outer)
    if not here:
        return None
    first = sentence_of(analysis, here[0])[0]
    if analysis.tokens[first].start < piece.outer.start and first < here[0] and analysis.tokens[first].tag != "``":
        first = here[0]
    if first == 0 or analysis.tokens[first - 1].start < home.start:
        return None
    root = sentence_root(analysis, analysis.tokens[first - 1].sentence)
    subject = None if root is None else child(analysis, root, "nsubj")
    if subject is None or token_at(analysis, home.start) is None:
        return None
    token = analysis.tokens[subject]
    able = token.ent in {"PERSON", "ORG", "GPE", "NORP"} or token.text.lower() in {"he", "she", "they"}
    return subject if able or token.pos == "PROPN" else None


def speaks_of(last: Attribution, told: int, analysis: Analysis) -> bool:
    """Whether the subject just told of may be the last speaker: the same word, or a pronoun."""
    token = analysis.tokens[told]
    if last.source_head is None or token.pos == "PRON":
        return last.source_head is not None
    return analysis.tokens[last.source_head].text == token.text or last.source_head == told
