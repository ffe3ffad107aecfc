"""Which documents are copies of each other or come from one origin, and so count as one witness."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from rensa import RMinHash

from tidings.lexicon import words
from tidings.model import Bound, Document, GroupKind, Link, Linked, Reading
from tidings.stage import Round
from tidings.text.ids import content_id

__all__ = ["Copies", "CopyCard"]

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CopyCard:
    """What of a document shows where it comes from."""

    document: str
    shingles: frozenset[str]  # its five-word runs
    sentences: tuple[tuple[str, str], ...]  # id and words of long sentences that are not quotations
    furniture: frozenset[str]  # three-word runs of the page's own junk
    credits: tuple[str, ...]
    bands: tuple[str, ...]


@dataclass(frozen=True)
class Copies(Round[CopyCard]):
    """Find copies by verified word runs, common origins by reused sentences, page furniture and credit lines.

    MinHash bands only propose; every pair is verified on its full sets of five-word runs
    (Broder 1997). Sentences in quote marks are left out: two reporters may quote one speech.
    """

    name: ClassVar[str] = "link/copies"
    kind: ClassVar[GroupKind] = "copy"

    permutations: int = 64
    rows: int = 2  # 32 bands of 2: a pair with Jaccard 0.3 meets with probability 0.95, one with 0.05 with 0.08
    copied: float = 0.5  # share of the shorter text's runs found in the other
    reused: int = 2  # sentences of at least `long` words that both tell in the same words
    long: int = 9

    def cards(self, reading: Reading, linked: Linked) -> Iterable[CopyCard]:
        """One card a document."""
        document = reading.document
        body = [b for b in document.blocks if b.kind not in ("title", "caption")]
        tokens = [w for b in body for w in WORD.findall(document.text[b.start : b.end].casefold())]
        shingles = frozenset(" ".join(tokens[i : i + 5]) for i in range(len(tokens) - 4))
        yield CopyCard(
            document.id,
            shingles,
            tuple(sorted(own_sentences(reading, self.long))),
            page_furniture(document),
            credit_lines(document),
            self.signature(shingles),
        )

    def signature(self, shingles: frozenset[str]) -> tuple[str, ...]:
        """The bands of a MinHash signature, as keys."""
        if not shingles:
            return ()
        minhash = RMinHash(num_perm=self.permutations, seed=1)
        minhash.update(sorted(shingles))
        values = [str(v) for v in minhash.digest()]
        return tuple(f"band {i} {content_id(*values[i : i + self.rows])}" for i in range(0, len(values), self.rows))

    def member(self, card: CopyCard) -> str:
        """Its document."""
        return card.document

    def keys(self, card: CopyCard) -> Iterable[str]:
        """Bands, long sentences, furniture and credits."""
        yield from card.bands
        yield from (f"sentence {key}" for key, _ in card.sentences)
        yield from (f"furniture {run}" for run in sorted(card.furniture))
        yield from (f"credit {name.casefold()}" for name in card.credits)

    def compare(self, group: Sequence[CopyCard]) -> Iterator[Link | Bound]:
        """A `same` link for each pair of one origin, and a `repeats` link where one is a copy of the other."""
        for a, b in combinations(sorted(group, key=lambda card: card.document), 2):
            share = len(a.shingles & b.shingles) / max(1, min(len(a.shingles), len(b.shingles)))
            if share >= self.copied:
                why = f"{share:.0%} of the shorter text stands word for word in the other"
                yield Link("copy", a.document, b.document, "repeats", min(1.0, 0.5 + share / 2), why, self.origin)
                yield Link("copy", a.document, b.document, "same", min(1.0, 0.5 + share / 2), why, self.origin)
            elif why := self.shared_origin(a, b):
                yield Link("copy", a.document, b.document, "same", 0.7, why, self.origin)

    def shared_origin(self, a: CopyCard, b: CopyCard) -> str:
        """Why two texts that are no copies come from one origin, or nothing."""
        theirs = dict(b.sentences)
        reused = sorted(text for key, text in a.sentences if key in theirs)
        if len(reused) >= self.reused:
            return f"{len(reused)} long sentences in the same words: “{reused[0]}”"
        if credits := sorted({c.casefold() for c in a.credits} & {c.casefold() for c in b.credits}):
            return f"both carry the credit “{next(c for c in a.credits if c.casefold() == credits[0])}”"
        runs = sorted(a.furniture & b.furniture)
        if len(runs) >= 2:
            return f"both pages carry the furniture of one site: “{runs[0]}”, “{runs[1]}”"
        return ""


def own_sentences(reading: Reading, long: int) -> set[tuple[str, str]]:
    """Ids and words of the long sentences outside quotations, title and captions."""
    text = reading.document.text
    skipped = sorted(
        [(b.start, b.end) for b in reading.document.blocks if b.kind in ("title", "caption")]
        + [(p.start, p.end) for q in reading.quotes for p in q.parts]
    )
    found = set()
    for span in reading.sentences:
        if any(start < span.end and span.start < end for start, end in skipped):
            continue
        tokens = WORD.findall(text[span.start : span.end].casefold())
        if len(tokens) >= long:
            found.add((content_id(*tokens), " ".join(text[span.start : span.end].split())))
    return found


def page_furniture(document: Document) -> frozenset[str]:
    """Three-word runs of the cut junk that hold a name: a capitalised word no page furniture has."""
    common = words("web_furniture.txt")
    runs = set()
    for cut in document.cuts:
        if cut.reason in ("byline", "date", "title", "duplicate", "caption"):
            continue
        tokens = WORD.findall(cut.text)
        for run in zip(tokens, tokens[1:], tokens[2:], strict=False):
            named = any(w[0].isupper() and w.casefold() not in common for w in run)
            if named and any(w.casefold() in common for w in run):
                runs.add(" ".join(run))
    return frozenset(runs)


def credit_lines(document: Document) -> tuple[str, ...]:
    """The names that credit lines and datelines give and the outlet itself, not those merely cited in the text."""
    cut = " ".join(c.text for c in document.cuts if c.reason in ("credit", "dateline")).casefold()
    named = [name for name in document.credited_to if name.casefold() in cut]
    return tuple(sorted({*named, document.outlet} if document.outlet else named))
