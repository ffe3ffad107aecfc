"""BASIL: three hundred articles on a hundred stories, each told by three outlets."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Article", "articles"]

FOLDER = "stories-basil/articles"


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a text: its title, then its paragraphs; the story it tells and its day, where known."""

    name: str
    story: str
    text: str
    day: str | None


def articles(gold: Path) -> Iterator[Article]:
    """All articles, by path."""
    for path in sorted((gold / FOLDER).glob("*/*.json")):
        article = json.loads(path.read_text("utf-8"))
        body = (" ".join(sentences) for sentences in article["body-paragraphs"])
        text = "\n\n".join([article["title"] or "", *body])
        yield Article(path.stem, article["triplet-uuid"], text, article["date"] or None)
