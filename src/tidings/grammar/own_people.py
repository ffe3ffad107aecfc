"""People who are told of by whose they are and act for themselves: "the captors of X", "X's employer", "the widow of X"."""

from tidings.grammar.tree import ancestors
from tidings.lexicon import word_classes
from tidings.model import Analysis

__all__ = ["acts_alone", "is_only_whose"]

NOUNS = word_classes("word_classes.tsv")["beside_person"]
PLURAL = "NNS"


def acts_alone(analysis: Analysis, head: int) -> bool:
    """Whether the noun is of people for whose deeds and words nobody else stands, whoever the text says they belong to."""
    token = analysis.tokens[head]
    small = token.text.lower()
    return token.tag in {"NN", "NNS"} and (
        token.lemma.lower() in NOUNS or small in NOUNS or small.removesuffix("s") in NOUNS
    )


def is_only_whose(analysis: Analysis, head: int, name: int) -> bool:
    """Whether a name below such a noun says whose they are, not who: "the captors of the nurse Ada Holm", but "her brother,
    Ada Holm's deputy". Set off by a comma it may say who one person is: "the father of the bride, Ivo Sand,"."""
    if not acts_alone(analysis, head):
        return False
    path = (name, *ancestors(analysis, name))
    if head not in path:
        return False
    below = path[: path.index(head)]
    owned = any(analysis.tokens[k].dep in {"poss", "prep"} for k in below)
    first = min(k for k in (name, *analysis.children[name]) if analysis.tokens[k].dep != "punct")
    aside = analysis.tokens[name].dep == "appos" and analysis.tokens[max(0, first - 1)].text == ","
    return owned and (analysis.tokens[head].tag == PLURAL or not aside)
