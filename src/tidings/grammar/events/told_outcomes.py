"""What a text tells of the fate of an offer, demand, condition or agreement that it names, though no act is read there.

"She accepted Chile's offer", "an idea that Ghana brushed aside", "the demand was dropped", "the deadline has passed".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tidings.grammar.events.story_sides import ACTING, StorySides
from tidings.lexicon import rows
from tidings.model import Reading, Span

__all__ = ["NOUNS", "WORD", "Fate", "fates"]

NOUNS: Mapping[str, str] = {
    "offer": r"offers?|proposals?|propositions?|invitations?|ideas?|suggestions?|plans?|good offices|mediation|overtures?|initiatives?|drafts?|compromises?|counter-?(?:offers?|proposals?|drafts?)",
    "demand": r"demands?|requests?|calls?|appeals?|ultimatums?|pleas?|insistence",
    "condition": r"conditions?|preconditions?|terms",
    "agreement": r"agreements?|deals?|accords?|pacts?|truces?|treat(?:y|ies)|cease-?fires?|memorandum|protocols?|bargains?|declarations?|settlements?|arrangements?|understandings?|commitments?|undertakings?",
    "warning": r"threats?|warnings?",
    "word": r"word|promises?|pledges?|vow",
}
NOUN = "|".join(f"(?P<{kind}>{words})" for kind, words in NOUNS.items())
WHEN = r"(?:\s(?:on|last|late|early|in|again)(?:\s\w+){1,2}?|\s(?:yesterday|today|outright|at once))?"
OWN = frozenset({"his", "her", "its", "their"})
WHOSE = r"(?:the|this|that|these|those|his|her|its|their|such an?|an?|[\w’'-]{1,40}(?: [\w’'-]{1,40}){0,3}?['’]s?|[A-Z]\w{1,40})"
OBJECT = re.compile(
    rf"{WHEN}\s(?P<whose>{WHOSE})\s(?:[\w-]+\s){{0,2}}?(?:{NOUN})\b(?P<behind>(?:\s(?:of|by|from|made by)\s[^,.;]{{2,40}})?)"
)
POINTED = re.compile(rf",\s(?:(?:an?|the)\s(?:[\w-]+\s)?(?:{NOUN})\s(?:that|which)|which)\s")
# "as promised", "as it had warned", "as the council had asked": the words between are whose it was
AS_SAID = re.compile(
    r"\bas (?P<whose>(?:[\w’'-]{1,40} ){1,5}?(?:had|has|have) (?:been )?)?"
    r"(?:(?P<offer>promised|pledged|offered)|(?P<agreement>agreed)|(?P<warning>threatened|warned)|(?P<demand>demanded|requested|asked))\b"
)
TO_COME = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|must|(?:is|are|was|were) (?:to|due)|not|never)\b|['’]ll\b|n['’]t\b"
)
# What is told as promised was then not done, or not as far: "failed to pay as promised", "stopped short of it, as demanded"
SHORT_OF = re.compile(
    r"\b(?:same|such|no|none|nothing|nobody|neither|nor|without|fail\w{0,4}|refus\w{1,4}|declin\w{1,4}|yet|stop\w{0,4} short|short of|instead|rather|unable|neglect\w{0,4}|forg[eo]t\w{0,4}|"
    r"broke|delay\w{0,4}|postpon\w{1,4}|reject\w{0,4}|hardly|scarcely|barely|rarely|less|fewer|only|if|whether|unless)\b",
    re.I,
)
IN_PARTS = re.compile(r"br(?:oken|oke|eaks?) down (?:into|by)\b", re.I)
# "turned the offer down", "waves the plan aside"
PART = re.compile(r"[;:,]\s|\s(?:and|but)\s")  # between the clauses of a sentence
SPLIT = re.compile(
    rf"\b(?:turn|vot|thr[eo]w|wav|brush|sho(?:o)?t|bat(?:t)?|knock|str(?:ike|uck)|toss|laugh)(?:s|ed|es|ing|n)?"
    rf"\s(?P<whose>{WHOSE})\s(?:[\w-]+\s){{0,2}}?(?:{NOUN})\s(?:down|out|aside|away|off)\b"
)
# What an agreement does by itself: "the truce collapsed", "the ceasefire did not hold", "the deal fell through"
SHORT = r"(?:less than|only|barely|just|scarcely|not even|a mere)"
SPELL = r"(?:an?|one|two|three|four|five|six|\d{1,3}) (?:hours?|minutes?|days?|nights?)"
# The noun is the subject of the verb: between them at most whose it is, or what is set off by two commas.
OF = r"(?P<behind>(?:\s(?:of|between|with|on|for|over|from|by|signed|agreed|reached|struck|brokered)\s[^,.;]{1,50}?)?(?:,[^,.;]{2,60},)?)"
# ... and nothing of it holds where this stands between ("signed while the town lay in ruins") or before ("fears grew that").
OTHER_CLAUSE = re.compile(r"\b(?:while|when|as|where|because|who|which|that|until|before|after|if)\b")
UNSURE = re.compile(
    r"(?:\b(?:fear(?:s|ed|ing)?|worr(?:y|ies|ied)|warn(?:s|ed|ing|ings)?|den(?:y|ies|ied|ying)|rumou?rs?|doubt(?:s|ed)?|danger|risk(?:s|ed)?|suggest(?:s|ed|ing)?|alleg\w{2,6}|"
    r"claim(?:s|ed)?|unless|whether|if|lest|could|might|may|would|will|no|not|never|false|untrue|dismiss(?:es|ed)?)\b|n['’]t\b)[^.;]{0,60}\Z",
    re.I,
)
FELL = re.compile(
    rf"(?P<whose>\b(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]heir|[Ii]ts|[\w’'-]{{1,40}}['’]s?)\s(?:[\w-]{{1,40}}\s){{0,2}}?(?:{NOUN}))\b{OF}\s"
    rf"(?:(?:has |had |have )?(?:since |already |quickly |then )?(?:collaps(?:ed|es)|broke(?:n)? down(?!\s(?:into|by)\b)|f(?:ell|allen|alls) apart|unravel(?:s|l?ed)|crumbled|failed to hold|come apart|came apart)"
    rf"|(?:had )?lasted (?:{SHORT} )?{SPELL}|(?:had )?(?:held for|survived) {SHORT} {SPELL}"
    r"|(?:did|does|has|had) not (?:hold|held|last|lasted)|(?:lies|lay|is|was) (?:in tatters|in ruins|in shreds|dead|broken(?! down)))\b"
)
FELL_THROUGH = re.compile(
    rf"(?P<whose>\b(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]heir|[Ii]ts|[\w’'-]{{1,40}}['’]s?)\s(?:[\w-]{{1,40}}\s){{0,2}}?(?:{NOUN}))\b{OF}\s"
    r"(?:(?:has |had |have )?(?:f(?:ell|allen) through|been shelved|been pulled|been taken back)|(?:no longer (?:stands|holds|applies)|does not stand any (?:more|longer)|is void|was pulled|was shelved))\b"
)
# "Peru accepted with thanks", "Chile refused.", "the guild would have none of it", "Peru turned it down"
ALONE = re.compile(
    r"\b(?:(?P<accepted>(?:accepted|agreed|consented|obliged)(?: (?:it|that|this|them|both))?|took (?:it|them|that) up|(?:jumped|leapt) at (?:it|them|that)|complied|relented|caved in|gave (?:in|way)|backed down"
    r"|(?:said|announced|declared|confirmed)(?: on \w+day)?(?: that)? (?:it|he|she|they) (?:would|will) (?:comply|agree|accept(?: it| that)?|do so|give way|yield|relent))"
    r"|(?P<rejected>(?:refused|declined|demurred|rejected (?:it|that|this|them|both)|refused (?:it|that|this|them))|turned (?:it|them|that|both) down"
    r"|(?:brushed|waved|swept) (?:it|them|that) (?:aside|away)|(?:ruled|threw) (?:it|them|that) out|(?:would|will) (?:not hear of|have none of) (?:it|that|them)))"
    r"(?=[.;,]?[”\"’»]?(?:$|[.;])|, (?:saying|citing|calling|but|and)\b| (?:at once|immediately|promptly|politely|outright|flatly|within (?:an|the|\w+) hours?|with (?:thanks|gratitude|pleasure|reluctance|regret)|[“\"«]with |on the advice\b|(?:on |late on |early on |last )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|the (?:same|next|following) (?:day|evening|night|morning|afternoon))\b[^,.;]{0,40}[.,;]))"
)
# What may stand between who acts and a verb that tells nothing else.
TO_VERB = re.compile(
    r"(?:,[^,]{2,60},)?\s(?:(?:has|had|have|also|then|later|both|soon|again|in turn|at once|(?!hardly|scarcely|barely|nearly|reportedly|allegedly|supposedly|possibly|probably|apparently|only)[a-z]{1,20}ly)\s){0,4}"
)
BARE = re.compile(r"\b(?:said|says|has said|had said) (?P<said>yes|no)(?=[.,;]| (?:on|at|within|last|in|and|but)\b)")
SUBJECT = re.compile(
    rf"(?<![\w’'-])(?P<whose>(?!No |Any |Neither )(?:[Tt]he|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[\w’'-]{{1,40}}['’]s?|[A-Z]\w{{1,40}}))\s(?:(?!(?:the|an?|his|her|its|their)\s)[\w-]{{1,40}}\s){{0,2}}?(?:{NOUN})\b(?P<behind>[^.;]{{0,60}}?)\s(?:was|were|has been|had been|have been|is|are)\s(?:[a-z]+ly\s|since\s|again\s|at last\s)?$"
)
UNDONE = re.compile(
    r"(?:\b(?:not|never|nor|neither|nobody|no one|without|would|could|might|may|will|should|must|can|if|whether|unless|had not|to|be|being|ready to|almost|nearly|yet|said that if)\b|n['’]t\b)(?:\s\w+){0,2}\s?$",
    re.I,
)
EXPIRED = re.compile(
    r"\b(?P<demand>deadlines?|ultimatums?|time limit)\b(?P<behind>[^.;]{0,70}?)\s(?:has |had |have |having )?(?:passed|expired|run out|ran out|lapsed|elapsed|come and gone|came and went)\b",
    re.I,
)
EXPIRY = re.compile(
    r"\b(?:expiry|expiration|lapsing)(?: on \w+)? of (?:an?|the|this|that|its|his|her|their|[\w’'-]{1,40}['’]s?) (?:[\w-]{1,20} ){0,3}?(?P<demand>deadline|ultimatum|time limit)\b",
    re.I,
)
AHEAD = re.compile(r"\b(?:ahead of|before|fear(?:s|ed)?|until|till|upon|by|await(?:s|ed|ing)?)\s(?:the\s)?\Z", re.I)
AFTER = re.compile(r"\b(?:after|once|when|if)\s(?:the\s|their\s|its\s)?\Z", re.I)
PUT_OFF = re.compile(r"[^.;]{0,40}?\b(?:postponed|extended|put off|delayed|deferred)\b", re.I)
UNANSWERED = re.compile(
    rf"(?:{NOUN})\b(?P<behind>[^.;]{{0,60}}?)\s(?:(?:has |had |have )?(?:went|gone|remained) unanswered|was never answered|were never answered|found no takers|came to nothing|went nowhere|drew no (?:answer|reply|response)|lapsed|expired)\b",
    re.I,
)
BROKEN = re.compile(
    rf"\b(?:breach(?:es)?|violations?|infringements?)\s(?:by\s[\w ]{{2,30}}\s)?of\s(?P<whose>{WHOSE})\s(?:[\w-]+\s){{0,2}}?(?:{NOUN})\b",
    re.I,
)
OFF_TABLE = re.compile(rf"(?:{NOUN})\b(?P<behind>[^.;]{{0,60}}?)\s(?:is|was|are|were) (?:now )?off the table\b", re.I)
LET_PASS = re.compile(
    r"\b(?:let|lets|letting|allowed|allows) (?:the|an?|its|his|that|this|[\w’'-]{1,40}['’]s?) (?:[\w-]{1,20} ){0,3}?(?P<demand>deadline|ultimatum|time limit)(?P<behind>) (?:(?:to )?(?:pass|expire|lapse|run out|go by|come and go))\b",
    re.I,
)
# What is told by a pattern of its own, with a word that all its matches hold: few sentences have one, and each pattern takes its time.
BY_PATTERN = (
    (EXPIRED, "lapsed", frozenset({"deadline", "deadlines", "ultimatum", "ultimatums", "limit"})),
    (LET_PASS, "lapsed", frozenset({"deadline", "ultimatum", "limit"})),
    (EXPIRY, "lapsed", frozenset({"expiry", "expiration", "lapsing"})),
    (
        UNANSWERED,
        "lapsed",
        frozenset({"unanswered", "answered", "takers", "nothing", "nowhere", "drew", "lapsed", "expired"}),
    ),
    (OFF_TABLE, "withdrawn", frozenset({"table"})),
    (
        BROKEN,
        "breached",
        frozenset({"breach", "breaches", "violation", "violations", "infringement", "infringements"}),
    ),
)
SPLIT_OFF = frozenset({"down", "out", "aside", "away", "off"})
FALLING = frozenset(
    {
        "collapsed", "collapses", "broke", "broken", "fell", "fallen", "falls", "unravels", "unraveled", "unravelled", "crumbled", "failed", "come", "came",
        "lasted", "held", "survived", "hold", "last", "tatters", "ruins", "shreds", "dead",
    }
)  # fmt: skip
FALLING_THROUGH = frozenset({"through", "shelved", "pulled", "back", "longer", "void"})
ANSWERS = frozenset(
    {
        "accepted", "agreed", "consented", "obliged", "took", "jumped", "leapt", "complied", "relented", "caved", "gave", "backed", "comply", "agree", "accept",
        "do", "give", "yield", "relent", "refused", "declined", "demurred", "rejected", "turned", "brushed", "waved", "swept", "ruled", "threw", "hear", "none",
    }
)  # fmt: skip
WORD = re.compile(r"\w+")  # by which it is known what a sentence cannot hold
# "refused, citing a cold, to sing": it refuses what it names itself.
OF_ITS_OWN = re.compile(
    r"(?:(?: \w{1,20}){0,4}?|[^.;]{0,120}?,) to (?!(?:the|an?|his|her|its|their|much|loud|\w+['’]s)\b)[a-z]"
)
# "Analysts in Peru agreed" tells of no state's answer, "the government of Peru agreed" does.
WITHIN = re.compile(
    r"(?:\b(?P<who>[\w-]{1,30}) of|\b(?:in|from|near|across|outside|inside|around|throughout|over|about|with|against|to|by|on|at|for|like|behind))"
    r"(?: the)?\s?\Z",
    re.I,
)
GOVERNING = frozenset(
    {
        "government", "president", "minister", "ministry", "parliament", "king", "queen", "prince", "emir", "sultan", "chancellor", "premier", "leader",
        "leaders", "leadership", "authorities", "cabinet", "republic", "kingdom", "state", "ruler", "rulers", "envoy", "ambassador", "emperor", "head",
        "governor", "council", "embassy", "representative", "representatives", "union",
    }
)  # fmt: skip
# Between who acts and the verb: ", who came from Lima on Friday, ".
ASIDE = re.compile(r",\s(?:who|whose|which)\s[^,;.]{2,120}(?:,[^,;.]{2,60}){0,2},\s$")
OPEN = re.compile(r"\b(?:whether|if|unless|until|once|after|when)\s(?:\w+\s){0,2}$", re.I)
NOT_OVER = re.compile(r"\b(?:would|will|could|may|might|should|must|not|never)\b|n['’]t\b")
ANSWERING = frozenset({"accepted", "rejected"})
BACK = 300  # characters before a verb that are looked through
NEAR_SUBJECT = 60  # characters between who acts and the verb


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of something named by its kind: whose it was, who did it, where it is told."""

    outcome: str
    kind: str  # the class of the noun that names it; "" where a relative points to it
    document: str
    at: int
    span: Span
    words: str  # of the sentence
    by: str | None  # the side that acts
    whose: str | None  # the side whose offer or demand it was
    shape: str  # active | passive | relative | as said | bare
    thing: str = ""  # the words that name what it is of


def fates(sides: StorySides, reading: Reading) -> Iterator[Fate]:
    """The fates that a text tells, in its order."""
    text, places = reading.document.text, sides.places.get(reading.document.id, ())
    for sentence in reading.sentences:
        said = text[sentence.start : sentence.end]
        inside = [
            (a - sentence.start, b - sentence.start, side)
            for a, b, side in places
            if sentence.start <= a < sentence.end and sides.head[side].kind in ACTING
        ]
        for outcome, kind, at, thing, shape in found_in(said):
            aside = ASIDE.search(said, 0, at)  # "the minister, who came from Lima, refused"
            until = at if aside is None else aside.start()
            acting = [side for _, end, side in inside if end <= until] or [side for _, end, side in inside if end <= at]
            if (
                shape == "relative"
            ):  # "an offer that the guilds took up": by whom stands behind the word that points back
                acting = [side for start, end, side in inside if thing[1] <= start and end <= at]
            by = acting[-1] if acting and shape != "passive" else None
            if shape == "bare" and not is_by_last(said, inside, at):
                continue
            own = None if shape == "relative" else owner(thing, inside)
            if own == by and outcome in ANSWERING and said[slice(*thing)].split(" ", 1)[0].lower() in OWN:
                own = None  # nobody turns down "its request" who made it
            if own is None and outcome not in ANSWERING and said[slice(*thing)].split(" ", 1)[0].lower() in OWN:
                if by is None:
                    continue  # whose it was is not known
                own = by
            named = said[slice(*thing)]
            if shape == "as said":
                by = (
                    own if outcome == "kept" and own is not None else by
                )  # "it closed the bank's doors, as Oslo had warned"
                named = PART.split(said[:at].rstrip(" ,"))[-1]
            yield Fate(outcome, kind, reading.document.id, sentence.start + at, sentence, said, by, own, shape, named)


def is_by_last(said: str, inside: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Whether the last party named before a verb does it, and nobody who lives there only: not "analysts in Peru agreed"."""
    start, end = max(((a, b) for a, b, _ in inside if b <= at), key=lambda place: place[1], default=(0, 0))
    within = WITHIN.search(said, max(0, start - 60), start)
    if within is not None and (within["who"] is None or within["who"].lower() not in GOVERNING):
        return False
    return TO_VERB.fullmatch(said, end, at) is not None


def found_in(said: str) -> Iterator[tuple[str, str, int, tuple[int, int], str]]:
    """Outcome, kind of what it is of, place of the verb, the words for it, and how the clause is built."""
    has = frozenset(WORD.findall(said.lower()))
    for match in verbs().finditer(said) if has & first_words() else ():
        end = match.start()
        first = max(0, end - BACK)  # all of a long sentence for each verb takes its square
        outcome = outcome_of()[match.group().lower()]
        if UNDONE.search(said[max(0, end - 30) : end]) or IN_PARTS.match(said, match.start()):
            continue
        if (thing := OBJECT.match(said, match.end())) is not None:
            yield outcome, kind_of(thing), match.start(), (thing.start("whose"), thing.end()), "active"
        elif (thing := SUBJECT.search(said, first, end)) is not None:
            if OPEN.search(f"{said[first : thing.start()]}{thing['whose']} "):
                continue  # "whether the demand was dropped is not known"
            yield outcome, kind_of(thing), match.start(), thing.span(), "passive"
        elif (
            (thing := last_of(POINTED, said, first, end)) is not None
            and end - thing.end() <= NEAR_SUBJECT
            and "," not in said[thing.end() : end]  # "the firm, which is based in Lima, refused"
        ):
            yield outcome, kind_of(thing), match.start(), thing.span(), "relative"
    for pattern, outcome, held in BY_PATTERN:
        for match in pattern.finditer(said) if has & held else ():
            behind = match.groupdict().get("behind") or ""
            ahead = pattern is EXPIRY and (
                AHEAD.search(said[: match.start()][-30:]) or PUT_OFF.match(said, match.end())
            )
            open_ = UNDONE.search(said[: match.start()][-12:]) or AFTER.search(said[: match.start()][-12:])
            if not (ahead or open_) and not (pattern is EXPIRED and NOT_OVER.search(behind)):
                first = match.start("whose") if pattern is BROKEN else max(0, match.start() - 40)
                first = match.start() if pattern is LET_PASS else first
                expired = pattern in {EXPIRED, EXPIRY, LET_PASS} and match.group("demand").lower().startswith(
                    "ultimatum"
                )
                yield "rejected" if expired else outcome, kind_of(match), match.start(), (first, match.end()), "passive"
    for match in SPLIT.finditer(said) if has & SPLIT_OFF else ():
        if not UNDONE.search(said[max(0, match.start() - 30) : match.start()]):
            yield "rejected", kind_of(match), match.start(), match.span("whose"), "active"
    for pattern, outcome, held in ((FELL, "breached", FALLING), (FELL_THROUGH, "withdrawn", FALLING_THROUGH)):
        for match in pattern.finditer(said) if has & held else ():
            before, behind = said[max(0, match.start() - BACK) : match.start()], match["behind"].partition(",")[0]
            if not (
                AFTER.search(before[-12:])
                or UNSURE.search(before)
                or OTHER_CLAUSE.search(behind)
                or NOT_OVER.search(behind)
            ):
                yield outcome, kind_of(match), match.end("whose"), match.span("whose"), "passive"
    for match in AS_SAID.finditer(said) if "as" in has else ():
        before = said[: match.start()]
        if TO_COME.search(before) is None and SHORT_OF.search(PART.split(before.rstrip(" ,"))[-1]) is None:
            whose = match.span("whose") if match["whose"] else (0, 0)
            yield "accepted" if match["demand"] else "kept", kind_of(match), match.start(), whose, "as said"
    for match in ALONE.finditer(said) if has & ANSWERS else ():
        own = said[: match.start()].endswith("as ") or (match.group("rejected") and OF_ITS_OWN.match(said, match.end()))
        if not own and not UNDONE.search(said[max(0, match.start() - 30) : match.start()]):
            yield ("accepted" if match.group("accepted") else "rejected"), "", match.start(), (0, 0), "bare"
    for match in BARE.finditer(said) if has & {"yes", "no"} else ():
        yield ("accepted" if match.group("said") == "yes" else "rejected"), "", match.start(), (0, 0), "bare"


def last_of(pattern: re.Pattern[str], words: str, first: int, end: int) -> re.Match[str] | None:
    """The last place where a pattern holds."""
    return max(pattern.finditer(words, first, end), key=lambda match: match.start(), default=None)


def kind_of(match: re.Match[str]) -> str:
    """The class of the noun that a pattern met; none where it is but "which"."""
    return next((kind for kind, words in match.groupdict().items() if words and kind in NOUNS), "")


def owner(thing: tuple[int, int], inside: Sequence[tuple[int, int, str]]) -> str | None:
    """The side whose offer or demand it was, by the names among the words for it."""
    first, last = thing
    met = [side for start, _, side in inside if first <= start < last]
    return met[0] if met else None


@cache
def outcome_of() -> Mapping[str, str]:
    """Outcome by form."""
    return {form: row[0] for row in rows("told_outcomes.tsv") for form in row[1:]}


@cache
def first_words() -> frozenset[str]:
    """The words that forms begin with: of a sentence that has none no verb is sought."""
    return frozenset(form.split()[0] for form in outcome_of())


@cache
def verbs() -> re.Pattern[str]:
    """All forms, the longest first."""
    forms = sorted(outcome_of(), key=lambda form: (-len(form), form))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.I)
