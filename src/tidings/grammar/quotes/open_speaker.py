"""Who "he" is before "said" where the chains leave it open: the one who spoke last, or was just told of."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.reporting import voice_of
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import child, sentence_root, tokens_in
from tidings.lexicon import words
from tidings.model import Analysis, Candidate, Quote, Reading, Span

__all__ = [
    "just_named",
    "not_own_name",
    "not_own_relay",
    "not_past_a_name",
    "not_who_is_named",
    "passed_on",
    "quoted_by_another",
    "settled",
    "who_answers",
]

# Set on the example stories: a pronoun's weights come near 0.5 each where two people are told of.
TOLD_OF = 0.25  # what is added for whom the sentence before is about
SPOKE = 0.2  # for who spoke last
ENOUGH = 0.55  # weight that decides
AHEAD = 0.12  # of the next
ANSWERS = ("repl", "answer", "respond", "retort")
COMPLIES = frozenset(["refuse", "decline", "agree", "accept", "comply", "consent", "reply", "answer", "respond"])
GOING_ON = frozenset({"add", "continue", "conclude"})
NEAR = 2  # sentences
CALLED = re.compile(
    r"(?<=\s)['‘\"“](?:(?:Mr|Mrs|Ms|Dr)\.? )?\Z"
)  # what somebody else calls the speaker: “He told me, ‘Ada, …’”
CALLED_BY = 8  # characters before a name in which such a mark stands
BACK = 4  # quotes before, among which is who answers


def settled(
    analysis: Analysis,
    chains: SpeakerChains,
    found: Attribution,
    last: tuple[Attribution, int | None] | None,
    open_: Sequence[Candidate],
) -> tuple[int | None, tuple[Candidate, ...]]:
    """The chain that speaks, where being told of or having spoken last decides; else none, with the candidates."""
    if found.source_head is None or analysis.tokens[voice_of(analysis, found.source_head)].pos != "PRON":
        return None, tuple(open_)  # a surname or role that two may bear is neither's because one spoke last
    personal = chains.is_personal(found.source_head)
    weights = {c.chain: c.weight for c in open_ if not personal or chains.may_be(found.source_head, c.chain)}
    told = told_of(analysis, chains, found)
    if last is not None and last[1] is not None and is_said(analysis, last[0], found):
        told = last[1]  # "According to him, Holm is ill": the sentence is his, whomever it tells of
    if told is not None and (told in weights or not weights):
        weights[told] = weights.get(told, 0.45) + TOLD_OF
    before, spoke = last if last is not None else (None, None)
    relays = chains.speaker(found.relay_head, found.relay)[0]
    spoke = None if spoke == relays else spoke  # who relays "he" is not him
    weights.pop(-1 if relays is None else relays, None)
    near = before is not None and gap(analysis, before, found) <= 1
    near = near and not (told is not None and opens_paragraph(chains.reading, before, found))
    if near and spoke is not None and (spoke in weights or (not weights and chains.may_be(found.source_head, spoke))):
        weights[spoke] = weights.get(spoke, 0.45) + SPOKE
    if (
        near
        and before is not None
        and spoke is not None
        and chains.alone_since(before.source, found.source_head, spoke)
    ):
        return spoke, ()
    if near and spoke is not None and goes_on(analysis, found) and chains.may_be(found.source_head, spoke):
        return spoke, ()
    order = sorted(weights, key=lambda c: (-weights[c], c))
    order = [c for c in order if not chains.names(c, found.content)]  # "the union said Holm knew"
    if not order or weights[order[0]] < ENOUGH:
        return None, tuple(open_)
    if len(order) > 1 and weights[order[0]] - weights[order[1]] < AHEAD:
        return None, tuple(open_)
    return order[0], ()


def is_said(analysis: Analysis, last: Attribution, found: Attribution) -> bool:
    """Whether the sentence before is, but for who says it, what another attribution gives."""
    here = first_sentence(analysis, found)
    if not here or last.how != "according" or last.source_head is None:
        return False
    if analysis.tokens[last.source_head].pos != "PRON":
        return False  # "According to police, Holm was held. He said …" is Holm
    root = sentence_root(analysis, here - 1)
    return root is not None and any(span.start <= analysis.tokens[root].start < span.end for span in last.content)


def opens_paragraph(reading: Reading, before: Attribution | None, found: Attribution) -> bool:
    """Whether a new paragraph has told of somebody since the last words: "President Holm spoke on air. “Wait,” he said"."""
    if before is None or found.source is None:
        return False
    ends = max(before.content[-1].end, 0 if before.cue is None else before.cue.end)
    begins = reading.document.text.find("\n", ends, found.content[0].start)
    here = bisect_right(reading.sentences, found.content[0].start, key=lambda s: s.start) - 1
    return begins >= 0 and here > 0 and reading.sentences[here - 1].start >= begins


def goes_on(analysis: Analysis, found: Attribution) -> bool:
    """Whether the verb tells that the last speaker speaks on: "he added"."""
    return found.verb is not None and analysis.tokens[found.verb].lemma.lower() in GOING_ON


def who_answers(
    reading: Reading, chains: SpeakerChains, quote: Quote, head: int | None, before: Sequence[Quote]
) -> Quote:
    """The quote with the last other speaker for "he" who answers what was just asked: nobody answers himself."""
    text = reading.document.text
    cue = "" if quote.cue is None else text[quote.cue.start : quote.cue.end].lower()
    last = before[-1] if before else None
    if last is None or last.cue is None or last.speaker != quote.speaker or not chains.is_personal(head):
        return quote
    if refuses(reading, quote, head, last):
        asked = last.addressee_chain
        fits = asked is not None and asked != quote.speaker and chains.may_be(head, asked)
        return replace(quote, speaker=asked if fits else None, candidates=())
    if last.speaker is None or reading.chains[last.speaker].named:  # "a reporter asked"
        return quote
    if not any(w in cue for w in ANSWERS) or "ask" not in text[last.cue.start : last.cue.end].lower():
        return quote
    earlier = [q.speaker for q in before[-BACK:] if q.speaker not in {None, quote.speaker}]
    fitting = [s for s in earlier if s is not None and chains.may_be(head, s)]
    return replace(quote, speaker=fitting[-1] if fitting else None, candidates=())


def refuses(reading: Reading, quote: Quote, head: int | None, last: Quote) -> bool:
    """Whether "he" does what only the one can do whom the sentence before tells to be asked: "X asked Y to go. He refused …"."""
    analysis, text = reading.analysis, reading.document.text
    if analysis is None or head is None or last.cue is None or last.addressee is None or quote.source is None:
        return False
    asks = any(w in text[last.cue.start : last.cue.end].lower() for w in ("ask", "urge", "press", "call"))
    sentence = analysis.tokens[head].sentence
    before = tokens_in(analysis, last.cue)
    return (
        asks
        and sentence - analysis.tokens[before[0]].sentence == 1
        and analysis.tokens[analysis.tokens[head].head].lemma.lower() in COMPLIES
    )


def just_named(
    reading: Reading, chains: SpeakerChains, quote: Quote, head: int | None, before: Sequence[Quote]
) -> Quote:
    """The quote with who has just spoken for "he", where the paragraph names that one and not whom a chain gives."""
    last = before[-1] if before else None
    if last is None or last.speaker is None or quote.speaker is None or quote.source is None:
        return quote
    spoke = last.speaker
    if spoke == quote.speaker or not chains.is_personal(head) or not chains.may_be(head, spoke):
        return quote
    person = reading.chains[spoke].kind == "person" and reading.chains[spoke].named
    told = named_above(reading, quote.source, quote.speaker)
    return (
        replace(quote, speaker=spoke, candidates=())
        if person and not told and named_above(reading, quote.source, spoke)
        else quote
    )


def not_who_is_named(
    reading: Reading, chains: SpeakerChains, quote: Quote, head: int | None, before: Sequence[Quote]
) -> Quote:
    """The quote without a speaker for "he" whom its own words name, as nobody names himself: then it is who spoke last."""
    if quote.speaker is None or head is None or not quote.parts or not chains.is_personal(head):
        return quote
    at = 0 if quote.source is None else quote.source.start
    told = [
        reading.mentions[m].span for m in reading.chains[quote.speaker].mentions if reading.mentions[m].form == "name"
    ]
    nearest = max((span for span in told if span.start < at), default=None)
    last = before[-1] if before else None
    inside = None if nearest is None else next((part for part in quote.parts if part.covers(nearest)), None)
    own = nearest is not None and inside is not None
    if nearest is not None and inside is not None:
        begins = max(inside.start, nearest.start - CALLED_BY)
        own = CALLED.search(reading.document.text, begins, nearest.start) is None
    others = nearest is not None and last is not None and any(part.covers(nearest) for part in last.parts)
    if not own and not (others and last is not None and last.speaker != quote.speaker):
        return quote
    if others and last is not None and last.source is not None and last.source == quote.source:
        return replace(quote, speaker=last.speaker, candidates=())
    spoke = None if last is None or gap_between(reading, last, quote) > NEAR else last.speaker
    person = spoke is not None and reading.chains[spoke].kind == "person" and chains.may_be(head, spoke)
    if person and spoke != quote.speaker:
        return replace(quote, speaker=spoke, candidates=())
    return replace(quote, speaker=None, candidates=()) if own else quote


def not_past_a_name(
    reading: Reading, chains: SpeakerChains, quote: Quote, head: int | None, before: Sequence[Quote]
) -> Quote:
    """The quote without a speaker for "she" where a bare name that may be a person's has just spoken, though it is taken for
    a body's: "Holt said nobody had been held. “They were guests,” she said"."""
    last = before[-1] if before else None
    if last is None or last.speaker in {None, quote.speaker} or last.speaker is None or last.source is None:
        return quote
    if quote.speaker is None or quote.source is None or not chains.is_personal(head):
        return quote
    text, spoke = reading.document.text, reading.chains[last.speaker]
    said = text[last.source.start : last.source.end]
    bare = spoke.kind == "organization" and spoke.named and spoke.name.istitle() and spoke.name.isalpha()
    known = any(reading.mentions[m].body is not None for m in spoke.mentions)
    if not bare or known or not said.endswith(spoke.name) or said.lower().startswith("the "):
        return quote
    near = gap_between(reading, last, quote) == 1 and "\n" not in text[last.source.start : quote.source.start]
    told = (reading.mentions[m] for m in reading.chains[quote.speaker].mentions)
    since = any(m.form != "pronoun" and last.source.end <= m.span.start < quote.source.start for m in told)
    return replace(quote, speaker=None, candidates=()) if near and not since else quote


def not_own_name(
    reading: Reading, chains: SpeakerChains, quote: Quote, head: int | None, before: Sequence[Quote]
) -> Quote:
    """The quote with who spoke last for "he" behind words that name another: "Holm will be back, he added" is not Holm's."""
    if quote.speaker is None or head is None or quote.parts or not chains.is_personal(head) or quote.source is None:
        return quote
    text = reading.document.text
    told = [m for m in reading.chains[quote.speaker].mentions if reading.mentions[m].form == "name"]
    spans = [reading.mentions[m].span for m in told]
    ahead = quote.content[-1].end <= quote.source.start
    own = any(span.covers(s) and text[s.end : s.end + 2] not in {"'s", "’s"} for s in spans for span in quote.content)
    if not ahead or not own:
        return quote
    last = before[-1] if before else None
    spoke = None if last is None or gap_between(reading, last, quote) > NEAR else last.speaker
    if spoke is None or spoke == quote.speaker or reading.chains[spoke].kind != "person":
        return replace(quote, speaker=None, candidates=())
    return replace(quote, speaker=spoke if chains.may_be(head, spoke) else None, candidates=())


def passed_on(
    reading: Reading, chains: SpeakerChains, quote: Quote, head: int | None, before: Sequence[Quote]
) -> Quote:
    """The quote with what the words just before tell of it: "the statement quoted him" is who made the statement, and what
    "he had told her" is told by her who has just spoken."""
    last = before[-1] if before else None
    if last is None or last.speaker is None or quote.cue is None or not chains.is_personal(head) or head is None:
        return quote
    if gap_between(reading, last, quote) > NEAR:
        return quote
    text = reading.document.text
    relay = "" if quote.relayed_by is None else text[quote.relayed_by.start : quote.relayed_by.end].lower()
    stated = relay.startswith(("the ", "this ")) and relay.split()[-1] in words("document_nouns.txt") and " " in relay
    if stated and quote.relayed_by_chain is None and chains.may_be(head, last.speaker):
        outlet = last.relayed_by if last.relayed_by is not None else quote.relayed_by
        return replace(
            quote, speaker=last.speaker, candidates=(), relayed_by=outlet, relayed_by_chain=last.relayed_by_chain
        )
    if quote.speaker == last.speaker:
        return quote
    had = text[quote.cue.start : quote.cue.end].lower().startswith("had ")
    if had and quote.relayed_by is None and quote.addressee_chain == last.speaker and last.source is not None:
        return replace(quote, relayed_by=last.source, relayed_by_chain=last.speaker)
    return quote


def not_own_relay(reading: Reading, chains: SpeakerChains, quote: Quote, before: Sequence[Quote]) -> Quote:
    """The quote with another than its speaker for "he" who relays: "Holm had assured him, he added, that …" is who spoke before."""
    if quote.relayed_by is None or quote.relayed_by_chain is None or quote.relayed_by_chain != quote.speaker:
        return quote
    word = reading.document.text[quote.relayed_by.start : quote.relayed_by.end].lower()
    if word not in {"he", "she", "it", "they"}:
        return quote
    last = before[-1] if before else None
    near = last is not None and gap_between(reading, last, quote) <= NEAR
    spoke = last.speaker if last is not None and near and last.speaker != quote.speaker else None
    heard = spoke if quote.addressee_chain == quote.speaker else quote.addressee_chain
    return replace(quote, relayed_by_chain=spoke, addressee_chain=heard)


def quoted_by_another(chains: SpeakerChains, quote: Quote, head: int | None) -> Quote:
    """The quote with another than who relays it for "her" in "…, Holm quoted her as saying", as nobody quotes herself so: whom
    its own words begin with, else nobody."""
    if quote.relayed_by_chain is None or quote.relayed_by_chain != quote.speaker or not chains.is_personal(head):
        return quote
    if quote.source is None or quote.relayed_by is None or quote.source.meets(quote.relayed_by) or head is None:
        return quote
    named = chains.opening(quote.content[0])
    fits = named is not None and named != quote.speaker and chains.may_be(head, named)
    return replace(quote, speaker=named if fits else None, candidates=())


def gap_between(reading: Reading, last: Quote, quote: Quote) -> int:
    """How many sentences lie between two quotes."""
    begins = [s.start for s in reading.sentences]
    return bisect_right(begins, quote.content[0].start) - bisect_right(begins, last.content[-1].start)


def named_above(reading: Reading, here: Span, chain: int) -> bool:
    """Whether the paragraph tells of a chain by name or role before a place."""
    begins = reading.document.text.rfind("\n", 0, here.start) + 1
    told = (reading.mentions[m] for m in reading.chains[chain].mentions)
    return any(begins <= m.span.start < here.start and m.form != "pronoun" for m in told)


def first_sentence(analysis: Analysis, found: Attribution) -> int | None:
    """The sentence in which the attribution begins."""
    start = min(s.start for s in (*found.content, *((found.source,) if found.source else ())))
    inside = [t for s in found.content if s.start == start for t in tokens_in(analysis, s)]
    if found.source is not None and found.source.start == start:
        inside = list(tokens_in(analysis, found.source))
    return analysis.tokens[inside[0]].sentence if inside else None


def told_of(analysis: Analysis, chains: SpeakerChains, found: Attribution) -> int | None:
    """The one the sentence before is about: its subject, else the only one there that the pronoun can stand for."""
    here = first_sentence(analysis, found)
    if not here:
        return None
    root = sentence_root(analysis, here - 1)
    subject = None if root is None else child(analysis, root, "nsubj", "nsubjpass")
    about = None if subject is None else chains.at(subject)[0]
    if subject is not None and about is None:  # "One of them, Ada Holm, rang the bell"
        beside = child(analysis, subject, "appos")
        about = None if beside is None else chains.at(beside)[0]
    if about is not None and chains.may_be(found.source_head, about):
        return about
    sentence = range(*analysis.sentences[here - 1])
    others = {c for k in sentence if (c := chains.named_over(k)) is not None}
    fitting = sorted(c for c in others if chains.may_be(found.source_head, c))
    return fitting[0] if len(fitting) == 1 else None


def gap(analysis: Analysis, last: Attribution, found: Attribution) -> int:
    """How many sentences lie between the two attributions' words."""
    a, b = first_sentence(analysis, last), first_sentence(analysis, found)
    if a is None or b is None:
        return 99
    ends = tokens_in(analysis, last.content[-1])
    return abs(b - (analysis.tokens[ends[-1]].sentence if ends else a)) - 1 if b > a else 0
