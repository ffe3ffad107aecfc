"""Fields of news pages: what a page's head states, found again in the page without it, and in its crude text."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from statistics import mean

from evals.crude import alike, crude, headlines
from evals.text import FOLDER, read
from tidings.errors import InputError
from tidings.grammar.layout.headlines import bare
from tidings.grammar.layout.structured import PageFields, page_fields

__all__ = ["headless", "run", "worst"]

HEAD = re.compile(r"<head\b.*?</head>|<script\b.*?</script>|<meta\b[^>]*>", re.DOTALL | re.IGNORECASE)
STATED = re.compile(
    r"""\s(?:datetime|content|data-[\w-]*(?:time|date)[\w-]*)\s?=\s?(?:"[^"]*"|'[^']*')""", re.IGNORECASE
)
NAMES = re.compile(r", | and ")


@dataclass(frozen=True, slots=True)
class Found:
    """What was read of one page in one form, beside what its head states."""

    name: str
    form: str  # headless crude
    authors: tuple[int, int, int]  # found and right, found, stated
    dated: bool | None  # None where the head states no day
    titled: bool = False
    right_change: bool | None = None  # None where none was found
    read: tuple[str | None, ...] = ()  # title, day, day of change, author


def headless(markup: str) -> str:
    """A page as it is kept without its head: no scripts, no fields, no days for machines."""
    return STATED.sub("", HEAD.sub("", markup))


@cache
def pages(gold: Path) -> tuple[Found, ...]:
    """Every page that is read, in both forms."""
    truth = json.loads((gold / FOLDER / "ground_truth.json").read_text("utf-8"))
    return tuple(found for name in sorted(truth) for found in forms(gold, name))


def forms(gold: Path, name: str) -> Iterator[Found]:
    with gzip.open(gold / FOLDER / "html" / name, "rt", encoding="utf-8", newline="") as file:
        markup = file.read()
    stated, titles = page_fields(markup), headlines(markup)
    try:
        read(name, markup, html=True)
    except InputError:
        return  # in another language
    for form, text in (("headless", headless(markup)), ("crude", crude(markup))):
        try:
            document = read("page", text, html=form == "headless")
        except InputError:
            yield Found(name, form, (0, 0, len(stated.authors)), False if stated.published else None)
            continue
        day, changed = ((value or "")[:10] or None for value in (document.published, document.modified))
        if document.published_method == "last change":
            day = None
        yield Found(
            name,
            form,
            named(document.author, stated),
            near(day, stated.published) if stated.published else None,
            any(alike(bare(document.title or ""), title) for title in titles),
            near(changed, stated.modified or stated.published) if changed else None,
            (document.title, day, changed, document.author),
        )


def near(day: str | None, stated: tuple[str, str] | None) -> bool:
    """Whether a day is the stated one, or the one before: readers see their own zone's."""
    if day is None or stated is None:
        return False
    return timedelta(0) <= date.fromisoformat(stated[0][:10]) - date.fromisoformat(day) <= timedelta(1)


def named(author: str | None, stated: PageFields) -> tuple[int, int, int]:
    """How many authors were found and are stated, how many were found, how many are stated."""
    known = {bare(name) for name in stated.authors}
    found = {bare(name) for name in NAMES.split(author or "") if name}
    return len(known & found), len(found), len(known)


def run(gold: Path) -> dict[str, float]:
    """Shares of pages; authors by how many of those found are stated, and how many of those stated are found."""
    scores: dict[str, float] = {}
    for form in ("headless", "crude"):
        here = [found for found in pages(gold) if found.form == form]
        right, given, stated = (sum(found.authors[n] for found in here) for n in range(3))
        changes = [found.right_change for found in here if found.right_change is not None]
        scores |= {
            f"{form}: titles": mean(found.titled for found in here),
            f"{form}: days": mean(found.dated for found in here if found.dated is not None),
            f"{form}: days of change found": float(len(changes)),
            f"{form}: days of change right": mean(changes) if changes else 0.0,
            f"{form}: authors right": right / max(1, given),
            f"{form}: authors found": right / max(1, stated),
        }
    return scores


def worst(gold: Path) -> list[str]:
    """The pages whose title, day or author is missed."""
    return [
        f"{f.form} {f.name}: {f.read}"
        for f in pages(gold)
        if not f.titled or f.dated is False or f.right_change is False or f.authors[0] < max(f.authors[1:])
    ]
