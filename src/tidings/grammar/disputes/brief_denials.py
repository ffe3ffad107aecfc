"""What one short report tells as done, and another has somebody say was not."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tidings.grammar.disputes.briefs import NAME, Brief, Clause, alien, days_of, likened, states
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.denying import UNTRUE
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.lexicon import words
from tidings.model import Span
from tidings.text.likeness import root
from tidings.text.meaning import nearness
from tidings.text.terms import stem

__all__ = ["brief_denials"]

WRONG = rf"(?:{UNTRUE}|smears?|slander|rubbish|myths?|fairy tales?|propaganda|provocation)"
# What was not done, with the word behind it that says what: "did not offer", "nobody was beaten", "no soldier crossed".
NOT_DONE = re.compile(
    r"\b(?:(?:did|has|have|had|was|were|been)\s(?:not|never)|(?:did|has|have|had|was|were)n[’']t|never|there (?:was|were|has been|had been) (?:no|not a|never a))\s(?P<verb>(?:[a-z’'-]+\s?){1,4})",
    re.IGNORECASE,
)
NONE_DID = re.compile(
    r"(?:\A|[“\"]|\bthat\s)\s?(?:nobody|no one|none(?: of (?:the|its|our|his|her|their))?|nothing|no|not (?:a|an|one|a single))\s(?P<rest>[^,;]{3,90})",
    re.IGNORECASE,
)
DID_NOTHING = re.compile(r"\b(?:have|has|had|we|I|he|she|they)\s(?P<verb>[a-z]+(?:ed|en|d|t|id|ook|old|ade))\s(?:nothing|nobody|no one|none)\b", re.IGNORECASE)  # fmt: skip
WAS = re.compile(r"\A[^,;]{2,40}\b(?:was|were|has been|have been|had been)\s")
# "a meeting with X did not take place", "owns no such software"
NOT_HELD = re.compile(r"(?P<what>[^,;]{3,60}?)\s(?:did not|never|has not|had not)\s(?:take place|taken place|happen(?:ed)?|occur(?:red)?)\b", re.IGNORECASE)  # fmt: skip
HAS_NO = re.compile(r"\b(?:owns?|owned|has|had|have|received|made|gave|took|bought|sold|holds?|held|runs?|ran|keeps?|kept|supplied|sent)\sno\s(?P<rest>[a-z][^,;]{3,60})")  # fmt: skip
# Negations that say nothing of what was done: of what is to come, what is known, or of saying nothing.
IDLE = re.compile(
    r"\b(?:no longer|not yet|not only|not all|no comment|no (?:signs?|date|details?|doubt|timetable|word|other|reason|information|decision|more|consequences|attempt|conflict)|nothing (?:more|else|but|about)|nobody knows|not know\w*|not (?:been )?(?:found|seen|clear|easy|enough|immediately|surpris\w+|say|said|an? attempt|intend\w*|mean\w*)|will|would|could|can|cannot|may|might|shall|should|until|unless|if|yet|declin\w+|else|otherwise|silent|says nothing)\b|\?",
    re.IGNORECASE,
)
CALLED = re.compile(rf"\b(?:called?|calls|described?)\s(?P<what>(?:[\w’'-]+\s){{1,6}}?)(?:as\s)?(?:an?\s|pure\s|utter\s){{0,2}}{WRONG}\b", re.IGNORECASE)  # fmt: skip
# "reports of a stroke were invention", "rejected that its men had fired"
REJECTED = re.compile(
    rf"\b(?:reports?|talk|rumou?rs?|claims?|stories|story|allegations?|suggestions?)\s(?:of|about|that)\s(?P<what>[^,;]{{4,80}}?)\s(?:is|are|was|were)\s(?:\w+ly\s|pure\s|an?\s){{0,2}}{WRONG}\b"
    r"|\b(?P<verb>reject(?:s|ed)?|den(?:y|ies|ied)|dismiss(?:es|ed)?|disput(?:es|ed)|rul(?:es|ed) out)\sthat\s(?P<that>[^,;]{4,120})",
    re.IGNORECASE,
)
SAID = re.compile(r"\b(?:said|says|stat(?:ed|es)|insist(?:ed|s)|assur(?:ed|es)|stress(?:ed|es)|declar(?:ed|es)|told|wrote|maintain(?:ed|s)|replied|called|calls|added|according to)\b")  # fmt: skip
NEGATED = re.compile(r"\b(?:not|never|no|nobody|none|nothing|den(?:y|ies|ied)|untrue|false)\b|n[’']t\b", re.IGNORECASE)
PRONOUN = re.compile(r"(?:They|He|She|It)\b")
LIGHT = frozenset(map(root, ["said", "say", "told", "state", "statement", "spokesman", "spokeswoman", "day", "week", "time", "people", "year", "month", "ministry", "minister", "government", "army", "company", "police", "office", "official"]))  # fmt: skip
PAST = frozenset(["beaten", "paid", "met", "shot", "sent", "sold", "bought", "hit", "came", "went", "fell", "took", "taken", "given", "made", "held", "left", "broke", "broken", "stolen", "spoken", "spent", "cut", "put", "lost", "found", "hurt", "entered", "seen", "told", "built", "fought", "fled", "led", "struck", "burnt", "flown", "flew", "ran", "drawn", "driven"])  # fmt: skip
PLACED = 2  # names in common, by which two sentences are of one doing whatever it is called
ONE_SAYING = 0.75  # nearness of two sentences that are one saying, one of them with its "not" lost
ALIKE = 0.55  # likeness of two words for one act


def brief_denials(scene: Scene, pairs: Sequence[tuple[Brief, Brief]]) -> Iterator[Dispute]:
    """What one of two short reports tells, beside the other's word that it was not so."""
    for pair in pairs:
        for told, denying in (pair, pair[::-1]):
            if found := denied(told, denying):
                asserted, denial = found
                also = (c.claim for c in denying.clauses if negated(c)[0])
                sides = (("asserted", asserted), ("denied", tuple(sorted({denial.claim, *also}))))
                about = " ".join(denial.text.split())[:90]
                yield Dispute("denial", about, sides, ("one short report tells it, the other has it denied",), 0.6)


def denied(told: Brief, denying: Brief) -> tuple[tuple[Claim, ...], Clause] | None:
    """The sentences of a report that a clause of another denies, and that clause."""
    best: tuple[float, int, int] | None = None
    spots = passages(told)
    one_day = bool(days_of(told) & days_of(denying))
    for n, clause in enumerate(denying.clauses):
        doing, content, span = negated(clause)
        if not doing or alien(span, denying, told):
            continue
        for m, passage in enumerate(spots):
            score = meets(doing, content, passage, clause, one_day=one_day)
            if score and (best is None or score > best[0]):
                best = (score, n, m)
    if best is None:
        return None
    _, n, m = best
    claims = [Claim(told.document, spots[m].span)]
    for k in (m - 1, m + 1):  # what the sentence beside it goes on to tell of the same doing
        if 0 <= k < len(spots) and not NEGATED.search(spots[k].text):
            pronoun = PRONOUN.match(spots[max(k, m)].text) is not None
            named = names(spots[k]) & frozenset(w.lower() for w in denying.clauses[n].passage.text.split())
            if pronoun or named:
                claims.append(Claim(told.document, spots[k].span))
    return tuple(sorted(claims)), denying.clauses[n]


def passages(brief: Brief) -> list[Passage]:
    """The sentences of a short report."""
    return list(dict.fromkeys(clause.passage for clause in brief.clauses))


def negated(clause: Clause) -> tuple[tuple[str, ...], tuple[str, ...], Span]:
    """What somebody says was not so: the words that tell the doing, and all that tell something; nothing where none is denied."""

    def denied_from(
        found: re.Match[str], doing: tuple[str, ...], text: str
    ) -> tuple[tuple[str, ...], tuple[str, ...], Span]:
        return doing, content_of(text), Span(clause.span.start + found.start(), clause.span.end)

    if called := CALLED.search(clause.text) or REJECTED.search(clause.text):
        group = "that" if called.groupdict().get("that") else "what"
        content = content_of(called[group])
        acts = tuple(w for w in content if group == "that" and (w.endswith("ed") or w in PAST))
        return acts or content, content, Span(*(clause.span.start + at for at in called.span(group)))
    if not IDLE.search(clause.text) and SAID.search(clause.passage.text):
        if (found := NOT_DONE.search(clause.text)) and content_of(found["verb"]):
            return denied_from(found, content_of(found["verb"])[:1], clause.text)
        if found := NONE_DID.search(clause.text):
            rest = content_of(found["rest"])
            if WAS.search(found["rest"]):  # "no shots were fired": by either word
                return denied_from(found, rest[:2], clause.text)
            return denied_from(
                found, tuple(w for w in rest if w.endswith("ed") or w in PAST)[:1] or rest[:1], clause.text
            )
        if found := NOT_HELD.search(clause.text):
            return denied_from(found, content_of(found["what"]), clause.text)
        if found := HAS_NO.search(clause.text):
            return denied_from(found, content_of(found["rest"])[:2], clause.text)
        if found := DID_NOTHING.search(clause.text):
            return denied_from(found, content_of(found["verb"]), clause.text)
    return (), (), clause.span


def content_of(text: str) -> tuple[str, ...]:
    """The roots of the words that tell something, names, numbers and words for who speaks left out."""
    stop = words("stop_words.txt")
    plain = re.findall(r"(?<![\w’'-])[a-z][\w’'-]+", text[:1].lower() + text[1:])
    found = [w for w in plain if w not in stop and not NEGATED.fullmatch(w)]
    return tuple(dict.fromkeys(w for w in found if root(w) not in LIGHT))


def meets(
    doing: tuple[str, ...], content: tuple[str, ...], passage: Passage, clause: Clause, *, one_day: bool
) -> float:
    """How much of what is denied a sentence tells; 0 where it is not told as done, or of another day."""
    if NEGATED.search(passage.text) or nearness(passage.text, clause.passage.text) >= ONE_SAYING:
        return 0.0
    days = {day for _, day in passage.days}
    others = {day for span, day in clause.passage.days if clause.span.start <= span.start < clause.span.end}
    if (days and others and not days & others) or turned_round(passage.text, clause.passage.text):
        return 0.0
    told = content_of(passage.text)
    met = sum(any(one_word(a, b) for b in told) for a in content)
    done = any(one_word(a, b) for a in doing for b in told)
    shared = len(names(passage) & names(clause.passage))
    placed = shared >= PLACED and met > 0
    exactly = one_day and any(root(a) == root(b) for a in doing for b in told)
    if not placed and not exactly and not (done and (shared or days & others)):
        return 0.0
    return met + 0.5 * shared + nearness(passage.text, clause.text)


def turned_round(told: str, denied: str) -> bool:
    """Whether two states that both sentences name stand in another order: "A attacked B", "B denied that it had fired on A"."""
    one, two = (
        tuple(dict.fromkeys(states()[s] for w in NAME.findall(text) if (s := stem(w.lower())) in states()))
        for text in (told, denied)
    )
    both = [state for state in one if state in two]
    return len(both) > 1 and [state for state in two if state in both] != both


@cache
def one_word(a: str, b: str) -> bool:
    """Whether two words may tell one thing."""
    one, two = root(a), root(b)
    begins = min(len(one), len(two)) >= 5 and (one.startswith(two) or two.startswith(one))
    return begins or likened(a, b, ALIKE, ALIKE)


def names(passage: Passage) -> frozenset[str]:
    """The words with a capital in a sentence, its first left out."""
    return frozenset(w.lower() for w in re.findall(r"(?<=\s)[A-ZÀ-Þ][\w’'-]*\w", passage.text))
