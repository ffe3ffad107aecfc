"""Who asked for it, ordered it, paid for it or claims it, by two short reports of one occasion."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidings.grammar.disputes.briefs import Brief, states
from tidings.grammar.disputes.claims import Claim, Dispute, sentence_at
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import words
from tidings.model import QuoteRecord, Span
from tidings.text.likeness import classes, root
from tidings.text.terms import stem

__all__ = ["brief_doers", "brief_sayings"]

PHRASE = r"(?:the\s|a\s|an\s|its\s|his\s|her\s)?(?:[\w’'.-]+\s?){1,6}"
ASKED = r"(?:asked for|requested|proposed|suggested|initiated|sought|demanded|invited|called for|offered)"
ORDERED = r"(?:ordered|commissioned|decided(?: on)?|paid for|financed|funded|instructed|sent for|called(?:\s\w+){0,2}\sin|authorised|authorized|approved|leaked|published)"
DONE = r"(?:asked for|requested|proposed|suggested|initiated|demanded|ordered|commissioned|decided|paid for|financed|funded|leaked|published|called in|authorised|authorized|removed|taken down|planted|placed)"
NOUN = (
    r"(?:requests?|initiative|invitation|suggestion|proposal|idea|behest|orders?|instructions?|wish|demand|insistence)"
)
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:at|on|by|upon)\s(?:the\s)?{NOUN}\s(?:of|from)\s(?P<who>{PHRASE})",
        rf"\b(?:at|on|by|upon)\s(?P<who>(?:[\w’'.-]+\s){{0,4}}[\w.-]+)[’']s?\s{NOUN}\b",
        rf"\b(?:{NOUN}|decision|money)\s(?:\w+\s){{0,4}}?(?:came|comes|had come|originated|was)\s(?:from|by)\s(?P<who>{PHRASE})",
        rf"\b(?:was|were|is|had been|been|be)\s{DONE}\sby\s(?:order of\s)?(?P<who>{PHRASE})",
        rf"\b[Ii]t was\s(?P<who>{PHRASE}?)\s?(?:that|who|which)\s(?:had\s|has\s|first\s){{0,2}}(?:{ASKED}|{ORDERED})\b",
        r"(?:\A|[.;:,“]\s)(?P<who>(?:[\w’'.-]+\s){1,6}?)had\s(?:[\w’'.-]+\s){1,7}(?:removed|taken down|cleared|closed|shut|evacuated|expelled|torn down|built)\b",
        rf"(?:\A|[.;:,“]\s|\b(?:and|that)\s)(?P<who>(?:[\w’'.-]+\s){{1,6}}?)(?:had\s|has\s|have\s|itself\s|first\s){{0,2}}(?:{ASKED}|{ORDERED})\b",
    )
)
CLAIMED = (
    re.compile(r"(?:\A|[.;:,]\s)(?P<who>(?:[\w’'.-]+\s){1,6}?)(?:has\s|have\s|had\s)?(?:claimed|claims|claim|took|admitted)\s(?:responsibility|the (?:attack|bombing|blast|killing|deed))\b"),
    re.compile(r"(?:\A|[.;:,]\s)(?P<who>(?:[\w’'.-]+\s){1,6}?)(?:said|says)\s(?:that\s)?(?:it|its (?:men|fighters|members))\s(?:had\s|was\s|were\s)?(?:planted|placed|carried out|behind|staged|set off|fired|launched)\b"),
    re.compile(r"\bresponsibility was claimed by\s(?P<who>(?:[\w’'.-]+\s?){1,6})"),
)  # fmt: skip
STOP = re.compile(r"\s(?:in|on|at|who|which|that|and|for|after|before|with|over|to|when|because|as|from|had|has|was|said|told|by)\s.*|[,.;:].*", re.DOTALL)  # fmt: skip
IDLE = re.compile(
    r"\b(?:not|never|no|nobody|if|whether|would|will|could|should|den(?:y|ies|ied))\b|n[’']t\b", re.IGNORECASE
)
PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are|being|to)\s*\Z")  # "the tape was leaked": of whom it was, nothing
NOBODY = frozenset(
    ["it", "they", "he", "she", "who", "which", "that", "this", "we", "i", "you", "them", "one", "both", "all"]
)
SIDES = frozenset(map(root, ["side", "party", "delegation", "government", "authorities", "ministry", "minister", "official", "capital", "own", "office", "foreign", "hand", "leader", "country"]))  # fmt: skip

BESIDE = 3  # code points between two names of one: "the minister, Oda Fenn"
LEAST_SAID = 4  # words of a saying
NO_STATE = frozenset(map(root, ["council", "mayor", "rector", "opposition", "rebels", "union", "company", "firm", "bank", "church", "parliament", "court", "club", "owner", "residents", "parents"]))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doer:
    """Who is told to be behind the matter, in words, by stems, and by states."""

    words: str
    stems: frozenset[str]
    states: frozenset[str]
    claim: Claim


def brief_doers(scene: Scene, pairs: Sequence[tuple[Brief, Brief]]) -> Iterator[Dispute]:
    """The one who by one short report was behind the matter, and another by the other."""
    briefs = {b.document: b for pair in pairs for b in pair}
    for what, patterns in (("who was behind it", PATTERNS), ("who claims it", CLAIMED)):
        told = {document: doers(b, patterns) for document, b in briefs.items()}
        for a, b in pairs:
            ours, theirs = told[a.document], told[b.document]
            if (
                len(ours) == len(theirs) == 1
                and apart(ours[0], theirs[0])
                and not apart_in_name(ours[0], theirs[0], a, b)
            ):
                sides = tuple((d.words, (d.claim,)) for d in (ours[0], theirs[0]))
                yield Dispute("attribution", what, sides, ("two short reports of one occasion name two",), 0.6)


def doers(brief: Brief, patterns: Sequence[re.Pattern[str]]) -> list[Doer]:
    """Those whom a short report names as behind the matter, each once."""
    found: dict[frozenset[str], Doer] = {}
    for passage in dict.fromkeys(c.passage for c in brief.clauses):
        for pattern in patterns:
            for match in pattern.finditer(passage.text):
                start = max(passage.text.rfind(mark, 0, match.start("who")) for mark in ".;:,") + 1
                if IDLE.search(passage.text[start : match.end()]) or PASSIVE.search(match["who"]):
                    continue
                who = STOP.sub("", match["who"]).strip()
                doer = doer_of(who, Claim(passage.document, passage.span))
                if doer and not any(doer.stems & known for known in found):
                    found[doer.stems] = doer
    return list(found.values())


def doer_of(who: str, claim: Claim) -> Doer | None:
    """Words for a doer, if they name one."""
    plain = [w.removesuffix("’s").removesuffix("'s") for w in re.findall(r"[^\W\d_][\w’'-]*", who)]
    stems = frozenset(stem(w.lower()) for w in plain if w.lower() not in words("stop_words.txt"))
    if not stems or plain[-1].lower() in NOBODY:
        return None
    return Doer(who, stems, frozenset(states()[s] for s in stems if s in states()), claim)


def apart(x: Doer, y: Doer) -> bool:
    """Whether two doers share no word and no state, and are not one state and a body that may be its."""
    if x.stems & y.stems or x.states & y.states:
        return False
    heads = [{root(s) for s in d.stems if s not in states()} - SIDES for d in (x, y)]
    if any(classes().get(s, frozenset()) & classes().get(t, frozenset()) for s in heads[0] for t in heads[1]):
        return False
    if not heads[0] or not heads[1]:  # a state, or a government's body, beside one that is none
        return bool(x.states and y.states) or any(head in NO_STATE for head in (*heads[0], *heads[1]))
    return True


def apart_in_name(x: Doer, y: Doer, a: Brief, b: Brief) -> bool:
    """Whether a doer's words stand right beside the other's in either report: one body by two names."""
    for brief in (a, b):
        for passage in dict.fromkeys(c.passage for c in brief.clauses):
            if x.words in passage.text and y.words in passage.text:
                first, second = sorted((passage.text.find(d.words), d.words) for d in (x, y))
                if second[0] - (first[0] + len(first[1])) <= BESIDE:
                    return True
    return False


def brief_sayings(scene: Scene, pairs: Sequence[tuple[Brief, Brief]]) -> Iterator[Dispute]:
    """One sentence in quote marks that two short reports put in the mouths of two named persons."""
    said: dict[str, list[tuple[str, frozenset[str], QuoteRecord]]] = {}
    for quote in scene.telling.quotes:
        key = " ".join(re.findall(r"\w+", quote.text.lower()))
        if quote.kind == "direct" and len(key.split()) >= LEAST_SAID and (who := names_of(quote)):
            said.setdefault(quote.anchor.document, []).append((key, who, quote))
    for a, b in pairs:
        for one, first, left in said.get(a.document, ()):
            for two, second, right in said.get(b.document, ()):
                if one == two and not first & second:
                    sides = tuple(
                        (q.speaker_text or "", (Claim(q.anchor.document, around(scene, q)),)) for q in (left, right)
                    )
                    yield Dispute(
                        "attribution", f"who said “{left.text[:80]}”", sides, ("one saying, two speakers",), 0.6
                    )


def names_of(quote: QuoteRecord) -> frozenset[str]:
    """The words of a speaker's name as the text gives it."""
    found = re.findall(r"(?<=\s)[A-ZÀ-Þ][\w’'-]*\w|\A[A-ZÀ-Þ][\w’'-]*\w(?=\s[A-ZÀ-Þ])", quote.speaker_text or "")
    return frozenset(w.lower() for w in found)


def around(scene: Scene, quote: QuoteRecord) -> Span:
    """The sentence of a quotation, who says it included."""
    sentence = sentence_at(scene.readings[quote.anchor.document], quote.anchor.end - 1)
    return (
        Span(min(sentence.start, quote.anchor.start), sentence.end)
        if sentence
        else Span(quote.anchor.start, quote.anchor.end)
    )
