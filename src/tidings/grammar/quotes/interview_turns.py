"""The answers of an interview: each is what the person interviewed says."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.tree import tokens_in
from tidings.model import Analysis, Block, Span

__all__ = ["interview_turns", "interviewee", "spoken_in"]

LABEL = re.compile(r"((?:(?:Mr|Mrs|Ms|Dr|MR|MRS|MS|DR)\. )?[A-Z][^\n:?!.,]{1,50}):\s")
NAMED = re.compile(r"(?:(?:MR|MRS|MS|DR|Mr|Mrs|Ms|Dr)\.? )?[^\W\d_a-z][^\d_]+")
PLAYED = re.compile(r"([A-Z][A-Z.'’-]{1,20}(?: [A-Z][A-Z.'’-]{0,20}){0,3}):\s{1,3}")
LEAST_TURNS = 3
FIRST = re.compile(r"\b(?:I|we|We|our|Our|my|My|us|me)\b")
SECOND = re.compile(r"\b(?:you|your|You|Your)\b")
NOTE = re.compile(r"(?:The|This) (?:interview|conversation|transcript)\b")


def interviewee(analysis: Analysis, text: str, blocks: Sequence[Block]) -> tuple[Span, int] | None:
    """Who answers: the name that labels an answer, else the last person named before the first question."""
    asked = next((b for b in blocks if b.kind == "question"), None)
    if asked is None:
        return None
    askers = {m[1] for b in blocks if b.kind == "question" and (m := LABEL.match(text, b.start, b.end))}
    for block in blocks:
        label = LABEL.match(text, block.start, block.end) if block.kind == "answer" else None
        if label is not None and label[1] not in askers and label[1].istitle():
            inside = tokens_in(analysis, Span(*label.span(1)))
            return Span(*label.span(1)), inside[-1]
    ahead = Span(0, asked.start) if asked.start else None
    return None if ahead is None else person_in(analysis, ahead, last=True)


def person_in(analysis: Analysis, span: Span, *, last: bool) -> tuple[Span, int] | None:
    """The first or last person's name in a stretch of the text, and its last token."""
    inside = tokens_in(analysis, span)
    ends = [
        k
        for k in inside
        if analysis.tokens[k].ent == "PERSON"
        and (
            k + 1 >= len(analysis.tokens) or analysis.tokens[k + 1].ent != "PERSON" or analysis.tokens[k + 1].ent_begins
        )
    ]
    if not ends:
        return None
    end = ends[-1] if last else ends[0]
    first = end
    while first > inside[0] and not analysis.tokens[first].ent_begins and analysis.tokens[first - 1].ent == "PERSON":
        first -= 1
    return Span(analysis.tokens[first].start, analysis.tokens[end].end), end


def spoken_in(turns: Sequence[Attribution], found: Sequence[Attribution], analysis: Analysis) -> list[Attribution]:
    """What is attributed inside an answer: "I" is who answers, anybody else is relayed by them; "you said" in a question."""
    out: list[Attribution] = []
    for one in found:
        n = bisect_right(turns, one.content[0].start, key=lambda t: t.content[0].start) - 1
        turn = turns[n] if n >= 0 and turns[n].content[0].covers(one.content[0]) else None
        word = "" if one.source_head is None else analysis.tokens[one.source_head].text.lower()
        if turn is None and turns and word == "you":
            out.append(replace(one, source_head=turns[0].source_head))
        elif turn is None or one.how == "turn":
            out.append(one)
        elif word in {"i", "we"}:
            if one.kind == "say" and one.addressee is not None and one.confidence >= 0.8:
                out.append(replace(one, source_head=turn.source_head))
        elif one.kind == "say" and one.source_head is not None:
            to = None if one.addressee_head is None else analysis.tokens[one.addressee_head].text.lower()
            spoken_to = (turn.source, turn.source_head) if to in {"me", "us"} else (one.addressee, one.addressee_head)
            out.append(
                replace(
                    one,
                    relay=turn.source,
                    relay_head=turn.source_head,
                    addressee=spoken_to[0],
                    addressee_head=spoken_to[1],
                )
            )
    return out


def interview_turns(analysis: Analysis, text: str, blocks: Sequence[Block]) -> Iterator[Attribution]:
    """One attribution an answer, in order; a note of the outlet and a question without its mark are none."""
    voices = answering(text, blocks)
    if len(voices) > 1:
        yield from several(analysis, text, blocks, voices)
        return
    who = interviewee(analysis, text, blocks)
    if who is None:
        yield from played(analysis, text, blocks)
        return
    for block in blocks:
        if block.kind != "answer":
            continue
        label = LABEL.match(text, block.start, block.end)
        start = label.end() if label else block.start
        words = text[start : block.end]
        asks = SECOND.search(words) is not None and FIRST.search(words) is None
        if start < block.end and not NOTE.match(words) and not asks:
            content = Span(start, block.end)
            yield Attribution((content,), None, None, *who, parts=(content,), confidence=0.85, how="turn")


def answering(text: str, blocks: Sequence[Block]) -> frozenset[str]:
    """The names that label answers, and no question."""
    found = {
        kind: {m[1] for b in blocks if b.kind == kind and (m := LABEL.match(text, b.start, b.end)) is not None}
        for kind in ("answer", "question")
    }
    return frozenset(name for name in found["answer"] - found["question"] if NAMED.fullmatch(name))


def several(analysis: Analysis, text: str, blocks: Sequence[Block], voices: frozenset[str]) -> Iterator[Attribution]:
    """The turns of a transcript in which several people answer: each label's are its own, up to the next label."""
    who: tuple[Span, int] | None = None
    for block in blocks:
        label = LABEL.match(text, block.start, block.end)
        labelled = label is not None and label[1] in voices
        if label is not None and labelled:
            name = Span(*label.span(1))
            who = (name, tokens_in(analysis, name)[-1])
        elif block.kind != "answer" or label is not None:
            who = None
        start = label.end() if label is not None and labelled else block.start
        if who is not None and start < block.end and text[start] != "[" and not NOTE.match(text, start):
            content = Span(start, block.end)
            yield Attribution((content,), None, None, *who, parts=(content,), confidence=0.85, how="turn")


def played(analysis: Analysis, text: str, blocks: Sequence[Block]) -> Iterator[Attribution]:
    """The turns of a transcript laid out as a play: paragraphs that begin with a name in capitals and a colon."""
    labels = [(block, m) for block in blocks if (m := PLAYED.match(text, block.start, block.end)) is not None]
    if len(labels) < LEAST_TURNS:
        return
    for block, label in labels:
        inside = tokens_in(analysis, Span(*label.span(1)))
        if label.end() < block.end and inside:
            content = Span(label.end(), block.end)
            colon = Span(label.end(1), label.end(1) + 1)
            name = Span(*label.span(1))
            yield Attribution((content,), colon, None, name, inside[-1], parts=(content,), confidence=0.85, how="turn")
