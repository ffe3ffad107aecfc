"""Where a verb of saying reports nothing of what stands before it."""

from tidings.grammar.quotes.reporting import Cue
from tidings.grammar.tree import child, children, sentence_of
from tidings.model import Analysis

__all__ = ["asked_alone", "is_foretold", "says_on", "says_only", "says_other", "says_yes"]

GOES_ON = frozenset({"TO", "VBN", "MD", "VBZ", "VBD"})
ANSWERS = frozenset({"no", "yes", "nothing", "so", "otherwise", "goodbye"})


def asked_alone(analysis: Analysis, cue: Cue) -> bool:
    """Whether somebody is asked or told to do something beside another's clause: "A agrees, B asked to join"."""
    return cue.reporter.lemma in {"ask", "tell"} and cue.addressee is None and not asks_here(analysis, cue)


def is_foretold(analysis: Analysis, cue: Cue) -> bool:
    """Whether an "as" only lays what has happened beside what had been said before: "left the talks, as it had warned"; what
    is still to come is said by who had announced it."""
    had = [analysis.tokens[k] for k in children(analysis, cue.verb, "aux")]
    begin = sentence_of(analysis, cue.verb)[0]
    first = next((k for k in range(cue.verb - 1, begin - 1, -1) if analysis.tokens[k].text.lower() == "as"), None)
    if first is None or first - 1 <= begin or not any(t.text.lower() == "had" for t in had):
        return False
    near = cue.source_head is not None and first < cue.source_head < cue.verb
    main = analysis.tokens[cue.verb].head
    ahead = [analysis.tokens[main], *(analysis.tokens[k] for k in children(analysis, main, "aux"))]
    past = any(t.tag == "VBD" for t in ahead) and not any(t.tag == "MD" for t in ahead)
    return near and main < first and past and child(analysis, cue.verb, "ccomp") is None


def says_yes(analysis: Analysis, verb: int, first: int) -> bool:
    """Whether all that is said is "yes" or "no", to whatever: "said no to every tuba that came in"."""
    tokens = analysis.tokens
    after = tokens[first + 1].text.lower() if first + 1 < len(tokens) else "."
    return (
        tokens[verb].lemma == "say" and tokens[first].text.lower() in {"yes", "no"} and after in {"to", "and", ",", "."}
    )


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


def says_on(analysis: Analysis, cue: Cue) -> bool:
    """Whether who did what stands before the comma goes on to say what follows: "Mayor denies graft, says vote moved"."""
    tokens, end = analysis.tokens, sentence_of(analysis, cue.verb)[1]
    if tokens[cue.verb].tag not in {"VBZ", "VBD"} or cue.verb == 0 or tokens[cue.verb - 1].text != ",":
        return False
    who = cue.source_head
    if who is not None and (who < cue.verb or who + 1 >= end or tokens[who + 1].tag not in GOES_ON):
        return False  # "says bridge to stay shut": no bridge speaks
    behind = [tokens[k] for k in range(cue.verb + 1, end)]
    acts = any(
        t.tag in {"VBZ", "VBD"} for t in (tokens[k] for k in range(sentence_of(analysis, cue.verb)[0], cue.verb))
    )
    return acts and any(t.pos in {"VERB", "AUX"} for t in behind) and behind[0].pos != "PUNCT"


def asks_here(analysis: Analysis, cue: Cue) -> bool:
    """Whether a question mark or somebody asked in the sentence shows that the verb asks: "Will it hold? he asked"."""
    begin, end = sentence_of(analysis, cue.verb)
    return any(analysis.tokens[k].text in {"?", "whether", "if", "why", "what"} for k in range(begin, end))
