"""Examples of the three tasks, and batches of like length."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training import gold
from training.gold import ROOTS, Span
from training.units import Unit, labels, unit, units


@dataclass(frozen=True, slots=True)
class Quoted:
    """A unit of an article with its labels."""

    unit: Unit
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """A sentence with its triggers' word pieces and values."""

    name: str
    unit: Unit
    triggers: tuple[tuple[tuple[int, ...], float], ...]


@dataclass(frozen=True, slots=True)
class Acted:
    """A sentence with the word pieces of both parties and the root's number."""

    name: str
    unit: Unit
    source: tuple[int, ...]
    target: tuple[int, ...]
    root: int


Example = Quoted | Happened | Acted


def tokenizer_from(path: Path) -> Tokenizer:
    """The tokenizer as published, without its cut at 128 pieces and its padding."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def quoted(articles: list[gold.Article], tokenizer: Tokenizer) -> list[Quoted]:
    found = []
    for article in articles:
        cut = list(units(article.text, tokenizer))
        found += [Quoted(u, row) for u, row in zip(cut, labels(article, cut), strict=True)]
    return found


def happened(sentences: list[gold.Sentence], tokenizer: Tokenizer) -> list[Happened]:
    found = []
    for sentence in sentences:
        one = unit(sentence.text, tokenizer)
        triggers = [(covered(one, span), value) for span, value in sentence.triggers]
        kept = tuple(trigger for trigger in triggers if trigger[0])
        found.append(Happened(sentence.name, one, kept))
    return found


def acted(pairs: list[gold.Pair], tokenizer: Tokenizer) -> list[Acted]:
    found = []
    for pair in pairs:
        one = unit(pair.text, tokenizer)
        spans = covered(one, pair.source), covered(one, pair.target)
        found.append(Acted(pair.name, one, *spans, ROOTS.index(pair.root)))
    return found


def covered(one: Unit, span: Span) -> tuple[int, ...]:
    """The word pieces that share a character with a span."""
    places = enumerate(one.offsets)
    return tuple(i for i, (a, b) in places if a < span[1] and b > span[0] and a < b)


def regions(length: int, source: tuple[int, ...], target: tuple[int, ...]) -> list[int]:
    """Where each word piece lies towards the two spans; see `model.REGIONS`."""
    ends = [(span[0], span[-1], number) for span, number in ((source, 1), (target, 4)) if span]
    ends.sort()
    row = []
    for at in range(length):
        within = [number for first, last, number in ends if first <= at <= last]
        if within:
            row.append(within[0])
        elif not ends or at < ends[0][0]:
            row.append(0)
        elif at > max(last for _, last, _ in ends):
            row.append(5)
        else:
            row.append(2 if ends[0][2] == 1 else 3)
    return row


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of one task; `gold` differs by task."""

    task: str
    ids: Tensor
    shapes: Tensor
    mask: Tensor
    gold: Tensor
    spans: Tensor | None = None
    regions: Tensor | None = None


def batch(examples: Sequence[Example]) -> Batch:
    width = max(len(e.unit.ids) for e in examples)
    ids = _padded([e.unit.ids for e in examples], width)
    shapes = _padded([e.unit.shapes for e in examples], width)
    mask = ids != 0
    first = examples[0]
    if isinstance(first, Quoted):
        rows = [e.labels for e in examples if isinstance(e, Quoted)]
        return Batch("roles", ids, shapes, mask, _padded(rows, width))
    if isinstance(first, Happened):
        return _statuses([e for e in examples if isinstance(e, Happened)], ids, shapes, mask)
    pairs = [e for e in examples if isinstance(e, Acted)]
    spans = torch.zeros(len(pairs), 2, width)
    for number, pair in enumerate(pairs):
        spans[number, 0, list(pair.source)] = 1
        spans[number, 1, list(pair.target)] = 1
    where = torch.tensor([regions(width, pair.source, pair.target) for pair in pairs])
    return Batch("roots", ids, shapes, mask, torch.tensor([p.root for p in pairs]), spans, where)


def _statuses(examples: list[Happened], ids: Tensor, shapes: Tensor, mask: Tensor) -> Batch:
    """One row of weights over all word pieces of the batch for each trigger."""
    width, rows, values = ids.shape[1], [], []
    for number, example in enumerate(examples):
        for pieces, value in example.triggers:
            row = torch.zeros(ids.numel())
            row[[number * width + piece for piece in pieces]] = 1 / len(pieces)
            rows.append(row)
            values.append(value)
    spans = torch.stack(rows) if rows else torch.zeros(0, ids.numel())
    return Batch("status", ids, shapes, mask, torch.tensor(values), spans)


def _padded(rows: Sequence[tuple[int, ...]], width: int) -> Tensor:
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])


def grouped(examples: Sequence[Example], tokens: int, seed: int) -> list[list[Example]]:
    """All examples in batches of at most so many word pieces, like lengths together."""
    chance = random.Random(seed)
    order = sorted(examples, key=lambda e: len(e.unit.ids) + chance.uniform(0, 4))
    groups: list[list[Example]] = [[]]
    for example in order:
        group = groups[-1]
        if group and (len(group) + 1) * max(len(example.unit.ids), 8) > tokens:
            groups.append(group := [])
        group.append(example)
    chance.shuffle(groups)
    return [group for group in groups if group]
