"""What differs between wordings, marked, so that a reader sees the drift and not the sameness."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from tidings.model import Difference, Side

__all__ = ["own_words", "side_words", "spotted", "subject"]

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


def spotted(text: str, words: str) -> Markup:
    """The text with the words of one side in `em` where it holds them as they are."""
    at = text.casefold().find(words.casefold()) if 0 < len(words) < len(text) else -1
    if at < 0 or len(text.casefold()) != len(text):
        return escape(text)
    end = at + len(words)
    return escape(text[:at]) + Markup("<em>") + escape(text[at:end]) + Markup("</em>") + escape(text[end:])


def subject(difference: Difference) -> str:
    """What a difference is about, nothing where a side's own words say it."""
    about = difference.about.removesuffix("…").strip()
    said = (words for s in difference.sides for words in (s.says, *(a.exact for a in s.evidence)))
    return "" if any(words.startswith(about) for words in said) else difference.about


def side_words(difference: Difference, side: Side) -> str:
    """What a side says, in one line; of a denial the words themselves."""
    return side.evidence[0].exact if difference.kind == "denial" and side.evidence else side.says


def plain(word: str) -> str:
    """A word without case and without an English ending, so that tense is no drift."""
    word = word.casefold()
    return next(
        (word[: -len(e)] for e in ("ing", "ed", "es", "s", "’s", "'s") if word.endswith(e) and len(word) - len(e) > 3),
        word,
    )
