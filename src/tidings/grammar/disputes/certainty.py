"""How sure reports are of one act: told as done by one, as possible by another."""

import re
from collections.abc import Iterator

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.model import Span

__all__ = ["certainty"]

OFFERED = re.compile(
    r"\b(?:offered|proposed|has made an offer|had made an offer|put forward an offer|suggested exchanging)\b",
    re.IGNORECASE,
)
MIGHT = re.compile(
    r"\b(?:might|may|could|would)\s(?:also\s)?be\s(?:willing|ready|prepared|open)\b|\b(?:is|are|was|were)\s(?:reportedly\s)?(?:considering|weighing|mulling|ready|willing|prepared)\s(?:to\b|a\b|an\b|whether\b)",
    re.IGNORECASE,
)
PARTIES = 2  # persons, bodies or ships that both sentences name


def certainty(scene: Scene) -> Iterator[Dispute]:
    """Pairs of reports, one of which tells as offered what the other tells as possible: the offer of one party about the same persons."""
    sure = [p for p in scene.passages if OFFERED.search(p.text) and not MIGHT.search(p.text)]
    unsure = [p for p in scene.passages if MIGHT.search(p.text)]
    for a in unsure:
        fitting = [
            b
            for b in sure
            if scene.independent(a.document, b.document)
            and len(a.who & b.who) >= PARTIES
            and (a.countries & b.countries)
        ]
        if fitting:
            best = max(fitting, key=lambda b: (len(a.who & b.who), len(a.stems & b.stems), b.document, b.span.start))
            sides = ((phrase(best, OFFERED), (clause(best, OFFERED),)), (phrase(a, MIGHT), (clause(a, MIGHT),)))
            yield Dispute(
                "wording",
                "whether it was offered or is thought possible",
                sides,
                ("one offer, two degrees of certainty",),
                0.6,
            )


def phrase(passage: Passage, cue: re.Pattern[str]) -> str:
    """The words by which a passage vouches or does not."""
    match = cue.search(passage.text)
    return match[0] if match else passage.text


def clause(passage: Passage, cue: re.Pattern[str]) -> Claim:
    """The clause that holds the cue: from the last "that" before it to the sentence's end or its next relative clause."""
    match = cue.search(passage.text)
    at = match.start() if match else 0
    starts = [m.end() for m in re.finditer(r"\bthat\s|[;:]\s", passage.text[:at])]
    ends = [
        m.start() for m in re.finditer(r"[;:.”]|,\s(?:who|which|after|while|but)\b", passage.text) if m.start() > at
    ]
    start, end = (starts or [0])[-1], (ends or [len(passage.text)])[0]
    return Claim(passage.document, Span(passage.span.start + start, passage.span.start + max(end, start + 1)))
