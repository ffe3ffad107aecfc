"""Who asked for it, ordered it, paid for it or claims it, by two reports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tidings.grammar.disputes.briefs import Brief, states
from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.grammar.disputes.slot_counts import person
from tidings.grammar.disputes.slots import Candidate, Pair, clause_at, common, flags, near, sentences, tokens
from tidings.lexicon import rows, words
from tidings.text.likeness import classes, root
from tidings.text.meaning import row_of
from tidings.text.terms import stem

__all__ = ["doer_slots", "doers"]

PHRASE = r"(?:[\w’'.-]+\s?){1,7}"
SUBJECT = r"(?:\A|(?<=[.;:,“\"(]\s)|(?<=\bthat\s)|(?<=\band\s)|(?<=\bafter\s)|(?<=\bwhen\s)|(?<=\bbecause\s)|(?<=\bas\s))(?P<who>(?:[\w’'.-]+(?:,(?=\s(?:[A-Z]|the\s|an?\s)))?,?\s){1,9}?)"
AUXILIARY = r"(?:(?:had|has|have|itself|himself|herself|first|also|then|later|formally|officially)\s){0,3}"
OBJECT = r"(?:\w+\s){0,2}"
# What somebody may be behind: the verbs, and the nouns for it.
DEEDS = {
    "asked for it": (
        r"(?:asked|requested|proposed|suggested|sought|demanded|invited|called|applied|pressed|pleaded|moved|petitioned|lobbied|appealed|begged)\s(?:for|that|to have)|(?:asked|urged|told|pressed|called\son|wants?|wanted)\s(?:\w+\s){1,3}to\s(?:go|resign|quit|leave|step|stand)\b|(?:invited|requested|proposed|suggested|initiated|sought|demanded)",
        r"(?:requests?|initiative|invitation|suggestion|proposal|idea|behest|wish|demand|insistence|urging|motion|application|petition|prompting|appeal)",
    ),
    "ordered it": (
        rf"(?:ordered|commissioned|decreed|instructed|directed|commanded|authorised|authorized|approved|imposed|banned|(?:gave|issued|given)\s(?:the|an|that)\s(?:\w+\s)?(?:order|command|instruction)s?|called\s{OBJECT}in|sent\s{OBJECT}in|sent\sfor|summoned)",
        r"(?:orders?|instructions?|decision|decree|command|directive|authority|ruling|warrant|authorisation|authorization)",
    ),
    "paid for it": (
        r"(?:paid(?!\s(?:tribute|attention|homage|heed|a visit))|(?:is\s|are\s)?pay(?:s|ing)\sfor|financ(?:ed|es)|fund(?:ed|s)|bankrolled|deposited|put\sup|footed|sponsored|donated)",
        r"(?:expense|money|funds|cost)",
    ),
    "fired it": (
        r"(?:fired|lobbed|launched|dropped|hurled|aimed|rained|shot|threw|flung|poured|loosed)\s(?:\w+\s){0,4}?(?:mortars?|rockets?|shells?|bombs?|missiles?|grenades?|rounds?|drones?|bullets?|shots?|salvos?)",
        r"(?:shells|rockets|mortars|missiles|drones|guns|artillery)",
    ),
    "opened fire": (
        r"(?:opened\sfire|fired\sfirst|shot\sfirst|fired\sthe\sfirst|began\sshooting|started\sshooting)",
        r"(?:[Ff]irst\s(?:shots?|bullets?|salvos?))",
    ),
    "laid it": (
        r"(?:laid|planted|buried|placed|detonated|hid|rigged)(?=\s(?:it|them)\b|\s(?:\w+\s){0,3}?(?:mines?|bombs?|charges?|explosives|device|booby)|\sby\b|\s(?:\w+\s){0,4}by\b)",
        r"(?:mines|bombs|explosives|booby\straps)",
    ),
    "leaked it": (
        r"(?:leaked|disclosed|divulged|(?:passed|handed|given|slipped)(?=\s(?:\w+\s){0,4}to\s(?:\w+\s)?(?:reporters?|journalists?|press|media|newspapers?)))",
        r"(?:leak)",
    ),
    "bought it": (
        r"(?:bought|acquired|purchased|snapped\sup)",
        r"(?:(?:record|winning|highest|successful|top)\sbid)",
    ),
    "freed them": (
        r"(?:rescued|freed|liberated|pulled\sout|saved)",
        r"(?:rescue)",
    ),
    "killed them": (
        r"(?:shot(?=\s(?:dead\s|down\s)?(?:by|him|her|them|the)\b)|killed|murdered|stabbed|executed|lynched|poisoned|strangled)",
        r"(?:killers?)",
    ),
    "shut it": (
        r"(?:(?:shut|closed|suspended|blocked|barred|sealed|halted|revoked|silenced)(?!\s(?:down\s)?(?:its|their|his|her)\b))",
        r"(?:ban|closure|suspension)",
    ),
    "claims it": (
        r"(?:claimed|claims|admitted|admits|took|accepted|assumed|boasted)(?:\son\s\w+day)?\s(?:responsibility|credit|(?:to\s)?(?:the\s)?(?:attack|bombing|blast|killing|deed|raid)|of having|having|that its|that it)|(?:said|says)(?:\s\w+){0,6}?\s(?:that\s)?(?:it|its\s(?:men|fighters|members|units?|forces))\s(?:had\s|was\s|were\s)?(?:planted|placed|carried|behind|staged|set\s(?:it\s|them\s)?off|fired|launched|killed|attacked|blown)|(?:said|says)\s(?:that\s)?(?:it|this|that)\swas\s(?:its|their|his|her)\s(?:own\s)?(?:work|doing|handiwork|deed)",
        r"(?:claim\sof\sresponsibility)",
    ),
}
MORE = {
    "asked for it": (
        rf"\b(?:for\s)?(?:which|that)\s(?P<who>{PHRASE}?)\s(?:had|has)\s(?:\w+ly\s)?(?:applied|asked|called|pressed|pushed|requested|sought|proposed|suggested|demanded|petitioned|lobbied)\b(?!\s(?:to|that)\b)",
    ),
    "ordered it": (
        rf"{SUBJECT}had\s(?:[\w’'.-]+\s){{1,7}}(?:removed|taken down|cleared|closed|shut(?:\sdown)?|evacuated|expelled|torn down|built|arrested|switched off|sealed|blocked|barred)\b",
    ),
    "fired it": (
        rf"\b(?i:mortar|mortars|rockets?|shells?|bombs?|missiles?|grenades?|rounds?|drones?|bullets?|shots?)\s(?:bombs\s|rounds\s|shells\s)?(?:had\sbeen\s|were\s|was\s)?(?:fired|launched|lobbed|dropped|hurled|aimed|shot|thrown)\sby\s(?P<who>{PHRASE})",
    ),
    "claims it": (
        rf"\b[Rr]esponsibility\s(?:[^.;]{{0,80}}?)(?:was|has been|had been)\s(?:claimed|admitted|accepted|assumed|taken)\sby\s(?P<who>{PHRASE})",
        rf"{SUBJECT}{AUXILIARY}(?:said|says|declared|announced|boasted|stated|let\sit\sbe\sknown)\s(?:that\s)?(?:the\s)?(?:attack|blast|bombing|explosion|raid|killing|ambush|deed|shooting|strike|sabotage)\s(?:was|had\sbeen)\s(?:theirs|its\sown|(?:its|their|his|her)\s(?:doing|work|handiwork))\b",
        rf"{SUBJECT}{AUXILIARY}(?:said|says|declared|announced)\s(?:that\s)?(?:it|they|he|she)\s(?:was|were|had\sbeen|stood)\sbehind\s(?:the|it)\b",
        rf"{SUBJECT}{AUXILIARY}(?:owned\sup\sto|laid\sclaim\sto|(?:took|taken)\s(?:the\s)?(?:credit|responsibility|blame)\sfor)\b",
        rf"\bto\swhich\s(?P<who>{PHRASE}?)\s(?:admitted|confessed|laid claim)\b",
    ),
}
STOP = re.compile(r"\s(?:in|on|at|who|which|that|and|for|after|before|with|over|to|when|because|as|from|had|has|have|was|were|said|told|by|while|whose|where|of having|struck|hit|fell|landed|exploded|killed|wounded|injured|destroyed|damaged)\s.*|\s(?:was|had|to|in|on|at|of|and|for|the)\Z|[;:].*|,\s(?![A-Z]).*", re.DOTALL)  # fmt: skip
LAST_NAME = re.compile(r"(?<=\s)(?:the\s)?(?:[A-ZÀ-Þ][\w’'-]*\s?){1,5}\Z")
IDLE = re.compile(r"\b(?:not|never|no|nobody|if|whether|would|will|could|should|may|might|den(?:y|ies|ied)|rejects?|rejected|want\w*|refus\w+)\b|n[’']t\b", re.IGNORECASE)  # fmt: skip
PASSIVE = re.compile(
    r"\b(?:was|were|been|be|is|are|being|to|not)\s*\Z"
)  # "the tape was leaked": of whom it was, nothing
NOBODY = frozenset(
    [
        "it",
        "they",
        "he",
        "she",
        "who",
        "which",
        "that",
        "this",
        "we",
        "i",
        "you",
        "them",
        "one",
        "both",
        "all",
        "when",
        "where",
        "while",
        "what",
        "why",
        "how",
        "there",
        "here",
        "then",
        "now",
        "after",
        "before",
        "since",
        "also",
        "but",
        "or",
        "so",
        "if",
        "although",
        "though",
        "some",
        "many",
        "several",
        "most",
        "people",
        "men",
        "officers",
        "officials",
        "reports",
        "statement",
    ]
)
NO_OPENING = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "during",
        "under",
        "amid",
        "despite",
        "according",
        "as",
        "suddenly",
        "said",
        "says",
        "told",
    ]
)
INSIDE = re.compile(
    r"\b(?:said|says|told|confirmed|reported|announced|added|insisted|recalled|noted|admitted|who|which|reversed|\w+ing\s(?:his|her|its|their|the))\b|[A-Z][a-z]+day\b"
)
ANYBODY = frozenset(
    [
        "gunman",
        "gunmen",
        "attacker",
        "assailant",
        "man",
        "men",
        "militant",
        "fighter",
        "killer",
        "suspect",
        "stranger",
        "person",
        "people",
        "youth",
        "teenager",
        "driver",
        "bomber",
    ]
)
SIDES = frozenset(map(root, ["side", "party", "delegation", "government", "authorities", "ministry", "minister", "official", "capital", "own", "office", "foreign", "hand", "leader", "country"]))  # fmt: skip
RIVALS = 3
END = re.compile(r"[.;:,]|\s(?:in|on|after|before|because|when|that|and|but|who|which)\s")
ASKING = "asked for it"  # the deed of which two may have meant two things
THING = 60  # characters
LIKE_THINGS = 0.35  # nearness in meaning from which what two asked for may be one


@dataclass(frozen=True, slots=True)
class Doer:
    """Who is told to be behind the matter: in words, by stems, and by states."""

    deed: str
    words: str
    stems: frozenset[str]
    states: frozenset[str]
    named: bool
    passage: Passage
    at: int
    thing: str = ""  # what was asked for, where that is the deed and it stands behind the verb

    @property
    def claim(self) -> Claim:
        """The sentence."""
        return Claim(self.passage.document, self.passage.span)


def doer_slots(pair: Pair, ours: list[Doer], theirs: list[Doer]) -> Iterator[Candidate]:
    """Pairs of two who by the one report and the other are behind one deed."""
    met = [(x, y) for x in ours for y in theirs if x.deed == y.deed and apart(x, y) and not of_other_things(x, y)]
    for x, y in met:
        clauses = clause_at(pair.a, x.at), clause_at(pair.b, y.at)
        if clauses[0] is None or clauses[1] is None:
            continue
        rivals = sum((u is x) != (v is y) for u, v in met)
        signs = common(pair, clauses[0], clauses[1], x.stems | y.stems) | flags(
            named=x.named and y.named,
            both_known=bool(x.stems & pair.b.words and y.stems & pair.a.words),
            two_states=bool(x.states and y.states),
            of_payment=x.deed == "paid for it",
        )
        signs["rivals"] = min(RIVALS, rivals) / RIVALS
        signs["matter near"] = min(1.0, 2 * near(matter_of(x), matter_of(y)))
        sides = ((x.words, x.claim), (y.words, y.claim))
        why = "two reports of one occasion name two"
        yield Candidate("attribution", f"who {x.deed}", sides, ((x.deed, x.stems), (y.deed, y.stems)), signs, why)


def of_other_things(x: Doer, y: Doer) -> bool:
    """Whether two asked for different things: one for a warrant, one for asylum."""
    if not (x.thing.strip() and y.thing.strip()):
        return False
    words_of = [{stem(w) for w in re.findall(r"[a-z]{4,}", d.thing.lower())} for d in (x, y)]
    return not words_of[0] & words_of[1] and near(x.thing, y.thing) < LIKE_THINGS


def matter_of(x: Doer) -> str:
    """What a sentence tells, without who is behind it."""
    return x.passage.text.replace(x.words, " ")


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str], bool, frozenset[str]], ...]:
    """How each deed is told of somebody, whether as the subject of its verb, and words of which the sentence has one."""
    found = []
    for deed, (verbs, nouns) in DEEDS.items():
        plain = (
            rf"\b(?i:at|on|by|upon|under|following|after)\s(?:the\s|an?\s|written\s|direct\s)*{nouns}\s(?:of|from|by)\s(?P<who>{PHRASE})",
            rf"\b(?i:at|on|by|upon|under|following|after)\s(?P<who>(?:[\w’'.-]+\s){{0,4}}[\w.-]+)[’']s?\s(?:\w+\s)?{nouns}\b",
            rf"\b{nouns}\s(?:\w+\s){{0,4}}?(?:came|comes|had\scome|originated|was|stemmed|issued)\s(?:from|by)\s(?P<who>{PHRASE})",
            rf"\b(?:was|were|is|are|had\sbeen|has\sbeen|been|be)\s(?:\w+ly\s)?(?:{verbs})(?:\s\w+){{0,3}}?\sby\s(?:order\sof\s)?(?P<who>{PHRASE})",
            rf"\b[Ii]t\s(?:was|is)\s(?P<who>{PHRASE}?)\s?(?:that|who|which)\s(?:had\s|has\s|first\s){{0,2}}(?:{verbs})\b",
            *MORE.get(deed, ()),
        )
        seen = set(re.findall(r"(?<!\\)\b[a-z]{3,}", f"{verbs} {nouns} {' '.join(MORE.get(deed, ()))}"))
        told = frozenset({w.removesuffix("s") for w in seen} | seen) - words("stop_words.txt")
        found += [(deed, re.compile(p), False, told) for p in plain]
        found.append((deed, re.compile(rf"{SUBJECT}{AUXILIARY}(?:{verbs})\b"), True, told))
    return tuple(found)


def doers(scene: Scene, report: Brief) -> list[Doer]:
    """Those whom a report names as behind a deed, each once."""
    del scene
    found: dict[tuple[str, frozenset[str]], Doer] = {}
    for passage in sentences(report):
        here = tokens(passage.text)
        for deed, pattern, subject, told in patterns():
            if not told & here:
                continue
            for match in pattern.finditer(passage.text):
                start = max(passage.text.rfind(mark, 0, match.start("who")) for mark in ".;:,") + 1
                if IDLE.search(passage.text[start : match.end()]) or (subject and PASSIVE.search(match["who"])):
                    continue
                doer = doer_of(deed, match["who"], passage, passage.span.start + match.start("who"))
                behind = passage.text[match.end() :] if deed == ASKING else ""
                if doer and (subject or behind.startswith(" for ")):
                    doer = replace(doer, thing=END.split(behind.removeprefix(" for"), maxsplit=1)[0][:THING])
                if doer:
                    found.setdefault((deed, doer.stems), doer)
    return list(found.values())


def doer_of(deed: str, who: str, passage: Passage, at: int) -> Doer | None:
    """Words for a doer, if they name one."""
    opening = re.match(r"\w+", who)
    if opening and opening[0].lower() in NO_OPENING and (last := LAST_NAME.search(who.strip())):
        return doer_of(deed, last[0].strip(), passage, at + last.start())  # "In a call to us the Northern Front took …"
    told = STOP.sub("", who.strip()).strip(" ,")
    plain = [w.removesuffix("’s").removesuffix("'s") for w in re.findall(r"[^\W\d_][\w’'-]*", told)]
    telling = [w for w in plain if w.lower() not in words("stop_words.txt")]
    stems = frozenset(stem(w.lower()) for w in telling)
    if not stems or {plain[0].lower(), plain[-1].lower()} & (NOBODY | NO_OPENING) or INSIDE.search(told):
        return None
    of = frozenset(states()[s] for s in stems if s in states())
    plain_first = (
        telling[0] == plain[0] and row_of(telling[0].lower()) is not None
    )  # a capital may only open the sentence
    named = bool(of) or any(w[0].isupper() for w in telling[plain_first:])
    small = {w.lower() for w in telling}
    if deed == "killed them" and small <= {
        s for w in ANYBODY for s in (w, f"{w}s", "unknown", "masked", "armed", "two", "three")
    }:
        return None
    if not named and not small & bodies() and not any(person(w) for w in small):
        return None
    return Doer(deed, told, stems, of, named, passage, at)


@cache
def bodies() -> frozenset[str]:
    """Nouns for bodies and sides that act."""
    found = {row[0] for table in ("body_words.tsv", "group_nouns.tsv") for row in rows(table)}
    return frozenset(
        found | words("body_descriptors.txt") | {"defence", "defense", "prosecution", "insurer", "employer"}
    )


def apart(x: Doer, y: Doer) -> bool:
    """Whether two doers share no word, no state and no kind of body."""
    if x.stems & y.stems or x.states & y.states:
        return False
    heads = [{root(s) for s in d.stems if s not in states()} - SIDES for d in (x, y)]
    return not any(classes().get(s, frozenset()) & classes().get(t, frozenset()) for s in heads[0] for t in heads[1])
