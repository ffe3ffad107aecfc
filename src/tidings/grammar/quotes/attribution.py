"""An attribution as grammar finds it: source, cue, content, before chains are known."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from tidings.grammar.quotes.reporting import Cue
from tidings.model import Span

__all__ = ["ASKED", "DENIALS", "GIVES_UP", "Attribution", "from_cue", "gives_up", "reaches", "within"]

DENIALS = frozenset({"deny", "refute", "rebut", "reject", "dismiss", "dispute", "repudiate", "disavow", "rule out"})
# "dropped its demand that …" asks no more; "withdrew its report that …" still tells what was reported.
ASKED = frozenset({"call", "demand", "insistence", "offer", "plan", "proposal", "request", "threat"})
GIVES_UP = frozenset({"give", "drop", "withdraw", "abandon", "waive", "retract", "renounce", "recant"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source–cue–content triple; heads are token indexes."""

    content: tuple[Span, ...]
    cue: Span | None = None
    verb: int | None = None
    source: Span | None = None
    source_head: int | None = None
    addressee: Span | None = None
    addressee_head: int | None = None
    relay: Span | None = None
    relay_head: int | None = None
    parts: tuple[Span, ...] = ()
    kind: str = "say"  # say | think
    negated: bool = False
    confidence: float = 1.0
    how: str = "clause"  # clause, according, quote, carried, title, this, noun, encoder, put in, denied
    continues: bool = False  # a further utterance of the one before, with its cue and source


def gives_up(lemmas: Set[str]) -> bool:
    """Whether the words of a cue give up what was asked: "gave up its claim that …", "dropped its demand that …"."""
    return lemmas >= {"give", "up"} or (not lemmas.isdisjoint(GIVES_UP) and not lemmas.isdisjoint(ASKED))


def from_cue(cue: Cue, content: tuple[Span, ...], *, how: str = "clause", confidence: float = 1.0) -> Attribution:
    """The attribution that a reporting verb makes of this content."""
    return Attribution(
        content=content,
        cue=cue.span,
        verb=cue.verb,
        source=cue.source,
        source_head=cue.source_head,
        addressee=cue.addressee,
        addressee_head=cue.addressee_head,
        relay=cue.relay,
        relay_head=cue.relay_head,
        kind="think" if cue.reporter.kind == "think" else "say",
        negated=cue.negated != (cue.reporter.lemma in DENIALS),
        confidence=round(cue.reporter.strength * confidence, 3),
        how=how,
    )


def within(span: Span, content: Sequence[Span]) -> bool:
    """Whether one of the content's spans covers `span`."""
    return any(c.covers(span) for c in content)


def reaches(attribution: Attribution, *spans: Span) -> Attribution:
    """The same attribution with its content grown by these spans, overlapping ones made one."""
    grown: list[Span] = []
    for span in sorted((*attribution.content, *spans)):
        if grown and span.start <= grown[-1].end:
            grown[-1] = Span(grown[-1].start, max(grown[-1].end, span.end))
        else:
            grown.append(span)
    return replace(attribution, content=tuple(grown))
