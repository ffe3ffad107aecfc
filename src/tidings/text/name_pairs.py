"""Whether two full names are spellings of one: a score over the best matching of their words."""

from functools import lru_cache
from itertools import permutations

from tidings.text.names import is_initial, name_words, word_similarity

__all__ = ["person_similarity", "same_given"]

MOST_WORDS = 6
ALIKE = 0.8  # words at least this alike are one word of the name


@lru_cache(maxsize=65536)
def person_similarity(a: str, b: str) -> float:
    """How alike two people's names are, 0 to 1, whatever the order of their words."""
    one, two = name_words(a)[:MOST_WORDS], name_words(b)[:MOST_WORDS]
    if not one or not two:
        return 0.0
    if one == two:
        return 1.0
    short, long = sorted((one, two), key=lambda w: (len(w), w))
    scores = [[word_similarity(s, t) for t in long] for s in short]
    best = max(
        (sum(scores[i][j] for i, j in enumerate(chosen)), chosen)
        for chosen in permutations(range(len(long)), len(short))
    )
    return best[0] / len(short) - 0.05 * (len(long) - len(short))


def same_given(a: str, b: str) -> bool | None:
    """Whether the first words of two names may be one given name; None where an initial leaves it open."""
    one, two = name_words(a), name_words(b)
    if len(one) < 2 or len(two) < 2:
        return None
    if is_initial(one[0]) or is_initial(two[0]):
        return None if one[0][0] == two[0][0] else False
    return word_similarity(one[0], two[0]) >= ALIKE
