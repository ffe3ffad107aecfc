"""A charge and the accused side's answer to it a few sentences on: "blamed the guild for the flood", "the guild retorted"."""

import re
from collections.abc import Iterator

from tidings.grammar.disputes.answered import sides
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.denied_beside import words
from tidings.grammar.disputes.denying import CUE, negated, part
from tidings.grammar.disputes.initiators import states_in
from tidings.grammar.disputes.rejoinders import one_speaker
from tidings.grammar.disputes.scene import NAME, Passage, Scene
from tidings.text.terms import word_list

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
# Whom a charge is laid on, where its verb says so
OBJECT = re.compile(
    r"(?:accus(?:es|ed|ing)|blam(?:es|ed|ing)|charg(?:es|ed)|point(?:s|ed) the finger at|(?:laid|lays?|put|puts|pinn?ed) the blame on|holds?|held)\s(?P<whom>[^.;:]{2,80}?)(?=\s(?:of|for|with|over|responsible|to blame|that|as|on)\b|[.,;:]|\Z)",
    re.IGNORECASE,
)
# "replied that he would pay": no denial
ADMITS = re.compile(
    r"(?<!not )(?<!never )(?<!n’t )(?<!n't )(?<!nothing )\b(?:guilty|agree(?:s|d)?|admit(?:s|ted)?|sorry|apologi[sz]\w*|apolog(?:y|ies)|regret\w*|would (?:now |gladly |of course )?(?:pay|repay|comply|stop|correct|withdraw|change|mend|look into|investigate|resign|step down)|yes|accept(?:s|ed)?|acknowledg\w+|conced\w+|confess\w*|own(?:s|ed) up|mistakes?|errors?|ashamed|thank\w*|welcom\w+|rightly|(?:is|was|were|are) (?:right|true|correct))\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:asked|questioned|quizzed|pressed)\s(?:\w+\s)?(?:about|on|if|whether|how|why|when|what|where|who)\b|\bto (?:a|another|the) question\b|\bturning to\b",
    re.IGNORECASE,
)
FARTHEST = 4  # sentences between a charge and its answer
TURN = re.compile(r";\s|,\s(?:and|but|while|whereas|yet)\s")


def charges(scene: Scene) -> Iterator[Dispute]:
    """Each charge with the answer that another side gives to it in the same report."""
    for j, own in enumerate(scene.passages):
        answer = None if CUE.search(own.text) else ANSWERED.search(own.text)
        found = charge_before(scene, j) if answer else None
        if answer is None or found is None:
            continue
        if ASKED.search(own.text) or ADMITS.search(own.text, answer.end()):
            continue
        prior, at = found
        sharp = scene.passages[j - 1] is prior and SHARP.search(own.text) is not None
        who, whom = own.text[: answer.start()], prior.text[at:]
        accuser, answering = states_in(prior.text[:at]), states_in(who) | sides(scene, own)
        if one_speaker(scene, prior, own) or (answering & accuser and not answering & states_in(whom)):
            continue
        named = answering & states_in(whom) or set(NAME.findall(who)) & set(NAME.findall(whom))
        object_of = OBJECT.match(prior.text, at)
        blamed = object_of["whom"] if object_of else ""
        if object_of:  # not "blamed the drought", nor an answer by somebody else
            named = answering & states_in(blamed) or parties(who) & parties(blamed)
        counterpart = COUNTERPART.search(who) and (not object_of or NAME.search(blamed))
        states = sharp and answering and accuser and not object_of
        if named or counterpart or states:
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


def parties(text: str) -> frozenset[str]:
    """The names in some words, and the nouns at their end: who answers is called as who was blamed."""
    return frozenset(w for w in NAME.findall(text) if w not in ("The", "This", "That")) | frozenset(
        word_list(text)[-1:]
    )


def clause(passage: Passage, at: int) -> Claim:
    """The part of a sentence around a word, up to where another speaks."""
    start = max((m.end() for m in TURN.finditer(passage.text, 0, at)), default=0)
    end = next((m.start() for m in TURN.finditer(passage.text, at) if m[0].startswith(";")), len(passage.text))
    return part(passage, start, end) or passage.claim
