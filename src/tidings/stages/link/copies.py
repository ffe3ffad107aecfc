"""Which documents are copies of each other or come from one origin, and so count as one witness."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import ClassVar
from zlib import crc32

from rensa import RMinHash

from tidings.grammar.layout.credits import cited_in, outlet_key, set_out_by
from tidings.grammar.layout.margins import margin_lines, names_of, opening, signed_in, stands_in
from tidings.lexicon import words
from tidings.model import Bound, Document, GroupKind, Link, Linked, Reading
from tidings.stage import Pairs
from tidings.text.addresses import page_key
from tidings.text.facts import fact_runs
from tidings.text.ids import content_id
from tidings.text.retelling import LONGEST, figures, in_order, retelling, running
from tidings.text.terms import term_vector

__all__ = ["Copies", "CopyCard"]

WORD = re.compile(r"\w+")
SHORTEST = 5  # words of a sentence that is laid beside an agency's
FURNISHED = 3  # words of page furniture from which a sentence is some site's, not a report's


@dataclass(frozen=True, slots=True)
class CopyCard:
    """What of a document shows where it comes from."""

    document: str
    shingles: frozenset[str]  # its five-word runs
    facts: frozenset[tuple[str, str, str]]  # its names and numbers, three in a row
    sentences: tuple[tuple[str, str], ...]  # id and words of long sentences that are not quotations
    furniture: frozenset[str]  # three-word runs of the page's own junk
    credits: tuple[str, ...]
    named: tuple[str, ...]  # agencies it gives as its source, in a credit or in the text
    bands: tuple[str, ...]
    sketch: tuple[str, ...]  # of its facts
    told: tuple[str, ...] = ()  # its sentences without what they quote
    figures: frozenset[str] = frozenset()  # its counted numbers
    words: frozenset[str] = frozenset()  # roots of its rare words
    page: str | None = None  # its address, without what leads to the same page
    title: str | None = None
    passes_on: frozenset[str] = frozenset()  # keys of all that it may pass on from, wherever it says so
    whole: tuple[str, ...] = ()  # its sentences with what they quote
    quoted: tuple[str, ...] = ()  # what it quotes
    margins: tuple[str, ...] = ()  # lines around its text that may credit an agency
    opens: str = ""  # its text up to the first dash or colon, where an agency's own may name it
    leads: frozenset[str] = frozenset()  # all that its first paragraphs may pass on from
    published: date | None = None
    signed: tuple[str, ...] = ()  # keys of the agencies whose own it is by its credits or its opening


@dataclass(frozen=True)
class Copies(Pairs[CopyCard]):
    """Find copies by verified word runs, common origins by reused sentences, facts in one order, retelling, furniture, credits and address.

    MinHash bands only propose; every pair is verified on its full sets of five-word runs
    (Broder 1997). Sentences in quote marks are left out: two reporters may quote one speech.
    """

    name: ClassVar[str] = "link/copies"
    version: ClassVar[int] = 7
    kind: ClassVar[GroupKind] = "copy"

    permutations: int = 64
    rows: int = 2  # 32 bands of 2: a pair with Jaccard 0.3 meets with probability 0.95, one with 0.05 with 0.08
    copied: float = 0.5  # share of the shorter text's runs found in the other
    taken: float = 0.2  # or this share, where it is `taken_runs` runs at least: a part of a text merged with another
    taken_runs: int = 80
    reused: int = 2  # sentences of at least `long` words that both tell in the same words
    long: int = 9
    kept: float = 0.35  # share of the runs of facts that a translation of one text keeps; reports of one story by
    kept_runs: int = 25  # different outlets share 0.28 at most (BASIL, 300 pairs)
    agency_runs: int = 10  # word runs that two texts share which name one agency as their source; unrelated reports
    # of one story share two or three
    retold: float = 0.45  # share of the shorter text's sentences that the other has in the same order, at least
    retold_sentences: int = 6  # of them, with half of the counted numbers, `figures` at least; all pairs of BASIL that
    figures: int = 3  # share so many figures stay at .36, rewrites in eight stories begin at .48
    like: float = 0.4  # share of their rarest words in common, at least: the true ones have .47 and more
    tied: float = 0.3  # where both name one outlet
    passed: float = 0.2  # of the sentences, where one text is an agency's own and the other cites that agency
    passed_sentences: int = 4  # of them, at least, with half of the counted numbers
    translated_runs: int = (
        3  # and with no more runs of words in common: two reporters who heard one English speech share
    )
    # many; of BASIL's 300 pairs on one occasion, taken as citing each other, 61 passed without this, 2 with it
    near: float = 0.45  # what makes two of their sentences one
    quotes_near: float = 0.4  # or two of their quotations, of which half, and `passed_quotes` at least, must be
    passed_quotes: int = 3
    outset: int = 2  # paragraphs in which a report says whose it is
    outset_length: int = 900  # code points of them at most: a page that lost its line ends is one paragraph
    set_out: int = 2  # sentences and quotations met, where it says so there
    set_out_words: float = 0.25  # and share of their rarest words
    fresh: int = 7  # days from the agency's report in which another passes it on
    samples: int = 16  # runs of facts by which translations meet

    def cards(self, reading: Reading, linked: Linked) -> Iterable[CopyCard]:
        """One card a document."""
        document = reading.document
        runs = fact_runs(document.text)
        body = [b for b in document.blocks if b.kind not in ("title", "caption", "dateline")]
        told = [document.text[s.start : s.end] for s in reading.sentences]
        tokens = [w for b in body for w in WORD.findall(document.text[b.start : b.end].casefold())]
        shingles = five_runs(tokens)
        credits, opens = credit_lines(document), opening(document)
        named = tuple(sorted({outlet_key(name) for name in document.credited_to}))
        outset = document.text[body[0].start : body[min(self.outset, len(body)) - 1].end] if body else ""
        leads = set_out_by(outset[: self.outset_length])
        yield CopyCard(
            document.id,
            shingles,
            runs,
            tuple(sorted(own_sentences(reading, self.long))),
            page_furniture(document),
            credits,
            named,
            self.signature(shingles),
            tuple(
                str(key)
                for key in sorted({crc32(" ".join(run).encode("utf-8", "replace")) for run in runs})[: self.samples]
            ),
            running(told),
            figures(document.text),
            frozenset(term for term, _ in sorted(term_vector(document.text).items(), key=lambda t: (-t[1], t[0]))[:80]),
            page_key(document.url),
            document.title,
            leads.union(named, cited_in(document.text)),
            tuple(t for t in told if len(t.split()) >= SHORTEST)[:LONGEST],
            tuple(document.text[p.start : p.end] for q in reading.quotes for p in q.parts if p.end - p.start > 12)[
                :LONGEST
            ],
            margin_lines(document),
            opens,
            leads,
            date.fromisoformat(document.published[:10]) if document.published else None,
            (*map(outlet_key, credits), *sorted(signed_in(opens))),
        )

    def signature(self, shingles: frozenset[str]) -> tuple[str, ...]:
        """The bands of a MinHash signature, as keys."""
        if not shingles:
            return ()
        minhash = RMinHash(num_perm=self.permutations, seed=1)
        minhash.update(list(shingles))
        values = minhash.digest()
        return tuple(f"band {i} {values[i : i + self.rows]}" for i in range(0, len(values), self.rows))

    def member(self, card: CopyCard) -> str:
        """Its document."""
        return card.document

    def keys(self, card: CopyCard) -> Iterable[str]:
        """Bands, long sentences, facts, figures, furniture and credits."""
        yield from card.bands
        yield from (f"sentence {key}" for key, _ in card.sentences)
        yield from (f"facts {key}" for key in card.sketch)
        yield from (f"furniture {run}" for run in sorted(card.furniture))
        beside = card.passes_on.union(card.signed, *map(names_of, (*card.margins, card.opens)))
        yield from (f"credit {key}" for key in sorted(beside))
        yield from (f"figures {a} {b}" for a, b in combinations(telling(card.figures), 2))
        if card.page:
            yield f"page {card.page}"

    def between(self, a: CopyCard, b: CopyCard) -> Iterator[Link | Bound]:
        """A `same` link for a pair of one origin, and a `repeats` link where one is a copy of the other."""
        runs = len(a.shingles & b.shingles)
        share = runs / max(1, min(len(a.shingles), len(b.shingles)))
        if share >= self.copied or (share >= self.taken and runs >= self.taken_runs):
            why = f"{share:.0%} of the shorter text stands word for word in the other"
            weight = round(min(1.0, 0.6 + share * 0.4), 3)
            yield Link("copy", a.document, b.document, "repeats", weight, why, self.origin)
            yield Link("copy", a.document, b.document, "same", weight, why, self.origin)
        elif why := self.shared_origin(a, b):
            yield Link("copy", a.document, b.document, "same", 0.7, why, self.origin)

    def shared_origin(self, a: CopyCard, b: CopyCard) -> str:
        """Why two texts that are no copies come from one origin, or nothing."""
        if a.page and a.page == b.page and (a.title == b.title or len(a.shingles & b.shingles) >= self.agency_runs):
            return f"two versions of one page, {a.page}"
        sentences = dict(a.sentences).keys() & dict(b.sentences).keys()
        if len(sentences) >= self.reused:
            reused = sorted(text for key, text in a.sentences if key in sentences)
            return f"{len(reused)} long sentences in the same words: “{reused[0]}”"
        shortest = min(len(a.facts), len(b.facts))
        if shortest >= self.kept_runs and len(a.facts & b.facts) >= self.kept * shortest:
            return f"{len(a.facts & b.facts) / shortest:.0%} of the names and numbers stand in the same order: one text rendered twice"
        if a.credits and (credits := sorted({*map(outlet_key, a.credits)} & {*map(outlet_key, b.credits)})):
            return f"both carry the credit “{next(c for c in a.credits if outlet_key(c) == credits[0])}”"
        for own, other in ((a, b), (b, a)):
            lent = [name for name in own.credits if any(stands_in(name, line) for line in other.margins)]
            lent += [name for name in other.credits if stands_in(name, own.opens)]
            if lent:
                return f"one is “{lent[0]}”'s own, the other names it beside its text as where it is from"
        if why := self.rewritten(a, b) or self.passed_on(a, b):
            return why
        agencies = sorted({*a.named} & {*b.named})
        if agencies and len(a.shingles & b.shingles) >= self.agency_runs:
            return (
                f"both name “{agencies[0]}” as their source and share {len(a.shingles & b.shingles)} runs of five words"
            )
        runs = sorted(a.furniture & b.furniture)
        if len(runs) >= 2:
            return f"both pages carry the furniture of one site: “{runs[0]}”, “{runs[1]}”"
        return ""

    def passed_on(self, a: CopyCard, b: CopyCard) -> str:
        """Why one text is an agency's and the other, which cites the agency, is a translation of it; or nothing."""
        cited = [
            (name, name in other.leads and in_time(dispatch.published, other.published, self.fresh))
            for dispatch, other in ((a, b), (b, a))
            for name in dispatch.signed
            if name in other.passes_on
        ]
        if not cited:
            return ""
        name, leads = max(cited, key=lambda each: each[1])
        common, fewer = len(a.figures & b.figures), min(len(a.figures), len(b.figures))
        may_be_outset = leads and shared_words(a, b) >= self.set_out_words
        may_be_rendered = len(a.shingles & b.shingles) <= self.translated_runs and 2 * common >= fewer
        if not may_be_outset and not may_be_rendered:
            return ""  # before the sentences are laid beside each other, which takes most of the time
        fewest = min(len(a.whole), len(b.whole))
        met, said = in_order(a.whole, b.whole, self.near), in_order(a.quoted, b.quoted, self.quotes_near)
        outset = may_be_outset and met + said >= self.set_out
        tells = met >= self.passed_sentences and met >= self.passed * fewest
        quotes = said >= self.passed_quotes and 2 * said >= min(len(a.quoted), len(b.quoted))
        rendered = may_be_rendered and (tells or quotes)
        if not outset and not rendered:
            return ""
        return (
            f"one is “{name}”'s own, the other cites it{' at its outset' if outset else ''} and tells {met} of {fewest} "
            f"sentences and {said} quotations in the same order in other words: one report passed on"
        )

    def rewritten(self, a: CopyCard, b: CopyCard) -> str:
        """Why one text retells the other in its own words, or nothing."""
        tied = not {*a.named}.isdisjoint(b.named)
        common, fewer = len(a.figures & b.figures), min(len(a.figures), len(b.figures))
        if common < (1 if tied else self.figures) or 2 * common < fewer:
            return ""
        if shared_words(a, b) < self.like:
            return ""
        found = retelling(a.told, b.told, a.figures, b.figures)
        if (
            found.sentences < self.retold_sentences
            or found.figures < 0.5
            or found.share < (self.tied if tied else self.retold)
        ):
            return ""
        compared = min(len(a.told), len(b.told))
        return (
            f"{found.sentences} of the {'first ' if compared == LONGEST else ''}{compared} sentences "
            "that the shorter text tells itself say the same in the same order, "
            f"with {found.counted} of the same numbers: one report rewritten"
        )


def shared_words(a: CopyCard, b: CopyCard) -> float:
    """Which share of the rare words of the one that has fewer the other has too."""
    return len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))


def in_time(told: date | None, passed_on: date | None, fresh: int) -> bool:
    """Whether a report of one day may pass on one of another day; yes where a day is not stated."""
    return told is None or passed_on is None or -1 <= (passed_on - told).days <= fresh


def five_runs(tokens: Sequence[str]) -> frozenset[str]:
    """Each five words in a row."""
    return frozenset(map(" ".join, zip(tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False)))


def telling(numbers: frozenset[str]) -> list[str]:
    """The numbers by which rewritten texts meet: the longest first, since small ones stand in every text."""
    return sorted(sorted(numbers, key=lambda n: (-len(n), n))[:6])


def own_sentences(reading: Reading, long: int) -> set[tuple[str, str]]:
    """Ids and words of the long sentences outside quotations, title and captions."""
    text = reading.document.text
    skipped = sorted(
        [(b.start, b.end) for b in reading.document.blocks if b.kind in ("title", "caption")]
        + [(p.start, p.end) for q in reading.quotes for p in q.parts]
    )
    furniture = words("web_furniture.txt") - words("stop_words.txt")
    found = set()
    for span in reading.sentences:
        if any(start < span.end and span.start < end for start, end in skipped):
            continue
        tokens = WORD.findall(text[span.start : span.end].casefold())
        if len(tokens) >= long and sum(t in furniture for t in tokens) < FURNISHED:
            found.add((content_id(" ".join(tokens)), " ".join(text[span.start : span.end].split())))
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
    """The names that credit lines, bylines and datelines give and the outlet itself, not those merely cited in the text."""
    told = [c.text for c in document.cuts if c.reason == "credit"]
    told += [document.text[b.start : b.end] for b in document.blocks if b.kind == "dateline"]
    named = [name for name in document.credited_to if name.casefold() in " ".join(told).casefold()]
    named += document.lent_by
    return tuple(sorted({*named, document.outlet} if document.outlet else named))
