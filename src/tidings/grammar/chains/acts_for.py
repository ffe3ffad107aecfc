"""For which state or body a chain acts: by its offices, its nation's name, the body it speaks for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.chains.by_institution import through_institution
from tidings.grammar.chains.every_state import of_every_state
from tidings.grammar.chains.home_state import at_home
from tidings.grammar.chains.lands import with_lands
from tidings.grammar.chains.name_chains import ministry_state, ministry_states
from tidings.grammar.chains.office_keys import office_key
from tidings.grammar.chains.owners import through_owner
from tidings.grammar.chains.pronoun_scene import quoted_tokens
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.kinds import reporting
from tidings.grammar.tree import token_at, tokens_in
from tidings.model import Analysis, Chain, Mention

__all__ = ["acts_for"]

# What someone is or did says nothing of whom they act for; a counterpart holds the same office as somebody who does.
REACH = 90  # tokens from "our envoy" to the end of the quotation and who says it
OF_STATE = frozenset({"ministry", "government", "parliament", "presidency", "cabinet", "army", "police"})
MANY_SEATS = frozenset({"Brussels", "Vienna", "Geneva", "The Hague", "Addis Ababa"})  # where bodies of many states sit
OFFICIAL = frozenset({"chief", "member", "speaker", "envoy", "media"})


@dataclass(frozen=True, slots=True)
class Text:
    """What a whole text says of the states of its bodies."""

    main_state: str | None
    ministries: dict[str, str | None]
    seated: dict[int, str]  # by the end of the words before "in", the states of capitals: "the Supreme Court in Lima"
    scene: dict[
        int, str
    ]  # by their heads, the states of bodies in whose capital a sentence is set: "In Lima, the ministry"


def acts_for(
    analysis: Analysis, mentions: Sequence[Mention], chains: Sequence[Chain], dateline: str | None = None
) -> list[Chain]:
    """The chains with the state (alpha-3) and body that the text has them act for."""
    named = tuple(capitals(analysis, mentions))
    seated, scene = seats(analysis, named), scenes(analysis, mentions, named)
    text = Text(main_state(mentions), ministry_states(mentions), seated, scene)
    first = []
    for chain in chains:
        country, body = own(mentions, chain, text)
        first.append(replace(chain, country=country, body=body))
    by_head = {mentions[m].head: n for n, chain in enumerate(first) for m in chain.mentions}
    first = through_owner(analysis, mentions, first, by_head)
    first = through_institution(analysis, mentions, first)
    first = at_home(analysis, mentions, first, dateline)
    first = through_owner(analysis, mentions, first, by_head)
    found = [through_body(analysis, mentions, first, by_head, chain) for chain in first]
    found = with_lands(analysis, mentions, found)
    return [through_speaker(analysis, mentions, found, by_head, chain) for chain in found]


def through_speaker(
    analysis: Analysis, mentions: Sequence[Mention], chains: Sequence[Chain], by_head: dict[int, int], chain: Chain
) -> Chain:
    """Whoever is "our ambassador" in somebody's words acts for the state that the speaker acts for."""
    if chain.kind != "person" or chain.country is not None:
        return chain
    quoted: frozenset[int] | None = None
    for m in chain.mentions:
        mention = mentions[m]
        ours = any(analysis.tokens[c].text.lower() == "our" for c in analysis.children[mention.head])
        if not ours or mention.role is None or not is_official(mention.role):
            continue
        quoted = quoted_tokens(analysis) if quoted is None else quoted
        after = range(mention.head + 1, min(len(analysis.tokens), mention.head + REACH))
        speaker = next((by_head[i] for i in after if i in by_head and i not in quoted and speaks(analysis, i)), None)
        if mention.head in quoted and speaker is not None and chains[speaker].country is not None:
            return replace(chain, country=chains[speaker].country)
    return chain


def speaks(analysis: Analysis, i: int) -> bool:
    """Whether a token is the subject of a verb of saying."""
    token = analysis.tokens[i]
    return token.dep == "nsubj" and analysis.tokens[token.head].lemma in reporting()


def own(mentions: Sequence[Mention], chain: Chain, text: Text) -> tuple[str | None, str | None]:
    """The state and body that a chain's own words give."""
    members = [mentions[m] for m in chain.mentions]
    if chain.kind == "country":
        return next((m.country for m in members if m.country), None), None
    if chain.kind == "organization":
        country = next((m.country for m in members if m.country), None)
        set_in = {text.scene[m.head] for m in members if m.head in text.scene}
        if country is None and len(set_in) == 1:
            (country,) = set_in
        known = entry(chain.name)
        if country is None and known is not None and (known.kind != "shared" or known.country == text.main_state):
            country = known.country
        if country is None:
            country = next((s for m in members if (s := ministry_state(m, text.ministries))), None)
        if country is None and of_every_state(chain.name):
            country = next((text.seated[m.span.end] for m in members if m.span.end in text.seated), None)
        return country, None
    if chain.kind != "person":
        return None, None
    country = body = None
    for mention in members:
        if mention.role is not None and not is_official(mention.role):
            continue
        if mention.role is None and mention.form != "name":
            continue
        country = country or mention.country
        body = body or mention.body
    if country is None and body is not None:
        known = entry(body)
        own_state = known is not None and (known.kind != "shared" or known.country == text.main_state)
        country = known.country if known is not None and own_state else None
    return country, body


def capitals(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, int, str, str]]:
    """The mentions by name of capitals behind another word, each with its first token, its usual name and its state."""
    for mention in mentions:
        known = entry(mention.name) if mention.form == "name" else None
        if known is None or known.sort != "capital" or known.country is None:
            continue
        at = token_at(analysis, mention.span.start)
        if at is not None and at > 0:
            yield mention, at, known.name, known.country


def seats(analysis: Analysis, named: Iterable[tuple[Mention, int, str, str]]) -> dict[int, str]:
    """Where words end behind which "in" and a capital stand, with its state."""
    tokens = analysis.tokens
    return {tokens[at - 2].end: state for _, at, _, state in named if at > 1 and tokens[at - 1].text == "in"}


def scenes(
    analysis: Analysis, mentions: Sequence[Mention], named: Iterable[tuple[Mention, int, str, str]]
) -> dict[int, str]:
    """The heads of bodies of state without a name that are subjects behind a capital which opens their sentence, with its state."""
    tokens, found = analysis.tokens, {}
    subjects = {
        m.head for m in mentions if m.form == "nominal" and m.kind == "organization" and tokens[m.head].dep == "nsubj"
    }
    for mention, at, capital, state in named:
        first, end = analysis.sentences[tokens[at].sentence]
        opens = at == first + 1 and tokens[first].text == "In" and tokens[mention.head + 1].text == ","
        for i in range(at, end) if opens and capital not in MANY_SEATS else ():
            if i in subjects and tokens[i].lemma.lower() in OF_STATE and tokens[tokens[i].head].dep == "ROOT":
                found[i] = state
    return found


def main_state(mentions: Sequence[Mention]) -> str | None:
    """The state that a text names most often."""
    counted = Counter(m.country for m in mentions if m.kind == "country" and m.country is not None)
    return max(counted, key=lambda code: (counted[code], code)) if counted else None


def is_official(role: str) -> bool:
    """Whether a role is an office held now for some state or body."""
    key = office_key(role)
    if key is None or key.former:
        return False
    return key.sort in OFFICIAL or key.base == "counterpart"


def through_body(
    analysis: Analysis, mentions: Sequence[Mention], chains: Sequence[Chain], by_head: dict[int, int], chain: Chain
) -> Chain:
    """A person without a state yet gets that of the body named in a role: "the ministry's spokeswoman"."""
    if chain.kind != "person" or (chain.country is not None and chain.body is not None):
        return chain
    for m in chain.mentions:
        mention = mentions[m]
        if mention.role is None or not is_official(mention.role):
            continue
        start = mention.head if mention.form == "nominal" else max(0, mention.head - 12)
        inside = tokens_in(analysis, mention.span) if mention.form == "nominal" else range(start, mention.head)
        for i in inside:
            other = chains[by_head[i]] if i in by_head else None
            if other is None or other.kind != "organization" or not in_role(analysis, i, mention):
                continue
            weighed = other.weighed if chain.country is None else chain.weighed
            return replace(
                chain, country=chain.country or other.country, body=chain.body or other.name, weighed=weighed
            )
    return chain


def in_role(analysis: Analysis, i: int, mention: Mention) -> bool:
    """Whether token `i` stands among the words of a mention's role."""
    return (
        mention.role is not None
        and analysis.tokens[i].text in mention.role.replace("’s", " ").replace("'s", " ").split()
    )
