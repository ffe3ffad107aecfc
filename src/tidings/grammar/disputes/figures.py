"""The numbers of a story's sentences: what each counts, in what words, and whose number it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.scene import LONGEST, Passage, Scene
from tidings.lexicon import words
from tidings.model import Span
from tidings.text.likeness import bases
from tidings.text.quantities import TOKEN, Quantity, number_at, quantities

__all__ = ["NUMBERS", "PARTIAL", "PART_AFTER", "PRONOUNS", "Figure", "figures", "numeral_end", "part"]

ASIDE = 60  # code points between a source and its verb, beyond which the verb's words alone are shown
PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "one", "some", "many", "both", "others"]
)
NO_END = frozenset(["of", "by", "for", "in", "at", "than", "a", "an", "the", "with", "from", "on"])
NUMBERS = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen"
CUT = re.compile(r"[;:“”\"«»()]|,\s|\s(?:and|but|while|whereas|although|after|before)\s")
PARTED = re.compile(r"[;:]\s|,\s")
PARTIAL = re.compile(
    r"\b(?:another|other|others|more|further|additional|among (?:them|whom)|of (?:them|whom|these|those|which)|including|each|per|every|a day|a week|a month|remaining|last|left|raised|rose|risen|fell|from|first|second|next|(?:rose|risen|fell|fallen|grew|grown|increased|decreased|climbed|dropped|cut|raised|reduced|up|down|more|higher|lower) by|half|until|since|no\.?)\s\Z",
    re.IGNORECASE,
)
PART_AFTER = re.compile(
    r"\A\s(?:of (?:them|whom|these|those|which)|more|others?|other|further|each|per(?!\scent)|a (?:day|week|month)|years? old|of the)\b",
    re.IGNORECASE,
)
OF_A_PEOPLE = re.compile(
    r"\s[A-Z][\w’'-]{2,20}(?:ese|ish|[ai]n|i|ch|[rl]ian|er|és?)\s(?:[a-z-]{3,14}\s){0,2}?([a-z-]{3,20}s|people|men|women|children|policemen|fishermen)\b"
)
PEOPLED = re.compile(
    rf"(?<![\w-])(?=(?P<number>\d[\d,]{{0,9}}|{NUMBERS})(?:\sdozen)?\s(?-i:[A-Z])[\w’'-]{{2,20}}\s[a-z])", re.IGNORECASE
)
PLURALS = frozenset(["people", "men", "women", "children", "police"])
TIME = frozenset(["day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minutes", "minute", "times", "time", "decades", "seconds", "pm", "gmt", "am", "miles", "points", "years-old"])  # fmt: skip
SUBJECT = r"(?P<who>(?:[Tt]he\s|[Ii]ts\s|[Aa]\s|[Aa]n\s)?[^\W\d_][\w’'.-]{1,24}(?:\s(?:of\s(?:the\s)?|for\s(?:the\s)?)?[^\W\d_][\w’'.-]{0,24}){0,9}?)"
FILL = r"(?:\s[“\"]?(?:of|at|about|around|some|roughly|no|only|just|as|on|to|be|it|them|that|was|were|is|are|had|been|the|a|an|number|figure|total|count|more|than|fewer|less|nearly|over|below|under|least|most|up|with|instead|own|its|their|those|with|[a-z]{3,12}(?=\s(?:at|of|as|to)\s))){0,8}?\s[“\"]?"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its sentence."""

    place: int  # of its sentence in the scene
    passage: Passage
    quantity: Quantity  # its span counts in the sentence
    noun: str  # what is counted; "" for a bare number
    around: str  # the other words of its clause
    voice: str  # whose number it is; "" for the outlet's own
    answers: bool  # a source and a verb of saying stand right before it: "Police counted 400"
    part: Span  # of the sentence, in the document, that tells it

    @property
    def claim(self) -> Claim:
        """The part of the sentence that tells it."""
        return Claim(self.passage.document, self.part)

    @property
    def words(self) -> str:
        """The number and what it counts."""
        told = self.passage.text[self.quantity.span.start : self.quantity.span.end]
        at = told.lower().rfind(self.noun)
        return told[: at + len(self.noun)] if self.noun and at >= 0 else told.split(" of ")[0]


@cache
def said() -> re.Pattern[str]:
    """A source, a verb of saying or reckoning, and up to a number few words more."""
    lemmas = words("reckoning_verbs.txt")
    irregular: dict[str, set[str]] = {}
    for form, base in bases().items():
        irregular.setdefault(base, set()).add(form)
    forms = sorted(
        {f for lemma in lemmas for f in (lemma, f"{lemma}s", f"{lemma}ed", f"{lemma}d", *irregular.get(lemma, ())) if f}
    )
    verb = rf"(?:has\s|have\s|had\s|still\s|itself\s|only\s|now\s|later\s|also\s|already\s){{0,2}}(?P<verb>{'|'.join(forms)}|putting)"
    return re.compile(
        rf"(?:\A|[.;,:]\s|\band\s|\bbut\s|\bwhile\s|[“\"]\s?){SUBJECT}(?:,\s[^;.]{{3,140}}?,)?\s{verb}{FILL}(?=\d|(?:{NUMBERS})\b)"
    )


ACCORDING = re.compile(
    r"\b(?:according to|by (?:the )?(?:data|count|figures|estimates?) of)\s(?:the\s)?(?P<who>[\w’'-]{1,24}(?:\s[\w’'-]{1,24}){0,3})"
    r"|\bby\s(?:the\s)?(?P<owner>[\w-]{1,24}(?:\s[\w-]{1,24}){0,3})[’']s?\s(?:own\s)?(?:count|figures?|reckoning|estimates?|account|data|tally)\b",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\A[,”\"]{0,2}(?:\sat (?:most|least))?\s(?P<verb>says?|said|insists?|insisted|claims?|claimed|reported|reports|according to)\s(?P<who>(?:the\s)?[\w’'-]{1,24}(?:\s[\w’'-]{1,24}){0,4})"
)

# "The guild counted 40 hives; the abbey, sixty."
GAPPED = re.compile(
    rf"(?:;\s|,\s(?:and|but|while)\s)(?P<who>(?:the|its|their)\s[^;,.“”\"]{{2,70}}),\s(?:only\s|just\s|of\s|at\s|about\s|some\s|around\s|to\s){{0,2}}(?P<number>\d[\d,.]{{0,11}}(?<=\d)|{NUMBERS})(?=[.;]|\Z|,\s)",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"(?:\A|[“\"]|\bNo,\s|[.;]\s)(?P<number>[\d,.]{{1,12}}|{NUMBERS})(?=,\s(?:says?|said|insists?|insisted|according to)\s)",
    re.IGNORECASE,
)


def figures(scene: Scene) -> Iterator[Figure]:
    """The numbers of all sentences, those that are part of a larger count or of time left out."""
    voices: dict[str, list[tuple[int, int, str]]] = {}
    for quote in scene.telling.quotes:
        whose = quote.speaker or (quote.speaker_text or "?").casefold()
        voices.setdefault(quote.anchor.document, []).append((quote.anchor.start, quote.anchor.end, whose))
    for place, passage in enumerate(scene.passages):
        if len(passage.text) <= LONGEST and TOKEN.search(passage.text):
            yield from of_sentence(place, passage, voices.get(passage.document, []))


def of_sentence(place: int, passage: Passage, voices: Sequence[tuple[int, int, str]]) -> Iterator[Figure]:
    """The numbers of one sentence."""
    text = passage.text
    heads = [
        (m.end(), who, m.start("who") if m.start("verb") - m.end("who") <= ASIDE else m.start("verb"))
        for m in said().finditer(text)
        if is_source(who := source(m["who"])) or who in PRONOUNS
    ]
    if heads:
        gaps = GAPPED.finditer(text, heads[0][0])
        heads += [(m.start("number"), who, m.start("who")) for m in gaps if is_source(who := source(m["who"]))]
    found = {q.span.start: q for q in quantities(text)}
    for at in (*(end for end, *_ in heads), *(m.start("number") for p in (BARE, PEOPLED) for m in p.finditer(text))):
        bare = number_at(text, at)
        if bare and at not in found:
            found[at] = bare
    told = ACCORDING.search(text)
    for start, quantity in sorted(found.items()):
        number = numeral_end(text, quantity)
        if PARTIAL.search(text, max(0, start - 28), start) or PART_AFTER.match(text[number:]):
            continue
        if text[start - 1 : start] == "-" or text[number : number + 1] == "-":
            continue
        noun = counted_noun(quantity, text[number:])
        if noun in TIME or (quantity.dimension and quantity.dimension in ("time", "length", "angle")):
            continue
        head, opens = next(((who, at) for end, who, at in heads if end == start and who not in PRONOUNS), ("", -1))
        spoken = [v for s, e, v in voices if s <= passage.span.start + start < e]
        after = AFTER.match(text[number:])
        behind = source(after["who"]) if after else ""
        own = source(told["who"] or told["owner"]) if told else ""
        voice = head or behind or (spoken[-1] if spoken else own)
        yield Figure(
            place,
            passage,
            quantity,
            noun,
            clause(text, start, number),
            voice,
            bool(head or behind),
            part(passage, 0 if after else opens, start, number + (after.end() if after else 0)),
        )


def source(words: str) -> str:
    """Who gives a number, in the form in which sources are compared: small, without an article."""
    return words.casefold().removeprefix("the ")


def is_source(who: str) -> bool:
    """Whether words before a verb of saying may be its subject: "the ministry", not "raising the number of"."""
    each = who.split()
    return not (words("stop_words.txt").issuperset(each) or each[0].endswith("ing") or each[-1] in NO_END)


def numeral_end(text: str, quantity: Quantity) -> int:
    """Where the number itself ends, without what it counts."""
    token = number_at(text, quantity.span.start)
    end = (token or quantity).span.end
    return (
        end - len(quantity.unit)
        if quantity.unit not in ("", "$", "%") and text[:end].lower().replace("-", " ").endswith(quantity.unit)
        else end
    )


def counted_noun(quantity: Quantity, after: str) -> str:
    """The head of what is counted: the last of the words up to a function word; "" for a bare number."""
    if quantity.unit in ("$", "%"):
        return quantity.unit
    if (
        not quantity.unit
        and re.match(r"\s[“\"]?[^\W\d_]{2}", after)
        and after.split()[0].casefold() not in words("stop_words.txt")
    ):
        named = OF_A_PEOPLE.match(after)
        return named[1] if named and named[1] not in words("stop_words.txt") else "?"  # "two Fjordland singers"
    light = words("stop_words.txt")
    noun = ""
    for word in quantity.unit.split():
        if word in light or (noun and quantity.value == 1 and word.endswith("ed")):
            break  # "one driver suffered"
        noun = word
        if word in PLURALS or (word.endswith("s") and not word.endswith("ss")):
            break
    return noun


def part(passage: Passage, opens: int, start: int, end: int) -> Span:
    """The stretch of the sentence that tells a number, from its source on where one stands before it."""
    text = passage.text
    low = opens if opens >= 0 else max((m.end() for m in PARTED.finditer(text, 0, start)), default=0)
    high = min((m.start() for m in PARTED.finditer(text, end)), default=len(text.rstrip()))
    return Span(passage.span.start + low, passage.span.start + high)


def clause(text: str, start: int, end: int) -> str:
    """The words of a number's clause on either side of it."""
    low = max((m.end() for m in CUT.finditer(text, 0, start)), default=0)
    high = min((m.start() for m in CUT.finditer(text, end)), default=len(text))
    return text[low:start] + " " + text[end:high]
