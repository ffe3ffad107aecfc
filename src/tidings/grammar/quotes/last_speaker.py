"""Sources that only point to who spoke just before: "the statement", "the same source", "the company"."""

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import children
from tidings.model import Analysis, Chain

__all__ = ["of_document", "pointed_to"]

# What any body may be called once it has spoken.
ANY_BODY = frozenset({"company", "firm", "group", "organisation", "organization", "operator", "body", "institution"})
# Documents that a speaker issues; a poll or a study speaks for nobody named before.
ISSUED = frozenset({"statement", "message", "communique", "communiqué", "letter", "filing", "memo", "memorandum"}) | {
    *("note", "notice", "declaration", "document", "release", "report", "ruling", "text", "telegram", "dispatch")
}
NEAR = 3  # sentences


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


def same_sort(speaker: Chain, noun: str) -> bool:
    """Whether the noun may stand for the speaker: a document for whoever issued it, a kind of body for a body."""
    if noun in ISSUED:
        return speaker.named or speaker.kind == "organization"
    if speaker.kind != "organization" or not speaker.named:
        return False
    return noun in ANY_BODY or noun in speaker.name.lower().split()
