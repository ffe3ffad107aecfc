"""Whose an official or a body is by a possessive: "its foreign ministry", "his government"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tidings.grammar.chains.every_state import of_every_state
from tidings.grammar.chains.office_keys import office_key
from tidings.model import Analysis, Chain, Mention

__all__ = ["is_owned", "through_owner"]

RULED = frozenset({"forces", "troops", "regime", "administration", "government", "soldiers", "authorities"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def through_owner(
    analysis: Analysis, mentions: Sequence[Mention], chains: Sequence[Chain], by_head: Mapping[int, int]
) -> list[Chain]:
    """The chains, with the state of the state, body or person that a possessive says they are of."""
    found: list[Chain] = []
    for chain in chains:
        owner = None
        if chain.country is None and chain.kind in {"person", "organization"}:
            owners = (owner_of(analysis, mentions[m], chains, by_head) for m in chain.mentions)
            owner = next((o for o in owners if o is not None and may_own(o, chain)), None)
        if owner is None:
            found.append(chain)
            continue
        body = owner.name if owner.kind == "organization" and owner.named else None
        found.append(
            replace(
                chain, country=owner.country, body=chain.body or body, weighed=owner.weighed and bool(owner.country)
            )
        )
    return found


def is_owned(analysis: Analysis, mention: Mention) -> bool:
    """Whether a possessive stands before a mention's head."""
    return possessive(analysis, mention) is not None


def possessive(analysis: Analysis, mention: Mention) -> int | None:
    """The possessive before a mention's head: a pronoun or a noun with its ending."""
    if mention.form == "pronoun":
        return None
    return next((c for c in analysis.children[mention.head] if analysis.tokens[c].dep == "poss"), None)


def owner_of(analysis: Analysis, mention: Mention, chains: Sequence[Chain], by_head: Mapping[int, int]) -> Chain | None:
    """The chain that a possessive before a mention stands for."""
    pronoun = possessive(analysis, mention)
    if pronoun is None:
        return None
    if pronoun in by_head:
        return chains[by_head[pronoun]]
    token = analysis.tokens[pronoun]
    first = analysis.sentences[token.sentence][0]
    if token.text.lower() == "its" and pronoun > first + 1 and analysis.tokens[pronoun - 1].text in {":", ";"}:
        subject = next((k for k in range(first, pronoun) if analysis.tokens[k].dep == "nsubj"), None)
        held = (
            chains[by_head[subject]] if subject is not None and subject in by_head else None
        )  # "The ministry denied it: its spokesman said …"
        return held if held is not None and held.kind in {"country", "organization"} else None
    if token.text.lower() != "its" or pronoun > first + 1 or token.sentence == 0:
        return None
    return subject_before(analysis, token.sentence - 1, chains, by_head)


def subject_before(
    analysis: Analysis, sentence: int, chains: Sequence[Chain], by_head: Mapping[int, int]
) -> Chain | None:
    """The state or body that is the subject of a sentence's main verb: what "its" at the start of the next one means."""
    first, end = analysis.sentences[sentence]
    for i in range(first, end):
        token = analysis.tokens[i]
        main = token.dep in SUBJECTS and analysis.tokens[token.head].dep == "ROOT"
        if main:
            chain = chains[by_head[i]] if i in by_head else None
            return chain if chain is not None and chain.kind in {"country", "organization"} else None
    if not any(analysis.tokens[i].dep == "expl" for i in range(first, end)):
        return None
    named = dict.fromkeys(by_head[i] for i in range(first, end) if i in by_head)
    bodies = [n for n in named if chains[n].kind in {"country", "organization"}]
    return chains[bodies[0]] if len(bodies) == 1 else None  # "There was no word from the government. Its spokesman …"


def may_own(owner: Chain, chain: Chain) -> bool:
    """Whether what is an owner's acts for the owner's state: a person's body or spokesman does, a person's aide need not."""
    if owner.kind == "person":
        speaks = chain.kind == "person" and any(is_voice(role) for role in chain.roles)
        return owner.country is not None and (speaks or (chain.kind == "organization" and is_rulers(chain.name)))
    if chain.kind == "person" and not any(is_spoken_for(role) for role in chain.roles):
        return False
    return owner.kind == "country" or (owner.kind == "organization" and (owner.country is not None or owner.named))


def is_rulers(name: str) -> bool:
    """Whether a name or noun is of what whoever rules a state has: its forces, its government."""
    return of_every_state(name) or name.split()[-1].lower() in RULED


def is_spoken_for(role: str) -> bool:
    """Whether a role is an office of one holder, or speaks or travels for somebody."""
    key = office_key(role)
    return key is not None and not key.former and not key.plural and key.sort in {"chief", "speaker", "envoy"}


def is_voice(role: str) -> bool:
    """Whether a role speaks for somebody."""
    key = office_key(role)
    return key is not None and not key.former and not key.plural and key.sort == "speaker"
