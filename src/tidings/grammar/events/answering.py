"""Whether one act answers another: a refusal an offer, a denial an accusation, a deed the demand or threat before it."""

import re
from dataclasses import dataclass

from tidings.grammar.events.evidence import days_between, likeness
from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.plover import HOSTILE
from tidings.grammar.events.topic_words import WORD
from tidings.lexicon import rows
from tidings.model import EventMention, Reading

__all__ = [
    "ASKING",
    "BARGAIN",
    "CAME",
    "COUNTER",
    "DEEDS",
    "FAR",
    "RESTRAINT",
    "AnswerCard",
    "fit",
    "fulfils",
    "is_promise",
    "is_view",
    "outcome_of",
    "realises",
]

ANSWERABLE = frozenset({"offer", "counter_offer", "demand", "condition", "agreement", "accusation"})
ASKING = ANSWERABLE | {"warning"}  # what a deed or an answer may be tied to
THREATS = ("threat", "ultimat", "warning")
BARGAIN = re.compile(r"\bin (?:return|exchange|turn)\b|\bcounter-?(?:offer|proposal)|\bswap", re.I)
RESTRAINT = re.compile(r"(?:that \w+ )?(?:to )?(?:not|never|stop|cease|refrain|avoid|end|halt|abstain|desist)\b", re.I)
VIEW = re.compile(r"disagre\w+|(?:agree\w*|concur\w*)\s+with\b", re.I)
NOT_MEANT = re.compile(r"\b(?:no (?:plans?|intention|wish|reason|need)|not (?:planning|going)) (?:to|of)\b", re.I)
COUNTER = re.compile(r"\bcounter-?(?:offer|proposal)", re.I)
DEEDS = frozenset({"RETREAT", "CONCEDE", "AID", "CONSULT"})  # acts that may be what was asked for
# Likeness of a deed to what it fulfils; tuned on the stories in examples/.
FULFILLED = 0.34
CAME = "came as was invited"
DONE_AS = {"demand": "done as was asked", "condition": "done as was asked", "warning": "done as was threatened"}
DEALS = noun_class("deal") | noun_class("ceasefire") | {"promise", "word"}
KIND = 0.34  # likeness that a word for the kind of dealing adds ("the condition", "the offer")
UNLIKE = 0.15  # likeness below which nearness alone makes no answer; judged on BASIL
BESIDE = 250  # characters: about one sentence, which tells of one time
LONG_AGO = 5  # days before its report from which an answer is older than what that report tells as asked
POINTS_BACK = 900  # characters over which "such proposals" or "she refused" points back without a like word
CHARGED = 0.1  # weight that a denial by who is charged has before one by whoever else is near
ECHOED = 0.9  # weight of an answer that points at what it answers
PUT = frozenset({"demand", "condition"})
NAMED = 3  # stems behind an act from which they name a matter: more than a day and a place
FAR = 1500  # characters: the length of about ten sentences
ABROAD = 0.4  # likeness that two reports need to tell of a question and its answer; set on the stories in examples/


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """A dealing or an answer to one: who, to whom, in which words, where in the text."""

    id: str
    document: str
    dealing: str | None
    outcome: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    states: frozenset[str]  # of the actors
    others: frozenset[str]  # states of the recipients
    words: frozenset[str]
    about: frozenset[str]
    at: int
    reported: str | None
    bargains: bool = False  # something for something, or said after a refusal
    deed: bool = False  # done, and no dealing itself
    type: str = ""
    promised: bool = False  # a deed that is announced
    restraint: bool = False  # asks not to do something
    first: str | None = None  # the days on which it was, by its own words
    last: str | None = None
    mode: str | None = None
    speaks_for: frozenset[str] = frozenset()  # whose lawyer or spokesman answers
    addressed: bool = False  # said to somebody, named or not
    meets: bool = False  # says that a demand was met
    view: bool = False  # disagrees with a word or a person, and refuses nothing
    after: frozenset[str] = frozenset()  # stems of the clause behind the act, where nothing says what it is about
    named: tuple[
        frozenset[str], ...
    ] = ()  # what each offer or demand that it names is about: "his offer to buy the barn"
    nameless: bool = False  # said to a group without a name: "the strikers"
    invites: bool = False  # asks somebody to come
    echoes: str | None = None  # the event whose matter it points at: "to do so", "as Ghana had asked it to"

    @property
    def key_words(self) -> frozenset[str]:
        """The words by which a question and its answer in two reports may meet."""
        return self.words if self.deed else self.about or self.words


def fulfils(deed: AnswerCard, asked: AnswerCard) -> float:
    """How like a later deed, done or promised, is to what was demanded of its doers, or offered or threatened by them."""
    if not (deed.deed or deed.promised) or deed.document == asked.document:
        return 0.0
    if deed.reported is None or asked.reported is None or deed.reported <= asked.reported:
        return 0.0
    whole = asked.invites or asked.dealing == "condition"  # who is to come, what hangs on what: all of the clause
    alike = likeness(asked.words if whole else asked.about or asked.words, deed.words)
    if asked.dealing in PUT and deed.type not in HOSTILE:
        if asked.restraint and deed.type != "RETREAT":
            return 0.0
        theirs = bool(deed.actors & asked.recipients or deed.states & asked.others)
        if deed.about & noun_class("demanded") and not deed.meets:
            return 0.0  # lowered, repeated or discussed
        unsaid = not (asked.recipients or asked.addressed) and is_of_others(deed, asked)
        return alike if theirs or unsaid else 0.0
    if asked.invites and deed.type == "CONSULT" and deed.actors & asked.recipients:
        return alike
    own = bool(deed.actors & asked.actors or deed.states & asked.states)
    if asked.dealing in {"offer", "counter_offer"}:
        return alike if own and deed.type not in HOSTILE else 0.0
    if asked.dealing == "warning" and deed.type in HOSTILE:
        return alike if own and not turned_on_others(deed, asked) else 0.0
    return 0.0


def is_of_others(deed: AnswerCard, asked: AnswerCard) -> bool:
    """Whether known doers did what known others asked for."""
    known = bool(deed.actors or deed.states) and bool(asked.actors or asked.states)
    return known and not (deed.actors & asked.actors or deed.states & asked.states)


def turned_on_others(deed: AnswerCard, asked: AnswerCard) -> bool:
    """Whether a deed befell others than those who were threatened."""
    if not deed.recipients or not asked.recipients:
        return False
    return not (deed.recipients & asked.recipients or deed.others & asked.others)


def realises(deed: AnswerCard, asked: AnswerCard) -> tuple[float, str]:
    """The weight with which a deed is what was asked, offered or threatened, and why; 0 where it is not."""
    alike = fulfils(deed, asked) if deed.deed and not is_older(deed, asked) else 0.0
    if alike < FULFILLED:
        return 0.0, ""
    done = CAME if asked.invites else DONE_AS.get(asked.dealing or "", "done as was offered")
    return round(min(0.95, 0.4 + alike / 2), 3), f"{done}, in like words"


def fit(answer: AnswerCard, asked: AnswerCard) -> tuple[float, str]:
    """How well `answer` answers `asked`, and why; 0 where it cannot."""
    if answer.promised:
        alike = fulfils(answer, asked) if asked.dealing == "demand" or asked.invites else 0.0
        return (min(0.95, 0.4 + alike / 2), "promised as was asked, in like words") if alike >= FULFILLED else (0.0, "")
    if is_older(answer, asked):
        return 0.0, ""
    if takes_back_threat(answer) != (asked.dealing == "warning"):
        return 0.0, ""
    if (
        asked.dealing not in ASKING
        or names_another(answer, asked)
        or not may_answer(answer, asked)
        or not sides_fit(answer, asked)
    ):
        return 0.0, ""
    if asked.id == answer.echoes or answer.id == asked.echoes:
        return ECHOED, "points at it"
    alike = max(likeness(answer.about, asked.words), likeness(answer.words, asked.words) * 0.8)
    if asked.dealing in PUT and not is_meant(answer, asked, alike):
        return 0.0, ""
    if answer.dealing == "agreement" and alike < ABROAD:
        return 0.0, ""
    if answer.document != asked.document:
        return elsewhere(answer, asked, alike)
    gap = answer.at - asked.at
    if answer.outcome == "withdrawn" and gap < 0:
        return 0.0, ""
    weight, why = 0.3 + alike / 2, "like words"
    if alike < UNLIKE and (not named_by(answer, asked) or gap > POINTS_BACK):
        return 0.0, ""
    if 0 < gap <= FAR:
        weight += 0.25 * (1 - gap / FAR) + (0.2 if named_by(answer, asked) else 0.0)
        why = "told just before" if alike < 0.3 else "told just before, in like words"
    if answer.dealing == "counter_offer" and asked.dealing == "offer":
        weight += 0.2
    if answer.states and asked.others and not of_the_asked(answer, asked):
        weight -= 0.2
    if answer.dealing == "denial" and of_the_asked(answer, asked):
        weight += CHARGED
    return min(0.95, weight), why


def names_another(answer: AnswerCard, asked: AnswerCard) -> bool:
    """Whether an answer names what it answers, and that is about other things: "rejected his offer to buy the barn"."""
    if answer.document != asked.document or not answer.named or not asked.about:
        return False
    return all(matter and not matter & asked.about for matter in answer.named)


def is_meant(answer: AnswerCard, asked: AnswerCard, alike: float) -> bool:
    """Whether a refusal may be of a demand: by those it was put to, or naming it; who disagrees with a person refuses nothing."""
    if answer.dealing != "refusal" and answer.outcome != "rejected":
        return True
    if answer.view:
        return bool(answer.about & noun_class("demanded"))
    others = answer.actors and asked.recipients and not of_the_asked(answer, asked)
    return not others or alike >= UNLIKE or bool(answer.recipients & asked.actors)


def takes_back_threat(answer: AnswerCard) -> bool:
    """Whether a threat is withdrawn, and no offer or demand: "withdrew its threat to close the port"."""
    return answer.outcome == "withdrawn" and any(word.startswith(THREATS) for word in answer.about)


def is_older(answer: AnswerCard, asked: AnswerCard) -> bool:
    """Whether the answer was before what is asked, or long before the report whose news that is."""
    if answer.last is None:
        return False
    if asked.first is not None:
        return answer.last < asked.first
    beside = answer.document == asked.document and abs(answer.at - asked.at) < BESIDE
    news = asked.reported
    return news is not None and not beside and days_between(answer.last, news) < -LONG_AGO


def elsewhere(answer: AnswerCard, asked: AnswerCard, alike: float) -> tuple[float, str]:
    """How well an answer in one report answers what another tells: told no earlier, in like words or by its kind from side to side."""
    if answer.reported and asked.reported and answer.reported < asked.reported:
        return 0.0, ""
    kind = bool(answer.about) and named_by(answer, asked)
    paired = of_the_asked(answer, asked) or bool(answer.recipients & asked.actors)
    alike += KIND if kind and (paired or answer.outcome == "withdrawn") else 0.0
    return (0.0, "") if alike < ABROAD else (min(0.95, 0.3 + alike / 2), "like words")


def named_by(answer: AnswerCard, asked: AnswerCard) -> bool:
    """Whether the answer names what it answers by its kind, or says nothing of it: "and she accepted", "rejected the offer"."""
    if answer.dealing == "denial":
        charges = asked.mode != "disapprove" or bool(asked.recipients)  # who calls a ruling hasty alleges nothing
        return (charges and bool(answer.about & noun_class("blamed"))) or not answer.about
    bare = not answer.about and answer.dealing not in ANSWERABLE and len(answer.after) < NAMED
    return (
        bare
        or bool(answer.about & noun_class("offered") and asked.dealing in {"offer", "counter_offer"})
        or (asked.dealing == "warning" and takes_back_threat(answer))
        or bool(answer.about & noun_class("demanded") and asked.dealing in {"demand", "condition"})
    )


def of_the_asked(answer: AnswerCard, asked: AnswerCard) -> bool:
    """Whether those answer to whom it was said."""
    return bool((answer.actors | answer.speaks_for) & asked.recipients or answer.states & asked.others)


def sides_fit(answer: AnswerCard, asked: AnswerCard) -> bool:
    """Whether the answer may come from the other side; what is withdrawn, from the same."""
    own = bool(answer.actors & asked.actors)
    one_state = bool(answer.states & asked.states)
    if asked.dealing == "agreement":
        return shares_sides(answer, asked)
    if answer.outcome == "withdrawn":
        return own or one_state
    if own:
        return False
    direct = bool(answer.actors & asked.recipients or answer.recipients & asked.actors)
    if one_state and not direct:
        return False
    if answer.recipients and asked.actors and not (answer.recipients & asked.actors or answer.others & asked.states):
        return False
    if answer.document != asked.document and answer.actors and asked.recipients:
        return of_the_asked(answer, asked)
    beside = asked.nameless and answer.document == asked.document and 0 < answer.at - asked.at < BESIDE
    return asked.dealing != "accusation" or not asked.recipients or of_the_asked(answer, asked) or beside


def shares_sides(answer: AnswerCard, asked: AnswerCard) -> bool:
    """Whether somebody who answers for an agreement may be a party to it."""
    if not answer.recipients or not asked.actors:
        return True
    held = asked.actors | asked.recipients
    return bool(answer.recipients & held or answer.others & (asked.states | asked.others))


def may_answer(answer: AnswerCard, asked: AnswerCard) -> bool:
    """Whether an answer of this kind can meet what was asked."""
    if answer.deed:
        return False
    if answer.dealing == "denial" or asked.dealing == "accusation":
        return answer.dealing == "denial" and asked.dealing == "accusation"
    if answer.dealing == "offer":
        return answer.bargains and asked.dealing in {"offer", "condition"}
    if answer.dealing == "counter_offer":
        return asked.dealing == "offer"
    if answer.outcome == "withdrawn" and asked.dealing == "agreement":
        return bool((answer.about or answer.after) & DEALS)  # boats are withdrawn under an accord, too
    if answer.outcome in {"kept", "breached", "withdrawn", "lapsed"}:
        return asked.dealing == "agreement" or answer.outcome == "withdrawn"
    if answer.dealing == "refusal" or answer.outcome == "rejected":
        return asked.dealing != "agreement"
    taken = answer.dealing not in ANSWERABLE or (answer.dealing == "agreement" and answer.type == "AGREE")
    return answer.outcome == "accepted" and taken and asked.dealing != "agreement"


def outcome_of(reading: Reading, event: EventMention) -> str | None:
    """What the event's words say became of something: accepted, rejected, breached …"""
    if event.status not in {"held", "ongoing", "announced"}:
        return None
    if event.type == "ACCUSE":
        return "breached" if tells_breach(reading, event) else None
    words = reading.document.text[event.trigger.start : event.trigger.end + 8].lower()
    told = next((outcome for root, outcome in rows("outcome_words.tsv") if words.startswith(root)), None)
    if told == "accepted" and event.dealing == "refusal":
        return "rejected"  # "did not agree to it"
    return "accepted" if told is None and is_promise(reading, event) else told


def is_view(reading: Reading, event: EventMention) -> bool:
    """Whether somebody only disagrees, with a word or a person: "she did not agree with it"."""
    return event.dealing == "refusal" and VIEW.match(reading.document.text, event.trigger.start) is not None


def is_promise(reading: Reading, event: EventMention) -> bool:
    """Whether it is a deed that is announced, which may be what was asked for, and not one that nobody has in mind: "has no plans to withdraw"."""
    before = reading.document.text[event.clause.start : event.trigger.start]
    announced = event.dealing is None and event.type in DEEDS and event.status == "announced"
    return announced and NOT_MEANT.search(before) is None


def tells_breach(reading: Reading, event: EventMention) -> bool:
    """Whether an accusation is that an agreement was broken."""
    text = reading.document.text
    said = WORD.findall(text[event.clause.start : event.clause.end].lower())
    broken = {root for root, outcome in rows("outcome_words.tsv") if outcome == "breached"} - {"ignor"}
    return any(w in DEALS for w in said) and any(w.startswith(root) for w in said for root in broken)
