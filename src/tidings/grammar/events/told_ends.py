"""What agreements and offers do by themselves: "the truce collapsed", "the ceasefire did not hold", "the deal fell through"."""

import re
from collections.abc import Iterator

from tidings.grammar.events.fate_words import DOUBT, NOUN, is_doubted, kind_of

__all__ = ["BEGINS", "NAMED", "WITH", "ends"]

SOON = r"(?:(?:since|already|now|then|also|later|soon|again|quickly|swiftly|rapidly|suddenly|finally|promptly|immediately|eventually|ultimately|completely)\s)?"
DONE = rf"(?:(?:has|had|have)\s)?{SOON}"
SPELL = r"(?:an?|one|two|three|four|five|six|\d{1,3}) (?:hours?|minutes?|days?|nights?)"
SHORT = r"(?:less than|only|barely|just|scarcely|hardly|not even|no more than|a mere)(?:\s\w{1,20}){1,2}"
FELL = re.compile(
    rf"\b(?:{DONE}(?:collaps(?:ed|es)(?: into \w{{1,20}})?|(?:broke|broken|breaks) down|(?:fell|fallen|falls|came|come) apart|unravel(?:s|l?ed)|crumbled|disintegrated|failed to (?:hold|last)|failed)"
    rf"|(?:had )?(?:(?:lasted|held|survived)(?: for)? {SHORT}|lasted {SPELL})|(?:did|does|has|had) not (?:hold|held|last|lasted)"
    r"|(?:lies|lay|is|was|are|were) (?:now |already )?(?:in tatters|in ruins|in shreds|dead))\b",
    re.I,
)
FELL_THROUGH = re.compile(
    rf"\b(?:{DONE}(?:(?:fell|fallen|falls) through|been (?:shelved|pulled|taken back))|no longer (?:stands|holds|applies)|does not stand any (?:more|longer)|is void|(?:was|were) (?:pulled|shelved))\b",
    re.I,
)
# Words that no plain name of a thing holds, so that the noun behind them is not what the clause is about.
APART = (
    r"(?:the|an?|of|in|on|at|by|to|for|from|with|under|over|behind|about|against|and|or|but|if|than|that|which|who|whom|whose|where|when|while|as|because|since|until|after|before|is|are|was|were|be|been|has|had"
    r"|have|will|would|could|may|might|shall|should|can|must|said|says|not|no|never|nor|neither|nearly|almost|all)"
)
NAMED = rf"(?:(?!{APART}\s)[\w’'-]{{1,40}}\s){{0,3}}?(?:{NOUN})"
# "between the two towns", "signed in May", ", brokered by Peru,": no verb may stand between the noun and its own.
WITH = r"(?:(?:,\s[^,.;:]{2,80},)|(?:\s(?:of|between|with|in|on|over|for|from|to|by|among|across|around|made|signed|brokered|reached|struck|agreed|mediated|announced|concluded)(?:\s(?!(?:that|which|who|whom|whose|where|when|while|as|because|if|than|but|since|until|before|is|are|was|were|has|had|have|will|would|could|may|might|shall|should|can|must|said|says|not|never|nearly|almost)\s)[\w’'-]{1,40}){1,8}?))?\s"
WHOLE = re.compile(
    rf"(?<![\w’'-])(?P<whose>(?:the|that|this|their|its|his|her|an?|[\w’'-]{{1,40}}['’]s?)\s{NAMED}){WITH}$", re.I
)
HEADLINE = re.compile(rf"\A(?P<whose>{NAMED}){WITH}$", re.I)
# Where a clause begins, so that what follows is its subject: "In May the truce", "and the truce", but not "the bank behind the deal".
BEGINS = re.compile(
    r"(?:\A\W{0,3}|[,;:“”\"‘(—–]\s?|\b(?:and|but|that|then|so|while|as|because|since|where|although|though|when|said|says|later|earlier|ago|yesterday|today|overnight|meanwhile)\s"
    r"|(?:\A|[,;:“”\"(—–]\s?|\band\s)(?:on|in|by|at|within|since|last|this|late|early|during|amid)(?:\s[\w’'-]{1,30}){1,4}\s)\Z",
    re.I,
)
# What may stand behind the verb: "broke down barriers", "was pulled off", "did not hold elections" tell of another thing.
FREE = re.compile(
    r"[.!;:,”\"’)—–]|$|\s(?:[—–-]\s|(?:on|in|at|after|when|as|and|but|because|within|over|amid|before|last|this|late|early|yesterday|today|tonight|overnight|again|altogether|completely|under|following|despite|with|by|for|soon|almost immediately"
    r"|in the end|once|beyond|past|long|at once|from the start)\b|[a-z]{1,20}ly\b|(?:\w{1,20}\s){0,3}(?:hours?|days?|weeks?|months?|minutes?|nights?)\b)",
    re.I,
)
OPEN_BEHIND = re.compile(
    r"[^.;]{0,40}?\b(?:if|unless|whenever|whether|so far|and counting|as (?:it was )?(?:planned|agreed|intended|foreseen|meant))\b|\s(?:for|in) (?:a|one) moment\b",
    re.I,
)
AFTER = re.compile(r"\b(?:after|once|when|if|until|till|before)\s\Z", re.I)
BACK = 220  # characters before the verb in which its subject is sought
BEFORE = 60  # characters before the subject in which its clause begins
ENDS = (
    (
        FELL,
        "breached",
        frozenset(
            [
                "collapsed",
                "collapses",
                "down",
                "apart",
                "unravels",
                "unraveled",
                "unravelled",
                "crumbled",
                "disintegrated",
                "failed",
                "lasted",
                "held",
                "survived",
                "hold",
                "last",
                "dead",
                "tatters",
                "ruins",
                "shreds",
            ]
        ),
    ),
    (FELL_THROUGH, "withdrawn", frozenset(["through", "shelved", "pulled", "taken", "longer", "void"])),
)
# Only what was made can be broken; of a demand that failed nobody knows how.
UNMADE = {"agreement": "breached", "word": "breached", "offer": "lapsed"}


def ends(said: str, has: frozenset[str]) -> Iterator[tuple[str, str, int, tuple[int, int], str]]:
    """Outcome, kind, place, the words for it and the build of each clause in which such a thing ends by itself."""
    for pattern, outcome, held in ENDS:
        for verb in pattern.finditer(said) if has & held else ():
            end, first = verb.start(), max(0, verb.start() - BACK)
            thing = HEADLINE.search(said, 0, end) if end <= BACK else None
            thing = WHOLE.search(said, first, end) or thing
            if thing is None or not FREE.match(said, verb.end()) or OPEN_BEHIND.match(said, verb.end()):
                continue
            before = said[max(0, thing.start() - BEFORE) : thing.start()]
            if not BEGINS.search(before) or AFTER.search(before) or is_doubted(said, thing.start()):
                continue
            if DOUBT.search(said, thing.start(), end):
                continue  # "the truce, Ghana feared, collapsed"
            kind = kind_of(thing)
            own = outcome if outcome != "breached" else UNMADE.get(kind)
            if own is not None:
                yield own, kind, thing.end("whose"), thing.span("whose"), "passive"
