"""Datelines: the place (and agency, and day) that a first paragraph opens with."""

import re
from dataclasses import dataclass, replace
from functools import cache

from tidings.grammar.layout.credits import is_medium
from tidings.grammar.layout.stamps import RELEASE, WEEKDAY, find_stamp
from tidings.grammar.layout.stated_day import months_and_days
from tidings.grammar.names.gazetteer import entry
from tidings.lexicon import rows, words

__all__ = ["Dateline", "capitals", "dateline"]

PLACE = r"[^\W\d_a-z][^\W\d_.]{1,30}(?:[ '’.-]{1,2}[^\W\d_a-z][^\W\d_.]{0,30}){0,3}"
AGENCY = r"[(/\[](?P<agency>[^\W\d_a-z][^()/\[\]\n]{1,40})[)/\]]"
DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?"
DASH = r"\s{0,2}(?:[–—―-]{1,2}|_)\s{1,2}"
# Capitals may stand alone before a dash; a place in ordinary letters needs its agency in brackets.
CAPITALS = re.compile(
    rf"\s{{0,3}}(?:{AGENCY.replace('agency', 'first')}\s{{1,2}})?(?P<place>[A-Z][A-Z.'’ /-]{{2,40}}[A-Z.])(?:,\s(?P<more>[A-Z][\w. ]{{1,30}}?))?(?:,\s{{1,2}}{DAY}|\s\({DAY}\))?\s{{0,2}}(?:{AGENCY})?\s{{0,2}}(?:{DASH}|:\s)"
)
NAMED = re.compile(
    rf"\s{{0,3}}(?P<place>{PLACE})(?:,\s(?P<more>[A-Z][\w. ]{{1,30}}?))?(?:,\s{{1,2}}[^()\n]{{1,25}}?)?\s{{1,2}}{AGENCY}\s{{0,2}}(?:{DASH}|:\s|[.]\s)"
)
DOTTED = re.compile(
    rf"\s{{0,3}}(?P<place>{PLACE}|[A-Z]{{3,20}})[.,]\s(?:{DAY})[.,]?\s{{1,2}}(?:/(?P<agency>[^\W\d_a-z][^/\n]{{1,40}})/|(?P<bare>[A-Z][A-Z.-]{{3,20}}))\s{{0,2}}[.–—-]{{0,2}}\s{{1,2}}"
)
# "Delta Press — …", "CAIRO, Delta Press – …", "CAIRO/Delta Press/ …": the name must be an outlet's by its words
MEDIUM = re.compile(
    rf"\s{{0,3}}(?:(?P<place>{PLACE})(?:,\s|\s?/\s?))?(?P<agency>[^\W\d_a-z][\w.&’'-]{{1,24}}(?:\s[^\W\d_a-z][\w.&’'-]{{1,24}}){{1,3}})(?:{DASH}|\s?/\s{{1,2}})"
)
ONLY_AGENCY = re.compile(rf"\s{{0,3}}\((?P<agency>[A-Z][\w .&/-]{{1,30}})\)\s{{0,2}}(?:{DASH}|:\s)")
# "Vilnius, 4 February 2020. The two …": with its year a day is none of the sentence's.
IN_FULL = re.compile(
    rf"\s{{0,3}}(?P<place>{PLACE})[,.]\s{DAY.replace(')?', ')')}\s{{0,2}}(?:[.:]|[–—―-]{{1,2}})\s{{1,2}}"
)
# A page's stamp that ran into the dateline behind it: "OSLO | Mon Jun 13, 2031 1:23 pm BST OSLO (Delta) - …".
STAMPED = re.compile(
    rf"(?:{PLACE}(?:, {DAY})?\s\|\s)?(?:[A-Z][a-z]{{2,8}},?\s)?{DAY}\s{{1,2}}\d{{1,2}}:\d\d\s?(?:[ap]m\s)?(?:[A-Z]{{2,4}}\s)?"
)

CITY = re.compile(r"(?P<place>[A-Z][A-Z.'’ -]{2,40}[A-Z])(?=[,\s])")
BESIDE_PLACE = re.compile(r"\s?\((?P<wire>[^\W\d_a-z][^()\d\n]{1,40})\),\s")
CLOSING = re.compile(r"\)?\s{0,2}(?:[(/](?P<wire>[^()/\n]{2,40})[)/]\s{0,2})?(?:[–—―-]{1,2}|:)\s{1,2}")
# Around a full day that a paragraph opens with: names before it, which a mark parts from it, and the mark behind.
NAME = rf"(?!{WEEKDAY})[^\W\d_a-z][\w.&’'-]{{0,24}}(?:[ /](?:(?:de|of|el|al) )?[^\W\d_a-z][\w.&’'-]{{0,24}}){{0,4}}"
BEFORE_DAY = re.compile(
    rf"\s{{0,3}}(?P<open>[(\[])?(?:(?P<place>{NAME})(?:,\s(?P<more>{NAME}))?)?\s?(?:[(/]\s?(?P<agency>{NAME})\s?[)/]\s?)?(?P<mark>[,.|:/–—-]|\s?\()?\s{{0,2}}(?:{WEEKDAY},?\s)?(?:the\s)?\Z"
)
BEHIND_DAY = re.compile(
    rf"(?:\s?[A-Z]{{3,4}}(?=\W))?(?:\s\({WEEKDAY}\))?\s?(?:[,.]?\s?[(/\[](?:Corr\.\s)?(?P<agency>{NAME})[)/\]]|[,.]\s(?P<bare>{NAME}?))?\s?(?P<close>[–—―]|--?|:|\.|\)\s?[–—―:-]|\)\.|[)\]])\s{{1,2}}"
)
ON_WEEKDAY = re.compile(
    rf"\s{{0,3}}(?:(?P<place>{PLACE})[,.]?\s(?:-\s)?)?{WEEKDAY},?\s(?:the\s)?(?P<day>(?:[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]{{2,8}}\.?))(?:\s{AGENCY})?\s{{0,2}}(?:[–—―-]{{1,2}}|:)\s{{1,2}}(?=[^\W\d_a-z]|[\"“«])"
)
YEAR = re.compile(r"\b\d{4}\b")  # one that no calendar has is no open year
HEAD = 140  # characters in which a press release names its places and its day


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline names; `end` is where the paragraph proper begins."""

    place: str | None
    agency: str | None
    published: str | None
    end: int
    day: tuple[int, int] | None = None  # month and day, where it leaves the year out
    either: tuple[str, ...] = ()  # what its day may be, where day and month cannot be told apart


def dateline(paragraph: str) -> Dateline | None:
    """The dateline at the start of a paragraph, if it has one, behind a page's stamp that ran into it or "for immediate release"."""
    if freed := RELEASE.match(paragraph):
        found = plain_dateline(paragraph[freed.end() :])
        return None if found is None else replace(found, end=freed.end() + found.end)
    stamp = STAMPED.match(paragraph)
    if stamp is None or (day := find_stamp(stamp.group())) is None:
        return plain_dateline(paragraph)
    found = plain_dateline(paragraph[stamp.end() :])
    return None if found is None else replace(found, published=day.value, end=stamp.end() + found.end, day=None)


def plain_dateline(paragraph: str) -> Dateline | None:
    """The dateline that stands right at the start."""
    if found := release_line(paragraph) or dated_opening(paragraph) or weekday_opening(paragraph):
        return found
    for form in (MEDIUM, CAPITALS, NAMED, DOTTED, ONLY_AGENCY, IN_FULL):
        match = form.match(paragraph)
        if match is None or match.end() >= len(paragraph):
            continue
        parts = match.groupdict()
        agency = parts.get("agency") or parts.get("first") or parts.get("bare")
        if agency and find_stamp(agency):
            agency = None
        if form is MEDIUM and not is_medium(agency or ""):
            continue
        if form is CAPITALS and not agency and not likely(parts["place"], match.group()):
            continue
        day = find_stamp(match.group())
        return Dateline(
            in_state(as_name(parts.get("place")), parts.get("more")),
            agency.strip() if agency else None,
            day.value if day else None,
            match.end(),
            None if day or YEAR.search(match.group()) else next(iter(months_and_days(match.group())), None),
        )
    return None


def release_line(paragraph: str) -> Dateline | None:
    """The head of a press release: "GOTHENBURG, Sweden – October 22, 2024 – …", "OSLO, Oct. 22, 2024 /Wire/ -- …"."""
    place = CITY.match(paragraph)
    stamp = find_stamp(paragraph[:HEAD]) if place else None
    if place is None or stamp is None or not stamp.value or is_label(place["place"]):
        return None
    dash = CLOSING.match(paragraph, stamp.end)
    if dash is None:
        return None
    wire = dash["wire"] or (inside["wire"] if (inside := BESIDE_PLACE.match(paragraph, place.end())) else None)
    state = paragraph[place.end() : stamp.start].strip(" ,.–—-")
    return Dateline(in_state(as_name(place["place"]), state), wire, stamp.value, dash.end())


def dated_opening(paragraph: str) -> Dateline | None:
    """A head with a full day in any form: "Tessel - 13.06.2031 - …", "(Delta Wire, Tessel, 13 June 2031) …", "13 June 2031, Tessel – …".

    A day alone before a mark opens an entry of a chronology as often.
    """
    stamp = find_stamp(paragraph[:HEAD])
    before = BEFORE_DAY.match(paragraph[: stamp.start]) if stamp else None
    behind = BEHIND_DAY.match(paragraph, stamp.end) if stamp and before else None
    if stamp is None or before is None or behind is None or behind.end() >= len(paragraph):
        return None
    if not (stamp.value or stamp.either):
        return None
    figures = not any(c.isalpha() for c in paragraph[stamp.start : stamp.end])
    if not encloses(before, behind, figures=figures):
        return None
    named = [name for name in (before["place"], before["more"], behind["bare"]) if name]
    media = [name for name in named if is_medium(name)]
    places = [name for name in named if name not in media]
    agency = before["agency"] or behind["agency"] or next(iter(media), None)
    if not (places or agency) or any(is_label(name) or opens_sentence(name) for name in named):
        return None
    place = in_state(as_name(next(iter(places), None)), next(iter(places[1:]), None))
    return Dateline(place, agency, stamp.value, behind.end(), either=stamp.either)


def weekday_opening(paragraph: str) -> Dateline | None:
    """A head with weekday and day and no year: "Saturday 14 June - …", "Tessel, Saturday, June 14 – …"."""
    opening = ON_WEEKDAY.match(paragraph)
    if opening is None or opening.end() >= len(paragraph):
        return None
    place = opening["place"]
    if place and (is_label(place) or opens_sentence(place)):
        return None
    day = next(iter(months_and_days(opening["day"])), None)
    return None if day is None else Dateline(as_name(place), opening["agency"], None, opening.end(), day)


def encloses(before: re.Match[str], behind: re.Match[str], *, figures: bool) -> bool:
    """Whether the marks around a day fit: no brackets, both around all, or around the day before a dash; a stop before figures."""
    closed = behind["close"][0] in ")]"
    if before["open"]:
        return closed and (before["open"] == "[") == (behind["close"][0] == "]")
    if (before["mark"] or "").strip() == "(":
        return closed and behind["close"] != ")"
    parted = before["mark"] is not None or not before["place"] or (figures and before["place"].endswith("."))
    return not closed and parted


def opens_sentence(name: str) -> bool:
    """Whether words begin as a sentence does: "On 13 June 2031", "The court"."""
    return name.split()[0].casefold() in words("sentence_starters.txt")


def likely(place: str, whole: str) -> bool:
    """Whether capitals before a dash or colon are a place and not a label such as "EXCLUSIVE" or an acronym."""
    plain = place.strip(" .").casefold()
    if plain in capitals():
        return True
    return not whole.rstrip().endswith(":") and len(plain) > 4 and not is_label(place)


def is_label(place: str) -> bool:
    """Whether capitals are a label such as "EXCLUSIVE"."""
    return place.strip(" .").casefold() in words("dateline_labels.txt")


@cache
def capitals() -> frozenset[str]:
    """The capitals of all states, small letters."""
    return frozenset(
        city.strip().casefold() for row in rows("capitals.tsv") for cell in row[1:] for city in cell.split(";")
    )


def in_state(place: str | None, more: str | None) -> str | None:
    """A place with the state that a dateline names behind it, where the tables do not know the place: "Tessel, Chile"."""
    told = entry(more.strip(" .")) if more and place else None
    known = entry(place) if place else None
    if place is None or told is None or told.sort != "country" or (known is not None and known.country is not None):
        return place
    return f"{place}, {told.name}"


def as_name(place: str | None) -> str | None:
    """A place in ordinary letters: "KUALA LUMPUR" is printed so for the dateline alone."""
    if not place:
        return None
    place = place.strip(" .,")
    return place.title() if place.isupper() and (len(place) > 3 or place.casefold() in capitals()) else place
