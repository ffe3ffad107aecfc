"""Whom of several people a bare surname means: the one the text is about, unless another was named just before."""

from collections.abc import Mapping, Sequence, Set

from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.names.name_signs import given_gender, is_common, titles
from tidings.model import Mention
from tidings.text.names import name_words, skeleton

__all__ = ["is_label", "meant", "own_words"]

Known = Set[tuple[str, ...]]  # skeletons of the full names of a text, and of their surnames

JUST_NAMED = 300  # code points behind another bearer's full name in which a surname may be theirs
FULL_NAMES = 2  # a bearer named so often in full, or with a surname settled on, is no passing mention
YOUNGER = frozenset({"jr", "junior", "ii", "iii"})  # a bare surname is the elder's


def own_words(written: str, words: tuple[str, ...], known: Known, *, headline: bool) -> tuple[str, ...]:
    """A name's words without what only stands beside a name that the text has elsewhere: "Team Berg", "ABC Ada Berg".

    In a headline, where every word has a capital, any word may: "Probe Berg", "Ada Berg Signals".
    """
    bones = tuple(skeleton(w) for w in words)
    if len(words) < 2 or (bones in known and not headline):
        return words
    spelt = written.split() if len(written.split()) == len(words) else list(words)
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            beside = (*spelt[:start], *spelt[start + length :])
            if bones[start : start + length] not in known or any(given_gender(w) is not None for w in beside):
                continue
            if headline or (start + length == len(words) and all(is_label(w) for w in beside)):
                return words[start : start + length]
    return words


def is_label(word: str) -> bool:
    """Whether a word with a capital is no part of a person's name: a common word, an acronym, a title."""
    return is_common(word) or (word.isupper() and len(word) > 1) or word in titles() or f"{word}." in titles()


def meant(i: int, bearers: Sequence[int], mentions: Sequence[Mention], clusters: Clusters) -> int | None:
    """The bearer that a surname stands for; `bearers` are full names before it, one a person, the latest first."""
    elder = [b for b in bearers if name_words(mentions[b].name)[-1] not in YOUNGER] or list(bearers)
    if len(elder) == 1:
        return elder[0]
    size: Mapping[int, int] = {b: sum(1 for k in clusters.members(b) if k < i) for b in bearers}
    most = min(bearers, key=lambda b: (-size[b], clusters.find(b)))
    if size[most] < FULL_NAMES or any(size[b] == size[most] for b in bearers if b != most):
        return None
    near = [b for b in bearers if b != most and mentions[i].span.start - mentions[b].span.end < JUST_NAMED]
    return None if near or any(size[b] * 2 > size[most] for b in bearers if b != most) else most
