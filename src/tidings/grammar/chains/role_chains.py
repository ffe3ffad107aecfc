"""Whom a role without a name means: the person beside it, or the one in the document who holds that office."""

from collections.abc import Sequence

from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.described import described
from tidings.grammar.chains.kin import chain_kin
from tidings.grammar.chains.office_holders import Offices
from tidings.grammar.chains.office_keys import agree, office_key
from tidings.grammar.chains.role_owners import UNKNOWN, Owners
from tidings.grammar.chains.sole_body import sole_body
from tidings.grammar.chains.sole_person import NOBODY_YET, sole_person
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.ministries import ministry_kind
from tidings.grammar.names.roles import singular
from tidings.grammar.tree import token_at
from tidings.lexicon import rows
from tidings.model import Analysis, Mention
from tidings.text.names import name_words

__all__ = ["chain_bodies", "chain_owned_roles", "chain_roles", "is_definite_mention"]

DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "both"})
RESTRICTS = frozenset({"acl", "relcl"})
MANY_SUCH = frozenset({"group", "organization", "organisation", "network", "committee", "company", "firm", "party"})


def is_definite_mention(analysis: Analysis, mention: Mention) -> bool:
    """Whether a nominal points at something known."""
    below = [analysis.tokens[c] for c in analysis.children[mention.head]]
    if any(token.text.lower() in NOBODY_YET for token in below):
        return False
    for token in below:
        if token.dep == "poss" or (token.dep == "det" and token.text.lower() in DEFINITE):
            return True
        if token.dep == "det":
            return False
    return False


def chain_roles(
    analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters
) -> dict[int, list[tuple[int, float]]]:
    """Join roles to their holders; what is left open comes back with weighted candidates."""
    join_beside(analysis, mentions, clusters)
    held = Offices(mentions, clusters)
    owners = Owners(analysis, mentions, clusters)
    open_roles: dict[int, list[tuple[int, float]]] = {}
    for i in range(len(mentions)):
        if is_person_role(mentions, clusters, i) and owners.of(i) != UNKNOWN:
            left = settle(held, owners, i)
            if left:
                open_roles[i] = left
    return open_roles


def chain_owned_roles(
    analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters
) -> dict[int, list[tuple[int, float]]]:
    """The same for "his lawyer" and the like, once it is known who "he" is, and for descriptions that are left."""
    held = Offices(mentions, clusters)
    owners = Owners(analysis, mentions, clusters)
    found: dict[int, list[tuple[int, float]]] = {}
    for i in range(len(mentions)):
        if not is_person_role(mentions, clusters, i):
            continue
        key, own = office_key(mentions[i].role or ""), owners.of(i)
        if own is None and key is not None and not key.plural:
            one = described(owners, i, key)
            if one is not None:
                clusters.join(one, i)
        elif own is not None and own != UNKNOWN and owners.by_pronoun(i):
            left = settle(held, owners, i)
            if left and clusters.size(i) == 1:
                found[i] = left
    chain_kin(owners)
    return found


def join_beside(analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters) -> None:
    """Join roles to the names beside them."""
    named = [(i, m) for i, m in enumerate(mentions) if m.form == "name" and m.kind in {"person", "organization"}]
    heads = {m.head: i for i, m in named}
    firsts = {m.span.start: i for i, m in named}
    for i, mention in enumerate(mentions):
        if mention.form != "nominal" or mention.kind not in {"person", "organization"} or mention.plural:
            continue
        beside = apposed(analysis, mention, heads)
        if beside is None:
            beside = inside_at_end(analysis, mention, mentions, i)
        if beside is None:
            beside = set_off(analysis, mention, mentions, firsts)
        if beside is not None:
            clusters.join(beside, i)


def is_person_role(mentions: Sequence[Mention], clusters: Clusters, i: int) -> bool:
    """Whether a mention is one person by a role that no name is known for."""
    mention = mentions[i]
    if mention.form != "nominal" or mention.kind != "person" or mention.plural:
        return False
    return all(k == i or mentions[k].form == "pronoun" for k in clusters.members(i))


def settle(held: Offices, owners: Owners, i: int) -> list[tuple[int, float]]:
    """Join a role to the one it means; the weighed candidates where there are several."""
    analysis, mentions, clusters = owners.analysis, owners.mentions, owners.clusters
    key = office_key(mentions[i].role or "")
    definite = is_definite_mention(analysis, mentions[i]) or is_bare_office(analysis, mentions[i])
    if key is None or key.plural or not definite:
        return []
    fits = [f for f in held.holders(i, key) or held.later(i, key) if not owners.clash(i, f)]
    if len(fits) == 1:
        clusters.join(fits[0], i)
    elif len(fits) > 1:
        recent = sorted(fits, key=lambda f: (-held.last_before(f, i), f))[:3]
        return [(f, round(w, 2)) for f, w in zip(recent, (0.5, 0.3, 0.2), strict=False)]
    elif (alone := sole_person(analysis, mentions, clusters, i, key)) is not None:
        clusters.join(alone, i)
    else:
        repeat(owners, i)
    return []


def apposed(analysis: Analysis, mention: Mention, heads: dict[int, int]) -> int | None:
    """The name that a role stands in apposition to, before or after it."""
    token = analysis.tokens[mention.head]
    if token.dep == "appos" and token.head in heads:
        return heads[token.head]
    for c in analysis.children[mention.head]:
        if analysis.tokens[c].dep == "appos" and c in heads:
            return heads[c]
    return abroad(analysis, mention, heads)


def inside_at_end(analysis: Analysis, mention: Mention, mentions: Sequence[Mention], i: int) -> int | None:
    """The name that a role's words end with, without a preposition before it: "the chairman of the union Karl Ruhl"."""
    for k in range(i + 1, min(len(mentions), i + 8)):
        other = mentions[k]
        if other.span.end != mention.span.end or other.form != "name" or other.kind != mention.kind:
            continue
        first = token_at(analysis, other.span.start)
        before = analysis.tokens[first - 1] if first else None
        if before is not None and before.i > mention.head and before.pos in {"NOUN", "PROPN"}:
            return k
    return None


def abroad(analysis: Analysis, mention: Mention, heads: dict[int, int]) -> int | None:
    """The name behind a role and its state: "her counterpart from Togo, Ada Berg,"."""
    prep = mention.head + 1
    if prep >= len(analysis.tokens) or analysis.tokens[prep].text not in {"from", "in"}:
        return None
    for place in analysis.children[prep]:
        named = [c for c in analysis.children[place] if analysis.tokens[c].dep == "appos" and c in heads]
        if named and analysis.tokens[named[0]].head == place:
            return heads[named[0]]
    return None


def set_off(analysis: Analysis, mention: Mention, mentions: Sequence[Mention], firsts: dict[int, int]) -> int | None:
    """The name set off by commas right after a definite role, whatever the tree says: "the minister, Ada Berg, said"."""
    if not is_definite_mention(analysis, mention):
        return None
    at = token_at(analysis, mention.span.end)
    tokens = analysis.tokens
    if at is None or at + 1 >= len(tokens) or tokens[at].text != "," or tokens[at].start != mention.span.end:
        return None
    name = firsts.get(tokens[at + 1].start)
    if name is None or mentions[name].kind != mention.kind:
        return None
    after = token_at(analysis, mentions[name].span.end)
    ends = after is not None and tokens[after].text == "," and tokens[after].sentence == tokens[at].sentence
    follows = tokens[after + 1] if after is not None and ends and after + 1 < len(tokens) else None
    return name if follows is not None and follows.pos not in {"CCONJ", "PROPN", "DET", "NOUN", "NUM"} else None


def is_bare_office(analysis: Analysis, mention: Mention) -> bool:
    """Whether a role stands without an article like a title: "Secretary of State also warned"."""
    first = analysis.tokens[mention.head]
    return first.tag == "NNP" and first.dep in {"nsubj", "nsubjpass"}


def repeat(owners: Owners, i: int) -> None:
    """Join "the source" to the last nominal before it with the same head noun that no name, state or owner keeps apart."""
    mentions, clusters = owners.mentions, owners.clusters
    noun = singular(owners.analysis.tokens[mentions[i].head].text)
    same: list[int] = []
    for k in range(i - 1, max(-1, i - 80), -1):
        other = mentions[k]
        alike = other.form == "nominal" and other.kind == mentions[i].kind and other.plural == mentions[i].plural
        if alike and singular(owners.analysis.tokens[other.head].text) == noun and may_repeat(owners, i, k):
            same.append(k)
    if same and (owners.of(i) is not None or not owners.several(same)):
        clusters.join(same[0], i)


def may_repeat(owners: Owners, i: int, k: int) -> bool:
    """Whether no state, body, office or owner keeps a role apart from one with the same noun before it."""
    mention, other = owners.mentions[i], owners.mentions[k]
    if mention.country and other.country and mention.country != other.country:
        return False
    if mention.body and other.body and mention.body != other.body:
        return False
    mine = office_key(mention.role or "")
    members = [owners.mentions[m] for m in owners.clusters.members(k)]
    held = [key for m in members if m.role and (key := office_key(m.role)) is not None]
    if mine is not None and any(not agree(mine, key) for key in held):
        return False
    states = {m.country for m in members if m.country}
    return not (mention.country and states and mention.country not in states) and not owners.clash(i, k)


def chain_bodies(analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters) -> None:
    """Join "the ministry", "the alliance", "the agency" to the body named before that such a noun fits."""
    owners = Owners(analysis, mentions, clusters)
    for i, mention in enumerate(mentions):
        if mention.form != "nominal" or mention.kind not in {"organization", "vessel"} or mention.plural:
            continue
        if clusters.size(i) > 1 or not is_definite_mention(analysis, mention):
            continue
        noun = singular(analysis.tokens[mention.head].text)
        modified = any(
            analysis.tokens[c].dep in {"amod", "compound", "poss", "prep", *RESTRICTS}
            for c in analysis.children[mention.head]
        )
        for k in range(i - 1, max(-1, i - 80), -1):
            other = mentions[k]
            if other.kind == mention.kind and other.form == "name" and within(mention, other.name):
                clusters.join(k, i)
                break
            same_state = mention.country is not None and mention.country == other.country
            fits = other.kind == mention.kind and other.form == "name" and noun_fits(noun, other.name)
            if fits and (same_state or not modified):
                clusters.join(k, i)
                break
            if noun in MANY_SUCH and not modified and is_such(other):
                sole = sole_body(analysis, mentions, clusters, i)
                if sole is not None:
                    clusters.join(sole, i)
                break  # a nearer body that nothing says is none
        else:
            if not modified:
                sole = sole_body(analysis, mentions, clusters, i)
                if sole is None:
                    repeat(owners, i)
                else:
                    clusters.join(sole, i)


def is_such(other: Mention) -> bool:
    """Whether a mention names a body that no table knows, so that any noun for bodies may mean it."""
    known = entry(other.name) if other.form == "name" and other.kind == "organization" else None
    return other.form == "name" and other.kind == "organization" and (known is None or known.body is None)


def within(mention: Mention, name: str) -> bool:
    """Whether all of two or more words of a nominal are words of the name: "the port authority"."""
    own = set(name_words(mention.name))
    return len(own) > 1 and own < set(name_words(name))


def noun_fits(noun: str, name: str) -> bool:
    """Whether a body of this name may be called by this noun: its own last word, or what the tables call it."""
    words = name_words(name)
    if noun in words:
        return True
    known = entry(name)
    if known is None or known.body is None:
        return noun in {"ministry", "department"} and ministry_kind(name) is not None and noun in name.lower()
    called = next((row[1] for row in rows("body_nouns.tsv") if row[0] == known.body), "")
    by_kind = next((row[1] for row in rows("body_nouns.tsv") if row[0] == f"({known.kind})"), "")
    return noun in called.split() or noun in by_kind.split()
