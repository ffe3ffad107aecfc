"""Quotes on PolNeAR dev: direct quotes found, source and cue spans, triples at IoU 0.5 by kind.

One annotator an article (the first by file name). A span counts at an intersection over union
of 0.5 in characters, quote marks left out. Gold kinds: direct where quote marks hold the whole
content, mixed where they hold some of it, indirect else. PolNeAR puts the sentences that one
cue introduces into one attribution, so quotes that carry on another's cue are joined to it.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tidings.model import Block, Document, Quote, Reading, Span
from tidings.stages.read.analyse import Analyse
from tidings.stages.read.chains import Chains
from tidings.stages.read.mentions import Mentions
from tidings.stages.read.quotes import Quotes
from tidings.stages.read.times import Times

__all__ = ["run", "worst"]

SAMPLE = 40  # of the 70 articles, for the gate; `run(gold, sample=0)` takes all
MARKS = re.compile(r"``|''|[\"“”„«»‘’]")
THAT = re.compile(r"\bthat,?\s*[\"“‘']?\Z")
WHO = re.compile(r"\A.{0,80}?\b(who|which)(?:\s\w+){0,2}\s*\Z")
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Triple:
    """Source, cue and content of one attribution, and its kind."""

    kind: str
    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its gold and what is found in it."""

    name: str
    text: str
    gold: tuple[Triple, ...]
    found: tuple[Triple, ...]
    reading: Reading


def gold_triples(path: Path, text: str) -> tuple[Triple, ...]:
    """The attributions of one brat file."""
    spans: dict[str, tuple[str, Spans]] = {}
    triples: list[Triple] = []
    for line in path.read_text("utf-8").split("\n"):
        cells = line.split("\t")
        if line.startswith("T"):
            label, _, ranges = cells[1].partition(" ")
            ends = [tuple(map(int, part.split())) for part in ranges.split(";")]
            spans[cells[0]] = (label, tuple(Span(a, b) for a, b in ends if a < b))
        elif line.startswith("E"):
            roles: dict[str, list[Span]] = defaultdict(list)
            for part in cells[1].split():
                label, held = spans.get(part.partition(":")[2], ("", ()))
                roles[label] += held
            content = tuple(sorted(roles["Content"]))
            if content:
                triple = Triple(kind_of(text, content), tuple(roles["Source"]), tuple(roles["Cue"]), content)
                triples.append(triple)
    return tuple(triples)


def kind_of(text: str, content: Spans) -> str:
    """Direct, mixed or indirect, by what stands in quote marks; a mark before or after the content counts."""
    inside = outside = False
    for span in content:
        open_ = text[max(0, span.start - 2) : span.start].strip().endswith(("“", '"', "``", "''", "‘"))
        at = span.start
        for mark in (*MARKS.finditer(text, span.start, span.end), None):
            end = mark.start() if mark else span.end
            if mark and mark.group() in "'’‘" and text[max(0, end - 1)].isalnum() and text[end + 1 : end + 2].isalnum():
                continue
            spoken = any(c.isalnum() for c in text[at:end])
            inside, outside = inside or (spoken and open_), outside or (spoken and not open_)
            open_, at = not open_, mark.end() if mark else end
    return "mixed" if inside and outside else "direct" if inside else "indirect"


def as_is(name: str, text: str) -> Reading:
    """The text unchanged as a document, a block a line."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    blocks = tuple(Block(m.start(), m.end(), "paragraph" if n else "title") for n, m in enumerate(lines))
    return Reading(Document(name, name, name, text, blocks))


def read(reading: Reading) -> Reading:
    """The reading as far as its quotes."""
    for stage in (Analyse(), Mentions(), Chains(), Times(), Quotes()):
        (reading,) = stage.run([reading])
    return reading


def triples_of(reading: Reading) -> tuple[Triple, ...]:
    """What `read/quotes` found, carried-on quotes joined to the one whose cue they carry."""
    joined: dict[tuple[Span | None, int], list[Quote]] = defaultdict(list)
    for n, quote in enumerate(reading.quotes):
        alone = quote.cue is None or quote.kind == "indirect"
        joined[(quote.cue, n if alone else 0)].append(quote)
    triples = []
    for quotes in joined.values():
        content = tuple(span for quote in quotes for span in quote.content)
        first, text = quotes[0], reading.document.text
        opened = THAT.search(text, 0, content[0].start)
        content = content if opened is None else (Span(opened.start(), content[0].end), *content[1:])
        source = (relative(text, first.source, first.cue),) if first.source else ()
        cue = (first.cue,) if first.cue else ()
        triples.append(Triple(kind_of(text, content), source, cue, content))
    return tuple(t for t in triples if not any(other is not t and holds(other, t) for other in triples))


def holds(outer: Triple, inner: Triple) -> bool:
    """Whether the inner's cue stands in the outer's content."""
    return bool(inner.cue) and any(span.covers(inner.cue[0]) for span in outer.content)


def relative(text: str, source: Span, cue: Span | None) -> Span:
    """The "who" between a source and its cue, where the cue stands in a relative clause; else the source."""
    found = WHO.match(text[source.end : cue.start]) if cue is not None and source.end < cue.start else None
    return source if found is None else Span(source.end + found.start(1), source.end + found.end(1))


@cache
def articles(gold: Path, sample: int) -> tuple[Article, ...]:
    """The dev articles with gold and found triples; every n-th by name for a sample."""
    folder = gold / "quotes-polnear" / "dev"
    texts = sorted((folder / "text").glob("*.txt"))
    step = max(1, len(texts) // sample) if sample else 1
    found = []
    for path in texts[::step][: sample or None]:
        text = path.read_bytes().decode("utf-8")
        files = sorted(
            f
            for f in (folder / "attributions").iterdir()
            if re.fullmatch(re.escape(path.stem) + r"_\w{4}\.ann", f.name)
        )
        if files:
            reading = read(as_is(path.stem, text))
            found.append(Article(path.stem, text, gold_triples(files[0], text), triples_of(reading), reading))
    return tuple(found)


def letters(text: str, spans: Spans) -> frozenset[int]:
    """The places of letters and digits in the spans."""
    return frozenset(i for s in spans for i in range(s.start, s.end) if text[i].isalnum())


def iou(text: str, a: Spans, b: Spans) -> float:
    """Intersection over union in letters; two empty sides agree."""
    left, right = letters(text, a), letters(text, b)
    if not left and not right:
        return 1.0
    return len(left & right) / len(left | right)


def f1(hits: int, gold: int, found: int) -> float:
    """F1 of a count."""
    return 2 * hits / (gold + found) if gold + found else 0.0


def matched(article: Article) -> list[tuple[Triple, Triple]]:
    """Gold and found attributions whose contents meet at 0.5, best first, each used once."""
    pairs = sorted(
        (
            (-value, g, n)
            for g, gold in enumerate(article.gold)
            for n, found in enumerate(article.found)
            if (value := iou(article.text, gold.content, found.content)) >= 0.5
        ),
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    out = []
    for _, g, n in pairs:
        if g not in used_gold and n not in used_found:
            used_gold.add(g)
            used_found.add(n)
            out.append((article.gold[g], article.found[n]))
    return out


def run(gold: Path, sample: int = SAMPLE) -> dict[str, float]:
    """The figures on PolNeAR dev."""
    counts: dict[str, int] = defaultdict(int)
    for article in articles(gold, sample):
        pairs = matched(article)
        counts["gold"] += len(article.gold)
        counts["found"] += len(article.found)
        counts["content"] += len(pairs)
        for kind in ("direct", "mixed", "indirect"):
            counts[f"gold {kind}"] += sum(t.kind == kind for t in article.gold)
            counts[f"found {kind}"] += sum(t.kind == kind for t in article.found)
        for mine, theirs in pairs:
            source = iou(article.text, mine.source, theirs.source) >= 0.5
            cue = iou(article.text, mine.cue, theirs.cue) >= 0.5
            counts["source"] += source
            counts["cue"] += cue
            counts["triple"] += source and cue
            counts[f"triple {mine.kind}"] += source and cue
            counts["direct found"] += mine.kind == "direct"
            counts["direct source"] += mine.kind == "direct" and source
    total = {"direct found": counts["direct found"], "direct, right source": counts["direct source"]}
    figures = {name: hits / max(1, counts["gold direct"]) for name, hits in total.items()}
    for name in ("content", "source", "cue", "triple"):
        figures[f"{name} F1"] = f1(counts[name], counts["gold"], counts["found"])
    for kind in ("direct", "mixed", "indirect"):
        figures[f"triple F1, {kind}"] = f1(counts[f"triple {kind}"], counts[f"gold {kind}"], counts[f"found {kind}"])
    return {name: round(value, 4) for name, value in figures.items()}


def worst(gold: Path) -> list[str]:
    """Gold attributions that are missed, direct ones first, then what is found with no gold near it."""
    missed: list[str] = []
    invented: list[str] = []
    for article in articles(gold, SAMPLE):
        pairs = matched(article)
        met, used = {id(g) for g, _ in pairs}, {id(f) for _, f in pairs}
        missed += [f"{article.name}: missed {shown(article, t)}" for t in article.gold if id(t) not in met]
        invented += [f"{article.name}: no such {shown(article, t)}" for t in article.found if id(t) not in used]
    order = sorted(missed, key=lambda line: (" direct " not in line, " mixed " not in line))
    return [*order, *sorted(invented, key=lambda line: " direct " not in line)]


def shown(article: Article, triple: Triple) -> str:
    """A triple in one line."""
    said = [
        " … ".join(article.text[s.start : s.end] for s in part) for part in (triple.source, triple.cue, triple.content)
    ]
    return f" {triple.kind} [{said[0]}] <{said[1]}> {said[2][:160]!r}"
