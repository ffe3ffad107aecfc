"""Who speaks behind a gesture: "Ada Holm shrugged. “It is only rain,” she said" is her, whoever has spoken before."""

from dataclasses import replace

from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import child, sentence_root, sentence_span, subtree, tokens_in
from tidings.model import Analysis, Quote, Reading

__all__ = ["behind_gesture"]

GESTURES = frozenset(
    {"laugh", "smile", "shrug", "nod", "sigh", "grin", "chuckle", "giggle", "frown", "weep", "sob", "smirk", "wince"}
)
MOVES = frozenset({"shake", "raise", "lift", "lower", "spread", "bow", "throw", "clench", "wave", "fold", "cross"})
LIMBS = frozenset({"head", "hand", "arm", "shoulder", "eyebrow", "brow", "fist", "finger", "eye"})


def behind_gesture(reading: Reading, chains: SpeakerChains, quote: Quote, head: int | None) -> Quote:
    """The quote of "he" with the one whose gesture the sentence before tells, in the same paragraph."""
    analysis = reading.analysis
    if analysis is None or head is None or quote.source is None or not quote.parts or not chains.is_personal(head):
        return quote
    inside = tokens_in(analysis, quote.content[0])
    here = analysis.tokens[inside[0]].sentence if inside else 0
    if here == 0 or quote.content[0].end > quote.source.start:
        return quote
    root = sentence_root(analysis, here - 1)
    subject = None if root is None else child(analysis, root, "nsubj")
    if root is None or subject is None or not is_gesture(analysis, root):
        return quote
    begin = sentence_span(analysis, here - 1).start
    if "\n" in reading.document.text[begin : quote.content[0].start]:
        return quote
    who = chains.at(subject)[0]
    if who is None or not reading.chains[who].named:  # "One of the two, Ada Holm, laughed"
        beside = [k for k in subtree(analysis, subject) if analysis.tokens[k].dep == "appos" and k < root]
        who = chains.at(beside[0])[0] if len(beside) == 1 else who
    if who is None or who == quote.speaker or reading.chains[who].kind != "person" or not chains.may_be(head, who):
        return quote
    return replace(quote, speaker=who, candidates=())


def is_gesture(analysis: Analysis, verb: int) -> bool:
    """Whether a verb tells a gesture: "laughed", "shook his head"."""
    lemma, held = analysis.tokens[verb].lemma.lower(), child(analysis, verb, "dobj")
    moved = held is not None and analysis.tokens[held].lemma.lower() in LIMBS
    return lemma in GESTURES or (lemma in MOVES and moved)
