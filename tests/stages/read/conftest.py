"""Readings of short texts, made by the stages themselves."""

from collections.abc import Callable

import pytest

from tidings.model import Block, Document, Reading
from tidings.stages.read.analyse import Analyse
from tidings.stages.read.chains import Chains
from tidings.stages.read.mentions import Mentions


def document(text: str, name: str = "d", **more: object) -> Document:
    """A document whose paragraphs are the text's lines."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    return Document(name, name, name, text, tuple(blocks), **more)  # type: ignore[arg-type]


def chained(text: str, name: str = "d", **more: object) -> Reading:
    """The text read as far as its chains."""
    reading = Reading(document(text, name, **more))
    for stage in (Analyse(), Mentions(), Chains()):
        (reading,) = stage.run([reading])
    return reading


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """The function that reads a text as far as its chains."""
    return chained
