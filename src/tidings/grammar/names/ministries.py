"""Which ministry words name: "Foreign Ministry", "Ministry of Foreign Affairs", "Department of Defense"."""

import re
from functools import cache, lru_cache

from tidings.lexicon import rows

__all__ = ["ministry_kind", "portfolios"]

FOREIGN = ("state department", "department of state", "foreign office")
INITIALS = {"mfa": "foreign", "mod": "defence", "mid": "foreign", "mvd": "interior"}
SHORT = re.compile(r"\b(?:MFA|MID|MVD|M[Oo]D)\b")
HEAD = r"(?:ministry|ministries|department|ministerium)"


@cache
def patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """For each kind of ministry, the ways to name it."""
    found: list[tuple[re.Pattern[str], str]] = []
    for kind, cell in rows("ministries.tsv"):
        words = "|".join(sorted((re.escape(w.strip()) for w in cell.split(";")), key=lambda w: (-len(w), w)))
        found.append((re.compile(rf"\b(?:{words})\s{HEAD}\b|\b{HEAD}\s(?:of|for)\s(?:the\s)?(?:{words})\b"), kind))
    return tuple(found)


@cache
def portfolios() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The fields of ministries, word by word, by their first word: "foreign": "foreign affairs"."""
    fields = {tuple(field.split()) for _, cell in rows("ministries.tsv") for field in cell.split(";") if field.strip()}
    return {first: tuple(sorted(f for f in fields if f[0] == first)) for first in sorted({f[0] for f in fields})}


@lru_cache(maxsize=1 << 14)
def ministry_kind(name: str) -> str | None:
    """The kind of ministry that a name says, whatever its order and state; None for other bodies."""
    plain = " ".join(name.lower().replace("’", "'").split())
    if any(words in plain for words in FOREIGN):
        return "foreign"
    if (short := SHORT.search(name)) is not None:
        return INITIALS[short[0].lower()]
    return next((kind for pattern, kind in patterns() if pattern.search(plain)), None)
