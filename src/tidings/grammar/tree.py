"""Walking a dependency tree: subtrees, noun phrases, conjuncts, ancestors, clauses.

Everything takes an Analysis and token indexes and gives indexes or Spans of the
document's text. Labels are ClearNLP's, as spaCy's English pipelines give them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tidings.model import Analysis, Span

__all__ = [
    "ancestors",
    "child",
    "children",
    "clause_head",
    "clause_span",
    "conjuncts",
    "edges",
    "first_conjunct",
    "is_clause",
    "noun_phrase",
    "sentence_of",
    "sentence_root",
    "sentence_span",
    "span_of",
    "subtree",
    "token_at",
    "tokens_in",
    "words_from",
]

CLAUSAL = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "pcomp", "parataxis"})
VERBAL = frozenset({"VERB", "AUX"})
# What hangs on a noun but tells something more about it than which one it is.
NAMING = frozenset({"det", "compound", "amod", "poss", "nummod"})  # what stands before a noun and is its own
LOOSE = frozenset({"relcl", "acl", "appos", "conj", "cc", "preconj", "punct", "advcl", "parataxis", "ccomp", "dep"})


def child(analysis: Analysis, i: int, *deps: str) -> int | None:
    """The first child of `i` that hangs by one of `deps`."""
    tokens = analysis.tokens
    for c in analysis.children[i]:
        if tokens[c].dep in deps:
            return c
    return None


def children(analysis: Analysis, i: int, *deps: str) -> tuple[int, ...]:
    """The children of `i` that hang by one of `deps`, in order; all of them without `deps`."""
    found = analysis.children[i]
    if not deps or not found:
        return found
    tokens = analysis.tokens
    return tuple([c for c in found if tokens[c].dep in deps])  # no generator: asked for at each token


def ancestors(analysis: Analysis, i: int) -> Iterator[int]:
    """The heads above `i`, nearest first, up to the root."""
    while (head := analysis.tokens[i].head) != i:
        yield head
        i = head


def subtree(analysis: Analysis, i: int, without: frozenset[str] = frozenset()) -> tuple[int, ...]:
    """`i` and all below it in text order; branches that hang by a label in `without` are left out."""
    found, todo = [i], [i]
    tokens, below = analysis.tokens, analysis.children
    while todo:
        for c in below[todo.pop()]:
            if tokens[c].dep not in without:
                found.append(c)
                todo.append(c)
    return tuple(sorted(found))


def edges(analysis: Analysis, i: int) -> tuple[int, int]:
    """First and last token of the subtree of `i`."""
    below = subtree(analysis, i)
    return below[0], below[-1]


def span_of(analysis: Analysis, first: int, last: int) -> Span:
    """The text from token `first` to token `last`, both included."""
    return Span(analysis.tokens[first].start, analysis.tokens[last].end)


def noun_phrase(analysis: Analysis, head: int, *, whole: bool = False) -> Span:
    """The noun phrase of `head`: determiner to last prepositional phrase.

    Without relative clauses, appositions and conjuncts, unless `whole`, which takes all but conjuncts.
    """
    loose = frozenset({"conj", "cc", "preconj"}) if whole else LOOSE
    top = [head]
    for c in analysis.children[head]:
        if analysis.tokens[c].dep not in loose:
            top.extend(subtree(analysis, c, frozenset() if whole else frozenset({"relcl", "appos", "parataxis"})))
    top.sort()
    while top[-1] != head and analysis.tokens[top[-1]].pos in {"PUNCT", "SPACE", "CCONJ"}:
        top.pop()
    while top[0] != head and analysis.tokens[top[0]].pos in {"PUNCT", "SPACE", "CCONJ"}:
        top.pop(0)
    return span_of(analysis, top[0], top[-1])


def conjuncts(analysis: Analysis, i: int) -> tuple[int, ...]:
    """`i` and what is joined to it by "and", "or", commas, in order, from the first of them; not what is excepted."""
    found = [first_conjunct(analysis, i)]
    for c in found:  # grows: a conjunct hangs on the one before it
        found.extend(b for b in children(analysis, c, "conj") if not is_excepted(analysis, b))
    return tuple(sorted(found))


def is_excepted(analysis: Analysis, i: int) -> bool:
    """Whether a noun stands behind a "not": "A and B, but not C"."""
    token = analysis.tokens[i]
    first = min((i, *(c for c in analysis.children[i] if analysis.tokens[c].dep in NAMING)))
    return token.pos in {"NOUN", "PROPN"} and first > 0 and analysis.tokens[first - 1].text.lower() == "not"


def first_conjunct(analysis: Analysis, i: int) -> int:
    """The first of the conjuncts that `i` is one of: the one whose label tells what they all do."""
    while analysis.tokens[i].dep == "conj":
        i = analysis.tokens[i].head
    return i


def is_clause(analysis: Analysis, i: int) -> bool:
    """Whether `i` heads a clause: a verb (or a copula's predicate) in a clausal place."""
    token = analysis.tokens[i]
    if token.dep in CLAUSAL:
        return token.pos in VERBAL or child(analysis, i, "nsubj", "nsubjpass", "csubj", "expl", "aux") is not None
    return token.dep == "conj" and token.pos in VERBAL


def clause_head(analysis: Analysis, i: int) -> int:
    """The head of the innermost clause that `i` stands in (itself where it heads one), else the root above it."""
    last = i
    if is_clause(analysis, i):
        return i
    for last in ancestors(analysis, i):
        if is_clause(analysis, last):
            return last
    return last


def clause_span(analysis: Analysis, head: int) -> Span:
    """The text of the clause that `head` heads, with its complements, without clauses joined to it by "and"."""
    below = [head]
    for c in analysis.children[head]:
        token = analysis.tokens[c]
        if token.dep in {"cc", "preconj"} or (token.dep == "conj" and token.pos in VERBAL) or token.dep == "parataxis":
            continue
        below.extend(subtree(analysis, c))
    below.sort()
    while below[-1] != head and analysis.tokens[below[-1]].pos in {"PUNCT", "SPACE", "CCONJ"}:
        below.pop()
    while below[0] != head and analysis.tokens[below[0]].pos in {"PUNCT", "SPACE", "CCONJ"}:
        below.pop(0)
    return span_of(analysis, below[0], below[-1])


def sentence_of(analysis: Analysis, i: int) -> tuple[int, int]:
    """First token, and one past the last, of the sentence that `i` stands in."""
    return analysis.sentences[analysis.tokens[i].sentence]


def words_from(analysis: Analysis, i: int) -> str:
    """The words of a sentence from a token on, in lower case."""
    _, end = sentence_of(analysis, i)
    return " ".join(t.text.lower() for t in analysis.tokens[i:end])


def sentence_root(analysis: Analysis, sentence: int) -> int | None:
    """The token that a sentence hangs on, by the sentence's index."""
    begin, end = analysis.sentences[sentence]
    return next((k for k in range(begin, end) if analysis.tokens[k].dep == "ROOT"), None)


def sentence_span(analysis: Analysis, sentence: int) -> Span:
    """The text of a sentence, by its index."""
    first, end = analysis.sentences[sentence]
    return span_of(analysis, first, end - 1)


def token_at(analysis: Analysis, offset: int) -> int | None:
    """The token that covers a code point of the text, else the next one after it; None past the last."""
    i = bisect_right(analysis.tokens, offset, key=lambda token: token.end)
    return i if i < len(analysis.tokens) else None


def tokens_in(analysis: Analysis, span: Span) -> range:
    """Indexes of the tokens that share a code point with `span`."""
    first = bisect_right(analysis.tokens, span.start, key=lambda token: token.end)
    return range(first, bisect_left(analysis.tokens, span.end, key=lambda token: token.start))
