"""One deed, two days: a ship seized on the 4th by one report and on the 5th by another, told in like words of one thing."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.denying import negated, part
from tidings.grammar.disputes.matters import ANOTHER, connected, fullest
from tidings.grammar.disputes.scene import LONGEST, Passage, Scene
from tidings.lexicon.calendar import calendar_words, weekday_numbers
from tidings.text.days import days_apart
from tidings.text.names import plain as plain_name
from tidings.text.terms import stem, word_list

__all__ = ["GATHERING", "OF_REPORT", "dated_deeds", "sorts_told"]

# The two that follow were set beside the 24 gold dates of the 32 stories of `rendered.py`.
REACH = 70  # code points between what was done and its day
FAR = 3  # days: what lies farther apart is told of two deeds
SHARED = 2  # rare words of what was done in both, where no person and no ship is named in both
NEAR = 0.5  # cosine of two tellings that share one rare word
MANY = 60  # tellings of one sort of deed that are laid beside each other
BOUND = r"(?:by|since|captive|hostages?|prisoner|incommunicado|without (?:charge|trial)|(?:in|under) (?:custody|detention|jail|prison|(?:house )?arrest)|behind bars)"
# Deeds done once to one thing, by the words that tell them; two sorts never meet.
DEEDS = {
    "taken": r"arrest(?:ed|s)?|captur(?:ed|es)|detain(?:ed|s)|seiz(?:ed|es|ure)|apprehended|nabbed|grabbed|abduct(?:ed|ion)|kidnapp(?:ed|ing)|boarded|impounded|intercepted|in custody|behind bars|held(?=\s"
    + BOUND
    + r"\b)|taken (?:prisoner|hostage|away)",
    "signed": r"signed|initialled|signature|signing",
    "shut": r"clos(?:ed|ure)|shut|sealed|blocked|barred",
    "opened": r"reopened|opened",
    "sent away": r"expell?ed|expulsion|deported|told [^.;]{2,40} to (?:go|leave)|ordered [^.;]{2,40} (?:out|to leave)|declared [^.;]{0,40}persona",
    "begun": r"began|begun|started|broke out|broken out|commenced|erupted",
    "put up": r"put up|raised|erected|lifted|set up|built",
    "called": r"telephoned|phoned|rang|telephone(?:\scall)?",
    "dismissed": r"dismissed|sacked|relieved of",
    "resigned": r"resigned|stepped down|resignation",
    "asked": r"lodged|filed|request",
    "poisoned": r"poison(?:ed|ing)|collapsed|keeled over",
    "sunk": r"sank|sunk|went down|capsized|collided|rammed|crashed|shot down",
    "ends": r"expires?|expired|runs? (?:out|until)|ran out|deadline|by midnight|ultimatum",
}
OF_PERSONS = frozenset({"resigned", "dismissed"})  # each leaves by a day of their own: two names are two deeds
TOLD = re.compile(
    r"\b(?:" + "|".join(f"(?P<d{n}>{words})" for n, words in enumerate(DEEDS.values())) + r")\b", re.IGNORECASE
)
# What is held as a meeting is, not as a prisoner: "the talks were held by the two guilds on 4 May".
GATHERING = re.compile(
    r"\b(?:talks?|meetings?|votes?|vot(?:e|ing)|ballots?|elections?|polls?|referend(?:um|ums|a)|funerals?|burials?|ceremon(?:y|ies)|services?|conferences?|congress|summits?|hearings?|trials?|rall(?:y|ies)|march(?:es)?|protests?|demonstrations?|sessions?|negotiations?|consultations?|discussions?|debates?|briefings?|exercises?|drills?|manoeuvres|parades?|vigils?|inquests?|auctions?|festivals?|match(?:es)?|games?|races?|contests?|receptions?|mass|prayers|suppers?|dinners?|lunch(?:es)?|banquets?|feasts?|fairs?|concerts?|premieres?|launch(?:es)?|unveilings?|inaugurations?|commemorations?|celebrations?)\b[^.,;:]{0,60}\Z",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"\b(?:will|would|shall|could|may|might|plans?|planned|due|expected|if|unless|threaten\w*|wants?|wanted|to be)\b[^,;:.]{0,60}\Z",
    re.IGNORECASE,
)
CUT = re.compile(
    r"[;“”«»\"]|\.\s|,\s(?:who|which|where|when|after|before|while|but)\s|\s(?:after|before|until|while|because|although|for having)\s"
)
VAGUE = re.compile(
    r"\b(?:overnight|early|by|around|about|before|after|until|night (?:to|of)|between)\s(?:on\s|the\s)?\Z",
    re.IGNORECASE,
)
# "its story of Friday that the warden had been jailed": the day of the telling
OF_REPORT = re.compile(
    r"\b(?:reports?|stor(?:y|ies)|articles?|dispatch(?:es)?|claims?|statements?|announcements?|accounts?|allegations?|accusations?|editions?|issues?|bulletins?|broadcasts?|communiqu[eé]s?|remarks?|letters?|denials?)\s(?:of|on|from|published|issued|made|dated)\s(?:on\s)?(?:last\s)?\Z",
    re.IGNORECASE,
)
BESIDE = re.compile(r"\b(?:the|a|an|its|their|his|her|this|that|of)\s\Z", re.IGNORECASE)  # "the dismissed warden"
AND = re.compile(r"\s(?:and|then)\s")
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed with its day."""

    passage: Passage
    sort: str
    day: str
    words: str  # of the day
    claim: Claim
    keys: frozenset[str]  # rare words of the sentence, the deed's own and the calendar's left out


def dated_deeds(scene: Scene) -> Iterator[Dispute]:
    """Deeds that two independent reports put on days close to each other."""
    by_sort: dict[str, list[Deed]] = {}
    for passage in scene.passages:
        for deed in deeds(passage):
            by_sort.setdefault(deed.sort, []).append(deed)
    for sort, found in sorted(by_sort.items()):
        pairs = [
            (a, b) if a.day < b.day else (b, a)
            for a, b in combinations(weightiest(found), 2)
            if one_deed(scene, a, b) and not agreed(a, b, found)
        ]
        for tied in connected(pairs):
            days: dict[str, list[Deed]] = {}
            for deed in sorted(tied, key=lambda d: (d.day, d.claim)):
                days.setdefault(deed.day, []).append(deed)
            told = tuple((group[0].words, tuple(sorted({d.claim for d in group}))) for group in days.values())
            yield Dispute("date", f"{sort}: when", fullest(told), ("one deed, two days",), 0.6)


def weightiest(found: list[Deed]) -> list[Deed]:
    """The deeds that say most against others, in the order of the text: by the share that days close by have in each rare word."""
    if len(found) <= MANY:
        return found
    told: dict[str, Counter[str]] = {}
    for deed in found:
        for key in deed.keys:
            told.setdefault(key, Counter())[deed.day] += 1
    days = sorted({deed.day for deed in found})
    near = {day: [d for d in days if 0 < days_apart(day, d) <= FAR] for day in days}

    def weight(deed: Deed) -> float:
        return sum(sum(told[k][d] for d in near[deed.day]) / told[k].total() for k in sorted(deed.keys))

    kept = nlargest(MANY, ((weight(deed), -i) for i, deed in enumerate(found)))
    return [found[i] for i in sorted(-i for _, i in kept)]


def sorts_told(text: str) -> frozenset[str]:
    """The sorts of deeds that a sentence tells."""
    sorts = list(DEEDS)
    return frozenset(sorts[int((m.lastgroup or "d0")[1:])] for m in TOLD.finditer(text))


def deeds(passage: Passage) -> Iterator[Deed]:
    """The deeds of a sentence, each with the day beside it."""
    text = passage.text
    told = list(TOLD.finditer(text)) if passage.days and len(text) <= LONGEST else []
    told = [m for m in told if not (m[0].endswith("ed") and BESIDE.search(text, 0, m.start()))]
    told = [m for m in told if not (m[0].lower() == "held" and GATHERING.search(text, 0, m.start()))]
    for span, day in passage.days if told else ():
        start, end = span.start - passage.span.start, span.end - passage.span.start
        near = [(apart, m) for m in told if (apart := gap(text, m.start(), m.end(), start, end)) is not None]
        if not near or VAGUE.search(text, 0, start) or OF_REPORT.search(text, 0, start):
            continue
        _, done = min(near, key=lambda n: (n[0], n[1].start()))
        sort = list(DEEDS)[next(n for n in range(len(DEEDS)) if done[f"d{n}"])]
        if sort == "ends" and end <= done.start():
            continue  # "On Monday she gave them an ultimatum"
        if (sort != "ends" and TO_COME.search(text, 0, done.start())) or negated(
            text[max(0, done.start() - 30) : done.end()]
        ):
            continue
        own = {stem(w) for w in word_list(done[0])} | calendar_stems()
        low = max((m.end() for m in CUT.finditer(text, 0, min(done.start(), start))), default=0)
        behind = next((m.start() for m in CUT.finditer(text, done.end())), len(text))
        high = end if start > done.start() else behind  # what stands behind the day is of something else
        if ANOTHER.search(text, low, high):
            continue
        claim = part(passage, low, high) or passage.claim
        keys = frozenset(map(plain_name, passage.stems - own))
        yield Deed(passage, sort, day, text[start:end], claim, keys)


@cache
def calendar_stems() -> frozenset[str]:
    """The stems of the calendar's words."""
    return frozenset(map(stem, calendar_words()))


def gap(text: str, start: int, end: int, low: int, high: int) -> int | None:
    """How many code points lie between a deed and its day, None where they are too many or a clause ends between."""
    if start < high and low < end:
        return 0  # "by midnight on 3 May"
    first, last = (end, low) if end <= low else (high, start)
    if not 0 <= last - first <= REACH or CUT.search(text, first, last):
        return None
    # "came on Sunday and began to dig": a day is of what stands before it.
    return None if high <= start and AND.search(text, first, last) else last - first


def one_deed(scene: Scene, a: Deed, b: Deed) -> bool:
    """Whether two tellings are of one deed, and of two days."""
    if a.day == b.day or a.passage.document == b.passage.document:
        return False
    if not 0 < days_apart(a.day, b.day) <= FAR or not plain(a, b):
        return False
    if scene.befell_others(a.passage, b.passage):
        return False
    if a.sort in OF_PERSONS and a.passage.who and b.passage.who and not a.passage.who & b.passage.who:
        return False
    if any(not DIGIT.search(d.words) and d.passage.document not in scene.published for d in (a, b)):
        return False  # a weekday of a report without a day
    places = [{g for _, g in d.passage.places} for d in (a, b)]
    same = a.passage.who & b.passage.who or places[0] & places[1]
    shared = a.keys & b.keys
    return len(shared) >= SHARED or (bool(shared) and (bool(same) or alike(scene, a, b)))


def alike(scene: Scene, a: Deed, b: Deed) -> bool:
    """Whether a sentence model has two tellings as near."""
    if scene.cosine is None:
        return False
    one, two = (scene.readings[d.claim.document].document.text[d.claim.span.start : d.claim.span.end] for d in (a, b))
    return scene.cosine(one, two) >= NEAR


def plain(a: Deed, b: Deed) -> bool:
    """Whether the days are told by their dates, one at least, or by two weekdays; "yesterday" may be an old report's."""
    weekdays = [{weekday_numbers().get(w) for w in word_list(d.words)} - {None} for d in (a, b)]
    return bool(DIGIT.search(a.words) or DIGIT.search(b.words)) or (all(weekdays) and weekdays[0] != weekdays[1])


def agreed(a: Deed, b: Deed, found: list[Deed]) -> bool:
    """Whether one of the two reports has the other's day for such a deed as well."""
    return any(
        d is not e and d.passage.document == e.passage.document and d.day == other.day
        for e, other in ((a, b), (b, a))
        for d in found
    )
