"""What reports call one thing: renderings of one statement, and loaded words for one matter."""

import re
from collections.abc import Iterator
from functools import cache

from tidings.grammar.disputes.claims import Claim, Dispute, independent, sentence_at
from tidings.lexicon import rows
from tidings.model import QuoteRecord, Reading, Span, Statement, Telling
from tidings.text.terms import news_share, stem

__all__ = ["loaded_words", "renderings"]

WORD = re.compile(r"[^\W_]+")
BEFORE = re.compile(r"(?:[^\W_][\w’'-]{0,30}\s){0,4}\Z")


def renderings(telling: Telling) -> Iterator[Dispute]:
    """Statements that independent reports give in different words."""
    quotes = {q.id: q for q in telling.quotes}
    for statement in telling.statements:
        best = longest_each(statement, quotes)
        told = [best[d] for d in sorted(best)]
        for i, a in enumerate(told):
            b = next((q for q in told[i + 1 :] if independent(telling, a.anchor.document, q.anchor.document)), None)
            if b is not None and telling_words(a.text) != telling_words(b.text):
                sides = tuple((q.text, (Claim(q.anchor.document, Span(q.anchor.start, q.anchor.end)),)) for q in (a, b))
                shared = telling_words(a.text) & telling_words(b.text)
                about = "how one statement is worded" + (": " + ", ".join(sorted(shared)[:4]) if shared else "")
                yield Dispute("wording", about, sides, ("two renderings of one statement",), 0.6)
                break


def longest_each(statement: Statement, quotes: dict[str, QuoteRecord]) -> dict[str, QuoteRecord]:
    """The longest piece of the statement in each document."""
    best: dict[str, QuoteRecord] = {}
    for quote in sorted((quotes[i] for i in statement.quotes if i in quotes), key=lambda q: (-len(q.text), q.id)):
        best.setdefault(quote.anchor.document, quote)
    return best


def telling_words(text: str) -> frozenset[str]:
    """Stems of the words that not every article has."""
    share = news_share()
    return frozenset(stem(w) for w in (m.lower() for m in WORD.findall(text)) if share.get(w, 0.0) <= 0.3)


@cache
def patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """What is named, the wording, and how to find it; longer wordings first, so that they hide the shorter."""
    table = sorted(rows("loaded_words.tsv"), key=lambda r: (-len(r[1]), r))
    return tuple((what, name, re.compile(rf"\b{re.escape(word)}s?\b", re.IGNORECASE)) for what, word, name in table)


def loaded_words(telling: Telling) -> Iterator[Dispute]:
    """Matters about one country that two witnesses name by different words, each its own."""
    groups = telling.linked.group_of("entity")
    names = {e.id: e.name for e in telling.entities}
    found: dict[tuple[str, str], dict[str, dict[str, list[Claim]]]] = {}
    for reading in telling.readings:
        for what, wording, country, span in named_matters(reading, groups):
            found.setdefault((what, country), {}).setdefault(reading.document.id, {}).setdefault(wording, []).append(
                Claim(reading.document.id, span)
            )
    for (what, country), told in sorted(found.items()):
        pair = next(
            (
                (a, b)
                for a in sorted(told)
                for b in sorted(told)
                if a < b and independent(telling, a, b) and not told[a].keys() & told[b].keys()
            ),
            None,
        )
        if pair:
            sides = tuple(
                (" / ".join(sorted(told[d])), tuple(c for w in sorted(told[d]) for c in told[d][w])) for d in pair
            )
            yield Dispute("wording", f"{what}: {names.get(country, country)}", sides, ("one matter, two words",), 0.5)


def named_matters(reading: Reading, groups: dict[str, str]) -> Iterator[tuple[str, str, str, Span]]:
    """Loaded words that a country follows: "the attack on X", "its operation in X"."""
    text = reading.document.text
    taken: list[tuple[int, int]] = []
    countries = sorted(
        (reading.mentions[m].span, groups.get(c.id, c.id))
        for c in reading.chains
        if c.kind == "country"
        for m in c.mentions
        if reading.mentions[m].form == "name"
    )
    for what, wording, pattern in patterns():
        for match in pattern.finditer(text):
            sentence = sentence_at(reading, match.start())
            if sentence is None or any(s < match.end() and match.start() < e for s, e in taken):
                continue
            taken.append(match.span())
            span, country = next(((s, c) for s, c in countries if match.end() < s.start < match.end() + 20), (None, ""))
            if (
                span is not None
                and span.end <= sentence.end
                and re.fullmatch(r"\s(?:in|on|against|of|into)\s(?:the\s)?", text[match.end() : span.start])
            ):
                before = BEFORE.search(text, sentence.start, match.start())
                yield what, wording, country, Span(before.start() if before else match.start(), span.end)
