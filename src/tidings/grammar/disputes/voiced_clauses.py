"""The clauses of a story's sentences with who speaks in each: what stands beside what, and whether by two voices."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.denying import part
from tidings.grammar.disputes.scene import LONGEST, Passage, Scene
from tidings.text.terms import word_list

__all__ = ["Told", "apart", "clauses"]

CUTS = re.compile(r";\s|,\s(?=(?:and|but|while|whereas|although|though|yet)\s)|\s(?=(?:while|whereas|although)\s)")
FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
LONG = 6  # letters of a word for who speaks
LEAST = 25  # code points of a clause


@dataclass(frozen=True, slots=True)
class Told:
    """A clause of a sentence and who speaks in it."""

    at: int
    passage: Passage
    start: int
    end: int
    voices: frozenset[str]
    called: frozenset[str]  # longer words of what the speakers are called

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def claim(self) -> Claim | None:
        return part(self.passage, self.start, self.end)


def apart(scene: Scene, before: Told, answer: Told) -> bool:
    """Whether two clauses are of two voices, as far as these are known, and not of one state's."""
    if before.voices & answer.voices or before.called & answer.called or both_i(before, answer):
        return False
    ours, theirs = ({land for v in t.voices if (land := scene.lands.get(v))} for t in (before, answer))
    return not ours & theirs


def both_i(before: Told, answer: Told) -> bool:
    """Whether both clauses are somebody's own words, of whom it may be one."""
    return all(FIRST.search(t.text) for t in (before, answer))


def clauses(scene: Scene) -> Iterator[Told]:
    """The clauses of all sentences that are not overlong."""
    spoken: dict[str, list[tuple[int, str, str]]] = {}
    for quote in scene.telling.quotes:
        called = (quote.speaker_text or "").casefold()
        if quote.speaker or called:
            spoken.setdefault(quote.anchor.document, []).append((quote.anchor.start, quote.speaker or called, called))
    for at, passage in enumerate(scene.passages):
        if len(passage.text) > LONGEST:
            continue
        starts = [
            0,
            *(
                m.end()
                for m in CUTS.finditer(passage.text)
                if m.start() >= LEAST and len(passage.text) - m.end() >= LEAST
            ),
        ]
        for low, high in zip(starts, [*starts[1:], len(passage.text)], strict=True):
            base = passage.span.start
            heard = [(w, c) for s, w, c in spoken.get(passage.document, ()) if base + low <= s < base + high]
            named = frozenset(w for _, c in heard for w in word_list(c) if len(w) >= LONG)
            yield Told(at, passage, low, high, frozenset(w for w, _ in heard), named)
