"""A party denies what others assert: the denial and the words it answers, side by side."""

import re
from collections.abc import Iterable, Iterator

from tidings.grammar.disputes.answered import account_before, had_said, one_side, own_account, told_before
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.denying import CUE, LONG, SHORT, UNTRUE, Denied, found, part
from tidings.grammar.disputes.scene import Passage, Scene, specific
from tidings.model import Participant, Span
from tidings.text.meaning import counterparts, covered, worded

__all__ = ["denials"]

GOES_ON = re.compile(r":|,\s(?:\w{3,12}ing|as|which|who|but|and|after|while)\b|\s(?:and|while|but|whereas)\s|[“«\"]")
ACCUSED = re.compile(r"\b(?:accus(?:es|ed|ing)|blam(?:es|ed|ing)|alleg(?:es|ed|ing))\b", re.IGNORECASE)
ACCUSATION = re.compile(r"\b(?:accusations?|charges?|allegations?)\b", re.IGNORECASE)
SAYS = re.compile(
    r"\b(?:has said|have said|says|said|claims?|claimed|insists?|told|reported|announced)\b", re.IGNORECASE
)
NOT = re.compile(
    r"(?:\b(?:not|never|no|nobody|none|nothing|neither|nor|false|untrue|invented|invention|fabrication|lie|lies)|n[’']t)\b",
    re.IGNORECASE,
)
OPENS = re.compile(r"\A\s{0,3}[“«\"‘']")
ALIKE = 2  # words of what is denied, names aside, that a telling elsewhere must meet
MET = 0.7  # nearness in meaning from which a word is met
TOLD = 0.6  # share of what is denied, by weight, that a telling elsewhere must come to; read on BASIL and Timeline17
BESIDE = 0.3  # the same for the sentence right before in the paragraph
OF_IT = (
    0.2  # the same for another party's account right before; .27 and more where it was, .08 and less where it was not
)
CHARGED = 0.25  # the same for an accusation told before, which a party may answer in its own words; read on BASIL
NEXT_BEST = 0.8  # of the best telling's share
MOST = 3  # tellings shown
GOES_ON_FOR = 2  # sentences beside a denial in which who denies is still quoted
TAKEN_UP = 3  # sentences before "denied the report" that may tell it
ASKED = re.compile(
    r"\b(?:asked\s(?:if|whether|about)|(?:says?|said|added|claims?|claimed|alleges?|alleged|accus(?:es|ed))\b)[^.]{12,}|[^.]{12,}\b(?:said|says|claimed|insisted|alleged)\Z",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\A\s{0,3}[“\"‘'][^”\"]{0,40}\b(?:I|We|we|my|our)\b")
OWN_WORDS = re.compile(r"[“\"][^”\"]{0,60}\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
FALSE = re.compile(rf"\b{UNTRUE}\b", re.IGNORECASE)
SHOULD = re.compile(r"\A(?:[^,;]{1,60}\s)?(?:should|must|ought to)\s", re.IGNORECASE)
ANY = re.compile(r"\b(?:any|such|a single)\b", re.IGNORECASE)
FEW = 3  # words that tell something beside it
SUPPOSED = re.compile(r"\bif (?:true|so|confirmed|accurate|proven|it were)\b", re.IGNORECASE)
SELF = re.compile(r"(?:it|he|she|they)\b", re.IGNORECASE)
TURN = re.compile(r"(?:[,;]|\sand)\s(?=[^,;]{0,60}\Z)")
NOBODYS = frozenset({"she", "he", "it", "they", "a", "an", "one", "some", "another"})  # "A witness said": of no party
IRREAL = re.compile(
    r"\b(?:urg\w+|call(?:s|ed)? (?:on|for)|ask(?:s|ed)? \w+ to|want\w*|plan\w* to|would|will|should|must|might|could)\b",
    re.IGNORECASE,
)
UNSURE = re.compile(r"\AIf\s|\?")
ATTRIBUTED = re.compile(
    r"\b(?:according to|says?|said|saying|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|announced|insist(?:s|ed)|maintain(?:s|ed)|alleg\w{2,6}|stor(?:y|ies)|rumou?r\w{0,3}|suggest(?:s|ed|ing))\b",
    re.IGNORECASE,
)


CLAIMED = re.compile(
    r"\b(?:according to|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|alleg\w{2,6}|stor(?:y|ies)|rumou?r\w{0,3}|suggest(?:s|ed|ing)|say\sthat|said\sthat)\b",
    re.IGNORECASE,
)  # farther before, what is only said is seldom what a denial takes up
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
            about = words(scene, denied.content or asserted[0])
            sides = (("asserted", tuple(sorted(set(asserted)))), ("denied", tuple(sorted(set(against)))))
            yield Dispute("denial", about, sides, ("a party denies what is reported",), 0.5 if denied.back else 0.7)


def followed(scene: Scene, at: int) -> Iterator[Claim]:
    """The quotation behind a denial in its paragraph: the denial in its own words."""
    own = scene.passages[at]
    for nxt in scene.passages[at + 1 : at + 2]:
        if nxt.document == own.document and nxt.paragraph == own.paragraph and OPENS.match(nxt.text):
            parts = [p for q in scene.readings[nxt.document].quotes for p in q.parts]
            end = max((p.end for p in parts if nxt.span.start <= p.start < nxt.span.end), default=nxt.span.end)
            yield Claim(nxt.document, Span(nxt.span.start, max(end, nxt.span.end)))


def asserted_near(scene: Scene, denied: Denied) -> Iterator[Claim]:
    """What a denial that names nothing answers: the sentence before; or an accusation; or a party's account right after."""
    own = scene.passages[denied.at]
    accusation = accused(scene, denied.at)
    if denied.back and not ACCUSATION.search(own.text):
        yield from taken_up(scene, denied)
    elif accusation and (denied.content is None or meant(scene, denied, accusation)):
        yield accusation
    elif denied.content and (
        claim := shared_before(scene, denied) or (None if denied.reported else other_account(scene, denied))
    ):
        yield claim
    if denied.content and denied.at + 1 < len(scene.passages) and answers(scene, own, scene.passages[denied.at + 1]):
        nxt = scene.passages[denied.at + 1]
        yield Claim(nxt.document, nxt.span)


def meant(scene: Scene, denied: Denied, accusation: Claim) -> bool:
    """Whether what is denied is told in the accusation, as far as its words go."""
    content = content_of(scene.passages[denied.at], denied.content) if denied.content else ""
    return covered(content, words(scene, accusation, LONG)) >= CHARGED


def taken_up(scene: Scene, denied: Denied) -> Iterator[Claim]:
    """What "denied it" or "the report" takes up: the clause before in the sentence, or the last sentence that tells what others say."""
    own = scene.passages[denied.at]
    turn = TURN.search(own.text, 0, denied.cue)
    if turn and ASKED.search(own.text, 0, turn.start()):
        if clause := part(own, 0, turn.start()):
            yield clause
        return
    for back in range(1, TAKEN_UP + 1):
        prior = scene.passages[denied.at - back] if denied.at >= back else own
        if prior is own or prior.document != own.document or CUE.search(prior.text):
            return
        if FIRST_PERSON.match(prior.text) or FALSE.search(prior.text):
            return  # another's own words, or a denial of its own: not what this one takes up
        theirs = back == 1 or prior.who & own.who or prior.countries & own.countries
        if one_quote(scene, prior, denied):
            return  # who denies only goes on
        if SUPPOSED.search(prior.text) or OWN_WORDS.search(prior.text) or not theirs:
            continue  # what would follow, another's own words, or farther before nothing of who denies
        if (
            (CLAIMED if back > 1 else ATTRIBUTED).search(prior.text)
            or ACCUSED.search(prior.text)
            or (back == 1 and prior.paragraph == own.paragraph)
        ):
            yield Claim(prior.document, Span(opening(scene, prior), prior.span.end))
            return


def one_quote(scene: Scene, prior: Passage, denied: Denied) -> bool:
    """Whether the sentence before stands in the same quotation as the words of denial."""
    at = scene.passages[denied.at].span.start + denied.cue
    quoted = (q.anchor for q in scene.telling.quotes if q.anchor.document == prior.document)
    return any(q.start <= at < q.end and q.start < prior.span.end for q in quoted)


def shared_before(scene: Scene, denied: Denied) -> Claim | None:
    """The sentence before in the paragraph, where it tells of what is denied."""
    own, prior = scene.passages[denied.at], scene.passages[max(0, denied.at - 1)]
    if denied.content is None or prior.document != own.document or prior.paragraph != own.paragraph:
        return None
    told = tells(content_of(own, denied.content), prior.text)
    real = not CUE.search(prior.text) and not NOT.search(prior.text) and not IRREAL.search(prior.text)
    return Claim(prior.document, prior.span) if told >= BESIDE and real else None


def other_account(scene: Scene, denied: Denied) -> Claim | None:
    """Another party's account right before, where it is of what is denied: by its words, or "any such demand" points back."""
    before = account_before(scene, denied.at)
    if before is None or denied.content is None:
        return before
    content = content_of(scene.passages[denied.at], denied.content)
    points_back = ANY.search(content) is not None and len(worded(content).words) <= FEW
    return before if points_back or covered(content, words(scene, before, LONG)) >= OF_IT else None


def content_of(own: Passage, claim: Claim) -> str:
    """What is denied, up to where its sentence goes on about something else."""
    base = own.span.start
    text = own.text[claim.span.start - base : claim.span.end - base]
    end = GOES_ON.search(text, SHORT)
    return text[: end.start()] if end else text


def tells(content: str, sentence: str) -> float:
    """Of the words of what is denied, weighed by rarity, how near in meaning a sentence comes; 0 where hardly a word is met."""
    near = counterparts(content, sentence)
    if not near.size:
        return 0.0
    if sum(n >= MET and not w.name for w, n in zip(worded(content).words, near.max(1), strict=True)) < ALIKE:
        return 0.0
    return covered(content, sentence)


def opening(scene: Scene, passage: Passage) -> int:
    """Where a sentence starts, or the quotation that it closes."""
    parts = [p for q in scene.readings[passage.document].quotes for p in q.parts]
    return min((p.start for p in parts if p.start <= passage.span.start < p.end), default=passage.span.start)


def accused(scene: Scene, at: int) -> Claim | None:
    """The accusation told a few sentences before a denial, against the party that denies."""
    own = scene.passages[at]
    for prior in reversed(scene.passages[max(0, at - 5) : at]):
        cue = ACCUSED.search(prior.text)
        if cue is None or OPENS.match(prior.text) or NOT.search(prior.text, 0, cue.start()):
            continue
        meets = prior.document == own.document and (prior.who & own.who or prior.countries & own.countries)
        if meets and not accuses(prior, own, cue.start()):
            return Claim(prior.document, prior.span)
    return None


def accuses(prior: Passage, own: Passage, at: int) -> bool:
    """Whether who denies is who accuses in the sentence before, up to `at`: what one denies is another's charge."""
    subject = set(prior.text[:at].split()[-2:]) & {w for w in own.text.split() if w[:1].isupper()}
    return bool(subject) and not re.search(r"\b(?:was|were|been|is|are)\s\Z", prior.text[:at])


def answers(scene: Scene, own: Passage, nxt: Passage) -> bool:
    """Whether the next sentence is another party's own account of what was denied."""
    return (
        nxt.document == own.document
        and nxt.paragraph == own.paragraph
        and SAYS.search(nxt.text) is not None
        and not NOT.search(nxt.text)
        and not OPENS.match(nxt.text)
        and bool(nxt.who)
        and not nxt.who & own.who
        and nxt.text.split()[0].lower() not in NOBODYS
        and not one_side(scene, nxt, own)
    )


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
        if IRREAL.search(passage.text) and not IRREAL.search(content):
            continue
        if own_doing and not (passage.who & own.who or passage.countries & own.countries):
            continue  # "Norway denied that it would": of Norway, not of Iceland
        if turned_round(scene, denied.content, Claim(passage.document, passage.span)):
            continue
        if not CUE.search(passage.text) and not NOT.search(passage.text) and not UNSURE.search(passage.text):
            claims.append(Claim(passage.document, passage.span))
    return claims


def is_silence(scene: Scene, claim: Claim) -> bool:
    """Whether somebody only says nothing there: "declined to comment"."""
    return SILENCE.search(words(scene, claim)) is not None


def meets(a: Claim, b: Claim) -> bool:
    return a.document == b.document and a.span.meets(b.span)


def words(scene: Scene, claim: Claim, most: int = 90) -> str:
    """The first words of a claim."""
    text = scene.readings[claim.document].document.text[claim.span.start : claim.span.end]
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


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
