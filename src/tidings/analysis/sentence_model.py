"""How near two wordings are as a sentence model has it: what remains where a translation keeps neither words nor their order.

`models/meaning.int8.onnx` is all-MiniLM-L6-v2, made small by `training/sentence_model.py`; the vectors of its words are
the encoder's. It takes one wording a call, so that none hangs on another.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession

from tidings.analysis.encoder import INT8, MEANING, encoder, folder_with
from tidings.analysis.layered import cut
from tidings.analysis.sessions import one_thread

__all__ = ["LONGEST", "cosine", "pieces_of", "vector", "word_vectors"]

WORDS = "/reader/encoder/words/Gather_output_0"  # in the encoder: the vectors of the pieces
LONGEST = 64  # word pieces of a wording that are read

Floats = NDArray[np.float32]


def cosine(one: str, other: str) -> float:
    """The cosine of two wordings' vectors."""
    return round(float(np.dot(meaning_of(one), meaning_of(other))), 3)


@lru_cache(maxsize=1 << 12)
def meaning_of(text: str) -> Floats:
    """The vector of a wording, of length 1."""
    return vector(model(), text)


def vector(session: InferenceSession, text: str) -> Floats:
    """The vector that a model gives a wording."""
    (found,) = session.run(["meaning"], {"words": word_vectors(pieces_of(text))})
    meaning: Floats = found
    return meaning


@cache
def model() -> InferenceSession:
    """The model, loaded once a process. Raises ModelError where it is not there."""
    return one_thread(folder_with(MEANING) / MEANING)


def pieces_of(text: str) -> tuple[int, ...]:
    """The word pieces of a wording between [CLS] and [SEP], the first ones where they are many."""
    plain = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    first, *ids, last = encoder().tokenizer.encode(" ".join(plain.split())).ids
    return (first, *ids[:LONGEST], last)


def word_vectors(ids: Sequence[int]) -> Floats:
    """The encoder's vector of each word piece."""
    session, takes = words_of()
    given = {"ids": np.array(ids, np.int64), "shapes": np.zeros(len(ids), np.int64)}
    (found,) = session.run([WORDS], {name: given[name] for name in takes})
    vectors: Floats = found.reshape(len(ids), -1)
    return vectors


@cache
def words_of() -> tuple[InferenceSession, tuple[str, ...]]:
    """The part of the encoder that gives pieces their vectors, and what it takes."""
    part, takes, _ = next(cut((folder_with(INT8) / INT8).read_bytes(), (WORDS,)))
    return one_thread(part), takes
