"""A role without a name that means who was last called so: "a source … The source"."""

from tidings.grammar.chains.office_keys import agree, office_key
from tidings.grammar.chains.role_owners import Owners
from tidings.grammar.chains.set_apart import may_be_one, set_apart
from tidings.grammar.names.roles import singular

__all__ = ["repeat"]

LOOK_BACK = 80  # mentions


def repeat(owners: Owners, i: int) -> None:
    """Join a role to the last one before it with the same head noun that no name, state or owner keeps apart."""
    mentions, clusters = owners.mentions, owners.clusters
    noun = singular(owners.analysis.tokens[mentions[i].head].text)
    same: list[int] = []
    for k in range(i - 1, max(-1, i - LOOK_BACK), -1):
        other = mentions[k]
        alike = other.form == "nominal" and other.kind == mentions[i].kind and other.plural == mentions[i].plural
        if alike and singular(owners.analysis.tokens[other.head].text) == noun and may_repeat(owners, i, k):
            same.append(k)
    if same and (owners.of(i) is not None or not owners.several(same)):
        clusters.join(same[0], i)


def may_repeat(owners: Owners, i: int, k: int) -> bool:
    """Whether no state, body, office or owner keeps a role apart from one with the same noun before it."""
    mention, other = owners.mentions[i], owners.mentions[k]
    if not may_be_one(set_apart(owners.analysis, mention), set_apart(owners.analysis, other)):
        return False
    if mention.country and other.country and mention.country != other.country:
        return False
    if mention.body and other.body and mention.body != other.body:
        return False
    mine = office_key(mention.role or "")
    held = owners.roles.of(k)
    of_field = mine is not None and mine.field is not None and all(key.field is None for key in held.offices)
    if mention.kind == "person" and mention.country and not held.states and of_field:
        return False  # "the minister … Togo's trade minister", who is brought in
    if mine is not None and any(not agree(mine, key) for key in held.offices):
        return False
    return not (mention.country and held.states and mention.country not in held.states) and not owners.clash(i, k)
