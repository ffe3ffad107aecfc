"""The names that news tools give to an article's fields, ours first; one table serves them all."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from tidings.model import Given

__all__ = ["Json", "given_in", "text_in"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

# Ours, news-please, trafilatura, schema.org NewsArticle; a dot goes into an object.
TEXT = ("text", "maintext", "raw_text", "articleBody", "article_body", "body", "content", "html", "raw_html")
ID = ("id", "identifier", "@id")
URL = ("url", "source_url", "mainEntityOfPage", "mainEntityOfPage.@id", "link")
TITLE = ("title", "headline", "name", "title_page")
PUBLISHED = ("published", "date_publish", "datePublished", "date", "date_published", "pubDate")
MODIFIED = ("modified", "date_modify", "dateModified", "date_modified", "filedate_modified")
AUTHOR = ("author", "authors", "author.name", "byline", "creator")
OUTLET = ("outlet", "source_domain", "sitename", "hostname", "publisher.name", "publisher", "isPartOf.name", "source")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECONDS, MOST = 1e8, 1e11  # from 1973; beyond the year 5138 a number counts thousandths, or millionths
FINEST = 1e20  # as thousandths of a millionth
DIGITS = re.compile(r"\d{9,19}(?:\.\d{1,9})?")
WRITTEN = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?")
LONGEST = 60  # characters that are kept of what is no date
LANGUAGE = ("language", "inLanguage", "lang")


def text_in(record: dict[str, Json]) -> str | None:
    """The article's text, from the first field that has words."""
    for name in TEXT:
        value = record.get(name)
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            value = "\n\n".join(str(v) for v in value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def given_in(record: dict[str, Json]) -> Given:
    """What the record states about its article."""
    return Given(
        id=first(record, ID, in_words),
        url=first(record, URL, in_words),
        title=first(record, TITLE, in_words),
        published=first(record, PUBLISHED, in_days),
        modified=first(record, MODIFIED, in_days),
        author=first(record, AUTHOR, in_words),
        outlet=first(record, OUTLET, in_words),
        language=first(record, LANGUAGE, in_words),
    )


def first(record: dict[str, Json], names: tuple[str, ...], told: Callable[["Json"], str | None]) -> str | None:
    """The first of some fields that tells something."""
    for name in names:
        value: Json = record
        for step in name.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        if words := told(value):
            return words
    return None


def in_days(value: Json) -> str | None:
    """A date as words; a number of nine digits and more, in quote marks or not, is Unix time in seconds or parts of them.

    One that reads as a date with its time ("20310506091200") is that. What is no date stays as it is written, so that
    a person is told what could not be read.
    """
    if isinstance(value, str) and DIGITS.fullmatch(value.strip()):
        value = float(value)
    if isinstance(value, bool | list | dict):
        return json.dumps(value)[:LONGEST] if value not in (False, [], {}) else None
    if not isinstance(value, int | float) or not SECONDS <= abs(value) < FINEST:
        return str(int(value) if value.is_integer() else value) if isinstance(value, float) else in_words(value)
    seconds = float(value)
    if WRITTEN.fullmatch(digits := f"{seconds:.0f}"):
        return digits
    while abs(seconds) >= MOST:
        seconds /= 1000
    return (EPOCH + timedelta(seconds=int(seconds))).isoformat()


def in_words(value: Json) -> str | None:
    """A field as words: a string, a number, an object's name, a list of strings and objects."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        return in_words(value.get("name"))
    if isinstance(value, list):
        return ", ".join(w for v in value if isinstance(v, str | dict) and (w := in_words(v))) or None
    return None
