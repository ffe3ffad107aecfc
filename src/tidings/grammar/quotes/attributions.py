"""All attributions of a text: reported clauses joined with what stands in quote marks."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tidings.grammar.quotes.according_to import according_to
from tidings.grammar.quotes.answers_read import answers_read
from tidings.grammar.quotes.attribution import ASKED, GIVES_UP, Attribution, from_cue
from tidings.grammar.quotes.cited import cited
from tidings.grammar.quotes.denied_reports import denied_reports
from tidings.grammar.quotes.estimates import estimates
from tidings.grammar.quotes.glued_that import glued_that
from tidings.grammar.quotes.headline_quotes import headline_quotes
from tidings.grammar.quotes.hearable import people
from tidings.grammar.quotes.interview_turns import interview_turns, spoken_in
from tidings.grammar.quotes.joining import Joining
from tidings.grammar.quotes.lost_mark import before_own_cue
from tidings.grammar.quotes.made_known import made_known
from tidings.grammar.quotes.nested_attribution import settle
from tidings.grammar.quotes.put_in import put_in
from tidings.grammar.quotes.quote_marks import Quoted, meeting, quoted, rejoined
from tidings.grammar.quotes.relays import conveyed_by
from tidings.grammar.quotes.reported_clause import reported
from tidings.grammar.quotes.reporting import Cue, as_for, cue_at, party
from tidings.grammar.quotes.said_within import said_within
from tidings.grammar.quotes.so_said import so_said
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.quotes.this_said import said_before
from tidings.grammar.quotes.told_and_said import told_and_said
from tidings.grammar.quotes.verb_between import verb_between
from tidings.grammar.quotes.verb_first import verb_first
from tidings.grammar.quotes.with_encoder import with_encoder
from tidings.grammar.tree import child, children, noun_phrase, sentence_of, sentence_span, span_of, subtree, tokens_in
from tidings.grammar.verbs import TENSED
from tidings.lexicon import rows, words
from tidings.model import Analysis, Block, Span

__all__ = ["attributions", "opened_by_that"]

# What an outlet says of itself has no speaker.
OWN_VOICE = re.compile(
    r"(?:an?|the)?\s?(?:editor.{0,3} (?:note|correction)|(?:earlier|previous|original) version)|this (?:article|story|post)\b",
    re.IGNORECASE,
)
HEARER = re.compile(r"(?:him|her|them|me|us) (?:that (?=\S)|(?=to \w))", re.IGNORECASE)
NOTED = r"(?:not|mention|recall|remember|remind|stress|emphasi[sz]|underlin|highlight|add|point|observ|say|said|repeat|remark)"
WORTH_NOTING = re.compile(
    r"\b(?:it(?: is|'s|’s| bears| was| remains| would be)? (?:\w+ly |also |perhaps |just )?"
    r"(?:worth(?:while)?|important|necessary|interesting|useful|fair|appropriate|bears?|deserves?)(?: to)?(?: be)?"
    rf"|it (?:\w+ly )?(?:should|must|will|may|can|ought to|has to|needs to|is to|has also to) (?:also |\w+ly )?be) {NOTED}\w*",
    re.IGNORECASE,
)
OWN_WORDS = frozenset(
    {"remind", "recall", "note", "clarify"}
)  # "We will remind, the ship was stopped": nobody but the outlet

MARKS = frozenset({",", '"', "“", "”", "„", "«", "‘", "'", "`", "''", "``"})
BELIEVES = frozenset({"believe", "think", "consider", "reckon", "suppose", "fear", "find", "judge"})
WRITTEN = frozenset({"report", "article", "story", "rumour", "rumor", "post"})
SIDES = frozenset(["campaign", "camp", "side", "office"])
# Whatever finds that something is so, in writing: of what these find the visible stories' readers have 3 of 4 as said.
INQUIRIES = frozenset(
    {"inquiry", "enquiry", "investigation", "audit", "autopsy", "report", "study", "survey", "probe", "review"}
) | {"examination", "analysis", "assessment"}
SHOWS = frozenset(["suggest", "reveal", "indicate", "imply", "signal", "underline", "underscore"])


def attributions(analysis: Analysis, text: str, blocks: Sequence[Block], chains: SpeakerChains) -> list[Attribution]:
    """Source–cue–content triples in text order; quoted words that nobody is said to say are left out."""
    paragraphs = rejoined(text, [block.span for block in blocks])
    pieces = quoted(text, paragraphs)
    tops = before_own_cue(analysis, (p for p in pieces if p.depth == 0))
    cues = find_cues(analysis, tops)
    clauses = [*by_clause(analysis, cues, tops), *according_to(analysis, tops), *by_noun(analysis, tops)]
    clauses += [*glued_that(analysis, tops), *estimates(analysis, tops), *made_known(analysis, tops)]
    clauses += denied_reports(analysis, tops)
    turned = [*verb_first(analysis, tops), *so_said(analysis, tops)]
    passed = list(told_and_said(analysis, tops))
    clauses = [*(a for a in clauses if all(a.verb != one.verb for one in turned)), *turned]
    clauses = [a for a in clauses if not any(overlaps(a, one) for one in passed)] + passed
    clauses += put_in(analysis, tops, frozenset(a.verb for a in clauses if a.verb is not None))
    clauses += verb_between(analysis, tops, frozenset(a.verb for a in clauses if a.verb is not None))
    heads = list(headline_quotes(analysis, text, blocks))
    led = {one.verb for one in heads if one.verb is not None}
    clauses = [*(a for a in clauses if a.verb not in led), *heads]
    clauses = [a for a in clauses if one_paragraph(a, paragraphs)]
    clauses.sort(key=lambda a: (a.content[0], a.verb or 0))
    clauses = settle(analysis, clauses, tops, chains)
    joined = Joining(analysis, text, paragraphs, cues, clauses).join(tops)
    joined = list(answers_read(analysis, joined, tops))
    joined = said_before(analysis, joined, cues, paragraphs, chains.person)
    inner = list(
        said_within(analysis, joined, tops, [p for p in pieces if p.depth], lambda head: chains.at(head)[0] is not None)
    )
    turns = list(interview_turns(analysis, text, blocks, chains))
    joined = with_encoder(analysis, text, [*turns, *spoken_in(turns, joined, analysis)], tops)
    joined = [shown(analysis, one, chains) for one in joined if not told_whole(one, tops, joined)]
    joined = list(cited(analysis, text, joined, tops))
    speak = [one.source for one in turned if one.source is not None]
    joined = [one for one in joined if not any(source.covers(one.content[0]) for source in speak)]
    joined = [named_before(analysis, with_source(analysis, one, joined)) for one in joined]
    joined = [one for one in joined if one.source is None or not is_outlets_own(analysis, text, one)]
    joined = [one for one in joined if not is_worth_noting(analysis, text, one)]
    joined = [without_hearer(text, one) for one in joined if not is_bare(analysis, one)]
    return sorted([*joined, *inner], key=lambda a: (a.content[0], a.content[-1].end, a.verb or 0))


def with_source(analysis: Analysis, one: Attribution, joined: Sequence[Attribution]) -> Attribution:
    """What is added by a participle without a subject, with who has spoken before it in the sentence: "…, adding that …"."""
    if one.source is not None or one.verb is None or analysis.tokens[one.verb].tag != "VBG" or one.cue is None:
        return one
    sentence, start = analysis.tokens[one.verb].sentence, one.cue.start
    before = [a for a in joined if a.verb is not None and a.source is not None and a.kind == "say"]
    near = [a for a in before if analysis.tokens[a.verb or 0].sentence == sentence and a.verb is not None]
    near = [a for a in near if a.cue is not None and a.cue.end <= start and a.content[0].start < start]
    last = max(near, key=lambda a: a.cue.start if a.cue else 0, default=None)
    return one if last is None else replace(one, source=last.source, source_head=last.source_head)


def named_before(analysis: Analysis, one: Attribution) -> Attribution:
    """The attribution with whom "it" stands for: "As for the defence, it speaks of …"."""
    head = as_for(analysis, one.source_head)
    return one if head is None or head == one.source_head else replace(one, source_head=head)


def without_hearer(text: str, one: Attribution) -> Attribution:
    """The attribution without the hearer that a parse has taken into its words: "answered him that …", "asked him to …"."""
    first = one.content[0]
    heard = HEARER.match(text, first.start, first.end)
    behind = one.cue is not None and one.cue.end <= first.start and not text[one.cue.end : first.start].strip()
    if heard is None or not behind:
        return one
    return replace(one, content=(Span(heard.end(), first.end), *one.content[1:]))


def is_outlets_own(analysis: Analysis, text: str, one: Attribution) -> bool:
    """Whether an outlet says it of itself: "this story was updated", "We will remind, the ship was stopped"."""
    if one.source is None or one.how == "turn":
        return False
    own = text[one.source.start : one.source.end].lower() in {"we", "one", "us"}  # "let us recall"
    we = own and one.verb is not None
    if we and not one.parts and one.cue is not None and ":" in text[one.cue.end - 1 : one.cue.end + 1]:
        return True  # "We say: the dam must go"
    return bool(OWN_VOICE.match(text, one.source.start)) or (
        we and one.verb is not None and analysis.tokens[one.verb].lemma.lower() in OWN_WORDS
    )


def is_worth_noting(analysis: Analysis, text: str, one: Attribution) -> bool:
    """Whether an outlet only points to a thing in its own voice: "it is worth noting that …", "it should be added that …"."""
    if one.cue is None or one.verb is None or one.parts:
        return False
    nobody = one.source is None or text[one.source.start : one.source.end].lower() == "it"
    begin = analysis.tokens[sentence_of(analysis, one.verb)[0]].start
    found = WORTH_NOTING.search(text, begin, one.content[0].start + 1)
    return nobody and found is not None and found.start() < one.cue.end and one.cue.start < found.end()


def is_bare(analysis: Analysis, one: Attribution) -> bool:
    """Whether all that is said is a pointing word: "the inquiry that the bloc has called for"."""
    inside = [analysis.tokens[k] for span in one.content for k in tokens_in(analysis, span)]
    points = bool(inside) and inside[0].text.lower() in {"that", "this", "which"}
    put_off = len(inside) > 1 and inside[1].text.lower() in {"out", "off", "aside", "down", "away", "an", "a"}
    put_off = put_off and not any(t.pos in {"VERB", "AUX"} for t in inside)  # "ruled it out at noon"
    bare = len(inside) == 1 or put_off
    return not one.parts and points and bare


def told_whole(one: Attribution, tops: Sequence[Quoted], joined: Sequence[Attribution]) -> bool:
    """Whether a clause is but a sentence of a quotation that another attribution gives whole."""
    if one.parts or one.cue is None or one.how != "clause" or len(one.content) != 1:
        return False
    around = [p.span for p in meeting(tops, one.content[0]) if p.outer.covers(one.content[0])]
    outside = [span for span in around if not span.covers(one.cue)]
    return any(span in other.parts for span in outside for other in joined)


def shown(analysis: Analysis, one: Attribution, chains: SpeakerChains) -> Attribution:
    """What a thing shows as a thought, which nobody utters: "heavy shelling suggests that …"; no document, no body."""
    if one.kind != "say" or one.parts or one.verb is None or one.source_head is None:
        return one
    verb, head = analysis.tokens[one.verb], analysis.tokens[one.source_head]
    named = one.source is not None and any(analysis.tokens[k].pos == "PROPN" for k in tokens_in(analysis, one.source))
    thing = head.pos == "NOUN" and not head.ent and not named and chains.at(head.i)[0] is None
    speaks = head.lemma.lower() in words("document_nouns.txt") or head.lemma.lower() in people() | SIDES
    return replace(one, kind="think") if verb.lemma.lower() in SHOWS and thing and not speaks else one


def find_cues(analysis: Analysis, tops: Sequence[Quoted]) -> dict[int, Cue]:
    """The reporting verbs outside quote marks, by token."""
    quoted_tokens = {k for p in tops for k in tokens_in(analysis, p.span)}
    found = {}
    for token in analysis.tokens:
        if token.i not in quoted_tokens and (cue := cue_at(analysis, token.i)) is not None and not cue.unsaid:
            inside = cue.source_head in quoted_tokens
            cue = replace(cue, source=None, source_head=None) if inside else cue
            within = any(c in quoted_tokens for c in children(analysis, token.i, "neg", "preconj", "cc", "advmod"))
            outside = not within or any(analysis.tokens[k].dep == "neg" for k in tokens_in(analysis, cue.span))
            found[token.i] = replace(cue, negated=cue.negated and outside)
    return found


def by_clause(analysis: Analysis, cues: dict[int, Cue], tops: Sequence[Quoted]) -> Iterable[Attribution]:
    """What the tree shows each cue to report; without a source only where a passive reports ("it was noted that")."""
    for cue in cues.values():
        content = reported(analysis, cue, meeting(tops, sentence_span(analysis, analysis.tokens[cue.verb].sentence)))
        if not content:
            continue
        if cue.source is None:
            impersonal = child(analysis, cue.verb, "nsubjpass", "expl") is not None
            if not impersonal or cue.reporter.kind == "think" or analysis.tokens[cue.verb].tag == "VBG":
                continue
        found = from_cue(cue, content, confidence=1.0 if cue.source is not None else 0.6)
        yield replace(found, kind="say", confidence=0.7) if holds(analysis, found) else found


def holds(analysis: Analysis, found: Attribution) -> bool:
    """Whether a belief is what somebody is told to have said, as it is added to a clause: "the deal is dead, she believes"."""
    if found.kind != "think" or found.verb is None or found.source_head is None or found.negated:
        return False
    verb = analysis.tokens[found.verb]
    if verb.lemma.lower() == "find" and found.source is not None and opened_by_that(analysis, found.content[0]):
        return any(analysis.tokens[k].lemma.lower() in INQUIRIES for k in tokens_in(analysis, found.source))
    past = verb.tag in {"VBD", "VBN"}
    if past and verb.lemma.lower() in {"consider", "judge"} and opened_by_that(analysis, found.content[0]):
        return True  # as translations have "said": "considered that the talks were over"
    after = found.content[0].end <= min(verb.start, analysis.tokens[found.source_head].start)
    plain = verb.tag in TENSED and not children(analysis, verb.i, "ccomp", "dobj", "mark", "advmod")
    behind = all(c < verb.i for c in children(analysis, verb.i, "ccomp", "dobj"))
    return verb.lemma.lower() in BELIEVES and after and (plain or behind)


def overlaps(one: Attribution, passed: Attribution) -> bool:
    """Whether an attribution is by the verb of telling, or by who relays what is told, of one that is passed on."""
    same = one.verb == passed.verb or (one.source is not None and one.source == passed.relay)
    return same and one.verb is not None


def opened_by_that(analysis: Analysis, content: Span) -> bool:
    """Whether "that" stands right before a clause, or before the mark that opens it: "said that “nobody won”"."""
    before = next(iter(tokens_in(analysis, content)), 0) - 1
    while before > 0 and analysis.tokens[before].text in MARKS:
        before -= 1
    return before >= 0 and analysis.tokens[before].text.lower() == "that"


def by_noun(analysis: Analysis, tops: Sequence[Quoted]) -> Iterable[Attribution]:
    """ "X's warning that …", "the promise by X to …"."""
    known = {noun: kind for noun, kind in rows("reporting_nouns.tsv")}  # noqa: C416  mypy wants pairs
    for token in analysis.tokens:
        kind = known.get(token.lemma.lower()) if token.pos == "NOUN" else None
        if kind is None:
            continue
        owner = child(analysis, token.i, "poss")
        for prep in children(analysis, token.i, "prep") if owner is None else ():
            written = analysis.tokens[prep].text.lower() in {"in", "on"} and token.lemma.lower() in WRITTEN
            if analysis.tokens[prep].text.lower() in {"by", "from", "of"} or written:
                owner = child(analysis, prep, "pobj")
        here = Span(token.start, token.end)
        if owner is None or any(p.span.covers(here) for p in meeting(tops, here)):
            continue
        clauses = children(analysis, token.i, "acl", "ccomp", "relcl")
        if token.dep == "dobj" and not clauses:  # "denied a report in X that …": a parse hangs the clause on the verb
            clauses = tuple(c for c in children(analysis, token.head, "ccomp") if c > token.i)
        given_up = token.dep == "dobj" and analysis.tokens[token.head].lemma.lower() in GIVES_UP
        given_up = given_up and owner == child(analysis, token.i, "poss") and token.lemma.lower() in ASKED
        for clause in clauses if not given_up else ():
            that = child(analysis, clause, "mark")
            if that is None or analysis.tokens[that].text.lower() != "that" or clause < token.i:
                continue
            below = subtree(analysis, clause)
            content = span_of(analysis, min(that + 1, below[-1]), past_aside(analysis, below[-1]))
            source = noun_phrase(analysis, owner)
            passes = conveyed_by(analysis, token.i)
            yield Attribution(
                (content,),
                span_of(analysis, token.i, token.i),
                token.i,
                source,
                owner,
                relay=None if passes is None else party(analysis, passes),
                relay_head=passes,
                kind=kind,
                confidence=0.7,
                how="noun",
            )


def past_aside(analysis: Analysis, last: int) -> int:
    """The last token of a clause that a parse cuts at a phrase put into it, where the encoder sees it go on."""
    end = sentence_of(analysis, last)[1]
    while last + 1 < min(end, len(analysis.scores)) and analysis.scores[last + 1].role == "I-content":
        last += 1
    return last


def one_paragraph(attribution: Attribution, paragraphs: Sequence[Span]) -> bool:
    """Whether the content stays within one paragraph; a parse that runs over more is broken."""
    content = attribution.content
    n = bisect_right(paragraphs, content[0].start, key=lambda p: p.start) - 1
    return n >= 0 and content[-1].end <= paragraphs[n].end
