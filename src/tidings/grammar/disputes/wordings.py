"""What reports call one thing: renderings of one statement."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, combinations, product

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.meant_alike import meant_alike
from tidings.grammar.disputes.rendered import rendered_otherwise
from tidings.grammar.disputes.requoted import altered, quoted_otherwise, translated_otherwise, within
from tidings.grammar.disputes.scene import Scene, specific
from tidings.grammar.disputes.spoken import plain_words
from tidings.grammar.disputes.verbatim import printed_otherwise
from tidings.lexicon import rows
from tidings.model import QuoteRecord, Span
from tidings.text.likeness import root
from tidings.text.terms import news_share, word_list

__all__ = ["renderings"]

NEXT = 12  # code points between a statement and the words that go on about it


def renderings(scene: Scene) -> Iterator[Dispute]:
    """Statements that two reports give in different words.

    What stands in quote marks is told as verbatim, so that there a common origin of the reports excuses nothing.
    """
    quotes = {q.id: q for q in scene.telling.quotes if scene.in_body(q.anchor.document, q.anchor.start)}
    spoken = by_speaker(scene)
    inner: dict[str, list[QuoteRecord]] = {}
    for quote in scene.telling.quotes:
        if quote.within:
            inner.setdefault(quote.within, []).append(quote)
    known: list[Claim] = []
    for dispute in printed_otherwise(scene):
        known += [claim for _, claims in dispute.sides for claim in claims]
        yield dispute
    for statement in scene.telling.statements:
        told = pieces(statement.quotes, quotes, statement.relation)
        found = (
            (a, b)
            for one, two in combinations(sorted(told), 2)
            for a, b in product(told[one], told[two])
            if reworded(a, b, inner, translated=not scene.independent(one, two))
        )
        pair = next(found, None)
        if pair and not all(any(holds(q, claim) for claim in known) for q in pair):
            sides = tuple((q.text, tuple(claims([q, *inner.get(q.id, ())], spoken))) for q in pair)
            words = about(*(q.text for q in pair))
            known += [claim for _, claims_ in sides for claim in claims_]
            yield Dispute("wording", words, sides, ("two renderings of one statement",), 0.6)
    alike = meant_alike(scene, scene.cosine) if scene.cosine else ()
    for sure, one, two in chain(rendered_otherwise(scene), alike):
        if not all(any(holds(q, claim) for claim in known) for q in (one, two)):
            sides = tuple((q.text, tuple(claims([q], spoken))) for q in (one, two))
            known += [claim for _, claims_ in sides for claim in claims_]
            yield Dispute("wording", about(one.text, two.text), sides, ("two renderings of one statement",), sure)


def about(a: str, b: str) -> str:
    """The rendered statement by the telling words that both wordings have, as the first writes them."""
    shared = telling_words(a) & telling_words(b)
    written = dict.fromkeys(w for w in word_list(a) if len(w) > 2 and root(w) in shared)
    return ": ".join(part for part in ("how one statement is worded", ", ".join(list(written)[:4])) if part)


def holds(quote: QuoteRecord, claim: Claim) -> bool:
    return quote.anchor.document == claim.document and quote.anchor.start <= claim.span.start < quote.anchor.end


def reworded(a: QuoteRecord, b: QuoteRecord, inner: dict[str, list[QuoteRecord]], *, translated: bool = False) -> bool:
    """Whether two reports put one statement in quote marks in other words; reporters' own words are free to differ.

    In a report and its translation hardly a word of a statement may be the same.
    """
    if a.kind == b.kind == "direct":
        return quoted_otherwise(a.text, b.text) or (translated and translated_otherwise(a.text, b.text))
    if a.kind == "direct":
        return reworded(b, a, inner, translated=translated)
    parts = inner.get(a.id, [])
    if any(as_quoted(part.text, b.text) for part in parts):
        return False
    if b.kind == "direct":
        return any(altered(part.text, b.text) for part in parts)
    return any(
        altered(part.text, other.text) and altered(other.text, part.text)
        for part, other in product(parts, inner.get(b.id, []))
    )


def as_quoted(part: str, text: str) -> bool:
    """Whether quoted words stand in the other wording as they are."""
    return within(*([w.key for w in plain_words(t)] for t in (part, text)))


def pieces(
    members: Sequence[str], quotes: dict[str, QuoteRecord], relation: dict[str, str]
) -> dict[str, list[QuoteRecord]]:
    """The quotes of a statement in each document, the longest first."""
    told: dict[str, list[QuoteRecord]] = {}
    known = (quotes[i] for i in members if i in quotes and relation.get(i) != "excerpt")
    for quote in sorted(known, key=lambda q: (-len(q.text), q.id)):
        told.setdefault(quote.anchor.document, []).append(quote)
    return told


def by_speaker(scene: Scene) -> dict[tuple[str, str], list[QuoteRecord]]:
    """All quotes of each speaker in each document, in text order."""
    found: dict[tuple[str, str], list[QuoteRecord]] = {}
    for quote in sorted(scene.telling.quotes, key=lambda q: (q.anchor.document, q.anchor.start, q.anchor.end)):
        if quote.speaker:
            found.setdefault((quote.anchor.document, quote.speaker), []).append(quote)
    return found


def claims(quotes: list[QuoteRecord], spoken: dict[tuple[str, str], list[QuoteRecord]]) -> Iterator[Claim]:
    """Where a statement stands in one document, with the words of its speaker that go on about it."""
    for quote in quotes:
        yield Claim(quote.anchor.document, Span(quote.anchor.start, quote.anchor.end))
        keys = specific(quote.text)
        for nxt in spoken.get((quote.anchor.document, quote.speaker or ""), ()):
            if 0 <= nxt.anchor.start - quote.anchor.end <= NEXT and keys & specific(nxt.text):
                yield Claim(nxt.anchor.document, Span(nxt.anchor.start, nxt.anchor.end))


def telling_words(text: str) -> frozenset[str]:
    """Stems of the words that not every article has, and that are no office's name."""
    share, offices = news_share(), office_words()
    return frozenset(root(w) for w in word_list(text) if share.get(w, 0.0) <= 0.3 and w not in offices)


@cache
def office_words() -> frozenset[str]:
    """The words that names of offices are made of."""
    return frozenset(w for row in rows("offices.tsv") for w in word_list(row[0]))
