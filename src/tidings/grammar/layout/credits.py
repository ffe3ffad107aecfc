"""Credits: the outlet or agency that a report says it comes from."""

import re
from functools import lru_cache

from tidings.lexicon import words
from tidings.text.names import first_letters

__all__ = ["cited_in", "credit_line", "credits_in", "is_medium", "lent_by", "outlet_key", "set_out_by"]

LONGEST = 120  # code points of a line that is a credit

LABEL = re.compile(
    r"(?P<label>[^\W\d_]{2,12}(?:\s[^\W\d_]{2,8})??)\s{0,2}(?P<colon>[:–—-]?)\s{0,3}(?P<rest>\S.{0,100})\Z"
)
DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<name>[\w-]{1,60}(?:\.[\w-]{2,60}){1,4})(?:/\S{0,200})?", re.IGNORECASE
)
NAMES = re.compile(
    r"[^\W\d_a-z][\w.&’'-]{0,40}(?:[\s,/]{1,2}(?:[^\W\d_a-z][\w.&’'-]{0,40}|of|the|and|with|de|del|della|di|du|la|le|el|der|des)){0,7}"
)
CITING = re.compile(
    r"\b(?:citing|quoting|with reference to|reports? by|reported by)\s(?:the\s)?(?P<name>[A-Z][\w&’'-]{1,30}(?:\s[A-Z][\w&’'-]{1,30}){0,3})"
)
REPORTED = re.compile(
    r"\b(?P<name>[A-Z][\w&-]{1,30}(?:\s[A-Z][\w&-]{1,30}){0,2})(?:,\s(?:citing|quoting|referring to)\s[^,.]{3,80},?)?\s(?:earlier\s|previously\s|first\s)?(?:reported|reports|has reported|had reported)\b"
)
NAME = r"(?:the\s)?(?P<name>[A-Z][\w.&’'-]{0,30}(?:\s(?:of|the|and|for|[A-Z][\w.&’'-]{0,30})){0,6})"
# "With Delta Press", "The newsroom of X with Delta Press", "Our staff, with material from Delta Press"
WITH = re.compile(
    r"(?:(?i:by|from)?\s?(?i:the\s|our\s)?(?:[\w&’'-]{2,24}\s){0,3}?(?i:newsroom|staff|editors|editorial staff|editorial office|desk|correspondents?|reporters?|agencies)\b[^.!?]{0,50}?\s)?"
    rf"(?i:with)\s(?P<lent>(?:material|reporting|reports|information|files|inputs?|contributions|agency material)\s(?:from|by|of)\s)?{NAME}"
)
# "This article was first published by Delta Press", "Republished from …"
REPRINTED = re.compile(
    r"(?:(?i:this|the)\s(?:article|story|report|text|piece|item)\s(?:was|is|has\sbeen|is\sbeing)?\s?)?(?:(?i:was|first|originally|initially|previously)\s){0,2}"
    rf"(?i:re)?(?i:published|appeared|printed|posted|carried|issued)(?:\s(?:first|originally))?\s(?:by|in|on|from|at)\s{NAME}"
)
# "Based on a report by Delta Press", "Translated from an article of …"
BASED = re.compile(
    r"(?i:adapted|translated|compiled|abridged|shortened|based|taken|excerpted)(?:\s(?:on|from|after|by))?(?:\s(?:an?|the)\s)?\s?"
    rf"(?:(?:report|reports|article|story|text|dispatch|material|materials)\s(?:by|of|from|in)\s){NAME}"
)
ORIGINAL = re.compile(
    r"(?:[^:]{0,40}[.;]\s)?(?i:original(?:\s(?:text|article|source))?|text|words|report|reporting|agency|agencies|source\s\w+\sand\s\w+)"
    rf"\s?[:/]\s?{NAME}(?:\s?[/|;,]\s.{{0,40}})?"
)
# An outlet's name with a mark, a place or a day: "(Delta Press)", "Delta Press, Cairo", "© Delta Press 2024"
BESIDE = re.compile(
    rf"(?:(?P<mark>[(\[—–-]|©|\([cC]\)|(?i:copyright))\s?(?:\d{{4}}\s)?)?{NAME}(?P<tail>\s?[,|/–—-]\s?[\w ,.]{{3,24}}|\s\d{{4}})?[)\]]?"
)
CITED = re.compile(
    rf"\b(?:reports|reported by|writes|wrote|according to)\s(?:the\s(?:news\s|state\s|state\snews\s)?(?:agency|newspaper|daily|portal|broadcaster)\s)?{NAME}"
)
# "transmits the agency Delta", "according to the Delta agency", "the agency Delta informs": called an agency, whatever its name
CALLED = re.compile(
    r"\b(?:the\s)?(?:(?:news|press|information|state|official|telegraph)\s){0,2}(?:agency|newswire)\s[«“\"]?(?P<name>[A-Z][\w&-]{1,30}(?:\s[A-Z][\w&-]{1,30}){0,2})"
)
# What passes news on, medium or not by its name: only laid beside the agencies whose own reports are there too
PASSES_ON = r"(?:[Rr]eport|transmit|inform|write|communicate|relay)(?:s|ed)?|wrote|[Ww]ith reference to|[Rr]eferring to|[Aa]s (?:reported|told|learned) by|told|[Ss]peaking to|in (?:an interview|remarks|comments) (?:with|to)|(?:seen|obtained|quoted|cited|published|released|first carried) by"
PASSED_ON = re.compile(
    rf"\b(?:{PASSES_ON})\s(?:(?:the|a|news|press|information|state|agency|newspaper|portal|of|from|by)\s){{0,4}}[«“\"]?(?P<name>[A-Z][\w&’'-]{{1,30}}(?:\s[A-Z][\w&’'-]{{1,30}}){{0,3}})"
)
PASSING = re.compile(
    rf"\b(?P<name>[A-Z][\w&’'-]{{1,30}}(?:\s[A-Z][\w&’'-]{{1,30}}){{0,3}})[»”\"]?(?:\s(?:news\s)?agency)?,?\s(?:has\s|had\s|earlier\s|also\s){{0,2}}(?:{PASSES_ON})\b"
)
PASS = re.compile(rf"(?:{PASSES_ON})")
WRITES = re.compile(
    r"\b(?!As\s|The\s)(?P<name>[A-Z][\w&’'-]{1,30}(?:\s[A-Z][\w&’'-]{1,30}){1,3})\s(?:writes|wrote|reports|said|says|learned|has learned)\b"
)
ALONE = re.compile(r"\(?(?P<name>[A-Z][\w .&/-]{1,40})\)?")
# Beside who wrote it: "Ann Orla, with Delta Press", "By our correspondents and DPN", "Staff (Delta Press)"
PARTED = re.compile(r"\s?[·•|;]\s?|\s[–—-]\s")
LENT = re.compile(
    rf"(?P<how>\b[Ww]ith|\band|&|/|\()\s?(?:(?P<lent>(?:material|reporting|reports|information|files|inputs?|contributions)\s(?:from|by|of)\s))?{NAME}\)?\s?[.,]?\Z"
)
STAFF = re.compile(
    r"\b(?:staff|newsroom|desk|editors|editorial|editorship|correspondents|reporters|agencies|redaction)\b",
    re.IGNORECASE,
)
INITIALS = re.compile(r"[A-Z]{3,6}")
FEWEST_INITIALS = 3
NAMED = re.compile(r"[A-Z][\w&-]{1,30}(?:\s[A-Z][\w&-]{1,30}){0,3}")
NEAR = 28  # code points on both sides of a name in which it may be said to report
CITES = re.compile(
    r"\b(?:report(?:s|ed|ing)?|dispatch(?:es)?|agency|newswire|wires?|correspondents?|quot(?:es|ed|ing)|cit(?:es|ed|ing)|according to|learn(?:s|ed|t)"
    r"|wr(?:ites|ote|itten)|transmit\w{0,4}|inform(?:s|ed)|communicated|seen|obtained|interview|conversation|account of|published|carried"
    r"|reveal(?:s|ed)|disclosed|announces|information|broken|first)\b",
    re.IGNORECASE,
)
REMARK = re.compile(
    r"\s\([^()]{1,40}\)\Z|(?:\s[a-z]{3,12}){1,3}\Z"
)  # behind a labelled name: "Delta Press (in translation)", "Delta Press text service"
SAYS = re.compile(r"\b(?:said|says|told|notes|noted|announced|added|so|per|via|believe)\b|[(:/]", re.IGNORECASE)


def credit_line(line: str) -> str | None:
    """The source that a whole line names: "Source: X", "via X", an agency's name alone."""
    line = line.strip()
    alone = ALONE.fullmatch(line)
    if alone and alone["name"].casefold() in words("news_outlets.txt"):
        return alone["name"]
    if len(line) <= LONGEST and (name := told_by(line.rstrip(". ")) or told_by(line.strip("(). "))):
        return name
    match = LABEL.match(line)
    if match is None or match["label"].casefold() not in words("credit_labels.txt"):
        return None
    rest = REMARK.sub("", match["rest"].strip(" .")) if match["colon"] else match["rest"].strip(" .")
    domain = DOMAIN.fullmatch(rest)
    if domain:
        return domain["name"]
    if len(rest.split()) <= 8 and NAMES.fullmatch(rest) and (match["colon"] or len(rest.split()) <= 4):
        return rest
    return None


def told_by(line: str) -> str | None:
    """The outlet that a short line says the text is from, in a phrase rather than behind a label."""
    for form in (REPRINTED, BASED):
        if match := form.fullmatch(line):
            return match["name"]
    for form in (WITH, ORIGINAL, BESIDE):
        match = form.fullmatch(line)
        bare = form is BESIDE and match is not None and not match["mark"] and not match["tail"]
        lent = form is WITH and match is not None and match["lent"]  # the phrase itself says that it is a medium
        if match and not bare and (lent or is_medium(match["name"])):
            return match["name"]
    return None


def lent_by(line: str) -> str | None:
    """The outlet or agency that a line of author and day names beside the author: "Ann Orla, with Delta Press".

    A name that nothing shows to be a medium's counts after "with" or behind the staff alone: others are authors.
    """
    for part in PARTED.split(line) if len(line) <= LONGEST else ():
        alone = [
            piece for piece in map(str.strip, re.split(r"[,/]", part)) if is_medium(piece) and NAMES.fullmatch(piece)
        ]
        if alone:
            return alone[-1]
        if (match := LENT.search(part.strip())) is None:
            continue
        name, before, how = match["name"].rstrip("."), part[: match.start("how")], match["how"].casefold()
        signed = INITIALS.fullmatch(name) is not None and how in {"with", "and", "("}
        # a second author is given by two names, an agency often by one
        one_name = how == "with" and " " not in name and not before.casefold().endswith("together ")
        staffs = how == "with" and STAFF.search(before) is not None
        if match["lent"] or is_medium(name) or signed or one_name or staffs:
            return name
    return None


def credits_in(paragraph: str) -> list[str]:
    """The outlets that a paragraph says it repeats: "citing X"; "X reported" where X is an outlet by what it is called."""
    named = [
        m["name"] for m in CITING.finditer(paragraph) if m["name"].split()[0].casefold() not in words("stop_words.txt")
    ]
    told = (m["name"].rstrip(".") for form in (REPORTED, CITED, WRITES) for m in form.finditer(paragraph))
    called = [m["name"] for m in CALLED.finditer(paragraph) if passes_on(paragraph, m.start(), m.end())]
    return list(dict.fromkeys([*named, *called, *(name for name in told if is_medium(name))]))


def passes_on(text: str, start: int, end: int) -> bool:
    """Whether a verb of passing on stands right before or behind what stands there."""
    before, behind = text[max(0, start - 40) : start].split()[-2:], text[end : end + 30].split()[:3]
    return any(PASS.fullmatch(w.strip(",")) for w in (*before, *behind)) or text[
        max(0, start - 10) : start
    ].rstrip().endswith(("to", "by"))


def cited_in(text: str) -> frozenset[str]:
    """The keys of all names that a text may pass news on from, also such as no list has."""
    named = [m["name"] for form in (PASSED_ON, PASSING, CALLED, CITING) for m in form.finditer(text)]
    told = [name for form in (CITED, WRITES) for m in form.finditer(text) if is_medium(name := m["name"].rstrip("."))]
    return frozenset(key for name in (*named, *told) for key in (outlet_key(name), *initials_of(name)))


def set_out_by(text: str) -> frozenset[str]:
    """The keys of all names that an opening may say its news is from: beside a word of reporting, or initials that say something.

    Only laid beside the agencies whose own reports are there too; most that is found here is no medium.
    """
    found = set(cited_in(text))
    for match in NAMED.finditer(text):
        near = text[max(0, match.start() - NEAR) : match.end() + NEAR]
        signed = INITIALS.fullmatch(match[0]) is not None
        if CITES.search(near) or (signed and SAYS.search(near)):
            found |= {outlet_key(match[0]), *initials_of(match[0])}
    return frozenset(found)


def initials_of(name: str) -> tuple[str, ...]:
    """What a name of three words and more is signed with in a dateline: "Delta Coast Press" as "dcp"."""
    parts = [word for word in name.split() if word[0].isupper() and word.casefold() not in {"the", "a", "an"}]
    return (first_letters(parts).casefold(),) if len(parts) >= FEWEST_INITIALS else ()


def is_medium(name: str) -> bool:
    """Whether a name is a newspaper's, an agency's or a station's: a known one, or one whose first or last word says so."""
    if name.casefold() in words("news_outlets.txt"):
        return True
    parts = name.casefold().split()
    return len(parts) > 1 and name[:1].isupper() and not words("media_words.txt").isdisjoint({parts[0], parts[-1]})


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """What names of one outlet share: "Delta Press", "the Delta Press Agency" and "www.delta-press.example" are one."""
    small = re.sub(r"^(?:https?://)?(?:www\.)?", "", name.casefold())
    if "." in small and " " not in small:
        small = small.split("/")[0].rsplit(".", 1)[0]
    light, empty = words("media_words.txt"), words("stop_words.txt")
    told = [word for word in re.findall(r"[^\W_]+", small) if word not in light and word not in empty]
    return " ".join(told) or small
