"""Where the readers' comments begin under an article: at the line in which the site speaks of them."""

import re
from collections.abc import Sequence

from tidings.grammar.layout.features import Line

__all__ = ["comments_from"]

SHARE, WORDS = 0.4, 150  # of a page's running text: what must stand before its comments, the less of the two
LONGEST = 60  # words of such a line
# What a site says of its readers' comments; calls to comment stand in the midst of articles too, and are not among it.
POLICY = re.compile(
    r"\b(?:views|opinions) expressed (?:in|by|here)\b.{0,40}\b(?:comments?|commenters|readers|users)\b"
    r"|\bcomments? (?:are|is|have been|will be|must be)\b.{0,30}\b(?:closed|moderated|screened|pre-screened|disabled|reviewed|switched off)\b"
    r"|\b(?:discussion|comments?|thread|conversation|commenting)(?: on this \w+)? (?:is|are|has been|have been) (?:now )?closed\b"
    r"|\bwe (?:welcome|encourage|invite|moderate|reserve the right)\b.{0,60}\bcomments?\b"
    r"|\byour comments? may be (?:published|used|edited)\b|\byou agree that anything you post\b"
    r"|\bnotify me of (?:new|follow-up) (?:comments|posts)\b|\b(?:report|flag) (?:as|this|comment as) (?:abuse|abusive|inappropriate|spam)\b"
    r"|\d:\d\d ?[ap]\.?m\.? ?(?:\| ?|-{1,2} ?)(?:reply|report)\b"
    r"|\A\W{0,3}[\w.-]{2,30}(?: [\w.-]{1,30}){0,2} ?[·•|] ?\d{1,2} ?(?:s|m|min|h|hrs?|d|w|mo|y|minutes?|hours?|days?|weeks?|months?|years?)(?: ago)?\W{0,3}\Z"
    r"|\A\W{0,3}\d{1,5} (?:comments|replies|responses) (?:on|to) [“\"‘']"
    r"|\A\W{0,3}(?:\d{1,5} comments?|(?:readers[’'] |user )?comments?\s?\(?\d{1,5}\)?)\W{0,3}\Z",
    re.IGNORECASE,
)
SAYS = re.compile(r"[“”«»\"]\W|\b(?:said|told|according to)\b")


def comments_from(lines: Sequence[Line], first: int, last: int) -> int | None:
    """The line of the body from which on all is comments, or None."""
    whole = sum(line.count for line in lines[first : last + 1] if line.prose)
    before = 0
    for n in range(first, last + 1):
        line = lines[n]
        if (
            before >= min(SHARE * whole, WORDS)
            and line.count <= LONGEST
            and POLICY.search(line.text)
            and not SAYS.search(line.text)
        ):
            return n
        before += line.count if line.prose else 0
    return None
