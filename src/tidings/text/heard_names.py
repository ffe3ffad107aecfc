"""Whether two full names may be one that two languages' rules spell, vowels and a slip forgiven: so coarse that an office must agree."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tidings.text.names import coarse, edits, is_initial, skeleton, sounds, word_similarity

__all__ = ["echo", "echoes", "nearly_heard"]

# These were chosen on 97 invented names in two spellings, Arabic to Vietnamese (76 joined with it, 57 without), against
# 121,000 pairs of people in PolNeAR and timeline17, of which one pair of strangers comes out alike.
FEWEST = 8  # letters of a name
CONSONANTS = 4  # of both names that must meet
MIDDLING = 0.5  # mean likeness of the words, vowels counted


@lru_cache(maxsize=1 << 16)
def nearly_heard(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether each word of one name has the consonants of one of the other's, but for one slip: "Nadia Cherif", "Nagya Sherif"."""
    if min(len("".join(one)), len("".join(two))) < FEWEST or any(map(is_initial, (*one, *two))):
        return False
    return any(agrees(one, other) for other in laid_out(one, two))


@lru_cache(maxsize=1 << 16)
def echo(word: str) -> str:
    """What a plain word shares with its spellings in other languages, short words but for transliteration."""
    return heard if len(heard := coarse(word)) > 2 else skeleton(word)


def echoes(word: str) -> frozenset[str]:
    """The consonants of a plain word by their kinds, for each way to read it, as keys under which its spellings meet."""
    return frozenset(way for way in sounds(word) if len(way) > 1)


def laid_out(one: Sequence[str], two: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words of the second name as the first may have them: in order, turned, two put together or one parted."""
    for words in {tuple(two), tuple(two[::-1]), (*two[1:], *two[:1]), (*two[-1:], *two[:-1])}:
        if len(words) == len(one):
            yield words
    if len(two) == len(one) + 1:
        yield from joined(two)
    if len(one) == len(two) + 1:
        whole = {words: n for n, words in enumerate(joined(one))}
        yield from (parted(two, one, n) for words, n in whole.items() if agrees(words, tuple(two)))


def joined(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A name with two of its words put together, wherever they stand."""
    for n in range(len(words) - 1):
        yield (*words[:n], words[n] + words[n + 1], *words[n + 2 :])


def parted(words: Sequence[str], like: Sequence[str], n: int) -> tuple[str, ...]:
    """A name with its word `n` written as the other writes it, in two."""
    return (*words[:n], like[n], like[n + 1], *words[n + 1 :])


def agrees(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two names agree word by word."""
    if len(one) < 2 or len(one) != len(two):
        return False
    slips = [apart(a, b) for a, b in zip(one, two, strict=True)]
    least = 4 if len(one) == 2 else 2  # consonants of a word of which one may be another
    if sum(slips) > 1 or any(
        slip and size(w) < least for slip, *pair in zip(slips, one, two, strict=True) for w in pair
    ):
        return False
    met = sum(min(size(a), size(b)) for a, b in zip(one, two, strict=True))
    alike = sum(word_similarity(a, b) for a, b in zip(one, two, strict=True)) / len(one)
    return met >= CONSONANTS and alike >= MIDDLING


@lru_cache(maxsize=1 << 16)
def apart(a: str, b: str) -> int:
    """Consonants in which two words differ, by the ways to read them that are nearest."""
    return 0 if sounds(a) & sounds(b) else min(edits(p, q) for p in sounds(a) for q in sounds(b))


def size(word: str) -> int:
    """Consonants of a word at most."""
    return max(map(len, sounds(word)))
