"""What one report alone tells, and what it leaves out that others tell, the weightiest first."""

from collections.abc import Mapping
from dataclasses import dataclass

from tidings.model import Account, Anchor, DocumentRecord, Span
from tidings.text.meaning import nearness
from tidings.text.sentences import sentences
from tidings.text.terms import term_vector

__all__ = ["Apart", "apart"]

REPORTS = 8  # laid beside each other; more are more than a reader compares
SENTENCES = 40  # of a report, from its beginning
WORDS = range(8, 60)  # of a sentence that is weighed
# Nearness in meaning of two sentences, read on three occasions of BASIL.
TOLD = 0.45  # from which another report tells it
UNTOLD = 0.3  # up to which none does
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one report, its weight in the story, and who else tells it."""

    document: str
    anchor: Anchor
    weight: float
    told: frozenset[str]  # reports that tell it
    near: frozenset[str]  # reports that may tell it


@dataclass(frozen=True, slots=True)
class Apart:
    """A report with what stands in it alone, and what others tell without it."""

    document: str
    alone: tuple[Anchor, ...]
    left_out: tuple[tuple[Anchor, tuple[str, ...]], ...]  # with the reports that tell it


def apart(account: Account) -> tuple[Apart, ...]:
    """Each independent report beside the others; nothing where fewer than two are read."""
    copies = {d for c in account.copies for d in c.documents[1:]}
    own = [d for d in account.documents if d.id not in copies and d.text]
    if not 2 <= len(own) <= REPORTS:
        return ()
    told = weighed(own)
    return tuple(
        Apart(
            d.id,
            tuple(t.anchor for t in told if t.document == d.id and not t.near)[:SHOWN],
            left_out(d.id, told) if len(own) > 2 else (),
        )
        for d in own
    )


def left_out(document: str, told: list[Sentence]) -> tuple[tuple[Anchor, tuple[str, ...]], ...]:
    """What two reports or more tell and this one does not, each matter once."""
    shown: list[Sentence] = []
    for line in told:
        if document == line.document or document in line.near or not line.told:
            continue
        if all(nearness(line.anchor.exact, s.anchor.exact) < TOLD for s in shown):
            shown.append(line)
    return tuple((s.anchor, tuple(sorted({s.document, *s.told}))) for s in shown[:SHOWN])


def weighed(documents: list[DocumentRecord]) -> list[Sentence]:
    """The sentences of all reports, the weightiest first."""
    cut = {d.id: spans(d) for d in documents}
    story: dict[str, float] = {}
    for d in documents:
        for term, weight in term_vector(d.text or "").items():
            story[term] = story.get(term, 0.0) + weight
    found = []
    for d in documents:
        for span in cut[d.id]:
            words = (d.text or "")[span.start : span.end]
            best = {
                o.id: max((nearness(words, (o.text or "")[s.start : s.end]) for s in cut[o.id]), default=0.0)
                for o in documents
                if o.id != d.id
            }
            told, near = (frozenset(i for i, n in best.items() if n >= least) for least in (TOLD, UNTOLD))
            place = Anchor(d.id, span.start, span.end, words)
            found.append(Sentence(d.id, place, central(words, story), told, near))
    return sorted(found, key=lambda line: (-line.weight, line.document, line.anchor.start))


def spans(document: DocumentRecord) -> list[Span]:
    """A report's whole sentences, its headline left out."""
    text = document.text or ""
    cut = (Span(s.start, s.end) for s in sentences(text))
    whole = (s for s in cut if text[s.start : s.end].rstrip(' ”"’\n').endswith((".", "!", "?")))
    return [s for s in whole if len(text[s.start : s.end].split()) in WORDS][:SENTENCES]


def central(words: str, story: Mapping[str, float]) -> float:
    """How much of what the story is about a sentence holds."""
    return round(sum(weight * story.get(term, 0.0) for term, weight in term_vector(words).items()), 6)
