"""Numbers that two short reports of one occasion give for one thing.

Each number that the other report has too is told of something else. Of those left over, two of one
sort, not far apart, are of one thing, unless a name in the clause says that it is of a part.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tidings.grammar.disputes.brief_counts import PEOPLE, Count, agree, counts, fit, one_noun, persons, whole_and_part
from tidings.grammar.disputes.brief_days import When, meet, times_of
from tidings.grammar.disputes.briefs import Brief, Clause, foreign, of_one_day
from tidings.grammar.disputes.claims import Dispute
from tidings.grammar.disputes.scene import PART_OF_DAY, Scene
from tidings.lexicon import rows
from tidings.text.likeness import root
from tidings.text.meaning import nearness

__all__ = ["brief_ages", "brief_numbers"]

# Set on the dev half of evals/difference_cases.jsonl: what lies further apart was a part and its whole.
FACTOR = {"": 2.0, "length of time": 2.5}
MANY = 20  # people of two names are the same people from here on, if no other count is near
LARGE = 100  # two numbers from here on are seldom near by chance
CLEARLY = 0.1  # by which the likest of several pairs must be ahead
ONE_TIME = 0.2  # that two numbers of one day or year are the likelier of one thing
MEASURED_ALIKE = 0.15  # nearness of the sentences of two sums, lengths or times
FEW, LIKE_SENTENCES = 5, 0.35  # two counts in sentences so near are of one thing whatever it is called
LASTING_ALIKE = 0.2  # of two times that something lasts, which are told of anything
TOLD_ALIKE = 0.08  # nearness of the sentences of two large numbers whose nouns say nothing
# Words right before or behind a number by which it is of others, of a part, or of a time that passes.
OTHERS = re.compile(r"\b(?:another|other|further|additional|remaining|each|every|per|within|since|after|among|including|first|second|third|(?<!to )last|next|previous|earlier|extra)\s(?:the\s)?(?:\w+\s)?\Z", re.IGNORECASE)  # fmt: skip
OF_THEM = re.compile(r"\A\s(?:more|others?|further|additional|remaining)\b|\A(?:\s\w+){0,2}?\s(?:ago|earlier|later|older|younger|each|apiece|per|of (?:them|those|these|whom|which))\b", re.IGNORECASE)  # fmt: skip
MORE = re.compile(r"\A\smore\b", re.IGNORECASE)  # "4 percent more pay"
OUT_OF = re.compile(
    r"(?<!number )(?<!total )(?<!count )(?<!toll )(?<!tally )\bof (?:the|its|their|his|her|all|those|these)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
SO_FAR = re.compile(
    r"\b(?:so far|as yet|by (?:\w+day\s)?(?:noon|midday|now|then|nightfall|evening|midnight|morning)|until (?:now|then)|up to now|for now|for the time being|as of|still|initial(?:ly)?|at first|preliminary|provisional(?:ly)?|already|now|(?:first|early|latest|last|new|updated) (?:count|toll|figures?|tally|balance)|raised|revised|increased|lowered|rose|risen|grew|grown|climb\w+|mount\w+|swell\w*|swollen|fell to|down to|alone)\b",
    re.IGNORECASE,
)
# A part of the year or of a place: one number with it and one without are of two things.
SPAN_OF = re.compile(r"\b(?:half|quarter|semester|monthly|daily|weekly|annual(?:ly)?|yearly|per|northern?|southern?|eastern?|western?)\b", re.IGNORECASE)  # fmt: skip
LAST = re.compile(r"\blast (?:year|month|week|season|decade)\b", re.IGNORECASE)
AGE = re.compile(
    r"\b(?P<old>\d{1,2})[-\s]years?[-\s]old\b|\b(?:who|he|she)\s(?:is|was|turned)\s(?P<is>\d{1,2})(?=\W*\Z)|\b(?:aged|age of)\s(?P<aged>\d{1,2})\b|\A(?P<bare>\d{2})(?=[,)]\s\Z)",
    re.IGNORECASE,
)
ROUGHLY = re.compile(r"\b(?:almost|nearly|about|around|some|over|under|more than|less than)\s\Z", re.IGNORECASE)
OF = re.compile(r"\s+of\s(?:all\s|the\s|its\s|their\s)?(?P<noun>[\w-]+)")
GROWING = re.compile(r"\b(?:kill|dead|died?\b|death|wound|injur|missing|fled|flee|displac|infect|cases|lives|lost|hurt|perish|toll|bodies)", re.IGNORECASE)  # fmt: skip


def brief_numbers(scene: Scene, pairs: Sequence[tuple[Brief, Brief]]) -> Iterator[Dispute]:
    """Numbers that one of two short reports has and the other has not, and that are of one thing."""
    counted = {b.document: list(counts(b)) for pair in pairs for b in pair}
    timed = times_of(scene, pairs)
    for a, b in pairs:
        if not of_one_day(a, b):
            continue
        when = [w for document in (a.document, b.document) for w in timed[document]]
        ours, theirs = counted[a.document], counted[b.document]
        left = [x for x in ours if not any(agree(x, y) for y in theirs)]
        right = [y for y in theirs if not any(agree(x, y) for x in ours)]
        met = [(x, y) for x in left for y in right if rivals(x, y)]
        for x, y in met:
            if not nearest(x, y, met, when):
                continue
            if foreign(x.clause, a, b) or foreign(y.clause, b, a) or moved(scene, a, x, b, y) or other_time(x, y, when):
                continue
            if not one_thing(x, y):
                continue
            low, high = sorted((x, y), key=lambda c: (c.size, c.clause.claim))
            sides = ((low.words, (low.clause.claim,)), (high.words, (high.clause.claim,)))
            about = f"{low.nouns[0]}: how many" if low.nouns and not low.sort else low.sort or "how many"
            yield Dispute("number", about, sides, ("two short reports of one occasion count differently",), 0.6)


def brief_ages(scene: Scene, pairs: Sequence[tuple[Brief, Brief]]) -> Iterator[Dispute]:
    """The one age that each of two short reports tells of a person whom both name."""
    told = {b.document: ages(b) for pair in pairs for b in pair}
    for a, b in pairs:
        if len(told[a.document]) != 1 or len(told[b.document]) != 1:
            continue
        (one, first), (two, second) = told[a.document][0], told[b.document][0]
        if abs(one - two) > 1 and not foreign(first, a, b) and not foreign(second, b, a):
            sides = ((str(one), (first.claim,)), (str(two), (second.claim,)))
            yield Dispute("number", "age", sides, ("two short reports of one occasion tell two ages",), 0.6)


def ages(brief: Brief) -> list[tuple[int, Clause]]:
    """The ages that a short report tells, rough ones as none."""
    return [
        (int(m["old"] or m["is"] or m["aged"] or m["bare"]), clause)
        for clause in brief.clauses
        for m in AGE.finditer(clause.text)
        if not ROUGHLY.search(clause.text[: m.start()])
    ]


def rivals(x: Count, y: Count) -> bool:
    """Whether two numbers are of one sort and one order of size, neither told of others or of a state that passes."""
    low, high = sorted((x.size, y.size))
    if (
        x.sort != y.sort
        or high > FACTOR.get(x.sort, 2.0) * low
        or fit(x, y)
        or whole_and_part(*(c.nouns[0] if c.nouns else "" for c in (x, y)))
    ):
        return False
    return not any(of_others(c) or SO_FAR.search(c.clause.passage.text) for c in (x, y))


def of_others(x: Count) -> bool:
    """Whether a number is of others, of a part of what was counted before, or of a time until or since something."""
    text, q = x.clause.text, x.quantity
    number = text[q.span.start : q.span.end].removesuffix(q.unit)
    behind = text[q.span.start + len(number.rstrip()) :]
    beside = OF_THEM.match(behind) or OUT_OF.search(text[: q.span.start])
    return bool(OTHERS.search(text[: q.span.start]) or (beside and not (x.sort and MORE.match(behind))))


def nearest(x: Count, y: Count, met: list[tuple[Count, Count]], when: Sequence[When]) -> bool:
    """Whether of all pairs that either number is in this one is the likest, and clearly so."""
    mine = worth(x, y, when)
    return all(mine >= worth(u, v, when) + CLEARLY for u, v in met if (x is u) != (y is v))


def worth(x: Count, y: Count, when: Sequence[When]) -> float:
    """How much speaks for two numbers being of one thing."""
    one, two = ([w for w in when if w.clause == c.clause and not w.framed] for c in (x, y))
    one_time = any(meet(v, w) for v in one for w in two)
    return near(x, y) + one_noun(x, y) + ONE_TIME * one_time


def near(x: Count, y: Count) -> float:
    """How near the sentences of two numbers are in meaning."""
    return nearness(x.clause.passage.text, y.clause.passage.text, kin=True)


def one_thing(x: Count, y: Count) -> bool:
    """Whether two numbers left over count one thing: of one name or measure, of people, or large ones in like sentences."""
    if len({frozenset(w.lower() for w in SPAN_OF.findall(c.clause.text)) for c in (x, y)}) > 1 and not one_noun(x, y):
        return False
    if x.sort == "%" and not one_share(x, y):
        return False
    if x.sort:
        return x.clause.framed == y.clause.framed and near(x, y) >= (
            LASTING_ALIKE if x.sort == "length of time" else MEASURED_ALIKE
        )
    if acts(x) and acts(y) and not acts(x) & acts(y):
        return False
    if one_noun(x, y) or (persons(x) and persons(y) and (told_alike(x, y) or min(x.size, y.size) >= MANY)):
        return True
    bare = not x.nouns or not y.nouns
    large = min(x.size, y.size) >= LARGE and (bare or persons(x) == persons(y)) and near(x, y) >= TOLD_ALIKE
    return large or (min(x.size, y.size) >= FEW and persons(x) == persons(y) and near(x, y) >= LIKE_SENTENCES)


def other_time(x: Count, y: Count, when: Sequence[When]) -> bool:
    """Whether two numbers are told of times that do not meet, or one of a time gone by and the other of none."""
    one, two = ([w for w in when if w.clause == c.clause and not w.framed] for c in (x, y))
    if one and two:
        return not any(meet(v, w) for v in one for w in two)
    return any(LAST.search(w.words) for w in (*one, *two))


def told_alike(x: Count, y: Count) -> bool:
    """Whether one act is told of two counts of people, or one is of people in general."""
    return bool(acts(x) & acts(y)) or any(PEOPLE.fullmatch(n) for c in (x, y) for n in c.nouns[:1])


def one_share(x: Count, y: Count) -> bool:
    """Whether two percentages are of one whole, as far as the words behind them say."""
    of = [OF.match(c.clause.text[c.quantity.span.end :]) for c in (x, y)]
    if of[0] and of[1]:
        return root(of[0]["noun"]) == root(of[1]["noun"])
    return not of[0] and not of[1]


@cache
def known_acts() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE), act) for act, word, _ in rows("told_acts.tsv"))


def acts(x: Count) -> frozenset[str]:
    """What a number's clause says was done, as far as tables know it."""
    return frozenset(act for pattern, act in known_acts() if pattern.search(x.clause.text))


def moved(scene: Scene, a: Brief, x: Count, b: Brief, y: Count) -> bool:
    """Whether a toll told later is higher."""
    low, high = sorted((x, y), key=lambda c: c.size)
    parts = [set(PART_OF_DAY.findall(" ".join(c.text for c in brief.clauses).lower())) for brief in (a, b)]
    grows = any(GROWING.search(c.clause.text) for c in (x, y))
    if grows and parts[0] and parts[1] and not parts[0] & parts[1]:
        return True
    return grows and scene.overtaken({low.clause.document}, {high.clause.document})
