"""Whom pronouns and roles without a name mean, settled in the order of the text: each is weighed by what is known by then."""

from collections.abc import Iterator, Mapping, Sequence

from tidings.grammar.chains.beside import is_bare_office, is_definite_mention, join_beside
from tidings.grammar.chains.binding import is_empty
from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.evidence import Evidence, chances
from tidings.grammar.chains.pronoun_scene import scene_of
from tidings.grammar.chains.pronouns import SHOWN, Resolution, resolve
from tidings.grammar.chains.repeats import repeat
from tidings.grammar.chains.role_evidence import is_another, nobody_named, role_candidates
from tidings.grammar.chains.role_fit import is_other_body
from tidings.grammar.chains.role_scene import KINDS, RoleScene
from tidings.grammar.names.mention_records import FIRST_PERSON
from tidings.grammar.tree import children
from tidings.model import Analysis, EntityKind, Mention

__all__ = ["chain_described", "settle", "unnamed"]

ROLE_TABLE = "role_evidence.tsv"
# Chances from which a role is settled: with that of pronouns.py the lowest from which .905 of what ten folds by text settle
# in training/role_cases.jsonl and pronoun_cases.jsonl holds (two pronouns to 1.5 roles, as texts mix them; docs/choices.md).
SETTLED: Mapping[EntityKind, float] = {
    "person": 0.65,
    "organization": 0.65,
    "vessel": 0.65,
    "country": 0.6,
    "place": 0.6,
}
ONLY_SIGN = 0.3  # the chance for the only body with a word in its name for what the role says; the dev half as before
RIVAL = 0.3  # chance from which two chains leave a role open between them; without such it is somebody without a name


def chain_described(analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters) -> dict[int, Resolution]:
    """Join pronouns and roles to what they mean where that stands out; the others come back with their candidates."""
    found = {i: settle(held, i) for held, i in unnamed(analysis, mentions, clusters)}
    return {i: one for i, one in found.items() if one.settled is None and one.candidates and clusters.size(i) == 1}


def unnamed(analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters) -> Iterator[tuple[RoleScene, int]]:
    """Each pronoun and role that may mean a name, in order, with the text as it stands before that one is settled.

    In the order of their heads: "her" before "her country".
    """
    join_beside(analysis, mentions, clusters)
    held = RoleScene(scene_of(analysis, mentions, clusters))
    for i, mention in sorted(enumerate(mentions), key=lambda at: (at[1].head, at[0])):
        if mention.form == "pronoun":
            if mention.name.lower() not in FIRST_PERSON and not is_empty(analysis, mention):
                yield held, i
        elif is_open_role(held, i):
            yield held, i


def settle(held: RoleScene, i: int) -> Resolution:
    """Join one pronoun or role to what it means where that stands out."""
    if held.scene.mentions[i].form != "pronoun":
        return settle_role(held, i)
    found = resolve(held.scene, i)
    if found.settled is not None:
        held.scene.settle(i, found.settled)
    return found


def only_sign(found: Mapping[int, Evidence], best: int) -> bool:
    """Whether a body is the only one whose name shows it to be what a role says: "the militia", "the Seven Hills Brigade"."""
    return [root for root, signs in found.items() if signs.get("sign")] == [best]


def is_bare_definite(held: RoleScene, i: int) -> bool:
    """Whether a role is "the militia", not "its news agency" or "the northern militia"."""
    analysis, mention = held.scene.analysis, held.scene.mentions[i]
    articles = [analysis.tokens[c].text.lower() for c in children(analysis, mention.head, "det", "poss")]
    return articles == ["the"] and not held.modifiers(i)


def is_open_role(held: RoleScene, i: int) -> bool:
    """Whether a mention is one definite role or body that no name stands beside."""
    analysis, mention = held.scene.analysis, held.scene.mentions[i]
    if mention.form != "nominal" or mention.plural or mention.kind not in KINDS or held.scene.clusters.size(i) > 1:
        return False
    if has_acronym(analysis, mention) or (mention.kind == "place" and of_a_country(held, i)):
        return False
    return is_definite_mention(analysis, mention) or is_bare_office(analysis, mention)


def of_a_country(held: RoleScene, i: int) -> bool:
    """Whether a place is told to be a country's: "the capital of Togo" is none of the cities before it."""
    mentions, mention = held.scene.mentions, held.scene.mentions[i]
    tokens, after = held.scene.analysis.tokens, mention.head + 1
    if after + 1 >= len(tokens) or tokens[after].text != "of":
        return False
    return any(
        m.kind == "country" and m.form == "name" and m.span.start == tokens[after + 1].start
        for m in mentions[i + 1 : i + 4]
    )


def has_acronym(analysis: Analysis, mention: Mention) -> bool:
    """Whether a body is named within its words: "the state's ATP news agency"."""
    before = [analysis.tokens[c] for c in children(analysis, mention.head, "compound", "nmod")]
    return mention.kind == "organization" and any(t.pos == "PROPN" and t.text.isupper() for t in before)


def settle_role(held: RoleScene, i: int) -> Resolution:
    """Join a role to the named chain that stands out, else to who was last called so; its candidates where it stays open."""
    found, kind = role_candidates(held, i), held.scene.mentions[i].kind
    if found:
        chance = chances(found, nobody_named(held, i), ROLE_TABLE)
        best = max(found, key=lambda root: (chance[root], -root))
        alone = only_sign(found, best) and is_bare_definite(held, i)
        least = ONLY_SIGN if alone else SETTLED[kind]
        other = kind == "organization" and is_other_body(held.noun(i), held.scene.mentions[i], held.told.of(best))
        if chance[best] >= least and not other and not is_another(held, i, found[best]):
            held.scene.settle(i, best)
            return Resolution(best, ())
        ranked = sorted(found, key=lambda root: (-chance[root], root))[:4]
        if sum(chance[root] >= RIVAL for root in ranked) > 1:
            return Resolution(None, tuple((root, round(chance[root], 3)) for root in ranked if chance[root] >= SHOWN))
    if kind not in {"country", "place"} and (kind == "person" or not held.modifiers(i)):
        repeat(held.owners, i)
    return Resolution(None, ())
