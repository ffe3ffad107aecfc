"""Which words of a report are shown for an event: the clause that tells it; one of few words with what stands around it, of a long one what stands around the act."""

from collections.abc import Sequence

from tidings.model import Span

__all__ = ["commas", "shown", "trimmed"]

FEW = 4  # words, from which a clause tells something by itself: "to protest", "two detained" do not
LONGEST = 120  # characters of a sentence that is shown whole
WIDEST = 180  # characters of a stretch between commas
# Characters from which a clause tells more than the act, and what of it is shown at least: set on twenty-three stories.
LONG, ENOUGH = 170, 100


def shown(text: str, sentences: Sequence[Span], clause: Span, act: Span) -> Span:
    """A clause; if it has few words its sentence, or of a long one the stretch between commas around it."""
    words = text[clause.start : clause.end]
    if clause.length > LONG and clause.start <= act.start < clause.end:
        start, end = around(words, act.start - clause.start, act.end - clause.start)
        return Span(clause.start + start, clause.start + end)
    if len(words.split()) >= FEW:
        return clause
    whole = next((s for s in sentences if s.start <= clause.start and clause.end <= s.end), clause)
    if whole.length <= LONGEST:
        return whole
    start, end = stretch(text[whole.start : whole.end], clause.start - whole.start, clause.end - whole.start)
    return clause if end - start > WIDEST else Span(whole.start + start, whole.start + end)


def around(clause: str, start: int, end: int) -> tuple[int, int]:
    """From which comma to which an act in a long clause is told, the shorter stretch beside it first."""
    cuts = commas(clause)
    first, last = ends(cuts, start, end)
    while cuts[last] - cuts[first] < ENOUGH and (first > 0 or last < len(cuts) - 1):
        before = cuts[first] - cuts[first - 1] if first > 0 else len(clause)
        behind = cuts[last + 1] - cuts[last] if last < len(cuts) - 1 else len(clause)
        first, last = (first, last + 1) if behind <= before else (first - 1, last)
    return trimmed(clause, cuts[first], cuts[last])


def ends(cuts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The cuts right before and right behind a place."""
    first = max(n for n, cut in enumerate(cuts) if cut <= start)
    return first, next(n for n, cut in enumerate(cuts) if cut >= min(end, cuts[-1]))


def stretch(sentence: str, start: int, end: int) -> tuple[int, int]:
    """From which comma to which the words around a place run on until they are enough, backwards first."""
    cuts = commas(sentence)
    first, last = ends(cuts, start, end)
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
