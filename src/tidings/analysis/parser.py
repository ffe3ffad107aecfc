"""spaCy in, plain records out: tokens, tags, trees and names of units of text."""

import re
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import cache
from itertools import islice

import numpy as np
import spacy
from spacy.attrs import IDX, LENGTH, ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from tidings.analysis.columns import Columns, columns
from tidings.analysis.name_spans import NameSpan, name_spans
from tidings.analysis.pipelines import PINNED, data_directory, verify
from tidings.analysis.products import quicken
from tidings.analysis.word_forms import LEFT_OUT, forms, quickened
from tidings.errors import ModelError
from tidings.model import Token, Unit
from tidings.text.sentences import sentences

__all__ = ["analyse_units"]

# nlp.pipe gives bitwise what one call a text gives (793 paragraphs of quotes-polnear dev), at 0.11 against
# 0.20 core-seconds an article of 750 words; larger batches are no faster.
BATCH = 64
KEPT_WORDS = 50_000  # words that the vocabulary and the tokenizer keep; rarer ones go with their batch
# The tokenizer peels marks off a run of letters one by one, each time copying the rest: a run is cut here.
UNBROKEN = re.compile(r"\S{120}")
CAPITAL_TITLES = ("MR.", "MRS.", "MS.", "DR.", "SEN.", "REP.", "GOV.")  # labels of transcripts; Mr. and Ms. it knows
INITIALS = ("Ye.", "Yu.", "Zh.", "Kh.", "Dzh.")  # a Cyrillic letter's; of one Latin letter it knows
PARTS = frozenset({"tok2vec", "transformer", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})


@cache
def pipeline_of(name: str) -> Language:
    """The loaded pipeline: once a process."""
    verify(name)
    try:
        nlp = spacy.load(data_directory(name))
    except (OSError, ValueError) as error:
        raise ModelError(f"spaCy cannot load {name!r}: {error}; install the pipeline for spaCy 3.8") from error
    missing = {"tagger", "parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(f"the pipeline {name!r} lacks {', '.join(sorted(missing))}; name one that tags and parses")
    for word in (*CAPITAL_TITLES, *INITIALS):
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])  # type: ignore[union-attr]
    for part in nlp.pipe_names:
        if part not in PARTS or (name == PINNED and part in (*LEFT_OUT, "ner")):
            nlp.disable_pipe(part)
    quicken(nlp)
    quickened(nlp)
    return nlp


def analyse_units(texts: Sequence[str], pipeline: str = PINNED) -> list[Unit]:
    """Tokens, trees and names of each text; the result for a text never depends on the others."""
    nlp = pipeline_of(pipeline)
    units: list[Unit] = []
    # Within a zone spaCy forgets each word after its batch and the tokenizer keeps none.
    with nullcontext() if len(nlp.vocab) < KEPT_WORDS else nlp.memory_zone():
        rest = iter(texts)
        while batch := list(islice(rest, BATCH)):
            docs = list(nlp.pipe(prepared(nlp, batch), batch_size=BATCH))
            rows = columns(nlp, docs)
            found = zip(batch, rows, forms(nlp, pipeline, docs, rows), named(nlp, pipeline, docs), strict=True)
            units += [unit(*one) for one in found]
    return units


def named(nlp: Language, name: str, docs: Sequence[Doc]) -> list[list[NameSpan]]:
    """The names of each text."""
    if name == PINNED:
        return name_spans(nlp, docs)
    return [[(span.start, span.end, span.label_) for span in doc.ents] for doc in docs]


def prepared(nlp: Language, texts: Sequence[str]) -> Iterator[Doc]:
    """Tokenized texts with their sentence starts set, which the parser then keeps."""
    for text in texts:
        doc = nlp.make_doc(readable(text))
        if len(doc):
            start, length = doc.to_array([IDX, LENGTH]).astype(np.int64).T
            first = np.searchsorted(start + length, sorted({span.start for span in sentences(text)}), "right")
            opens = np.full((len(doc), 1), -1)  # what spaCy keeps for "no"
            opens[[0, *first[first < len(doc)]]] = 1
            doc.from_array([SENT_START], opens.astype(np.uint64))  # type: ignore[arg-type]
        yield doc


def readable(text: str) -> str:
    """The text with what the tokenizer cannot take (lone surrogates, line ends, endless runs) replaced, one for one."""
    flat = UNBROKEN.sub(lambda run: run.group()[:-1] + " ", text)
    flat = flat.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in flat) if not flat.isascii() else flat


def unit(text: str, row: Columns, forms: Sequence[tuple[str, str]], names: Sequence[NameSpan]) -> Unit:
    """The plain record of a parsed text; tokens of white space are left out."""
    labels = {i: label for first, end, label in names for i in range(first, end)}
    begins = {first for first, _, _ in names}
    kept = [i for i, blank in enumerate(row.blank) if not blank]
    index = {i: n for n, i in enumerate(kept)}
    sentences: list[tuple[int, int]] = []
    tokens: list[Token] = []
    before = -1
    for n, i in enumerate(kept):
        pos, lemma = forms[i]
        if n == 0 or any(row.opens[before + 1 : i + 1]):  # at this token or at white space just before it
            sentences.append((n, n))
        sentences[-1] = (sentences[-1][0], n + 1)
        before, start, end = i, row.starts[i], row.ends[i]
        tokens.append(
            Token(
                n,
                start,
                end,
                text[start:end],
                lemma or row.words[i],
                row.tags[i],
                pos,
                row.relations[i],
                head_of(i, row.heads, index),
                labels.get(i, ""),
                i in begins,
                len(sentences) - 1,
            )
        )
    return Unit(text, tuple(tokens), tuple(sentences))


def head_of(i: int, heads: Sequence[int], index: dict[int, int]) -> int:
    """The index of the nearest kept head; a root, or a token below nothing but white space, is its own."""
    above = heads[i]
    while above not in index and heads[above] != above:
        above = heads[above]
    return index.get(above, index[i])
