"""Two accounts right beside each other in one report, of which the second says that it was not so."""

import re
from collections.abc import Iterator

from tidings.grammar.disputes.answered import ATTRIBUTED
from tidings.grammar.disputes.brief_denials import SOFT
from tidings.grammar.disputes.claims import Dispute
from tidings.grammar.disputes.denied_beside import words
from tidings.grammar.disputes.denying import CUE, named_or_not, negated
from tidings.grammar.disputes.scene import Scene
from tidings.grammar.disputes.voiced_clauses import Told, apart, clauses

__all__ = ["two_voices"]

UNANSWERED = re.compile(
    r"\b(?:not|never|no)\s(?:\w+\s){0,2}?(?:repl|answer|react|follow|attend|have|feel|want|like|care|mind|intend|mean|consider|believe|regret|longer)\w*",
    re.IGNORECASE,
)  # silence, and what somebody feels
CLAUSES = 8
BACK = 3  # sentences before an answer in which the account may stand
# It was not: in the past, or said of what there is
NOT_SO = re.compile(
    r"\b(?:(?:ha[sd]|have|did)\s(?:\w{3,12}ly\s)?(?:not|never)\s(?!only\b|just\b|yet\b)|(?:was|were)\s(?:\w{3,12}ly\s)?(?:not|never)\s(?:\w{3,12}ly\s)?(?:been\s)?\w{2,}(?:ed|en|n|t)\b)|\b(?:ha[sd]|have|was|were|did)n[’']t\s|\bnever\s\w+"
    r"|\b(?:no|nobody|no one|not (?:a single|one)|nothing|none)\s(?!but\s)(?:(?!but\b|an?\b|the\b)[\w’'-]+\s){0,4}?(?:ha[sd]|have|was|were|left|took|\w{3,}ed)\b"
    r"|\bthere (?:was|were|ha[sd] been|have been) (?:never )?no\b|\bknew nothing (?:of|about)\b|\bha[sd] (?:nothing to do with|no (?:part|hand|knowledge|relation))\b|\b(?:found|saw|seen|heard) no \w",
    re.IGNORECASE,
)
IS_NOT = re.compile(r"\b(?:is|are)\snot\s", re.IGNORECASE)
FLATLY = re.compile(
    r"\b(?:not (?:a single|one|even)|ever|never|nobody|no one|whatsoever|at all|any(?:body|one|thing|where)?)\b",
    re.IGNORECASE,
)
DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied)|rul(?:es|ed) out)\s(?:\w{3,12}ly\s)?(?:that|any|having|all)\b", re.IGNORECASE
)
INSISTS = re.compile(
    r"\b(?:insist(?:s|ed)|maintain(?:s|ed)|assur(?:es|ed)|guarantee[sd]|sw(?:ears?|ore)|vow(?:s|ed)|counter(?:s|ed)|retort(?:s|ed)|protest(?:s|ed)|contend(?:s|ed)|object(?:s|ed)|testif(?:ies|ied)|rul(?:es|ed) out)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:will|would|shall|should|must|may|might|could|can|if|unless|wants?|wished|hopes?|hoped|plans?|to be)\b",
    re.IGNORECASE,
)
ASKED_FOR = re.compile(
    r"\b(?:threat|demand|propos|offer|urg|appeal|warn|invit|promis|pledg|agree|vow|refus|declin|reject|critici|welcom|thank|prais|regret|condemn|call(?:s|ed)? (?:on|for)|ask(?:s|ed)? (?:for|\w+ to)|apolog|admit|conced|acknowledg)\w*",
    re.IGNORECASE,
)
VOICED = re.compile(
    r"\b(?:says?|said|insist(?:s|ed)|maintain(?:s|ed)|assur(?:es|ed)|affirm(?:s|ed)|guarantees?d?|swears?|swore|holds?(?=\sthat)|sustain(?:s|ed)(?=\sthat)|assert(?:s|ed)|claim(?:s|ed)|alleg(?:es|ed)|report(?:s|ed)|counter(?:s|ed)|retort(?:s|ed)|repl(?:y|ies|ied)|according to|den(?:y|ies|ied)|accus(?:es|ed)|blam(?:es|ed)|clarif(?:ies|ied)|testif(?:ies|ied)|complain(?:s|ed)|reproach(?:es|ed))\b",
    re.IGNORECASE,
)
NO = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|neither|nor|any|ever|such|at all|whatsoever)\b|n[’']t\b", re.IGNORECASE
)
NEAR, FLAT, PRESENT = 0.5, 0.35, 0.55  # cosine: of what was not so, told flatly right behind, of what is not so


def two_voices(scene: Scene) -> Iterator[Dispute]:
    """Each account with the answer beside it."""
    told = list(clauses(scene)) if scene.cosine else []
    for n, answer in enumerate(told):
        least = bar(answer)
        if least is None or scene.cosine is None:
            continue
        plain = NO.sub(" ", answer.text)
        best: tuple[float, Told] | None = None
        for before in reversed(told[max(0, n - CLAUSES) : n]):
            if before.passage.document != answer.passage.document or answer.at - before.at > BACK:
                break
            if may_be_answered(scene, before, answer):
                near = scene.cosine(before.text, plain)
                beside = answer.at - before.at <= 1 and answer.passage.paragraph == before.passage.paragraph
                if near >= (least if beside else max(least, NEAR)) and (best is None or near > best[0]):
                    best = (near, before)
        one, two = best[1].claim if best else None, answer.claim
        if one and two:
            sides = (("asserted", (one,)), ("denied", (two,)))
            yield Dispute("denial", words(scene, one), sides, ("one voice tells it, the next says it was not so",), 0.6)


def bar(answer: Told) -> float | None:
    """How near an account must come to a clause that says it was not so; None where a clause says no such thing."""
    text = named_or_not(answer.text)
    if not (answer.voices or VOICED.search(text)) or OPEN.search(text) or SOFT.search(text) or UNANSWERED.search(text):
        return None
    if CUE.search(text):
        return FLAT if DENIES.search(text) else None  # "rejected the charge", "protections denied to them"
    if NOT_SO.search(text):
        return FLAT if INSISTS.search(text) and FLATLY.search(text) else NEAR
    return PRESENT if IS_NOT.search(text) else None


def may_be_answered(scene: Scene, before: Told, answer: Told) -> bool:
    """Whether a clause is another's word for something that is so."""
    text = before.text
    if negated(text) or any(sign.search(text) for sign in (OPEN, ASKED_FOR, CUE)):
        return False
    voiced = before.voices or VOICED.search(text) or ATTRIBUTED.search(text)
    return bool(voiced) and apart(scene, before, answer)
