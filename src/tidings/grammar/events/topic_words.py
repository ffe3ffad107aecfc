"""Stems of what a telling is about, by which two reports of one thing are known: like words count as one."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from tidings.lexicon import rows
from tidings.text.terms import news_share, stem

__all__ = ["WORD", "stems_in", "topic_stems"]

WORD = re.compile(r"[^\W\d_]{3,40}")
COMMON = 0.2  # words in more articles than this tell no event from another


def topic_stems(texts: Iterable[str], without: frozenset[str] = frozenset()) -> frozenset[str]:
    """Stems of the content words of these texts, but for some words."""
    share = news_share()
    like = like_words()
    found = (word for text in texts for word in WORD.findall(text.lower()))
    return frozenset(
        like.get(word, stem(word)) for word in found if word not in without and share.get(word, 0.0) < COMMON
    )


@lru_cache(maxsize=1 << 14)
def stems_in(text: str) -> frozenset[str]:
    """Stems of the content words of one text, which is laid beside many."""
    return topic_stems((text,))


@cache
def like_words() -> dict[str, str]:
    """Words that count as another, with that one."""
    return {word: row[0] for row in rows("like_words.tsv") for word in row[1].split()}
