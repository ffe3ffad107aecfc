"""How one talk is called: the words in which a speaker characterises it, from report to report."""

import re
from collections.abc import Iterator
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.scene import Scene
from tidings.model import Span

__all__ = ["talks_called"]

TALK = (
    r"(?:conversations?|talks?|discussions?|meetings?|exchange|calls?|phone calls?|telephone conversations?|dialogue)"
)
CALLED = re.compile(
    rf"\b(?P<words>[a-z]{{4,16}}(?:,\s[a-z]{{4,16}})?\s(?:and|but|yet)\s(?:very\s)?[a-z]{{4,16}})[”\"»’']?\s(?:(?:telephone|phone|private|bilateral)\s)?{TALK}\b|\b{TALK}\s(?:was|were|had been)\s[“\"«‘']?(?P<after>[a-z]{{4,16}}(?:,\s[a-z]{{4,16}})?\s(?:and|but|yet)\s(?:very\s)?[a-z]{{4,16}})\b"
)


def talks_called(scene: Scene) -> Iterator[Dispute]:
    """Two pairs of words by one speaker, or about one talk of the same days, from two witnesses."""
    told: list[tuple[str, str, Claim]] = []  # speaker, words, where
    for quote in scene.telling.quotes:
        if quote.speaker is None or quote.within:
            continue
        reading = scene.readings[quote.anchor.document]
        start, end = quote.anchor.start, min(len(reading.document.text), quote.anchor.end + 40)
        match = CALLED.search(reading.document.text, start, end)
        if match:
            words = match["words"] or match["after"]
            told.append((quote.speaker, words, Claim(quote.anchor.document, Span(match.start(), match.end()))))
    seen: set[tuple[str, frozenset[str]]] = set()
    for (who, a, one), (other, b, two) in combinations(sorted(told, key=lambda t: (t[0], t[2])), 2):
        key = (who, frozenset((a, b)))
        if who != other or set(a.split()) == set(b.split()) or key in seen:
            continue
        if scene.independent(one.document, two.document):
            seen.add(key)
            sides = ((a, (one,)), (b, (two,)))
            yield Dispute("wording", "how the talk is called", sides, ("one talk, two words",), 0.6)
