"""Makes src/tidings/lexicon/news_words.tsv: in what share of news articles a common word stands.

    python -m training.word_frequency ../shared/gold/quotes-polnear/train/text > src/tidings/lexicon/news_words.tsv

Only words that stand in at least 1% of the articles and are written small in at least
90% of their uses away from a sentence's start: no names, no text, counts alone.
"""

import re
import sys
from collections import Counter
from pathlib import Path

WORD = re.compile(r"(?<![\w])[A-Za-z]+(?![\w])")


def main(folder: Path) -> None:
    """Print the table."""
    articles, small, tall = Counter[str](), Counter[str](), Counter[str]()
    files = sorted(folder.glob("*.txt"))
    for file in files:
        found = WORD.findall(file.read_text("utf-8"))
        articles.update({w.lower() for w in found})
        small.update(w for w in found if w.islower())
        tall.update(w.lower() for w in found if not w.islower())
    print("# Share of news articles that a common word stands in.")
    print(
        f"# Source: counted over {len(files)} articles of PolNeAR 1.0 train by training/word_frequency.py; names left out."
    )
    for word, count in sorted(articles.items()):
        share = count / len(files)
        if share >= 0.01 and small[word] >= 9 * max(1, tall[word] - small[word] / 8):
            print(f"{word}\t{share:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
