"""Texts read unchanged: by all of READ, or as far as their names and chains, which need no encoder."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from evals.quotes import as_is
from tidings.analysis import analyse_units
from tidings.grammar.unit_spans import unit_spans
from tidings.model import Given, Mention, Raw, Reading, Span
from tidings.stages import READ
from tidings.stages.read.analyse import laid_out
from tidings.stages.read.chains import Chains
from tidings.stages.read.mentions import Mentions
from tidings.text.ids import digest

__all__ = ["name_span", "parsed", "read"]


def parsed(texts: Iterable[tuple[str, str]]) -> Iterator[Reading]:
    """The readings of (name, text), text unchanged, with their mentions and chains."""
    for name, text in texts:
        reading = as_is(name, text)
        spans = unit_spans(reading.document)
        units = analyse_units([text[s.start : s.end] for s in spans])
        (reading,) = Chains().run(list(Mentions().run([replace(reading, analysis=laid_out(spans, units))])))
        yield reading


def read(texts: Iterable[tuple[str, str, str]]) -> Iterator[Reading]:
    """The readings of (name, text, day of the report) by all stages."""
    for name, text, day in texts:
        raw = Raw(f"{name}.txt", "text", text, digest(text.encode()), "utf-8", given=Given(published=day), as_is=True)
        batch: list[Raw] | list[Reading] = [raw]
        for stage in READ:
            batch = list(stage.run(batch))
        yield from (reading for reading in batch if isinstance(reading, Reading))


def name_span(text: str, mention: Mention) -> Span:
    """Where a mention's name stands, without title, office and article before it."""
    start = text.rfind(mention.name, mention.span.start, mention.span.end)
    return Span(start, start + len(mention.name)) if start >= 0 else mention.span
