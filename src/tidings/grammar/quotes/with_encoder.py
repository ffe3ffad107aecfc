"""The attributions of the rules laid beside the encoder's: what both find is grown to what it shows, what it alone finds is added."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from tidings.grammar.quotes.addressees import THANKS
from tidings.grammar.quotes.asked_first import is_asked
from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.encoder_hearers import asked_of, heard
from tidings.grammar.quotes.encoder_spans import SURE, encoder_attributions
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.quote_source import names_something
from tidings.grammar.quotes.reporting import cue_at, voice_of
from tidings.grammar.quotes.reporting_verbs import reporters
from tidings.grammar.tree import tokens_in
from tidings.grammar.verbs import FINITE
from tidings.model import Analysis, Span

__all__ = ["with_encoder"]

CLOSING = ('"', "”", "»", "’", "''", "'")
SWELLS = 3  # times the letters in marks, past which a clause is no longer theirs (2.5 is the same on PolNeAR dev)
GROWS = 1.2  # times the letters in marks, from which the clause around them is more than an article
ASIDE = frozenset({"besides", "moreover", "furthermore", "also", "again", "further", "likewise", "equally", "here"})
LEAST = 3  # words in marks that are somebody's own, not a term
CERTAIN = (
    0.85  # chance of the encoder's triple from which its source goes before a parse's (PolNeAR dev: 12 of 15 right)
)


def with_encoder(
    analysis: Analysis, text: str, found: Sequence[Attribution], tops: Sequence[Quoted]
) -> list[Attribution]:
    """The attributions of the rules, grown to what the encoder shows around words in marks, and those it alone has."""
    grown = list(found)
    taken = sorted((span, at) for at, attribution in enumerate(grown) for span in attribution.content)
    furthest = list(accumulate((span.end for span, _ in taken), max))
    added, outer = [], []
    shown: dict[int, Attribution] = {}  # of what the rules found, the encoder's that has most of it
    for attribution in encoder_attributions(analysis, text):
        if attribution.confidence < SURE:
            continue
        met: set[int] = set()
        for span in attribution.content:
            n = bisect_left(taken, span.end, key=lambda t: t[0].start)
            while n and furthest[n - 1] > span.start:
                n -= 1
                if taken[n][0].end > span.start:
                    met.add(taken[n][1])
        if not met and is_remark(text, attribution):
            continue
        if not met:
            attribution = uttered_in_marks(analysis, attribution, tops)
            pieces = tops if attribution.kind == "say" else ()
            held = {p.span for span in attribution.content for p in meeting(pieces, span) if span.covers(p.span)}
            parts, content = tuple(sorted(held)), without_that(analysis, attribution.content)
            if whole_in_marks(content, parts):
                content = (to_mark(text, content[0], parts),)
            added.append(heard(analysis, replace(attribution, content=content, parts=parts)))
        elif all(speaks_within(grown[at], attribution) for at in met):
            outer.append(replace(attribution, content=without_that(analysis, attribution.content), kind="think"))
        elif len(met) == 1:
            at = met.pop()
            bare = replace(attribution, content=without_that(analysis, attribution.content))
            if at not in shown or common(grown[at], bare) > common(grown[at], shown[at]):
                shown[at] = bare
    for at, bare in shown.items():
        grown[at] = around(analysis, text, grown[at], bare)
    return [asked_of(analysis, attribution) for attribution in (*grown, *added, *outer)]


def whole_in_marks(content: Sequence[Span], parts: Sequence[Span]) -> bool:
    """Whether words in marks end a content that has more than them, so that their closing mark belongs to it."""
    return len(content) == 1 and any(part.end == content[0].end and part.start > content[0].start for part in parts)


def uttered_in_marks(analysis: Analysis, shown: Attribution, tops: Sequence[Quoted]) -> Attribution:
    """What has words of somebody's own in marks as said, whichever verb tells it: "put the fire down to “poets with picnics”"."""
    if (
        shown.kind == "say"
        or shown.source is None
        or shown.cue is None
        or shown.verb is None
        or is_held(analysis, shown)
    ):
        return shown
    for span in shown.content:
        for piece in meeting(tops, span):
            words = [k for k in tokens_in(analysis, piece.span) if analysis.tokens[k].pos not in {"PUNCT", "SPACE"}]
            if span.covers(piece.span) and len(words) >= LEAST and not names_something(analysis, piece):
                return replace(shown, kind="say")
    return shown


def is_held(analysis: Analysis, shown: Attribution) -> bool:
    """Whether the cue tells what somebody thinks, wants or is asked, not what they say."""
    verb = shown.verb
    if verb is None or is_asked(analysis, verb):
        return True
    if (cue := cue_at(analysis, verb)) is not None and cue.unsaid:
        return True
    known = reporters().get(analysis.tokens[verb].lemma.lower())
    return known is not None and known.kind == "think"


def is_remark(text: str, shown: Attribution) -> bool:
    """Whether it is the report's own remark on what the source has said: "…, the agency said; that turned out to be false"."""
    first = shown.content[0].start
    between = "" if shown.cue is None else text[shown.cue.end : first]
    word = text[first : shown.content[0].end].split()[0].lower()
    return word in {"that", "this", "it"} and between.rstrip().endswith(";") and '"' not in between


def speaks_within(found: Attribution, shown: Attribution) -> bool:
    """Whether all of an attribution by name stands in the encoder's content: "noted reports alleging that …"."""
    if found.cue is None or found.source is None or shown.cue is None or shown.source is None:
        return False
    inside = all(any(said.covers(span) for said in shown.content) for span in (found.cue, found.source, *found.content))
    return inside and not shown.cue.meets(found.cue) and not found.parts and found.relay is None


def common(found: Attribution, shown: Attribution) -> int:
    """How many characters of content two attributions have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in found.content for b in shown.content)


def without_that(analysis: Analysis, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content without the "that" that opens its clause."""
    inside = tokens_in(analysis, content[0])
    clause = any(analysis.tokens[k].tag in FINITE for k in inside)  # "declined that assignment" has none
    if len(inside) > 2 and analysis.tokens[inside[0]].text.lower() in ASIDE:
        inside = inside[1:]  # "hinted besides that …"
    if len(inside) < 2 or analysis.tokens[inside[0]].text.lower() != "that" or not clause:
        return content
    first = next((k for k in inside[1:] if analysis.tokens[k].text not in {",", ":"}), None)
    return content if first is None else (Span(analysis.tokens[first].start, content[0].end), *content[1:])


def around(analysis: Analysis, text: str, found: Attribution, shown: Attribution) -> Attribution:
    """What the rules found as the encoder shows it: one cue has one content; words in marks stand in a clause."""
    if found.content == found.parts and (found.relay is not None or led_by_colon(analysis, text, found)):
        return found
    if found.how in {"put in", "denied"} or (
        is_around(text, found, found.content) and not is_around(text, found, shown.content)
    ):
        return found
    marked = tuple(to_mark(text, span, found.parts) for span in shown.content)
    held = all(any(span.covers(own) for span in marked) for own in found.content)
    if found.source is None and found.cue is None and shown.source is not None and held:
        found = replace(found, cue=shown.cue, verb=shown.verb, source=shown.source, source_head=shown.source_head)
    same = found.cue is not None and shown.cue is not None and found.cue.meets(shown.cue)
    found = named_otherwise(analysis, found, shown) if same else found
    if not held and stops_at_aside(analysis, text, shown, found):
        return found
    if not held and (starts_short(analysis, shown.content[0], found.content[0]) or parted(analysis, shown, found)):
        return found
    if same and found.how == "quote" and shown.confidence >= CERTAIN:
        found = without_party(analysis, found, shown)
    hearer = None if is_thanked(analysis, found) else found.addressee
    own = [span for span in (found.source, found.cue, hearer) if span is not None]
    if any(span.meets(said) for span in own for said in shown.content):
        return replace(shown, content=marked, parts=found.parts) if only_called(analysis, found, marked) else found
    complete = held and is_complete(analysis, text, found, marked)
    if same and not complete and all(any(span.covers(part) for span in marked) for part in found.parts):
        own_end = max(analysis.tokens[k].sentence for s in found.content for k in tokens_in(analysis, s))
        kept = tuple(
            span
            for span in marked
            if analysis.tokens[tokens_in(analysis, span)[0]].sentence <= own_end or any(map(span.covers, found.parts))
        )
        content = kept or found.content  # the sentence after is the report's own
        one = found.source is not None and shown.source is not None and found.source.meets(shown.source)
        whole = spoken(text, content) == spoken(text, found.parts)  # the rules' cue of a direct quote is the verb alone
        cue, source = found.cue if whole else shown.cue, shown.source if one else found.source
        return replace(found, content=content, cue=cue, source=source)
    return in_clause(text, found, replace(shown, content=marked)) if held else found


def stops_at_aside(analysis: Analysis, text: str, shown: Attribution, found: Attribution) -> bool:
    """Whether the encoder stops at a clause between commas, behind which what is said goes on: "put the bridge, which cost
    nine million, up for sale"."""
    own, said = found.content[0], shown.content[-1]
    if len(found.content) != 1 or said.start < own.start or not said.end < own.end or text[said.end] != ",":
        return False
    rest = [analysis.tokens[k] for k in tokens_in(analysis, Span(said.end, own.end))]
    closing = next((n for n, t in enumerate(rest) if n and t.text == ","), len(rest))
    aside = len(rest) > 1 and rest[1].tag in {"WDT", "WP", "WP$", "WRB"}
    return aside and closing + 1 < len(rest) and rest[closing + 1].dep not in {"conj", "cc", "mark"}


def is_around(text: str, found: Attribution, content: Sequence[Span]) -> bool:
    """Whether content stands on both sides of an attribution's cue, more than a word before it."""
    cue, first = found.cue, content[0]
    sides = cue is not None and first.end <= cue.start and content[-1].start >= cue.end
    return sides and " " in text[first.start : first.end]


def without_party(analysis: Analysis, found: Attribution, shown: Attribution) -> Attribution:
    """Words in marks without the source or hearer that a parse made of what the encoder is sure is said with them:
    "is promising lower taxes and “jobs”"."""
    meets = [
        span is not None and any(span.meets(said) for said in shown.content) for span in (found.source, found.addressee)
    ]
    if meets[0]:
        found = replace(found, source=shown.source, source_head=shown.source_head)
    return (
        replace(found, addressee=None, addressee_head=None) if meets[1] and not is_thanked(analysis, found) else found
    )


def is_thanked(analysis: Analysis, found: Attribution) -> bool:
    """Whether whom the verb is about is also who hears it: "thanked Oslo for “a clear word”"."""
    head = found.addressee_head
    return found.verb is not None and analysis.tokens[found.verb].lemma.lower() in THANKS and head is not None


def is_complete(analysis: Analysis, text: str, found: Attribution, shown: Sequence[Span]) -> bool:
    """Whether words in marks are all that is said: they begin like a sentence and have a subject and a finite verb,
    or what the encoder shows is a long clause that they are but a word or two of."""
    if found.content != found.parts:
        return False
    if len(spoken(text, shown)) > len(spoken(text, found.parts)) * SWELLS:
        return True
    for part in found.parts:
        inside = [analysis.tokens[k] for k in tokens_in(analysis, part)]
        subject = any(t.dep in {"nsubj", "nsubjpass", "expl"} for t in inside)
        if text[part.start].isupper() and subject and any(t.tag in FINITE for t in inside):
            return True
    return False


def only_called(analysis: Analysis, found: Attribution, content: Sequence[Span]) -> bool:
    """Whether words in marks are what nobody named calls something inside a longer content: "what they call his “…”"."""
    if found.how != "quote" or found.source is None or found.cue is None or found.source_head is None:
        return False
    if found.relay is not None:  # “…,” a pilot ordered, according to X
        return False
    inside = (found.source, found.cue, *found.content)
    named = analysis.tokens[found.source_head].pos == "PROPN"
    return not named and all(any(said.covers(span) for said in content) for span in inside)


def spoken(text: str, spans: Sequence[Span]) -> str:
    """The letters and digits of the spans."""
    return "".join(c for span in spans for c in text[span.start : span.end] if c.isalnum())


def named_otherwise(analysis: Analysis, found: Attribution, shown: Attribution) -> Attribution:
    """The attribution with the source that the encoder is sure of, where a parse found another for the same cue."""
    head = shown.source_head
    if head is None or shown.source is None or shown.confidence < CERTAIN or found.relay is not None:
        return found
    if found.verb is not None and analysis.tokens[found.verb].lemma.lower() == "find":
        return found  # "an audit, of which the Post has a copy, found that …"
    through = found.source_head is not None and voice_of(analysis, found.source_head) != found.source_head
    active = found.source is None and found.parts and found.confidence == 1.0
    if (
        (found.source is None and not active)
        or through
        or (found.source is not None and found.source.meets(shown.source))
        or analysis.tokens[head].tag in {"WP", "WDT", "PRP"}
    ):
        return found
    return replace(found, source=shown.source, source_head=head)


def in_clause(text: str, found: Attribution, shown: Attribution) -> Attribution:
    """Words in marks with the clause that the encoder shows right around them, of the same cue."""
    one_cue = found.cue is None or (shown.cue is not None and found.cue.meets(shown.cue))
    if found.how not in {"quote", "carried"} or found.content != found.parts or not one_cue:
        return found
    grown = tuple(sorted({span for span in shown.content if any(span.meets(own) for own in found.content)}))
    size, own_size = (
        sum(c.isalnum() for s in spans for c in text[s.start : s.end]) for spans in (grown, found.content)
    )
    return replace(found, content=grown, kind=shown.kind) if own_size * GROWS <= size else found


def to_mark(text: str, span: Span, parts: Sequence[Span]) -> Span:
    """The span drawn out to the closing mark of the words in marks that it ends in."""
    ends = [part.end for part in parts if span.start < part.end and part.start < span.end <= part.end]
    end = max([span.end, *ends])
    closing = next((mark for mark in CLOSING if ends and text.startswith(mark, end)), "")
    return Span(span.start, end + len(closing))


def led_by_colon(analysis: Analysis, text: str, found: Attribution) -> bool:
    """Whether words in marks are a sentence behind a colon: "denied a report that oil was found: “There is a rumour.”"."""
    part = found.parts[0] if found.parts else None
    if part is None or found.cue is None or found.cue.start > part.start:
        return False
    inside = [analysis.tokens[k] for k in tokens_in(analysis, part)]
    colon = text[max(0, part.start - 3) : part.start].rstrip(" \"“”„«‘'").endswith(":")
    return colon and text[part.start].isupper() and any(t.tag in FINITE for t in inside)


def parted(analysis: Analysis, shown: Attribution, found: Attribution) -> bool:
    """Whether the encoder has only the subject of what the rules found on both sides of the cue: "The pumps, X said, had failed"."""
    finite = [
        any(analysis.tokens[k].tag in FINITE for span in one.content for k in tokens_in(analysis, span))
        for one in (shown, found)
    ]
    begins = found.content[0].covers(shown.content[0]) and found.content[0].start == shown.content[0].start
    return begins and finite == [False, True]


def starts_short(analysis: Analysis, shown: Span, own: Span) -> bool:
    """Whether the encoder's content begins with the relative clause of a noun that the rules' content begins with."""
    first = tokens_in(analysis, shown)
    return bool(first) and own.start < shown.start < own.end and analysis.tokens[first[0]].tag in {"WDT", "WP", "WP$"}
