"""When and through which channel words were said: what hangs on the cue beside source and content."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from tidings.grammar.tree import children, subtree
from tidings.lexicon import rows, words
from tidings.model import Analysis, Span, Time

__all__ = ["channel_of", "said_on"]

SPEAKING = frozenset({"speak", "talk", "address", "write", "appear", "testify", "post"})
CHANNEL_WORDS = frozenset({"in", "at", "on", "during", "via", "through", "by", "to", "over", "from"})
LONGEST = 3  # words in the name of a channel


@cache
def channels() -> dict[str, str]:
    """Nouns and noun groups, in lower case, to the channel they stand for."""
    return {noun: channel for noun, channel in rows("channels.tsv")}  # noqa: C416  mypy wants pairs


def occasion_tokens(analysis: Analysis, verb: int, content: Sequence[Span]) -> list[int]:
    """The adverbials and objects of the cue, outside the content; those of the verb it is joined to as well."""
    found: list[int] = []
    heads = [verb]
    token = analysis.tokens[verb]
    if token.dep in {"conj", "xcomp"} or (token.dep in {"advcl", "pcomp"} and token.tag == "VBG"):
        heads.append(token.head)
    for head in heads:
        for c in children(analysis, head, "prep", "npadvmod", "advmod", "dobj", "dative", "agent", "nsubj", "advcl"):
            below = analysis.tokens[c]
            if below.dep == "advcl" and (below.tag != "VBG" or below.lemma.lower() not in SPEAKING):
                continue
            if below.dep == "nsubj" and below.lemma.lower() not in words("document_nouns.txt"):
                continue
            found += subtree(analysis, c)
    return sorted({k for k in found if not any(s.start <= analysis.tokens[k].start < s.end for s in content)})


def said_on(analysis: Analysis, verb: int, content: Sequence[Span], times: Sequence[Time]) -> int | None:
    """The index of the time that the cue's clause gives for the saying."""
    own = occasion_tokens(analysis, verb, content)
    for k in own:
        if within_name(analysis, k):
            continue
        token = analysis.tokens[k]
        n = bisect_right(times, token.start, key=lambda time: time.span.start) - 1
        if n >= 0 and token.start < times[n].span.end and times[n].type in {"DATE", "TIME"}:
            return n
    return None


def within_name(analysis: Analysis, i: int) -> bool:
    """Whether the token belongs to the subject: "Monday's meeting said" dates the meeting."""
    while analysis.tokens[i].head != i:
        if analysis.tokens[i].dep in {"nsubj", "nsubjpass", "relcl", "ccomp"}:
            return True
        i = analysis.tokens[i].head
    return False


def channel_of(analysis: Analysis, verb: int, content: Sequence[Span]) -> str | None:
    """The channel that the cue's clause names: "in a statement", "told a briefing", "the press release says"."""
    known = channels()
    inside = set(occasion_tokens(analysis, verb, content))
    for noun in sorted(k for k in inside if channel_place(analysis, k)):
        words_before = [analysis.tokens[k].text.lower() for k in range(max(0, noun - LONGEST + 1), noun + 1)]
        for length in range(len(words_before), 0, -1):
            if (name := " ".join(words_before[-length:])) in known:
                return known[name]
    return None


def channel_place(analysis: Analysis, i: int) -> bool:
    """Whether a channel can stand here: after "in", "at", "on" …, or as what is spoken to or speaks."""
    token = analysis.tokens[i]
    if token.dep in {"dobj", "dative", "nsubj"}:
        return token.pos in {"NOUN", "PROPN"}
    return token.dep == "pobj" and analysis.tokens[token.head].text.lower() in CHANNEL_WORDS
