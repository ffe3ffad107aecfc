"""Where within a clause that is reported the next speaker begins: ", while Y says …", "; Y speaks of nine", ", Y said"."""

from collections.abc import Sequence

from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting import Cue, reporter_at
from tidings.grammar.tree import child, children
from tidings.grammar.verbs import FINITE
from tidings.model import Analysis

__all__ = ["another_speaks", "gives_own", "said_at_end"]


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
