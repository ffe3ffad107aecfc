"""Texts read as far as their names and chains; the encoder, which neither needs, is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from evals.quotes import as_is
from tidings.analysis import analyse_units
from tidings.grammar.unit_spans import unit_spans
from tidings.model import Mention, Reading, Span
from tidings.stages.read.analyse import laid_out
from tidings.stages.read.chains import Chains
from tidings.stages.read.mentions import Mentions

__all__ = ["name_span", "parsed"]


def parsed(texts: Iterable[tuple[str, str]]) -> Iterator[Reading]:
    """The readings of (name, text), text unchanged, with their mentions and chains."""
    for name, text in texts:
        reading = as_is(name, text)
        spans = unit_spans(reading.document)
        units = analyse_units([text[s.start : s.end] for s in spans])
        (reading,) = Chains().run(list(Mentions().run([replace(reading, analysis=laid_out(spans, units))])))
        yield reading


def name_span(text: str, mention: Mention) -> Span:
    """Where a mention's name stands, without title, office and article before it."""
    start = text.rfind(mention.name, mention.span.start, mention.span.end)
    return Span(start, start + len(mention.name)) if start >= 0 else mention.span
