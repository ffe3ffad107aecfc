"""Where a copied page lost its ends of lines: "shut him out.The court", "dramaBy Ann Orla", "EditorFriday May 23"."""

import re

__all__ = ["glued"]

SENTENCES = re.compile(r"(?<=[^\W\d_A-Z]{2}[.?!:;])(?=[\"“]?[A-Z][a-z])|(?<=[.?!][\"”])(?=[A-Z][a-z])")
FIELDS = re.compile(
    r"(?<=[^\W\d_A-Z])(?=By [A-Z][\w'’-]{1,30} [A-Z]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? |©|(?:Published|Updated|Posted)(?: on)?:? \d)"
    r"|(?<=[^\W_])(?=(?:Related articles|Read more|Advertisement)\b)|(?<=Related articles)(?=[A-Z])"
)
LEAST = 3  # such places in a text: one alone may be a name or a slip


def glued(text: str) -> list[int]:
    """The places, in order; none where a text has hardly any."""
    sentences = [match.start() for match in SENTENCES.finditer(text)]
    if len(sentences) < LEAST:
        return []
    return sorted({*sentences, *(match.start() for match in FIELDS.finditer(text))})
