"""Whom of several people a bare surname means: the one the text is about, unless another was named just before."""

import re
from collections.abc import Mapping, Sequence, Set

from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.office_keys import OfficeKey, agree, office_key
from tidings.grammar.names.name_signs import given_gender, is_common, titles
from tidings.model import Mention
from tidings.text.names import is_initial, name_words, skeleton

__all__ = ["is_label", "is_relative", "meant", "own_words", "stands_by", "told_gender"]

Known = Set[tuple[str, ...]]  # skeletons of the full names of a text, and of their surnames

JUST_NAMED = 300  # code points behind another bearer's full name in which a surname may be theirs
FULL_NAMES = 2  # a bearer named so often in full, or with a surname settled on, is no passing mention
GOES_ON = 120  # code points behind a titled surname in which "he" or "she" goes on about it
OF = re.compile(r"\b(?:of|for|to)\b")
POSSESSIVE = re.compile(r"['’]s?\s")
CONSORTS = frozenset({"first lady", "first gentleman"})
HEADS = frozenset({"president", "governor"})
WHO, WHO_IS = 5, 14  # code points from a name over ", who is" to a role; ", the mayor," is the bearer's own
KIN = frozenset(
    {"aunt", "brother", "cousin", "daughter", "father", "grandfather", "granddaughter", "grandmother", "grandson"}
    | {"husband", "mother", "nephew", "niece", "sister", "son", "stepdaughter", "stepson", "uncle", "widow", "widower"}
    | {"wife", "brother-in-law", "daughter-in-law", "father-in-law", "mother-in-law", "sister-in-law", "son-in-law"}
)
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
            if bones[start : start + length] not in known or any(is_given(w) for w in beside):
                continue
            if headline or (start + length == len(words) and all(is_label(w) for w in beside)):
                return words[start : start + length]
    return words


def is_given(word: str) -> bool:
    """Whether a word is a given name or its initial."""
    return given_gender(word) is not None or is_initial(word.rstrip("."))


def is_label(word: str) -> bool:
    """Whether a word with a capital is no part of a person's name: a common word, an acronym, a title."""
    return (
        is_common(word)
        or (word.isupper() and not is_initial(word.rstrip(".")))
        or word in titles()
        or f"{word}." in titles()
    )


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


def is_relative(mention: Mention) -> bool:
    """Whether a full name is told of as somebody's wife, son or cousin: "his sister, Ada Berg"."""
    words = OF.split(mention.role or "")[0].split()
    return bool(words) and words[-1].lower() in KIN


def told_gender(i: int, bearers: Set[int], mentions: Sequence[Mention], clusters: Clusters) -> str | None:
    """The gender of a surname: by its title, or by the "he" behind an office that no bearer of the name is known to hold."""
    mention = mentions[i]
    key = office_key(mention.role) if mention.role is not None else None
    if mention.gender is not None or key is None or any(holds(b, key, mentions, clusters) for b in bearers):
        return mention.gender
    behind = (m for m in mentions[i + 1 : i + 8] if m.kind == "person" or m.form == "pronoun")
    after = next(behind, None)
    near = after is not None and after.span.start - mention.span.end < GOES_ON
    return after.gender if after is not None and near and after.name.lower() in {"he", "she"} else None


def stands_by(b: int, i: int, mentions: Sequence[Mention], clusters: Clusters) -> bool:
    """Whether a bearer only stands by the office that is a surname's title: "the president's wife" for "President Berg"."""
    role = mentions[i].role
    key = office_key(role) if role is not None else None
    if key is None or holds(b, key, mentions, clusters):
        return False
    if is_told_apart(i, b, mentions, clusters):
        return True
    full = [k for k in clusters.members(b) if " " in mentions[k].name]
    if any(beside(told, key) for k in full if (told := mentions[k].role) is not None):
        return True
    return any(excludes(told, key) for k in full for told in told_beside(k, mentions))


def is_told_apart(i: int, b: int, mentions: Sequence[Mention], clusters: Clusters) -> bool:
    """Whether what is told behind a surname has its bearer's office in it, as another's: "Judge Berg, who is the mayor's cousin"."""
    behind = (m for m in mentions[i + 1 : i + 4] if m.form == "nominal" and not m.plural)
    told = next((m for m in behind if WHO < m.span.start - mentions[i].span.end <= WHO_IS), None)
    key = None if told is None else office_key(told.name)
    return key is not None and holds(b, key, mentions, clusters)


def told_beside(k: int, mentions: Sequence[Mention]) -> list[str]:
    """The roles told of a full name: its title, and a role set off by a comma before or behind it."""
    own, near = mentions[k], mentions[max(0, k - 4) : k + 4]
    roles = [m.name for m in near if m.form == "nominal" and not m.plural and is_set_off(m, own)]
    return roles if own.role is None else [own.role, *roles]


def is_set_off(role: Mention, name: Mention) -> bool:
    """Whether only a comma stands between a role and a name."""
    return name.span.start - role.span.end in {1, 2} or role.span.start - name.span.end in {1, 2}


def excludes(role: str, key: OfficeKey) -> bool:
    """Whether who serves as envoy or spokesman is not the minister or president of the same surname."""
    own = office_key(role)
    sorts = set() if own is None else {own.sort, key.sort}
    current = own is not None and not own.former and not key.former
    return current and "chief" in sorts and bool(sorts & {"envoy", "speaker"})


def beside(role: str, key: OfficeKey) -> bool:
    """Whether a role is one by the holder of an office: the wife, spokesman or envoy of the president."""
    own = office_key(role)
    if own is not None and own.base in CONSORTS and key.base in HEADS:
        return True
    head, *after = OF.split(role)
    *before, _ = POSSESSIVE.split(head)
    return any(other is not None and agree(other, key) for other in map(office_key, (*before, *after)))


def holds(b: int, key: OfficeKey, mentions: Sequence[Mention], clusters: Clusters) -> bool:
    """Whether a bearer is told of in that office, or as a minister or secretary of some field for the bare title."""
    roles = (role for k in clusters.members(b) if (role := mentions[k].role) is not None)
    held = (own for role in roles if (own := office_key(role)) is not None)
    return any(agree(own, key) or (own.word is not None and own.word == key.word) for own in held)
