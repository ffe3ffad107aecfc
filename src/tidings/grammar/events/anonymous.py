"""Sources that name nobody: "sources said", "a person familiar with the matter"."""

import re

from tidings.grammar.events.parties import Cast
from tidings.grammar.tree import children, tokens_in
from tidings.lexicon import words
from tidings.model import Analysis, Quote

__all__ = ["is_anonymous", "is_for_anonymity"]

UNNAMED = re.compile(
    r"not to be (?:named|identified)|anonymity|(?:familiar|acquainted) with|not authori[sz]ed to", re.I
)
OTHERS = re.compile(r"\b(?:although|though|but|while|whereas)\b|;")  # where others begin to speak
WINDOW = 80  # characters in which the reason follows for which a source is not named
UNNAMED_PLEASE = re.compile(
    r"[^,.;:“\"]{0,25}?\b(?:anonymity|(?:leave|keep) (?:out )?(?:his|her|their|my|our) (?:full |real )?names? ?(?:out)?|(?:withhold|omit) (?:his|her|their|my|our) (?:full |real )?names?|(?:not|never) (?:to )?(?:be |being )(?:named|identified|quoted|cited)"
    r"|(?:not|never) (?:to )?(?:name|identify|quote|cite) (?:him|her|them|me|us)\b"
    r"|(?:not|never) (?:to )?(?:use|give|reveal|disclose|publish|print) (?:his|her|their|my|our) (?:full |real )?names?)\b",
    re.IGNORECASE,
)
PLEADS = frozenset({"ask", "beg", "demand", "insist", "plead", "prefer", "request", "require", "seek", "want", "wish"})
FEW = 10  # words behind a verb within which it says what is asked
CITING = frozenset({"cite", "quote"})


def is_anonymous(cast: Cast, quote: Quote) -> bool:
    """Whether the source of a quote names nobody: "sources said", "a person familiar with the matter"."""
    if quote.source is None:
        return False
    nobody = words("anonymous_sources.txt")
    text = cast.reading.document.text
    last = min(len(text), quote.source.end + WINDOW)
    other = OTHERS.search(text, quote.source.end, last)
    if UNNAMED.search(text, quote.source.start, last if other is None else other.start()):
        return True
    inside = tokens_in(cast.analysis, quote.source)
    heads = [i for i in inside if cast.analysis.tokens[i].head not in inside]
    named = [i for head in heads for i in cited(cast, cast.analysis.tokens[head].head)]
    return any(cast.analysis.tokens[i].text.lower() in nobody for i in heads) or any(
        cast.analysis.tokens[i].text.lower() in nobody or cast.analysis.tokens[i].pos == "NOUN" for i in named
    )


def is_for_anonymity(analysis: Analysis, verb: int) -> bool:
    """Whether a verb only asks that a source stay unnamed: "requested anonymity", "pleaded with us not to name her"."""
    if analysis.tokens[verb].lemma.lower() not in PLEADS:
        return False
    behind = " ".join(token.text for token in analysis.tokens[verb + 1 : verb + 1 + FEW])
    return UNNAMED_PLEASE.match(behind) is not None


def cited(cast: Cast, verb: int) -> tuple[int, ...]:
    """What a report names as its own source: "reported, citing two diplomats"; names are no anonymous source."""
    cites = [c for c in children(cast.analysis, verb, "advcl", "acl") if cast.analysis.tokens[c].lemma in CITING]
    return tuple(o for c in cites for o in children(cast.analysis, c, "dobj"))
