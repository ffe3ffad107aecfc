"""When and through which channel words were said: what hangs on the cue beside source and content."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache

from tidings.grammar.tree import child, children, sentence_of, sentence_root, subtree
from tidings.lexicon import rows, word_classes, words
from tidings.model import Analysis, Span, Time

__all__ = ["appeared_on", "channel_of", "said_on"]

SPEAKING = frozenset({"speak", "talk", "address", "write", "appear", "testify", "post"})
APPEARING = word_classes("word_classes.tsv")["appearing"]
CHANNEL_WORDS = frozenset({"in", "at", "on", "during", "via", "through", "by", "to", "over", "from"})
TOPIC = frozenset({"concerning", "regarding", "about"})  # a day behind these is that of what is spoken of
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
    if (
        (token.dep == "conj" and not own_clause(analysis, verb))
        or token.dep == "xcomp"
        or (token.dep in {"advcl", "pcomp"} and token.tag == "VBG")
    ):
        heads.append(token.head)
    if token.dep == "pcomp" and token.tag == "VBG":  # "was quoted as saying on Monday"
        heads.append(analysis.tokens[token.head].head)
    for head in heads:
        for c in children(analysis, head, "prep", "npadvmod", "advmod", "dobj", "dative", "agent", "nsubj", "advcl"):
            below = analysis.tokens[c]
            if below.dep == "advcl" and (below.tag != "VBG" or below.lemma.lower() not in SPEAKING):
                continue
            if below.dep == "prep" and below.text.lower() in TOPIC:
                continue
            if below.dep == "nsubj" and below.lemma.lower() not in words("document_nouns.txt"):
                continue
            found += subtree(analysis, c)
    return sorted({k for k in found if not any(s.start <= analysis.tokens[k].start < s.end for s in content)})


def own_clause(analysis: Analysis, verb: int) -> bool:
    """Whether a verb joined to another has somebody else as its subject: "On Friday the envoy left, but Ada Holm said"."""
    subject = child(analysis, verb, "nsubj")
    return subject is not None and analysis.tokens[subject].pos != "PRON"


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
    for k in (*close_behind(analysis, verb, content), *opening(analysis, verb)):
        n = bisect_right(times, analysis.tokens[k].start, key=lambda time: time.span.start) - 1
        if n >= 0 and analysis.tokens[k].start < times[n].span.end and times[n].type == "DATE":
            return n
    return None


def close_behind(analysis: Analysis, verb: int, content: Sequence[Span]) -> list[int]:
    """What follows the cue up to a mark, a verb or the content, whatever a parse hangs it on: "said in Oslo on Monday"."""
    found: list[int] = []
    for k in range(verb + 1, sentence_of(analysis, verb)[1]):
        token = analysis.tokens[k]
        held = any(s.start <= token.start < s.end for s in content)
        if held or token.pos in {"PUNCT", "VERB", "AUX", "SCONJ"} or token.text.lower() == "that":
            break
        found.append(k)
    return found


def opening(analysis: Analysis, verb: int) -> list[int]:
    """The phrase that opens the cue's sentence up to its first comma: "Meeting growers in Oslo on Monday, X …"."""
    begin, end = sentence_of(analysis, verb)
    first = analysis.tokens[begin].text.lower()
    if not first.endswith("ing") or first in TOPIC:
        return []
    comma = next((k for k in range(begin, min(verb, end)) if analysis.tokens[k].text == ","), begin)
    return list(range(begin, comma))


def appeared_on(analysis: Analysis, verb: int, times: Sequence[Time], speaks: Callable[[int], bool]) -> int | None:
    """The day on which, by the sentence before, the speaker came, met or appeared: the occasion of what is said next."""
    sentence = analysis.tokens[verb].sentence
    for before in reversed(range(max(0, sentence - 2), sentence)):
        root = sentence_root(analysis, before)
        if root is None or analysis.tokens[root].tag != "VBD" or analysis.tokens[root].lemma.lower() not in APPEARING:
            continue
        subject = child(analysis, root, "nsubj")
        if subject is None or not speaks(subject):
            continue
        for c in children(analysis, root, "prep", "npadvmod"):
            for k in subtree(analysis, c):
                n = bisect_right(times, analysis.tokens[k].start, key=lambda time: time.span.start) - 1
                if n >= 0 and analysis.tokens[k].start < times[n].span.end and times[n].type == "DATE":
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
    if token.pos == "PROPN" and any(analysis.tokens[c].pos == "PROPN" for c in children(analysis, i, "compound")):
        return False  # "the Zenda Post" is an outlet
    if token.dep in {"dobj", "dative", "nsubj"}:
        return token.pos in {"NOUN", "PROPN"}
    return token.dep == "pobj" and analysis.tokens[token.head].text.lower() in CHANNEL_WORDS
