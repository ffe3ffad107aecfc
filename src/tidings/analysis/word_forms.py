"""Part of speech and lemma of tokens, kept by word, tag and relation instead of asked of spaCy each time.

In the pinned pipeline both follow from these three, but for eight rules over two words ("gonna", "let's"):
a text that one of those meets is left to spaCy. The same for every token of 40 articles of PolNeAR dev, at a
seventh of the time.
"""

import re
from functools import cache, lru_cache

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

from tidings.analysis.pipelines import PINNED

__all__ = ["LEFT_OUT", "forms"]

LEFT_OUT = ("attribute_ruler", "lemmatizer")
KEPT = 1 << 16  # words kept a process, some 10 MB
SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # "hop", "us": doubles its last letter before -ed and -ing


def forms(nlp: Language, name: str, doc: Doc) -> list[tuple[str, str]]:
    """Part of speech and lemma of each token of a tagged and parsed text."""
    if name != PINNED:
        return [(token.pos_, token.lemma_) for token in doc]
    if pairs(nlp)(doc, allow_missing=True):
        return whole(nlp, doc)
    return [form(nlp, token.text, token.tag_, token.dep_) for token in doc]


@cache
def pairs(nlp: Language) -> Matcher:
    """The rules over more than one word."""
    matcher = Matcher(nlp.vocab, validate=False)
    rules = nlp.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
    matcher.add("pairs", [words for rule in rules for words in rule["patterns"] if len(words) > 1])
    return matcher


@lru_cache(maxsize=KEPT)
def form(nlp: Language, text: str, tag: str, dep: str) -> tuple[str, str]:
    """Part of speech and lemma of a word that stands alone with this tag and relation."""
    doc = Doc(nlp.vocab, words=[text], spaces=[False])
    doc[0].tag_, doc[0].dep_ = tag, dep
    return whole(nlp, doc)[0]


def whole(nlp: Language, doc: Doc) -> list[tuple[str, str]]:
    """What spaCy's own parts say."""
    for part in LEFT_OUT:
        doc = nlp.get_pipe(part)(doc)
    return [(token.pos_, with_e(token.text.lower(), token.lemma_)) for token in doc]


def with_e(word: str, lemma: str) -> str:
    """The lemma, with the "e" that spaCy loses where the shorter one is a word too: "hoped" is of hope, "fined" of fine."""
    return f"{lemma}e" if word in {f"{lemma}ed", f"{lemma}ing"} and SHORT.fullmatch(lemma) else lemma
