"""What a text tells of the very thing that was asked, offered or threatened, without a word for the asking: "will not apologise", "agreed to free the crew", "no longer insists on guards"."""

import re
from collections.abc import Iterator

from tidings.grammar.events.story_sides import ACTING, StorySides
from tidings.grammar.events.told_outcomes import Fate, is_by_last
from tidings.model import Entity, Reading

__all__ = ["DOING", "MATTER", "matters_told"]

MATTER, DOING = "matter", "doing"  # shapes of a fate: of a thing that is named, of what somebody will or will not do
HAS = r"(?:(?:has|had|have|is|was|are|were) )?(?:(?:also|since|again|now|later|then|at last|finally|firmly|flatly|[a-z]+ly) )?"
SAID = r"(?:(?:said|says|announced|declared|insisted|stressed|confirmed|repeated|replied|answered|added)(?: on \w+day)?(?:,)?(?: that)? (?:it|he|she|they|his country|her country) )?"
DO = r"(?P<what>[a-z]\w+[^.;:“”\"]{2,90})"
THING = r"(?P<what>[^.;:“”\"]{3,90})"
# The whole that is told, from the verb of who answers on: outcome, pattern.
TOLD: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (outcome, DOING if what is DO else MATTER, re.compile(rf"{SAID}{HAS}(?:{words}) {what}"))
    for outcome, words, what in (
        (
            "rejected",
            r"(?:will|would|shall|could|can) (?:not|never)|won['’]t|wouldn['’]t|cannot|refus(?:ed|es) to|declin(?:ed|es) to|no (?:plans?|intention|wish|reason|need) to|"
            r"ha(?:s|d|ve) no (?:plans?|intention|wish|reason|need) (?:to|of)|s(?:ees|aw) no (?:reason|need) (?:to|for)|rul(?:ed|es) out|did not agree to|not (?:ready|willing|prepared|going) to",
            DO,
        ),
        (
            "rejected",
            r"s(?:ees|aw) no (?:reason|need) for|reject(?:ed|s)|turn(?:ed|s) down|rul(?:ed|es) out|wants? no",
            THING,
        ),
        (
            "accepted",
            r"(?:agreed|agrees|consented|consents|promised|promises|undertook|undertakes|pledged|pledges|decided) to|ready to|will now|would now",
            DO,
        ),
        ("accepted", r"(?:will|would|will now) accept|accept(?:ed|s)|agreed to|gave in to|consented to", THING),
        (
            "withdrawn",
            r"(?:no longer|not any longer) (?:insist(?:ed|s|ing)? on|demand(?:s|ed|ing)?|ask(?:s|ed|ing)? for|want(?:s|ed)?|threaten(?:s|ed|ing)?)|g(?:ave|ives|iven) up|"
            r"dropp?(?:ed|s) (?:its|his|her|their|the) (?:insistence on|claim (?:to|for)|call for)|retreat(?:ed|s) from|back(?:ed|s) (?:away|down) (?:from|on)|no longer to",
            THING,
        ),
        ("withdrawn", r"(?:pull|tak|remov|sweep)(?:ed|es|en|s|ing)?|took|swept", rf"{THING} off the table"),
    )
)
# Where what is answered ends, and what makes it no plain answer.
END = re.compile(
    r",|\s(?:and|but|after|before|because|while|when|which|who|whom|where|as|saying|citing|in return|in exchange|although|though|despite|since|so that|until|till|for fear)\b"
)
HEDGED = re.compile(
    r"\b(?:if|unless|until|provided|only|once|whether|as long as|without|may|might|reporters|journalists|comment)\b",
    re.I,
)


def matters_told(sides: StorySides, reading: Reading) -> Iterator[Fate]:
    """The answers that name what was asked or offered itself, each by a known side right before the verb."""
    text, places = reading.document.text, sides.places.get(reading.document.id, ())
    for sentence in reading.sentences:
        said = text[sentence.start : sentence.end]
        inside = [
            (a - sentence.start, b - sentence.start, side)
            for a, b, side in places
            if sentence.start <= a < sentence.end and is_known(sides.head[side])
        ]
        if not inside or HEDGED.search(said):
            continue
        for outcome, shape, pattern in TOLD:
            for match in pattern.finditer(said):
                before = [(b, side) for _, b, side in inside if b <= match.start()]
                if not before or not is_by_last(said, inside, match.start()):
                    continue
                what = END.split(match["what"], maxsplit=1)[0]
                yield Fate(
                    outcome,
                    "",
                    reading.document.id,
                    sentence.start + match.start(),
                    sentence,
                    said,
                    max(before)[1],
                    None,
                    shape,
                    what,
                )


def is_known(entity: Entity) -> bool:
    """Whether it may act and has a name: "the government" alone may be any."""
    return entity.kind in ACTING and not entity.name[:1].islower()
