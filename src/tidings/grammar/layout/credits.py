"""Credits: the outlet or agency that a report says it comes from."""

import re

from tidings.lexicon import words

__all__ = ["credit_line", "credits_in"]

LABEL = re.compile(
    r"(?P<label>[^\W\d_]{2,12}(?:\s[^\W\d_]{2,8})??)\s{0,2}(?P<colon>[:–—-]?)\s{0,3}(?P<rest>\S.{0,100})\Z"
)
DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<name>[\w-]{1,60}(?:\.[\w-]{2,60}){1,4})(?:/\S{0,200})?", re.IGNORECASE
)
NAMES = re.compile(r"[^\W\d_a-z][\w.&’'-]{0,40}(?:[\s,/]{1,2}(?:[^\W\d_a-z][\w.&’'-]{0,40}|of|the|and|with)){0,7}")
CITING = re.compile(
    r"\b(?:citing|quoting|with reference to|reports? by|reported by)\s(?:the\s)?(?P<name>[A-Z][\w&’'-]{1,30}(?:\s[A-Z][\w&’'-]{1,30}){0,3})"
)
REPORTED = re.compile(
    r"\b(?P<name>[A-Z][\w&-]{1,30}(?:\s[A-Z][\w&-]{1,30}){0,2})(?:,\s(?:citing|quoting|referring to)\s[^,.]{3,80},?)?\s(?:earlier\s|previously\s|first\s)?(?:reported|reports|has reported|had reported)\b"
)
# "With Delta Press", "The newsroom of X with Delta Press", "Our staff, with material from Delta Press"
WITH = re.compile(
    r"(?:(?:by|from)?\s?(?:the\s|our\s)?(?:newsroom|staff|editors|editorial staff|editorial office|desk|correspondents?|reporters?|agencies)\b[^.!?]{0,50}?\s)?"
    r"with\s(?:(?:material|reporting|reports|information|files|input|contributions)\s(?:from|by|of)\s)?(?:the\s)?(?P<name>[A-Z][\w .&/’'-]{1,50})",
    re.IGNORECASE,
)
ALONE = re.compile(r"\(?(?P<name>[A-Z][\w .&/-]{1,40})\)?")


def credit_line(line: str) -> str | None:
    """The source that a whole line names: "Source: X", "via X", an agency's name alone."""
    line = line.strip()
    alone = ALONE.fullmatch(line)
    if alone and alone["name"].casefold() in words("news_outlets.txt"):
        return alone["name"]
    if (shared := WITH.fullmatch(line.strip("(). "))) and is_medium(shared["name"]):
        return shared["name"]
    match = LABEL.match(line)
    if match is None or match["label"].casefold() not in words("credit_labels.txt"):
        return None
    rest = match["rest"].strip(" .")
    domain = DOMAIN.fullmatch(rest)
    if domain:
        return domain["name"]
    if len(rest.split()) <= 8 and NAMES.fullmatch(rest) and (match["colon"] or len(rest.split()) <= 4):
        return rest
    return None


def credits_in(paragraph: str) -> list[str]:
    """The outlets that a paragraph says it repeats: "citing X"; "X reported" where X is an outlet by what it is called."""
    named = [
        m["name"] for m in CITING.finditer(paragraph) if m["name"].split()[0].casefold() not in words("stop_words.txt")
    ]
    return named + [m["name"] for m in REPORTED.finditer(paragraph) if is_medium(m["name"])]


def is_medium(name: str) -> bool:
    """Whether a name is a newspaper's, an agency's or a station's: a known one, or one whose first or last word says so."""
    if name.casefold() in words("news_outlets.txt"):
        return True
    parts = name.casefold().split()
    return len(parts) > 1 and name[0].isupper() and not words("media_words.txt").isdisjoint({parts[0], parts[-1]})
