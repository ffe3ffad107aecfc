"""Main text of news pages and of crude text made from them (text-fundus-evaluation)."""

import gzip
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from statistics import mean

from evals.crude import alike, crude, headlines, shared, shingles
from evals.peers import extractors
from evals.rouge import rouge_lsum
from tidings.errors import InputError
from tidings.grammar.layout.headlines import bare
from tidings.grammar.layout.structured import page_fields
from tidings.model import Document, Raw
from tidings.stages.read.clean import Clean
from tidings.text.ids import digest
from tidings.text.pages import passages

__all__ = ["peers", "run", "worst"]

FOLDER = "text-fundus-evaluation/dataset"
BODY = ("lead", "paragraph", "heading", "question", "answer")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: ROUGE-LSum F1 of ours and of trafilatura alone, and characters of its crude text."""

    name: str
    ours: float
    trafilatura: float
    body: int  # characters of the article in the crude text
    kept: int  # of them, kept
    junk: int  # all other characters
    cut: int  # of them, cut
    titled: bool  # its crude text's headline is one that the markup states
    dated: bool | None  # and its day is the stated one, or the one before (zones); None where none is stated
    aligned: float  # share of the clean body's characters with a place in the page

    @property
    def outlet(self) -> str:
        return self.name.split("_")[0]


def read(name: str, text: str, *, html: bool) -> Document:
    """The document that `read/clean` makes of a page or of its crude text."""
    raw = Raw(name, "html" if html else "text", text, digest(text.encode("utf-8", "surrogatepass")), "utf-8")
    return next(Clean().run([raw])).document


def body(document: Document) -> list[str]:
    """The paragraphs as the gold has them: no title, no captions, the dateline in its place."""
    lines, opening = [], ""
    for block in document.blocks:
        line = document.text[block.start : block.end]
        if block.kind == "dateline":
            opening = f"{line} "
        elif block.kind in BODY:
            lines.append(opening + line)
            opening = ""
    return lines


@cache
def pages(gold: Path) -> tuple[Page, ...]:
    """Every English page of the set, measured; pages in other languages are set aside, as they should be."""
    truth = json.loads((gold / FOLDER / "ground_truth.json").read_text("utf-8"))
    measured = []
    for name in sorted(truth):
        with gzip.open(gold / FOLDER / "html" / name, "rt", encoding="utf-8", newline="") as file:
            markup = file.read()
        wanted = truth[name]["body"]
        try:
            document = read(name, markup, html=True)
        except InputError:
            continue
        alone = [passage.text for passage in passages(markup)]
        ours, theirs = rouge_lsum(wanted, body(document))[2], rouge_lsum(wanted, alone)[2]
        measured.append(Page(name, ours, theirs, *stripped(name, markup, wanted), aligned(document)))
    return tuple(measured)


def aligned(document: Document) -> float:
    """The share of the body's characters that have a place in the raw page."""
    inside = {n for block in document.blocks if block.kind in BODY for n in range(block.start, block.end)}
    mapped = {n for piece in document.pieces for n in range(piece.start, piece.end)}
    return len(inside & mapped) / max(1, len(inside))


def stripped(name: str, markup: str, wanted: list[str]) -> tuple[int, int, int, int, bool, bool | None]:
    """Characters of the page's crude text: of the article, kept of them, of junk, cut of them; its headline and day.

    The headline and captions, which stay by design and which the gold leaves out, are neither.
    """
    text = crude(markup)
    gold = shingles([line.strip("[]") for line in wanted])
    try:
        document = read(name, text, html=False)
        title, day = document.title or "", (document.published or "")[:10]
        blocks = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    except InputError:
        title, day, blocks = "", "", []
    aside = {title, *(line for kind, line in blocks if kind == "caption")}
    lines = [line for kind, line in blocks if kind != "title"]
    own = [line for line in text.split("\n") if shared(line, gold) >= 0.5]
    junk = sum(len(line) for line in text.split("\n") if shared(line, gold) < 0.5 and line not in aside)
    found = shingles(lines)
    kept = sum(len(line) * shared(line, found) for line in own)
    left = sum(len(line) for line in lines if shared(line, gold) < 0.5 and line not in aside)
    titled = any(alike(bare(title), stated) for stated in headlines(markup))
    return sum(map(len, own)), round(kept), junk, max(0, junk - left), titled, is_stated(day, markup)


def is_stated(day: str, markup: str) -> bool | None:
    """Whether a day is the one that the page's markup states, or the one before: readers see their own zone's."""
    stated = (page_fields(markup).published or ("", ""))[0][:10]
    if not stated:
        return None
    return bool(day) and timedelta(0) <= date.fromisoformat(stated) - date.fromisoformat(day) <= timedelta(1)


def run(gold: Path) -> dict[str, float]:
    """The figures; `outlet_worst` is the lowest difference to trafilatura over the outlets."""
    measured = pages(gold)
    by_outlet: dict[str, list[Page]] = defaultdict(list)
    for page in measured:
        by_outlet[page.outlet].append(page)
    dated = [page.dated for page in measured if page.dated is not None]
    return {
        "pages": float(len(measured)),
        "rouge_f1": mean(page.ours for page in measured),
        "trafilatura_f1": mean(page.trafilatura for page in measured),
        "outlet_worst": min(mean(p.ours - p.trafilatura for p in found) for found in by_outlet.values()),
        "aligned": mean(page.aligned for page in measured),
        "crude_titles": mean(page.titled for page in measured),
        "crude_days": mean(dated),
        "crude_body_kept": sum(page.kept for page in measured) / sum(page.body for page in measured),
        "crude_junk_cut": sum(page.cut for page in measured) / sum(page.junk for page in measured),
    }


def peers(gold: Path) -> dict[str, float]:
    """ROUGE-LSum F1 of other programs beside ours, each over the same pages."""
    measured = pages(gold)
    truth = json.loads((gold / FOLDER / "ground_truth.json").read_text("utf-8"))
    scores = {"ours": mean(page.ours for page in measured), "trafilatura": mean(page.trafilatura for page in measured)}
    for name, extract in extractors().items():
        found = []
        for page in measured:
            with gzip.open(gold / FOLDER / "html" / page.name, "rt", encoding="utf-8", newline="") as file:
                found.append(rouge_lsum(truth[page.name]["body"], extract(file.read()))[2])
        scores[name] = mean(found)
    return scores


def worst(gold: Path) -> list[str]:
    """The ten pages where the crude text comes out worst, and the ten of the markup."""
    measured = pages(gold)
    marked = sorted(measured, key=lambda page: (page.ours - page.trafilatura, page.name))[:10]
    plain = sorted(
        measured, key=lambda page: (page.kept / max(1, page.body) + page.cut / max(1, page.junk), page.name)
    )[:10]
    return [f"{p.name}: F1 {p.ours:.3f}, trafilatura {p.trafilatura:.3f}" for p in marked] + [
        f"{p.name}: crude body kept {p.kept / max(1, p.body):.3f}, junk cut {p.cut / max(1, p.junk):.3f}" for p in plain
    ]
