"""Where a verb of saying reports nothing of what stands before it."""

from tidings.grammar.quotes.reporting import Cue
from tidings.grammar.tree import children, sentence_of
from tidings.model import Analysis

__all__ = ["asked_alone", "says_only", "says_other"]

ANSWERS = frozenset({"no", "yes", "nothing", "so", "otherwise", "goodbye"})


def asked_alone(analysis: Analysis, cue: Cue) -> bool:
    """Whether somebody is asked or told to do something beside another's clause: "A agrees, B asked to join"."""
    return cue.reporter.lemma in {"ask", "tell"} and cue.addressee is None and not asks_here(analysis, cue)


def says_only(analysis: Analysis, cue: Cue) -> bool:
    """Whether the word behind the verb is all that is said: "Ministers want a delay – lenders say no"."""
    after = cue.verb + 1
    return after < len(analysis.tokens) and analysis.tokens[after].text.lower() in ANSWERS


def says_other(analysis: Analysis, cue: Cue) -> bool:
    """Whether what stands behind the verb is what is said, in a headline's second half: "Strike on X, minister vows reply"."""
    if cue.source_head is None or cue.source_head > cue.verb:
        return False
    behind = children(analysis, cue.verb, "dobj", "xcomp", "oprd")
    return any(c > cue.verb and c != cue.addressee_head for c in behind)


def asks_here(analysis: Analysis, cue: Cue) -> bool:
    """Whether a question mark or somebody asked in the sentence shows that the verb asks: "Will it hold? he asked"."""
    begin, end = sentence_of(analysis, cue.verb)
    return any(analysis.tokens[k].text in {"?", "whether", "if", "why", "what"} for k in range(begin, end))
