"""The clause of a long sentence that tells what another passage tells too."""

import re
from itertools import pairwise

import numpy as np

from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.scene import Scene
from tidings.model import Span
from tidings.text.meaning import counterparts, covered, worded

__all__ = ["narrowed"]

LONG = 16  # words: a shorter sentence is shown whole
LEAST = 5  # words of a clause
TOLD = 0.25  # share of the other passage's meaning from which a sentence is known to tell of it
NEARLY = 0.8  # of what the whole sentence tells of it, that a clause must tell alone
CUTS = re.compile(
    r"[;:–—]\s|,\s(?:(?:and|but|while|who|which|when|after|that|where)\s)?|\s(?:and that|when|while|after|because|although|which|who)\s|\b(?:said|says|saying|claim\w*|maintain\w*|insist\w*|added|adding|admitted|declared|complain\w*)\sthat\s|\sand\s(?=\w+(?:ed|was|were|had|has|is|are)\b)"
)


def narrowed(scene: Scene, claim: Claim, other: str) -> Claim:
    """The clause that tells as much of the other passage as the whole sentence does; else the claim itself."""
    text = scene.readings[claim.document].document.text
    told = text[claim.span.start : claim.span.end]
    if len(told.split()) <= LONG or covered(other, told) < TOLD:
        return claim
    cuts = [(0, 0), *((m.start(), m.end()) for m in CUTS.finditer(told)), (len(told), len(told))]
    pieces = [(end, start) for (_, end), (start, _) in pairwise(cuts) if len(told[end:start].split()) >= LEAST]
    if len(pieces) < 2:
        return claim
    best = max(pieces, key=lambda p: (deed_told(other, told[p[0] : p[1]]), -p[0]))
    if deed_told(other, told[best[0] : best[1]]) < max(TOLD, NEARLY * deed_told(other, told)):
        return claim
    start, end = best
    while start < end and told[start] in " \n“\"«‘'":
        start += 1
    while end > start and told[end - 1] in " \n,;:.":
        end -= 1
    return Claim(claim.document, Span(claim.span.start + start, claim.span.start + end))


def deed_told(other: str, clause: str) -> float:
    """Of what a passage tells, names and numbers left out, how near a clause comes: who it is of says nothing of the deed."""
    near, of = counterparts(other, clause), worded(other)
    plain = np.array([not w.name and not other[w.start : w.end].isdigit() for w in of.words], bool)
    if not near.size or not plain.any():
        return 0.0
    return round(float(near.max(1)[plain] @ of.weights[plain] / of.weights[plain].sum()), 3)
