"""The event lexicon, typed: senses of verbs and nouns, light verbs, classes of words."""

from dataclasses import dataclass, replace
from functools import cache

from tidings.lexicon import rows, word_classes

__all__ = [
    "NounSense",
    "Sense",
    "VerbSense",
    "light_verbs",
    "noun_class",
    "noun_senses",
    "senses_of",
    "status_cues",
    "verb_senses",
]


@dataclass(frozen=True, slots=True)
class Sense:
    """What an act is: PLOVER type and mode, where its recipients stand, whether they act too, the dealing it opens."""

    type: str
    mode: str | None
    places: tuple[str, ...] = ()
    dealing: str | None = None
    mutual: bool = False
    base: str = "held"  # the status that the verb gives in a plain past


@dataclass(frozen=True, slots=True)
class VerbSense:
    """A sense of a verb and the conditions under which it holds."""

    conditions: tuple[str, ...]
    sense: Sense


@dataclass(frozen=True, slots=True)
class NounSense:
    """A sense of a noun, which may be several words, the head last or first ("exchange of view")."""

    words: tuple[str, ...]
    sense: Sense


def _sense(type_: str, mode: str, parties: str, dealing: str) -> Sense:
    mutual = parties.startswith("=")
    places = () if parties == "-" else tuple(parties.removeprefix("=").split(","))
    return Sense(type_, None if mode == "-" else mode, places, None if dealing == "-" else dealing, mutual=mutual)


@cache
def verb_senses() -> dict[str, tuple[VerbSense, ...]]:
    """Lemma to senses, in the order in which they are tried."""
    found: dict[str, tuple[VerbSense, ...]] = {}
    for lemma, when, type_, mode, parties, dealing, *base in rows("event_verbs.tsv"):
        conditions = () if when == "-" else tuple(when.split())
        sense = VerbSense(conditions, replace(_sense(type_, mode, parties, dealing), base=base[0] if base else "held"))
        found[lemma] = (*found.get(lemma, ()), sense)
    return found


def senses_of(lemma: str) -> tuple[VerbSense, ...]:
    """The senses of a lemma, also where the lemmatizer leaves an ending on a verb that it does not know ("readmitte", "reconnecte")."""
    known = verb_senses()
    bare = lemma.removesuffix("e")
    doubled = bare[:-1] if bare[-2:-1] == bare[-1:] else bare
    return known.get(lemma) or known.get(bare) or known.get(doubled, ())


@cache
def noun_senses() -> dict[str, tuple[NounSense, ...]]:
    """Lemma of the head to senses, those of more words first."""
    found: dict[str, list[NounSense]] = {}
    for noun, type_, mode, parties, dealing in rows("event_nouns.tsv"):
        words = tuple(noun.split())
        head = words[0] if "of" in words else words[-1]
        found.setdefault(head, []).append(NounSense(words, _sense(type_, mode, parties, dealing)))
    return {head: tuple(sorted(senses, key=lambda s: -len(s.words))) for head, senses in found.items()}


@cache
def light_verbs() -> dict[tuple[str, str], str]:
    """(verb with its particle, place of the noun) to the status that it gives."""
    return {(verb, place): status for verb, place, status in rows("light_verbs.tsv")}


def noun_class(name: str) -> frozenset[str]:
    """The lemmas of a class of words that conditions and rules name."""
    return word_classes("event_noun_classes.tsv").get(name, frozenset())


@cache
def status_cues() -> dict[str, str]:
    """Lemma of a word above an act to what it says of the act's status."""
    return {row[0]: row[1] for row in rows("status_cues.tsv")}
