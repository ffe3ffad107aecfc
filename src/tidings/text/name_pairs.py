"""Whether two names are spellings of one: a score over the best matching of their words."""

from collections.abc import Sequence
from functools import cache, lru_cache

from tidings.lexicon import rows, words
from tidings.text.names import is_initial, name_words, plain, skeleton, word_similarity

__all__ = ["body_similarity", "legal_forms", "person_similarity", "same_given"]

MOST_WORDS = 12  # of a name that are compared
# Chosen on the first half (by digest) of names-opensanctions.
ALIKE = 0.66  # words at least this alike are one word of the name
EXTRA = 0.2  # what a word costs that only one of the names has
CLASH = 1.0  # what it costs where both have such words
BODY_EXTRA = 0.3  # the same for bodies
SLIGHT = 0.3  # weight of particles
COMMON = 0.6  # weight of words like "group" and "company"
ACRONYM = 0.85  # likeness of an acronym and the name whose letters it has
SAME_LONG = 0.7  # the same for long ones, which translation bends more
JOINED = 6  # letters of a word that another name may write as two
ONE = 0.86  # likeness from which it does
TURNED = 0.9  # likeness of both, where one name has the surname first
SAME_GIVEN = 0.8  # "Tim" is not "Tom" where only that tells two people apart


@cache
def full_forms() -> dict[str, frozenset[str]]:
    """A given name to the full names it may be short for or another language's form of, itself with them."""
    found: dict[str, set[str]] = {}
    for full, short in (*rows("nicknames.tsv"), *rows("national_given_names.tsv")):
        for word in [full, *short.split()]:
            found.setdefault(word, set()).add(full)
    return {word: frozenset(full) for word, full in found.items()}


@lru_cache(maxsize=65536)
def given_similarity(a: str, b: str) -> float:
    """How alike two words of people's names are; short and national forms count as near their full names."""
    alike = word_similarity(a, b)
    if alike < 0.9 and full_forms().get(a, frozenset()) & full_forms().get(b, frozenset()):
        return 0.9
    return alike


@cache
def honorifics() -> frozenset[str]:
    """Titles, as names are compared."""
    return frozenset(plain(row[0]).rstrip(".") for row in rows("titles.tsv"))


def person_words(name: str) -> list[str]:
    """The words of a person's name without forms of address before it."""
    found = list(name_words(name))
    while len(found) > 1 and found[0] in honorifics():
        found.pop(0)
    return found[:MOST_WORDS]


@lru_cache(maxsize=65536)
def person_similarity(a: str, b: str) -> float:
    """How alike two people's names are, 0 to 1, whatever the order of their words."""
    one, two = person_words(a), person_words(b)
    one, two = put_together(one, two), put_together(two, one)
    return similarity(one, two, dict.fromkeys(words("name_particles.txt"), SLIGHT), EXTRA)


def put_together(one: Sequence[str], two: Sequence[str]) -> list[str]:
    """The words of a name, two that the other writes as one put together: "Abdul Karim", "Abdulkarim"."""
    found: list[str] = []
    whole = [word for word in two if len(word) >= JOINED and word not in one]
    for word in one:
        both = found[-1] + word if found else ""
        if len(both) >= JOINED and found[-1] not in two and any(word_similarity(both, other) >= ONE for other in whole):
            found[-1] = both
        else:
            found.append(word)
    return found


@cache
def legal_forms() -> dict[tuple[str, ...], str]:
    """The words of each way to write a legal form, to its short form."""
    return {tuple(written.split()): short for short, cell in rows("legal_forms.tsv") for written in cell.split(",")}


@cache
def numbers() -> dict[str, str]:
    """Number words to digits."""
    return {row[0]: row[1] for table in ("number_words.tsv", "ordinal_words.tsv") for row in rows(table)}


def body_words(name: str) -> tuple[list[str], set[str]]:
    """The words of a body's name, numbers as digits and without "the" and "and"; its legal forms, apart."""
    found = [numbers().get(w, w) for w in name_words(name.replace("&", " and ")) if w not in {"the", "and"}]
    kept: list[str] = []
    forms: set[str] = set()
    i = 0
    while i < len(found):
        length = next((n for n in (5, 4, 3, 2, 1) if tuple(found[i : i + n]) in legal_forms()), 0)
        if length and (kept or length > 1 or len(found) > 1):
            forms.add(legal_forms()[tuple(found[i : i + length])])
            i += length
        else:
            kept.append(found[i])
            i += 1
    return (kept or found)[:MOST_WORDS], forms


@cache
def class_words() -> dict[str, float]:
    """Words for a kind of body, and how little they tell."""
    return {row[0]: COMMON for row in rows("body_words.tsv")}


@lru_cache(maxsize=65536)
def body_similarity(a: str, b: str) -> float:
    """How alike two names of companies or other bodies are, 0 to 1."""
    (one, first), (two, second) = body_words(a), body_words(b)
    alike = similarity(one, two, class_words(), BODY_EXTRA)
    for short, long in ((one, two), (two, one)):
        if len(short) == 1 and len(long) > 2 and short[0] == "".join(w[0] for w in long if w != "of"):
            alike = max(alike, ACRONYM)
    return alike - (0.02 if first != second else 0.0)


@lru_cache(maxsize=1 << 16)
def same_given(a: str, b: str) -> bool | None:
    """Whether the first words of two names may be one given name; None where an initial leaves it open."""
    one, two = name_words(a), name_words(b)
    one, two = tuple(put_together(one, two)), tuple(put_together(two, one))
    if len(one) < 2 or len(two) < 2:
        return None
    if is_initial(one[0]) or is_initial(two[0]):
        return None if one[0][0] == two[0][0] else False
    short, long = sorted((one[0], two[0]), key=len)
    if long.endswith(short) and len(short) > 3 and one != two:
        return None if len(long) > len(short) else True
    if given_similarity(one[0], two[0]) >= (SAME_LONG if len(short) > 5 else SAME_GIVEN):
        return True
    # surname first in one of them: "Berisha Tamar", "Tamara Berisha"
    return min(given_similarity(one[0], two[-1]), given_similarity(one[-1], two[0])) >= TURNED


def similarity(one: Sequence[str], two: Sequence[str], light: dict[str, float], extra_cost: float) -> float:
    """Matched weight over all weight, where words that clash cost more than words that one name leaves out."""
    if not one or not two:
        return 0.0
    if sorted(one) == sorted(two):
        return 1.0
    if skeleton("".join(one)) == skeleton("".join(two)):
        return 0.97
    pairs = sorted(
        ((given_similarity(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(two)),
        key=lambda p: (-p[0], abs(p[1] - p[2]), p),
    )
    left, right = set(range(len(one))), set(range(len(two)))
    matched = total = 0.0
    for alike, i, j in pairs:
        if alike < ALIKE:
            break
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            weight = min(light.get(one[i], 1.0), light.get(two[j], 1.0))
            matched += alike * weight
            total += weight
    rest_one = sum(light.get(one[i], 1.0) for i in left)
    rest_two = sum(light.get(two[j], 1.0) for j in right)
    clash, extra = min(rest_one, rest_two), abs(rest_one - rest_two)
    return matched / (total + 2 * CLASH * clash + extra_cost * extra) if matched else 0.0
