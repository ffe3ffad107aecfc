"""Lines that belong to the site and not to the article, told by what they are made of."""

import re
from functools import cache

from tidings.grammar.layout.features import Line
from tidings.lexicon import words

__all__ = ["furniture"]

YOURS = re.compile(
    r"\b(?:you|your|yours|our newsletter|our app|sign up|subscribe|subscribing|newsletters?|inbox|cookies?|your browser|javascript|password)\b",
    re.IGNORECASE,
)
SUFFIXED = re.compile(r"\w{2,30}?(icon|button|link|menu|logo)\b", re.IGNORECASE)
REASONS = (
    ("cookie", re.compile(r"cookie|consent|privacy|gdpr", re.IGNORECASE)),
    ("comments", re.compile(r"repl(?:y|ies)\b|comment|e-?mail address|required fields", re.IGNORECASE)),
    (
        "subscribe",
        re.compile(
            r"subscri|newsletter|sign up|inbox|donate|support us|follow us|telegram|rutube|youtube|whatsapp",
            re.IGNORECASE,
        ),
    ),
    ("share", re.compile(r"\bshare|tweet|\bprint\b|facebook|copy link|flipboard|linkedin", re.IGNORECASE)),
    ("advertisement", re.compile(r"advert|sponsored|promoted|partner content", re.IGNORECASE)),
    ("copyright", re.compile(r"©|copyright|all rights reserved|reproduction", re.IGNORECASE)),
    ("navigation", re.compile(r"\b(?:next|previous|back to|skip to|scroll)\b", re.IGNORECASE)),
    ("related", re.compile(r"\b(?:read|related|see also|more|recommended|stories|trending|popular)\b", re.IGNORECASE)),
)


@cache
def openings() -> re.Pattern[str]:
    listed = sorted(words("page_openings.txt"), key=lambda o: (-len(o), o))
    return re.compile("(?:" + "|".join(re.escape(o) for o in listed) + r")(?!\w)", re.IGNORECASE)


def furniture(line: Line) -> str | None:
    """Why a line is furniture of the site; None where it may belong to the article."""
    return reason(line.text) if is_furniture(line) else None


def is_furniture(line: Line) -> bool:
    if line.count == 0 or line.code > 0.06:
        return True
    if "©" in line.text[:80] and line.count <= 40:
        return True
    opened = openings().match(line.text.lstrip("[(-–—•▶►→» ")) is not None
    if opened and (not line.prose or line.count <= 12 or line.glue >= 2):
        return not (line.prose and line.page < 0.25 and line.count > 6)
    if line.count <= 40 and line.page >= 0.5:
        return True
    if line.prose:
        return line.page >= 0.25 and len(YOURS.findall(line.text)) >= 2 and line.count <= 60
    return is_list(line)


def is_list(line: Line) -> bool:
    """Whether a line without the shape of a sentence is a run of menu entries, icons or headlines."""
    if len(SUFFIXED.findall(line.text)) >= 4 and line.stops < 0.1:
        return True
    if line.separators >= 2 and line.count <= 15 * (line.separators + 1):
        return True
    if line.count >= 15 and (line.glue >= 3 or (line.repeats >= 3 and line.glue >= 1)):
        return True
    if line.count >= 8 and line.stops < 0.06 and not line.terminal:
        return True
    return line.page >= 0.34 and line.count >= 3


def reason(text: str) -> str:
    for name, pattern in REASONS:
        if pattern.search(text[:300]):
            return name
    return "menu"
