"""A second name that a text gives to a body or ship: "the Coast League, known by its French initials as LDC", "…, better known as X"."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from tidings.grammar.chains.clusters import Clusters
from tidings.model import Mention

__all__ = ["chain_also_known"]

# All that stands between the two names.
KNOWN = re.compile(
    r"(?:,?\s(?:which is |that is |who are |also |better |widely |commonly |often |usually |locally |formerly ){0,3}(?:known|abbreviated|shortened|referred to)|,\s(?:also|often|formerly|which is) called|(?:\s[\w’'-]{1,20}){0,5},?\s(?:(?:which|that|who) (?:calls?|called|styles?) (?:itself|themselves)|(?:calling|styling) (?:itself|themselves)))(?:\s(?:locally|simply|to|as|by|under|from|in|there))?"
    r"(?:\s(?:its|their|the)(?:\s[A-Z]\w{2,20})?\s(?:initials|acronym|abbreviation|letters|short form|name))?"
    r"(?:\s(?:as|of))?\s(?:the\s)?[“\"'‘«]?"
)
INITIALS = re.compile(
    r",?\s(?:or|in short|for short)\s[“\"'‘«]?|\s?[(\[](?:(?:by|from|in|after)\s)?(?:(?:its|their|the)\s)?(?:[A-Z]\w{2,20}\s)?(?:initials|acronym|abbreviation)?[:,]?\s?"
)
NAMED = frozenset({"organization", "vessel", "unknown", "person"})  # a body's second name may look like a person's
LONGEST = 90  # characters between the two


def chain_also_known(text: str, mentions: Sequence[Mention], clusters: Clusters, open_: Set[int]) -> None:
    """Join the two names, but for mentions whose bearer is open; initials behind "or" or in a bracket only where they are three capitals or more."""
    names = [i for i, m in enumerate(mentions) if m.form in {"name", "nominal"} and m.kind in NAMED and i not in open_]
    for i, j in pairwise(names):
        one, other = mentions[i], mentions[j]
        between = text[one.span.end : other.span.start]
        if one.kind not in {"organization", "vessel"} or other.form != "name" or len(between) > LONGEST:
            continue
        short = other.name.isupper() and other.name.isalpha() and len(other.name) > 2
        if KNOWN.fullmatch(between) or (short and " " in one.name and INITIALS.fullmatch(between)):
            clusters.join(i, j)
