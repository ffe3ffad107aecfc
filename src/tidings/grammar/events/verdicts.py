"""What a speaker does by what is said: blames, demands, refuses, denies, sets a condition."""

from collections.abc import Iterator
from dataclasses import dataclass

from tidings.grammar.events.conditions import is_turned
from tidings.grammar.events.hinging import forced, hinges, is_ultimatum, negates, or_else, pays_back
from tidings.grammar.events.lexicon import Sense, noun_class, verb_senses
from tidings.grammar.events.plover import FRIENDLY
from tidings.grammar.events.roles import Kinds, party
from tidings.grammar.events.status import is_imperative, is_missed
from tidings.grammar.events.verb_senses import is_at_fault, is_expected, is_for_harm
from tidings.grammar.tree import children, is_clause
from tidings.grammar.verbs import (
    PAST,
    agents,
    is_negated,
    modal,
    objects,
    particle,
    passive_agent,
    patients,
    subjects,
    tense,
)
from tidings.lexicon import words
from tidings.model import Analysis

__all__ = ["HINGES", "OBLIGING", "WARNS", "Verdict", "orders", "verdicts"]

ACCUSES = Sense("ACCUSE", "disapprove", dealing="accusation")
DEMANDS = Sense("REQUEST", None, dealing="demand")
REFUSES = Sense("REJECT", None, dealing="refusal")
DENIES = Sense("REJECT", None, dealing="denial")
WARNS = Sense("THREATEN", None, dealing="warning")
HINGES = Sense("AGREE", None, dealing="condition")
ALLEGES = Sense("ACCUSE", "allege", dealing="accusation")
BREAKING = frozenset({"break", "breach", "violate", "flout", "disregard", "renege"})
BROKEN = noun_class("deal") | noun_class("ceasefire") | {"promise", "word", "pledge", "term"}
OPENING = frozenset({'"', "“", "«", ",", ";", ":", "„", "''", "``", "Please", "please", "now", "Now"})
MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
OBLIGING = frozenset({"must", "should", "shall"})
UNFOUNDED = frozenset({"baseless", "groundless", "unfounded", "unsubstantiated", "absurd", "ridiculous"})
POINTING = frozenset({"it", "that", "this"})  # "that is a lie": what was said before
WRONGED = frozenset({"wrong", "mistaken"})  # of "it" said of deeds as well
NO_WAY = frozenset({"unacceptable", "inadmissible", "impossible", "unrealistic"})
TALKING = frozenset(
    {"discuss", "negotiate", "consider", "plan", "hold", "talk", "receive", "offer", "agree", "prepare"}
)
SHARE = frozenset(
    {"part", "role", "hand", "involvement", "knowledge", "connection", "link", "tie", "contact", "dealings"}
)
# What is done in secret, so that to say that there was none denies it.
HIDDEN = frozenset(
    {
        "bargain",
        "deal",
        "ransom",
        "payment",
        "pressure",
        "threat",
        "contact",
        "plan",
        "agreement",
        "concession",
        "order",
        "attack",
        "negotiation",
        "talk",
        "promise",
        "shot",
    }
)
PROPOSED = noun_class("offer") | noun_class("demand") | {"requirement", "condition", "ultimatum", "term"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """An act that lies in a clause somebody utters: its sense, the clause's verb, whom it is aimed at."""

    sense: Sense
    verb: int
    recipients: tuple[int, ...]
    about: int
    own: bool = False  # holds only where the clause tells of the speaker's own side


def verdicts(analysis: Analysis, kinds: Kinds, clauses: Iterator[int]) -> Iterator[Verdict]:
    """The acts in these uttered clauses, by their verbs."""
    for verb in clauses:
        token = analysis.tokens[verb]
        finite = token if token.dep != "xcomp" else analysis.tokens[token.head]
        if not is_clause(analysis, verb) or {token.dep, finite.dep} & {"relcl", "acl"}:
            continue
        found = verdict(analysis, kinds, verb)
        if found is not None:
            yield found


def verdict(analysis: Analysis, kinds: Kinds, verb: int) -> Verdict | None:
    """The act in one clause, if it is one."""
    lemma = analysis.tokens[verb].lemma.lower()
    doers = subjects(analysis, verb)
    told = [*doers, *(o for s in doers if analysis.tokens[s].dep == "csubj" for o in objects(analysis, s))]
    aimed = tuple(p for p in (party(analysis, kinds, s) for s in told) if p is not None)
    if lemma in words("harm_verbs.txt") and aimed and not is_negated(analysis, verb):
        return Verdict(ACCUSES, verb, aimed, doers[0])
    if orders(analysis, verb):
        return Verdict(DEMANDS, verb, (), verb)
    broken = breach(analysis, kinds, verb)
    if broken is not None:
        return broken
    if forced(analysis, verb) and (
        other := tuple(p for p in aimed if kinds[p] in {"country", "organization", "person"})
    ):
        return Verdict(WARNS, verb, other, verb)
    if hinges(analysis, verb):
        return Verdict(HINGES, verb, (), verb, own=True)
    if is_ultimatum(analysis, verb) or or_else(analysis, verb) or pays_back(analysis, verb):
        return Verdict(WARNS, verb, (), verb, own=True)
    if has_no_share(analysis, verb) or no_such(analysis, verb) or was_no(analysis, verb):
        return Verdict(DENIES, verb, (), verb, own=True)
    due = modal(analysis, verb) in OBLIGING and not is_turned(analysis, verb)
    due = due and not is_expected(analysis, verb) and not is_missed(analysis, verb)
    if due or obliged(analysis, verb):
        other = tuple(p for p in aimed if kinds[p] in {"country", "organization", "person"})
        return Verdict(DEMANDS, verb, other, verb) if other else None
    if aimed and lemma == "be" and not is_negated(analysis, verb) and is_to_blame(analysis, verb):
        return Verdict(ACCUSES, verb, aimed, doers[0])
    if is_waiting(analysis, verb):
        return None
    said = predicate(analysis, verb)
    if said is not None:
        return evaluated(analysis, verb, said, doers, aimed)
    if is_negated(analysis, verb) and lemma in TALKING and aimed and modal(analysis, verb) is None:
        return Verdict(DENIES, verb, (), verb, own=True)
    return own_no(analysis, verb)


def breach(analysis: Analysis, kinds: Kinds, verb: int) -> Verdict | None:
    """The accusation in "the truce was broken", "they have violated the agreement"."""
    if analysis.tokens[verb].lemma.lower() not in BREAKING or is_negated(analysis, verb) or modal(analysis, verb):
        return None
    if not any(analysis.tokens[i].lemma.lower() in BROKEN for i in patients(analysis, verb)):
        return None
    by = agents(analysis, verb)
    aimed = tuple(p for p in (party(analysis, kinds, s) for s in by) if p is not None)
    return Verdict(ALLEGES, verb, aimed, verb)


def is_waiting(analysis: Analysis, verb: int) -> bool:
    """Whether it is what somebody still waits for: "we have received nothing" complains, and denies nothing."""
    has = any(analysis.tokens[a].text.lower() in {"have", "has", "'ve", "’ve"} for a in children(analysis, verb, "aux"))
    return has and analysis.tokens[verb].lemma.lower() == "receive"


def own_no(analysis: Analysis, verb: int) -> Verdict | None:
    """The refusal in "we will not pay", the denial in "our boats did not cross the line": both of the speaker's own side."""
    token = analysis.tokens[verb]
    if token.pos != "VERB" or token.dep not in MAIN or not negates(analysis, verb):
        return None
    if particle(analysis, verb) is not None:
        return None
    lemma, mood, when = token.lemma.lower(), modal(analysis, verb), tense(analysis, verb)
    if lemma == "need" and mood is None and when == "present" and is_offered(analysis, verb):
        return Verdict(REFUSES, verb, (), verb, own=True)
    granted = is_asked_for(lemma) or lemma in noun_class("granting")
    if mood in {"will", "would"} and granted and not is_missed(analysis, verb):
        return Verdict(REFUSES, verb, (), verb, own=True)
    if mood is None and when == "present" and token.tag != "VBG" and granted and is_of_us(analysis, verb):
        return Verdict(REFUSES, verb, (), verb, own=True)
    if mood is None and when == "present" and lemma in words("denied_acts.txt"):
        if token.tag == "VBG":
            return Verdict(DENIES, verb, (), verb, own=True)
        return Verdict(REFUSES, verb, (), verb, own=True)
    yet = any(analysis.tokens[c].text.lower() == "yet" for c in children(analysis, verb, "advmod"))
    if mood is None and when in PAST and lemma in words("denied_acts.txt") and not yet:
        return Verdict(DENIES, verb, (), verb, own=True)
    return None


def is_of_us(analysis: Analysis, verb: int) -> bool:
    """Whether "we" or a state speaks of itself: "we do not hand over a guest"."""
    return any(
        analysis.tokens[s].text.lower() == "we" or analysis.tokens[s].tag == "NNP" for s in subjects(analysis, verb)
    )


def is_offered(analysis: Analysis, verb: int) -> bool:
    """Whether what is told points back to what others offer: "we do not need it", "we do not need your help"."""
    for thing in objects(analysis, verb):
        whose = {analysis.tokens[c].text.lower() for c in children(analysis, thing, "poss")}
        if analysis.tokens[thing].text.lower() in {"it", "that", "this"} or whose & {"your", "their"}:
            return True
    return False


def is_asked_for(lemma: str) -> bool:
    """Whether a verb mostly tells what one yields or grants to others, so that not to do it is to refuse."""
    senses = [one.sense for one in verb_senses().get(lemma, ())]
    yields = sum(sense.type in FRIENDLY or sense.base == "cancelled" for sense in senses)  # as who drops a charge does
    return yields * 2 > len(senses) and lemma not in words("no_refusals.txt")


def orders(analysis: Analysis, verb: int) -> bool:
    """Whether a clause tells those who are spoken to what to yield: "Give us back our men"."""
    if not is_imperative(analysis, verb) or is_negated(analysis, verb) or children(analysis, verb, "expl"):
        return False
    before = analysis.tokens[verb - 1].text if verb else "“"
    if before not in OPENING or analysis.tokens[verb].lemma.lower() not in noun_class("yielded"):
        return False
    return bool(children(analysis, verb, "dative")) or any(is_ones_due(analysis, o) for o in objects(analysis, verb))


def is_ones_due(analysis: Analysis, thing: int) -> bool:
    """Whether what is ordered is known or the speaker's own: "the blockade", "our men", "them"; not "your umbrella", "warm clothes"."""
    before = {analysis.tokens[c].text.lower() for c in children(analysis, thing, "det", "poss")}
    named = analysis.tokens[thing].text.lower() in {"us", "them", "him", "her"}
    return named or bool(before & {"the", "our", "their", "his", "her", "these", "those", "this", "that"})


def obliged(analysis: Analysis, verb: int) -> bool:
    """Whether the clause is "has to go", "needs to go"."""
    above = analysis.tokens[analysis.tokens[verb].head]
    return analysis.tokens[verb].dep == "xcomp" and above.lemma in {"have", "need"} and above.tag in {"VBZ", "VBP"}


def was_no(analysis: Analysis, verb: int) -> bool:
    """Whether it is said that something that one would hide had not been: "there had been no bargain"."""
    if analysis.tokens[verb].lemma != "be" or not children(analysis, verb, "expl") or modal(analysis, verb) is not None:
        return False
    things = [i for i in children(analysis, verb, "attr", "nsubj") if analysis.tokens[i].lemma.lower() in HIDDEN]
    return any(analysis.tokens[c].text.lower() in {"no", "never"} for i in things for c in children(analysis, i, "det"))


def has_no_share(analysis: Analysis, verb: int) -> bool:
    """Whether somebody "had no part in it", "has no links to it"."""
    if analysis.tokens[verb].lemma.lower() != "have" or modal(analysis, verb) is not None:
        return False
    shares = (o for o in children(analysis, verb, "dobj") if analysis.tokens[o].lemma.lower() in SHARE)
    return any(analysis.tokens[c].text.lower() == "no" for o in shares for c in children(analysis, o, "det"))


def no_such(analysis: Analysis, verb: int) -> bool:
    """Whether it is said that there is none of what was spoken of: "no such step was under discussion"."""
    for noun in children(analysis, verb, "nsubj", "nsubjpass", "attr", "dobj"):
        before = [analysis.tokens[c].text.lower() for c in children(analysis, noun, "det", "predet", "amod")]
        if {"no", "such"} <= set(before):
            return True
    return False


def is_to_blame(analysis: Analysis, verb: int) -> bool:
    """Whether a clause says that its subject "is to blame"."""
    to_blame = any(analysis.tokens[c].lemma.lower() == "blame" for c in children(analysis, verb, "xcomp"))
    return to_blame or is_at_fault(analysis, verb)


def predicate(analysis: Analysis, verb: int) -> int | None:
    """The adjective or noun that a copula says of its subject."""
    if analysis.tokens[verb].lemma != "be":
        return None
    return next(iter(children(analysis, verb, "acomp", "attr")), None)


def evaluated(
    analysis: Analysis, verb: int, said: int, doers: tuple[int, ...], aimed: tuple[int, ...]
) -> Verdict | None:
    """The act in "the demand is unacceptable", "the sanctions of X are illegal"."""
    word = analysis.tokens[said].lemma.lower()
    negated = is_negated(analysis, verb)
    refused = (word in NO_WAY and not negated) or (word in {"acceptable", "possible"} and negated)
    proposed = any(analysis.tokens[d].lemma.lower() in PROPOSED for d in doers)
    if refused and proposed:
        return Verdict(REFUSES, verb, aimed, doers[0])
    claimed = any(analysis.tokens[d].lemma.lower() in noun_class("claim") for d in doers)
    claimed = claimed or (word not in WRONGED and any(analysis.tokens[d].text.lower() in POINTING for d in doers))
    whole = children(analysis, verb, "ccomp", "csubj") or children(analysis, said, "ccomp")  # "it is not true that …"
    if claimed and negated and not whole and word in noun_class("true") - {"case", "so"}:
        return Verdict(DENIES, verb, (), doers[0])
    if claimed and not negated and (word in noun_class("untrue") or word in UNFOUNDED):
        return Verdict(DENIES, verb, (), doers[0])
    bad = word in noun_class("bad") or (word == "responsible" and is_for_harm(analysis, said))
    if not negated and (bad or (refused and aimed)):
        return Verdict(ACCUSES, verb, aimed or passive_agent(analysis, verb), doers[0]) if aimed else None
    return None
