"""Weighted terms of a news text, against what any news text holds."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from tidings.lexicon import rows

__all__ = ["news_share", "stem", "term_vector", "word_list"]

WORD = re.compile(r"[^\W\d_]+|\d+")
NAMED = 1.5  # times what another word as rare says of the story
RARE = 0.003  # the share taken for a word that the table does not hold
COMMON = 0.25  # words in more articles than this tell nothing of the story


@cache
def news_share() -> dict[str, float]:
    """In what share of news articles a common word stands."""
    return {word: float(share) for word, share in rows("news_words.tsv")}


def word_list(text: str) -> list[str]:
    """The words and numbers of a text, small."""
    return [word.lower() for word in WORD.findall(text)]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its commonest English endings, at least four letters long."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=512)
def term_vector(text: str) -> Mapping[str, float]:
    """Terms with their weights, of length 1: (1 + log count) times -log share of articles; names count more."""
    small, tall = dict[str, int](), dict[str, int]()
    for form, times in Counter(WORD.findall(text)).items():
        side, word = tall if form[0].isupper() else small, form.lower()
        side[word] = side.get(word, 0) + times
    share = news_share()
    counts, rarity = dict[str, int](), dict[str, float]()
    for word in sorted(small.keys() | tall.keys()):
        told = share.get(word, RARE)
        if told > COMMON:
            continue
        high = tall.get(word, 0)
        total = small.get(word, 0) + high
        name = word not in share and high >= 0.8 * total
        term = word if name else stem(word)
        counts[term] = counts.get(term, 0) + total
        rarity[term] = max(rarity.get(term, 0.0), -math.log(told) * (NAMED if name else 1.0))
    weights = {term: (1 + math.log(count)) * rarity[term] for term, count in counts.items()}
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {term: w / length for term, w in weights.items()}
