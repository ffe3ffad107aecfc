"""What somebody denies in one report, beside the sentence of another that is nearest to telling it."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tidings.grammar.disputes.briefs import NAME, Brief, Clause, states, wide
from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.grammar.disputes.slots import Candidate, Pair, common, flags, named_in, near, sentences
from tidings.lexicon import words
from tidings.text.likeness import RARE, root
from tidings.text.terms import news_share, stem

__all__ = ["denial_slots", "denials"]

PAST = r"(?:did|has|have|had|was|were|been)"
# Words by which something is said not to be so, the plainest first; what is denied stands behind them, or all around.
CUES = (
    ("denies", re.compile(r"\b(?:den(?:y|ies|ied|ying)(?=\s(?:that|having|any|it|this|ever|all|(?:the|these|those|such|media|press)?\s?(?:reports?|claims?|allegations?|accusations?|charges?|rumou?rs?|account|involvement|responsibility)|\w+ing)\b)|refut(?:es|ed)|rebut(?:s|ted)|disput(?:es|ed) (?:that|having)|contradict(?:s|ed)|rul(?:es|ed) out that|reject(?:s|ed) (?:that|the (?:claim|report|allegation|accusation|charge)s?|claims|reports|allegations|accusations|suggestions))\b", re.IGNORECASE)),
    ("untrue", re.compile(r"\b(?:untrue|(?:is|was|are|were|as|simply|plainly) false\b|false (?:claims?|reports?|allegations?|rumou?rs?|news)|fabricat(?:ed|ions?)|inventions?|invented|baseless|groundless|unfounded|hoax|fantasy|an? (?:\w+ )?lie\b|pack of lies|(?:are|were) lies|contrary to|fairy tales?|slander|smears?|nonsense)\b", re.IGNORECASE)),
    ("whatever", re.compile(r"\b(?:no \w+ (?:\w+ )?(?:whatsoever|at all|of any kind)|not (?:one|a single) \w+|nothing of the (?:sort|kind)|at no (?:time|point|moment)|no such|neither .{3,60} nor|in no way)\b", re.IGNORECASE)),
    ("never", re.compile(r"\bnever\b(?! (?:again|before|seen|been (?:so|as)|ever))", re.IGNORECASE)),
    ("did not", re.compile(rf"\b{PAST}(?:\snot\b|n[’']t\b)(?! (?:yet|only|been (?:found|seen)|known|clear|immediately|enough|able|say|comment|respond|reply|surpris))", re.IGNORECASE)),
    ("nobody", re.compile(rf"\b(?:nobody|no one|none|nothing|no (?:[a-z-]+\s){{1,3}}?(?:{PAST}|[a-z]+ed)|there (?:was|were|has been|had been|is) no)\b", re.IGNORECASE)),
    ("has no", re.compile(r"\b(?:owns?|has|had|have|received|made|gave|took|bought|sold|held|paid|supplied|sent|fired|used|belongs to)\sno\b", re.IGNORECASE)),
)  # fmt: skip
BEHIND = frozenset(["did not", "never", "has no"])  # cues behind which the doing stands
FROM = frozenset(["nobody", "whatever"])  # cues from which on it stands
# Negations that say nothing of what was done: of what is to come, what is known, or of saying nothing.
IDLE = re.compile(r"\b(?:no longer|not yet|\byet\b|not only|not all|no comment|no (?:doubt|date|details?|timetable|reason|reply|answer|signs?|word|decision|comment)|nothing (?:more|else|but)|know\w*|could|would|cannot|can|will|won[’']t|may|might|should|must|shall|do not|does not|need|if|whether|unless|until|declin\w+|refus\w+|without|so far|until now|other|else|once|comment|enough)\b|\?", re.IGNORECASE)  # fmt: skip
SAID = re.compile(r"\b(?:says?|said|told|insist\w*|assur\w+|stat(?:ed|es|ing)|declar\w+|maintain\w*|according to|made clear|stress\w*|announced|wrote|informed|den(?:y|ied|ies)|reject\w*|repl(?:ied|ies)|called|contrary)\b|[“\"]", re.IGNORECASE)  # fmt: skip
NEGATED = re.compile(r"\b(?:not|never|no|nobody|none|nothing|den(?:y|ies|ied)|untrue|false)\b|n[’']t\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:who|which|whose|whom|that|whether|where)\s(?:\w+\s){0,2}\Z")  # "a man who never voted"
FUTURE = re.compile(r"\b(?:will|would|to be|may|might|could|plans?)\b")
LIGHT = frozenset(map(root, ["said", "say", "told", "state", "statement", "spokesman", "spokeswoman", "day", "week", "time", "people", "year", "month", "ministry", "minister", "government", "army", "company", "police", "office", "official"]))  # fmt: skip
TOLD = 0.35  # the same of a sentence that may tell what is denied
SAME = 0.5  # nearness of two words from which on the one tells the other
ONE_SAYING = 0.8  # nearness of two sentences from which on they render one utterance
KIN = 1.2  # by which a nearness counts more than its own, for single words are compared
FOCUS = 4  # words behind a cue that say what was not done


@dataclass(frozen=True, slots=True)
class Denied:
    """A clause that denies something: its cue, its words, and those that say what was not done."""

    clause: Clause
    cue: str
    content: tuple[str, ...]
    focus: tuple[str, ...]
    said: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A denial beside a sentence, and how much of it that sentence tells."""

    denied: Denied
    passage: Passage
    met: float
    share: float
    focus: tuple[float, ...]
    names: int
    around: int

    @property
    def worth(self) -> float:
        """How near the two are."""
        return self.met + 0.5 * self.around + near(self.passage.text, self.denied.clause.passage.text)


def denial_slots(pair: Pair, ours: list[Denied], theirs: list[Denied]) -> Iterator[Candidate]:
    """Each denial of a report beside the sentence of the other that tells most of it."""
    for way, denials_there in ((pair, ours), (pair.turned, theirs)):
        told = [p for p in sentences(way.b) if not NEGATED.search(p.text)]
        for denied in denials_there if told else ():
            best = max((beside(way, denied, p) for p in told), key=lambda t: (t.worth, -t.passage.span.start))
            if not told_there(best):
                continue
            clauses = [c for c in way.b.clauses if c.passage == best.passage]
            other = max(clauses, key=lambda c: (near(c.text, denied.clause.text), -c.span.start))
            signs = common(way, denied.clause, other) | of_denial(best)
            sides = (("asserted", Claim(way.b.document, best.passage.span)), ("denied", denied.clause.claim))
            about = " ".join(denied.clause.text.split())[:90]
            why = "one report tells it, the other has it denied"
            yield Candidate("denial", about, sides, (denied.clause, best.passage), signs, why)


def told_there(told: Told) -> bool:
    """Whether a sentence tells one word of what was not done, and a second or a name."""
    first, second = (*told.focus, 0.0, 0.0)[:2]
    if near(told.passage.text, told.denied.clause.passage.text) >= ONE_SAYING:
        return False
    return told.denied.said and first >= TOLD and (second >= TOLD or told.around > 0 or told.names > 0)


def of_denial(told: Told) -> dict[str, float]:
    """Signs that what is denied is what the sentence tells."""
    denied, focus = told.denied, (*told.focus, 0.0, 0.0)
    signs = flags(
        nothing_met=told.met == 0,
        said=denied.said,
        turned=turned_round(told.passage.text, denied.clause.passage.text),
        future=FUTURE.search(told.passage.text) is not None,
    )
    signs |= {f"cue {name}": float(name == denied.cue) for name, _ in CUES}
    return signs | {
        "words met": min(2.0, told.met) / 2,
        "share met": told.share,
        "focus": focus[0],
        "focus two": focus[1],
        "names in clause": min(2, told.names) / 2,
        "names around": min(2, told.around) / 2,
    }


def denials(scene: Scene, report: Brief) -> list[Denied]:
    """The clauses of a report that deny something that was done."""
    del scene
    told = []
    for clause in report.clauses:
        found = next(((name, m) for name, cue in CUES if (m := cue.search(clause.text))), None)
        if found is None or IDLE.search(clause.text) or "?" in clause.passage.text:
            continue
        if RELATIVE.search(clause.text[: found[1].start()]):
            continue
        cue, match = found
        start = match.end() if cue in BEHIND else match.start() if cue in FROM else 0
        content = content_of(clause.text)
        at = clause.span.start
        inside = any(c.start <= at < c.end for q in report.reading.quotes for c in q.content)
        said = inside or SAID.search(clause.passage.text) is not None
        told.append(Denied(clause, cue, content, content_of(clause.text[start:])[:FOCUS] or content, said))
    return told


def beside(pair: Pair, denied: Denied, passage: Passage) -> Told:
    """A denial laid beside a sentence of the other report."""
    theirs = content_of(passage.text)
    met = sum(weight(w) for w in denied.content if any(one_word(w, v) for v in theirs))
    focus = sorted((max((likeness(w, v) for v in theirs), default=0.0) for w in denied.focus), reverse=True)
    named = named_in(passage, pair.b)
    span = denied.clause.span
    inside = {n for at, n in pair.a.named if span.start <= at < span.end}
    around = named & named_in(denied.clause.passage, pair.a)
    share = met / (sum(map(weight, denied.content)) or 1.0)
    return Told(denied, passage, met, share, tuple(focus), len(inside & named), len(around - wide()))


def content_of(text: str) -> tuple[str, ...]:
    """The words that tell something, names, numbers and words for who speaks left out."""
    stop = words("stop_words.txt")
    plain = re.findall(r"(?<![\w’'-])[a-z][\w’'-]+", text[:1].lower() + text[1:])
    found = [w for w in plain if w not in stop and not NEGATED.fullmatch(w)]
    return tuple(dict.fromkeys(w for w in found if root(w) not in LIGHT))


def weight(word: str) -> float:
    """How much a word tells, by its rarity; 1 for the rarest."""
    return max(0.7, -math.log(max(news_share().get(word, RARE), RARE))) / -math.log(RARE)


@lru_cache(maxsize=1 << 16)
def likeness(a: str, b: str) -> float:
    """How near two words are."""
    return 1.0 if root(a) == root(b) else min(1.0, near(a, b) * KIN)


def one_word(a: str, b: str) -> bool:
    """Whether two words may tell one thing."""
    one, two = root(a), root(b)
    begins = min(len(one), len(two)) >= 5 and (one.startswith(two) or two.startswith(one))
    return begins or likeness(a, b) >= SAME


def turned_round(told: str, denied: str) -> bool:
    """Whether two states that both sentences name stand in another order: "A attacked B", "B denied that it had fired on A"."""
    one, two = (
        tuple(dict.fromkeys(states()[s] for w in NAME.findall(text) if (s := stem(w.lower())) in states()))
        for text in (told, denied)
    )
    both: Sequence[str] = [state for state in one if state in two]
    return len(both) > 1 and [state for state in two if state in both] != both
