"""What a text tells of the very thing that was asked, offered or threatened, without a word for the asking: "will not apologise", "agreed to free the crew", "no longer insists on guards"."""

import re
from collections.abc import Iterator

from tidings.grammar.events.fate_words import SURE, is_doubted
from tidings.grammar.events.story_sides import ACTING, StorySides
from tidings.grammar.events.told_outcomes import WORD, Fate, is_by_last
from tidings.model import Entity, Reading

__all__ = ["DOING", "MATTER", "matters_told"]

MATTER, DOING = "matter", "doing"  # shapes of a fate: of a thing that is named, of what somebody will or will not do
HAS = rf"(?:(?:has|had|have) )?(?:{SURE} )?"
BE = r"(?:is|was|are|were) "
SAID = r"(?:(?:said|says|announced|declared|insisted|stressed|confirmed|repeated|replied|answered|added)(?: on \w{3,6}day)?(?:,)?(?: that)? (?:it|he|she|they|his country|her country) )?"
# "will not rule out a loan", "would not hesitate to": who will not refuse does not refuse.
TWICE = r"(?!(?:rule out|refus|reject|declin|oppos|object|obstruct|block|veto|prevent|hinder|resist|hesitat|fail|mind|only|be (?:opposed|drawn|forced)|stand in the way|turn down|say|comment|forget|go back)\w{0,6}\b)"
DO = rf"{TWICE}(?P<what>[a-z]\w{{1,40}}[^.;:“”\"]{{2,90}})"
THING = r"(?P<what>[^.;:“”\"]{3,90})"
CONSENT = r"(?:accept|agree|allow|permit|tolerate|sign|support|back|join|let|recogni[sz]e|consent|approve|give|stand|take)\b"  # "cannot find it" refuses nothing
LOOK = r"(?:discuss|consider|study|look|examine|review|explore|think|listen|hear|try|seek|reconsider|debate|weigh|talk about)\b"  # who agrees to look at it has not agreed
ASKED = r"(?:its|his|her|their|the|on|any|all) (?:\w{1,20} )?(?:claims?|demands?|insistence|plans?|calls?|requests?|bids?|opposition|objections?|resistance|conditions?|threats?|rights?)\b"
NO_WISH = "(?:plans?|intention|wish|reason|need)"
# The whole that is told, from the verb of who answers on: outcome, pattern, and words of which one is in all that it matches.
TOLD: tuple[tuple[str, str, re.Pattern[str], frozenset[str]], ...] = tuple(
    (
        outcome,
        DOING if what is DO else MATTER,
        re.compile(rf"(?<![\w’'-]){SAID}{HAS}(?:{words}) {what}"),
        frozenset(held.split()),
    )
    for outcome, words, what, held in (
        (
            "rejected",
            rf"(?:will|would|shall) (?:not|never)|(?:(?:could|can) (?:not|never)|cannot)(?= {CONSENT})|won['’]t|wouldn['’]t|refus(?:ed|es) to|declin(?:ed|es) to|no {NO_WISH} to|"
            rf"ha(?:s|d|ve) no {NO_WISH} (?:to|of)|s(?:ees|aw) no (?:reason|need) (?:to|for)|rul(?:ed|es) out|did not agree to|{BE}not (?:ready|willing|prepared|going) to",
            DO,
            "not never won wouldn refused refuses declined declines no ruled rules cannot",
        ),
        (
            "rejected",
            r"s(?:ees|aw) no (?:reason|need) for|reject(?:ed|s)|turn(?:ed|s) down|rul(?:ed|es) out|wants? no",
            THING,
            "no rejected rejects turned turns ruled rules",
        ),
        (
            "accepted",
            rf"(?:(?:agreed|agrees|consented|consents|promised|promises|undertook|undertakes|pledged|pledges|decided) to|{BE}(?:now )?ready to|will now|would now)(?! {LOOK})",
            DO,
            "agreed agrees consented consents promised promises undertook undertakes pledged pledges decided ready now",
        ),
        (
            "accepted",
            rf"(?:will|would|will now) accept|accept(?:ed|s)|agreed to(?! {LOOK})|gave in to|consented to",
            THING,
            "accept accepted accepts agreed gave consented",
        ),
        (
            "withdrawn",
            rf"(?:{BE})?(?:no longer|not any longer) (?:insist(?:ed|s|ing)? on|demand(?:s|ed|ing)?|ask(?:s|ed|ing)? for|want(?:s|ed)?|threaten(?:s|ed|ing)?)|"
            rf"(?:g(?:ave|ives|iven) up|retreat(?:ed|s) from)(?= {ASKED})|drop(?:ped|s) (?:its|his|her|their|the) (?:insistence on|claim (?:to|for)|call for)|back(?:ed|s) (?:away|down) (?:from|on)",
            THING,
            "longer gave gives given retreated retreats dropped drops backed backs",
        ),
        ("withdrawn", r"(?:pull|tak|remov|sweep)(?:ed|es|en|s|ing)?|took|swept", rf"{THING} off the table", "table"),
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
        has = frozenset(WORD.findall(said.lower())) if inside else frozenset()
        tried = [row for row in TOLD if has & row[3]]
        if not tried or HEDGED.search(said):
            continue
        for outcome, shape, pattern, _ in tried:
            for match in pattern.finditer(said):
                before = [(b, side) for _, b, side in inside if b <= match.start()]
                if not before or not is_by_last(said, inside, match.start()) or is_doubted(said, match.start()):
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
