"""Repair of broken text with the way back kept: mojibake, invisible controls, odd line ends and spaces."""

import re

import ftfy
from ftfy.badness import is_bad

from tidings.text.mapped import Edit, Mapped

__all__ = ["lone_surrogate", "repaired", "tidied"]

LONGEST_WORD = 1_000  # a longer run without a space is no word: left as it is
WORD = re.compile(r"[^ \t\r\n]+")
NON_ASCII = re.compile(r"[^\x00-\x7f]")
LONE = re.compile("[\ud800-\udfff]")
# CR LF counts as one end of line; U+0085 and U+2028/9 are line ends too.
ODD = re.compile(
    "\r\n?|[\x0b\x0c\x85\u2028\u2029]"  # ends of line
    "|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+"  # invisible
    "|[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"  # spaces
)
SPACES = re.compile(r"(?P<margin>^ {3,})|(?<=[^\n ]) {2,}", re.MULTILINE)


def lone_surrogate(text: str) -> int | None:
    """Where half of a surrogate pair stands, which no file can hold; None in sound text."""
    found = LONE.search(text)
    return found.start() if found else None


def repaired(mapped: Mapped) -> Mapped:
    """The text with mojibake undone word by word (ftfy); each changed word is one piece."""
    text = mapped.text
    if text.isascii() or not is_bad(text):
        return mapped
    edits = [edit for word in WORD.finditer(text) if (edit := mended(word))]
    return mapped.edited(edits) if edits else mapped


def mended(word: re.Match[str]) -> Edit | None:
    """The edit that undoes the mojibake of one word, as narrow as it goes."""
    old = word.group()
    if len(old) > LONGEST_WORD or not NON_ASCII.search(old) or not is_bad(old):
        return None
    new = ftfy.fix_encoding(old)
    if new == old:
        return None
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return word.start() + head, word.end() - tail, new[head : len(new) - tail]


def tidied(mapped: Mapped) -> Mapped:
    """The text repaired, with plain line ends and single spaces, without controls and invisible characters.

    A line that is set in keeps two spaces, which tell where a paragraph begins.
    """
    mapped = repaired(mapped)
    odd = [(m.start(), m.end(), plain(m.group())) for m in ODD.finditer(mapped.text)]
    mapped = mapped.edited(odd) if odd else mapped
    spaces = [(m.start() + (2 if m["margin"] else 1), m.end(), "") for m in SPACES.finditer(mapped.text)]
    return mapped.edited(spaces) if spaces else mapped


def plain(odd: str) -> str:
    """What an odd character is read as."""
    if odd[0] in "\r\x0b\x0c\x85\u2028\u2029":
        return "\n"
    return " " if odd.isspace() else ""
