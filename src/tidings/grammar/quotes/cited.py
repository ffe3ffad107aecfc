"""Whom an outlet cites: "the agency reported, citing the mayor, that …", "…, writes the Post with reference to the ministry"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.hearable import is_medium, people
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reporting import party, voice_of
from tidings.grammar.tree import child, span_of, tokens_in
from tidings.lexicon import words
from tidings.model import Analysis, Span

__all__ = ["PASSES", "citation", "cited"]

CITES = frozenset({"citing", "quoting"})
PASSES = frozenset({"report", "write", "transmit", "inform", "relay"})  # what hardly anybody but an outlet does
WHO = frozenset({"PERSON", "ORG", "NORP", "GPE"})
SENDS = frozenset({"report", "transmit"})
FAR = 12  # tokens from "citing" to whom it cites


def cited(analysis: Analysis, text: str, found: Sequence[Attribution], tops: Sequence[Quoted]) -> Iterator[Attribution]:
    """The attributions, with whom an outlet cites as the speaker and the outlet as who relays."""
    by_sentence = {
        n: citation(analysis, *analysis.sentences[n]) for n in {sentence_at(analysis, a) for a in found} if n >= 0
    }
    for one in found:
        phrase = by_sentence.get(sentence_at(analysis, one))
        if phrase is None or is_marked(analysis, phrase, tops):
            yield one
            continue
        place = span_of(analysis, phrase[0], phrase[2])
        head = phrase[1]
        if (
            one.kind != "say"
            or one.relay is not None
            or not is_outlets(analysis, text, one)
            or not speaks(analysis, head)
            or is_authors(analysis, phrase[0], head)
        ):
            yield one
            continue
        content = tuple(left for span in one.content for left in without(analysis, span, place))
        if not content:
            yield one
            continue
        yield replace(
            one,
            content=content,
            source=party(analysis, head),
            source_head=head,
            relay=before(one.source, place),
            relay_head=one.source_head,
        )


def before(span: Span | None, place: Span) -> Span | None:
    """A span as far as a phrase that it takes in, and the comma before that."""
    return Span(span.start, max(span.start + 1, place.start - 2)) if span is not None and span.covers(place) else span


def citation(analysis: Analysis, first: int, end: int) -> tuple[int, int, int] | None:
    """First token, head and last token of "citing X", "with reference to X", "referring to X" between two tokens."""
    small = [analysis.tokens[k].text.lower() for k in range(first, end)]
    for n, word in enumerate(small):
        at = None
        if (
            (word in CITES and analysis.tokens[first + n].tag == "VBG")
            or (word == "to" and n >= 1 and small[n - 1] == "referring")
            or (word == "to" and n >= 2 and small[n - 1] == "reference" and "with" in small[max(0, n - 3) : n - 1])
        ):
            at = n
        if at is None:
            continue
        head = child(analysis, first + at, "dobj", "pobj") or next_noun(analysis, first + at + 1, end)
        if head is None or not first + at < head <= first + at + FAR:
            continue
        begin = first + at
        while word == "to" and begin > first and analysis.tokens[begin].text.lower() not in {"with", "referring"}:
            begin -= 1
        last = max(k for k in tokens_in(analysis, party(analysis, head)) if k < end)
        return begin, head, max(last, head)
    return None


def next_noun(analysis: Analysis, first: int, end: int) -> int | None:
    """The last of the first nouns from a token on."""
    nouns = {"NOUN", "PROPN"}
    for k in range(first, min(end, first + FAR)):
        if analysis.tokens[k].pos in nouns and (k + 1 >= end or analysis.tokens[k + 1].pos not in nouns):
            return k
    return None


def sentence_at(analysis: Analysis, one: Attribution) -> int:
    """The sentence of an attribution's cue; -1 where it has none."""
    return -1 if one.verb is None else analysis.tokens[one.verb].sentence


def is_marked(analysis: Analysis, phrase: tuple[int, int, int], tops: Sequence[Quoted]) -> bool:
    """Whether the phrase stands in quote marks."""
    place = span_of(analysis, phrase[0], phrase[0])
    return any(piece.outer.covers(place) for piece in meeting(tops, place))


def is_outlets(analysis: Analysis, text: str, one: Attribution) -> bool:
    """Whether an outlet tells it: by its words, or because it "reports" or "writes" and is no person."""
    if one.source is None or one.source_head is None or one.verb is None:
        return False
    inside = list(tokens_in(analysis, one.source))
    name = text[one.source.start : one.source.end].lower().removeprefix("the ")
    if name in words("news_outlets.txt") or any(is_medium(analysis, k) for k in inside):
        return True
    token, verb = analysis.tokens[one.source_head], analysis.tokens[one.verb].lemma.lower()
    if token.pos != "PROPN":
        return False
    return (token.ent != "PERSON" and verb in PASSES) or (len(inside) == 1 and verb in SENDS)


def speaks(analysis: Analysis, head: int) -> bool:
    """Whether who is cited is somebody in particular: a name, a body, "the mayor", "a port official"; what
    "two diplomats" say the outlet says."""
    who = voice_of(analysis, head)
    token = analysis.tokens[who]
    if token.ent in WHO or token.pos == "PROPN" or child(analysis, who, "appos") is not None:
        return True
    held = child(analysis, who, "det", "poss")
    return held is not None and token.lemma.lower() in people()


def is_authors(analysis: Analysis, word: int, head: int) -> bool:
    """Whether an outlet only borrows the words of an author whom the text names once and by one name: "quoting Ibsen"."""
    token = analysis.tokens[head]
    alone = token.pos == "PROPN" and token.ent not in {"ORG", "GPE", "NORP"} and head == word + 1
    if analysis.tokens[word].text.lower() != "quoting" or not alone:
        return False
    return (
        token.text.lower() not in words("news_outlets.txt") and sum(t.text == token.text for t in analysis.tokens) == 1
    )


def without(analysis: Analysis, span: Span, place: Span) -> Iterator[Span]:
    """What a span keeps without a phrase at its beginning or end, and the commas around it."""
    if not span.meets(place):
        yield span
        return
    inside = tokens_in(analysis, span)
    before = [k for k in inside if analysis.tokens[k].end <= place.start]
    after = [k for k in inside if analysis.tokens[k].start >= place.end]
    for side in (before, after):
        while side and analysis.tokens[side[0]].pos == "PUNCT":
            side.pop(0)
        while side and analysis.tokens[side[-1]].pos == "PUNCT":
            side.pop()
        if len(side) > 1:
            yield span_of(analysis, side[0], side[-1])
