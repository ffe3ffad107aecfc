"""A charge and the accused side's answer to it a few sentences on: "called it a breach", "her counterpart replied that …"."""

import re
from collections.abc import Iterator

from tidings.grammar.disputes.answered import sides
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.denied_beside import words
from tidings.grammar.disputes.denying import CUE, negated, part
from tidings.grammar.disputes.initiators import states_in
from tidings.grammar.disputes.rejoinders import one_speaker
from tidings.grammar.disputes.scene import Passage, Scene

__all__ = ["charges"]

FAULT = r"(?:violat(?:ion|ing)|breach|betrayal|infringement|transgression|flagrant|provocation|act of (?:war|aggression|piracy|sabotage))"
CHARGED = re.compile(
    rf"\b(?:accus(?:es|ed|ing)\s(?!of\b)|blam(?:es|ed|ing)\s|charg(?:es|ed)\s(?:[\w’'-]+\s){{1,4}}?with\s|(?:point(?:s|ed) the finger at|(?:laid|lays?|put|puts|pinn?ed) the blame on)\s|(?:holds?|held)\s(?:[\w’'-]+\s){{1,4}}?(?:responsible|to blame)\b"
    rf"|(?:s[ae]w|sees|called|calls|termed|considers?|considered|described|was|is|as|with|of)\s(?:(?:in|it|this|that|the|as|to be|move|step|remark|incident|an?|clear|grave|serious|open)\s){{0,5}}{FAULT}\b"
    rf"|(?:call(?:s|ed)|term(?:s|ed)|describ(?:es|ed)|condemn(?:s|ed)|denounc(?:es|ed)|brand(?:s|ed))\s(?:[\w’'-]+\s){{1,5}}?(?:an?|as)\s(?:\w+\s)?{FAULT}\b"
    r"|(?:ha[sd]\s|of\s)?(?:br(?:oke|oken|eaking)|violated|breached|betrayed)\s(?:its|their|his|her|the)\s(?:word|promise|pledge|commitment|undertaking|accord|agreement|truce|ceasefire|deal|treaty|terms)\b)",
    re.IGNORECASE,
)
ANSWERED = re.compile(
    r"\b(?:(?:retort|counter)(?:s|ed)\b(?!\s(?:with|by)\b)|(?:repli(?:es|ed)|respond(?:s|ed)|answer(?:s|ed)|object(?:s|ed)|protest(?:s|ed)|shot back|hit back)(?:\s(?:on\s)?[A-Z][a-z]{2,8}day)?(?:,)?\s(?:that|saying)\b"
    r"|refus(?:es|ed) to hear of\b|(?:will|would) (?:not hear of|hear nothing of)\b(?=\s(?:any|an?|the|such)\s(?:\w+\s)?(?:breach|violation|charge|guilt|blame)))",
    re.IGNORECASE,
)
SHARP = re.compile(r"\b(?:retort|counter)(?:s|ed)\b", re.IGNORECASE)  # says by itself that it answers
COUNTERPART = re.compile(
    r"\b(?:counterpart|opposite number|opponent|rival|colleague in)\b|\bthe other side\b", re.IGNORECASE
)
NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]{2,}")
FARTHEST = 4  # sentences between a charge and its answer
TURN = re.compile(r";\s|,\s(?:and|but|while|whereas|yet)\s")


def charges(scene: Scene) -> Iterator[Dispute]:
    """Each charge with the answer that another side gives to it in the same report."""
    for j, own in enumerate(scene.passages):
        answer = None if CUE.search(own.text) else ANSWERED.search(own.text)
        found = charge_before(scene, j) if answer else None
        if answer is None or found is None:
            continue
        prior, at = found
        sharp = scene.passages[j - 1] is prior and SHARP.search(own.text) is not None
        who, whom = own.text[: answer.start()], prior.text[at:]
        accuser, answering = states_in(prior.text[:at]), states_in(who) | sides(scene, own)
        if one_speaker(scene, prior, own) or (answering & accuser and not answering & states_in(whom)):
            continue
        named = answering & states_in(whom) or set(NAME.findall(who)) & set(NAME.findall(whom))
        if sharp or named or COUNTERPART.search(who):
            asserted, denied = clause(prior, at), clause(own, answer.start())
            both = (("asserted", (asserted,)), ("denied", (denied,)))
            yield Dispute("denial", words(scene, asserted), both, ("a charge, and the answer to it",), 0.6)


def charge_before(scene: Scene, j: int) -> tuple[Passage, int] | None:
    """The last charge a few sentences before, where nobody has answered or denied between; and where in its sentence it stands."""
    own = scene.passages[j]
    for prior in reversed(scene.passages[max(0, j - FARTHEST) : j]):
        if prior.document != own.document or ANSWERED.search(prior.text) or CUE.search(prior.text):
            return None
        charge = CHARGED.search(prior.text)
        if charge and not negated(prior.text[max(0, charge.start() - 30) : charge.start()]):
            return prior, charge.start()
    return None


def clause(passage: Passage, at: int) -> Claim:
    """The part of a sentence around a word, up to where another speaks."""
    start = max((m.end() for m in TURN.finditer(passage.text, 0, at)), default=0)
    end = next((m.start() for m in TURN.finditer(passage.text, at) if m[0].startswith(";")), len(passage.text))
    return part(passage, start, end) or passage.claim
