"""read/analyse: one pass of the analysers over each distinct unit of a batch; alone in calling `analysis`."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import accumulate

from tidings.analysis import INT8, PINNED, Memo, analyse_units, encoder_digest, model_digest, scored_units
from tidings.codec.units import decode_unit, encode_unit
from tidings.grammar.late_subject import with_late_subjects
from tidings.grammar.misplaced_heads import with_heads_in_place
from tidings.grammar.silent_units import is_silent
from tidings.grammar.tree import span_of
from tidings.grammar.unit_spans import unit_spans
from tidings.model import Analysis, Reading, Span, Token, TokenScore, Unit
from tidings.stage import Stage

__all__ = ["Analyse"]

UNSCORED = TokenScore("O", 0.0, 3.0)  # grammar is trusted where the encoder did not run


@dataclass(frozen=True)
class Analyse(Stage[Reading, Reading]):
    """Cut the text into units and give each its sentences, tokens, trees, names and the encoder's scores."""

    name = "read/analyse"
    gives = ("analysis", "sentences", "gist")
    version = 18
    pipeline: str = PINNED
    encoder: str = INT8  # encoder.onnx runs in full precision, where its weights are there
    pieces: int = 160  # word pieces in a unit; a longer sentence is a unit of its own
    opening: int = 1_000  # code points at the start that say what a report is about
    memo: Memo | None = None

    def run(self, batch: Sequence[Reading]) -> Iterator[Reading]:
        """Analyse each distinct unit text of the batch once, then lay the units of each document end to end."""
        spans = [unit_spans(reading.document, self.pieces) for reading in batch]
        texts = [
            [reading.document.text[s.start : s.end] for s in cut] for reading, cut in zip(batch, spans, strict=True)
        ]
        units = self.units(sorted({text for document in texts for text in document}))
        for reading, cut, own in zip(batch, spans, texts, strict=True):
            analysis = laid_out(cut, [units[text] for text in own])
            sentences = tuple(span_of(analysis, first, end - 1) for first, end in analysis.sentences)
            gist = direction([units[text].gist for text in own[: first_units(cut, self.opening)]])
            yield replace(reading, analysis=analysis, sentences=sentences, gist=gist)

    def units(self, texts: Sequence[str]) -> dict[str, Unit]:
        """The units of these texts, from the memo where it has them."""
        found: dict[str, Unit] = {}
        model = f"{self.version} {model_digest(self.pipeline)} {encoder_digest(self.encoder)}"
        keys = {text: memo_key(model, text) for text in texts}
        if self.memo is not None:
            for text in texts:
                kept = self.memo.get(keys[text])
                unit = decode_unit(kept) if kept is not None else None
                if unit is not None and unit.text == text:
                    found[text] = unit
        missing = [text for text in texts if text not in found]
        parsed = analyse_units(missing, self.pipeline)
        scored = iter(scored_units([unit for unit in parsed if not is_silent(unit)], self.encoder))
        for text, bare in zip(missing, parsed, strict=True):
            unit = replace(bare, scores=(UNSCORED,) * len(bare.tokens)) if is_silent(bare) else next(scored)
            found[text] = unit
            if self.memo is not None and is_plain(text):
                self.memo.put(keys[text], encode_unit(unit))
        return found


def first_units(spans: Sequence[Span], most: int) -> int:
    """How many units it takes from the start to come to so many code points."""
    before = accumulate((span.end - span.start for span in spans), initial=0)
    return sum(1 for _, length in zip(spans, before, strict=False) if length < most)


def direction(gists: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """The sum of what units are about, made of length 127: each value a byte."""
    total = [sum(values) for values in zip(*filter(None, gists), strict=True)]
    length = math.sqrt(sum(value * value for value in total))
    return tuple(round(127 * value / length) for value in total) if length else ()


def memo_key(model: str, text: str) -> str:
    """Where the memo keeps a unit: blake2b of the stage's version, the models' digests and text."""
    return blake2b(f"{model}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def is_plain(text: str) -> bool:
    """Whether a text can be written as UTF-8, without lone surrogates."""
    return not any("\ud800" <= c <= "\udfff" for c in text)


def laid_out(spans: Sequence[Span], units: Sequence[Unit]) -> Analysis:
    """The units of one document end to end: offsets become the document's, indexes run on."""
    tokens: list[Token] = []
    scores: list[TokenScore] = []
    sentences: list[tuple[int, int]] = []
    for span, unit in zip(spans, map(with_heads_in_place, map(with_late_subjects, units)), strict=True):
        first, shift = len(tokens), span.start
        tokens.extend(
            Token(
                first + t.i,
                shift + t.start,
                shift + t.end,
                t.text,
                t.lemma,
                t.tag,
                t.pos,
                t.dep,
                first + t.head,
                t.ent,
                t.ent_begins,
                len(sentences) + t.sentence,
            )
            for t in unit.tokens
        )
        scores.extend(unit.scores)
        sentences.extend((first + a, first + b) for a, b in unit.sentences)
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return Analysis(tuple(tokens), tuple(sentences), tuple(tuple(b) for b in below), tuple(scores))
