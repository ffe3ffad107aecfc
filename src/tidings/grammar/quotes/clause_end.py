"""Where the words of a reported clause end: past the marks they run into, before who speaks next, without marks around them."""

from collections.abc import Sequence

from tidings.grammar.quotes.cue_source import said_beside
from tidings.grammar.quotes.next_speaker import CONTRAST, another_speaks, gives_own, said_at_end, says_next
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting import Cue
from tidings.grammar.quotes.reporting_verbs import reporter_at
from tidings.grammar.tree import child, children, sentence_of, span_of, subtree
from tidings.model import Analysis, Span

__all__ = ["LOSE_BEFORE", "cut", "is_called_so", "reach", "trimmed"]

CLAIMS = frozenset({"claim", "allegation", "assertion", "accusation", "contention", "remark", "statement"})
THESES = CLAIMS | {"thesis", "theory", "version", "hypothesis", "suggestion", "account", "charge"}
LOSE_BEFORE = frozenset({",", ":", ";", "—", "–", "-", "--"})


def reach(analysis: Analysis, cue: Cue, clause: int, last: int, pieces: Sequence[Quoted]) -> int:
    """The last token of a clause: past quote marks that it runs into, and quoted clauses a parse joins to the verb."""
    end = sentence_of(analysis, cue.verb)[1]
    for joined in children(analysis, cue.verb, "conj"):
        below = subtree(analysis, joined)
        held = span_of(analysis, below[0], below[-1])
        if (
            joined > clause
            and child(analysis, joined, "nsubj", "nsubjpass") is not None
            and reporter_at(analysis, joined) is None
            and any(held.meets(p.span) for p in pieces)
        ):
            last = max(last, below[-1])
    for piece in pieces:
        if piece.depth == 0 and piece.outer.start <= analysis.tokens[last].end < piece.outer.end:
            while last + 1 < end and analysis.tokens[last + 1].start < piece.outer.end:
                last += 1
    return last


def cut(analysis: Analysis, cue: Cue, first: int, last: int, pieces: Sequence[Quoted]) -> int:
    """The last token before another attribution that a parse took into the clause: ", adding that", ", he said"."""
    for i in range(first + 2, last + 1):
        token = analysis.tokens[i]
        if token.dep == "conj" and said_beside(analysis, i) == cue.verb:
            return next((k for k in range(i - 1, first, -1) if analysis.tokens[k].dep not in {"cc", "advmod"}), last)
        if analysis.tokens[i - 1].text not in LOSE_BEFORE:
            continue
        if says_next(analysis, i, last) or is_anothers_thesis(analysis, i, last):
            return i - 1
        if token.tag == "VBG" and reporter_at(analysis, i) is not None and token.lemma != "accord":
            if children(analysis, i, "ccomp", "dobj", "xcomp"):
                return i - 1
        elif (
            token.text.lower() == "according"
            or (
                token.text.lower() in CONTRAST
                and token.dep in {"mark", "cc"}
                and analysis.tokens[min(i + 1, last)].text.lower()
                != "that"  # "said he was hurt, and that a guard told him …"
                and another_speaks(analysis, i, pieces)
            )
            or (token.dep in {"nsubj", "compound", "det"} and said_at_end(analysis, i, last))
            or (analysis.tokens[i - 1].text == ";" and gives_own(analysis, cue, i, last))
        ):
            return i - 1
    return last


def is_anothers_thesis(analysis: Analysis, i: int, last: int) -> bool:
    """Whether the report begins to say what others make of it: "…, a thesis that an engineer called “…”"."""
    tokens = analysis.tokens
    k = i + (tokens[i].text.lower() in {"a", "an"})
    return k < last and tokens[k].text.lower() in THESES and tokens[k + 1].text.lower() in {"that", "which"}


def is_called_so(analysis: Analysis, k: int) -> bool:
    """Whether the report begins to say what it was that was said: "…, X said, a claim that Y called …"."""
    tokens = analysis.tokens
    opens = k + 1 < len(tokens) and tokens[k].text.lower() in {"a", "an"} and tokens[k - 1].text == ","
    return opens and tokens[k + 1].lemma.lower() in CLAIMS


def trimmed(analysis: Analysis, first: int, last: int, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """The text from token `first` to `last` without punctuation at its ends, quote marks of a piece at an end included."""
    tokens = analysis.tokens
    while first <= last and tokens[first].pos in {"PUNCT", "SPACE"} and tokens[first].text not in {"(", "["}:
        first += 1
    while (
        last >= first
        and (tokens[last].pos in {"PUNCT", "SPACE"} or tokens[last].dep == "cc")
        and tokens[last].text not in {")", "]"}
    ):
        last -= 1
    if last < first:
        return ()
    start, end = tokens[first].start, tokens[last].end
    for piece in pieces:
        if piece.span.start == start or (piece.outer.start <= start < piece.span.start):
            start = piece.outer.start
        if piece.span.start < end <= piece.span.end and end >= piece.span.end - 2:
            end = piece.outer.end
    return (Span(start, end),) if start < end else ()
