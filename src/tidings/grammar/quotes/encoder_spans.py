"""The encoder's sources, cues and contents as attributions: each content with the cue and the source nearest to it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reporting import cue_at
from tidings.grammar.tree import ancestors, children, span_of
from tidings.model import Analysis, Span

__all__ = ["Run", "encoder_attributions", "role_runs", "with_encoder"]

SIDES = "\"“”„‟«»‘’'`,;:.–—- "  # what a content sheds at its ends
REACH = 40  # tokens between a content and its cue, at most
FAR = 100  # more tokens than a source that hangs on the cue can be away
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "conj", "parataxis"})
SURE = 0.5  # the least chance of the weakest of the three; 0.4 to 0.7 differ by 0.005 of triple F1 on PolNeAR dev


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens of one role that belong together: first and last of each stretch, and the mean chance of the role."""

    role: str
    stretches: tuple[tuple[int, int], ...]
    sure: float


def role_runs(analysis: Analysis) -> tuple[Run, ...]:
    """The sources, cues and contents of the encoder; R goes on with the latest content after a gap."""
    found: list[tuple[str, list[tuple[int, int]], list[float]]] = []
    latest: tuple[str, list[tuple[int, int]], list[float]] | None = None
    before = "O"
    for i, score in enumerate(analysis.scores):
        prefix, _, role = score.role.partition("-")
        if prefix == "I" and before.endswith(score.role[1:]) and found:
            run = latest if role == "content" and latest is not None else found[-1]
            run[1][-1] = (run[1][-1][0], i)
            run[2].append(score.sure)
        elif prefix == "R" and latest is not None:
            latest[1].append((i, i))
            latest[2].append(score.sure)
        elif role:
            found.append((role, [(i, i)], [score.sure]))
            latest = found[-1] if role == "content" else latest
        before = score.role
    return tuple(Run(role, tuple(spans), sum(sure) / len(sure)) for role, spans, sure in found)


def with_encoder(
    analysis: Analysis, text: str, found: Sequence[Attribution], tops: Sequence[Quoted]
) -> list[Attribution]:
    """The attributions of the rules, and those of the encoder whose content meets none of theirs."""
    taken = sorted(span for attribution in found for span in attribution.content)
    furthest = list(accumulate((span.end for span in taken), max))
    added = []
    for attribution in encoder_attributions(analysis, text):
        meets = any(
            (n := bisect_left(taken, span.end, key=lambda s: s.start)) and furthest[n - 1] > span.start
            for span in attribution.content
        )
        if attribution.confidence >= SURE and not meets:
            pieces = tops if attribution.kind == "say" else ()
            parts = {p.span for span in attribution.content for p in meeting(pieces, span) if span.covers(p.span)}
            added.append(replace(attribution, parts=tuple(sorted(parts))))
    return [*found, *added]


def encoder_attributions(analysis: Analysis, text: str) -> list[Attribution]:
    """A triple for each content that has a cue or a source near it, in text order."""
    runs = role_runs(analysis)
    by_sentence: dict[tuple[str, int], list[Run]] = {}
    for run in runs:
        if run.role != "content":
            by_sentence.setdefault((run.role, analysis.tokens[run.stretches[0][0]].sentence), []).append(run)
    found = []
    for run in runs:
        if run.role == "content" and (triple := linked(analysis, text, run, by_sentence)) is not None:
            found.append(triple)
    return found


def linked(
    analysis: Analysis, text: str, content: Run, near: Mapping[tuple[str, int], Sequence[Run]]
) -> Attribution | None:
    """The attribution of one content; None where neither cue nor source stands in its sentences."""
    sentences = sentences_of(analysis, content)
    cue = nearest(content, [r for s in sentences for r in near.get(("cue", s), ())])
    anchor = cue or content
    homes = sentences_of(analysis, cue) if cue is not None else sentences
    sources = [r for s in homes for r in near.get(("source", s), ())]
    source = source_of(analysis, anchor, sources)
    if (cue is None and source is None) or points_back(analysis, content):
        return None
    spans = tuple(s for a, b in content.stretches if (s := shed(text, span_of(analysis, a, b))) is not None)
    if not spans:
        return None
    head = None if source is None else head_of(analysis, *source.stretches[0])
    sure = min((content.sure, *(r.sure for r in (cue, source) if r is not None)))
    return Attribution(
        content=spans,
        cue=None if cue is None else span_of(analysis, *cue.stretches[0]),
        verb=None if cue is None else head_of(analysis, *cue.stretches[0]),
        source=None if source is None else span_of(analysis, *source.stretches[0]),
        source_head=head,
        kind="say" if cue is not None and uttered(analysis, cue, content) else "think",
        confidence=round(sure, 3),
        how="encoder",
    )


def points_back(analysis: Analysis, content: Run) -> bool:
    """Whether the content is a bare "this" or "it", which stands for words told elsewhere."""
    return all(analysis.tokens[i].pos in {"PRON", "DET"} for stretch in content.stretches for i in stretch)


def sentences_of(analysis: Analysis, run: Run) -> tuple[int, ...]:
    """The sentences that a run begins and ends in."""
    tokens = analysis.tokens
    return tuple(sorted({tokens[i].sentence for stretch in run.stretches for i in stretch}))


def gap(one: Run, other: Run) -> int:
    """Tokens between two runs at their nearest ends."""
    return min(max(0, a - d, c - b) for a, b in one.stretches for c, d in other.stretches)


def nearest(run: Run, others: Sequence[Run]) -> Run | None:
    """The nearest of these runs, the one before it where two are as near."""
    best = min(others, key=lambda other: (gap(run, other), other.stretches), default=None)
    return best if best is not None and gap(run, best) <= REACH else None


def source_of(analysis: Analysis, anchor: Run, sources: Sequence[Run]) -> Run | None:
    """The source that hangs on the cue or is nearest to it."""
    if not sources:
        return None
    verb = head_of(analysis, *anchor.stretches[0])
    return min(sources, key=lambda r: (FAR * (not bound(analysis, r, verb)) + gap(anchor, r), r.stretches))


def bound(analysis: Analysis, source: Run, verb: int) -> bool:
    """Whether a source's head hangs on the cue's head by at most one preposition."""
    head = head_of(analysis, *source.stretches[0])
    above = list(ancestors(analysis, head))[:2]
    return verb in above[:1] or (verb in above and analysis.tokens[head].dep == "pobj")


def head_of(analysis: Analysis, first: int, last: int) -> int:
    """The token of a stretch whose head lies outside it."""
    return next((i for i in range(first, last + 1) if not first <= analysis.tokens[i].head <= last), first)


def uttered(analysis: Analysis, cue: Run, content: Run) -> bool:
    """Whether a reporting verb tells the content as a clause of what was said; the rest are attitudes and topics."""
    head = head_of(analysis, *content.stretches[0])
    found = cue_at(analysis, head_of(analysis, *cue.stretches[0]))
    if found is None or found.unsaid or found.negated or found.reporter.kind == "think":
        return False
    verbs = (head, *children(analysis, head, "aux", "auxpass"))
    finite = any(analysis.tokens[i].tag in FINITE for i in verbs)
    return finite and analysis.tokens[head].dep in CLAUSES


def shed(text: str, span: Span) -> Span | None:
    """The span without marks and commas at its ends; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in SIDES:
        start += 1
    while end > start and text[end - 1] in SIDES:
        end -= 1
    return Span(start, end) if start < end else None
