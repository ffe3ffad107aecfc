"""Readings of short texts, made by the stages themselves."""

from collections.abc import Callable, Iterable

import pytest

from tidings.model import Block, Document, Given, Participant, Raw, Reading
from tidings.stages import READ
from tidings.stages.read.analyse import Analyse
from tidings.stages.read.chains import Chains
from tidings.stages.read.mentions import Mentions
from tidings.text.ids import digest

REPORT = "2031-05-09"  # a Friday


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


def told(text: str, *, as_is: bool = True) -> Reading:
    """The reading of a text of that day, by all of READ."""
    raw = Raw("a.txt", "text", text, digest(text.encode()), "utf-8", given=Given(published=REPORT), as_is=as_is)
    (reading,) = READ[0].run([raw])
    for stage in READ[1:]:
        (reading,) = stage.run([reading])
    return reading


def names(reading: Reading, parties: Iterable[Participant]) -> list[str]:
    """The names of some parties."""
    return [reading.chains[p.chain].name for p in parties if p.chain is not None]


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """The function that reads a text as far as its chains."""
    return chained
