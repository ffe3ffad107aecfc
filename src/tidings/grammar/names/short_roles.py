"""Roles by their initials: "the CS" in a text that tells of a Cabinet Secretary is that person, no body."""

from collections.abc import Sequence

from tidings.grammar.names.roles import office_at
from tidings.model import Analysis, Mention, Span
from tidings.text.names import first_letters

__all__ = ["with_short_roles"]

LETTERS = range(2, 5)
OPENS = frozenset({"the", "("})


def with_short_roles(analysis: Analysis, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, with names of a few capitals that are the initials of a role beside a person's name as that role."""
    roles = [
        m.role for m in mentions if m.form == "name" and m.kind == "person" and m.role is not None and not m.plural
    ]
    short = {letters: words for role in reversed(roles) for letters, words in short_forms(role)} | bracketed(analysis)
    own = {k for k, token in enumerate(analysis.tokens) if token.text in short and is_led(analysis, k)}
    found = [m for m in mentions if m.head not in own or m.body is not None or m.country is not None]
    kept = {m.head for m in found}
    origin = mentions[0].origin if mentions else ""
    for k in sorted(own - kept):
        token, words = analysis.tokens[k], short[analysis.tokens[k].text]
        if analysis.tokens[k - 1].text != "(":  # "Cabinet Secretary (CS)" only says it shorter
            span = Span(analysis.tokens[led_at(analysis, k)].start, token.end)
            found.append(Mention(span, "nominal", "person", words, role=words, head=k, origin=origin))
    return tuple(found)


def is_led(analysis: Analysis, k: int) -> bool:
    """Whether "the" or a bracket stands right before a token, which no name goes on behind: "the CS", not "the CS Group"."""
    tokens = analysis.tokens
    goes_on = k + 1 < len(tokens) and tokens[k + 1].pos == "PROPN" and tokens[k + 1].text[:1].isupper()
    return k > 0 and tokens[led_at(analysis, k)].text.lower() in OPENS and not goes_on


def led_at(analysis: Analysis, k: int) -> int:
    """The token that leads a short form: the one before it, or before the "ex-" of "the ex-CS"."""
    tokens = analysis.tokens
    former = k > 2 and tokens[k - 1].text == "-" and tokens[k - 2].text.lower() == "ex"
    return k - 3 if former else k - 1


def bracketed(analysis: Analysis) -> dict[str, str]:
    """The short forms that stand in brackets right behind an office: "Cabinet Secretary (CS)"."""
    tokens, found = analysis.tokens, {}
    for k in range(2, len(tokens) - 1):
        letters = tokens[k].text
        if (
            tokens[k - 1].text != "("
            or tokens[k + 1].text != ")"
            or len(letters) not in LETTERS
            or not letters.isupper()
        ):
            continue
        words = [t.text for t in tokens[max(0, k - 1 - len(letters)) : k - 1]]
        if first_letters(words).upper() == letters and office_at(analysis, k - 2) is not None:
            found[letters] = " ".join(words)
    return found


def short_forms(role: str) -> list[tuple[str, str]]:
    """The initials of the last words of a role, with these: "Sports Cabinet Secretary" gives CS and SCS."""
    words = role.partition(" of ")[0].replace("-", " ").split()
    ends = (words[-n:] for n in LETTERS if n <= len(words))
    return [(first_letters(end).upper(), " ".join(end)) for end in ends if all(w[0].isalpha() for w in end)]
