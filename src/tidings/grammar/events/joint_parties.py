"""Words that stand for two parties at once: "both sides", "the two ministers"."""

from collections.abc import Sequence

from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.parties import Cast
from tidings.grammar.tree import children, clause_head, sentence_of
from tidings.grammar.verbs import prepositional
from tidings.lexicon import rows
from tidings.model import Participant, Span

__all__ = ["together"]

POINTING = frozenset({"the", "both", "two", "these", "those", "their"})
PAIR = 2
SIDES = frozenset({"side", "party", "delegation"})
MANY = frozenset({"all", "various", "several", "many", "more", "other"})  # of which the text does not say which
HEADS = frozenset({"president", "minister", "leader", "premier", "king"})
TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "conj"})
PAIRED = frozenset({"two", "both", "neighbouring", "neighboring", "rival", "opposing", "warring", "respective"})


def together(cast: Cast, head: int) -> tuple[Participant, ...]:
    """The two parties that "both sides" or "the two ministers" stands for: of whom it says so, else the two just named, else the two that the text speaks of most."""
    token = cast.analysis.tokens[head]
    if is_joint(cast, head):
        return cast.main_parties(Span(*cast.place(head)))
    kind = next((row[1] for row in rows("joint_parties.tsv") if row[0] == token.lemma.lower()), None)
    plural = token.tag in {"NNS", "CD"} or token.lemma.lower() == "pair"
    if kind is None and not cast.is_known(head):
        below = prepositional(cast.analysis, head, "of")
        return next((found for noun in below if (found := together(cast, noun))), ())
    if kind is None or not plural or cast.below(head):
        return ()
    if kind == "country" and (own := owners(cast, head)):
        return own
    if kind == "country" and not is_pair(cast, head):
        return ()
    words_ = [*children(cast.analysis, head, "amod", "compound"), head]
    office = " ".join(cast.analysis.tokens[i].lemma.lower() for i in words_ if i != head or token.tag == "NNS")
    office = office if kind == "person" else ""
    two = cast.two_most(kind, Span(*cast.place(head)), office)
    if kind == "person" and not two and token.lemma.lower() in HEADS and is_pair(cast, head):
        return cast.main_parties(Span(*cast.place(head)))  # nobody names the presidents, so their states
    open_ = token.lemma.lower() in SIDES  # "both governments" are states, "both sides" may be anybody
    return just_named(cast, head, two) if open_ else two


def is_joint(cast: Cast, head: int) -> bool:
    """Whether it is a body of two states that nobody names: "the joint commission"."""
    token = cast.analysis.tokens[head]
    if token.lemma.lower() not in noun_class("joint_body") or cast.is_known(head) or cast.below(head):
        return False
    return any(
        cast.analysis.tokens[c].lemma.lower() in noun_class("joint") for c in children(cast.analysis, head, "amod")
    )


def owners(cast: Cast, head: int) -> tuple[Participant, ...]:
    """The parties whose sides these are: "delegations of the guild and of the mill"."""
    ofs = children(cast.analysis, head, "prep")
    nouns = [n for p in ofs if cast.analysis.tokens[p].text.lower() in {"of", "from"} for n in under(cast, p)]
    return tuple(cast.participant(n) for n in nouns if n in cast.kinds)


def under(cast: Cast, prep: int) -> list[int]:
    """The nouns below a preposition, also those of a second "of" beside it: "of the guild and of the mill"."""
    found = list(children(cast.analysis, prep, "pobj", "conj"))
    for n in found:  # grows while it is walked
        more = children(cast.analysis, n, "conj", "pobj")
        found += [m for m in more if m not in found]
    return found


def just_named(cast: Cast, head: int, two: Sequence[Participant]) -> tuple[Participant, ...]:
    """The two most spoken of, unless the words before tell only of others: then those if they are two, else nobody."""
    most = {side(cast, p) for p in two}
    start, _ = sentence_of(cast.analysis, head)
    before = sentence_of(cast.analysis, start - 1)[0] if start else start
    for first, last in ((start, head), (before, start)):
        facing: dict[int, dict[int | str, Participant]] = {}
        named: set[int | str] = set()
        for i in range(first, last):
            found = named_side(cast, i)
            if found is not None and cast.analysis.tokens[i].dep in TAKING_PART:
                facing.setdefault(clause_head(cast.analysis, i), {}).setdefault(found, cast.participant(i))
                named.add(found)
        if named & most:
            return tuple(two)
        pairs = [c for c in facing.values() if len(c) == PAIR]
        if pairs:
            return tuple(pairs[-1].values())
        if len(named) >= PAIR:
            return ()
    return tuple(two)


def named_side(cast: Cast, i: int) -> int | str | None:
    """The side that a country, body or voice of one at a token is of."""
    if cast.kinds.get(i) not in {"country", "organization"} or i not in cast.mention_at:
        return None
    who = cast.participant(i)
    return None if who.chain is None else side(cast, who)


def side(cast: Cast, who: Participant) -> int | str | None:
    """The state of a party, else the party."""
    return None if who.chain is None else cast.reading.chains[who.chain].country or who.chain


def is_pair(cast: Cast, head: int) -> bool:
    """Whether a plural points at two that are known: "both governments", "the two sides"; not "large states", "host governments"."""
    told = [
        cast.analysis.tokens[c]
        for c in children(cast.analysis, head, "det", "nummod", "poss", "amod", "compound", "predet")
    ]
    if any(t.text.lower() in MANY for t in told):
        return False
    others = {t.text.lower() for t in told if t.dep in {"amod", "compound"}} - PAIRED
    bare = cast.analysis.tokens[head].lemma.lower() in SIDES and not told
    return not others and (bare or any(t.text.lower() in POINTING for t in told))
