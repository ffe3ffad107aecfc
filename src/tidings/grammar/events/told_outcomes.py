"""What a text tells of the fate of an offer, demand, condition or agreement that it names, though no act is read there.

"She accepted Chile's offer", "an idea that Ghana brushed aside", "the demand was dropped", "the deadline has passed".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from tidings.grammar.events.fate_words import NOUN, OWN, SURE, UNDONE, WHOSE, kind_of
from tidings.grammar.events.story_sides import ACTING, StorySides
from tidings.grammar.events.told_ends import BEGINS, NAMED, WITH, ends
from tidings.grammar.events.told_replies import as_said, replies
from tidings.lexicon import rows
from tidings.model import Reading, Span

__all__ = ["WORD", "Fate", "fates", "is_by_last"]

WHEN = r"(?:\s(?:on|last|late|early|in|again)(?:\s\w{1,40}){1,2}?|\s(?:yesterday|today|outright|at once))?"
OBJECT = re.compile(
    rf"{WHEN}\s(?P<whose>{WHOSE})\s(?:[\w-]{{1,40}}\s){{0,2}}?(?:{NOUN})\b(?P<behind>(?:\s(?:of|by|from|made by)\s[^,.;]{{2,40}})?)"
)
POINTED = re.compile(rf",\s(?:(?:an?|the)\s(?:[\w-]{{1,40}}\s)?(?:{NOUN})\s(?:that|which)|which)\s")
# "turned the offer down", "waves the plan aside"
PART = re.compile(r"[;:,]\s|\s(?:and|but)\s")  # between the clauses of a sentence
SPLIT = re.compile(
    rf"\b(?:turn|vot|thr[eo]w|wav|brush|sho(?:o)?t|bat(?:t)?|knock|str(?:ike|uck)|toss|laugh)(?:s|ed|es|ing|n)?"
    rf"\s(?P<whose>{WHOSE})\s(?:[\w-]{{1,40}}\s){{0,2}}?(?:{NOUN})\s(?:down|out|aside|away|off)\b"
)
# What may stand between who acts and a verb that tells nothing else.
TO_VERB = re.compile(rf"(?:,[^,]{{2,60}},)?\s(?:(?:has|had|have|{SURE})\s)*")
SUBJECT = re.compile(
    rf"(?<![\w’'-])(?P<whose>(?!No |Any |Neither )(?:[Tt]he|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]n?|[\w’'-]{{1,40}}['’]s?|[A-Z]\w{{1,40}}))\s{NAMED}{WITH}(?:was|were|has been|had been|have been|is|are)\s(?:{SURE}\s)?$"
)
ONWARD = re.compile(r"\s(?:down|up|into|off|out|over|apart)\b")  # "broken down", "dropped off" tell of another thing
EXPIRED = re.compile(
    r"\b(?P<demand>deadlines?|ultimatums?|time limit)\b(?P<behind>[^.;]{0,70}?)\s(?:has |had |have |having )?(?:passed|expired|run out|ran out|lapsed|elapsed|come and gone|came and went)\b",
    re.I,
)
EXPIRY = re.compile(
    r"\b(?:expiry|expiration|lapsing)(?: on \w{1,12})? of (?:an?|the|this|that|its|his|her|their|[\w’'-]{1,40}['’]s?) (?:[\w-]{1,20} ){0,3}?(?P<demand>deadline|ultimatum|time limit)\b",
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
    rf"\b(?:breach(?:es)?|violations?|infringements?)\s(?:by\s[\w ]{{2,30}}\s)?of\s(?P<whose>{WHOSE})\s(?:[\w-]{{1,40}}\s){{0,2}}?(?:{NOUN})\b",
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
EVERYWHERE = frozenset(
    {"has", "have", "had", "will", "would", "said", "says", "not", "no", "gave", "made", "went", "took", "its"}
)
SPLIT_OFF = frozenset({"down", "out", "aside", "away", "off"})
WORD = re.compile(r"\w+")  # by which it is known what a sentence cannot hold
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
# What may stand before who acts, from where the clause begins on: "On Monday the prime minister of Peru", not "the storm that struck Peru".
RANK = rf"(?:{'|'.join(sorted(GOVERNING))}|[Ff]oreign|[Pp]rime|[Dd]eputy|[Vv]ice|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Tt]rade|acting|new|spokes(?:man|woman|person)|officials?|of|for|the|The|both|Both|a|an)"
SUBJECT_FROM = re.compile(
    rf"(?:\A|[^\w\s’'.-]\s?|\b(?:and|but|that|then|so|while|as|because|where|although|though|when|said|says|later|earlier|yesterday|today|whereupon|[Aa]fter (?:that|this))\s|\.\s)"
    rf"(?:(?:{RANK}|[A-Z][\w’'.-]{{0,30}}|\d{{1,4}})\s){{0,8}}\Z"
)
# Between who acts and the verb: ", who came from Lima on Friday, ".
ASIDE = re.compile(r",\s(?:who|whose|which)\s[^,;.]{2,120}(?:,[^,;.]{2,60}){0,2},\s$")
OPEN = re.compile(r"\b(?:whether|if|unless|until|once|after|when)\s(?:\w{1,40}\s){0,2}$", re.I)
NOT_OVER = re.compile(r"\b(?:would|will|could|may|might|should|must|not|never)\b|n['’]t\b")
SET_BY = re.compile(r"\b(?:set|given|fixed|imposed|named|laid down) by\b")
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
            if own is None and SET_BY.search(said[slice(*thing)]):
                continue  # "the deadline set by the kidnappers", whom the story does not know: it is not another's that passed
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
    if SUBJECT_FROM.search(said[max(0, start - 120) : start]) is None:
        return False
    return TO_VERB.fullmatch(said, end, at) is not None


def found_in(said: str) -> Iterator[tuple[str, str, int, tuple[int, int], str]]:
    """Outcome, kind of what it is of, place of the verb, the words for it, and how the clause is built."""
    has = frozenset(WORD.findall(said.lower()))
    told = (verbs()[word].finditer(said) for word in sorted(has & verbs().keys()))
    for match in chain.from_iterable(told):
        end = match.start()
        first = max(0, end - BACK)  # all of a long sentence for each verb takes its square
        outcome = outcome_of()[match.group().lower()]
        if UNDONE.search(said[max(0, end - 30) : end]):
            continue
        if (thing := OBJECT.match(said, match.end())) is not None:
            yield outcome, kind_of(thing), match.start(), (thing.start("whose"), thing.end()), "active"
        elif (thing := SUBJECT.search(said, first, end)) is not None:
            before = said[first : thing.start()]
            if (
                OPEN.search(f"{before}{thing['whose']} ")
                or not BEGINS.search(before)
                or ONWARD.match(said, match.end())
            ):
                continue  # "whether the demand was dropped is not known"
            aside = said.find(",", *thing.span())  # "the truce, in force since May, was": the aside names nothing
            named = (thing.start(), thing.end() if aside < 0 else aside)
            yield outcome, kind_of(thing), match.start(), named, "passive"
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
    for found in (ends, as_said, replies):
        yield from found(said, has)


def last_of(pattern: re.Pattern[str], words: str, first: int, end: int) -> re.Match[str] | None:
    """The last place where a pattern holds."""
    return max(pattern.finditer(words, first, end), key=lambda match: match.start(), default=None)


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
def verbs() -> Mapping[str, re.Pattern[str]]:
    """The forms, the longest first, by a word of each that few sentences have: where it is not, the form is not sought."""
    held: dict[str, list[str]] = {}
    for form in sorted(outcome_of(), key=lambda form: (-len(form), form)):
        words = form.split()
        held.setdefault(max((w for w in words if w not in EVERYWHERE), key=len, default=words[0]), []).append(form)
    return {word: re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.I) for word, forms in held.items()}
