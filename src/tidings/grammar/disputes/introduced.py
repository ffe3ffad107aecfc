"""How reports introduce one saying: told plainly by one, called false, doubted or taken for true by another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute, sentence_at
from tidings.grammar.disputes.scene import Scene
from tidings.model import Quote, QuoteRecord, Reading, Span
from tidings.text.meaning import nearness

__all__ = ["introductions"]

ONE_SAYING = 0.45  # nearness in meaning of what two reports have the speaker say; read on BASIL
BEFORE = 26  # code points before a word of saying, in which an adverb belongs to it
BEHIND = 160  # code points behind what is said, in the same sentence, in which the outlet judges it
FAR = 100  # code points between a word of saying and what is said
NO_PROOF = r"without (?:any |offering |providing |citing )?(?:evidence|proof)"
FALSE = re.compile(
    rf"\b(?:falsely|wrongly|erroneously|incorrectly|inaccurately|baselessly|misleadingly|{NO_PROOF})\b", re.IGNORECASE
)
JUDGED = re.compile(
    rf",\s(?P<as>(?:making a|in a|a) (?:false|baseless|misleading|debunked|unfounded) (?:claim|assertion|statement|charge))\b|\A[,.”\"’\s]{{0,4}}(?P<how>falsely|{NO_PROOF})\b",
    re.IGNORECASE,
)
DOUBTED = re.compile(r"\b(?:claim|purport)\w{0,6}\b", re.IGNORECASE)
OWNED = re.compile(r"\b(?:admit|admiss|acknowledg|conced|confess)\w{0,8}\b", re.IGNORECASE)
ASIDE = re.compile(r",\s(?:and|but|as)\b")  # between a word of saying and a quotation that is not its own


@dataclass(frozen=True, slots=True)
class Introduced:
    """A quotation, and how its report takes what is said."""

    quote: QuoteRecord
    stance: str  # false, claim, admitted; "" for plain
    words: str
    claim: Claim

    @property
    def document(self) -> str:
        return self.claim.document


def introductions(scene: Scene) -> Iterator[Dispute]:
    """Statements that independent reports introduce in words that judge them differently."""
    cited = {quote.id: quote for quote in scene.telling.quotes}
    for statement in scene.telling.statements:
        told = list(introduced(scene, [cited[i] for i in statement.quotes if i in cited]))
        pairs = [p for p in combinations(told, 2) if parted(scene, told, *p)]
        if pairs:
            stances = {t.stance: t for pair in reversed(pairs) for t in reversed(pair)}  # the first of each
            ways = sorted(stances.values(), key=lambda t: t.claim)
            said = " ".join(min((t.quote.text for t in ways), key=lambda t: (len(t), t)).split())
            about = f"how a saying is introduced: {said[:80]}"
            sides = tuple((t.words, tuple(c.claim for c in members(t, pairs))) for t in ways)
            sure = 0.5 if "" in stances and "false" not in stances else 0.7
            yield Dispute("wording", about, sides, ("one saying, two ways to introduce it",), sure)


def members(one: Introduced, pairs: list[tuple[Introduced, Introduced]]) -> list[Introduced]:
    """All that a side of a difference stands on: what is introduced in one way, a report's place once."""
    found = {t.claim: t for pair in pairs for t in pair if t.stance == one.stance}
    return [found[claim] for claim in sorted(found)]


def introduced(scene: Scene, quotes: list[QuoteRecord]) -> Iterator[Introduced]:
    """The quotations of the body that a word of saying introduces, each with what it makes of them."""
    for quote in sorted(quotes, key=lambda q: (q.anchor.document, q.anchor.start)):
        reading, start, end = scene.readings[quote.anchor.document], quote.anchor.start, quote.anchor.end
        cue = cue_of(reading, quote)
        if cue is None or quote.negated or not scene.in_body(reading.document.id, start):
            continue
        text, sentence = reading.document.text, sentence_at(reading, cue.start)
        beside = 0 <= start - cue.end <= FAR or 0 <= cue.start - end <= FAR
        if not beside or sentence is None or ASIDE.search(text, cue.end, max(cue.end, start)):
            continue
        low = max(sentence.start, cue.start - BEFORE)
        judged = JUDGED.search(text[end : max(end, min(end + BEHIND, sentence.end))])
        false = FALSE.search(text, low, cue.end)
        words = text[false.start() if false else cue.start : cue.end]
        if judged:
            words = judged["as"] or judged["how"]
        stance = "false" if false or judged else stance_of(words)
        last = end + judged.end() if judged else max(cue.end, end)
        claim = Claim(reading.document.id, Span(min(cue.start, start), last))
        yield Introduced(quote, stance, " ".join(words.split()), claim)


def stance_of(cue: str) -> str:
    """What a word of saying makes of what is said: "claimed" doubts it, "admitted" takes it for true."""
    return "claim" if DOUBTED.search(cue) else "admitted" if OWNED.search(cue) else ""


def cue_of(reading: Reading, quote: QuoteRecord) -> Span | None:
    """The words that introduce a quotation."""

    def holds(other: Quote) -> bool:
        return any(s.start <= quote.anchor.start < s.end for s in (*other.content, *other.parts))

    return next((q.cue for q in reading.quotes if q.cue and holds(q)), None)


def parted(scene: Scene, told: list[Introduced], a: Introduced, b: Introduced) -> bool:
    """Whether two reports judge one saying differently, and neither introduces it in the other's way too."""
    if a.stance == b.stance or not scene.independent(a.document, b.document):
        return False
    for one, other in ((a, b), (b, a)):
        if one.stance and any(t.stance == one.stance for t in told if t.document == other.document):
            return False
    return nearness(a.quote.text, b.quote.text) >= ONE_SAYING
