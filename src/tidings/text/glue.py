"""Where a copied page lost its ends of lines: "shut him out.The court", "dramaBy Ann Orla", "EditorFriday May 23"."""

import re
from collections.abc import Iterator

from tidings.lexicon import words
from tidings.text.terms import news_share, stem

__all__ = ["glued"]

SENTENCES = re.compile(
    r"(?<=[^\W\d_A-Z]{2}[.?!:;])(?=[\"“]?[A-Z][a-z])|(?<=[.?!][\"”])(?=[A-Z][a-z])|(?<=\d\d[.?!])(?=[\"“]?[A-Z][a-z])"
)
FIELDS = re.compile(
    r"(?<=[^\W\d_A-Z])(?=By [A-Z][\w'’-]{1,30} [A-Z]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? |©|(?:Published|Updated|Posted)(?: on)?:? \d)"
    r"|(?<=[^\W_])(?=(?:Related articles|Read more|Advertisement)\b)|(?<=Related articles)(?=[A-Z])"
    r"|(?<=[^\W\d_A-Z])(?=\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d\b)|(?<=\d [ap]m)(?=[A-Z][a-z])|(?<=\d\d[ap]m)(?=[A-Z][a-z])"
)
# A word in small letters that runs into one with a capital: "recordsThe", "HomeNewsDam".
RUN_ON = re.compile(r"(?<![\w-])[^\W\d_]{1,20}?[^\W\d_A-Z](?:[A-Z][^\W\d_A-Z]{1,20}){1,8}(?![\w-])")
PART = re.compile(r"[^\W\d_][^\W\d_A-Z]*")
LEAST = 3  # such places in a text: one alone may be a name or a slip


def glued(text: str) -> list[int]:
    """The places, in order; none where a text has hardly any."""
    sentences = [match.start() for match in SENTENCES.finditer(text)]
    if len(sentences) < LEAST:
        return []
    return sorted({*sentences, *(match.start() for match in FIELDS.finditer(text)), *run_on(text)})


def run_on(text: str) -> Iterator[int]:
    """Where known words run together: a sentence's first word after another, the last of a row of a site's words."""
    for match in RUN_ON.finditer(text):
        parts = list(PART.finditer(match.group()))
        *before, last = (part.group() for part in parts)
        if not all(map(is_word, before)):
            continue
        row = len(before) > 1 and any(part.casefold() in words("section_names.txt") for part in before)
        if row or last.casefold() in words("stop_words.txt"):
            yield match.start() + parts[-1].start()


def is_word(part: str) -> bool:
    """Whether a part is a word of news or of a site's rows."""
    small = part.casefold()
    listed = words("stop_words.txt") | words("section_names.txt")
    return small in listed or small in news_share() or stem(small) in news_share()
