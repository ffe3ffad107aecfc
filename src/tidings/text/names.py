"""How alike two names are: spelling, transliteration, word order, initials, left-out words, acronyms."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from tidings.lexicon import rows

__all__ = [
    "acronym",
    "coarse",
    "consonants",
    "edits",
    "first_letters",
    "is_initial",
    "name_words",
    "plain",
    "skeleton",
    "sounds",
    "sounds_alike",
    "word_similarity",
]

WORD = re.compile(r"\w+")
DROPPED = str.maketrans("", "", "'’‘`ʼʻ´ʹʺ")
CONSONANTS = re.compile(r"[^aeiou]")
ONE_VOWEL = frozenset(frozenset(pair) for pair in ("ae", "ei", "ou", "ao"))  # vowels that renderings of one name vary
SHORT = 5  # letters of a word whose vowels count too
INITIALS = re.compile(r"\b(?:\w\.){2,8}")
CYRILLIC = re.compile(r"\b([YZK])[euh]\.(?=\s?\w)|\b(D)zh\.(?=\s?\w)")  # one letter there: "Yu. Orlova"


@cache
def letters() -> dict[int, str]:
    """Letters of other alphabets, and Latin ones that no accent makes, to plain Latin."""
    table = {ord(row[0]): row[1] if len(row) > 1 else "" for row in rows("romanization.tsv")}
    return {**{ord(chr(c).upper()): latin for c, latin in table.items() if len(chr(c).upper()) == 1}, **table}


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case without accents, in Latin letters as far as the tables go."""
    decomposed = unicodedata.normalize("NFKD", text.translate(letters()))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.translate(letters()).translate(DROPPED).casefold()


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in plain letters; dotted initials are one word ("U.S." is "us")."""
    joined = CYRILLIC.sub(lambda m: f"{m[1] or m[2]}. ", name) if "." in name else name
    joined = INITIALS.sub(lambda m: m.group().replace(".", "") + " ", joined)
    return tuple(WORD.findall(plain(joined)))


@cache
def spellings() -> tuple[tuple[str, str], ...]:
    """Spellings in which transliterations differ, each with the one that is kept."""
    return tuple((row[0], row[1] if len(row) > 1 else "") for row in rows("transliteration.tsv"))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A plain word with what transliterations vary in made one: kh/h, y/i/j, w/v, x/ks, doubled letters."""
    for variant, one in spellings():
        word = word.replace(variant, one)
    out = word[:1]
    for letter in word[1:]:
        if letter != out[-1]:
            out += letter
    return out


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The skeleton without its vowels after the first letter."""
    bones = skeleton(word)
    return bones[:1] + "".join(c for c in bones[1:] if c not in "aeiou")


# What stands for one sound in two languages' ways of writing: "Çelik" and "Chelik", "Țuca" and "Tsuca", "Hoxha" and "Hoja",
# "Fawzi" and "Fouzi", "Truong" and "Chuong", "Gasan" and "Hasan", "Xuan" and "Suan", "Jansons" and "Yansons", "Bokhari" and "Boukari", "Sach" and "Sak", "Phan" and "Pan".
OTHERWISE = (
    ("c", "ch"),
    ("ts", "t"),
    ("xh", "j"),
    ("tr", "ch"),
    ("g", "h"),
    ("x", "s"),
    ("j", "y"),
    ("j", "dzh"),
    ("kh", "k"),
    ("ch", "k"),
    ("ph", "p"),
    ("gn", "ny"),
    ("aw", "u"),
    ("ow", "u"),
)
OU = re.compile(r"ou(?=[aeiouy])|^ou")  # French for "w": "Ourimi" and "Warimi"
FINAL = re.compile(r"(?<=[bcdfghklmnprstvz])[aeo]u$")  # Belarusian for "ov" and "ev": "Bahanau" and "Boganov"
ARTICLE = re.compile(r"^(?:al|el|ul)(?=[bcdfghjkmnpqrstvwxz]\w{3})")  # grown together with its noun: "Elmasri"
# Arabic has neither "v" nor "p": "Vesna" and "Fesna", "Petar" and "Betar".
FOLDED = str.maketrans({**dict.fromkeys("CSJzj", "s"), "g": "k", "d": "t", "f": "v", "p": "b", "h": None})


@lru_cache(maxsize=65536)
def sounds(word: str) -> frozenset[str]:
    """What is left of a plain word however it was written down: its consonants by their kinds, for each way to read them."""
    word = OU.sub("w", word)
    ways = {word, *(word.replace(*pair) for pair in OTHERWISE), word.replace("c", "ch").replace("g", "h")}
    ways |= {FINAL.sub("ov", way) for way in ways}
    ways |= {ARTICLE.sub("", way) for way in ways}
    return frozenset(coarse(way) for way in ways)


def coarse(word: str) -> str:
    """The consonants of a word's skeleton by their kinds, each once in a row."""
    bones = skeleton(word).replace("ng", "n").replace("ks", "s").replace("ts", "s")
    out = ""
    for letter in bones.translate(FOLDED):
        if letter not in "aeiouy" and letter != out[-1:]:
            out += letter
    return out


def sounds_alike(a: str, b: str) -> bool:
    """Whether two plain words may be one name written by two languages' rules; so coarse that more must speak for it."""
    if a == b:
        return True
    shared = max(map(len, sounds(a) & sounds(b)), default=0)
    if shared > 1 and min(len(a), len(b)) > SHORT:
        return True
    one, two = ([g for g in CONSONANTS.split(skeleton(word)) if g] for word in (a, b))
    same = len(one) == len(two) and all(
        any(p == q or frozenset((p, q)) in ONE_VOWEL for p in g for q in h) for g, h in zip(one, two, strict=True)
    )
    return same and shared > 0


def is_initial(word: str) -> bool:
    """Whether a plain word is one letter."""
    return len(word) == 1


def edits(a: str, b: str) -> int:
    """Letters to insert, drop, change or swap to make one word the other."""
    return DamerauLevenshtein.distance(a, b)


@lru_cache(maxsize=65536)
def word_similarity(a: str, b: str) -> float:
    """How alike two plain words are as spellings of one name, 0 to 1; what a slip costs falls with length."""
    if a == b:
        return 1.0
    if is_initial(a) or is_initial(b):
        return 0.8 if a[0] == b[0] else 0.0
    one, two = skeleton(a), skeleton(b)
    if one == two:
        return 0.97
    longest = max(len(one), len(two))
    slips = min(edits(one, two), edits(a, b))
    alike = 1.0 - slips / longest - (0.05 if slips == 1 and longest > 5 else 0.0)
    if min(len(one), len(two)) > 3 and consonants(a) == consonants(b) and vowels_agree(one, two):
        alike = max(alike, 0.86)
    return alike


def vowels_agree(one: str, two: str) -> bool:
    """Whether two skeletons of the same consonants have vowels that transliterations vary: "Karim", "Kerim".

    "Dallan" and "Dullein" are two names: no rendering makes "u" of "a".
    """
    return all(
        not a or not b or any(p == q or frozenset((p, q)) in ONE_VOWEL for p in a for q in b)
        for a, b in zip(CONSONANTS.split(one), CONSONANTS.split(two), strict=False)
    )


def acronym(name: str) -> str:
    """The first letters of a name's capitalised words, upper case."""
    return first_letters(w for w in re.findall(r"\w+", name) if w[0].isupper())


def first_letters(words: Iterable[str]) -> str:
    """The first letters of words, as they stand."""
    return "".join(word[0] for word in words)
