"""Whom "the billionaire" means where no office says it: the one near it whom syntax and what is known of them leave."""

from collections.abc import Sequence

from tidings.grammar.chains.office_keys import OfficeKey
from tidings.grammar.chains.role_owners import Owners
from tidings.grammar.chains.sole_person import NOBODY_YET, SUBJECTS, allows, is_bare
from tidings.grammar.tree import ancestors, child, tokens_in
from tidings.lexicon import words

__all__ = ["described"]

LOOK_BACK = 30  # mentions
TOLD_OF = 3  # times that a text speaks of somebody whom it also only describes


def described(owners: Owners, i: int, key: OfficeKey) -> int | None:
    """The chain of the only person of this sentence and the one before that a description may mean.

    Who does or says what the description stands in is not meant by it ("He praised Berg when the billionaire came").
    """
    analysis, mentions, clusters = owners.analysis, owners.mentions, owners.clusters
    if not is_bare(analysis, mentions[i]) or is_said_before(owners, i) or is_another(owners, i, key):
        return None
    near: dict[int, None] = {}
    for k in range(i - 1, max(-1, i - LOOK_BACK), -1):
        other = mentions[k]
        if analysis.tokens[mentions[i].head].sentence - analysis.tokens[other.head].sentence > 1:
            break
        if other.kind != "person" or other.plural:
            continue
        members = clusters.members(k)
        if any(mentions[m].form == "name" for m in members):
            near[clusters.find(k)] = None
        elif other.form == "nominal":
            return None  # somebody else without a name
    fits = [root for root in near if allows(mentions, clusters.members(root), mentions[i], key)]
    free = [root for root in fits if root not in acting(owners, i) and clusters.size(root) >= TOLD_OF]
    if len(free) == 1:
        return free[0]
    before = subject_before(owners, i)
    return before if before in free else None


def is_another(owners: Owners, i: int, key: OfficeKey) -> bool:
    """Whether a description is likelier of somebody whom the text does not name so near.

    One of many holders of an office is told by title first; a faith, party or people, or a family's name says more.
    """
    tokens, mention = owners.analysis.tokens, owners.mentions[i]
    head = tokens[mention.head]
    if head.text[:1].isupper() and head.i > owners.analysis.sentences[head.sentence][0]:
        return True  # "the Speaker's Lobby"
    before = [tokens[k] for k in tokens_in(owners.analysis, mention.span) if k < head.i]
    named = any(w.ent in {"NORP", "PERSON"} or w.text.lower() in NOBODY_YET for w in before)
    nobody = words("anonymous_sources.txt") | {"family", "head"}
    return named or key.base in nobody or (key.sort == "chief" and not key.former)


def is_said_before(owners: Owners, i: int) -> bool:
    """Whether the noun of a description was said of somebody before."""
    noun = owners.analysis.tokens[owners.mentions[i].head].lemma.lower()
    before = (m for m in owners.mentions[:i] if m.form == "nominal" and m.kind == "person")
    return any(owners.analysis.tokens[m.head].lemma.lower() == noun for m in before)


def acting(owners: Owners, i: int) -> frozenset[int]:
    """The chains of the subjects of the clauses that a description stands in."""
    analysis, head = owners.analysis, owners.mentions[i].head
    found: set[int] = set()
    for above in ancestors(analysis, head):
        subject = child(analysis, above, *SUBJECTS)
        if subject is not None and subject != head and subject in owners.at_head:
            found.add(owners.clusters.find(owners.at_head[subject]))
    return frozenset(found)


def subject_before(owners: Owners, i: int) -> int | None:
    """The subject of the sentence before, for a description that is its sentence's subject and opens it."""
    analysis, head = owners.analysis, owners.analysis.tokens[owners.mentions[i].head]
    first = analysis.sentences[head.sentence][0]
    if head.dep not in SUBJECTS or analysis.tokens[head.head].dep != "ROOT" or head.sentence == 0:
        return None
    if any(owners.mentions[k].head >= first for k in people_before(owners, i)):
        return None
    begin, end = analysis.sentences[head.sentence - 1]
    root = next((k for k in range(begin, end) if analysis.tokens[k].dep == "ROOT"), None)
    subject = None if root is None else child(analysis, root, *SUBJECTS)
    return owners.clusters.find(owners.at_head[subject]) if subject in owners.at_head else None


def people_before(owners: Owners, i: int) -> Sequence[int]:
    """The mentions of people right before one."""
    return [k for k in range(max(0, i - 8), i) if owners.mentions[k].kind == "person"]
