"""Whom a role without a name means: the person beside it, or the one in the document who holds that office."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.grammar.clusters import Clusters
from tidings.grammar.gazetteer import entry
from tidings.grammar.ministries import ministry_kind
from tidings.grammar.office_keys import OfficeKey, agree, office_key
from tidings.grammar.roles import singular
from tidings.grammar.tree import token_at
from tidings.lexicon import rows
from tidings.model import Analysis, Mention
from tidings.text.names import name_words

__all__ = ["Holding", "chain_bodies", "chain_roles", "holdings", "is_definite_mention"]

MOST_HOLDERS = 30  # of one office in one text, the last of them; more is a list, not a story
DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "both"})


LEADERS = ["president", "prime minister", "king", "emir", "sultan", "chancellor", "supreme leader", "leader"]


@dataclass(frozen=True, slots=True)
class Holding:
    """An office that a chain holds by some mention's words."""

    key: OfficeKey
    country: str | None
    body: str | None


def holdings(mentions: Sequence[Mention], members: Sequence[int]) -> list[Holding]:
    """The offices that the mentions of one chain give it."""
    found = []
    for i in members:
        mention = mentions[i]
        key = office_key(mention.role) if mention.role is not None and mention.kind == "person" else None
        if key is not None and not (key.plural and mention.form != "name"):
            found.append(Holding(key, mention.country, mention.body))
    return found


def is_definite_mention(analysis: Analysis, mention: Mention) -> bool:
    """Whether a nominal points at something known."""
    for c in analysis.children[mention.head]:
        token = analysis.tokens[c]
        if token.dep == "poss" or (token.dep == "det" and token.text.lower() in DEFINITE):
            return True
        if token.dep == "det":
            return False
    return False


def chain_roles(
    analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters
) -> dict[int, list[tuple[int, float]]]:
    """Join roles to their holders; what is left open comes back with weighted candidates."""
    open_roles: dict[int, list[tuple[int, float]]] = {}
    held_by = offices_held(mentions, clusters)
    heads = {m.head: i for i, m in enumerate(mentions) if m.form == "name" and m.kind in {"person", "organization"}}
    firsts = {
        m.span.start: i for i, m in enumerate(mentions) if m.form == "name" and m.kind in {"person", "organization"}
    }
    for i, mention in enumerate(mentions):
        if mention.form == "nominal" and mention.kind in {"person", "organization"} and not mention.plural:
            beside = apposed(analysis, mention, heads)
            if beside is None:
                beside = set_off(analysis, mention, mentions, firsts)
            if beside is not None:
                clusters.join(beside, i)
    for i, mention in enumerate(mentions):
        if mention.form != "nominal" or mention.kind != "person" or mention.plural or clusters.members(i) != [i]:
            continue
        key = office_key(mention.role or "")
        if (
            key is None
            or key.plural
            or not (is_definite_mention(analysis, mention) or is_bare_office(analysis, mention))
        ):
            continue
        fits = holders(mentions, clusters, held_by, i, key) or later_holder(mentions, clusters, held_by, i, key)
        if len(fits) == 1:
            clusters.join(fits[0], i)
        elif len(fits) > 1:
            recent = sorted(fits, key=lambda f: -last_before(clusters, f, i))[:3]
            open_roles[i] = [(f, round(w, 2)) for f, w in zip(recent, (0.5, 0.3, 0.2), strict=False)]
        else:
            repeat(analysis, mentions, clusters, i)
    return open_roles


def apposed(analysis: Analysis, mention: Mention, heads: dict[int, int]) -> int | None:
    """The name that a role stands in apposition to, before or after it."""
    token = analysis.tokens[mention.head]
    if token.dep == "appos" and token.head in heads:
        return heads[token.head]
    for c in analysis.children[mention.head]:
        if analysis.tokens[c].dep == "appos" and c in heads:
            return heads[c]
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
    return name if follows is not None and follows.pos in {"VERB", "AUX", "PRON", "ADV"} else None


def is_bare_office(analysis: Analysis, mention: Mention) -> bool:
    """Whether a role stands without an article like a title: "Secretary of State also warned"."""
    first = analysis.tokens[mention.head]
    return first.tag == "NNP" and first.dep in {"nsubj", "nsubjpass"}


def offices_held(mentions: Sequence[Mention], clusters: Clusters) -> dict[str, list[int]]:
    """The chains of named people by the base of each office they hold, and by each state under "for"."""
    found: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        if mention.kind != "person" or mention.form != "name" or clusters.find(i) != i:
            continue
        for held in holdings(mentions, clusters.members(i)):
            for key in {held.key.base, f"for {held.country}"}:
                found.setdefault(key, []).append(i)
    return {key: sorted(set(roots)) for key, roots in found.items()}


def holders(
    mentions: Sequence[Mention], clusters: Clusters, held_by: dict[str, list[int]], i: int, key: OfficeKey
) -> list[int]:
    """The chains named before `i` that hold the office it names, for the same state and body."""
    mention = mentions[i]
    found: list[int] = []
    strict: list[int] = []
    if key.base == "counterpart":
        bases = [f"for {mention.country}"]
    else:
        bases = LEADERS if key.base == "leader" else [key.base, "counterpart"]
    near = sorted(r for base in bases for r in held_by.get(base, ()) if r < i)
    for root in near[-MOST_HOLDERS:]:
        members = clusters.members(root)
        states = {mentions[k].country for k in members if mentions[k].role is not None} - {None}
        if mention.country is not None and states and mention.country not in states:
            continue
        if any(mentions[k].gender and mention.gender and mentions[k].gender != mention.gender for k in members):
            continue
        held = [h for h in holdings(mentions, members) if fits_office(h, key, mention)]
        if held:
            found.append(clusters.find(root))
            if any(h.country == mention.country and (h.key.field == key.field) for h in held):
                strict.append(clusters.find(root))
    found, strict = sorted(set(found)), sorted(set(strict))
    return strict if len(strict) == 1 and len(found) > 1 else found


def later_holder(
    mentions: Sequence[Mention], clusters: Clusters, held_by: dict[str, list[int]], i: int, key: OfficeKey
) -> list[int]:
    """The one person named only later who holds just this office: a headline may say the office before the name."""
    mention = mentions[i]
    if mention.country is None or key.sort == "nature":
        return []
    found = {
        clusters.find(root)
        for root in held_by.get(key.base, ())[:MOST_HOLDERS]
        for h in holdings(mentions, clusters.members(root))
        if fits_office(h, key, mention) and h.country == mention.country and h.key.field == key.field
    }
    return sorted(found) if len(found) == 1 else []


def fits_office(held: Holding, key: OfficeKey, mention: Mention) -> bool:
    """Whether a held office may be the one named: no state, field or body against another."""
    if key.base == "counterpart" or held.key.base == "counterpart":
        return mention.country is not None and held.country == mention.country
    if key.base == "leader":
        return held.key.base in LEADERS and mention.country is not None and held.country == mention.country
    if not agree(held.key, key) or key.former != held.key.former:
        return False
    if mention.country and held.country and mention.country != held.country:
        return False
    return not (mention.body and held.body and mention.body != held.body)


def last_before(clusters: Clusters, root: int, i: int) -> int:
    """The last mention of a chain before `i`."""
    return max((k for k in clusters.members(root) if k < i), default=-1)


def repeat(analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters, i: int) -> None:
    """Join "the source" to the last nominal before it with the same head noun that no name and no other state claims."""
    mention = mentions[i]
    noun = singular(analysis.tokens[mention.head].text)
    for k in range(i - 1, max(-1, i - 80), -1):
        other = mentions[k]
        if other.form != "nominal" or other.kind != mention.kind or other.plural != mention.plural:
            continue
        if singular(analysis.tokens[other.head].text) != noun:
            continue
        if mention.country and other.country and mention.country != other.country:
            continue
        if mention.body and other.body and mention.body != other.body:
            continue
        clusters.join(k, i)
        return


def chain_bodies(analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters) -> None:
    """Join "the ministry", "the alliance", "the agency" to the body named before that such a noun fits."""
    for i, mention in enumerate(mentions):
        if mention.form != "nominal" or mention.kind not in {"organization", "vessel"} or mention.plural:
            continue
        if clusters.members(i) != [i] or not is_definite_mention(analysis, mention):
            continue
        noun = singular(analysis.tokens[mention.head].text)
        modified = any(
            analysis.tokens[c].dep in {"amod", "compound", "poss", "prep"} for c in analysis.children[mention.head]
        )
        for k in range(i - 1, max(-1, i - 80), -1):
            other = mentions[k]
            same_state = mention.country is not None and mention.country == other.country
            fits = other.kind == mention.kind and other.form == "name" and noun_fits(noun, other.name)
            if fits and (same_state or not modified):
                clusters.join(k, i)
                break
        else:
            if not modified:
                repeat(analysis, mentions, clusters, i)


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
