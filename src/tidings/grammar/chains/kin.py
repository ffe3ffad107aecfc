"""Whom "his wife" and "her country" mean, by whose they are: one of the same surname, the state one acts for."""

from collections.abc import Sequence

from tidings.grammar.chains.role_owners import UNKNOWN, Owners
from tidings.grammar.names.roles import singular
from tidings.model import Mention
from tidings.text.names import name_words, skeleton

__all__ = ["chain_kin"]

SPOUSES = {"wife": "f", "husband": "m"}  # one at a time, and mostly of one surname; parents, sons and brothers are not
HOME = frozenset({"country", "nation", "homeland"})


def chain_kin(owners: Owners) -> None:
    """Join a spouse without a name to the one other person of the owner's surname, and one's country to its name."""
    mentions, clusters = owners.mentions, owners.clusters
    for i, mention in enumerate(mentions):
        noun = singular(owners.analysis.tokens[mention.head].text)
        if mention.form != "nominal" or mention.plural or (noun not in SPOUSES and noun not in HOME):
            continue
        if any(mentions[k].form == "name" for k in clusters.members(i)):
            continue
        owner = owners.of(i)
        if owner is None or owner == UNKNOWN or mentions[owner].kind != "person":
            continue
        found = spouses(owners, owner, SPOUSES[noun]) if noun in SPOUSES else home(owners, owner)
        if len(found) == 1:
            clusters.join(found[0], i)


def spouses(owners: Owners, owner: int, gender: str) -> list[int]:
    """The other people of a surname, by their full names, of the gender."""
    mentions, clusters = owners.mentions, owners.clusters
    own = {surname(mentions[k]) for k in clusters.members(owner) if mentions[k].form == "name"}
    if len(own) != 1:
        return []
    found = {
        clusters.find(i)
        for i, m in enumerate(mentions)
        if m.kind == "person" and m.form == "name" and len(name_words(m.name)) > 1 and surname(m) in own
    }
    return [root for root in sorted(found - {owner}) if genders(mentions, clusters.members(root)) == {gender}]


def surname(mention: Mention) -> str:
    """The last word of a name as transliterations share it."""
    words = name_words(mention.name)
    return skeleton(words[-1]) if words else ""


def genders(mentions: Sequence[Mention], members: Sequence[int]) -> set[str]:
    """What a chain's names and pronouns show."""
    return {g for k in members if (g := mentions[k].gender) is not None}


def home(owners: Owners, owner: int) -> list[int]:
    """The named state that somebody's offices are of, as chains go."""
    mentions, clusters = owners.mentions, owners.clusters
    states = {
        m.country for k in clusters.members(owner) if (m := mentions[k]).role is not None and m.country is not None
    }
    named = {
        clusters.find(i)
        for i, m in enumerate(mentions)
        if m.kind == "country" and m.country in states and m.form != "nominal"
    }
    return sorted(named) if len(states) == 1 else []
