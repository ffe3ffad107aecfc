"""For which state those act whose own words name none: the one that a text is about, weighed with those named near them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tidings.grammar.chains.every_state import of_every_state
from tidings.grammar.chains.office_keys import OfficeKey, office_key
from tidings.grammar.chains.owners import is_owned
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.tree import child, children, subtree
from tidings.lexicon import rows, word_classes, words
from tidings.model import Analysis, Chain, Mention

__all__ = ["at_home", "is_outside", "is_states", "state_of_place"]

OWN = frozenset({"state_body", "seat"})
LEAST = 3  # how often a text names states before it says anything of whose its officials are
OPENING = 700  # code points in which a text names the state that it is about
# Fitted on 53 officials of Timeline17, BASIL and PolNeAR whose state another report of the same matter gives.
ABOUT, NEAR, FIRST, MARGIN = 2.0, 0.5, 1.0, 0.7
WRITTEN = 1.5  # for the state of the dateline: more than that another was named last
BODIES = 1.5  # for the share of what goes by its own name: 1 to 3 are within five of 620 people of the labelled piles
MIND = 1.0  # for a state that hopes or regrets in their words
OPENS = 4  # times that a state named in the opening counts
SHARE = 0.15  # of all states that a text names
UNNAMED_MARGIN = 1.2  # "the army" is more often another state's: read off 60 in the same texts
ALONE = frozenset({"president", "vice president", "king", "queen", "general", "major"})  # no "bank president"
RULERS = frozenset({"president", "king", "queen", "emir", "sultan", "emperor", "leader", "supreme leader", "dictator"})
CALLS_IN = frozenset({"summon", "expel"})  # another state's envoy
AGAINST = frozenset({"summon", "expel", "accuse", "attack", "condemn", "warn", "threaten", "blame"})
MINDS = frozenset(
    {"hope", "oppose", "welcome", "regret", "support", "wish", "appreciate", "believe", "reject", "thank"}
)
IN_WORDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
OUT_OF_OFFICE = word_classes("word_classes.tsv")["out_of_office"]
BEFORE_SPEAKER = re.compile(r"\s(?:spokes\w{2,9}|spox|press secretary)\b.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Landscape:
    """The states that a text names, how often and where: (head, state) in text order."""

    counts: Mapping[str, int]
    places: tuple[tuple[int, str], ...]
    opening: frozenset[str]  # those named where the text begins
    named: int  # how often a state is named at all
    bodies: Mapping[str, int]  # how often each one's bodies, seats and offices are named by names of their own
    written: str | None  # the state where the report was written

    @property
    def silent(self) -> bool:
        """Whether it names the state where it was written nowhere: home goes without saying."""
        return self.written is not None and self.written not in self.counts

    def near(self, analysis: Analysis, mention: Mention, own: frozenset[int]) -> tuple[str, int] | None:
        """The state named last before a mention, in its sentence (2) or the one before (1)."""
        sentence = analysis.tokens[mention.head].sentence
        for head, state in reversed(self.places):
            if head < mention.head and head not in own:
                token = analysis.tokens[head]
                if sentence - token.sentence > 1 or token.dep == "conj":
                    return None  # of "Togo and Ghana" either may be meant
                return state, 2 - (sentence - token.sentence)
        return None


def state_of_place(place: str | None) -> str | None:
    """The state of a dateline's place, None where the tables do not know it."""
    known = entry(" ".join(word.capitalize() for word in place.split())) if place else None
    return None if known is None else known.country


def landscape(analysis: Analysis, mentions: Sequence[Mention], dateline: str | None) -> Landscape:
    """The states by all that is of one: its names, its officials and bodies, its cities."""
    places: list[tuple[int, str]] = []
    counts: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    named = 0
    for mention in mentions:
        if mention.form == "pronoun":
            continue
        known = entry(mention.name) if mention.form == "name" else None
        place = known if mention.kind == "place" else None
        state = mention.country or (place.country if place is not None else None)
        if known is not None and known.country is not None and known.sort in OWN:
            bodies[known.country] += 1
        if state is not None:
            named += 1
            counts[state] += OPENS if analysis.tokens[mention.head].start < OPENING else 1
            if mention.kind != "person":
                places.append((mention.head, state))
        elif mention.role is not None and len(only := states_of(mention.role)) == 1:
            named += 1
            counts[only[0]] += 1
            bodies[only[0]] += 1
    places.sort()
    opening = frozenset(state for head, state in places if analysis.tokens[head].start < OPENING)
    written = state_of_place(dateline)
    return Landscape(counts, tuple(places), opening, named, bodies, written)


def at_home(
    analysis: Analysis, mentions: Sequence[Mention], chains: Sequence[Chain], dateline: str | None = None
) -> list[Chain]:
    """The chains, with the weighed state for bodies and offices that each state has and that no other is named for.

    An office of one holder that somebody else of the text holds for that state is another state's:
    then nothing is said.
    """
    land = landscape(analysis, mentions, dateline)
    held = {
        (chain.country, key)
        for chain in chains
        if chain.country is not None and chain.kind == "person" and chain.named
        for role in chain.roles
        if (key := chief(role)) is not None
    }
    ruled = {chain.country for chain in chains if chain.country is not None and chain.named and rules(chain)}
    found: list[Chain] = []
    for chain in chains:
        state = None
        if chain.country is None and chain.kind in {"person", "organization"}:
            state = named_office(chain, land)
            owned = any(is_owned(analysis, mentions[m]) for m in chain.mentions)
            if state is None and not owned and is_states(chain):
                state = weighed(analysis, mentions, chain, land)
        taken = any((state, key) in held for role in chain.roles if (key := chief(role)) is not None)
        taken = taken or (state in ruled and rules(chain))
        found.append(chain if state is None or taken else replace(chain, country=state, weighed=True))
    return found


def weighed(analysis: Analysis, mentions: Sequence[Mention], chain: Chain, land: Landscape) -> str | None:
    """The state that a text's share and the states named just before the chain speak for; None at a small margin."""
    total = sum(land.counts.values())
    members = [mentions[m] for m in chain.mentions if mentions[m].form != "pronoun"]
    if land.named < LEAST or land.silent or not members:
        return None
    own = frozenset(m.head for m in members)
    near = [land.near(analysis, m, own) for m in members]
    votes: Counter[str] = Counter()
    for seen in near:
        if seen is not None:
            votes[seen[0]] += seen[1]
    told = max(1, sum(votes.values()))
    first = near[0][0] if near[0] is not None else None
    minds = spoken_for(analysis, members, land)
    score = {
        state: ABOUT * count / total
        + NEAR * votes[state] / told
        + FIRST * (state == first)
        + WRITTEN * (state == land.written)
        + MIND * (state in minds)
        + BODIES * land.bodies.get(state, 0) / max(LEAST, sum(land.bodies.values()))
        for state, count in land.counts.items()
        if state not in lacking(chain) | called_in(analysis, mentions, members)
    }
    if not score:
        return None
    ranked = sorted(score, key=lambda state: (-score[state], state))
    best = ranked[0]
    if minds - {best} or (best != land.written and best in others(analysis, members, land) - minds):
        return None
    ahead = score[best] - (score[ranked[1]] if len(ranked) > 1 else 0.0)
    share = land.counts[best] / total
    about = share >= SHARE and (best in land.opening or best == first)
    return best if about and ahead >= (MARGIN if chain.named else UNNAMED_MARGIN) else None


def lacking(chain: Chain) -> frozenset[str]:
    """The states that have no office that a chain holds: the United States has secretaries and no ministers."""
    keys = [key for role in chain.roles if (key := office_key(role)) is not None]
    minister = any(key.word == "minister" and key.sort == "chief" for key in keys)
    return frozenset({"USA"}) if minister else frozenset()


def called_in(analysis: Analysis, mentions: Sequence[Mention], members: Sequence[Mention]) -> frozenset[str]:
    """The states whose envoys these summon or expel: "summoned the Togolese ambassador"."""
    verbs = {
        analysis.tokens[m.head].head
        for m in members
        if analysis.tokens[m.head].dep == "nsubj"
        and analysis.tokens[analysis.tokens[m.head].head].lemma.lower() in CALLS_IN
    }
    whom = {c for verb in verbs for c in children(analysis, verb, "dobj")}
    return frozenset(m.country for m in mentions if whom and m.head in whom and m.country is not None)


def others(analysis: Analysis, members: Sequence[Mention], land: Landscape) -> frozenset[str]:
    """The states that these speak of, which a speaker rarely does of their own, or that do something to them."""
    found: set[str] = set()
    for m in members:
        token = analysis.tokens[m.head]
        verb = analysis.tokens[token.head]
        if token.dep == "nsubj":
            said = {
                i for c in analysis.children[verb.i] if analysis.tokens[c].dep == "ccomp" for i in subtree(analysis, c)
            }
            found |= {state for head, state in land.places if head in said and analysis.tokens[head].dep in IN_WORDS}
        if token.dep == "dobj" and verb.lemma.lower() in AGAINST:
            own = (child(analysis, verb.i, "nsubj"),)
            found |= {state for head, state in land.places if head in own}
    return frozenset(found)


def spoken_for(analysis: Analysis, members: Sequence[Mention], land: Landscape) -> frozenset[str]:
    """The states whose mind these tell: "said that Kenya hoped", which one says of one's own."""
    state_at = dict(land.places)
    found: set[str] = set()
    for m in members:
        token = analysis.tokens[m.head]
        while token.dep in {"compound", "nmod", "poss"}:  # the ministry of who speaks
            token = analysis.tokens[token.head]
        for said in children(analysis, token.head, "ccomp") if token.dep == "nsubj" else ():
            subject = child(analysis, said, "nsubj")
            if analysis.tokens[said].lemma.lower() in MINDS and subject in state_at:
                found.add(state_at[subject])
    return frozenset(found)


def named_office(chain: Chain, land: Landscape) -> str | None:
    """The state whose offices alone go by the words of a role: of several, one that the text names."""
    if chain.kind != "person" or chain.body is not None:
        return None
    for role in chain.roles:
        key, states = office_key(role), states_of(role)
        here = sorted((s for s in states if s in land.counts), key=lambda s: (-land.counts[s], states.index(s)))
        if key is not None and not key.former and not key.plural and (here or len(states) == 1):
            return (here or states)[0]
    return None


@lru_cache(maxsize=16384)
def states_of(role: str) -> tuple[str, ...]:
    """The states whose offices alone go by the words of a role; a Representative by title sits in a Congress."""
    key = office_key(role)
    plain = " ".join(role.lower().split()) if key is None or key.base != "congressman" else key.base
    return next((tuple(cell.split()) for phrase, cell in rows("office_states.tsv") if plain.endswith(phrase)), ())


def is_states(chain: Chain) -> bool:
    """Whether a chain is of some state, by its name or its office, without saying of which."""
    if chain.kind == "organization":
        return of_every_state(chain.name)
    if any(is_outside(role) for role in chain.roles):
        return False
    if chain.body is not None:
        return of_every_state(chain.body)
    return any(is_public(role) for role in chain.roles)


def is_outside(role: str) -> bool:
    """Whether a role says that its holder is against the government or no longer of it."""
    return not OUT_OF_OFFICE.isdisjoint(role.lower().split())


def is_public(role: str) -> bool:
    """Whether a role is an office that only states give, or speaks for a body that each state has."""
    key = office_key(role)
    if key is None or key.former or key.plural:
        return False
    if key.sort == "speaker":
        return of_every_state(BEFORE_SPEAKER.sub("", role))
    if key.base == "minister" and key.field is None and len(role.split()) > 1:
        return False  # churches have ministers too
    if key.base in ALONE and len(role.split()) > len(key.base.split()):
        return False
    return key.base in words("public_offices.txt")


def rules(chain: Chain) -> bool:
    """Whether somebody is told of as who rules a state: beside its king no "President Holm" is of that state."""
    keys = (office_key(role) for role in chain.roles)
    return chain.kind == "person" and any(
        key is not None and key.base in RULERS and not key.former and not key.plural for key in keys
    )


def chief(role: str) -> tuple[str, str | None] | None:
    """The office that a role names, where one person holds it."""
    key: OfficeKey | None = office_key(role)
    return (key.base, key.field) if key is not None and key.sort == "chief" and not key.former else None
