"""What somebody else is said to say inside quoted words: “Ministry sources say that …,” the columnist wrote."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tidings.grammar.quotes.attribution import Attribution, from_cue, within
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reported_clause import reported
from tidings.grammar.quotes.reporting import Cue, cue_at, party
from tidings.grammar.tree import child, children, tokens_in
from tidings.grammar.verbs import TENSED
from tidings.model import Analysis, Span

__all__ = ["said_within"]

NEAR = 6  # tokens from the verb to words in marks of their own
SURE = 0.95  # strength of the verbs that count: "say", "tell", "warn"


def said_within(
    analysis: Analysis,
    found: Sequence[Attribution],
    tops: Sequence[Quoted],
    nested: Sequence[Quoted],
    known: Callable[[int], bool],
) -> Iterator[Attribution]:
    """The clauses that a known source, no pronoun, is said to say in words that have a speaker, who relays them; and what
    the speaker tells of having told somebody."""
    for piece in tops:
        outer = next((one for one in found if one.source is not None and within(piece.span, one.content)), None)
        for k in tokens_in(analysis, piece.span) if outer is not None and outer.how != "turn" else ():
            cue = cue_at(analysis, k)
            if cue is None or cue.unsaid or cue.negated or cue.source is None or cue.source_head is None:
                continue
            says = cue.reporter.kind == "say" and cue.reporter.strength >= SURE and "that" in cue.reporter.frames
            told = cue.addressee_head is not None and analysis.tokens[cue.addressee_head].pos in {"NOUN", "PROPN"}
            own = analysis.tokens[cue.source_head].text == "I" and told
            if (message := to_be_passed_on(analysis, cue, outer, piece)) is not None:
                yield message
                continue
            head = analysis.tokens[cue.source_head]
            third = head.text.lower() in {"he", "she"} and cue.source_head != outer.source_head if outer else False
            mine = child(analysis, cue.source_head, "poss")
            kin = head.pos == "NOUN" and mine is not None and analysis.tokens[mine].text.lower() in {"my", "our"}
            named = (head.pos in {"NOUN", "PROPN"} and known(cue.source_head)) or kin or third
            if not says or not (own or named) or not asserted(analysis, k):
                continue
            content = in_inner_marks(analysis, cue, piece, nested) or reported(analysis, cue, ())
            opens = [] if not content else [analysis.tokens[k] for k in tokens_in(analysis, content[0])][:1]
            if any(t.tag in {"WP", "WDT", "WRB"} and t.text.islower() for t in opens):
                continue  # "He says whatever comes into his head"
            inside = piece.span.covers(cue.span) and piece.span.covers(cue.source)
            if content and inside and outer is not None and all(piece.span.covers(span) for span in content):
                inner = from_cue(cue, content, confidence=0.9)
                inner = replace(inner, parts=tuple(p.span for p in nested if p.span == content[0]))
                if own:  # “I told the council that …,” Holm said: she tells what she said
                    yield replace(inner, source=outer.source, source_head=outer.source_head, how="within")
                else:
                    yield replace(inner, relay=outer.source, relay_head=outer.source_head, how="within")


def in_inner_marks(analysis: Analysis, cue: Cue, piece: Quoted, nested: Sequence[Quoted]) -> tuple[Span, ...]:
    """The words in marks of their own right behind a verb in quoted words: “The minister said to us, ‘Go home,’” Holm said."""
    behind = [p for p in nested if piece.span.covers(p.span) and p.span.start > cue.span.end]
    first = min(behind, key=lambda p: p.span.start, default=None)
    if first is None:
        return ()
    between = [analysis.tokens[k] for k in tokens_in(analysis, Span(cue.span.end, first.outer.start))]
    short = len(between) < NEAR and not any(
        t.pos in {"VERB", "AUX"} or t.text.lower() in {".", ";", "?", "that"} for t in between
    )
    return (first.span,) if short else ()


def to_be_passed_on(analysis: Analysis, cue: Cue, outer: Attribution | None, piece: Quoted) -> Attribution | None:
    """What somebody asked the speaker to tell somebody else: “She begged us to remind the baker that …,” Holm said."""
    verb = analysis.tokens[cue.verb]
    if outer is None or verb.dep != "xcomp" or analysis.tokens[verb.head].lemma.lower() not in {"ask", "beg", "tell"}:
        return None
    bidden, asker = child(analysis, verb.head, "dobj", "dative"), child(analysis, verb.head, "nsubj")
    if bidden is None or asker is None or analysis.tokens[bidden].text.lower() not in {"me", "us"}:
        return None
    content = reported(analysis, cue, ())
    if "that" not in cue.reporter.frames or not content or not all(piece.span.covers(span) for span in content):
        return None
    inner = from_cue(cue, content, confidence=0.9)
    return replace(
        inner,
        source=party(analysis, asker),
        source_head=asker,
        relay=outer.source,
        relay_head=outer.source_head,
        how="within",
    )


def asserted(analysis: Analysis, verb: int) -> bool:
    """Whether the verb tells what was said: finite, under no modal, in no clause with "if" or "when"."""
    aux = {analysis.tokens[c].tag for c in children(analysis, verb, "aux")}
    finite = analysis.tokens[verb].tag in TENSED or bool(aux & TENSED)
    marks = (*children(analysis, verb, "mark"), *children(analysis, verb, "advmod"))
    return (
        finite
        and "MD" not in aux
        and not any(analysis.tokens[c].text.lower() in {"if", "when", "unless"} for c in marks)
    )
