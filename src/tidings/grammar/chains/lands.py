"""In which state a place lies that no table knows, by the words around it: "Gorin, Kenya", "the Kenyan town of Gorin"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.name_signs import body_kind
from tidings.grammar.tree import child, children, tokens_in
from tidings.model import Analysis, Chain, Mention

__all__ = ["with_lands"]

AREAS = frozenset(
    {"province", "state", "county", "district", "region", "oblast", "governorate", "area", "municipality"}
)
SITES = frozenset({"city", "town", "village", "port", "capital", "resort", "suburb", "island", "airport", "settlement"})
INSIDE = frozenset({"in", "of"})
JOINS = frozenset({"and", "or", "&", "-", "'s", "’s"})


def with_lands(analysis: Analysis, mentions: Sequence[Mention], chains: Sequence[Chain]) -> list[Chain]:
    """The chains, each place with the one state that the text says it lies in, where the tables have none."""
    state_at = {m.head: m.country for m in mentions if m.kind == "country" and m.country is not None}
    found: list[Chain] = []
    for chain in chains:
        known = entry(chain.name) if chain.kind == "place" and chain.named else None
        told: set[str] = set()
        if chain.kind == "place" and chain.named and (known is None or known.country is None):
            told = {s for m in chain.mentions if (s := land(analysis, mentions[m], state_at)) is not None}
        found.append(replace(chain, country=next(iter(told))) if len(told) == 1 else chain)
    return found


def land(analysis: Analysis, mention: Mention, state_at: Mapping[int, str]) -> str | None:
    """The state that the words beside one mention of a place give."""
    tokens, head = analysis.tokens, mention.head
    beside = [head, *(c for c in children(analysis, head, "compound", "nmod", "appos") if is_site(analysis, c))]
    above = tokens[head].head
    if tokens[head].dep == "pobj" and tokens[above].text == "of" and is_site(analysis, tokens[above].head):
        beside.append(tokens[above].head)  # "the Kenyan town of Gorin"
    if tokens[head].dep in {"compound", "nmod", "appos"} and is_site(analysis, above):
        beside.append(above)  # "Kenya's Gorin province"
    for i in beside:
        for c in analysis.children[i]:
            if tokens[c].dep in {"poss", "amod", "compound", "nmod"} and c in state_at:
                return state_at[c]
            inner = child(analysis, c, "pobj") if tokens[c].text in INSIDE and i != head else None
            if inner is not None and inner in state_at:
                return state_at[inner]
    return behind(analysis, mention, state_at)


def is_site(analysis: Analysis, i: int) -> bool:
    """Whether a token is a noun for places."""
    word = analysis.tokens[i].lemma.lower()
    return word in AREAS or word in SITES or body_kind(word) == "place"


def behind(analysis: Analysis, mention: Mention, state_at: Mapping[int, str]) -> str | None:
    """The state in "Gorin, Kenya," or "Gorin in western Kenya": right behind the name, and no part of a list."""
    tokens = analysis.tokens
    inside = tokens_in(analysis, mention.span)
    rest = tokens[inside.stop : inside.stop + 5]
    if len(rest) > 1 and rest[0].text == "in":
        inner = child(analysis, rest[0].i, "pobj")
        return state_at.get(inner) if inner is not None and inner - rest[0].i < 3 else None
    if len(rest) < 3 or rest[0].text != "," or rest[1].i not in state_at or rest[2].text.lower() in JOINS:
        return None
    before = tokens[inside.start - 1].text if inside.start else ""
    goes_on = rest[2].text == "," and len(rest) > 3 and (rest[3].i in state_at or rest[3].text in JOINS)
    return None if before in {",", "and"} or goes_on else state_at[rest[1].i]
