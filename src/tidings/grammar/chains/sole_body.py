"""Which named body a bare noun means ("the union", "the company"): the only one before it that may be such a one."""

from collections.abc import Sequence
from functools import cache

from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.name_signs import body_kind
from tidings.grammar.names.roles import singular
from tidings.lexicon import rows
from tidings.model import Analysis, Mention
from tidings.text.names import name_words

__all__ = ["sole_body"]

LOOK_BACK = 60  # mentions
WHERE = frozenset({"in", "at", "near", "from", "to", "through", "towards", "of"})
NEAR = 3  # sentences back to a body whose name shows no kind


@cache
def signs() -> dict[str, frozenset[str]]:
    """The words in a body's name that show it to be what a noun says."""
    return {noun: frozenset(cell.split()) for noun, cell in rows("body_noun_signs.tsv")}


def sole_body(analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters, i: int) -> int | None:
    """The chain that a definite noun for bodies means, where one alone of those named before shows that it is such a one.

    A company's name shows nothing: it is the only body named just before that is not shown to be something else.
    """
    noun = singular(analysis.tokens[mentions[i].head].text)
    known = signs().get(noun)
    if known is None:
        return None
    shown: set[int] = set()
    near: set[int] = set()
    for k in range(i - 1, max(-1, i - LOOK_BACK), -1):
        other = mentions[k]
        if other.form != "name" or other.kind != "organization":
            continue
        words = set(name_words(other.name))
        if words & known or noun in words:
            shown.add(clusters.find(k))
        back = analysis.tokens[mentions[i].head].sentence - analysis.tokens[other.head].sentence
        if back <= NEAR and not shows_other(other.name, known) and not is_where(analysis, other):
            near.add(clusters.find(k))
    found = near if near and "(any)" in known else shown
    return next(iter(found)) if len(found) == 1 else None


def is_where(analysis: Analysis, mention: Mention) -> bool:
    """Whether a name only says where: "queuing north of X", "in X"."""
    token = analysis.tokens[mention.head]
    return token.dep == "pobj" and analysis.tokens[token.head].text.lower() in WHERE


def shows_other(name: str, known: frozenset[str]) -> bool:
    """Whether a name shows that its body is no company: the tables have it as another, or a word of it says so."""
    found = entry(name)
    if found is not None:
        return found.kind != "company"
    return any(body_kind(word) is not None and word not in known for word in name_words(name))
