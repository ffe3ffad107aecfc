"""One sentence, one source, one target: which PLOVER event the sentence tells of the two."""

from collections.abc import Mapping
from dataclasses import dataclass

from tidings.grammar.events.frame import Frame
from tidings.grammar.events.inside_speech import inside_speech, with_aims
from tidings.grammar.events.noun_frames import noun_frames
from tidings.grammar.events.noun_status import Standing
from tidings.grammar.events.plover import FRIENDLY, project
from tidings.grammar.events.status import standing
from tidings.grammar.events.verb_frames import verb_frames
from tidings.grammar.tree import ancestors, tokens_in
from tidings.model import Analysis, Span, Status

__all__ = ["PairCode", "code_pair", "vote"]


# What somebody who does not do it refuses to the other: "will not lift the ban on", "failed to agree with".
REFUSABLE = FRIENDLY - {"CONSULT"}
YIELD = ("CONCEDE", "RETREAT")  # one root of the encoder
# What a code of the lexicon weighs, times its confidence, against the encoder's chances, which sum to one: tuned out of
# fold on Zero-Shot-PLOVER's training part, where 0.3 to 0.6 differ by half a point.
LEXICON = 0.5


@dataclass(frozen=True, slots=True)
class PairCode:
    """How a source acts on a target: type and mode as if it took place, its status, and PLOVER's projection."""

    type: str | None
    mode: str | None
    status: Status
    plover: str | None
    confidence: float


def code_pair(analysis: Analysis, source: Span, target: Span) -> PairCode:
    """Code what `source` does to `target` by lexicon and grammar; type None where no pattern fits."""
    heads = {side: heads_of(analysis, span) for side, span in (("source", source), ("target", target))}
    kinds = dict.fromkeys((*heads["target"], *heads["source"]), "unknown")
    best: tuple[float, int, Frame] | None = None
    verbs = {frame.verb: frame for frame in verb_frames(analysis, kinds)}
    aimed = with_aims(analysis, verbs)
    own = [frame for verb, frame in aimed.items() if inside_speech(analysis, verbs, verb) is None]
    for frame in (*own, *noun_frames(analysis, kinds)):
        value = fit(analysis, frame, heads["source"], heads["target"])
        if value > 0 and (best is None or (value, -frame.head) > best[:2]):
            best = (value, -frame.head, frame)
    if best is None:
        return PairCode(None, None, "held", None, 0.0)
    value, _, frame = best
    now = standing(analysis, frame.verb, frame.base)
    if now.negated and frame.sense.type in REFUSABLE and now.status != "ongoing":
        return PairCode("REJECT", None, "held", "REJECT", min(0.8, value / 5))
    status = pair_status(now)
    return PairCode(frame.sense.type, frame.sense.mode, status, project(frame.sense.type, status), min(0.9, value / 5))


def vote(code: PairCode, chances: Mapping[str, float]) -> PairCode:
    """The lexicon's code joined with the encoder's chances of the roots; mode and status stay the lexicon's."""
    own = None if code.plover is None else root_of(code.plover)
    ballots = dict(chances)
    if own is not None:
        ballots[own] = ballots.get(own, 0.0) + LEXICON * code.confidence
    total = sum(ballots.values())
    if not total:
        return code
    root = min(ballots, key=lambda name: (-ballots[name], name))
    confidence = round(ballots[root] / total, 3)
    if root == own:
        return PairCode(code.type, code.mode, code.status, code.plover, confidence)
    plover = "CONCEDE" if root == "YIELD" else root
    return PairCode(plover, None, code.status if code.type is not None else "held", plover, confidence)


def root_of(plover: str) -> str:
    """The encoder's root for a type of PLOVER."""
    return "YIELD" if plover in YIELD else plover


def pair_status(now: Standing) -> Status:
    """The status of a pair's act; a refused or negated act does not take place."""
    if now.negated:
        return "cancelled"
    return now.status


def heads_of(analysis: Analysis, span: Span) -> tuple[int, ...]:
    """The tokens of a span whose heads lie outside it: one, or one a conjunct."""
    inside = set(tokens_in(analysis, span)) if span.end <= analysis.tokens[-1].end else set()
    return tuple(i for i in sorted(inside) if analysis.tokens[i].head not in inside or analysis.tokens[i].head == i)


def fit(analysis: Analysis, frame: Frame, source: tuple[int, ...], target: tuple[int, ...]) -> float:
    """How well a frame's parties are the pair; 0 where it has nothing to do with it."""
    value = 0.0
    acts, suffers = set(frame.actors), set(frame.recipients)
    if acts & set(source):
        value += 2.0
    elif acts & set(target) and not frame.sense.mutual:
        value -= 1.0
    if (suffers | (acts if frame.sense.mutual else set())) & set(target):
        value += 2.0
    elif under(analysis, frame.head, target):
        value += 0.8
    if not acts and under(analysis, frame.head, source):
        value += 0.3
    if value > 0:
        value += 0.4 * (frame.noun is None) - 0.1 * depth(analysis, frame.head)
    return value


def under(analysis: Analysis, head: int, tokens: tuple[int, ...]) -> bool:
    """Whether one of the tokens stands below the head."""
    return any(head in ancestors(analysis, t) for t in tokens)


def depth(analysis: Analysis, i: int) -> int:
    """How many heads stand above a token, at most 8."""
    return min(8, sum(1 for _ in ancestors(analysis, i)))
