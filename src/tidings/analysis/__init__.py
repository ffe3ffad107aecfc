"""Parser and encoder: weights in, plain records out; alone in loading models."""

from typing import Protocol

from tidings.analysis.encoder import EXACT, INT8, encode_units, encoder_digest, root_scores, scored_units
from tidings.analysis.parser import analyse_units
from tidings.analysis.pipelines import PINNED, model_digest, verify
from tidings.analysis.sentence_model import cosine

__all__ = [
    "EXACT",
    "INT8",
    "PINNED",
    "Memo",
    "analyse_units",
    "cosine",
    "encode_units",
    "encoder_digest",
    "model_digest",
    "root_scores",
    "scored_units",
    "verify",
]


class Memo(Protocol):
    """Where analysed units may be kept; losing all of it changes no byte of any output."""

    def get(self, key: str) -> bytes | None:
        """What was put under a key, or None."""

    def put(self, key: str, value: bytes) -> None:
        """Keep a value under a key."""
