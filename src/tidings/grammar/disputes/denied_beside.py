"""What a denial answers in its own report: the sentences beside it, an accusation before, another party's account."""

import re
from collections.abc import Iterator

from tidings.grammar.disputes.answered import account_before, one_side
from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.denying import (
    CUE,
    LONG,
    NOTHING,
    REPORT,
    SHORT,
    UNTRUE,
    Denied,
    named_or_not,
    negated,
    part,
)
from tidings.grammar.disputes.initiators import states_in
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.model import Span
from tidings.text.meaning import counterparts, covered, worded
from tidings.text.terms import word_list

__all__ = ["IRREAL", "OPENS", "TOLD", "asserted_near", "content_of", "meets", "tells", "words"]

GOES_ON = re.compile(r"[:;]|,\s(?:\w{3,12}ing|as|which|who|but|and|after|while)\b|\s(?:and|while|but|whereas)\s|[“«\"]")
ACCUSED = re.compile(r"\b(?:accus(?:es|ed|ing)|blam(?:es|ed|ing)|alleg(?:es|ed|ing))\b", re.IGNORECASE)
ACCUSATION = re.compile(r"\b(?:accusations?|charges?|allegations?)\b", re.IGNORECASE)
SAYS = re.compile(
    r"\b(?:has said|have said|says|said|claims?|claimed|insists?|told|reported|announced)\b", re.IGNORECASE
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
BACK_IN = 3  # sentences of its paragraph before a denial that may tell what it names
RETRACTED = re.compile(
    rf"\b(?:retract(?:s|ed|ing)?|withdr(?:ew|awn|aws?)|recant(?:s|ed)?|(?:took|taken|takes) back)\s(?:\w+\s){{0,3}}{REPORT}\b",
    re.IGNORECASE,
)
THE_REPORT = re.compile(rf"\b(?:the|this|that|its|their)\s(?:\w+\s)?{REPORT}\b", re.IGNORECASE)
TAKEN_UP = 3  # sentences before "denied the report" that may tell it
ASKED = re.compile(
    r"\b(?:asked\s(?:if|whether|about)|(?:says?|said|added|claims?|claimed|alleges?|alleged|accus(?:es|ed))\b)[^.]{12}|(?<=[^.]{12})\b(?:said|says|claimed|insisted|alleged)\Z",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\A\s{0,3}[“\"‘'][^”\"]{0,40}\b(?:I|We|we|my|our)\b")
OWN_WORDS = re.compile(r"[“\"][^”\"]{0,60}\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
FALSE = re.compile(rf"\b{UNTRUE}\b", re.IGNORECASE)
ANY = re.compile(r"\b(?:any|anything|anyone|anybody|such|a single)\b", re.IGNORECASE)
FEW = 3  # words that tell something beside it
SUPPOSED = re.compile(r"\bif (?:true|so|confirmed|accurate|proven|it were)\b", re.IGNORECASE)
PROPOSED = re.compile(r"\b(?:propos|offer|suggest)\w*\b", re.IGNORECASE)
TURNS = re.compile(r";\s(?:but\s|and\s)?|,\s(?:but|while|whereas|yet|though|although)\s")
ACCUSED_OF = re.compile(r"\s(?:of|for|over)\s")
LETTERS = 5  # of a word for who is accused
AND_SAID = re.compile(
    r"\s(?:and|but)\s(?:said|says|insist(?:s|ed)|maintain(?:s|ed)|add(?:s|ed)|claim(?:s|ed)|assert(?:s|ed))\s(?:that\s)?"
)
PARTED = re.compile(r";\s")
SAME = re.compile(r"(?:he|she|they|it|who|which)\b")  # who denies only goes on
TURN = re.compile(r"(?:[,;]|\sand)\s(?=[^,;]{0,60}\Z)")
NOBODYS = frozenset({"she", "he", "it", "they", "a", "an", "one", "some", "another"})  # "A witness said": of no party
IRREAL = re.compile(
    r"\b(?:urg\w+|call(?:s|ed)? (?:on|for)|ask(?:s|ed)? \w+ to|want\w*|plan\w* to|would|will|should|must|might|could)\b",
    re.IGNORECASE,
)
AS = re.compile(r"\b\w{1,30}(?:\s(?:aside|away|off))?\s(?:it|this|that|them)\sas\b", re.IGNORECASE)
ASKED_FOR = re.compile(
    r"\b(?:threat\w*|demand\w*|propos\w+|offer\w*|urg(?:es|ed)|call(?:s|ed)? (?:on|for)|ask(?:s|ed)? (?:for|\w+ to)|request\w*|appeal\w*|warn\w*|invit\w+|criticis\w+|criticiz\w+)\b",
    re.IGNORECASE,
)
ATTRIBUTED = re.compile(
    r"\b(?:according to|says?|said|saying|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|announced|insist(?:s|ed)|maintain(?:s|ed)|alleg\w{2,6}|stor(?:y|ies)|rumou?r\w{0,3}|suggest(?:s|ed|ing))\b",
    re.IGNORECASE,
)
CLAIMED = re.compile(
    r"\b(?:according to|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|alleg\w{2,6}|stor(?:y|ies)|rumou?r\w{0,3}|suggest(?:s|ed|ing)|say\sthat|said\sthat)\b",
    re.IGNORECASE,
)  # farther before, what is only said is seldom what a denial takes up


def asserted_near(scene: Scene, denied: Denied) -> Iterator[Claim]:
    """What a denial that names nothing answers: the sentence before; or an accusation; or a party's account right after."""
    own = scene.passages[denied.at]
    accusation = accused(scene, denied.at)
    if denied.back and not ACCUSATION.search(own.text):
        yield from taken_up(scene, denied)
    elif accusation and (denied.content is None or meant(scene, denied, accusation)):
        yield accusation
    elif denied.content and (
        claim := clause_before(scene, denied)
        or shared_before(scene, denied)
        or (None if denied.reported else other_account(scene, denied))
    ):
        yield claim
    if denied.content and denied.at + 1 < len(scene.passages) and answers(scene, own, scene.passages[denied.at + 1]):
        nxt = scene.passages[denied.at + 1]
        yield nxt.claim


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
    if is_of_retracted(scene, denied):
        return
    for back in range(1, TAKEN_UP + 1):
        prior = scene.passages[denied.at - back] if denied.at >= back else own
        if prior is own or prior.document != own.document or CUE.search(prior.text) or NOTHING.search(prior.text):
            return
        if FIRST_PERSON.match(prior.text) or FALSE.search(prior.text):
            return  # another's own words, or a denial of its own: not what this one takes up
        theirs = back == 1 or prior.who & own.who or prior.countries & own.countries
        if one_quote(scene, prior, denied):
            return  # who denies only goes on
        if SUPPOSED.search(prior.text) or OWN_WORDS.search(prior.text) or not theirs:
            continue  # what would follow, another's own words, or farther before nothing of who denies
        if AS.match(own.text, denied.cue) and ASKED_FOR.search(prior.text):
            return  # "dismissed this as blackmail": a threat or a demand is not untrue
        if (
            (CLAIMED if back > 1 else ATTRIBUTED).search(prior.text)
            or ACCUSED.search(prior.text)
            or (back == 1 and prior.paragraph == own.paragraph)
        ):
            yield Claim(prior.document, Span(opening(scene, prior), prior.span.end))
            return


def is_of_retracted(scene: Scene, denied: Denied) -> bool:
    """Whether "the report" that is denied is one that a sentence before tells as taken back, so that nobody stands by it."""
    own = scene.passages[denied.at]
    before = (p for p in scene.passages[max(0, denied.at - TAKEN_UP) : denied.at] if p.document == own.document)
    return THE_REPORT.search(own.text, denied.cue) is not None and any(RETRACTED.search(p.text) for p in before)


def one_quote(scene: Scene, prior: Passage, denied: Denied) -> bool:
    """Whether the sentence before stands in the same quotation as the words of denial."""
    at = scene.passages[denied.at].span.start + denied.cue
    quoted = (q.anchor for q in scene.telling.quotes if q.anchor.document == prior.document)
    return any(q.start <= at < q.end and q.start < prior.span.end for q in quoted)


def shared_before(scene: Scene, denied: Denied) -> Claim | None:
    """The sentence before in the paragraph that tells of what is denied; one farther before where hardly a word is left over."""
    own = scene.passages[denied.at]
    if denied.content is None:
        return None
    content = content_of(own, denied.content)
    for back in range(1, BACK_IN + 1):
        prior = scene.passages[denied.at - back] if denied.at >= back else own
        if prior is own or prior.document != own.document or prior.paragraph != own.paragraph:
            return None
        account = AND_SAID.search(prior.text)
        if (
            account
            and CUE.search(prior.text, 0, account.start())
            and covered_well(content, prior.text[account.end() :])
        ):
            return part(prior, account.end(), len(prior.text))  # "denied this and said that the bell had rung"
        real = (
            not CUE.search(prior.text)
            and not negated(prior.text)
            and not IRREAL.search(named_or_not(prior.text))
            and not one_quote(scene, prior, denied)
        )
        told = tells(content, prior.text)
        if real and ((back == 1 and told >= BESIDE) or covered_well(content, prior.text)):
            return Claim(prior.document, Span(opening(scene, prior), prior.span.end))
    return None


def covered_well(content: str, sentence: str) -> bool:
    """Whether a sentence tells what is denied in few words, names left out: "had fired at the village", "any offer"."""
    return met_in(content, sentence) > 0 and covered(content, sentence) >= TOLD


def other_account(scene: Scene, denied: Denied) -> Claim | None:
    """Another party's account right before, where it is of what is denied: by its words, or "any such demand" points back."""
    if denied.content is None:
        return account_before(scene, denied.at)
    own = scene.passages[denied.at]
    content = content_of(own, denied.content)
    named = own.text[denied.cue : denied.content.span.start - own.span.start] + content
    points_back = ANY.search(named) is not None and len(worded(content).words) <= FEW
    for back in range(1, BACK_IN + 1):
        before = (last_clause(scene, denied.at) if back == 1 else None) or account_before(scene, denied.at, back)
        told = words(scene, before, LONG) if before else ""
        if (back == 1 and points_back) or (
            covered(content, told) >= OF_IT and (back > 1 or met_in(content, told)) and not PROPOSED.search(told)
        ):
            return before
    return None


def last_clause(scene: Scene, at: int) -> Claim | None:
    """What another says in the last clause of the sentence before: "X was at work, but a groom claimed X had sold the mare"."""
    own, prior = scene.passages[at], scene.passages[at - 1] if at else scene.passages[at]
    if prior is own or prior.document != own.document or prior.paragraph != own.paragraph:
        return None
    turn = next((m for m in reversed(list(TURNS.finditer(prior.text))) if not SAME.match(prior.text, m.end())), None)
    if turn is None or not ATTRIBUTED.search(prior.text, turn.end()) or negated(prior.text[turn.end() :]):
        return None
    return part(prior, turn.end(), len(prior.text))


def clause_before(scene: Scene, denied: Denied) -> Claim | None:
    """Another's account in the denial's own sentence: "A blames the guards; B denies that they fired"."""
    own = scene.passages[denied.at]
    turns = [m for m in TURNS.finditer(own.text, 0, denied.cue) if not SAME.match(own.text, m.end())]
    end = turns[-1].start() if turns else 0
    if not turns or negated(own.text[:end]):
        return None
    start = max((m.end() for m in PARTED.finditer(own.text, 0, end)), default=0)
    told = ATTRIBUTED.search(own.text, start, end) or ACCUSED.search(own.text, start, end)
    return part(own, start, end) if told else None


def content_of(own: Passage, claim: Claim) -> str:
    """What is denied, up to where its sentence goes on about something else."""
    text = own.told(claim.span)
    end = GOES_ON.search(text, SHORT)
    return text[: end.start()] if end else text


def tells(content: str, sentence: str) -> float:
    """Of the words of what is denied, weighed by rarity, how near in meaning a sentence comes; 0 where hardly a word is met."""
    return covered(content, sentence) if met_in(content, sentence) >= ALIKE else 0.0


def met_in(content: str, sentence: str) -> int:
    """How many words of what is denied, names left out, a sentence meets in meaning."""
    near = counterparts(content, sentence)
    if not near.size:
        return 0
    return sum(n >= MET and not w.name for w, n in zip(worded(content).words, near.max(1), strict=True))


def opening(scene: Scene, passage: Passage) -> int:
    """Where a sentence starts, or the quotation that it closes."""
    parts = [p for q in scene.readings[passage.document].quotes for p in q.parts]
    return min((p.start for p in parts if p.start <= passage.span.start < p.end), default=passage.span.start)


def accused(scene: Scene, at: int) -> Claim | None:
    """The accusation told a few sentences before a denial, against the party that denies."""
    own = scene.passages[at]
    for prior in reversed(scene.passages[max(0, at - 5) : at]):
        cue = ACCUSED.search(prior.text)
        if cue is None or OPENS.match(prior.text) or negated(prior.text[: cue.start()]):
            continue
        if prior.document != own.document or accuses(prior, own, cue.start()):
            continue
        near = prior is scene.passages[at - 1] and prior.paragraph == own.paragraph and ACCUSATION.search(own.text)
        if prior.who & own.who or prior.countries & own.countries or near or charged(scene, prior, cue, own):
            return prior.claim
    return None


def charged(scene: Scene, prior: Passage, cue: re.Match[str], own: Passage) -> bool:
    """Whether who is accused is who denies, by a word for both or by the state that each acts for; not who accuses."""
    whom = ACCUSED_OF.split(prior.text[cue.end() : cue.end() + 80], maxsplit=1)[0]
    said = {w for w in word_list(own.text) if len(w) > LETTERS}
    if cue[0].lower().startswith("accus") and said & {w for w in word_list(whom) if len(w) > LETTERS}:
        return True
    lands = {e.id: e.acts_for for e in scene.telling.entities}
    ours = {land for who in own.who if (land := lands.get(who))}
    return bool(ours & states_in(whom)) and not ours & states_in(prior.text[: cue.start()])


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
        and not negated(nxt.text)
        and not OPENS.match(nxt.text)
        and bool(nxt.who)
        and not nxt.who & own.who
        and nxt.text.split()[0].lower() not in NOBODYS
        and not one_side(scene, nxt, own)
    )


def meets(a: Claim, b: Claim) -> bool:
    return a.document == b.document and a.span.meets(b.span)


def words(scene: Scene, claim: Claim, most: int = 90) -> str:
    """The first words of a claim."""
    text = scene.readings[claim.document].document.text[claim.span.start : claim.span.end]
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"
