"""Rival numbers: what two sources, or two reports, give for one count."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.figures import Figure, figures
from tidings.grammar.disputes.none_hurt import none_hurt
from tidings.grammar.disputes.scene import Scene, rare_names
from tidings.lexicon import rows, words
from tidings.text.likeness import classes, root
from tidings.text.meaning import nearness, row_of
from tidings.text.quantities import Quantity, compatible
from tidings.text.scenes import names_in, scenes_in
from tidings.text.terms import word_list

__all__ = ["rivals"]

MANY = 200  # numbers of one sort that are laid beside each other
MEASURED = frozenset(["mass", "volume", "area", "barrels"])
MEASURED_ALIKE = 0.35  # nearness in meaning of what two sources measure
DAYS = 2  # between two reports of one occasion
NAMES = 4  # rare names that both give; below it no pair of BASIL and Timeline17 was right
DOING = 0.2  # nearness in meaning of what two reports tell of the counted
ONLY = re.compile(r"\b(?:only|just|merely|a mere|no more than|not more than)\s\Z", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LARGE = 100  # a number from which two reports that give it for one noun mean one thing
SIDES = 5  # numbers of one matter told together
NEAR = 3  # sentences of one report between a number and the rival to it
SUMS = 1.3  # times that one report's sum for one thing may be another's
FACTOR = 15  # between two numbers that may be of one count
# Nearness in meaning within one report; set on five development stories, read on BASIL and Timeline17.
TOLD_OF = 0.15  # of what an answering number is of, to the sentence of the number before
ONE_DOING = 0.3  # of what two sources tell of what they count
ONE_NOUN = 0.4  # of two counted nouns
PART = re.compile(
    r"(?:child|children|women|woman|girls?|boys?|minors?|teenagers?|infants?|babies|officers?|policemen|soldiers?|civilians?|foreigners?|students?|pupils?|pensioners?|journalists?|tourists?|nationals?|citizens?|survivors?|bodies|corpses)"
)  # that a count of people, or of others, may hold a part of
PLACED = re.compile(r"\b(?:in|at|near|outside|around|off)\s(?:the\s)?(?P<where>[^\W\d_][\w’'-]{2,24})")
NO_PLACE = frozenset(["all", "total", "fact", "addition", "least", "most", "first", "last", "one", "time", "their", "his", "her", "its", "this", "that", "these", "those"])  # fmt: skip


def rivals(scene: Scene) -> Iterator[Dispute]:
    """Numbers that two sources give for one count in one report, and two reports for one count of one occasion."""
    told: dict[str, list[Figure]] = {}
    for figure in figures(scene):
        told.setdefault(figure.passage.document, []).append(figure)
    pairs = [
        (a, in_unit(b, a))
        for _, mine in sorted(told.items())
        for n, b in enumerate(mine)
        if (a := answered(mine[:n], b)) is not None
    ]
    for matter in together([*pairs, *across(scene, told)]):
        yield dispute([*matter, *agreeing(matter, told)])
    yield from none_hurt(scene, told)


def in_unit(b: Figure, a: Figure) -> Figure:
    """A bare number in the unit of the number that it answers: "9,000 tonnes were shipped. The port puts it at 8,000"."""
    if b.noun or b.quantity.dimension or not a.quantity.dimension:
        return b
    return replace(b, quantity=replace(b.quantity, dimension=a.quantity.dimension, factor=a.quantity.factor))


def agreeing(matter: list[Figure], told: dict[str, list[Figure]]) -> Iterator[Figure]:
    """The same numbers of the same thing in other reports."""
    known = {f.passage.document for f in matter}
    for document in sorted(told.keys() - known):
        for figure in told[document]:
            if any(agree(figure, f) for f in matter):
                yield figure


def agree(a: Figure, b: Figure) -> bool:
    """Whether two reports give one number for one thing: small numbers only in like words."""
    if size(a.quantity) != size(b.quantity) or a.quantity.dimension != b.quantity.dimension or "?" in (a.noun, b.noun):
        return False
    near = nearness(a.around, b.around) >= MEASURED_ALIKE
    one = bool(a.quantity.dimension) or (bool(a.noun and b.noun) and one_noun(a.noun, b.noun))
    return one and (near or size(a.quantity) >= LARGE)


def together(pairs: list[tuple[Figure, Figure]]) -> Iterator[list[Figure]]:
    """The numbers of one matter: pairs that have a number in common laid together, as far as a reader can take them in."""
    matters: list[dict[Claim, Figure]] = []
    for a, b in pairs:
        matter = {f.claim: f for f in (a, b)}
        apart: list[dict[Claim, Figure]] = []
        for other in matters:
            if matter.keys() & other.keys() and len(sizes({**matter, **other})) <= SIDES:
                matter = {**other, **matter}
            else:
                apart.append(other)
        matters = [*apart, matter]
    yield from ([m[claim] for claim in sorted(m)] for m in matters)


def sizes(matter: dict[Claim, Figure]) -> set[float]:
    """The numbers that are told, in base units."""
    return {size(f.quantity) for f in matter.values()}


def dispute(matter: list[Figure]) -> Dispute:
    """The numbers of one matter side by side, the smallest first; reports that agree on one side."""
    sides: dict[float, list[Figure]] = {}
    for figure in sorted(matter, key=lambda f: (size(f.quantity), f.claim)):
        sides.setdefault(size(figure.quantity), []).append(figure)
    told = tuple((figures[0].words, tuple(f.claim for f in figures)) for figures in sides.values())
    return Dispute("number", about(matter), told, ("two sources give two numbers",), 0.6)


def across(scene: Scene, told: dict[str, list[Figure]]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of numbers of two independent reports that are of one count and cannot both be right."""
    by_key: dict[str, list[Figure]] = {}
    for document in sorted(told):
        for figure in told[document]:
            if figure.noun not in ("", "?", "%"):
                by_key.setdefault(figure.quantity.dimension or root(figure.noun), []).append(figure)
    for key in sorted(by_key):
        around = [(figure, names(scene, figure)) for figure in by_key[key][:MANY]]
        for (a, one), (b, two) in combinations(around, 2):
            if not scene.independent(a.passage.document, b.passage.document) or compatible(a.quantity, b.quantity):
                continue
            if other_years(a, b):
                continue
            placed = len(one & two) >= NAMES and one_occasion(scene, told, a, b)
            alike = bool(one & two) and near_days(scene, a, b) and paid_alike(a, b)
            if comparable(a.quantity, b.quantity) and (placed or alike or measured_by_two(a, b)):
                yield a, b


def other_years(a: Figure, b: Figure) -> bool:
    """Whether the sentences of two numbers name years, and not the same."""
    one, two = (set(YEAR.findall(f.passage.text)) for f in (a, b))
    return bool(one and two) and one != two


def measured_by_two(a: Figure, b: Figure) -> bool:
    """Whether two sources measure one thing: a weight, a volume; what is counted grows from report to report."""
    known = a.voice and b.voice and a.voice != b.voice and (a.answers or b.answers)
    return bool(known) and a.quantity.dimension in MEASURED and nearness(a.around, b.around) >= MEASURED_ALIKE


def one_occasion(scene: Scene, told: dict[str, list[Figure]], a: Figure, b: Figure) -> bool:
    """Whether two reports of the same days, each with one number of the sort, do a like thing with what they count."""
    if not near_days(scene, a, b):
        return False
    if any(sum(one_noun(f.noun, g.noun) for g in told[f.passage.document]) > 1 for f in (a, b)):
        return False
    if scene.other_hours(a.passage, b.passage) or of_another_place(scene, a, b) or of_another_place(scene, b, a):
        return False
    return nearness(a.around, b.around) >= DOING


def of_another_place(scene: Scene, a: Figure, b: Figure) -> bool:
    """Whether a number's sentence names a place, or opens with a name, that the other report never has: it may be of a part."""
    known = names_in(scene.readings[b.passage.document].document.text)
    places = scenes_in(a.passage.text)
    doer = (
        names_in(" ".join(a.passage.text.split()[:2]))
        if row_of(a.passage.text.split()[0].lower()) is None
        else frozenset()
    )
    return bool((places and not places & known) or (doer and not doer & known))


def near_days(scene: Scene, a: Figure, b: Figure) -> bool:
    """Whether two reports are of the same days, as far as these are known."""
    apart = scene.days_apart(a.passage.document, b.passage.document)
    return apart is None or apart <= DAYS


def paid_alike(a: Figure, b: Figure) -> bool:
    """Whether two sums of one currency, not far apart, stand after one word: "earned $139 million", "earned some $141 million"."""
    one, two = (word_before(f) for f in (a, b))
    low, high = sorted(size(f.quantity) for f in (a, b))
    money = all(len(f.quantity.dimension) == 3 and f.quantity.dimension.isupper() for f in (a, b))
    return money and bool(one) and one == two and high <= SUMS * low


def word_before(figure: Figure) -> str:
    """The root of the last telling word before a number."""
    before = word_list(figure.passage.text[: figure.quantity.span.start])
    light = words("stop_words.txt")
    told = [root(w) for w in before if w not in light and not w.isdigit() and root(w) not in counting_words()]
    return told[-1] if told else ""


def names(scene: Scene, figure: Figure) -> frozenset[str]:
    """The rare names in a number's sentence and the sentences beside it."""
    beside = scene.passages[max(0, figure.place - 1) : figure.place + 2]
    text = " ".join(p.text for p in beside if p.document == figure.passage.document)
    return rare_names(text)


def answered(before: list[Figure], b: Figure) -> Figure | None:
    """The number before that a source's own number answers: "Some 900 stood in the square. Police counted 400"."""
    if not (b.answers or (b.voice and ONLY.search(b.passage.text, 0, b.quantity.span.start))):
        return None
    matter = matter_words(b)
    beside = any(a.place == b.place for a in before)
    for a in reversed(before):
        if b.place - a.place > (0 if beside and not b.noun else NEAR):
            return None
        number = in_unit(b, a).quantity
        if a.voice == b.voice or not comparable(a.quantity, number):
            continue
        if "?" in (a.noun, b.noun) or (b.noun and a.noun and not one_noun(a.noun, b.noun)):
            continue
        if parted(a, b) or elsewhere(a, b):
            return None
        if b.noun and set(word_list(matter)) - set(word_list(b.quantity.unit)) and not one_doing(a, b):
            continue
        if matter and not told_of(matter, a):
            continue
        return a if not compatible(a.quantity, number) else None
    return None


def parted(a: Figure, b: Figure) -> bool:
    """Whether one number counts a part of what the other counts: "400 people", "30 children"."""
    parts = [PART.fullmatch(f.noun) is not None for f in (a, b)]
    return parts[0] != parts[1] and bool(a.noun and b.noun) and root(a.noun) != root(b.noun)


def elsewhere(a: Figure, b: Figure) -> bool:
    """Whether each number has a place of its own: "400 in the capital", "50 in the port"."""
    one, two = ({root(m["where"]) for m in PLACED.finditer(f.around)} - timed() - NO_PLACE for f in (a, b))
    return bool(one and two) and not one & two


@cache
def timed() -> frozenset[str]:
    """Roots of days, months and parts of a day, which stand where a place may: "in March"."""
    named = {cell for table in ("weekdays.tsv", "months.tsv", "day_parts.tsv", "seasons.tsv") for row in rows(table) for cell in row}  # fmt: skip
    return frozenset(root(w) for w in named if w.isalpha())


def matter_words(b: Figure) -> str:
    """What a source's number is of, in the words beside it, the source and the verb left out."""
    own = set(word_list(b.voice))
    light = words("stop_words.txt")
    return " ".join(
        w
        for w in word_list(b.around)
        if w not in own and w not in light and root(w) not in counting_words() and not w.isdigit()
    )


@cache
def counting_words() -> frozenset[str]:
    """Roots of words that only say that something is counted: "the number", "puts it at", "below"."""
    return frozenset(map(root, words("counting_words.txt"))) | frozenset(map(root, words("reckoning_verbs.txt")))


def told_of(matter: str, a: Figure) -> bool:
    """Whether a number's sentence tells of what the other is of."""
    return max(nearness(matter, a.around), nearness(matter, a.passage.text)) >= TOLD_OF


def one_doing(a: Figure, b: Figure) -> bool:
    """Whether what two sentences tell of what they count is near in meaning."""
    return nearness(a.around, b.around) >= ONE_DOING


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are of one measure and one order of size."""
    if a.dimension != b.dimension and a.dimension and b.dimension:
        return False
    one, two = size(a), size(b)
    return one > 0 and two > 0 and max(one, two) <= FACTOR * min(one, two)


def one_noun(a: str, b: str) -> bool:
    """Whether two nouns may name what is counted: one root, one class or one meaning."""
    one, two = root(a), root(b)
    return (
        one == two
        or bool(classes().get(one, frozenset()) & classes().get(two, frozenset()))
        or nearness(a, b) >= ONE_NOUN
    )


def size(quantity: Quantity) -> float:
    """A quantity in base units."""
    return round(quantity.value * quantity.factor, 3)


def about(matter: list[Figure]) -> str:
    """What the numbers are of, in words."""
    noun = next((f.noun for f in matter if f.noun not in ("", "$", "%")), "")
    return f"{noun}: how many" if noun else "two numbers for one thing"
