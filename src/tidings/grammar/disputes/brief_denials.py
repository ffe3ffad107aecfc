"""What one short report tells first and another says did not happen: "No gas leaked at the pit", "We did not pay one cent"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from tidings.grammar.disputes.briefs import Brief, wide
from tidings.grammar.disputes.claims import Dispute
from tidings.grammar.disputes.denied_beside import words
from tidings.grammar.disputes.denying import negated
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.grammar.disputes.slot_denials import OPEN
from tidings.grammar.disputes.weighed import MANY, PAIRS, one_matter
from tidings.text.meaning import nearness

__all__ = ["brief_denials"]

# It did not happen, in the past, by the main words of a clause; what will not, cannot or should not be denies nothing
DID_NOT = re.compile(
    r"""(?:\A|[“"]|:\s|\bthat\s|,\s)(?:[Nn]o|[Nn]ot\s(?:an?|one|a\ssingle)|[Nn]obody)\s(?!such|longer|more|doubt|matter|wonder|other)(?:\w+\s){0,6}?(?:has|have|had|was|were|took|left|\w{2,}ed)\b"""
    r"|\bthere\s(?:was|were|had\sbeen|has\sbeen)\s(?:never\s)?no\b"
    r"|\b(?:has|have|had)\s(?:not|never)\s(?!been\b)(?:\w+ly\s)?\w{2,}(?:[tnd])\b"
    r"|\b(?:did\snot|didn[’']t)\s\w+\s(?:\w+\s){0,4}?(?:an?|one|any|anybody|anything)\b"
    r"|\b(?:has|have|had|was|were|did)\s[^,;.]{2,60}?\bneither\s[^.;]{2,40}\bnor\b"
)
SOFT = re.compile(
    r"\b(?:not|n[’']t|never|no|neither)\b[^.;]{0,25}\b(?:comment\w*|respon\w+|say|said|clear|known?|identif\w+|named?|detail\w*|confirm\w*|expect\w*|wants?|think|believe|sure|plan\w*|given?|elaborat\w*|available|immediately|reach\w*|yet|decid\w+|releas\w+|until)\b"
    r"|\b(?:will|would|can|could|should|must|may|might|shall)\s?(?:not|n[’']t|never)|\bcannot",
    re.IGNORECASE,
)  # silence, and what is open
BY_THE_WAY = re.compile(r"\b(?:because|since|after|when|while|although|who|which|whose|if)\s[^,;]{0,90}\Z")
STARTS = re.compile(r"[;:“”\"]|\bthat\s|,\s(?=he\b|she\b|it\b|but\b|and\b|while\b)")
ENDS = re.compile(r"[;:“”\"]|,\s(?:he|she|his|her|its|the|it|who|which|and|but|adding|said|[A-Z])")
NO = re.compile(r"\b(?:not|never|neither|nor|nobody|no|whatsoever|single|anywhere|else)\b|n[’']t", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:he|she|it|we|they|I|him|her|them|its|his|their)\b", re.IGNORECASE)
LEAD = 2  # sentences at the head of a report, one of which tells what another report denies
NEAR = 0.26  # nearness in meaning of what did not happen to what the other report tells; set on the cases that may be looked at
NEARLY = 0.7  # of the nearest lead's, that the other lead must come to


def brief_denials(scene: Scene, short: Sequence[Brief]) -> Iterator[Dispute]:
    """For two short reports of one matter the nearest sentence that says it did not happen, beside the lead that tells it."""
    told: dict[str, list[Passage]] = {}
    for passage in scene.passages:
        told.setdefault(passage.document, []).append(passage)
    met = [
        (a, b)
        for a, b in combinations(short[:MANY], 2)
        if scene.independent(a.document, b.document) and one_matter(scene, a, b)
    ]
    for a, b in sorted(met, key=lambda pair: -len(pair[0].names & pair[1].names))[:PAIRS]:
        found = [d for one, other in ((a, b), (b, a)) for d in denied(told, one, other)]
        if found:
            best, tells, denies = max(found, key=lambda f: (f[0], -f[2].span.start))
            asserted = tuple(sorted(t.claim for near, t, d in found if d is denies and near >= NEARLY * best))
            sides = (("asserted", asserted), ("denied", (denies.claim,)))
            about = words(scene, tells.claim)
            yield Dispute("denial", about, sides, ("one report tells what another says did not happen",), 0.6)


def denied(told: dict[str, list[Passage]], one: Brief, other: Brief) -> Iterator[tuple[float, Passage, Passage]]:
    """How near each sentence of the other report that says it was not comes to a lead of the one."""
    for passage in told[other.document]:
        match = DID_NOT.search(passage.text)
        if (
            match is None
            or SOFT.search(passage.text)
            or OPEN.search(passage.text)
            or BY_THE_WAY.search(passage.text[: match.end()])
        ):
            continue
        clause, who = clause_of(passage.text, match), names_in(other, passage)
        for lead in told[one.document][:LEAD]:
            shared = (who & names_in(one, lead)) - wide()
            near = nearness(NO.sub(" ", clause), lead.text, kin=True)
            if near >= NEAR and (shared or PRONOUN.search(clause)) and not negated(lead.text):
                yield near, lead, passage


def names_in(brief: Brief, passage: Passage) -> frozenset[str]:
    """The names of a sentence."""
    return frozenset(n for at, n in brief.named if passage.span.start <= at < passage.span.end)


def clause_of(text: str, match: re.Match[str]) -> str:
    """The clause that says it was not."""
    low = max((m.end() for m in STARTS.finditer(text, 0, match.start() + 1)), default=0)
    end = ENDS.search(text, match.end())
    return text[low : end.start() if end else len(text)]
