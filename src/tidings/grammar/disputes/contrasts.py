"""Two parties told against each other in one sentence or two: "A insists that …, while B says …"."""

import re
from collections.abc import Iterator

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.model import Span

__all__ = ["contrasts"]

SAYS = r"(?:says?|said|insists?|insisted|claims?|claimed|maintains?|maintained|argues?|argued|asserts?|asserted|contends?|told)"
WHILE = re.compile(
    rf"\b{SAYS}\b[^;“”]{{10,200}}?(?P<turn>,?\s(?:while|whereas|but)\s)(?=[A-Z“][^;]{{2,60}}?\b{SAYS}\b)"
)


def contrasts(scene: Scene) -> Iterator[Dispute]:
    """Sentences in which two parties give two accounts, about one subject that the second takes up by a pronoun or word."""
    for passage in scene.passages:
        turn = WHILE.search(passage.text)
        if turn and takes_up(passage.text[turn.end("turn") :]):
            one, two = split(passage, turn.start("turn"), turn.end("turn"))
            sides = ((words(scene, one), (one,)), (words(scene, two), (two,)))
            yield Dispute("denial", words(scene, one), sides, ("two parties are told against each other",), 0.6)


def takes_up(second: str) -> bool:
    """Whether the second account speaks of the first's subject by a pronoun: "says it crossed"; not each of its own plans."""
    return (
        re.search(
            rf"\b{SAYS}\s(?:that\s)?(?:it|they|he|she)\b(?!\s(?:will|would|shall|plans?|can|could|may|might|has|have|had|want)\b|[’']ll\b)",
            second,
        )
        is not None
    )


def split(passage: Passage, end: int, start: int) -> tuple[Claim, Claim]:
    """Both halves of a sentence."""
    base, text = passage.span.start, passage.text
    stop = len(text.rstrip(" .\n"))
    return (
        Claim(passage.document, Span(base, base + end)),
        Claim(passage.document, Span(base + start, base + max(start + 1, stop))),
    )


def words(scene: Scene, claim: Claim) -> str:
    """A claim's words on one line."""
    return " ".join(scene.readings[claim.document].document.text[claim.span.start : claim.span.end].split())
