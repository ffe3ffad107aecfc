"""Which words of two wordings are not in the other, so that a reader sees the drift and not the sameness."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

__all__ = ["own_words"]

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def own_words(text: str, others: Sequence[str]) -> Markup:
    """The text with the words that none of the others has in `em`; nothing marked where all or none differ."""
    theirs = {plain(w) for other in others for w in WORD.findall(other)}
    found = list(WORD.finditer(text))
    own = [m for m in found if plain(m.group()) not in theirs]
    if not own or len(own) == len(found):
        return escape(text)
    out, at = Markup(), 0
    for m in own:
        out += escape(text[at : m.start()]) + Markup("<em>") + escape(m.group()) + Markup("</em>")
        at = m.end()
    return out + escape(text[at:])


def plain(word: str) -> str:
    """A word without case and without an English ending, so that tense is no drift."""
    word = word.casefold()
    return next(
        (word[: -len(e)] for e in ("ing", "ed", "es", "s", "’s", "'s") if word.endswith(e) and len(word) - len(e) > 3),
        word,
    )
