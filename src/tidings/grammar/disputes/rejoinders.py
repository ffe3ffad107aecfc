"""One side's account and the other's answer to it, side by side in one report: "a charge that Norway rejects", "Oslo tells it differently"."""

import re
from collections.abc import Iterator

from tidings.grammar.disputes.answered import ATTRIBUTED, sides
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.denied_beside import words
from tidings.grammar.disputes.denying import CUE, REPORT, UNTRUE, named_or_not, negated, part
from tidings.grammar.disputes.narrowed import narrowed
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.text.meaning import covered, worded

__all__ = ["rejoinders"]

NOUN = rf"(?:{REPORT}|assertion|finding|figure|count|depiction|characteri[sz]ation)"
ADVERB = r"(?:\s(?:also|flatly|sharply|strongly|repeatedly|consistently|firmly|vehemently|vigorously|always|since|now|later|promptly|immediately|categorically|hotly))?"
REFUSED = (
    rf"(?:has|have|had)?{ADVERB}\s?(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es|ed)|contest(?:s|ed)?|dismiss(?:es|ed)?"
    rf"|refut(?:es|ed)|rebut(?:s|ted)?|challeng(?:es|ed)|call(?:s|ed)?\s(?:an?\s)?[“\"‘']?(?:an?\s|pure\s|utter\s)?{UNTRUE}"
    rf"|brand(?:s|ed)?\s[“\"‘']?(?:an?\s)?{UNTRUE}|described?\sas\s[“\"‘']?(?:an?\s)?{UNTRUE})"
)
WHO = r"(?:(?:the|its|his|her|their|a|an)\s)?[^\W\d_][\w’'.-]{1,24}(?:\s[^\W\d_][\w’'.-]{0,24}){0,5}?"
# "…, a charge that the ministry rejects", "…, which Norway denies"
CHARGE = re.compile(
    rf"(?P<turn>(?:,|\s[–—-]{{1,2}})\s(?:(?:an?|the)\s(?:\w{{3,14}}\s)?{NOUN}\s(?:that\s|which\s)?|(?:{REPORT})\s(?:that\s|which\s)?|something\s(?:that\s|which\s)?|which\s)){WHO}\s{REFUSED}\b",
    re.IGNORECASE,
)
NOT_SO = re.compile(
    r"\b(?:not|never|neither|nor|cannot|without)\b|n[’']t\b|\bconfirm\w{0,3}\s(?:n?or)\b", re.IGNORECASE
)
# The sentence only says that somebody tells it otherwise; what it answers stands before, what is told instead in it or behind
OTHERWISE = re.compile(
    r"\b(?:gave|gives|offer(?:s|ed)|ha[sd]|presented|told|tells|put forward)\s(?:\w{2,12}\s)?(?:an?|another|the)\s?(?:quite\s|very\s|rather\s|entirely\s)?(?:different|other|another|contrary|conflicting|opposite|contradictory)?\s?(?:version|account|story|picture|explanation)s?\b"
    r"|\b(?:says?|said|sees?|saw|tells?|told|puts?|thinks?|considers?|remembers?|describ(?:es|ed))\s(?:it|that|the matter|the incident|the events?|things)?\s?(?:was\s|is\s|were\s)?(?:quite\s|very\s|rather\s|entirely\s)?(?:differently|otherwise|the other way (?:a)?round|the opposite|just the opposite|the reverse)\b"
    r"|\b(?:disput(?:es|ed)|contest(?:s|ed)|reject(?:s|ed))\s(?:every|each)\s(?:part|word|point|detail)\b"
    rf"|\bA\s(?:version|account|charge|claim|story|reading)\s(?:that|which)\s{WHO}\s(?:contests?|disputes?|rejects?|denies|contested|disputed|rejected|denied)\b"
    r"|\bdoes not (?:agree|see it (?:that|this) way)\b"
)
DIFFERENT = re.compile(
    r"differ|other|contrar|conflict|oppos|contradict|revers|every|each|contest|disput|reject|deni|not", re.IGNORECASE
)
VERSION = re.compile(
    r"version|account|story|picture|explanation|way a?round|opposite|reverse|contest|disput|reject|deni", re.IGNORECASE
)
TOLD_LATER = re.compile(r"version|account|story|picture|explanation", re.IGNORECASE)
# "How he died is in dispute."
OPEN = re.compile(
    r"\A(?:How|Who|Whether|What|Why|When|Where|Exactly (?:how|who|what|when|where))\s[^.?!;]{4,90}\s(?:is|was|are|were|remains?|remained)\s(?:still\s|hotly\s|much\s|bitterly\s)?(?:in dispute|disputed|a matter of dispute|contested|open to dispute|unclear)\b"
    r"|\b(?:[Aa]ccounts|[Vv]ersions|[Rr]eports)\s(?:of [^.;]{3,60}\s)?(?:differ(?:ed)?|diverge[sd]?|contradict(?:ed)? (?:each other|one another))\b"
    r"|\b(?:[Tt]he two sides|[Bb]oth (?:sides|capitals|governments|parties)|[Ee]ach side)\s(?:\w{3,10}\s){0,2}(?:blame[sd]?|accuse[sd]?)\s(?:each other|one another|the other)\b"
    r"|\b[Bb]oth (?:sides|capitals|governments|parties) (?:maintain|insist|say|claim)(?:ed)? that the other\b"
)
COUNTERED = re.compile(
    r"\b(?:counter(?:s|ed)|retort(?:s|ed)|shot back|hit back|object(?:s|ed)(?!\sto)|beg(?:s|ged) to differ)\b",
    re.IGNORECASE,
)
FLAT = re.compile(
    r"\A[“\"«‘']\s?(?:Not (?:an?|one|a single)\b|No\b(?!w)|Nonsense\b|Rubbish\b|Lies\b|Never\b|Untrue\b|False\b|Wrong\b)",
    re.IGNORECASE,
)
REPLIED = re.compile(
    r"\b(?:repli(?:es|ed)|retort(?:s|ed)|answer(?:s|ed)|respond(?:s|ed)|counter(?:s|ed)|snapped|insist(?:s|ed)|shot back)\b"
)
FEW = 3  # telling words of a flat answer that needs to name nothing
OF_IT = 0.25  # share of an answer's meaning in the account before it
BESIDE = 0.12  # the same for the sentence right before
BACK = 8  # sentences before an answer in which the account it gives the lie to may stand
WISH = re.compile(
    r"\b(?:threaten\w*|demand\w*|propos\w+|offer\w*|urg(?:es|ed)|call(?:s|ed)? (?:on|for)|ask(?:s|ed)? (?:for|\w+ to)|appeal\w*|warn\w*|invit\w+|should|must)\b",
    re.IGNORECASE,
)
ACCUSED = re.compile(r"\b(?:accus|blam|alleg|reproach)\w+", re.IGNORECASE)
CLAUSE = re.compile(r";\s")


def rejoinders(scene: Scene) -> Iterator[Dispute]:
    """Each answer that one report gives beside the account it answers."""
    for i, own in enumerate(scene.passages):
        for asserted, denied in (*charged(own), *otherwise(scene, i), *laid_open(scene, i), *countered(scene, i)):
            told = words(scene, asserted[0])
            both = (("asserted", tuple(sorted(set(asserted)))), ("denied", tuple(sorted(set(denied)))))
            yield Dispute("denial", told, both, ("one side tells it, the other tells it otherwise",), 0.6)


Answer = tuple[list[Claim], list[Claim]]


def charged(own: Passage) -> Iterator[Answer]:
    """A charge and its rejection in one sentence."""
    match = CHARGE.search(own.text)
    if match is None or NOT_SO.search(match[0]):
        return
    start = max((m.end() for m in CLAUSE.finditer(own.text, 0, match.start())), default=0)
    asserted = part(own, start, match.start())
    denied = part(own, match.start("turn"), len(own.text))
    if (
        asserted
        and denied
        and not negated(own.text[start : match.start()])
        and not WISH.search(own.text, start, match.start())
    ):
        yield [asserted], [denied]


def otherwise(scene: Scene, i: int) -> Iterator[Answer]:
    """Who only tells it otherwise, with the account before, and the own account in the next sentence."""
    own = scene.passages[i]
    match = OTHERWISE.search(own.text)
    if match is None or not DIFFERENT.search(match[0]):
        return
    start = max((m.end() for m in CLAUSE.finditer(own.text, 0, match.start())), default=0)
    denied = [part(own, start, len(own.text)) or own.claim]
    if start and (clause := part(own, 0, start)):
        yield [clause], denied
        return
    account = following(scene, i)
    before = list(earlier(scene, i))
    if account is not None:
        denied.append(account.claim)
    elif TOLD_LATER.search(match[0]):
        return  # another version, and it is not told
    told = account.text if account is not None else own.text
    ranked = sorted(before, key=lambda p: (-round(covered(told, p.text), 2), -p.span.start))
    told_of = [p for p in ranked[:1] if covered(told, p.text) >= OF_IT]
    beside = [
        p
        for p in scene.passages[i - 1 : i]
        if p in before and (VERSION.search(match[0]) or covered(told, p.text) >= BESIDE)
    ]
    for prior in (told_of or beside)[:1]:
        yield [narrowed(scene, prior.claim, told)], [narrowed(scene, c, prior.text) for c in denied]


def laid_open(scene: Scene, i: int) -> Iterator[Answer]:
    """The two accounts behind "who fired first is in dispute"."""
    own = scene.passages[i]
    if not OPEN.search(own.text):
        return
    after = [p for p in scene.passages[i + 1 : i + 3] if p.document == own.document and p.paragraph == own.paragraph]
    if len(after) == 2 and all(ATTRIBUTED.search(p.text) for p in after) and not one_speaker(scene, *after):
        yield [after[0].claim], [after[1].claim]


def countered(scene: Scene, i: int) -> Iterator[Answer]:
    """An account and the answer right behind it: "…; the trawler was dark, an officer countered", "“Not a cent,” he replied"."""
    own = scene.passages[i]
    cut = next((m for m in CLAUSE.finditer(own.text) if COUNTERED.search(own.text, m.end())), None)
    if cut is not None:
        asserted, denied = part(own, 0, cut.start()), part(own, cut.end(), len(own.text))
        if asserted and denied and ATTRIBUTED.search(own.text, 0, cut.start()):
            yield [asserted], [denied]
        return
    prior = scene.passages[i - 1] if i else own
    if prior is own or prior.document != own.document or prior.paragraph != own.paragraph or CUE.search(own.text):
        return
    if not ATTRIBUTED.search(prior.text) or negated(prior.text) or WISH.search(named_or_not(prior.text)):
        return
    flat = FLAT.match(own.text) and REPLIED.search(own.text)
    if not flat and not COUNTERED.search(own.text):
        return
    about_it = covered(own.text, prior.text) >= OF_IT
    brief = bool(flat) and len(worded(flat_words(own.text)).words) <= FEW
    if (about_it or brief) and not one_speaker(scene, prior, own):
        yield [prior.claim], [own.claim]


def flat_words(text: str) -> str:
    """What stands in the first quote marks of a sentence."""
    inner = re.match(r"\A[“\"«‘']([^”\"»’']{1,200})", text)
    return inner[1] if inner else text


def one_speaker(scene: Scene, a: Passage, b: Passage) -> bool:
    """Whether two sentences may be of one side."""
    one, two = sides(scene, a), sides(scene, b)
    speakers = [
        {
            q.speaker
            for q in scene.telling.quotes
            if q.speaker and q.anchor.document == p.document and p.span.start <= q.anchor.start < p.span.end
        }
        for p in (a, b)
    ]
    return bool((one and two and one & two) or (speakers[0] & speakers[1]))


def following(scene: Scene, i: int) -> Passage | None:
    """The next sentence of the paragraph."""
    own = scene.passages[i]
    nxt = scene.passages[i + 1] if i + 1 < len(scene.passages) else own
    return nxt if nxt is not own and nxt.document == own.document and nxt.paragraph == own.paragraph else None


def earlier(scene: Scene, i: int) -> Iterator[Passage]:
    """The sentences before, nearest first, that tell something on somebody's word."""
    own = scene.passages[i]
    for prior in reversed(scene.passages[max(0, i - BACK) : i]):
        told = ATTRIBUTED.search(prior.text) or ACCUSED.search(prior.text)
        denial = CUE.search(prior.text) is not None
        if prior.document == own.document and (denial or (told and not negated(prior.text))):
            yield prior
