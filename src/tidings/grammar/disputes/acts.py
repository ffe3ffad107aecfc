"""Acts that several reports tell, each with the day, place and number that its sentence gives it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.dated_deeds import GATHERING
from tidings.grammar.disputes.scene import LONGEST, Passage, Scene
from tidings.lexicon import rows
from tidings.model import Span
from tidings.text.quantities import Quantity, quantities
from tidings.text.scenes import names_in, scenes_in

__all__ = ["Told", "acts_of", "one_occasion"]

REACH = 90  # code points between an act's word and the day, place or number that belongs to it
TO_COME = re.compile(
    r"\b(?:will|would|shall|could|may|might|can|should|must|to be|plans?|planned|due|expected|if|unless|until|not|never|no|nobody|threatens?|threatened|ready|want|wanted)\b[^,;:.]{0,80}\Z",
    re.IGNORECASE,
)
LASTED = re.compile(r"(?:hour|day|week|month|year|decade)s?(?:-|\s|\Z)")  # "the five-month-old strike": no count
YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!-)")
CUT = re.compile(r"[,;:]\s|\s(?:but|while|and)\s|[“”«»\"]")
PLACED = re.compile(
    r"\b(?:in|at|near|outside|off)\s(?:the\s)?(?:[a-z]{2,12}\s){0,2}(?:of\s)?(?:the\s)?\Z|\bin the (?:port|city|town|village|harbour|harbor|region) of\s\Z"
)


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an act as done."""

    act: str
    word: str
    passage: Passage
    claim: Claim  # the words from the act to what belongs to it
    day: tuple[Span, str] | None
    place: tuple[Span, str] | None
    figure: Quantity | None  # its span counts in the sentence


@cache
def triggers() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """One pattern for all words, and the act of each."""
    table = {word: (act, counts) for act, word, counts in rows("told_acts.tsv")}
    by_length = sorted(table, key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, by_length))})\b"), table


def acts_of(scene: Scene) -> dict[str, list[Told]]:
    """All tellings by act, in the order of the scene."""
    found: dict[str, list[Told]] = {}
    for passage in scene.passages:
        for told in tellings(passage):
            found.setdefault(told.act, []).append(told)
    return found


def tellings(passage: Passage) -> Iterator[Told]:
    """The acts of one sentence, those to come or denied left out."""
    pattern, table = triggers()
    text, base = passage.text, passage.span.start
    # A pattern that minds case is several times as fast as one that does not; İ would become two characters.
    small = text.replace("İ", "I").lower()
    matches = list(pattern.finditer(small)) if len(small) == len(text) <= LONGEST else []
    if not matches:
        return
    starts = [m.start() for m in matches]
    cuts = [0, *(m.start() if m[0][0] in '“”«»"' else m.end() for m in CUT.finditer(text)), len(text)]
    counted = quantities(text)
    for i, match in enumerate(matches):
        if TO_COME.search(text, max(0, match.start() - 90), match.start()):
            continue
        act, counts = table[match[0]]
        if match[0] == "held" and GATHERING.search(text, 0, match.start()):
            continue  # as a meeting is
        mine = Near(tuple(starts), i)
        day = next((d for d in passage.days if d[0].start - base in mine and one_clause(text, d[0], match, base)), None)
        place = next(
            (p for p in passage.places if p[0].start - base in mine and after_in(text, p[0].start - base)), None
        )
        fitting = [q for q in counted if fits(q, counts) and q.span.start in mine and unparted(text, q, match)]
        figure = min(fitting, key=lambda q: (abs(q.span.start - starts[i]), q.span.start), default=None)
        parts = [match.start(), match.end()]
        parts += [e for s in (day, place) if s for e in (s[0].start - base, s[0].end - base)]
        parts += [figure.span.start, figure.span.end] if figure else []
        start, end = whole_parts(cuts, min(parts), max(parts), text)
        claim = Claim(passage.document, Span(base + start, base + end))
        yield Told(act, match[0], passage, claim, day, place, figure)


@dataclass(frozen=True, slots=True)
class Near:
    """The places in a sentence that are nearer to one act's word than to any other's."""

    starts: tuple[int, ...]  # of all acts' words
    here: int

    def __contains__(self, at: int) -> bool:
        gap = abs(at - self.starts[self.here])
        near = bisect_left(self.starts, at)
        others = [k for k in (near - 1, near) if 0 <= k < len(self.starts) and k != self.here]
        return gap <= REACH and all(abs(at - self.starts[k]) >= gap for k in others)


def one_clause(text: str, day: Span, match: re.Match[str], base: int) -> bool:
    """Whether a day stands in the act's own clause: not "exploded on Monday and later sank"."""
    between = text[min(day.end - base, match.end()) : max(day.start - base, match.start())]
    return not re.search(r"\s(?:and|then|later)\s", f" {between} ")


def after_in(text: str, at: int) -> bool:
    """Whether a word stands behind "in", "at" or the like."""
    return PLACED.search(text, max(0, at - 40), at) is not None


def whole_parts(cuts: list[int], start: int, end: int, text: str) -> tuple[int, int]:
    """The smallest run of the sentence's parts that covers a range, without white space and commas around it."""
    low = cuts[max(0, bisect_left(cuts, start + 1) - 1)]
    high = cuts[min(len(cuts) - 1, bisect_left(cuts, end))]
    while low < start and not text[low].isalnum():
        low += 1
    while high > end and text[high - 1] in " ,;:":
        high -= 1
    return low, high


def unparted(text: str, quantity: Quantity, match: re.Match[str]) -> bool:
    """Whether a number belongs to the act's word, no comma or quote mark between them."""
    if quantity.span.end <= match.start() and text.startswith(" of ", match.end()):
        return False  # "40 dollars worth of salt": of some salt, not of the matter
    between = text[min(quantity.span.end, match.end()) : max(quantity.span.start, match.start())]
    return not re.search(r"[,;:“”«»\"]", between)


def fits(quantity: Quantity, counts: str) -> bool:
    """Whether a number can be of what an act counts: persons, money, measured things."""
    if counts == "none":
        return False
    dimension = quantity.dimension
    if counts == "money":
        return len(dimension) == 3 and dimension.isupper()
    if counts == "things":
        return dimension in ("mass", "volume", "barrels", "area") or not dimension
    if LASTED.match(quantity.unit):
        return False
    return not dimension and quantity.unit.split()[0] not in ("years", "times", "others", "other", "more", "of")


def elsewhere(a: str, b: str) -> bool:
    """Whether each of two sentences names a place that the other does not, and none that it does."""
    one, two = scenes_in(a), scenes_in(b)
    return bool(one and two) and not one & names_in(b) and not two & names_in(a)


def one_occasion(a: Told, b: Told, *, but: str) -> bool:
    """Whether two tellings of an act are of one occasion, what they differ in (`but`) aside.

    They agree in the day, a party, or the rare words around, and in nothing else do they part.
    """
    same_day = a.day is not None and b.day is not None and a.day[1] == b.day[1]
    if but != "day" and a.day and b.day and not same_day:
        return False
    if but == "number" and a.place and b.place and a.place[1] != b.place[1]:
        return False
    if but == "number" and elsewhere(a.passage.text, b.passage.text):
        return False
    if YEAR.findall(a.passage.text) != YEAR.findall(b.passage.text):
        return False
    shared = a.passage.around & b.passage.around
    parties = a.passage.who & b.passage.who
    both = len(a.passage.countries & b.passage.countries) >= 2
    if but == "day":
        return bool(parties) or both or len(shared) >= 2
    return (
        (same_day and (bool(parties or shared) or a.word == b.word))
        or (bool(parties) and len(shared) >= 1)
        or len(shared) >= 3
    )
