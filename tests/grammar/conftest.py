"""Trees built by hand: "word/TAG/dep/head" a token, so that no test of a pattern loads a parser."""

from collections.abc import Callable

import pytest

from tidings.model import Analysis, Token

POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "VB": "VERB", "VBD": "VERB", "VBZ": "VERB",
    "VBP": "VERB", "VBG": "VERB", "VBN": "VERB", "MD": "AUX", "DT": "DET", "JJ": "ADJ", "IN": "ADP", "TO": "PART",
    "PRP": "PRON", "PRP$": "PRON", "CC": "CCONJ", "RB": "ADV", "POS": "PART", ".": "PUNCT", ",": "PUNCT", "WP": "PRON",
}  # fmt: skip


def tree(*sentences: str) -> Analysis:
    """The analysis of sentences written as "Ada/NNP/nsubj/1 left/VBD/ROOT/1"; heads count in the sentence."""
    tokens: list[Token] = []
    bounds: list[tuple[int, int]] = []
    at = 0
    for number, sentence in enumerate(sentences):
        first = len(tokens)
        for piece in sentence.split():
            word, tag, dep, head = piece.rsplit("/", 3)
            tag, _, lemma = tag.partition("=")
            tokens.append(
                Token(
                    len(tokens), at, at + len(word), word, lemma or word.lower(), tag, POS.get(tag, "X"), dep,
                    first + int(head), "", False, number,
                )
            )  # fmt: skip
            at += len(word) + 1
        bounds.append((first, len(tokens)))
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return Analysis(tuple(tokens), tuple(bounds), tuple(tuple(c) for c in children))


@pytest.fixture(scope="session")
def grow() -> Callable[..., Analysis]:
    """The function that builds a tree."""
    return tree
