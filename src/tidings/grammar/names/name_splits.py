"""Where a run of capitals holds more than one name: a role's body and its holder, a title that no table knows."""

from collections import Counter
from collections.abc import Mapping

from tidings.grammar.names.gazetteer import Hit
from tidings.grammar.names.ministries import portfolios
from tidings.grammar.names.name_signs import body_kind, first_gender, given_gender, is_common
from tidings.grammar.names.roles import office_at
from tidings.lexicon import words
from tidings.lexicon.word_meanings import word_meanings
from tidings.model import Analysis

__all__ = ["TextWords", "holder_begins", "names_body", "outer_role", "portfolio_end", "title_end"]

FIELD = 5  # tokens of an office's field that may stand before a run of capitals: "Youth and", "Foreign"
DOERS = ("er", "or", "ist", "man", "woman", "ess")
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
    field = ministry_end(analysis, a, b)
    if a < field < b and is_personal(analysis, hit_at, field, b):
        return field
    inner = [i for i in range(a, b) if not tokens[i].text[:1].isupper()]
    begins = b - 2
    if inner and max(inner) >= begins - 1:
        return b
    if any(not may_be_personal(analysis, hit_at, i) for i in range(begins, b)):
        return b
    surname, before = tokens[b - 1].text, tokens[begins - 1]
    weight = 2.0 * (given_gender(tokens[begins].text) is not None)
    weight = weight or 1.5 * (first_gender(tokens[begins].text) is not None and not is_common(surname))
    weight += 1.5 * (tokens[begins].ent == "PERSON" and (tokens[begins].ent_begins or before.ent == ""))
    weight += 1.5 * (text.capital[surname] > max(1, text.capital[before.text]))
    return begins if weight + leads(analysis, hit_at, a, begins) >= ENOUGH else b


def ministry_end(analysis: Analysis, a: int, b: int) -> int:
    """One past the "Ministry of Foreign Affairs" that a run begins with; its start where it begins otherwise."""
    if b - a < 3 or analysis.tokens[a].text not in {"Ministry", "Department"}:
        return a
    link = a + 1 if analysis.tokens[a + 1].text in {"of", "for"} else a
    begin = link + 1 + (analysis.tokens[link + 1].text.lower() == "the")
    field = fields_end(analysis, begin, b) if link > a else a
    return field if field > begin else a


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
    alone = alone or (is_common(before) and names_body(analysis, a, begins))  # "Agency for Harbour Safety"
    return 1.0 * alone + 0.5 * after_the


def may_be_personal(analysis: Analysis, hit_at: Mapping[int, Hit], i: int) -> bool:
    """Whether a capitalised word may be one of a person's name."""
    word = analysis.tokens[i].text
    shaped = word[:1].isupper() and not word.isupper() and len(word) > 1
    return shaped and i not in hit_at and body_kind(word) is None and not is_common(word)


def is_personal(analysis: Analysis, hit_at: Mapping[int, Hit], a: int, b: int) -> bool:
    """Whether tokens may be a person's name, the particles and hyphens inside it left out: "Omar bin Saleh"."""
    inside = words("name_particles.txt")
    return all(
        may_be_personal(analysis, hit_at, i)
        or (a < i < b - 1 and (analysis.tokens[i].text.lower() in inside or analysis.tokens[i].text in "-‐–'’"))
        for i in range(a, b)
    )


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
        elif word == "and" and not linked and tokens[at - 1].text[:1].isupper() and tokens[at + 1].text[:1].isupper():
            continue  # "Youth and Sports"
        elif tokens[at].pos not in {"NOUN", "PROPN", "ADJ", "DET", "PART", "ADP"} or (
            tokens[at].pos == "ADP" and word not in {"of", "for"}
        ):
            return None
    return None


def portfolio_end(analysis: Analysis, hit_at: Mapping[int, Hit], bounds: tuple[int, int]) -> int:
    """Where the holder's name begins behind an office's field: "Minister of Foreign Affairs Berg".

    The end of the run where it is nothing but the field; its start where no field is told.
    """
    a, b = bounds
    first = analysis.sentences[analysis.tokens[a].sentence][0]
    for begin in range(max(first, a - FIELD), a + 1):
        field = past_state(analysis, hit_at, fields_end(analysis, begin, b), b)
        before = begin - 1 - (begin - 1 > first and analysis.tokens[begin - 1].text.lower() == "the")
        if field <= a or before - 1 < first or analysis.tokens[before].text.lower() not in {"of", "for"}:
            continue
        personal = is_personal(analysis, hit_at, field, b)
        return field if personal and office_ends(analysis, before, first) else a
    return a


def past_state(analysis: Analysis, hit_at: Mapping[int, Hit], field: int, b: int) -> int:
    """Where the holder's name begins behind a field and its state: "minister of Finance of Chad Ada Berg"."""
    hit = hit_at.get(field + 1) if field + 2 < b and analysis.tokens[field].text == "of" else None
    return hit.end if hit is not None and hit.entry.sort == "country" and hit.end < b else field


def fields_end(analysis: Analysis, at: int, end: int) -> int:
    """One past the last of the fields of ministries that follow one another from a token on: "Youth and Sports"."""
    field = at
    while at < end:
        begun = portfolios().get(analysis.tokens[at].text.lower(), ())
        ends = [at + len(words) for words in begun if spells(analysis, at, end, words)]
        if not ends:
            break
        at = field = max(ends)
        while at < end and analysis.tokens[at].text in {"and", "&", ",", "the"}:
            at += 1
    return field


def office_ends(analysis: Analysis, end: int, first: int) -> bool:
    """Whether an office of several words ends before a token: "secretary of state" for energy."""
    return any(
        (found := office_at(analysis, i)) is not None and found.end == end for i in range(max(first, end - 4), end)
    )


def spells(analysis: Analysis, at: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether the tokens from `at` on are these words, and stop before `end`."""
    return at + len(words) <= end and all(analysis.tokens[at + k].text.lower() == word for k, word in enumerate(words))


def title_end(analysis: Analysis, hit_at: Mapping[int, Hit], bounds: tuple[int, int], text: TextWords) -> int:
    """Where a person's name begins behind a title that the text itself shows to be a common noun: "Akim Ada Berg"."""
    a, b = bounds
    first = analysis.tokens[a].text
    opens = a == analysis.sentences[analysis.tokens[a].sentence][0]
    small = first.lower() in text.small or (opens and is_common(first) and given_gender(first) is None)
    small = small or (is_calling(first) and b - a > 2 and first_gender(analysis.tokens[a + 1].text) is not None)
    if b - a < 3 or not small or body_kind(first) is not None or a in hit_at:
        return a
    return a + 1 if all(may_be_personal(analysis, hit_at, i) for i in range(a + 1, b)) else a


def is_calling(word: str) -> bool:
    """Whether a word that no table has as an office is what somebody does or is, and no given name: "Waitress"."""
    small = word.lower()
    does = small.endswith(DOERS) and small in word_meanings()[0]
    return (does or small in words("person_words.txt")) and first_gender(word) is None
