"""Date lines: the day an article states for itself, in the many forms that sites print."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tidings.grammar.layout.paper_row import are_of_paper, parts_of_row
from tidings.lexicon import rows, words
from tidings.lexicon.calendar import month_numbers, weekday_numbers

__all__ = [
    "RELEASE",
    "UPDATED",
    "WEEKDAY",
    "OpenLine",
    "Stamp",
    "closing_line",
    "date_line",
    "find_stamp",
    "iso_stamp",
    "open_line",
]

TIME = (
    r"(?:[T,;|\s–—-]{0,4}(?:at\s)?\s?(?P<hour#>\d{1,2})[:.](?P<minute#>\d\d)(?::\d\d(?:\.\d{1,6})?)?"
    r"\s?(?P<half#>[ap]\.?m\b\.?)?(?P<zone#>Z\b|[+-]\d\d:?\d\d)?)?"
)
ROW = re.compile(r"\s[|•·»›]\s")
PIECE = r"[^\s,;:|()\[\]/•·–—-]+(?:-[^\W\d_]+)*"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
GLUED_DAY = re.compile(rf"\b({WEEKDAY})(?=\d|[A-Z][a-z])")
GLUED_NAME = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]|\d)")
GLUED_ZONE = re.compile(r"\b(UTC|GMT|[BCEIMP][SDE]?T|(?:\d\d\s?)?[ap]m)(?=[A-Z][a-z])")
POSTED = re.compile(r"\W{0,3}(?:posted|published|written|filed) (?:by|on|in)\b", re.IGNORECASE)
LATIN = re.compile(r"[a-zà-öø-ÿ\d]")
NOT_ITS_DAY = re.compile(r"©|\bcopyright\b|\b(?:in|the) print\b|\A\W{0,3}as of\b(?!:)", re.IGNORECASE)
BESIDE = re.compile(r"\[[^\[\]]{0,60}\]")  # a note of whoever passed it on
# What a scanner reads for a one or a nought.
SCANNED = re.compile(r"(?<![^\W_])[lI|](?=\d\b)|(?<=\d)[lI|](?![^\W_])|(?<=\b\d)[oO](?![^\W_])")
STATED = re.compile(r"[.,;|]\s{1,2}(?P<fact>(?:First )?(?:Published|Posted|Issued|Updated)\b)")
WRITTEN_BY = re.compile(r"\b[Bb]y\s(?:our|the|[A-Z])|\b[Ff]rom\sour\b")
SIGNED = re.compile(r"(?:\A\W{0,3}|[.,;|–—-]\s{0,2})[Bb][Yy]\s{1,2}[^\W\d_a-z]")
RELEASE = re.compile(r"\A\W{0,3}for immediate (?:release|publication|use)\b\W{0,4}", re.IGNORECASE)
# Around a day without its year: the place before it, behind it whose own report it is.
PLACED = re.compile(
    r"\A\s{0,3}(?P<place>[^\W\d_a-z][\w.’']{1,24}(?:[ -][^\W\d_a-z][\w.’']{1,24}){0,2}),\s(?=\d|[A-Z][a-z])"
)
OWN_REPORT = re.compile(
    r"\s?[,–—-]{1,2}\s?(?:from|by) (?:our|a) (?:[a-z]{2,12} ){0,2}(?:correspondents?|reporters?|staff)\W{0,2}\Z",
    re.IGNORECASE,
)
MASTHEAD = 9  # words beside the date in a paper's masthead
NAMED, TOWN = 6, 3  # words of a paper's name and of its town, where the day stands behind both
JOINING = frozenset(
    {"of", "and", "the", "de", "del", "la", "las", "los", "du", "des", "le", "les", "der", "do", "da", "van", "el"}
)
AS_OF = re.compile(r"\A\s{0,3}\(as of (.{6,60})\)\s{0,3}\Z", re.IGNORECASE)  # under a report's headline, in brackets
ADDRESS = re.compile(
    r"(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,40}){1,3}", re.IGNORECASE
)  # of the site, in a paper's masthead
CLOCK_PART = re.compile(r"[\d:.]{1,5}(?:[apAP][mM])?|[A-Z]{1,4}[TZ]|[apAP]\.?[mM]\.?")
UPDATED = re.compile(r"\b(?:updated?|modified|edited|changed|revised)\b", re.IGNORECASE)
PUBLISHED_ON = re.compile(r"\b(?:published|posted|created|issued|first)\b", re.IGNORECASE)
CHANGED_AGAIN = re.compile(r"\b(?:updated?|modified|edited)\W{0,3}(?:(?:at|on) )?(?:\d|ago)", re.IGNORECASE)
# The hour as papers in Romance languages print it, whose days stand first: "03/04/2031 08h12".
ROMANCE_HOUR = re.compile(r"[\s,|–—-]{0,4}(?:(?:at|às|à|a las) )?\d{1,2}\s?h(?:\s?\d\d)?(?![^\W_])", re.IGNORECASE)
LAST_CENTURY = 69  # two figures of a year, from which POSIX counts it to the 1900s
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# The agency in brackets behind a place and its day.
CREDITED = re.compile(r"\s\((?=[^()\d]{0,30}[A-Z])[^()\d]{2,30}\)\W{0,3}\Z")
OWN = frozenset({"our", "own", "the"})
ARTICLE = re.compile(r"(?:al|el|ul)-[A-Z]")
# What sets a weekday off from the names before it; and what may stand behind the day.
WEEKDAY_BEFORE = re.compile(rf"(?:[,|•·:–—-]|\A)\s{{0,3}}(?P<weekday>{WEEKDAY}),?\s(?:the\s)?\Z")
CLOCK_ALONE = re.compile(r"[\s,.|•·]{0,4}(?:\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?)?\s{0,2}")
ANY_YEAR = 2000
SHORT = 50  # characters of a line with a day and no year
# A paper's note under a text, run into its last paragraph: "… by June. (dpa, 13.06.2031)".
CLOSED = re.compile(r"[.!?”\"]\s{1,2}[(\[](?P<note>[^()\[\]]{6,60})[)\]]\W{0,3}\Z")
LONGEST = 160  # a line with more characters is no date line


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date (and time) in a line; `value` is ISO, None where day and month cannot be told apart."""

    value: str | None
    start: int
    end: int
    either: tuple[str, ...] = ()  # what it may be where day and month cannot be told apart


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when the article appeared; `label` is "published", "updated" or ""."""

    stamp: Stamp
    label: str
    rest: str  # what else the line says: an outlet, an author
    changed: Stamp | None = None  # the day of its last change, where the line states one beside


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A line that states a day of the year, and the weekday it may stand with (1 is Monday)."""

    month: int
    day: int
    weekday: int | None


@cache
def pattern() -> re.Pattern[str]:
    """A full date in the forms that sites print, with its time where one follows."""
    month = "|".join(sorted(month_numbers(), key=lambda m: (-len(m), m)))
    named = "|".join(sorted(map(re.escape, months()), key=lambda m: (-len(m), m)))
    whole = r"(?:(?!\d)|(?=\d{1,2}:\d\d\s?[ap]\.?m))"  # some pages run the time into the year
    end = r"(?![^\W\d_])"  # of a month, which a page may run together with its day or year
    aside = r"(?: \([A-Za-z]{3,9}\))?"  # the weekday between day and year
    clock = r"(?: \d\d:\d\d:\d\d(?: [A-Z]{3,4})? )"  # as machines print it: "Thu Jun 6 14:20:00 2031"
    roman = r"(?-i:XI{1,2}|I{1,3}|I?[VX]|VI{1,3}|(?<=[./])(?:i{1,3}|i?[vx]|vi{1,3}|xi{1,2}))"
    forms = (
        r"(?P<y1>\d{4})(?P<sep1>[/.-]| [/.-] )(?P<m1>\d{1,2})[-/. ]{1,3}(?P<d1>\d{1,2})(?!\d)",
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º)?[ .,/-]{{0,2}}(?:of |de |d'|d’)?(?P<m2>{named}){end}[.,]{{0,2}}[ /-]?(?:de |del |of )?(?P<y2>\d{{4}}|(?:(?<=[/-])|['’])\d\d){whole}",
        rf"\b(?P<m3>{month}){end}\.?[ -]?(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?{aside}(?:,? ?|-|{clock})(?P<y3>\d{{4}}|['’]\d\d){whole}",
        r"(?P<d4>\d{1,2})(?P<sep>[/.-]| [/.|-] |\. )(?P<m4>\d{1,2})(?P=sep)(?P<y4>\d{4}|(?<! )\d\d)(?!\d|\.\d)",
        r"(?P<y5>\d{4}) ?[年년] ?(?P<m5>\d{1,2}) ?[月월] ?(?P<d5>\d{1,2}) ?[日일]",
        rf"(?P<y6>\d{{4}})(?:[.,]? |-)(?P<m6>{named})(?:\.? |-)(?P<d6>\d{{1,2}})\b(?![:/]|\.\d)\.?",  # as Hungarian has it
        rf"(?P<d7>\d{{1,2}})[. /-]{{1,2}}(?P<m7>{roman})[. /-]{{1,2}}(?P<y7>\d{{4}})(?!\d)",
    )
    return re.compile(
        "|".join(rf"(?<![\w/])(?:{form}){TIME.replace('#', str(n))}" for n, form in enumerate(forms, 1)), re.IGNORECASE
    )


def find_stamp(line: str) -> Stamp | None:
    """The first full date in a line."""
    for match in pattern().finditer(line):
        n = next(n for n in "1234567" if match.group(f"y{n}"))
        day = day_of(match, n)
        if day is not None:
            time = time_of(match, n)
            either = () if day else tuple(each + time for each in both_orders(match, n))
            if either and ROMANCE_HOUR.match(line, match.end()):
                day = iso_day(int(either[0][:4]), int(match["m4"]), int(match["d4"]))
                either = ()
            return Stamp(day + time if day else None, match.start(), match.end(), either)
    return None


def day_of(match: re.Match[str], n: str) -> str | None:
    """The ISO day, "" where it is ambiguous, None where it is no date."""
    year, month, day = (match.group(part + n) for part in "ymd")
    short = int(year[-2:])
    full = int(year) if len(year) == 4 else short + (1900 if short >= LAST_CENTURY else 2000)
    if n in "236":
        return iso_day(full, months()[month.casefold()], int(day))
    if n == "7":
        return iso_day(full, ROMAN.index(month.upper()) + 1, int(day))
    if n in "15":
        return iso_day(full, int(month), int(day))
    if match.group("sep").strip() == "." or int(day) > 12 or day == month:
        return iso_day(full, int(month), int(day))
    if int(month) > 12:
        return iso_day(full, int(day), int(month))
    return "" if iso_day(full, int(month), int(day)) else None


def both_orders(match: re.Match[str], n: str) -> tuple[str, ...]:
    """The days that two numbers below 13 may mean."""
    year, month, day = (match.group(part + n) for part in "ymd")
    full = int(year) if len(year) == 4 else 2000 + int(year)
    return tuple(found for a, b in ((month, day), (day, month)) if (found := iso_day(full, int(a), int(b))))


def iso_day(year: int, month: int, day: int) -> str | None:
    """The day as ISO if it is one that a news article can have."""
    try:
        return date(year, month, day).isoformat() if 1600 <= year <= 2200 else None
    except ValueError:
        return None


def time_of(match: re.Match[str], n: str) -> str:
    """The clock time beside a date, as ISO has it; "" where there is none."""
    hour, half = match.group(f"hour{n}"), (match.group(f"half{n}") or "").casefold()
    if hour is None:
        return ""
    clock = int(hour) % 12 + 12 * half.startswith("p") if half else int(hour)
    if clock > 23 or int(match.group(f"minute{n}")) > 59:
        return ""
    return f"T{clock:02d}:{match.group(f'minute{n}')}{match.group(f'zone{n}') or ''}"


def date_line(line: str) -> DateLine | None:
    """The line read as one that states a date; None where it says more than a date line does.

    Of a row of short facts ("3 May 2023 | 4 min | Save") each is read by itself.
    """
    if len(line) > LONGEST:
        return None
    line = GLUED_DAY.sub(r"\1 ", line)
    line = line if find_stamp(line) else GLUED_NAME.sub(" ", line)
    if find_stamp(line) is None:
        line = SCANNED.sub(lambda mark: "0" if mark.group() in "oO" else "1", line)
        if find_stamp(line) is None:
            return None
    line = AS_OF.sub(r"\1", RELEASE.sub("", line))
    line = bare if find_stamp(bare := BESIDE.sub("", line)) else line
    facts = [fact.strip() for fact in ROW.split(line)]
    if len(facts) > 1 and all(len(fact.split()) <= 8 for fact in facts):
        return first_fact([read for fact in facts if (read := date_fact(fact))]) or date_fact(line)
    return date_fact(line) or date_of_row(line) or date_behind_byline(line) or date_behind_place(line)


def date_behind_place(line: str) -> DateLine | None:
    """The date that a masthead ends on, behind the paper's name and its town: "The Lark daily, Tessel, 14.03.2031"."""
    stamp = find_stamp(line)
    parts = [part.strip() for part in line[: stamp.start].split(",")] if stamp is not None else []
    if stamp is None or len(parts) != 3 or parts[2] or line[stamp.end :].strip() or NOT_ITS_DAY.search(line):
        return None
    name, town = (part.split() for part in parts[:2])
    small = {word for word in name if not word[0].isupper() and word not in words("paper_words.txt")}
    named = 0 < len(name) <= NAMED and name[0][0].isupper() and small <= JOINING
    placed = 0 < len(town) <= TOWN and town[0][0].isupper() and all(w[0].isupper() or w in JOINING for w in town)
    return DateLine(stamp, "", " ".join(name)) if named and placed else None


def date_behind_byline(line: str) -> DateLine | None:
    """The date that a line states behind who wrote it: "The Post, by our correspondent Ada Holt. Published 4 March 2031"."""
    stated = STATED.search(line)
    if stated is None or not WRITTEN_BY.search(line, 0, stated.start()):
        return None
    found = date_fact(line[stated.start("fact") :])
    return found if found is not None and not found.rest and found.label else None


def date_of_row(line: str) -> DateLine | None:
    """The bare date among what a paper prints of itself: "Tessel Post - weekly in English - no. 1,044 - 14 March 2031"."""
    parts = parts_of_row(line)
    bare = next((n for n, part in enumerate(parts) if (read := date_fact(part)) and not read.rest), None)
    others = [part for n, part in enumerate(parts) if n != bare]
    return date_fact(parts[bare]) if bare is not None and are_of_paper(others) else None


def closing_line(paragraph: str) -> DateLine | None:
    """The date line in brackets that a paragraph ends on, behind its last sentence."""
    note = CLOSED.search(paragraph, max(0, len(paragraph) - LONGEST))
    return date_line(note["note"]) if note else None


def first_fact(read: Sequence[DateLine]) -> DateLine | None:
    """Of the dates of a row the first that is not that of a change, with the change beside it."""
    first = next((one for one in read if one.label != "updated"), None)
    changed = next((one.stamp for one in read if one.label == "updated"), None)
    if first is None or first.changed is not None or changed is None:
        return first or next(iter(read), None)
    return replace(first, changed=changed)


def date_fact(line: str) -> DateLine | None:
    """A line, or one fact of a row, read as one that states a date."""
    line = GLUED_ZONE.sub(r"\1 ", line)
    stamp = find_stamp(line)
    if stamp is None:
        return None
    if NOT_ITS_DAY.search(line):
        return None
    stamp, changed = first_and_last(line, by_its_weekday(line, stamp))
    rest, label = line[: stamp.start] + " " + line[stamp.end :], ""
    while (other := find_stamp(rest)) is not None:
        rest = rest[: other.start] + " " + rest[other.end :]
    left: list[str] = []
    before = len(re.findall(PIECE, line[: stamp.start]))
    again = CHANGED_AGAIN.search(line, stamp.end)
    for n, word in enumerate(re.findall(PIECE, rest)):
        plain = word.casefold().strip(".")
        if plain in words("stamp_words.txt") or plain in weekdays() or not LATIN.search(plain):
            label = label or ("" if again and n >= before else LABELS.get(plain, ""))
        elif not re.fullmatch(r"[\d:.]{1,5}(?:am|pm)?|\d{1,2}h\d\d|[A-Z]{1,4}[TZ]", word) and not (
            ADDRESS.fullmatch(word) and word == word.lower()
        ):
            left.append(word)
    if left and line[stamp.end :].rstrip().endswith((".", "!", "?")):
        return None
    named = words_of_masthead(line[: stamp.start], left)
    wordy = (len(left) > 4 and not named) or any(word[0].islower() and not beside_name(word) for word in left)
    if wordy and not (POSTED.match(line) and len(left) <= 10) and not is_signed(line, stamp, left):
        return None
    label = "published" if changed is not None and label == "updated" else label
    return DateLine(stamp, label, " ".join(left), changed)


def by_its_weekday(line: str, stamp: Stamp) -> Stamp:
    """A date that may be month or day first, read as the weekday beside it has it: "Saturday 11/03/2023"."""
    named = {n for word in re.findall(r"[^\W\d_]+", line) if (n := weekday_numbers().get(word.casefold()))}
    fitting = [each for each in stamp.either if date.fromisoformat(each[:10]).isoweekday() in named]
    return replace(stamp, value=fitting[0]) if stamp.value is None and len(fitting) == len(named) == 1 else stamp


def is_signed(line: str, stamp: Stamp, left: Sequence[str]) -> bool:
    """Whether a date opens or ends a line that else names author and outlet: "June 2, 2031, OSLO. By Ada Holt for The Post"."""
    at_an_end = not line[: stamp.start].strip() or not line[stamp.end :].strip(" .,")
    named = all(word[0].isupper() or word in {"for", "of", "in", "and", "the"} or beside_name(word) for word in left)
    return at_an_end and named and len(left) <= MASTHEAD and SIGNED.search(line) is not None


def first_and_last(line: str, stamp: Stamp) -> tuple[Stamp, Stamp | None]:
    """Of two dates in a line the one of publication and that of the last change, whichever stands first."""
    behind = find_stamp(line[stamp.end :])
    if behind is None or not behind.value or not stamp.value:
        return stamp, None
    other = replace(behind, start=behind.start + stamp.end, end=behind.end + stamp.end)
    if UPDATED.search(line, 0, stamp.start) and not UPDATED.search(line, stamp.end, other.start):
        return (other, stamp) if PUBLISHED_ON.search(line, stamp.end, other.start) else (stamp, None)
    if UPDATED.search(line, stamp.end, other.start):
        return stamp, other
    if PUBLISHED_ON.search(line, 0, stamp.start):
        return stamp, None
    early, late = sorted((stamp, other), key=lambda one: one.value or "")
    return early, late


def open_line(line: str) -> OpenLine | None:
    """A line that states a day without its year and says no more: "Tuesday, March 4", "4 Mar, 10:15", "Orla, 4 March - By our correspondent"."""
    whole = line
    line = OWN_REPORT.sub("", RELEASE.sub("", line))
    if (place := PLACED.match(line)) and place["place"].casefold() not in weekdays():
        line = CREDITED.sub("", line[place.end() :])
    if len(line) > SHORT or not (match := day_without_year().search(line)):
        return signed_open_line(whole)
    rest = re.findall(PIECE, line[: match.start()] + " " + line[match.end() :])
    weekday = None
    for word in rest:
        plain = word.casefold().strip(".")
        weekday = weekday_numbers().get(plain, weekday)
        if plain not in weekdays() and plain not in words("stamp_words.txt") and not CLOCK_PART.fullmatch(word):
            return signed_open_line(whole)
    month, day = match["m1"] or match["m2"], int(match["d1"] or match["d2"])
    return OpenLine(month_numbers()[month.casefold()], day, weekday)


def signed_open_line(line: str) -> OpenLine | None:
    """A weekday and day without a year that end a line behind who wrote it or where, set off by a mark: "Ada Holt | Lund | Monday, 3 March".

    With any year it must be a date line; a headline has its day behind a word ("Talks set for Monday, March 3").
    """
    found = list(day_without_year().finditer(line))
    if len(found) != 1 or len(line) > LONGEST or line.rstrip().endswith(("!", "?")):
        return None
    match = found[0]
    before = WEEKDAY_BEFORE.search(line[: match.start()])
    if before is None or not CLOCK_ALONE.fullmatch(line[match.end() :]):
        return None
    if date_line(f"{line[: match.end()]}, {ANY_YEAR}") is None:
        return None
    month = month_numbers()[(match["m1"] or match["m2"]).casefold()]
    return OpenLine(month, int(match["d1"] or match["d2"]), weekday_numbers()[before["weekday"].casefold()])


@cache
def day_without_year() -> re.Pattern[str]:
    month = "|".join(sorted(month_numbers(), key=lambda m: (-len(m), m)))
    return re.compile(
        rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{month})\b(?!\.?,? \d{{4}})|\b(?P<m2>{month})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]|,? \d{{4}})",
        re.IGNORECASE,
    )


def words_of_masthead(before: str, left: Sequence[str]) -> bool:
    """Whether a date with its weekday stands among a paper's name, number and price: "No. 88 ORLA COURIER TUESDAY, APRIL 22, 1997 50 CENTS"."""
    last = before.replace(",", " ").split()[-1:]
    weekday = bool(last) and last[0].casefold().strip(".") in weekdays()
    return weekday and len(left) <= MASTHEAD and all(word.isupper() or not word.isalpha() for word in left)


def beside_name(word: str) -> bool:
    """Whether a word in small letters may stand beside a date: of the author, an agency's name, a month of another calendar."""
    plain = word.strip(".")
    known = plain in words("byline_roles.txt") or plain in words("news_outlets.txt")
    return known or word in OWN or ARTICLE.match(word) is not None


LABELS = {
    "published": "published",
    "posted": "published",
    "created": "published",
    "issued": "published",
    "date": "published",
    "updated": "updated",
    "modified": "updated",
    "edited": "updated",
    "update": "updated",
    **dict.fromkeys(("publisert", "publicerad", "veröffentlicht", "publié", "publicado", "pubblicato"), "published"),
    **dict.fromkeys(("gepubliceerd", "opublikowano", "опубликовано", "sent", "air"), "published"),
    **dict.fromkeys(("oppdatert", "uppdaterad", "aktualisiert", "actualizado", "aggiornato", "обновлено"), "updated"),
    **dict.fromkeys(("bijgewerkt", "aktualizacja", "atualizado"), "updated"),
}


@cache
def months() -> dict[str, int]:
    """Each name of a month to its number, in other languages too."""
    return {name: int(number) for name, number in rows("months_abroad.tsv")} | dict(month_numbers())


@cache
def weekdays() -> frozenset[str]:
    """The names of weekdays, in other languages too."""
    return frozenset((*(row[0] for row in rows("weekdays_abroad.tsv")), *weekday_numbers()))


def iso_stamp(stated: str) -> str | None:
    """A field's date as ISO, with its time and zone where it states them; None where it is no date."""
    stated = stated.strip()[:100]
    found = find_stamp(stated)
    if found is not None:
        return found.value
    digits = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?Z?)?", stated)
    if digits and (day := iso_day(int(digits[1]), int(digits[2]), int(digits[3]))):
        return day + (f"T{digits[4]}:{digits[5]}" if digits[4] else "")
    return None
