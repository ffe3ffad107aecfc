"""Denials in a story's sentences: the words of denial, and what they say is not so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.model import Span

__all__ = ["CUE", "LONG", "NOTHING", "REPORT", "SHORT", "UNTRUE", "Denied", "found", "named_or_not", "negated", "part"]

REPORT = r"(?:reports?|claims?|talk|rumou?rs?|suggestions?|allegations?|accusations?|charges?|account|notion|story|stories|news|assertions?|information|communications?|versions?|messages?)"
SUCH = r"(?:accords?|agreements?|amounts?|approach(?:es)?|arrangements?|arrests?|attacks?|bans?|calls?|clauses?|commitments?|conditions?|contacts?|conversations?|deals?|decisions?|demands?|documents?|episodes?|events?|figures?|files?|incidents?|intentions?|invitations?|letters?|lists?|meetings?|messages?|moves?|offers?|orders?|papers?|payments?|permission|plans?|pledges?|promises?|proposals?|ransoms?|records?|requests?|sums?|steps?|talks?|texts?|threats?|transfers?|trips?|ultimatums?|undertakings?|visits?|warnings?)"
UNTRUE = r"(?:invent(?:ion|ed)|fabricat(?:ion|ed)|lies?|fantasy|fiction|nonsense|false|untrue|fake|hoax|baseless|groundless|unfounded|absurd|slander|smear|libel|farce|fairy[\s-]tales?|myth|gossip|disinformation|misinformation|pure speculation|ridiculous|laughable|preposterous|a provocation|an insult)"
CUE = re.compile(
    rf"\b(?:(?P<deny>den(?:y|ies|ied|ying)|(?:(?:contest|disput|refut|repudiat|negat|disclaim)(?:s|es|ed)|rul(?:es|ed) out|reject(?:s|ed))(?=\s(?:that\s(?!(?:\w{{1,14}}\s){{1,6}}(?:will|would|could|can|might|should)\b)|having\b)))|(?P<weak>(?:dismiss(?:es|ed)?|reject(?:s|ed)?|brush(?:es|ed) aside|wav(?:es|ed) (?:aside|away)|shrug(?:s|ged) off|laugh(?:s|ed) off)"
    rf"(?=\s(?:that(?=[.,;:])|(?:it|that|this|them)\sas\s|(?:as\s\w{{1,12}}\s)?(?:(?:the|a|an|any|all|these|those|that|such|earlier|media|press)\s){{0,3}}{REPORT}\b)))"
    rf"|(?:(?:refut|rebut)(?:s|es|ed|ing|ted|ting)|disput(?:es|ed)|contradict(?:s|ed)?)"
    rf"(?=\s(?:as\s\w{{1,12}}\s)?(?:(?:the|a|an|any|all|these|those|such|earlier|media|press)\s){{0,3}}(?:{REPORT}|it|this|that)\b)"
    rf"|(?P<untrue>(?:calls?|called|describe[sd]?|brand(?:s|ed))\s(?:(?:this|that|it|the\s(?:\w{{1,14}}\s)?{REPORT})\s)?(?:as\s)?[“\"‘'«]?(?:an?\s|pure\s|utter\s|complete\s|completely\s){{0,2}}{UNTRUE}))\b",
    re.IGNORECASE,
)
# Nothing is named but what a sentence before told: "no such offer was made", "That is untrue"
NOTHING = re.compile(
    rf"\b(?:[Nn]o such (?:{SUCH})\b(?!\sas\b)|[Nn]othing of the (?:kind|sort)\b|(?:[Tt]hat|[Tt]his|[Ii]t)(?:\s(?:is|was)|[’']s)\s(?:\w{{3,12}}ly\s)?(?:not true|not the case|untrue|an? (?:lie|fabrication|invention))\b(?!\s(?:that|to)\b))",
)
# "This was denied by the brewers", "The reports were rejected at once"
PASSED = re.compile(
    rf"(?:\A|[;,]\s(?:but\s|and\s)?)(?P<told>(?:(?:[Tt]hat|[Tt]his|[Ii]t)\s(?:was|is|ha[sd]\sbeen)\s(?:\w{{3,14}}\s){{0,2}}(?:denied|disputed|contested|refuted)"
    rf"|(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)\s(?:\w{{1,14}}\s)?{REPORT}\s(?:was|were|is|are|ha[sd]\sbeen|have\sbeen)\s(?:\w{{3,14}}\s){{0,2}}(?:denied|disputed|contested|refuted|rejected|dismissed)))\b(?!\sby\s(?:a|the)\s(?:\w+\s)?(?:court|judge|tribunal|jury|panel)\b)"
)
NAMELY = re.compile(r"\A(?:,\s[^,;]{3,80},)?\s(?:the\s|any\s)?existence of\s")
BETWEEN = re.compile(r"\A,\s[^,;]{3,80},(?=\s(?:that|having|any)\b)")
SAYING = re.compile(r";\s|,\s(?=(?:and|but|while|who|which|saying|adding|insisting|stressing|replying)\s)")
BACK = re.compile(
    rf"\A\s?(?:again\s|also\s|flatly\s|sharply\s|strongly\s){{0,2}}(?:it\b(?!\s(?:will|would|had|has|was|is|were|ever|plans|planned|did|does)\b)|this\b|that(?=[.,;:]|\sas\b)|them(?=[.,;:]|\sas\b)|(?:the|these|those|that|this|all|any)\s(?:\w{{1,14}}\s)?{REPORT}\b)(?!\s(?:that|of|by|about the fact)\b)",
    re.IGNORECASE,
)
THAT = re.compile(r"\A[^“”«»\"]{0,80}?\b(?:that|of having|having|any)\s")
PLAIN = re.compile(r"\A\s(?:\w{3,20}ing|involvement|responsibility|wrongdoing|knowledge|receiving|plans|rumou?rs)\b")
PASSIVE = re.compile(
    r"(?:\b(?:be|been|being|is|was|were|are|previously|long|not|never|nor|neither|without|cannot|confirm\w{0,3}\sn?or)|n[’']t)\s(?:\w{3,12}ly\s)?\Z"
)
REPORTED = re.compile(rf"\b{REPORT}\b[^,;:.]{{0,60}}?\sthat\s", re.IGNORECASE)
QUOTED_TAIL = re.compile(r"[:,]?\s[“«\"‘]")
ANAPHOR = re.compile(
    r"\b(?:are|is|were|was|do|does|did|have|has)\s(?:not|never)\s(?:discuss|negotiat|consider|prepar|plann?|agree|debat)\w{0,6}\s(?:\w{2,8}\s)?(?:this|the|such an?)\s(?:issue|matter|question|topic|subject|proposal|exchange|deal)\b",
    re.IGNORECASE,
)
NOT = re.compile(
    r"(?:\b(?:not|never|no|nobody|none|nothing|neither|nor|false|untrue|invented|invention|fabrication|lie|lies)\b|n[’']t\b)",
    re.IGNORECASE,
)
UNNAMED = re.compile(
    r"\b(?:ask(?:s|ed|ing) )?not (?:to )?be (?:named|identified|quoted|mentioned|published)\b|\bnot (?:\w{2,8} )?(?:authori[sz]ed|allowed|permitted|cleared|wish\w{0,3}|want\w{0,3}) to (?:speak|talk|be (?:named|identified|quoted))\b|\bnot (?:to )?(?:give|reveal|disclose|reveal\w{0,3})\b[^,;.]{0,20}\b(?:name|identity)\b",
    re.IGNORECASE,
)  # of who speaks, not of what is told
SHORT = 16  # code points: what is denied in fewer goes on into quote marks
LONG = 420  # code points: a longer sentence is cut to its part


@dataclass(frozen=True, slots=True)
class Denied:
    """A denial: its own words, the words of what it denies where it names them, and what stands around it."""

    at: int  # index into the passages
    denial: Claim
    content: Claim | None  # what it says is not so
    back: bool  # "denied it", "rejected the accusation": what it denies stands before
    reported: bool  # "denied a report that": somebody asserted the content
    cue: int  # where in its sentence the word of denial stands


def found(scene: Scene) -> Iterator[Denied]:
    """The denials of a story's sentences."""
    for i, passage in enumerate(scene.passages):
        cue = CUE.search(passage.text)
        passed = PASSED.search(passage.text)
        if passed:
            denial = part(passage, passed.start("told"), len(passage.text))
            yield Denied(i, denial or passage.claim, None, back=True, reported=False, cue=passed.start("told"))
            continue
        if cue and PASSIVE.search(passage.text, max(0, cue.start() - 24), cue.start()):
            continue
        if cue:
            aside = BETWEEN.match(passage.text[cue.end() :])
            after = cue.end() + (aside.end() if aside else 0)
            rest = passage.text[after:]
            back = BACK.match(rest) is not None or (cue["untrue"] is not None and not REPORTED.search(rest))
            that = None if back else (NAMELY.match(rest) or REPORTED.search(rest) or THAT.match(rest))
            content = None
            if that:
                start = after + that.end()
                tail = QUOTED_TAIL.search(passage.text, start + SHORT)
                content = part(passage, start, tail.start() if tail else len(passage.text))
            elif not back and cue["deny"] and PLAIN.match(rest):
                content = part(passage, cue.end(), len(passage.text))
            short = cue["deny"] is not None and that is not None and content is None  # "denies any breach"
            if back or content or short:
                denial = part(passage, clause_start(passage.text, cue.start()), len(passage.text))
                yield Denied(
                    i,
                    denial or passage.claim,
                    content,
                    back or short,
                    bool(REPORTED.search(rest)),
                    cue.start(),
                )
        elif ANAPHOR.search(passage.text):
            yield Denied(i, passage.claim, None, back=True, reported=False, cue=0)
        elif nothing := NOTHING.search(passage.text):
            starts = [m.end() for m in SAYING.finditer(passage.text, 0, nothing.start())]
            denial = part(passage, starts[-1] if starts else 0, len(passage.text))
            told = denial or passage.claim
            yield Denied(i, told, None, back=True, reported=False, cue=nothing.start())


def negated(text: str) -> bool:
    """Whether a sentence says that something is not so; "who asked not to be named" says nothing of it."""
    return NOT.search(named_or_not(text)) is not None


def named_or_not(text: str) -> str:
    """A sentence without the words by which a source stays unnamed."""
    return UNNAMED.sub(" ", text)


def clause_start(text: str, at: int) -> int:
    """Where the clause of a word starts: behind the last comma with "but", "and", "while", or a semicolon."""
    starts = [m.end() for m in re.finditer(r";\s|,\s(?=but\s|and\s|while\s)", text[:at])]
    return starts[-1] if starts else 0


def part(passage: Passage, start: int, end: int) -> Claim | None:
    """A stretch of a sentence without the marks and spaces around it; the first `LONG` code points at most."""
    text = passage.text
    while start < end and not text[start].isalnum():
        start += 1
    end = min(end, start + LONG)
    while end > start and text[end - 1] in ' \n,;:.”»"':
        end -= 1
    base = passage.span.start
    return Claim(passage.document, Span(base + start, base + end)) if end - start >= 8 else None
