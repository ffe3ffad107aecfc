"""Words that stand for two parties at once: "both sides", "the two ministers"."""

from tidings.grammar.events.parties import Cast
from tidings.grammar.tree import children
from tidings.grammar.verbs import prepositional
from tidings.lexicon import rows
from tidings.model import Participant, Span

__all__ = ["together"]


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
    words_ = [*children(cast.analysis, head, "amod", "compound"), head]
    office = " ".join(cast.analysis.tokens[i].lemma.lower() for i in words_ if i != head or token.tag == "NNS")
    office = office if kind == "person" else ""
    return cast.two_most(kind, Span(*cast.place(head)), office)
