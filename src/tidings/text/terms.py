"""Weighted terms of a news text, against what any news text holds."""

import math
import re
from collections import Counter
from functools import cache

from tidings.lexicon import rows

__all__ = ["news_share", "stem", "term_vector", "word_list"]

WORD = re.compile(r"[^\W\d_]+|\d+")
RARE = 0.003  # the share taken for a word that the table does not hold
COMMON = 0.25  # words in more articles than this tell nothing of the story


@cache
def news_share() -> dict[str, float]:
    """In what share of news articles a common word stands."""
    return {word: float(share) for word, share in rows("news_words.tsv")}


def word_list(text: str) -> list[str]:
    """The words and numbers of a text, small."""
    return [word.lower() for word in WORD.findall(text)]


def stem(word: str) -> str:
    """A word without its commonest English endings, at least four letters long."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def term_vector(text: str, *, names: float = 1.5) -> dict[str, float]:
    """Terms with their weights, of length 1: (1 + log count) times -log share of articles; names count more."""
    small, tall = Counter[str](), Counter[str]()
    for word in WORD.findall(text):
        (tall if word[0].isupper() else small)[word.lower()] += 1
    share = news_share()
    counts, rarity = Counter[str](), dict[str, float]()
    for word in sorted(small.keys() | tall.keys()):
        told = share.get(word, RARE)
        if told > COMMON:
            continue
        total = small[word] + tall[word]
        name = word not in share and tall[word] >= 0.8 * total
        term = word if name else stem(word)
        counts[term] += total
        rarity[term] = max(rarity.get(term, 0.0), -math.log(told) * (names if name else 1.0))
    weights = {term: (1 + math.log(count)) * rarity[term] for term, count in counts.items()}
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {term: w / length for term, w in weights.items()}
