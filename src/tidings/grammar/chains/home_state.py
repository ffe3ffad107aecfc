"""For which state those act whose own words name none: the one that a text is about, weighed with those named near them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

from tidings.grammar.chains.every_state import of_every_state
from tidings.grammar.chains.evidence import NOBODY, chances
from tidings.grammar.chains.landscape import Landscape, landscape, state_of_place, states_of
from tidings.grammar.chains.office_keys import OfficeKey, office_key
from tidings.grammar.chains.owners import is_owned
from tidings.grammar.chains.state_evidence import TABLE, for_none, for_states
from tidings.lexicon import word_classes, words
from tidings.model import Analysis, Chain, Mention

__all__ = ["at_home", "is_outside", "is_states", "pooled"]

LEAST = 3  # how often a text names states before it says anything of whose its officials are
# Chosen on ten folds by pile of the officials and bodies of training/states.py.
SURE = 0.75
# Of several texts: chosen on 50 people and bodies of those piles that two texts or more leave open, of which 42 then get
# their state and two another's; 40 and three by the texts that are sure by themselves.
TOGETHER = 0.8
FAINT = 0.01
ALONE = frozenset({"president", "vice president", "king", "queen", "general", "major"})  # no "bank president"
RULERS = frozenset({"president", "king", "queen", "emir", "sultan", "emperor", "leader", "supreme leader", "dictator"})
OUT_OF_OFFICE = word_classes("word_classes.tsv")["out_of_office"]
FORCES = re.compile(
    r"\b(?:police|army|armed forces|military|navy|troops|soldiers|security forces|coast ?guard|gendarmerie)\Z", re.I
)
BEFORE_SPEAKER = re.compile(r"\s(?:spokes\w{2,9}|spox|press secretary)\b.*$", re.IGNORECASE)


Chances = tuple[tuple[str, float], ...]


def weighed(analysis: Analysis, mentions: Sequence[Mention], chain: Chain, land: Landscape) -> Chances:
    """How likely each state of the text is the one that a chain acts for, and none ("")."""
    found = for_states(analysis, mentions, chain, land)
    states = sorted(found)
    chance = chances({n: found[state] for n, state in enumerate(states)}, for_none(chain, land), TABLE)
    return tuple(sorted(("" if n == NOBODY else states[n], round(p, 3)) for n, p in chance.items()))


def sure(chance: Chances) -> str | None:
    """The state that is likely enough; None where none is."""
    state, most = max(chance, key=lambda one: (one[1], one[0] == "", one[0]), default=("", 0.0))
    return state if state and most >= SURE else None


def pooled(told: Sequence[Chances]) -> tuple[str, bool]:
    """The likeliest state by what several texts tell of one chain together ("" for none), and whether it is likely enough.

    A text that does not name a state tells of whom acts for it as of one who acts for none.
    """
    held = [dict(chance) for chance in told]
    states = sorted({state for chance in held for state in chance})
    score = {s: TOGETHER * sum(log(max(chance.get(s, chance[""]), FAINT)) for chance in held) for s in states}
    top = max(score.values(), default=0.0)
    total = sum(exp(value - top) for value in score.values())
    together = tuple((s, exp(score[s] - top) / total) for s in states)
    best = max(together, key=lambda one: (one[1], one[0]), default=("", 0.0))[0]
    return best, best != "" and sure(together) == best


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
    land, written = landscape(analysis, mentions, dateline), state_of_place(dateline)
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
        state: str | None = None
        chance: Chances = ()
        offices = {key for role in chain.roles if (key := chief(role)) is not None}
        others = {s for s, key in held if key in offices} | (ruled if rules(chain) else set())
        if chain.country is None and chain.kind in {"person", "organization"}:
            state = named_office(chain, land)
            if state is None and is_weighable(analysis, mentions, chain, land):
                chance = weighed(analysis, mentions, chain, land)
                state = sure(chance)
                if state != written and written is not None and is_force(chain):
                    state, chance = None, ()  # a report from Lima on an Italian who was shot tells of no Italian police
        open_: Chances = tuple((s, 0.0 if s in others else p) for s, p in chance)
        if state is None or state in others:
            found.append(replace(chain, states=open_) if chance else chain)
        else:
            found.append(replace(chain, country=state, weighed=True, states=open_))
    return found


def is_force(chain: Chain) -> bool:
    """Whether a body without a name bears arms for a state: who they are is told by where they are."""
    return chain.kind == "organization" and not chain.named and FORCES.search(chain.name) is not None


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
