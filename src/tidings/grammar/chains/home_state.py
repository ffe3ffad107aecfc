"""The state that a text is most of all about, and who acts for it without the text's saying so each time."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tidings.grammar.chains.office_keys import OfficeKey, office_key
from tidings.grammar.names.gazetteer import entry
from tidings.lexicon import words
from tidings.model import Chain, Mention

__all__ = ["at_home", "home_state"]

LEAST, TIMES = 3, 2  # how often a text names its home state, and how many times as often as any other
OF_STATES = frozenset({"prime minister", "minister", "deputy minister", "deputy prime minister", "attorney general"})
"""Offices that only states have; a minister needs a field, since churches have ministers too."""
BEFORE_SPEAKER = re.compile(r"\s(?:spokes\w{2,9}|spox|press secretary)\b.*$", re.IGNORECASE)


def home_state(mentions: Sequence[Mention]) -> str | None:
    """The alpha-3 code of the state that a text names far more often than any other; None where there is none."""
    counted = Counter(m.country for m in mentions if m.country is not None and m.form != "pronoun")
    ranked = counted.most_common(2)
    if not ranked or ranked[0][1] < LEAST:
        return None
    return ranked[0][0] if len(ranked) < 2 or ranked[0][1] >= TIMES * ranked[1][1] else None


def at_home(mentions: Sequence[Mention], chains: Sequence[Chain]) -> list[Chain]:
    """The chains, with the home state for bodies and offices that each state has and that no other is named for.

    An office of one holder that somebody else of the text holds for the home state is another state's:
    then nothing is said.
    """
    home = home_state(mentions)
    if home is None:
        return list(chains)
    held = {
        key
        for chain in chains
        if chain.country == home and chain.kind == "person" and chain.named
        for role in chain.roles
        if (key := chief(role)) is not None
    }
    return [replace(c, country=home) if c.country is None and is_homes(c, held) else c for c in chains]


def is_homes(chain: Chain, held: set[tuple[str, str | None]]) -> bool:
    """Whether a chain without a state is of the home state, by its name or its office."""
    if chain.kind == "organization":
        return of_every_state(chain.name)
    if chain.kind != "person":
        return False
    if chain.body is not None:
        return of_every_state(chain.body)
    found = [(role, key) for role in chain.roles if (key := office_key(role)) is not None and not key.former]
    return any(
        (key.base in OF_STATES and (key.field is not None or "prime" in key.base or "attorney" in key.base))
        or (key.sort == "speaker" and of_every_state(BEFORE_SPEAKER.sub("", role)))
        for role, key in found
        if not key.plural and (key.base, key.field) not in held
    )


def chief(role: str) -> tuple[str, str | None] | None:
    """The office that a role names, where one person holds it."""
    key: OfficeKey | None = office_key(role)
    return (key.base, key.field) if key is not None and key.sort == "chief" and not key.former else None


def of_every_state(name: str) -> bool:
    """Whether a name is one that each state gives to a body of its own; never one that the tables know as somebody's."""
    return entry(name) is None and _pattern().search(name.casefold().replace("’", "'")) is not None


@cache
def _pattern() -> re.Pattern[str]:
    listed = sorted(words("home_bodies.txt"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:^|\s)(?:{'|'.join(map(re.escape, listed))})(?:$|\s(?:of|for|in)\s)")
