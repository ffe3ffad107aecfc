"""Answers and deeds that name no offer or demand: "Peru accepted with thanks", "said no", "freed the crew, as promised"."""

import re
from collections.abc import Iterator

from tidings.grammar.events.fate_words import DOUBT, UNDONE, kind_of, said_before

__all__ = ["as_said", "replies"]

# "Peru accepted with thanks", "Chile refused.", "the guild would have none of it", "Peru turned it down"
ALONE = re.compile(
    r"(?<!\bas )\b(?:(?P<accepted>(?:accepted|agreed|consented|obliged)(?: (?:it|that|this|them|both))?|took (?:it|them|that) up|(?:jumped|leapt) at (?:it|them|that)|complied|relented|caved in|gave (?:in|way)|backed down"
    r"|(?:said|announced|declared|confirmed)(?: on \w{1,12}day)?(?: that)? (?:it|he|she|they) (?:would|will) (?:comply|agree|accept(?: it| that)?|do so|give way|yield|relent))"
    r"|(?P<rejected>(?:refused|declined|demurred|rejected (?:it|that|this|them|both)|refused (?:it|that|this|them))|turned (?:it|them|that|both) down"
    r"|(?:brushed|waved|swept) (?:it|them|that) (?:aside|away)|(?:ruled|threw) (?:it|them|that) out|(?:would|will) (?:not hear of|have none of) (?:it|that|them)))"
    r"(?=[.;,]?[”\"’»]?(?:$|[.;])|, (?:saying|citing|calling|but(?! only\b)|and)\b| (?:at once|immediately|promptly|politely|outright|flatly|within (?:an|the|\w{1,20}) hours?|with (?:thanks|gratitude|pleasure|reluctance|regret)|[“\"«]with |on the advice\b|(?:on |late on |early on |last )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|the (?:same|next|following) (?:day|evening|night|morning|afternoon))\b[^,.;]{0,40}[.,;]))"
)
ANSWERED = frozenset(
    [
        "accepted",
        "agreed",
        "consented",
        "obliged",
        "took",
        "jumped",
        "leapt",
        "complied",
        "relented",
        "caved",
        "gave",
        "backed",
        "comply",
        "agree",
        "accept",
        "do",
        "give",
        "yield",
        "relent",
        "refused",
        "declined",
        "demurred",
        "rejected",
        "turned",
        "brushed",
        "waved",
        "swept",
        "ruled",
        "threw",
        "hear",
        "none",
    ]
)
BARE = re.compile(r"\b(?:said|says|has said|had said) (?P<said>yes|no)(?=[.,;]| (?:on|at|within|last|in|and|but)\b)")
# "refused, citing a cold, to sing": it refuses what it names itself.
OF_ITS_OWN = re.compile(
    r"(?:(?: \w{1,20}){0,4}?|[^.;]{0,120}?,) to (?!(?:the|an?|his|her|its|their|much|loud|\w{1,40}['’]s)\b)[a-z]"
)
# "as promised", "as it had warned", "as the council had asked": the words between are whose it was
AS_SAID = re.compile(
    r"(?<!\bsame )(?<!\bsuch )\bas (?P<whose>(?:(?!(?:no|nobody|none|few|never|not|if|though)\b)[\w’'-]{1,40} ){1,5}?(?:had|has|have) (?:been )?)?"
    r"(?:(?P<offer>promised|pledged|offered)|(?P<agreement>agreed)|(?P<warning>threatened|warned)|(?P<demand>demanded|requested|asked))"
    r"(?=[.,;:!”\"’)]|$|\s(?:(?:in|on|by|at|under|last|during|with|between|earlier|after|when|and|but|before|since|yesterday|of|all along|(?:for )?(?:an?|one|two|three|four|five|six|\d{1,3}|some|several|many) (?:hour|day|week|fortnight|month|year)s?"
    r"|for (?:hours|days|weeks|months|years|long|so long))\b|to (?:do|the|an?|its|his|her|their|[A-Z])))"
)
SAID_SO = frozenset(
    ["promised", "pledged", "offered", "agreed", "threatened", "warned", "demanded", "requested", "asked"]
)
TO_COME = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|must|can|cannot|(?:is|are|was|were) (?:to|due)|not|never)\b|['’]ll\b|n['’]t\b"
)
# Whoever fails, stops short, is only urged or means to act has not done as was said.
NOT_DONE = re.compile(
    r"\b(?:fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|neglect(?:s|ed)?|omit(?:s|ted)?|yet to|unable|stop(?:s|ped)? short|f(?:ell|alls|alling) short|nothing|nobody|none|no|neither|nor|without|instead of|rather than"
    r"|hardly|scarcely|barely|nearly|almost|half|partly|only|few|little|unwilling|reluctant|forgot|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for|upon)|press(?:es|ed|ing)?|ask(?:s|ed|ing)|demand(?:s|ed|ing)|insist(?:s|ed|ing)?|plead(?:s|ed)?"
    r"|want(?:s|ed)?|plan(?:s|ned|ning)?|inten(?:d|ds|ded|ding|t)|promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)?|prepar(?:es|ed|ing)|ready|wait(?:s|ed|ing)|need(?:s|ed)?|due|set to|about to|supposed|ought|bound to|going to|in order to|so as to)\b",
    re.I,
)
# "was as agreed", "the price as agreed", "twice as promised": nothing is done there.
NO_ACT = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|remains?|remained|stays?|stayed|same|such|twice|just|much|exactly|as \w{1,20}|texts?|drafts?|prices?|terms|wording|version|plans?|deals?|amounts?|sums?|rates?|dates?|schedules?)|\A\W*)\s?\Z",
    re.I,
)
BEFORE = 240  # characters before the words that point back


def replies(said: str, has: frozenset[str]) -> Iterator[tuple[str, str, int, tuple[int, int], str]]:
    """The bare answers of a sentence: who gives them must stand right before."""
    for match in ALONE.finditer(said) if has & ANSWERED else ():
        own = match.group("rejected") and OF_ITS_OWN.match(said, match.end())
        if not own and not UNDONE.search(said[max(0, match.start() - 30) : match.start()]):
            yield ("accepted" if match.group("accepted") else "rejected"), "", match.start(), (0, 0), "bare"
    for match in BARE.finditer(said) if has & {"yes", "no"} else ():
        yield ("accepted" if match.group("said") == "yes" else "rejected"), "", match.start(), (0, 0), "bare"


def as_said(said: str, has: frozenset[str]) -> Iterator[tuple[str, str, int, tuple[int, int], str]]:
    """The deeds that are told to be as was promised, threatened or asked."""
    for match in AS_SAID.finditer(said) if "as" in has and has & SAID_SO else ():
        before = said_before(said, match.start(), BEFORE)
        left_open = (pattern.search(before) for pattern in (TO_COME, NOT_DONE, NO_ACT, DOUBT))
        if not any(left_open):
            whose = match.span("whose") if match["whose"] else (0, 0)
            yield "accepted" if match["demand"] else "kept", kind_of(match), match.start(), whose, "as said"
