"""Where within a clause that is reported the next speaker begins: ", while Y says …", "; Y speaks of nine", ", Y said"."""

from collections.abc import Sequence

from tidings.grammar.quotes.hearable import people
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting import Cue
from tidings.grammar.quotes.reporting_verbs import reporter_at
from tidings.grammar.tree import child, children
from tidings.grammar.verbs import FINITE
from tidings.model import Analysis

CONTRAST = frozenset({"while", "whereas", "although", "though", "but", "and"})

__all__ = [
    "CONTRAST",
    "another_speaks",
    "behind_semicolon",
    "gives_own",
    "quoted_at",
    "said_at_end",
    "says_next",
    "sets_against",
]


def sets_against(analysis: Analysis, i: int, pieces: Sequence[Quoted]) -> bool:
    """Whether a connective behind a comma sets what somebody else says against it: ", while the mayor insists …"."""
    token = analysis.tokens[i]
    opens = (
        token.text.lower() in CONTRAST and token.dep in {"mark", "cc"} and i > 0 and analysis.tokens[i - 1].text == ","
    )
    if not opens or not another_speaks(analysis, i, pieces):
        return False
    end = analysis.sentences[token.sentence][1]
    who = next((k for k in range(i + 1, end) if analysis.tokens[k].dep in {"nsubj", "nsubjpass"}), None)
    return who is not None and (token.text.lower() != "and" or analysis.tokens[who].pos != "PRON")


def another_speaks(analysis: Analysis, i: int, pieces: Sequence[Quoted]) -> bool:
    """Whether the clause that the connective opens reports what somebody else says: ", while Y says …"."""
    verb = analysis.tokens[i].head
    if analysis.tokens[i].dep == "cc":
        verb = next((c for c in children(analysis, verb, "conj") if c > i), verb)
    if verb <= i or (reporter := reporter_at(analysis, verb)) is None or reporter.strength < 0.8:
        return False
    if any(p.outer.start <= analysis.tokens[verb].start < p.outer.end for p in pieces):
        return False
    return child(analysis, verb, "nsubj") is not None


def said_at_end(analysis: Analysis, i: int, last: int) -> bool:
    """Whether from `i` on there is only "X said" to the clause's end."""
    if last - i > 8:
        return False
    for k in range(i, last + 1):
        reporter = reporter_at(analysis, k)
        if reporter is not None and analysis.tokens[k].tag in {"VBD", "VBZ"} and reporter.strength >= 0.9:
            return not children(analysis, k, "ccomp", "dobj") or all(
                c < i for c in children(analysis, k, "ccomp", "dobj")
            )
    return False


def gives_own(analysis: Analysis, cue: Cue, i: int, last: int) -> bool:
    """Whether behind a semicolon another speaks by a verb of their own: "…; the ministry speaks of 26,000"."""
    for k in range(i, min(i + 8, last + 1)):
        if analysis.tokens[k].tag in FINITE and (reporter := reporter_at(analysis, k)) is not None and k != cue.verb:
            subject = child(analysis, k, "nsubj")
            return reporter.kind == "say" and subject is not None and i <= subject < k
    return False


def behind_semicolon(analysis: Analysis, first: int, own: int, pieces: Sequence[Quoted]) -> int:
    """Where what stands before "X said" begins: nothing of it where a semicolon stands right before, since "A fled; B
    answered with guns" is two tellings, and only what follows one behind which another has spoken: "…, A said; …, B said".
    """
    first = behind_colon(analysis, first, own, pieces)
    marks = [k for k in range(first, own) if analysis.tokens[k].text == ";" and not quoted_at(analysis, k, pieces)]
    if not marks:
        return first
    last = marks[-1]
    if last == own - 1 and not quoted_at(analysis, last - 1, pieces):
        return own
    before = range(first, last)
    spoken = any(reporter_at(analysis, k) is not None and speaks(analysis, k) for k in before)
    spoken |= any(analysis.tokens[k].text.lower() == "according" for k in before)
    return last + 1 if spoken else first


def behind_colon(analysis: Analysis, first: int, own: int, pieces: Sequence[Quoted]) -> int:
    """Where "he" tells only what follows a colon: "The minister has refused: the affair is for judges, he said"."""
    marks = [k for k in range(first, own - 2) if analysis.tokens[k].text == ":" and not quoted_at(analysis, k, pieces)]
    if not marks or analysis.tokens[own].text.lower() not in {"he", "she", "they"}:
        return first
    ahead = [analysis.tokens[k] for k in range(first, marks[-1])]
    acts = any(t.dep == "nsubj" and (t.ent == "PERSON" or t.lemma.lower() in people()) for t in ahead)
    return marks[-1] + 1 if acts and any(t.tag in FINITE for t in ahead) else first


def quoted_at(analysis: Analysis, i: int, pieces: Sequence[Quoted]) -> bool:
    """Whether a token stands in quote marks."""
    return any(p.outer.start <= analysis.tokens[i].start < p.outer.end for p in pieces)


def speaks(analysis: Analysis, verb: int) -> bool:
    """Whether a verb of saying is finite and has a subject, be it one a parse puts elsewhere."""
    finite = analysis.tokens[verb].tag in FINITE or bool(children(analysis, verb, "aux"))
    return finite and (reporter := reporter_at(analysis, verb)) is not None and reporter.strength >= 0.8


def says_next(analysis: Analysis, i: int, last: int) -> bool:
    """Whether the same speaker's next verb of saying opens its own clause: "spoke of “…”, said that calm had been restored"."""
    token = analysis.tokens[i]
    if token.tag not in {"VBD", "VBZ"} or i >= last or analysis.tokens[i + 1].text.lower() != "that":
        return False
    reporter = reporter_at(analysis, i)
    return reporter is not None and reporter.strength >= 0.8 and child(analysis, i, "nsubj", "nsubjpass") is None
