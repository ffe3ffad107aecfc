"""The answers of an interview: each is what the person interviewed says."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import tokens_in
from tidings.model import Analysis, Block, Span

__all__ = ["interview_turns", "spoken_in"]

LABEL = re.compile(r"((?:(?:Mr|Mrs|Ms|Dr|MR|MRS|MS|DR)\. )?[A-Z][^\n:?!.,]{1,50}):\s")
BARE = re.compile(r"(?:A|Answer)\s?[:.–—-]\s{1,3}", re.IGNORECASE)  # the label of an answer without a name
ASKED = re.compile(r"(?:Q|Question)\s?[:.–—-]\s", re.IGNORECASE)
NAMED = re.compile(r"(?:(?:MR|MRS|MS|DR|Mr|Mrs|Ms|Dr)\.? )?[^\W\d_a-z][^\d_]+")
PLAYED = re.compile(r"([A-Z][A-Z.'’-]{1,20}(?: [A-Z][A-Z.'’-]{0,20}){0,3}):\s{1,3}")
LEAST_TURNS = 3  # paragraphs that open with a name and a colon
LONGEST_QUESTION = 150  # code points
FIRST = re.compile(r"\b(?:I|we|We|our|Our|my|My|us|me)\b")
SECOND = re.compile(r"\b(?:you|your|You|Your)\b")
TALK = re.compile(
    r"\b(?:interview|conversation|questions|talk|talking|q ?& ?a)\s(?:with|to|for)\s(?:\S+\s){0,4}\Z", re.IGNORECASE
)
SIGNED = re.compile(r"\b(?:by|text|interviewer)\W{1,3}\Z", re.IGNORECASE)
PLACES = frozenset({"country", "place", "vessel"})
NOTE = re.compile(r"(?:The|This) (?:interview|conversation|transcript)\b")


def interviewee(
    analysis: Analysis, text: str, blocks: Sequence[Block], chains: SpeakerChains
) -> tuple[Span, int] | None:
    """Who answers: the name that labels an answer, the one with whom the title says to talk, else who is told of first."""
    asked = next((b for b in blocks if b.kind == "question"), None)
    if asked is None:
        return None
    askers = {m[1] for b in blocks if b.kind == "question" and (m := LABEL.match(text, b.start, b.end))}
    for block in blocks:
        label = LABEL.match(text, block.start, block.end) if block.kind == "answer" else None
        if label is not None and BARE.match(label[0]) is None and label[1] not in askers and label[1].istitle():
            inside = tokens_in(analysis, Span(*label.span(1)))
            return Span(*label.span(1)), inside[-1]
    return talked_to(text, blocks, asked.start, chains)


def talked_to(text: str, blocks: Sequence[Block], end: int, chains: SpeakerChains) -> tuple[Span, int] | None:
    """The person whom the headline or the lines before the first question present: named with "interview with",
    else the one told of most; never who signs the article."""
    title = Span(blocks[0].start, blocks[0].end)
    if ASKED.match(text, title.start, title.end):
        return None  # the headline is lost: whom the first question names is not who answers it
    told: dict[int, tuple[int, int]] = {}
    for n, chain in enumerate(chains.reading.chains):
        ahead = [m for m in chain.mentions if chains.reading.mentions[m].span.end <= end]
        names = [chains.reading.mentions[m] for m in ahead if chains.reading.mentions[m].form == "name"]
        for name in names:
            if TALK.search(text, title.start, name.span.start) and title.covers(name.span) and chain.kind not in PLACES:
                return name.span, name.head
        signs = any(SIGNED.search(text, max(0, name.span.start - 12), name.span.start) for name in names)
        if names and chain.kind == "person" and not signs:
            told[n] = (-len(ahead), names[0].span.start)
    if not told:
        return None
    chain = chains.reading.chains[min(told, key=lambda n: told[n])]
    first = next(m for m in chain.mentions if chains.reading.mentions[m].form == "name")
    return chains.reading.mentions[first].span, chains.reading.mentions[first].head


def asker(text: str, blocks: Sequence[Block], chains: SpeakerChains) -> tuple[Span, int] | None:
    """The one person who signs above the first question: who is answered."""
    end = next((b.start for b in blocks if b.kind == "question"), 0)
    names = [
        m
        for m in chains.reading.mentions
        if m.form == "name"
        and m.kind == "person"
        and m.span.end <= end
        and SIGNED.search(text, max(0, m.span.start - 12), m.span.start)
    ]
    return (names[0].span, names[0].head) if len({m.name for m in names}) == 1 else None


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


def interview_turns(
    analysis: Analysis, text: str, blocks: Sequence[Block], chains: SpeakerChains
) -> Iterator[Attribution]:
    """One attribution an answer, in order; a note of the outlet and a question without its mark are none."""
    voices = answering(text, blocks)
    if len(voices) > 1:
        yield from several(analysis, text, blocks, voices)
        return
    who = interviewee(analysis, text, blocks, chains) if voices or is_talk(text, blocks) else None
    if who is None:
        yield from played(analysis, text, blocks)
        return
    hears = asker(text, blocks, chains)
    for n, block in enumerate(blocks):
        if block.kind != "answer" and not opens_turns(text, blocks, n):
            continue
        label = BARE.match(text, block.start, block.end) or LABEL.match(text, block.start, block.end)
        start = label.end() if label else block.start
        words = text[start : block.end]
        asks = SECOND.search(words) is not None and FIRST.search(words) is None
        if start < block.end and not NOTE.match(words) and not asks and not between_turns(text, blocks, n):
            content = Span(start, block.end)
            found = Attribution((content,), None, None, *who, parts=(content,), confidence=0.85, how="turn")
            yield found if hears is None else replace(found, addressee=hears[0], addressee_head=hears[1])


def is_talk(text: str, blocks: Sequence[Block]) -> bool:
    """Whether somebody is asked and answers: "you" in a question, "I" in an answer; an outlet that explains has neither."""
    return any(
        (SECOND if block.kind == "question" else FIRST).search(text, block.start, block.end)
        for block in blocks
        if block.kind in {"question", "answer"}
    )


def opens_turns(text: str, blocks: Sequence[Block], n: int) -> bool:
    """Whether a paragraph answers one before it that addresses "you" without a question mark, ahead of the first question."""
    if not 1 < n < len(blocks) - 1 or [b.kind for b in blocks[n - 1 : n + 2]] != ["paragraph", "paragraph", "question"]:
        return False
    asked = text[blocks[n - 1].start : blocks[n - 1].end]
    first = all(block.kind != "question" for block in blocks[:n])
    return first and SECOND.search(asked) is not None and FIRST.search(asked) is None and len(asked) <= LONGEST_QUESTION


def between_turns(text: str, blocks: Sequence[Block], n: int) -> bool:
    """Whether a paragraph without "I" is no answer, where most questions have an answer of one paragraph: a question
    without its mark, with a longer answer after it, or the outlet's own words behind the last answer."""
    kinds = [block.kind for block in blocks]
    lengths = [len(run) for run in "".join("a" if k == "answer" else " " for k in kinds).split()]
    if FIRST.search(text, blocks[n].start, blocks[n].end) or 2 * lengths.count(1) < len(lengths) or len(lengths) < 3:
        return False
    after = n + 1 < len(kinds) and kinds[n + 1] == "answer"
    before = kinds[n - 1] == "answer"
    if after:
        short = blocks[n].end - blocks[n].start < min(LONGEST_QUESTION, blocks[n + 1].end - blocks[n + 1].start)
        return before and short
    return before and "question" not in kinds[n:]


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
