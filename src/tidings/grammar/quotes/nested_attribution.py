"""An attribution inside another's content: who relays whom, and which of the two to keep."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.quotes.attribution import Attribution, within
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import ancestors, tokens_in
from tidings.grammar.verbs import FINITE, modal
from tidings.model import Analysis, Span

__all__ = ["settle"]

NEARLY = 0.8  # of the letters: the rest is a date, a place, an addressee
TOLD_SOMEBODY = 0.6  # confidence of words that somebody was told, nobody says by whom
NEAR = 24  # attributions back, in text order, among which an outer one is sought


def settle(
    analysis: Analysis,
    attributions: Sequence[Attribution],
    tops: Sequence[Quoted],
    chains: SpeakerChains,
) -> list[Attribution]:
    """Keep an inner attribution where somebody else speaks in it, with the outer speaker as the one who relays."""
    kept: list[Attribution] = []
    ordered = sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end, a.verb or 0))
    addressed: dict[int, Attribution] = {}
    passing: set[int] = set()
    for inner in ordered:
        recent = range(len(kept) - 1, max(-1, len(kept) - 1 - NEAR), -1)
        at = next((n for n in recent if contains(kept[n], inner)), None)
        if at is not None and is_foretold(analysis, kept[at], inner):
            continue
        if at is None:
            if not any(kept[n].content == inner.content for n in recent):
                kept.append(inner)
            continue
        outer = kept[at]
        other = speaks_alone(analysis, outer, inner, chains)
        pieces = meeting(tops, Span(inner.content[0].start, inner.content[-1].end))
        holds_quote = any(within(p.span, inner.content) or within(p.outer, inner.content) for p in pieces)
        if other and inner.kind == "say" and (holds_quote or inner.confidence >= 0.9):
            passing |= {at} if is_cited_for(analysis, outer, inner) else set()
            sure = round(inner.confidence * 0.8, 3)
            if is_remark(analysis, outer, inner):
                kept.append(replace(inner, confidence=sure))
            else:
                kept.append(replace(inner, relay=outer.source, relay_head=outer.source_head, confidence=sure))
        elif inner.source_head is None and inner.addressee is not None and holds_quote and tells(inner):
            kept.append(replace(inner, relay=outer.source, relay_head=outer.source_head, confidence=TOLD_SOMEBODY))
        elif not other and at not in addressed and outer.addressee is None and hears_own(inner):
            addressed[at] = inner
    for at, inner in addressed.items():
        kept[at] = replace(kept[at], addressee=inner.addressee, addressee_head=inner.addressee_head)
    return [one for at, one in enumerate(kept) if at not in passing]


def tells(inner: Attribution) -> bool:
    """Whether somebody is told it, be it not said by whom: "an envoy said the king had been told that “…”"."""
    return inner.kind == "say" and inner.how == "clause" and inner.verb is not None


def is_foretold(analysis: Analysis, outer: Attribution, inner: Attribution) -> bool:
    """Whether the outer speaker only tells what somebody else will or may say: "X said Oslo would respond “…”"."""
    if outer.how != "clause" or outer.verb is None or inner.verb is None or outer.verb > inner.verb:
        return False
    return modal(analysis, inner.verb) is not None


def is_remark(analysis: Analysis, outer: Attribution, inner: Attribution) -> bool:
    """Whether the report puts it in by a relative clause, so that nobody relays it: "X said the tax, which drivers say …"."""
    verb = inner.verb
    if verb is None or inner.source_head is None or inner.how != "clause":
        return False
    for k in (verb, *ancestors(analysis, verb)):
        token = analysis.tokens[k]
        if token.dep == "advcl" or k == outer.verb:
            return False  # "who, as the inspectors found, had debts"
        if token.dep == "relcl":
            return token.head < inner.source_head < verb or verb < inner.source_head
    return False


def hears_own(inner: Attribution) -> bool:
    """Whether who speaks in it is told, and to whom: not "Y had not been asked", which nobody asks there."""
    return inner.source_head is not None and inner.addressee is not None


def is_cited_for(analysis: Analysis, outer: Attribution, inner: Attribution) -> bool:
    """Whether all that an outlet is cited for is that somebody said this: "“…,” an envoy said, according to the Post"."""
    if outer.how != "according" or outer.verb is None or analysis.tokens[outer.verb].text.lower() != "according":
        return False
    own = [span for span in (*inner.content, inner.source, inner.cue) if span is not None]
    said, whole = (sum(span.length for span in spans) for spans in (own, outer.content))
    if said >= whole * NEARLY:
        return True
    if inner.verb is None or analysis.tokens[inner.verb].dep != "ROOT":
        return False
    told = (analysis.tokens[k] for span in outer.content for k in tokens_in(analysis, span))
    left = (t for t in told if not any(span.start <= t.start < span.end for span in own))
    return not any(t.tag in FINITE for t in left)  # "For Holm, according to the Post, Oslo promised that …"


def contains(outer: Attribution, inner: Attribution) -> bool:
    """Whether the inner's cue stands in the outer's content."""
    return inner.cue is not None and within(inner.cue, outer.content)


def speaks_alone(analysis: Analysis, outer: Attribution, inner: Attribution, chains: SpeakerChains) -> bool:
    """Whether the inner attribution has a speaker of its own."""
    if inner.source_head is None or outer.source_head is None or inner.source_head == outer.source_head:
        return False
    first, second = chains.at(outer.source_head)[0], chains.at(inner.source_head)[0]
    if first is not None and second is not None:
        return first != second
    word = analysis.tokens[inner.source_head].text.lower()
    if word == "they" and first is not None and chains.reading.chains[first].kind == "person":
        return analysis.tokens[inner.source_head].head == inner.verb  # "he claims that they told him to …"
    personal = word in {"he", "she"}
    if personal and first is not None and not chains.may_be(inner.source_head, first):
        return True  # "his wife said he had told her that …"
    # "He told us that …, a source said": a pronoun is not the one named after it.
    return analysis.tokens[inner.source_head].pos != "PRON" or inner.source_head < outer.source_head
