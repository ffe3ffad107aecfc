"""Words that stand for two parties at once: "both sides", "the two ministers"."""

from tidings.grammar.events.parties import Cast
from tidings.grammar.tree import children
from tidings.grammar.verbs import prepositional
from tidings.lexicon import rows
from tidings.model import Participant, Span

__all__ = ["together"]

POINTING = frozenset({"the", "both", "two", "these", "those", "their", "all"})
SIDES = frozenset({"side", "party", "delegation"})
PAIRED = frozenset({"two", "both", "neighbouring", "neighboring", "rival", "opposing", "warring", "respective"})


def together(cast: Cast, head: int) -> tuple[Participant, ...]:
    """The two parties that "both sides" or "the two ministers" stands for: the two that the text speaks of most."""
    token = cast.analysis.tokens[head]
    kind = next((row[1] for row in rows("joint_parties.tsv") if row[0] == token.lemma.lower()), None)
    plural = token.tag in {"NNS", "CD"} or token.lemma.lower() == "pair"
    if kind is None and not cast.is_known(head):
        below = prepositional(cast.analysis, head, "of")
        return next((found for noun in below if (found := together(cast, noun))), ())
    if kind is None or not plural or cast.below(head):
        return ()
    if kind == "country" and not is_pair(cast, head):
        return ()
    words_ = [*children(cast.analysis, head, "amod", "compound"), head]
    office = " ".join(cast.analysis.tokens[i].lemma.lower() for i in words_ if i != head or token.tag == "NNS")
    office = office if kind == "person" else ""
    return cast.two_most(kind, Span(*cast.place(head)), office)


def is_pair(cast: Cast, head: int) -> bool:
    """Whether a plural points at two that are known: "both governments", "the two sides"; not "large states", "host governments"."""
    told = [
        cast.analysis.tokens[c]
        for c in children(cast.analysis, head, "det", "nummod", "poss", "amod", "compound", "predet")
    ]
    others = {t.text.lower() for t in told if t.dep in {"amod", "compound"}} - PAIRED
    bare = cast.analysis.tokens[head].lemma.lower() in SIDES and not told
    return not others and (bare or any(t.text.lower() in POINTING for t in told))
