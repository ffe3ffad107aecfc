"""What is said without a clause: "ruled out a ban", "promised a decree", "spoke of nine dead", "expressed fear that …"."""

from collections.abc import Sequence
from itertools import pairwise

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
REJECTING = frozenset({"reject", "dismiss", "dispute", "contest", "rebut", "repudiate", "rebuff"})
VOICING = frozenset({"express", "voice"})
HELD = frozenset({"suggestion", "claim", "notion", "report", "allegation", "known", "case"}) | {
    *("accusation", "charge", "hint", "insinuation", "talk", "assertion", "idea", "implication")
}
# Of what the encoder alone finds in the visible stories, by whether their readers have it: judged so 4 of 7 (the others are
# as much said), spoken of 2 of 2, confirmed at length 2 of 2, threatened by who is told of 4 of 5, feared 1 of 1.
JUDGING = frozenset(
    {
        "dismiss",
        "describe",
        "denounce",
        "condemn",
        "brand",
        "label",
        "decry",
        "portray",
        "characterise",
        "characterize",
        "hail",
        "praise",
    }
)
KEPT_BACK = frozenset({"short", "refrain", "without", "avoid"})
LEAST = 3  # tokens
LONG = 6  # tokens of what is confirmed: "the arrival of two grey ships", not "the deal"


def is_told(cue: Sequence[Token], content: Sequence[Token]) -> bool:
    """Whether a verb of promising, denying, counting or voicing tells these words, which are no clause of its own."""
    lemmas = {token.lemma.lower() for token in cue}
    if lemmas & KEPT_BACK:
        return False  # "stopped short of promising shoes"
    clause = any(token.tag in FINITE for token in content) and content[0].text.lower() != "what"
    if lemmas & JUDGING:
        own = next((n for n, t in enumerate(content) if t.text.lower() in {"that", "which", "who"}), len(content))
        active = "be" not in lemmas and not any(token.tag in FINITE for token in content[:own])
        return active and any(token.text.lower() == "as" for token in content[:-1])  # "dismissed this as blackmail"
    if lemmas & REJECTING and len(content) >= LEAST:
        pairs = pairwise(content[: LEAST + 1])  # "rejected all talk of moths"
        return any(a.lemma.lower() in HELD and b.text.lower() in {"of", "that"} for a, b in pairs)
    if "speak" in lemmas and cue[-1].text.lower() == "of" and len(content) >= LEAST:
        return content[0].tag not in {"WDT", "WP"}  # "spoke of a black day"
    if "confirm" in lemmas and not clause and len(content) >= LONG:
        return content[0].pos == "DET" and any(token.text.lower() == "of" for token in content)
    if "threaten" in lemmas and content[0].tag == "TO":
        return len(content) >= LONG
    if "fear" in lemmas:
        return clause
    if lemmas & DENYING or {"rule", "out"} <= lemmas:
        return len(content) >= LEAST or content[0].tag == "VBG"
    if lemmas & PROMISING:
        return len(content) >= LEAST and content[0].tag not in {"WDT", "WP"}
    if lemmas & AFFIRMING and len(content) > 2 and content[0].tag == "TO":
        return content[1].lemma.lower() in {"have", "be"}  # "claims to have seen it", "says to be ill"
    if lemmas & COUNTING and len(content) > 1:
        return any(token.tag == "CD" for token in content)
    return clause and (bool(lemmas & VOICING) or (len(cue) > 1 and bool({t.text.lower() for t in cue} & HELD)))
