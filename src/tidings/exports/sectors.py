"""PLOVER's sector codes of an entity, from the words of its roles and of its name."""

import re
from functools import cache

from tidings.lexicon import rows
from tidings.model import Entity

__all__ = ["sectors"]


def sectors(entity: Entity) -> tuple[str, ...]:
    """The codes, most telling first, each once; () where nothing tells one.

    A state as such is GOV, as PLOVER codes a country that acts. Roles are asked before the name, for
    a person's name may hold any word; a place has none.
    """
    if entity.kind == "country":
        return ("GOV",)
    if entity.kind in {"place", "vessel"}:
        return ()
    words = (entity.role, *entity.roles) if entity.kind == "person" else (entity.name, entity.role, *entity.aliases)
    found = (_sector(text) for text in words if text)
    return tuple(dict.fromkeys(code for code in found if code))


def _sector(text: str) -> str | None:
    pattern, codes = _words()
    met = [codes[word] for word in pattern.findall(text.casefold())]
    return min(met)[1] if met else None


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[int, str]]]:
    """The pattern of all words, long ones first, and for each its rank in the table and its code."""
    codes = {word: (rank, code) for rank, (word, code) in enumerate(rows("sectors.tsv"))}
    longest = sorted(codes, key=lambda word: (-len(word), word))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})\b"), codes
