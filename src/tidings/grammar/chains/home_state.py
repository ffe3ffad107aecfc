"""For which state those act whose own words name none: the one that a text is about, weighed with those named near them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.chains.every_state import of_every_state
from tidings.grammar.chains.evidence import NOBODY, chances
from tidings.grammar.chains.landscape import Landscape, landscape, states_of
from tidings.grammar.chains.office_keys import OfficeKey, office_key
from tidings.grammar.chains.owners import is_owned
from tidings.grammar.chains.state_evidence import TABLE, for_none, for_states
from tidings.lexicon import word_classes, words
from tidings.model import Analysis, Chain, Mention

__all__ = ["at_home", "is_outside", "is_states"]

LEAST = 3  # how often a text names states before it says anything of whose its officials are
# Chosen on ten folds by pile of the officials and bodies of training/states.py.
SURE = 0.75
ALONE = frozenset({"president", "vice president", "king", "queen", "general", "major"})  # no "bank president"
RULERS = frozenset({"president", "king", "queen", "emir", "sultan", "emperor", "leader", "supreme leader", "dictator"})
OUT_OF_OFFICE = word_classes("word_classes.tsv")["out_of_office"]
BEFORE_SPEAKER = re.compile(r"\s(?:spokes\w{2,9}|spox|press secretary)\b.*$", re.IGNORECASE)


def weighed(analysis: Analysis, mentions: Sequence[Mention], chain: Chain, land: Landscape) -> str | None:
    """The state that what the text tells speaks for; None where it is not sure enough."""
    found = for_states(analysis, mentions, chain, land)
    states = sorted(found)
    chance = chances({n: found[state] for n, state in enumerate(states)}, for_none(chain, land), TABLE)
    best = max(chance, key=lambda n: (chance[n], -n))
    return states[best] if best != NOBODY and chance[best] >= SURE else None


def is_weighable(analysis: Analysis, mentions: Sequence[Mention], chain: Chain, land: Landscape) -> bool:
    """Whether states are weighed for a chain: it is of some state, and the text tells of states."""
    told = [mentions[m] for m in chain.mentions if mentions[m].form != "pronoun"]
    if not told or land.named < LEAST or land.silent:  # where home is not named it goes without saying
        return False
    return is_states(chain) and not any(is_owned(analysis, m) for m in told)


def at_home(
    analysis: Analysis, mentions: Sequence[Mention], chains: Sequence[Chain], dateline: str | None = None
) -> list[Chain]:
    """The chains, with the weighed state for bodies and offices that each state has and that no other is named for.

    An office of one holder that somebody else of the text holds for that state is another state's:
    then nothing is said.
    """
    land = landscape(analysis, mentions, dateline)
    held = {
        (chain.country, key)
        for chain in chains
        if chain.country is not None and chain.kind == "person" and chain.named
        for role in chain.roles
        if (key := chief(role)) is not None
    }
    ruled = {chain.country for chain in chains if chain.country is not None and chain.named and rules(chain)}
    found: list[Chain] = []
    for chain in chains:
        state = None
        if chain.country is None and chain.kind in {"person", "organization"}:
            state = named_office(chain, land)
            if state is None and is_weighable(analysis, mentions, chain, land):
                state = weighed(analysis, mentions, chain, land)
        taken = any((state, key) in held for role in chain.roles if (key := chief(role)) is not None)
        taken = taken or (state in ruled and rules(chain))
        found.append(chain if state is None or taken else replace(chain, country=state, weighed=True))
    return found


def named_office(chain: Chain, land: Landscape) -> str | None:
    """The state whose offices alone go by the words of a role: of several, one that the text names."""
    if chain.kind != "person" or chain.body is not None:
        return None
    for role in chain.roles:
        key, states = office_key(role), states_of(role)
        here = sorted((s for s in states if s in land.counts), key=lambda s: (-land.counts[s], states.index(s)))
        if key is not None and not key.former and not key.plural and (here or len(states) == 1):
            return (here or states)[0]
    return None


def is_states(chain: Chain) -> bool:
    """Whether a chain is of some state, by its name or its office, without saying of which."""
    if chain.kind == "organization":
        return of_every_state(chain.name)
    if any(is_outside(role) for role in chain.roles):
        return False
    if chain.body is not None:
        return of_every_state(chain.body)
    return any(is_public(role) for role in chain.roles)


def is_outside(role: str) -> bool:
    """Whether a role says that its holder is against the government or no longer of it."""
    return not OUT_OF_OFFICE.isdisjoint(role.lower().split())


def is_public(role: str) -> bool:
    """Whether a role is an office that only states give, or speaks for a body that each state has."""
    key = office_key(role)
    if key is None or key.former or key.plural:
        return False
    if key.sort == "speaker":
        return of_every_state(BEFORE_SPEAKER.sub("", role))
    if key.base == "minister" and key.field is None and len(role.split()) > 1:
        return False  # churches have ministers too
    if key.base in ALONE and len(role.split()) > len(key.base.split()):
        return False
    return key.base in words("public_offices.txt")


def rules(chain: Chain) -> bool:
    """Whether somebody is told of as who rules a state: beside its king no "President Holm" is of that state."""
    keys = (office_key(role) for role in chain.roles)
    return chain.kind == "person" and any(
        key is not None and key.base in RULERS and not key.former and not key.plural for key in keys
    )


def chief(role: str) -> tuple[str, str | None] | None:
    """The office that a role names, where one person holds it."""
    key: OfficeKey | None = office_key(role)
    return (key.base, key.field) if key is not None and key.sort == "chief" and not key.former else None
