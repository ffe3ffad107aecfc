"""The names that news tools give to an article's fields, ours first; one table serves them all."""

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
        id=first(record, ID),
        url=first(record, URL),
        title=first(record, TITLE),
        published=first(record, PUBLISHED),
        modified=first(record, MODIFIED),
        author=first(record, AUTHOR),
        outlet=first(record, OUTLET),
        language=first(record, LANGUAGE),
    )


def first(record: dict[str, Json], names: tuple[str, ...]) -> str | None:
    """The first of some fields that has words in it."""
    for name in names:
        value: Json = record
        for step in name.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        if words := in_words(value):
            return words
    return None


def in_words(value: Json) -> str | None:
    """A field as words: a string, a number, an object's name, a list of those."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        return in_words(value.get("name"))
    if isinstance(value, list):
        return ", ".join(w for v in value if not isinstance(v, list) and (w := in_words(v))) or None
    return None
