"""None by one account, some by another's in the same report: "the police say nobody was hurt", "doctors speak of seven injured"."""

import re
from collections.abc import Iterator, Sequence

from tidings.grammar.disputes.answered import ATTRIBUTED
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.denying import part
from tidings.grammar.disputes.figures import Figure
from tidings.grammar.disputes.scene import Passage

__all__ = ["none_hurt"]

NEAR = 2  # sentences between the two accounts
# What may befall people, in the words that tell it.
FATES = (
    re.compile(r"\b(?:hurt|injur\w+|wound\w*|hospital\w*|suffered|burn(?:ed|t|s)|bruises)\b", re.IGNORECASE),
    re.compile(r"\b(?:kill(?:ed|ing|ings)|dead|deaths?|died|die|lives|bodies|fatalit\w+|drown\w+)\b", re.IGNORECASE),
    re.compile(r"\b(?:arrest\w*|detain\w*|detention|custody|behind bars|held)\b", re.IGNORECASE),
    re.compile(r"\b(?:missing|abducted|kidnapped|disappeared|taken)\b", re.IGNORECASE),
)
NOBODY = re.compile(
    r"\b(?:no one|nobody|none|not a single (?:person|man|woman|soldier|civilian)|no (?:civilians?|soldiers?|people|person|passengers?|protesters?|demonstrators?|workers?|officers?|policem[ae]n))\s(?:\w{2,10}\s){0,4}?(?P<fate>hurt|injured|wounded|hospitali[sz]ed|killed|died|dead|arrested|detained|missing|in custody|behind bars)\b"
    r"|\bno\s(?P<loss>injuries|casualties|deaths|arrests|wounded|dead|detainees)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(r"\b(?:will|would|should|must|may|might|could|if|so that|unless|hop\w+|want\w*)\b", re.IGNORECASE)
CLAUSES = re.compile(r";\s|,\s(?=(?:but|and|while|whereas|although|though)\s)")


def none_hurt(passages: Sequence[Passage], told: dict[str, list[Figure]]) -> Iterator[Dispute]:
    """Each account by which nobody was hurt, killed or held, beside a count that another gives close by."""
    for at, passage in enumerate(passages):
        none = NOBODY.search(passage.text)
        if none is None or AHEAD.search(passage.text, 0, none.start()):
            continue
        low = max((m.end() for m in CLAUSES.finditer(passage.text, 0, none.start())), default=0)
        high = next((m.start() for m in CLAUSES.finditer(passage.text, none.end())), len(passage.text))
        own = part(passage, low, high)
        if own is None or not ATTRIBUTED.search(passage.text, low, high):
            continue
        fate = next((f for f in FATES if f.search(none["fate"] or none["loss"])), FATES[0])
        for figure in told.get(passage.document, ()):
            if abs(figure.place - at) > NEAR or overlap(own, figure.claim) or figure.quantity.value <= 0:
                continue
            clause = figure.passage.text[figure.part.start - figure.passage.span.start :][: len_of(figure)]
            if fate.search(clause) and figure.answers:
                sides = (("none", (own,)), (figure.words, (figure.claim,)))
                about = f"{none['fate'] or none['loss']}: how many"
                yield Dispute("number", about, sides, ("two sources give two numbers",), 0.6)
                break


def len_of(figure: Figure) -> int:
    """How many code points the clause of a number has."""
    return figure.part.end - figure.part.start


def overlap(a: Claim, b: Claim) -> bool:
    return a.document == b.document and a.span.meets(b.span)
