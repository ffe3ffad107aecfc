"""From label scores to spans, in plain numpy: what the library does too."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.gold import Part, Span
from training.units import LABELS

Floats = NDArray[np.float32]
NEVER = -1e4


def allowed() -> Floats:
    """0 where a label may follow another, NEVER where it may not; row to column.

    The last row is the start of a unit.
    """
    size = len(LABELS)
    table = np.zeros((size + 1, size), dtype=np.float32)
    for column, label in enumerate(LABELS):
        if label.startswith("I-"):
            table[:, column] = NEVER
            for row, before in enumerate(LABELS):
                if before.endswith(label[1:]):
                    table[row, column] = 0.0
    return table


def viterbi(scores: Floats, transitions: Floats) -> list[int]:
    """The best sequence of labels for one unit (word pieces only)."""
    best = scores[0] + transitions[-1]
    back = []
    for row in scores[1:]:
        paths = best[:, None] + transitions[:-1]
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    label = int(best.argmax())
    path = [label]
    for choices in reversed(back):
        label = int(choices[label])
        path.append(label)
    return path[::-1]


@dataclass(frozen=True, slots=True)
class Joining:
    """How spans are cleaned and joined after decoding; chosen on the selection set."""

    crumb: int = 2
    """Contents with fewer letters are dropped."""
    resume: bool = True
    """R joins to the content before."""


def spans(
    text: str,
    offsets: Sequence[Sequence[Span]],
    paths: Sequence[Sequence[int]],
    joining: Joining = Joining(),
) -> list[Part]:
    """The sources, cues and contents of a text from its units' labels, in order."""
    found: list[tuple[str, list[Span]]] = []
    latest: list[Span] | None = None
    for places, path in zip(offsets, paths, strict=True):
        before = "O"
        for (start, end), number in zip(places, path, strict=True):
            label = LABELS[number]
            prefix, _, kind = label.partition("-")
            if label == "O":
                pass
            elif prefix == "I" and before.endswith(kind) and found:
                pieces = found[-1][1] if kind != "content" else latest or found[-1][1]
                pieces[-1] = (pieces[-1][0], end)
            elif prefix == "R" and joining.resume and latest is not None:
                latest.append((start, end))
            else:
                found.append((kind, [(start, end)]))
                if kind == "content":
                    latest = found[-1][1]
            before = label
    parts = []
    for kind, pieces in found:
        snapped = tuple(_snap(text, piece) for piece in pieces)
        letters = sum(c.isalnum() for a, b in snapped for c in text[a:b])
        if letters >= (joining.crumb if kind == "content" else 1):
            parts.append(Part(kind, snapped))
    return parts


def _snap(text: str, span: Span) -> Span:
    start, end = span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end
