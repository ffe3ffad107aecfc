"""What a word alone says of the name it stands in: a title, a given name, a word for bodies, a common word."""

from functools import cache

from tidings.grammar.names.roles import offices, singular
from tidings.lexicon import rows

__all__ = ["body_kind", "given_gender", "is_common", "may_open", "office_word", "titles"]


@cache
def titles() -> dict[str, tuple[str, str]]:
    """Title to the gender that it tells and the office that it names, "-" for none."""
    return {word: (gender, office) for word, gender, office in rows("titles.tsv")}


@cache
def given_names() -> dict[str, str]:
    """Given name to gender."""
    return {name: gender for gender, names in rows("given_names.tsv") for name in names.split()}


def given_gender(word: str) -> str | None:
    """m, f or "-" (either) for a known given name; None for any other word."""
    return given_names().get(word)


@cache
def body_words() -> dict[str, str]:
    """Word in the name of a body to the kind of body."""
    return dict(rows("body_words.tsv"))  # type: ignore[arg-type]


def body_kind(word: str) -> str | None:
    """The kind of thing whose name ends with this word ("Ministry", "River"); None for other words."""
    return body_words().get(word.lower())


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
