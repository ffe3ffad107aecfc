"""Rival numbers: what two sources, or two reports, give for one count."""

from collections.abc import Iterator

from tidings.grammar.disputes.claims import Dispute
from tidings.grammar.disputes.figures import Figure, figures
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import words
from tidings.text.likeness import classes, root
from tidings.text.meaning import nearness
from tidings.text.quantities import Quantity, compatible
from tidings.text.terms import word_list

__all__ = ["rivals"]

NEAR = 3  # sentences of one report between a number and the rival to it
FACTOR = 15  # between two numbers that may be of one count
COUNT = frozenset(
    map(
        root,
        [
            "number",
            "figure",
            "toll",
            "total",
            "count",
            "sum",
            "amount",
            "it",
            "them",
            "that",
            "this",
            "say",
            "says",
            "said",
            "count",
            "put",
            "estimate",
            "speak",
            "give",
            "tell",
            "report",
            "claim",
            "insist",
            "admit",
            "announce",
            "confirm",
            "record",
            "list",
            "register",
            "reckon",
            "cite",
            "quote",
            "talk",
            "according",
            "fewer",
            "people",
            "below",
            "above",
            "roughly",
            "nearly",
            "least",
            "most",
            "approximately",
            "almost",
        ],
    )
)


def rivals(scene: Scene) -> Iterator[Dispute]:
    """Numbers that two sources give for one count in one report."""
    told: dict[str, list[Figure]] = {}
    for figure in figures(scene):
        told.setdefault(figure.passage.document, []).append(figure)
    for document in sorted(told):
        mine = told[document]
        for n, b in enumerate(mine):
            a = answered(mine[:n], b)
            if a:
                low, high = sorted((a, b), key=lambda f: (size(f.quantity), f.claim))
                sides = ((low.words, (low.claim,)), (high.words, (high.claim,)))
                yield Dispute("number", about(a, b), sides, ("two sources give two numbers",), 0.6)


def answered(before: list[Figure], b: Figure) -> Figure | None:
    """The number before that a source's own number answers: "Some 900 stood in the square. Police counted 400"."""
    if not b.answers:
        return None
    matter = matter_words(b)
    beside = any(a.place == b.place for a in before)
    for a in reversed(before):
        if b.place - a.place > (0 if beside and not b.noun else NEAR):
            return None
        if a.voice == b.voice or not comparable(a.quantity, b.quantity):
            continue
        if "?" in (a.noun, b.noun) or (b.noun and a.noun and not one_noun(a.noun, b.noun)):
            continue
        if b.noun and set(word_list(matter)) - set(word_list(b.quantity.unit)) and not one_doing(a, b):
            continue
        if matter and not told_of(matter, a, b):
            continue
        return a if not compatible(a.quantity, b.quantity) else None
    return None


def matter_words(b: Figure) -> str:
    """What a source's number is of, in the words beside it, the source and the verb left out."""
    own = set(word_list(b.voice))
    light = words("stop_words.txt")
    return " ".join(
        w for w in word_list(b.around) if w not in own and w not in light and root(w) not in COUNT and not w.isdigit()
    )


def told_of(matter: str, a: Figure, b: Figure) -> bool:
    """Whether a number's sentence tells of what the other is of."""
    return max(nearness(matter, a.around), nearness(matter, a.passage.text)) >= 0.15


def one_doing(a: Figure, b: Figure) -> bool:
    """Whether what two sentences tell of what they count is near in meaning."""
    return nearness(a.around, b.around) >= 0.3


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are of one measure and one order of size."""
    if a.dimension != b.dimension and a.dimension and b.dimension:
        return False
    one, two = size(a), size(b)
    return one > 0 and two > 0 and max(one, two) <= FACTOR * min(one, two)


def one_noun(a: str, b: str) -> bool:
    one, two = root(a), root(b)
    return (
        one == two or bool(classes().get(one, frozenset()) & classes().get(two, frozenset())) or nearness(a, b) >= 0.4
    )


def size(quantity: Quantity) -> float:
    return round(quantity.value * quantity.factor, 3)


def about(a: Figure, b: Figure) -> str:
    noun = a.noun or b.noun
    return f"{noun}: how many" if noun and noun not in "$%" else "two numbers for one thing"
