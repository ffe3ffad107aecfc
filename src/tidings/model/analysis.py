"""What one pass of the analysers leaves for the read stages: tokens and trees, as plain records.

Scratch: made by read/analyse, dropped after READ, never stored with a reading.
"""

from dataclasses import dataclass

__all__ = ["Analysis", "Token", "TokenScore", "Unit"]


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
class TokenScore:
    """What the encoder says of a token: its role in an attribution, whether what it tells happened, and whether it is an act."""

    role: str  # O, B- or I-source, -cue, -content; R-content goes on with a content after a gap
    sure: float  # chance of the role, 0..1
    happened: float  # -3 (did not) .. 3 (did), meant for tokens that tell events
    acts: tuple[float, ...] = ()  # log odds of each PLOVER type against no act, where any is at all likely
    standing: tuple[float, ...] = ()  # and there the log chance of each standing that an act told here may have


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, cut at sentence ends to what one pass takes; offsets count from its own start."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]  # first token, one past the last
    scores: tuple[TokenScore, ...] = ()  # one a token where the encoder ran
    gist: tuple[int, ...] = ()  # what it is about: a sum over its word pieces, none where the encoder did not run


@dataclass(frozen=True, slots=True)
class Analysis:
    """All units of a document, laid end to end: offsets are the document's, indexes run over `tokens`."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]  # first token, one past the last
    children: tuple[tuple[int, ...], ...]  # of each token, in order
    scores: tuple[TokenScore, ...] = ()  # one a token where the encoder ran
