"""JSON-LD of a page: its records of articles, and which of them is the page's own."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

__all__ = ["TAGS", "Json", "articles", "own_record", "text_of", "words_of"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

SCRIPT = re.compile(r"<script\b[^<>]{0,300}application/ld\+json[^<>]{0,300}>", re.IGNORECASE)
TAGS = re.compile(r"<[^<>]{0,2000}>")
ARTICLES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "backgroundnewsarticle",
    "opinionnewsarticle",
    "blogposting",
    "liveblogposting",
    "report",
    "advertisercontentarticle",
    "reviewnewsarticle",
    "claimreview",
)
LIKE = 0.4  # words that the headline of the page's own record shares with what the page calls itself
MOST = 50  # JSON-LD blocks that are read


def articles(markup: str) -> Iterator[dict[str, Json]]:
    """The JSON-LD records of articles, the page's own first."""
    for script in islice(SCRIPT.finditer(markup), MOST):
        end = markup.find("</", script.end())
        try:
            value: Json = json.loads(markup[script.end() : end if end > 0 else len(markup)].strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        found = list(objects(value, 0))
        known = {str(record["@id"]): record for record in found if "@id" in record and "name" in record}
        for record in found:
            kinds = record.get("@type")
            listed = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.casefold() in ARTICLES for kind in listed):
                yield {name: resolved(field, known) for name, field in record.items()}


def own_record(records: Sequence[Mapping[str, Json]], address: str | None, shown: Iterable[str]) -> Mapping[str, Json]:
    """The record of the page's own article among those of others: by its address, else by its headline, else the first."""
    if len(records) < 2:
        return records[0] if records else {}
    heads = [set(words_of(title)) for title in shown]

    def likeness(record: Mapping[str, Json]) -> tuple[bool, float]:
        told = set(words_of(text_of(record.get("headline")) or ""))
        most = max((len(told & head) / len(told | head) for head in heads if told | head), default=0.0)
        return address is not None and address in addresses(record), most

    best = max(records, key=likeness)
    return best if likeness(best) > (False, LIKE) else records[0]


def addresses(record: Mapping[str, Json]) -> Iterator[str]:
    """The addresses that a record gives for its article's page."""
    for field in ("url", "@id", "mainEntityOfPage"):
        value = record.get(field)
        yield from (
            str(each) for each in ([value.get("@id"), value.get("url")] if isinstance(value, dict) else [value])
        )


def resolved(value: Json, known: Mapping[str, dict[str, Json]]) -> Json:
    """A field that only names another record of the page's, as that record."""
    if isinstance(value, list):
        return [resolved(item, known) for item in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(str(value["@id"]), value)
    return value


def objects(value: Json, depth: int) -> Iterator[dict[str, Json]]:
    """The records of a JSON-LD block: itself, its list, its graph, what its page is about."""
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value:
            yield from objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from objects(value.get(name), depth + 1)


def text_of(value: Json) -> str | None:
    """A value as words: a string, an object's name, the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(TAGS.sub(" ", value)).split()) or None


def words_of(text: str) -> list[str]:
    """The words, small letters."""
    return re.findall(r"\w+", text.casefold())
