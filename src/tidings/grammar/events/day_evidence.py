"""What speaks for each day on which an act may have taken place: times around it, the report's own day, none at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest

from tidings.grammar.dates.narrative import time_grain
from tidings.grammar.events.scene import VERBS, Scene, path, root
from tidings.grammar.tree import ancestors, child, clause_head, tokens_in
from tidings.grammar.verbs import PAST, modal, tense
from tidings.lexicon import rows

__all__ = ["Candidate", "candidates"]

BACK = 10  # sentences back that a time still dates what is told
ALIKE = 2  # other tellings in like words that are weighed, the nearest
SHOWN = 3  # times of earlier sentences that are weighed, the nearest
COMMON_WORDS = frozenset({"on", "in", "at", "since", "until", "by", "before", "after", "from", "for", "of", "during"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that an act may have: a time of the text, or so many days before the report, or no day (both None)."""

    time: int | None
    back: int | None
    signs: tuple[str, ...]


def candidates(scene: Scene, at: int) -> Iterator[Candidate]:
    """Every day that the act told at a token may have had, with what speaks for it."""
    act = told(scene, at)
    sentence = scene.analysis.tokens[at].sentence
    own = scene.by_sentence.get(sentence, ())
    for t in own:
        yield Candidate(t, None, tuple(beside(scene, at, t, act, alone=len(own) == 1)))
    earlier = [t for s in range(sentence - 1, max(-1, sentence - 1 - BACK), -1) for t in scene.by_sentence.get(s, ())]
    for n, t in enumerate(earlier[:SHOWN]):
        yield Candidate(t, None, tuple(before(scene, at, t, act, n)))
    for i, t in told_elsewhere(scene, at):
        yield Candidate(t, None, tuple(alike(scene, at, i, t, act)))
    held = "own" if own else "before" if earlier else "no"
    signs = [*act, f"{held} times", *(f"{held} times {sign}" for sign in act)]
    yield Candidate(None, 0, tuple(f"report day: {sign}" for sign in signs))
    yield Candidate(None, 1, tuple(f"day before report: {sign}" for sign in signs))
    yield Candidate(None, None, tuple(f"no day: {sign}" for sign in signs))


def told(scene: Scene, at: int) -> list[str]:
    """How the act itself is told: tense, word, mood, place in the text."""
    analysis = scene.analysis
    token = analysis.tokens[at]
    verb = at if token.pos in VERBS else clause_head(analysis, at)
    noun = token.pos not in VERBS
    signs = ["always", ("noun under " if noun else "") + tense(analysis, verb)]
    signs.append(f"clause {analysis.tokens[verb].dep}")
    if noun:
        signs.append(f"noun {token.dep}")
    if modal(analysis, verb):
        signs.append("modal")
    if token.lemma.lower() in reporting():
        signs.append("reports")
    n = token.sentence
    signs.append("opens" if n < 2 else "lead" if n < 5 else "body")
    over = [a for a in ancestors(analysis, verb) if analysis.tokens[a].pos in VERBS]
    if over and tense(analysis, over[-1]) in PAST:
        signs.append("under past")
    if at in scene.in_marks:
        signs.append("quoted")
    return signs


def beside(scene: Scene, at: int, t: int, act: Sequence[str], *, alone: bool) -> Iterator[str]:
    """What speaks for a time of the act's own sentence."""
    analysis, head = scene.analysis, scene.heads[t]
    way = path(scene, at, t)
    yield "beside"
    yield f"beside {way}"
    yield f"beside {'only' if alone else 'several'}"
    yield f"beside {preposition(scene, t)}"
    yield from (f"beside {s}" for s in kind(scene, t))
    yield f"beside {act[1]}, {scene.side(t)}"
    gap = abs(head - at)
    yield f"beside {'near' if gap < 5 else 'far' if gap > 12 else 'middling'}"
    yield f"beside {'after' if head > at else 'ahead'}, {way.split(' ')[0]}"
    between = analysis.tokens[min(at, head) + 1 : max(at, head)]
    yield f"beside {min(2, sum(b.pos == 'VERB' for b in between))} verbs between"
    if any(b.text in {"“", "”", '"', "``", "''"} for b in between):
        yield "beside mark between"
    if any(b.text in {",", ";", "—"} for b in between):
        yield "beside comma between"


def before(scene: Scene, at: int, t: int, act: Sequence[str], n: int) -> Iterator[str]:
    """What speaks for a time of a sentence before."""
    analysis = scene.analysis
    here, there = analysis.tokens[at].sentence, analysis.tokens[scene.heads[t]].sentence
    gap = here - there
    far = "1" if gap == 1 else "2" if gap == 2 else "3-4" if gap < 5 else "5+"
    over = scene.governor(t)
    main = analysis.tokens[over].pos in VERBS and clause_head(analysis, over) == over
    yield "before"
    yield f"before by {far}"
    yield f"before {'own' if scene.by_sentence.get(here) else 'no'} times here"
    yield f"before, number {n}"
    yield f"before {'same' if scene.paragraphs[here] == scene.paragraphs[there] else 'other'} paragraph"
    yield from (f"before {s}" for s in kind(scene, t))
    yield f"before {act[1]}, {scene.side(t)}"
    yield f"before on {'verb ' + tense(analysis, over) if main else 'noun'}"
    if main:
        yield f"before {act[1]} after {tense(analysis, over)}"
    yield f"before {preposition(scene, t)}"
    yield from (f"before {sign}" for sign in act)


def told_elsewhere(scene: Scene, at: int) -> list[tuple[int, int]]:
    """Where else the text tells an act by the same word or one of its root, beside a time."""
    here = scene.analysis.tokens[at]
    if here.lemma.lower() in reporting() or len(here.lemma) < 4:
        return []
    close = scene.by_root.get(root(here.lemma), ())
    others = (p for p in close if scene.analysis.tokens[p[0]].sentence != here.sentence)
    return nsmallest(ALIKE, others, key=lambda p: (abs(p[0] - at), p))


def alike(scene: Scene, at: int, i: int, t: int, act: Sequence[str]) -> Iterator[str]:
    """What speaks for the time of another telling in like words."""
    tokens = scene.analysis.tokens
    yield "alike"
    yield f"alike {path(scene, i, t)}"
    yield f"alike {'own' if scene.by_sentence.get(tokens[at].sentence) else 'no'} times"
    yield f"alike {tokens[i].pos} for {tokens[at].pos}"
    yield f"alike {'ahead' if i < at else 'after'}"
    det = child(scene.analysis, at, "det", "poss")
    yield f"alike {tokens[det].text.lower() if det is not None and tokens[at].pos == 'NOUN' else 'bare'}"
    yield from (f"alike {s}" for s in kind(scene, t))
    yield f"alike {act[1]}, {scene.side(t)}"


def kind(scene: Scene, t: int) -> Iterator[str]:
    """What sort of time it is."""
    grain = time_grain(scene.times[t])
    yield grain if grain in {"day", "week", "month", "year"} else "other grain"
    yield scene.times[t].type
    yield f"{grain if grain == 'day' else 'coarse'} {scene.side(t)}"


def preposition(scene: Scene, t: int) -> str:
    """The word before a time."""
    span = tokens_in(scene.analysis, scene.times[t].span)
    word = scene.analysis.tokens[span[0] - 1].text.lower() if span and span[0] else ""
    return word if word in COMMON_WORDS else "bare"


@cache
def reporting() -> frozenset[str]:
    """Verbs that report what somebody says."""
    return frozenset(row[0] for row in rows("reporting_verbs.tsv"))
