"""Words of two stances for one thing: what one report calls a riot and another a rally."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tidings.grammar.disputes.briefs import Brief, Clause, wide
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.grammar.disputes.slots import (
    Candidate,
    Pair,
    clause_at,
    common,
    flags,
    named_in,
    sentences,
    tokens,
    word_patterns,
)

__all__ = ["stances", "wording_slots"]

SPEECH = frozenset(["promise", "regret", "reply", "request", "blame", "threat"])  # matters of what somebody said
NOT = re.compile(r"\b(?:not|never|no|nor|denied|without|instead of|rather than|so-called)\s(?:\w+\s)?\Z", re.IGNORECASE)
RIVALS = 3
PLURALS = r"(?:e?s|[’']s?)?"


@dataclass(frozen=True, slots=True)
class Word:
    """A word that takes a stance, with where it stands."""

    stance: str
    words: str
    passage: Passage
    clause: Clause
    quoted: bool


Words = dict[str, list[Word]]  # by matter


def wording_slots(pair: Pair, ours: Words, theirs: Words) -> Iterator[Candidate]:
    """Pairs of words that call one matter by two stances."""
    for matter in sorted(ours.keys() & theirs.keys()):
        one, two = ours[matter], theirs[matter]
        shared = {w.stance for w in one} & {w.stance for w in two}  # what both reports call it is no side
        met = [
            (x, y)
            for x in one
            for y in two
            if x.stance != y.stance
            and not {x.stance, y.stance} & shared
            and (not (x.quoted or y.quoted) or said(pair, x, y))
        ]
        for x, y in met:
            names = named_in(x.passage, pair.a) & named_in(y.passage, pair.b)
            rivals = sum((u is x) != (v is y) for u, v in met)
            signs = common(pair, x.clause, y.clause) | flags(speech=matter in SPEECH, quoted=x.quoted)
            signs["rivals"] = min(RIVALS, rivals) / RIVALS
            rare = x.passage.stems & y.passage.stems
            signs["specific names"] = min(2, len(names - wide())) / 2
            signs["rare words"] = min(3, len(rare)) / 3
            signs["nothing in common"] = float(not rare and not names - wide())
            sides = ((x.words, x.clause.claim), (y.words, y.clause.claim))
            yield Candidate("wording", matter, sides, (matter, matter), signs, "one matter, words of two stances")


def said(pair: Pair, x: Word, y: Word) -> bool:
    """Whether both words stand in quote marks, of one who speaks by the names beside them."""
    names = named_in(x.passage, pair.a) & named_in(y.passage, pair.b)
    return x.quoted and y.quoted and bool(names - wide())


def stances(scene: Scene, report: Brief) -> Words:
    """The words of a report that take a stance, by matter."""
    del scene
    found: Words = {}
    quoted = [s for q in report.reading.quotes for s in q.parts]
    for passage in sentences(report):
        here = tokens(passage.text)
        for pattern, matter, stance, first in word_patterns("stances.tsv", endings=PLURALS):
            for match in pattern.finditer(passage.text) if first & here else ():
                at = passage.span.start + match.start()
                clause = clause_at(report, at)
                if clause and not NOT.search(passage.text[: match.start()]):
                    inside = any(s.start <= at < s.end for s in quoted) or in_marks(passage.text, match.start())
                    found.setdefault(matter, []).append(Word(stance, match[0], passage, clause, inside))
    return found


def in_marks(text: str, at: int) -> bool:
    """Whether a place in a sentence stands in quote marks."""
    before = text[:at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
