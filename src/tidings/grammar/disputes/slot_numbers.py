"""Numbers that one of two reports has and the other has not: counts, sums, shares, spans of time, ages.

Each number that the other report has too is told of something else; of those left over, two of one sort may be of one thing.
"""

import math
import re
from collections.abc import Iterator
from functools import cache

from tidings.grammar.disputes.briefs import Brief
from tidings.grammar.disputes.scene import Scene
from tidings.grammar.disputes.slot_counts import Count, agree, counts, fit, one_noun, persons, whole_and_part
from tidings.grammar.disputes.slots import Candidate, Pair, another, common, flags, near
from tidings.lexicon import rows
from tidings.model import Span
from tidings.text.likeness import root
from tidings.text.quantities import Quantity
from tidings.text.shares import shares

__all__ = ["age_slots", "ages", "number_slots", "numbers_of"]

# Words right before or behind a number by which it is of others, of a part, or of a time that passes.
OTHERS = re.compile(r"\b(?:another|other|further|additional|remaining|each|every|per|within|since|after|among|including|first|second|third|(?<!to )last|next|previous|earlier|extra)\s(?:the\s)?(?:\w+\s)?\Z", re.IGNORECASE)  # fmt: skip
OF_THEM = re.compile(r"\A\s(?:more|others?|further|additional|remaining)\b|\A(?:\s\w+){0,2}?\s(?:ago|earlier|later|older|younger|each|apiece|per|of (?:them|those|these|whom|which))\b", re.IGNORECASE)  # fmt: skip
FIRST = re.compile(r"first\s", re.IGNORECASE)  # "the first four years"
MORE = re.compile(r"\A\smore\b", re.IGNORECASE)  # "4 percent more pay"
OUT_OF = re.compile(r"(?<!number )(?<!total )(?<!count )(?<!toll )(?<!tally )\bof (?:the|its|their|his|her|all|those|these)\s(?:\w+\s)?\Z", re.IGNORECASE)  # fmt: skip
SO_FAR = re.compile(
    r"\b(?:so far|as yet|by (?:\w+day\s)?(?:noon|midday|now|then|nightfall|evening|midnight|morning)|until (?:now|then)|up to now|for now|for the time being|as of|still|initial(?:ly)?|at first(?! (?:light|sight|glance))|preliminary|provisional(?:ly)?|already|now|(?:first|early|latest|last|new|updated) (?:count|toll|figures?|tally|balance)|raised|revised|increased|lowered|rose|risen|grew|grown|climb\w+|mount\w+|swell\w*|swollen|fell to|down to|alone)\b",
    re.IGNORECASE,
)
# A part of the year or of a place: one number with it and one without are of two things.
SPAN_OF = re.compile(r"\b(?:half|quarter|semester|monthly|daily|weekly|annual(?:ly)?|yearly|per|northern?|southern?|eastern?|western?)\b", re.IGNORECASE)  # fmt: skip
AGE = re.compile(
    r"\b(?P<old>\d{1,2})[-\s]years?[-\s]old\b|\b(?:who|he|she)\s(?:is|was|turned)\s(?P<is>\d{1,2})(?=\W*\Z)|\b(?:had|has|just|recently)\sturned\s(?P<turned>\d{1,2})\b|\b(?:aged|age of)\s(?P<aged>\d{1,2})\b|\A(?P<bare>\d{2})(?=[,)]\s\Z)",
    re.IGNORECASE,
)
AND_MORE = re.compile(r"\sand\s\d")  # "aged 12 and 15"
ROUGHLY = re.compile(r"\b(?:almost|nearly|about|around|some|over|under|more than|less than)\s\Z", re.IGNORECASE)
OF = re.compile(r"\s+of\s(?:all\s|the\s|its\s|their\s)?(?P<noun>[\w-]+)")
GROWING = re.compile(r"\b(?:kill|dead|died?\b|death|wound|injur|missing|fled|flee|displac|infect|cases|lives|lost (?:his|her|their|its|at sea)|hurt|perish|toll|bodies|victims)", re.IGNORECASE)  # fmt: skip
VOTED = re.compile(
    r"\b(?:(?P<no>against|opposed|objected|nays|noes|abst\w+)|in favou?r|for|ayes|supported|backed)\b", re.IGNORECASE
)
YEARS = re.compile(r"\b(?:this (?:year|season|month|summer|winter)|(?P<before>(?:last|previous|past) (?:year|season|month|summer|winter)|(?:a|the) year (?:ago|earlier|before)))\b", re.IGNORECASE)  # fmt: skip
GROUP = re.compile(r"\b(?:among|amongst|of those|of them|aged|in (?:the )?(?:cities|towns|countryside|villages)|(?:under|over)[\s-](?:\d\d|thirty|forty|fifty|sixty)s?(?!\s?(?:per|%)))\b", re.IGNORECASE)  # fmt: skip
RATE = re.compile(r"[\d,.]+(?:\s[a-z]+)?\s(?:per|an?|each|every)\s(?P<over>[a-z]+)", re.IGNORECASE)
FAR, VERY_FAR = 2.2, 5.0  # times as large
FEW, LARGE = 5, 50  # counts
RIVALS = 4  # pairs of numbers that share one with this, from which on more tell nothing


def number_slots(pair: Pair, ours: list[Count], theirs: list[Count]) -> Iterator[Candidate]:
    """Pairs of numbers that are left over and that no rounding, range or measure brings together."""
    left = [x for x in ours if not any(agree(x, y) for y in theirs)]
    right = [y for y in theirs if not any(agree(x, y) for x in ours)]
    met = [(x, y) for x in left for y in right if x.sort == y.sort and not fit(x, y) and not of_two(pair, x, y)]
    for x, y in met:
        low, high = sorted((x, y), key=lambda c: (c.size, c.clause.claim))
        signs = common(pair, x.clause, y.clause) | of_sort(x, y) | of_size(x, y) | of_words(x, y)
        rivals = [(u, v) for u, v in met if (u is x) != (v is y)]
        best = bool(rivals) and all(worth(x, y) >= worth(u, v) for u, v in rivals)
        signs |= flags(no_rival=not rivals, best_of_rivals=best) | {"rivals": min(RIVALS, len(rivals)) / RIVALS}
        about = f"{low.nouns[0]}: how many" if low.nouns and not low.sort else low.sort or "how many"
        sides = ((low.words, low.clause.claim), (high.words, high.clause.claim))
        yield Candidate("number", about, sides, (x, y), signs, "two reports of one occasion count differently")


def of_two(pair: Pair, x: Count, y: Count) -> bool:
    """Whether two numbers are surely of two things or two moments: a whole and its part, a toll that grew, others."""
    nouns = [c.nouns[0] if c.nouns else "" for c in (x, y)]
    if another(x.clause, y.clause) or of_years(x) != of_years(y) or (x.sort == "%" and of_group(x) != of_group(y)):
        return True
    voted = [VOTED.search(c.clause.text) for c in (x, y)]
    if voted[0] and voted[1] and bool(voted[0]["no"]) != bool(voted[1]["no"]):
        return True
    passing = not are_rates(x, y) and any(of_others(c) or SO_FAR.search(c.clause.text) for c in (x, y))
    return passing or whole_and_part(*nouns) or grows(pair, x, y)


def of_years(x: Count) -> frozenset[str]:
    """Which years a clause tells of by the calendar: this one or the one before."""
    return frozenset("before" if m["before"] else "this" for m in YEARS.finditer(x.clause.text))


def of_group(x: Count) -> bool:
    """Whether a share is told of a group: "among those under thirty"."""
    return GROUP.search(x.clause.text) is not None


def are_rates(x: Count, y: Count) -> bool:
    """Whether both are what one piece of some thing costs: "$2.60 a sack", "2,65 dollars per sack"."""
    if x.sort != y.sort or len(x.sort) != 3:
        return False
    found = [RATE.match(c.clause.text, c.quantity.span.start) for c in (x, y)]
    over = [m["over"].lower() for m in found if m]
    return len(over) == 2 and root(over[0])[:3] == root(over[1])[:3]


def numbers_of(scene: Scene, report: Brief) -> list[Count]:
    """The numbers of a report, shares in words too."""
    del scene
    found = [Count(clause, q, ()) for clause in report.clauses for q in shares(clause.text)]
    told = {(f.clause.span.start, f.quantity.span) for f in found}
    found += [
        c
        for c in counts(report)
        if not any(at == c.clause.span.start and span.meets(c.quantity.span) for at, span in told)
    ]
    return sorted(found, key=lambda f: f.clause.span.start + f.quantity.span.start)


def age_slots(pair: Pair, ours: list[Count], theirs: list[Count]) -> Iterator[Candidate]:
    """The one age that each of two reports tells."""
    if len(ours) == len(theirs) == 1 and abs(ours[0].size - theirs[0].size) > 1:
        x, y = sorted((ours[0], theirs[0]), key=lambda c: c.size)
        signs = common(pair, ours[0].clause, theirs[0].clause) | {"age": 1.0}
        sides = ((x.words, x.clause.claim), (y.words, y.clause.claim))
        yield Candidate("number", "age", sides, (x, y), signs, "two reports of one occasion tell two ages")


def ages(scene: Scene, report: Brief) -> list[Count]:
    """The ages that a report tells, rough ones as none."""
    del scene
    found = []
    for clause in report.clauses:
        for m in AGE.finditer(clause.text):
            if not ROUGHLY.search(clause.text[: m.start()]) and not AND_MORE.match(clause.text, m.end()):
                value = float(m["old"] or m["is"] or m["turned"] or m["aged"] or m["bare"])
                quantity = Quantity(Span(m.start(), m.end()), value, value - 1, value + 1, "years old")
                found.append(Count(clause, quantity, ()))
    return found


def of_sort(x: Count, y: Count) -> dict[str, float]:
    """What two numbers measure or count, and whether that is one thing."""
    sort = x.sort
    money = len(sort) == 3 and sort.isupper()
    found = flags(money=money, lasting=sort == "length of time", share=sort == "%")
    found |= flags(measure=bool(sort) and not any(found.values()))
    if sort:
        return found | flags(other_shares=sort == "%" and not one_share(x, y))
    one, people = one_noun(x, y), (persons(x), persons(y))
    found |= flags(one_noun=one, both_persons=all(people), one_person=people[0] != people[1])
    nouns = bool(x.nouns and y.nouns)
    return found | flags(
        other_nouns=nouns and not one and not any(people),
        no_noun=not nouns,
    )


def of_size(x: Count, y: Count) -> dict[str, float]:
    """How far apart two numbers lie."""
    low, high = sorted((x.size, y.size))
    small = not x.sort
    found = flags(
        far_apart=high > FAR * low,
        very_far=high > VERY_FAR * low,
        small=small and low < FEW,
        large=small and low >= LARGE,
    )
    return found | {"ratio": min(2.0, apart(x, y))}


def apart(x: Count, y: Count) -> float:
    """How far apart two sizes lie, as a logarithm."""
    return abs(math.log(max(x.size, 1e-9) / max(y.size, 1e-9)))


def of_words(x: Count, y: Count) -> dict[str, float]:
    """What the words around two numbers say of them."""
    spans = {frozenset(w.lower() for w in SPAN_OF.findall(c.clause.text)) for c in (x, y)}
    one, two = acts(x.clause.text), acts(y.clause.text)
    return flags(
        other_spans=len(spans) > 1,
        one_act=bool(one & two),
        other_acts=bool(one and two and not one & two),
    )


def worth(x: Count, y: Count) -> float:
    """How much speaks for two numbers being of one thing, beside others that either could be of one with."""
    told = near(x.clause.passage.text, y.clause.passage.text) + 0.5 * near(x.clause.text, y.clause.text)
    return told + 0.6 * (one_noun(x, y) or (persons(x) and persons(y))) - 0.2 * apart(x, y)


def of_others(x: Count) -> bool:
    """Whether a number is of others, of a part of what was counted before, or of a time until or since something."""
    text, q = x.clause.text, x.quantity
    if x.sort == "%" and not x.nouns:
        return False
    number = text[q.span.start : q.span.end].removesuffix(q.unit)
    behind = text[q.span.start + len(number.rstrip()) :]
    beside = OF_THEM.match(behind) or OUT_OF.search(text[: q.span.start])
    others = OTHERS.search(text[: q.span.start])
    return bool(
        (others and not (x.sort and FIRST.match(others[0]))) or (beside and not (x.sort and MORE.match(behind)))
    )


def one_share(x: Count, y: Count) -> bool:
    """Whether two percentages are of one whole, as far as the words behind them say."""
    of = [OF.match(c.clause.text[c.quantity.span.end :]) for c in (x, y)]
    if of[0] and of[1]:
        return root(of[0]["noun"]) == root(of[1]["noun"])
    return not of[0] and not of[1]


def grows(pair: Pair, x: Count, y: Count) -> bool:
    """Whether a toll told later, or at another hour, is higher."""
    low, high = sorted((x, y), key=lambda c: c.size)
    growing = not x.sort and any(GROWING.search(c.clause.text) for c in (x, y))
    if growing and pair.scene.other_hours(x.clause.passage, y.clause.passage):
        return True
    return growing and pair.scene.overtaken({low.clause.document}, {high.clause.document})


@cache
def known_acts() -> tuple[tuple[re.Pattern[str], str], ...]:
    """A pattern for the words of each act that the table has."""
    words: dict[str, list[str]] = {}
    for act, word, _ in rows("told_acts.tsv"):
        words.setdefault(act, []).append(word)
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, some), key=len, reverse=True))})\b", re.IGNORECASE), act)
        for act, some in sorted(words.items())
    )


@cache
def acts(text: str) -> frozenset[str]:
    """What words say was done, as far as tables know it."""
    return frozenset(act for pattern, act in known_acts() if pattern.search(text))
