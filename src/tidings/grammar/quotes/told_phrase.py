"""What is said without a clause: "ruled out a ban", "promised a decree", "spoke of nine dead", "expressed fear that …"."""

from collections.abc import Sequence
from itertools import pairwise

from tidings.grammar.quotes.attribution import gives_up
from tidings.grammar.quotes.denied_reports import HEARSAY
from tidings.grammar.verbs import FINITE
from tidings.model import Token

__all__ = ["told_from"]

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
# as much said), spoken of 2 of 2, confirmed at length 2 of 2, threatened by who is told of 4 of 5, feared 1 of 1; called by
# a noun 2 of 3 (by an adjective 0 of 3), accused of or that 4 of 5, denied hearsay 7 of 7, bidden to 1 of 1, expected or
# wanted of others to do 3 of 3 (a mere thing that is wanted 0 of 6), found by an inquiry 2 of 3, threatened with 1 of 1.
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
CALLING = frozenset({"call", "term", "dub", "label", "brand"})
BIDDING = frozenset({"ask", "urge", "beg", "implore", "exhort", "request", "beseech", "entreat", "appeal"})
FORESEEING = frozenset({"expect", "want", "wish"})
TERMS = frozenset(
    {"condition", "deadline", "limit", "ultimatum", "proposal", "offer", "demand", "plan", "alternative"}
) | {*("request", "warning", "message", "answer", "reply", "rule", "promise", "threat", "term", "choice")}
KEPT_BACK = frozenset({"short", "refrain", "without", "avoid"})
LEAST = 3  # tokens
LONG = 6  # tokens of what is confirmed: "the arrival of two grey ships", not "the deal"


def told_from(cue: Sequence[Token], content: Sequence[Token]) -> int | None:
    """From which of its tokens on the content is told, where a verb of promising, denying, accusing, counting or voicing tells
    it without a clause of its own; None where it tells of a deed or an attitude."""
    lemmas = {token.lemma.lower() for token in cue}
    if lemmas & KEPT_BACK:
        return None  # "stopped short of promising shoes"
    if gives_up(lemmas):
        return None
    if "accuse" in lemmas:
        return charged_from(content) if any(token.tag in FINITE for token in cue) else None
    if lemmas & (DENYING | REJECTING) and (denied := hearsay_from(content)) is not None:
        return denied
    if (led := led_from(content)) is not None:
        return led
    return 0 if is_told(lemmas, cue, content) or is_wished(lemmas, content) else None


def charged_from(content: Sequence[Token]) -> int | None:
    """Where what somebody is accused of begins: behind the "of" or "that" that follows who is accused."""
    if content[0].tag in {"VBG", "VBN"}:
        return 0
    first = next((n for n, t in enumerate(content[:-1]) if n and t.text.lower() in {"of", "that"}), None)
    bare = first is not None and not any(t.tag in FINITE for t in content[:first])
    return first + 1 if bare and first is not None else None


def led_from(content: Sequence[Token]) -> int | None:
    """Where the words behind a colon begin that a noun leads up to: "instead a last condition: the boats must go"."""
    colon = next((n for n, t in enumerate(content[: 2 * LEAST]) if t.text == ":"), None)
    if not colon or content[colon - 1].lemma.lower() not in TERMS or colon + LEAST >= len(content):
        return None
    return colon + 1 if any(t.tag in FINITE for t in content[colon:]) else None


def hearsay_from(content: Sequence[Token]) -> int | None:
    """Where what is denied begins: behind the "that" of "newspaper reports that …", which are nobody's in particular."""
    pairs = enumerate(pairwise(content[: 2 * LEAST]))
    found = next((n for n, (a, b) in pairs if a.lemma.lower() in HEARSAY and b.text.lower() == "that"), None)
    if found is None or any(t.dep == "poss" or t.tag in FINITE or t.tag in {"WDT", "WP"} for t in content[:found]):
        return None  # "dismissed the clerk who made claims that …" is no denial
    return found + 2 if found + 2 < len(content) else None


def is_wished(lemmas: set[str], content: Sequence[Token]) -> bool:
    """Whether it is what others are asked or expected to do: "asked both sides to wait", "expects work to resume"."""
    to = next((n for n, token in enumerate(content) if token.tag == "TO"), 0)
    acts = bool(to) and to + 1 < len(content) and content[to + 1].pos in {"VERB", "AUX"}
    bare = all(t.tag not in FINITE and t.text not in {",", ";"} for t in content[:to])
    bare = bare and any(t.pos in {"NOUN", "PROPN", "PRON"} or t.tag == "VBG" for t in content[:to])
    return bool(lemmas & (BIDDING | FORESEEING)) and acts and bare


def is_called(content: Sequence[Token]) -> bool:
    """Whether something is called by a noun: "the ruling a hostile act", "it a breach of the pact"."""
    article = next((n for n, t in enumerate(content) if n and t.text.lower() in {"a", "an"}), None)
    return article is not None and all(t.tag not in FINITE and t.pos != "ADP" for t in content[:article])


def is_told(lemmas: set[str], cue: Sequence[Token], content: Sequence[Token]) -> bool:
    """Whether a verb of promising, denying, counting or voicing tells these words, which are no clause of its own."""
    clause = any(token.tag in FINITE for token in content) and content[0].text.lower() != "what"
    if lemmas & CALLING and "be" not in lemmas and is_called(content):
        return any(token.tag in FINITE for token in cue)
    if lemmas & JUDGING:
        own = next((n for n, t in enumerate(content) if t.text.lower() in {"that", "which", "who"}), len(content))
        active = "be" not in lemmas and not any(token.tag in FINITE for token in content[:own])
        return active and any(token.text.lower() == "as" for token in content[:-1])  # "dismissed this as blackmail"
    if lemmas & REJECTING and len(content) >= LEAST:
        pairs = pairwise(content[: LEAST + 1])  # "rejected all talk of moths"
        return any(a.lemma.lower() in HELD and b.text.lower() in {"of", "that"} for a, b in pairs)
    if lemmas & {"speak", "talk"} and cue[-1].text.lower() in {"of", "about"} and content[0].tag == "CD":
        return len(content) > 1  # "talks about 22 wounded"
    if "speak" in lemmas and cue[-1].text.lower() == "of" and len(content) >= LEAST:
        return content[0].tag not in {"WDT", "WP"}  # "spoke of a black day"
    if "confirm" in lemmas and not clause and len(content) >= LONG:
        return content[0].pos == "DET" and any(token.text.lower() == "of" for token in content)
    if "threaten" in lemmas and content[0].tag == "TO":
        return len(content) >= LONG
    if "threaten" in lemmas and len(content) >= LEAST:  # "threatened whoever sang with the tower"
        return any(token.text.lower() == "with" for token in (*cue, *content))
    if "ask" in lemmas and any(token.text.lower() == "for" for token in (*cue, content[0])) and len(content) > LEAST:
        return content[0].tag not in {"WDT", "WP"} and "be" not in lemmas
    if "fear" in lemmas:
        return clause
    if lemmas & DENYING or {"rule", "out"} <= lemmas:
        return len(content) >= LEAST or content[0].tag == "VBG"
    if lemmas & PROMISING:
        return len(content) >= LEAST and content[0].tag not in {"WDT", "WP"}
    if "suggest" in lemmas and content[0].tag == "VBG":
        return len(content) > LEAST  # "had suggested letting in the press"
    if lemmas & AFFIRMING and len(content) > 2 and content[0].tag == "TO":
        return content[1].lemma.lower() in {"have", "be"}  # "claims to have seen it", "says to be ill"
    if lemmas & COUNTING and len(content) > 1:
        return any(token.tag == "CD" for token in content)
    if lemmas & TERMS and clause and "be" not in lemmas and any(token.pos == "VERB" for token in cue):
        return True  # "came back with terms of her own: the mill was to open in May"
    return clause and (bool(lemmas & VOICING) or (len(cue) > 1 and bool({t.text.lower() for t in cue} & HELD)))
