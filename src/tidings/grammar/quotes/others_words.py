"""Words that a noun before them gives to somebody else: "denied a report that …", "hit back at claims that …"."""

from tidings.grammar.quotes.reporting_verbs import saying_nouns
from tidings.grammar.tree import child, children
from tidings.model import Analysis

__all__ = ["somebody_elses"]

MAKES = frozenset(
    ["make", "issue", "repeat", "voice", "give", "deliver", "send", "renew", "reiterate", "raise", "confirm", "express"]
)  # behind these, a warning or a claim is the speaker's own
AGAINST = frozenset({"at", "to", "off", "aside", "away", "over", "against", "on", "down"})  # "responded to claims that"
MORE = frozenset({"rumour", "rumor", "speculation", "charge", "criticism", "insinuation", "theory"})


def somebody_elses(analysis: Analysis, verb: int, first: int) -> bool:
    """Whether the clause is what a noun before it says, which is not the speaker's: "denied a report that …"."""
    if analysis.tokens[verb].lemma.lower() in MAKES:
        return False
    things = [k for k in children(analysis, verb, "dobj") if verb < k < first]
    if any(analysis.tokens[k].lemma.lower() in saying_nouns() and child(analysis, k, "poss") is None for k in things):
        return True
    return turned_against(analysis, verb, first, saying_nouns() | MORE)


def turned_against(analysis: Analysis, verb: int, first: int, nouns: frozenset[str]) -> bool:
    """Whether right before the clause stands what the verb turns to by a preposition: "hit back at claims that …"."""
    tokens = analysis.tokens
    noun = next((k for k in range(first, max(verb, first - 3), -1) if tokens[k].lemma.lower() in nouns), None)
    if noun is None or tokens[noun].pos != "NOUN" or child(analysis, noun, "poss") is not None:
        return False
    if noun == first and tokens[min(first + 1, len(tokens) - 1)].text.lower() != "that":
        return False
    leads = [tokens[k] for k in range(verb + 1, noun)]
    bare = all(t.pos in {"ADP", "ADV", "PART", "DET", "ADJ", "NUM"} or t.tag == "RP" for t in leads)
    return bare and any(t.text.lower() in AGAINST for t in leads)
