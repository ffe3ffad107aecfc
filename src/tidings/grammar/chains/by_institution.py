"""Whose an envoy or a ministry's official is by the institution that the text names: the embassy, the ministry."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.chains.name_chains import is_ministry
from tidings.grammar.chains.office_keys import office_key
from tidings.grammar.names.ministries import ministry_kind
from tidings.model import Analysis, Chain, Mention

__all__ = ["through_institution"]

ENVOYS = frozenset({"ambassador", "consul", "consul general", "charge d'affaires", "attache"})
# What a home press says of its own state's ("ambassador to Kenya"), and of those who need not be any state's.
LEAVES_OPEN = frozenset({"to", "special", "un", "u.n.", "united", "peace", "former"})
SENT = frozenset({"embassy", "consulate", "ambassador", "diplomat", "consul", "attache", "mission"})
OFTENER = 3  # times that one state's are named more than another's
SPEAKERS = frozenset({"speaker", "chief", "member"})


def through_institution(analysis: Analysis, mentions: Sequence[Mention], chains: Sequence[Chain]) -> list[Chain]:
    """The chains, with the state whose embassy or ministry alone may be meant for officials without a state."""
    senders: Counter[str] | None = None
    found: list[Chain] = []
    for chain in chains:
        state = None
        if chain.kind == "person" and chain.named and chain.country is None:
            if is_envoy(chain):
                senders = sending(analysis, mentions) if senders is None else senders
                state = foremost(senders)
            else:
                state = ministrys(mentions, chain)
        found.append(chain if state is None else replace(chain, country=state, weighed=True))
    return found


def is_envoy(chain: Chain) -> bool:
    """Whether a chain is told to be an ambassador or consul, and where he is sent tells no more."""
    keys = [(role.lower().split(), office_key(role)) for role in chain.roles]
    return any(
        key is not None and key.sort == "envoy" and not key.former and ENVOYS & {*words, key.base}
        for words, key in keys
        if LEAVES_OPEN.isdisjoint(words)
    )


def sending(analysis: Analysis, mentions: Sequence[Mention]) -> Counter[str]:
    """How often each state's embassy and diplomats are named."""
    nouns = ((m, analysis.tokens[m.head].lemma.lower()) for m in mentions if m.country is not None)
    return Counter(m.country for m, noun in nouns if noun in SENT and m.country is not None)


def foremost(states: Counter[str]) -> str | None:
    """The state that is named alone, or far more often than any other."""
    ranked = states.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < OFTENER * ranked[1][1]):
        return None
    return ranked[0][0]


def ministrys(mentions: Sequence[Mention], chain: Chain) -> str | None:
    """The state of "the ministry" that an official is of, where the text has named ministries of one state before."""
    first = mentions[chain.mentions[0]]
    of_ministry = [role for role in chain.roles if is_ministry(role)]
    if not of_ministry or not any(
        key is not None and key.sort in SPEAKERS and not key.former for key in map(office_key, of_ministry)
    ):
        return None
    kinds = {ministry_kind(role) for role in of_ministry} - {None}
    told = [m for m in mentions if m.kind == "organization" and m.span.start < first.span.start and is_ministry(m.name)]
    told = [m for m in told if not kinds or ministry_kind(m.name) in kinds | {None}]
    states = {m.country for m in told}
    return states.pop() if len(states) == 1 else None
