"""Words of a source with names in brackets, as editors put them, laid beside the words themselves."""

import re

__all__ = ["is_told_by"]

BRACKETED = re.compile(r"\[[^\[\]]*\]")


def is_told_by(told: str, exact: str) -> bool:
    """Whether `told` is made of words of `exact`, in order, with names in brackets; marks, blanks and a cut end do not count."""
    source, at = letters(exact), 0
    if not letters(BRACKETED.sub("", told)):
        return False
    for piece in map(letters, BRACKETED.split(told)):
        found = source.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def letters(words: str) -> str:
    """Words without blanks and marks."""
    return "".join(letter for letter in words if letter.isalnum())
