"""A party denies what others assert: the denial and the words it answers, side by side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tidings.grammar.disputes.answered import account_before, had_said, own_account, told_before
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.scene import Passage, Scene, specific
from tidings.model import Span

__all__ = ["denials"]

CUE = re.compile(
    r"\b(?:(?P<deny>den(?:y|ies|ied|ying))|(?:dismiss(?:es|ed)?|reject(?:s|ed)?|refut(?:es|ed)|disput(?:es|ed)|contradict(?:s|ed)?)"
    r"(?=\s(?:as\s\w{1,12}\s)?(?:(?:the|a|an|any|all|these|those|such|earlier|media|press)\s){0,3}(?:reports?|claims?|talk|rumou?rs?|suggestions?|allegations?|accusations?|charges?|account|notion|story|stories|assertions?|it\b|this\b|that\b)))\b",
    re.IGNORECASE,
)
BACK = re.compile(
    r"\A\s?(?:again\s|also\s|flatly\s|sharply\s|strongly\s){0,2}(?:it\b|this\b|that(?=[.,;:])|them\b|(?:the|these|those|that|this|all|any)\s(?:\w{1,14}\s)?(?:reports?|claims?|allegations?|accusations?|charges?|rumou?rs?|suggestions?|account|story|assertions?)\b)(?!\s(?:that|of|by)\b)",
    re.IGNORECASE,
)
THAT = re.compile(r"\A[^“”«»\"]{0,80}?\b(?:that|of having|having|any)\s")
PLAIN = re.compile(r"\A\s(?:\w{3,20}ing|involvement|responsibility|wrongdoing|knowledge|receiving|plans|rumou?rs)\b")
PASSIVE = re.compile(
    r"(?:\b(?:be|been|being|is|was|were|are|previously|long|not|never|nor|neither|without|cannot)|n[’']t)\s(?:\w{3,12}ly\s)?\Z"
)
REPORTED = re.compile(
    r"\b(?:reports?|stories|story|claims?|talk|suggestions?|allegations?|rumou?rs?|accusations?)\b[^,;:.]{0,60}?\sthat\s",
    re.IGNORECASE,
)
ACCUSED = re.compile(r"\b(?:accus(?:es|ed|ing)|blam(?:es|ed|ing)|alleg(?:es|ed|ing))\b", re.IGNORECASE)
ACCUSATION = re.compile(r"\b(?:accusations?|charges?|allegations?)\b", re.IGNORECASE)
QUOTED_TAIL = re.compile(r"[:,]?\s[“«\"‘]")
SAYS = re.compile(
    r"\b(?:has said|have said|says|said|claims?|claimed|insists?|told|reported|announced)\b", re.IGNORECASE
)
NOT = re.compile(
    r"\b(?:not|n[’']t|never|no|nobody|none|nothing|neither|nor|false|untrue|invented|invention|fabrication|lie|lies)\b",
    re.IGNORECASE,
)
OPENS = re.compile(r"\A\s{0,3}[“«\"‘']")
ANAPHOR = re.compile(
    r"\b(?:are|is|were|was|do|does|did|have|has)\s(?:not|never)\s(?:discuss|negotiat|consider|prepar|plann?|agree|debat)\w{0,6}\s(?:\w{2,8}\s)?(?:this|the|such an?)\s(?:issue|matter|question|topic|subject|proposal|exchange|deal)\b",
    re.IGNORECASE,
)
LONG = 420  # code points: a longer sentence is cut to its part
ALIKE = 2  # rare stems beside names that what is denied and a telling elsewhere must share


@dataclass(frozen=True, slots=True)
class Denied:
    """A denial: its own words, the words of what it denies where it names them, and what stands around it."""

    at: int  # index into the passages
    denial: Claim
    content: Claim | None  # what it says is not so
    back: bool  # "denied it", "rejected the accusation": what it denies stands before
    reported: bool  # "denied a report that": somebody asserted the content


def denials(scene: Scene) -> Iterator[Dispute]:
    """Each denial with the assertions it answers, in the same passage or in other reports."""
    by_stem = index(scene)
    for denied in found(scene):
        against = [denied.denial, *followed(scene, denied.at)]
        asserted = list(asserted_near(scene, denied))
        account = own_account(scene, denied.at) if denied.back else None
        if account:
            against.append(Claim(account.document, account.span))
            asserted += told_before(scene, denied.at, account)
        if denied.content:
            asserted += elsewhere(scene, by_stem, denied)
            asserted += had_said(
                scene, denied.at, " ".join(words(scene, c, LONG) for c in (denied.content, *against[1:]))
            )
        asserted = [c for c in asserted if not any(meets(c, d) for d in against)]
        if denied.reported and denied.content:
            asserted.append(denied.content)
        if asserted:
            about = words(scene, denied.content or asserted[0])
            sides = (("asserted", tuple(sorted(set(asserted)))), ("denied", tuple(sorted(set(against)))))
            yield Dispute("denial", about, sides, ("a party denies what is reported",))


def found(scene: Scene) -> Iterator[Denied]:
    """The denials of a story's sentences."""
    for i, passage in enumerate(scene.passages):
        cue = CUE.search(passage.text)
        if cue and PASSIVE.search(passage.text, max(0, cue.start() - 24), cue.start()):
            continue
        if cue:
            rest = passage.text[cue.end() :]
            back = BACK.match(rest) is not None
            that = None if back else (REPORTED.search(rest) or THAT.match(rest))
            content = None
            if that:
                start = cue.end() + that.end()
                tail = QUOTED_TAIL.search(passage.text, start)
                content = part(passage, start, tail.start() if tail else len(passage.text))
            elif not back and cue["deny"] and PLAIN.match(rest):
                content = part(passage, cue.end(), len(passage.text))
            if back or content:
                denial = part(passage, clause_start(passage.text, cue.start()), len(passage.text))
                yield Denied(
                    i, denial or Claim(passage.document, passage.span), content, back, bool(REPORTED.search(rest))
                )
        elif ANAPHOR.search(passage.text):
            yield Denied(i, Claim(passage.document, passage.span), None, back=True, reported=False)


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


def followed(scene: Scene, at: int) -> Iterator[Claim]:
    """The quotation behind a denial in its paragraph: the denial in its own words."""
    own = scene.passages[at]
    for nxt in scene.passages[at + 1 : at + 2]:
        if nxt.document == own.document and nxt.paragraph == own.paragraph and OPENS.match(nxt.text):
            parts = [p for q in scene.readings[nxt.document].quotes for p in q.parts]
            end = max((p.end for p in parts if nxt.span.start <= p.start < nxt.span.end), default=nxt.span.end)
            yield Claim(nxt.document, Span(nxt.span.start, max(end, nxt.span.end)))


def asserted_near(scene: Scene, denied: Denied) -> Iterator[Claim]:
    """What a denial that names nothing answers: the sentence before; or an accusation; or a party's account right after."""
    own = scene.passages[denied.at]
    accusation = accused(scene, denied.at)
    if denied.back and not ACCUSATION.search(own.text):
        prior = scene.passages[denied.at - 1] if denied.at else own
        if prior.document == own.document and 0 <= own.span.start - prior.span.end < 4 and not CUE.search(prior.text):
            yield Claim(prior.document, Span(opening(scene, prior), prior.span.end))
    elif accusation:
        yield accusation
    elif denied.content and (claim := shared_before(scene, denied) or account_before(scene, denied.at)):
        yield claim
    if denied.content and denied.at + 1 < len(scene.passages) and answers(own, scene.passages[denied.at + 1]):
        nxt = scene.passages[denied.at + 1]
        yield Claim(nxt.document, nxt.span)


def shared_before(scene: Scene, denied: Denied) -> Claim | None:
    """The sentence before in the paragraph, where it tells of what is denied in a rare word of the denial's."""
    own, prior = scene.passages[denied.at], scene.passages[max(0, denied.at - 1)]
    if denied.content is None or prior.document != own.document or prior.paragraph != own.paragraph:
        return None
    base = own.span.start
    keys = specific(own.text[denied.content.span.start - base : denied.content.span.end - base])
    return Claim(prior.document, prior.span) if keys & prior.stems and not CUE.search(prior.text) else None


def opening(scene: Scene, passage: Passage) -> int:
    """Where a sentence starts, or the quotation that it closes."""
    parts = [p for q in scene.readings[passage.document].quotes for p in q.parts]
    return min((p.start for p in parts if p.start <= passage.span.start < p.end), default=passage.span.start)


def accused(scene: Scene, at: int) -> Claim | None:
    """The accusation told a few sentences before a denial, against the party that denies."""
    own = scene.passages[at]
    for prior in reversed(scene.passages[max(0, at - 5) : at]):
        cue = ACCUSED.search(prior.text)
        if cue is None or OPENS.match(prior.text) or NOT.search(prior.text, 0, cue.start()):
            continue
        if prior.document == own.document and prior.who & own.who | prior.countries & own.countries:
            return Claim(prior.document, prior.span)
    return None


def answers(own: Passage, nxt: Passage) -> bool:
    """Whether the next sentence is another party's own account of what was denied."""
    return (
        nxt.document == own.document
        and nxt.paragraph == own.paragraph
        and SAYS.search(nxt.text) is not None
        and not NOT.search(nxt.text)
        and not OPENS.match(nxt.text)
        and bool(nxt.who)
        and not nxt.who & own.who
        and nxt.text.split()[0].lower() not in ("she", "he", "it", "they")
    )


def index(scene: Scene) -> dict[str, list[int]]:
    """Passages by rare stem."""
    by_stem: dict[str, list[int]] = {}
    for i, passage in enumerate(scene.passages):
        for key in passage.stems:
            by_stem.setdefault(key, []).append(i)
    return by_stem


def elsewhere(scene: Scene, by_stem: dict[str, list[int]], denied: Denied) -> list[Claim]:
    """Sentences that assert what is denied: most of its rare words, and no denial in them."""
    if denied.content is None:
        return []
    own = scene.passages[denied.at]
    base = own.span.start
    content = own.text[denied.content.span.start - base : denied.content.span.end - base]
    keys = specific(content)
    names = specific(" ".join(word for word in content.split() if word[:1].isupper()))
    tally: dict[int, int] = {}
    plain: dict[int, int] = {}
    for key in keys:
        for i in by_stem.get(key, ())[:200]:
            tally[i] = tally.get(i, 0) + 1
            plain[i] = plain.get(i, 0) + (key not in names)
    claims: list[Claim] = []
    for i, shared in sorted(tally.items(), key=lambda kv: (-kv[1], kv[0])):
        passage = scene.passages[i]
        if i == denied.at or plain[i] < ALIKE or shared < 0.6 * len(keys) or len(claims) >= 4:
            continue
        if not CUE.search(passage.text) and not NOT.search(passage.text) and not passage.text.startswith("If "):
            claims.append(Claim(passage.document, passage.span))
    return claims


def meets(a: Claim, b: Claim) -> bool:
    return a.document == b.document and a.span.meets(b.span)


def words(scene: Scene, claim: Claim, most: int = 90) -> str:
    """The first words of a claim."""
    text = scene.readings[claim.document].document.text[claim.span.start : claim.span.end]
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"
