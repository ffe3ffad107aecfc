"""What one of two reports tells and somebody says in the other did not happen: "Not a peso changed hands", "My men never left camp"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tidings.grammar.disputes.briefs import Brief, wide
from tidings.grammar.disputes.denying import UNTRUE, named_or_not, negated
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.grammar.disputes.slots import Candidate, Pair, clause_at, common, flags, named_in, near, sentences

__all__ = ["OPEN", "denial_slots", "denials_of"]

# It did not happen: of what is over, or stands. What will not, cannot or should not be denies nothing.
NOT = re.compile(
    r"\b(?:not|never|nobody|no\sone|none|nothing|neither|nowhere)\b|n[’']t\b|\bno\s(?!longer|more|doubt|matter|wonder|other|later|less|fewer|sooner)[a-z]"
    rf"|\b(?:is|are|was|were|calls?|called|as)\s(?:an?\s|pure\s|utter\s|complete\s|completely\s|all\s){{0,2}}{UNTRUE}\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:will|would|can|could|should|must|may|might|shall|need|wants?|wish\w*|hop\w+|expect\w*|plans?|intend\w*)\s?(?:\w+\s)?(?:not|never|no)\b|\bcannot|\b(?:wo|ca|would|could|should|must|need)n[’']t\b|\bno\s(?:plans?|intention|reason|need|arrests?|injur\w+|casualties|deaths?|damage|leak|trace|comment|date|details?|word|sign|hurry|choice|chance|hope|idea|decision|agreement)\b|\bnot\s(?:to|only|just|even|all|every|yet|far|long|least|until|enough|least|always|before)\b|\b(?:if|unless|whether|until)\b|\bnot\b[^.;]{0,25}\b(?:comment\w*|respon\w+|repl\w+|answer\w*|say|said|clear|known?|identif\w+|named?|detail\w*|confirm\w*|sure|elaborat\w*|available|immediately|reached|decid\w+)\b|\b(?:hear|heard|see|saw|seen|notice\w*|kn[eo]w\w*|found|find|f[ei]lt|feel|remember\w*|understand|underst\w+|slept|sleep|turn\w* up|appear\w*|attend\w*|come|came|show\w* up)\s(?:nothing|nobody|no\s)|\b(?:not|n[’']t|never)\s(?:hear|heard|see|saw|seen|notice\w*|know\w*|find|feel|remember|understand|sleep|slept|turn up|appear|attend|come|arrive|show up|sign)\b|\bnone\b[^.;]{0,20}\bserious|\b(?:nobody|no one|none)\b[^.;]{0,25}\b(?:hurt|injured|harmed|killed|died|aboard|knows?|seriously)\b",
    re.IGNORECASE,
)  # what is open, silence, and that nobody was hurt
SIDE_CLAUSE = re.compile(
    r"\b(?:because|since|after|when|while|although|though|who|which|whose|where|but)\s[^,;.]{0,60}\Z"
)
EMPHATIC = re.compile(
    r"\bnot\s(?:an?|one|the\sslightest)\s|\bnot\sa?\s?single\b|\bsingle\b|\bnever\b|\bno\sone\b|\bnobody\b|\bnothing\b|\bnone\b|\bat\sall\b|\bwhatsoever\b|\bneither\b|\bany(?:one|body|thing|where)?\b|\bever\b|\bin\s(?:his|her|my|their)\slife\b",
    re.IGNORECASE,
)
EXISTS = re.compile(r"\b(?:there\s(?:is|was|were|are|has\sbeen|had\sbeen)\s(?:not|no|never)|no\s[a-z]+(?:\s[a-z]+){0,4}\s(?:was|were|has|had|took|\w+ed))\b", re.IGNORECASE)  # fmt: skip
OWN = re.compile(r"\b(?:we|i|our|my|us|me)\b", re.IGNORECASE)
PERFECT = re.compile(
    r"\b(?:has|have|had|did|was|were|is|are)\s?(?:not|never|n[’']t|no)\b|\bnever\s\w+ed\b", re.IGNORECASE
)
REJECTS = re.compile(
    rf"\b(?:den(?:y|ies|ied|ial)|reject(?:s|ed)?|refut\w+|rebut\w*|dismiss(?:es|ed)?|disput(?:es|ed)|contradict\w*|hits?\sback|answers?|retort\w*|counters?|replies|replied|laugh(?:s|ed)?|shrug(?:s|ged)|furious|brands?|branded|defends?\s(?:himself|herself|itself|themselves)|whoever\ssays|rumou?rs?|allegations?|accusations?|accus(?:es|ed)|charges?|blame|slur|claims?|talk|gossip|{UNTRUE})\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|would|shall|may|might|could|can|plans? to|wants? to|is to|are to|due to|expected to|should)\b",
    re.IGNORECASE,
)
NEGATIVES = re.compile(
    r"\b(?:not|never|neither|nor|nobody|no one|no|none|nothing|whatsoever|single|at all|ever)\b|n[’']t", re.IGNORECASE
)
LEAST = 0.1  # likeness of two sentences, below which they are surely of two things; wide open: what is weighed decides
BEST = 2  # sentences of the other report that a denial is laid beside
LEADS = 2


@dataclass(frozen=True, slots=True)
class Denial:
    """A sentence that says something was not so, where it says that, and what it says without the negation."""

    passage: Passage
    at: int  # in the document
    plain: str
    spoken: bool


def denials_of(scene: Scene, report: Brief) -> list[Denial]:
    """The sentences of a report that say of what is over that it was not."""
    del scene
    found = []
    for passage in sentences(report):
        text = named_or_not(passage.text)
        match = NOT.search(text)
        if match is None or OPEN.search(text) or SIDE_CLAUSE.search(text, 0, match.start()):
            continue
        found.append(Denial(passage, passage.span.start, NEGATIVES.sub(" ", passage.text), spoken(report, passage)))
    return found


def spoken(report: Brief, passage: Passage) -> bool:
    """Whether somebody says it."""
    span = passage.span
    return any(c.start < span.end and span.start < c.end for q in report.reading.quotes for c in q.content)


def denial_slots(pair: Pair, ours: list[Denial], theirs: list[Denial]) -> Iterator[Candidate]:
    """Each denial of one report beside the sentences of the other that are most like what it denies."""
    for found, own, other in ((ours, pair.a, pair.b), (theirs, pair.b, pair.a)):
        for denial in found:
            told = [p for p in sentences(other) if not negated(p.text) and not AHEAD.search(p.text)]
            weighed = sorted(
                ((likeness(pair.scene, denial.plain, p.text), -p.span.start, p) for p in told), key=lambda t: t[:2]
            )
            for rank, (alike, _, asserted) in enumerate(weighed[: -BEST - 1 : -1]):
                x, y = clause_at(other, asserted.span.start), clause_at(own, denial.at)
                if alike < LEAST or x is None or y is None:
                    continue
                signs = (common(pair, x, y) if other is pair.a else common(pair, y, x)) | signs_of(
                    pair, own, other, denial, asserted
                )
                signs |= {"alike": alike, "second": float(rank > 0)}
                sides = (("asserted", asserted.claim), ("denied", denial.passage.claim))
                about = " ".join(asserted.text.split())
                why = "one report tells what another says did not happen"
                yield Candidate(
                    "denial",
                    about,
                    sides,
                    ((asserted.span.start, other.document), (denial.at, own.document)),
                    signs,
                    why,
                )


def voices(report: Brief) -> frozenset[str]:
    """The names of those who speak in a report, by stems."""
    told = [s for q in report.reading.quotes for s in (q.source,) if s]
    return frozenset(n for at, n in report.named if any(s.start <= at < s.end for s in told)) - wide()


def likeness(scene: Scene, one: str, other: str) -> float:
    """How like two wordings are, by the sentence model where it may be asked."""
    return scene.cosine(one, other) if scene.cosine else near(one, other)


def signs_of(pair: Pair, own: Brief, other: Brief, denial: Denial, asserted: Passage) -> dict[str, float]:
    """The signs that a sentence denies another."""
    text, title = denial.passage.text, own.reading.document.title or ""
    elsewhere = " ".join(p.text for p in sentences(own))
    leads = sentences(other)[:LEADS]
    mine, yours = named_in(denial.passage, own), named_in(asserted, other)
    return flags(
        emphatic=EMPHATIC.search(text) is not None,
        exists=EXISTS.search(text) is not None,
        own_deed=OWN.search(text) is not None,
        perfect=PERFECT.search(text) is not None,
        spoken=denial.spoken,
        title_rejects=REJECTS.search(title) is not None or NOT.search(title) is not None,
        rejects=REJECTS.search(elsewhere) is not None,
        titles_apart=(NOT.search(title) is None) != (NOT.search(other.reading.document.title or "") is None),
        names_met=bool((mine & yours) - wide()),
        lead=asserted in leads,
        denies_late=denial.passage not in sentences(own)[:LEADS],
        one_voice=bool(voices(own) & voices(other)),
        one_negation=sum(negated(p.text) for p in sentences(other)) == 0,
    )
