"""BASIL: three hundred articles on a hundred stories, each told by three outlets."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Article", "articles"]

FOLDER = "stories-basil/articles"


@dataclass(frozen=True, slots=True)
class Article:
    """One article: the outlet and the story that it tells, its title, its paragraphs and its day, where known."""

    name: str
    uuid: str
    outlet: str
    story: str
    title: str
    paragraphs: tuple[str, ...]
    day: str | None

    @property
    def text(self) -> str:
        """The title, then the paragraphs."""
        return "\n\n".join((self.title, *self.paragraphs))


def articles(gold: Path) -> Iterator[Article]:
    """All articles, by path."""
    for path in sorted((gold / FOLDER).glob("*/*.json")):
        told = json.loads(path.read_text("utf-8"))
        paragraphs = tuple(" ".join(sentences) for sentences in told["body-paragraphs"])
        title, day = told["title"] or "", told["date"] or None
        yield Article(path.stem, told["uuid"], told["source"], told["triplet-uuid"], title, paragraphs, day)
