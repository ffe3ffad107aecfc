"""Which stages of an event's life went before the one that its words tell: "the postponed visit", "two days later than planned"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tidings.grammar.events.plover import VERBAL
from tidings.model import Status

__all__ = ["earlier_stages"]

REACH = 60  # characters behind an act within which words still say how it had been meant
BEFORE = 40  # the same before it
LATER = {"requested": 0, "conditional": 1, "announced": 2, "cancelled": 3, "ongoing": 4, "held": 5}

# What was done with a thing to come before it came, by the participle that tells so.
STAGES: dict[Status, str] = {
    "announced": r"(?:long-)?(?:planned|scheduled|announced|foreseen|promised|pledged|arranged|slated|fixed|convened|billed|advertised)",
    "cancelled": r"(?:(?:twice|once|thrice|repeatedly)[- ])?(?:postponed|delayed|deferred|put off|put back|adjourned|called off|cancelled|canceled)",
    "requested": r"(?:requested|demanded|sought|called for|long-sought)",
    "conditional": r"threatened",
}
HAD_BEEN = r"(?:(?:had|has|have) been|was|were|is|are)"
ONCE = r"(?:first|originally|initially|already|earlier|previously|once|long|twice|now|also|jointly)"
AS_MEANT = re.compile(
    rf"\b(?:as|(?:later|earlier|sooner|longer)\sthan|from when|where)\s(?:(?:had been|was|were|it had|they had|he had|she had|{ONCE})\s){{0,2}}"
    r"(planned|scheduled|announced|foreseen|promised|pledged|agreed|arranged|undertaken|vowed|ordered|requested|demanded|asked|threatened)\b",
    re.IGNORECASE,
)
DUE = r"(?:due|meant|planned|scheduled|supposed|expected|slated)"
# What was due on a day or to be: not "was due to negligence".
DUE_THEN = rf"(?:{DUE}|set|fixed)\s(?:for|on|next|today|tomorrow|this|to\s(?:arrive|be|begin|come|end|go|have|hold|last|leave|meet|open|resume|sail|start|take)\b)"
WAS_DUE = re.compile(
    rf"(?:\s(?:to|of|in|with|by|between|at|on)(?:\s[\w’'-]+){{1,4}}?)?,?\s(?:(?:which|that)\s)?(?:had been|was|were)\s(?:{ONCE}\s)?(?:{DUE_THEN}|to\s(?:have|be|open|begin|start|take place)\b)",
    re.IGNORECASE,
)
DUE_TO = re.compile(
    rf"\b(?:had been|was|were)\s(?:{ONCE}\s)?(?:{DUE}\sto|to\shave|to\sbe)\s(?:have\s)?(?:be\s|been\s)?\Z",
    re.IGNORECASE,
)
OFF = re.compile(
    r"\b(?:postpon(?:es|ed|ing)|(?:call|called|calls|calling) off|(?:put|puts|putting) (?:off|back)|cancel(?:s|l?ed|l?ing)|scrap(?:s|ped)|shelve[sd]?|defer(?:s|red)|adjourned|suspended)\b",
    re.IGNORECASE,
)
WORDS: dict[str, Status] = {
    "requested": "requested",
    "demanded": "requested",
    "asked": "requested",
    "ordered": "requested",
    "threatened": "conditional",
}


@lru_cache(maxsize=1 << 12)
def earlier_stages(text: str, start: int, end: int, type_: str, status: str) -> tuple[Status, ...]:
    """The stages that the words around an act presuppose, earliest first.

    `text` is the sentence, `start` and `end` the act's own words in it.
    """
    if type_ in VERBAL or status not in LATER:
        return ()
    found = {stage for stage in stages_around(text, start, end) if LATER[stage] < LATER[status]}
    if status == "cancelled" and OFF.search(text, max(0, start - REACH), end + REACH):
        found.add("announced")
    if "cancelled" in found:
        found.add("announced")
    return tuple(sorted(found, key=lambda s: LATER[s]))


def stages_around(text: str, start: int, end: int) -> Iterator[Status]:
    """The stages told right before and behind an act."""
    before, behind = text[max(0, start - BEFORE) : start], text[end : end + REACH]
    for stage, words in STAGES.items():
        if re.search(rf"\b{words}(?:\s(?!by\b|of\b|to\b)[\w’'-]+)?\s\Z", before, re.IGNORECASE):
            yield stage
        if re.match(
            rf"(?:\s(?:to|of|in|with|by|between|at|on)(?:\s[\w’'-]+){{1,4}}?)?(?:,|,?\s(?:(?:which|that)\s)?{HAD_BEEN})\s(?:{ONCE}\s)?{words}\b",
            behind,
            re.IGNORECASE,
        ):
            yield stage
    for match in AS_MEANT.finditer(behind):
        yield WORDS.get(match[1].lower(), "announced")
    if DUE_TO.search(before) or WAS_DUE.match(behind):
        yield "announced"
