"""Roles and the names beside them: in apposition, set off by commas, at the end of the role's own words."""

from collections.abc import Sequence

from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.tree import token_at
from tidings.model import Analysis, Mention

__all__ = ["is_bare_office", "is_definite_mention", "join_beside"]

BRACKET = 8  # tokens in which a bracket behind a name closes
DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "both"})
NOBODY_YET = frozenset({"next", "future", "eventual", "incoming", "potential", "prospective", "would-be", "any", "new"})

PLACES = frozenset({"place", "country"})
OUTLETS = frozenset({"agency", "newspaper", "newswire", "daily", "broadcaster", "magazine", "weekly", "portal"})
CONCERNS = frozenset(
    {"company", "firm", "corporation", "airline", "shipyard", "conglomerate", "consortium", "movement"}
)
FIRMS = frozenset(
    {"owner", "operator", "buyer", "seller", "employer", "publisher", "insurer", "supplier", "manufacturer"}
)
# Nouns whose "of" gives the place's own name.
OF_A_NAME = frozenset(
    [
        "area",
        "capital",
        "city",
        "country",
        "county",
        "district",
        "enclave",
        "island",
        "kingdom",
        "municipality",
        "nation",
        "neighborhood",
        "neighbourhood",
        "peninsula",
        "port",
        "province",
        "region",
        "republic",
        "settlement",
        "state",
        "stronghold",
        "suburb",
        "territory",
        "town",
        "village",
    ]
)


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


def is_bare_office(analysis: Analysis, mention: Mention) -> bool:
    """Whether a role stands without an article like a title: "Secretary of State also warned"."""
    first = analysis.tokens[mention.head]
    return first.tag == "NNP" and first.dep in {"nsubj", "nsubjpass"}


def join_beside(analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters) -> None:
    """Join roles to the names beside them."""
    named = [(i, m) for i, m in enumerate(mentions) if m.form == "name" and m.kind in {"person", "organization"}]
    # a name without an article may be a person's that is taken for a body's
    bodies = {m.head for _, m in named if m.kind == "organization" and has_article(analysis, m)}
    heads = {
        "person": {m.head: i for i, m in named if m.head not in bodies},
        "organization": {m.head: i for i, m in named},
    }
    firsts = {m.span.start: i for i, m in named}
    ends = {m.span.end: i for i, m in named if m.kind == "organization"}
    places = {m.span.start: i for i, m in enumerate(mentions) if m.form == "name" and m.kind in PLACES}
    for i, mention in enumerate(mentions):
        if mention.form == "nominal" and mention.kind in PLACES and not mention.plural:
            place = called(analysis, mention, mentions, places)
            if place is None and mention.kind == "place":
                place = set_off(analysis, mention, mentions, places)
            if place is not None:
                clusters.join(place, i)
            continue
        if mention.form != "nominal" or mention.kind not in {"person", "organization"} or mention.plural:
            continue
        beside = apposed(analysis, mention, heads[mention.kind])  # no engineer is the brigade named before him
        if beside is None:
            beside = inside_at_end(analysis, mention, mentions, i)
        if beside is None:
            beside = right_behind(analysis, mention, mentions, firsts)
        if beside is None:
            beside = set_off(analysis, mention, mentions, firsts)
        if beside is None:
            beside = before_noun(analysis, mention, mentions, ends)
        if beside is not None:
            clusters.join(beside, i)


def has_article(analysis: Analysis, mention: Mention) -> bool:
    """Whether "the" stands before a name, as before no person's."""
    first = token_at(analysis, mention.span.start)
    return first is not None and first > 0 and analysis.tokens[first - 1].text.lower() == "the"


def called(analysis: Analysis, mention: Mention, mentions: Sequence[Mention], places: dict[int, int]) -> int | None:
    """The place whose name "of" gives: "the port city of Tarn"; but "the capital of Togo" is no Togo."""
    tokens, noun = analysis.tokens, analysis.tokens[mention.head]
    if noun.i + 2 >= len(tokens) or noun.lemma.lower() not in OF_A_NAME or tokens[noun.i + 1].text != "of":
        return None
    name = places.get(tokens[noun.i + 2 + (tokens[noun.i + 2].text == "the")].start)
    return None if name is None or (noun.lemma.lower() == "capital" and mentions[name].kind == "country") else name


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


def right_behind(
    analysis: Analysis, mention: Mention, mentions: Sequence[Mention], firsts: dict[int, int]
) -> int | None:
    """The body named right behind the noun that says what it is, whatever the tree says: "Togo's news agency ATPX said"."""
    if mention.kind != "organization" or analysis.tokens[mention.head].end != mention.span.end:
        return None
    name = firsts.get(mention.span.end + 1)
    if name is None or mentions[name].kind != "organization" or mentions[name].form != "name":
        return None
    one = analysis.tokens[mentions[name].head].sentence == analysis.tokens[mention.head].sentence
    return name if one else None


def before_noun(analysis: Analysis, mention: Mention, mentions: Sequence[Mention], ends: dict[int, int]) -> int | None:
    """The outlet or firm whose name stands before the noun for what it is: "the Volta Press agency", "Ruhl Metals company"."""
    tokens, head = analysis.tokens, analysis.tokens[mention.head]
    if mention.kind != "organization" or head.i < 2 or head.text.lower() not in OUTLETS | CONCERNS:
        return None
    name = ends.get(tokens[head.i - 1].end)
    first = token_at(analysis, mentions[name].span.start) if name is not None else None
    if name is None or first is None:
        return None
    before = tokens[first - 1].text.lower() if first > 0 else ""
    whole = " " in mentions[name].name and mentions[name].country is None and before not in {"a", "an"}
    return name if before == "the" or (whole and head.text.lower() in CONCERNS) else None


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


def may_be_body(analysis: Analysis, mention: Mention) -> bool:
    """Whether a role is one that firms have too: "the owner, Argus Metals,"."""
    return analysis.tokens[mention.head].lemma.lower() in FIRMS


def past_bracket(analysis: Analysis, at: int | None) -> int | None:
    """Past a short bracket that may stand behind a name: "the Guild of Potters (GOP), said"."""
    if at is None or analysis.tokens[at].text != "(":
        return at
    inside = range(at + 1, min(len(analysis.tokens) - 1, at + BRACKET))
    return next((i + 1 for i in inside if analysis.tokens[i].text == ")"), at)


def set_off(analysis: Analysis, mention: Mention, mentions: Sequence[Mention], firsts: dict[int, int]) -> int | None:
    """The name set off by commas right after a definite role, whatever the tree says: "the minister, Ada Berg, said"."""
    if not is_definite_mention(analysis, mention):
        return None
    at = token_at(analysis, mention.span.end)
    tokens = analysis.tokens
    if at is None or at + 1 >= len(tokens) or tokens[at].text != "," or tokens[at].start != mention.span.end:
        return None
    based = [t.text.lower() for t in tokens[at + 2 : at + 4]] == ["-", "based"] and at + 4 < len(tokens)
    first = at + 4 if based else at + 1  # "the owner, Oslo-based Argus Metals,"
    if mention.kind == "organization" and tokens[first].text == "the" and first + 1 < len(tokens):
        first += 1  # "the union, the Guild of Potters,"
    name = firsts.get(tokens[first].start)
    if name is None or not (mentions[name].kind == mention.kind or may_be_body(analysis, mention)):
        return None
    after = past_bracket(analysis, token_at(analysis, mentions[name].span.end))
    ends = after is not None and tokens[after].text == "," and tokens[after].sentence == tokens[at].sentence
    follows = tokens[after + 1] if after is not None and ends and after + 1 < len(tokens) else None
    return name if follows is not None and follows.pos not in {"CCONJ", "PROPN", "DET", "NOUN", "NUM"} else None
