"""The outlet by its masthead: the name that a plain page opens with and that its text knows too."""

import re
from collections.abc import Iterable

from tidings.grammar.layout.credits import is_medium
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.name_signs import is_common
from tidings.lexicon import words

__all__ = ["masthead"]

FIRST = 3  # lines above the headline
LONGEST = 5  # words of an outlet's name
SHORTEST = 4  # letters of a last word that stands for the whole: "the Herald"
PARTS = re.compile(r"\s{0,3}[|/»>•·]\s{0,3}|\s[–—-]{1,2}\s|\s{3,}|>>|::")
DOMAIN = re.compile(r"(?:www\.)?[a-z][\w-]{2,40}\.[a-z]{2,4}(?:\.[a-z]{2})?", re.IGNORECASE)
SMALL = frozenset({"of", "the", "and", "de", "la", "le", "el", "for", "&"})


def masthead(lines: Iterable[str], text: str) -> str | None:
    """The name with which one of the lines above a headline begins, where the text has it too or it is an outlet's by its words."""
    for line in list(lines)[:FIRST]:
        name = PARTS.split(line.strip(), maxsplit=1)[0].strip(" :.,*_#")
        if is_name(name) and is_known(name, text):
            return name.title() if name.isupper() and " " in name else name
    return None


def is_name(words_: str) -> bool:
    """Whether words may be an outlet's name: capitals, no place, no section, no entry of a menu."""
    if DOMAIN.fullmatch(words_):
        return True
    parts = words_.split()
    if not 0 < len(parts) <= LONGEST or not all(p[0].isupper() or p in SMALL for p in parts):
        return False
    plain = words_.casefold()
    if plain in words("section_names.txt") or entry(words_) is not None or entry(words_.title()) is not None:
        return False
    return len(parts) > 1 or not is_common(plain)


def is_known(name: str, text: str) -> bool:
    """Whether a text has an outlet's name, all of it or its last word behind "the"; or the name says what it is."""
    if is_medium(name) or is_medium(name.title()):
        return True
    whole = re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", text, re.IGNORECASE if " " in name else 0)
    if whole is not None and (whole[0][0].isupper() or DOMAIN.fullmatch(name) is not None):
        return True
    last = name.split()[-1].title()
    alone = " " in name and len(last) >= SHORTEST
    return alone and re.search(rf"\b[Tt]he {re.escape(last)}\b(?! [A-Z])", text) is not None
