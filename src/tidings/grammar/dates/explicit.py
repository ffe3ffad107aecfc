"""Dates that name a day, month or year: "July 22, 2022", "15 February", "29/7/2022", "on Friday (29/7/2022)", "in 1998"."""

from dataclasses import replace
from datetime import date

from tidings.grammar.dates.calendar import FIRST_YEAR, LAST_YEAR, month_value
from tidings.grammar.dates.numbers import ordinal, year
from tidings.grammar.dates.numeric import dated, numeric
from tidings.grammar.dates.words import Found, Line
from tidings.lexicon import words
from tidings.lexicon.calendar import month_numbers, weekday_numbers
from tidings.model import Offset

__all__ = [
    "JOINERS",
    "RANGES",
    "day_and_month",
    "day_of_month",
    "first_day",
    "month",
    "month_at",
    "numbered",
    "second_day",
    "weekday",
    "weekday_at",
    "with_weekday",
]

DAY_AFTER = frozenset({"on", "by", "until", "till", "from", "since", "for", "before"})  # words before "the 25th"
# Behind "September 11" without its year: 2001 is meant.
OF_THAT_DAY = frozenset(
    {"attack", "attacks", "terror", "terrorist", "terrorists", "hijacker", "hijackers", "victims", "families"}
)
TENTH = 10
MONTHS = 12
ENDS_HERE = frozenset({"", ",", ".", ";", ":", ")", "?", "!", '"', "”", "»", "¶"})
# Behind a day's number: they open another phrase, so that the number counts nothing.
OPENERS = frozenset({"the", "a", "an", "this", "that", "these", "his", "her", "its", "their", "our", "to", "against"})
CLAUSES = frozenset({"when", "while", "as", "after", "before", "where", "hours", "days"})  # behind a day and a comma
VERBS_TOO = frozenset({"may", "march", "mar"})  # month names that are other words in lower case


def month_at(line: Line, i: int) -> tuple[int, int] | None:
    """A month's name, and one past it and its full stop."""
    number = month_numbers().get(line.text(i))
    if number is None or not (line.words[i].capital or (len(line.text(i)) > 5 and line.text(i) not in VERBS_TOO)):
        return None
    short = len(line.text(i)) <= 4 and line.text(i) not in ("june", "july")
    stop = short and line.text(i) != "may" and line.text(i + 1) == "." and line.joined(i + 1)
    return number, i + 1 + stop


def weekday_at(line: Line, i: int) -> tuple[int, int] | None:
    """A weekday's name, and one past it; a short form counts beside a figure or with its full stop."""
    text = line.text(i)
    number = weekday_numbers().get(text)
    if number is None:
        return None
    if len(text) > 5:
        return number, i + 1
    if not line.words[i].capital:
        return None
    stop = line.skip(i + 1, ".")
    at = line.skip(stop, ",")
    dated = line.kind(at) in ("number", "date", "ordinal") or month_at(line, at) is not None
    return (number, stop) if dated or (stop > i + 1 and text not in ("sat.", "sun.") and line.joined(i + 1)) else None


def _year_after(line: Line, i: int) -> tuple[int, int] | None:
    """A year behind a month or day: "2022", ", 2022", "'22"."""
    at = line.skip(i, ",", "of")
    if line.kind(at) == "suffix" and line.text(at) == "'" and line.kind(at + 1) == "number" and line.joined(at + 1):
        two = line.text(at + 1)
        if len(two) == 2:
            return (2000 if int(two) < 50 else 1900) + int(two), at + 2
    found = year(line, at)
    if found is None or not (1 <= found[0] <= 9999) or line.text(found[1]) in ("%", "percent"):
        return None
    return found


def day_and_month(line: Line, i: int) -> Found | None:
    """ "July 22", "July 22, 2022", "22 July", "22nd of July 2022", "July the 4th"."""
    first = month_at(line, i)
    if first:
        number, at = first
        at = line.skip(at, "the", "-")
        which = _day_number(line, at)
        if which is None or line.kind(which[1]) == "halfday":
            return None
        the_day, end = which
    else:
        which = _day_number(line, i)
        if which is None:
            return None
        the_day, at = which
        second = month_at(line, line.skip(at, "of", "-", "."))
        if second is None:
            return None
        number, end = second
    if not 1 <= the_day <= 31:
        return None
    then = _year_after(line, end)
    if then:
        return dated(then[1], number, the_day, then[0])
    known = 2001 if (number, the_day) == (9, 11) and line.text(end) in OF_THAT_DAY else None
    return dated(end, number, the_day, known or _year_of_the_other(line, end))


RANGES = frozenset({"to", "until", "till", "through", "-", "–"})
JOINERS = RANGES | {"and", "or"}


def _year_of_the_other(line: Line, i: int) -> int | None:
    """The year of "March 3 to March 5, 2022", which the first date shares."""
    if line.text(i) not in JOINERS:
        return None
    at = line.skip(i + 1, "from", "until")
    month = month_at(line, at)
    which = _day_number(line, month[1]) if month else _day_number(line, at)
    if which is None:
        return None
    month = month or month_at(line, which[1])
    then = _year_after(line, max(month[1], which[1]) if month else which[1])
    return then[0] if then else None


def first_day(line: Line, i: int) -> Found | None:
    """The "10" of "between 10 and 12 May", the "3" of "3-5 June 2021": the month stands behind the second."""
    if line.kind(i) != "number" or len(line.text(i)) > 2 or line.text(i + 1) not in JOINERS - {"until", "till"}:
        return None
    second = day_and_month(line, i + 2) if line.kind(i + 2) == "number" else None
    if second is None or not 1 <= int(line.text(i)) <= 31:
        return None
    if second.value is not None:
        return dated(i + 1, int(second.value[5:7]), int(line.text(i)), int(second.value[:4]))
    return dated(i + 1, second.offset.month, int(line.text(i)), None) if second.offset and second.offset.month else None


def _day_number(line: Line, i: int) -> tuple[int, int] | None:
    if line.kind(i) == "number":
        return (int(line.text(i)), i + 1) if len(line.text(i)) <= 2 and line.text(i + 1) != "%" else None
    found = ordinal(line, i)
    if found and line.kind(i) == "word" and line.text(found[1]) in ("quarter", "half", "-"):
        return None
    return found


def month(line: Line, i: int) -> Found | None:
    """ "July 2022", "July", "Feb. 2022"; a name that is another word too only where it stands as a month."""
    found = month_at(line, i)
    if found is None:
        return None
    number, end = found
    then = _year_after(line, end) if line.text(end) != "," or line.kind(end + 1) == "number" else None
    if then:
        if not FIRST_YEAR <= then[0] <= LAST_YEAR:
            return Found(then[1], "DATE", reasons=(f"the year {then[0]} is beyond what is told here",))
        return Found(then[1], "DATE", value=month_value(then[0], number))
    before = line.text(i - 1)
    placed = before in (
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "last",
        "next",
        "this",
        "late",
        "early",
        "during",
    ) or (before in JOINERS and month_at(line, i - 2) is not None)
    if line.text(i) in VERBS_TOO and not placed:
        return None
    if len(line.text(i)) <= 3 and line.text(i) != "may" and not placed:
        return None
    return Found(end, "DATE", offset=Offset("day", 0, month=number))


def weekday(line: Line, i: int) -> Found | None:
    """ "Friday", "Friday next"."""
    found = weekday_at(line, i)
    if found is None:
        return None
    if line.text(found[1]) == "next" and line.text(found[1] + 1) in ENDS_HERE:
        return Found(found[1] + 1, "DATE", offset=Offset("day", 1, weekday=found[0]))
    return Found(found[1], "DATE", offset=Offset("day", 0, weekday=found[0]))


def with_weekday(line: Line, i: int) -> Found | None:
    """ "Friday, Oct. 23", "Friday (29/7/2022)", "Friday 29 July 2022": one expression; the two must agree."""
    found = weekday_at(line, i)
    if found is None:
        return None
    number, at = found
    at = line.skip(at, ",")
    bracket = line.text(at) == "("
    at = line.skip(at + bracket, "the")
    dated = numeric(line, at) or day_and_month(line, at) or (_day_in_brackets(line, at) if bracket else None)
    if dated is None:
        return _weekday_and_ordinal(line, number, at)
    end = dated.end
    if bracket:
        if line.text(end) != ")":
            return None
        end += 1
    return replace(_agreeing(dated, number), end=end, weekday=True)


def _day_in_brackets(line: Line, i: int) -> Found | None:
    """The "24/2" of "Saturday (24/2)": the day first, as papers print it that put it so, unless only the month can be."""
    if line.kind(i) != "number" or line.text(i + 1) not in ("/", ".") or line.kind(i + 2) != "number":
        return None
    first, second = line.text(i), line.text(i + 2)
    if len(first) > 2 or len(second) > 2:
        return None
    number, the_day = (int(first), int(second)) if int(second) > MONTHS else (int(second), int(first))
    return dated(line.skip(i + 3, "."), number, the_day, None) if 1 <= number <= MONTHS else None


def _weekday_and_ordinal(line: Line, number: int, at: int) -> Found | None:
    """ "Monday the 13th"; and "the Monday 13", "on Monday 13", as translations have it, where no counted thing follows."""
    before = line.text(at - 2)
    the_day = numbered(line, at, sure=before == "the") if before in ("the", "on") else None
    if the_day is not None:
        return Found(at + 1, "DATE", offset=Offset("day", 0, weekday=number, day=the_day))
    if line.kind(at) != "ordinal":
        return None
    return Found(at + 1, "DATE", offset=Offset("day", 0, weekday=number, day=int(line.text(at)[:-2])))


def _agreeing(found: Found, weekday_number: int) -> Found:
    """The date, if it falls on that weekday; else no value, and the contradiction as the reason."""
    if found.offset is not None:
        return replace(found, offset=replace(found.offset, weekday=weekday_number))
    if found.either is not None:
        fits = [one for one in found.either if date.fromisoformat(one).isoweekday() == weekday_number]
        if len(fits) == 1:
            why = f"only {fits[0]} is {_name(weekday_number)}"
            return replace(found, value=fits[0], either=None, reasons=(*found.reasons, why))
        return found
    if found.value is None or len(found.value) != 10 or "X" in found.value:
        return found
    stated = date.fromisoformat(found.value)
    if stated.isoweekday() == weekday_number:
        return found
    why = f"{found.value} is {_name(stated.isoweekday())}, the text says {_name(weekday_number)}"
    return replace(found, value=found.value[:7] + "-XX", reasons=(*found.reasons, why))


def _name(number: int) -> str:
    return next(name for name, n in weekday_numbers().items() if n == number).capitalize()


def day_of_month(line: Line, i: int) -> Found | None:
    """ "the 25th", "the 25th of the month", "until the day 25"; never a plain ordinal word ("the first")."""
    if line.text(i) != "the" or not (line.text(i - 1) in DAY_AFTER or _of_night(line, i)):
        return None
    if line.text(i + 1) == "day" and line.kind(i + 2) == "number" and _is_day(line, i + 2):
        return Found(i + 3, "DATE", offset=Offset("day", 0, day=int(line.text(i + 2))))
    if line.kind(i + 1) not in ("ordinal", "word"):
        return None
    told = ordinal(line, i + 1)
    if told is None or (line.kind(i + 1) == "word" and not _stands_alone(line, i, told)):
        return None
    number, after = told
    if line.text(after) == "of":
        if line.text(after + 1) in ("the", "this") and line.text(after + 2) == "month":
            after += 3
        else:
            return None
    elif line.kind(after) == "word" and line.text(after) not in words("after_day_of_month.txt"):
        return None
    return Found(after, "DATE", offset=Offset("day", 0, day=number)) if 1 <= number <= 31 else None


def _of_night(line: Line, i: int) -> bool:
    """Whether the words before are "the night of"."""
    return line.text(i - 1) == "of" and line.text(i - 2) in ("night", "morning", "evening", "afternoon")


def _is_day(line: Line, at: int) -> bool:
    """Whether a number may be a day of the month and nothing that it counts follows."""
    behind = line.kind(at + 1) != "word" or line.text(at + 1) in words("after_day_of_month.txt")
    return len(line.text(at)) <= 2 and 1 <= int(line.text(at)) <= 31 and behind and line.text(at + 1) not in {"%", "-"}


def _says_no_more(line: Line, at: int) -> bool:
    """Whether a number ends what it stands in, so that it counts nobody: "on Friday 14."; not "on Friday 14 were shot", "on Friday 14, mostly women, …"."""
    if line.text(at + 1) == ",":
        return line.text(at + 2) in CLAUSES
    return line.text(at + 1) in ENDS_HERE or line.text(at + 1) in OPENERS


def numbered(line: Line, at: int, *, sure: bool = False) -> int | None:
    """The day's number behind a weekday, as translations have it ("on Monday 13"), where no counted thing follows; `sure` after an article."""
    if line.kind(at) != "number" or not len(line.text(at)) <= 2 or not 1 <= int(line.text(at)) <= 31:
        return None
    alone = _says_no_more(line, at) or (sure and _is_day(line, at))
    return int(line.text(at)) if alone and line.text(at + 1) not in {"%", "-"} else None


def _stands_alone(line: Line, i: int, told: tuple[int, int]) -> bool:
    """Whether "on the twelfth" in words is a day: beyond the tenth, as "the second" may be anything, with nothing behind it."""
    return told[0] > TENTH and line.text(i - 1) != "from" and line.text(told[1]) in ENDS_HERE


def second_day(line: Line, i: int) -> Found | None:
    """The "25" of "April 24 and 25", "24-25": the month stands before the first."""
    if line.kind(i) != "number" or len(line.text(i)) > 2 or line.text(i - 1) not in ("and", "or", "to", "-", "–"):
        return None
    first = next((f for back in (3, 4) if (f := _month_day(line, i - back)) and f.end == i - 1), None)
    if first is None or not 1 <= int(line.text(i)) <= 31:
        return None
    number = int(first.value[5:7]) if first.value else first.offset.month if first.offset else None
    then = _year_after(line, i + 1)
    return dated(then[1] if then else i + 1, number, int(line.text(i)), then[0] if then else None) if number else None


def _month_day(line: Line, i: int) -> Found | None:
    found = day_and_month(line, i)
    return found if found and month_at(line, i) else None
