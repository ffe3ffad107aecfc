"""The names and numbers of a text in their order: what a translation keeps when every other word is another."""

import re
import unicodedata

__all__ = ["fact_runs", "facts", "skeleton"]

TOKEN = re.compile(r"\d{1,12}(?:[.,]\d{1,6})?|[^\W\d_]+")
VOWELS = re.compile(r"[aeiouy]")
LONGEST = 6  # letters of a name that count: endings differ from one transliteration to another


def skeleton(name: str) -> str:
    """A name without its vowels and marks: Petrenko and Pétrénkó are one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower() or name.lower()
    return plain[0] + VOWELS.sub("", plain[1:])[: LONGEST - 1]


def facts(text: str) -> list[str]:
    """Numbers, and words with a capital letter that do not open a sentence, in order."""
    found = []
    for match in TOKEN.finditer(text):
        word, start = match[0], match.start()
        if word[0].isdigit():
            found.append(word.replace(",", ""))
        elif word[0].isupper() and len(word) > 1 and inside(text, start):
            found.append(skeleton(word))
    return found


def inside(text: str, at: int) -> bool:
    """Whether a word stands inside a sentence: behind a space that follows no stop, line end or quote mark."""
    return at > 1 and text[at - 1] == " " and text[at - 2] not in ".!?:\n“\"'"


def fact_runs(text: str) -> frozenset[tuple[str, str, str]]:
    """Each three facts in a row, two of them at least different."""
    told = facts(text)
    return frozenset(run for run in zip(told, told[1:], told[2:], strict=False) if len(set(run)) > 1)
