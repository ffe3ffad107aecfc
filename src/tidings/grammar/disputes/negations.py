"""What one report tells as done and another says did not happen, without a word like "denied"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.matters import clause_at, close, rare_names, ties_of
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.lexicon import lines
from tidings.model import Span
from tidings.text.likeness import root
from tidings.text.terms import word_list

__all__ = ["negations"]

WINDOW = 2  # sentences on either side that say which occasion it is
TIES = 2  # names and days that both surroundings hold
MANY = 200
ADVERB = r"(?:\w{2,12}ly\s|ever\s|even\s|been\s|be\s|to\s|any\s|a\s){0,3}"
NEGATED = (
    re.compile(rf"\b(?:did|has|have|had|was|were)(?:\s(?:not|never)|n[’']t)\s(?!yet|only|immediately|say|comment|respond|disclose|name|give|known|clear|available|reach){ADVERB}(?P<key>\w+)(?:\s(?:to|a|an|any)?\s?(?P<more>\w+))?", re.IGNORECASE),
    re.compile(rf"\b(?:Nothing|Nobody|No\s(?:one|\w+(?:\s\w+){{0,2}}?)|Not\s(?:a|one|a\ssingle)\s\w+(?:\sof\s(?P<more>\w+))?)\s(?:was\s|were\s|had\s|has\s|have\s){{0,1}}{ADVERB}(?P<key>\w+ed|paid|met|shot|hit|struck|spilt|came|fled|sold|stolen|made|held|sent|took)\b"),
    re.compile(r"\b[Tt]here\s(?:was|were|has\sbeen|have\sbeen|had\sbeen)\s(?:no|never\sany)\s(?:\w{3,12}\s)?(?P<key>\w+)"),
)  # fmt: skip
UNSURE = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|n[’']t|if|whether|would|will|could|may|might|should|denie[sd]|deny|claims?|nonsense|reports? (?:of|that|about)|declined|refused|fabrication|rumou?rs?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Negated:
    """A clause that says an act did not happen."""

    passage: Passage
    claim: Claim
    acts: frozenset[int]
    key: str
    ties: frozenset[str]
    names: frozenset[str]  # in the clause itself: who did not do it, or where


def negations(scene: Scene) -> Iterator[Dispute]:
    """Acts told as done by one report, and as not done by another that came out no earlier."""
    by_document: dict[str, list[Passage]] = {}
    for passage in scene.passages:
        by_document.setdefault(passage.document, []).append(passage)
    around = {p: ties for told in by_document.values() for p, ties in surroundings(told)}
    for negated in [n for p in scene.passages for n in negated_in(p, around[p])][:MANY]:
        for document, told in sorted(by_document.items()):
            if scene.independent(document, negated.passage.document) and not earlier(scene, negated, told[0]):
                claims = tuple(asserted(negated, told, around))
                if claims and close(scene, negated.passage, told[0]):
                    sides = (("it did not happen", (negated.claim,)), ("told as done", claims))
                    yield Dispute("denial", negated.key, sides, ("one report tells what another says was not so",), 0.6)


def surroundings(told: list[Passage]) -> Iterator[tuple[Passage, frozenset[str]]]:
    own = [ties_of(p) for p in told]
    for i, passage in enumerate(told):
        yield passage, frozenset().union(*own[max(0, i - WINDOW) : i + WINDOW + 1])


def negated_in(passage: Passage, ties: frozenset[str]) -> Iterator[Negated]:
    """The acts that a sentence says were not done."""
    for pattern in NEGATED if len(passage.text) <= 1_200 else ():
        for match in pattern.finditer(passage.text):
            words = [w for w in (match.groupdict().get("more"), match["key"]) if w]
            acts = frozenset().union(*(acts_of_word(w) for w in words))
            if acts:
                clause = clause_at(passage.text, *match.span())
                base = passage.span.start
                claim = Claim(passage.document, Span(base + clause.start, base + clause.end))
                names = rare_names(passage.text[clause.start : clause.end])
                yield Negated(passage, claim, acts, match["key"].lower(), ties, names)


def asserted(negated: Negated, told: list[Passage], around: dict[Passage, frozenset[str]]) -> Iterator[Claim]:
    """The sentences of another report that tell the act as done, of the same names."""
    for i, passage in enumerate(told):
        if UNSURE.search(passage.text) or len(negated.ties & around[passage]) < TIES:
            continue
        same = [w for w in word_list(passage.text) if acts_of_word(w) & negated.acts]
        near = rare_names(passage.text) | rare_names(told[i - 1].text if i else "")
        if same and near & negated.ties and negated.names <= around[passage]:
            yield Claim(passage.document, passage.span)


def earlier(scene: Scene, negated: Negated, other: Passage) -> bool:
    """Whether the denial is older than what it would deny: it may have happened since."""
    days = [scene.published.get(p.document, "")[:10] for p in (negated.passage, other)]
    return days[0] < days[1]


def acts_of_word(word: str) -> frozenset[int]:
    return acts().get(word.lower(), acts().get(root(word), frozenset()))


@cache
def acts() -> dict[str, frozenset[int]]:
    """The acts that a word tells, by its form and root."""
    found: dict[str, set[int]] = {}
    for n, line in enumerate(lines("negated_acts.txt")):
        for word in line.split():
            found.setdefault(word, set()).add(n)
    return {word: frozenset(of) for word, of in found.items()}
