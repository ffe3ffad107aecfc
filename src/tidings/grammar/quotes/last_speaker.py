"""Sources that only point to who spoke just before: "the statement", "the same source", "the company"."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import children
from tidings.model import Analysis, Chain, Quote, Reading

__all__ = ["leaves_speaker_out", "of_document", "pointed_to", "said_again", "unnamed_before"]

# What any body may be called once it has spoken.
ANY_BODY = frozenset({"company", "firm", "group", "organisation", "organization", "operator", "body", "institution"})
# Documents that a speaker issues; a poll or a study speaks for nobody named before.
ISSUED = frozenset({"statement", "message", "communique", "communiqué", "letter", "filing", "memo", "memorandum"}) | {
    *("note", "notice", "declaration", "document", "release", "report", "ruling", "text", "telegram", "dispatch")
}
NEAR = 3  # sentences
FAR = 600  # code points between the words for somebody and "he"


def pointed_to(
    analysis: Analysis, chains: SpeakerChains, found: Attribution, last: tuple[Attribution, int | None] | None
) -> int | None:
    """The chain that spoke just before, where the source is but another word for it; None else."""
    if last is None or last[1] is None or found.source_head is None or last[0].verb is None or found.verb is None:
        return None
    gap = analysis.tokens[found.verb].sentence - analysis.tokens[last[0].verb].sentence
    token = analysis.tokens[found.source_head]
    held = [analysis.tokens[c] for c in children(analysis, found.source_head, "det", "amod", "poss", "prep", "acl")]
    if not 0 < gap <= NEAR or token.pos != "NOUN" or not held or held[0].text.lower() != "the":
        return None
    rest = [t.text.lower() for t in held[1:]]
    noun = token.lemma.lower()
    if rest == ["same"]:
        before = last[0].source_head
        return last[1] if before is not None and analysis.tokens[before].lemma.lower() == noun else None
    speaker = chains.reading.chains[last[1]]
    if rest or not same_sort(speaker, noun):
        return None
    return last[1]


def of_document(
    analysis: Analysis, found: Attribution, last: tuple[Attribution, int | None] | None
) -> tuple[int | None] | None:
    """Who made the document that "it" is, in the sentence behind "according to a statement by X"; None where it is none."""
    if last is None or found.source_head is None or found.verb is None:
        return None
    before, head = last[0].source_head, analysis.tokens[found.source_head]
    if before is None or head.text.lower() != "it" or analysis.tokens[before].lemma.lower() not in ISSUED:
        return None
    return (last[1],) if head.sentence - analysis.tokens[before].sentence == 1 else None


def leaves_speaker_out(analysis: Analysis, found: Attribution, last: tuple[Attribution, int | None] | None) -> bool:
    """Whether quoted words have a verb of saying without anybody who says them, as languages leave them out whose verbs
    show the person: "“…”, said Holm. “…”, added." is Holm."""
    if last is None or found.source is not None or found.verb is None or not found.parts or last[0].kind != "say":
        return False
    verb = analysis.tokens[found.verb]
    active = verb.tag in {"VBD", "VBZ"} and not children(analysis, verb.i, "nsubj", "nsubjpass", "auxpass", "agent")
    before = last[0].verb
    return active and before is not None and 0 <= verb.sentence - analysis.tokens[before].sentence <= 1


def said_again(analysis: Analysis, found: Attribution, last: tuple[Attribution, int | None] | None) -> bool:
    """Whether "it said" stands at the end of a sentence in which a body has said something before a semicolon: "The command
    denied it; nothing was opened, it said"."""
    if last is None or found.source_head is None or found.verb is None or last[0].source_head is None:
        return False
    it, head = analysis.tokens[found.source_head], analysis.tokens[last[0].source_head]
    if it.text.lower() != "it" or last[0].verb is None or head.pos == "PRON" or head.ent == "PERSON":
        return False
    between = range(last[0].verb, found.verb)
    parted = any(analysis.tokens[k].text == ";" for k in between)
    return parted and it.sentence == analysis.tokens[last[0].verb].sentence and last[0].kind == "say"


def unnamed_before(reading: Reading, quote: Quote, before: Sequence[Quote]) -> Quote:
    """The quote of "he" with the words for whom without a name has just spoken, where nobody else is told of since: "A clerk
    from the bank said it was gone. He added …" is the clerk."""
    text = reading.document.text
    ahead = [q for q in before[-3:] if q.cue is None or not text.startswith("Asked", q.cue.start)]
    last = ahead[-1] if ahead else None
    if last is None or last.source is None or quote.source is None or quote.speaker is not None or quote.candidates:
        return quote
    he = text[quote.source.start : quote.source.end].lower() in {"he", "she"}
    words = text[last.source.start : last.source.end].split()
    nobody = (
        last.speaker is None and not last.candidates and words[0].lower() in {"a", "an", "another"} and len(words) > 1
    )
    near = 0 < quote.source.start - last.source.end < FAR and "\n" not in text[last.source.end : quote.source.start]
    told = (m for m in reading.mentions if last.source.end <= m.span.start < quote.source.start)
    others = any(
        m.kind == "person" and m.form != "pronoun" and not m.plural and m.span != quote.addressee for m in told
    )
    return replace(quote, source=last.source) if he and nobody and near and not others else quote


def same_sort(speaker: Chain, noun: str) -> bool:
    """Whether the noun may stand for the speaker: a document for whoever issued it, a kind of body for a body."""
    if noun in ISSUED:
        return speaker.named or speaker.kind == "organization"
    if speaker.kind != "organization" or not speaker.named:
        return False
    return noun in ANY_BODY or noun in speaker.name.lower().split()
