"""How many articles a second one core signs, and makes into cards, for the search of copies: `python bench/copies.py`."""

import time

from tidings.model import Block, Document, Linked, Reading, Span
from tidings.stages.link.copies import WORD, Copies, five_runs
from tidings.text.sentences import sentences

ARTICLES = 2_000
WORDS = 450  # of an article, the middle of those in Timeline17


def articles() -> list[Reading]:
    """Made articles of made words, each its own."""
    readings = []
    for n in range(ARTICLES):
        words = [f"{'Name' if i % 11 == 0 else 'word'}{(n * 7919 + i * 104729) % 5003}" for i in range(WORDS)]
        text = " ".join(w + ("." if i % 18 == 17 else "") for i, w in enumerate(words))
        spans = tuple(Span(s.start, s.end) for s in sentences(text))
        document = Document(f"d{n}", f"d{n}", f"d{n}", text, (Block(0, len(text), "paragraph"),))
        readings.append(Reading(document, sentences=spans))
    return readings


def main() -> None:
    """Print both speeds."""
    copies, readings = Copies(), articles()
    runs = [five_runs(WORD.findall(r.document.text.casefold())) for r in readings]
    started = time.process_time()
    for shingles in runs:
        copies.signature(shingles)
    print(f"signatures: {ARTICLES / (time.process_time() - started):,.0f} articles a second a core")
    started = time.process_time()
    for reading in readings:
        list(copies.cards(reading, Linked()))
    print(f"whole cards: {ARTICLES / (time.process_time() - started):,.0f} articles a second a core")


if __name__ == "__main__":
    main()
