"""Where a report names its own outlet, though no parser sees a name there: "told Amber Evening", "seen by the Lantern"."""

from collections.abc import Sequence

from tidings.grammar.names.names import Name
from tidings.model import Analysis

__all__ = ["with_own_names"]

SHORTEST = 4  # letters of a last word that stands for the whole


def with_own_names(analysis: Analysis, names: Sequence[Name], outlet: str | None) -> tuple[Name, ...]:
    """The names, with those of the outlet itself: all of its name, or its last word behind "the"."""
    words = [word for word in (outlet or "").split() if word.lower() != "the"]
    if not words or not all(word[:1].isupper() for word in words):
        return tuple(names)
    tokens, taken = analysis.tokens, {i for name in names for i in range(name.first, name.end)}
    found: list[Name] = []
    for token in tokens:
        i, end = token.i, token.i + len(words)
        whole = [t.text.casefold() for t in tokens[i:end]] == [word.casefold() for word in words]
        last = len(words) > 1 and len(words[-1]) >= SHORTEST and token.text == words[-1].title()
        short = last and i > 0 and tokens[i - 1].text.lower() == "the" and is_end(analysis, i)
        if token.text[:1].isupper() and (whole or short):
            end = end if whole else i + 1
            if taken.isdisjoint(range(i, end)):
                head = next((k for k in range(end - 1, i - 1, -1) if not i <= tokens[k].head < end), end - 1)
                found.append(Name(i, end, head))
    return tuple(sorted([*names, *found], key=lambda name: name.first)) if found else tuple(names)


def is_end(analysis: Analysis, i: int) -> bool:
    """Whether no further capital goes on with a word."""
    after = analysis.tokens[i + 1] if i + 1 < len(analysis.tokens) else None
    return after is None or not after.text[:1].isupper()
