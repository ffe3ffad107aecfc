"""Captions: what stands under a picture."""

import re

from tidings.grammar.layout.features import Line

__all__ = ["is_caption", "is_name", "taken_by"]

MARKED = re.compile(
    r"\((?:left|right|centre|center|top|bottom|back|front|l|r|c)\)"
    r"|\((?:file\s)?(?:photo|image|picture)\b|\[(?:photo|file|image)\b"
    r"|\b(?:file photo|file picture|file image|handout|screengrab|screenshot|undated photo(?:graph)?|in this (?:photo|image|picture))\b"
    r"|\b(?:getty images|ap photo|afp via|reuters/|epa-efe|shutterstock|/\s?(?:reuters|afp|ap|epa|tass|sputnik)\b)"
    r"|^(?:photo|image|picture|caption|video)(?:graph)?s?(?:\sby|\scredit)?\s?:"
    r"|^(?:chart|graphic|infographic|map|table|cartoon)s? ?(?:of the (?:day|week|month)\s?)?:"
    r"|\b(?:photo(?:graph|s|graphy)?|image|picture|illustration)(?:\scredit)?\s?:"
    r"|\ball (?:images|photos|photographs|pictures) (?:by|courtesy|from)\b"
    r"|\bcredit:\s|\s(?:photo|image|picture)s?/\s?\w",
    re.IGNORECASE,
)
# "(Ann Orla/Pool via Agency)" at the end: who took the picture.
TAKEN_BY = re.compile(r"\((?:[A-Z][^()]{2,60}(?:/|\bvia\b)[^()]{2,60}|[A-Z][^()]{2,40} (?:Photo|Images))\)\W{0,3}\Z")
PICTURED = r"attends?|speaks?|shakes? hands|poses?|gestures?|walks?|arrives?|stands?|looks? on|listens?|leaves?|addresses|meets?|waves?|sits?|delivers?|holds?|demonstrates?|seen|shown|pictured"
# The present tense of pictures with a full date: "X speaks at a meeting in Y, Thursday, June 29, 2023."
ON_THAT_DAY = re.compile(rf"\b(?:{PICTURED})\b.{{0,200}}\b[A-Z][a-z]{{2,8}}\.? \d{{1,2}}, (?:19|20)\d\d\b")
# Who took a picture, behind what it shows: "… Photograph: Ann Orla/Agency", "… File | Photo credit: archive", "… (Ann Orla/Agency)".
TAKER = re.compile(
    r"(?:(?<=[.!?)”\"])\s{1,3}|\s{0,2}[|–—-]\s)(?:(?:file|archive)\b[ .|–—-]{0,4})?(?:all )?(?:photo(?:graph|s|graphy)?|image|picture|illustration|credit|file|archive)s?\b.{0,80}\Z"
    r"|\s{0,2}[(\[](?:photo|image|picture|credit|file|[^()\[\]]{2,60}(?:/|\bvia\b))[^()\[\]]{0,60}[)\]]\W{0,3}\Z",
    re.IGNORECASE,
)
AT_WORK = re.compile(
    r"(?:during|at|after|before|pictured|from left|from right|left to right|\(from left\)|members of|a view of|a general view)\b",
    re.IGNORECASE,
)
SHOWING = re.compile(rf"\b(?:{PICTURED})\b.{{0,120}}\b(?:on|in|at)\b", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_a-z][\w’'.-]{0,30}(?:\s(?:[^\W\d_a-z][\w’'.-]{0,30}|de|van|von|bin|al|and|der)){1,5}")


SAYS = re.compile(r"\b(?:said|told|says)\b|[“”\"]")


def is_name(text: str) -> bool:
    """Whether a line is a person's name and no more."""
    return len(text.split()) <= 6 and NAME.fullmatch(text.strip()) is not None


def taken_by(text: str) -> int | None:
    """Where a caption begins to say who took the picture; None where it does not, or says nothing else."""
    found = TAKER.search(text)
    return found.start() if found and found.start() else None


def is_caption(line: Line, *, near_top: bool = False) -> bool:
    """Whether a line is a caption: by a mark of pictures, or near the top by being a name or no sentence at all."""
    if line.count > 60:
        return False
    if TAKEN_BY.search(line.text[-150:]) or (ON_THAT_DAY.search(line.text) and not SAYS.search(line.text)):
        return True
    if MARKED.search(line.text) and not (line.prose and line.text[0] in '“"«‘'):
        return line.count <= 45
    if not near_top or line.terminal:
        return False
    if is_name(line.text):
        return True
    return line.count <= 30 and (AT_WORK.match(line.text) is not None or SHOWING.search(line.text[:300]) is not None)
