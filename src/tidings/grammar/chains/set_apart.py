"""Words that set a role apart from others so called: "the second official", "the other envoy", "a different source"."""

from tidings.model import Analysis, Mention

__all__ = ["FIRST", "may_be_one", "set_apart"]

FIRST = frozenset({"first", "one"})
ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh"})
OTHERS = frozenset({"other", "another", "different", "further", "additional", "separate"})


def set_apart(analysis: Analysis, mention: Mention) -> str | None:
    """The word that counts a role among several or sets it against one told of before; None where none does."""
    below = (analysis.tokens[c] for c in analysis.children[mention.head] if c < mention.head)
    words = [token.text.lower() for token in below if token.dep in {"amod", "det", "nummod"}]
    return next((word for word in words if word in FIRST | ORDINALS | OTHERS), None)


def may_be_one(word: str | None, earlier: str | None) -> bool:
    """Whether a role with one such word may mean an earlier one with the other: "the first official", not yet counted."""
    if word is None or word == earlier:
        return word not in OTHERS - {"other"}
    return word in FIRST and (earlier is None or earlier in FIRST)
