"""What reports call one thing: renderings of one statement, and loaded words for one matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute, sentence_at
from tidings.grammar.disputes.scene import Scene, specific
from tidings.lexicon import rows, words
from tidings.model import QuoteRecord, Reading, Span, Statement
from tidings.text.likeness import root
from tidings.text.terms import news_share, word_list

__all__ = ["loaded_words", "renderings"]

NEXT = 12  # code points between a statement and the words that go on about it
LEAST_QUOTED = 4  # words
REWORDED = 0.8  # share of words in common, in their order, from which two quotations are one wording
SPOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+){0,3}")
BEFORE = re.compile(r"(?:[^\W_][\w’'-]{0,30}\s){0,4}\Z")


def renderings(scene: Scene) -> Iterator[Dispute]:
    """Statements that independent reports give in different words."""
    quotes = {q.id: q for q in scene.telling.quotes if scene.in_body(q.anchor.document, q.anchor.start)}
    spoken = by_speaker(scene)
    for statement in scene.telling.statements:
        told = pieces(statement, quotes)
        pair = next(((a, b) for a, b in combinations(sorted(told), 2) if reworded(scene, told[a][0], told[b][0])), None)
        if pair:
            sides = tuple((told[d][0].text, tuple(claims(told[d], spoken))) for d in pair)
            yield Dispute(
                "wording", about(*(told[d][0].text for d in pair)), sides, ("two renderings of one statement",), 0.6
            )


def about(a: str, b: str) -> str:
    """The rendered statement by the telling words that both wordings have, as the first writes them."""
    shared = telling_words(a) & telling_words(b)
    written = dict.fromkeys(w for w in word_list(a) if len(w) > 2 and root(w) in shared)
    return ": ".join(part for part in ("how one statement is worded", ", ".join(list(written)[:4])) if part)


def reworded(scene: Scene, a: QuoteRecord, b: QuoteRecord) -> bool:
    """Whether two witnesses give one statement in other words, cuts and names for pronouns aside."""
    if not scene.independent(a.anchor.document, b.anchor.document):
        return False
    if a.kind == b.kind == "direct" and quoted_otherwise(a.text, b.text):
        return True
    return len(telling_words(a.text) & telling_words(b.text)) >= 2 and other_words(a.text, b.text)


def quoted_otherwise(a: str, b: str) -> bool:
    """Whether two quotations of one statement are far from one wording, neither a cut of the other."""
    one, two = ([w.key for w in plain_words(t)] for t in (a, b))
    if min(len(one), len(two)) < LEAST_QUOTED or f" {' '.join(one)} " in f" {' '.join(two)} ":
        return False
    return f" {' '.join(two)} " not in f" {' '.join(one)} " and (
        SequenceMatcher(None, one, two, autojunk=False).ratio() < REWORDED
    )


def other_words(a: str, b: str) -> bool:
    """Whether between the words that two texts share one says a thing in other words, or in another order."""
    one, two = plain_words(a), plain_words(b)
    steps = SequenceMatcher(None, [w.key for w in one], [w.key for w in two], autojunk=False).get_opcodes()
    equal = [i for i, step in enumerate(steps) if step[0] == "equal"]
    for tag, low, high, start, end in steps[equal[0] : equal[-1] + 1] if equal else ():
        left, right = ({w.key for w in words if w.tells} for words in (one[low:high], two[start:end]))
        if tag == "replace" and left - right and right - left:
            return True
    moved = {w.key for w in one if w.tells} & {w.key for w in two if w.tells}
    return [w.key for w in one if w.key in moved] != [w.key for w in two if w.key in moved]


@dataclass(frozen=True, slots=True)
class Word:
    """A word by its stem, and whether it tells something: no function word, name or number."""

    key: str
    tells: bool


def plain_words(text: str) -> list[Word]:
    """The words of a text; hyphens joined, spellings folded."""
    light = words("stop_words.txt")
    found = []
    for match in SPOKEN.finditer(text):
        word = match[0].replace("-", "").replace("’", "").replace("'", "")
        name = word[0].isupper() and match.start() > 0
        found.append(Word(root(word), word.isalpha() and not name and word.lower() not in light))
    return found


def pieces(statement: Statement, quotes: dict[str, QuoteRecord]) -> dict[str, list[QuoteRecord]]:
    """The quotes of a statement in each document, the longest first."""
    told: dict[str, list[QuoteRecord]] = {}
    known = (quotes[i] for i in statement.quotes if i in quotes and statement.relation.get(i) != "excerpt")
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
    return frozenset(w for row in rows("offices.tsv") for w in word_list(row[0]))


@cache
def patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """What is named, the wording, and how to find it; longer wordings first, so that they hide the shorter."""
    table = sorted(rows("loaded_words.tsv"), key=lambda r: (-len(r[1]), r))
    return tuple((what, name, re.compile(rf"\b{re.escape(word)}s?\b", re.IGNORECASE)) for what, word, name in table)


def loaded_words(scene: Scene) -> Iterator[Dispute]:
    """Matters about one country that two witnesses name by different words, each its own."""
    telling = scene.telling
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
                if a < b and scene.independent(a, b) and not told[a].keys() & told[b].keys()
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
