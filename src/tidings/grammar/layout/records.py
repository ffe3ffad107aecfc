"""Labelled lines: the heads of mails, of database exports and of transcripts, and what each line states."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tidings.grammar.layout.features import Line
from tidings.lexicon import rows

__all__ = ["Label", "before_last_mail", "labels"]

LABEL = re.compile(
    r"(?:#\+)?[*_]{0,2}(?P<key>[^\W\d_][^\W\d_-]{0,16}(?:[ -][^\W\d_]{2,16}){0,2})[*_]{0,2}\s?:[*_]{0,2}(?=\s|\Z)\s*"
)
CODE = re.compile(r"(?P<key>[A-Z]{2,3})(?:\s+(?=\S)|\Z)")
AGAIN = re.compile(r"(?:(?:re|fwd?|aw|wg|sv|vs|tr|antw)\s?:\s{0,3}){1,6}", re.IGNORECASE)
CODES = 3  # lines with codes of two capitals that make an export
LONGEST = 40  # words of a labelled line


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is for (title, subject, day, mail, aside, text), and where in it the value begins."""

    role: str
    start: int


@cache
def roles() -> Mapping[str, str]:
    """What a label is for; those of exports, in two capitals, go by their capitals."""
    return {row[0].upper() if row[1].startswith("code ") else row[0]: row[1] for row in rows("header_labels.tsv")}


def labels(lines: Sequence[Line]) -> dict[int, Label]:
    """The labelled lines of a page: those above its first sentence, and those that stand by another one."""
    plain = {n: found for n, line in enumerate(lines) if (found := of(line, LABEL, ""))}
    codes = {n: found for n, line in enumerate(lines) if (found := of(line, CODE, "code "))}
    known = {**plain, **(codes if len(codes) >= CODES else {})}
    first = next((n for n, line in enumerate(lines) if line.prose and n not in known), len(lines))
    return {n: label for n, label in known.items() if n in codes or n < first or {n - 1, n + 1} & set(known)}


def of(line: Line, form: re.Pattern[str], kind: str) -> Label | None:
    """The label that a line opens with, if it is one of that kind."""
    found = form.match(line.text)
    key = (found["key"] if kind else found["key"].casefold()) if found else ""
    role = roles().get(key, "") if line.count <= LONGEST else ""
    if found is None or not role:
        return None
    start = found.end()
    again = AGAIN.match(line.text, start) if role == "subject" else None
    return Label(role.removeprefix("code "), again.end() if again else start)


def before_last_mail(lines: Sequence[Line], known: Mapping[int, Label]) -> int:
    """The first line of the head of the last mail, where what stands below it is more than what stands above; else 0."""
    mails = [n for n, label in known.items() if label.role == "mail"]
    heads = [n for n in mails if n - 1 not in known and any(k in known for k in (n + 1, n + 2))]
    if not heads:
        return 0
    last = heads[-1]
    above = sum(line.count for line in lines[:last] if line.prose)
    below = sum(line.count for line in lines[last:] if line.prose)
    return last if above < below else 0
