"""What a word alone says of the name it stands in: a title, a given name, a word for bodies, a common word."""

from functools import cache, lru_cache

from tidings.grammar.names.roles import offices, singular
from tidings.lexicon import rows, word_classes
from tidings.text.name_pairs import legal_forms
from tidings.text.names import plain

__all__ = [
    "body_kind",
    "first_gender",
    "given_gender",
    "head_kind",
    "is_common",
    "is_legal_form",
    "may_open",
    "office_word",
    "opens_society",
    "titles",
]


SOCIETY = frozenset(
    [
        *("Sons", "Daughters", "Brothers", "Sisters", "Mothers", "Fathers", "Children", "Friends", "Knights", "Lords"),
        *("Guardians", "Defenders", "Soldiers", "Lions", "Wolves", "Tigers", "Eagles", "Falcons", "Voices", "Women"),
        *("Doctors", "Lawyers", "Families", "Citizens", "Students", "Veterans", "Artists", "Parents", "Neighbours"),
    ]
)


@cache
def titles() -> dict[str, tuple[str, str]]:
    """Title to the gender that it tells and the office that it names, "-" for none."""
    return {word: (gender, office) for word, gender, office in rows("titles.tsv")}


@cache
def given_names() -> dict[str, str]:
    """Given name to gender."""
    return {name: gender for gender, names in rows("given_names.tsv") for name in names.split()}


def given_gender(word: str) -> str | None:
    """m, f or "-" (either) for a given name common in news; None for any other word."""
    return given_names().get(word)


@cache
def names_abroad() -> dict[str, str]:
    """Given name of any country, in plain letters, to gender."""
    return {name: gender for gender, names in rows("given_names_abroad.tsv") for name in names.split()}


@lru_cache(maxsize=1 << 14)
def first_gender(word: str) -> str | None:
    """The same for the first word of a full name, where also what elsewhere is a surname can only be given."""
    return given_gender(word) or (names_abroad().get(plain(word)) if word[:1].isupper() else None)


@cache
def body_words() -> dict[str, str]:
    """Word in the name of a body to the kind of body."""
    return dict(rows("body_words.tsv"))  # type: ignore[arg-type]


def body_kind(word: str) -> str | None:
    """The kind of thing whose name ends with this word ("Ministry", "River"); None for other words."""
    return body_words().get(word.lower())


def head_kind(word: str) -> str | None:
    """The kind within a longer name, where a word with a capital may name a body that alone need be none: "Community", "Trust"."""
    together = word[:1].isupper() and word.lower() in word_classes("word_classes.tsv")["togetherness"]
    return body_kind(word) or ("organization" if together else None)


@cache
def common_words() -> frozenset[str]:
    """Words that news writes small."""
    return frozenset(row[0] for row in rows("news_words.tsv"))


def is_common(word: str) -> bool:
    """Whether the word is a common word of news English."""
    return word.lower() in common_words()


def may_open(word: str) -> bool:
    """Whether a common word may begin a person's name: a given name, a title."""
    return given_gender(word) is not None or word in titles() or office_word(word)


def office_word(word: str) -> bool:
    """Whether a word alone names an office or a body."""
    return singular(word) in offices() or body_kind(word) is not None


def opens_society(word: str, after: str) -> bool:
    """Whether a body's name begins so that calls its members by a noun: "Sons of the Strait", "Mothers for Peace"."""
    return word in SOCIETY and after in {"of", "for", "against"}


def is_legal_form(word: str) -> bool:
    """Whether the last word of a name is a company's legal form; "Sá" and "Co" in small letters may be names."""
    return (word.isupper() or word in {"Ltd", "Inc", "Corp", "GmbH", "Plc"}) and (word.lower(),) in legal_forms()
