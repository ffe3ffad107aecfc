"""Lines by which agencies steer their copy: slugs, notes to editors, marks of begin and end, and the stamp under it."""

import re

from tidings.grammar.layout.stamps import DateLine, Stamp, find_stamp, iso_day

__all__ = ["is_control", "wire_stamp"]

LONGEST = 120  # characters of such a line
ZONE = r"(?:GMT|UTC|Z|[BCEIMP][SDE]?T)"
CONTROL = re.compile(
    r"\W{0,3}(?:ZCZC|NNNN)\b.{0,40}"
    r"|(?:[a-z] ){0,3}(?:BC|AM|PM|AP|bc|am|pm)-[A-Z][\w–—-]+.*"
    r"|.{0,60}\b(?:\d(?:st|nd|rd|th)|first|second|third|final|new)[ -]?(?:ld|lede|add|writethru|write-?through)\b(?:[ -](?:writethru|write-?through))?.{0,30}"
    r"|.{0,60}\b(?:\d(?:st|nd|rd|th)|first|second|third|final|new)[ -](?:lead|take)(?:[ -](?:writethru|write-?through))?"
    r"|\W{0,3}(?:eds|editors)(?: note)?\s?:\s.*"
    r"|(?:\((?:updat(?:es|ing)|adds|recasts|corrects|refiles|raises|repeats|removes)|(?-i:UPDATES|ADDS|RECASTS|CORRECTS|REFILES|RAISES|REPEATS|REMOVES))\b.{0,12}\b(?:throughout|lead|headline|quotes?|details?|comments?|background|byline|dateline|para(?:graph)?s?)\b.{0,80}"
    r"|\W{0,3}more\W{0,3}",
    re.IGNORECASE,
)
PLAINLY = re.compile(r"[a-z]+(?: [a-z]+){3}")  # four words in small letters: a sentence rather than a slug
MARKED = re.compile(r"\W{0,3}(?:eds|editors|updat|adds|recasts|corrects|refiles|raises|repeats|removes)", re.IGNORECASE)
# "AP-WS-06-11-13 0652GMT", "03 APR 2008 1420 GMT", "0610 gmt 9 May 19"
CODED = re.compile(rf"[A-Z]{{2,6}}-[A-Z]{{2,4}}-(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d\d)(?: \d{{4}} ?{ZONE})?")
TIMED = re.compile(
    rf"\b\d{{4}} ?{ZONE}[ ,]{{1,2}}(?P<day>\d{{1,2}} [A-Z][a-z]{{2,8}}) (?P<year>\d{{4}}|\d\d)\b", re.IGNORECASE
)
BEFORE = re.compile(rf"(?P<day>\d{{1,2}} [A-Z]{{3,9}} \d{{4}}) \d{{4}} ?{ZONE}\b", re.IGNORECASE)


def is_control(line: str) -> bool:
    """Whether a line is for those who handle the copy and not for readers."""
    if len(line) > LONGEST or not CONTROL.fullmatch(line):
        return False
    return MARKED.match(line) is not None or PLAINLY.search(line) is None


def wire_stamp(line: str) -> DateLine | None:
    """The day in the stamp under an agency's copy."""
    if len(line) > LONGEST:
        return None
    if coded := CODED.fullmatch(line.strip()):
        day = iso_day(2000 + int(coded["y"]), int(coded["m"]), int(coded["d"]))
    elif line.rstrip().endswith((".", "!")):
        return None  # a sentence, no stamp
    elif timed := TIMED.search(line):
        year = timed["year"] if len(timed["year"]) > 2 else f"20{timed['year']}"
        day = iso_of(f"{timed['day']} {year}")
    else:
        before = BEFORE.search(line)
        day = iso_of(before["day"]) if before else None
    return DateLine(Stamp(day, 0, len(line)), "", "") if day else None


def iso_of(words: str) -> str | None:
    """The ISO day that some words name."""
    found = find_stamp(words)
    return found.value[:10] if found and found.value else None
