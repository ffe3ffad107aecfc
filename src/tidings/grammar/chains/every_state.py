"""Bodies that every state has one of, by their names."""

import re
from functools import cache

from tidings.grammar.names.gazetteer import entry
from tidings.lexicon import words

__all__ = ["of_every_state"]


def of_every_state(name: str) -> bool:
    """Whether a name is one that each state gives to a body of its own; never one that the tables know as somebody's."""
    first = entry(name.split()[0]) if name else None
    if entry(name) is not None or (first is not None and first.sort == "body"):
        return False  # "UN Security council"
    return _pattern().search(name.casefold().replace("’", "'")) is not None


@cache
def _pattern() -> re.Pattern[str]:
    listed = sorted(words("home_bodies.txt"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:^|\s)(?:{'|'.join(map(re.escape, listed))})(?:$|\s(?:of|for|in)\s)")
