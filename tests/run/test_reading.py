"""What carrying READ out tells a person."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import pytest

from tidings.model import Document, Given, Raw, Reading
from tidings.run.progress import Silent
from tidings.run.reading import ReadBatch, batches, read
from tidings.runners import Local
from tidings.stage import Stage
from tidings.stages.read.clean import first_date


class Dated(Stage[Raw, Reading]):
    """Takes the stated date alone."""

    name: ClassVar[str] = "read/dated"

    def run(self, batch: Sequence[Raw]) -> Iterator[Reading]:
        for raw in batch:
            day, how = first_date((raw.given.published, "given"))
            yield Reading(
                Document(raw.path, raw.path, "", raw.text, (), line=raw.line, published=day, published_method=how)
            )


class Told(Silent):
    """Keeps the lines that a person is told."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def warn(self, text: str) -> None:
        self.lines.append(text)


@pytest.mark.parametrize(
    ("published", "lines"),
    [
        pytest.param("2031-05-02", [], id="a date"),
        pytest.param(None, [], id="none stated"),
        pytest.param("true", ["f.jsonl:3: read without its date, since 'true' is none: write it as YYYY-MM-DD, or leave it out"], id="no date"),
    ],
)  # fmt: skip
def test_a_stated_date_that_is_none_is_told(published, lines):
    told = Told()
    raw = Raw("f.jsonl", "record", "Words.", "digest", "utf-8", Given(published=published), 3)
    (outcome,) = read(ReadBatch((Dated(),)), batches([raw]), Local(1), told)
    assert (outcome.set_aside, told.lines) == ((), lines)
