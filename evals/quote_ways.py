"""Quotes on PolNeAR dev in other ways, on the same articles and by the same measures as ours.

Grammar alone, the encoder alone and both joined; textacy's direct quotations (an extra of the
evaluation: `pip install textacy`); and what of the phrases in quote marks that nobody is said to
say (scare quotes, titles, terms) is given as a quote all the same.
"""

import importlib.util
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from evals.quotes import SAMPLE, Article, Spans, Triple, articles, f1, iou, kind_of, letters, matched, triples_of
from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.encoder_spans import SURE, encoder_attributions
from tidings.grammar.quotes.quote_marks import Quoted, quoted
from tidings.model import Span
from tidings.stages.read.quotes import Quotes

__all__ = ["marked", "peers"]

SORTS = ("sentence", "title", "term")
KINDS = ("direct", "mixed", "indirect")


def peers(gold: Path) -> dict[str, float]:
    """The figures of each way, then of phrases in marks."""
    found = articles(gold, SAMPLE)
    ways = {"joined": found, "grammar alone": grammar_alone(found), "encoder alone": encoder_alone(found)}
    measures: dict[str, float] = {}
    for name, ones in ways.items():
        measures |= {f"{name}: {measure}": value for measure, value in figures(ones).items()}
    return measures | textacy_figures(found) | marked(gold)


def figures(found: Sequence[Article]) -> dict[str, float]:
    """Content F1, triple F1 and the share of gold that is found, by kind."""
    counts: dict[str, int] = defaultdict(int)
    for article in found:
        for kind in KINDS:
            counts[f"gold {kind}"] += sum(t.kind == kind for t in article.gold)
            counts[f"found {kind}"] += sum(t.kind == kind for t in article.found)
        for mine, theirs in matched(article):
            source, cue = (
                iou(article.text, a, b) >= 0.5 for a, b in ((mine.source, theirs.source), (mine.cue, theirs.cue))
            )
            counts[f"content {mine.kind}"] += 1
            counts[f"source {mine.kind}"] += source
            counts[f"triple {mine.kind}"] += source and cue
    measures = {}
    for kind in KINDS:
        gold, given = counts[f"gold {kind}"], counts[f"found {kind}"]
        measures[f"{kind} found"] = counts[f"content {kind}"] / max(1, gold)
        measures[f"{kind} found, right source"] = counts[f"source {kind}"] / max(1, gold)
        measures[f"{kind} triple F1"] = f1(counts[f"triple {kind}"], gold, given)
    return measures


def grammar_alone(found: Iterable[Article]) -> list[Article]:
    """The articles with what the rules find where the encoder says nothing."""
    out = []
    for article in found:
        analysis = article.reading.analysis
        silent = None if analysis is None else replace(analysis, scores=())
        (reading,) = Quotes().run([replace(article.reading, analysis=silent)])
        out.append(replace(article, found=triples_of(reading)))
    return out


def encoder_alone(found: Iterable[Article]) -> list[Article]:
    """The articles with the encoder's triples as they are linked by nearness."""
    out = []
    for article in found:
        analysis = article.reading.analysis
        ones = encoder_attributions(analysis, article.text) if analysis is not None else []
        sure = [one for one in ones if one.confidence >= SURE]
        out.append(replace(article, found=tuple(triple(article.text, one) for one in sure)))
    return out


def triple(text: str, one: Attribution) -> Triple:
    """An attribution as source, cue and content."""
    source, cue = ((span,) if span is not None else () for span in (one.source, one.cue))
    return Triple(kind_of(text, one.content), source, cue, one.content)


def textacy_figures(found: Sequence[Article]) -> dict[str, float]:
    """Direct quotes that textacy finds, with what it raises on; empty where it is not installed."""
    if importlib.util.find_spec("textacy") is None:
        print("SKIPPED textacy: not installed")
        return {}
    ones, raised = [], 0
    for article in found:
        theirs = textacy_quotes(article.text)
        raised += theirs is None
        ones.append(replace(article, found=theirs or ()))
    theirs_by_kind = figures(ones)
    shown = {name: value for name, value in theirs_by_kind.items() if name.startswith("direct found")}
    return {f"textacy: {name}": value for name, value in shown.items()} | {
        "textacy: articles": float(len(found)),
        "textacy: articles it raises on": float(raised),
    }


@cache
def pipeline() -> object:
    """The parser that ours runs on, as textacy wants it."""
    import spacy

    from tidings.analysis.pipelines import PINNED, data_directory

    return spacy.load(data_directory(PINNED))


def textacy_quotes(text: str) -> tuple[Triple, ...] | None:
    """What textacy finds in an article; None where it raises."""
    from textacy.extract.triples import direct_quotations

    doc = pipeline()(text)  # type: ignore[operator]
    try:
        theirs = list(direct_quotations(doc))
    except ValueError:
        return None
    out = []
    for one in theirs:
        content = (Span(one.content.start_char, one.content.end_char),)
        parts = [tuple(Span(t.idx, t.idx + len(t)) for t in tokens) for tokens in (one.speaker, one.cue)]
        out.append(Triple("direct", parts[0], parts[1], content))
    return tuple(out)


def marked(gold: Path) -> dict[str, float]:
    """Of the phrases in quote marks that no gold attribution holds, the share given as quotes, by kind of phrase."""
    counts: dict[str, int] = defaultdict(int)
    for article in articles(gold, SAMPLE):
        said = letters(article.text, tuple(s for t in article.gold for s in t.content))
        given = letters(article.text, given_parts(article))
        for piece in quoted(article.text, [b.span for b in article.reading.document.blocks]):
            here = letters(article.text, (piece.span,))
            if piece.depth or not here:
                continue
            attributed, told = len(here & said) * 2 > len(here), len(here & given) * 2 > len(here)
            kind = "said" if attributed else sort_of(article.text, piece)
            counts[f"all {kind}"] += 1
            counts[f"told {kind}"] += told
    wrong, unsaid = (sum(counts[f"{what} {kind}"] for kind in SORTS) for what in ("told", "all"))
    measures = {
        "marks: attributed phrases": float(counts["all said"]),
        "marks: attributed, given": counts["told said"] / max(1, counts["all said"]),
        "marks: unattributed phrases": float(unsaid),
        "marks: unattributed, given": wrong / max(1, unsaid),
        "marks: precision": counts["told said"] / max(1, counts["told said"] + wrong),
    }
    for kind in SORTS:
        measures[f"marks: {kind}s, unattributed"] = float(counts[f"all {kind}"])
        measures[f"marks: {kind}s, given"] = counts[f"told {kind}"] / max(1, counts[f"all {kind}"])
    return measures


def given_parts(article: Article) -> Spans:
    """What an account would tell as direct words."""
    return tuple(part for quote in article.reading.quotes for part in quote.parts)


def sort_of(text: str, piece: Quoted) -> str:
    """A sentence of its own; a title or name in capitals; else a term, a scare quote, a nickname."""
    words = text[piece.span.start : piece.span.end].split()
    long = [w for w in words if len(w) > 3 and w[:1].isalpha()]
    if long and all(w[:1].isupper() for w in long) and len(words) < 10:
        return "title"
    return "sentence" if len(words) >= 7 else "term"
