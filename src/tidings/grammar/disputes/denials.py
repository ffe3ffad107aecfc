"""A party denies what others assert: the denial and the words it answers, side by side."""

import re
from collections.abc import Iterable, Iterator

from tidings.grammar.disputes.answered import had_said, own_account, told_before
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.denied_beside import IRREAL, OPENS, TOLD, asserted_near, content_of, meets, tells, words
from tidings.grammar.disputes.denying import CUE, LONG, Denied, found, named_or_not, negated
from tidings.grammar.disputes.narrowed import narrowed
from tidings.grammar.disputes.scene import Passage, Scene, specific
from tidings.model import Participant, Span
from tidings.text.likeness import bases
from tidings.text.terms import word_list

__all__ = ["denials"]

NEXT_BEST = 0.8  # of the best telling's share
MOST = 3  # tellings shown
GOES_ON_FOR = 2  # sentences beside a denial in which who denies is still quoted
SHOULD = re.compile(r"\A(?:[^,;]{1,60}\s)?(?:should|must|ought to)\s", re.IGNORECASE)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|[a-z]{2,}ed|[a-z]{3,}(?<!s)s)\b"
)
SELF = re.compile(r"(?:it|he|she|they)\b", re.IGNORECASE)
UNSURE = re.compile(r"\AIf\s|\?")
SILENCE = re.compile(
    r"\b(?:declin|refus)\w+ to (?:comment|say|elaborate)\b|\b(?:not|n't) (?:immediately )?(?:comment|respond|reply)\b|\bno comment\b"
)
BACKGROUND = re.compile(r"\b(?:after|when|as|since|before|until)\s(?:[^\s,;]{1,20}\s){1,6}\Z")  # told by the way


def denials(scene: Scene) -> Iterator[Dispute]:
    """Each denial with the assertions it answers, in the same passage or in other reports."""
    by_stem = index(scene)
    for denied in found(scene):
        if denied.back and BACKGROUND.search(scene.passages[denied.at].text, max(0, denied.cue - 80), denied.cue):
            continue
        against = [denied.denial, *followed(scene, denied.at)]
        if denied.content and SHOULD.search(words(scene, denied.content)):
            continue  # "rejected the notion that they should": a wish, not what is so
        if denied.content and wished(scene.passages[denied.at], denied.content):
            continue  # "dismissed suggestions that the boy stay"
        asserted = list(asserted_near(scene, denied))
        account = own_account(scene, denied.at) if denied.back else None
        if account:
            against.append(Claim(account.document, account.span))
            asserted += told_before(scene, denied.at, account)
        if denied.content:
            asserted += elsewhere(scene, by_stem, denied)
            told = " ".join(words(scene, c, LONG) for c in (denied.content, *against[1:]))
            asserted += had_said(scene, denied.at, told)
        asserted = [c for c in asserted if not any(meets(c, d) for d in against) and not is_silence(scene, c)]
        if denied.reported and denied.content:
            asserted.append(denied.content)
        if asserted:
            content = content_of(scene.passages[denied.at], denied.content) if denied.content else ""
            asserted = [narrowed(scene, c, content) if content else c for c in asserted]
            about = words(scene, denied.content or asserted[0])
            sides = (("asserted", tuple(sorted(set(asserted)))), ("denied", tuple(sorted(set(against)))))
            yield Dispute("denial", about, sides, ("a party denies what is reported",), 0.5 if denied.back else 0.7)


def wished(own: Passage, claim: Claim) -> bool:
    """Whether a clause with "that" has no verb that tells: none in the past, none that agrees with who does it."""
    content, before = content_of(own, claim), own.text[: claim.span.start - own.span.start]
    told = FINITE.search(content) or any(bases().get(w, w) != w for w in word_list(content))
    return before.rstrip(' “"').endswith("that") and not told


def followed(scene: Scene, at: int) -> Iterator[Claim]:
    """The quotation behind a denial in its paragraph: the denial in its own words."""
    own = scene.passages[at]
    for quote in scene.readings[own.document].quotes:
        for part in quote.parts:
            if own.span.start <= part.start < own.span.end < part.end:
                yield Claim(own.document, part)  # the words in marks go on behind the sentence
    for nxt in scene.passages[at + 1 : at + 2]:
        if nxt.document == own.document and nxt.paragraph == own.paragraph and OPENS.match(nxt.text):
            parts = [p for q in scene.readings[nxt.document].quotes for p in q.parts]
            end = max((p.end for p in parts if nxt.span.start <= p.start < nxt.span.end), default=nxt.span.end)
            yield Claim(nxt.document, Span(nxt.span.start, max(end, nxt.span.end)))


def index(scene: Scene) -> dict[str, list[int]]:
    """Passages by rare stem."""
    by_stem: dict[str, list[int]] = {}
    for i, passage in enumerate(scene.passages):
        for key in passage.stems:
            by_stem.setdefault(key, []).append(i)
    return by_stem


def elsewhere(scene: Scene, by_stem: dict[str, list[int]], denied: Denied) -> list[Claim]:
    """Sentences that tell what is denied, by meaning, and deny nothing."""
    if denied.content is None:
        return []
    own = scene.passages[denied.at]
    content = content_of(own, denied.content)
    own_doing = SELF.match(content) is not None
    candidates = sorted({i for key in specific(content) for i in by_stem.get(key, ())[:200]} - {denied.at})
    ranked = sorted(((tells(content, scene.passages[i].text), -i) for i in candidates), reverse=True)
    claims: list[Claim] = []
    for told, minus in ranked:
        passage = scene.passages[-minus]
        if told < max(TOLD, NEXT_BEST * ranked[0][0]) or len(claims) >= MOST:
            break
        if passage.document == own.document and abs(-minus - denied.at) <= GOES_ON_FOR and OPENS.match(passage.text):
            continue  # the words in marks beside a denial are of who denies
        if IRREAL.search(named_or_not(passage.text)) and not IRREAL.search(content):
            continue
        if own_doing and not (passage.who & own.who or passage.countries & own.countries):
            continue  # "Norway denied that it would": of Norway, not of Iceland
        if turned_round(scene, denied.content, passage.claim):
            continue
        if not CUE.search(passage.text) and not negated(passage.text) and not UNSURE.search(passage.text):
            claims.append(passage.claim)
    return claims


def is_silence(scene: Scene, claim: Claim) -> bool:
    """Whether somebody only says nothing there: "declined to comment"."""
    return SILENCE.search(words(scene, claim)) is not None


def turned_round(scene: Scene, one: Claim, other: Claim) -> bool:
    """Whether one tells what this state did to that, the other only what that state did to this."""
    pairs = [(a, b) for a in deeds(scene, one) for b in deeds(scene, other) if a[0] == b[0]]
    across = [bool(a[1] & b[2] and a[2] & b[1] and not a[1] & b[1]) for a, b in pairs]
    return bool(across) and all(across)


def deeds(scene: Scene, claim: Claim) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    """The acts that the words tell between states: type, whose act, on whom."""
    reading = scene.readings[claim.document]

    def lands(parties: Iterable[Participant]) -> frozenset[str]:
        found = (reading.chains[p.chain].country for p in parties if p.chain is not None)
        return frozenset(land for land in found if land is not None)

    told = [e for e in reading.events if claim.span.covers(e.trigger)]
    between = [(e.type, lands(e.actors), lands(e.recipients)) for e in told]
    return [deed for deed in between if deed[1] and deed[2]]
