"""What a denial answers beyond the words it denies: the account right before it, a charge told at length, an earlier saying."""

import re
from collections.abc import Iterator

from tidings.grammar.disputes.claims import Claim, sentence_at
from tidings.grammar.disputes.denying import negated
from tidings.grammar.disputes.scene import Passage, Scene, specific
from tidings.model import Span
from tidings.text.meaning import covered
from tidings.text.terms import word_list

__all__ = ["ATTRIBUTED", "account_before", "had_said", "one_side", "own_account", "sides", "told_before"]

ATTRIBUTED = re.compile(
    r"\baccording to\b|\b(?:is|are|was|were) (?:said|reported|rumou?red|understood|thought|believed) to\b|\breportedly\b|\b(?:says?|said|claims?|claimed|reported|announced|insists?|insisted|maintains?|maintained|alleg(?:es|ed)|assert(?:s|ed)|affirm(?:s|ed)|complain(?:s|ed)?|reveal(?:s|ed)|testif(?:ies|ied)|told|wrote|writes)\b",
    re.IGNORECASE,
)
CHARGE = re.compile(r"\b(?:accusations?|charges?|allegations?|claims?|account)\b", re.IGNORECASE)
NOT = re.compile(r"\b(?:not|never|no|nobody|none|nothing|neither)\b|n[’']t\b", re.IGNORECASE)
CONDITION = re.compile(r"\b(?:which|if|unless|until|when|after|before|should)\b", re.IGNORECASE)
PRONOUN = re.compile(r"[“\"]|(?:he|she|they|it|its|his|her|their)\b", re.IGNORECASE)
TURNED = re.compile(r"\b(?:however|but|yet|nevertheless|in turn)\b", re.IGNORECASE)  # tells of the other side again
BACK_TO = 7  # sentences before a denial in which the charge it rejects may be told
MOST = 3
OF_IT = 0.3  # share of the denial in meaning that what was said before must come to; read on 61 piles
RUN = 5  # words


def account_before(scene: Scene, at: int, back: int = 1) -> Claim | None:
    """The sentence right before in the paragraph, or so many before, where it gives another party's account."""
    own, prior = scene.passages[at], scene.passages[at - back] if at >= back else scene.passages[at]
    if prior is own or prior.document != own.document or prior.paragraph != own.paragraph:
        return None
    speaks = ATTRIBUTED.search(prior.text) is not None and not prior.who & own.who and not one_side(scene, prior, own)
    return prior.claim if speaks and not negated(prior.text) else None


def one_side(scene: Scene, prior: Passage, own: Passage) -> bool:
    """Whether all who speak in a sentence act for the state or body that who denies acts for: a minister of its own."""
    theirs, ours = sides(scene, prior), sides(scene, own)
    return bool(theirs) and theirs <= ours


def sides(scene: Scene, passage: Passage) -> frozenset[str]:
    """For whom the speakers of a sentence's quotes act; a state acts for itself."""
    acts_for = {e.id: e.acts_for or (e.name if e.kind == "country" else None) for e in scene.telling.entities}
    within = (
        acts_for.get(q.speaker or "")
        for q in scene.telling.quotes
        if q.anchor.document == passage.document and passage.span.start <= q.anchor.start < passage.span.end
    )
    return frozenset(side for side in within if side)


def own_account(scene: Scene, at: int) -> Passage | None:
    """The sentence after the rejection of a charge, where it gives the rejecting party's own account."""
    own = scene.passages[at]
    nxt = scene.passages[at + 1] if at + 1 < len(scene.passages) else own
    follows = nxt is not own and nxt.document == own.document and nxt.paragraph == own.paragraph
    by_them = bool(nxt.who & own.who or nxt.countries & own.countries) or PRONOUN.match(nxt.text) is not None
    own_words = by_them and not TURNED.search(nxt.text)
    return nxt if follows and own_words and CHARGE.search(own.text) and ATTRIBUTED.search(nxt.text) else None


def told_before(scene: Scene, at: int, account: Passage) -> Iterator[Claim]:
    """The sentences before a rejected charge that tell of the same in the rare words of the rejecting account."""
    own = scene.passages[at]
    near = [p for p in scene.passages[max(0, at - BACK_TO) : at] if p.document == own.document]
    shared = [(len(p.stems & account.stems), p) for p in near]
    ranked = sorted((s for s in shared if s[0]), key=lambda s: (-s[0], -s[1].span.start))
    yield from (p.claim for _, p in ranked[:MOST])


def had_said(scene: Scene, at: int, denied: str) -> Iterator[Claim]:
    """What another report has the denying person say, of the rare words of the denial."""
    own = scene.passages[at]
    keys = specific(denied)
    named = frozenset(re.findall(r"\b[A-Z][\w’'-]{2,30}", denied))
    for quote in scene.telling.quotes:
        if (
            quote.speaker is None
            or quote.speaker not in own.who
            or quote.negated
            or NOT.search(main_clause(quote.text))
        ):
            continue
        there = quote.anchor.document
        if not scene.independent(own.document, there) or scene.overtaken({own.document}, {there}):
            continue
        shared = keys & specific(quote.text)
        common = {w for w in named if re.search(rf"\b{re.escape(w)}\b", quote.text) and not specific(w)}
        if covered(denied, quote.text) < OF_IT or runs(denied) & runs(quote.text):
            continue  # of something else, or the denial's own words in another report
        if shared and len(shared) + len(common) >= 2:
            sentence = sentence_at(scene.readings[there], quote.anchor.start)
            start = quote.anchor.start if sentence is None else sentence.start
            end = quote.anchor.start + len(main_clause(quote.text).rstrip(" ,;"))
            yield Claim(there, Span(start, max(start + 1, min(end, quote.anchor.end))))


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of five words."""
    said = word_list(text)
    return frozenset(tuple(said[i : i + RUN]) for i in range(len(said) - RUN + 1))


def main_clause(text: str) -> str:
    """What is said up to its first condition or relative clause."""
    return CONDITION.split(text, maxsplit=1)[0] or text
