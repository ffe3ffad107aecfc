"""The clause that a cue is put into or stands behind: "…, X said", "…, X said, …", "as X said, …"."""

from collections.abc import Sequence

from tidings.grammar.quotes.clause_end import LOSE_BEFORE, is_called_so, trimmed
from tidings.grammar.quotes.next_speaker import behind_semicolon, quoted_at, sets_against
from tidings.grammar.quotes.nothing_before import is_foretold, says_other
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting import Cue
from tidings.grammar.tree import children, sentence_of, subtree
from tidings.grammar.verbs import FINITE
from tidings.model import Analysis, Span

__all__ = ["clause_around"]

WANTS = frozenset({"demand", "ask", "request", "urge", "order", "recommend"})  # "did not apologise, as X had demanded"
CONDITIONS = frozenset({"if", "unless", "provided", "because", "until"})


def clause_around(analysis: Analysis, cue: Cue, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """ "…, X said", "…, X said, …", "as X said, …": the clause that the cue is put into or behind."""
    tokens = analysis.tokens
    own = own_tokens(analysis, cue)
    low, high = own[0], own[-1]
    first, end = sentence_of(analysis, cue.verb)
    before = [c for c in children(analysis, cue.verb, "ccomp") if c < low]
    token = tokens[cue.verb]
    if before and says_other(analysis, cue):
        return ()
    if before:
        left = behind_semicolon(analysis, subtree(analysis, before[0])[0], low, pieces)
        if found := verb_behind(analysis, cue, left, (low, high), pieces):
            return found
        content = trimmed(analysis, left, closed(analysis, left, low - 1, pieces), pieces)
        return content + condition_behind(analysis, cue, pieces) if left < low else ()
    marked = [
        c
        for c in children(analysis, cue.verb, "mark")
        if tokens[c].text.lower() == "as"
        and (c == first or tokens[c - 1].text in LOSE_BEFORE)
        and "to" not in cue.reporter.frames
        and cue.reporter.lemma not in WANTS
    ]
    if not marked and low - 1 == first and tokens[first].text.lower() == "as":
        marked = [first]  # "As stated in …": a parse may hang the "as" elsewhere
    inserted = token.dep in {"parataxis", "ccomp"} and token.head > cue.verb and low > first
    if not (marked and token.dep == "advcl") and token.dep != "parataxis" and not inserted:
        return ()
    if children(analysis, cue.verb, "ccomp", "dobj") or is_foretold(analysis, cue):
        return ()
    opens = [
        k + 1 for k in range(first, low - 1) if tokens[k].text in {":", ";"} and not quoted_at(analysis, k, pieces)
    ]
    first = max([first, *opens]) if inserted or token.dep == "parataxis" else first
    ahead = trimmed(analysis, first, low - 1, pieces) if low - first > 1 else ()
    stops = (
        k
        for k in range(high + 1, end)
        if tokens[k].text.lower() == "according"
        or (tokens[k].text == ";" and not quoted_at(analysis, k, pieces))
        or sets_against(analysis, k, pieces)
        or is_called_so(analysis, k)
    )  # "…, the agency said; that turned out to be false", "…, residents said, while the mayor insists …"
    last = next(stops, end) - 1
    behind = trimmed(analysis, high + 1, last, pieces) if last > high + 1 else ()
    return ahead + behind


def verb_behind(
    analysis: Analysis, cue: Cue, left: int, own: tuple[int, int], pieces: Sequence[Quoted]
) -> tuple[Span, ...]:
    """All that is told of a subject where who says it is put behind it: "she objected: the mine, she told Y, would close"."""
    tokens, (low, high) = analysis.tokens, own
    end = sentence_of(analysis, cue.verb)[1]
    if high + 2 >= end or low <= left or tokens[low - 1].text != "," or tokens[high + 1].text != ",":
        return ()
    opens = (k + 1 for k in range(low - 2, left, -1) if tokens[k].text in {":", ";"})
    begin = next(opens, left)
    bare = not any(tokens[k].pos in {"VERB", "AUX"} or tokens[k].text == "," for k in range(begin, low - 1))
    if not bare or tokens[high + 2].tag not in FINITE or not trimmed(analysis, begin, low - 1, pieces):
        return ()
    return trimmed(analysis, begin, low - 2, pieces) + trimmed(analysis, high + 2, end - 1, pieces)


def condition_behind(analysis: Analysis, cue: Cue, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """The condition of what is said that stands behind who says it: "Talks could resume, she said, if the maps came"."""
    tokens, comma = analysis.tokens, cue.verb + 1
    end = sentence_of(analysis, cue.verb)[1]
    if comma + 2 >= end or tokens[comma].text != "," or (cue.source_head is not None and cue.source_head > cue.verb):
        return ()
    opens = tokens[comma + 1].text.lower()
    bound = opens in CONDITIONS or (opens, tokens[comma + 2].text.lower()) == ("on", "condition")
    return trimmed(analysis, comma + 1, end - 1, pieces) if bound else ()


def closed(analysis: Analysis, first: int, last: int, pieces: Sequence[Quoted]) -> int:
    """The last token of quoted words that open the clause, where only words without a verb follow: “…,” chief X said."""
    for piece in pieces:
        if piece.depth == 0 and piece.outer.start <= analysis.tokens[first].start < piece.outer.end:
            after = [k for k in range(first, last + 1) if analysis.tokens[k].start >= piece.outer.end]
            if after and not any(analysis.tokens[k].pos in {"VERB", "AUX"} for k in after):
                return after[0] - 1
    return last


def own_tokens(analysis: Analysis, cue: Cue) -> list[int]:
    """The cue's own words: verb, source, addressee, adverbials; without the reported clause."""
    found = [cue.verb]
    for c in analysis.children[cue.verb]:
        token = analysis.tokens[c]
        if token.dep in {"ccomp", "punct", "conj", "cc", "parataxis"}:
            continue
        if token.dep == "advcl" and c < cue.verb:
            continue
        if (
            token.dep in {"prep", "npadvmod", "advmod"}
            and c < cue.verb
            and (cue.source_head is not None and c < cue.source_head)
        ):
            continue
        found += subtree(analysis, c)
    if cue.source is not None:
        found += [
            k
            for k in range(max(0, cue.verb - 60), min(len(analysis.tokens), cue.verb + 60))
            if analysis.tokens[k].start >= cue.source.start and analysis.tokens[k].end <= cue.source.end
        ]
    return sorted(set(found))
