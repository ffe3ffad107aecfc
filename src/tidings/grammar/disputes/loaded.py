"""Loaded words: what independent reports call one use of force, one movement, one group."""

import re
from collections.abc import Iterator
from functools import cache

from tidings.grammar.disputes.claims import Claim, Dispute, sentence_at
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import rows
from tidings.model import Reading, Span

__all__ = ["loaded_words"]

BEFORE = re.compile(r"(?:[^\W_][\w’'-]{0,30}\s){0,4}\Z")


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
