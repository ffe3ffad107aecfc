"""Where a run of capitals holds more than one name: a role's body and its holder, a title that no table knows."""

from collections import Counter
from collections.abc import Mapping

from tidings.grammar.names.gazetteer import Hit
from tidings.grammar.names.name_signs import body_kind, given_gender, is_common
from tidings.grammar.names.roles import office_at
from tidings.model import Analysis

__all__ = ["TextWords", "holder_begins", "names_body", "outer_role", "title_end"]

REACH = 10  # tokens from a name back to the office whose "of" it ends
ENOUGH = 1.5  # of what speaks for a person at the end of a run; read off 60 runs in BASIL and machine translations


class TextWords:
    """How often each word of a text stands small as a noun, and with a capital."""

    def __init__(self, analysis: Analysis) -> None:
        self.small = frozenset(t.text for t in analysis.tokens if t.pos == "NOUN" and t.text.islower())
        self.capital = Counter(t.text for t in analysis.tokens if t.text[:1].isupper())


def holder_begins(analysis: Analysis, hit_at: Mapping[int, Hit], bounds: tuple[int, int], text: TextWords) -> int:
    """Where in "head of the Agency Ada Berg" the holder's name begins; the end of the run where there is none.

    Languages without articles write a role's body and its holder side by side; translations keep that.
    """
    a, b = bounds
    tokens = analysis.tokens
    if b - a < 3 or outer_role(analysis, a) is None:
        return b
    inner = [i for i in range(a, b) if not tokens[i].text[:1].isupper()]
    begins = b - 2
    if inner and max(inner) >= begins - 1:
        return b
    if any(not may_be_personal(analysis, hit_at, i) for i in range(begins, b)):
        return b
    surname, before = tokens[b - 1].text, tokens[begins - 1]
    weight = 2.0 * (given_gender(tokens[begins].text) is not None)
    weight += 1.5 * (tokens[begins].ent == "PERSON" and (tokens[begins].ent_begins or before.ent == ""))
    weight += 1.5 * (text.capital[surname] > max(1, text.capital[before.text]))
    return begins if weight + leads(analysis, hit_at, a, begins) >= ENOUGH else b


def names_body(analysis: Analysis, first: int, end: int) -> bool:
    """Whether "of" or "for" follows a word for bodies among the tokens from `first` to before `end`: "Bank of Kenya"."""
    tokens = analysis.tokens
    return any(
        body_kind(tokens[k].text) == "organization" and tokens[k + 1].text.lower() in {"of", "for"}
        for k in range(first, min(end, len(tokens) - 1))
    )


def leads(analysis: Analysis, hit_at: Mapping[int, Hit], a: int, begins: int) -> float:
    """How much what stands before a possible holder is a body or a state by itself."""
    tokens, before = analysis.tokens, analysis.tokens[begins - 1].text
    after_the = tokens[a - 1].text == "the"
    hit = hit_at.get(begins - 1)
    if body_kind(before) is not None or (hit is not None and hit.entry.sort in {"country", "capital", "seat"}):
        return 1.5 + 0.5 * after_the
    alone = hit is not None or before.isupper() or (after_the and begins == a + 1)
    return 1.0 * alone + 0.5 * after_the


def may_be_personal(analysis: Analysis, hit_at: Mapping[int, Hit], i: int) -> bool:
    """Whether a capitalised word may be one of a person's name."""
    word = analysis.tokens[i].text
    shaped = word[:1].isupper() and not word.isupper() and len(word) > 2
    return shaped and i not in hit_at and body_kind(word) is None and not is_common(word)


def outer_role(analysis: Analysis, a: int) -> int | None:
    """The head of the office whose "of" phrase a name before which nothing but nouns stand continues."""
    tokens = analysis.tokens
    lowest = max(analysis.sentences[tokens[a].sentence][0], a - REACH)
    linked = False
    for at in range(a - 1, lowest - 1, -1):
        word = tokens[at].text.lower()
        if word in {"of", "for"}:
            linked = True
        elif linked and tokens[at + 1].text.lower() in {"of", "for"} and office_at(analysis, at) is not None:
            return at
        elif tokens[at].pos not in {"NOUN", "PROPN", "ADJ", "DET", "PART", "ADP"} or (
            tokens[at].pos == "ADP" and word not in {"of", "for"}
        ):
            return None
    return None


def title_end(analysis: Analysis, hit_at: Mapping[int, Hit], bounds: tuple[int, int], text: TextWords) -> int:
    """Where a person's name begins behind a title that the text itself shows to be a common noun: "Akim Ada Berg"."""
    a, b = bounds
    first = analysis.tokens[a].text
    opens = a == analysis.sentences[analysis.tokens[a].sentence][0]
    small = first.lower() in text.small or (opens and is_common(first) and given_gender(first) is None)
    if b - a < 3 or not small or body_kind(first) is not None or a in hit_at:
        return a
    return a + 1 if all(may_be_personal(analysis, hit_at, i) for i in range(a + 1, b)) else a
