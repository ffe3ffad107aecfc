"""Whom a description means that nobody is given in the text: the one person whom the words just before it name."""

from collections.abc import Sequence

from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.office_keys import OfficeKey, office_key
from tidings.grammar.names.roles import office_at
from tidings.model import Analysis, Mention

__all__ = ["NOBODY_YET", "SUBJECTS", "allows", "is_bare", "sole_person"]

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RESTRICTS = frozenset({"relcl", "acl", "prep"})  # "the senator who …", "the mayor of …" say themselves who is meant
NOBODY_YET = frozenset({"next", "future", "eventual", "incoming", "potential", "prospective", "would-be", "any", "new"})
LOOK_BACK = 30  # mentions


def sole_person(
    analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters, i: int, key: OfficeKey
) -> int | None:
    """The chain of the only person named in the sentence before and so far in this one; None where there are more.

    The description is a subject after "the"; it is not about somebody whom the text gives another such office.
    """
    mention = mentions[i]
    head = analysis.tokens[mention.head]
    if head.dep not in SUBJECTS or not is_bare(analysis, mention):
        return None
    noun = head.lemma.lower()
    nominal = (other for other in mentions[:i] if other.form == "nominal" and other.kind == "person")
    if any(analysis.tokens[other.head].lemma.lower() == noun for other in nominal):
        return None  # "the minister says Berg lied. … The minister": of whom it was said before
    near: dict[int, None] = {}
    for k in range(i - 1, max(-1, i - LOOK_BACK), -1):
        other = mentions[k]
        back = head.sentence - analysis.tokens[other.head].sentence
        if back > 1:
            break
        if other.kind != "person" or other.plural:
            continue
        if other.form == "nominal" and clusters.size(k) == 1:
            return None  # somebody else without a name
        if other.form == "name":
            near[clusters.find(k)] = None
    if len(near) != 1:
        return None
    root = next(iter(near))
    return root if allows(mentions, clusters.members(root), mention, key) else None


def is_bare(analysis: Analysis, mention: Mention) -> bool:
    """Whether a role stands after "the" and says no more of whose or which it is."""
    office = office_at(analysis, mention.head)
    end = mention.head + 1 if office is None else office.end
    below = [analysis.tokens[c] for c in analysis.children[mention.head]]
    after_the = any(t.dep == "det" and t.text.lower() == "the" for t in below)
    said_fully = any(t.dep in RESTRICTS and t.i >= end for t in below) or mention.country or mention.body
    return after_the and not said_fully


def allows(mentions: Sequence[Mention], members: Sequence[int], mention: Mention, key: OfficeKey) -> bool:
    """Whether a person's gender and offices leave room for a role."""
    for k in members:
        other = mentions[k]
        if mention.gender is not None and other.gender is not None and mention.gender != other.gender:
            return False
        held = office_key(other.role) if other.role is not None else None
        if held is not None and held.sort != "nature" and key.sort != "nature" and held.base != key.base:
            return False
    return True
