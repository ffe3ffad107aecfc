"""Part of speech and lemma of tokens, kept by word, tag and relation instead of asked of spaCy each time.

In the pinned pipeline both follow from these three, but for eight rules over two words ("gonna", "let's"):
a text that one of those meets is left to spaCy. The same for every token of 40 articles of PolNeAR dev, at a
seventh of the time.
"""

import re
from collections.abc import Sequence, Set
from functools import cache

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

from tidings.analysis.columns import Columns
from tidings.analysis.pipelines import PINNED

__all__ = ["LEFT_OUT", "forms", "quickened"]

LEFT_OUT = ("attribute_ruler", "lemmatizer")
KEPT = 1 << 16  # words kept a process, some 10 MB
TOGETHER = 200  # words asked of spaCy at once
Word = tuple[str, str, str]  # text, tag, relation
Form = tuple[str, str]  # part of speech, lemma
# Where the pipeline's rules look at a word's relation: 12 of its 179.
HELPING = frozenset({"aux", "auxpass"})
BY_RELATION = frozenset({"CC", "DT", "IN", "WDT"})
WORDS_BY_RELATION = frozenset({"i", "you", "it", "do", "does", "did", "'d", "have", "has", "had"})
ANY = "dep"
# What the pipeline's eight rules over two words begin with.
EXPLETIVE = "expl"
FIRST_OF_PAIR = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})
APART: Word = (",", ",", "punct")  # stands between two words, so that no rule sees both
SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # "hop", "us": doubles its last letter before -ed and -ing


def quickened(nlp: Language) -> None:
    """Let the lemmatizer look its words up in sets; it comes with lists of up to 57,000, gone through for each form."""
    if "lemmatizer" not in nlp.component_names:
        return
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    if lookups.has_table("lemma_index"):
        words = lookups.get_table("lemma_index")
        for part in list(words):
            words[part] = frozenset(words[part])


def forms(nlp: Language, name: str, docs: Sequence[Doc], rows: Sequence[Columns]) -> list[list[Form]]:
    """Part of speech and lemma of each token of tagged and parsed texts, text by text; `rows` are their columns."""
    if name != PINNED:
        return [[(token.pos_, token.lemma_) for token in doc] for doc in docs]
    asked = [[*map(asked_by, row.words, row.tags, row.relations)] for row in rows]
    known = learnt(nlp, {word for words in asked for word in words})
    return [
        whole(nlp, doc) if may_pair(row) and pairs(nlp)(doc, allow_missing=True) else [known[word] for word in words]
        for doc, row, words in zip(docs, rows, asked, strict=True)
    ]


def may_pair(row: Columns) -> bool:
    """Whether a rule over more than one word could apply: each begins with one of a few words or an expletive."""
    return EXPLETIVE in row.relations or not FIRST_OF_PAIR.isdisjoint(map(str.lower, row.words))


def asked_by(text: str, tag: str, dep: str) -> Word:
    """What a token's forms follow from: its relation only where a rule looks at it."""
    rules = dep in HELPING or tag in BY_RELATION or text.lower() in WORDS_BY_RELATION
    return text, tag, dep if rules or not dep else ANY


def learnt(nlp: Language, words: Set[Word]) -> dict[Word, Form]:
    """The forms of these words and of others; new ones are asked of spaCy together, each apart from the next."""
    known = kept(nlp)
    if len(known) > KEPT:
        known.clear()
    new = sorted(words - known.keys())
    for at in range(0, len(new), TOGETHER):
        some = [part for word in new[at : at + TOGETHER] for part in (word, APART)]
        doc = Doc(nlp.vocab, words=[text for text, _, _ in some], spaces=[False] * len(some))
        for token, (_, tag, dep) in zip(doc, some, strict=True):
            token.tag_, token.dep_ = tag, dep
        known.update(zip(some[::2], whole(nlp, doc)[::2], strict=True))
    return known


@cache
def kept(nlp: Language) -> dict[Word, Form]:
    """The forms known so far."""
    del nlp
    return {}


@cache
def pairs(nlp: Language) -> Matcher:
    """The rules over more than one word."""
    matcher = Matcher(nlp.vocab, validate=False)
    rules = nlp.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
    matcher.add("pairs", [words for rule in rules for words in rule["patterns"] if len(words) > 1])
    return matcher


def whole(nlp: Language, doc: Doc) -> list[Form]:
    """What spaCy's own parts say."""
    for part in LEFT_OUT:
        doc = nlp.get_pipe(part)(doc)
    return [(token.pos_, with_e(token.text.lower(), token.lemma_)) for token in doc]


def with_e(word: str, lemma: str) -> str:
    """The lemma, with the "e" that spaCy loses where the shorter one is a word too: "hoped" is of hope, "fined" of fine."""
    return f"{lemma}e" if word in {f"{lemma}ed", f"{lemma}ing"} and SHORT.fullmatch(lemma) else lemma
