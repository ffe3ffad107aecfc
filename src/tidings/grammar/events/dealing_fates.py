"""Which dealing a told fate is of: by its kind, whose it was, who answers, and how near or alike the words are."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from tidings.grammar.events.answering import RESTRAINT
from tidings.grammar.events.dealing_state import ASKED
from tidings.grammar.events.evidence import days_between, likeness
from tidings.grammar.events.fate_words import NOUNS
from tidings.grammar.events.opposite import is_another
from tidings.grammar.events.story import Member
from tidings.grammar.events.story_sides import StorySides
from tidings.grammar.events.told_matters import DOING, MATTER
from tidings.grammar.events.told_outcomes import Fate
from tidings.grammar.events.topic_words import topic_stems
from tidings.model import Dealing, Span

__all__ = ["fates_of", "fit"]

OFFERS = frozenset({"offer", "counter_offer"})
OF_KIND: Mapping[str, frozenset[str]] = {
    "offer": OFFERS,
    "demand": frozenset({"demand", "condition"}),
    "condition": frozenset({"condition", "demand", "offer"}),
    "agreement": frozenset({"agreement"}),
    "warning": frozenset({"warning"}),
    "word": OFFERS | {"warning", "agreement"},
    "": ASKED,
}
MAY_BE: Mapping[str, frozenset[str]] = {
    "accepted": ASKED,
    "rejected": ASKED,
    "withdrawn": ASKED | {"agreement", "warning"},
    "kept": frozenset({"agreement", "warning", "offer"}),
    "breached": frozenset({"agreement"}) | OFFERS,  # who broke a promise, too
    "lapsed": ASKED,
}
ANSWERS = frozenset({"accepted", "rejected"})
NEAR = 900  # characters over which "the offer" points back, told by the other side or of whose it was
BESIDE = 350  # characters over which it does where neither is said: about a sentence
ONLY = 0.1  # weight of a fate that fits a dealing by whose it was alone
ASKS = re.compile(
    r"\b(?:offer|propos|invit|ask|demand|suggest|request|urg|appeal|sought|call(?:ed|s)? (?:on|for))\w*", re.I
)
NAMED = 60  # characters behind a verb in which its object is named
NOT_STATED = "to whom is not stated"
TERM = 0.3  # weight of the word that a deadline is over, for a demand whose last day is
LAST_DAY = "its last day was "
OVER = re.compile(r"\b(?:ultimatum|deadline|time limit)", re.I)
BETTER = 0.1  # what like clauses add beside like topics
LEAD = 0.15  # weight of a fate with which a report opens
OPENING = 4  # sentences: a headline, a dateline and the lead
OF_WHAT = re.compile(rf"\b(?:{NOUNS['offer']})\s(?:of|to|for)\b", re.I)  # an offer told whole is not the next one
MADE = frozenset({"kept", "breached"})
TO_MEET = re.compile(
    r"(?:to )?(?:meet|sit|talk|negotiate|hold talks|discuss|come|go back to|return to the table|resume (?:talks|negotiations)|(?:a |the )?(?:meeting|talks|summit|negotiations))\b",
    re.I,
)
GENERAL = re.compile(
    r"(?:the|that|this|their|its) (?:agreement|deal|accord|pact|arrangement|understanding|settlement)s?", re.I
)
FIGURE = re.compile(r"\d[\d.,]*\d|\d")
BEGUN = 6  # letters by which two words of one root begin alike
LEAST_WORDS = 2  # that what is done shares with what was asked
POINTING = frozenset({"bare", "relative"})  # shapes that only point back
BY_ITSELF = frozenset({"agreement"})  # kinds whose noun says what it is: a truce; anybody may have made "the offer"
MOSTLY = 0.5  # share of the words for what a fate is of that the telling of a dealing must have
ALIKE = 0.4  # likeness from which another report's offer is meant that nobody is named for


def fates_of(
    sides: StorySides,
    told: Sequence[tuple[Dealing, Sequence[Member]]],
    found: Sequence[Fate],
    days: Mapping[str, str | None],
) -> dict[str, Fate]:
    """The latest fate of each dealing that is open, or of an agreement that was made; each fate is of the one that it fits best."""
    best: dict[str, Fate] = {}
    for fate in sorted(found, key=lambda f: (days.get(f.document) or "", f.document, f.at)):
        meant = [matter for _, own in told for m in own if (matter := named_behind(m, fate))]
        fits = [
            (fit(sides, d, own, fate, days), len(own), d.id, may_change(d, fate))
            for d, own in told
            if not other(own, meant)
        ]
        fits = [f for f in fits if f[0] > 0]
        weight, _, id_, news = max(fits, default=(0.0, 0, "", False))
        if news and (weight > ONLY or len(fits) == 1):
            best[id_] = fate
    return best


def named_behind(member: Member, fate: Fate) -> frozenset[str]:
    """What an offer is about that the words for a fate name behind the verb: "rejected his offer to buy the barn", "a second offer"."""
    mention, text = member.mention, member.reading.document.text
    last = min(fate.span.end, fate.at + NAMED)
    if fate.shape != "active" or member.document != fate.document or not fate.at < mention.trigger.start < last:
        return frozenset()
    clause, act = (text[span.start : span.end] for span in (mention.clause, mention.trigger))
    if mention.about is None:
        return stems_of(clause) if is_another(clause, act) else frozenset()
    return stems_of(text[mention.about.start : mention.about.end])


def other(members: Sequence[Member], meant: Sequence[frozenset[str]]) -> bool:
    """Whether a dealing is about other things than what a fate names."""
    told = [(m.reading.document.text, m.mention.about) for m in members]
    own = frozenset(
        stem for text, about in told if about is not None for stem in stems_of(text[about.start : about.end])
    )
    return bool(own and meant) and not any(matter & own for matter in meant)


def may_change(dealing: Dealing, fate: Fate) -> bool:
    """Whether a dealing stands so that a fate may be news of it."""
    made = dealing.kind == "agreement" and dealing.state in {"signed", "accepted"}
    dropped = dealing.state == "rejected" and fate.outcome == "withdrawn"  # first refused, then given up
    return dealing.state == "open" or dropped or (made and fate.outcome in {"kept", "breached", "withdrawn"})


def fit(
    sides: StorySides, dealing: Dealing, members: Sequence[Member], fate: Fate, days: Mapping[str, str | None]
) -> float:
    """How well a fate fits a dealing, 0 where it cannot be its own."""
    if dealing.kind not in OF_KIND[fate.kind] & MAY_BE[fate.outcome]:
        return 0.0
    giver, taker = (sides.side.get(who or "") for who in (dealing.from_, dealing.to))
    here = [m for m in members if m.document == fate.document]
    guessed = dealing.kind != "agreement" and any(why.startswith(NOT_STATED) for why in dealing.why)
    if (guessed and (fate.shape in {MATTER, DOING} or (here and fate.shape in POINTING))) or stands_for_nobody(
        sides, taker
    ):
        taker = None  # who was only guessed keeps nobody from answering, nor does a person whom an idea is about
    own = {giver, taker} if dealing.kind == "agreement" else {giver}  # an agreement is of both
    if fate.whose is not None and giver is not None and fate.whose not in own:
        return 0.0
    doers = own - {None} if dealing.kind == "agreement" else {giver}
    if not may_do(fate, doers, taker, left_open=stands_for_nobody(sides, fate.by)):
        return 0.0
    if fate.shape in {MATTER, DOING}:
        whose = frozenset() if giver is None else stems_of(" ".join(n for e in sides.held[giver] for n in e.aliases))
        return 0.0 if giver is None else matter_fit(members, fate, days, whose, asked=fate.by == taker)
    named = fate.whose is not None and fate.whose == giver
    answered = fate.by is not None and fate.by == taker
    weight = 0.5 * named + 0.3 * answered + 0.2 * (dealing.kind == fate.kind)
    alike = max((alike_to(m, fate) for m in members), default=0.0)
    if is_of_talks(members) and fate.outcome in MADE and alike < ALIKE:
        return 0.0  # to meet was agreed: not what "the accord" that was broken is
    if fate.shape == "relative":
        inside = [m for m in here if fate.span.start <= m.mention.trigger.start < fate.at]
        return 2.0 + weight if inside else 0.0
    gap = min((fate.at - m.mention.trigger.start for m in here if m.mention.trigger.end <= fate.at), default=None)
    if fate.shape == "bare" and not any(is_last_asked(m, fate) for m in here):
        return 0.0
    if gap is not None and gap <= (NEAR if named or answered else BESIDE) and fate.shape != "as said":
        return 1.0 + weight + 0.5 * (1 - gap / NEAR)
    if fate.shape == "bare" or not_yet(members, fate, days):
        return 0.0
    if fate.shape == "as said":
        own_deed = fate.by == giver
        if own_deed != (fate.outcome == "kept"):
            return 0.0
        if any(fate.at <= m.mention.trigger.start < fate.at + NAMED for m in here):
            return 2 * ONLY  # the words that point back are all that was read of it
        done = matter_fit(members, fate, days, frozenset(), asked=False)
        like = max(alike if alike >= ALIKE else 0.0, done)
        return weight + like if like else 0.0
    if alike >= ALIKE or (named and alike > 0 and (answered or fate.outcome not in ANSWERS)):
        return weight + alike + BETTER * clause_like(members, fate)
    if fate.kind == "demand" and OVER.search(fate.words) and (since := over_since(dealing, fate, days)) is not None:
        return TERM + weight + BETTER / (1 + since)
    if gap is None and here:
        return LEAD if opens(members, fate) else 0.0  # told before it, and in no opening: of another one
    return max(ONLY if named else 0.0, thing_like(members, fate))


def matter_fit(
    members: Sequence[Member], fate: Fate, days: Mapping[str, str | None], whose: frozenset[str], *, asked: bool
) -> float:
    """How surely what somebody does or will not do is what a dealing is about, told behind it or in a report that is no older."""
    here = [m for m in members if m.document == fate.document]
    if not_yet(members, fate, days) or (here and all(m.mention.trigger.end > fate.at for m in here)):
        return 0.0
    told = [(m.reading.document.text, span) for m in members for span in matter_of(m)]
    if any(RESTRAINT.match(text, span.start) for text, span in told):
        return 0.0  # who "will not shoot" does as he was asked
    named = with_figures(fate.thing) - whose
    stems = [with_figures(text[s.start : s.end]) for text, s in told]
    met = max((sum(is_among(stem, own) for stem in named) for own in stems), default=0)
    share = met / max(1, len(named))
    verb = stems_of(fate.thing.split(" ", 1)[0])
    done = bool(verb) and asked and any(is_among(stem, own) for stem in verb for own in stems)
    alone = fate.outcome == "withdrawn" or (share == 1 and (done or fate.shape == MATTER))
    enough = met >= (1 if alone else LEAST_WORDS)
    return 0.5 + share / 2 + 0.3 * asked if enough and share >= MOSTLY else 0.0


def matter_of(member: Member) -> list[Span]:
    """Where it is told what a dealing is about; what a condition hangs on may stand anywhere in its clause."""
    mention = member.mention
    if mention.about is None or mention.dealing == "condition":
        return [mention.clause]
    return [mention.about]


def with_figures(words: str) -> frozenset[str]:
    """The stems of some words, and the figures among them."""
    return stems_of(words) | frozenset(FIGURE.findall(words))


def is_among(stem: str, stems: frozenset[str]) -> bool:
    """Whether a stem, or one that begins like it, is among others: a mediator mediates."""
    return any(stem == other or (len(stem) >= BEGUN and stem[:BEGUN] == other[:BEGUN]) for other in stems)


def thing_like(members: Sequence[Member], fate: Fate) -> float:
    """How surely a dealing is what a fate names, by the words for it: "the truce", "the threat to cut deliveries"; one word alone says that only one such thing may be meant."""
    kind = NOUNS.get(fate.kind, "")
    words = fate.thing if fate.kind in BY_ITSELF else re.sub(rf"\b(?:{kind})\b", "", fate.thing, flags=re.I)
    if fate.shape not in {"active", "passive"}:
        return 0.0
    if GENERAL.fullmatch(words.strip()):
        return ONLY  # any accord is a deal
    named = stems_of(words)
    if not named:
        return 0.0
    told = frozenset(
        stem
        for m in members
        for span in (m.mention.clause, *(() if m.mention.about is None else (m.mention.about,)))
        for stem in stems_of(m.reading.document.text[span.start : span.end])
    )
    share = len(named & told) / len(named)
    if share < MOSTLY:
        return 0.0
    return ONLY + (share * BETTER if len(named & told) > 1 else 0.0)


def clause_like(members: Sequence[Member], fate: Fate) -> float:
    """How like the clauses that tell a dealing are to the sentence that tells the fate: it parts two that are about like things."""
    told = (m.reading.document.text[m.mention.clause.start : m.mention.clause.end] for m in members)
    return max((likeness(stems_of(clause), stems_of(fate.words)) for clause in told), default=0.0)


def over_since(dealing: Dealing, fate: Fate, days: Mapping[str, str | None]) -> int | None:
    """How many days after the last day of a dealing a report tells that one is over; None where it had none."""
    ended = next((why.removeprefix(LAST_DAY)[:10] for why in dealing.why if why.startswith(LAST_DAY)), None)
    told = days.get(fate.document)
    return days_between(told, ended) if ended is not None and told is not None and ended <= told else None


def opens(members: Sequence[Member], fate: Fate) -> bool:
    """Whether a report opens with what became of an offer that it tells only then: "both agreed to a plan … Chile put forward a judge"."""
    own = (m.reading for m in members if m.document == fate.document)
    if OF_WHAT.search(fate.words):
        return False
    return (
        fate.kind == "offer"
        and fate.shape == "active"
        and any(s == fate.span for r in own for s in r.sentences[:OPENING])
    )


def is_of_talks(members: Sequence[Member]) -> bool:
    """Whether an agreement is only to meet."""
    texts = ((m.reading.document.text, m.mention.about) for m in members)
    return any(about is not None and TO_MEET.match(text, about.start) for text, about in texts)


def is_last_asked(member: Member, fate: Fate) -> bool:
    """Whether nothing else is asked or offered between a dealing and the bare "accepted" behind it, read or not."""
    text, start = member.reading.document.text, member.mention.trigger.end
    return start <= fate.at and ASKS.search(text, max(start, member.mention.clause.end), fate.at) is None


def not_yet(members: Sequence[Member], fate: Fate, days: Mapping[str, str | None]) -> bool:
    """Whether a report that tells a fate is older than the first that tells the dealing."""
    day, first = days.get(fate.document), min((d for m in members if (d := days.get(m.document))), default=None)
    return day is not None and first is not None and first > day


def stands_for_nobody(sides: StorySides, side: str | None) -> bool:
    """Whether it is left open for whom a person acts."""
    return side is not None and sides.head[side].kind == "person" and sides.head[side].acts_for is None


def may_do(fate: Fate, doers: Collection[str | None], taker: str | None, *, left_open: bool) -> bool:
    """Whether who acts may decide it: the other side answers, the own one takes back or keeps."""
    if fate.by is None:
        return True
    if fate.outcome in ANSWERS:
        return fate.by not in doers and (taker is None or fate.by == taker or left_open)
    return fate.outcome in {"breached", "lapsed"} or fate.by in doers


def alike_to(member: Member, fate: Fate) -> float:
    """How like the words for what it is about are to the sentence that tells the fate."""
    text, about = member.reading.document.text, member.mention.about or member.mention.clause
    said = stems_of(fate.words)
    own = likeness(stems_of(text[about.start : about.end]), said)
    if fate.outcome != "lapsed":
        return own
    clause = member.mention.clause  # with its last day
    return max(own, likeness(stems_of(text[clause.start : clause.end]), said))


@lru_cache(maxsize=1 << 14)
def stems_of(words: str) -> frozenset[str]:
    """The stems of what some words are about."""
    return topic_stems([words])
