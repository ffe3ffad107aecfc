"""How a piece stands to the statement it belongs to, and what one rendering changes against another."""

from collections.abc import Sequence

from tidings.grammar.quotes.same_statement import negations
from tidings.text.likeness import likeness, terms_of
from tidings.text.names import word_similarity
from tidings.text.quantities import compatible, quantities

__all__ = ["altered", "relation_of"]

SHORT = 0.6  # a piece of fewer content words than this share of the fullest one is an excerpt
ALIKE = 0.6  # renderings less alike than this are not compared word by word
SPELLING = 0.8


def relation_of(kind: str, text: str, fullest: str) -> str:
    """`rendering` for quoted words, `excerpt` where they are a small part of the fullest, `paraphrase` for the rest."""
    if kind != "direct":
        return "paraphrase"
    own, full = len(terms_of(text)), len(terms_of(fullest))
    return "excerpt" if own < SHORT * full and likeness(text, fullest).held >= 0.5 else "rendering"


def altered(a: str, b: str) -> tuple[str, ...]:
    """In words: a number, a negation or a name that two renderings of one statement give differently."""
    if likeness(a, b).dice < ALIKE:
        return ()
    found = []
    for x in quantities(a):
        for y in quantities(b):
            if x.unit.split()[-1:] == y.unit.split()[-1:] and not compatible(x, y):
                found.append(f"number: “{a[x.span.start : x.span.end]}” against “{b[y.span.start : y.span.end]}”")
    if negations(a) != negations(b):
        found.append(f"negation: “{a if negations(a) else b}” against “{b if negations(a) else a}”")
    ours, theirs = names_only(a, b), names_only(b, a)
    if ours and len(ours) == len(theirs):
        found += [f"name: “{x}” against “{y}”" for x, y in zip(ours, theirs, strict=True)]
    return tuple(found)


def names_only(a: str, b: str) -> Sequence[str]:
    """The names of one wording that the other does not have in any spelling, in order."""
    others = [t.root for t in terms_of(b)]
    return [
        t.root
        for t in terms_of(a)
        if t.name and not any(t.root == o or word_similarity(t.root, o) >= SPELLING for o in others)
    ]
