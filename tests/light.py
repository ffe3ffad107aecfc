"""A plan without a parser, for tests of what carries stages out: a few lines a stage, the same answers every time.

A document is its lines; whatever stands in double quotes is a quote, said by the word
before "said"; quotes in the same words are one statement. The word POISON breaks READ.
"""

import itertools
import os
import re
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from tidings.engine import Plan
from tidings.model import (
    Block,
    Chain,
    Document,
    DocumentRecord,
    Entity,
    GroupKind,
    Link,
    Linked,
    Mention,
    Quote,
    QuoteRecord,
    Raw,
    Reading,
    Span,
    Statement,
    Telling,
)
from tidings.stage import Round, Stage
from tidings.text.anchors import anchor
from tidings.text.ids import content_id

QUOTED = re.compile(r'"([^"\n]{1,200})"')
SAID = re.compile(r"([A-Z][a-z]{1,20}) said")


@dataclass(frozen=True)
class LightClean(Stage[Raw, Reading]):
    name: ClassVar[str] = "read/clean"
    gives: ClassVar[tuple[str, ...]] = ("document",)

    def run(self, batch: Sequence[Raw]) -> Iterator[Reading]:
        for raw in batch:
            if "POISON" in raw.text:
                raise ValueError("this one cannot be read")
            if "DEADLY" in raw.text:
                os.kill(os.getpid(), signal.SIGKILL)
            lines = [Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]+", raw.text)]
            name = content_id(raw.given.url or raw.path, raw.digest)
            yield Reading(
                Document(
                    name,
                    raw.path,
                    raw.digest,
                    raw.text,
                    tuple(lines),
                    line=raw.line,
                    url=raw.given.url,
                    title=raw.text.split("\n")[0],
                    published=raw.given.published,
                )
            )


@dataclass(frozen=True)
class LightQuotes(Stage[Reading, Reading]):
    name: ClassVar[str] = "read/quotes"
    needs: ClassVar[tuple[str, ...]] = ("document",)
    gives: ClassVar[tuple[str, ...]] = ("mentions", "chains", "quotes")

    def run(self, batch: Sequence[Reading]) -> Iterator[Reading]:
        for reading in batch:
            document = reading.document
            names = [Mention(Span(*m.span(1)), "name", "person", m[1]) for m in SAID.finditer(document.text)]
            chains = [
                Chain(f"{document.id}/c/{m.span.start}", "person", m.name, True, (i,)) for i, m in enumerate(names)
            ]
            quotes = tuple(
                Quote(f"{document.id}/q/{m.start(1)}", "direct", (Span(*m.span(1)),), (Span(*m.span(1)),))
                for m in QUOTED.finditer(document.text)
            )
            yield replace(reading, mentions=tuple(names), chains=tuple(chains), quotes=quotes)


@dataclass(frozen=True)
class LightEntities(Round[tuple[str, str]]):
    name: ClassVar[str] = "link/entities"
    kind: ClassVar[GroupKind] = "entity"

    def cards(self, reading: Reading, linked: Linked) -> Iterable[tuple[str, str]]:
        return [(chain.id, chain.name) for chain in reading.chains]

    def member(self, card: tuple[str, str]) -> str:
        return card[0]

    def keys(self, card: tuple[str, str]) -> Iterable[str]:
        return (card[1],)

    def compare(self, group: Sequence[tuple[str, str]]) -> Iterator[Link]:
        for a, b in itertools.pairwise(group):
            yield Link("entity", a[0], b[0], "same", 0.9, "same name")


@dataclass(frozen=True)
class LightStatements(LightEntities):
    name: ClassVar[str] = "link/statements"
    kind: ClassVar[GroupKind] = "statement"

    def cards(self, reading: Reading, linked: Linked) -> Iterable[tuple[str, str]]:
        text = reading.document.text
        return [(q.id, text[q.content[0].start : q.content[0].end]) for q in reading.quotes]

    def compare(self, group: Sequence[tuple[str, str]]) -> Iterator[Link]:
        for a, b in itertools.pairwise(group):
            yield Link("statement", a[0], b[0], "same", 1.0, "same words")


@dataclass(frozen=True)
class LightTell(Stage[Telling, Telling]):
    name: ClassVar[str] = "tell/all"
    needs: ClassVar[tuple[str, ...]] = ("readings", "linked")
    gives: ClassVar[tuple[str, ...]] = ("documents", "entities", "quotes", "statements")

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        for telling in batch:
            said = {q.id: (r, q) for r in telling.readings for q in r.quotes}
            named = {c.id: (r, c) for r in telling.readings for c in r.chains}
            yield replace(
                telling,
                documents=tuple(document_record(r.document) for r in telling.readings),
                entities=tuple(entity(g.id, [named[m] for m in g.members]) for g in telling.linked.of("entity")),
                quotes=tuple(quote_record(*said[name]) for name in sorted(said)),
                statements=tuple(
                    Statement(g.id, None, g.members, dict.fromkeys(g.members, "rendering"), len(g.members))
                    for g in telling.linked.of("statement")
                ),
            )


def document_record(document: Document) -> DocumentRecord:
    return DocumentRecord(
        document.id, document.path, document.url, document.title, document.text, document.published, None,
        "stated" if document.published else "unknown", None, None, (), None, document.digest,
    )  # fmt: skip


def entity(name: str, members: Sequence[tuple[Reading, Chain]]) -> Entity:
    spots = tuple(anchor(r.document, r.mentions[c.mentions[0]].span) for r, c in members)
    words = sorted({c.name for _, c in members})
    return Entity(name, words[0], "person", tuple(words), None, None, spots)


def quote_record(reading: Reading, quote: Quote) -> QuoteRecord:
    spot = anchor(reading.document, quote.content[0])
    return QuoteRecord(
        quote.id, "direct", None, spot.exact, None, None, (), None, None, None, None, 1.0, spot
    )  # fmt: skip


LIGHT = Plan(
    read=(LightClean(), LightQuotes()),
    link=(LightEntities(), LightStatements()),
    tell=(LightTell(),),
    model="light",
)
