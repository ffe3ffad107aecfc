"""The tokens of parsed texts as columns of plain values, taken out at once instead of asked of spaCy one by one."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LENGTH, ORTH, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["Columns", "columns"]

ASKED = [ORTH, TAG, DEP, HEAD, IDX, LENGTH, IS_SPACE, SENT_START]


class Columns(NamedTuple):
    """A value for each token of a text."""

    words: list[str]
    tags: list[str]
    relations: list[str]
    heads: list[int]  # the index of what it hangs on; a root is its own
    starts: list[int]
    ends: list[int]
    blank: list[bool]  # nothing but white space
    opens: list[bool]  # begins a sentence


def columns(nlp: Language, docs: Sequence[Doc]) -> list[Columns]:
    """The columns of each text."""
    tables = [doc.to_array(ASKED) for doc in docs]
    names = {
        code: nlp.vocab.strings[code] for code in {int(code) for table in tables for code in np.unique(table[:, :3])}
    }
    found = []
    for table in tables:
        words, tags, relations = ([names[code] for code in column] for column in table[:, :3].T.tolist())
        heads, starts, lengths, blank, opens = table[:, 3:].T.astype(np.int64)
        heads += np.arange(len(heads))
        ends = starts + lengths
        found.append(
            Columns(words, tags, relations, *(c.tolist() for c in (heads, starts, ends, blank > 0, opens == 1)))
        )
    return found
