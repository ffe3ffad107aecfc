"""Which words of a report are shown for an event: the clause that tells it, one of few words with what stands around it."""

from collections.abc import Sequence

from tidings.model import Span

__all__ = ["commas", "shown", "trimmed"]

FEW = 4  # words, from which a clause tells something by itself: "to protest", "two detained" do not
LONGEST = 120  # characters of a sentence that is shown whole
WIDEST = 180  # characters of a stretch between commas


def shown(text: str, sentences: Sequence[Span], clause: Span) -> Span:
    """A clause, or if it has few words its sentence, or of a long one the stretch between commas around it."""
    if len(text[clause.start : clause.end].split()) >= FEW:
        return clause
    around = next((s for s in sentences if s.start <= clause.start and clause.end <= s.end), clause)
    if around.length <= LONGEST:
        return around
    start, end = stretch(text[around.start : around.end], clause.start - around.start, clause.end - around.start)
    return clause if end - start > WIDEST else Span(around.start + start, around.start + end)


def stretch(sentence: str, start: int, end: int) -> tuple[int, int]:
    """From which comma to which the words around a place run on until they are enough, backwards first."""
    cuts = commas(sentence)
    first = max(n for n, cut in enumerate(cuts) if cut <= start)
    last = min(n for n, cut in enumerate(cuts) if cut >= end)
    while len(sentence[cuts[first] : cuts[last]].split()) < FEW and (first > 0 or last < len(cuts) - 1):
        first, last = (first - 1, last) if first > 0 else (first, last + 1)
    return trimmed(sentence, cuts[first], cuts[last])


def commas(sentence: str) -> list[int]:
    """Where a sentence may be cut: behind its commas, semicolons and colons, and at its ends."""
    inner = [n + 1 for n, letter in enumerate(sentence) if letter in ",;:" and sentence[n + 1 : n + 2] == " "]
    return [0, *inner, len(sentence)]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the blanks and commas at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip(" ,;:")), end - len(inner) + len(inner.rstrip(" ,;:"))
