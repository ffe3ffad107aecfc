"""What is said without a clause: "ruled out a ban", "promised a decree", "spoke of nine dead", "expressed fear that …"."""

from collections.abc import Sequence

from tidings.grammar.verbs import FINITE
from tidings.model import Token

__all__ = ["is_told"]

# Read on all that the encoder gives of PolNeAR train (150 articles): what stands behind these was said; "offer", "propose"
# and "threaten" are left out, behind which deeds stand as often.
PROMISING = frozenset({"promise", "pledge", "vow", "swear", "guarantee", "demand", "announce", "insist"})
DENYING = frozenset({"deny", "refute"})
COUNTING = frozenset({"say", "report", "speak", "count", "estimate"})
AFFIRMING = frozenset(
    {"claim", "say", "affirm", "declare", "assert", "state", "indicate", "admit", "confirm", "profess"}
)
VOICING = frozenset({"express", "voice"})
HELD = frozenset({"suggestion", "claim", "notion", "report", "allegation", "known", "case"})
LEAST = 3  # tokens


def is_told(cue: Sequence[Token], content: Sequence[Token]) -> bool:
    """Whether a verb of promising, denying, counting or voicing tells these words, which are no clause of its own."""
    lemmas = {token.lemma.lower() for token in cue}
    clause = any(token.tag in FINITE for token in content) and content[0].text.lower() != "what"
    if lemmas & DENYING or {"rule", "out"} <= lemmas:
        return len(content) >= LEAST or content[0].tag == "VBG"
    if lemmas & PROMISING:
        return len(content) >= LEAST and content[0].tag not in {"WDT", "WP"}
    if lemmas & AFFIRMING and len(content) > 2 and content[0].tag == "TO":
        return content[1].lemma.lower() in {"have", "be"}  # "claims to have seen it", "says to be ill"
    if lemmas & COUNTING and len(content) > 1:
        return any(token.tag == "CD" for token in content)
    return clause and (bool(lemmas & VOICING) or (len(cue) > 1 and bool({t.text.lower() for t in cue} & HELD)))
