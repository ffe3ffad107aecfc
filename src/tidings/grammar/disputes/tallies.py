"""How many were aboard, were taken, let go or sent away, how many of a known whole, for how many years: by two reports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.distances import CRAFT
from tidings.grammar.disputes.figures import NUMBERS, numeral_end, part
from tidings.grammar.disputes.initiators import states_in
from tidings.grammar.disputes.rivals import PART, YEAR, one_noun
from tidings.grammar.disputes.scene import LONGEST, Passage, Scene, rare_names
from tidings.grammar.disputes.slot_counts import person
from tidings.text.likeness import root
from tidings.text.meaning import nearness
from tidings.text.quantities import Quantity, compatible, quantities

__all__ = ["tallies"]

MOST = 3.0  # times that one number may be another's
DAYS = 21  # between two reports of one deed
ALIKE = 0.15  # nearness in meaning of what two reports tell of parts of one whole
STEM = 6  # letters by which two nouns are one: "fishers", "fishermen"
NOUN = r"(?P<np>(?:\s(?:of\s(?:the|its|their|his|her|them)\s)?[^\W\d_][\w’'-]{1,20}){1,5}?)"
BE = r"(?:,?\s(?:who|which|that))?\s(?:(?:were|are|was|is|have|had|has|been|being|be|remain|remained|still|also|now|since|all|later|then|then)\s){0,4}"
VERBS = {
    "taken": r"arrested|detained|captured|seized|retained|in custody|imprisoned|jailed|kidnapped|abducted|rounded up|interned|apprehended|taken (?:prisoner|hostage|captive|into custody)|held(?! (?:talks|a|the|its|their)\b)|behind bars",
    "let go": r"freed|released|set free|let go|handed over|liberated",
    "sent away": r"expelled|deported|sent home|thrown out|declared persona",
    "moved": r"evacuated|displaced|relocated|driven from|brought to safety|moved out|resettled",
    "rescued": r"rescued|saved|pulled from|picked up|plucked from|fished out",
}
ACTIVE = {
    "taken": r"arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|captur(?:ed|es|ing)|seiz(?:ed|es|ing)|retain(?:s|ed|ing)?|hold(?:s|ing)?|keep(?:s|ing)|jail(?:ed|s|ing)|imprison(?:ed|s|ing)|kidnapp?(?:ed|ing)|abduct(?:ed|ing)|round(?:ed|s|ing) up|took|t[ao]king|taken",
    "let go": r"free(?:d|s|ing)|releas(?:ed|es|ing)|set(?:ting)? free|let(?:ting)? go|liberat(?:ed|es|ing)|hand(?:ed|s|ing) over",
    "sent away": r"expel(?:led|s|ling)|expulsion of|deport(?:ed|s|ing)|deportation of|sen[dt](?:ing)? home|threw out|throws out",
    "moved": r"evacuat(?:ed|es|ing)|displac(?:ed|es|ing)|relocat(?:ed|es|ing)|forced|driven|evacuation of",
    "rescued": r"rescu(?:ed|es|ing)|rescue of|sav(?:ed|es|ing)|pulled|picked up|plucked",
}
HEDGE = r"(?:\s(?:at least|at most|some|about|around|nearly|almost|more than|over|up to|as many as|roughly|the|its|their|all|only|just|a further|a total of|no fewer than))*\s"
BEFORE = {deed: re.compile(rf"\b(?:{verbs}){HEDGE}\Z", re.IGNORECASE) for deed, verbs in ACTIVE.items()}
AFTER = {deed: re.compile(rf"\A{NOUN}{BE}(?:{verbs})\b", re.IGNORECASE) for deed, verbs in VERBS.items()}
HEAD = re.compile(
    r"\A(?P<np>(?:\s(?:of\s(?:the|its|their|his|her)\s)?[^\W\d_][\w’'-]{1,20}){0,4}?\s(?P<head>[a-z][a-z-]{2,20}(?:s|men|women|people|crew|children)|men|women|people|crew))(?=[\s,.;:”\"’)]|\Z)"
)
ABOARD = re.compile(
    rf"\A{NOUN}\s(?:aboard|on board|on (?:it|her|the (?:ship|boat|vessel|ferry|plane|aircraft|train|bus)))\b|\A\s(?:aboard|on board)\b",
    re.IGNORECASE,
)
CREW_OF = re.compile(r"\bcrew\s(?:of|numbering)\s(?:some\s|about\s|the\s)?\Z", re.IGNORECASE)
CREW = re.compile(r"\A(?:-(?:strong|member|man))?(?:\s[A-Z]?[a-z]{3,14})?\screw\b(?:\smembers\b)?", re.IGNORECASE)
WHOLE = re.compile(
    rf"\A\s(?:of|out of)\s(?:the\s|its\s|their\s)?(?:[^\W\d_][\w-]{{2,20}}['’]s?\s)?(?P<whole>\d{{1,4}}|{NUMBERS})\s(?:[a-z]{{3,12}}\s)??(?P<of>[a-z][a-z-]{{3,20}}s)\b",
    re.IGNORECASE,
)
YEARS_BEFORE = re.compile(
    r"\b(?:sentenced|condemned|sentence[sd]?|given|received|receives?|got|serving|serve[sd]?|jailed|imprisoned)\b(?:\s[^\W\d_][\w’'-]{0,15}){0,5}?\s(?:to\s|for\s|of\s)?(?:a\s)?\Z",
    re.IGNORECASE,
)
YEARS_AFTER = re.compile(
    r"\A[\s-]years?(?:['’])?(?:\s(?:in|of|behind|for)\s(?:a\s)?(?:[a-z]{3,10}\s)?(?:prison|jail|imprisonment|regime|bars|labou?r|colony|detention|espionage|treason|fraud)|(?:\simprisonment|\sjail|\sprison)?\b)",
    re.IGNORECASE,
)
NO_SENTENCE = re.compile(
    r"\b(?:up to|maximum|minimum|faces?|facing|could|may|might|risks?|seek\w*|demand\w*|suspended|reduced|cut|appeal|other|another|years? old|aged|serv\w+|after)\b",
    re.IGNORECASE,
)
SENTENCED = re.compile(r"\b(?:sentenced?|condemned|imprison\w*|jail\w*|prison|regime|convict\w*)\b", re.IGNORECASE)
NOT_ALL = re.compile(
    r"\b(?:another|other|others|more|further|additional|among (?:them|whom)|of (?:them|whom|these|those|which)|including|each|every|remaining|last|first|second|next|not|no|never|nobody|would|could|should|may|might|must|if|unless|wants?|wanted|demand\w*|ask\w*|call\w*|urg\w*|offer\w*|promis\w*|agree\w*|refus\w*|plan\w*|to be)\b[^.;:,]{0,40}\Z",
    re.IGNORECASE,
)
PARTLY = re.compile(
    r"\A[^.;:,]{0,60}?\b(?:of (?:them|whom|these|those)|more|others?|further|each|other|would|will|could|should|may|might|must|to be)\b",
    re.IGNORECASE,
)

STAYED = re.compile(r"\b(?:remain\w*|still|left|stay\w*)\b[^.;,]{0,24}\Z", re.IGNORECASE)
SENTENCE = "years of a sentence"
HOUSES = frozenset(["families", "households", "houses", "homes"])
ANYBODY = frozenset(["people", "men", "persons", "crew", "individuals", "members"])
LONG_AGO = re.compile(r"\b(?:last year|years? (?:ago|earlier|before))\b", re.IGNORECASE)
HOLDS = re.compile(r"\b(?:had|carried|carrying|carries)\b(?! (?:been|just))", re.IGNORECASE)
MANY = 40  # tellings of one kind, from which they are of many things
PLAIN = re.compile(r"\b[a-z]{4,}\b")
COUNTED = frozenset(
    [
        *ANYBODY,
        "aboard",
        "board",
        "with",
        "when",
        "that",
        "were",
        "from",
        "after",
        "have",
        "been",
        "said",
        "another",
        "which",
    ]
)


@dataclass(frozen=True, slots=True)
class Tally:
    """A number with what it is of."""

    of: str
    passage: Passage
    quantity: Quantity
    noun: str
    whole: str  # "the 15 members", by number and noun
    lands: frozenset[str]  # whose they are
    claim: Claim
    words: str


def tallies(scene: Scene) -> Iterator[Dispute]:
    """Numbers of one deed, craft, whole or sentence that two independent reports give otherwise."""
    by_kind: dict[str, list[Tally]] = {}
    for passage in scene.passages:
        for tally in tallies_in(passage):
            by_kind.setdefault(tally.of, []).append(tally)
    for _, told in sorted(by_kind.items()):
        if len(told) > MANY:
            continue
        sides: dict[tuple[float, float], tuple[list[Tally], list[Tally]]] = {}
        for a, b in combinations(told, 2):
            if one_count(scene, a, b) and not (settled(a, b, told) or settled(b, a, told)):
                low, high = sorted((a, b), key=lambda t: (t.quantity.value, t.claim))
                lows, highs = sides.setdefault((low.quantity.value, high.quantity.value), ([], []))
                lows.append(low)
                highs.append(high)
        for _, both in sorted(sides.items()):
            claims = tuple((side[0].words, tuple(sorted({t.claim for t in side}))) for side in both)
            yield Dispute("number", about(both[0][0]), claims, ("two reports count otherwise",), 0.6)


def about(tally: Tally) -> str:
    """What numbers are of, in words."""
    if tally.of == SENTENCE:
        return "how long a sentence"
    return f"{tally.noun}: how many of the {tally.whole}" if tally.whole else f"{tally.noun}: how many {tally.of}"


def tallies_in(passage: Passage) -> Iterator[Tally]:
    """The numbers of a sentence that tell such a thing as done."""
    text = passage.text
    if len(text) > LONGEST or LONG_AGO.search(text):
        return
    for quantity in quantities(text, bare=True):
        start, end = quantity.span.start, numeral_end(text, quantity)
        before, after = text[max(0, start - 60) : start], text[end : end + 160]
        if STAYED.search(before) or quantity.dimension not in ("", "months") or YEAR.fullmatch(text[start:end]):
            continue
        if text[start - 1 : start] == "-":
            continue
        claim = Claim(passage.document, part(passage, -1, start, end))
        if quantity.dimension:
            if sentenced(text, before, after):
                yield Tally(
                    SENTENCE,
                    passage,
                    quantity,
                    "years",
                    "",
                    frozenset(),
                    claim,
                    text[start:end] + " years",
                )
            continue
        if whole := WHOLE.match(after):
            key = f"{whole['whole'].lower()} {whole['of'].lower()}"
            yield Tally(
                f"of {key}", passage, quantity, whole["of"], key, frozenset(), claim, text[start : end + whole.end()]
            )
            continue
        if NOT_ALL.search(before) or PARTLY.match(after):
            continue
        for of, noun, lands in counted(before, after):
            yield Tally(of, passage, quantity, noun, "", lands, claim, f"{text[start:end]} {noun}")


def sentenced(text: str, before: str, after: str) -> bool:
    """Whether years are those of a sentence that was passed."""
    told = YEARS_BEFORE.search(before) or SENTENCED.search(after[:60])
    return bool(told and YEARS_AFTER.match(after) and SENTENCED.search(text)) and not NO_SENTENCE.search(
        before[-40:] + after[:30]
    )


def counted(before: str, after: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """What a number counts there: the deed or craft, the noun, and whose they are."""
    if CREW_OF.search(before) or CREW.match(after):
        yield "crew", "crew", frozenset()
        return
    if aboard := ABOARD.match(after):
        noun = (aboard["np"] or "people").split()[-1].lower()
        yield "aboard", noun, states_in(aboard["np"] or "")
        return
    for deed in BEFORE:
        active = HEAD.match(after) if BEFORE[deed].search(before) else None
        found = active or AFTER[deed].match(after)
        if found is not None:
            noun = found["np"].split()[-1].lower()
            if person(noun) or noun.endswith(("men", "women")) or (deed == "moved" and noun in HOUSES):
                yield deed, noun, states_in(found["np"])


def one_count(scene: Scene, a: Tally, b: Tally) -> bool:
    """Whether two numbers are of one thing, told by two witnesses, and cannot both be right."""
    one, two = a.passage, b.passage
    low, high = sorted((a.quantity.value, b.quantity.value))
    # Reports of one origin count too: what a rewriting or a translation makes of a number is a difference.
    if one.document == two.document or compatible(a.quantity, b.quantity) or not 0 < high <= low * MOST:
        return False
    years = [set(YEAR.findall(p.text)) for p in (one, two)]
    if (all(years) and not years[0] & years[1]) or (a.lands and b.lands and not a.lands & b.lands):
        return False
    if a.of == SENTENCE:
        return bool(one.who & two.who)
    if a.of in ("crew", "aboard"):
        return bool(one.who & two.who or (crafts(one) & crafts(two) and told_alike(a, b)))
    if a.whole:
        return not grew(scene, a, b) and nearness(one.text, two.text, kin=True) >= ALIKE and told_alike(a, b)
    if grew(scene, a, b):
        return False
    days = [{day for _, day in p.days} for p in (one, two)]
    apart = scene.days_apart(one.document, two.document)
    if (all(days) and not days[0] & days[1]) or (apart is not None and apart > DAYS):
        return False
    if not of_one_sort(a.noun, b.noun):
        return False
    return bool(
        a.lands & b.lands
        or one.who & two.who
        or one.countries & two.countries
        or rare_names(one.text) & rare_names(two.text)
    )


def grew(scene: Scene, a: Tally, b: Tally) -> bool:
    """Whether a later report only has more of the whole, or both stand in one report."""
    (_, first), (_, last) = sorted((scene.published.get(t.passage.document, ""), t.quantity.value) for t in (a, b))
    apart = scene.days_apart(a.passage.document, b.passage.document)
    return a.passage.document == b.passage.document or (bool(apart) and last > first)


def told_alike(a: Tally, b: Tally) -> bool:
    """Whether the two sentences share a plain word besides what is counted and the craft: the deed that both tell."""
    plain = [
        {w[:STEM] for w in PLAIN.findall(t.passage.text) if w not in COUNTED} - {w[:STEM] for w in t.whole.split()}
        for t in (a, b)
    ]
    crafted = {c[:STEM] for t in (a, b) for c in crafts(t.passage)}
    only_held = any(HOLDS.search(t.passage.text) for t in (a, b))  # "the ferry had 61 people aboard" tells no deed
    return (a.of in ("crew", "aboard") and only_held) or bool((plain[0] & plain[1]) - crafted)


def crafts(passage: Passage) -> frozenset[str]:
    """The words for craft in a sentence, by their singular."""
    return frozenset(m[0].lower().removesuffix("s") for m in CRAFT.finditer(passage.text))


def of_one_sort(a: str, b: str) -> bool:
    """Whether two nouns may count one group: alike, or one of them for anybody."""
    parts = [PART.fullmatch(n) is not None for n in (a, b)]
    alike = one_noun(a, b) or a[:STEM] == b[:STEM] or a in ANYBODY or b in ANYBODY
    return alike and (parts[0] == parts[1] or root(a) == root(b))


def settled(own: Tally, other: Tally, told: list[Tally]) -> bool:
    """Whether the report of one number has the other's too, or gives several for such a thing."""
    mine = [t for t in told if t.passage.document == own.passage.document and of_one_sort(t.noun, own.noun)]
    return any(not compatible(t.quantity, own.quantity) or t.quantity.value == other.quantity.value for t in mine)
