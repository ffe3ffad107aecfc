"""What one report alone tells, and what it leaves out that others tell, the weightiest first."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tidings.model import Account, Anchor, DocumentRecord, Span
from tidings.text.meaning import nearness
from tidings.text.scenes import names_in
from tidings.text.sentences import sentences
from tidings.text.terms import term_vector, word_list

__all__ = ["Apart", "apart"]

REPORTS = 8  # laid beside each other; more are more than a reader compares
SENTENCES = 40  # of a report, from its beginning
WORDS = range(8, 60)  # of a sentence that is weighed
# Nearness in meaning of two sentences, read on three occasions of BASIL.
TOLD = 0.45  # from which another report tells it
UNTOLD = 0.3  # up to which none does
SHOWN = 3
COMPARED = 150  # sentences of another report
NAMED = 3  # rare names in common with two neighbouring sentences, from which they may tell the same
OFTEN = 6  # such pairs of sentences in the pile, up to which a name is rare
RUN = 4  # words in quote marks that are one quotation
QUOTED = re.compile(r"[“\"]([^“”\"]{8,})[”\"]")
LATEST = "9999"


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
            left_out(d, {o.id: day(o) for o in own}, told) if len(own) > 2 else (),
        )
        for d in own
    )


def left_out(
    report: DocumentRecord, days: Mapping[str, str], told: list[Sentence]
) -> tuple[tuple[Anchor, tuple[str, ...]], ...]:
    """What two reports or more tell and this one does not, each matter once; nobody leaves out what only later days told."""
    shown: list[Sentence] = []
    own = days[report.id] or LATEST
    for line in told:
        if report.id == line.document or report.id in line.near or not line.told:
            continue
        if any(days[d] > own for d in (line.document, *line.told)):
            continue
        if all(nearness(line.anchor.exact, s.anchor.exact) < TOLD for s in shown):
            shown.append(line)
    return tuple((s.anchor, tuple(sorted({s.document, *s.told}))) for s in shown[:SHOWN])


def day(document: DocumentRecord) -> str:
    """The day on which a report came out, empty where nobody knows."""
    return (document.published or "")[:10]


def weighed(documents: list[DocumentRecord]) -> list[Sentence]:
    """The sentences of all reports, the weightiest first."""
    texts = {d.id: Text.of(d.text or "") for d in documents}
    held = Counter(name for text in texts.values() for names in text.names for name in names)
    story: dict[str, float] = {}
    for d in documents:
        for term, weight in term_vector(d.text or "").items():
            story[term] = story.get(term, 0.0) + weight
    found = []
    for d in documents:
        for span in spans(d):
            words = (d.text or "")[span.start : span.end]
            rare = frozenset(name for name in names_in(words) if held[name] <= OFTEN)
            best = {o.id: told_in(words, rare, texts[o.id]) for o in documents if o.id != d.id}
            told, near = (frozenset(i for i, n in best.items() if n >= least) for least in (TOLD, UNTOLD))
            place = Anchor(d.id, span.start, span.end, words)
            found.append(Sentence(d.id, place, central(words, story), told, near))
    return sorted(found, key=lambda line: (-line.weight, line.document, line.anchor.start))


@dataclass(frozen=True, slots=True)
class Text:
    """A report as it is looked through: its whole sentences, its short ones, the names of each two neighbours, its words."""

    whole: tuple[str, ...]
    short: tuple[str, ...]
    names: tuple[frozenset[str], ...]
    plain: str

    @staticmethod
    def of(text: str) -> "Text":
        """The text laid out."""
        cut = [text[s.start : s.end] for s in sentences(text)]
        named = [names_in(words) for words in cut]
        lone = (" ".join(word_list(words)) for words in cut)
        return Text(
            tuple(words for words in cut if len(words.split()) >= WORDS.start)[:COMPARED],
            tuple(words for words in lone if RUN <= len(words.split()) < WORDS.start),
            tuple(one | two for one, two in zip(named, [*named[1:], frozenset()], strict=True)),
            f" {' '.join(word_list(text))} ",
        )


def told_in(words: str, rare: frozenset[str], other: Text) -> float:
    """How surely another report tells a sentence: 1 where it has its words, UNTOLD where it has its rare names together."""
    plain = f" {' '.join(word_list(words))} "
    if is_quoted(words, other.plain) or any(f" {short} " in plain for short in other.short):
        return 1.0
    best = max((nearness(words, o) for o in other.whole), default=0.0)
    return max(best, UNTOLD) if any(len(rare & names) >= NAMED for names in other.names) else best


def is_quoted(words: str, plain: str) -> bool:
    """Whether what a sentence quotes stands in another report too, in the same words."""
    parts = (" ".join(word_list(part)) for part in QUOTED.findall(words))
    return any(len(part.split()) >= RUN and f" {part} " in plain for part in parts)


def spans(document: DocumentRecord) -> list[Span]:
    """A report's whole sentences, its headline left out."""
    text = document.text or ""
    cut = (Span(s.start, s.end) for s in sentences(text))
    whole = (s for s in cut if text[s.start : s.end].rstrip(' ”"’\n').endswith((".", "!", "?")))
    return [s for s in whole if len(text[s.start : s.end].split()) in WORDS][:SENTENCES]


def central(words: str, story: Mapping[str, float]) -> float:
    """How much of what the story is about a sentence holds."""
    return round(sum(weight * story.get(term, 0.0) for term, weight in term_vector(words).items()), 6)
