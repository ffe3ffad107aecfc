"""Attribution in a headline: "Minister: talks to go on", "‘No deal’ – Ruritania", "Talks to go on, says minister"."""

import re
from collections.abc import Iterator, Sequence

from tidings.grammar.names.gazetteer import entry
from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.hearable import people
from tidings.grammar.quotes.nothing_before import says_on
from tidings.grammar.quotes.reporting import cue_at
from tidings.grammar.tree import span_of, tokens_in
from tidings.model import Analysis, Block, Span
from tidings.text.meaning import row_of

__all__ = ["headline_quotes"]

COLON = re.compile(r":\s")
DASH = re.compile(r"\s[–—-]\s")
LONGEST_SPEAKER = 6  # words
SUBJECT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART", "DET"})
PLAIN = 0.9  # strength of "say", "warn", "vow"
LABELS = frozenset(
    {"live", "update", "updates", "liveblog", "blog", "video", "watch", "photos", "explainer", "analysis", "opinion"}
    | {"timeline", "profile", "interview", "podcast", "factbox", "recap", "breaking", "briefing"}
)  # "Kurier Live: …" says what sort of page it is
PLACES = frozenset({"country", "capital", "place"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def headline_quotes(analysis: Analysis, text: str, blocks: Sequence[Block]) -> Iterator[Attribution]:
    """What headlines attribute without a verb; the speaker must be a name."""
    for block in blocks:
        if block.kind not in {"title", "heading", "lead"} or block.end - block.start > 300:
            continue
        if (mark := COLON.search(text, block.start, block.end)) is not None and not is_topic(
            analysis, Span(block.start, mark.start())
        ):
            yield from attributed(analysis, Span(block.start, mark.start()), Span(mark.end(), block.end), mark.start())
        yield from goes_on(analysis, block.span)
        for mark in DASH.finditer(text, block.start, block.end):
            if mark.end() < block.end:
                ahead = Span(block.start, mark.start())
                yield from attributed(analysis, Span(mark.end(), block.end), ahead, mark.start() + 1)


def is_topic(analysis: Analysis, ahead: Span) -> bool:
    """Whether a state or place before a colon only says where the news is from: "Ruritania: minister sees deal"."""
    inside = [analysis.tokens[k] for k in tokens_in(analysis, ahead)]
    if not inside or all(t.ent == "GPE" for t in inside):
        return bool(inside)
    placed = entry(" ".join(t.text for t in inside))
    first = inside[0]
    known = any(t.text == first.text and t.pos == "PROPN" and t.i > inside[-1].i for t in analysis.tokens)
    common = not first.ent and not known and row_of(first.text.lower()) is not None
    alone = len(inside) == 1 or inside[1].pos == "ADP"  # "Inquiry: …", "Bridge of Lund: …"
    shouted = first.text.isupper() and len(first.text) > 4 and inside[-1].text.isupper()  # a section's label
    return (
        any(t.text.lower() in LABELS for t in (first, inside[-1]))
        or (placed is not None and placed.sort in PLACES)
        or (common and alone and first.text.lower() not in people())
        or (shouted and (first.ent not in NAMES or entry(first.text) is not None))
    )


def attributed(analysis: Analysis, speaker: Span, content: Span, mark: int) -> Iterator[Attribution]:
    """The attribution, where the one side is a short phrase that begins with a name and the other a clause."""
    inside = tokens_in(analysis, speaker)
    if not 0 < len(inside) <= LONGEST_SPEAKER or len(tokens_in(analysis, content)) < 3:
        return
    first = inside[0]
    named = [k for k in inside if analysis.tokens[k].ent in NAMES or analysis.tokens[k].pos == "PROPN"]
    if not named or named[0] - first > 1 or any(analysis.tokens[k].pos in {"VERB", "AUX"} for k in inside):
        return
    last = named[0]
    while last + 1 in named:
        last += 1
    if analysis.tokens[last + 1].tag == "POS" and last + 1 < inside[-1]:  # "Norway's Holt: no deal"
        first, last = last + 2, inside[-1]
    yield Attribution(
        (content,),
        Span(mark, mark + 1),
        None,
        span_of(analysis, first, last),
        last,
        confidence=0.6,
        how="title",
    )


def goes_on(analysis: Analysis, headline: Span) -> Iterator[Attribution]:
    """What the subject of a headline goes on to say behind a comma: "Mayor denies graft, says vote moved to June"."""
    inside = tokens_in(analysis, headline)
    acts = next((k for k in inside if analysis.tokens[k].tag in {"VBZ", "VBD"}), None)
    who = [] if acts is None else list(range(inside[0], acts))
    if not who or any(analysis.tokens[k].pos not in SUBJECT for k in who):
        return
    for k in inside:
        cue = None if acts is None or k <= acts + 1 else cue_at(analysis, k)
        if cue is not None and cue.reporter.strength >= PLAIN and says_on(analysis, cue):
            first = next((n for n in range(k + 1, inside[-1] + 1) if analysis.tokens[n].text.lower() != "that"), k)
            last = next((n for n in range(inside[-1], first, -1) if analysis.tokens[n].text != "."), first)
            source = span_of(analysis, who[0], who[-1])
            content = span_of(analysis, first, last)
            yield Attribution((content,), cue.span, k, source, who[-1], confidence=0.6, how="title")
            return
