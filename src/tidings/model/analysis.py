"""What one pass of the analysers leaves for the read stages: tokens and trees, as plain records.

Scratch: made by read/analyse, dropped after READ, never stored with a reading.
"""

from dataclasses import dataclass

__all__ = ["Analysis", "Token", "Unit"]


@dataclass(frozen=True, slots=True)
class Token:
    """One token; offsets and indexes count in the text that the record belongs to (a unit's or the document's)."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str  # Penn Treebank
    pos: str  # Universal POS
    dep: str  # ClearNLP label; "ROOT" for a root
    head: int  # index of the head; a root is its own
    ent: str  # OntoNotes label, or ""
    ent_begins: bool
    sentence: int  # index into the sentences


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, cut at sentence ends to what one pass takes; offsets count from its own start."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]  # first token, one past the last


@dataclass(frozen=True, slots=True)
class Analysis:
    """All units of a document, laid end to end: offsets are the document's, indexes run over `tokens`."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]  # first token, one past the last
    children: tuple[tuple[int, ...], ...]  # of each token, in order
