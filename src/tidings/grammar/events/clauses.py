"""The words that tell an act: its clause with the noun it is told of, without what hangs loosely behind."""

from collections.abc import Sequence

from tidings.grammar.events.told_acts import Told
from tidings.grammar.tree import ancestors, child, children, clause_head, noun_phrase, span_of, subtree, tokens_in
from tidings.grammar.verbs import subjects
from tidings.model import Analysis, Span

__all__ = ["clause_of", "told_words", "topic_of"]

LONG = 28  # tokens; a longer clause loses loose clauses that hold none of the act's words
LOOSE = frozenset({"advcl", "relcl", "parataxis", "ccomp", "appos"})
LONGEST_TOPIC = 24  # tokens


def clause_of(analysis: Analysis, heads: tuple[int, ...]) -> Span:
    """The clause of an act: all the words of `heads` (the first carries it), with the noun that a relative clause is about."""
    top = clause_head(analysis, heads[0])
    kept = joined(analysis, top, frozenset())
    if len(kept) > LONG:
        kept = joined(analysis, top, frozenset(heads))
    if (opening := child(analysis, top, "mark")) == min(kept) and analysis.tokens[opening].text.lower() == "that":
        kept.remove(opening)
    outside = [i for i in (*heads, *subjects(analysis, heads[0])) if i not in kept and i < min(kept)]
    opens = (i for head in outside for i in tokens_in(analysis, noun_phrase(analysis, head)))
    first, last = min(*kept, *heads, *opens), max(*kept, *heads)
    if analysis.tokens[top].dep in {"relcl", "acl"}:
        noun = noun_phrase(analysis, analysis.tokens[top].head)
        return Span(min(noun.start, analysis.tokens[first].start), max(noun.end, analysis.tokens[last].end))
    return span_of(analysis, first, last)


def joined(analysis: Analysis, top: int, wanted: frozenset[int]) -> list[int]:
    """The clause's tokens without conjoined clauses; given `wanted`, without loose branches that hold none of them."""
    found = [top]
    for c in children(analysis, top):
        token = analysis.tokens[c]
        if token.dep in {"cc", "preconj", "parataxis"} or (token.dep == "conj" and token.pos in {"VERB", "AUX"}):
            continue
        if token.dep == "punct":
            continue
        branch = subtree(analysis, c)
        if token.dep == "ccomp" and c < top and is_set_apart(analysis, branch):
            continue
        if wanted and not wanted & set(branch) and token.dep in LOOSE and len(branch) > 4:
            continue
        found.extend(pruned(analysis, c, wanted) if wanted else branch)
    return found


def is_set_apart(analysis: Analysis, branch: Sequence[int]) -> bool:
    """Whether a semicolon parts a clause from the one behind it, under which the parser hung it."""
    behind = max(branch) + 1
    return behind < len(analysis.tokens) and ";" in {analysis.tokens[behind].text, analysis.tokens[behind - 1].text}


def pruned(analysis: Analysis, i: int, wanted: frozenset[int]) -> list[int]:
    """A branch without the long relative clauses below it that hold none of the wanted words."""
    kept, todo = [i], [i]
    while todo:
        for c in analysis.children[todo.pop()]:
            if analysis.tokens[c].dep in {"relcl", "appos"}:
                branch = subtree(analysis, c)
                if len(branch) > 6 and not wanted & set(branch):
                    continue
            kept.append(c)
            todo.append(c)
    return kept


def topic_of(analysis: Analysis, about: int) -> Span:
    """The words of what an act is about: a clause without its marker, a noun phrase."""
    token = analysis.tokens[about]
    if token.tag == "WDT" and analysis.tokens[token.head].dep == "relcl":
        return noun_phrase(analysis, analysis.tokens[token.head].head)  # "the samples, which X refused"
    if token.pos not in {"VERB", "AUX"}:
        return noun_phrase(analysis, about)
    loose = frozenset({"mark", "advcl", "parataxis", "relcl"})
    words = [i for i in subtree(analysis, about, loose) if analysis.tokens[i].pos not in {"PUNCT", "SPACE"}]
    words = [i for i in words if about in (i, *ancestors(analysis, i))][:LONGEST_TOPIC]
    return span_of(analysis, words[0], words[-1])


def told_words(analysis: Analysis, told: Told, heads: tuple[int, ...]) -> Span:
    """The words that tell the act: its clause, or the phrase of a noun that tells it alone."""
    frame = told.frame
    if frame.noun is not None and frame.noun == frame.verb:
        phrase = noun_phrase(analysis, frame.noun, whole=True)
        parties = [analysis.tokens[i] for i in (*frame.actors, *frame.recipients)]
        if len(tokens_in(analysis, phrase)) > 3:
            return Span(min([phrase.start, *(t.start for t in parties)]), max([phrase.end, *(t.end for t in parties)]))
    return clause_of(analysis, heads if told.speaker is None else (frame.verb, frame.head))
