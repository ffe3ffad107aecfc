"""From bytes to text: byte order mark, UTF-8, what the page itself declares, then a guess."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

__all__ = ["Decoded", "decode", "looks_binary"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE
)
SIGNATURES = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ\x90",
    b"OggS",
    b"RIFF",
    b"SQLite format",
    b"BZh",
    b"\xfd7zXZ",
    b"\x00\x00\x01\x00",
    b"ID3",
)
# Browsers read pages that declare Latin-1 as Windows-1252; codecs outside this list are no encodings of pages.
ENCODINGS = re.compile(
    r"(?:iso-?8859-\d+|(?:windows-|cp)\d+|koi8-?[ru]|gb\w*|big5\w*|shift[_-]jis|euc-?\w+|mac\w*)", re.ASCII
)
CONTROLS = bytes({*range(32), 127} - {9, 10, 12, 13, 27})
HEAD = 65_536  # what a guess or a sniff looks at


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding that gave it, and whether that was a guess."""

    text: str
    encoding: str
    guessed: bool = False


def looks_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding that we read."""
    if data.startswith(SIGNATURES):
        return True
    head = data[:HEAD]
    if not head or wide(head) or any(head.startswith(mark) for mark, _ in MARKS):
        return False
    return len(head) - len(head.translate(None, CONTROLS)) > len(head) // 20


def decode(data: bytes) -> Decoded | None:
    """Decode a file's bytes; None where no encoding fits."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return attempt(data, encoding)
    if two_byte := wide(data[:HEAD]):
        return attempt(data, two_byte, guessed=True)
    if plain := attempt(data, "utf-8"):
        return plain
    if (declared := declared_in(data)) and (found := attempt(data, declared)):
        return found
    if (guess := guessed_of(data[:HEAD])) and (found := attempt(data, guess, guessed=True)):
        return found
    return attempt(data, "cp1252", guessed=True) or attempt(data, "latin-1", guessed=True)


def guessed_of(head: bytes) -> str | None:
    """The encoding that the bytes look most like; of equals Windows-1252, which English is written in."""
    found = from_bytes(head)
    best = found.best()
    if best is None:
        return None
    western = (m for m in found if "cp1252" in m.could_be_from_charset and m.chaos <= best.chaos)
    return "cp1252" if any(western) else best.encoding


def declared_in(data: bytes) -> str | None:
    """The encoding that a page's own <meta> names, if it is one of pages."""
    found = DECLARED.search(data[:4096])
    name = found.group(1).decode("ascii").casefold() if found else ""
    if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii"):
        return "cp1252"
    return name if ENCODINGS.fullmatch(name) else None


def attempt(data: bytes, encoding: str, *, guessed: bool = False) -> Decoded | None:
    """The text in an encoding, None where it is not in it."""
    try:
        return Decoded(data.decode(encoding), codecs.lookup(encoding).name, guessed)
    except (UnicodeError, LookupError):
        return None


def wide(head: bytes) -> str | None:
    """UTF-16 without a mark, known by zero bytes at nearly every other place."""
    even, odd = head[0::2], head[1::2]
    if len(odd) < 8:
        return None
    if odd.count(0) > len(odd) * 0.7 and even.count(0) < len(even) * 0.05:
        return "utf-16-le"
    if even.count(0) > len(even) * 0.7 and odd.count(0) < len(odd) * 0.05:
        return "utf-16-be"
    return None
