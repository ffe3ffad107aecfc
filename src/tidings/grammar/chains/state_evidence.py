"""What speaks for each state of a text as the one that an official acts for whose own words name none, and for none of them.

The weights are learnt (training/states.py); a state that the office shuts out is no candidate.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from tidings.grammar.chains.evidence import Evidence
from tidings.grammar.chains.landscape import Landscape, state_of_place
from tidings.grammar.chains.office_keys import office_key
from tidings.grammar.names.kinds import reporting
from tidings.grammar.tree import ancestors, child, children, subtree
from tidings.model import Analysis, Chain, Mention

__all__ = ["CALLS_IN", "TABLE", "for_none", "for_states", "of_counterparts"]

TABLE = "state_evidence.tsv"
LEAST = 3  # bodies of states that a share is taken of, at least
CALLS_IN = frozenset({"summon", "expel"})  # another state's envoy
# What a state does to another's people on its own ground.
AT_HOME = CALLS_IN | {
    *("arrest", "bar", "deport", "detain", "evict", "free", "hold", "imprison", "jail", "order", "oust", "question"),
    *("release", "seize", "send", "sentence", "throw", "try"),
}
AGAINST = frozenset({"summon", "expel", "accuse", "attack", "condemn", "warn", "threaten", "blame"})
MINDS = frozenset(
    {"hope", "oppose", "welcome", "regret", "support", "wish", "appreciate", "believe", "reject", "thank"}
)
PLANS = frozenset({"will", "would", "shall", "’ll", "'ll"})
IN_WORDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
COUNTERPARTS = frozenset({"counterpart", "colleague"})
GOES = frozenset({"visit", "trip", "journey", "tour", "travel", "fly", "arrive", "land", "expect", "voyage"})
AWAY = frozenset(
    {"visit", "trip", "tour", "travel", "arrive", "talks", "summit", "meet", "meeting", "sideline", "guest"}
)


def for_states(
    analysis: Analysis, mentions: Sequence[Mention], chain: Chain, land: Landscape
) -> Mapping[str, Evidence]:
    """The evidence for each state that the text names and that the office allows."""
    members = [mentions[m] for m in chain.mentions if mentions[m].form != "pronoun"]
    own = frozenset(m.head for m in members)
    near = [land.near(analysis, m, own) for m in members]
    votes: Counter[str] = Counter()
    for seen in near:
        if seen is not None:
            votes[seen[0]] += seen[1]
    first = near[0] if near else None
    total = max(1, sum(land.counts.values()))
    minds, plans = spoken_for(analysis, members, land), planned_for(analysis, members, land)
    said_in, told_of = scenes(analysis, members, land), others(analysis, members, land)
    beside = sentences_of(analysis, members)
    together = {s for head, s in land.places if head not in own and analysis.tokens[head].sentence in beside}
    ministries = ministries_of(mentions, chain)
    out = lacking(chain) | called_in(analysis, mentions, members) | visited(analysis, members, land)
    out |= of_counterparts(mentions, chain) | dealt_with(analysis, members, land)
    out |= told_counterparts(analysis, mentions, beside) if chain.kind == "organization" else frozenset()
    found: dict[str, Evidence] = {}
    for state, count in land.counts.items():
        if state in out:
            continue
        rest = max((n for other, n in land.counts.items() if other != state), default=0)
        found[state] = {
            "share": count / total,
            "lead": (count - rest) / total,
            "few": 1 / len(land.counts),
            "near": votes[state] / max(1, sum(votes.values())),
            "first, its sentence": float(first == (state, 2)),
            "first, before": float(first == (state, 1)),
            "its sentence": float(state in together),
            "opening": float(state in land.opening),
            "bodies": land.bodies.get(state, 0) / max(LEAST, sum(land.bodies.values())),
            "mind": float(state in minds),
            "another's mind": float(bool(minds) and state not in minds),
            "plans": float(state in plans),
            "another's plans": float(bool(plans) and state not in plans),
            "said there": float(state in said_in),
            "said elsewhere": float(bool(said_in) and state not in said_in),
            "told of": float(state in told_of),
            "told of, one of many": float(state in told_of and 2 * count < total),
            "ministry": float(state in ministries),
            "written": float(state == land.written),
        }
    return found


def for_none(chain: Chain, land: Landscape) -> Evidence:
    """The evidence for no state of the text."""
    keys = [key for role in chain.roles if (key := office_key(role)) is not None]
    bases = {key.base for key in keys}
    return {
        "none": 1.0,
        "none, a body": float(chain.kind == "organization"),
        "none, named": float(chain.named),
        "none, chief": float(any(key.sort == "chief" for key in keys)),
        "none, president": float("president" in bases),
        "none, minister": float(not bases.isdisjoint({"minister", "prime minister"})),
        "none, few": float(land.named <= LEAST),
    }


def lacking(chain: Chain) -> frozenset[str]:
    """The states that have no office that a chain holds: the United States has secretaries and departments."""
    keys = [key for role in chain.roles if (key := office_key(role)) is not None]
    minister = any(key.word == "minister" and key.sort == "chief" for key in keys)
    ministry = chain.kind == "organization" and "ministr" in chain.name.lower()
    return frozenset({"USA"}) if minister or ministry else frozenset()


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


def dealt_with(analysis: Analysis, members: Sequence[Mention], land: Landscape) -> frozenset[str]:
    """The states whose people another state deals with at home, in a clause that one of these hangs on: "Togo expelled two
    Ghanaians after police held a clerk"."""
    tokens, state_at, found = analysis.tokens, dict(land.places), set[str]()
    for m in members:
        for i in ancestors(analysis, m.head):
            if tokens[i].dep in {"ccomp", "pcomp", "xcomp"}:
                break  # what is told there may be of the other side: "denied that police had held a clerk"
            if i != m.head and tokens[i].lemma.lower() in AT_HOME:
                doers = {state_at[s] for s in children(analysis, i, "nsubj") if s in state_at}
                theirs = {k for o in children(analysis, i, "dobj") for k in subtree(analysis, o) if k < m.head}
                found |= {state for head, state in land.places if doers and head in theirs and state not in doers}
    return frozenset(found)


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


def visited(analysis: Analysis, members: Sequence[Mention], land: Landscape) -> frozenset[str]:
    """The states that these go to: "a visit to Nairobi by President Berg", "Berg's trip to Kenya", "Berg is to fly to Kenya"."""
    state_at, found = dict(land.places), set[str]()
    for m in members:
        token = analysis.tokens[m.head]
        above = analysis.tokens[token.head]
        if token.dep == "pobj" and above.text.lower() == "by":
            above = analysis.tokens[above.head]
        goes = token.dep in {"nsubj", "poss", "pobj"} and above.lemma.lower() in GOES
        for prep in children(analysis, above.i, "prep") if goes else ():
            if analysis.tokens[prep].text.lower() in {"to", "in", "for"}:
                found |= {state_at[k] for k in children(analysis, prep, "pobj") if k in state_at}
        if goes and above.lemma.lower() == "visit":
            found |= {state_at[k] for k in children(analysis, above.i, "dobj") if k in state_at}
    return frozenset(found)


def of_counterparts(mentions: Sequence[Mention], chain: Chain) -> frozenset[str]:
    """The states of those whose counterpart or colleague somebody is: of "her Togolese counterpart", "his colleague in Lome"."""
    theirs = [mentions[m] for m in chain.mentions if mentions[m].form == "pronoun"]
    found: set[str | None] = set()
    for i, m in enumerate(mentions) if theirs else ():
        if m.form != "nominal" or COUNTERPARTS.isdisjoint(m.name.lower().split()):
            continue
        if any(m.span.covers(own.span) for own in theirs):
            inside = [other for other in mentions[i + 1 : i + 6] if m.span.covers(other.span)]
            found |= {m.country, *(other.country or state_of_place(other.name) for other in inside)}
    return frozenset(state for state in found if state is not None)


def told_counterparts(analysis: Analysis, mentions: Sequence[Mention], sentences: frozenset[int]) -> frozenset[str]:
    """The states of those who are told of, in the sentence that a body speaks in, as another's counterpart: it is of neither
    more than of that other's: "Berg of Togo rang her Ghanaian counterpart, the ministry said"."""
    near = [m for m in mentions if analysis.tokens[m.head].sentence in sentences]
    told = {
        m.country
        for m in near
        if m.country is not None and not COUNTERPARTS.isdisjoint(t.lower() for t in (m.role or m.name).split())
    }
    return frozenset(state for state in told if any(m.country not in {None, state} for m in near))


def planned_for(analysis: Analysis, members: Sequence[Mention], land: Landscape) -> frozenset[str]:
    """The states whose plans these tell: "said that Kenya would sign", and in the sentence behind, "Kenya would sign"."""
    state_at, found = dict(land.places), set[str]()
    for m in members:
        token = analysis.tokens[m.head]
        if token.dep != "nsubj" or analysis.tokens[token.head].lemma not in reporting():
            continue
        clauses = list(children(analysis, token.head, "ccomp"))
        if token.sentence + 1 < len(analysis.sentences):
            first, end = analysis.sentences[token.sentence + 1]
            clauses += [i for i in range(first, end) if analysis.tokens[i].dep == "ROOT"]
        for clause in clauses:
            subject = child(analysis, clause, "nsubj")
            modal = any(analysis.tokens[c].text.lower() in PLANS for c in children(analysis, clause, "aux"))
            if modal and subject in state_at:
                found.add(state_at[subject])
    return frozenset(found)


def scenes(analysis: Analysis, members: Sequence[Mention], land: Landscape) -> frozenset[str]:
    """The states where these say something, unless the sentence tells of a visit: "told parliament in Nairobi"."""
    state_at, found = dict(land.places), set[str]()
    for m in members:
        token = analysis.tokens[m.head]
        first, end = analysis.sentences[token.sentence]
        if token.dep != "nsubj" or any(t.lemma.lower() in AWAY for t in analysis.tokens[first:end]):
            continue
        below = [token.head, *children(analysis, token.head, "dobj", "dative", "pobj")]
        below += [k for p in children(analysis, token.head, "prep") for k in children(analysis, p, "pobj")]
        preps = [
            p for verb in below for p in children(analysis, verb, "prep") if analysis.tokens[p].text.lower() == "in"
        ]
        found |= {state_at[k] for p in preps for k in children(analysis, p, "pobj") if k in state_at}
    return frozenset(found)


def sentences_of(analysis: Analysis, members: Sequence[Mention]) -> frozenset[int]:
    """The sentences that these stand in."""
    return frozenset(analysis.tokens[m.head].sentence for m in members)


def ministries_of(mentions: Sequence[Mention], chain: Chain) -> frozenset[str]:
    """The states whose minister or ministry of the same field the text tells of."""
    fields = {key.field for role in (*chain.roles, chain.name) if (key := office_key(role)) is not None} - {None}
    return frozenset(
        m.country
        for m in mentions
        if m.country is not None and m.role is not None
        if (key := office_key(m.role)) is not None and key.field in fields
    )
