"""The day in the name of a file or of the folders it lies in, for articles whose text states none."""

import re

from tidings.grammar.layout.stamps import find_stamp, iso_day

__all__ = ["named_day"]

PLAIN = re.compile(r"(?<!\d)((?:19|20)\d\d)([._-]?)(\d\d)\2(\d\d)(?=\D|T?\d{4,6}\D|\Z)")
DAY_FIRST = re.compile(r"(?<!\d)(\d\d)([._-])(\d\d)\2((?:19|20)\d\d)(?!\d)")
LATEST = "2040"  # a day after it is none on which a report was written
FOLDERS = re.compile(r"(?:\A|/)((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=/)")


def named_day(path: str) -> str | None:
    """The one day that a path names: "2024-03-15-x.txt", "x_20240315T1010.html", "15-03-2024.txt", "2024/03/15/x.txt".

    None where it names none or several, or where day and month cannot be told apart.
    """
    name = path.rpartition("/")[2]
    found = {iso_day(int(m[1]), int(m[3]), int(m[4])) for m in PLAIN.finditer(name)}
    found |= {day_first(m[4], m[3], m[1]) for m in DAY_FIRST.finditer(name)}
    spoken = find_stamp(re.sub(r"[_+-]", " ", name))
    found |= {spoken.value[:10]} if spoken and spoken.value else set()
    found |= {iso_day(int(m[1]), int(m[2]), int(m[3])) for m in FOLDERS.finditer(path)}
    days = {day for day in found if day}
    return next((day for day in days if day < LATEST), None) if len(days) == 1 and None not in found else None


def day_first(year: str, month: str, day: str) -> str | None:
    """The day of figures that begin with it, where they cannot begin with the month."""
    return iso_day(int(year), int(month), int(day)) if int(day) > 12 or day == month else None
